//! Administration: agencies, officers, calendars, procedures and their steps. Every change leaves an audit
//! line; what is versioned gets a new version.

use crate::attempts::Subject;
use crate::sought::{READ, sought};
use crate::{App, Fault, jobs, passwords};
use domain::Text;
use domain::agency::{Agency, AgencyId};
use domain::calendar::{SpecialDay, Week};
use domain::dossier::Identity;
use domain::officer::{AccountId, Assurance, Officer};
use domain::procedure::{Level, Procedure};
use jiff::civil::Date;
pub use storage::account::OfficerRow;
use storage::account::{Account, AccountKind};
pub use storage::catalogue::AuditRow;
use storage::catalogue::{self, Offering};
use storage::{StorageError, Tx, account, session};

/// A new officer and how they sign in.
#[derive(Clone, Debug)]
pub struct NewOfficer {
    pub login: String,
    pub password: String,
    pub officer: Officer,
}

pub(crate) async fn change(
    app: &App,
    by: Option<AccountId>,
    what: &'static str,
    subject: String,
    mut change: impl FnMut(&mut Tx) -> Result<(), StorageError> + Send + 'static,
) -> Result<(), Fault> {
    let now = app.now();
    let id = app.store.new_id(now);
    app.store
        .write(move |tx| {
            change(tx)?;
            catalogue::audit(tx, id, now, by, what, &subject, "")
        })
        .await?;
    app.refresh_reference().await?;
    Ok(())
}

pub async fn save_agency(app: &App, by: AccountId, agency: Agency) -> Result<(), Fault> {
    let subject = agency.key.clone();
    change(app, Some(by), "agency", subject, move |tx| catalogue::save_agency(tx, &agency)).await
}

/// A changed calendar moves the dates of open dossiers: a durable job recomputes them, an event each.
pub async fn save_week(app: &App, by: AccountId, agency: AgencyId, week: Week) -> Result<(), Fault> {
    let (now, job) = (app.now(), app.store.new_id(app.now()));
    let subject = format!("{} week", agency.0);
    change(app, Some(by), "calendar", subject, move |tx| {
        catalogue::save_week(tx, agency, &week)?;
        jobs::enqueue_recalculation(tx, job, agency, now)
    })
    .await
}

pub async fn save_day(app: &App, by: AccountId, agency: AgencyId, day: SpecialDay) -> Result<(), Fault> {
    let (now, job) = (app.now(), app.store.new_id(app.now()));
    let subject = format!("{} {}", agency.0, day.date);
    change(app, Some(by), "calendar", subject, move |tx| {
        catalogue::save_day(tx, agency, &day)?;
        jobs::enqueue_recalculation(tx, job, agency, now)
    })
    .await
}

pub async fn drop_day(app: &App, by: AccountId, agency: AgencyId, day: Date) -> Result<(), Fault> {
    let (now, job) = (app.now(), app.store.new_id(app.now()));
    let subject = format!("{} {day} dropped", agency.0);
    change(app, Some(by), "calendar", subject, move |tx| {
        catalogue::drop_day(tx, agency, day)?;
        jobs::enqueue_recalculation(tx, job, agency, now)
    })
    .await
}

pub async fn save_field(app: &App, by: AccountId, field: catalogue::ProcedureField) -> Result<(), Fault> {
    let (subject, place) = (field.key.clone(), app.master_data().fields.len() as u32);
    change(app, Some(by), "field", subject, move |tx| catalogue::save_field(tx, place, &field)).await
}

/// A new version of a procedure, valid from a day on.
pub async fn save_procedure(app: &App, by: AccountId, procedure: Procedure, from: Date) -> Result<(), Fault> {
    let mut procedure = procedure;
    // Every version from now on says what the law demands, be it nothing.
    procedure.obligations.get_or_insert_default();
    let subject = format!("{} version {}", procedure.code, procedure.version);
    change(app, Some(by), "procedure", subject, move |tx| catalogue::insert_procedure(tx, &procedure, from))
        .await
}

/// The last day of a procedure, and why it is closed. Dossiers that were filed are handled to their end.
pub async fn close_procedure(
    app: &App,
    by: AccountId,
    code: String,
    last: Date,
    because: Text,
) -> Result<(), Fault> {
    let subject = format!("{code} closed {last}");
    change(app, Some(by), "procedure", subject, move |tx| {
        catalogue::close_procedure(tx, &code, last, &because)
    })
    .await
}

/// Takes back that a procedure is to be closed.
pub async fn keep_procedure(app: &App, by: AccountId, code: String) -> Result<(), Fault> {
    let (subject, today) = (format!("{code} kept"), app.now().date());
    change(app, Some(by), "procedure", subject, move |tx| catalogue::keep_procedure(tx, &code, today)).await
}

/// An agency that offers a procedure from today on, and where that is received.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfferingChange {
    pub agency: AgencyId,
    pub receiving: AgencyId,
}

pub async fn save_offerings(
    app: &App,
    by: AccountId,
    code: String,
    level: Level,
    offers: Vec<OfferingChange>,
) -> Result<(), Fault> {
    let agencies: Vec<AgencyId> = offers.iter().map(|offer| offer.agency).collect();
    let (subject, from) = (said_of_offerings(&code, &agencies), app.now().date());
    change(app, Some(by), "supply", subject, move |tx| {
        for OfferingChange { agency, receiving } in &offers {
            let (agency, receiving) = (*agency, *receiving);
            let offering = Offering { code: code.clone(), agency, from, to: None, level, receiving };
            catalogue::insert_offering(tx, &offering)?;
        }
        Ok(())
    })
    .await
}

