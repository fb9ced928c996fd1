//! A trial run of a draft: sample answers, a day to start on, and step by step where it goes and until when.

use super::text::Words;
use super::{draft, home, supplier, wanted};
use askama::Template;
use axum::extract::Path;
use domain::agency::UnitKey;
use domain::calendar::Calendar;
use domain::dossier::{About, Awaited, Refusal, RunningStep};
use domain::procedure::Procedure;
use domain::time::{Instant, long_moment, short_moment};
use domain::trial::{self, Move, Run, Trial};
use forms::Answers;
use jiff::civil::Date;
use process::WorkingTime;
use ui::diagram::{Marked, svg};
use ui::field::option;
use ui::form::Topic;
use ui::press::ACT;
use ui::{Chrome, Field, Fields, Form, Markup, Posted, Switch, Tacit};
use web::{Answer, Ask, Failure, Sent, page, page_again};

/// Moves in one trial; each is a short line.
const MOVES_MAX: usize = 200;

#[derive(Template)]
#[template(path = "administration/process/trial/page.html")]
struct Page {
    chrome: Chrome,
    code: String,
    over: String,
    summary: ui::part::Problems,
    sample: Fields,
    began: bool,
    moves: String,
    picture: Markup,
    now: String,
    due: String,
    late: bool,
    ended: bool,
    steps: Vec<StepView>,
    waits: Vec<WaitView>,
    /// Some of it is a time.
    times: bool,
    history: Vec<(String, String)>,
    t: Words,
}

struct StepView {
    /// What its first button says.
    first: String,
    /// Its buttons.
    finish: Markup,
    grant: Markup,
    deny: Markup,
    name: String,
    hint: String,
    fields: Fields,
    on: bool,
    end: bool,
}

struct WaitView {
    /// Its buttons.
    came: Markup,
    found: Markup,
    missing: Markup,
    name: String,
    /// When it comes by itself; empty where somebody must record it.
    at: String,
    /// Another agency finds it.
    linked: bool,
    /// Somebody says that it came.
    said: bool,
}

/// The draft with what a trial needs.
pub(super) struct Stage {
    pub procedure: Procedure,
    pub agency: domain::agency::Agency,
    calendar: std::sync::Arc<Calendar>,
}

impl Stage {
    pub async fn set(ask: &Ask, code: &str) -> Result<Option<Stage>, Failure> {
        let procedure = wanted(ask, code)?;
        let agency = supplier(ask, code).ok_or(Failure::NotFound)?;
        let Some(draft) = app::processes::find_draft(ask.app(), code).await? else { return Ok(None) };
        let Ok(adoption) = draft::adopted(ask, &procedure, &draft).await? else { return Ok(None) };
        let calendar = ask.app().reference().calendar(agency.id).clone();
        let version = adoption.process.version.max(1);
        let process = domain::procedure::Process { version, ..adoption.process };
        Ok(Some(Stage { procedure: Procedure { process, ..procedure }, agency, calendar }))
    }

    /// The day it starts on and the answers it starts with; nothing need be answered.
    fn sample(&self, form: &mut Form, ask: &Ask) -> Option<(Date, Answers)> {
        let (t, today) = (Words(ask.language), ask.today());
        let start = form.day("start", t.trial_start()).value(&today.to_string()).on(START);
        let start = start.read();
        let mut answers = Answers::new();
        for question in &self.procedure.form.questions {
            let mut field = Field::question(ask.language, question).optional();
            field.name = format!("q-{}", question.id);
            if let Some(answer) = form.answer(field, question.kind.on(today)).read() {
                answers.insert(question.id.clone(), answer);
            }
        }
        Some((start?, answers))
    }

    fn run(&self, trial: &Trial) -> Result<Run, Refusal> {
        trial::run(&self.procedure, &self.agency, &self.calendar, trial)
    }
}

const START: Topic = Topic::Part("start");

pub async fn show(ask: Ask, Path(code): Path<String>) -> Answer {
    let Some(stage) = Stage::set(&ask, &code).await? else { return web::see(&home(&code)) };
    let mut blank = Form::blank(ask.language);
    stage.sample(&mut blank, &ask);
    page(&view(&ask, &stage, blank.drawn(), Vec::new(), None, None))
}

