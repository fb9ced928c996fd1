//! Resume: the clock runs again. The pack says whether what was left goes on or the limit starts anew.

use super::Context;
use crate::deadline::due;
use crate::dossier::{Basis, Dossier, Event, Fact, Left, Private, Refusal, Stage, rights};
use crate::officer::Actor;
use crate::procedure::Process;
use crate::rules::Resumption;

/// The obligation was met, or the officer goes on without the papers.
#[derive(Clone, Debug)]
pub struct Resume {
    pub words: String,
}

impl Resume {
    pub fn allowed(dossier: &Dossier, actor: &Actor, process: &Process) -> Result<(), Refusal> {
        match dossier.stage {
            Stage::PausedForFee { .. } => rights::must_receive(dossier, actor).or_else(|refusal| {
                rights::must_handle(dossier, actor, process).map(|_| ()).map_err(|_| refusal)
            }),
            Stage::PausedForApplicant { .. } => rights::must_handle(dossier, actor, process).map(|_| ()),
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
                let mut event = resumed(dossier, left, context);
                event.private = Private::words(&self.words);
                Ok(vec![event])
            }
            _ => Err(dossier.wrong_stage()),
        }
    }
}

pub(super) fn resumed(dossier: &Dossier, left: &Left, context: &Context) -> Event {
    let from = context.calendar.arrival(context.now);
    let limit = match context.pack.resumption {
        Resumption::Continue => left.limit.clone(),
        Resumption::Restart => dossier.clock.as_ref().map(|clock| clock.limit.clone()),
    };
    let due_now = limit.as_ref().and_then(|limit| due(context.calendar, from, limit));
    let basis = due_now.and(limit).map(|limit| Basis::Counted { from, limit });
    Fact::Resumed {
        // When nothing was left the old date stands: it had passed already.
        due: due_now.or(dossier.due()),
        basis,
        step_due: dossier
            .step
            .is_some()
            .then(|| context.calendar.after_working_minutes(from, left.step_minutes)),
    }
    .into()
}
