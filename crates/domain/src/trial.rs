//! A trial run: a dossier led through a process before it is published, by the rules and the calendar of real ones, with
//! sample answers and made-up people. Nothing is stored.

use crate::Text;
use crate::agency::{Agency, AgencyId, UnitKey};
use crate::calendar::Calendar;
use crate::dossier::{
    Accept, Awaited, Command, Context, Decide, Delivery, Dossier, DossierId, DossierRun, FileDossier,
    FileFact, FinishStep, HandOver, IssuedResult, LateCause, NoteAnswer, Outcome, PaperGiven, Parties,
    Receive, Reference, Refusal, TimeCame,
};
use crate::officer::{AccountId, Actor, Officer, Role};
use crate::procedure::{Channel, Level, Procedure};
use crate::rules::pack_on;
use crate::time::Instant;
use forms::Answers;
use std::collections::BTreeMap;

/// How many moves one trial may have.
pub const MOVES_MAX: usize = 200;

/// In a trial one cause is as good as another.
const CAUSE: Option<LateCause> = Some(LateCause::Workload);

/// What is tried.
#[derive(Clone, Debug)]
pub struct Trial {
    /// When the dossier is filed, accepted and handed over.
    pub start: Instant,
    pub answers: Answers,
    pub moves: Vec<TrialMove>,
}

/// What somebody does next. Times the process waits for come by themselves, when they come first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TrialMove {
    /// A running step is finished after working minutes, with an outcome.
    Finish { token: u32, minutes: u32, outcome: Option<String> },
    /// The last step is finished after working minutes, with the decision; `outcome` where several ways mean it.
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
pub struct TrialRun {
    pub dossier_run: DossierRun,
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
) -> Result<TrialRun, Refusal> {
    let mut world = TrialSetup { procedure, agency: agency.id, calendar, people: 0 };
    let context = world.context(trial.start);
    let counter = world.officer(&UnitKey("counter".into()), Role::Counter);
    let paper = |id: &str| PaperGiven::new(id, 1, 0, None);
    let filing = FileDossier {
        reference: Reference::from_random([0; 10]),
        channel: Channel::Direct,
        receiving: agency.id,
        competent: agency.id,
        level: Level::new(4).expect("four is a level"),
        owner_kind: None,
        trial: true,
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
    let dossier_run = DossierRun::file(DossierId(1), &filing, &counter, &context)?
        .act(&counter, &Command::Accept(Accept { limit }), &context)?
        .act(&counter, &Command::HandOver(HandOver), &context)?;
    let mut run = TrialRun { dossier_run, now: trial.start, refused: None };
    for trial_move in trial.moves.iter().take(MOVES_MAX) {
        match world.go(run.clone(), trial_move) {
            Ok(next) => run = next,
            Err(refusal) => return Ok(TrialRun { refused: Some(refusal), ..run }),
        }
    }
    Ok(run)
}

struct TrialSetup<'a> {
    procedure: &'a Procedure,
    agency: AgencyId,
    calendar: &'a Calendar,
    people: i64,
}

impl<'a> TrialSetup<'a> {
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

    fn go(&mut self, run: TrialRun, trial_move: &TrialMove) -> Result<TrialRun, Refusal> {
        match trial_move {
            TrialMove::Finish { token, minutes, outcome } => {
                let command = FinishStep {
                    token: Some(*token),
                    words: String::new(),
                    outcome: outcome.clone(),
                    late: CAUSE,
                };
                self.work(run, *token, *minutes, Command::FinishStep(command))
            }
            TrialMove::Decide { token, minutes, granted, outcome: turned_out } => {
                let outcome = if *granted { Outcome::Granted } else { Outcome::Denied };
                let result = FileFact { id: 0, media: String::new(), bytes: 0, sha256: String::new() };
                let command = Decide {
                    issued: IssuedResult::default(),
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
            TrialMove::Receive { event } => {
                let wait = run.dossier_run.dossier.waits.iter().find(|wait| wait.event == *event);
                let unit = wait.ok_or(Refusal::NotAwaited)?.unit.clone();
                let officer = self.officer(&unit, Role::Officer);
                let receive = Receive { event: event.clone(), ..Receive::default() };
                self.act(run, &officer, Command::Receive(receive))
            }
            TrialMove::Answer { event, granted } => {
                let linked = run.dossier_run.dossier.open_links().find(|linked| linked.event == *event);
                let (number, due) =
                    linked.map(|linked| (linked.number, linked.due)).ok_or(Refusal::NotAwaited)?;
                let outcome = if *granted { Outcome::Granted } else { Outcome::Denied };
                let run = self.until(run, due)?;
                let note = NoteAnswer::plain(number, outcome, "–");
                self.act(run, &Actor::System, Command::NoteAnswer(note))
            }
            TrialMove::Wait => {
                let (due, ..) = next_time(&run.dossier_run.dossier).ok_or(Refusal::NotAwaited)?;
                self.until(run, due)
            }
        }
    }

    /// A step is finished `minutes` working minutes after it began.
    fn work(
        &mut self,
        run: TrialRun,
        token: u32,
        minutes: u32,
        command: Command,
    ) -> Result<TrialRun, Refusal> {
        let step = run.dossier_run.dossier.step(Some(token)).ok_or(Refusal::StepNotRunning)?.clone();
        let role = self.procedure.process.step(&step.id).map_or(Role::Officer, |step| step.role);
        let done = self.calendar.after_process_minutes(step.started, minutes);
        let run = self.until(run, done)?;
        let officer = self.officer(&step.unit, role);
        self.act(run, &officer, command)
    }

    /// Time passes, and what is waited for comes in its order.
    fn until(&self, mut run: TrialRun, moment: Instant) -> Result<TrialRun, Refusal> {
        for _ in 0..MOVES_MAX {
            let Some((due, token, event)) = next_time(&run.dossier_run.dossier) else { break };
            if due > moment {
                break;
            }
            run.now = run.now.max(due);
            run = self.act(run, &Actor::System, Command::TimeCame(TimeCame { token, event, at: due }))?;
        }
        run.now = run.now.max(moment);
        Ok(run)
    }

    fn act(&self, run: TrialRun, actor: &Actor, command: Command) -> Result<TrialRun, Refusal> {
        let dossier_run = run.dossier_run.act(actor, &command, &self.context(run.now))?;
        Ok(TrialRun { dossier_run, ..run })
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
