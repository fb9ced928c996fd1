-- Several steps of a dossier may run at once: a row of open work for each, with its step and that step's own date.
alter table work rename to work_before;
create table work (
    dossier_id int64 not null references dossier (id),
    -- 0 for the oldest running step, and for a dossier without one.
    place int64 not null,
    agency_id int64 not null,
    unit text not null,
    queue text not null,
    assignee_id int64,
    due int64 not null,
    step text,
    step_due int64,
    receiving_id int64 not null,
    competent_id int64 not null,
    procedure_code text not null,
    primary key (dossier_id, place)
) clustered;
insert into work (dossier_id, place, agency_id, unit, queue, assignee_id, due, step, step_due, receiving_id,
    competent_id, procedure_code)
select work_before.dossier_id, 0, work_before.agency_id, work_before.unit, work_before.queue, work_before.assignee_id,
    work_before.due, dossier.step, null, work_before.receiving_id, work_before.competent_id, work_before.procedure_code
from work_before join dossier on dossier.id = work_before.dossier_id;
drop table work_before;
create index work_agency on work (agency_id, queue, due, dossier_id, place, receiving_id, competent_id, step_due);
create index work_agency_due on work (agency_id, due, dossier_id, place, receiving_id, competent_id);
create index work_unit on work (agency_id, unit, queue, due, dossier_id, place, step_due);
create index work_unit_due on work (agency_id, unit, due, dossier_id, place);
create index work_assignee on work (assignee_id, due, dossier_id, place, agency_id, unit, receiving_id, competent_id)
    where assignee_id is not null;
create index work_procedure on work (agency_id, procedure_code, due, dossier_id, place, queue);
-- What these rows could not tell about themselves, their dossiers' records tell.
insert into job (id, kind, body, due_at, tries, failure, state)
select 1, 'rows', '{"after":0}', 0, 0, '', 'waiting' where exists (select 1 from work where step is not null);
