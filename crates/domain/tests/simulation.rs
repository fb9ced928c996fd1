//! Simulation: tens of thousands of random acts. Whatever people try, the law's promises hold.
//!
//! The seed is printed; `MOTCUA_SEED=… cargo test -p domain --test simulation` repeats a run.

use domain::Text;
use domain::agency::{AgencyId, UnitKey};
use domain::calendar::{Calendar, Certainty, DayKind, SpecialDay};
use domain::code::DossierCode;
use domain::deadline::Limit;
use domain::dossier::{
    Accept, Act, AskCompletion, Assign, Awaited, Basis, ChangeProcess, Command, Complete, Context, Decide,
    Delivery, Dossier, DossierId, Event, Extend, Fact, FileDossier, FileFact, FinishStep, HandOver, Involve,
    Involvement, JoinAccount, Kind, LateCause, Main, NoteAnswer, Outcome, PaperGiven, Parties, Pause,
    PauseFor, Recalculate, Recall, Receive, Record, Reference, Refusal, Refuse, Release, Remark, Request,
    Resume, Return, SendBack, Stage, StageKind, Stop, TimeCame, Withdraw, decide, evolve, file, replay,
};
use domain::drawing::Drawing;
use domain::officer::{AccountId, Actor, Assurance, Officer, Role};
use domain::procedure::{Channel, Level, Link, Method, Paper, Procedure, ProcedureCode, Process, Step};
use domain::rules::PACK_2018;
use domain::time::Instant;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

const DOSSIERS: i64 = 1_500;
const ACTS_PER_DOSSIER: u32 = 60;
const SEED: u64 = 20_260_302;

const CENTRE: AgencyId = AgencyId(1);
const DEPARTMENT: AgencyId = AgencyId(2);
const ELSEWHERE: AgencyId = AgencyId(3);

/// Every one of these must have been said at least once; a run that never hears one proves little.
const REFUSALS: &[&str] = &[
    "WrongStage",
    "NotYourRole",
    "NotYourAgency",
    "NotYourUnit",
    "TakenByColleague",
    "NobodyHasIt",
    "OnlyTheApplicant",
    "NotOnline",
    "PapersMissing",
    "ReasonMissing",
    "NothingAsked",
    "NothingGiven",
    "DocumentMissing",
    "AmountMissing",
    "AlreadyExtended",
    "NoDueDate",
    "DateNotLater",
    "DateNotWorking",
    "NotTheLastStep",
    "LastStepDecides",
    "NoWayOn",
    "OutcomeNotChosen",
    "CannotBeAssigned",
    "StepNotRunning",
    "Unplaced",
    "LateCauseMissing",
    "NotAwaited",
    "OfTheMainDossier",
    "CannotBeInvolved",
    "NotInvolved",
    "OpinionMissing",
    "AnswerMissing",
    "TimeUnclear",
    "NoStepBack",
    "DutiesApart",
    "ResultFileMissing",
    "NotDeliveredOnline",
    "RecipientMissing",
    "AlreadyJoined",
    "NoProcess",
    "OnlyTheProgram",
    "SameDate",
    "LimitNotChosen",
];

