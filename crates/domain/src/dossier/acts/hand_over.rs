//! Hand over to the division that does the first step (NĐ 61/2018 article 18). The pack's cut-off bounds when;
//! a late hand-over is made all the same and shows in the record.

use super::Context;
use crate::dossier::{Dossier, Event, Fact, Refusal, Stage, onward, rights};
use crate::officer::Actor;

#[derive(Clone, Debug)]
pub struct HandOver;

impl HandOver {
    pub fn allowed(dossier: &Dossier, actor: &Actor) -> Result<(), Refusal> {
        match dossier.stage {
            Stage::Accepted => rights::must_receive(dossier, actor),
            _ => Err(dossier.wrong_stage()),
        }
    }

    pub(super) fn decide(
        &self,
        dossier: &Dossier,
        actor: &Actor,
        context: &Context,
    ) -> Result<Vec<Event>, Refusal> {
        HandOver::allowed(dossier, actor)?;
        let mut onward = onward::begin(dossier, context)?;
        let first = onward.next.take().ok_or(Refusal::NoProcess)?;
        let from = actor.officer().map(|officer| officer.unit.clone());
        let mut events: Vec<Event> = onward.moved().into_iter().collect();
        events.push(Fact::HandedOver { from, to: first.step.unit.clone() }.into());
        events.push(first.started(context));
        Ok(events)
    }
}
