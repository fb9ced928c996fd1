-- By when the law wants a dossier, beside the date that is promised, and how what was decided stands to it. Where an apology
-- set another date, or hours are counted, the record tells: see legal_dates.rs.
alter table dossier add column due_legal int64;
alter table dossier add column timeliness text;
update dossier set due_legal = due_current;
-- By days in Viet Nam.
update dossier set timeliness = case
    when (finished_at + 25200000) / 86400000 < (due_legal + 25200000) / 86400000 then 'early'
    when (finished_at + 25200000) / 86400000 = (due_legal + 25200000) / 86400000 then 'on-time'
    else 'late' end
where stage in ('result-ready', 'returned') and finished_at is not null and due_legal is not null;
-- What is open by when the law wants it.
create index dossier_legal on dossier (due_legal) where finished_at is null and due_legal is not null;
