//! What a process waits for: a time, a message, a signal, what another agency is to find.

use super::step::RemainingMinutes;
use crate::agency::{AgencyId, UnitKey};
use crate::calendar::Calendar;
use crate::procedure::ProcedureCode;
use crate::time::Instant;
use serde::{Deserialize, Serialize};

/// Something a process waits for, at a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wait {
    pub token: u32,
    /// The element that says so.
    pub event: String,
    /// The division that looks after it.
    pub unit: UnitKey,
    pub what: Awaited,
    pub since: Instant,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "for")]
pub enum Awaited {
    Time {
        due: Instant,
        /// Where it is an amount of working time: the minutes, and from when they count.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        rest: Option<RemainingMinutes>,
    },
    Message {
        name: String,
    },
    Signal {
        name: String,
    },
    /// That what the element says becomes true, which each act may bring.
    Condition {},
    /// What another agency is to find, in a dossier of its own.
    Linked {
        /// The how-many-th that was asked for, from 1.
        number: u32,
        agency: AgencyId,
        procedure: ProcedureCode,
        /// Its share of the time, in working minutes.
        minutes: u32,
        due: Instant,
    },
}

impl Awaited {
    /// What an officer can record: that a message or a signal came.
    pub fn name(&self) -> Option<&str> {
        match self {
            Awaited::Time { .. } | Awaited::Condition {} | Awaited::Linked { .. } => None,
            Awaited::Message { name } | Awaited::Signal { name } => Some(name),
        }
    }

    /// Waits for `minutes` of working time from an instant on.
    pub(super) fn counted(from: Instant, minutes: u32, calendar: &Calendar) -> Awaited {
        let due = calendar.after_working_minutes(from, minutes);
        Awaited::Time { due, rest: Some(RemainingMinutes { from, minutes }) }
    }
}
