//! Recalculate: the calendar changed, so the date of an open dossier does; the applicant is told.

use super::Context;
use crate::deadline::due;
use crate::dossier::{Basis, Dossier, Event, Fact, Refusal, Stage};
use crate::officer::Actor;

#[derive(Clone, Debug)]
pub struct Recalculate;

impl Recalculate {
    pub(super) fn decide(
        &self,
        dossier: &Dossier,
        actor: &Actor,
        context: &Context,
    ) -> Result<Vec<Event>, Refusal> {
        match dossier.stage {
            Stage::Accepted | Stage::Processing => {}
            _ => return Err(dossier.wrong_stage()),
        }
        if *actor != Actor::System {
            return Err(Refusal::OnlyTheApplicant);
        }
        let clock = dossier.clock.as_ref().ok_or(Refusal::NoDueDate)?;
        let Basis::Counted { from, limit } = &clock.basis else { return Err(Refusal::SameDate) };
        match (clock.current, due(context.calendar, *from, limit)) {
            (Some(before), Some(after)) if before != after => {
                Ok(vec![Fact::DueRecalculated { from: before, to: after }.into()])
            }
            _ => Err(Refusal::SameDate),
        }
    }
}
