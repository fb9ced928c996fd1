//! Simulation: tens of thousands of random acts. Whatever people try, the law's promises hold.
//!
//! The seed is printed; `MOTCUA_SEED=… cargo test -p domain --test simulation` repeats a run.

mod chance;
mod figures;
mod promises;
mod refusals;
mod wishes;
mod world;

use chance::Chance;
use domain::Text;
use domain::agency::{AgencyId, UnitKey};
use domain::calendar::{Calendar, Certainty, DayKind, SpecialDay};
use domain::code::DossierCode;
use domain::counting::{
    self, Came, CountedDossier, Counts, NotCounted, Period, PeriodSpan, SpanKind, StandsAs, Tally,
};
use domain::deadline::{Limit, Timeliness};
use domain::dossier::{
    Accept, Act, ActKind, AskCompletion, Assign, AtFault, Awaited, Basis, ChangeProcess, Command, Complete,
    ContactMeans, Context, Correct, Decide, Delivery, Dossier, DossierId, Event, ExplainLate, Extend, Fact,
    FileDossier, FileFact, FinishStep, HandOver, Involve, Involvement, IssuedResult, JoinAccount,
    JudgeRequest, LateCause, Listed, ListedStep, LookUp, Main, NoteAnswer, NoteContact, NoteLate, Outcome,
    PaperGiven, PaperReason, Particular, Parties, Party, PartyPart, Pause, PauseFor, ReasonCode, Recalculate,
    Recall, Receive, Record, Reference, Refusal, Refuse, Release, Remark, Request, ResultMedium, Resume,
    Return, SendBack, Stage, StageKind, StateDatabase, Stop, TimeCame, Withdraw, decide, evolve, file,
    replay,
};
use domain::drawing::Drawing;
use domain::officer::{AccountId, Actor, Assurance, Officer, Role};
use domain::procedure::{Channel, Level, LinkStep, Method, Paper, Procedure, ProcedureCode, Process, Step};
use domain::rules::PACK_2018;
use domain::time::Instant;
use figures::*;
use jiff::ToSpan;
use jiff::civil::Date;
use promises::*;
use refusals::{REFUSALS, name};
use std::collections::{BTreeMap, BTreeSet};
use world::*;

const DOSSIERS: i64 = 4_000;
const ACTS_PER_DOSSIER: u32 = 60;
const SEED: u64 = 20_260_303;

const CENTRE: AgencyId = AgencyId(1);
const DEPARTMENT: AgencyId = AgencyId(2);
const ELSEWHERE: AgencyId = AgencyId(3);

/// Slow for a unit test: some seconds without optimisation.
#[test]
fn whatever_people_try_the_promises_hold() {
    let seed = match std::env::var("MOTCUA_SEED") {
        Ok(text) => text.parse().expect("MOTCUA_SEED is a whole number"),
        Err(_) => SEED,
    };
    println!("MOTCUA_SEED={seed}");
    let mut run = SimulationRun {
        chance: Chance(seed),
        heard: BTreeSet::new(),
        seen: BTreeSet::new(),
        limits: Vec::new(),
        acts: 0,
        figures: Figures::default(),
    };
    let national = Calendar::national();
    for id in 0..DOSSIERS {
        run.live(DossierId(id + 1), &national);
    }
    run.figures.check(&mut run.chance);
    assert!(run.acts >= 20_000, "only {} acts were done (seed {seed})", run.acts);
    for refusal in REFUSALS {
        assert!(run.heard.contains(refusal), "nobody was refused with {refusal} (seed {seed})");
    }
    for stage in StageKind::ALL {
        assert!(run.seen.contains(&stage), "no dossier came to {stage:?} (seed {seed})");
    }
}

struct SimulationRun {
    chance: Chance,
    /// The limits of the procedure at hand.
    limits: Vec<Limit>,
    heard: BTreeSet<&'static str>,
    seen: BTreeSet<StageKind>,
    acts: u32,
    figures: Figures,
}

