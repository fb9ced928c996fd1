-- How it was decided, for the list of whoever applied. A decision is written so in its fact from the beginning.
alter table dossier add column outcome text;
update dossier set outcome = case
    when exists (
        select 1 from event
        where event.dossier_id = dossier.id and event.facts like '%"fact":"decided","outcome":"denied"%')
    then 'denied' else 'granted' end
where stage in ('result-ready', 'returned');
