//! Tables that follow the record, each declared once as a value: what a new dossier writes, what an act changes, what is
//! written in bulk, verified, rebuilt and saved in a backup all derive from [`PROJECTIONS`].

mod dossier;
mod finished;
mod involved;
mod measure;
mod name;
mod party;
mod work;

pub use dossier::DOSSIER;
pub use finished::FINISHED;
pub use involved::INVOLVED;
pub use measure::MEASURE;
pub(crate) use measure::{day_number, day_of, of_row, row as measure_row, row_of as measured_row};
pub use name::NAME;
pub use party::PARTY;
pub use work::WORK;

use crate::record::Digest;
use crate::tx::insert_sql;
use crate::{Result, SqlValue, Tx, params};
use domain::dossier::{Dossier, DossierId};

/// In an order in which they can be filled.
pub const PROJECTIONS: &[&Projection] = &[&DOSSIER, &PARTY, &NAME, &WORK, &INVOLVED, &FINISHED, &MEASURE];

/// A table whose rows are what a dossier's events amount to.
pub struct Projection {
    pub table: &'static str,
    /// Its columns, those of its key first.
    pub columns: &'static [&'static str],
    /// How many of them are its key.
    pub key: usize,
    /// Which of them holds the dossier.
    pub dossier: usize,
    /// A column that somebody else writes, and what it has in a new row.
    pub external_column: Option<(&'static str, i64)>,
    rows: fn(&ProjectionInput) -> Vec<Vec<SqlValue>>,
    told: MismatchReport,
}

/// How a difference is told.
enum MismatchReport {
    /// Column by column: they hold nothing personal.
    ByColumn,
    As(&'static str),
}

/// A dossier as its events tell it, and what else its rows need.
#[derive(Clone, Copy)]
pub struct ProjectionInput<'a> {
    pub dossier: &'a Dossier,
    /// The digest of its last event.
    pub head: Digest,
    pub folding: Folding,
}

/// A way to fold names as people search for them.
#[derive(Clone, Copy)]
pub struct Folding {
    /// Kept with each key it makes.
    pub version: u32,
    pub key: fn(&str) -> String,
    /// What else people are found by, such as each later word.
    pub others: fn(&str) -> Vec<String>,
}

/// The rows of one dossier, table by table.
#[derive(Clone, Debug, Default)]
pub struct DossierRows(Vec<Vec<Vec<SqlValue>>>);

impl DossierRows {
    pub fn of(state: ProjectionInput) -> DossierRows {
        DossierRows(PROJECTIONS.iter().map(|projection| (projection.rows)(&state)).collect())
    }

    /// Takes another dossier's rows along, to be written together.
    pub fn extend(&mut self, more: DossierRows) {
        self.0.resize(PROJECTIONS.len(), Vec::new());
        for (rows, more) in self.0.iter_mut().zip(more.0) {
            rows.extend(more);
        }
    }

    /// Those of one table.
    pub(crate) fn in_table(&self, projection: &Projection) -> &[Vec<SqlValue>] {
        self.each().find(|(known, _)| known.table == projection.table).map_or(&[], |(_, rows)| rows)
    }

    fn each(&self) -> impl Iterator<Item = (&'static Projection, &Vec<Vec<SqlValue>>)> {
        PROJECTIONS.iter().copied().zip(&self.0)
    }
}

impl Projection {
    /// Every column of the table.
    pub fn all_columns(&self) -> String {
        let kept = self.external_column.iter().map(|(column, _)| *column);
        self.columns.iter().copied().chain(kept).collect::<Vec<_>>().join(", ")
    }

    pub fn key_columns(&self) -> String {
        self.columns[..self.key].join(", ")
    }

    fn whole(&self, row: &[SqlValue]) -> Vec<SqlValue> {
        let kept = self.external_column.iter().map(|(_, value)| SqlValue::Int(*value));
        row.iter().cloned().chain(kept).collect()
    }

