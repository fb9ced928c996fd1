//! Decide: the last step ends with the outcome, granted or denied with reasons (NĐ 61/2018 article 19).

use super::{Context, finish_step};
use crate::dossier::{
    Delivery, Dossier, Event, Fact, FileFact, LateCause, Outcome, Private, Refusal, Stage, onward, rights,
};
use crate::officer::Actor;
use crate::procedure::Process;
use std::collections::BTreeMap;

#[derive(Clone, Debug)]
pub struct Decide {
    /// Which of the running steps, where the process is drawn.
    pub token: Option<u32>,
    pub outcome: Outcome,
    /// The number of the result or of the answer in writing.
    pub document: String,
    /// Required when denied.
    pub reason: String,
    /// Required when the applicant receives the result on the portal.
    pub result: Option<FileFact>,
    pub file_names: BTreeMap<i64, String>,
    /// Why the last step is late, if it is.
    pub late: Option<LateCause>,
}

impl Decide {
    pub fn allowed(
        dossier: &Dossier,
        actor: &Actor,
        process: &Process,
        token: Option<u32>,
    ) -> Result<(), Refusal> {
        match dossier.stage {
            Stage::Processing => {
                let running = rights::must_handle(dossier, actor, process, token)?;
                let (_, end) = onward::may_lead(dossier, running, process);
                if end { Ok(()) } else { Err(Refusal::NotTheLastStep) }
            }
            _ => Err(dossier.wrong_stage()),
        }
    }

    pub(super) fn decide(
        &self,
        dossier: &Dossier,
        actor: &Actor,
        context: &Context,
    ) -> Result<Vec<Event>, Refusal> {
        Decide::allowed(dossier, actor, &context.procedure.process, self.token)?;
        if self.outcome == Outcome::Denied && self.reason.is_empty() {
            return Err(Refusal::ReasonMissing);
        }
        if dossier.main.is_none() && dossier.delivery == Delivery::Online && self.result.is_none() {
            return Err(Refusal::ResultFileMissing);
        }
        let running = dossier.running(self.token)?;
        let named = context.procedure.process.outcomes(&running.id);
        let turned_out = finish_step::outcome_of(self.outcome, named);
        let late = finish_step::late(running, self.late, &self.reason, context)?;
        let (finished, after) =
            finish_step::finished(dossier, running, actor, turned_out.as_ref(), late, context);
        let onward = onward::finish(&after, running, context, Some(self.outcome))?;
        if !onward.ended {
            return Err(Refusal::NotTheLastStep);
        }
        let decided = Fact::Decided {
            outcome: self.outcome,
            document: self.document.clone(),
            result: self.result.clone(),
        };
        let private =
            Private { words: self.reason.clone(), file_names: self.file_names.clone(), ..Private::default() };
        let mut events: Vec<Event> = vec![finished.into()];
        events.extend(onward.events(Some(&running.unit), context));
        events.push(Event::with(decided, private));
        if dossier.main.is_some() {
            events.push(Fact::PassedOn {}.into());
        }
        Ok(events)
    }
}
