use super::context::Context;
use super::event::Private;
use super::outcome::Outcome;
use super::reason_code::{PaperReason, ReasonCode};
use super::refusal::{Refusal, all_of, written};
use super::state::Dossier;
use crate::Language;
use crate::deadline::Limit;
use crate::rules::RulePack;
use crate::time::Instant;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Where a dossier stands. Each stage carries what only it needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Sent, not yet answered.
    Submitted {
        /// The agency's time to answer counts from here: sent, or last completed.
        since: Instant,
        answer_by: Instant,
    },
    /// Asked to complete before acceptance; no limit runs.
    AwaitingCompletion {
        request: Request,
    },
    /// Accepted, not yet with the division.
    Accepted,
    Processing,
    PausedForApplicant {
        request: Request,
        left: Left,
    },
    PausedForFee {
        amount: u64,
        left: Left,
    },
    Refused,
    Withdrawn,
    Stopped,
    ResultReady,
    Returned,
}

/// What the applicant is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Papers of the procedure that are missing or wrong.
    pub papers: Vec<String>,
    /// Until when, if a date was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Date>,
    /// Why it is asked for, in one word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason_code: Option<ReasonCode>,
    /// The same of single papers, where it is another.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<PaperReason>,
    /// What is asked and why, in the officer's words. Private, so kept outside the facts.
    #[serde(skip)]
    pub words: String,
    /// Why it was not asked for before. Private too.
    #[serde(skip)]
    pub why_again: String,
}

impl Request {
    /// As it is recorded under a law.
    pub(super) fn under(&self, pack: &RulePack) -> Request {
        let reason_code = ReasonCode::among(self.reason_code, pack.request_codes);
        let mut reasons = self.reasons.clone();
        reasons.retain(|of| self.papers.contains(&of.paper) && pack.request_codes.contains(&of.code));
        reasons.retain(|of| Some(of.code) != reason_code);
        Request { reason_code, reasons, ..self.clone() }
    }

    /// Why one of its papers is asked for.
    pub fn reason_of(&self, paper: &str) -> Option<ReasonCode> {
        let own = self.reasons.iter().find(|of| of.paper == paper);
        own.map(|of| of.code).or(self.reason_code)
    }

    /// What of it is private.
    pub(super) fn private(&self) -> Private {
        Private { words: self.words.clone(), why_again: self.why_again.clone(), ..Private::default() }
    }

    /// It names something, and a day on which it can be brought; what should have been asked for before says why it was not.
    pub(super) fn must_stand(&self, dossier: &Dossier, context: &Context) -> Result<(), Refusal> {
        let times = dossier.completion_rounds;
        let why = match times >= context.pack.requests_in_full {
            true => written(&self.why_again, Refusal::WhyAgainMissing { times }),
            false => Ok(()),
        };
        let asked = match self.papers.is_empty() {
            true => written(&self.words, Refusal::NothingAsked),
            false => Ok(()),
        };
        let by = match self.by {
            Some(day) if day < context.now.date() => Err(Refusal::CompletionDatePast),
            Some(day) if !context.receiving_calendar.works_on(day) => {
                let next = context.receiving_calendar.working_day_from(day).date;
                Err(Refusal::CompletionDateOff { day, next })
            }
            _ => Ok(()),
        };
        all_of([why, asked, by])
    }
}

/// What was left of the clocks when they stopped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Left {
    /// Of the legal limit; nothing when it had already passed or has no date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<Limit>,
    /// Working minutes of the running step, where it has no token.
    #[serde(default)]
    pub step_minutes: u32,
    /// Working minutes of each running step that has one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<StepMinutes>,
    /// Working minutes of each time a process waited for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub timers: Vec<TimerMinutes>,
}

/// Working minutes of the running step of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepMinutes {
    pub token: u32,
    pub minutes: u32,
}

/// Working minutes until a time that is waited for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimerMinutes {
    pub token: u32,
    pub event: String,
    pub minutes: u32,
}

impl Left {
    /// What was left of a running step.
    pub fn minutes_of(&self, token: Option<u32>) -> u32 {
        let named = self.steps.iter().find(|left| Some(left.token) == token);
        named.map_or(self.step_minutes, |left| left.minutes)
    }
}

typed::keyed! {
    /// A stage without what it carries, for lists and storage.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    pub enum StageKind {
        Submitted = "submitted",
        AwaitingCompletion = "awaiting-completion",
        Accepted = "accepted",
        Processing = "processing",
        PausedForApplicant = "paused-for-applicant",
        PausedForFee = "paused-for-fee",
        Refused = "refused",
        Withdrawn = "withdrawn",
        Stopped = "stopped",
        ResultReady = "result-ready",
        Returned = "returned",
    }
}

impl Stage {
    /// It lies with a division, which works on it or waits for the applicant.
    pub fn with_a_division(&self) -> bool {
        matches!(self, Stage::Processing | Stage::PausedForApplicant { .. } | Stage::PausedForFee { .. })
    }

    pub fn kind(&self) -> StageKind {
        match self {
            Stage::Submitted { .. } => StageKind::Submitted,
            Stage::AwaitingCompletion { .. } => StageKind::AwaitingCompletion,
            Stage::Accepted => StageKind::Accepted,
            Stage::Processing => StageKind::Processing,
            Stage::PausedForApplicant { .. } => StageKind::PausedForApplicant,
            Stage::PausedForFee { .. } => StageKind::PausedForFee,
            Stage::Refused => StageKind::Refused,
            Stage::Withdrawn => StageKind::Withdrawn,
            Stage::Stopped => StageKind::Stopped,
            Stage::ResultReady => StageKind::ResultReady,
            Stage::Returned => StageKind::Returned,
        }
    }
}

