//! Pause: the clock stops, only for a cause of the law and on a document: the applicant completes the file,
//! or meets a financial obligation (NĐ 61/2018 article 19).

use super::offer::{Effect, Offer};
use crate::deadline;
use crate::dossier::clock::Basis;
use crate::dossier::context::Context;
use crate::dossier::event::{Event, Fact, Private};
use crate::dossier::refusal::{Refusal, all_of, written};
use crate::dossier::rights;
use crate::dossier::stage::{Left, Request, Stage, StepMinutes, TimerMinutes};
use crate::dossier::state::Dossier;
use crate::dossier::step::RunningStep;
use crate::dossier::wait::{Awaited, Wait};
use crate::officer::Actor;
use crate::procedure::{Procedure, Process};
use crate::{Language, Text};

#[derive(Clone, Debug)]
pub struct Pause {
    pub cause: PauseFor,
    /// The number of the document that carries the request.
    pub document: String,
}

#[derive(Clone, Debug)]
pub enum PauseFor {
    Applicant {
        request: Request,
    },
    /// A payment in đồng, on the ground given in words.
    Fee {
        amount: u64,
        words: String,
    },
}

impl Pause {
    pub(super) const FOR_APPLICANT: Offer = Offer {
        key: "pause-for-applicant",
        name: ("Tạm dừng, yêu cầu bổ sung", "Pause and ask for documents"),
        allowed: |dossier, actor, procedure, _| Pause::allowed(dossier, actor, &procedure.process),
        effect: |_, _, _| {
            Effect::of(
                "Thời hạn tạm dừng từ hôm nay cho đến khi người nộp bổ sung. Người nộp được báo cần bổ sung gì.",
                "Processing time is paused from today until the applicant completes the file. The applicant is told what is needed.",
            )
        },
    };

    pub(super) const FOR_FEE: Offer = Offer {
        key: "pause-for-fee",
        name: ("Tạm dừng, chờ nghĩa vụ tài chính", "Pause for a payment"),
        allowed: |dossier, actor, procedure, _| Pause::allowed_for_fee(dossier, actor, procedure),
        effect: |_, _, _| {
            Effect::of(
                "Thời hạn tạm dừng từ hôm nay cho đến khi người nộp hoàn thành nghĩa vụ tài chính. Người nộp được báo.",
                "Processing time is paused from today until the payment is made. The applicant is told.",
            )
        },
    };

    pub fn allowed(dossier: &Dossier, actor: &Actor, process: &Process) -> Result<(), Refusal> {
        match dossier.stage {
            Stage::Processing => {
                dossier.must_be_main()?;
                rights::must_handle_any(dossier, actor, process)
            }
            _ => Err(dossier.wrong_stage()),
        }
    }

    /// Only where the law itself demands an obligation of this procedure; the ordinary fee is none. Versions of procedures made
    /// before that was asked pause as they did.
    pub fn allowed_for_fee(dossier: &Dossier, actor: &Actor, procedure: &Procedure) -> Result<(), Refusal> {
        Pause::allowed(dossier, actor, &procedure.process)?;
        match &procedure.obligations {
            Some(grounds) if grounds.is_empty() => Err(Refusal::NoObligation),
            _ => Ok(()),
        }
    }

    pub(super) fn decide(
        &self,
        dossier: &Dossier,
        actor: &Actor,
        context: &Context,
    ) -> Result<Vec<Event>, Refusal> {
        match self.cause {
            PauseFor::Applicant { .. } => Pause::allowed(dossier, actor, &context.procedure.process)?,
            PauseFor::Fee { .. } => Pause::allowed_for_fee(dossier, actor, context.procedure)?,
        }
        let cause = match &self.cause {
            PauseFor::Applicant { request } => request.must_stand(dossier, context),
            PauseFor::Fee { amount, words } => {
                let amount = if *amount == 0 { Err(Refusal::AmountMissing) } else { Ok(()) };
                let ground = match words.is_empty() || is_ground(context.procedure, words) {
                    true => written(words, Refusal::ReasonMissing),
                    false => Err(Refusal::NoObligation),
                };
                all_of([amount, ground])
            }
        };
        all_of([written(&self.document, Refusal::DocumentMissing), cause])?;
        let left = left(dossier, context);
        let document = self.document.clone();
        match &self.cause {
            PauseFor::Applicant { request } => {
                let fact = Fact::PausedForApplicant { request: request.under(context.pack), document, left };
                Ok(vec![Event::with(fact, request.private())])
            }
            PauseFor::Fee { amount, words } => {
                let fact = Fact::PausedForFee { amount: *amount, document, left };
                Ok(vec![Event::with(fact, Private::words(words))])
            }
        }
    }
}

/// Whether these words name an obligation of the procedure. Versions made before that was asked take any.
fn is_ground(procedure: &Procedure, words: &str) -> bool {
    let named = |ground: &Text| ground.get(Language::Vietnamese) == words;
    procedure.obligations.as_ref().is_none_or(|grounds| grounds.iter().any(named))
}

fn left(dossier: &Dossier, context: &Context) -> Left {
    let limit = dossier.clock.as_ref().and_then(|clock| {
        let (calendar, due, now) = (context.calendar, clock.current?, context.now);
        match &clock.basis {
            Basis::Counted { from, limit } => deadline::left(calendar, *from, limit, due, now),
            Basis::Set => deadline::left_until(calendar, &clock.limit, due, now),
        }
    });
    let minutes = |step: &RunningStep| context.calendar.working_minutes_between(context.now, step.due);
    let of_token = |step: &RunningStep| Some(StepMinutes { token: step.token?, minutes: minutes(step) });
    let of_timer = |wait: &Wait| match &wait.what {
        Awaited::Time { due, rest: Some(_) } => Some(TimerMinutes {
            token: wait.token,
            event: wait.event.clone(),
            minutes: context.calendar.working_minutes_between(context.now, *due),
        }),
        _ => None,
    };
    Left {
        limit,
        step_minutes: dossier.steps.iter().find(|step| step.token.is_none()).map_or(0, minutes),
        steps: dossier.steps.iter().filter_map(of_token).collect(),
        timers: dossier.waits.iter().filter_map(of_timer).collect(),
    }
}
