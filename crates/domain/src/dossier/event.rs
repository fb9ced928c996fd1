use crate::agency::{AgencyId, UnitKey};
use crate::code::DossierCode;
use crate::deadline::Limit;
use crate::dossier::asked::AtFault;
use crate::dossier::clock::{Basis, Owed};
use crate::dossier::contact::ContactMeans;
use crate::dossier::delivery::Delivery;
use crate::dossier::filed::{Filed, IdentityPaper};
use crate::dossier::involved::Involvement;
use crate::dossier::issued::IssuedResult;
use crate::dossier::late::LateCause;
use crate::dossier::link::Main;
use crate::dossier::looked_up::StateDatabase;
use crate::dossier::outcome::Outcome;
use crate::dossier::paper::{FileFact, PaperGiven};
use crate::dossier::party::{Parties, PartyPart};
use crate::dossier::pinned::Pinned;
use crate::dossier::reason_code::ReasonCode;
use crate::dossier::reference::Reference;
use crate::dossier::stage::{Left, Request};
use crate::dossier::wait::Awaited;
use crate::officer::{AccountId, StoredActor};
use crate::procedure::Channel;
use crate::time::Instant;
use forms::Answers;
use process::Moved;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use std::collections::BTreeMap;

/// One event in its place: the `sequence`-th of its dossier, starting at 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    pub sequence: u32,
    pub at: Instant,
    pub by: StoredActor,
    pub event: Event,
}

/// A fact, with the private part that can be erased while the fact stays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    pub fact: Fact,
    pub private: Private,
}

impl Event {
    pub fn with(fact: Fact, private: Private) -> Event {
        Event { fact, private }
    }
}

impl From<Fact> for Event {
    fn from(fact: Fact) -> Event {
        Event { fact, private: Private::default() }
    }
}

/// Personal data and free words of an event. Only ever grows by new optional fields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Private {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parties: Option<Parties>,
    #[serde(default, skip_serializing_if = "Answers::is_empty")]
    pub answers: Answers,
    /// File names by file key.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub file_names: BTreeMap<i64, String>,
    /// Reasons, requests and remarks as written.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// Why the applicant was asked once more, and not for all of it before.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why_again: String,
    /// What proves what was found.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub proof: String,
    /// Who took the result.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub recipient: String,
    /// What was put right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrected: Option<Corrected>,
    /// For each movement of a process, the values that were worked out or are carried, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<BTreeMap<String, Json>>,
}

/// A slip as it stood, as it is to be, and what shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Corrected {
    pub before: String,
    pub after: String,
    pub proof: String,
}

/// Something of a dossier that can be put right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Particular {
    Owner(PartyPart),
    Submitter(PartyPart),
    Answer { question: String },
}

impl Private {
    pub fn words(words: impl Into<String>) -> Private {
        Private { words: words.into(), ..Private::default() }
    }

    pub fn is_empty(&self) -> bool {
        *self == Private::default()
    }
}

impl Fact {
    /// The number of the document it rests on, which whoever is told of it is told too.
    pub fn document(&self) -> Option<&str> {
        match self {
            Fact::CompletionAsked { document, .. }
            | Fact::Refused { document, .. }
            | Fact::PausedForApplicant { document, .. }
            | Fact::PausedForFee { document, .. }
            | Fact::Extended { document, .. }
            | Fact::Decided { document, .. }
            | Fact::Stopped { document, .. } => {
                Some(document).filter(|document| !document.is_empty()).map(String::as_str)
            }
            _ => None,
        }
    }

    /// What the applicant is asked for by it.
    pub fn request(&self) -> Option<&Request> {
        match self {
            Fact::CompletionAsked { request, .. } | Fact::PausedForApplicant { request, .. } => Some(request),
            _ => None,
        }
    }

