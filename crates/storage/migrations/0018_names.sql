-- Which folding made the key of a name: keys of before are folded anew by a job. What kind of paper a number is of and which
-- country gave it, where the digits do not tell.
alter table dossier_party add column folding int64 not null default 1;
alter table dossier_party add column identity_kind text not null default '';
alter table dossier_party add column identity_country text not null default '';
alter table account add column identity_kind text not null default '';
alter table account add column identity_country text not null default '';
-- Names from each later word on, so that people are found by any word.
create table dossier_name (
    dossier_id int64 not null references dossier (id),
    role text not null,
    place int64 not null,
    words text not null,
    receiving_id int64 not null,
    competent_id int64 not null,
    primary key (dossier_id, role, place)
) clustered;
create index dossier_name_received on dossier_name (receiving_id, words, dossier_id desc);
create index dossier_name_decided on dossier_name (competent_id, words, dossier_id desc);
insert into job (id, kind, lane, body, due_at, tries, failure, state)
select 3, 'fold', 'inside-long', '{"after":0}', 0, 0, '', 'waiting' where exists (select 1 from dossier_party);
