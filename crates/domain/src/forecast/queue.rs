//! The dossiers on their way again: on desks, beside each other, in the order in which things happen.

use super::durations::StepDurations;
use super::{PastDossier, Workplace};
use crate::agency::{AgencyId, UnitKey};
use crate::dossier::{
    Accept, Awaited, Command, Context, Decide, Dossier, DossierClock, DossierRun, Fact, FileDossier,
    FileFact, FinishStep, HandOver, IssuedResult, LateCause, NoteAnswer, Outcome, Receive, Refusal, TimeCame,
};
use crate::officer::{AccountId, Actor, Assurance, Officer, Role};
use crate::procedure::{Channel, Level};
use crate::rules::pack_on;
use crate::time::Instant;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap, HashMap, VecDeque};

/// What happens to one dossier, before it is given up as one that never ends.
const HAPPENINGS_MAX: u32 = 200;

/// One dossier of the past, on its way again.
pub(super) struct QueuedDossier {
    filing: FileDossier,
    accept: Accept,
    submitted: Instant,
    pub accepted: Instant,
    handed_over: Instant,
    dossier_run: Option<DossierRun>,
    pub clock: Option<DossierClock>,
    /// How often each step was done so far.
    done: HashMap<String, usize>,
    happened: u32,
    pub refused: Option<Refusal>,
    id: i64,
    denied: bool,
}

impl QueuedDossier {
    pub fn of(past: &PastDossier, place: &Workplace) -> QueuedDossier {
        let dossier = &past.dossier;
        let first = |wanted: fn(&Fact) -> bool| {
            past.records.iter().find(|record| wanted(&record.event.fact)).map(|record| record.at)
        };
        let accepted = dossier.accepted_at.unwrap_or(dossier.submitted_at);
        let handed_over = first(|fact| matches!(fact, Fact::HandedOver { .. })).unwrap_or(accepted);
        let filing = FileDossier {
            reference: dossier.reference.clone(),
            channel: dossier.channel,
            receiving: dossier.receiving,
            competent: place.agency,
            level: Level::new(4).expect("four is a level"),
            owner_kind: dossier.filed.owner,
            trial: dossier.filed.trial,
            account: dossier.account,
            parties: dossier.parties.clone().unwrap_or_default(),
            answers: dossier.answers.clone(),
            case: dossier.case.clone(),
            papers: dossier.papers.clone(),
            file_names: BTreeMap::new(),
            delivery: dossier.delivery,
            main: dossier.main.clone(),
        };
        QueuedDossier {
            filing,
            accept: Accept { limit: dossier.clock.as_ref().map(|clock| clock.limit.clone()) },
            submitted: dossier.submitted_at,
            accepted,
            handed_over: handed_over.max(accepted),
            dossier_run: None,
            clock: None,
            done: HashMap::new(),
            happened: 0,
            refused: None,
            id: dossier.id.0,
            denied: dossier.outcome == Some(Outcome::Denied),
        }
    }

    fn dossier(&self) -> Option<&Dossier> {
        self.dossier_run.as_ref().map(|dossier_run| &dossier_run.dossier)
    }

    pub fn finished(&self) -> Option<Instant> {
        self.dossier().and_then(|dossier| dossier.finished_at)
    }
}

#[derive(Default)]
pub(super) struct StepSum {
    pub times: u32,
    pub waits: u64,
    pub takes: u64,
    pub late: u32,
}

/// Officers of one division in one role, with what lies on their desks.
pub(super) struct StaffQueue {
    /// When each of them is free.
    pub free: Vec<Instant>,
    /// Runs with their tokens, and since when they lie there.
    lying: VecDeque<(usize, Option<u32>, Instant)>,
    pub steps: u32,
    pub waits: u64,
    pub takes: u64,
    pub longest: u32,
}