/// The last day on which agencies offer a procedure.
pub async fn end_offerings(
    app: &App,
    by: AccountId,
    code: String,
    agencies: Vec<AgencyId>,
    last: Date,
) -> Result<(), Fault> {
    let (subject, today) =
        (format!("{} until {last}", said_of_offerings(&code, &agencies)), app.now().date());
    change(app, Some(by), "supply", subject, move |tx| {
        agencies.iter().try_for_each(|agency| catalogue::end_offering(tx, &code, *agency, today, last))
    })
    .await
}

/// Supplies in a line of the record of changes: one agency by its number, several by how many they are.
fn said_of_offerings(code: &str, agencies: &[AgencyId]) -> String {
    match agencies {
        [agency] => format!("{code} at {}", agency.0),
        _ => format!("{code} at {} agencies", agencies.len()),
    }
}

/// Adds an officer; false when the login is taken.
pub async fn add_officer(app: &App, by: Option<AccountId>, new: NewOfficer) -> Result<bool, Fault> {
    let password = passwords::hash(app, new.password.clone()).await?;
    let now = app.now();
    let id = AccountId(app.store.new_id(now));
    let (account, officer) = officer_rows(&new, id, password);
    let subject = account.login.clone();
    let added = change(app, by, "officer", subject, move |tx| {
        account::insert(tx, &account, now)?;
        account::save_officer(tx, &officer)
    })
    .await;
    match added {
        Ok(()) => Ok(true),
        Err(Fault::Storage(StorageError::Taken(_))) => Ok(false),
        Err(fault) => Err(fault),
    }
}

/// The first officer of an installation in earnest, with the agency they sit in; false where there are officers already.
pub fn found_now(app: &App, agency: Agency, first: NewOfficer) -> Result<bool, Fault> {
    let now = app.now();
    let hash = passwords::hash_now(&first.password)?;
    let (account, officer) = officer_rows(&first, AccountId(app.store.new_id(now)), hash);
    Ok(app.store.write_now(move |tx| {
        if account::has_officers(tx)? {
            return Ok::<_, StorageError>(false);
        }
        catalogue::save_agency(tx, &agency)?;
        account::insert(tx, &account, now)?;
        account::save_officer(tx, &officer)?;
        catalogue::set_meta(tx, "kind", "real")?;
        Ok(true)
    })?)
}

/// Moves an officer, changes their roles or sets a new password; their sessions end, since their rights did.
pub async fn save_officer(
    app: &App,
    by: AccountId,
    officer: Officer,
    disabled: bool,
    password: Option<String>,
) -> Result<(), Fault> {
    let subject = officer.account.0.to_string();
    let hash = match password {
        Some(password) => Some(passwords::hash(app, password).await?),
        None => None,
    };
    change(app, Some(by), "officer", subject, move |tx| {
        account::save_officer(tx, &officer)?;
        account::set_disabled(tx, officer.account, disabled)?;
        if let Some(hash) = &hash {
            account::set_password(tx, officer.account, hash)?;
            // Whoever was kept out by somebody's guesses gets in with it.
            if let Some(account) = account::find(tx, officer.account)? {
                Subject::sign_in(&account.login, None).forget(tx)?;
            }
        }
        session::end_all(tx, officer.account)
    })
    .await
}

pub async fn list_all_officers(app: &App, after: String, limit: u32) -> Result<Vec<OfficerRow>, Fault> {
    Ok(app.store.read(move |tx| account::list_all_officers(tx, &after, limit)).await?)
}

/// Officers after a login whose rows are wanted, no more than the limit.
pub async fn search_officers(
    app: &App,
    after: String,
    limit: u32,
    wanted: impl Fn(&OfficerRow) -> bool + Send + 'static,
) -> Result<Vec<OfficerRow>, Fault> {
    let search = move |tx: &mut Tx| {
        let read = |after: &String| account::list_all_officers(tx, after, READ);
        sought(after.clone(), limit, read, |row| row.login.clone(), &wanted)
    };
    Ok(app.store.read(search).await?)
}

pub async fn find_officer(app: &App, id: AccountId) -> Result<Option<(Officer, Account)>, Fault> {
    Ok(app
        .store
        .read(move |tx| Ok::<_, StorageError>(account::find_officer(tx, id)?.zip(account::find(tx, id)?)))
        .await?)
}

pub async fn list_audit(app: &App, before: i64, limit: u32) -> Result<Vec<AuditRow>, Fault> {
    Ok(app.store.read(move |tx| catalogue::list_audit(tx, before, limit)).await?)
}

/// The two rows of a new officer.
pub fn officer_rows(new: &NewOfficer, id: AccountId, password: String) -> (Account, Officer) {
    let account = Account {
        id,
        login: typed::key(&new.login),
        kind: AccountKind::Officer,
        password,
        name: new.officer.name.clone(),
        identity: Identity::default(),
        phone: String::new(),
        email: String::new(),
        confirmed_email: String::new(),
        address: String::new(),
        assurance: Assurance::Verified,
        disabled: false,
    };
    (account, Officer { account: id, ..new.officer.clone() })
}
