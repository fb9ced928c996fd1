//! Steps of the handling, running and done.

use super::late::LateCause;
use crate::agency::UnitKey;
use crate::officer::AccountId;
use crate::time::Instant;
use serde::{Deserialize, Serialize};

/// A step now running.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunningStep {
    pub id: String,
    /// The token whose work it is; only what began before lists were drawn has none.
    pub token: Option<u32>,
    pub unit: UnitKey,
    /// The officer who has it.
    pub assignee: Option<AccountId>,
    pub started: Instant,
    pub due: Instant,
    /// What was left when it last went on after a pause; nothing when it never paused.
    pub rest: Option<RemainingMinutes>,
}

/// Working minutes that are left, and the instant they count from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemainingMinutes {
    pub from: Instant,
    pub minutes: u32,
}

/// A step that was finished.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoneStep {
    pub id: String,
    pub token: Option<u32>,
    pub outcome: Option<String>,
    pub unit: UnitKey,
    /// Who finished it, and in whose place.
    pub by: Option<AccountId>,
    pub stands_for: Option<AccountId>,
    pub started: Instant,
    pub due: Instant,
    pub finished: Instant,
    /// Why it took longer than it was allotted, if it did.
    pub late: Option<LateCause>,
    /// It, or what came before it, was sent back since.
    pub undone: bool,
    /// What it brought was returned since, by what the process says returns it.
    pub returned: bool,
}
