-- A dossier opened for one of another agency knows which: it is found by that, and can be left out where dossiers are counted.
alter table dossier add column main_id int64;
create index dossier_main on dossier (main_id, id) where main_id is not null;
