//! Accounts, officers, sessions and single-use tickets.

use crate::{Result, Row, StorageError, Tx, Value, params};
use domain::Text;
use domain::agency::{AgencyId, UnitKey};
use domain::officer::{AccountId, Assurance, Officer, Role};
use domain::time::Instant;
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountKind {
    Person,
    Organisation,
    Officer,
}

impl AccountKind {
    pub const fn key(self) -> &'static str {
        match self {
            AccountKind::Person => "person",
            AccountKind::Organisation => "organisation",
            AccountKind::Officer => "officer",
        }
    }

    pub fn parse(key: &str) -> Option<AccountKind> {
        [AccountKind::Person, AccountKind::Organisation, AccountKind::Officer]
            .into_iter()
            .find(|k| k.key() == key)
    }
}

#[derive(Clone, Debug)]
pub struct Account {
    pub id: AccountId,
    pub login: String,
    pub kind: AccountKind,
    /// Argon2id, in PHC form.
    pub password: String,
    pub name: String,
    pub identity: String,
    pub phone: String,
    pub email: String,
    pub address: String,
    pub assurance: Assurance,
    pub disabled: bool,
}

const COLUMNS: &str =
    "account.id, account.login, account.kind, account.password, account.name, account.identity,
    account.phone, account.email, account.address, account.assurance, account.disabled";

fn read(row: &Row) -> Result<Account> {
    let kind: String = row.get(2)?;
    let assurance: String = row.get(9)?;
    Ok(Account {
        id: row.get(0)?,
        login: row.get(1)?,
        kind: AccountKind::parse(&kind).ok_or(StorageError::Unexpected(kind))?,
        password: row.get(3)?,
        name: row.get(4)?,
        identity: row.get(5)?,
        phone: row.get(6)?,
        email: row.get(7)?,
        address: row.get(8)?,
        assurance: serde_json::from_value(assurance.into())?,
        disabled: row.get(10)?,
    })
}

fn assurance_key(assurance: Assurance) -> &'static str {
    match assurance {
        Assurance::Claimed => "claimed",
        Assurance::Password => "password",
        Assurance::Verified => "verified",
    }
}

/// Adds an account; [`StorageError::Taken`] when the login is.
pub fn insert(tx: &mut Tx, account: &Account, now: Instant) -> Result<()> {
    tx.insert("account", INSERT_COLUMNS, &[row(account, now)])
}

pub const INSERT_COLUMNS: &str =
    "id, login, kind, password, name, identity, phone, email, address, assurance, created_at, disabled";

/// A new account's row, in the order of [`INSERT_COLUMNS`].
pub fn row(account: &Account, now: Instant) -> Vec<Value> {
    params![
        account.id,
        &account.login,
        account.kind.key(),
        &account.password,
        &account.name,
        &account.identity,
        &account.phone,
        &account.email,
        &account.address,
        assurance_key(account.assurance),
        now,
        false
    ]
    .to_vec()
}

pub fn find_by_login(tx: &mut Tx, login: &str) -> Result<Option<Account>> {
    let sql = format!("select {COLUMNS} from account where login = ?1");
    tx.query_one(&sql, params![login])?.as_ref().map(read).transpose()
}

/// People's and organisations' accounts with an address; an address proves nothing, so there may be several.
pub fn list_by_email(tx: &mut Tx, email: &str) -> Result<Vec<Account>> {
    let sql = format!(
        "select {COLUMNS} from account where email = ?1 and email <> '' and kind <> 'officer' order by id limit 5"
    );
    tx.query(&sql, params![email])?.iter().map(read).collect()
}

pub fn find(tx: &mut Tx, id: AccountId) -> Result<Option<Account>> {
    let sql = format!("select {COLUMNS} from account where id = ?1");
    tx.query_one(&sql, params![id])?.as_ref().map(read).transpose()
}

pub fn save_profile(tx: &mut Tx, account: &Account) -> Result<()> {
    tx.execute(
        "update account set name = ?2, identity = ?3, phone = ?4, email = ?5, address = ?6 where id = ?1",
        params![
            account.id,
            &account.name,
            &account.identity,
            &account.phone,
            &account.email,
            &account.address
        ],
    )?;
    Ok(())
}

