//! The law, act by act: given a past, when somebody acts, it becomes so or is refused.
//!
//! Every story is filed on Monday 2 March 2026 at 09:00 with a limit of five working days, so it is due on
//! Monday 9 March at 17:00.

mod accepting;
mod adopting;
mod again;
mod beside;
mod beside_requests;
mod completing;
mod conditions;
mod correcting;
mod counting;
mod deciding;
mod deciding_by_the_way;
mod defaults;
mod drawn;
mod ending;
mod extending;
mod filing;
mod forecasting;
mod handling;
mod involving;
mod judging;
mod late;
mod linked;
mod listed;
mod packs;
mod pausing;
mod recalculating;
mod refusals;
mod returning;
mod seeing;
mod stages;
mod waiting;
mod world;

use super::*;
use crate::agency::{AgencyId, UnitKey};
use crate::calendar::{Calendar, Certainty, DayKind, SpecialDay};
use crate::deadline::Limit;
use crate::dossier::{
    AtFault, Basis, ContactMeans, Delivery, DossierId, Fact, FileFact, Involvement, IssuedResult, LateCause,
    Left, Outcome, PaperGiven, Parties, Party, ReasonCode, Record, Reference, Request, Stage, StageKind,
    StateDatabase, StepMinutes, Unplaced, evolve, replay, step_at_hand,
};
use crate::officer::{AccountId, Assurance, Officer, Role};
use crate::procedure::{Channel, Level, Method, Paper, Procedure, ProcedureCode, Process, Step};
use crate::rules::PACK_2018;
use crate::time::Instant;
use crate::{Language, Text};
use jiff::civil::Date;
use std::collections::BTreeMap;
use world::*;

const START: &str = "2026-03-02T09:00";
const DUE: &str = "2026-03-09T17:00";

const CENTRE: AgencyId = AgencyId(1);
const DEPARTMENT: AgencyId = AgencyId(2);
const ELSEWHERE: AgencyId = AgencyId(3);
const APPLICANT: AccountId = AccountId(90);
const STRANGER: AccountId = AccountId(91);

/// A dossier with its past, and the moment it stands at.
#[derive(Clone)]
struct LedDossier {
    records: Vec<Record>,
    dossier: Dossier,
    now: Instant,
    procedure: Procedure,
    calendar: Calendar,
}

/// An act with what the law said to it.
struct TriedAct {
    story: LedDossier,
    actor: Actor,
    answer: Result<Vec<Event>, Refusal>,
}

type PastActs = (Actor, Command);

/// A dossier filed online, to which these things were done at once.
#[track_caller]
fn given<const N: usize>(past: [PastActs; N]) -> LedDossier {
    after(online(), past)
}

/// The same for one taken at the counter, with no account.
#[track_caller]
fn given_at_the_counter<const N: usize>(past: [PastActs; N]) -> LedDossier {
    after(direct(), past)
}

#[track_caller]
fn after<const N: usize>(mut story: LedDossier, past: [PastActs; N]) -> LedDossier {
    for (actor, command) in past {
        story = story.when(actor, command).done();
    }
    story
}

impl LedDossier {
    fn context(&self) -> Context<'_> {
        Context {
            now: self.now,
            calendar: &self.calendar,
            receiving_calendar: &self.calendar,
            pack: &PACK_2018,
            procedure: &self.procedure,
        }
    }

    /// Time passes.
    fn at(mut self, moment: &str) -> LedDossier {
        self.now = instant(moment);
        self
    }

    /// Somebody makes this day a day off.
    fn with_day_off(mut self, day: &str) -> LedDossier {
        let off = SpecialDay {
            date: date(day),
            kind: DayKind::Off,
            name: Text::new("Lễ hội", "Festival"),
            certainty: Certainty::Announced,
            source: String::new(),
        };
        self.calendar = self.calendar.with(None, [off]);
        self
    }

    fn when(&self, actor: Actor, command: Command) -> TriedAct {
        let act = Act { actor: actor.clone(), command };
        let answer = decide(&self.dossier, &act, &self.context());
        TriedAct { story: self.clone(), actor, answer }
    }

    fn stage(&self) -> StageKind {
        self.dossier.stage.kind()
    }
}

impl TriedAct {
    /// The past grows by what was decided.
    #[track_caller]
    fn done(self) -> LedDossier {
        let TriedAct { mut story, actor, answer } = self;
        let events = match answer {
            Ok(events) => events,
            Err(refusal) => panic!("refused: {refusal:?}"),
        };
        for event in events {
            let sequence = story.dossier.sequence + 1;
            let record = Record { sequence, at: story.now, by: actor.trace(), event };
            story.dossier = evolve(story.dossier, &record);
            story.records.push(record);
        }
        story
    }

    #[track_caller]
    fn becomes(self, stage: StageKind) -> LedDossier {
        let story = self.done();
        assert_eq!(story.stage(), stage);
        story
    }

    #[track_caller]
    fn refused(self, refusal: Refusal) {
        assert_eq!(self.answer, Err(refusal));
    }

    #[track_caller]
    fn facts(&self) -> Vec<Fact> {
        match &self.answer {
            Ok(events) => events.iter().map(|event| event.fact.clone()).collect(),
            Err(refusal) => panic!("refused: {refusal:?}"),
        }
    }
}

fn instant(text: &str) -> Instant {
    Instant::parse(text).unwrap_or_else(|| panic!("{text} is a moment"))
}

fn date(text: &str) -> Date {
    text.parse().unwrap_or_else(|_| panic!("{text} is a date"))
}

fn unit(key: &str) -> UnitKey {
    UnitKey(key.into())
}

fn in_stage(stage: StageKind) -> Refusal {
    Refusal::WrongStage { stage }
}

fn only(role: Role) -> Refusal {
    Refusal::NotYourRole { role }
}
