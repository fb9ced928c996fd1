//! Where open dossiers wait: a narrow row for each running step, or for whoever has the turn.

use crate::tx::insert_sql;
use crate::{Result, Tx, Value, params};
use domain::agency::{AgencyId, UnitKey};
use domain::dossier::{Awaited, Dossier, RunningStep, Stage, Wait};
use domain::time::Instant;

/// Sorts after every real due date.
pub const NO_DUE: i64 = i64::MAX;

/// Where open work waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Queue {
    /// Sent, to be answered by the counter.
    Intake,
    /// Accepted, to be handed over by the counter.
    HandOver,
    /// With a division.
    Work,
    /// The applicant's turn.
    Applicant,
    /// Result ready, to be returned by the counter.
    Return,
}

impl Queue {
    pub const fn key(self) -> &'static str {
        match self {
            Queue::Intake => "intake",
            Queue::HandOver => "hand-over",
            Queue::Work => "work",
            Queue::Applicant => "applicant",
            Queue::Return => "return",
        }
    }
}

/// One row of open work.
struct OpenWork<'a> {
    agency: AgencyId,
    queue: Queue,
    due: i64,
    unit: Option<&'a UnitKey>,
    step: Option<&'a RunningStep>,
    /// What is waited for where no step runs, or by a division that has none.
    wait: Option<&'a Wait>,
}

impl OpenWork<'_> {
    /// The step, or the element that says what is waited for.
    fn at(&self) -> Option<&str> {
        self.step.map(|step| step.id.as_str()).or(self.wait.map(|wait| wait.event.as_str()))
    }

    fn due_here(&self) -> Option<Instant> {
        let answer = self.wait.and_then(|wait| match &wait.what {
            Awaited::Linked { due, .. } => Some(*due),
            _ => None,
        });
        // While the applicant has the turn no step is due.
        let step = self.step.filter(|_| self.queue == Queue::Work);
        step.map(|step| step.due).or(answer)
    }
}

/// Where an open dossier waits now: with the counter, or with a division for each running step. Nowhere when it is
/// closed.
fn open_work<'a>(dossier: &'a Dossier) -> Vec<OpenWork<'a>> {
    let due = |at: Option<Instant>| at.map_or(NO_DUE, Instant::millis);
    let counter = |queue, due| {
        vec![OpenWork { agency: dossier.receiving, queue, due, unit: None, step: None, wait: None }]
    };
    let divisions = |queue, due| {
        let agency = dossier.competent;
        let work = |step: &'a RunningStep| {
            let (unit, step) = (Some(&step.unit), Some(step));
            OpenWork { agency, queue, due, unit, step, wait: None }
        };
        let mut rows: Vec<OpenWork> = dossier.steps.iter().map(work).collect();
        // Where nothing is done, somebody looks after what is waited for; a division that must record something finds it
        // though others work meanwhile.
        let to_record = |wait: &&Wait| !matches!(wait.what, Awaited::Time { .. } | Awaited::Linked { .. });
        let alone = rows.is_empty();
        let first = dossier.waits.iter().find(|wait| matches!(wait.what, Awaited::Linked { .. }));
        let first = first.or(dossier.waits.first()).filter(|_| alone);
        for wait in first.into_iter().chain(dossier.waits.iter().filter(to_record)) {
            if rows.iter().all(|row| row.unit != Some(&wait.unit)) {
                rows.push(OpenWork {
                    agency,
                    queue,
                    due,
                    unit: Some(&wait.unit),
                    step: None,
                    wait: Some(wait),
                });
            }
        }
        rows
    };
    match &dossier.stage {
        Stage::Submitted { answer_by, .. } => counter(Queue::Intake, answer_by.millis()),
        Stage::AwaitingCompletion { .. } => counter(Queue::Applicant, NO_DUE),
        Stage::Accepted => counter(Queue::HandOver, due(dossier.hand_over_by)),
        Stage::Processing => divisions(Queue::Work, due(dossier.due())),
        Stage::PausedForApplicant { .. } | Stage::PausedForFee { .. } => divisions(Queue::Applicant, NO_DUE),
        Stage::ResultReady => counter(Queue::Return, NO_DUE),
        Stage::Refused | Stage::Withdrawn | Stage::Stopped | Stage::Returned => Vec::new(),
    }
}

/// Writes the rows of open work. Of those there were before, if that is known, what stays is not written again, nor
/// are its indexes; what is too many goes.
pub fn save(tx: &mut Tx, dossier: &Dossier, before: Option<&[Vec<Value>]>) -> Result<()> {
    let rows = values(dossier);
    if before.is_none_or(|before| before.len() > rows.len()) {
        let count = rows.len() as i64;
        tx.execute("delete from work where dossier_id = ?1 and place >= ?2", params![dossier.id, count])?;
    }
    let mut whole = Vec::new();
    for (place, row) in rows.into_iter().enumerate() {
        match before.and_then(|before| before.get(place)) {
            Some(old) if *old == row => {}
            Some(old) if STAYING.iter().all(|column| old[*column] == row[*column]) => {
                let [id, place, _, unit, _, assignee, _, step, step_due, ..] = row.as_slice() else {
                    continue;
                };
                let values = [id, place, unit, assignee, step, step_due].map(Clone::clone);
                let written = tx.execute(
                    "update work set unit = ?3, assignee_id = ?4, step = ?5, step_due = ?6
                     where dossier_id = ?1 and place = ?2",
                    &values,
                )?;
                if written == 0 {
                    whole.push(row);
                }
            }
            _ => whole.push(row),
        }
    }
    if !whole.is_empty() {
        let sql = format!(
            "{} on conflict (dossier_id, place) do update set agency_id = excluded.agency_id, unit = excluded.unit,
                queue = excluded.queue, assignee_id = excluded.assignee_id, due = excluded.due, step = excluded.step,
                step_due = excluded.step_due",
            insert_sql("work", COLUMNS, whole.len())
        );
        tx.execute(&sql, &whole.concat())?;
    }
    Ok(())
}

/// The agency, the queue and the date, by their places in [`COLUMNS`]: while a dossier stays in its queue they do.
const STAYING: [usize; 3] = [2, 4, 6];

pub const COLUMNS: &str = "dossier_id, place, agency_id, unit, queue, assignee_id, due, step, step_due,
    receiving_id, competent_id, procedure_code";

/// The rows of open work of a dossier, in the order of [`COLUMNS`]; for `verify` too.
pub fn values(dossier: &Dossier) -> Vec<Vec<Value>> {
    let row = |(place, work): (usize, OpenWork)| {
        params![
            dossier.id,
            place as i64,
            work.agency,
            work.unit.map(|unit| unit.0.clone()).unwrap_or_default(),
            work.queue.key(),
            work.step.and_then(|step| step.assignee),
            work.due,
            work.at(),
            work.due_here(),
            dossier.counter(),
            dossier.competent,
            dossier.pinned.procedure.as_str()
        ]
        .to_vec()
    };
    open_work(dossier).into_iter().enumerate().map(row).collect()
}
