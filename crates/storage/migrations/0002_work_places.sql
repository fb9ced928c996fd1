-- Who received and who decides an open dossier: an officer's list holds only what the officer may open.
alter table work add column receiving_id int64 not null default 0;
alter table work add column competent_id int64 not null default 0;
update work set
    receiving_id = (select dossier.receiving_id from dossier where dossier.id = work.dossier_id),
    competent_id = (select dossier.competent_id from dossier where dossier.id = work.dossier_id);
