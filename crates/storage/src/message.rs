//! What the portal tells a person.

use crate::{Result, SqlRow, SqlValue, Tx, params};
use domain::dossier::DossierId;
use domain::officer::AccountId;
use domain::time::Instant;
use std::collections::HashMap;

/// Maximum accounts asked for in one statement.
const AT_ONCE: usize = 500;

#[derive(Clone, Debug)]
pub struct StoredMessage {
    pub id: i64,
    pub dossier: Option<DossierId>,
    pub notice: String,
    /// What its words need, as JSON of the app's own.
    pub body: String,
    pub at: Instant,
    pub read: bool,
}

/// Adds a message; adding the same key again changes nothing.
pub fn insert(
    tx: &mut Tx,
    id: i64,
    account: AccountId,
    dossier: Option<DossierId>,
    notice: &str,
    body: &str,
    at: Instant,
) -> Result<()> {
    tx.execute(
        "insert into message (id, account_id, dossier_id, notice, body, at) values (?1, ?2, ?3, ?4, ?5, ?6)
         on conflict (id) do nothing",
        params![id, account, dossier, notice, body, at],
    )?;
    Ok(())
}

/// What an account was told about one dossier: the newest first, and how many there are in all.
#[derive(Clone, Debug)]
pub struct DossierMessages {
    pub newest: Vec<StoredMessage>,
    pub count: u32,
    /// Whether any of them is new.
    pub unread: bool,
}

const COLUMNS: &str = "id, dossier_id, notice, body, at, read_at";

fn message(row: &SqlRow) -> Result<StoredMessage> {
    Ok(StoredMessage {
        id: row.get(0)?,
        dossier: row.get(1)?,
        notice: row.get(2)?,
        body: row.get(3)?,
        at: row.get(4)?,
        read: row.get::<Option<i64>>(5)?.is_some(),
    })
}

/// Messages of an account, newest first.
pub fn list(tx: &mut Tx, account: AccountId, limit: u32) -> Result<Vec<StoredMessage>> {
    let sql =
        format!("select {COLUMNS} from message where account_id = ?1 order by at desc, id desc limit ?2");
    tx.query(&sql, params![account, limit])?.iter().map(message).collect()
}

/// What an account was told, by dossier, the one told of last first; up to `each` messages of one. A cursor is the moment
/// and the id of the newest message of a dossier.
pub fn list_told(
    tx: &mut Tx,
    account: AccountId,
    before: Option<(i64, i64)>,
    limit: u32,
    each: u32,
) -> Result<Vec<DossierMessages>> {
    let (at, id) = before.unwrap_or((i64::MAX, i64::MAX));
    let heads = tx.query(
        &format!(
            "select {COLUMNS} from message as head
             where account_id = ?1 and (at, id) < (?2, ?3) and not exists (
                select 1 from message as later
                where later.account_id = ?1 and later.dossier_id = head.dossier_id
                    and (later.at, later.id) > (head.at, head.id))
             order by at desc, id desc limit ?4"
        ),
        params![account, at, id, limit],
    )?;
    let heads: Vec<StoredMessage> = heads.iter().map(message).collect::<Result<_>>()?;
    let mut told: Vec<DossierMessages> = heads
        .into_iter()
        .map(|head| DossierMessages { count: 1, unread: !head.read, newest: vec![head] })
        .collect();
    let places: HashMap<DossierId, usize> =
        told.iter().enumerate().filter_map(|(place, told)| Some((told.newest[0].dossier?, place))).collect();
    if places.is_empty() {
        return Ok(told);
    }
    let (marks, mut values) = crate::tx::among(places.keys().map(|dossier| SqlValue::from(*dossier)));
    values.extend([SqlValue::from(account), SqlValue::from(each)]);
    let (of, most) = (values.len() - 1, values.len());
    let sql = format!(
        "select {COLUMNS}, told, was_read from (
            select {COLUMNS}, count(*) over (partition by dossier_id) as told,
                count(read_at) over (partition by dossier_id) as was_read,
                row_number() over (partition by dossier_id order by at desc, id desc) as place
            from message where account_id = ?{of} and dossier_id in ({marks})) as of_dossier
         where place between 2 and ?{most}
         order by at desc, id desc"
    );
    for row in tx.query(&sql, &values)? {
        let earlier = message(&row)?;
        if let Some(place) = earlier.dossier.and_then(|dossier| places.get(&dossier)) {
            told[*place].newest.push(earlier);
            told[*place].count = row.get(6)?;
            told[*place].unread = row.get::<u32>(7)? < row.get::<u32>(6)?;
        }
    }
    Ok(told)
}

