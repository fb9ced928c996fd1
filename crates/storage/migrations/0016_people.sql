-- Letters with content go only to an address somebody has shown to read. Addresses of before count as confirmed.
alter table account add column confirmed_email text not null default '';
-- Some were saved with large letters and not found again.
update account set email = lower(email);
update account set confirmed_email = email;
-- A short name such as `Firefox, Windows`; never what the browser sent.
alter table session add column browser text not null default '';
-- Browsers an account was signed in with before: who knows only a login cannot lock its owner out of them. The token is
-- with the browser, its digest here.
create table known_browser (
    token bytes not null,
    account_id int64 not null references account (id),
    seen_at int64 not null,
    primary key (token, account_id)
) clustered;
create index known_browser_account on known_browser (account_id, seen_at);
create index known_browser_seen on known_browser (seen_at);
-- How often something was tried within a time that ends; the subject is a digest.
create table attempt (
    subject bytes primary key,
    times int64 not null,
    ends_at int64 not null
) clustered;
create index attempt_end on attempt (ends_at);
-- Searches for people are read apart from changes.
create index audit_what on audit (what, id);
-- Where a waiting letter about an account goes, which the account itself may no longer know. It ends with the letter.
create table letter_address (
    job_id key64,
    address text not null,
    made_at int64 not null
) strict;
