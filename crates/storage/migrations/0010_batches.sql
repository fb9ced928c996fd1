-- One act wished for many dossiers at once: who, what, and the outcome of each.
create table batch (
    id key64,
    token text not null unique,
    account_id int64 not null,
    -- In whose place, if in a colleague's.
    stands_for int64,
    act text not null,
    -- Set when it was told to begin.
    begun_at int64,
    -- The batch it takes back, if it does.
    undoes int64,
    made_at int64 not null
) strict;
create index batch_account on batch (account_id, id);
create index batch_made on batch (made_at);
create table batch_item (
    batch_id int64 not null references batch (id),
    place int64 not null,
    dossier_id int64 not null references dossier (id),
    state text not null,
    body text not null,
    primary key (batch_id, place)
) clustered;