/// A running step on a desk.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct QueuedStep {
    unit: UnitKey,
    role: Role,
    token: Option<u32>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum QueueEvent {
    /// It is filed, accepted, and handed over when it was.
    Begin,
    /// An officer is done with what they took up then.
    Done { work: QueuedStep, begun: Instant },
    /// A time that is waited for.
    Time { token: u32, event: String },
    /// Another agency found what it was asked for.
    Answered { number: u32 },
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Upcoming {
    at: Instant,
    /// What comes first is done first.
    number: u64,
    run: usize,
    what: QueueEvent,
}

pub(super) struct QueueSimulation<'a> {
    place: &'a Workplace<'a>,
    durations: &'a StepDurations,
    pub groups: BTreeMap<(UnitKey, Role), StaffQueue>,
    pub sums: HashMap<String, StepSum>,
    happens: BinaryHeap<Reverse<Upcoming>>,
    ids: u64,
}

impl<'a> QueueSimulation<'a> {
    pub fn new(place: &'a Workplace<'a>, durations: &'a StepDurations) -> QueueSimulation<'a> {
        let (groups, sums, happens) = (BTreeMap::new(), HashMap::new(), BinaryHeap::new());
        QueueSimulation { place, durations, groups, sums, happens, ids: 0 }
    }

    /// Lets everything happen, until nothing more does.
    pub fn run(&mut self, runs: &mut [QueuedDossier]) {
        for (place, run) in runs.iter().enumerate() {
            self.happen(run.handed_over, place, QueueEvent::Begin);
        }
        while let Some(Reverse(next)) = self.happens.pop() {
            self.go(runs, next.at, next.run, next.what);
        }
    }

    fn happen(&mut self, at: Instant, run: usize, what: QueueEvent) {
        self.ids += 1;
        self.happens.push(Reverse(Upcoming { at, number: self.ids, run, what }));
    }

    fn context(&self, now: Instant) -> Context<'_> {
        let calendar = self.place.calendar;
        let procedure = self.place.procedure;
        Context { now, calendar, receiving_calendar: calendar, pack: pack_on(now.date()), procedure }
    }

    /// Nobody in particular, of the right place and role: who did what is not what is asked.
    fn officer(&mut self, agency: AgencyId, unit: &UnitKey, role: Role) -> Actor {
        self.ids += 1;
        Actor::Officer(Officer {
            account: AccountId(-(self.ids as i64)),
            agency,
            unit: unit.clone(),
            roles: vec![role],
            name: String::new(),
            title: crate::Text::default(),
            stands_for: None,
        })
    }

    fn go(&mut self, runs: &mut [QueuedDossier], now: Instant, place: usize, what: QueueEvent) {
        let run = &mut runs[place];
        run.happened += 1;
        match what {
            _ if run.happened > HAPPENINGS_MAX => {}
            QueueEvent::Begin => {
                let counter = match run.filing.main {
                    Some(_) => Actor::System,
                    None => self.officer(run.filing.receiving, &UnitKey("counter".into()), Role::Counter),
                };
                let applicant = match (run.filing.channel, run.filing.account) {
                    (Channel::Online, Some(account)) => {
                        Actor::Applicant { account, assurance: Assurance::Verified }
                    }
                    _ => counter.clone(),
                };
                let begun = DossierRun::file(
                    crate::dossier::DossierId(run.id),
                    &run.filing,
                    &applicant,
                    &self.context(run.submitted),
                )
                .and_then(|dossier_run| {
                    dossier_run.act(
                        &counter,
                        &Command::Accept(run.accept.clone()),
                        &self.context(run.accepted),
                    )
                })
                .and_then(|dossier_run| {
                    dossier_run.act(&counter, &Command::HandOver(HandOver), &self.context(run.handed_over))
                });
                match begun {
                    Ok(dossier_run) => {
                        run.clock = dossier_run.dossier.clock.clone();
                        let at = run.handed_over;
                        self.follow(run, place, dossier_run, 0, at);
                    }
                    Err(refusal) => run.refused = Some(refusal),
                }
            }
            QueueEvent::Time { token, event } => {
                let command = Command::TimeCame(TimeCame { token, event, at: now });
                self.act(run, place, &Actor::System, &command, now);
            }
            QueueEvent::Answered { number } => {
                let asked = run
                    .dossier()
                    .and_then(|dossier| dossier.open_links().find(|linked| linked.number == number).cloned());
                let Some(asked) = asked else { return self.assign(runs, now) };
                let time = run.done.entry(asked.event.clone()).or_default();
                *time += 1;
                let learnt = self.durations.of(run.id, &asked.event, *time - 1);
                let outcome = learnt.and_then(|(_, outcome)| Outcome::parse(outcome.as_deref()?));
                let sum = self.sums.entry(asked.event).or_default();
                sum.times += 1;
                sum.takes += u64::from(self.place.calendar.working_minutes_between(asked.asked, now));
                let outcome = outcome.unwrap_or(Outcome::Granted);
                let command = Command::NoteAnswer(NoteAnswer::plain(number, outcome, "–"));
                self.act(run, place, &Actor::System, &command, now);
            }
            QueueEvent::Done { work, begun } => {
                if let Some(step) = run.dossier().and_then(|dossier| dossier.step(work.token)).cloned() {
                    let sum = self.sums.entry(step.id.clone()).or_default();
                    sum.times += 1;
                    sum.late += u32::from(now > step.due);
                    let calendar = self.place.calendar;
                    sum.waits += u64::from(calendar.working_minutes_between(step.started, begun));
                    sum.takes += u64::from(calendar.working_minutes_between(begun, now));
                    self.finish(run, place, &step.id, &work, now);
                }
            }
        }
        self.assign(runs, now);
    }

