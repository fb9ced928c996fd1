//! Accounts, officers and single-use tickets.

use crate::{Result, SqlRow, SqlValue, StorageError, Tx, params, session};
use domain::Text;
use domain::agency::{AgencyId, UnitKey};
use domain::dossier::{Identity, IdentityKind};
use domain::officer::{AccountId, Assurance, Officer, Role};
use domain::time::Instant;
use serde::{Deserialize, Serialize};

typed::keyed! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum AccountKind {
        Person = "person",
        Organisation = "organisation",
        Officer = "officer",
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
    pub identity: Identity,
    pub phone: String,
    pub email: String,
    /// The address somebody has shown to read, if any: letters with content go to no other.
    pub confirmed_email: String,
    pub address: String,
    pub assurance: Assurance,
    pub disabled: bool,
}

impl Account {
    /// Whether somebody has shown to read what goes to its address.
    pub fn email_is_confirmed(&self) -> bool {
        !self.email.is_empty() && self.email == self.confirmed_email
    }
}

pub(crate) const COLUMNS: &str =
    "account.id, account.login, account.kind, account.password, account.name, account.identity,
    account.phone, account.email, account.address, account.assurance, account.disabled, account.confirmed_email,
    account.identity_kind, account.identity_country";

/// How many they are.
pub(crate) const COLUMN_COUNT: usize = 14;

pub(crate) fn read(row: &SqlRow) -> Result<Account> {
    let kind: String = row.get(2)?;
    let assurance: String = row.get(9)?;
    Ok(Account {
        id: row.get(0)?,
        login: row.get(1)?,
        kind: AccountKind::parse(&kind).ok_or(StorageError::Unexpected(kind))?,
        password: row.get(3)?,
        name: row.get(4)?,
        identity: identity(row.get(5)?, row.get(12)?, row.get(13)?),
        phone: row.get(6)?,
        email: row.get(7)?,
        address: row.get(8)?,
        assurance: Assurance::parse(&assurance).ok_or(StorageError::Unexpected(assurance))?,
        disabled: row.get(10)?,
        confirmed_email: row.get(11)?,
    })
}

/// An identity as its three columns say it.
pub(crate) fn identity(number: String, kind: String, country: String) -> Identity {
    Identity { number, kind: IdentityKind::parse(&kind), country }
}

/// The kind of an identity as its column says it: nothing where the digits tell.
pub(crate) fn kind_key(identity: &Identity) -> &'static str {
    identity.kind.map_or("", IdentityKind::key)
}

/// Adds an account; [`StorageError::Taken`] when the login is.
pub fn insert(tx: &mut Tx, account: &Account, now: Instant) -> Result<()> {
    insert_all(tx, std::slice::from_ref(account), now)
}

pub fn insert_all(tx: &mut Tx, accounts: &[Account], now: Instant) -> Result<()> {
    let rows: Vec<_> = accounts.iter().map(|account| row(account, now)).collect();
    tx.insert("account", INSERT_COLUMNS, &rows)
}

const INSERT_COLUMNS: &str =
    "id, login, kind, password, name, identity, phone, email, address, assurance, created_at, disabled,
    confirmed_email, identity_kind, identity_country";

/// A new account's row, in the order of [`INSERT_COLUMNS`].
fn row(account: &Account, now: Instant) -> Vec<SqlValue> {
    params![
        account.id,
        &account.login,
        account.kind.key(),
        &account.password,
        &account.name,
        &account.identity.number,
        &account.phone,
        &account.email,
        &account.address,
        account.assurance.key(),
        now,
        false,
        &account.confirmed_email,
        kind_key(&account.identity),
        &account.identity.country
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
        "update account set name = ?2, identity = ?3, phone = ?4, email = ?5, address = ?6, assurance = ?7,
            identity_kind = ?8, identity_country = ?9,
            confirmed_email = case when confirmed_email = ?5 then ?5 else '' end
         where id = ?1",
        params![
            account.id,
            &account.name,
            &account.identity.number,
            &account.phone,
            &account.email,
            &account.address,
            account.assurance.key(),
            kind_key(&account.identity),
            &account.identity.country
        ],
    )?;
    Ok(())
}

