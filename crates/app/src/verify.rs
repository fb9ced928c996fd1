//! Verification: replays every event, checks chains, signed roots, current-state rows and files, and names
//! what differs. Runs beside a live server: each chunk reads one snapshot.

use crate::fold::fold;
use crate::roots::digest as root_digest;
use crate::{App, Fault};
use domain::dossier::{self, DossierId};
use std::collections::BTreeMap;
use storage::record::{self, START};
use storage::{StorageError, Tx, Value, root};

/// What was looked at, and what differs.
#[derive(Clone, Debug, Default)]
pub struct Report {
    pub dossiers: u64,
    pub events: u64,
    pub erased: u64,
    pub roots: u64,
    pub files: u64,
    pub findings: Vec<Finding>,
    /// The greatest ordinal and the number of codes of each agency's day.
    codes: BTreeMap<(String, String), (u32, u32)>,
}

/// One difference, in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub subject: String,
    pub what: String,
}

const CHUNK: u32 = 200;

impl App {
    pub fn verify(&self) -> Result<Report, Fault> {
        let mut report = Report::default();
        let mut after = DossierId(i64::MIN);
        loop {
            let from = after;
            let (last, part) = self.store.read_now(move |tx| verify_dossiers(tx, from))?;
            report.add(part);
            match last {
                Some(last) => after = last,
                None => break,
            }
        }
        self.verify_counters(&mut report)?;
        self.verify_roots(&mut report)?;
        self.verify_files(&mut report)?;
        Ok(report)
    }

    /// No agency's day has a gap, and no counter would give a number again. Today may still move.
    fn verify_counters(&self, report: &mut Report) -> Result<(), Fault> {
        let today = self.now().date().to_string();
        let counters: BTreeMap<(String, String), u32> = self
            .store
            .read_now(record::list_counters)?
            .into_iter()
            .map(|(agency, day, last)| ((agency, day.to_string()), last))
            .collect();
        for ((agency, day), (greatest, count)) in &report.codes {
            let last = counters.get(&(agency.clone(), day.clone())).copied().unwrap_or(0);
            let mut found = |what: String| {
                report.findings.push(Finding { subject: format!("codes of {agency} on {day}"), what });
            };
            if last < *greatest {
                found(format!("the counter stands at {last}, yet {greatest} was given"));
            } else if *day != today && *count != last {
                found(format!("{count} codes are there, {last} were given"));
            }
        }
        Ok(())
    }

    fn verify_roots(&self, report: &mut Report) -> Result<(), Fault> {
        let mut previous = vec![0u8; 32];
        let mut after = i64::MIN;
        loop {
            let from = after;
            let roots = self.store.read_now(move |tx| root::list_after(tx, from, CHUNK))?;
            if roots.is_empty() {
                return Ok(());
            }
            for row in roots {
                after = row.id;
                report.roots += 1;
                let subject = format!("root of {}", row.at);
                let id = row.id;
                let (heads, lost) = self.store.read_now(move |tx| root_heads(tx, id))?;
                let mut found =
                    |what: String| report.findings.push(Finding { subject: subject.clone(), what });
                if row.previous != previous {
                    found("does not follow the root before it".into());
                }
                if root_digest(&row.previous, row.at.millis(), &heads)[..] != row.digest[..] {
                    found("its heads are not those that were signed".into());
                }
                if !self.keys.signed(row.at.millis(), &row.digest, &row.signature) {
                    found("its signature is not ours".into());
                }
                for dossier in lost {
                    found(format!("dossier {dossier} was cut or replaced since it was signed"));
                }
                previous = row.digest;
            }
        }
    }

    fn verify_files(&self, report: &mut Report) -> Result<(), Fault> {
        let mut after = i64::MIN;
        loop {
            let from = after;
            let files = self.store.read_now(move |tx| storage::file::list_after(tx, from, CHUNK))?;
            if files.is_empty() {
                return Ok(());
            }
            for file in files {
                after = file.id;
                report.files += 1;
                let subject = format!("file {}", file.token);
                match self
                    .files
                    .find(&file.token)
                    .ok_or(std::io::ErrorKind::NotFound.into())
                    .and_then(|path| hash_of(&path))
                {
                    Ok(hash) if hash == file.sha256 => {}
                    Ok(_) => {
                        report.findings.push(Finding { subject, what: "its content was changed".into() })
                    }
                    Err(error) => {
                        report
                            .findings
                            .push(Finding { subject, what: format!("its content cannot be read: {error}") });
                    }
                }
            }
        }
    }
}

impl Report {
    fn add(&mut self, part: Report) {
        self.dossiers += part.dossiers;
        self.events += part.events;
        self.erased += part.erased;
        self.findings.extend(part.findings);
        for (day, (greatest, count)) in part.codes {
            let known = self.codes.entry(day).or_default();
            *known = (known.0.max(greatest), known.1 + count);
        }
    }
}

/// The heads a root holds, and the dossiers whose chain no longer has the digest that was signed.
fn root_heads(tx: &mut Tx, id: i64) -> Result<(Vec<root::RootHead>, Vec<i64>), StorageError> {
    let heads = root::list_heads(tx, id)?;
    let mut lost = Vec::new();
    for head in &heads {
        if root::find_event_digest(tx, head.dossier, head.sequence)?.as_deref() != Some(&head.digest[..]) {
            lost.push(head.dossier.0);
        }
    }
    Ok((heads, lost))
}

