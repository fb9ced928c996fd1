-- Colleagues who support or follow an open dossier, so that each finds it in a list.
create table involved (
    account_id int64 not null,
    dossier_id int64 not null references dossier (id),
    agency_id int64 not null,
    how text not null,
    primary key (account_id, dossier_id)
) clustered;
create index involved_dossier on involved (dossier_id);
-- Rows of open work tell what is waited for too: those there are are written anew from the record.
insert into job (id, kind, body, due_at, tries, failure, state)
select 2, 'rows', '{"after":0}', 0, 0, '', 'waiting' where exists (select 1 from work);
