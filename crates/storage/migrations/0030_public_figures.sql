-- Working days a dossier took, without lawful pauses; nothing for what was decided before that was kept.
alter table measure add column took int64;
-- What everybody was told, each time anew and kept for ever: dossiers of a quarter by the parts of a basis. No agency is 0, no
-- procedure is empty; nights are days since 1970-01-01.
create table public_figure (
    quarter text not null,
    basis text not null,
    agency_id int64 not null,
    procedure_code text not null,
    night int64 not null,
    parts text not null,
    latest int64 not null,
    primary key (quarter, basis, agency_id, procedure_code, night)
) clustered;
create index public_figure_procedure on public_figure (procedure_code, quarter) where latest = 1;
create index public_figure_agency on public_figure (agency_id, quarter) where latest = 1;
-- Quarters that were asked, and the night on which one was told for the last time.
create table public_quarter (
    quarter text not null primary key,
    closed int64
) strict;
