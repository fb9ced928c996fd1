//! Hand over to the division that does the first step, or to those that do the first steps (NĐ 61/2018 article 18). The pack's cut-off bounds when;
//! a late hand-over is made all the same and shows in the record.

use super::Context;
use crate::dossier::{Dossier, Event, Refusal, Stage, onward, rights};
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
        let from = actor.officer().map(|officer| &officer.unit);
        Ok(onward::begin(dossier, context)?.events(from, context))
    }
}
