//! What a dossier counts as: the one place where early, on time, late, carried over, in hand and not counted are told apart
//! (`docs/decisions/one-counting.md`). Lists, clocks, heads' numbers, reports and public figures all ask here or what it asks
//! (`Dossier::timeliness`, `Dossier::legal_due`), so that two figures that mean the same agree.
//!
//! A [`Measure`] is all that figures need of a dossier: a few days and how it was judged. Whatever is counted, a period's
//! dossiers are those it received and those carried over into it; and those done in it and those still in hand at its end.
//! What many of them amount to are sums ([`Tally`]), which need no dossier any more (`docs/decisions/measures.md`).

mod period;
mod tally;

pub use period::{Period, PeriodSpan, SpanKind};
pub use tally::{Counts, SummedColumn, Tally, WithoutLimit};

use crate::agency::AgencyId;
use crate::deadline::Timeliness;
use crate::dossier::{Dossier, DossierId, Record, replay};
use crate::procedure::{Channel, ProcedureCode};
use crate::time::Instant;
use jiff::ToSpan;
use jiff::civil::Date;

/// All that figures need of a dossier, whole days throughout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// The agency that decides: figures stay with it, whatever succeeds it.
    pub agency: AgencyId,
    pub procedure: ProcedureCode,
    pub channel: Channel,
    /// The day it was accepted: what is refused or not answered yet was never received.
    pub came: Date,
    /// Whether the law gives a date. Where it gives none, the dossier is counted apart.
    pub limited: bool,
    pub done: Option<MeasureDone>,
    /// The first day at whose end it was late and still in hand, which may yet come; nothing where no day was or can be one.
    pub late_from: Option<Date>,
    /// Working days from acceptance to decision without lawful pauses; nothing before, and of decisions that did not keep it.
    pub took: Option<u32>,
}

/// Decided, withdrawn or stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeasureDone {
    /// The day of the decision, not that on which the result was collected.
    pub on: Date,
    /// Nothing where no date says so.
    pub judged: Option<Timeliness>,
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

/// What a period counts a dossier as, by what its record says today: a calendar that was put right since counts too. Without
/// that it is what the period counted at its end.
pub fn count(dossier: &Dossier, period: Period) -> Result<CountedDossier, NotCounted> {
    measure(dossier)?.counted(period)
}

/// What figures need of a dossier, where any counts it.
pub fn measure(dossier: &Dossier) -> Result<Measure, NotCounted> {
    if dossier.filed.trial {
        return Err(NotCounted::Trial);
    }
    if dossier.main.is_some() {
        return Err(NotCounted::Linked);
    }
    let came = dossier.accepted_at.ok_or(NotCounted::NotReceived)?.date();
    let done = dossier.finished_at.map(|at| MeasureDone {
        on: at.date(),
        judged: match dossier.outcome {
            Some(_) => dossier.timeliness(),
            None => ended(dossier, at),
        },
    });
    let from = late_from(dossier).map(|from| from.max(came));
    Ok(Measure {
        agency: dossier.competent,
        procedure: dossier.pinned.procedure.clone(),
        channel: dossier.channel,
        came,
        limited: match done {
            Some(done) => done.judged.is_some(),
            None => dossier.legal_due().is_some(),
        },
        done,
        late_from: from.filter(|from| done.is_none_or(|done| *from < done.on)),
        took: dossier.took,
    })
}

impl Measure {
    /// What a period counts it as.
    pub fn counted(&self, period: Period) -> Result<CountedDossier, NotCounted> {
        if self.came > period.to {
            return Err(NotCounted::NotReceived);
        }
        let done = self.done.filter(|done| done.on <= period.to);
        if done.is_some_and(|done| done.on < period.from) {
            return Err(NotCounted::DoneBefore);
        }
        let came = if period.from <= self.came { Came::Received } else { Came::CarriedOver };
        let stands = match done {
            Some(done) => StandsAs::done(done.judged),
            None if !self.limited => StandsAs::InHandWithoutLimit,
            None if self.late_from.is_some_and(|from| from <= period.to) => StandsAs::InHandLate,
            None => StandsAs::InHandInTime,
        };
        Ok(CountedDossier { came, stands })
    }

    /// What it adds to the sums, each on its day.
    pub fn contributions(&self) -> impl Iterator<Item = (Date, SummedColumn)> + use<> {
        let received = match self.limited {
            true => SummedColumn::received(self.channel),
            false => SummedColumn::ReceivedWithoutLimit,
        };
        let done = self.done.map(|done| (done.on, SummedColumn::done(done.judged)));
        let ended = self.done.filter(|_| self.late_from.is_some());
        let all = [
            Some((self.came, received)),
            done,
            self.late_from.map(|from| (from, SummedColumn::BecameLate)),
            ended.map(|done| (done.on, SummedColumn::LateEnded)),
        ];
        all.into_iter().flatten()
    }
}

/// The first day at whose end it is late, were it in hand then. That is the day after the last one; for limits in hours the
/// last one, for at its end the hour has passed. Lists look at the hour too, and at working minutes: there a limit that ends as
/// the office closes is over when it next opens.
fn late_from(dossier: &Dossier) -> Option<Date> {
    let (clock, due) = (dossier.clock.as_ref()?, dossier.legal_due()?.date());
    // A pause that began in time stops that.
    if dossier.clock_stopped_at().or(dossier.ended_paused_at).is_some() {
        return None;
    }
    Some(if clock.limit.in_hours() { due } else { due.saturating_add(1.days()) })
}

/// Withdrawn or stopped: with what is on time, for nobody was quick who had not to finish it; and, unless the law's forms are
/// found to say otherwise, ending it does not make good that it was late.
fn ended(dossier: &Dossier, at: Instant) -> Option<Timeliness> {
    // A pause that began in time had stopped the time.
    let at = dossier.ended_paused_at.unwrap_or(at);
    let pack = dossier.pinned.pack.pack();
    match dossier.clock.as_ref()?.timeliness(pack, at)? {
        Timeliness::Late if pack.ended_late_is_late.holds => Some(Timeliness::Late),
        _ => Some(Timeliness::OnTime),
    }
}
