//! Who acts in whose place for a time.

use crate::{Result, SqlRow, Tx, params};
use domain::agency::AgencyId;
use domain::officer::AccountId;
use domain::time::Instant;
use jiff::civil::Date;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Substitution {
    pub id: i64,
    pub absent: AccountId,
    pub substitute: AccountId,
    pub agency: AgencyId,
    /// Both days included.
    pub from: Date,
    pub to: Date,
    /// The number of the document it rests on.
    pub document: String,
    pub made_by: AccountId,
}

const COLUMNS: &str = "id, absent_id, substitute_id, agency_id, from_day, to_day, document, made_by";

fn read(row: &SqlRow) -> Result<Substitution> {
    Ok(Substitution {
        id: row.get(0)?,
        absent: row.get(1)?,
        substitute: row.get(2)?,
        agency: row.get(3)?,
        from: row.get(4)?,
        to: row.get(5)?,
        document: row.get(6)?,
        made_by: row.get(7)?,
    })
}

pub fn insert(tx: &mut Tx, of: &Substitution, at: Instant) -> Result<()> {
    tx.execute(
        &format!("insert into substitution ({COLUMNS}, made_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"),
        params![of.id, of.absent, of.substitute, of.agency, of.from, of.to, &of.document, of.made_by, at],
    )?;
    Ok(())
}

/// Whose place somebody takes on a day.
pub fn list_of_substitute(tx: &mut Tx, substitute: AccountId, day: Date) -> Result<Vec<Substitution>> {
    let sql = format!(
        "select {COLUMNS} from substitution where substitute_id = ?1 and to_day >= ?2 and from_day <= ?2 order by id"
    );
    tx.query(&sql, params![substitute, day])?.iter().map(read).collect()
}

/// Those of an agency that run on a day or later, the first to end first.
pub fn list_of_agency(tx: &mut Tx, agency: AgencyId, day: Date, limit: u32) -> Result<Vec<Substitution>> {
    let sql = format!(
        "select {COLUMNS} from substitution where agency_id = ?1 and to_day >= ?2 and from_day <= to_day
         order by to_day, id limit ?3"
    );
    tx.query(&sql, params![agency, day, limit])?.iter().map(read).collect()
}

pub fn find(tx: &mut Tx, id: i64) -> Result<Option<Substitution>> {
    let sql = format!("select {COLUMNS} from substitution where id = ?1");
    tx.query_one(&sql, params![id])?.as_ref().map(read).transpose()
}

/// Ends it: the last day is this one.
pub fn end(tx: &mut Tx, id: i64, last: Date) -> Result<()> {
    tx.execute("update substitution set to_day = ?2 where id = ?1 and to_day > ?2", params![id, last])?;
    Ok(())
}
