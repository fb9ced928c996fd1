//! Sessions, and the browsers they were begun with.

use crate::account::{self, Account};
use crate::{Result, SqlRow, Tx, message, params};
use domain::officer::{AccountId, Officer};
use domain::time::Instant;

/// When a session is good: it has not ended, was seen lately, and was not begun or seen at a time that is still to come,
/// as happens where the clock was ahead and was set back.
#[derive(Clone, Copy, Debug)]
pub struct SessionBounds {
    pub now: Instant,
    pub idle_from: Instant,
    pub ahead_at_most: Instant,
}

const GOOD: &str =
    "session.ends_at > ?2 and session.seen_at > ?3 and session.seen_at <= ?4 and session.created_at <= ?4";

/// A session that is still good.
#[derive(Clone, Debug)]
pub struct FoundSession {
    pub account: Account,
    /// What the account is as an officer.
    pub officer: Option<Officer>,
    pub seen_at: Instant,
    /// Messages it has not read, counted no further than [`message::UNREAD_MAX`].
    pub unread: u32,
}

/// A session that is still good, with whose it is: every request asks for it, so it is one statement.
pub fn find(tx: &mut Tx, token: &[u8], good: SessionBounds) -> Result<Option<FoundSession>> {
    let sql = format!(
        "select {}, session.seen_at, {}, officer.agency_id, officer.unit, officer.body
         from session join account on account.id = session.account_id
         left join officer on officer.account_id = account.id and account.kind = 'officer'
         where session.token = ?1 and {GOOD} and account.disabled = 0",
        account::COLUMNS,
        message::unread("account.id"),
    );
    let values = params![token, good.now, good.idle_from, good.ahead_at_most];
    let Some(row) = tx.query_one(&sql, values)? else { return Ok(None) };
    let account = account::read(&row)?;
    let next = account::COLUMN_COUNT;
    Ok(Some(FoundSession {
        seen_at: row.get(next)?,
        unread: row.get(next + 1)?,
        officer: account::officer_of(&account, &row, next + 2)?,
        account,
    }))
}

/// Whose session this was, if it ended by itself since a moment: what was ended on purpose has no row any more.
pub fn find_ended(
    tx: &mut Tx,
    token: &[u8],
    good: SessionBounds,
    since: EndedSince,
) -> Result<Option<Account>> {
    let sql = format!(
        "select {} from session join account on account.id = session.account_id
         where session.token = ?1 and (session.ends_at <= ?2 or session.seen_at <= ?3)
            and session.seen_at <= ?4 and session.created_at <= ?4
            and session.ends_at > ?5 and session.seen_at > ?6 and account.disabled = 0",
        account::COLUMNS
    );
    let values = params![token, good.now, good.idle_from, good.ahead_at_most, since.ended, since.seen];
    tx.query_one(&sql, values)?.as_ref().map(account::read).transpose()
}

/// How long ago a session may have ended: by its own time, and by having been seen last.
#[derive(Clone, Copy, Debug)]
pub struct EndedSince {
    pub ended: Instant,
    pub seen: Instant,
}

/// What a sign-in, or a crossing from another host, begins.
#[derive(Clone, Debug)]
pub struct NewSession<'a> {
    pub token: &'a [u8],
    pub account: AccountId,
    pub at: Instant,
    pub ends_at: Instant,
    /// Sessions of one sign-in share it and end together.
    pub family: &'a [u8],
    pub browser: &'a str,
}

pub fn insert(tx: &mut Tx, new: &NewSession) -> Result<()> {
    tx.execute(
        "insert into session (token, account_id, created_at, seen_at, ends_at, family, browser)
         values (?1, ?2, ?3, ?3, ?4, ?5, ?6)",
        params![new.token, new.account, new.at, new.ends_at, new.family, new.browser],
    )?;
    Ok(())
}

/// What a session hands on to one it crosses to.
#[derive(Clone, Debug)]
pub struct Lineage {
    pub family: Vec<u8>,
    pub ends_at: Instant,
    pub browser: String,
}

pub fn find_lineage(tx: &mut Tx, token: &[u8], good: SessionBounds) -> Result<Option<Lineage>> {
    let sql = format!("select family, ends_at, browser from session where token = ?1 and {GOOD}");
    let row = tx.query_one(&sql, params![token, good.now, good.idle_from, good.ahead_at_most])?;
    row.map(|row| Ok(Lineage { family: row.get(0)?, ends_at: row.get(1)?, browser: row.get(2)? })).transpose()
}

pub fn touch(tx: &mut Tx, token: &[u8], now: Instant) -> Result<()> {
    tx.execute("update session set seen_at = ?2 where token = ?1", params![token, now])?;
    Ok(())
}

/// A sign-in as its owner sees it: all its sessions in one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignIn {
    pub family: Vec<u8>,
    pub since: Instant,
    pub seen_at: Instant,
    pub browser: String,
}

/// An account's sign-ins that are still good, the last seen first.
pub fn list(tx: &mut Tx, account: AccountId, good: SessionBounds) -> Result<Vec<SignIn>> {
    let sql = format!(
        "select family, min(created_at), max(seen_at), max(browser) from session
         where account_id = ?1 and {GOOD} group by family order by 3 desc, family"
    );
    let read = |row: &SqlRow| {
        Ok(SignIn { family: row.get(0)?, since: row.get(1)?, seen_at: row.get(2)?, browser: row.get(3)? })
    };
    tx.query(&sql, params![account, good.now, good.idle_from, good.ahead_at_most])?.iter().map(read).collect()
}

/// Ends a session and those it crossed to.
pub fn end(tx: &mut Tx, token: &[u8]) -> Result<()> {
    tx.execute(
        "delete from session where family = (select family from session where token = ?1)",
        params![token],
    )?;
    Ok(())
}

/// Ends a sign-in of an account.
pub fn end_family(tx: &mut Tx, account: AccountId, family: &[u8]) -> Result<()> {
    tx.execute("delete from session where account_id = ?1 and family = ?2", params![account, family])?;
    Ok(())
}

pub fn end_all(tx: &mut Tx, account: AccountId) -> Result<()> {
    tx.execute("delete from session where account_id = ?1", params![account])?;
    Ok(())
}

/// Ends every session of an account but those of one sign-in.
pub fn end_others(tx: &mut Tx, account: AccountId, token: &[u8]) -> Result<()> {
    tx.execute(
        "delete from session where account_id = ?1
            and family <> (select family from session where token = ?2 and account_id = ?1)",
        params![account, token],
    )?;
    Ok(())
}

/// Sweeps sessions that ended before a moment, and those of a clock ahead.
pub fn sweep(tx: &mut Tx, since: EndedSince, ahead_at_most: Instant) -> Result<u64> {
    tx.execute(
        "delete from session where ends_at < ?1 or seen_at < ?2 or created_at > ?3 or seen_at > ?3",
        params![since.ended, since.seen, ahead_at_most],
    )
}