impl SimulationRun {
    /// One dossier, from its filing to wherever chance takes it.
    fn live(&mut self, id: DossierId, national: &Calendar) {
        let mut calendar = national.clone();
        let procedure = self.procedure();
        // Another version, with one step more drawn the same way.
        let mut newer = procedure.clone();
        newer.process.version = 2;
        let listed = procedure.process.is_list();
        let mut now = Instant::parse("2025-01-02T08:00").expect("a moment");
        now = now.plus_minutes(self.chance.below(900_000) as i64);
        let (mut dossier, mut records) = loop {
            if let Some(opened) = self.open(id, now, &calendar, &procedure) {
                break opened;
            }
            // A procedure without steps is never opened.
            if procedure.process.steps.is_empty() {
                return;
            }
        };
        for _ in 0..ACTS_PER_DOSSIER {
            now = now.plus_minutes(self.chance.below(1_500) as i64);
            if self.chance.percent(4) {
                calendar = self.with_day_off(calendar, now.date());
            }
            let by_newer = dossier.pinned.process_version == newer.process.version;
            let procedure = if by_newer { &newer } else { &procedure };
            let context = Context {
                now,
                calendar: &calendar,
                receiving_calendar: national,
                pack: &PACK_2018,
                procedure,
            };
            let (actor, command) = if self.chance.percent(2) {
                let to = Box::new(newer.process.clone());
                let actor = if self.chance.percent(90) { Actor::System } else { applicant(90) };
                (actor, Command::ChangeProcess(ChangeProcess { to, decided_by: AccountId(31) }))
            } else {
                self.wish(&dossier, procedure, now)
            };
            let act = Act { actor, command };
            let answer = decide(&dossier, &act, &context);
            self.acts += 1;
            check_offer(&dossier, &act, procedure, &answer);
            match answer {
                Err(refusal) => {
                    self.heard.extend(refusal.parts().iter().map(name));
                }
                Ok(events) => {
                    let before = dossier.clone();
                    let handed_over = matches!(act.command, Command::HandOver(_));
                    let events = match handed_over && listed && self.chance.percent(50) {
                        true => without_tokens(events),
                        false => events,
                    };
                    for event in events {
                        check_dates(&event, &calendar, national);
                        let sequence = dossier.sequence + 1;
                        let record = Record { sequence, at: now, by: act.actor.trace(), event };
                        dossier = evolve(dossier, &record);
                        records.push(record);
                    }
                    check_state(&before, &dossier, &records, listed);
                    self.seen.insert(dossier.stage.kind());
                }
            }
        }
        assert_eq!(replay(id, &records).as_ref(), Some(&dossier), "the record tells the same story");
        // It replays the record month by month.
        if id.0 % 5 == 0 {
            check_counts(id, &records);
        }
        self.figures.add(&dossier, &records);
    }

