//! Take a running step, or give it to an officer of the division.

use super::offer::{Effect, Offer};
use crate::dossier::context::Context;
use crate::dossier::event::{Event, Fact};
use crate::dossier::refusal::Refusal;
use crate::dossier::rights;
use crate::dossier::stage::Stage;
use crate::dossier::state::Dossier;
use crate::officer::{Actor, Officer};
use crate::procedure::Process;

#[derive(Clone, Debug)]
pub struct Assign {
    /// Which of the running steps; it need not be said where only one runs.
    pub token: Option<u32>,
    pub to: Officer,
}

impl Assign {
    pub(super) const OFFER: Offer = Offer {
        key: "assign",
        name: ("Nhận hoặc giao việc", "Take or assign"),
        allowed: |dossier, actor, procedure, token| {
            Assign::allowed(dossier, actor, &procedure.process, token)
        },
        effect: |_, _, _| {
            Effect::of(
                "Người được chọn thấy hồ sơ trong mục “Của tôi”.",
                "The chosen officer finds the dossier under “Mine”.",
            )
        },
    };

    /// An officer may take a free step; a head may give it to anybody who can do it.
    pub fn allowed(
        dossier: &Dossier,
        actor: &Actor,
        process: &Process,
        token: Option<u32>,
    ) -> Result<(), Refusal> {
        match dossier.stage {
            Stage::Processing => {
                let unit = &dossier.running(token)?.unit;
                rights::must_handle(dossier, actor, process, token)
                    .map(|_| ())
                    .or_else(|refusal| rights::must_lead(dossier, actor, [unit]).map_err(|_| refusal))
            }
            _ => Err(dossier.wrong_stage()),
        }
    }

    /// Whether an officer can have a running step.
    pub fn can_be_given(
        dossier: &Dossier,
        officer: &Officer,
        process: &Process,
        token: Option<u32>,
    ) -> Result<(), Refusal> {
        let running = dossier.running(token)?;
        let of = (&running.unit, process.role(&running.id));
        rights::does(officer, dossier.competent, of).map_err(|_| Refusal::CannotBeAssigned)?;
        rights::must_be_another(dossier, officer, process, running)
    }

    pub(super) fn decide(
        &self,
        dossier: &Dossier,
        actor: &Actor,
        context: &Context,
    ) -> Result<Vec<Event>, Refusal> {
        let process = &context.procedure.process;
        Assign::allowed(dossier, actor, process, self.token)?;
        let running = dossier.running(self.token)?;
        let own = actor.officer().is_some_and(|officer| officer.is(self.to.account));
        if !own {
            rights::must_lead(dossier, actor, [&running.unit])?;
        }
        Assign::can_be_given(dossier, &self.to, process, self.token)?;
        Ok(vec![Fact::Assigned { officer: self.to.account, token: running.token }.into()])
    }
}
