//! Whether a process fits the legal limit, on every day of a year.

use super::longest::longest;
use super::what::{Doubt, LackKind};
use crate::calendar::Calendar;
use crate::deadline::{Limit, due};
use crate::procedure::{Channel, Procedure};
use crate::rules::pack_on;
use crate::time::Instant;
use jiff::ToSpan;
use jiff::civil::Date;
use process::Model;

/// Whether a dossier that is accepted when offices open is done in time.
pub(crate) fn fits(model: &Model, procedure: &Procedure, calendar: &Calendar, from: Date) -> bool {
    fit(model, procedure, calendar, from).is_ok()
}

/// The longest way against the limit of each way to apply, for a dossier accepted when offices open, which must fit, and for
/// one accepted when they close, which should be known: a limit in days ends at the same moment for both.
pub(super) fn fit(
    model: &Model,
    procedure: &Procedure,
    calendar: &Calendar,
    from: Date,
) -> Result<Option<Doubt>, LackKind> {
    let mut limits: Vec<&Limit> = Vec::new();
    for limit in Channel::ALL.iter().filter_map(|channel| procedure.limit(*channel)) {
        if !matches!(limit, Limit::Words(_)) && !limits.contains(&limit) {
            limits.push(limit);
        }
    }
    let hours = longest(model, &|minutes| minutes).div_ceil(60);
    let minutes = longest(model, &|minutes| calendar.process_minutes(minutes));
    let late = |limit: &Limit, accepted: Instant| {
        due(pack_on(accepted.date()), calendar, accepted, limit)
            .is_some_and(|due| calendar.working_minutes_between(accepted, due) < minutes)
    };
    let days = || (0..366).map(|day| from + day.days()).filter(|day| calendar.works_on(*day));
    let opens = |day: Date| calendar.arrival(Instant::from_civil(day.at(0, 0, 0, 0)));
    let closes = |day: Date| calendar.close_of(day).plus_minutes(-1);
    for limit in &limits {
        if let Some(accepted) = days().find(|day| late(limit, opens(*day))) {
            return Err(LackKind::TooLong { hours, limit: (*limit).clone(), accepted });
        }
    }
    let tight = limits.iter().find_map(|limit| days().find(|day| late(limit, closes(*day))));
    Ok(tight.map(|accepted| Doubt::LateInTheDay { hours, accepted }))
}
