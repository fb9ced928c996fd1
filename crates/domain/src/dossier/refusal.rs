//! What an act may be refused for, and at which of its fields that is told; the sentences stand in `words`.

mod words;

use crate::dossier::outcome::Outcome;
use crate::dossier::stage::StageKind;
use crate::dossier::state::Dossier;
use crate::dossier::step::RunningStep;
use crate::dossier::unplaced::Unplaced;
use crate::officer::Role;
use crate::time::Instant;
use forms::Text;
use jiff::civil::Date;

/// Why the law, or the division of work, says no. Each is one sentence in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The act does not fit where the dossier stands.
    WrongStage {
        stage: StageKind,
    },
    /// The act belongs to another role.
    NotYourRole {
        role: Role,
    },
    /// Another agency receives or decides this dossier.
    NotYourAgency,
    /// Another division has it now.
    NotYourUnit,
    /// A colleague has taken the running step.
    TakenByColleague,
    /// Nobody has taken the running step.
    NobodyHasIt,
    /// The step is not among those that run now.
    StepNotRunning,
    /// Nothing is done now: something is waited for.
    NothingRuns,
    /// Who did the one step must not do the other; or the same once more, where it is done for each of several.
    DutiesApart {
        done: Text,
    },
    /// The applicant's own act.
    OnlyTheApplicant,
    /// No agency takes this procedure online here.
    NotOnline,
    /// Papers that must come with an online filing are missing.
    PapersMissing {
        papers: Vec<String>,
    },
    /// The act needs its reason in words.
    ReasonMissing,
    /// A request must name what is missing.
    NothingAsked,
    /// A completion must bring a paper or an explanation.
    NothingGiven,
    /// The act rests on a document, and its number is missing.
    DocumentMissing,
    AmountMissing,
    /// The date was already re-set as often as the law allows.
    AlreadyExtended {
        times: u32,
    },
    /// This procedure has no computed date to extend.
    NoDueDate,
    /// The new date must come after the one in force.
    DateNotLater {
        current: Instant,
    },
    DateNotWorking,
    /// The day until when the applicant is to complete the file has passed.
    CompletionDatePast,
    /// It is no working day of the counter; this is the next one.
    CompletionDateOff {
        day: Date,
        next: Date,
    },
    /// The running step is not the last: it is finished, not decided.
    NotTheLastStep,
    /// By what its ways mean the step cannot end the process so.
    OtherDecision {
        decided: Outcome,
    },
    /// The running step is the last: it ends with the decision.
    LastStepDecides,
    /// The process does not wait for this, or no longer.
    NotAwaited,
    /// This officer cannot support or follow it.
    CannotBeInvolved,
    NotInvolved,
    OpinionMissing,
    /// What another agency answered is not said.
    AnswerMissing,
    /// Of a linked dossier: who leads the main one does it there.
    OfTheMainDossier,
    /// The moment of a time the process is to wait for cannot be worked out.
    TimeUnclear {
        at: Text,
    },
    /// At a choice of the process no condition holds.
    NoWayOn {
        at: Text,
    },
    /// What a step is to be done for is no list, or far too long a one.
    ProcessStuck {
        at: Text,
    },
    /// The step turns out in one of the ways its process names, and none was chosen.
    OutcomeNotChosen,
    /// The step is late, and nobody said why.
    LateCauseMissing,
    /// It is late for another cause than those there are, and that was not written.
    LateReasonMissing,
    /// What was found of a request, in words.
    FindingMissing,
    /// It has no plain place in the other version of its process.
    Unplaced {
        why: Unplaced,
    },
    /// No step before this one can be done again, or not the one that was named.
    NoStepBack,
    /// The drawing leads there only by a way back that is used up, and only a head stands above that.
    BackUsedUp {
        to: Text,
        times: u32,
    },
    /// The chosen officer cannot do the running step.
    CannotBeAssigned,
    /// The applicant receives the result on the portal, so it needs a file.
    ResultFileMissing,
    /// The result is to be taken at the counter or comes by post.
    NotDeliveredOnline,
    RecipientMissing,
    AlreadyJoined,
    /// This procedure version has no internal steps.
    NoProcess,
    /// The procedure has several limits for this way of filing, and none of them was chosen.
    LimitNotChosen,
    /// The receiving agency has no code in force, so no dossier can be numbered.
    NoAgencyCode,
    /// Dates are counted anew by the program alone, when a calendar changed.
    OnlyTheProgram,
    /// The calendar gives the same date.
    SameDate,
    /// The dossier has nothing like it to put right.
    NoSuchParticular,
    /// It stands there so already, or nothing was written.
    NothingCorrected,
    /// Name and number of one person are not both put right.
    NameAndNumber,
    /// There is no number: only the name says who it is.
    NoNumber,
    /// Number and kind of paper do not fit each other.
    OtherPaper,
    /// A person is no organisation, nor the other way round.
    PersonOrOrganisation,
    /// The process has gone by this answer.
    AnswerUsed,
    /// Another agency was asked for something, and sent the answers.
    AnswerSent,
    /// The applicant was asked before, and nobody said why not for all of it.
    WhyAgainMissing {
        times: u32,
    },
    /// The procedure knows no obligation by law that is waited for.
    NoObligation,
    /// A denial needs its document.
    DenialFileMissing,
    /// Which request is judged is not said.
    RequestNotChosen,
    /// It has been found whose fault the request was.
    RequestJudged,
    /// Whoever asked must not judge it.
    OwnRequest,
    /// Whose fault it was is not said.
    FaultNotChosen,
    /// What proves it is not named.
    ProofMissing,
    /// Several things are wrong with what was filled in, each to be told at its field.
    Several(Vec<Refusal>),
}

