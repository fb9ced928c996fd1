//! How much may come in: of one account, from one address, and while the disk has room for the record itself. Bounds are
//! data; what an account has sent today is counted in memory, and forgotten with the day.

use crate::{App, Fault};
use domain::officer::AccountId;
use domain::time::Instant;
use jiff::civil::Date;
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::Mutex;
use storage::{draft, file};

const MEGABYTE: u64 = 1024 * 1024;

/// What one account, one address and the disk bear.
#[derive(Clone, Debug)]
pub struct IntakeBounds {
    /// Applications begun and not sent, of one account.
    pub drafts: u32,
    /// Files of one of them.
    pub files_of_draft: usize,
    /// Of all files of an account's drafts together.
    pub drafts_megabytes: u64,
    /// What an account may send in a day, an officer, and all from one address.
    pub account_megabytes_a_day: u64,
    pub officer_megabytes_a_day: u64,
    pub address_megabytes_a_day: u64,
    pub dossiers_a_day: u32,
    /// Megabytes of the disk kept free for the record: files are refused before they are used.
    pub free_megabytes: u64,
}

impl Default for IntakeBounds {
    fn default() -> IntakeBounds {
        IntakeBounds {
            drafts: 50,
            files_of_draft: 500,
            drafts_megabytes: 1_000,
            account_megabytes_a_day: 2_000,
            officer_megabytes_a_day: 20_000,
            address_megabytes_a_day: 20_000,
            dossiers_a_day: 200,
            free_megabytes: 512,
        }
    }
}

/// Who sends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sender {
    Applicant(AccountId),
    Officer(AccountId),
}

/// What came in today.
#[derive(Default)]
pub struct Today(Mutex<IntakeCounts>);

#[derive(Default)]
struct IntakeCounts {
    day: Option<Date>,
    accounts: HashMap<AccountId, u64>,
    addresses: HashMap<IpAddr, u64>,
}

/// What somebody may still bring with one form.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    pub sender: Sender,
    pub address: IpAddr,
    /// In bytes.
    pub left: u64,
}

/// Counts what comes in; false where it is more than the account or the address may send today.
pub fn take_in(app: &App, room: &Room, bytes: u64) -> bool {
    let today = app.now().date();
    let mut counted = app.today.0.lock().expect("no panic while it is counted");
    if counted.day != Some(today) {
        *counted = IntakeCounts { day: Some(today), ..IntakeCounts::default() };
    }
    let (account, most) = match room.sender {
        Sender::Applicant(account) => (account, app.bounds.account_megabytes_a_day),
        Sender::Officer(account) => (account, app.bounds.officer_megabytes_a_day),
    };
    let own = *counted.accounts.entry(account).and_modify(|own| *own += bytes).or_insert(bytes);
    let all = *counted.addresses.entry(room.address).and_modify(|all| *all += bytes).or_insert(bytes);
    own <= most * MEGABYTE && all <= app.bounds.address_megabytes_a_day * MEGABYTE
}

/// Whether the disk has room for files beside what the record needs.
pub fn disk_has_room(app: &App) -> bool {
    app.files.free_bytes().is_none_or(|free| free >= app.bounds.free_megabytes * MEGABYTE)
}

/// How many bytes an account may still add to its drafts.
pub async fn room_of_drafts(app: &App, account: AccountId) -> Result<u64, Fault> {
    let held = app.store.read_once(move |tx| file::bytes_of_drafts(tx, account)).await?;
    Ok((app.bounds.drafts_megabytes * MEGABYTE).saturating_sub(held))
}

/// Whether an account may begin one more application.
pub async fn may_begin_draft(app: &App, account: AccountId) -> Result<bool, Fault> {
    let begun = app.store.read_once(move |tx| draft::count_open(tx, account)).await?;
    Ok(begun < app.bounds.drafts)
}

/// Whether an account may send one more application today.
pub async fn may_send_dossier(app: &App, account: AccountId) -> Result<bool, Fault> {
    let from = Instant::from_civil(app.now().date().at(0, 0, 0, 0));
    let sent = app.store.read_once(move |tx| storage::dossier::count_sent(tx, account, from)).await?;
    Ok(sent < app.bounds.dossiers_a_day)
}
