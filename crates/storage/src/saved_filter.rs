//! Lists kept under a name: what of the open work they show, by the pairs of an address.

use crate::{Result, Tx, params};
use domain::officer::{AccountId, Officer};
use domain::time::Instant;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedFilter {
    pub id: i64,
    pub owner: AccountId,
    /// The whole division sees it.
    pub shared: bool,
    pub name: String,
    pub query: String,
}

/// An officer's own lists and those of their division, the oldest first.
pub fn list(tx: &mut Tx, officer: &Officer, limit: u32) -> Result<Vec<SavedFilter>> {
    let columns = "id, account_id, shared, name, query";
    let sql = format!(
        "select {columns} from (
            select {columns} from list_view where account_id = ?1
            union
            select {columns} from list_view where agency_id = ?2 and unit = ?3 and shared = 1
         ) as found order by id limit ?4"
    );
    tx.query(&sql, params![officer.account, officer.agency, officer.unit.0.as_str(), limit])?
        .iter()
        .map(|row| {
            Ok(SavedFilter {
                id: row.get(0)?,
                owner: row.get(1)?,
                shared: row.get::<i64>(2)? == 1,
                name: row.get(3)?,
                query: row.get(4)?,
            })
        })
        .collect()
}

pub fn insert(tx: &mut Tx, view: &SavedFilter, officer: &Officer, at: Instant) -> Result<()> {
    tx.execute(
        "insert into list_view (id, account_id, agency_id, unit, shared, name, query, made_at)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            view.id,
            officer.account,
            officer.agency,
            officer.unit.0.as_str(),
            i64::from(view.shared),
            &view.name,
            &view.query,
            at
        ],
    )?;
    Ok(())
}

/// Drops one of an officer's own.
pub fn drop(tx: &mut Tx, id: i64, owner: AccountId) -> Result<bool> {
    Ok(tx.execute("delete from list_view where id = ?1 and account_id = ?2", params![id, owner])? == 1)
}
