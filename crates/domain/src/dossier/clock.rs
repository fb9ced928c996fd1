//! The deadline ledger: what was promised, what is promised now, and what the law owes.

use crate::deadline::{Limit, Timeliness, timeliness};
use crate::rules::RulePack;
use crate::time::Instant;
use jiff::ToSpan;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DossierClock {
    /// The limit of the procedure on this channel.
    pub limit: Limit,
    /// The date promised on the receipt.
    pub original: Option<Instant>,
    /// The date promised now.
    pub current: Option<Instant>,
    pub basis: Basis,
    /// What the law owes, whatever was promised since: by it one is judged. Nothing where the limit is in words.
    pub owed: Option<Owed>,
    /// Whether the date was set again with an apology, and whether each of them came in time.
    pub apology: Option<ApologyMade>,
}

/// Where the current date comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "basis")]
pub enum Basis {
    /// The limit, counted from `from`.
    Counted { from: Instant, limit: Limit },
    /// A date set by hand, with an apology.
    Set,
}

/// What is owed of the legal limit, from when it counts, and when it ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owed {
    pub from: Instant,
    pub limit: Limit,
    pub due: Instant,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ApologyMade {
    InTime,
    Late,
}

impl DossierClock {
    pub(super) fn started(arrival: Instant, limit: &Limit, due: Option<Instant>) -> DossierClock {
        let counted = |due| Owed { from: arrival, limit: limit.clone(), due };
        DossierClock {
            limit: limit.clone(),
            original: due,
            current: due,
            basis: Basis::Counted { from: arrival, limit: limit.clone() },
            owed: due.map(counted),
            apology: None,
        }
    }

    /// By when the law wants it: the limit with lawful pauses begun before it ended and with what calendars moved. An
    /// apology moves it only where the pack says so, and only one made in time (`docs/decisions/late-by-date.md`).
    pub fn legal_due(&self, pack: &RulePack) -> Option<Instant> {
        match self.apology {
            Some(ApologyMade::InTime) if pack.apology_moves_limit.holds => self.current,
            _ => self.owed.as_ref().map(|owed| owed.due),
        }
    }

    /// How something finished then stands to the law.
    pub fn timeliness(&self, pack: &RulePack, finished: Instant) -> Option<Timeliness> {
        self.legal_due(pack).map(|due| timeliness(&self.limit, finished, due))
    }

    pub(super) fn set_again(&mut self, to: Instant, late: bool) {
        self.current = Some(to);
        self.basis = Basis::Set;
        let before = self.apology;
        self.apology = Some(match (late, before) {
            (false, None | Some(ApologyMade::InTime)) => ApologyMade::InTime,
            _ => ApologyMade::Late,
        });
    }

    /// The calendar moved the promised date; without an apology it is the legal one too.
    pub(super) fn recounted(&mut self, to: Instant) {
        self.current = Some(to);
        if let (Some(owed), None) = (&mut self.owed, self.apology) {
            owed.due = to;
        }
    }

    /// It runs again at `now`, after a pause that began at `paused`. What is owed is told since apologies are told apart;
    /// before, it is read from what was promised.
    pub(super) fn resumed(&mut self, due: Option<Instant>, basis: Option<&Basis>, now: Resumed) {
        let before = std::mem::replace(&mut self.current, due);
        if let Some(basis) = basis {
            self.basis = basis.clone();
        }
        self.owed = match (now.owed, self.apology, self.owed.take()) {
            (Some(told), _, _) => Some(told.clone()),
            (None, None, owed) => match (basis, due) {
                (Some(Basis::Counted { from, limit }), Some(due)) => {
                    Some(Owed { from: *from, limit: limit.clone(), due })
                }
                // Nothing was left: the date stands.
                _ => owed,
            },
            (None, Some(_), Some(owed)) => Some(match (now.paused, before, due) {
                // It moves as far as the promised date did.
                (Some(paused), Some(before), Some(after)) if paused < owed.due && before < after => {
                    owed.moved_by((after.date() - before.date()).get_days(), now.at)
                }
                _ => owed,
            }),
            (None, Some(_), None) => None,
        };
    }
}

/// When a pause began and ended, and what was told to be owed then.
pub(super) struct Resumed<'a> {
    pub paused: Option<Instant>,
    pub at: Instant,
    pub owed: Option<&'a Owed>,
}

impl Owed {
    fn moved_by(self, days: i32, from: Instant) -> Owed {
        let due = Instant::from_civil(self.due.civil().saturating_add(days.days()));
        let limit = Limit::CalendarDays((due.date() - from.date()).get_days().max(0) as u32);
        Owed { from, limit, due }
    }
}
