//! Decide: the last step ends with the outcome, granted or denied with reasons (NĐ 61/2018 article 19).

use super::finish_step;
use super::offer::{Effect, Offer};
use crate::deadline;
use crate::dossier::context::Context;
use crate::dossier::delivery::Delivery;
use crate::dossier::event::{Event, Fact, Private};
use crate::dossier::issued::IssuedResult;
use crate::dossier::late::LateCause;
use crate::dossier::outcome::Outcome;
use crate::dossier::paper::FileFact;
use crate::dossier::process_step::{self, Onward};
use crate::dossier::refusal::{Refusal, all_of, written};
use crate::dossier::rights;
use crate::dossier::stage::Stage;
use crate::dossier::state::Dossier;
use crate::dossier::step::{DoneStep, RunningStep};
use crate::drawing::contrary;
use crate::officer::{Actor, Role};
use crate::procedure::Process;
use process::NodeIndex;
use std::collections::BTreeMap;

#[derive(Clone, Debug)]
pub struct Decide {
    /// Which of the running steps; it need not be said where only one runs.
    pub token: Option<u32>,
    pub outcome: Outcome,
    /// How the step turns out, where it names several ways by which it may be decided so: one of their keys.
    pub turned_out: Option<String>,
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
    /// How the result was issued.
    pub issued: IssuedResult,
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
                if process_step::may_lead(dossier, running, process).to_end {
                    Ok(())
                } else {
                    Err(Refusal::NotTheLastStep)
                }
            }
            _ => Err(dossier.wrong_stage()),
        }
    }

    /// Whether a denial by a running step is looked at by nobody above whoever signs it.
    pub fn signs_alone(dossier: &Dossier, running: &RunningStep, process: &Process) -> bool {
        let role = process.role(&running.id);
        let above = |done: &DoneStep| !done.undone && process.role(&done.id) > role;
        role < Role::AgencyHead && dossier.main.is_none() && !dossier.steps_done.iter().any(above)
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
        let ways = self.ways(dossier, running, &context.procedure.process);
        let remark = match self.outcome {
            Outcome::Granted if self.late_words.is_empty() => &self.reason,
            _ => &self.late_words,
        };
        let late = finish_step::late(running, self.late, remark, context).map_err(|refusal| match refusal {
            Refusal::ReasonMissing => Refusal::LateReasonMissing,
            other => other,
        });
        all_of([in_writing, file, ways.clone().map(drop), late.clone().map(drop)])?;
        let (late, mut refused) = (late?, None);
        let afterwards: Vec<(Fact, Dossier)> = ways?
            .iter()
            .map(|way| finish_step::finished(dossier, running, actor, way.as_ref(), late, context))
            .collect();
        let led = afterwards.iter().find_map(|(finished, after)| {
            let led = process_step::finish(after, running, context, Some(self.outcome));
            match led.and_then(|onward| self.ended(onward, context)) {
                Ok(onward) => Some((finished.clone(), onward)),
                Err(refusal) => {
                    refused.get_or_insert(refusal);
                    None
                }
            }
        });
        let (finished, onward) = led.ok_or_else(|| refused.unwrap_or(Refusal::NotTheLastStep))?;
        let decided = Fact::Decided {
            outcome: self.outcome,
            document: self.document.clone(),
            result: self.result.clone(),
            issued: self.issued.of(dossier, self.outcome, context),
            margin: margin(dossier, context),
            took: took(dossier, context),
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

    /// How the step may turn out by this decision, the likeliest first.
    fn ways(
        &self,
        dossier: &Dossier,
        running: &RunningStep,
        process: &Process,
    ) -> Result<Vec<Option<String>>, Refusal> {
        let (step, at) = (running.id.as_str(), process_step::stands(dossier, running));
        let owned = |ways: Vec<Option<&str>>| ways.into_iter().map(|way| way.map(str::to_string)).collect();
        let all = process.ways_to_decide(step, self.outcome, at);
        if let Some(key) = &self.turned_out {
            let known = all.contains(&Some(key.as_str()));
            return if known { Ok(vec![Some(key.clone())]) } else { Err(Refusal::OutcomeNotChosen) };
        }
        let plain = process.plain_ways_to_decide(step, self.outcome, at);
        if !process.by_meaning {
            let key = self.outcome.key();
            let same = process.outcomes(step).iter().any(|outcome| outcome.key == key).then_some(key);
            return Ok(owned([vec![same], plain].concat()));
        }
        match plain.as_slice() {
            [] => Err(Refusal::OtherDecision { decided: self.outcome }),
            [_] => Ok(owned(plain)),
            _ => Err(Refusal::OutcomeNotChosen),
        }
    }

    /// Where it led, if that is an end by which this may be decided.
    fn ended<'a>(&self, onward: Onward<'a>, context: &Context) -> Result<Onward<'a>, Refusal> {
        let process = &context.procedure.process;
        let model = process.model();
        let other = |end: NodeIndex| model.end_means(end) == contrary(self.outcome);
        match onward.ended {
            false => Err(Refusal::NotTheLastStep),
            true if process.by_meaning && onward.ends(model).any(other) => {
                Err(Refusal::OtherDecision { decided: self.outcome })
            }
            true => Ok(onward),
        }
    }
}

/// How far from the law's time it is decided, where that is counted by working minutes.
fn margin(dossier: &Dossier, context: &Context) -> Option<i32> {
    let (limit, due) = (&dossier.clock.as_ref()?.limit, dossier.legal_due()?);
    deadline::margin(context.calendar, limit, context.now, due)
}

/// How many working days it took since it was accepted: counted as limits are, and without what the law does not count.
fn took(dossier: &Dossier, context: &Context) -> Option<u32> {
    let calendar = context.calendar;
    let arrival = |at: crate::time::Instant| calendar.arrival(at).date();
    let paused = dossier.pauses.iter();
    let paused = paused.map(|pause| calendar.working_days_between(arrival(pause.from), arrival(pause.to)));
    let all = calendar.working_days_between(arrival(dossier.accepted_at?), context.now.date());
    Some(all.saturating_sub(paused.sum()))
}
