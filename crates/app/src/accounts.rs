//! Accounts: registering and signing in. Passwords and one's own data have files of their own.

use crate::attempts::{AttemptBounds, Subject, TooOften};
use crate::passwords::Match;
use crate::sessions::{Browser, StartedSession};
use crate::{App, Fault, attempts, batches, jobs, passwords, sessions};
use domain::dossier::{Identity, Parties};
use domain::officer::{AccountId, Actor, Assurance, NameAndNumber, Officer};
use domain::time::Instant;
pub use storage::account::{Account, AccountKind};
use storage::{StorageError, Tx, account, known_browser, letter_address};

/// Who is signed in, with the officer's place if it is one.
#[derive(Clone, Debug)]
pub struct SignedIn {
    pub account: Account,
    pub officer: Option<Officer>,
    pub unread: u32,
}

impl SignedIn {
    pub fn id(&self) -> AccountId {
        self.account.id
    }

    /// The actor of an act on the portal.
    pub fn applicant(&self) -> Actor {
        Actor::Applicant { account: self.account.id, assurance: self.account.assurance }
    }

    /// The same, who hands in a dossier of these parties.
    pub(crate) fn hands_in(&self, parties: &Parties) -> Actor {
        let assurance = parties.assurance(self.account.assurance, name_and_number(&self.account));
        Actor::Applicant { account: self.account.id, assurance }
    }
}

/// What registering needs, read and checked by the page.
#[derive(Clone, Debug)]
pub struct Registration {
    pub kind: AccountKind,
    pub login: String,
    pub password: String,
    pub name: String,
    pub identity: Identity,
    pub phone: String,
    pub email: String,
    pub address: String,
}

/// Which accounts may come in where somebody stands: with a listener for officers alone, they come in there alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AccountScope {
    #[default]
    Everybody,
    Applicants,
    Officers,
}

impl AccountScope {
    pub fn admits(self, kind: AccountKind) -> bool {
        match self {
            AccountScope::Everybody => true,
            AccountScope::Applicants => kind != AccountKind::Officer,
            AccountScope::Officers => kind == AccountKind::Officer,
        }
    }
}

/// Somebody tries to sign in: whoever has the login is looked up, and the try is counted.
#[derive(Clone, Debug)]
pub struct Knock {
    login: String,
    browser: Option<[u8; 32]>,
    at_most: u32,
    at: Instant,
}

#[derive(Clone, Debug)]
pub struct Knocked {
    found: Option<Account>,
    subject: Subject,
    counted: Result<(), TooOften>,
}

impl Knock {
    /// What is asked of the store is the same whether somebody has the login or not.
    pub fn write(&self, tx: &mut Tx) -> Result<Knocked, StorageError> {
        let found = account::find_by_login(tx, &self.login)?;
        let id = found.as_ref().map_or(AccountId(0), |account| account.id);
        let known = match &self.browser {
            Some(browser) if known_browser::is_known(tx, browser, id)? => Some(&browser[..]),
            _ => None,
        };
        let subject = Subject::sign_in(&self.login, known);
        let counted = subject.count(tx, self.at_most, self.at)?;
        Ok(Knocked { found, subject, counted })
    }
}

/// What became of signing in.
#[derive(Clone, Debug)]
pub enum SignInResult {
    In(StartedSession, SignedInAs),
    Wrong,
    TooOften(TooOften),
}

/// Who signed in, as far as it decides where they land.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignedInAs {
    /// A person or an organisation.
    Applicant,
    Officer,
    /// The head of an agency.
    Head,
}

pub(crate) fn name_and_number(account: &Account) -> NameAndNumber<'_> {
    NameAndNumber { name: &account.name, identity: &account.identity }
}

/// Maximum minutes for which a single-use secret is made to last.
const TICKET_MINUTES_MAX: i64 = crate::profile::CONFIRM_MINUTES + sessions::AHEAD_MINUTES;