/// The compiler asks for a name here, and so for a place in [`REFUSALS`], when a refusal is added.
fn name(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::WrongStage { .. } => "WrongStage",
        Refusal::NotYourRole { .. } => "NotYourRole",
        Refusal::NotYourAgency => "NotYourAgency",
        Refusal::NotYourUnit => "NotYourUnit",
        Refusal::TakenByColleague => "TakenByColleague",
        Refusal::NobodyHasIt => "NobodyHasIt",
        Refusal::OnlyTheApplicant => "OnlyTheApplicant",
        Refusal::NotOnline => "NotOnline",
        Refusal::PapersMissing { .. } => "PapersMissing",
        Refusal::ReasonMissing => "ReasonMissing",
        Refusal::NothingAsked => "NothingAsked",
        Refusal::NothingGiven => "NothingGiven",
        Refusal::DocumentMissing => "DocumentMissing",
        Refusal::AmountMissing => "AmountMissing",
        Refusal::AlreadyExtended { .. } => "AlreadyExtended",
        Refusal::NoDueDate => "NoDueDate",
        Refusal::DateNotLater { .. } => "DateNotLater",
        Refusal::DateNotWorking => "DateNotWorking",
        Refusal::NotTheLastStep => "NotTheLastStep",
        Refusal::LastStepDecides => "LastStepDecides",
        Refusal::NoWayOn { .. } => "NoWayOn",
        Refusal::OutcomeNotChosen => "OutcomeNotChosen",
        Refusal::NoStepBack => "NoStepBack",
        Refusal::NotAwaited => "NotAwaited",
        Refusal::CannotBeInvolved => "CannotBeInvolved",
        Refusal::NotInvolved => "NotInvolved",
        Refusal::OpinionMissing => "OpinionMissing",
        Refusal::AnswerMissing => "AnswerMissing",
        Refusal::OfTheMainDossier => "OfTheMainDossier",
        Refusal::TimeUnclear { .. } => "TimeUnclear",
        Refusal::LateCauseMissing => "LateCauseMissing",
        Refusal::Unplaced { .. } => "Unplaced",
        Refusal::StepNotRunning => "StepNotRunning",
        Refusal::DutiesApart { .. } => "DutiesApart",
        Refusal::CannotBeAssigned => "CannotBeAssigned",
        Refusal::ResultFileMissing => "ResultFileMissing",
        Refusal::NotDeliveredOnline => "NotDeliveredOnline",
        Refusal::RecipientMissing => "RecipientMissing",
        Refusal::AlreadyJoined => "AlreadyJoined",
        Refusal::NoProcess => "NoProcess",
        Refusal::OnlyTheProgram => "OnlyTheProgram",
        Refusal::SameDate => "SameDate",
        Refusal::LimitNotChosen => "LimitNotChosen",
        // Only where a drawing goes over something that is no list.
        Refusal::ProcessStuck { .. } => "ProcessStuck",
        // Given where the code is, outside `decide`.
        Refusal::NoAgencyCode => "NoAgencyCode",
    }
}

/// Slow for a unit test: some seconds without optimisation.
#[test]
fn whatever_people_try_the_promises_hold() {
    let seed = match std::env::var("MOTCUA_SEED") {
        Ok(text) => text.parse().expect("MOTCUA_SEED is a whole number"),
        Err(_) => SEED,
    };
    println!("MOTCUA_SEED={seed}");
    let mut run = Run {
        chance: Chance(seed),
        heard: BTreeSet::new(),
        seen: BTreeSet::new(),
        limits: Vec::new(),
        acts: 0,
    };
    let national = Calendar::national();
    for id in 0..DOSSIERS {
        run.live(DossierId(id + 1), &national);
    }
    assert!(run.acts >= 20_000, "only {} acts were done (seed {seed})", run.acts);
    for refusal in REFUSALS {
        assert!(run.heard.contains(refusal), "nobody was refused with {refusal} (seed {seed})");
    }
    for stage in StageKind::ALL {
        assert!(run.seen.contains(&stage), "no dossier came to {stage:?} (seed {seed})");
    }
}

struct Run {
    chance: Chance,
    /// The limits of the procedure at hand.
    limits: Vec<Limit>,
    heard: BTreeSet<&'static str>,
    seen: BTreeSet<StageKind>,
    acts: u32,
}

/// SplitMix64.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound
    }

    fn percent(&mut self, share: u64) -> bool {
        self.below(100) < share
    }

    fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len() as u64) as usize]
    }

    /// Words, or now and then none.
    fn words(&mut self) -> String {
        if self.percent(75) { "Vì lý do đã nêu".into() } else { String::new() }
    }
}

