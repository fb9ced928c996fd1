-- Lists an officer keeps under a name, for themselves or for their division.
create table list_view (
    id key64,
    account_id int64 not null,
    agency_id int64 not null,
    unit text not null,
    shared int64 not null,
    name text not null,
    query text not null,
    made_at int64 not null
) strict;
create index list_view_account on list_view (account_id, id);
create index list_view_unit on list_view (agency_id, unit, id) where shared = 1;
