//! Every table with its columns and key, for backup, restore and the schema's own test: one text for both
//! engines, so a backup of one can be restored into the other.

use crate::projection::{DOSSIER, FINISHED, INVOLVED, MEASURE, NAME, PARTY, Projection, WORK};
use crate::{Result, SqlRow, SqlValue, Tx};

#[derive(Clone, Debug)]
pub struct TableSchema {
    pub name: &'static str,
    pub columns: String,
    /// The columns of its key.
    pub key: String,
    /// Whether it follows the record.
    pub follows: bool,
}

impl TableSchema {
    /// Every row, in the order of its key.
    pub fn each(&self, tx: &mut Tx, row: impl FnMut(SqlRow) -> Result<()>) -> Result<()> {
        tx.each(&format!("select {} from {} order by {}", self.columns, self.name, self.key), &[], row)
    }
}

/// Adds rows to a table as some version had it, with the columns it had then.
pub fn fill(tx: &mut Tx, table: &str, columns: &str, rows: &[Vec<SqlValue>]) -> Result<()> {
    tx.insert(table, columns, rows)
}

/// Whether a table has a row at all.
pub fn has_rows(tx: &mut Tx, table: &str) -> Result<bool> {
    Ok(tx.query_one(&format!("select 1 from {table} limit 1"), &[])?.is_some())
}

/// The newest key in tables whose key is `id`; 0 where they are empty.
pub fn newest_key<'a>(tx: &mut Tx, tables: impl IntoIterator<Item = &'a str>) -> Result<i64> {
    let mut newest = 0;
    for table in tables {
        let row = tx.query_one(&format!("select id from {table} order by id desc limit 1"), &[])?;
        newest = newest.max(row.map_or(Ok(0), |row| row.get(0))?);
    }
    Ok(newest)
}

enum Declared {
    Own {
        name: &'static str,
        columns: &'static str,
        key: &'static str,
    },
    /// Where it stands in the order; what it is, its projection says.
    Follows(&'static Projection),
}

/// Every table that a backup has, in an order in which they can be filled.
pub fn tables() -> Vec<TableSchema> {
    let declared = TABLES.iter().map(|declared| match declared {
        Declared::Own { name, columns, key } => {
            let columns: Vec<&str> = columns.split(',').map(str::trim).collect();
            TableSchema { name, columns: columns.join(", "), key: key.to_string(), follows: false }
        }
        Declared::Follows(projection) => TableSchema {
            name: projection.table,
            columns: projection.all_columns(),
            key: projection.key_columns(),
            follows: true,
        },
    });
    declared.collect()
}

/// In an order in which they can be filled: a table after those it refers to. Sessions, held forms, tickets, counts of
/// attempts and saved searches end with the installation they were made in and are left out.
const TABLES: &[Declared] = &[
    table("meta", "name, value", "name"),
    table(
        "account",
        "id, login, kind, password, name, identity, phone, email, address, assurance, created_at, disabled, confirmed_email, identity_kind, identity_country",
        "id",
    ),
    table("officer", "account_id, agency_id, unit, body", "account_id"),
    table("agency", "id, slug, body", "id"),
    table("calendar_week", "agency_id, body", "agency_id"),
    table("calendar_day", "agency_id, day, body", "agency_id, day"),
    table("field", "slug, place, body", "slug"),
    table("life_event", "slug, place, body", "slug"),
    table("procedure_version", "code, version, valid_from, valid_to, body, closed_because", "code, version"),
    table(
        "process_version",
        "code, version, created_at, body, valid_from, published_by, approval, approved_why",
        "code, version",
    ),
    table("process_draft", "code, source, updated_at, updated_by", "code"),
    table(
        "supply",
        "code, agency_id, valid_from, valid_to, level, receiving_id",
        "code, agency_id, valid_from",
    ),
    Declared::Follows(&DOSSIER),
    Declared::Follows(&PARTY),
    Declared::Follows(&NAME),
    Declared::Follows(&WORK),
    Declared::Follows(&INVOLVED),
    Declared::Follows(&FINISHED),
    Declared::Follows(&MEASURE),
    table(
        "public_figure",
        "quarter, basis, agency_id, procedure_code, night, parts, latest",
        "quarter, basis, agency_id, procedure_code, night",
    ),
    table("public_quarter", "quarter, closed", "quarter"),
    table("event", "dossier_id, sequence, at, facts, private_digest, digest", "dossier_id, sequence"),
    table("event_private", "dossier_id, sequence, salt, body, erased_under", "dossier_id, sequence"),
    table("act_key", "key, dossier_id, sequence, wish, used_at", "key"),
    table("code_counter", "agency_code, day, last", "agency_code, day"),
    table("join_code", "dossier_id, code, tries, ends_at", "dossier_id"),
    table("reading", "dossier_id, at, account_id", "dossier_id, at, account_id"),
    table("audit", "id, at, account_id, what, subject, body", "id"),
    table(
        "draft",
        "id, token, account_id, procedure_code, version, agency_id, body, updated_at, submitted",
        "id",
    ),
    table(
        "file",
        "id, token, sha256, media, size, name, stored_at, draft_id, paper, dossier_id, erased_under",
        "id",
    ),
    table("job", "id, kind, lane, body, due_at, tries, failure, state, in_order, held_at", "id"),
    table("letter_address", "job_id, address, made_at", "job_id"),
    table("batch", "id, token, account_id, stands_for, act, begun_at, undoes, made_at", "id"),
    table("batch_item", "batch_id, place, dossier_id, state, body", "batch_id, place"),
    table("list_view", "id, account_id, agency_id, unit, shared, name, query, made_at", "id"),
    table("message", "id, account_id, dossier_id, notice, body, at, read_at", "id"),
    table("erasure", "id, at, under_document, body, signature", "id"),
    table("root", "id, at, previous, digest, signature", "id"),
    table("root_head", "root_id, dossier_id, sequence, digest", "root_id, dossier_id"),
    table("quarterly_report", "id, quarter, report, agency_id, sequence, head, body", "id"),
    table("quarterly_event", "report_id, sequence, at, facts, digest, signature", "report_id, sequence"),
    table("quarterly_issue", "report_id, issue, body", "report_id, issue"),
    table(
        "substitution",
        "id, absent_id, substitute_id, agency_id, from_day, to_day, document, made_by, made_at",
        "id",
    ),
    table("national_record", "code, digest, run, received_at, body", "code, digest"),
    table(
        "proposal",
        "id, code, run, made_at, state, field_name, closing, body, decided_at, decided_by",
        "id",
    ),
];

/// Tables of the moment, and sums, which are added up anew: not part of a backup.
pub const PASSING: &[&str] = &[
    "session",
    "ticket",
    "known_browser",
    "attempt",
    "saved_search",
    "timer",
    "held",
    "tally",
    "tally_change",
];

const fn table(name: &'static str, columns: &'static str, key: &'static str) -> Declared {
    Declared::Own { name, columns, key }
}
