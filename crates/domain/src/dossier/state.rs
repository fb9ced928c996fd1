//! A dossier as its events tell it.

use super::apology::Apology;
use super::asked::CompletionRequest;
use super::clock::DossierClock;
use super::contact::ContactMade;
use super::delivery::Delivery;
use super::event::Particular;
use super::filed::Filed;
use super::involved::{Involved, Involvement};
use super::issued::IssuedResult;
use super::late::Lateness;
use super::link::{Linked, Main};
use super::looked_up::LookedUp;
use super::outcome::Outcome;
use super::paper::{FileFact, PaperGiven};
use super::party::{Parties, Party};
use super::pinned::Pinned;
use super::reason_code::ReasonCode;
use super::reference::{DossierId, Reference};
use super::stage::{Request, Stage};
use super::step::{DoneStep, RunningStep};
use super::wait::Wait;
use crate::agency::{AgencyId, UnitKey};
use crate::calendar::Calendar;
use crate::code::DossierCode;
use crate::deadline::{Timeliness, by_margin, margin, timeliness};
use crate::officer::{AccountId, Officer};
use crate::procedure::Channel;
use crate::time::Instant;
use forms::Answers;
use process::{Marking, Moved, State, Token};
use std::collections::{BTreeMap, BTreeSet};

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
    pub clock: Option<DossierClock>,
    pub hand_over_by: Option<Instant>,
    /// How often the applicant was asked to complete the file.
    pub completion_rounds: u32,
    /// Each time, with what was found of it since.
    pub requests: Vec<CompletionRequest>,
    pub extensions: u32,
    /// Each apology for a date that was set again.
    pub apologies: Vec<Apology>,
    /// When the clock stopped, while it stands.
    pub paused_at: Option<Instant>,
    /// What stopped the clock, and is over.
    pub pauses: Vec<LawfulPause>,
    /// What runs now, the oldest first; several at once only where the drawing says so.
    pub steps: Vec<RunningStep>,
    /// What its process waits for besides.
    pub waits: Vec<Wait>,
    /// What other agencies were asked for, in that order.
    pub linked: Vec<Linked>,
    /// Colleagues who were asked to support or to follow, also those who no longer do.
    pub involved: Vec<Involved>,
    pub steps_done: Vec<DoneStep>,
    pub steps_total: u32,
    /// Where its process stands, and how it came there.
    pub marking: Marking,
    pub moves: Vec<Moved>,
    /// Divisions that have had it: they may go on seeing it.
    pub units: BTreeSet<UnitKey>,
    /// The money track: what the applicant was last asked to pay.
    pub obligation: Option<Obligation>,
    pub outcome: Option<Outcome>,
    /// The result as a file.
    pub result: Option<FileFact>,
    /// When the clock had stopped in time, where it ended so, withdrawn or stopped.
    pub ended_paused_at: Option<Instant>,
    /// Working minutes left of the law's time when it was decided, where that is counted by them.
    pub margin: Option<i32>,
    /// Working days from its acceptance to the decision, without lawful pauses.
    pub took: Option<u32>,
    /// How the result was issued.
    pub issued: IssuedResult,
    pub finished_at: Option<Instant>,
    pub returned_at: Option<Instant>,
    /// It went on by another version of its process.
    pub process_changed: bool,
    /// What of it was put right, in that order.
    pub corrected: Vec<Particular>,
    /// Contacts with the applicant beside the requests, in that order.
    pub contacts: Vec<ContactMade>,
    /// Databases that were asked, in that order.
    pub looked_up: Vec<LookedUp>,
    /// How it came in.
    pub filed: Filed,
    /// That it became late, as it was noted on the day.
    pub late: Option<Lateness>,
    /// Why it was not taken in, withdrawn or stopped, where that was said in one word.
    pub ended_because: Option<ReasonCode>,
}

/// A pause that began before the law's time had ended, and so took none of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LawfulPause {
    pub from: Instant,
    pub to: Instant,
}

impl Dossier {
    /// The running step of a token; without one, the only step that runs.
    pub fn step(&self, token: Option<u32>) -> Option<&RunningStep> {
        match (token, self.steps.as_slice()) {
            (None, [only]) => Some(only),
            _ => self.steps.iter().find(|step| step.token == token),
        }
    }