pub fn set_password(tx: &mut Tx, id: AccountId, password: &str) -> Result<()> {
    tx.execute("update account set password = ?2 where id = ?1", params![id, password])?;
    Ok(())
}

pub fn set_disabled(tx: &mut Tx, id: AccountId, disabled: bool) -> Result<()> {
    tx.execute("update account set disabled = ?2 where id = ?1", params![id, disabled])?;
    if disabled {
        end_sessions(tx, id)?;
    }
    Ok(())
}

/// Names of accounts by key, for lists: one query, not one a row.
pub fn names(tx: &mut Tx, ids: &[AccountId]) -> Result<Vec<(AccountId, String)>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let (marks, values) = crate::tx::among(ids.iter().map(|id| (*id).into()));
    let sql = format!("select id, name from account where id in ({marks})");
    tx.query(&sql, &values)?.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

/// What an officer's row keeps beside its place.
#[derive(Serialize, Deserialize)]
struct OfficerBody {
    roles: Vec<Role>,
    title: Text,
}

pub fn save_officer(tx: &mut Tx, officer: &Officer) -> Result<()> {
    let body =
        serde_json::to_string(&OfficerBody { roles: officer.roles.clone(), title: officer.title.clone() })?;
    tx.execute(
        "insert into officer (account_id, agency_id, unit, body) values (?1, ?2, ?3, ?4)
         on conflict (account_id) do update set agency_id = excluded.agency_id, unit = excluded.unit,
            body = excluded.body",
        params![officer.account, officer.agency, &officer.unit.0, body],
    )?;
    Ok(())
}

const OFFICER: &str =
    "select officer.account_id, officer.agency_id, officer.unit, officer.body, account.name,
        account.login, account.disabled
     from officer join account on account.id = officer.account_id";

fn read_officer(row: &Row) -> Result<Officer> {
    let body: OfficerBody = serde_json::from_str(&row.get::<String>(3)?)?;
    Ok(Officer {
        account: row.get(0)?,
        agency: row.get(1)?,
        unit: UnitKey(row.get(2)?),
        roles: body.roles,
        name: row.get(4)?,
        title: body.title,
        stands_for: None,
    })
}

pub fn find_officer(tx: &mut Tx, id: AccountId) -> Result<Option<Officer>> {
    let sql = format!("{OFFICER} where officer.account_id = ?1");
    tx.query_one(&sql, params![id])?.as_ref().map(read_officer).transpose()
}

/// Officers at work in an agency, by division and name.
pub fn list_officers(tx: &mut Tx, agency: AgencyId) -> Result<Vec<Officer>> {
    let sql = format!(
        "{OFFICER} where officer.agency_id = ?1 and account.disabled = 0 order by officer.unit, account.login"
    );
    tx.query(&sql, params![agency])?.iter().map(read_officer).collect()
}

/// Officers at work in some agencies.
pub fn list_officers_of(tx: &mut Tx, agencies: &[AgencyId]) -> Result<Vec<Officer>> {
    let (marks, ids) = crate::tx::among(agencies.iter().map(|id| (*id).into()));
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!("{OFFICER} where officer.agency_id in ({marks}) and account.disabled = 0");
    tx.query(&sql, &ids)?.iter().map(read_officer).collect()
}

/// An officer as the administration lists it.
#[derive(Clone, Debug)]
pub struct OfficerRow {
    pub officer: Officer,
    pub login: String,
    pub disabled: bool,
}

/// All officers, a page at a time, by login.
pub fn list_all_officers(tx: &mut Tx, after: &str, limit: u32) -> Result<Vec<OfficerRow>> {
    let sql = format!("{OFFICER} where account.login > ?1 order by account.login limit ?2");
    tx.query(&sql, params![after, limit])?
        .iter()
        .map(|row| Ok(OfficerRow { officer: read_officer(row)?, login: row.get(5)?, disabled: row.get(6)? }))
        .collect()
}

