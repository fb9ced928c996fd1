//! What a process would have made of real dossiers of the past: each is filed again when it was, with its own answers, and
//! led through the process by the rules and the calendar of real ones, beside all the others, by the people there are.
//!
//! How long a step takes is learnt from who did it: from when it began, or from when that officer was done with the dossier
//! before, until it was finished, without pauses. A step nobody did so far takes the time it is allotted. Nothing is stored.

use crate::agency::{AgencyId, UnitKey};
use crate::calendar::Calendar;
use crate::dossier::{
    Accept, Awaited, Command, Context, Course, Decide, Dossier, Fact, FileDossier, FileFact, FinishStep,
    HandOver, LateCause, Outcome, Receive, Record, Refusal, TimeCame,
};
use crate::officer::{AccountId, Actor, Assurance, Officer, Role};
use crate::procedure::{Channel, Level, Procedure};
use crate::rules::pack_on;
use crate::time::Instant;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap, HashMap, VecDeque};

/// What happens to one dossier, before it is given up as one that never ends.
const HAPPENINGS_MAX: u32 = 200;

/// A dossier of the past with its record.
#[derive(Clone, Debug)]
pub struct Past {
    pub dossier: Dossier,
    pub records: Vec<Record>,
}

/// Where it is forecast.
pub struct Place<'a> {
    /// With the process that is looked at.
    pub procedure: &'a Procedure,
    pub agency: AgencyId,
    /// Who works there now.
    pub officers: &'a [Officer],
    pub calendar: &'a Calendar,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Forecast {
    /// How it was, and how it would have been, of those that could be led through.
    pub was: Tally,
    pub would: Tally,
    /// Those that came to no end, with the first reason.
    pub left_out: u32,
    pub why: Option<Refusal>,
    /// By step, in the order of the process.
    pub steps: Vec<StepForecast>,
    /// By who does them; the bottleneck first.
    pub desks: Vec<Desk>,
    /// Steps nobody has done so far, which take the time they are allotted.
    pub untried: Vec<String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tally {
    pub dossiers: u32,
    pub late: u32,
    /// Working minutes from acceptance to the decision: the middle, and what nine of ten do not exceed.
    pub middle: u32,
    pub most: u32,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StepForecast {
    pub step: String,
    pub times: u32,
    /// Working minutes on average: lying there before anybody begins, and being worked on.
    pub waits: u32,
    pub takes: u32,
    /// How many were done after the step's own time.
    pub late: u32,
}

/// Officers of a division in one role.
#[derive(Clone, Debug, PartialEq)]
pub struct Desk {
    pub unit: UnitKey,
    pub role: Role,
    pub officers: u32,
    pub steps: u32,
    /// Working minutes on average.
    pub waits: u32,
    /// Of a hundred working minutes of these officers, so many were taken up.
    pub busy: u32,
    /// The most that lay there at once.
    pub longest: u32,
}

impl Forecast {
    /// Who most is waited for, if anybody is.
    pub fn bottleneck(&self) -> Option<&Desk> {
        self.desks.first().filter(|desk| desk.waits > 0)
    }
}

/// Leads past dossiers through a process.
pub fn forecast(past: &[Past], place: &Place) -> Forecast {
    let paces = Paces::learnt(past, place.calendar);
    let mut floor =
        Floor { place, paces: &paces, desks: BTreeMap::new(), happens: BinaryHeap::new(), ids: 0 };
    let mut runs: Vec<Run> = past.iter().map(|past| Run::of(past, place)).collect();
    let mut steps: HashMap<String, StepSum> = HashMap::new();
    for (place, run) in runs.iter().enumerate() {
        floor.happen(run.handed_over, place, What::Begin);
    }
    while let Some(Reverse(next)) = floor.happens.pop() {
        floor.go(&mut runs, &mut steps, next.at, next.run, next.what);
    }
    let mut result = Forecast::default();
    let (mut was, mut would) = (Vec::new(), Vec::new());
    let calendar = place.calendar;
    for (past, run) in past.iter().zip(&runs) {
        let (Some(was_done), Some(done)) = (past.dossier.finished_at, run.finished()) else {
            result.left_out += 1;
            result.why = result.why.or_else(|| run.refused.clone());
            continue;
        };
        let paused = paces.paused(past, calendar, run.accepted, was_done);
        let minutes = calendar.working_minutes_between(run.accepted, was_done).saturating_sub(paused);
        was.push((minutes, past.dossier.due().is_some_and(|due| was_done > due)));
        let late = run.due.is_some_and(|due| done > due);
        would.push((calendar.working_minutes_between(run.accepted, done), late));
    }
    (result.was, result.would) = (tally(was), tally(would));
    let process = &place.procedure.process;
    for step in &process.steps {
        let Some(sum) = steps.get(&step.id) else { continue };
        let mean = |minutes: u64| (minutes / u64::from(sum.times.max(1))) as u32;
        let (waits, takes) = (mean(sum.waits), mean(sum.takes));
        result.steps.push(StepForecast {
            step: step.id.clone(),
            times: sum.times,
            waits,
            takes,
            late: sum.late,
        });
        if !paces.known(&step.id) {
            result.untried.push(step.id.clone());
        }
    }
    let from = runs.iter().map(|run| run.accepted).min();
    let to = runs.iter().filter_map(Run::finished).max();
    let open = from.zip(to).map_or(0, |(from, to)| calendar.working_minutes_between(from, to));
    let desk = |((unit, role), desk): (&(UnitKey, Role), &Queue)| {
        let mean = desk.waits / u64::from(desk.steps.max(1));
        let whole = u64::from(open) * desk.free.len() as u64;
        Desk {
            unit: unit.clone(),
            role: *role,
            officers: desk.free.len() as u32,
            steps: desk.steps,
            waits: mean as u32,
            busy: (desk.takes * 100 / whole.max(1)).min(100) as u32,
            longest: desk.longest,
        }
    };
    let total = |desk: &Desk| Reverse(u64::from(desk.waits) * u64::from(desk.steps));
    result.desks = floor.desks.iter().filter(|(_, desk)| desk.steps > 0).map(desk).collect();
    result.desks.sort_by_key(total);
    result
}

fn tally(mut runs: Vec<(u32, bool)>) -> Tally {
    runs.sort();
    let at = |share: usize| runs.get((runs.len() * share / 100).min(runs.len().saturating_sub(1)));
    let minutes = |share: usize| at(share).map_or(0, |(minutes, _)| *minutes);
    let late = runs.iter().filter(|(_, late)| *late).count() as u32;
    Tally { dossiers: runs.len() as u32, late, middle: minutes(50), most: minutes(90) }
}

/// How many working minutes a step took, and how it turned out.
type Pace = (u32, Option<String>);

/// How long people took, and how it turned out.
struct Paces {
    /// By dossier and step, the times it was done, in order.
    own: HashMap<(i64, String), Vec<Pace>>,
    /// By step, the middle of them all, and the outcome most came to.
    usual: HashMap<String, Pace>,
    /// By dossier, from when to when its clock stood still.
    pauses: HashMap<i64, Vec<(Instant, Instant)>>,
}

impl Paces {
    fn learnt(past: &[Past], calendar: &Calendar) -> Paces {
        let mut paces = Paces { own: HashMap::new(), usual: HashMap::new(), pauses: HashMap::new() };
        for past in past {
            paces.pauses.insert(past.dossier.id.0, pauses(&past.records));
        }
        let mut done: Vec<_> = past
            .iter()
            .flat_map(|past| past.dossier.steps_done.iter().map(move |done| (past, done)))
            .collect();
        done.sort_by_key(|(past, done)| (done.finished, past.dossier.id));
        let mut before: HashMap<AccountId, Instant> = HashMap::new();
        let mut by_step: HashMap<String, Vec<Pace>> = HashMap::new();
        for (past, done) in done {
            let free = done.by.and_then(|by| before.get(&by).copied());
            let begun = free.map_or(done.started, |free| free.max(done.started));
            let paused = paces.paused(past, calendar, begun, done.finished);
            let minutes =
                calendar.working_minutes_between(begun, done.finished).saturating_sub(paused).max(1);
            if let Some(by) = done.by {
                before.insert(by, done.finished);
            }
            let key = (past.dossier.id.0, done.id.clone());
            paces.own.entry(key).or_default().push((minutes, done.outcome.clone()));
            by_step.entry(done.id.clone()).or_default().push((minutes, done.outcome.clone()));
        }
        for (step, mut all) in by_step {
            all.sort();
            let mut counts: BTreeMap<&Option<String>, u32> = BTreeMap::new();
            for (_, outcome) in &all {
                *counts.entry(outcome).or_default() += 1;
            }
            let most =
                counts.into_iter().max_by_key(|(_, count)| *count).and_then(|(outcome, _)| outcome.clone());
            paces.usual.insert(step, (all[all.len() / 2].0, most));
        }
        paces
    }

    fn known(&self, step: &str) -> bool {
        self.usual.contains_key(step)
    }

    fn paused(&self, past: &Past, calendar: &Calendar, from: Instant, to: Instant) -> u32 {
        let pauses = self.pauses.get(&past.dossier.id.0).map_or(&[][..], Vec::as_slice);
        let within = pauses.iter().map(|(begun, ended)| ((*begun).max(from), (*ended).min(to)));
        within
            .filter(|(from, to)| from < to)
            .map(|(from, to)| calendar.working_minutes_between(from, to))
            .sum()
    }
}

/// From when to when a clock stood still.
fn pauses(records: &[Record]) -> Vec<(Instant, Instant)> {
    let mut pauses = Vec::new();
    let mut since = None;
    for record in records {
        match record.event.fact {
            Fact::PausedForApplicant { .. } | Fact::PausedForFee { .. } => since = Some(record.at),
            Fact::Resumed { .. } => pauses.extend(since.take().map(|since| (since, record.at))),
            _ => {}
        }
    }
    pauses
}

/// One dossier of the past, on its way again.
struct Run {
    filing: FileDossier,
    accept: Accept,
    submitted: Instant,
    accepted: Instant,
    handed_over: Instant,
    course: Option<Course>,
    due: Option<Instant>,
    /// How often each step was done so far.
    done: HashMap<String, usize>,
    happened: u32,
    refused: Option<Refusal>,
    id: i64,
    denied: bool,
}

impl Run {
    fn of(past: &Past, place: &Place) -> Run {
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
            account: dossier.account,
            parties: dossier.parties.clone().unwrap_or_default(),
            answers: dossier.answers.clone(),
            case: dossier.case.clone(),
            papers: dossier.papers.clone(),
            file_names: BTreeMap::new(),
            delivery: dossier.delivery,
        };
        Run {
            filing,
            accept: Accept { limit: dossier.clock.as_ref().map(|clock| clock.limit.clone()) },
            submitted: dossier.submitted_at,
            accepted,
            handed_over: handed_over.max(accepted),
            course: None,
            due: None,
            done: HashMap::new(),
            happened: 0,
            refused: None,
            id: dossier.id.0,
            denied: dossier.outcome == Some(Outcome::Denied),
        }
    }

    fn dossier(&self) -> Option<&Dossier> {
        self.course.as_ref().map(|course| &course.dossier)
    }

    fn finished(&self) -> Option<Instant> {
        self.dossier().and_then(|dossier| dossier.finished_at)
    }
}