pub async fn submit(ask: Ask, Path(code): Path<String>, Sent(posted): Sent) -> Answer {
    let Some(stage) = Stage::set(&ask, &code).await? else { return web::see(&home(&code)) };
    let act = read_act(ACT.of(&posted)).ok_or(Failure::BadRequest)?;
    let moves: Option<Vec<Move>> = MOVES.of(&posted).lines().map(read_move).collect();
    let mut moves = moves.filter(|moves| moves.len() <= MOVES_MAX).ok_or(Failure::BadRequest)?;
    let mut sample = Form::sent(ask.language, &posted);
    let read = stage.sample(&mut sample, &ask);
    let Some((start, answers)) = read.filter(|_| !sample.any_wrong()) else {
        return page_again(&view(&ask, &stage, sample.drawn(), moves, None, None));
    };
    match act {
        Act::Begin => moves.clear(),
        Act::Undo => {
            moves.pop();
        }
        Act::Step(..) | Act::Move(_) => {}
    }
    let start = stage.calendar.arrival(Instant::from_civil(start.at(0, 0, 0, 0)));
    let before = Trial { start, answers, moves };
    let ran = match stage.run(&before) {
        Ok(run) => run,
        Err(refusal) => {
            sample.wrong_about(Some(START), refusal.sentence(ask.language));
            return page_again(&view(&ask, &stage, sample.drawn(), Vec::new(), None, None));
        }
    };
    let mut form = Form::sent(ask.language, &posted);
    if posted.is_held() && !matches!(act, Act::Begin) {
        return page(&view(
            &ask,
            &stage,
            sample.drawn(),
            before.moves,
            Some(ran),
            Some(Tried::Shown(&posted)),
        ));
    }
    // The draft may have been changed since, so that what was done before no longer goes.
    if let Some(refusal) = &ran.refused {
        form.refused(refusal);
        let troubled = Some(Tried::Wrong(None, form.drawn()));
        return page_again(&view(&ask, &stage, sample.drawn(), before.moves, Some(ran), troubled));
    }
    let (wish, token) = match act {
        Act::Begin | Act::Undo => {
            return page(&view(&ask, &stage, sample.drawn(), before.moves, Some(ran), None));
        }
        Act::Step(how, token) => {
            let running = ran.course.dossier.steps.iter().find(|step| step.token == Some(token));
            let running = running.ok_or(Failure::BadRequest)?;
            let said = step_form(&mut form, &ask, &stage, running).filter(|_| !form.any_wrong());
            let wish = said.map(|(minutes, outcome)| match how {
                How::Finish => Move::Finish { token, minutes, outcome },
                How::Decide { granted } => Move::Decide { token, minutes, granted },
            });
            (wish, Some(token))
        }
        Act::Move(wish) => (Some(wish), None),
    };
    let mut after = before.clone();
    let tried = wish.filter(|_| after.moves.len() < MOVES_MAX).map(|wish| {
        after.moves.push(wish);
        stage.run(&after)
    });
    match tried {
        Some(Ok(run)) if run.refused.is_none() => {
            page(&view(&ask, &stage, sample.drawn(), after.moves, Some(run), None))
        }
        // What was not possible is said, and not tried again.
        Some(Ok(Run { refused: Some(refusal), .. }) | Err(refusal)) => {
            form.refused(&refusal);
            let troubled = Some(Tried::Wrong(token, form.drawn()));
            page_again(&view(&ask, &stage, sample.drawn(), before.moves, Some(ran), troubled))
        }
        _ => {
            let troubled = Some(Tried::Wrong(token, form.drawn()));
            page_again(&view(&ask, &stage, sample.drawn(), before.moves, Some(ran), troubled))
        }
    }
}

/// The moves that were made, a line each.
const MOVES: Tacit = Tacit("moves");

/// What a button asks for.
enum Act {
    Begin,
    Undo,
    /// What is done with a step, by its token.
    Step(How, u32),
    Move(Move),
}

enum How {
    Finish,
    Decide { granted: bool },
}

fn read_act(act: &str) -> Option<Act> {
    let token = |about: &str| about.parse().ok();
    let event = |about: &str| Some(about.to_string()).filter(|event| !event.is_empty());
    Some(match act.split_once('-').unwrap_or((act, "")) {
        ("begin", "") => Act::Begin,
        ("undo", "") => Act::Undo,
        ("wait", "") => Act::Move(Move::Wait),
        ("finish", about) => Act::Step(How::Finish, token(about)?),
        ("grant", about) => Act::Step(How::Decide { granted: true }, token(about)?),
        ("deny", about) => Act::Step(How::Decide { granted: false }, token(about)?),
        ("receive", about) => Act::Move(Move::Receive { event: event(about)? }),
        ("found", about) => Act::Move(Move::Answer { event: event(about)?, granted: true }),
        ("missing", about) => Act::Move(Move::Answer { event: event(about)?, granted: false }),
        _ => return None,
    })
}

/// The button of an act, as it is drawn.
fn button(act: &Act) -> Markup {
    ACT.with(named(act))
}

