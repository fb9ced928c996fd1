//! Accept: the file is complete and taken in (NĐ 61/2018 article 17; receipt, form 01). The legal limit runs
//! and the dossier gets its code, which the app adds last in the same transaction.

use super::Context;
use crate::deadline::{Limit, due};
use crate::dossier::{Dossier, Event, Fact, Refusal, Stage, rights};
use crate::officer::Actor;
use crate::time::Instant;

#[derive(Clone, Debug, Default)]
pub struct Accept {
    /// The limit that applies, where the procedure has several for the channel.
    pub limit: Option<Limit>,
}

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
        let limit = self.chosen(dossier, context)?;
        let (due, arrival) = dates(&limit, context);
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

    /// Its share of the main dossier's time; else the only limit there is, or the one that was chosen among several.
    fn chosen(&self, dossier: &Dossier, context: &Context) -> Result<Limit, Refusal> {
        if let Some(main) = &dossier.main {
            return Ok(main.limit());
        }
        let limits = context.procedure.limits(dossier.channel);
        match (&self.limit, limits.as_slice()) {
            (_, []) => Ok(Limit::Words(Default::default())),
            (None, [only]) => Ok((*only).clone()),
            (Some(chosen), limits) if limits.contains(&chosen) => Ok(chosen.clone()),
            (None | Some(_), _) => Err(Refusal::LimitNotChosen),
        }
    }
}

/// The due instant under a limit and the arrival, were it accepted now.
pub(super) fn dates(limit: &Limit, context: &Context) -> (Option<Instant>, Instant) {
    let arrival = context.calendar.arrival(context.now);
    (due(context.calendar, arrival, limit), arrival)
}
