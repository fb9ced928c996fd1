//! How often something may be tried on one account or one address, wherever it is tried from
//! (docs/decisions/limits-by-account.md). Each try is counted before it is made, so that many at once are no more than many
//! one after the other, and taken back where it turns out right.

use crate::{App, Fault, random};
use domain::officer::AccountId;
use domain::time::Instant;
use storage::{StorageError, Tx, attempt};

/// Minutes after which a count begins anew.
const COUNTED_MINUTES: i64 = 60;

/// Maximum tries in an hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AttemptBounds {
    /// Wrong passwords for one login from browsers that are not known, and again from each that is.
    pub wrong_passwords: u32,
    /// Letters asked for to one address.
    pub letters: u32,
    /// Wrong one-time codes by one account.
    pub wrong_codes: u32,
}

impl Default for AttemptBounds {
    fn default() -> AttemptBounds {
        AttemptBounds { wrong_passwords: 10, letters: 4, wrong_codes: 10 }
    }
}

/// It was tried too often.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooOften {
    /// When it may be tried again.
    pub seconds: u64,
}

/// What is counted: a digest, so that no login or address stands in the table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Subject([u8; 32]);

impl Subject {
    /// Signing in; a browser the account was signed in with before has a count of its own.
    pub(crate) fn sign_in(login: &str, known_browser: Option<&[u8]>) -> Subject {
        let browser = known_browser.map(random::hex).unwrap_or_default();
        Subject(random::digest(&format!("sign-in {browser} {login}")))
    }

    /// The password that is asked again of somebody signed in.
    pub(crate) fn password(account: AccountId) -> Subject {
        Subject(random::digest(&format!("password {}", account.0)))
    }

    pub(crate) fn letter(email: &str) -> Subject {
        Subject(random::digest(&format!("letter {email}")))
    }

    pub(crate) fn code(account: AccountId) -> Subject {
        Subject(random::digest(&format!("code {}", account.0)))
    }

    pub(crate) fn count(
        &self,
        tx: &mut Tx,
        at_most: u32,
        now: Instant,
    ) -> Result<Result<(), TooOften>, StorageError> {
        let count = attempt::add(tx, &self.0, now, now.plus_minutes(COUNTED_MINUTES))?;
        let seconds = (count.ends_at.millis() - now.millis()).max(0) as u64 / 1000 + 1;
        Ok(if count.times > at_most { Err(TooOften { seconds }) } else { Ok(()) })
    }

    pub(crate) fn take_back(&self, tx: &mut Tx) -> Result<(), StorageError> {
        attempt::take_back(tx, &self.0)
    }

    pub(crate) fn forget(&self, tx: &mut Tx) -> Result<(), StorageError> {
        attempt::forget(tx, &self.0)
    }
}

pub(crate) fn sweep(tx: &mut Tx, now: Instant) -> Result<u64, StorageError> {
    attempt::sweep(tx, now, now.plus_minutes(COUNTED_MINUTES))
}

pub(crate) async fn count(app: &App, subject: Subject, at_most: u32) -> Result<Result<(), TooOften>, Fault> {
    let now = app.now();
    Ok(app.store.write(move |tx| subject.count(tx, at_most, now)).await?)
}

pub(crate) async fn take_back(app: &App, subject: Subject) -> Result<(), Fault> {
    Ok(app.store.write(move |tx| subject.take_back(tx)).await?)
}
