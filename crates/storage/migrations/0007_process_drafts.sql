-- A process while it is designed, before it is published: the file as it stands.
create table process_draft (
    code text primary key,
    source text not null,
    updated_at int64 not null,
    updated_by int64 not null
) clustered;
-- From which day on a version is used, who published it, and who answers for what could not be proved of it.
alter table process_version add column valid_from text not null default '';
alter table process_version add column published_by int64;
alter table process_version add column approval text not null default '';
