//! Kept records read again, by a program that reads better than the one that received them: what is read otherwise
//! now becomes a proposal, and what officials have made of it stays.

use super::parts::{is_same, is_same_paper};
use super::proposals::{FieldKeys, accept_in};
use super::{CHUNK, NationalPart, Proposal, merge};
use crate::master_data::MasterData;
use crate::{App, Fault};
use domain::procedure::{Fee, Method, Origin, Paper, Procedure, ResultPaper};
use domain::time::Instant;
use domain::{Language, Text};
use gateway::national::{NationalRecord, read_line};
use std::sync::Arc;
use storage::national::{self, StoredRecord};
use storage::{StorageError, Tx, catalogue};

/// What reading again did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RereadReport {
    /// Records that are read otherwise now: each is a proposal.
    pub differs: u64,
    /// Proposals that were accepted at once.
    pub accepted: u64,
    /// Records that are read as before, or whose difference an official has dismissed.
    pub same: u64,
    /// Records whose procedures are closed, or that are not public.
    pub closed: u64,
    pub not_understood: u64,
    /// Records that were read, and of which something stays as written.
    pub in_part: u64,
}

/// Reads the records kept of all imports again. Doing the same once more changes nothing.
pub fn read_again(
    app: &App,
    accept_all: bool,
    mut trouble: impl FnMut(&str, &str),
) -> Result<RereadReport, Fault> {
    let mut done = RereadReport::default();
    let run = app.store.new_id(app.now());
    let mut after = String::new();
    loop {
        let from = after.clone();
        let kept = app.store.read_now(move |tx| national::list_kept(tx, &from, CHUNK as u32))?;
        let Some(last) = kept.last().map(|kept| kept.code.clone()) else { break };
        let (from, until) = (std::mem::replace(&mut after, last.clone()), last);
        let mut records = Vec::new();
        for (at, record) in read_kept(&kept, &mut done, &mut trouble) {
            records.push((app.store.new_id(app.now()), at, record));
        }
        let (now, data) = (app.now(), app.master_data());
        let audit = app.store.new_id(now);
        let chunk = Chunk { from, until, run, audit, now, accept_all, data, records };
        let counted = app.store.write_now(move |tx| chunk.propose(tx))?;
        done.differs += counted.differs;
        done.accepted += counted.accepted;
        done.same += counted.same;
        done.closed += counted.closed;
    }
    app.refresh_reference_now()?;
    Ok(done)
}

/// The records of what was kept, with when each came; what cannot be read is told.
fn read_kept(
    kept: &[StoredRecord],
    done: &mut RereadReport,
    trouble: &mut impl FnMut(&str, &str),
) -> Vec<(Instant, NationalRecord)> {
    let mut records = Vec::new();
    for kept in kept {
        for read in read_line(&kept.body) {
            match read {
                Ok(record) => {
                    done.in_part += u64::from(!record.notes.is_empty());
                    for note in &record.notes {
                        trouble(&kept.code, &format!("taken, but {note}"));
                    }
                    records.push((kept.received_at, record));
                }
                Err(unreadable) => {
                    done.not_understood += 1;
                    trouble(&kept.code, &unreadable.reason);
                }
            }
        }
    }
    records
}

/// Some of what was kept, in the order of codes: all records of a code are in one chunk.
struct Chunk {
    /// After this code, and up to that one.
    from: String,
    until: String,
    run: i64,
    audit: i64,
    now: Instant,
    accept_all: bool,
    data: Arc<MasterData>,
    /// Each with the id its proposal would have, and when it came.
    records: Vec<(i64, Instant, NationalRecord)>,
}

impl Chunk {
    /// Proposes what differs from what is in force here, and accepts it where all is.
    fn propose(&self, tx: &mut Tx) -> Result<RereadReport, StorageError> {
        let mut counted = RereadReport::default();
        let mut fields = FieldKeys::of(tx, &self.data)?;
        let known = national::list_all(tx, &self.from, &self.until)?;
        let mut newest = catalogue::newest_procedures(tx, &self.from, &self.until)?;
        for (id, received_at, record) in &self.records {
            let code = record.procedure.code.as_str();
            if !record.public || self.data.closed(code, self.now.date()).is_some() {
                counted.closed += 1;
                continue;
            }
            let current = newest.get(code);
            let of_code: Vec<&(Proposal, String)> =
                known.iter().filter(|(proposal, _)| proposal.code == code).collect();
            let rivals =
                self.records.iter().filter(|(.., other)| other.procedure.code == record.procedure.code);
            let alone = rivals.count() == 1;
            let mut of_record = of_code.iter().map(|(proposal, _)| proposal);
            // Of several that contradict each other nobody can say which proposal each became.
            let before = of_record.find(|proposal| alone && proposal.made_at == *received_at);
            let next = match alone {
                true => proposed(record, current, before, &of_code),
                false => unknown(record, &of_code),
            };
            let accepts = self.accept_all && alone;
            let Some(procedure) = next else {
                counted.same += 1;
                let mut waiting = of_code.iter().filter(|(_, state)| state == "open");
                if let (Some((waiting, _)), None, true) = (waiting.next(), waiting.next(), accepts) {
                    let taken = accept_in(tx, waiting, &NationalPart::ALL, &mut fields, None, self.now)?;
                    counted.accepted += u64::from(taken.is_some());
                    // Another record of the code is compared with what it is now.
                    newest.extend(taken.flatten().map(|made| (code.to_string(), made)));
                }
                continue;
            };
            counted.differs += 1;
            let proposal = Proposal {
                id: *id,
                code: code.to_string(),
                run: self.run,
                made_at: self.now,
                field_name: field_name(record, current, before, &self.data),
                closing: String::new(),
                procedure,
            };
            national::propose(tx, &proposal)?;
            if accepts {
                let taken = accept_in(tx, &proposal, &NationalPart::ALL, &mut fields, None, self.now)?;
                counted.accepted += u64::from(taken.is_some());
            }
        }
        if counted.differs > 0 {
            let subject = format!("{} records read again", counted.differs);
            catalogue::audit(tx, self.audit, self.now, None, "national", &subject, "")?;
        }
        Ok(counted)
    }
}