/// A session that is still good, and whose it is.
pub fn find_session(
    tx: &mut Tx,
    token: &[u8],
    now: Instant,
    idle_from: Instant,
) -> Result<Option<(Account, Instant)>> {
    let sql = format!(
        "select {COLUMNS}, session.seen_at from session join account on account.id = session.account_id
         where session.token = ?1 and session.ends_at > ?2 and session.seen_at > ?3 and account.disabled = 0"
    );
    match tx.query_one(&sql, params![token, now, idle_from])? {
        Some(row) => Ok(Some((read(&row)?, row.get(11)?))),
        None => Ok(None),
    }
}

pub fn insert_session(
    tx: &mut Tx,
    token: &[u8],
    account: AccountId,
    now: Instant,
    ends_at: Instant,
    family: &[u8],
) -> Result<()> {
    tx.execute(
        "insert into session (token, account_id, created_at, seen_at, ends_at, family)
         values (?1, ?2, ?3, ?3, ?4, ?5)",
        params![token, account, now, ends_at, family],
    )?;
    Ok(())
}

/// The family of a session, and when it ends at last.
pub fn session_family(tx: &mut Tx, token: &[u8]) -> Result<Option<(Vec<u8>, Instant)>> {
    let row = tx.query_one("select family, ends_at from session where token = ?1", params![token])?;
    row.map(|row| Ok((row.get(0)?, row.get(1)?))).transpose()
}

pub fn touch_session(tx: &mut Tx, token: &[u8], now: Instant) -> Result<()> {
    tx.execute("update session set seen_at = ?2 where token = ?1", params![token, now])?;
    Ok(())
}

/// Ends a session and those it crossed to.
pub fn end_session(tx: &mut Tx, token: &[u8]) -> Result<()> {
    tx.execute(
        "delete from session where family = (select family from session where token = ?1)",
        params![token],
    )?;
    Ok(())
}

pub fn end_sessions(tx: &mut Tx, account: AccountId) -> Result<()> {
    tx.execute("delete from session where account_id = ?1", params![account])?;
    Ok(())
}

/// Sweeps sessions and tickets that ended.
pub fn sweep(tx: &mut Tx, now: Instant) -> Result<u64> {
    let sessions = tx.execute("delete from session where ends_at < ?1", params![now])?;
    let tickets = tx.execute("delete from ticket where ends_at < ?1", params![now])?;
    Ok(sessions + tickets)
}

/// Keeps the digest of a single-use secret.
pub fn insert_ticket(
    tx: &mut Tx,
    token: &[u8],
    purpose: &str,
    account: AccountId,
    body: &str,
    ends_at: Instant,
) -> Result<()> {
    tx.execute(
        "insert into ticket (token, purpose, account_id, body, ends_at) values (?1, ?2, ?3, ?4, ?5)",
        params![token, purpose, account, body, ends_at],
    )?;
    Ok(())
}

/// Whether a ticket is good, without using it up.
pub fn find_ticket(
    tx: &mut Tx,
    token: &[u8],
    purpose: &str,
    now: Instant,
) -> Result<Option<(AccountId, String)>> {
    let row = tx.query_one(
        "select account_id, body from ticket where token = ?1 and purpose = ?2 and ends_at > ?3",
        params![token, purpose, now],
    )?;
    row.map(|row| Ok((row.get(0)?, row.get(1)?))).transpose()
}

/// Uses a ticket up: whose it was, once.
pub fn take_ticket(
    tx: &mut Tx,
    token: &[u8],
    purpose: &str,
    now: Instant,
) -> Result<Option<(AccountId, String)>> {
    let row = tx.query_one(
        "delete from ticket where token = ?1 and purpose = ?2 and ends_at > ?3 returning account_id, body",
        params![token, purpose, now],
    )?;
    row.map(|row| Ok((row.get(0)?, row.get(1)?))).transpose()
}

pub fn drop_tickets(tx: &mut Tx, account: AccountId, purpose: &str) -> Result<()> {
    tx.execute("delete from ticket where account_id = ?1 and purpose = ?2", params![account, purpose])?;
    Ok(())
}