    fn finish(&mut self, run: &mut QueuedDossier, place: usize, step: &str, work: &QueuedStep, now: Instant) {
        let token = work.token;
        let officer = self.officer(self.place.agency, &work.unit, work.role);
        let late = Some(LateCause::Workload);
        let time = run.done.entry(step.to_string()).or_default();
        *time += 1;
        let outcome = self.outcome(run.id, step, *time - 1);
        let finish = FinishStep { token, words: String::new(), outcome, late };
        let outcome = if run.denied { Outcome::Denied } else { Outcome::Granted };
        let decide = Decide {
            issued: IssuedResult::default(),
            turned_out: None,
            late_words: String::new(),
            token,
            outcome,
            document: "–".into(),
            reason: "–".into(),
            result: Some(FileFact { id: 0, media: String::new(), bytes: 0, sha256: String::new() }),
            file_names: BTreeMap::new(),
            late,
        };
        // What is no last step is finished; what is one decides.
        let Some(dossier_run) = run.dossier_run.clone() else { return };
        let context = self.context(now);
        let (before, command) = (dossier_run.added.len(), Command::FinishStep(finish));
        // Where only the other decision ends there, it is that one.
        let other = match decide.outcome {
            Outcome::Granted => Outcome::Denied,
            Outcome::Denied => Outcome::Granted,
        };
        let other = Decide { outcome: other, ..decide.clone() };
        let act = |command: Command| dossier_run.clone().act(&officer, &command, &context);
        let done = act(command).or_else(|_| act(Command::Decide(decide)));
        match done.or_else(|refusal| act(Command::Decide(other)).map_err(|_| refusal)) {
            Ok(dossier_run) => self.follow(run, place, dossier_run, before, now),
            Err(refusal) => {
                run.refused = Some(refusal);
                run.dossier_run = None;
            }
        }
    }

    /// As it turned out that time, else as it usually does, else in the first way the process names.
    fn outcome(&self, dossier: i64, step: &str, time: usize) -> Option<String> {
        let named = self.place.procedure.process.outcomes(step);
        let own = self.durations.own.get(&(dossier, step.to_string())).and_then(|all| all.get(time));
        let own = own.and_then(|(_, outcome)| outcome.clone());
        let usual = || self.durations.usual.get(step).and_then(|(_, outcome)| outcome.clone());
        let fits = |key: &String| named.iter().any(|outcome| outcome.key == *key);
        own.filter(&fits).or_else(|| usual().filter(fits)).or_else(|| Some(named.first()?.key.clone()))
    }

    fn act(&mut self, run: &mut QueuedDossier, place: usize, actor: &Actor, command: &Command, now: Instant) {
        let Some(dossier_run) = run.dossier_run.clone() else { return };
        let before = dossier_run.added.len();
        if let Ok(dossier_run) = dossier_run.act(actor, command, &self.context(now)) {
            self.follow(run, place, dossier_run, before, now);
        }
    }

