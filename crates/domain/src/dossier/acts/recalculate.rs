//! Recalculate: the calendar changed, so the dates of an open dossier do. The date promised to the applicant
//! moves with a letter; the agency's own dates (answer, hand-over, running step) move without one.

use super::resume;
use crate::deadline::due;
use crate::dossier::clock::{Basis, DossierClock};
use crate::dossier::context::Context;
use crate::dossier::event::{Event, Fact, StepDue};
use crate::dossier::refusal::Refusal;
use crate::dossier::rights;
use crate::dossier::stage::Stage;
use crate::dossier::state::Dossier;
use crate::dossier::step::RunningStep;
use crate::dossier::wait::{Awaited, Wait};
use crate::officer::Actor;
use crate::time::Instant;

#[derive(Clone, Debug)]
pub struct Recalculate;

impl Recalculate {
    pub(super) fn decide(
        &self,
        dossier: &Dossier,
        actor: &Actor,
        context: &Context,
    ) -> Result<Vec<Event>, Refusal> {
        rights::must_be_program(actor)?;
        let moved = |before: Option<Instant>, after: Option<Instant>| after.filter(|_| before != after);
        let own = match &dossier.stage {
            Stage::Submitted { since, answer_by } => {
                let after = context.pack.answer_by(context.receiving_calendar, *since);
                AgencyDates { answer_by: moved(Some(*answer_by), Some(after)), ..AgencyDates::default() }
            }
            Stage::Accepted => {
                let after = dossier
                    .accepted_at
                    .map(|received| context.pack.hand_over_by(context.receiving_calendar, received));
                AgencyDates { hand_over_by: moved(dossier.hand_over_by, after), ..AgencyDates::default() }
            }
            Stage::Processing => {
                let after = |step: &RunningStep| moved(Some(step.due), step_due(step, context));
                let (step_due, steps) = resume::step_dues(&dossier.steps, after);
                AgencyDates { step_due, steps, ..AgencyDates::default() }
            }
            _ => return Err(dossier.wrong_stage()),
        };
        let mut events: Vec<Event> = Vec::new();
        let mut own = own;
        if let Some(clock) = &dossier.clock {
            if let (Some(from), Some(to)) = (clock.current, moved(clock.current, promised(clock, context))) {
                events.push(Fact::DueRecalculated { from, to }.into());
            }
            // Without an apology what is owed moves with what is promised.
            if let (Some(owed), Some(_)) = (&clock.owed, clock.apology) {
                own.legal =
                    moved(Some(owed.due), due(context.pack, context.calendar, owed.from, &owed.limit));
            }
        }
        if own != AgencyDates::default() {
            events.push(own.fact().into());
        }
        if dossier.stage == Stage::Processing {
            events.extend(dossier.waits.iter().filter_map(|wait| awaited(wait, context)).map(Event::from));
        }
        if events.is_empty() { Err(Refusal::SameDate) } else { Ok(events) }
    }
}

/// Dates of the agency that moved, of which the applicant is not told.
#[derive(Default, PartialEq)]
struct AgencyDates {
    answer_by: Option<Instant>,
    hand_over_by: Option<Instant>,
    step_due: Option<Instant>,
    steps: Vec<StepDue>,
    legal: Option<Instant>,
}

impl AgencyDates {
    fn fact(self) -> Fact {
        let AgencyDates { answer_by, hand_over_by, step_due, steps, legal } = self;
        Fact::OwnDatesRecalculated { answer_by, hand_over_by, step_due, steps, legal }
    }
}

/// A counted date is counted again; a date set with an apology moves only off a day that is no longer worked.
fn promised(clock: &DossierClock, context: &Context) -> Option<Instant> {
    match &clock.basis {
        Basis::Counted { from, limit } => due(context.pack, context.calendar, *from, limit),
        Basis::Set => {
            let set = clock.current?;
            let day = context.calendar.working_day_from(set.date());
            Some(context.calendar.close_of(day.date))
        }
    }
}

/// A time that is counted comes at another moment.
fn awaited(wait: &Wait, context: &Context) -> Option<Fact> {
    let Awaited::Time { rest: Some(rest), .. } = &wait.what else { return None };
    let what = Awaited::counted(rest.from, rest.minutes, context.calendar);
    (what != wait.what).then(|| wait.fact(what))
}

fn step_due(step: &RunningStep, context: &Context) -> Option<Instant> {
    let (from, minutes) = match step.rest {
        Some(rest) => (context.calendar.arrival(rest.from), rest.minutes),
        None => {
            let minutes = context.procedure.process.minutes(&step.id)?;
            (step.started, context.calendar.process_minutes(minutes))
        }
    };
    Some(context.calendar.after_working_minutes(from, minutes))
}