impl Run {
    /// One dossier, from its filing to wherever chance takes it.
    fn live(&mut self, id: DossierId, national: &Calendar) {
        let mut calendar = national.clone();
        let procedure = self.procedure();
        // Another version, with one step more drawn the same way.
        let mut newer = procedure.clone();
        newer.process.version = 2;
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
                    self.heard.insert(name(&refusal));
                }
                Ok(events) => {
                    let before = dossier.clone();
                    for event in events {
                        check_dates(&event, &calendar, national);
                        let sequence = dossier.sequence + 1;
                        let record = Record { sequence, at: now, by: act.actor.trace(), event };
                        dossier = evolve(dossier, &record);
                        records.push(record);
                    }
                    check_state(&before, &dossier, &records);
                    self.seen.insert(dossier.stage.kind());
                }
            }
        }
        assert_eq!(replay(id, &records).as_ref(), Some(&dossier), "the record tells the same story");
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
        let paper = PaperGiven {
            paper: "application".into(),
            originals: 1,
            copies: 0,
            file: with_file.then(file_fact),
        };
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
            account: (channel == Channel::Online && main.is_none()).then_some(AccountId(90)),
            parties: Parties::default(),
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
                self.heard.insert(name(&refusal));
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

    /// Mostly what fits the stage by whoever may do it; now and then anything by anybody.
    fn wish(&mut self, dossier: &Dossier, procedure: &Procedure, now: Instant) -> (Actor, Command) {
        let fitting = self.chance.percent(70);
        let actor = if self.chance.percent(80) {
            self.likely_actor(dossier, procedure)
        } else {
            self.chance.pick(&everybody()).clone()
        };
        let kinds: &[Kind] = match (&dossier.stage, fitting) {
            (Stage::Submitted { .. }, true) => {
                &[Kind::Accept, Kind::Accept, Kind::Accept, Kind::AskCompletion, Kind::Refuse, Kind::Withdraw]
            }
            (Stage::AwaitingCompletion { .. }, true) => {
                &[Kind::Complete, Kind::Complete, Kind::Complete, Kind::Refuse]
            }
            (Stage::Accepted, true) => &[Kind::HandOver, Kind::HandOver, Kind::Extend],
            (Stage::Processing, true) => &[
                Kind::Assign,
                Kind::Release,
                Kind::Involve,
                Kind::Remark,
                Kind::FinishStep,
                Kind::FinishStep,
                Kind::Decide,
                Kind::SendBack,
                Kind::Receive,
                Kind::PauseForApplicant,
                Kind::PauseForFee,
                Kind::Extend,
            ],
            (Stage::PausedForApplicant { .. }, true) => &[Kind::Complete, Kind::Resume],
            (Stage::PausedForFee { .. }, true) => &[Kind::Resume],
            (Stage::ResultReady, true) => &[Kind::Return, Kind::Return, Kind::JoinAccount],
            (_, _) => &Kind::ALL,
        };
        let kind = *self.chance.pick(kinds);
        if kind == Kind::Extend && self.chance.percent(70) {
            return (Actor::Officer(director()), self.command(kind, dossier, now));
        }
        // Times that have come are brought by jobs, mostly soon.
        let came = dossier.waits.iter().find_map(|wait| match wait.what {
            Awaited::Time { due, .. } if due <= now => Some((wait, due)),
            _ => None,
        });
        if let (Some((wait, at)), true) = (came, self.chance.percent(80)) {
            let at = if self.chance.percent(95) { at } else { at.plus_minutes(-60) };
            let came = TimeCame { token: wait.token, event: wait.event.clone(), at };
            return (Actor::System, Command::TimeCame(came));
        }
        // What other agencies found is noted by a job, and so is that nobody needs a linked dossier any more.
        let open: Vec<u32> = dossier.open_links().map(|linked| linked.number).collect();
        if self.chance.percent(if open.is_empty() { 1 } else { 25 }) {
            let number = if open.is_empty() { 1 } else { *self.chance.pick(&open) };
            let outcome = *self.chance.pick(&[Outcome::Granted, Outcome::Denied]);
            let actor = if self.chance.percent(95) { Actor::System } else { actor };
            return (actor, Command::NoteAnswer(NoteAnswer::plain(number, outcome, "9/TL")));
        }
        if self.chance.percent(if dossier.main.is_some() { 3 } else { 1 }) {
            return (Actor::System, Command::Recall(Recall));
        }
        if self.chance.percent(6) {
            let actor = if self.chance.percent(90) { Actor::System } else { actor };
            return (actor, Command::Recalculate(Recalculate));
        }
        (actor, self.command(kind, dossier, now))
    }

    fn likely_actor(&mut self, dossier: &Dossier, procedure: &Procedure) -> Actor {
        let running = (!dossier.steps.is_empty()).then(|| self.chance.pick(&dossier.steps));
        match running {
            Some(step) if self.chance.percent(75) => {
                let role = procedure.process.step(&step.id).map_or(Role::Officer, |step| step.role);
                let able: Vec<Actor> = everybody()
                    .into_iter()
                    .filter(|actor| {
                        actor.officer().is_some_and(|officer| {
                            officer.agency == DEPARTMENT
                                && officer.has(role)
                                && (officer.unit == step.unit || role == Role::AgencyHead)
                        })
                    })
                    .collect();
                self.chance.pick(&able).clone()
            }
            _ if self.chance.percent(50) => counter(),
            _ => applicant(90),
        }
    }

    fn cause(&mut self) -> Option<LateCause> {
        self.chance.percent(90).then(|| *self.chance.pick(&LateCause::ALL))
    }

    /// Mostly a step that runs.
    fn token(&mut self, dossier: &Dossier) -> Option<u32> {
        match dossier.steps.is_empty() || self.chance.percent(3) {
            true => Some(99),
            false => self.chance.pick(&dossier.steps).token,
        }
    }

    fn command(&mut self, kind: Kind, dossier: &Dossier, now: Instant) -> Command {
        let words = self.chance.words();
        match kind {
            Kind::Accept => {
                // Some choose what is offered, some nothing.
                let limits = self.limits.clone();
                let chosen = self.chance.percent(70).then(|| self.chance.pick(&limits).clone());
                Command::Accept(Accept { limit: chosen })
            }
            Kind::AskCompletion => Command::AskCompletion(AskCompletion { request: self.request() }),
            Kind::Refuse => Command::Refuse(Refuse { reason: words }),
            Kind::HandOver => Command::HandOver(HandOver),
            Kind::Assign => {
                let officers: Vec<Officer> =
                    everybody().iter().filter_map(|actor| actor.officer().cloned()).collect();
                Command::Assign(Assign {
                    token: self.token(dossier),
                    to: self.chance.pick(&officers).clone(),
                })
            }
            Kind::Release => Command::Release(Release { token: self.token(dossier) }),
            Kind::Involve => {
                let everybody = everybody();
                let officers: Vec<&Officer> = everybody.iter().filter_map(Actor::officer).collect();
                let how = [Some(Involvement::Support), Some(Involvement::Follow), None];
                let officer = (*self.chance.pick(&officers)).clone();
                Command::Involve(Involve { officer, how: *self.chance.pick(&how) })
            }
            Kind::Remark => Command::Remark(Remark { words }),
            Kind::FinishStep => {
                let outcomes = ["good", "good", "bad", "bad", "unheard of"].map(str::to_string);
                let outcome = self.chance.percent(85).then(|| self.chance.pick(&outcomes).clone());
                Command::FinishStep(FinishStep {
                    token: self.token(dossier),
                    words,
                    outcome,
                    late: self.cause(),
                })
            }
            Kind::Decide => Command::Decide(Decide {
                token: self.token(dossier),
                outcome: *self.chance.pick(&[Outcome::Granted, Outcome::Granted, Outcome::Denied]),
                document: "77/KQ".into(),
                reason: words,
                result: self.chance.percent(60).then(file_fact),
                file_names: BTreeMap::new(),
                late: self.cause(),
            }),
            Kind::SendBack => {
                let steps = ["check", "opinion", "review", "sign"];
                let to = self.chance.pick(&steps).to_string();
                Command::SendBack(SendBack { token: self.token(dossier), to, reason: words })
            }
            Kind::Receive => {
                let event = self.chance.pick(&["reply", "late", "archive"]).to_string();
                let answer = self.chance.percent(80).then(|| (Outcome::Granted, self.chance.words()));
                Command::Receive(Receive { event, words, answer })
            }
            Kind::PauseForApplicant => Command::Pause(Pause {
                cause: PauseFor::Applicant { request: self.request() },
                document: self.chance.words(),
            }),
            Kind::PauseForFee => Command::Pause(Pause {
                cause: PauseFor::Fee { amount: self.chance.below(4) * 50_000, words },
                document: self.chance.words(),
            }),
            Kind::Resume => Command::Resume(Resume { words }),
            Kind::Complete => {
                let paper = PaperGiven { paper: "map".into(), originals: 1, copies: 0, file: None };
                let papers = if self.chance.percent(60) { vec![paper] } else { Vec::new() };
                Command::Complete(Complete { papers, file_names: BTreeMap::new(), words })
            }
            Kind::Extend => {
                let from = dossier.due().unwrap_or(now).date();
                let to = from + (self.chance.below(25) as i64 - 4).days();
                Command::Extend(Extend { to, document: "3/PXL".into(), reason: words })
            }
            Kind::Return => {
                Command::Return(Return { how: *self.chance.pick(&Delivery::ALL), recipient: words })
            }
            Kind::JoinAccount => {
                let account = *self.chance.pick(&[AccountId(90), AccountId(91)]);
                Command::JoinAccount(JoinAccount { account })
            }
            Kind::Withdraw => Command::Withdraw(Withdraw { words }),
            Kind::Stop => Command::Stop(Stop { document: "4/TB".into(), reason: words }),
        }
    }

    fn request(&mut self) -> Request {
        let papers = if self.chance.percent(60) { vec!["map".to_string()] } else { Vec::new() };
        Request { papers, by: None, words: self.chance.words() }
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
        let drawing = (!steps.is_empty() && self.chance.percent(40)).then(drawing);
        let opinion = drawing.as_ref().map(|_| step("opinion", "legal", Role::DivisionHead, 6));
        let steps = steps.into_iter().chain(opinion).collect();
        let link = drawing.as_ref().map(|_| Link {
            id: "archive".into(),
            name: Text::new("Tra cứu lưu trữ", "Search the archive"),
            agency: ELSEWHERE,
            procedure: ProcedureCode::parse("1.001194").expect("a code"),
            minutes: 480,
        });
        Procedure {
            code: ProcedureCode::parse("1.001193").expect("a code"),
            version: 1,
            name: Text::new("Thủ tục thử", "A procedure"),
            short_name: Text::new("Thử", "Try"),
            summary: Text::default(),
            field: "test".into(),
            audiences: Vec::new(),
            life_events: Vec::new(),
            steps: Vec::new(),
            conditions: Text::default(),
            methods,
            papers: vec![paper("application", true), paper("map", false)],
            results: Vec::new(),
            legal_basis: Vec::new(),
            keywords: Vec::new(),
            form: forms::Form::default(),
            process: Process { version: 1, steps, links: link.into_iter().collect(), drawing },
            origin: None,
        }
    }
}

