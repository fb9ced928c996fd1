//! What a dossier counts as: the one place where early, on time, late, carried over, in hand and not counted are told apart
//! (`docs/decisions/one-counting.md`). Lists, clocks, heads' numbers, reports and public figures all ask here or what it asks
//! (`Dossier::timeliness`, `Dossier::late_by`), so that two figures that mean the same agree.
//!
//! Whatever is counted, a period's dossiers are those it received and those carried over into it; and those done in it and
//! those still in hand at its end.

use crate::calendar::Calendar;
use crate::deadline::Timeliness;
use crate::dossier::{Dossier, DossierId, Record, replay};
use crate::time::Instant;
use jiff::ToSpan;
use jiff::civil::{Date, Time};

/// Whole days in Viet Nam, the first and the last counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    pub from: Date,
    pub to: Date,
}

impl Period {
    fn holds(self, day: Date) -> bool {
        self.from <= day && day <= self.to
    }

    /// Its last moment.
    pub fn end(self) -> Instant {
        let next = self.to.saturating_add(1.days()).to_datetime(Time::midnight());
        Instant::from_millis(Instant::from_civil(next).millis() - 1)
    }
}

/// A dossier that a period counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CountedDossier {
    pub came: Came,
    pub stands: StandsAs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Came {
    /// Accepted in the period: what is refused or not answered yet was never received.
    Received,
    /// Accepted before it and still in hand when it began.
    CarriedOver,
}

typed::keyed! {
    /// How it stands to the time the law gives. Where that is in words, or nothing, it is counted apart.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum StandsAs {
        DoneEarly = "done-early",
        DoneOnTime = "done-on-time",
        DoneLate = "done-late",
        DoneWithoutLimit = "done-without-limit",
        InHandInTime = "in-hand-in-time",
        InHandLate = "in-hand-late",
        InHandWithoutLimit = "in-hand-without-limit",
    }
}

impl StandsAs {
    pub fn is_done(self) -> bool {
        match self {
            StandsAs::DoneEarly | StandsAs::DoneOnTime | StandsAs::DoneLate | StandsAs::DoneWithoutLimit => {
                true
            }
            StandsAs::InHandInTime | StandsAs::InHandLate | StandsAs::InHandWithoutLimit => false,
        }
    }

    fn done(judged: Option<Timeliness>) -> StandsAs {
        match judged {
            Some(Timeliness::Early) => StandsAs::DoneEarly,
            Some(Timeliness::OnTime) => StandsAs::DoneOnTime,
            Some(Timeliness::Late) => StandsAs::DoneLate,
            None => StandsAs::DoneWithoutLimit,
        }
    }
}

/// Why a period does not count a dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotCounted {
    /// It tries something out.
    Trial,
    /// It is counted once, with the main dossier.
    Linked,
    /// It was not accepted by the end of the period.
    NotReceived,
    /// It was done before the period began.
    DoneBefore,
}

/// A dossier as it was at the end of a period; nothing where it was not filed by then.
pub fn at_the_end(id: DossierId, records: &[Record], period: Period) -> Option<Dossier> {
    replay(id, records.iter().take_while(|record| record.at <= period.end()))
}

/// What a period counts a dossier as, which is told as it was at the end of it; by the calendar of the agency that decides.
pub fn count(dossier: &Dossier, period: Period, calendar: &Calendar) -> Result<CountedDossier, NotCounted> {
    if dossier.filed.trial {
        return Err(NotCounted::Trial);
    }
    if dossier.main.is_some() {
        return Err(NotCounted::Linked);
    }
    let accepted = dossier.accepted_at.filter(|at| *at <= period.end()).ok_or(NotCounted::NotReceived)?;
    // What counts is the decision, not the day the result was collected.
    let done = dossier.finished_at.filter(|at| *at <= period.end());
    if done.is_some_and(|at| at.date() < period.from) {
        return Err(NotCounted::DoneBefore);
    }
    let came = if period.holds(accepted.date()) { Came::Received } else { Came::CarriedOver };
    let stands = match done {
        Some(at) if dossier.outcome.is_none() => ended(dossier, at),
        Some(_) => StandsAs::done(dossier.timeliness()),
        None if dossier.legal_due().is_none() => StandsAs::InHandWithoutLimit,
        None if dossier.late_by(period.end(), calendar).is_some() => StandsAs::InHandLate,
        None => StandsAs::InHandInTime,
    };
    Ok(CountedDossier { came, stands })
}

/// Withdrawn or stopped: with what is on time, for nobody was quick who had not to finish it; and, unless the law's forms are
/// found to say otherwise, ending it does not make good that it was late.
fn ended(dossier: &Dossier, at: Instant) -> StandsAs {
    // A pause that began in time had stopped the time.
    let at = dossier.ended_paused_at.unwrap_or(at);
    let (clock, pack) = (dossier.clock.as_ref(), dossier.pinned.pack.pack());
    match clock.and_then(|clock| clock.timeliness(pack, at)) {
        None => StandsAs::DoneWithoutLimit,
        Some(Timeliness::Late) if pack.ended_late_is_late.holds => StandsAs::DoneLate,
        Some(_) => StandsAs::DoneOnTime,
    }
}
