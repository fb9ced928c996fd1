//! The dossier: what it is, what may be done with it, what each fact means.

mod acts;
mod course;
mod event;
mod evolve;
mod involved;
mod late;
mod linked;
mod onward;
mod party;
mod react;
mod refusal;
mod rights;
mod stage;
mod view;
mod waiting;

pub use acts::{
    Accept, Act, AskCompletion, Assign, ChangeProcess, Command, Complete, Context, Decide, Effect, Extend,
    FileDossier, FinishStep, HandOver, Involve, JoinAccount, Kind, NoteAnswer, Offer, Pause, PauseFor,
    Recalculate, Recall, Receive, Refuse, Release, Remark, Resume, Return, SendBack, Stop, TimeCame,
    Unplaced, Withdraw, decide, file, offers, place, receivable, steps_back,
};
pub use course::Course;
pub use event::{Event, Fact, Private, Record, StepDue};
pub use evolve::{evolve, replay};
pub use involved::{Involved, Involvement};
pub use late::LateCause;
pub use linked::{Answer, Linked, Main};
pub(crate) use onward::sends_message;
pub use party::{Parties, Party, PartyKind};
pub use react::{Followup, Notice, react};
pub use refusal::Refusal;
pub use rights::{may_open, step_at_hand};
pub use stage::{PublicStage, Stage, StageKind, WhoseClock};
pub use view::{known_names, names, values};
pub use waiting::{Awaited, Wait};

use crate::agency::{AgencyId, UnitKey};
use crate::code::DossierCode;
use crate::deadline::Limit;
use crate::officer::AccountId;
use crate::procedure::{Channel, ProcedureCode};
use crate::rules::PackId;
use crate::time::Instant;
use forms::Answers;
use process::{Marking, Moved};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Our own key of a dossier; never shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DossierId(pub i64);

/// What an applicant holds from the moment of sending: unguessable, and the dossier's address.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Reference(String);

impl Reference {
    /// Sixteen letters and digits without look-alikes: 80 bits of `random`.
    pub fn from_random(random: [u8; 10]) -> Reference {
        const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        let bits = random.iter().fold(0u128, |bits, byte| bits << 8 | u128::from(*byte));
        let letter = |place: usize| ALPHABET[(bits >> (75 - 5 * place) & 31) as usize] as char;
        Reference((0..16).map(letter).collect())
    }

    /// Reads a reference as people type it: small letters, blanks and dashes are forgiven.
    pub fn parse(text: &str) -> Option<Reference> {
        let text: String = text
            .chars()
            .filter(|letter| !letter.is_whitespace() && *letter != '-')
            .map(|letter| match letter.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            })
            .collect();
        let right = text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_alphanumeric() && byte != b'U');
        right.then_some(Reference(text))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// In groups of four, as it is printed.
    pub fn grouped(&self) -> String {
        let letters: Vec<char> = self.0.chars().collect();
        letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
    }
}

impl std::fmt::Display for Reference {
    fn fmt(&self, to: &mut std::fmt::Formatter) -> std::fmt::Result {
        to.write_str(&self.0)
    }
}

/// The versions a dossier was filed under. A change in the catalogue never rewrites an old dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pinned {
    pub procedure: ProcedureCode,
    pub version: u32,
    pub process_version: u32,
    pub pack: PackId,
}

/// A paper as handed in: what it is of, how many, and the file if there is one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperGiven {
    /// The paper of the procedure it answers, or `other`.
    pub paper: String,
    pub originals: u32,
    pub copies: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<FileFact>,
}

/// What the record keeps of a stored file; its name is private and kept apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileFact {
    /// Our key of the stored file.
    pub id: i64,
    pub media: String,
    pub bytes: u64,
    /// SHA-256 of the content, in hexadecimal.
    pub sha256: String,
}

/// How and where the result goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Delivery {
    /// Collected at the counter that received the dossier.
    #[default]
    Counter,
    /// Sent to the applicant's address by public post.
    Post,
    /// Received on the portal.
    Online,
}

impl Delivery {
    pub const ALL: [Delivery; 3] = [Delivery::Counter, Delivery::Post, Delivery::Online];

    pub const fn key(self) -> &'static str {
        match self {
            Delivery::Counter => "counter",
            Delivery::Post => "post",
            Delivery::Online => "online",
        }
    }

    pub fn parse(key: &str) -> Option<Delivery> {
        Delivery::ALL.into_iter().find(|delivery| delivery.key() == key)
    }

    pub fn name(self, language: crate::Language) -> &'static str {
        let (vi, en) = match self {
            Delivery::Counter => ("Nhận tại quầy đã nộp", "Collect at the counter"),
            Delivery::Post => ("Gửi về địa chỉ của tôi qua bưu chính", "By post to my address"),
            Delivery::Online => ("Nhận trên Cổng Dịch vụ công", "Receive on this portal"),
        };
        language.pick(vi, en)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    Granted,
    Denied,
}

impl Outcome {
    pub const ALL: [Outcome; 2] = [Outcome::Granted, Outcome::Denied];

    pub const fn key(self) -> &'static str {
        match self {
            Outcome::Granted => "granted",
            Outcome::Denied => "denied",
        }
    }

    pub fn parse(key: &str) -> Option<Outcome> {
        Outcome::ALL.into_iter().find(|outcome| outcome.key() == key)
    }
}