#[derive(Default)]
struct StepSum {
    times: u32,
    waits: u64,
    takes: u64,
    late: u32,
}

/// Officers of one division in one role, with what lies on their desks.
struct Queue {
    /// When each of them is free.
    free: Vec<Instant>,
    /// Runs with their tokens, and since when they lie there.
    lying: VecDeque<(usize, Option<u32>, Instant)>,
    steps: u32,
    waits: u64,
    takes: u64,
    longest: u32,
}

/// A running step on a desk.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Work {
    unit: UnitKey,
    role: Role,
    token: Option<u32>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    /// It is filed, accepted, and handed over when it was.
    Begin,
    /// An officer is done with what they took up then.
    Done { work: Work, begun: Instant },
    /// A time that is waited for.
    Time { token: u32, event: String },
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Next {
    at: Instant,
    /// What comes first is done first.
    number: u64,
    run: usize,
    what: What,
}

struct Floor<'a> {
    place: &'a Place<'a>,
    paces: &'a Paces,
    desks: BTreeMap<(UnitKey, Role), Queue>,
    happens: BinaryHeap<Reverse<Next>>,
    ids: u64,
}

impl Floor<'_> {
    fn happen(&mut self, at: Instant, run: usize, what: What) {
        self.ids += 1;
        self.happens.push(Reverse(Next { at, number: self.ids, run, what }));
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

    fn go(
        &mut self,
        runs: &mut [Run],
        sums: &mut HashMap<String, StepSum>,
        now: Instant,
        place: usize,
        what: What,
    ) {
        let run = &mut runs[place];
        run.happened += 1;
        match what {
            _ if run.happened > HAPPENINGS_MAX => {}
            What::Begin => {
                let counter = self.officer(run.filing.receiving, &UnitKey("counter".into()), Role::Counter);
                let applicant = match (run.filing.channel, run.filing.account) {
                    (Channel::Online, Some(account)) => {
                        Actor::Applicant { account, assurance: Assurance::Verified }
                    }
                    _ => counter.clone(),
                };
                let begun = Course::file(
                    crate::dossier::DossierId(run.id),
                    &run.filing,
                    &applicant,
                    &self.context(run.submitted),
                )
                .and_then(|course| {
                    course.act(&counter, &Command::Accept(run.accept.clone()), &self.context(run.accepted))
                })
                .and_then(|course| {
                    course.act(&counter, &Command::HandOver(HandOver), &self.context(run.handed_over))
                });
                match begun {
                    Ok(course) => {
                        run.due = course.dossier.due();
                        let at = run.handed_over;
                        self.follow(run, place, course, 0, at);
                    }
                    Err(refusal) => run.refused = Some(refusal),
                }
            }
            What::Time { token, event } => {
                let command = Command::TimeCame(TimeCame { token, event, at: now });
                self.act(run, place, &Actor::System, &command, now);
            }
            What::Done { work, begun } => {
                if let Some(step) = run.dossier().and_then(|dossier| dossier.step(work.token)).cloned() {
                    let sum = sums.entry(step.id.clone()).or_default();
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

    fn finish(&mut self, run: &mut Run, place: usize, step: &str, work: &Work, now: Instant) {
        let token = work.token;
        let officer = self.officer(self.place.agency, &work.unit, work.role);
        let late = Some(LateCause::Other);
        let time = run.done.entry(step.to_string()).or_default();
        *time += 1;
        let outcome = self.outcome(run.id, step, *time - 1);
        let finish = FinishStep { token, words: String::new(), outcome, late };
        let outcome = if run.denied { Outcome::Denied } else { Outcome::Granted };
        let decide = Decide {
            token,
            outcome,
            document: "–".into(),
            reason: "–".into(),
            result: Some(FileFact { id: 0, media: String::new(), bytes: 0, sha256: String::new() }),
            file_names: BTreeMap::new(),
            late,
        };
        // What is no last step is finished; what is one decides.
        let Some(course) = run.course.clone() else { return };
        let context = self.context(now);
        let (before, command) = (course.added.len(), Command::FinishStep(finish));
        let done = course.clone().act(&officer, &command, &context);
        match done.or_else(|_| course.act(&officer, &Command::Decide(decide), &context)) {
            Ok(course) => self.follow(run, place, course, before, now),
            Err(refusal) => {
                run.refused = Some(refusal);
                run.course = None;
            }
        }
    }

    /// As it turned out that time, else as it usually does, else in the first way the process names.
    fn outcome(&self, dossier: i64, step: &str, time: usize) -> Option<String> {
        let named = self.place.procedure.process.outcomes(step);
        let own = self.paces.own.get(&(dossier, step.to_string())).and_then(|all| all.get(time));
        let own = own.and_then(|(_, outcome)| outcome.clone());
        let usual = || self.paces.usual.get(step).and_then(|(_, outcome)| outcome.clone());
        let fits = |key: &String| named.iter().any(|outcome| outcome.key == *key);
        own.filter(&fits).or_else(|| usual().filter(fits)).or_else(|| Some(named.first()?.key.clone()))
    }

    fn act(&mut self, run: &mut Run, place: usize, actor: &Actor, command: &Command, now: Instant) {
        let Some(course) = run.course.clone() else { return };
        let before = course.added.len();
        if let Ok(course) = course.act(actor, command, &self.context(now)) {
            self.follow(run, place, course, before, now);
        }
    }

    /// What began lies on a desk; what is waited for comes at its time, and what somebody else must say comes at once.
    fn follow(&mut self, run: &mut Run, place: usize, course: Course, before: usize, now: Instant) {
        for record in &course.added[before..] {
            match &record.event.fact {
                Fact::StepStarted { step, unit, token, .. } => {
                    let process = &self.place.procedure.process;
                    let role = process.step(step).map_or(Role::Officer, |step| step.role);
                    let desk = self.desk(unit, role);
                    desk.lying.push_back((place, *token, now));
                }
                Fact::Awaited { token, event, what: Awaited::Time { due, .. }, .. } => {
                    let what = What::Time { token: *token, event: event.clone() };
                    self.happen((*due).max(now), place, what);
                }
                _ => {}
            }
        }
        let said = course.dossier.waits.iter().find(|wait| !matches!(wait.what, Awaited::Time { .. }));
        let said = said.filter(|_| course.dossier.steps.is_empty()).cloned();
        run.course = Some(course);
        if let Some(wait) = said
            && run.happened < HAPPENINGS_MAX
        {
            run.happened += 1;
            let officer = self.officer(self.place.agency, &wait.unit, Role::Officer);
            let receive = Receive { event: wait.event, words: String::new() };
            self.act(run, place, &officer, &Command::Receive(receive), now);
        }
    }

    fn desk(&mut self, unit: &UnitKey, role: Role) -> &mut Queue {
        let able = |officer: &&Officer| {
            officer.agency == self.place.agency
                && officer.has(role)
                && (officer.unit == *unit || role == Role::AgencyHead)
        };
        let count = self.place.officers.iter().filter(able).count().max(1);
        self.desks.entry((unit.clone(), role)).or_insert_with(|| Queue {
            free: vec![Instant::from_millis(0); count],
            lying: VecDeque::new(),
            steps: 0,
            waits: 0,
            takes: 0,
            longest: 0,
        })
    }

    /// Whoever is free takes what has lain there longest.
    fn assign(&mut self, runs: &[Run], now: Instant) {
        let mut begun = Vec::new();
        let (calendar, paces, process) = (self.place.calendar, self.paces, &self.place.procedure.process);
        for ((unit, role), desk) in &mut self.desks {
            while let Some((place, token, since)) = desk.lying.front().copied() {
                // What is no longer needed is put away.
                let run = &runs[place];
                let Some(step) = run.dossier().and_then(|dossier| dossier.step(token)) else {
                    desk.lying.pop_front();
                    continue;
                };
                let Some(free) = desk.free.iter_mut().find(|free| **free <= now) else { break };
                desk.lying.pop_front();
                let time = run.done.get(&step.id).copied().unwrap_or_default();
                let own = paces.own.get(&(run.id, step.id.clone())).and_then(|all| all.get(time));
                let own = own.or_else(|| paces.usual.get(&step.id)).map(|(minutes, _)| *minutes);
                let takes = own.or_else(|| process.minutes(&step.id)).unwrap_or(1).max(1);
                let done = calendar.after_working_minutes(now, takes);
                *free = done;
                desk.steps += 1;
                desk.takes += u64::from(takes);
                desk.waits += u64::from(calendar.working_minutes_between(since, now));
                let work = Work { unit: unit.clone(), role: *role, token };
                begun.push((done, place, What::Done { work, begun: now }));
            }
            desk.longest = desk.longest.max(desk.lying.len() as u32);
        }
        for (at, place, what) in begun {
            self.happen(at, place, what);
        }
    }
}
