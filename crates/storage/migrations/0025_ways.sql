-- Steps that come due are found by when, and what an agency has of a procedure in the order of its key: neither reads all
-- open work, or sorts it.
create index work_step_due on work (step_due, dossier_id, place) where step_due is not null;
create index work_in_hand on work (agency_id, procedure_code, dossier_id) where place = 0;