/// The deadline ledger: original, current, and what the current date counts from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock {
    /// The limit of the procedure on this channel.
    pub limit: Limit,
    /// The date promised on the receipt.
    pub original: Option<Instant>,
    pub current: Option<Instant>,
    pub basis: Basis,
}

/// Where the current date comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "basis")]
pub enum Basis {
    /// So much counted from then.
    Counted { from: Instant, limit: Limit },
    /// A date set by hand, with an apology.
    Set,
}

/// A step now running.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunningStep {
    pub id: String,
    /// The token whose work it is, where the process is drawn.
    pub token: Option<u32>,
    pub unit: UnitKey,
    /// The officer who has it.
    pub assignee: Option<AccountId>,
    pub started: Instant,
    pub due: Instant,
    /// What was left when it last went on after a pause; nothing when it never paused.
    pub rest: Option<Rest>,
}

/// So many working minutes counted from then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rest {
    pub from: Instant,
    pub minutes: u32,
}

/// A financial obligation the handling waited for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Obligation {
    /// In đồng.
    pub amount: u64,
    /// The number of the document it rests on.
    pub document: String,
    /// What it is for.
    pub words: String,
    pub asked_at: Instant,
    /// When handling went on because it was met.
    pub met_at: Option<Instant>,
}

/// A step that was finished.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoneStep {
    pub id: String,
    pub token: Option<u32>,
    pub outcome: Option<String>,
    pub unit: UnitKey,
    /// Who finished it, and in whose place.
    pub by: Option<AccountId>,
    pub stands_for: Option<AccountId>,
    pub started: Instant,
    pub due: Instant,
    pub finished: Instant,
    /// Why it took longer than it was allotted, if it did.
    pub late: Option<LateCause>,
    /// It, or what came before it, was sent back since.
    pub undone: bool,
}

/// A dossier as its events tell it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dossier {
    pub id: DossierId,
    /// The number of events so far.
    pub sequence: u32,
    pub reference: Reference,
    pub code: Option<DossierCode>,
    /// The code another system knows it by.
    pub external_code: Option<String>,
    /// What it is part of, where it was opened for a dossier of another agency.
    pub main: Option<Main>,
    /// The case of the procedure it falls under, where the applicant chose one.
    pub case: Option<String>,
    pub channel: Channel,
    pub pinned: Pinned,
    /// The agency that received it; it also returns the result.
    pub receiving: AgencyId,
    /// The agency that decides.
    pub competent: AgencyId,
    /// Where somebody helped the applicant to file it, if elsewhere.
    pub helped_by: Option<AgencyId>,
    pub account: Option<AccountId>,
    /// Nothing when the personal data was erased.
    pub parties: Option<Parties>,
    pub answers: Answers,
    pub papers: Vec<PaperGiven>,
    /// File names by file key, as they were uploaded.
    pub file_names: BTreeMap<i64, String>,
    pub delivery: Delivery,
    pub stage: Stage,
    pub submitted_at: Instant,
    pub accepted_at: Option<Instant>,
    pub clock: Option<Clock>,
    pub hand_over_by: Option<Instant>,
    /// How often the applicant was asked to complete the file.
    pub completion_rounds: u32,
    pub extensions: u32,
    /// What runs now, the oldest first; several at once only where a drawing says so.
    pub steps: Vec<RunningStep>,
    /// What its process waits for besides.
    pub waits: Vec<Wait>,
    /// What other agencies were asked for, in that order.
    pub linked: Vec<Linked>,
    /// Colleagues who were asked to support or to follow, also those who no longer do.
    pub involved: Vec<Involved>,
    pub steps_done: Vec<DoneStep>,
    pub steps_total: u32,
    /// Where its process stands, if it is drawn, and how it came there.
    pub marking: Marking,
    pub moves: Vec<Moved>,
    /// Divisions that have had it: they may go on seeing it.
    pub units: BTreeSet<UnitKey>,
    /// The money track: what the applicant was last asked to pay.
    pub obligation: Option<Obligation>,
    pub outcome: Option<Outcome>,
    /// The result as a file.
    pub result: Option<FileFact>,
    pub finished_at: Option<Instant>,
    pub returned_at: Option<Instant>,
}

impl Dossier {
    /// The running step of a token; without one, that of a process which is not drawn.
    pub fn step(&self, token: Option<u32>) -> Option<&RunningStep> {
        self.steps.iter().find(|step| step.token == token)
    }

    /// What is waited for at a token, by the element that says so.
    pub fn wait(&self, token: u32, event: &str) -> Option<&Wait> {
        self.waits.iter().find(|wait| wait.token == token && wait.event == event)
    }

    /// How many steps are done; what is done twice counts once.
    pub fn steps_finished(&self) -> u32 {
        let done = self.steps_done.iter().filter(|done| !done.undone);
        done.map(|done| done.id.as_str()).collect::<BTreeSet<&str>>().len() as u32
    }

    pub fn due(&self) -> Option<Instant> {
        self.clock.as_ref().and_then(|clock| clock.current)
    }

    /// What the open question to the applicant asks for.
    pub fn asked(&self) -> Option<&stage::Request> {
        match &self.stage {
            Stage::AwaitingCompletion { request } | Stage::PausedForApplicant { request, .. } => {
                Some(request)
            }
            _ => None,
        }
    }
}

pub use stage::{Left, Request, StepMinutes, TimerMinutes};