/// What these accounts were told since a moment: whom, and the body.
pub fn list_bodies(tx: &mut Tx, accounts: &[AccountId], since: Instant) -> Result<Vec<(AccountId, String)>> {
    let mut bodies = Vec::new();
    for some in accounts.chunks(AT_ONCE) {
        let (marks, mut values) = crate::tx::among(some.iter().map(|account| SqlValue::from(*account)));
        values.push(SqlValue::from(since));
        let sql = format!(
            "select account_id, body from message where account_id in ({marks}) and at > ?{}",
            values.len()
        );
        for row in tx.query(&sql, &values)? {
            bodies.push((row.get(0)?, row.get(1)?));
        }
    }
    Ok(bodies)
}

/// How far unread messages are counted.
pub const UNREAD_MAX: u32 = 100;

/// What counts the unread messages of an account.
pub(crate) fn unread(account: &str) -> String {
    format!(
        "(select count(*) from (select 1 from message
            where message.account_id = {account} and message.read_at is null limit {UNREAD_MAX}) as found)"
    )
}

pub fn count_unread(tx: &mut Tx, account: AccountId) -> Result<u32> {
    let row = tx.query_one(&format!("select {}", unread("?1")), params![account])?;
    row.map_or(Ok(0), |row| row.get(0))
}

pub fn mark_read(tx: &mut Tx, account: AccountId, now: Instant) -> Result<()> {
    tx.execute(
        "update message set read_at = ?2 where account_id = ?1 and read_at is null",
        params![account, now],
    )?;
    Ok(())
}

/// What an account was told about the dossiers of these messages, up to each of them, is read.
pub fn mark_read_with(tx: &mut Tx, account: AccountId, heads: &[(i64, i64)], now: Instant) -> Result<()> {
    for (at, id) in heads {
        tx.execute(
            "update message set read_at = ?4 where account_id = ?1 and read_at is null and (at, id) <= (?2, ?3)
                 and (id = ?3 or dossier_id = (select dossier_id from message where account_id = ?1 and id = ?3))",
            params![account, *at, *id, now],
        )?;
    }
    Ok(())
}

/// Whether an account was told something about a dossier that it has not read.
pub fn is_unread_of(tx: &mut Tx, account: AccountId, dossier: DossierId) -> Result<bool> {
    let sql = "select 1 from message where account_id = ?1 and dossier_id = ?2 and read_at is null limit 1";
    Ok(tx.query_one(sql, params![account, dossier])?.is_some())
}

pub fn mark_read_of(tx: &mut Tx, account: AccountId, dossier: DossierId, now: Instant) -> Result<()> {
    tx.execute(
        "update message set read_at = ?3 where account_id = ?1 and dossier_id = ?2 and read_at is null",
        params![account, dossier, now],
    )?;
    Ok(())
}

/// What anybody was told in one way of some dossiers: the dossier, and the body.
pub fn bodies_of(tx: &mut Tx, notice: &str, dossiers: &[DossierId]) -> Result<Vec<(DossierId, String)>> {
    let mut bodies = Vec::new();
    for some in dossiers.chunks(AT_ONCE) {
        let (marks, mut values) = crate::tx::among(some.iter().map(|dossier| SqlValue::from(*dossier)));
        values.push(SqlValue::from(notice));
        let sql = format!(
            "select dossier_id, body from message where dossier_id in ({marks}) and notice = ?{}",
            values.len()
        );
        for row in tx.query(&sql, &values)? {
            bodies.push((row.get(0)?, row.get(1)?));
        }
    }
    Ok(bodies)
}

/// Drops messages of some kinds said before a moment.
pub fn forget(tx: &mut Tx, notices: &[&str], before: Instant) -> Result<()> {
    for notice in notices {
        tx.execute("delete from message where notice = ?1 and at < ?2", params![*notice, before])?;
    }
    Ok(())
}