    /// Of what is done for each of several, the token of the whole that a token is, or was, one of.
    pub fn one_of_several(&self, token: u32) -> Option<u32> {
        let entered = |id: u32| {
            let mut all = self.moves.iter().rev().flat_map(|moved| &moved.entered);
            all.find(|token| token.id == id)
        };
        let around = |token: &&Token| entered(token.within).filter(|outer| outer.id != token.id);
        let mut all = std::iter::successors(entered(token), around);
        all.find(|token| matches!(token.state, State::Each { .. })).map(|token| token.id)
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

    /// The date promised now.
    pub fn due(&self) -> Option<Instant> {
        self.clock.as_ref().and_then(|clock| clock.current)
    }

    /// What stands there, of what can be put right; nothing where there is no such thing, or it was erased.
    pub fn particular(&self, what: &Particular) -> Option<String> {
        match what {
            Particular::Answer { question } => self.answers.get(question).cloned(),
            Particular::Owner(part) | Particular::Submitter(part) => self.whose(what).map(|of| part.of(of)),
        }
    }

    /// Whose particular it is, if it is somebody's.
    pub fn whose(&self, what: &Particular) -> Option<&Party> {
        let parties = self.parties.as_ref()?;
        match what {
            Particular::Owner(_) => Some(&parties.owner),
            Particular::Submitter(_) => parties.submitter.as_ref(),
            Particular::Answer { .. } => None,
        }
    }

    pub(super) fn put_right(&mut self, what: &Particular, to: &str) {
        let parties = self.parties.as_mut();
        let (party, part) = match what {
            Particular::Answer { question } => {
                self.answers.insert(question.clone(), to.into());
                return;
            }
            Particular::Owner(part) => (parties.map(|parties| &mut parties.owner), part),
            Particular::Submitter(part) => (parties.and_then(|parties| parties.submitter.as_mut()), part),
        };
        if let Some(party) = party {
            part.put(party, to);
        }
    }

    /// By when the law wants it, which an apology does not move.
    pub fn legal_due(&self) -> Option<Instant> {
        self.clock.as_ref().and_then(|clock| clock.legal_due(self.pinned.pack.pack()))
    }

    /// By when it was wanted, where it was late before it was paused: such a pause stops nothing.
    pub fn late_before_pause(&self) -> Option<Instant> {
        let paused = matches!(self.stage, Stage::PausedForApplicant { .. } | Stage::PausedForFee { .. });
        let paused_at = self.paused_at.filter(|_| paused)?;
        self.legal_due().filter(|due| paused_at > *due)
    }

    /// When the clock stopped, while it stands. A pause that came after the law's time had ended stops nothing.
    pub fn clock_stopped_at(&self) -> Option<Instant> {
        let (Stage::PausedForApplicant { left, .. } | Stage::PausedForFee { left, .. }) = &self.stage else {
            return None;
        };
        let in_time = |paused: &Instant| match self.extensions {
            0 => left.limit.is_some(),
            // That is what was left of the promised time.
            _ => self.legal_due().is_some_and(|due| *paused <= due),
        };
        self.paused_at.filter(in_time)
    }

    /// By when the law wanted it, where it is in hand and late at this moment. A pause that began in time stops that.
    pub fn late_by(&self, now: Instant, calendar: &Calendar) -> Option<Instant> {
        let in_hand = match self.stage {
            Stage::Accepted | Stage::Processing => true,
            Stage::PausedForApplicant { .. } | Stage::PausedForFee { .. } => {
                self.clock_stopped_at().is_none()
            }
            _ => false,
        };
        if !in_hand {
            return None;
        }
        let (limit, due) = (&self.clock.as_ref()?.limit, self.legal_due()?);
        let judged = match margin(calendar, limit, now, due) {
            Some(margin) => by_margin(margin),
            None => timeliness(limit, now, due),
        };
        Some(due).filter(|_| judged == Timeliness::Late)
    }

    /// Whether it was decided in time; nothing before the decision or without a computed date.
    pub fn timeliness(&self) -> Option<Timeliness> {
        let decided = self.outcome.and(self.finished_at)?;
        if let Some(margin) = self.margin {
            return Some(by_margin(margin));
        }
        self.clock.as_ref()?.timeliness(self.pinned.pack.pack(), decided)
    }

    /// What the open question to the applicant asks for.
    pub fn asked(&self) -> Option<&Request> {
        match &self.stage {
            Stage::AwaitingCompletion { request } | Stage::PausedForApplicant { request, .. } => {
                Some(request)
            }
            _ => None,
        }
    }

    pub fn involvement_of(&self, account: AccountId) -> Option<Involvement> {
        self.involved.iter().find(|involved| involved.officer == account)?.how
    }

    /// An officer's own, or that of whom they stand in for.
    pub fn involvement(&self, officer: &Officer) -> Option<Involvement> {
        self.involvement_of(officer.account)
            .or_else(|| officer.stands_for.and_then(|absent| self.involvement_of(absent)))
    }

    pub(super) fn involve(&mut self, officer: AccountId, how: Option<Involvement>) {
        match self.involved.iter_mut().find(|involved| involved.officer == officer) {
            Some(involved) => involved.how = how,
            None => self.involved.push(Involved { officer, how }),
        }
    }
}