    /// Writes a row whether it is there or not; what somebody else keeps in it stays.
    fn put(&self, tx: &mut Tx, row: &[SqlValue]) -> Result<()> {
        let others = self.columns[self.key..].iter().map(|column| format!("{column} = excluded.{column}"));
        let sql = format!(
            "{} on conflict ({}) do update set {}",
            insert_sql(self.table, &self.all_columns(), 1),
            self.key_columns(),
            others.collect::<Vec<_>>().join(", ")
        );
        tx.execute(&sql, &self.whole(row)).map(|_| ())
    }

    /// Writes of a row that is there only what changed: engines write an index anew whenever its column is named.
    fn change(&self, tx: &mut Tx, before: &[SqlValue], after: &[SqlValue]) -> Result<()> {
        let mut values = after[..self.key].to_vec();
        let mut changed = Vec::new();
        for column in self.key..self.columns.len() {
            if before[column] != after[column] {
                values.push(after[column].clone());
                changed.push(format!("{} = ?{}", self.columns[column], values.len()));
            }
        }
        if changed.is_empty() {
            return Ok(());
        }
        let sql = format!("update {} set {} where {}", self.table, changed.join(", "), self.at_key());
        // A row that should be there and is not is written whole.
        if tx.execute(&sql, &values)? == 0 { self.put(tx, after) } else { Ok(()) }
    }

    fn remove(&self, tx: &mut Tx, row: &[SqlValue]) -> Result<()> {
        let sql = format!("delete from {} where {}", self.table, self.at_key());
        tx.execute(&sql, &row[..self.key]).map(|_| ())
    }

    fn at_key(&self) -> String {
        let each =
            self.columns[..self.key].iter().zip(1..).map(|(column, place)| format!("{column} = ?{place}"));
        each.collect::<Vec<_>>().join(" and ")
    }

    fn stored(&self, tx: &mut Tx, id: DossierId) -> Result<Vec<Vec<SqlValue>>> {
        let (columns, dossier) = (self.columns.join(", "), self.columns[self.dossier]);
        let sql = format!(
            "select {columns} from {} where {dossier} = ?1 order by {}",
            self.table,
            self.key_columns()
        );
        Ok(tx.query(&sql, params![id])?.iter().map(|row| row.values().to_vec()).collect())
    }

    /// Whether its table says something else of a dossier.
    pub fn differs(&self, tx: &mut Tx, id: DossierId, rows: &DossierRows) -> Result<bool> {
        let stored = self.stored(tx, id)?;
        let expected = rows.each().find(|(projection, _)| projection.table == self.table);
        Ok(expected.is_some_and(|(_, expected)| stored != *expected))
    }

    fn difference(&self, stored: &[Vec<SqlValue>], expected: &[Vec<SqlValue>]) -> Vec<String> {
        if stored == expected {
            return Vec::new();
        }
        match (&self.told, stored, expected) {
            (MismatchReport::ByColumn, [stored], [expected]) => {
                let each = self.columns.iter().zip(stored).zip(expected);
                each.filter(|((_, stored), expected)| stored != expected)
                    .map(|((column, stored), expected)| {
                        format!("its row says {column} = {stored}, its events {expected}")
                    })
                    .collect()
            }
            (MismatchReport::ByColumn, [], _) => vec!["it has events and no row".into()],
            (MismatchReport::ByColumn, ..) => vec!["it has several rows".into()],
            (MismatchReport::As(words), ..) => vec![words.to_string()],
        }
    }
}

/// Writes the rows of dossiers that are new.
pub fn insert(tx: &mut Tx, rows: &DossierRows) -> Result<()> {
    for (projection, rows) in rows.each() {
        let whole: Vec<Vec<SqlValue>> = rows.iter().map(|row| projection.whole(row)).collect();
        tx.insert(projection.table, &projection.all_columns(), &whole)?;
    }
    Ok(())
}

/// Writes what an act changed: rows that are new, columns that are others, rows that are no more.
pub fn update(tx: &mut Tx, before: &DossierRows, after: &DossierRows) -> Result<()> {
    for ((projection, before), (_, after)) in before.each().zip(after.each()) {
        if before == after {
            continue;
        }
        let key = |row: &Vec<SqlValue>| row[..projection.key].to_vec();
        for row in before.iter().filter(|row| after.iter().all(|other| key(other) != key(row))) {
            projection.remove(tx, row)?;
        }
        for row in after {
            match before.iter().find(|other| key(other) == key(row)) {
                Some(old) => projection.change(tx, old, row)?,
                None => projection.put(tx, row)?,
            }
        }
    }
    Ok(())
}