    /// What began lies on a desk; what is waited for comes at its time, what another agency finds after as long as it took
    /// then, else when its share is used up, and what somebody else must say comes at once.
    fn follow(
        &mut self,
        run: &mut QueuedDossier,
        place: usize,
        dossier_run: DossierRun,
        before: usize,
        now: Instant,
    ) {
        for record in &dossier_run.added[before..] {
            match &record.event.fact {
                Fact::StepStarted { step, unit, token, .. } => {
                    let process = &self.place.procedure.process;
                    let role = process.step(step).map_or(Role::Officer, |step| step.role);
                    let group = self.group(unit, role);
                    group.lying.push_back((place, *token, now));
                }
                Fact::Awaited { token, event, what: Awaited::Time { due, .. }, .. } => {
                    let what = QueueEvent::Time { token: *token, event: event.clone() };
                    self.happen((*due).max(now), place, what);
                }
                Fact::Awaited { event, what: Awaited::Linked { number, due, .. }, .. } => {
                    let time = run.done.get(event).copied().unwrap_or_default();
                    let learnt = self.durations.of(run.id, event, time);
                    let at = learnt.map_or(*due, |(minutes, _)| {
                        self.place.calendar.after_working_minutes(now, *minutes)
                    });
                    self.happen(at.max(now), place, QueueEvent::Answered { number: *number });
                }
                _ => {}
            }
        }
        let said = dossier_run.dossier.waits.iter().find(|wait| wait.what.name().is_some());
        let said = said.filter(|_| dossier_run.dossier.steps.is_empty()).cloned();
        run.dossier_run = Some(dossier_run);
        if let Some(wait) = said
            && run.happened < HAPPENINGS_MAX
        {
            run.happened += 1;
            let officer = self.officer(self.place.agency, &wait.unit, Role::Officer);
            let receive = Receive { event: wait.event, ..Receive::default() };
            self.act(run, place, &officer, &Command::Receive(receive), now);
        }
    }

    fn group(&mut self, unit: &UnitKey, role: Role) -> &mut StaffQueue {
        let able = |officer: &&Officer| officer.agency == self.place.agency && officer.does(unit, role);
        let count = self.place.officers.iter().filter(able).count().max(1);
        self.groups.entry((unit.clone(), role)).or_insert_with(|| StaffQueue {
            free: vec![Instant::from_millis(0); count],
            lying: VecDeque::new(),
            steps: 0,
            waits: 0,
            takes: 0,
            longest: 0,
        })
    }

    /// Whoever is free takes what has lain there longest.
    fn assign(&mut self, runs: &[QueuedDossier], now: Instant) {
        let mut begun = Vec::new();
        let (calendar, durations, process) =
            (self.place.calendar, self.durations, &self.place.procedure.process);
        for ((unit, role), group) in &mut self.groups {
            while let Some((place, token, since)) = group.lying.front().copied() {
                // What is no longer needed is put away.
                let run = &runs[place];
                let Some(step) = run.dossier().and_then(|dossier| dossier.step(token)) else {
                    group.lying.pop_front();
                    continue;
                };
                let Some(free) = group.free.iter_mut().find(|free| **free <= now) else { break };
                group.lying.pop_front();
                let time = run.done.get(&step.id).copied().unwrap_or_default();
                let learnt = durations.of(run.id, &step.id, time).map(|(minutes, _)| *minutes);
                let allotted = || Some(calendar.process_minutes(process.minutes(&step.id)?));
                let takes = learnt.or_else(allotted).unwrap_or(1).max(1);
                let done = calendar.after_working_minutes(now, takes);
                *free = done;
                group.steps += 1;
                group.takes += u64::from(takes);
                group.waits += u64::from(calendar.working_minutes_between(since, now));
                let work = QueuedStep { unit: unit.clone(), role: *role, token };
                begun.push((done, place, QueueEvent::Done { work, begun: now }));
            }
            group.longest = group.longest.max(group.lying.len() as u32);
        }
        for (at, place, what) in begun {
            self.happen(at, place, what);
        }
    }
}
