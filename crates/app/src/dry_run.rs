//! For the benchmark: what is done in life, done and undone again, so that its statements are known and the bare
//! engine can be asked to make the same.

use crate::dossiers::{ActRequest, NewDossier, NotDone};
use crate::inbox::{self, Narrowed, Tab};
use crate::{App, Fault, dossiers};
use domain::officer::Officer;
use std::sync::{Arc, Mutex};
use storage::raw::{self, Statement};
use storage::{StorageError, Tx};

/// The statements of one act or page.
pub type Statements = Vec<Statement>;

/// How a rehearsal ends: always undone.
enum Ended {
    Whole,
    Failed(StorageError),
}

impl From<StorageError> for Ended {
    fn from(error: StorageError) -> Ended {
        Ended::Failed(error)
    }
}

/// The statements of each opening; those the rules refuse are left out.
pub fn openings(app: &App, openings: Vec<NewDossier>) -> Result<Vec<Statements>, Fault> {
    let (own, data, now) = (app.clone(), app.master_data(), app.now());
    rehearse(app, move |tx, noted| {
        for opening in &openings {
            note(tx, noted, |tx| dossiers::open_in(&own, tx, &data, opening, now))?;
        }
        Ok(())
    })
}

/// The statements of each act.
pub fn acts(app: &App, requests: Vec<ActRequest>) -> Result<Vec<Statements>, Fault> {
    let (own, data, now) = (app.clone(), app.master_data(), app.now());
    rehearse(app, move |tx, noted| {
        for request in &requests {
            note(tx, noted, |tx| dossiers::perform_in(&own, tx, &data, request, now))?;
        }
        Ok(())
    })
}

/// The statements of a page of the inbox.
pub fn inbox(
    app: &App,
    officer: &Officer,
    tab: Tab,
    narrowed: Narrowed,
    limit: u32,
) -> Result<Statements, Fault> {
    let now = app.now();
    let times = (now, inbox::soon(app, officer, now));
    let (own, officer) = (app.clone(), officer.clone());
    Ok(app.store.read_now(move |tx| {
        let mut noted = Vec::new();
        raw::watch(tx, &mut noted, |tx| inbox::page(&own, tx, &officer, tab, &narrowed, times, limit))?;
        Ok::<_, StorageError>(noted)
    })?)
}

/// The statements of a look-up.
pub fn look_ups(app: &App, codes: Vec<String>) -> Result<Vec<Statements>, Fault> {
    Ok(app.store.read_now(move |tx| {
        let mut all = Vec::new();
        for code in &codes {
            let mut noted = Vec::new();
            raw::watch(tx, &mut noted, |tx| storage::dossier::find_progress(tx, code))?;
            all.push(noted);
        }
        Ok::<_, StorageError>(all)
    })?)
}

fn rehearse(
    app: &App,
    mut act: impl FnMut(&mut Tx, &mut Vec<Statements>) -> Result<(), StorageError> + Send + 'static,
) -> Result<Vec<Statements>, Fault> {
    let all = Arc::new(Mutex::new(Vec::new()));
    let noted = Arc::clone(&all);
    let ended = app.store.write_now(move |tx| {
        let mut noted = noted.lock().expect("nobody panics with it");
        // It may run again after a conflict.
        noted.clear();
        act(tx, &mut noted)?;
        Err::<(), Ended>(Ended::Whole)
    });
    match ended {
        Err(Ended::Failed(error)) => Err(error.into()),
        Ok(()) | Err(Ended::Whole) => Ok(std::mem::take(&mut *all.lock().expect("nobody panics with it"))),
    }
}

fn note<T>(
    tx: &mut Tx,
    all: &mut Vec<Statements>,
    act: impl FnOnce(&mut Tx) -> Result<T, NotDone>,
) -> Result<(), StorageError> {
    let mut noted = Vec::new();
    match raw::watch(tx, &mut noted, act) {
        Ok(_) => all.push(noted),
        Err(NotDone::Fault(Fault::Storage(error))) => return Err(error),
        Err(NotDone::Fault(Fault::Other(error))) => return Err(StorageError::Unexpected(error.to_string())),
        Err(NotDone::NotFound | NotDone::Refused(_) | NotDone::Overtaken { .. }) => {}
    }
    Ok(())
}
