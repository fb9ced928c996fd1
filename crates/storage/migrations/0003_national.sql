-- Every distinct record the national procedure database ever sent, as it came, with the import it was last in.
create table national_record (
    code text not null,
    digest bytes not null,
    run int64 not null,
    received_at int64 not null,
    body text not null,
    primary key (code, digest)
) clustered;

-- A record that differs from what is in force here: it waits for an administrator. Two open ones of the same
-- code contradict each other.
create table proposal (
    id key64,
    code text not null,
    run int64 not null,
    made_at int64 not null,
    state text not null check (state in ('open', 'accepted', 'dismissed', 'replaced')),
    field_name text not null,
    -- Why the procedure is to be closed; empty when it is not.
    closing text not null,
    body text not null,
    decided_at int64,
    decided_by int64
) strict;
create index proposal_open on proposal (code, id) where state = 'open';