/// The account's address is read by somebody who has the account.
pub fn confirm_email(tx: &mut Tx, id: AccountId) -> Result<()> {
    tx.execute("update account set confirmed_email = email where id = ?1", params![id])?;
    Ok(())
}

pub fn set_password(tx: &mut Tx, id: AccountId, password: &str) -> Result<()> {
    tx.execute("update account set password = ?2 where id = ?1", params![id, password])?;
    Ok(())
}

/// Sets a password where the one of before is still kept.
pub fn exchange_password(tx: &mut Tx, id: AccountId, old: &str, new: &str) -> Result<()> {
    tx.execute("update account set password = ?3 where id = ?1 and password = ?2", params![id, old, new])?;
    Ok(())
}

pub fn set_disabled(tx: &mut Tx, id: AccountId, disabled: bool) -> Result<()> {
    tx.execute("update account set disabled = ?2 where id = ?1", params![id, disabled])?;
    if disabled {
        session::end_all(tx, id)?;
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

fn read_officer(row: &SqlRow) -> Result<Officer> {
    officer(row.get(0)?, row.get(4)?, row.get(1)?, row.get(2)?, row.get(3)?)
}

/// What an account is as an officer, by its agency, division and body from a column on.
pub(crate) fn officer_of(account: &Account, row: &SqlRow, from: usize) -> Result<Option<Officer>> {
    let Some(agency) = row.get::<Option<AgencyId>>(from)? else { return Ok(None) };
    officer(account.id, account.name.clone(), agency, row.get(from + 1)?, row.get(from + 2)?).map(Some)
}

fn officer(
    account: AccountId,
    name: String,
    agency: AgencyId,
    unit: String,
    body: String,
) -> Result<Officer> {
    let body: OfficerBody = serde_json::from_str(&body)?;
    let (roles, title) = (body.roles, body.title);
    Ok(Officer { account, agency, unit: UnitKey(unit), roles, name, title, stands_for: None })
}

/// Whether there is any officer yet.
pub fn has_officers(tx: &mut Tx) -> Result<bool> {
    crate::tables::has_rows(tx, "officer")
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

/// Whether a ticket is good, without using it up. One that would last longer than `until` was made by a clock ahead.
pub fn find_ticket(
    tx: &mut Tx,
    token: &[u8],
    purpose: &str,
    now: Instant,
    until: Instant,
) -> Result<Option<(AccountId, String)>> {
    let row = tx.query_one(
        "select account_id, body from ticket
         where token = ?1 and purpose = ?2 and ends_at > ?3 and ends_at <= ?4",
        params![token, purpose, now, until],
    )?;
    row.map(|row| Ok((row.get(0)?, row.get(1)?))).transpose()
}

/// Uses a ticket up: whose it was, once.
pub fn take_ticket(
    tx: &mut Tx,
    token: &[u8],
    purpose: &str,
    now: Instant,
    until: Instant,
) -> Result<Option<(AccountId, String)>> {
    let row = tx.query_one(
        "delete from ticket where token = ?1 and purpose = ?2 and ends_at > ?3 and ends_at <= ?4
         returning account_id, body",
        params![token, purpose, now, until],
    )?;
    row.map(|row| Ok((row.get(0)?, row.get(1)?))).transpose()
}

pub fn drop_tickets(tx: &mut Tx, account: AccountId, purpose: &str) -> Result<()> {
    tx.execute("delete from ticket where account_id = ?1 and purpose = ?2", params![account, purpose])?;
    Ok(())
}

/// Sweeps tickets that ended, and those of a clock ahead.
pub fn sweep_tickets(tx: &mut Tx, now: Instant, until: Instant) -> Result<u64> {
    tx.execute("delete from ticket where ends_at < ?1 or ends_at > ?2", params![now, until])
}