/// Registers a person or an organisation and signs them in; nothing when the login is taken. The address is asked to be
/// confirmed.
pub async fn register(
    app: &App,
    registration: Registration,
    host: String,
    browser: Browser,
    bounds: &AttemptBounds,
) -> Result<Option<StartedSession>, Fault> {
    let password = passwords::hash(app, registration.password).await?;
    let (now, letters) = (app.now(), bounds.letters);
    let (id, job) = (AccountId(app.store.new_id(now)), app.store.new_id(now));
    let account = Account {
        id,
        login: typed::key(&registration.login),
        kind: registration.kind,
        password,
        name: registration.name,
        identity: registration.identity,
        phone: registration.phone,
        email: registration.email,
        confirmed_email: String::new(),
        address: registration.address,
        // What was typed proves nothing but that the same person comes back.
        assurance: Assurance::Password,
        disabled: false,
    };
    let write = move |tx: &mut Tx| {
        account::insert(tx, &account, now)?;
        // Too many letters to this address: it can be asked for later.
        let _ = jobs::enqueue_confirmation(tx, job, &account, &host, letters, now)?;
        sessions::begin(tx, id, &browser, now)
    };
    match app.store.write(write).await {
        Ok(begun) => Ok(Some(begun)),
        Err(StorageError::Taken(_)) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Somebody tries to sign in.
pub fn knock(app: &App, login: &str, browser: &Browser, bounds: &AttemptBounds) -> Knock {
    Knock {
        login: typed::key(login),
        browser: browser.token(),
        at_most: bounds.wrong_passwords,
        at: app.now(),
    }
}

/// Signs in. A wrong name, a wrong password and an account that does not belong here are the same answer, at the same
/// cost; so is one that was tried too often.
pub async fn sign_in(
    app: &App,
    login: &str,
    password: String,
    scope: AccountScope,
    browser: Browser,
    bounds: &AttemptBounds,
) -> Result<SignInResult, Fault> {
    let (knock, now) = (knock(app, login, &browser, bounds), app.now());
    let Knocked { found, subject, counted } = app.store.write(move |tx| knock.write(tx)).await?;
    if let Err(too_often) = counted {
        return Ok(SignInResult::TooOften(too_often));
    }
    let kept = found.as_ref().map(|account| account.password.clone());
    let compared = passwords::check(app, password.clone(), kept).await?;
    let may = |account: &Account| compared != Match::Not && !account.disabled && scope.admits(account.kind);
    let Some(account) = found.filter(may) else {
        return Ok(SignInResult::Wrong);
    };
    if compared == Match::InOldForm {
        passwords::keep_composed(app, &account, password).await?;
    }
    let (id, kind) = (account.id, account.kind);
    let begin = move |tx: &mut Tx| {
        subject.take_back(tx)?;
        let signed_in = match kind {
            AccountKind::Officer => match account::find_officer(tx, id)? {
                Some(officer) if officer.heads_agency() => SignedInAs::Head,
                _ => SignedInAs::Officer,
            },
            _ => SignedInAs::Applicant,
        };
        Ok::<_, StorageError>((sessions::begin(tx, id, &browser, now)?, signed_in))
    };
    let (begun, signed_in) = app.store.write(begin).await?;
    Ok(SignInResult::In(begun, signed_in))
}

/// The account a counter officer may join a dossier to.
pub async fn find(app: &App, login: &str) -> Result<Option<Account>, Fault> {
    let login = typed::key(login);
    let found = app.store.read(move |tx| account::find_by_login(tx, &login)).await?;
    Ok(found.filter(|account| account.kind != AccountKind::Officer))
}

pub async fn list_officers(app: &App, agency: domain::agency::AgencyId) -> Result<Vec<Officer>, Fault> {
    Ok(app.store.read(move |tx| account::list_officers(tx, agency)).await?)
}

/// The names of accounts.
pub async fn names_of(app: &App, accounts: Vec<AccountId>) -> Result<Vec<(AccountId, String)>, Fault> {
    Ok(app.store.read(move |tx| storage::account::names(tx, &accounts)).await?)
}

/// Sweeps what has ended: sessions, tickets, counts, searches, done jobs.
pub async fn sweep(app: &App) -> Result<(), Fault> {
    let now = app.now();
    let month_ago = now.plus_minutes(-30 * 24 * 60);
    app.store
        .write(move |tx| {
            sessions::sweep(tx, now)?;
            account::sweep_tickets(tx, now, now.plus_minutes(TICKET_MINUTES_MAX))?;
            attempts::sweep(tx, now)?;
            letter_address::sweep(tx, month_ago)?;
            storage::inbox::drop_old_searches(tx, now)?;
            storage::batch::sweep(tx, now.plus_minutes(-batches::KEPT_DAYS * 24 * 60))?;
            storage::job::sweep(tx, month_ago).map(|_| ())
        })
        .await?;
    Ok(())
}