fn step(id: &str, unit: &str, role: Role, hours: u32) -> Step {
    Step {
        id: id.into(),
        name: Text::new(id, id),
        unit: UnitKey(unit.into()),
        role,
        hours,
        product: Text::default(),
    }
}

fn paper(id: &str, required: bool) -> Paper {
    Paper { id: id.into(), name: Text::new(id, id), originals: 1, required, ..Paper::default() }
}

fn file_fact() -> FileFact {
    FileFact { id: 7, media: "application/pdf".into(), bytes: 1200, sha256: "00".repeat(32) }
}

fn officer(account: i64, agency: AgencyId, unit: &str, role: Role) -> Officer {
    Officer {
        account: AccountId(account),
        agency,
        unit: UnitKey(unit.into()),
        roles: vec![role],
        name: format!("Officer {account}"),
        title: Text::default(),
        stands_for: None,
    }
}

fn counter() -> Actor {
    Actor::Officer(officer(11, CENTRE, "intake", Role::Counter))
}

fn director() -> Officer {
    officer(26, DEPARTMENT, "leadership", Role::AgencyHead)
}

fn applicant(account: i64) -> Actor {
    Actor::Applicant { account: AccountId(account), assurance: Assurance::Password }
}

fn everybody() -> Vec<Actor> {
    let officers = [
        officer(21, DEPARTMENT, "registry", Role::Officer),
        officer(22, DEPARTMENT, "registry", Role::Officer),
        officer(23, DEPARTMENT, "legal", Role::Officer),
        officer(24, DEPARTMENT, "legal", Role::DivisionHead),
        officer(25, DEPARTMENT, "registry", Role::DivisionHead),
        officer(27, DEPARTMENT, "legal", Role::DivisionHead),
        director(),
        officer(31, CENTRE, "systems", Role::Administrator),
        officer(41, ELSEWHERE, "intake", Role::Counter),
        officer(42, ELSEWHERE, "registry", Role::Officer),
    ];
    let mut actors: Vec<Actor> = officers.into_iter().map(Actor::Officer).collect();
    actors.extend([counter(), applicant(90), applicant(91), Actor::System]);
    actors
}

