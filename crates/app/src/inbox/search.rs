//! Searching: what was typed becomes a code, a number or a name; what is found is what the officer may open.

use super::InboxPage;
use crate::{App, Fault, fold, identity, random, searches};
use domain::code::DossierCode;
use domain::dossier::{DossierId, Reference, Sight, may_open};
use domain::officer::Officer;
use domain::time::Instant;
use std::collections::{HashMap, HashSet};
use std::sync::Mutex;
use storage::inbox::{self, DossierHit, ListRow, SearchedFor, Within};
use storage::{StorageError, Tx};

const SEARCH_MINUTES: i64 = 8 * 60;
/// Maximum dossiers a search shows, as many as a page of a list: each lies anywhere in the database.
const FOUND_MAX: u32 = 25;
/// Maximum dossiers looked at, where not all that is found may be opened or is in the list it is looked for in.
const LOOKED_AT: u32 = 500;
/// For how long what was found waits for its page, in minutes, and how many do at most.
const KEPT_MINUTES: i64 = 1;
const KEPT_MAX: usize = 256;

/// Keeps a search under an opaque address; one for people is recorded, durably before anything of it is shown. It is
/// looked for meanwhile: who searches is led on to its page at once.
pub async fn save_search(app: &App, officer: &Officer, text: &str) -> Result<String, Fault> {
    let token = random::token();
    let (kept, text, account) = (token.clone(), text.to_string(), officer.account);
    let (now, audited) = (app.now(), app.store.new_id(app.now()));
    let ends = now.plus_minutes(SEARCH_MINUTES);
    let (by, typed) = (officer.clone(), text.clone());
    let saving = app.store.write(move |tx| {
        searches::record(tx, audited, account, &wanted(&text), now)?;
        inbox::save_search(tx, &kept, account, &text, ends)
    });
    let looking = app.store.read(move |tx| {
        let page = found(tx, &by, &typed)?;
        Ok::<_, StorageError>(Find {
            officer: by.clone(),
            text: typed.clone(),
            page,
            until: now.plus_minutes(KEPT_MINUTES),
        })
    });
    let (saved, looked) = tokio::join!(saving, looking);
    saved?;
    app.finds.keep(token.clone(), looked?, now);
    Ok(token)
}

/// A saved search: what was searched for, and the dossiers the officer may open.
pub async fn run_search(
    app: &App,
    officer: &Officer,
    token: String,
) -> Result<Option<(String, InboxPage)>, Fault> {
    let now = app.now();
    if let Some(find) = app.finds.take(&token, officer, now) {
        return Ok(Some((find.text, find.page)));
    }
    let officer = officer.clone();
    let run = move |tx: &mut Tx| {
        let Some(text) = inbox::find_search(tx, &token, officer.account, now)? else {
            return Ok(None);
        };
        let page = found(tx, &officer, &text)?;
        Ok::<_, StorageError>(Some((text, page)))
    };
    Ok(app.store.read(run).await?)
}

/// What an officer finds by some words, as far as they may open it.
fn found(tx: &mut Tx, officer: &Officer, text: &str) -> Result<InboxPage, StorageError> {
    // Who sees all of it needs no more rows than are shown; a division's own may lie among others.
    let whole = !within(officer).decided || Sight::of(officer).decided;
    let looked_at = if whole { FOUND_MAX } else { LOOKED_AT };
    let (mut rows, cut) = answering(tx, officer, text, looked_at)?;
    let more = cut || rows.len() as u32 > FOUND_MAX;
    rows.truncate(FOUND_MAX as usize);
    let names = storage::account::names(tx, &super::assignees(&rows))?;
    Ok(InboxPage { rows, more, names, ..InboxPage::default() })
}

/// What the officer may open of what answers a search, and whether there may be more.
fn answering(
    tx: &mut Tx,
    officer: &Officer,
    text: &str,
    looked_at: u32,
) -> Result<(Vec<ListRow>, bool), StorageError> {
    let found = inbox::search(tx, &wanted(text), within(officer), looked_at + 1)?;
    let cut = found.len() as u32 > looked_at;
    Ok((openable(tx, officer, found)?, cut))
}

