//! What happens to a quarter's report. Stored for ever: fields are only added, optional, with a golden line.

use super::{OutsideRow, ReportDue};
use crate::officer::StoredActor;
use crate::time::Instant;
use serde::{Deserialize, Serialize};

/// One event in its place, as its facts are stored: who, when, what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuarterlyRecord {
    pub at: Instant,
    pub by: StoredActor,
    #[serde(flatten)]
    pub fact: QuarterlyFact,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum QuarterlyFact {
    Begun {
        #[serde(flatten)]
        due: ReportDue,
    },
    /// Rows of an agency on another system, in the place of those it had.
    RowsBrought {
        source: String,
        rows: Vec<OutsideRow>,
    },
    RowsDropped {
        source: String,
    },
    Checked {},
    Sent {
        issue: u32,
        number: String,
        frozen: String,
    },
    Received {
        issue: u32,
    },
    /// Remarks are between offices and about figures: they stay.
    Returned {
        issue: u32,
        remarks: String,
    },
    Reminded {},
    /// What was sent is to be corrected by a new issue.
    Reopened {
        why: String,
    },
}