/// Whose turn it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhoseClock {
    Agency,
    Applicant,
    Nobody,
}

impl StageKind {
    /// The status code of the national portal (TrangThaiHoSo): every stage has exactly one.
    pub const fn national_code(self) -> u8 {
        match self {
            StageKind::Submitted => 1,
            StageKind::Accepted => 2,
            StageKind::Refused => 3,
            StageKind::Processing => 4,
            StageKind::AwaitingCompletion | StageKind::PausedForApplicant => 5,
            StageKind::PausedForFee => 6,
            StageKind::Withdrawn => 7,
            StageKind::Stopped => 8,
            StageKind::ResultReady => 9,
            StageKind::Returned => 10,
        }
    }

    /// Nothing more will happen to it.
    pub const fn closed(self) -> bool {
        matches!(self, StageKind::Refused | StageKind::Withdrawn | StageKind::Stopped | StageKind::Returned)
    }

    /// How many of how many steps are done, as it is told outside. What was decided is through, whichever steps its way
    /// did not come to.
    pub fn progress(self, done: u32, planned: u32) -> (u32, u32) {
        match self {
            StageKind::ResultReady | StageKind::Returned => (done, done),
            _ => (done.min(planned), planned),
        }
    }

    pub const fn whose_clock(self) -> WhoseClock {
        match self {
            StageKind::Submitted | StageKind::Accepted | StageKind::Processing => WhoseClock::Agency,
            StageKind::AwaitingCompletion
            | StageKind::PausedForApplicant
            | StageKind::PausedForFee
            | StageKind::ResultReady => WhoseClock::Applicant,
            StageKind::Refused | StageKind::Withdrawn | StageKind::Stopped | StageKind::Returned => {
                WhoseClock::Nobody
            }
        }
    }

    pub fn name(self, language: Language) -> &'static str {
        let (vi, en) = match self {
            StageKind::Submitted => ("Chờ tiếp nhận", "Waiting for intake"),
            StageKind::AwaitingCompletion => ("Chờ hoàn thiện hồ sơ", "Waiting for completion"),
            StageKind::Accepted => ("Đã tiếp nhận", "Accepted"),
            StageKind::Processing => ("Đang giải quyết", "Being handled"),
            StageKind::PausedForApplicant => ("Tạm dừng, chờ bổ sung giấy tờ", "Paused for more documents"),
            StageKind::PausedForFee => ("Tạm dừng, chờ nghĩa vụ tài chính", "Paused for a payment"),
            StageKind::Refused => ("Không được tiếp nhận", "Not accepted"),
            StageKind::Withdrawn => ("Đã rút hồ sơ", "Withdrawn"),
            StageKind::Stopped => ("Đã dừng giải quyết", "Stopped"),
            StageKind::ResultReady => ("Đã có kết quả", "Result ready"),
            StageKind::Returned => ("Đã trả kết quả", "Result returned"),
        };
        language.pick(vi, en)
    }

    /// The same of a dossier of which it is known how it was decided.
    pub fn told(self, outcome: Option<Outcome>, language: Language) -> String {
        let name = self.name(language);
        match (self, outcome) {
            (StageKind::ResultReady | StageKind::Returned, Some(outcome)) => {
                format!("{name}: {}", outcome.name(language))
            }
            _ => name.to_string(),
        }
    }

    pub const fn public(self) -> PublicStage {
        match self {
            StageKind::Submitted | StageKind::AwaitingCompletion | StageKind::Accepted => {
                PublicStage::Received
            }
            StageKind::Processing => PublicStage::Handling,
            StageKind::PausedForApplicant | StageKind::PausedForFee => PublicStage::Waiting,
            StageKind::ResultReady => PublicStage::Ready,
            StageKind::Returned | StageKind::Refused | StageKind::Withdrawn | StageKind::Stopped => {
                PublicStage::Closed
            }
        }
    }
}

typed::keyed! {
    /// What anybody with the code may know (clause I.2.d): five names, nothing finer.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum PublicStage {
        Received = "received",
        Handling = "handling",
        Waiting = "waiting",
        Ready = "ready",
        Closed = "closed",
    }
}

impl PublicStage {
    pub fn name(self, language: Language) -> &'static str {
        let (vi, en) = match self {
            PublicStage::Received => ("Đã tiếp nhận", "Received"),
            PublicStage::Handling => ("Đang giải quyết", "Being handled"),
            PublicStage::Waiting => ("Đang tạm dừng", "Paused"),
            PublicStage::Ready => ("Đã có kết quả", "Result ready"),
            PublicStage::Closed => ("Đã kết thúc", "Closed"),
        };
        language.pick(vi, en)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_decided_is_through_whichever_steps_were_left_out() {
        for stage in [StageKind::ResultReady, StageKind::Returned] {
            assert_eq!(stage.progress(2, 3), (2, 2));
        }
        for stage in [StageKind::Processing, StageKind::Withdrawn, StageKind::Refused] {
            assert_eq!(stage.progress(2, 3), (2, 3));
        }
    }
}