/// What a saved search is for and the dossiers it finds, to be looked for in a list; nothing once it is forgotten.
pub async fn find_searched(
    app: &App,
    officer: &Officer,
    token: &str,
) -> Result<Option<(String, Vec<DossierId>)>, Fault> {
    let (now, officer, token) = (app.now(), officer.clone(), token.to_string());
    let read = move |tx: &mut Tx| {
        let Some(text) = inbox::find_search(tx, &token, officer.account, now)? else {
            return Ok(None);
        };
        let (rows, _) = answering(tx, &officer, &text, LOOKED_AT)?;
        let mut ids: Vec<DossierId> = rows.iter().map(|row| DossierId(row.cursor.id)).collect();
        ids.sort();
        ids.dedup();
        Ok::<_, StorageError>(Some((text, ids)))
    };
    Ok(app.store.read(read).await?)
}

/// What a search found before its page was asked for.
struct Find {
    officer: Officer,
    text: String,
    page: InboxPage,
    until: Instant,
}

/// What searches found whose pages are on their way: each is shown once, to who searched, as what it was saved for.
#[derive(Default)]
pub(crate) struct Finds(Mutex<HashMap<String, Find>>);

impl Finds {
    fn keep(&self, token: String, find: Find, now: Instant) {
        let mut kept = self.0.lock().expect("no panic while it is kept");
        if kept.len() >= KEPT_MAX {
            kept.retain(|_, find| now < find.until);
        }
        if kept.len() < KEPT_MAX {
            kept.insert(token, find);
        }
    }

    fn take(&self, token: &str, officer: &Officer, now: Instant) -> Option<Find> {
        let find = self.0.lock().expect("no panic while it is taken").remove(token)?;
        // Rights may have changed meanwhile, and another may stand in for them: then it is looked for again.
        (find.officer == *officer && now < find.until).then_some(find)
    }
}

/// Where an officer's searches look.
pub(crate) fn within(officer: &Officer) -> Within {
    let sight = Sight::of(officer);
    Within { agency: officer.agency, received: sight.received, decided: sight.handled }
}

/// What of it an officer may open. What its row does not tell, its events do.
pub(crate) fn openable(
    tx: &mut Tx,
    officer: &Officer,
    mut found: Vec<DossierHit>,
) -> Result<Vec<ListRow>, StorageError> {
    let told = |found: &DossierHit| {
        let had = found.units.contains(&officer.unit);
        may_open(officer, found.row.receiving, found.row.competent, had)
    };
    let mut hidden: Vec<&mut DossierHit> = found.iter_mut().filter(|found| !told(found)).collect();
    inbox::add_past_units(tx, &mut hidden)?;
    let open = |found: &DossierHit| {
        officer.handles() && found.row.competent == officer.agency && !found.row.stage.closed()
    };
    let doubtful: Vec<DossierId> = found
        .iter()
        .filter(|found| !told(found) && open(found))
        .map(|found| DossierId(found.row.cursor.id))
        .collect();
    let mut visible = HashSet::new();
    for (id, records) in storage::record::load_all(tx, &doubtful)? {
        if domain::dossier::replay(id, &records).is_some_and(|dossier| dossier.visible_to(officer)) {
            visible.insert(id.0);
        }
    }
    let mut rows: Vec<ListRow> = Vec::new();
    for found in found {
        if told(&found) || visible.contains(&found.row.cursor.id) {
            rows.push(found.row);
        }
    }
    Ok(rows)
}

/// Digits of a code: the number of the day, the day, or both. What has as many as a number of a person is that.
fn code_part(text: &str) -> Option<String> {
    let part = typed::code(text);
    let digits = |text: &str, long: std::ops::RangeInclusive<usize>| {
        long.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_part = match part.split_once('-') {
        Some((day, ordinal)) => (day.is_empty() || digits(day, 6..=6)) && digits(ordinal, 4..=8),
        None => digits(&part, 4..=8),
    };
    is_part.then_some(part)
}

/// A code or digits of one, a reference, an identity number, a passport if it is called one, or else a name.
fn wanted(text: &str) -> SearchedFor {
    if let Some(code) = DossierCode::parse(text) {
        return SearchedFor::Code(code.to_string());
    }
    let has_digits = typed::plain(text).chars().any(|letter| letter.is_ascii_digit());
    if let Some(reference) = Reference::parse(text).filter(|_| has_digits) {
        return SearchedFor::Reference(reference.as_str().to_string());
    }
    if let Some(part) = code_part(text) {
        return SearchedFor::CodePart(part);
    }
    if let Some(wanted) = identity::wanted(text) {
        return wanted;
    }
    SearchedFor::Name(fold::keys(text))
}
