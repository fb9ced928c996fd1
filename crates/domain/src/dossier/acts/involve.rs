//! Ask a colleague to support the handling or to follow it; whoever has the running step leads it.

use super::offer::{Effect, Offer};
use crate::dossier::context::Context;
use crate::dossier::event::{Event, Fact};
use crate::dossier::involved::Involvement;
use crate::dossier::refusal::Refusal;
use crate::dossier::rights;
use crate::dossier::state::Dossier;
use crate::officer::{Actor, Officer};
use crate::procedure::Process;

#[derive(Clone, Debug)]
pub struct Involve {
    pub officer: Officer,
    /// Nothing: no longer.
    pub how: Option<Involvement>,
}

impl Involve {
    pub(super) const OFFER: Offer = Offer {
        key: "involve",
        name: ("Phân công phối hợp, theo dõi", "Ask colleagues to support or follow"),
        allowed: |dossier, actor, procedure, _| Involve::allowed(dossier, actor, &procedure.process),
        effect: |_, _, _| {
            Effect::of(
                "Người được mời thấy hồ sơ trong mục “Phối hợp, theo dõi”; người phối hợp ghi được ý kiến. Người phụ trách vẫn là người chủ trì.",
                "Whoever is asked finds the dossier under “Supported, followed”; who supports may write opinions. Whoever has the step still leads.",
            )
        },
    };

    /// Whoever may do a step or leads the division; those who are asked already may only leave.
    pub fn allowed(dossier: &Dossier, actor: &Actor, process: &Process) -> Result<(), Refusal> {
        let own = actor.officer().is_some_and(|officer| dossier.involvement(officer).is_some());
        // Leaving is possible for as long as there is something to leave.
        if own && !dossier.stage.kind().closed() {
            return Ok(());
        }
        if !dossier.stage.with_a_division() {
            return Err(dossier.wrong_stage());
        }
        rights::must_run(dossier, actor, process)
    }

    /// Whether an officer may ask others; who may not can still leave.
    pub fn asks(dossier: &Dossier, actor: &Actor, process: &Process) -> bool {
        dossier.stage.with_a_division() && rights::must_run(dossier, actor, process).is_ok()
    }

    /// Whether a colleague can be asked at all.
    pub fn can_be_asked(officer: &Officer) -> bool {
        officer.handles()
    }

    pub(super) fn decide(
        &self,
        dossier: &Dossier,
        actor: &Actor,
        context: &Context,
    ) -> Result<Vec<Event>, Refusal> {
        let process = &context.procedure.process;
        Involve::allowed(dossier, actor, process)?;
        let own = actor.officer().is_some_and(|officer| officer.is(self.officer.account));
        if !own || self.how.is_some() {
            if !dossier.stage.with_a_division() {
                return Err(dossier.wrong_stage());
            }
            rights::must_run(dossier, actor, process)?;
        }
        let Some(how) = self.how else {
            return match dossier.involvement_of(self.officer.account) {
                Some(_) => Ok(vec![Fact::Uninvolved { officer: self.officer.account }.into()]),
                None => Err(Refusal::NotInvolved),
            };
        };
        // Whoever has a step leads it.
        let leads = dossier.steps.iter().any(|step| step.assignee == Some(self.officer.account));
        if leads || self.officer.agency != dossier.competent || !Involve::can_be_asked(&self.officer) {
            return Err(Refusal::CannotBeInvolved);
        }
        Ok(vec![Fact::Involved { officer: self.officer.account, how }.into()])
    }
}