/// Writes all rows of a dossier anew, whatever lies there; how many lay there otherwise.
pub fn rewrite(tx: &mut Tx, id: DossierId, rows: &DossierRows) -> Result<u64> {
    let mut changed = 0;
    for (projection, rows) in rows.each() {
        let stored = projection.stored(tx, id)?;
        let key = |row: &Vec<SqlValue>| row[..projection.key].to_vec();
        for row in stored.iter().filter(|row| rows.iter().all(|other| key(other) != key(row))) {
            projection.remove(tx, row)?;
            changed += 1;
        }
        for row in rows.iter().filter(|row| !stored.contains(row)) {
            projection.put(tx, row)?;
            changed += 1;
        }
    }
    Ok(changed)
}

/// Where the tables say something else of a dossier than its events.
#[derive(Clone, Debug, Default)]
pub struct RowDifferences {
    /// In sentences.
    pub found: Vec<String>,
    /// Some of its rows are as the version before wrote them, and wait for a job.
    pub due: bool,
}

/// Compares what lies there with what would be written today; or, if all that one of the versions `before` wrote otherwise
/// lies there as that wrote it, with that.
pub fn differences(
    tx: &mut Tx,
    id: DossierId,
    rows: &DossierRows,
    before: &[DossierRows],
) -> Result<RowDifferences> {
    // Engines order texts differently.
    let sorted = |projection: &Projection, rows: &[Vec<SqlValue>]| {
        let mut rows = rows.to_vec();
        rows.sort_by(|one, other| one[..projection.key].cmp(&other[..projection.key]));
        rows
    };
    let mut stored = Vec::new();
    for (projection, _) in rows.each() {
        stored.push(sorted(projection, &projection.stored(tx, id)?));
    }
    let each = |rows: &DossierRows| rows.each().map(|(table, rows)| sorted(table, rows)).collect::<Vec<_>>();
    let today = each(rows);
    let lies_there = |before: &Vec<Vec<Vec<SqlValue>>>| {
        let all = today.iter().zip(before).zip(&stored);
        let mut otherwise = all.filter(|((today, before), _)| today != before).peekable();
        otherwise.peek().is_some() && otherwise.all(|((_, before), stored)| stored == before)
    };
    let before = before.iter().map(each).find(lies_there);
    let due = before.is_some();
    let mut found = Vec::new();
    for (((projection, _), stored), expected) in
        rows.each().zip(&stored).zip(before.as_ref().unwrap_or(&today))
    {
        found.extend(projection.difference(stored, expected));
    }
    Ok(RowDifferences { found, due })
}

/// Removes rows of dossiers without any event, but for a dossier's own, on which others hang.
pub fn remove_strays(tx: &mut Tx) -> Result<u64> {
    let mut removed = 0;
    for projection in PROJECTIONS.iter().filter(|projection| projection.table != DOSSIER.table) {
        let (table, dossier) = (projection.table, projection.columns[projection.dossier]);
        let sql = format!(
            "delete from {table} where not exists (select 1 from event where event.dossier_id = {table}.{dossier})"
        );
        removed += tx.execute(&sql, &[])?;
    }
    Ok(removed)
}

/// Rows of dossiers without any event: the table, the dossier.
pub fn strays(tx: &mut Tx) -> Result<Vec<(&'static str, DossierId)>> {
    const ENOUGH: u32 = 1_000;
    let mut found = Vec::new();
    for projection in PROJECTIONS {
        let (table, dossier) = (projection.table, projection.columns[projection.dossier]);
        let sql = format!(
            "select distinct {dossier} from {table} where not exists (
                select 1 from event where event.dossier_id = {table}.{dossier}) order by 1 limit ?1"
        );
        for row in tx.query(&sql, params![ENOUGH])? {
            found.push((table, row.get(0)?));
        }
    }
    Ok(found)
}
