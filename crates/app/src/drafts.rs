//! Drafts: an application kept on the server from the first answer until it is handed in, once.

use crate::dossiers::{Done, DraftSeen, NewDossier, NotDone};
use crate::{App, Fault, dossiers, files, jobs, random};
use domain::agency::AgencyId;
use domain::dossier::{Delivery, FileDossier, OwnerKind, PaperGiven, Parties};
use domain::officer::AccountId;
use domain::procedure::{Channel, Paper, Procedure};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
pub use storage::draft::Draft;
use storage::{StorageError, Tx, file::File};

/// What was typed so far, as it was typed: a draft may be wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypedDraft {
    #[serde(default)]
    pub answers: BTreeMap<String, String>,
    #[serde(default)]
    pub parties: Parties,
    #[serde(default)]
    pub delivery: Delivery,
    /// The case of the procedure that was chosen; empty where none fits or the applicant is not sure.
    #[serde(default)]
    pub case: Option<String>,
    /// What kind of owner it has, where that was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner_kind: Option<OwnerKind>,
    /// Pages that were passed without a problem: `you`, `questions`, `papers`.
    #[serde(default)]
    pub passed: std::collections::BTreeSet<String>,
}

/// The parts of a draft, in the order they are filled in.
pub const PARTS: [&str; 3] = ["you", "questions", "papers"];

impl TypedDraft {
    /// The first part that was not passed yet.
    pub fn unfinished(&self) -> Option<&'static str> {
        PARTS.into_iter().find(|part| !self.passed.contains(*part))
    }

    /// What was typed into a draft; of what cannot be read nothing was.
    pub fn of(draft: &Draft) -> TypedDraft {
        serde_json::from_str(&draft.body).unwrap_or_default()
    }
}

/// A draft with its files.
#[derive(Clone, Debug)]
pub struct Opened {
    pub draft: Draft,
    pub typed: TypedDraft,
    pub files: Vec<File>,
}

impl Opened {
    /// The case that was chosen, if it still is one of the procedure's; nothing while the choice is open. Where there
    /// is nothing to choose, it was made.
    pub fn case<'a>(&self, procedure: &'a Procedure) -> Option<Option<&'a str>> {
        let cases = procedure.cases();
        if cases.is_empty() {
            return Some(None);
        }
        match self.typed.case.as_deref()? {
            "" => Some(None),
            chosen => cases.into_iter().find(|case| *case == chosen).map(Some),
        }
    }

    /// The papers to be shown: of the case, without what the screen takes the place of and what only says something about
    /// papers; and whatever has a file already.
    pub fn papers<'a>(&self, procedure: &'a Procedure) -> Vec<&'a Paper> {
        let own: Vec<&Paper> = match self.case(procedure) {
            Some(case) => {
                procedure.papers_of(case).filter(|paper| !paper.on_screen && !paper.is_note()).collect()
            }
            None => Vec::new(),
        };
        let shown =
            |paper: &&Paper| own.contains(paper) || self.files.iter().any(|file| file.paper == paper.id);
        procedure.papers.iter().filter(shown).collect()
    }

    /// What is only said about papers, of the case or of all.
    pub fn notes<'a>(&self, procedure: &'a Procedure) -> Vec<&'a Paper> {
        let Some(case) = self.case(procedure) else { return Vec::new() };
        let cases = procedure.cases();
        let of_it = |paper: &&Paper| {
            let anybodys = cases.is_empty() || !paper.is_of_a_case();
            paper.is_note() && (anybodys || case.is_none_or(|case| paper.case == case))
        };
        procedure.papers.iter().filter(of_it).collect()
    }

    /// Required papers of the case without a file.
    pub fn missing_papers<'a>(&self, procedure: &'a Procedure) -> Vec<&'a Paper> {
        let case = self.case(procedure).flatten();
        let asked = |paper: &&Paper| {
            procedure.asks_online(paper, case) && !self.files.iter().any(|file| file.paper == paper.id)
        };
        procedure.papers.iter().filter(asked).collect()
    }
}

/// Starts a draft at the agency that will decide.
pub async fn start(
    app: &App,
    account: AccountId,
    procedure: &Procedure,
    agency: AgencyId,
    typed: &TypedDraft,
) -> Result<String, Fault> {
    let now = app.now();
    let draft = Draft {
        id: app.store.new_id(now),
        token: random::token(),
        account,
        procedure: procedure.code.to_string(),
        version: procedure.version,
        agency,
        body: serde_json::to_string(typed)?,
        updated_at: now,
        submitted: None,
    };
    let token = draft.token.clone();
    app.store.write(move |tx| storage::draft::insert(tx, &draft)).await?;
    Ok(token)
}

