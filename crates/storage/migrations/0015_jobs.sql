-- Which runner takes a job stands in its row. Letters to one address keep their order; a job may be put on hold. Failures are keys of our own: what the outside said
-- may have repeated an address.
alter table job add column lane text not null default 'inside-quick';
update job set lane = 'inside-long' where kind in ('recalculate', 'process', 'batch', 'rows');
drop index job_waiting;
create index job_due on job (lane, due_at, id) where state = 'waiting';
alter table job add column in_order text;
alter table job add column held_at int64;
create index job_in_order on job (in_order, id) where state = 'waiting' and in_order is not null;
create index job_troubled on job (id) where state = 'failed' or (state = 'waiting' and (failure <> '' or held_at is not null));
drop index job_failed;
update job set failure = 'fault' where failure <> '';
-- When what is done again and again was last begun, by one node for all.
create table timer (
    key text primary key,
    next_at int64 not null
) clustered;
