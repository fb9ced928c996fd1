//! Reading the records: what is new or differs becomes a proposal.

use super::proposals::{Fields, accept};
use super::{CHUNK, MISSING, NOT_PUBLIC, NationalPart, Proposal};
use crate::{App, Fault, random};
use gateway::national::{NationalRecord, read_line};
use std::io::BufRead;
use storage::national::{self, Known};
use storage::{StorageError, catalogue};

/// What an import did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub new: u64,
    pub changed: u64,
    pub unchanged: u64,
    pub not_understood: u64,
    /// Records that were taken, and of which something stays as written.
    pub in_part: u64,
}

/// A line that was not understood, or of which something is no number and stays as written.
#[derive(Clone, Debug)]
pub struct Trouble {
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

impl App {
    /// Reads answers of the national database, a line each; `progress` hears the bytes read so far. Importing the
    /// same again changes nothing.
    pub fn import_procedures(
        &self,
        input: impl BufRead,
        how: Import,
        mut trouble: impl FnMut(Trouble),
        mut progress: impl FnMut(u64),
    ) -> Result<Tally, Fault> {
        let mut tally = Tally::default();
        let run = self.store.new_id(self.now());
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
                    trouble(Trouble { line: number, code: None, reason, taken: false });
                    continue;
                }
            };
            for read in if text.is_empty() { Vec::new() } else { read_line(text) } {
                match read {
                    Ok(record) => {
                        let code = record.procedure.code.to_string();
                        tally.in_part += u64::from(!record.notes.is_empty());
                        for reason in record.notes.clone() {
                            trouble(Trouble { line: number, code: Some(code.clone()), reason, taken: true });
                        }
                        waiting.push(record);
                    }
                    Err(unreadable) => {
                        tally.not_understood += 1;
                        let (code, reason) = (unreadable.code, unreadable.reason);
                        trouble(Trouble { line: number, code, reason, taken: false });
                    }
                }
            }
            if waiting.len() >= CHUNK {
                self.take_records(std::mem::take(&mut waiting), run, how, &mut tally)?;
                progress(bytes);
            }
        }
        self.take_records(waiting, run, how, &mut tally)?;
        progress(bytes);
        if how.complete {
            self.propose_closings(run, how)?;
        }
        self.refresh_reference_now()?;
        Ok(tally)
    }

    fn take_records(
        &self,
        records: Vec<NationalRecord>,
        run: i64,
        how: Import,
        tally: &mut Tally,
    ) -> Result<(), Fault> {
        let now = self.now();
        let data = self.reference();
        let ids: Vec<i64> = records.iter().map(|_| self.store.new_id(now)).collect();
        let audit = self.store.new_id(now);
        let counted = self.store.write_now(move |tx| {
            let mut counted = Tally::default();
            let mut fields = Fields::of(tx, &data)?;
            for (record, id) in records.iter().zip(&ids) {
                let code = record.procedure.code.as_str();
                let digest = random::digest(&record.raw);
                match national::receive(tx, code, &digest, &record.raw, run, now)? {
                    Known::Unchanged => {
                        counted.unchanged += 1;
                        // One that has waited since an import before is accepted now.
                        if how.accept
                            && let [waiting] = national::open_of(tx, code)?.as_slice()
                        {
                            accept(tx, waiting, &NationalPart::ALL, &mut fields, None, now)?;
                        }
                        continue;
                    }
                    Known::New => counted.new += 1,
                    Known::Changed => counted.changed += 1,
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
                    accept(tx, &proposal, &NationalPart::ALL, &mut fields, None, now)?;
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
    fn propose_closings(&self, run: i64, how: Import) -> Result<(), Fault> {
        let now = self.now();
        self.refresh_reference_now()?;
        let data = self.reference();
        let mut after = String::new();
        loop {
            let from = after.clone();
            let codes =
                self.store.read_now(move |tx| national::list_missing(tx, run, &from, CHUNK as u32))?;
            let Some(last) = codes.last() else { return Ok(()) };
            after = last.clone();
            let open = codes.iter().filter_map(|code| data.procedure(code, now.date()));
            let proposals: Vec<Proposal> = open
                .map(|procedure| Proposal {
                    id: self.store.new_id(now),
                    code: procedure.code.to_string(),
                    run,
                    made_at: now,
                    field_name: String::new(),
                    closing: MISSING.to_string(),
                    procedure: procedure.clone(),
                })
                .collect();
            let data = self.reference();
            self.store.write_now(move |tx| {
                let mut fields = Fields::of(tx, &data)?;
                for proposal in &proposals {
                    national::propose(tx, proposal)?;
                    if how.accept {
                        accept(tx, proposal, &[], &mut fields, None, now)?;
                    }
                }
                Ok::<_, StorageError>(())
            })?;
        }
    }
}
