//! Erasing what is personal: private parts of events, rows and names of files, rows people are looked up by, drafts,
//! messages, texts of jobs. What remains are facts, with account keys that point to nobody any more.

use crate::account::{identity, kind_key};
use crate::{Result, SqlValue, Tx, params};
use domain::dossier::{DossierId, Identity};
use domain::officer::AccountId;
use domain::time::Instant;
use std::collections::BTreeMap;

/// A protocol as it is kept.
#[derive(Clone, Debug)]
pub struct Erasure {
    pub id: i64,
    pub at: Instant,
    pub under: String,
    pub body: String,
    pub signature: Vec<u8>,
}

pub fn insert(tx: &mut Tx, erasure: &Erasure) -> Result<()> {
    tx.execute(
        "insert into erasure (id, at, under_document, body, signature) values (?1, ?2, ?3, ?4, ?5)",
        params![erasure.id, erasure.at, &erasure.under, &erasure.body, &erasure.signature[..]],
    )?;
    Ok(())
}

/// The key of the last one; 0 where there was none.
pub fn newest(tx: &mut Tx) -> Result<i64> {
    crate::tables::newest_key(tx, ["erasure"])
}

pub fn list(tx: &mut Tx) -> Result<Vec<Erasure>> {
    tx.query("select id, at, under_document, body, signature from erasure order by id", &[])?
        .iter()
        .map(|row| {
            Ok(Erasure {
                id: row.get(0)?,
                at: row.get(1)?,
                under: row.get(2)?,
                body: row.get(3)?,
                signature: row.get(4)?,
            })
        })
        .collect()
}

/// A dossier of somebody, and since when nothing happens in it any more, if it is closed.
#[derive(Clone, Debug)]
pub struct OwnedDossier {
    pub id: DossierId,
    pub code: Option<String>,
    pub reference: String,
    pub stage: String,
    pub finished_at: Option<Instant>,
    /// Who its owner is; nothing where its parties are erased.
    pub owner: Option<Identity>,
}

/// Whether the columns say who is meant: by number, kind and country.
const IS_IDENTITY: &str = "identity <> '' and identity = ?1 and identity_kind = ?2 and identity_country = ?3";

/// Accounts of a person or an organisation.
pub fn accounts_with(tx: &mut Tx, identity: &Identity) -> Result<Vec<AccountId>> {
    tx.query(
        &format!("select id from account where {IS_IDENTITY} and kind <> 'officer' order by id"),
        params![&identity.number, kind_key(identity), &identity.country],
    )?
    .iter()
    .map(|row| row.get(0))
    .collect()
}

/// The dossiers of accounts, and those an identity stands in, with what is linked to them.
pub fn list_dossiers(tx: &mut Tx, accounts: &[AccountId], identity: &Identity) -> Result<Vec<OwnedDossier>> {
    let mut found: BTreeMap<DossierId, OwnedDossier> = BTreeMap::new();
    let with = format!("id in (select dossier_id from dossier_party where {IS_IDENTITY})");
    of_them(tx, &with, params![&identity.number, kind_key(identity), &identity.country], &mut found)?;
    for account in accounts {
        of_them(tx, "account_id = ?1", params![*account], &mut found)?;
    }
    for main in found.keys().copied().collect::<Vec<_>>() {
        of_them(tx, "main_id = ?1", params![main], &mut found)?;
    }
    Ok(found.into_values().collect())
}

fn of_them(
    tx: &mut Tx,
    so: &str,
    values: &[SqlValue],
    found: &mut BTreeMap<DossierId, OwnedDossier>,
) -> Result<()> {
    // What was not taken in, withdrawn or stopped ended with its last event.
    let sql = format!(
        "select id, code, reference, stage, coalesce(finished_at,
            (select max(event.at) from event where event.dossier_id = dossier.id)),
            owner.identity, owner.identity_kind, owner.identity_country
         from (select * from dossier where {so}) as dossier
         left join dossier_party as owner on owner.dossier_id = dossier.id and owner.role = 'owner'"
    );
    for row in tx.query(&sql, values)? {
        let owner: Option<String> = row.get(5)?;
        let owner = match owner {
            Some(number) => Some(identity(number, row.get(6)?, row.get(7)?)),
            None => None,
        };
        let of = OwnedDossier {
            id: row.get(0)?,
            code: row.get(1)?,
            reference: row.get(2)?,
            stage: row.get(3)?,
            finished_at: row.get(4)?,
            owner,
        };
        found.insert(of.id, of);
    }
    Ok(())
}