/// Somebody else gives an opinion while it is checked and another agency looks into its archive, or the check is so clear that both are dropped. The review,
/// by another than gave the opinion, may send it back once; nobody said what then.
fn drawing() -> Drawing {
    let flow = |id: &str, from: &str, to: &str, inside: &str| {
        format!("<sequenceFlow id=\"{id}\" sourceRef=\"{from}\" targetRef=\"{to}\">{inside}</sequenceFlow>")
    };
    let bound = "<extensionElements><m:bound times=\"1\"/></extensionElements>";
    let when = |step: &str, key: &str| {
        format!("<conditionExpression>steps.{step}.outcome = \"{key}\"</conditionExpression>")
    };
    let flows = [
        flow("a", "begin", "merge", ""),
        flow("b", "merge", "inside", ""),
        flow("i", "first", "both", ""),
        flow("j", "both", "check", ""),
        flow("k", "both", "opinion", ""),
        flow("x", "both", "archive", ""),
        flow("y", "archive", "join", ""),
        flow("l", "check", "clear", ""),
        flow("m", "clear", "join", ""),
        flow("n", "clear", "enough", &when("check", "good")),
        flow("o", "opinion", "heard", ""),
        flow("q", "silent", "heard", ""),
        flow("r", "heard", "join", ""),
        flow("p", "join", "last", ""),
        flow("c", "inside", "review", ""),
        flow("d", "review", "good", ""),
        flow("e", "good", "merge", &format!("{bound}{}", when("review", "bad"))),
        flow("f", "good", "either", &when("review", "good")),
        flow("s", "either", "reply", ""),
        flow("t", "either", "late", ""),
        flow("u", "reply", "meet", ""),
        flow("v", "late", "meet", ""),
        flow("w", "meet", "sign", ""),
        flow("g", "sign", "end", ""),
    ];
    let outcomes = "<m:outcome key=\"good\"/><m:outcome key=\"bad\"/>";
    let source = format!(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:m=\"urn:motcua:process:1\">\
         <process id=\"main\"><startEvent id=\"begin\"/><exclusiveGateway id=\"merge\"/><subProcess id=\"inside\">\
         <startEvent id=\"first\"/><parallelGateway id=\"both\"/>\
         <task id=\"check\"><extensionElements><m:step time=\"90m\">{outcomes}</m:step></extensionElements></task>\
         <task id=\"opinion\"/><serviceTask id=\"archive\"><extensionElements><m:step agency=\"elsewhere\" procedure=\"1.001194\"/>\
         </extensionElements></serviceTask>\
         <boundaryEvent id=\"silent\" attachedToRef=\"opinion\"><timerEventDefinition><timeDuration>PT6H</timeDuration>\
         </timerEventDefinition></boundaryEvent><exclusiveGateway id=\"heard\"/><exclusiveGateway id=\"clear\" default=\"m\"/><parallelGateway id=\"join\"/>\
         <endEvent id=\"enough\"><terminateEventDefinition/></endEvent><endEvent id=\"last\"/>{}</subProcess>\
         <task id=\"review\"><extensionElements><m:step apart-from=\"opinion\">{outcomes}</m:step>\
         </extensionElements></task><exclusiveGateway id=\"good\"/><eventBasedGateway id=\"either\"/>\
         <intermediateCatchEvent id=\"reply\"><messageEventDefinition/></intermediateCatchEvent>\
         <intermediateCatchEvent id=\"late\"><timerEventDefinition><timeDuration xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"tFormalExpression\">\
         if fee.asked = 150000 then null else duration(\"PT4H\")</timeDuration></timerEventDefinition></intermediateCatchEvent>\
         <exclusiveGateway id=\"meet\"/><task id=\"sign\"/><endEvent id=\"end\"/>{}\
         </process></definitions>",
        flows[2..14].concat(),
        [&flows[..2], &flows[14..]].concat().concat()
    );
    Drawing::read(&source, &process::Names::open()).expect("it is read")
}