fn verify_dossiers(tx: &mut Tx, after: DossierId) -> Result<(Option<DossierId>, Report), StorageError> {
    let ids = record::list_dossiers(tx, after, CHUNK)?;
    let mut report = Report::default();
    for id in &ids {
        verify_dossier(tx, *id, &mut report)?;
    }
    Ok((ids.last().copied(), report))
}

fn verify_dossier(tx: &mut Tx, id: DossierId, report: &mut Report) -> Result<(), StorageError> {
    report.dossiers += 1;
    let mut found = Vec::new();
    let stored = record::load_stored(tx, id)?;
    let mut head = START;
    let mut records = Vec::new();
    for (event, expected) in stored.iter().zip(1..) {
        report.events += 1;
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
                if record::private_digest(&private.salt, &private.body)[..] != event.private_digest[..] =>
            {
                found.push(format!("the private part of event {expected} was changed"));
            }
            None if event.erased_under.is_some() => report.erased += 1,
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
    let times =
        tx.query("select at from event where dossier_id = ?1 order by sequence", storage::params![id])?;
    for (record, row) in records.iter().zip(&times) {
        if record.at != row.get(0)? {
            found.push(format!("the time of event {} differs from its facts", record.sequence));
        }
    }
    let replayed = found.is_empty().then(|| dossier::replay(id, &records));
    match replayed {
        Some(Some(dossier)) => {
            let own = dossier.main.as_ref().and_then(|main| main.code.of_linked(main.number));
            if dossier.main.is_some() && dossier.code.is_some() && dossier.code != own {
                found.push("its code is not that of its main dossier with its number".into());
            }
            // A linked one has no code of its own by the law.
            if let Some(code) = dossier.code.as_ref().filter(|_| dossier.main.is_none()) {
                let day = (code.agency().to_string(), code.date().to_string());
                let known = report.codes.entry(day).or_default();
                *known = (known.0.max(code.ordinal()), known.1 + 1);
            }
            let expected = storage::dossier::row_values(&dossier, head);
            let select = format!("select {} from dossier where id = ?1", storage::dossier::COLUMNS);
            if let Some(row) = tx.query_one(&select, storage::params![id])? {
                let names = storage::dossier::COLUMNS.split(',').map(str::trim);
                for ((name, expected), actual) in names.zip(&expected).zip(row.values()) {
                    if expected != actual {
                        found.push(format!(
                            "its row says {name} = {}, its events {}",
                            shown(actual),
                            shown(expected)
                        ));
                    }
                }
            }
            let rooted = "select rooted from dossier where id = ?1 and rooted > 0 and not exists (
                select 1 from root_head where root_head.dossier_id = dossier.id and root_head.sequence = dossier.rooted)";
            if tx.query_one(rooted, storage::params![id])?.is_some() {
                found.push("it claims a signed root that does not hold it".into());
            }
            let mut rows = |table: &str, columns: &str, order: &str| {
                let sql = format!("select {columns} from {table} where dossier_id = ?1 order by {order}");
                let rows = tx.query(&sql, storage::params![id])?;
                Ok::<_, StorageError>(rows.iter().map(|row| row.values().to_vec()).collect::<Vec<_>>())
            };
            if rows("work", storage::work::COLUMNS, "place")? != storage::work::values(&dossier) {
                found.push("its rows of open work differ from its events".into());
            }
            if rows("involved", storage::involved::COLUMNS, "account_id")?
                != storage::involved::values(&dossier)
            {
                found.push("its rows of who supports or follows it differ from its events".into());
            }
            if rows("finished", storage::dossier::FINISHED_COLUMNS, "unit")?
                != storage::dossier::finished_values(&dossier)
            {
                found.push("its rows of finished work differ from its events".into());
            }
            if rows("dossier_party", storage::dossier::PARTY_COLUMNS, "role")?
                != storage::dossier::party_rows(&dossier, fold)
            {
                found.push("the rows people are looked up by differ from its events".into());
            }
        }
        Some(None) => found.push("it has no events".into()),
        None => {}
    }
    let subject = format!("dossier {}", id.0);
    report.findings.extend(found.into_iter().map(|what| Finding { subject: subject.clone(), what }));
    Ok(())
}

fn shown(value: &Value) -> String {
    match value {
        Value::Null => "nothing".into(),
        Value::Int(number) => number.to_string(),
        Value::Text(text) => format!("`{text}`"),
        Value::Bytes(bytes) => crate::random::hex(bytes),
    }
}

fn hash_of(path: &std::path::Path) -> std::io::Result<String> {
    use sha2::{Digest, Sha256};
    let mut file = std::fs::File::open(path)?;
    let mut hash = Sha256::new();
    std::io::copy(&mut file, &mut HashWriter(&mut hash))?;
    Ok(crate::random::hex(&hash.finalize()))
}

struct HashWriter<'a>(&'a mut sha2::Sha256);

impl std::io::Write for HashWriter<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        sha2::Digest::update(self.0, bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
