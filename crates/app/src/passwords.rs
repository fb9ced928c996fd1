//! Passwords: kept, checked, changed, and set anew by a letter.

use crate::attempts::{AttemptBounds, Subject, TooOften};
use crate::jobs::{AccountNotice, Failed};
use crate::sessions::{AHEAD_MINUTES, Browser};
use crate::{App, Fault, attempts, jobs, random};
use argon2::{Argon2, PasswordHash, PasswordHasher, PasswordVerifier};
use domain::Language;
use domain::officer::AccountId;
use domain::time::{Instant, how_long};
use std::sync::LazyLock;
use storage::account::{self, Account};
use storage::{StorageError, Tx, known_browser, session};

pub const RESET_MINUTES: i64 = 30;
/// Passwords are long rather than odd.
pub const PASSWORD_MIN: usize = 10;
pub const PASSWORD_MAX: usize = 200;

/// Whether a password is long enough to be set, and no longer than it may be: as it will be kept.
pub fn may_be_set(password: &str) -> bool {
    (PASSWORD_MIN..=PASSWORD_MAX).contains(&typed::password(password).chars().count())
}

/// What a password is to the one kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Match {
    Not,
    Right,
    /// Right, and kept by a version that took letters as they were sent.
    InOldForm,
}

/// What became of a password that is asked again of somebody signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checked {
    Right,
    Wrong,
    TooOften(TooOften),
}

/// A letter with a link that sets a new password was asked for.
#[derive(Clone, Debug)]
pub struct Forgotten {
    /// The address that was typed, folded.
    email: String,
    /// The host it was asked on.
    host: String,
    letters: u32,
    job: i64,
    at: Instant,
}

impl Forgotten {
    /// What is asked of the store is the same whether somebody has the address or not; the letters are a job's.
    pub fn write(&self, tx: &mut Tx) -> Result<(), StorageError> {
        let accounts = account::list_by_email(tx, &self.email)?;
        let accounts = accounts.iter().map(|account| account.id).collect();
        if Subject::letter(&self.email).count(tx, self.letters, self.at)?.is_err() {
            return Ok(());
        }
        jobs::enqueue_password(tx, self.job, accounts, &self.email, &self.host, self.at)
    }
}

pub fn forgotten(app: &App, email: &str, host: String, bounds: &AttemptBounds) -> Forgotten {
    let at = app.now();
    let email = typed::address(email);
    Forgotten { email, host, letters: bounds.letters, job: app.store.new_id(at), at }
}

/// Has a letter sent to every account with this address, unless too many were asked for; nobody is told which.
pub async fn forgot(app: &App, email: &str, host: String, bounds: &AttemptBounds) -> Result<(), Fault> {
    let forgotten = forgotten(app, email, host, bounds);
    Ok(app.store.write(move |tx| forgotten.write(tx)).await?)
}

/// The link is made when it is sent, so that no secret waits in a table; it works for half an hour from then.
pub(crate) async fn send_letter(app: &App, id: AccountId, host: &str) -> Result<(), Failed> {
    let secret = random::token();
    let digest = random::digest(&secret);
    let ends = app.now().plus_minutes(RESET_MINUTES);
    let write = move |tx: &mut Tx| {
        let Some(found) = account::find(tx, id)?.filter(|account| !account.email.is_empty()) else {
            return Ok(None);
        };
        account::drop_tickets(tx, id, "password")?;
        account::insert_ticket(tx, &digest, "password", id, &random::short(&found.email), ends)?;
        Ok::<_, StorageError>(Some(found))
    };
    let Some(found) = app.store.write(write).await? else { return Ok(()) };
    let letter = letter(&found, &format!("{host}/new-password/{secret}"));
    Ok(app.mail.send(letter).await?)
}

pub async fn ticket_is_good(app: &App, secret: &str) -> Result<bool, Fault> {
    let (digest, now) = (random::digest(secret), app.now());
    let until = longest(now);
    let found = app.store.read(move |tx| account::find_ticket(tx, &digest, "password", now, until)).await?;
    Ok(found.is_some())
}

