-- Forms that were posted when their session had just ended: kept for an hour, for whose session it was. The token is in an
-- address, its digest here.
create table held (
    token bytes primary key,
    account_id int64 not null references account (id),
    -- In whose place an officer acted.
    stands_for int64,
    path text not null,
    body text not null,
    held_at int64 not null,
    -- It was shown again: its files are that page's from then on.
    given int64 not null default 0
) clustered;
create index held_account on held (account_id, held_at);
create index held_time on held (held_at);