/// What a page does not offer, the law refuses for the same reason.
fn check_offer(dossier: &Dossier, act: &Act, procedure: &Procedure, answer: &Result<Vec<Event>, Refusal>) {
    let mut token = None;
    let kind = match &act.command {
        Command::Accept(_) => Kind::Accept,
        Command::AskCompletion(_) => Kind::AskCompletion,
        Command::Refuse(_) => Kind::Refuse,
        Command::Complete(_) => Kind::Complete,
        Command::HandOver(_) => Kind::HandOver,
        Command::Assign(assign) => {
            token = assign.token;
            Kind::Assign
        }
        Command::Involve(_) => Kind::Involve,
        Command::Remark(_) => Kind::Remark,
        Command::Release(release) => {
            token = release.token;
            Kind::Release
        }
        Command::FinishStep(finish) => {
            token = finish.token;
            Kind::FinishStep
        }
        Command::SendBack(back) => {
            token = back.token;
            Kind::SendBack
        }
        Command::Decide(decide) => {
            token = decide.token;
            Kind::Decide
        }
        Command::Pause(_) => Kind::PauseForApplicant,
        Command::Resume(_) => Kind::Resume,
        Command::Extend(_) => Kind::Extend,
        Command::Stop(_) => Kind::Stop,
        Command::Withdraw(_) => Kind::Withdraw,
        Command::Return(_) => Kind::Return,
        Command::JoinAccount(_) => Kind::JoinAccount,
        Command::Receive(_) => Kind::Receive,
        // Only ever a job's.
        Command::Recalculate(_) | Command::TimeCame(_) | Command::ChangeProcess(_) => return,
        Command::NoteAnswer(_) | Command::Recall(_) => return,
    };
    if let Err(refusal) = kind.allowed(dossier, &act.actor, procedure, token) {
        assert_eq!(answer.as_ref().err(), Some(&refusal), "{kind:?} was not offered");
    }
}