/// Sets a new password and ends every session of the account. Whoever had guessed at it or was signed in is a stranger
/// from then on; this browser is known, and is given what it is known by. The letter was read, so its address is
/// confirmed.
pub async fn reset(
    app: &App,
    secret: &str,
    password: String,
    browser: Browser,
) -> Result<Option<String>, Fault> {
    let kept = hash(app, password).await?;
    let (digest, now) = (random::digest(secret), app.now());
    let (until, job) = (longest(now), app.store.new_id(now));
    let done = app
        .store
        .write(move |tx| {
            let taken = account::take_ticket(tx, &digest, "password", now, until)?;
            let Some((id, sent_to)) = taken else { return Ok(None) };
            let Some(account) = account::find(tx, id)? else { return Ok(None) };
            account::set_password(tx, id, &kept)?;
            session::end_all(tx, id)?;
            if random::short(&account.email) == sent_to {
                account::confirm_email(tx, id)?;
            }
            Subject::sign_in(&account.login, None).forget(tx)?;
            Subject::password(id).forget(tx)?;
            known_browser::forget(tx, id)?;
            jobs::enqueue_notice(tx, job, &account, AccountNotice::PasswordChanged, now)?;
            Ok::<_, StorageError>(Some(browser.make_known(tx, id, now)?))
        })
        .await?;
    Ok(done)
}

pub async fn change(
    app: &App,
    account: Account,
    old: String,
    new: String,
    bounds: &AttemptBounds,
) -> Result<Checked, Fault> {
    match check_own(app, &account, old, bounds).await? {
        Checked::Right => {}
        not => return Ok(not),
    }
    let kept = hash(app, new).await?;
    let (now, id) = (app.now(), account.id);
    let job = app.store.new_id(now);
    app.store
        .write(move |tx| {
            account::set_password(tx, id, &kept)?;
            jobs::enqueue_notice(tx, job, &account, AccountNotice::PasswordChanged, now)?;
            session::end_all(tx, id)
        })
        .await?;
    Ok(Checked::Right)
}

/// Asks somebody signed in for the password again, before what only its owner may do.
pub(crate) async fn check_own(
    app: &App,
    account: &Account,
    password: String,
    bounds: &AttemptBounds,
) -> Result<Checked, Fault> {
    let subject = Subject::password(account.id);
    if let Err(too_often) = attempts::count(app, subject, bounds.wrong_passwords).await? {
        return Ok(Checked::TooOften(too_often));
    }
    match check(app, password.clone(), Some(account.password.clone())).await? {
        Match::Not => return Ok(Checked::Wrong),
        Match::Right => {}
        Match::InOldForm => keep_composed(app, account, password).await?,
    }
    attempts::take_back(app, subject).await?;
    Ok(Checked::Right)
}

pub(crate) async fn hash(app: &App, password: String) -> Result<String, Fault> {
    let _turn = app.passwords.acquire().await.map_err(Fault::other)?;
    tokio::task::spawn_blocking(move || hash_now(&password)).await.map_err(Fault::other)?
}

/// Whether a password is the one kept. Without one it is checked against nobody's, so that an unknown login
/// takes as long as a wrong password.
pub(crate) async fn check(app: &App, password: String, kept: Option<String>) -> Result<Match, Fault> {
    let _turn = app.passwords.acquire().await.map_err(Fault::other)?;
    tokio::task::spawn_blocking(move || compared(&password, kept.as_deref()).0).await.map_err(Fault::other)
}

/// Keeps a right password in today's form, unless another was set meanwhile.
pub(crate) async fn keep_composed(app: &App, account: &Account, password: String) -> Result<(), Fault> {
    let new = hash(app, password).await?;
    let (id, old) = (account.id, account.password.clone());
    Ok(app.store.write(move |tx| account::exchange_password(tx, id, &old, &new)).await?)
}

