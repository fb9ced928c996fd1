//! Every dossier that has events or a row: its chain, what its tables say, the rows of its files.

use super::{CHUNK, FindingSubject, VerifyReport};
use crate::dossiers::{rows_before, rows_of};
use crate::{App, Fault};
use domain::dossier::{self, Dossier, DossierId, FileFact, Record};
use std::collections::BTreeMap;
use storage::record::{self, Digest, START};
use storage::{StorageError, Tx, file, projection};

pub(super) fn verify(app: &App, report: &mut VerifyReport) -> Result<(), Fault> {
    let mut after = DossierId(i64::MIN);
    loop {
        let from = after;
        let (last, part) = app.store.read_now(move |tx| verify_chunk(tx, from))?;
        report.add(part);
        match last {
            Some(last) => after = last,
            None => break,
        }
    }
    for (dossier, sequence) in app.store.read_now(record::list_cut)? {
        let what = format!("event {sequence} was acknowledged, and is not there");
        report.find(FindingSubject::Record, subject(dossier), what);
    }
    for (dossier, sequence) in app.store.read_now(record::list_private_strays)? {
        let what = format!("a private part lies there for event {sequence}, which is not");
        report.find(FindingSubject::Record, subject(dossier), what);
    }
    for (table, dossier) in app.store.read_now(projection::strays)? {
        // A dossier's own row is walked above.
        if table != projection::DOSSIER.table {
            report.find(
                FindingSubject::Projection,
                subject(dossier),
                format!("{table} speaks of it, yet it has no events"),
            );
        }
    }
    Ok(())
}

fn verify_chunk(tx: &mut Tx, after: DossierId) -> Result<(Option<DossierId>, VerifyReport), StorageError> {
    let ids = record::list_dossiers(tx, after, CHUNK)?;
    let mut report = VerifyReport::default();
    for id in &ids {
        verify_dossier(tx, *id, &mut report)?;
    }
    Ok((ids.last().copied(), report))
}

fn subject(id: DossierId) -> String {
    format!("dossier {}", id.0)
}

fn verify_dossier(tx: &mut Tx, id: DossierId, report: &mut VerifyReport) -> Result<(), StorageError> {
    report.dossiers += 1;
    let chain = Chain::read(tx, id)?;
    report.events += chain.events;
    report.erased += chain.erased;
    for what in &chain.found {
        report.find(FindingSubject::Record, subject(id), what);
    }
    verify_files(tx, id, &chain.records, report)?;
    if let Some(what) = ahead(tx, id, &chain)? {
        report.find(FindingSubject::Record, subject(id), what);
        return Ok(());
    }
    if !chain.found.is_empty() {
        return Ok(());
    }
    let Some(dossier) = dossier::replay(id, &chain.records) else {
        report.find(FindingSubject::Record, subject(id), "it has no events");
        return Ok(());
    };
    verify_code(&dossier, report);
    let (rows, before) = (rows_of(&dossier, chain.head), rows_before(&dossier, chain.head));
    let differences = projection::differences(tx, id, &rows, &before)?;
    report.due += u64::from(differences.due);
    for what in differences.found {
        report.find(FindingSubject::Projection, subject(id), what);
    }
    if storage::root::is_claimed_wrongly(tx, id)? {
        report.find(FindingSubject::Record, subject(id), "it claims a signed root that does not hold it");
    }
    Ok(())
}

/// A dossier's events as they lie there.
pub(crate) struct Chain {
    pub head: Digest,
    pub records: Vec<Record>,
    pub events: u64,
    pub erased: u64,
    /// What is wrong with it.
    pub found: Vec<String>,
}

