-- Why a process may be used though not all of it could be proved, beside who answers for that.
alter table process_version add column approved_why text not null default '';
