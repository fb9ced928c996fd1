//! Note late: the time the law gives is over and the dossier is in hand. The program writes that down on the day itself, with
//! what it can tell of why: later nobody remembers, and what stands there has changed.

use crate::dossier::context::Context;
use crate::dossier::event::{Event, Fact};
use crate::dossier::late::LateCause;
use crate::dossier::refusal::Refusal;
use crate::dossier::rights;
use crate::dossier::state::Dossier;
use crate::officer::Actor;

#[derive(Clone, Debug)]
pub struct NoteLate;

impl NoteLate {
    pub(super) fn decide(
        &self,
        dossier: &Dossier,
        actor: &Actor,
        context: &Context,
    ) -> Result<Vec<Event>, Refusal> {
        rights::must_be_program(actor)?;
        let due = dossier.late_by(context.now, context.calendar).ok_or_else(|| dossier.wrong_stage())?;
        // A calendar may move the date, and it may be missed again.
        if dossier.late.as_ref().is_some_and(|late| late.due == due) {
            return Err(dossier.wrong_stage());
        }
        // Only what is waited for tells of itself why nothing moves.
        let cause = dossier.open_links().next().map(|_| LateCause::OtherAgency);
        Ok(vec![Fact::BecameLate { due, cause }.into()])
    }
}