    /// The stored files it speaks of.
    pub fn files(&self) -> Vec<&FileFact> {
        match self {
            Fact::Submitted { papers, .. } | Fact::Completed { papers, .. } => {
                papers.iter().filter_map(|paper| paper.file.as_ref()).collect()
            }
            Fact::LinkedAnswered { result, .. } | Fact::Decided { result, .. } => result.iter().collect(),
            Fact::CompletionAsked { .. }
            | Fact::RequestJudged { .. }
            | Fact::Accepted { .. }
            | Fact::Numbered { .. }
            | Fact::Refused { .. }
            | Fact::HandedOver { .. }
            | Fact::StepStarted { .. }
            | Fact::StepFinished { .. }
            | Fact::SentBack { .. }
            | Fact::StepDropped { .. }
            | Fact::ProcessMoved { .. }
            | Fact::Awaited { .. }
            | Fact::EventHappened { .. }
            | Fact::LinkedRecalled { .. }
            | Fact::PassedOn {}
            | Fact::Recalled {}
            | Fact::Assigned { .. }
            | Fact::Released { .. }
            | Fact::BecameLate { .. }
            | Fact::LateExplained { .. }
            | Fact::Involved { .. }
            | Fact::Uninvolved { .. }
            | Fact::MessageSent { .. }
            | Fact::Remarked {}
            | Fact::Contacted { .. }
            | Fact::LookedUp { .. }
            | Fact::PausedForApplicant { .. }
            | Fact::PausedForFee { .. }
            | Fact::Resumed { .. }
            | Fact::Extended { .. }
            | Fact::DueRecalculated { .. }
            | Fact::OwnDatesRecalculated { .. }
            | Fact::ProcessChanged { .. }
            | Fact::Returned { .. }
            | Fact::Withdrawn { .. }
            | Fact::Stopped { .. }
            | Fact::Corrected { .. }
            | Fact::AccountJoined { .. } => Vec::new(),
        }
    }
}

/// The due moment of the running step of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepDue {
    pub token: u32,
    pub due: Instant,
}

