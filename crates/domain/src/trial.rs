//! A trial run: a dossier led through a process before it is published, by the rules and the calendar of real ones, with
//! sample answers and made-up people. Nothing is stored.

use crate::Text;
use crate::agency::{Agency, AgencyId, UnitKey};
use crate::calendar::Calendar;
use crate::dossier::{
    Accept, Awaited, Command, Context, Course, Decide, Delivery, Dossier, DossierId, FileDossier, FileFact,
    FinishStep, HandOver, LateCause, NoteAnswer, Outcome, PaperGiven, Parties, Receive, Reference, Refusal,
    TimeCame,
};
use crate::officer::{AccountId, Actor, Officer, Role};
use crate::procedure::{Channel, Level, Procedure};
use crate::rules::pack_on;
use crate::time::Instant;
use forms::Answers;
use std::collections::BTreeMap;

/// How many moves one trial may have.
const MOVES_MAX: usize = 200;

/// In a trial one cause is as good as another.
const CAUSE: Option<LateCause> = Some(LateCause::Workload);

/// What is tried.
#[derive(Clone, Debug)]
pub struct Trial {
    /// When the dossier is filed, accepted and handed over.
    pub start: Instant,
    pub answers: Answers,
    pub moves: Vec<Move>,
}

/// What somebody does next. Times the process waits for come by themselves, when they come first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Move {
    /// A running step takes so many working minutes, and turns out so.
    Finish { token: u32, minutes: u32, outcome: Option<String> },
    /// The last step takes so many, and decides.
    /// With how the step turns out, where several ways mean the decision.
    Decide { token: u32, minutes: u32, granted: bool, outcome: Option<String> },
    /// Something came from outside.
    Receive { event: String },
    /// Another agency found what it was asked for, when its share of the time was used up.
    Answer { event: String, granted: bool },
    /// The next time that is waited for is awaited.
    Wait,
}

/// Where a trial came to.
#[derive(Clone, Debug)]
pub struct Run {
    pub course: Course,
    pub now: Instant,
    /// Why the last move could not be made; those before it were.
    pub refused: Option<Refusal>,
}

/// Runs a trial from its start.
pub fn run(
    procedure: &Procedure,
    agency: &Agency,
    calendar: &Calendar,
    trial: &Trial,
) -> Result<Run, Refusal> {
    let mut world = World { procedure, agency: agency.id, calendar, people: 0 };
    let context = world.context(trial.start);
    let counter = world.officer(&UnitKey("counter".into()), Role::Counter);
    let paper = |id: &str| PaperGiven { paper: id.into(), originals: 1, copies: 0, file: None };
    let filing = FileDossier {
        reference: Reference::from_random([0; 10]),
        channel: Channel::Direct,
        receiving: agency.id,
        competent: agency.id,
        level: Level::new(4).expect("four is a level"),
        account: None,
        parties: Parties::default(),
        answers: trial.answers.clone(),
        case: None,
        papers: procedure.papers.iter().map(|asked| paper(&asked.id)).collect(),
        file_names: BTreeMap::new(),
        delivery: Delivery::Counter,
        main: None,
    };
    let limit = procedure.limits(Channel::Direct).first().map(|limit| (*limit).clone());
    let course = Course::file(DossierId(1), &filing, &counter, &context)?
        .act(&counter, &Command::Accept(Accept { limit }), &context)?
        .act(&counter, &Command::HandOver(HandOver), &context)?;
    let mut run = Run { course, now: trial.start, refused: None };
    for wish in trial.moves.iter().take(MOVES_MAX) {
        match world.go(run.clone(), wish) {
            Ok(next) => run = next,
            Err(refusal) => return Ok(Run { refused: Some(refusal), ..run }),
        }
    }
    Ok(run)
}

struct World<'a> {
    procedure: &'a Procedure,
    agency: AgencyId,
    calendar: &'a Calendar,
    people: i64,
}

