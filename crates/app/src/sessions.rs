//! Sessions: who is signed in, the list of one's own, and crossing between the two hosts.

use crate::accounts::SignedIn;
use crate::{App, Fault, random};
use domain::officer::AccountId;
use domain::time::Instant;
use serde::{Deserialize, Serialize};
use storage::session::{self, EndedSince, SessionBounds};
use storage::{StorageError, Tx, account, known_browser};

/// Minutes until a session ends without use, and in any case.
const IDLE_MINUTES: i64 = 60;
pub(crate) const SESSION_MINUTES: i64 = 12 * 60;
/// Maximum minutes by which clocks of nodes differ; what lies further ahead was made by a clock that was wrong.
pub(crate) const AHEAD_MINUTES: i64 = 5;
/// Minutes after a session ended by itself in which its cookie still says whose form it is that comes too late.
const ENDED_MINUTES: i64 = 24 * 60;
const CROSSING_MINUTES: i64 = 1;
/// Days after which a browser that was not used is no longer known.
const KNOWN_DAYS: i64 = 400;

/// What a request tells of the browser it comes from.
#[derive(Clone, Debug, Default)]
pub struct Browser {
    /// Short, such as `Firefox, Windows`.
    pub name: String,
    /// The secret it was given when somebody signed in with it before.
    pub browser_secret: Option<String>,
}

impl Browser {
    pub(crate) fn token(&self) -> Option<[u8; 32]> {
        self.browser_secret.as_deref().map(random::digest)
    }

    /// The secret it will be known by: its own, where we gave it, else a new one.
    fn known_as(&self, tx: &mut Tx) -> Result<String, StorageError> {
        if let (Some(browser_secret), Some(token)) = (&self.browser_secret, self.token())
            && known_browser::is_known_to_anybody(tx, &token)?
        {
            return Ok(browser_secret.clone());
        }
        Ok(random::token())
    }

    /// From now on it is known to this account.
    pub(crate) fn make_known(
        &self,
        tx: &mut Tx,
        account: AccountId,
        now: Instant,
    ) -> Result<String, StorageError> {
        let browser_secret = self.known_as(tx)?;
        known_browser::save(tx, &random::digest(&browser_secret), account, now)?;
        Ok(browser_secret)
    }
}

/// A session's secret, and what its browser keeps when the session has ended.
#[derive(Clone, Debug)]
pub struct StartedSession {
    pub session: String,
    pub browser_secret: String,
}

/// One of somebody's own sign-ins.
#[derive(Clone, Debug)]
pub struct OwnSession {
    /// Names it in a form, to its owner alone.
    pub key: String,
    pub since: Instant,
    pub seen_at: Instant,
    pub browser: String,
    /// The one that asks.
    pub this: bool,
}

fn good(now: Instant) -> SessionBounds {
    SessionBounds {
        now,
        idle_from: now.plus_minutes(-IDLE_MINUTES),
        ahead_at_most: now.plus_minutes(AHEAD_MINUTES),
    }
}

/// The ends of sessions that were not long ago.
fn lately(now: Instant) -> EndedSince {
    let ended = now.plus_minutes(-ENDED_MINUTES);
    EndedSince { ended, seen: ended.plus_minutes(-IDLE_MINUTES) }
}

pub(crate) fn begin(
    tx: &mut Tx,
    account: AccountId,
    browser: &Browser,
    now: Instant,
) -> Result<StartedSession, StorageError> {
    let secret = random::token();
    let token = random::digest(&secret);
    let new = session::NewSession {
        token: &token,
        account,
        at: now,
        ends_at: now.plus_minutes(SESSION_MINUTES),
        family: &token,
        browser: &browser.name,
    };
    session::insert(tx, &new)?;
    let browser_secret = browser.make_known(tx, account, now)?;
    Ok(StartedSession { session: secret, browser_secret })
}

/// Who a session's secret belongs to; being seen keeps it alive.
pub async fn find(app: &App, secret: &str) -> Result<Option<SignedIn>, Fault> {
    let Some((signed_in, seen)) = read(app, secret).await? else { return Ok(None) };
    let (digest, now) = (random::digest(secret), app.now());
    // Once a minute is often enough, and keeps reading pages free of writes.
    if seen.plus_minutes(1) < now {
        app.store.write(move |tx| session::touch(tx, &digest, now)).await?;
    }
    Ok(Some(signed_in))
}

/// The same without keeping it alive: a page that only stays open is no use of it.
pub async fn look_at(app: &App, secret: &str) -> Result<Option<SignedIn>, Fault> {
    Ok(read(app, secret).await?.map(|(signed_in, _)| signed_in))
}

/// Whose session a secret was, where it ended by itself within a day: by its time, or unused. One that was ended on
/// purpose, here or elsewhere, by its owner or with the password, is nobody's.
pub async fn find_ended(app: &App, secret: &str) -> Result<Option<SignedIn>, Fault> {
    let (digest, now) = (random::digest(secret), app.now());
    let read = move |tx: &mut Tx| {
        let Some(account) = session::find_ended(tx, &digest, good(now), lately(now))? else {
            return Ok(None);
        };
        let officer = account::find_officer(tx, account.id)?;
        Ok::<_, StorageError>(Some(SignedIn { account, officer, unread: 0 }))
    };
    Ok(app.store.read(read).await?)
}

