//! What lay in a backup of format 6, which did not say itself which columns its tables have.

/// Its last migration.
pub const LAST_MIGRATION: &str = "0013_reminders";

/// Its tables, in the order they are filled in, with their columns.
pub const TABLES: &[(&str, &str)] = &[
    ("meta", "name, value"),
    (
        "account",
        "id, login, kind, password, name, identity, phone, email, address, assurance, created_at, disabled",
    ),
    ("officer", "account_id, agency_id, unit, body"),
    ("agency", "id, slug, body"),
    ("calendar_week", "agency_id, body"),
    ("calendar_day", "agency_id, day, body"),
    ("field", "slug, place, body"),
    ("life_event", "slug, place, body"),
    ("procedure_version", "code, version, valid_from, valid_to, body, closed_because"),
    ("process_version", "code, version, created_at, body, valid_from, published_by, approval"),
    ("process_draft", "code, source, updated_at, updated_by"),
    ("supply", "code, agency_id, valid_from, valid_to, level, receiving_id"),
    (
        "dossier",
        "id, reference, code, external_code, procedure_code, channel, receiving_id, competent_id, account_id, stage, unit, step, assignee_id, steps_done, steps_total, submitted_at, accepted_at, due_original, due_current, finished_at, returned_at, sequence, head, main_id, rooted",
    ),
    ("dossier_party", "dossier_id, role, name, name_key, identity, receiving_id, competent_id"),
    (
        "work",
        "dossier_id, place, agency_id, unit, queue, assignee_id, due, step, step_due, receiving_id, competent_id, procedure_code",
    ),
    ("involved", "account_id, dossier_id, agency_id, how"),
    ("finished", "dossier_id, unit, agency_id, finished_at"),
    ("event", "dossier_id, sequence, at, facts, private_digest, digest"),
    ("event_private", "dossier_id, sequence, salt, body, erased_under"),
    ("act_key", "key, dossier_id, sequence, wish, used_at"),
    ("code_counter", "agency_code, day, last"),
    ("join_code", "dossier_id, code, tries, ends_at"),
    ("reading", "dossier_id, at, account_id"),
    ("audit", "id, at, account_id, what, subject, body"),
    ("draft", "id, token, account_id, procedure_code, version, agency_id, body, updated_at, submitted"),
    ("file", "id, token, sha256, media, size, name, stored_at, draft_id, paper, dossier_id"),
    ("job", "id, kind, body, due_at, tries, failure, state"),
    ("batch", "id, token, account_id, stands_for, act, begun_at, undoes, made_at"),
    ("batch_item", "batch_id, place, dossier_id, state, body"),
    ("list_view", "id, account_id, agency_id, unit, shared, name, query, made_at"),
    ("message", "id, account_id, dossier_id, notice, body, at, read_at"),
    ("root", "id, at, previous, digest, signature"),
    ("root_head", "root_id, dossier_id, sequence, digest"),
    ("substitution", "id, absent_id, substitute_id, agency_id, from_day, to_day, document, made_by, made_at"),
    ("national_record", "code, digest, run, received_at, body"),
    ("proposal", "id, code, run, made_at, state, field_name, closing, body, decided_at, decided_by"),
];
