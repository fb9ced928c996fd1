//! A narrow row for each running step of an open dossier, or for whoever has the turn.

use super::{MismatchReport, Projection, ProjectionInput};
use crate::work::{NO_DUE, Queue};
use crate::{SqlValue, params};
use domain::agency::{AgencyId, UnitKey};
use domain::dossier::{Awaited, Dossier, RunningStep, Stage, Wait};
use domain::time::Instant;

pub const WORK: Projection = Projection {
    table: "work",
    columns: &[
        "dossier_id",
        "place",
        "agency_id",
        "unit",
        "queue",
        "assignee_id",
        "due",
        "step",
        "step_due",
        "receiving_id",
        "competent_id",
        "procedure_code",
    ],
    key: 2,
    dossier: 0,
    external_column: None,
    rows,
    told: MismatchReport::As("its rows of open work differ from its events"),
};

fn rows(state: &ProjectionInput) -> Vec<Vec<SqlValue>> {
    let dossier = state.dossier;
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
        let to_record = |wait: &&Wait| wait.what.name().is_some();
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
        // An apology takes nothing off the list of what is late.
        Stage::Processing => divisions(Queue::Work, due(dossier.legal_due())),
        // Nor does a pause that began when it was late already.
        Stage::PausedForApplicant { .. } | Stage::PausedForFee { .. } => {
            divisions(Queue::Applicant, due(dossier.late_before_pause()))
        }
        Stage::ResultReady => counter(Queue::Return, NO_DUE),
        Stage::Refused | Stage::Withdrawn | Stage::Stopped | Stage::Returned => Vec::new(),
    }
}
