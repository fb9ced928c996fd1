//! The quarter's report as a record of its own (`docs/decisions/filed-reports.md`): an agency drafts it, checks it and sends it
//! with a number; the office that controls its procedures receives it, returns it with remarks, or reminds. What was sent is
//! frozen: a correction is a new issue.

mod act;
mod difference;
mod due;
mod event;
mod frozen;
mod outside;

pub use act::{QuarterlyAct, QuarterlyContext, QuarterlyRefusal, ReportSide, allowed, decide, part_of};
pub use difference::{LineDifference, differences};
pub use due::{ReportDue, due_on};
pub use event::{QuarterlyFact, QuarterlyRecord};
pub use frozen::{
    Brought, FrozenAgency, FrozenEntry, FrozenLine, FrozenPart, FrozenReport, FrozenSums, NotRecounted,
};
pub use outside::{OUTSIDE_MAX, OutsideFault, OutsideRead, OutsideRow, read_outside};

use crate::officer::StoredActor;
use crate::time::Instant;
use serde::{Deserialize, Serialize};

/// Our own key of a quarter's report; never shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct QuarterlyId(pub i64);

typed::keyed! {
    /// How far it is.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    pub enum QuarterlyStage {
        #[default]
        Draft = "draft",
        Checked = "checked",
        Sent = "sent",
        Returned = "returned",
        Received = "received",
    }
}

/// An issue that was sent; it never changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentIssue {
    pub issue: u32,
    pub number: String,
    pub at: Instant,
    pub by: StoredActor,
    /// The digest of what was frozen, in hexadecimal digits.
    pub frozen: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received: Option<Instant>,
}

/// A report as its record says it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuarterlyReport {
    pub due: Option<ReportDue>,
    pub stage: QuarterlyStage,
    /// Those sent, the first first.
    pub issues: Vec<SentIssue>,
    /// Rows of agencies on other systems, as the next issue will have them.
    pub outside: Vec<OutsideRow>,
    /// What the controlling office remarked when it returned the last issue.
    pub remarks: String,
    /// When it was reminded of, the last.
    pub reminded: Option<Instant>,
    /// How many events made it so.
    pub sequence: u32,
}

impl QuarterlyReport {
    pub fn last(&self) -> Option<&SentIssue> {
        self.issues.last()
    }

    /// The newest issue that was received: what a consolidated report adds up.
    pub fn received(&self) -> Option<&SentIssue> {
        self.issues.iter().rev().find(|issue| issue.received.is_some())
    }

    /// Whether figures are still counted anew each time it is looked at.
    pub fn is_open(&self) -> bool {
        matches!(self.stage, QuarterlyStage::Draft | QuarterlyStage::Checked | QuarterlyStage::Returned)
    }
}

/// What a record says, from its first event on.
pub fn replay<'a>(records: impl IntoIterator<Item = &'a QuarterlyRecord>) -> QuarterlyReport {
    records.into_iter().fold(QuarterlyReport::default(), evolve)
}

/// What a fact means; it never refuses.
pub fn evolve(mut report: QuarterlyReport, record: &QuarterlyRecord) -> QuarterlyReport {
    report.sequence += 1;
    match &record.fact {
        QuarterlyFact::Begun { due } => report.due = Some(due.clone()),
        QuarterlyFact::RowsBrought { source, rows } => {
            report.outside.retain(|row| row.source != *source);
            report.outside.extend(rows.iter().cloned());
            report.stage = QuarterlyStage::Draft;
        }
        QuarterlyFact::RowsDropped { source } => {
            report.outside.retain(|row| row.source != *source);
            report.stage = QuarterlyStage::Draft;
        }
        QuarterlyFact::Checked {} => report.stage = QuarterlyStage::Checked,
        QuarterlyFact::Sent { issue, number, frozen } => {
            report.stage = QuarterlyStage::Sent;
            report.remarks.clear();
            report.issues.push(SentIssue {
                issue: *issue,
                number: number.clone(),
                at: record.at,
                by: record.by.clone(),
                frozen: frozen.clone(),
                received: None,
            });
        }
        QuarterlyFact::Received { issue } => {
            report.stage = QuarterlyStage::Received;
            for sent in report.issues.iter_mut().filter(|sent| sent.issue == *issue) {
                sent.received = Some(record.at);
            }
        }
        QuarterlyFact::Returned { remarks, .. } => {
            report.stage = QuarterlyStage::Returned;
            report.remarks = remarks.clone();
        }
        QuarterlyFact::Reminded {} => report.reminded = Some(record.at),
        QuarterlyFact::Reopened { .. } => report.stage = QuarterlyStage::Draft,
    }
    report
}

#[cfg(test)]
mod tests;
