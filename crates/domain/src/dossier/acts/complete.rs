//! Complete the file: the applicant answers a request, on the portal or at the counter. After a pause the
//! clock runs again by itself (NĐ 61/2018 article 19: the applicant's time is not counted).

use super::offer::{Effect, Offer};
use super::resume;
use crate::dossier::context::Context;
use crate::dossier::event::{Event, Fact, Private};
use crate::dossier::paper::PaperGiven;
use crate::dossier::refusal::Refusal;
use crate::dossier::rights;
use crate::dossier::stage::Stage;
use crate::dossier::state::Dossier;
use crate::officer::Actor;
use std::collections::BTreeMap;

#[derive(Clone, Debug)]
pub struct Complete {
    pub papers: Vec<PaperGiven>,
    pub file_names: BTreeMap<i64, String>,
    pub words: String,
}

impl Complete {
    pub(super) const OFFER: Offer = Offer {
        key: "complete",
        name: ("Nhận giấy tờ bổ sung tại quầy", "Take in further documents"),
        allowed: |dossier, actor, _, _| Complete::allowed(dossier, actor),
        effect: |_, _, _| {
            Effect::of(
                "Giấy tờ được ghi vào hồ sơ, hồ sơ tiếp tục được xem xét.",
                "The documents are recorded and the dossier goes on.",
            )
        },
    };

    pub fn allowed(dossier: &Dossier, actor: &Actor) -> Result<(), Refusal> {
        match dossier.stage {
            Stage::AwaitingCompletion { .. } | Stage::PausedForApplicant { .. } => {
                rights::must_apply_or_receive(dossier, actor)
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
        Complete::allowed(dossier, actor)?;
        if self.papers.is_empty() && self.words.is_empty() {
            return Err(Refusal::NothingGiven);
        }
        let private =
            Private { words: self.words.clone(), file_names: self.file_names.clone(), ..Private::default() };
        let noted = |paper: &PaperGiven| paper.noted(actor, context.procedure);
        let completed = |answer_by| {
            let papers = self.papers.iter().map(noted).collect();
            Event::with(Fact::Completed { papers, answer_by }, private.clone())
        };
        match &dossier.stage {
            Stage::AwaitingCompletion { .. } => {
                let answer_by = context.pack.answer_by(context.receiving_calendar, context.now);
                Ok(vec![completed(Some(answer_by))])
            }
            Stage::PausedForApplicant { left, .. } => {
                let resumed = resume::resumed(dossier, left, context);
                Ok(std::iter::once(completed(None)).chain(resumed).collect())
            }
            _ => Err(dossier.wrong_stage()),
        }
    }
}
