//! Accept: the file is complete and taken in (NĐ 61/2018 article 17; receipt, form 01). The legal limit runs
//! and the dossier gets its code, which the app adds last in the same transaction.

use super::Context;
use crate::deadline::{Limit, due};
use crate::dossier::{Dossier, Event, Fact, Refusal, Stage, rights};
use crate::officer::Actor;
use crate::time::Instant;

#[derive(Clone, Debug)]
pub struct Accept;

impl Accept {
    pub fn allowed(dossier: &Dossier, actor: &Actor) -> Result<(), Refusal> {
        match dossier.stage {
            Stage::Submitted { .. } => rights::must_receive(dossier, actor),
            _ => Err(dossier.wrong_stage()),
        }
    }

    pub(super) fn decide(
        &self,
        dossier: &Dossier,
        actor: &Actor,
        context: &Context,
    ) -> Result<Vec<Event>, Refusal> {
        Accept::allowed(dossier, actor)?;
        if context.procedure.process.steps.is_empty() {
            return Err(Refusal::NoProcess);
        }
        let (limit, due, arrival) = dates(dossier, context);
        Ok(vec![
            Fact::Accepted {
                arrival,
                limit,
                due,
                hand_over_by: context.pack.hand_over_by(context.receiving_calendar, context.now),
                steps_total: context.procedure.process.steps.len() as u32,
            }
            .into(),
        ])
    }
}

/// The limit, the due instant and the arrival, were it accepted now.
pub(super) fn dates(dossier: &Dossier, context: &Context) -> (Limit, Option<Instant>, Instant) {
    let limit = context.procedure.limit(dossier.channel).cloned().unwrap_or(Limit::Words(Default::default()));
    let arrival = context.calendar.arrival(context.now);
    let due = due(context.calendar, arrival, &limit);
    (limit, due, arrival)
}
