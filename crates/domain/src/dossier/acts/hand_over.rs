//! Hand over to the division that does the first step, or to those that do the first steps (NĐ 61/2018 article 18). The pack's cut-off bounds when;
//! a late hand-over is made all the same and shows in the record.

use super::offer::{Effect, Offer};
use crate::Language;
use crate::dossier::context::Context;
use crate::dossier::event::Event;
use crate::dossier::process_step;
use crate::dossier::refusal::Refusal;
use crate::dossier::rights;
use crate::dossier::stage::Stage;
use crate::dossier::state::Dossier;
use crate::officer::Actor;

#[derive(Clone, Debug)]
pub struct HandOver;

impl HandOver {
    pub(super) const OFFER: Offer = Offer {
        key: "hand-over",
        name: ("Chuyển đến phòng chuyên môn", "Hand over to the division"),
        allowed: |dossier, actor, _, _| HandOver::allowed(dossier, actor),
        effect: |_, context, _| {
            let first = context.procedure.process.steps.first();
            let name = first.map(|step| step.name.clone()).unwrap_or_default();
            Effect {
                vietnamese: format!("Bước “{}” bắt đầu tính giờ.", name.get(Language::Vietnamese)),
                english: format!("The step “{}” starts to run.", name.get(Language::English)),
            }
        },
    };

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
        Ok(process_step::begin(dossier, context)?.events(from, context))
    }
}
