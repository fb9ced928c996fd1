-- What an officer's list checks of each row lies in the index, so that counting never leaves it.
drop index work_agency;
drop index work_agency_due;
create index work_agency on work (agency_id, queue, due, dossier_id, receiving_id, competent_id);
create index work_agency_due on work (agency_id, due, dossier_id, receiving_id, competent_id);
drop index work_assignee;
create index work_assignee on work (assignee_id, due, dossier_id, agency_id, unit, receiving_id, competent_id)
    where assignee_id is not null;

-- A list narrowed to one procedure.
alter table work add column procedure_code text not null default '';
update work set procedure_code = (select dossier.procedure_code from dossier where dossier.id = work.dossier_id);
create index work_procedure on work (agency_id, procedure_code, due, dossier_id);

-- People are looked up within an agency: an officer finds only what the agency received or decides.
alter table dossier_party add column receiving_id int64 not null default 0;
alter table dossier_party add column competent_id int64 not null default 0;
update dossier_party set
    receiving_id = (select dossier.receiving_id from dossier where dossier.id = dossier_party.dossier_id),
    competent_id = (select dossier.competent_id from dossier where dossier.id = dossier_party.dossier_id);
drop index dossier_party_name;
create index dossier_party_received on dossier_party (receiving_id, name_key, dossier_id desc);
create index dossier_party_decided on dossier_party (competent_id, name_key, dossier_id desc);

-- When a key was used: after a while nobody brings a form back any more.
alter table act_key add column used_at int64 not null default 0;
update act_key set used_at = coalesce((select event.at from event
    where event.dossier_id = act_key.dossier_id and event.sequence = act_key.sequence), 0);
