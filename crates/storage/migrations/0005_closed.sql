-- Why a procedure is no longer in force, as words in both languages; empty while it is, or where nobody said.
alter table procedure_version add column closed_because text not null default '';