/// What the button of an act says.
fn named(act: &Act) -> String {
    let (how, about) = match act {
        Act::Begin => ("begin", String::new()),
        Act::Undo => ("undo", String::new()),
        Act::Step(How::Finish, token) => ("finish", token.to_string()),
        Act::Step(How::Decide { granted: true }, token) => ("grant", token.to_string()),
        Act::Step(How::Decide { granted: false }, token) => ("deny", token.to_string()),
        Act::Move(Move::Receive { event }) => ("receive", event.clone()),
        Act::Move(Move::Answer { event, granted: true }) => ("found", event.clone()),
        Act::Move(Move::Answer { event, granted: false }) => ("missing", event.clone()),
        // Steps are moved by their own buttons.
        Act::Move(Move::Wait | Move::Finish { .. } | Move::Decide { .. }) => ("wait", String::new()),
    };
    [how, &about].join("-").trim_end_matches('-').to_string()
}

/// How long a step takes and how it turns out.
fn step_form(
    form: &mut Form,
    ask: &Ask,
    stage: &Stage,
    running: &RunningStep,
) -> Option<(u32, Option<String>)> {
    let (t, language) = (Words(ask.language), ask.language);
    let process = &stage.procedure.process;
    let token = running.token?;
    let leads = process.drawing.leads(process.model().index(&running.id)?);
    let allotted = WorkingTime(process.minutes(&running.id).unwrap_or_default());
    let time = form.line_of(&format!("time-{token}"), t.trial_takes(), move |typed| {
        let time = WorkingTime::parse(&forms::tidy(typed)).map(WorkingTime::minutes);
        time.ok_or(t.trial_time_wrong().to_string())
    });
    let time = time.complete("off").wide("input--20").value(&process::time_in_words(allotted, language));
    let time = time.missing(t.trial_time_wrong()).read();
    let outcomes = process.outcomes(&running.id);
    let outcome = match !outcomes.is_empty() && leads.on {
        true => {
            let named = outcomes.iter().map(|outcome| {
                (
                    outcome.key.clone(),
                    option(&outcome.key, ui::event_sentences::outcome_name(outcome, language)),
                )
            });
            let field = form.one_of(&format!("outcome-{token}"), t.trial_outcome(), named.collect());
            field.about(About::Outcome).given()
        }
        false => None,
    };
    Some((time?, outcome))
}

/// A move as a line of the hidden field.
fn write_move(wish: &Move) -> String {
    match wish {
        Move::Finish { token, minutes, outcome } => {
            format!("finish {token} {minutes} {}", outcome.as_deref().unwrap_or_default())
        }
        Move::Decide { token, minutes, granted: true } => format!("grant {token} {minutes}"),
        Move::Decide { token, minutes, granted: false } => format!("deny {token} {minutes}"),
        Move::Receive { event } => format!("receive {event}"),
        Move::Answer { event, granted: true } => format!("found {event}"),
        Move::Answer { event, granted: false } => format!("missing {event}"),
        Move::Wait => "wait".into(),
    }
}

fn read_move(line: &str) -> Option<Move> {
    let words: Vec<&str> = line.split_whitespace().collect();
    Some(match words.as_slice() {
        ["finish", token, minutes, outcome @ ..] => Move::Finish {
            token: token.parse().ok()?,
            minutes: minutes.parse().ok()?,
            outcome: outcome.first().map(|outcome| outcome.to_string()),
        },
        [decide @ ("grant" | "deny"), token, minutes] => Move::Decide {
            token: token.parse().ok()?,
            minutes: minutes.parse().ok()?,
            granted: *decide == "grant",
        },
        [answer @ ("found" | "missing"), event] => {
            Move::Answer { event: event.to_string(), granted: *answer == "found" }
        }
        ["receive", event] => Move::Receive { event: event.to_string() },
        ["wait"] => Move::Wait,
        _ => return None,
    })
}

/// What came with the form of the page.
enum Tried<'p> {
    /// It did not go through: for which step, and as it was typed.
    Wrong(Option<u32>, Fields),
    /// It is only shown again.
    Shown(&'p Posted),
}

const FORM: &str = "trial";