/// What happened. Stored for decades: every form here has a line in `tests/golden/events.jsonl`; a field may
/// be added as optional, never renamed, never given another meaning. Outcomes are stored, so that replaying
/// needs no rule and no calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "fact")]
pub enum Fact {
    /// A dossier was handed in on some channel. Private: parties, answers, file names.
    Submitted {
        reference: Reference,
        channel: Channel,
        pinned: Pinned,
        receiving: AgencyId,
        competent: AgencyId,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        helped_by: Option<AgencyId>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        account: Option<AccountId>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        external_code: Option<String>,
        /// The case of the procedure the applicant chose, in the words of the pinned version.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        case: Option<String>,
        /// What it is part of, where another agency's dossier asked for it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        main: Option<Main>,
        papers: Vec<PaperGiven>,
        delivery: Delivery,
        /// Until when the agency must answer.
        answer_by: Instant,
        #[serde(default, skip_serializing_if = "Filed::is_empty")]
        filed: Filed,
    },
    /// The applicant was asked to complete the file before acceptance (form 02). Private: words.
    CompletionAsked {
        request: Request,
        /// Its number, where it has one.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        document: String,
    },
    /// Whose fault it was that the file had to be completed, found by another than who asked. Private: words, proof.
    RequestJudged { round: u32, fault: AtFault },
    /// The applicant completed the file. Private: words, file names.
    Completed {
        papers: Vec<PaperGiven>,
        /// Before acceptance: until when the agency must answer again.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        answer_by: Option<Instant>,
    },
    /// Taken in as complete (form 01); the legal limit runs.
    Accepted {
        /// The moment it counts as arrived.
        arrival: Instant,
        limit: Limit,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due: Option<Instant>,
        hand_over_by: Instant,
        steps_total: u32,
    },
    /// The legal code was given.
    Numbered { code: DossierCode },
    /// Not taken in (form 03). Private: words.
    Refused {
        /// Its number, where it has one.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        document: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason_code: Option<ReasonCode>,
    },
    /// Passed from one division to another.
    HandedOver {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<UnitKey>,
        to: UnitKey,
    },
    StepStarted {
        step: String,
        unit: UnitKey,
        due: Instant,
        /// The token whose work it is; only what began before lists were drawn has none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        token: Option<u32>,
    },
    /// Private: words.
    StepFinished {
        step: String,
        /// How it turned out, where the process names outcomes: one of their keys.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        outcome: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        token: Option<u32>,
        /// Why it took longer than it was allotted, if it did.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        late: Option<LateCause>,
    },
    /// A running step was not done: an earlier one is to be done once more. Private: words.
    SentBack {
        step: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        token: Option<u32>,
        to: String,
        /// The finished steps that are undone by it, by their places in the order they were finished, from 0.
        undone: Vec<u32>,
        /// The numbers of the linked dossiers whose answers are undone by it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        linked: Vec<u32>,
        /// By the drawing it comes there only by a way back that was taken this often, and no more: a head decided it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        past: Option<u32>,
    },
    /// A running step is no longer needed: the process went on without it.
    StepDropped { step: String, token: u32 },
    /// Tokens of the process moved, in this order. Private: the values rules worked out and tokens carry.
    ProcessMoved { moves: Vec<Moved> },
    /// A process waits for something, for the first time or anew.
    Awaited { token: u32, event: String, unit: UnitKey, what: Awaited },
    /// What a process waited for happened. Private: words.
    EventHappened { token: u32, event: String },
    /// What another agency was asked for was answered. Private: words, file names.
    LinkedAnswered {
        number: u32,
        event: String,
        outcome: Outcome,
        document: String,
        /// On another way than by the linked dossier.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        outside: bool,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        result: Option<FileFact>,
    },
    /// What another agency was asked for is no longer needed.
    LinkedRecalled { number: u32 },
    /// A linked dossier went back to the main one with what was decided.
    PassedOn {},
    /// A linked dossier is no longer needed.
    Recalled {},
    /// A running step was given to an officer.
    Assigned {
        officer: AccountId,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        token: Option<u32>,
    },
    /// Nobody has a running step any more.
    Released {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        token: Option<u32>,
    },
    /// A colleague was asked to support the handling or to follow it.
    Involved { officer: AccountId, how: Involvement },
    /// A colleague no longer supports or follows it.
    Uninvolved { officer: AccountId },
    /// The process tells the applicant what an element of its drawing is called.
    MessageSent { event: String },
    /// Somebody wrote down an opinion. Private: words.
    Remarked {},
    /// The applicant was turned to, with no request. Private: words.
    Contacted {
        means: ContactMeans,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason_code: Option<ReasonCode>,
    },
    /// A database of the state was asked. Private: words.
    LookedUp {
        database: StateDatabase,
        found: bool,
        /// What need not be brought for it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        paper: Option<PaperGiven>,
    },
    /// The clock stopped so that the applicant may complete the file. Private: words.
    PausedForApplicant { request: Request, document: String, left: Left },
    /// The clock stopped until a financial obligation is met. Private: words.
    PausedForFee { amount: u64, document: String, left: Left },
    /// The clock runs again.
    Resumed {
        /// The date that was promised before the clock stopped.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<Instant>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due: Option<Instant>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        basis: Option<Basis>,
        /// Of the running step, where it has no token.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        step_due: Option<Instant>,
        /// Of each running step that has one.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        steps: Vec<StepDue>,
        /// What the law still owes; nothing where it had ended before the clock stopped.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        owed: Option<Owed>,
    },
    /// Apologised, and a new date set (form 04). Private: words.
    Extended {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<Instant>,
        to: Instant,
        document: String,
        /// Whether the apology came too late.
        late: bool,
    },
    /// The law's time is over and it is in hand: written down on that day.
    BecameLate {
        /// By when the law wanted it.
        due: Instant,
        /// What the program could tell of why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cause: Option<LateCause>,
    },
    /// Whoever had it said why it is late. Private: words.
    LateExplained { cause: LateCause },
    /// The calendar changed, and with it the date.
    DueRecalculated { from: Instant, to: Instant },
    /// The calendar changed, and with it the agency's own dates. Only those that moved are named.
    OwnDatesRecalculated {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        answer_by: Option<Instant>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        hand_over_by: Option<Instant>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        step_due: Option<Instant>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        steps: Vec<StepDue>,
        /// The legal date, where an apology has set another to be promised.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        legal: Option<Instant>,
    },
    /// It goes on by another version of its process, at the step it was at, which is the work of this token there.
    ProcessChanged {
        version: u32,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        token: Option<u32>,
        steps_total: u32,
        /// Who answers for it.
        decided_by: AccountId,
    },
    /// The matter was decided. Private: words, file names.
    Decided {
        outcome: Outcome,
        document: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        result: Option<FileFact>,
        #[serde(default, skip_serializing_if = "IssuedResult::is_empty")]
        issued: IssuedResult,
        /// Of a limit in hours or the same day: the working minutes left of the law's time, less than none where it was over.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        margin: Option<i32>,
        /// Working days from the acceptance, without lawful pauses.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        took: Option<u32>,
    },
    /// The result reached the applicant. Private: recipient.
    Returned { how: Delivery },
    /// The applicant took it back. Private: words.
    Withdrawn {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason_code: Option<ReasonCode>,
    },
    /// Handling was stopped. Private: words.
    Stopped {
        document: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason_code: Option<ReasonCode>,
    },
    /// A clerical slip was put right. Private: as it was and as it is, what shows it, words.
    Corrected {
        what: Particular,
        /// The paper that tells who the owner is, where that was put right.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        document: Option<IdentityPaper>,
    },
    /// An account was joined to the dossier.
    AccountJoined {
        account: AccountId,
        /// By an officer who checked the person's papers; otherwise by the one-time code.
        by_officer: bool,
    },
}