/// What a record that contradicts another of its code says, where nothing has proposed that before: whoever decides
/// between them sees each whole.
fn unknown(record: &NationalRecord, known: &[&(Proposal, String)]) -> Option<Procedure> {
    let now = &record.procedure;
    let said = known.iter().any(|(proposal, _)| proposal.procedure == *now && proposal.closing.is_empty());
    (!said).then(|| now.clone())
}

/// What a record proposes now, where that is another thing than it did. `before` is what it proposed when it came.
fn proposed(
    record: &NationalRecord,
    current: Option<&Procedure>,
    before: Option<&Proposal>,
    known: &[&(Proposal, String)],
) -> Option<Procedure> {
    let now = &record.procedure;
    let state =
        |proposal: &Proposal| known.iter().find(|(known, _)| known.id == proposal.id).map(|(_, state)| state);
    let open = |proposal: &Proposal| {
        state(proposal).is_some_and(|state| state == "open") && proposal.closing.is_empty()
    };
    let waits =
        before.is_some_and(open) || (current.is_none() && known.iter().any(|(proposal, _)| open(proposal)));
    let next = match (current, before) {
        // What was not looked at yet is read anew, whole.
        _ if waits => now.clone(),
        (_, None) => now.clone(),
        (Some(current), Some(before)) => three_way(&before.procedure, current, now),
        // Dismissed: nobody wants it here.
        (None, Some(_)) => return None,
    };
    let differs = current.filter(|_| !waits).is_none_or(|current| {
        let merged = merge(current, &next, &current.field, &NationalPart::ALL);
        Procedure { version: current.version, ..merged } != *current
            || before.is_some_and(|before| before.field_name != record.field_name)
    });
    let known = known.iter().any(|(proposal, _)| proposal.procedure == next && proposal.closing.is_empty());
    (differs && !known).then_some(next)
}

/// The field a record names, or the one officials have put the procedure in since.
fn field_name(
    record: &NationalRecord,
    current: Option<&Procedure>,
    before: Option<&Proposal>,
    data: &MasterData,
) -> String {
    let ours = current.and_then(|current| data.field(&current.field)).map(|field| field.name.vi.clone());
    let same = before.is_some_and(|before| before.field_name == record.field_name);
    ours.filter(|_| same).unwrap_or_else(|| record.field_name.clone())
}

/// What is read now, save what is read as before and what officials have changed since: that is theirs.
fn pick<T: Clone, K: PartialEq>(before: &T, ours: &T, now: &T, key: impl Fn(&T) -> K) -> T {
    let taken = key(before) != key(now) && key(before) == key(ours);
    if taken { now.clone() } else { ours.clone() }
}

fn three_way(before: &Procedure, ours: &Procedure, now: &Procedure) -> Procedure {
    let words = |text: &Text| text.vi.clone();
    let steps = |steps: &Vec<Text>| steps.iter().map(words).collect::<Vec<_>>();
    let results = |results: &Vec<ResultPaper>| -> Vec<(String, String)> {
        results.iter().map(|result| (result.code.clone(), result.name.vi.clone())).collect()
    };
    Procedure {
        name: pick(&before.name, &ours.name, &now.name, words),
        audiences: pick(&before.audiences, &ours.audiences, &now.audiences, Clone::clone),
        steps: pick(&before.steps, &ours.steps, &now.steps, steps),
        conditions: pick(&before.conditions, &ours.conditions, &now.conditions, words),
        results: pick(&before.results, &ours.results, &now.results, results),
        legal_basis: pick(&before.legal_basis, &ours.legal_basis, &now.legal_basis, Clone::clone),
        methods: methods(&before.methods, &ours.methods, &now.methods),
        papers: papers(&before.papers, &ours.papers, &now.papers),
        sets: pick(&before.sets, &ours.sets, &now.sets, Clone::clone),
        sets_words: pick(&before.sets_words, &ours.sets_words, &now.sets_words, words),
        origin: Some(origin(before.origin.as_ref(), ours.origin.as_ref(), now.origin.as_ref())),
        ..now.clone()
    }
}

