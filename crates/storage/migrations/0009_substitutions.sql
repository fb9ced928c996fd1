-- Who acts in whose place, and from when to when, on which document.
create table substitution (
    id key64,
    absent_id int64 not null,
    substitute_id int64 not null,
    agency_id int64 not null,
    from_day text not null,
    to_day text not null,
    document text not null,
    made_by int64 not null,
    made_at int64 not null
) strict;
create index substitution_substitute on substitution (substitute_id, to_day);
create index substitution_agency on substitution (agency_id, to_day, id);
