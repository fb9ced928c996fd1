//! What is asked of every act alike, by whoever acts and by pages.

use super::{ActKind, Command, Effect};
use crate::Language;
use crate::dossier::context::Context;
use crate::dossier::event::Event;
use crate::dossier::process_step;
use crate::dossier::refusal::Refusal;
use crate::dossier::stage::Stage;
use crate::dossier::state::Dossier;
use crate::officer::{Actor, Role};
use crate::procedure::{Procedure, Process};

/// Who, and what.
#[derive(Clone, Debug)]
pub struct Act {
    pub actor: Actor,
    pub command: Command,
}

/// What the law allows. Changes nothing.
pub fn decide(before: &Dossier, act: &Act, context: &Context) -> Result<Vec<Event>, Refusal> {
    let events = act.command.decide(before, &act.actor, context)?;
    process_step::looked(before, events, &act.actor, context)
}

impl ActKind {
    /// In addresses and names of fields; never changed.
    pub const fn key(self) -> &'static str {
        self.offer().key
    }

    pub fn parse(key: &str) -> Option<ActKind> {
        ActKind::ALL.iter().copied().find(|kind| kind.key() == key)
    }

    pub fn name(self, language: Language) -> &'static str {
        let (vietnamese, english) = self.offer().name;
        language.pick(vietnamese, english)
    }

    /// Whether the actor may do it now, with the running step of a token where it is about one; asked by pages to explain
    /// why a button is missing.
    pub fn allowed(
        self,
        dossier: &Dossier,
        actor: &Actor,
        procedure: &Procedure,
        token: Option<u32>,
    ) -> Result<(), Refusal> {
        (self.offer().allowed)(dossier, actor, procedure, token)
    }
}

/// An act with its effect, or with the reason it is not offered.
#[derive(Clone, Debug)]
pub struct Offered {
    pub kind: ActKind,
    pub answer: Result<Effect, Refusal>,
}

/// The act that is expected next where a dossier stands, of those that may be done. Never one that ends it without a result.
pub fn expected(
    dossier: &Dossier,
    offered: &[Offered],
    process: &Process,
    token: Option<u32>,
) -> Option<ActKind> {
    let may = |kind: &ActKind| offered.iter().any(|offer| offer.kind == *kind && offer.answer.is_ok());
    let role = dossier.step(token).map(|step| process.role(&step.id));
    let wanted: &[ActKind] = match &dossier.stage {
        Stage::Submitted { .. } => &[ActKind::Accept],
        Stage::AwaitingCompletion { .. } => &[ActKind::Complete],
        Stage::Accepted => &[ActKind::HandOver],
        // A head comes to decide, and need not take the step first.
        Stage::Processing if role == Some(Role::AgencyHead) => {
            &[ActKind::Decide, ActKind::FinishStep, ActKind::Receive, ActKind::Assign]
        }
        Stage::Processing if role == Some(Role::DivisionHead) && !may(&ActKind::FinishStep) => {
            &[ActKind::Decide, ActKind::Receive, ActKind::Assign]
        }
        // A step that nobody has is taken first; whoever has one does it.
        Stage::Processing if dossier.step(token).is_some_and(|step| step.assignee.is_none()) => {
            &[ActKind::Assign, ActKind::FinishStep, ActKind::Decide]
        }
        Stage::Processing => &[ActKind::FinishStep, ActKind::Decide, ActKind::Receive, ActKind::Assign],
        Stage::PausedForApplicant { .. } => &[ActKind::Complete, ActKind::Resume],
        Stage::PausedForFee { .. } => &[ActKind::Resume],
        Stage::ResultReady => &[ActKind::Return],
        Stage::Refused | Stage::Withdrawn | Stage::Stopped | Stage::Returned => &[],
    };
    wanted.iter().copied().find(may)
}

/// Every act, permitted or not; those about a running step, for that of a token.
pub fn offers(dossier: &Dossier, actor: &Actor, context: &Context, token: Option<u32>) -> Vec<Offered> {
    let offered = |kind: &ActKind| {
        let allowed = kind.allowed(dossier, actor, context.procedure, token);
        Offered { kind: *kind, answer: allowed.map(|()| (kind.offer().effect)(dossier, context, token)) }
    };
    ActKind::ALL.iter().map(offered).collect()
}