pub async fn open(app: &App, token: String, account: AccountId) -> Result<Option<Opened>, Fault> {
    let found = app
        .store
        .read(move |tx| {
            let Some(draft) = storage::draft::find(tx, &token, account)? else { return Ok(None) };
            let files = storage::file::list_of_draft(tx, draft.id)?;
            Ok::<_, StorageError>(Some((draft, files)))
        })
        .await?;
    let Some((draft, files)) = found else { return Ok(None) };
    let typed = serde_json::from_str(&draft.body)?;
    Ok(Some(Opened { draft, typed, files }))
}

pub async fn list(app: &App, account: AccountId) -> Result<Vec<Draft>, Fault> {
    Ok(app.store.read(move |tx| storage::draft::list(tx, account, 50)).await?)
}

/// Saves what was typed; false where the draft is not as it was opened, since another window saved or sent it.
pub async fn save(app: &App, opened: &mut Opened, typed: TypedDraft) -> Result<bool, Fault> {
    let (draft, body, now) = (opened.draft.clone(), serde_json::to_string(&typed)?, app.now());
    if body == draft.body {
        return Ok(true);
    }
    let saved = Draft { body: body.clone(), updated_at: now, ..draft.clone() };
    let done = app.store.write(move |tx| storage::draft::save_body(tx, &draft, &body, now)).await?;
    if done {
        (opened.draft, opened.typed) = (saved, typed);
    }
    Ok(done)
}

/// Its answers and files are gone at once.
pub async fn delete(app: &App, id: i64) -> Result<(), Fault> {
    let (now, job) = (app.now(), app.store.new_id(app.now()));
    let delete = move |tx: &mut Tx| {
        let tokens = storage::draft::delete(tx, id)?;
        jobs::enqueue_removal(tx, job, &tokens, now)?;
        Ok::<_, StorageError>(tokens)
    };
    let tokens = app.store.write(delete).await?;
    files::remove_contents(app, tokens).await
}

/// False when the draft was handed in meanwhile: then the file belongs to nothing.
pub async fn add_file(app: &App, draft: i64, file: File) -> Result<bool, Fault> {
    let token = file.token.clone();
    let add = move |tx: &mut Tx| {
        // A draft that is being handed in is locked: its files stay what its check page showed.
        if storage::draft::lock_open(tx, draft)?.is_none() {
            return Ok::<_, StorageError>(false);
        }
        storage::file::insert(tx, &file).map(|()| true)
    };
    let added = app.store.write(add).await?;
    if added {
        files::named(app, [token.as_str()]);
    }
    Ok(added)
}

pub async fn drop_file(app: &App, draft: i64, token: String) -> Result<bool, Fault> {
    let (now, job, tokens) = (app.now(), app.store.new_id(app.now()), vec![token]);
    let dropped = tokens.clone();
    let drop = move |tx: &mut Tx| {
        if storage::draft::lock_open(tx, draft)?.is_none()
            || !storage::file::drop_from_draft(tx, &dropped[0], draft)?
        {
            return Ok::<_, StorageError>(false);
        }
        jobs::enqueue_removal(tx, job, &dropped, now).map(|()| true)
    };
    let gone = app.store.write(drop).await?;
    if gone {
        files::remove_contents(app, tokens).await?;
    }
    Ok(gone)
}

/// Hands a draft in: once, however often the button is pressed. The draft is the key.
pub async fn submit(
    app: &App,
    signed_in: &crate::accounts::SignedIn,
    opened: &Opened,
    answers: forms::Answers,
) -> Result<Done, NotDone> {
    let today = app.now().date();
    let data = app.master_data();
    let Opened { draft, typed, files } = opened;
    let offering =
        data.offering(&draft.procedure, draft.agency, today).ok_or(domain::dossier::Refusal::NotOnline)?;
    let papers =
        files.iter().map(|file| PaperGiven::new(file.paper.clone(), 0, 1, Some(files::fact(file)))).collect();
    let filing = FileDossier {
        reference: random::reference(),
        channel: Channel::Online,
        receiving: offering.receiving,
        competent: draft.agency,
        level: offering.level,
        owner_kind: typed.owner_kind,
        trial: false,
        account: Some(signed_in.id()),
        parties: typed.parties.clone(),
        answers,
        case: typed.case.clone().filter(|case| !case.is_empty()),
        papers,
        file_names: files.iter().map(|file| (file.id, file.name.clone())).collect(),
        main: None,
        delivery: typed.delivery,
    };
    dossiers::open(
        app,
        NewDossier {
            filing,
            procedure: draft.procedure.clone(),
            actor: signed_in.hands_in(&typed.parties),
            key: format!("draft-{}", draft.token),
            then: Vec::new(),
            draft: Some(DraftSeen {
                id: draft.id,
                updated_at: draft.updated_at,
                files: files.iter().map(|file| file.id).collect(),
            }),
            files: Vec::new(),
        },
    )
    .await
}
