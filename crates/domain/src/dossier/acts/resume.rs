//! Resume: the clock runs again. The pack says whether what was left goes on or the limit starts anew.

use super::offer::{Effect, Offer};
use crate::deadline::{self, Limit, due};
use crate::dossier::clock::{Basis, DossierClock, Owed};
use crate::dossier::context::Context;
use crate::dossier::event::{Event, Fact, Private, StepDue};
use crate::dossier::refusal::Refusal;
use crate::dossier::rights;
use crate::dossier::stage::{Left, Stage};
use crate::dossier::state::Dossier;
use crate::dossier::step::RunningStep;
use crate::dossier::wait::{Awaited, Wait};
use crate::officer::Actor;
use crate::procedure::Process;
use crate::rules::Resumption;
use crate::time::Instant;

/// The obligation was met, or the officer goes on without the papers.
#[derive(Clone, Debug)]
pub struct Resume {
    pub words: String,
}

impl Resume {
    pub(super) const OFFER: Offer = Offer {
        key: "resume",
        name: ("Tiếp tục giải quyết", "Resume"),
        allowed: |dossier, actor, procedure, _| Resume::allowed(dossier, actor, &procedure.process),
        effect: |_, _, _| {
            Effect::of(
                "Thời hạn chạy tiếp từ bây giờ; ngày hẹn mới được tính lại và báo cho người nộp.",
                "The clock runs again from now; the new date is computed and the applicant is told.",
            )
        },
    };

    pub fn allowed(dossier: &Dossier, actor: &Actor, process: &Process) -> Result<(), Refusal> {
        match dossier.stage {
            Stage::PausedForFee { .. } => rights::must_receive(dossier, actor)
                .or_else(|refusal| rights::must_handle_any(dossier, actor, process).map_err(|_| refusal)),
            Stage::PausedForApplicant { .. } => rights::must_handle_any(dossier, actor, process),
            _ => Err(dossier.wrong_stage()),
        }
    }

    pub(super) fn decide(
        &self,
        dossier: &Dossier,
        actor: &Actor,
        context: &Context,
    ) -> Result<Vec<Event>, Refusal> {
        Resume::allowed(dossier, actor, &context.procedure.process)?;
        match &dossier.stage {
            Stage::PausedForApplicant { left, .. } | Stage::PausedForFee { left, .. } => {
                let mut events = resumed(dossier, left, context);
                events[0].private = Private::words(&self.words);
                Ok(events)
            }
            _ => Err(dossier.wrong_stage()),
        }
    }
}

/// The clocks run again: those of the limit and the steps, and the times a process waits for.
pub(super) fn resumed(dossier: &Dossier, left: &Left, context: &Context) -> Vec<Event> {
    let from = context.calendar.arrival(context.now);
    let limit = left.limit.clone().and_then(|left| goes_on(dossier.clock.as_ref()?, left, context));
    let due_now = limit.as_ref().and_then(|limit| due(context.pack, context.calendar, from, limit));
    let owed = match dossier.extensions {
        0 => limit.clone(),
        // What is promised and what is owed run apart.
        _ => dossier.clock.as_ref().and_then(|clock| still_owed(dossier, clock, context)),
    };
    let ends =
        |limit: Limit| Some(Owed { from, due: due(context.pack, context.calendar, from, &limit)?, limit });
    let owed = owed.and_then(ends);
    let basis = due_now.and(limit).map(|limit| Basis::Counted { from, limit });
    let (step_due, steps) = step_dues(&dossier.steps, |step| {
        Some(context.calendar.after_working_minutes(from, left.minutes_of(step.token)))
    });
    let resumed = Fact::Resumed {
        from: dossier.due(),
        // When nothing was left the old date stands: it had passed already.
        due: due_now.or(dossier.due()),
        basis,
        step_due,
        steps,
        owed,
    };
    let again = |wait: &Wait| {
        let rest = left.timers.iter().find(|left| left.token == wait.token && left.event == wait.event);
        let what = match (&wait.what, rest) {
            (Awaited::Time { .. }, Some(rest)) => Awaited::counted(from, rest.minutes, context.calendar),
            // Its moment may have come meanwhile.
            (Awaited::Time { .. }, None) => wait.what.clone(),
            _ => return None,
        };
        Some(wait.fact(what))
    };
    std::iter::once(resumed).chain(dossier.waits.iter().filter_map(again)).map(Event::from).collect()
}

/// The pack says whether what was left goes on or the limit starts anew; where nothing was left, neither.
fn goes_on(clock: &DossierClock, left: Limit, context: &Context) -> Option<Limit> {
    Some(match context.pack.resumption {
        Resumption::Continue => left,
        Resumption::Restart => clock.limit.clone(),
    })
}

/// What the law owed when the clock stopped, where an apology had set another date to be promised.
fn still_owed(dossier: &Dossier, clock: &DossierClock, context: &Context) -> Option<Limit> {
    let (owed, paused) = (clock.owed.as_ref()?, dossier.paused_at?);
    let left = deadline::left(context.calendar, owed.from, &owed.limit, owed.due, paused)?;
    goes_on(clock, left, context)
}

/// Dates of running steps: of the only one where it has no token, else by their tokens.
pub(super) fn step_dues(
    steps: &[RunningStep],
    due: impl Fn(&RunningStep) -> Option<Instant>,
) -> (Option<Instant>, Vec<StepDue>) {
    let only = steps.iter().find(|step| step.token.is_none()).and_then(&due);
    let named = |step: &RunningStep| Some(StepDue { token: step.token?, due: due(step)? });
    (only, steps.iter().filter_map(named).collect())
}
