//! Reading the records: what is new or differs becomes a proposal.

use super::proposals::{FieldKeys, accept_in};
use super::{CHUNK, MISSING, NOT_PUBLIC, NationalPart, Proposal};
use crate::{App, Fault, random};
use gateway::national::{NationalRecord, read_line};
use std::io::BufRead;
use storage::national::{self, KnownRecord};
use storage::{StorageError, catalogue};

/// What an import did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ImportTally {
    pub new: u64,
    pub changed: u64,
    pub unchanged: u64,
    pub not_understood: u64,
    /// Records that were taken, and of which something stays as written.
    pub in_part: u64,
}

/// A line that was not understood, or of which something is no number and stays as written.
#[derive(Clone, Debug)]
pub struct ImportTrouble {
    pub line: u64,
    pub code: Option<String>,
    pub reason: String,
    /// Whether the record was taken all the same.
    pub taken: bool,
}

/// How an import is to be done.
#[derive(Clone, Copy, Debug, Default)]
pub struct Import {
    /// Accept every record at once.
    pub accept: bool,
    /// The file holds all there is: what is missing from it is proposed to be closed.
    pub complete: bool,
}

/// Reads answers of the national database, a line each; `progress` hears the bytes read so far. Importing the
/// same again changes nothing.
pub fn import(
    app: &App,
    input: impl BufRead,
    how: Import,
    mut trouble: impl FnMut(ImportTrouble),
    mut progress: impl FnMut(u64),
) -> Result<ImportTally, Fault> {
    let mut tally = ImportTally::default();
    let run = app.store.new_id(app.now());
    let mut waiting: Vec<NationalRecord> = Vec::new();
    let mut bytes = 0;
    for (line, number) in input.split(b'\n').zip(1..) {
        let line = line?;
        bytes += line.len() as u64 + 1;
        let text = match std::str::from_utf8(&line) {
            Ok(text) => text.trim_start_matches('\u{feff}').trim(),
            Err(_) => {
                tally.not_understood += 1;
                let reason = "the line is not UTF-8".to_string();
                trouble(ImportTrouble { line: number, code: None, reason, taken: false });
                continue;
            }
        };
        for read in if text.is_empty() { Vec::new() } else { read_line(text) } {
            match read {
                Ok(record) => {
                    let code = record.procedure.code.to_string();
                    tally.in_part += u64::from(!record.notes.is_empty());
                    for reason in record.notes.clone() {
                        trouble(ImportTrouble {
                            line: number,
                            code: Some(code.clone()),
                            reason,
                            taken: true,
                        });
                    }
                    waiting.push(record);
                }
                Err(unreadable) => {
                    tally.not_understood += 1;
                    let (code, reason) = (unreadable.code, unreadable.reason);
                    trouble(ImportTrouble { line: number, code, reason, taken: false });
                }
            }
        }
        if waiting.len() >= CHUNK {
            take_records(app, std::mem::take(&mut waiting), run, how, &mut tally)?;
            progress(bytes);
        }
    }
    take_records(app, waiting, run, how, &mut tally)?;
    progress(bytes);
    if how.complete {
        propose_closings(app, run, how)?;
    }
    app.refresh_reference_now()?;
    Ok(tally)
}

fn take_records(
    app: &App,
    records: Vec<NationalRecord>,
    run: i64,
    how: Import,
    tally: &mut ImportTally,
) -> Result<(), Fault> {
    let now = app.now();
    let data = app.master_data();
    let ids: Vec<i64> = records.iter().map(|_| app.store.new_id(now)).collect();
    let audit = app.store.new_id(now);
    let counted = app.store.write_now(move |tx| {
        let mut counted = ImportTally::default();
        let mut fields = FieldKeys::of(tx, &data)?;
        for (record, id) in records.iter().zip(&ids) {
            let code = record.procedure.code.as_str();
            let digest = random::digest(&record.raw);
            match national::receive(tx, code, &digest, &record.raw, run, now)? {
                KnownRecord::Unchanged => {
                    counted.unchanged += 1;
                    // One that has waited since an import before is accepted now.
                    if how.accept
                        && let [waiting] = national::open_of(tx, code)?.as_slice()
                    {
                        accept_in(tx, waiting, &NationalPart::ALL, &mut fields, None, now)?;
                    }
                    continue;
                }
                KnownRecord::New => counted.new += 1,
                KnownRecord::Changed => counted.changed += 1,
            }
            let proposal = Proposal {
                id: *id,
                code: code.to_string(),
                run,
                made_at: now,
                field_name: record.field_name.clone(),
                closing: if record.public { String::new() } else { NOT_PUBLIC.to_string() },
                procedure: record.procedure.clone(),
            };
            national::propose(tx, &proposal)?;
            if how.accept {
                accept_in(tx, &proposal, &NationalPart::ALL, &mut fields, None, now)?;
            }
        }
        if how.accept && counted.new + counted.changed > 0 {
            let subject = format!("{} records", counted.new + counted.changed);
            catalogue::audit(tx, audit, now, None, "national", &subject, "")?;
        }
        Ok::<_, StorageError>(counted)
    })?;
    tally.new += counted.new;
    tally.changed += counted.changed;
    tally.unchanged += counted.unchanged;
    Ok(())
}

/// What a complete list no longer holds is proposed to be closed, not deleted.
fn propose_closings(app: &App, run: i64, how: Import) -> Result<(), Fault> {
    let now = app.now();
    app.refresh_reference_now()?;
    let data = app.master_data();
    let mut after = String::new();
    loop {
        let from = after.clone();
        let codes = app.store.read_now(move |tx| national::list_missing(tx, run, &from, CHUNK as u32))?;
        let Some(last) = codes.last() else { return Ok(()) };
        after = last.clone();
        let open = codes.iter().filter_map(|code| data.procedure(code, now.date()));
        let proposals: Vec<Proposal> = open
            .map(|procedure| Proposal {
                id: app.store.new_id(now),
                code: procedure.code.to_string(),
                run,
                made_at: now,
                field_name: String::new(),
                closing: MISSING.to_string(),
                procedure: procedure.clone(),
            })
            .collect();
        let data = app.master_data();
        app.store.write_now(move |tx| {
            let mut fields = FieldKeys::of(tx, &data)?;
            for proposal in &proposals {
                national::propose(tx, proposal)?;
                if how.accept {
                    accept_in(tx, proposal, &[], &mut fields, None, now)?;
                }
            }
            Ok::<_, StorageError>(())
        })?;
    }
}