/// No date that is given falls on a day off.
fn check_dates(event: &Event, calendar: &Calendar, receiving: &Calendar) {
    let works = |at: Instant| assert!(calendar.works_on(at.date()), "{at} is a day off: {event:?}");
    match &event.fact {
        Fact::Accepted { due, hand_over_by, .. } => {
            if let Some(due) = due {
                works(*due);
            }
            assert!(receiving.works_on(hand_over_by.date()), "{event:?}");
        }
        // Without a basis the old date stands, whatever became of its day.
        Fact::Resumed { due, basis, step_due, steps } => {
            if let (Some(due), Some(Basis::Counted { .. })) = (due, basis) {
                works(*due);
            }
            step_due.iter().chain(steps.iter().map(|step| &step.due)).for_each(|due| works(*due));
        }
        Fact::Extended { to, .. } | Fact::DueRecalculated { to, .. } => works(*to),
        Fact::OwnDatesRecalculated { answer_by, hand_over_by, step_due, steps } => {
            for at in [answer_by, hand_over_by].into_iter().flatten() {
                assert!(receiving.works_on(at.date()), "{event:?}");
            }
            step_due.iter().chain(steps.iter().map(|step| &step.due)).for_each(|due| works(*due));
        }
        Fact::StepStarted { due, .. } => works(*due),
        Fact::Awaited { what: Awaited::Time { due, rest }, .. } => {
            if rest.is_some() {
                works(*due);
            }
        }
        Fact::Awaited { what: Awaited::Linked { due, .. }, .. } => works(*due),
        Fact::Completed { answer_by: Some(answer_by), .. } => {
            assert!(receiving.works_on(answer_by.date()), "{event:?}");
        }
        Fact::Submitted { .. }
        | Fact::CompletionAsked { .. }
        | Fact::Completed { answer_by: None, .. }
        | Fact::Numbered { .. }
        | Fact::Refused {}
        | Fact::HandedOver { .. }
        | Fact::StepFinished { .. }
        | Fact::SentBack { .. }
        | Fact::ProcessChanged { .. }
        | Fact::EventHappened { .. }
        | Fact::Awaited { what: Awaited::Message { .. } | Awaited::Signal { .. }, .. }
        | Fact::LinkedAnswered { .. }
        | Fact::LinkedRecalled { .. }
        | Fact::Involved { .. }
        | Fact::Uninvolved { .. }
        | Fact::Remarked {}
        | Fact::MessageSent { .. }
        | Fact::PassedOn {}
        | Fact::Recalled {}
        | Fact::StepDropped { .. }
        | Fact::ProcessMoved { .. }
        | Fact::Assigned { .. }
        | Fact::Released { .. }
        | Fact::PausedForApplicant { .. }
        | Fact::PausedForFee { .. }
        | Fact::Decided { .. }
        | Fact::Returned { .. }
        | Fact::Withdrawn {}
        | Fact::Stopped { .. }
        | Fact::AccountJoined { .. } => {}
    }
}