async fn read(app: &App, secret: &str) -> Result<Option<(SignedIn, Instant)>, Fault> {
    let digest = random::digest(secret);
    let good = good(app.now());
    let found = app.store.read_once(move |tx| session::find(tx, &digest, good)).await?;
    Ok(found.map(|session::FoundSession { account, officer, seen_at, unread }| {
        (SignedIn { account, officer, unread }, seen_at)
    }))
}

pub async fn sign_out(app: &App, secret: &str) -> Result<(), Fault> {
    let digest = random::digest(secret);
    Ok(app.store.write(move |tx| session::end(tx, &digest)).await?)
}

/// Somebody's own sign-ins, this one first, then the last seen.
pub async fn list(app: &App, account: AccountId, secret: &str) -> Result<Vec<OwnSession>, Fault> {
    let (token, good) = (random::digest(secret), good(app.now()));
    let found = app
        .store
        .read(move |tx| {
            let own = session::find_lineage(tx, &token, good)?;
            let all = session::list(tx, account, good)?;
            Ok::<_, StorageError>((own.map(|own| own.family), all))
        })
        .await?;
    let (own, all) = found;
    let mut list: Vec<OwnSession> = all
        .into_iter()
        .map(|sign_in| OwnSession {
            key: random::hex(&sign_in.family),
            since: sign_in.since,
            seen_at: sign_in.seen_at,
            this: own.as_ref() == Some(&sign_in.family),
            browser: sign_in.browser,
        })
        .collect();
    list.sort_by_key(|own| !own.this);
    Ok(list)
}

/// Ends one of somebody's own sign-ins on both hosts; the key of another's ends nothing.
/// False where that is the key of none.
pub async fn end(app: &App, account: AccountId, key: &str) -> Result<bool, Fault> {
    let Some(family) = random::of_hex(key) else { return Ok(false) };
    app.store.write(move |tx| session::end_family(tx, account, &family)).await?;
    Ok(true)
}

pub async fn end_others(app: &App, account: AccountId, secret: &str) -> Result<(), Fault> {
    let token = random::digest(secret);
    Ok(app.store.write(move |tx| session::end_others(tx, account, &token)).await?)
}

/// A single-use pass to the twin host, good for a minute and for the same browser only.
pub async fn start_crossing(
    app: &App,
    account: AccountId,
    session: &str,
    browser: &str,
    carried: Carried,
) -> Result<String, Fault> {
    let secret = random::token();
    let (digest, session) = (random::digest(&secret), random::digest(session));
    let ends = app.now().plus_minutes(CROSSING_MINUTES);
    let body = serde_json::to_string(&Pass { browser: browser.into(), session, carried })?;
    app.store.write(move |tx| account::insert_ticket(tx, &digest, "crossing", account, &body, ends)).await?;
    Ok(secret)
}

/// Uses the pass up: a session on this host, which ends with the one it came from.
pub async fn finish_crossing(
    app: &App,
    secret: &str,
    same: &str,
    browser: Browser,
) -> Result<Option<(StartedSession, Carried)>, Fault> {
    let (digest, now, same) = (random::digest(secret), app.now(), same.to_string());
    let until = now.plus_minutes(CROSSING_MINUTES + AHEAD_MINUTES);
    let fresh = random::token();
    let token = random::digest(&fresh);
    let crossed = app
        .store
        .write(move |tx| {
            let Some((account, body)) = account::take_ticket(tx, &digest, "crossing", now, until)? else {
                return Ok(None);
            };
            let pass: Pass = serde_json::from_str(&body)?;
            let lineage = session::find_lineage(tx, &pass.session, good(now))?;
            let Some(lineage) = lineage.filter(|_| pass.browser == same) else {
                return Ok(None);
            };
            let new = session::NewSession {
                token: &token,
                account,
                at: now,
                ends_at: lineage.ends_at,
                family: &lineage.family,
                browser: &lineage.browser,
            };
            session::insert(tx, &new)?;
            let browser_secret = browser.make_known(tx, account, now)?;
            Ok::<_, StorageError>(Some((browser_secret, pass.carried)))
        })
        .await?;
    Ok(crossed.map(|(browser_secret, carried)| (StartedSession { session: fresh, browser_secret }, carried)))
}

/// What a crossing remembers: the browser it is for and the session it grew from.
#[derive(Serialize, Deserialize)]
struct Pass {
    browser: String,
    session: [u8; 32],
    #[serde(default)]
    carried: Carried,
}

/// What goes along from one host to the other: in whose place somebody acts, and how pages are to look.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Carried {
    #[serde(default)]
    pub place: Option<AccountId>,
    #[serde(default)]
    pub tastes: Vec<(String, String)>,
}

/// Sweeps what ended a day ago, what a clock ahead made, and browsers long unused.
pub(crate) fn sweep(tx: &mut Tx, now: Instant) -> Result<(), StorageError> {
    session::sweep(tx, lately(now), now.plus_minutes(AHEAD_MINUTES))?;
    known_browser::sweep(tx, now.plus_minutes(-KNOWN_DAYS * 24 * 60))?;
    Ok(())
}
