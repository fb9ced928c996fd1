//! When a limit ends.

use super::limit::Limit;
use crate::calendar::Calendar;
use crate::rules::RulePack;
use crate::time::Instant;
use jiff::ToSpan;
use jiff::civil::Date;

/// The end of a limit that counts from the arrival `from`; nothing when the limit is in words.
pub fn due(pack: &RulePack, calendar: &Calendar, from: Instant, limit: &Limit) -> Option<Instant> {
    let arrival = calendar.arrival(from);
    let date = arrival.date();
    let rolled = |day: Date| calendar.close_of(calendar.working_day_from(day).date);
    Some(match limit {
        Limit::SameDay if calendar.works_on(date) && arrival.civil().time() <= pack.same_day_until => {
            calendar.close_of(date)
        }
        Limit::SameDay => rolled(date + 1.days()),
        // Where no day is left, the day itself, which may be one that is open for intake only.
        Limit::WorkingDays(n) => rolled(calendar.working_days_after(date, *n)),
        Limit::CalendarDays(_) | Limit::Months(_) | Limit::Years(_) => rolled(nominal_end(date, limit)?),
        Limit::WorkingHours(_) | Limit::WorkingMinutes(_) => {
            calendar.after_working_minutes(arrival, limit.minutes())
        }
        Limit::Words(_) => return None,
    })
}

/// Where a limit by the calendar ends before that end moves past a day off.
pub(super) fn nominal_end(arrival: Date, limit: &Limit) -> Option<Date> {
    let span = match limit {
        Limit::CalendarDays(n) => i64::from(*n).days(),
        Limit::Months(n) => i64::from(*n).months(),
        Limit::Years(n) => i64::from(*n).years(),
        _ => return None,
    };
    Some(arrival.saturating_add(span))
}