impl Chain {
    pub fn read(tx: &mut Tx, id: DossierId) -> Result<Chain, StorageError> {
        let (mut records, mut found) = (Vec::new(), Vec::new());
        let (mut head, mut events, mut erased) = (START, 0, 0);
        for (event, expected) in record::load_stored(tx, id)?.iter().zip(1..) {
            events += 1;
            if event.sequence != expected {
                found.push(format!("event {expected} is missing"));
                break;
            }
            head = record::chain(&head, &event.private_digest, &event.facts);
            if head[..] != event.digest[..] {
                found.push(format!("event {expected} was changed"));
                break;
            }
            match &event.private {
                Some(private)
                    if record::private_digest(&private.salt, &private.body)[..]
                        != event.private_digest[..] =>
                {
                    found.push(format!("the private part of event {expected} was changed"));
                }
                None if event.erased_under.is_some() => erased += 1,
                None if event.private_digest.iter().any(|byte| *byte != 0) => {
                    found.push(format!("the private part of event {expected} is missing"));
                }
                _ => {}
            }
            match record::read(event) {
                Ok(record) => records.push(record),
                Err(error) => found.push(format!("event {expected} cannot be read: {error}")),
            }
        }
        for (record, at) in records.iter().zip(record::list_times(tx, id)?) {
            if record.at != at {
                found.push(format!("the time of event {} differs from its facts", record.sequence));
            }
        }
        Ok(Chain { head, records, events, erased, found })
    }
}

/// Whether the dossier's row knows of events that are not there, or of another chain.
fn ahead(tx: &mut Tx, id: DossierId, chain: &Chain) -> Result<Option<String>, StorageError> {
    let Some((sequence, head)) = storage::dossier::find_head(tx, id)? else { return Ok(None) };
    if u64::from(sequence) > chain.events {
        return Ok(Some(format!("its row says sequence = {sequence}, its events {}", chain.events)));
    }
    let digest = storage::root::find_event_digest(tx, id, sequence)?;
    let same = digest.is_none_or(|digest| digest[..] == head[..]);
    Ok((!same).then(|| format!("its row says another digest of event {sequence} than its events")))
}

fn verify_code(dossier: &Dossier, report: &mut VerifyReport) {
    let own = dossier.main.as_ref().and_then(|main| main.code.of_linked(main.number));
    if dossier.main.is_some() && dossier.code.is_some() && dossier.code != own {
        let what = "its code is not that of its main dossier with its number";
        report.find(FindingSubject::Record, subject(dossier.id), what);
    }
    // A linked one has no code of its own by the law.
    if let Some(code) = dossier.code.as_ref().filter(|_| dossier.main.is_none()) {
        let day = (code.agency().to_string(), code.date().to_string());
        let known = report.codes.entry(day).or_default();
        *known = (known.0.max(code.ordinal()), known.1 + 1);
    }
}

/// What the events say of each file, against its row; and no row they say nothing of.
fn verify_files(
    tx: &mut Tx,
    id: DossierId,
    records: &[Record],
    report: &mut VerifyReport,
) -> Result<(), StorageError> {
    let mut facts: BTreeMap<i64, &FileFact> = BTreeMap::new();
    let mut names: BTreeMap<i64, &String> = BTreeMap::new();
    for record in records {
        facts.extend(record.event.fact.files().into_iter().map(|fact| (fact.id, fact)));
        names.extend(record.event.private.file_names.iter().map(|(file, name)| (*file, name)));
    }
    for row in file::list_of_dossier(tx, id)? {
        let mut found = |what: &str| report.find(FindingSubject::File, format!("file {}", row.token), what);
        match facts.remove(&row.id) {
            None => found(&format!("no event of dossier {} speaks of it", id.0)),
            Some(fact) => {
                if row.sha256 != fact.sha256 || row.size != fact.bytes {
                    found("its row says another content than the event that names it");
                }
                if row.media != fact.media {
                    found("its row says another type than the event that names it");
                }
                let named = names.get(&row.id).filter(|_| row.erased_under.is_none());
                if named.is_some_and(|name| **name != row.name) {
                    found("its row says another name than the event that names it");
                }
            }
        }
    }
    // What is left has no row, or one that says it is another dossier's.
    for fact in facts.into_values() {
        let what = match file::find_by_id(tx, fact.id)? {
            Some(_) => "is not among its files any more",
            None => "has no row",
        };
        report.find(FindingSubject::File, subject(id), format!("its file {} {what}", fact.id));
    }
    Ok(())
}