/// The page; the form of a step that did not go through comes as it was typed.
fn view(
    ask: &Ask,
    stage: &Stage,
    sample: Fields,
    moves: Vec<Move>,
    run: Option<Run>,
    tried: Option<Tried>,
) -> Page {
    let (t, language) = (Words(ask.language), ask.language);
    let procedure = &stage.procedure;
    let data = ask.app().reference();
    let dossier = run.as_ref().map(|run| &run.course.dossier);
    let records = run.as_ref().map(|run| run.course.added.as_slice()).unwrap_or_default();
    let marked = dossier.map(|dossier| Marked::of(dossier, &procedure.process)).unwrap_or_default();
    let told = |record: &domain::dossier::Record| {
        let dossier = dossier?;
        let told = ui::event_sentences::tell(record, dossier, Some(procedure), &data, language);
        let how = ui::event_sentences::turned_out(record, procedure, language);
        let told = how.map_or(told.clone(), |how| format!("{told}: {how}"));
        ui::event_sentences::is_told(record).then(|| (short_moment(record.at), told))
    };
    let due = dossier.and_then(|dossier| dossier.due());
    let ended = dossier.is_some_and(|dossier| dossier.outcome.is_some());
    let now = run.as_ref().map(|run| run.now);
    let answered =
        |event: &String, granted| button(&Act::Move(Move::Answer { event: event.clone(), granted }));
    let wait = |wait: &domain::dossier::Wait| WaitView {
        came: button(&Act::Move(Move::Receive { event: wait.event.clone() })),
        found: answered(&wait.event, true),
        missing: answered(&wait.event, false),
        name: ui::event_sentences::event_name(procedure, &wait.event, language),
        at: match wait.what {
            Awaited::Time { due, .. } | Awaited::Linked { due, .. } => short_moment(due),
            _ => String::new(),
        },
        linked: matches!(wait.what, Awaited::Linked { .. }),
        said: wait.what.name().is_some(),
    };
    let mut summary = sample.summary();
    if let Some(Tried::Wrong(_, fields)) = &tried {
        summary.append(fields.summary());
    }
    let tried = tried.as_ref();
    let running = dossier.iter().flat_map(|dossier| &dossier.steps);
    let steps: Vec<StepView> = running.filter_map(|step| step_view(ask, stage, step, tried)).collect();
    // What is shown again where it began is not begun anew.
    let first = match (&run, steps.first()) {
        (None, _) => named(&Act::Begin),
        (_, Some(step)) => step.first.clone(),
        (_, None) => named(&Act::Undo),
    };
    Page {
        chrome: ask
            .chrome(t.trial())
            .with_problems(!summary.is_empty())
            .switching_among([Switch::of(FORM, "").act(first)]),
        code: procedure.code.to_string(),
        over: procedure.short_name.get(language).to_string(),
        summary,
        sample,
        began: run.is_some(),
        moves: moves.iter().map(write_move).collect::<Vec<_>>().join("\n"),
        picture: svg(procedure.process.model(), t.picture(), &marked, language),
        now: now.map(|now| long_moment(now, language)).unwrap_or_default(),
        due: due.map(|due| long_moment(due, language)).unwrap_or_default(),
        late: due.zip(now).is_some_and(|(due, now)| now > due),
        ended,
        steps,
        times: dossier
            .iter()
            .flat_map(|dossier| &dossier.waits)
            .any(|wait| matches!(wait.what, Awaited::Time { .. })),
        waits: dossier.iter().flat_map(|dossier| &dossier.waits).map(wait).collect(),
        history: records.iter().filter_map(told).collect(),
        t,
    }
}

fn step_view(ask: &Ask, stage: &Stage, running: &RunningStep, tried: Option<&Tried>) -> Option<StepView> {
    let (t, language) = (Words(ask.language), ask.language);
    let process = &stage.procedure.process;
    let step = process.step(&running.id)?;
    let token = running.token?;
    let leads = process.drawing.leads(process.model().index(&running.id)?);
    let unit =
        stage.agency.unit(&UnitKey(step.unit.0.clone())).map(|unit| unit.name.get(language).to_string());
    let fields = match tried {
        Some(Tried::Wrong(of, fields)) if *of == Some(token) => fields.clone(),
        tried => {
            let posted = tried.and_then(|tried| match tried {
                Tried::Shown(posted) => Some(*posted),
                Tried::Wrong(..) => None,
            });
            let mut form = Form::of(language, posted);
            step_form(&mut form, ask, stage, running);
            form.drawn()
        }
    };
    let decide = |granted| button(&Act::Step(How::Decide { granted }, token));
    Some(StepView {
        first: named(&Act::Step(if leads.on { How::Finish } else { How::Decide { granted: true } }, token)),
        finish: button(&Act::Step(How::Finish, token)),
        grant: decide(true),
        deny: decide(false),
        name: step.name.get(language).to_string(),
        hint: [unit.unwrap_or_default(), t.trial_due(&short_moment(running.due))].join(" · "),
        fields,
        on: leads.on,
        end: leads.end || leads.end_of_all,
    })
}
