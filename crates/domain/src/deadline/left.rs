//! What is left of a limit when the clock stops.

use super::due::{due as end_of, nominal_end};
use super::limit::Limit;
use super::timeliness::{Timeliness, timeliness};
use crate::calendar::Calendar;
use crate::rules::RulePack;
use crate::time::Instant;
use jiff::civil::Date;

/// What is owed of a limit that counts from `from` when the clock stops at `paused`: all of it but what was counted up to
/// the day of the pause. The days a limit by the calendar gained by moving past days off are not owed: it goes on from its
/// nominal end and moves once (`docs/decisions/resumption-continue.md`). Nothing when it was already `due`: a pause then
/// changes nothing. What is done after office hours counts as done at the next opening, here as everywhere.
pub fn left(
    calendar: &Calendar,
    from: Instant,
    limit: &Limit,
    due: Instant,
    paused: Instant,
) -> Option<Limit> {
    let (from, paused) = (calendar.arrival(from), calendar.arrival(paused));
    match timeliness(limit, paused, due) {
        Timeliness::Late => None,
        Timeliness::Early | Timeliness::OnTime => rest(calendar, from, limit, paused),
    }
}

/// The same where the due date is not worked out yet: that is done only where enough was counted that it may have
/// ended, so that many pauses in a row cost no more than the days they pass.
pub(super) fn left_of(
    pack: &RulePack,
    calendar: &Calendar,
    from: Instant,
    limit: &Limit,
    paused: Instant,
) -> Option<Limit> {
    let (from, paused) = (calendar.arrival(from), calendar.arrival(paused));
    let may_have_ended = match limit {
        Limit::WorkingDays(n) => calendar.working_days_between(from.date(), paused.date()) >= *n,
        Limit::WorkingHours(_) | Limit::WorkingMinutes(_) => {
            calendar.whole_working_minutes_between(from, paused) >= limit.minutes()
        }
        _ => true,
    };
    match may_have_ended {
        true => left(calendar, from, limit, end_of(pack, calendar, from, limit)?, paused),
        false => rest(calendar, from, limit, paused),
    }
}

/// All of it but what was counted until the clock stopped.
fn rest(calendar: &Calendar, from: Instant, limit: &Limit, paused: Instant) -> Option<Limit> {
    Some(match limit {
        Limit::SameDay => Limit::SameDay,
        Limit::WorkingDays(n) => {
            Limit::WorkingDays(n.saturating_sub(calendar.working_days_between(from.date(), paused.date())))
        }
        Limit::CalendarDays(_) | Limit::Months(_) | Limit::Years(_) => {
            days_until(paused, nominal_end(from.date(), limit)?)
        }
        Limit::WorkingHours(_) | Limit::WorkingMinutes(_) => {
            let counted = calendar.whole_working_minutes_between(from, paused);
            Limit::WorkingMinutes(limit.minutes().saturating_sub(counted))
        }
        Limit::Words(words) => Limit::Words(words.clone()),
    })
}

/// The same where the date was set by hand: what is left of the way to it, in the kind of days the limit has.
pub fn left_until(calendar: &Calendar, limit: &Limit, due: Instant, paused: Instant) -> Option<Limit> {
    let paused = calendar.arrival(paused);
    if timeliness(limit, paused, due) == Timeliness::Late {
        return None;
    }
    Some(match limit {
        Limit::SameDay | Limit::WorkingDays(_) => {
            Limit::WorkingDays(calendar.working_days_between(paused.date(), due.date()))
        }
        Limit::CalendarDays(_) | Limit::Months(_) | Limit::Years(_) => days_until(paused, due.date()),
        Limit::WorkingHours(_) | Limit::WorkingMinutes(_) => {
            Limit::WorkingMinutes(calendar.working_minutes_between(paused, due))
        }
        Limit::Words(words) => Limit::Words(words.clone()),
    })
}

fn days_until(paused: Instant, end: Date) -> Limit {
    Limit::CalendarDays((end - paused.date()).get_days().max(0) as u32)
}