fn check_state(before: &Dossier, after: &Dossier, records: &[Record]) {
    let stage = after.stage.kind();
    if before.stage.kind().closed() {
        assert_eq!(before.stage, after.stage, "what is closed stays closed");
        let joined = Dossier { account: after.account, sequence: after.sequence, ..before.clone() };
        assert_eq!(joined, *after, "only an account may still be joined to a closed dossier");
    }
    let with_a_division =
        matches!(stage, StageKind::Processing | StageKind::PausedForApplicant | StageKind::PausedForFee);
    assert_eq!(!after.steps.is_empty() || !after.waits.is_empty(), with_a_division, "{stage:?}");
    assert!(after.extensions <= PACK_2018.extensions_max);
    let drawn = after.marking.last > 0;
    assert!(drawn || after.steps_finished() <= after.steps_total);
    let working: Vec<Option<u32>> = after.steps.iter().map(|step| step.token).collect();
    if drawn {
        let tasks = ["check", "opinion", "review", "sign"];
        let works = |token: &&process::Token| {
            token.state == process::State::Waiting && tasks.contains(&token.at.as_str())
        };
        let waiting = after.marking.tokens.iter().filter(works);
        let mut waiting: Vec<Option<u32>> = waiting.map(|token| Some(token.id)).collect();
        waiting.sort_by_key(|token| working.iter().position(|step| step == token));
        assert_eq!(working, waiting, "what runs is where the tokens wait");
        let held = |wait: &domain::dossier::Wait| after.marking.token(wait.token).is_some();
        assert!(after.waits.iter().all(held), "what is waited for is waited for by a token");
        let asked: Vec<u32> = after.open_links().map(|linked| linked.token).collect();
        let at_archive = |token: &&process::Token| token.at == "archive";
        let waiting: Vec<u32> =
            after.marking.tokens.iter().filter(at_archive).map(|token| token.id).collect();
        assert_eq!(asked, waiting, "another agency is asked while a token waits for it, and no longer");
    } else {
        assert!(working.len() <= 1 && working.iter().all(Option::is_none));
    }
    let decided = matches!(stage, StageKind::ResultReady | StageKind::Returned);
    assert_eq!(after.outcome.is_some(), decided, "{stage:?}");
    if decided {
        assert!(drawn || after.steps_finished() == after.steps_total, "every step was done");
    }
    assert_eq!(after.returned_at.is_some(), stage == StageKind::Returned);
    let original = |dossier: &Dossier| dossier.clock.as_ref().and_then(|clock| clock.original);
    assert!(before.clock.is_none() || original(before) == original(after), "the receipt stands");
    let in_order = records.iter().zip(1..).all(|(record, sequence)| record.sequence == sequence);
    assert!(in_order && after.sequence as usize == records.len());
}
