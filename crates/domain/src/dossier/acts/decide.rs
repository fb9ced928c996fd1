//! Decide: the last step ends with the outcome, granted or denied with reasons (NĐ 61/2018 article 19).

use super::finish_step;
use super::offer::{Effect, Offer};
use crate::dossier::context::Context;
use crate::dossier::delivery::Delivery;
use crate::dossier::event::{Event, Fact, Private};
use crate::dossier::late::LateCause;
use crate::dossier::outcome::Outcome;
use crate::dossier::paper::FileFact;
use crate::dossier::process_step;
use crate::dossier::refusal::{Refusal, all_of, written};
use crate::dossier::rights;
use crate::dossier::stage::Stage;
use crate::dossier::state::Dossier;
use crate::officer::Actor;
use crate::procedure::Process;
use std::collections::BTreeMap;

#[derive(Clone, Debug)]
pub struct Decide {
    /// Which of the running steps; it need not be said where only one runs.
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
    /// What else is to be said of that, among colleagues: the reason of a denial is the applicant's.
    pub late_words: String,
}

impl Decide {
    pub(super) const OFFER: Offer = Offer {
        key: "decide",
        name: ("Ghi kết quả giải quyết", "Record the decision"),
        allowed: |dossier, actor, procedure, token| {
            Decide::allowed(dossier, actor, &procedure.process, token)
        },
        effect: |dossier, _, _| match dossier.main {
            Some(_) => Effect::of(
                "Kết quả chuyển về hồ sơ chính; hồ sơ liên thông này kết thúc.",
                "The result goes back to the main dossier, and this linked one ends.",
            ),
            None => Effect::of(
                "Hồ sơ có kết quả và chuyển về quầy trả kết quả. Người nộp được báo đến nhận.",
                "The dossier has its result and goes to the counter. The applicant is told.",
            ),
        },
    };

    pub fn allowed(
        dossier: &Dossier,
        actor: &Actor,
        process: &Process,
        token: Option<u32>,
    ) -> Result<(), Refusal> {
        match dossier.stage {
            Stage::Processing => {
                let running = rights::must_handle(dossier, actor, process, token)?;
                let (_, end) = process_step::may_lead(dossier, running, process);
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
        // Denied in writing: with reasons, a number and the document itself.
        let mut in_writing = Ok(());
        if self.outcome == Outcome::Denied {
            in_writing = all_of([
                written(&self.reason, Refusal::ReasonMissing),
                written(&self.document, Refusal::DocumentMissing),
            ]);
        }
        let file = match self.outcome {
            _ if dossier.main.is_some() || self.result.is_some() => Ok(()),
            Outcome::Denied => Err(Refusal::DenialFileMissing),
            Outcome::Granted if dossier.delivery == Delivery::Online => Err(Refusal::ResultFileMissing),
            Outcome::Granted => Ok(()),
        };
        let running = dossier.running(self.token)?;
        let named = context.procedure.process.outcomes(&running.id);
        let turned_out = finish_step::outcome_of(self.outcome, named);
        let remark = match self.outcome {
            Outcome::Granted if self.late_words.is_empty() => &self.reason,
            _ => &self.late_words,
        };
        let late = finish_step::late(running, self.late, remark, context).map_err(|refusal| match refusal {
            Refusal::ReasonMissing => Refusal::LateReasonMissing,
            other => other,
        });
        all_of([in_writing, file, late.clone().map(drop)])?;
        let late = late?;
        let (finished, after) =
            finish_step::finished(dossier, running, actor, turned_out.as_ref(), late, context);
        let onward = process_step::finish(&after, running, context, Some(self.outcome))?;
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
        let mut events = vec![Event::with(finished, Private::words(&self.late_words))];
        events.extend(onward.events(Some(&running.unit), context));
        events.push(Event::with(decided, private));
        if dossier.main.is_some() {
            events.push(Fact::PassedOn {}.into());
        }
        Ok(events)
    }
}
