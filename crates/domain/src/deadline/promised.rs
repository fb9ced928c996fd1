//! Where a date that was set again with an apology goes with the pauses after it.

use super::explained::{DayLine, DayWalk, Paused, Why, line};
use super::{Limit, due, left, left_until};
use crate::calendar::Calendar;
use crate::rules::RulePack;
use crate::time::Instant;

/// The date promised in the end, and the days on the way to it from the first pause on; none where nothing paused it. Up to
/// its first pause a date set by hand is what it is; what is left of the way to it then counts in the kind of days the
/// `limit` has, as a dossier counts it. Pauses come in their order and apart from each other; those from before the date was
/// set `on` a moment change nothing, and all are where none is told.
pub fn explain_promised(
    pack: &RulePack,
    calendar: &Calendar,
    limit: &Limit,
    to: Instant,
    on: Option<Instant>,
    pauses: &[Paused],
) -> (Instant, Vec<DayLine>) {
    let mut way = DayWalk::along(pack, calendar);
    let (mut ends, mut counted): (Instant, Option<(Instant, Limit)>) = (to, None);
    let mut too_late = Vec::new();
    for pause in pauses.iter().filter(|pause| !pause.is_before(on)) {
        let (stopped, again) = (calendar.arrival(pause.from), calendar.arrival(pause.to));
        let rest = match &counted {
            None => left_until(calendar, limit, ends, stopped),
            Some((from, limit)) => left(calendar, *from, limit, ends, stopped),
        };
        let Some((rest, end)) =
            rest.and_then(|rest| Some((rest.clone(), due(pack, calendar, again, &rest)?)))
        else {
            too_late.push(line(pause.from.date(), Why::PausedTooLate));
            continue;
        };
        if let Some((from, limit)) = &counted {
            way.run(*from, limit, true, stopped);
        }
        way.stand(pause, stopped.date(), again.date());
        (ends, counted) = (end, Some((again, rest)));
    }
    if let Some((from, limit)) = &counted {
        way.last(*from, limit, true);
    }
    way.lines.extend(too_late);
    (ends, way.lines)
}
