//! Forms posted when their session had just ended: held for an hour, and shown again to whose session it was, at the desk
//! they were written at. Nothing is carried out by it: who comes back looks them over and sends them.

use crate::files::{FileProblem, StoredUpload};
use crate::sessions::AHEAD_MINUTES;
use crate::{App, Fault, files, random};
use domain::officer::AccountId;
use serde::{Deserialize, Serialize};
use storage::held::{self, HeldRow};
use storage::{StorageError, Tx};

pub const HELD_MINUTES: i64 = 60;
/// Maximum held forms of an account: a newer one takes the place of the oldest.
pub const HELD_MAX: u32 = 10;

/// A form as it was posted, without what is never kept.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct HeldForm {
    pub fields: Vec<(String, String)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<HeldFile>,
    /// What came with it and was not taken: it is said once the form is shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refused: Vec<RefusedFile>,
    /// It was being filled in, and not sent to be done.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unfinished: bool,
}

/// A content that came with it, landed and named by no row.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct HeldFile {
    pub field: String,
    pub name: String,
    pub landed: StoredUpload,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RefusedFile {
    pub field: String,
    pub name: String,
    pub problem: FileProblem,
}

/// What a form was posted to, and by whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormOrigin {
    pub account: AccountId,
    /// In whose place an officer acted.
    pub stands_for: Option<AccountId>,
    /// Without its query.
    pub path: String,
}

/// What became of a form somebody comes back for.
#[derive(Clone, Debug)]
pub enum HeldLookup {
    Form(HeldForm),
    /// It was written in the place of this officer, or in none, and is shown there alone.
    AtAnotherDesk(Option<AccountId>),
}

/// Holds a form; the secret it is asked for by.
pub async fn hold(app: &App, origin: FormOrigin, form: &HeldForm) -> Result<String, Fault> {
    let secret = random::token();
    let (token, now) = (random::digest(&secret), app.now());
    let held = HeldRow {
        account: origin.account,
        stands_for: origin.stands_for,
        path: origin.path,
        body: serde_json::to_string(form)?,
        at: now,
    };
    let hold = move |tx: &mut Tx| {
        held::insert(tx, &token, &held)?;
        Ok::<_, StorageError>(contents(held::drop_beyond(tx, held.account, HELD_MAX)?))
    };
    let dropped = app.store.write(hold).await?;
    files::remove_unnamed(app, dropped).await?;
    Ok(secret)
}

/// A held form, for whom and where it was posted.
pub async fn find(app: &App, origin: &FormOrigin, secret: &str) -> Result<Option<HeldLookup>, Fault> {
    let (token, origin, now) = (random::digest(secret), origin.clone(), app.now());
    let (since, until) = (now.plus_minutes(-HELD_MINUTES), now.plus_minutes(AHEAD_MINUTES));
    let find = move |tx: &mut Tx| {
        let found = held::find(tx, &token, origin.account, since, until)?;
        let Some(found) = found.filter(|held| held.path == origin.path) else { return Ok(None) };
        if found.stands_for != origin.stands_for {
            return Ok(Some(HeldLookup::AtAnotherDesk(found.stands_for)));
        }
        held::mark_given(tx, &token)?;
        Ok::<_, StorageError>(Some(HeldLookup::Form(serde_json::from_str(&found.body)?)))
    };
    Ok(app.store.write(find).await?)
}

/// It was sent again.
pub async fn forget(app: &App, account: AccountId, secret: &str) -> Result<(), Fault> {
    let token = random::digest(secret);
    Ok(app.store.write(move |tx| held::drop_one(tx, &token, account)).await?)
}

/// Clears what was held for its hour, with the contents nobody was shown.
pub async fn sweep(app: &App) -> Result<(), Fault> {
    let now = app.now();
    let (since, until) = (now.plus_minutes(-HELD_MINUTES), now.plus_minutes(AHEAD_MINUTES));
    let sweep = move |tx: &mut Tx| Ok::<_, StorageError>(contents(held::sweep(tx, since, until)?));
    let dropped = app.store.write(sweep).await?;
    files::remove_unnamed(app, dropped).await
}

/// Drops all of an account; the contents that came with them and that no row names.
pub(crate) fn drop_all(tx: &mut Tx, account: AccountId) -> Result<Vec<String>, StorageError> {
    let mut tokens = contents(held::drop_all(tx, account)?);
    let known = storage::file::known(tx, &tokens)?;
    tokens.retain(|token| !known.contains(token));
    Ok(tokens)
}

/// What came with some forms. One that cannot be read names nothing: the sweep of files finds what it brought.
fn contents(bodies: Vec<String>) -> Vec<String> {
    let forms = bodies.iter().filter_map(|body| serde_json::from_str::<HeldForm>(body).ok());
    forms.flat_map(|form| form.files).map(|file| file.landed.token).collect()
}