/// A password against the one kept, and how often that was computed. Every form is tried, whichever is right and whether
/// anything is kept or not: how long it takes tells nothing but what was typed.
fn compared(password: &str, kept: Option<&str>) -> (Match, usize) {
    static NOBODYS: LazyLock<String> = LazyLock::new(|| hash_now(&random::token()).unwrap_or_default());
    let forms = typed::password_forms(password);
    let Ok(parsed) = PasswordHash::new(kept.unwrap_or(&NOBODYS)) else { return (Match::Not, 0) };
    let right: Vec<bool> = forms
        .iter()
        .map(|form| Argon2::default().verify_password(form.as_bytes(), &parsed).is_ok() && kept.is_some())
        .collect();
    let found = match right.iter().position(|right| *right) {
        None => Match::Not,
        Some(0) => Match::Right,
        Some(_) => Match::InOldForm,
    };
    (found, forms.len())
}

/// One that would last longer was made by a clock ahead.
fn longest(now: Instant) -> Instant {
    now.plus_minutes(RESET_MINUTES + AHEAD_MINUTES)
}

fn letter(account: &Account, link: &str) -> gateway::Letter {
    let login = &account.login;
    let [vietnamese, english] =
        [Language::Vietnamese, Language::English].map(|language| how_long(RESET_MINUTES, language));
    gateway::Letter {
        key: random::hex(&random::digest(link)[..12]),
        to: account.email.clone(),
        subject: "Đặt lại mật khẩu / Set a new password".into(),
        body: format!(
            "Tài khoản: {login}. Bấm vào đường dẫn sau trong vòng {vietnamese} để đặt mật khẩu mới. Nếu bạn không yêu \
             cầu, hãy bỏ qua thư này.\n\nAccount: {login}. Open this link within {english} to set a new password. \
             If you did not ask for it, ignore this letter.\n\n{link}\n"
        ),
    }
}

/// Argon2id with the library's present defaults (19 MiB, two passes), of the password with its letters composed.
pub fn hash_now(password: &str) -> Result<String, Fault> {
    hash_as_sent(&typed::password(password))
}

fn hash_as_sent(password: &str) -> Result<String, Fault> {
    Argon2::default().hash_password(password.as_bytes()).map(|hash| hash.to_string()).map_err(Fault::other)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = "mật khẩu rất dài";
    const IN_PIECES: &str = "ma\u{323}\u{302}t kha\u{302}\u{309}u ra\u{302}\u{301}t da\u{300}i";
    /// As no keyboard alone sends it: one letter whole, the others in pieces.
    const MIXED: &str = "mật kha\u{302}\u{309}u ra\u{302}\u{301}t da\u{300}i";

    #[test]
    fn a_password_opens_whichever_way_its_letters_are_sent() {
        let kept = hash_now(IN_PIECES).unwrap();
        for typed in [WHOLE, IN_PIECES, MIXED] {
            assert_eq!(compared(typed, Some(&kept)).0, Match::Right, "{typed:?}");
        }
        assert_eq!(compared("mat khau rat dai", Some(&kept)).0, Match::Not);
        // Pasted with what nobody sees.
        let pasted = format!("\u{feff}{}\u{200b}", WHOLE.replace(' ', "\u{a0}"));
        assert_eq!(compared(&pasted, Some(&kept)).0, Match::Right);
        assert_eq!(compared(&format!("{WHOLE}."), Some(&kept)).0, Match::Not);
    }

    #[test]
    fn a_password_kept_as_it_was_sent_still_opens() {
        let kept = hash_as_sent(IN_PIECES).unwrap();
        assert_eq!(compared(IN_PIECES, Some(&kept)).0, Match::InOldForm);
        assert_eq!(compared(WHOLE, Some(&kept)).0, Match::InOldForm);
        let kept = hash_as_sent(MIXED).unwrap();
        assert_eq!(compared(MIXED, Some(&kept)).0, Match::InOldForm);
    }

    #[test]
    fn the_work_is_that_of_what_was_typed_alone() {
        let (today, before) = (hash_now(WHOLE).unwrap(), hash_as_sent(IN_PIECES).unwrap());
        for typed in [WHOLE, IN_PIECES, MIXED, "letters only"] {
            let runs = |kept| compared(typed, kept).1;
            let nobodys = runs(None);
            assert!(nobodys > 0);
            assert_eq!((runs(Some(&today)), runs(Some(&before))), (nobodys, nobodys), "{typed:?}");
        }
        assert_eq!(compared(WHOLE, None).0, Match::Not);
    }
}