impl<'a> World<'a> {
    fn context(&self, now: Instant) -> Context<'a> {
        Context {
            now,
            calendar: self.calendar,
            receiving_calendar: self.calendar,
            pack: pack_on(now.date()),
            procedure: self.procedure,
        }
    }

    /// Somebody new each time: in a trial nobody stands in the way of duties that are kept apart.
    fn officer(&mut self, unit: &UnitKey, role: Role) -> Actor {
        self.people += 1;
        Actor::Officer(Officer {
            account: AccountId(self.people),
            agency: self.agency,
            unit: unit.clone(),
            roles: vec![role],
            name: String::new(),
            title: Text::default(),
            stands_for: None,
        })
    }

    fn go(&mut self, run: Run, wish: &Move) -> Result<Run, Refusal> {
        match wish {
            Move::Finish { token, minutes, outcome } => {
                let command = FinishStep {
                    token: Some(*token),
                    words: String::new(),
                    outcome: outcome.clone(),
                    late: CAUSE,
                };
                self.work(run, *token, *minutes, Command::FinishStep(command))
            }
            Move::Decide { token, minutes, granted, outcome: turned_out } => {
                let outcome = if *granted { Outcome::Granted } else { Outcome::Denied };
                let result = FileFact { id: 0, media: String::new(), bytes: 0, sha256: String::new() };
                let command = Decide {
                    turned_out: turned_out.clone(),
                    late_words: String::new(),
                    token: Some(*token),
                    outcome,
                    document: "–".into(),
                    reason: "–".into(),
                    result: Some(result),
                    file_names: BTreeMap::new(),
                    late: CAUSE,
                };
                self.work(run, *token, *minutes, Command::Decide(command))
            }
            Move::Receive { event } => {
                let wait = run.course.dossier.waits.iter().find(|wait| wait.event == *event);
                let unit = wait.ok_or(Refusal::NotAwaited)?.unit.clone();
                let officer = self.officer(&unit, Role::Officer);
                let receive = Receive { event: event.clone(), ..Receive::default() };
                self.act(run, &officer, Command::Receive(receive))
            }
            Move::Answer { event, granted } => {
                let linked = run.course.dossier.open_links().find(|linked| linked.event == *event);
                let (number, due) =
                    linked.map(|linked| (linked.number, linked.due)).ok_or(Refusal::NotAwaited)?;
                let outcome = if *granted { Outcome::Granted } else { Outcome::Denied };
                let run = self.until(run, due)?;
                let note = NoteAnswer::plain(number, outcome, "–");
                self.act(run, &Actor::System, Command::NoteAnswer(note))
            }
            Move::Wait => {
                let (due, ..) = next_time(&run.course.dossier).ok_or(Refusal::NotAwaited)?;
                self.until(run, due)
            }
        }
    }

    /// A step is worked on for so long from when it began, and then finished.
    fn work(&mut self, run: Run, token: u32, minutes: u32, command: Command) -> Result<Run, Refusal> {
        let step = run.course.dossier.step(Some(token)).ok_or(Refusal::StepNotRunning)?.clone();
        let role = self.procedure.process.step(&step.id).map_or(Role::Officer, |step| step.role);
        let done = self.calendar.after_process_minutes(step.started, minutes);
        let run = self.until(run, done)?;
        let officer = self.officer(&step.unit, role);
        self.act(run, &officer, command)
    }

    /// Time passes, and what is waited for comes in its order.
    fn until(&self, mut run: Run, moment: Instant) -> Result<Run, Refusal> {
        for _ in 0..MOVES_MAX {
            let Some((due, token, event)) = next_time(&run.course.dossier) else { break };
            if due > moment {
                break;
            }
            run.now = run.now.max(due);
            run = self.act(run, &Actor::System, Command::TimeCame(TimeCame { token, event, at: due }))?;
        }
        run.now = run.now.max(moment);
        Ok(run)
    }

    fn act(&self, run: Run, actor: &Actor, command: Command) -> Result<Run, Refusal> {
        let course = run.course.act(actor, &command, &self.context(run.now))?;
        Ok(Run { course, ..run })
    }
}

/// The first of the times that are waited for.
fn next_time(dossier: &Dossier) -> Option<(Instant, u32, String)> {
    let times = dossier.waits.iter().filter_map(|wait| match wait.what {
        Awaited::Time { due, .. } => Some((due, wait.token, wait.event.clone())),
        _ => None,
    });
    times.min()
}