/// How many private parts of a dossier are there, and how many stored files.
pub fn count_of_dossier(tx: &mut Tx, dossier: DossierId) -> Result<(u64, u64)> {
    let mut count = |sql: &str| -> Result<u64> {
        let row = tx.query_one(sql, params![dossier])?;
        row.map_or(Ok(0), |row| Ok(row.get::<i64>(0)? as u64))
    };
    Ok((
        count("select count(*) from event_private where dossier_id = ?1 and erased_under is null")?,
        count("select count(*) from file where dossier_id = ?1 and erased_under is null")?,
    ))
}

/// How many drafts, messages and saved searches an account has.
pub fn count_of_account(tx: &mut Tx, account: AccountId) -> Result<[u64; 3]> {
    let mut count = |sql: &str| -> Result<u64> {
        let row = tx.query_one(sql, params![account])?;
        row.map_or(Ok(0), |row| Ok(row.get::<i64>(0)? as u64))
    };
    Ok([
        count("select count(*) from draft where account_id = ?1")?,
        count("select count(*) from message where account_id = ?1")?,
        count("select count(*) from saved_search where account_id = ?1")?,
    ])
}

/// Erases what is personal of a dossier; what its files were called in the store, to be removed. The chain of digests
/// stays whole.
pub fn erase_dossier(tx: &mut Tx, dossier: DossierId, under: &str) -> Result<Vec<String>> {
    crate::record::erase_private(tx, dossier, under)?;
    tx.execute("delete from message where dossier_id = ?1", params![dossier])?;
    tx.execute("delete from join_code where dossier_id = ?1", params![dossier])?;
    // Their texts name the dossier and no more, but nothing is to be said of it to anybody.
    let named = format!("%\"dossier\":{},%", dossier.0);
    tx.execute(
        "update job set state = 'done', body = '{}', failure = '' where body like ?1",
        params![named],
    )?;
    tx.query(
        "update file set name = '', erased_under = ?2 where dossier_id = ?1 and erased_under is null returning token",
        params![dossier, under],
    )?
    .iter()
    .map(|row| row.get(0))
    .collect()
}

/// Erases an account: nobody signs in by it any more, and nothing of it is left but its key. What files of drafts were
/// called in the store.
pub fn erase_account(tx: &mut Tx, account: AccountId) -> Result<Vec<String>> {
    let tokens = tx.query(
        "delete from file where draft_id in (select id from draft where account_id = ?1) returning token",
        params![account],
    )?;
    for table in ["draft", "message", "saved_search", "session", "ticket", "known_browser"] {
        tx.execute(&format!("delete from {table} where account_id = ?1"), params![account])?;
    }
    // Letters about the account that have not gone, with the addresses they were to go to.
    for end in [",", "}"] {
        let named = format!("%\"account\":{}{end}%", account.0);
        tx.execute(
            "delete from letter_address where job_id in (select id from job where body like ?1)",
            params![named.as_str()],
        )?;
        tx.execute(
            "update job set state = 'done', body = '{}', failure = '' where body like ?1",
            params![named],
        )?;
    }
    let gone = format!("erased-{}", account.0);
    tx.execute(
        "update account set login = ?2, password = '', name = '', identity = '', identity_kind = '', identity_country = '', phone = '', email = '',
            confirmed_email = '', address = '', disabled = 1 where id = ?1",
        params![account, gone],
    )?;
    tokens.iter().map(|row| row.get(0)).collect()
}

/// Dossiers of which something is erased, each with the document it was under.
pub fn list_erased(tx: &mut Tx) -> Result<Vec<(DossierId, String)>> {
    tx.query(
        "select dossier_id, erased_under from event_private where erased_under is not null
         union select dossier_id, erased_under from file where erased_under is not null and dossier_id is not null
         order by 1, 2",
        &[],
    )?
    .iter()
    .map(|row| Ok((row.get(0)?, row.get(1)?)))
    .collect()
}