    /// Hands a dossier in, in a way that may be refused.
    fn open(
        &mut self,
        id: DossierId,
        now: Instant,
        calendar: &Calendar,
        procedure: &Procedure,
    ) -> Option<(Dossier, Vec<Record>)> {
        let channel = *self.chance.pick(&Channel::ALL);
        let with_paper = self.chance.percent(80);
        let with_file = self.chance.percent(80);
        let paper = PaperGiven::new("application", 1, 0, with_file.then(file_fact));
        let actor = match channel {
            Channel::Online => applicant(90),
            Channel::Direct | Channel::Postal => counter(),
        };
        let actor = if self.chance.percent(90) { actor } else { self.chance.pick(&everybody()).clone() };
        // Now and then another agency's dossier asks for it.
        let main = self.chance.percent(8).then(|| Main {
            dossier: DossierId(900_000),
            code: DossierCode::parse("000.00.06.H56-231027-0361-01").expect("a code"),
            number: 1,
            minutes: 60 + self.chance.below(3_000) as u32,
        });
        let actor = if main.is_some() && self.chance.percent(90) { Actor::System } else { actor };
        let filing = FileDossier {
            reference: Reference::from_random(
                self.chance.next().to_be_bytes().repeat(2)[..10].try_into().expect("ten"),
            ),
            channel,
            receiving: CENTRE,
            competent: DEPARTMENT,
            level: Level::new(1 + self.chance.below(4) as i64).expect("1 to 4"),
            owner_kind: None,
            trial: false,
            account: (channel == Channel::Online && main.is_none()).then_some(AccountId(90)),
            parties: Parties {
                owner: Party { identity: "099190000001".into(), ..Party::default() },
                submitter: None,
            },
            answers: BTreeMap::new(),
            case: None,
            papers: if with_paper { vec![paper] } else { Vec::new() },
            file_names: BTreeMap::new(),
            delivery: *self.chance.pick(&Delivery::ALL),
            main,
        };
        let context = Context { now, calendar, receiving_calendar: calendar, pack: &PACK_2018, procedure };
        match file(&filing, &actor, &context) {
            Err(refusal) => {
                self.heard.extend(refusal.parts().iter().map(name));
                None
            }
            Ok(events) => {
                let records: Vec<Record> = events
                    .into_iter()
                    .zip(1..)
                    .map(|(event, sequence)| Record { sequence, at: now, by: actor.trace(), event })
                    .collect();
                let dossier = replay(id, &records).expect("a filing opens a dossier");
                self.seen.insert(dossier.stage.kind());
                Some((dossier, records))
            }
        }
    }

    /// Somebody takes a day of the coming month off.
    fn with_day_off(&mut self, calendar: Calendar, today: Date) -> Calendar {
        let off = SpecialDay {
            date: today + (1 + self.chance.below(30) as i64).days(),
            kind: DayKind::Off,
            name: Text::new("Lễ hội", "Festival"),
            certainty: Certainty::Announced,
            source: String::new(),
        };
        calendar.with(None, [off])
    }

    fn procedure(&mut self) -> Procedure {
        let days = 1 + self.chance.below(20) as u32;
        let limit = match self.chance.below(7) {
            0 => Limit::CalendarDays(days),
            1 => Limit::WorkingHours(days),
            2 => Limit::Months(1 + days % 3),
            3 => Limit::Words(Text::new("Theo kỳ họp của hội đồng", "")),
            _ => Limit::WorkingDays(days),
        };
        let method = |limit: Limit| Method {
            channel: Channel::Direct,
            limit,
            note: Text::default(),
            fees: Vec::new(),
            free: true,
        };
        let second = self.chance.percent(25).then(|| method(Limit::WorkingDays(2 * days)));
        let methods: Vec<Method> = std::iter::once(method(limit)).chain(second).collect();
        self.limits = methods.iter().map(|method| method.limit.clone()).collect();
        let steps = vec![
            step("check", "registry", Role::Officer, 1 + self.chance.below(16) as u32),
            step("review", "legal", Role::DivisionHead, 4),
            step("sign", "legal", Role::AgencyHead, 4),
        ];
        let steps = if self.chance.percent(2) { Vec::new() } else { steps };
        let drawn = !steps.is_empty() && self.chance.percent(40);
        let process = if drawn { process_drawn(steps) } else { Process::of_list(1, "", steps) };
        let obliged = self.chance.percent(70).then(|| Text::new("Luật Đất đai", "Land Law"));
        let obligations = self.chance.percent(80).then(|| obliged.into_iter().collect());
        Procedure {
            name: Text::new("Thủ tục thử", "A procedure"),
            short_name: Text::new("Thử", "Try"),
            field: "test".into(),
            methods,
            papers: vec![paper("application", true), paper("map", false)],
            obligations,
            process,
            ..Procedure::blank(ProcedureCode::parse("1.001193").expect("a code"))
        }
    }
}