fn origin(before: Option<&Origin>, ours: Option<&Origin>, now: Option<&Origin>) -> Origin {
    let [before, ours, now] = [before, ours, now].map(|origin| origin.cloned().unwrap_or_default());
    Origin {
        announcer: pick(&before.announcer, &ours.announcer, &now.announcer, Clone::clone),
        tiers: pick(&before.tiers, &ours.tiers, &now.tiers, Clone::clone),
        executors: pick(&before.executors, &ours.executors, &now.executors, Clone::clone),
        announcer_code: pick(&before.announcer_code, &ours.announcer_code, &now.announcer_code, Clone::clone),
        decision: pick(&before.decision, &ours.decision, &now.decision, Clone::clone),
        coordinating: pick(&before.coordinating, &ours.coordinating, &now.coordinating, Clone::clone),
        field_code: pick(&before.field_code, &ours.field_code, &now.field_code, Clone::clone),
    }
}

/// Ways in the order of the record, those of one channel told apart by their places; then those of ours alone.
fn methods(before: &[Method], ours: &[Method], now: &[Method]) -> Vec<Method> {
    if before == now {
        return ours.to_vec();
    }
    let mut left: Vec<&Method> = ours.iter().collect();
    let mut next = Vec::new();
    for (place, method) in now.iter().enumerate() {
        let found = left.iter().position(|ours| ours.channel == method.channel).map(|at| left.remove(at));
        let before = before.get(place).filter(|before| before.channel == method.channel);
        match (before, found) {
            (Some(before), Some(ours)) => {
                let limit =
                    pick(&before.limit, &ours.limit, &method.limit, |limit| limit.text(Language::Vietnamese));
                let note = pick(&before.note, &ours.note, &method.note, |note| note.vi.clone());
                let fees = fees(&before.fees, &ours.fees, &method.fees);
                next.push(Method { limit, note, fees, free: ours.free, ..method.clone() });
            }
            (None, Some(ours)) => next.push(ours.clone()),
            // Officials have taken it away.
            (Some(_), None) => {}
            (None, None) => next.push(method.clone()),
        }
    }
    next.extend(left.into_iter().cloned());
    next
}

fn fees(before: &[Fee], ours: &[Fee], now: &[Fee]) -> Vec<Fee> {
    let [mut was, mut left]: [Vec<&Fee>; 2] = [before.iter().collect(), ours.iter().collect()];
    let take = |from: &mut Vec<&Fee>, fee: &Fee| {
        from.iter().position(|other| is_same(&other.name, &fee.name)).map(|at| from.remove(at).clone())
    };
    let mut next = Vec::new();
    for fee in now {
        let cost = |fee: &Fee| (fee.amount, fee.words.vi.clone(), fee.kind);
        next.extend(match (take(&mut was, fee), take(&mut left, fee)) {
            (Some(before), Some(ours)) if cost(&before) == cost(&ours) => {
                Some(Fee { example: ours.example, ..fee.clone() })
            }
            (_, Some(ours)) => Some(Fee { name: fee.name.clone(), ..ours }),
            (Some(_), None) => None,
            (None, None) => Some(fee.clone()),
        });
    }
    next.extend(left.into_iter().cloned());
    next
}

fn papers(before: &[Paper], ours: &[Paper], now: &[Paper]) -> Vec<Paper> {
    if before == now {
        return ours.to_vec();
    }
    let [mut was, mut left]: [Vec<&Paper>; 2] = [before.iter().collect(), ours.iter().collect()];
    let take = |from: &mut Vec<&Paper>, paper: &Paper| {
        from.iter().position(|other| is_same_paper(other, paper)).map(|at| from.remove(at).clone())
    };
    let mut next = Vec::new();
    for paper in now {
        next.extend(match (take(&mut was, paper), take(&mut left, paper)) {
            (Some(before), Some(ours)) => Some(Paper {
                originals: pick(&before.originals, &ours.originals, &paper.originals, |count| *count),
                copies: pick(&before.copies, &ours.copies, &paper.copies, |count| *count),
                count_words: pick(&before.count_words, &ours.count_words, &paper.count_words, |said| {
                    said.vi.clone()
                }),
                template: pick(&before.template, &ours.template, &paper.template, Clone::clone),
                ..paper.clone()
            }),
            (None, Some(ours)) => Some(Paper { name: paper.name.clone(), case: paper.case.clone(), ..ours }),
            (Some(_), None) => None,
            (None, None) => Some(paper.clone()),
        });
    }
    next.extend(left.into_iter().cloned());
    next
}
