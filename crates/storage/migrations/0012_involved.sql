-- Colleagues who support or follow an open dossier, so that each finds it in a list.
create table involved (
    account_id int64 not null,
    dossier_id int64 not null references dossier (id),
    agency_id int64 not null,
    how text not null,
    primary key (account_id, dossier_id)
) clustered;
create index involved_dossier on involved (dossier_id);