/// What of an act a refusal is about, so that its sentence stands beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusalTarget {
    Words,
    Papers,
    Document,
    Day,
    Amount,
    Limit,
    Outcome,
    LateCause,
    LateWords,
    Step,
    Awaited,
    Officer,
    Recipient,
    File,
    Particular,
    Correction,
    Proof,
    /// Why the applicant is asked once more.
    WhyAgain,
    /// Until when.
    By,
    Fault,
    Round,
}

impl Refusal {
    /// Nothing where it is about the act as a whole.
    pub fn about(&self) -> Option<RefusalTarget> {
        match self {
            Refusal::ReasonMissing
            | Refusal::FindingMissing
            | Refusal::OpinionMissing
            | Refusal::NothingAsked
            | Refusal::NothingGiven => Some(RefusalTarget::Words),
            Refusal::LimitNotChosen => Some(RefusalTarget::Limit),
            Refusal::OutcomeNotChosen | Refusal::OtherDecision { .. } | Refusal::AnswerMissing => {
                Some(RefusalTarget::Outcome)
            }
            Refusal::LateCauseMissing => Some(RefusalTarget::LateCause),
            Refusal::LateReasonMissing => Some(RefusalTarget::LateWords),
            Refusal::NoStepBack | Refusal::BackUsedUp { .. } => Some(RefusalTarget::Step),
            Refusal::NotAwaited => Some(RefusalTarget::Awaited),
            Refusal::DocumentMissing => Some(RefusalTarget::Document),
            Refusal::ProofMissing => Some(RefusalTarget::Proof),
            Refusal::WhyAgainMissing { .. } => Some(RefusalTarget::WhyAgain),
            Refusal::CompletionDatePast | Refusal::CompletionDateOff { .. } => Some(RefusalTarget::By),
            Refusal::FaultNotChosen => Some(RefusalTarget::Fault),
            Refusal::RequestNotChosen | Refusal::RequestJudged | Refusal::OwnRequest => {
                Some(RefusalTarget::Round)
            }
            Refusal::AmountMissing => Some(RefusalTarget::Amount),
            Refusal::DateNotLater { .. } | Refusal::DateNotWorking => Some(RefusalTarget::Day),
            Refusal::RecipientMissing => Some(RefusalTarget::Recipient),
            Refusal::CannotBeAssigned | Refusal::CannotBeInvolved | Refusal::NotInvolved => {
                Some(RefusalTarget::Officer)
            }
            Refusal::ResultFileMissing | Refusal::DenialFileMissing => Some(RefusalTarget::File),
            Refusal::NoSuchParticular
            | Refusal::NameAndNumber
            | Refusal::NoNumber
            | Refusal::AnswerUsed
            | Refusal::AnswerSent => Some(RefusalTarget::Particular),
            Refusal::NothingCorrected | Refusal::OtherPaper | Refusal::PersonOrOrganisation => {
                Some(RefusalTarget::Correction)
            }
            _ => None,
        }
    }

    /// What stands against an act, each thing that is told at a field of its own.
    pub fn parts(&self) -> &[Refusal] {
        match self {
            Refusal::Several(parts) => parts,
            one => std::slice::from_ref(one),
        }
    }
}

/// All that is wrong with what was filled in, at once.
pub(super) fn all_of(checks: impl IntoIterator<Item = Result<(), Refusal>>) -> Result<(), Refusal> {
    let mut parts: Vec<Refusal> = Vec::new();
    for refusal in checks.into_iter().filter_map(Result::err) {
        parts.extend_from_slice(refusal.parts());
    }
    match parts.len() {
        0 => Ok(()),
        1 => Err(parts.remove(0)),
        _ => Err(Refusal::Several(parts)),
    }
}

/// What must be written down.
pub(super) fn written(text: &str, otherwise: Refusal) -> Result<(), Refusal> {
    if text.is_empty() { Err(otherwise) } else { Ok(()) }
}

impl Dossier {
    pub(crate) fn wrong_stage(&self) -> Refusal {
        Refusal::WrongStage { stage: self.stage.kind() }
    }

    /// The running step of a token, which must be there.
    pub(crate) fn running(&self, token: Option<u32>) -> Result<&RunningStep, Refusal> {
        let missing = || match (self.steps.is_empty(), &self.stage) {
            (true, super::Stage::Processing) => Refusal::NothingRuns,
            (true, _) => self.wrong_stage(),
            (false, _) => Refusal::StepNotRunning,
        };
        self.step(token).ok_or_else(missing)
    }
}
