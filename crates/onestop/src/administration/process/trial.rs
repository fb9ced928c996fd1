//! A trial run of a draft: sample answers, a day to start on, and step by step where it goes and until when.

use super::text::Words;
use super::{draft, home, supplier, wanted};
use askama::Template;
use axum::extract::Path;
use domain::agency::UnitKey;
use domain::calendar::Calendar;
use domain::dossier::{Awaited, RunningStep};
use domain::procedure::Procedure;
use domain::time::{Instant, long_moment, short_moment};
use domain::trial::{self, Move, Run, Trial};
use process::{Tongue, WorkingTime};
use ui::diagram::{Marked, svg};
use ui::field::option;
use ui::{Answer, Ask, Chrome, Failure, Field, Fields, Posted, page, page_again};

/// Moves in one trial; each is a short line.
const MOVES_MAX: usize = 200;

#[derive(Template)]
#[template(path = "administration/process/trial.html")]
struct Page {
    chrome: Chrome,
    code: String,
    over: String,
    summary: ui::field::Summary,
    sample: Fields,
    began: bool,
    moves: String,
    picture: String,
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
    token: u32,
    name: String,
    hint: String,
    fields: Fields,
    on: bool,
    end: bool,
}

struct WaitView {
    event: String,
    name: String,
    /// When it comes by itself; empty where somebody must record it.
    at: String,
    /// Another agency finds it.
    linked: bool,
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
        let Some(draft) = ask.app().find_process_draft(code).await? else { return Ok(None) };
        let Ok(adoption) = draft::adopted(ask, &procedure, &draft).await? else { return Ok(None) };
        let calendar = ask.app().reference().calendar(agency.id).clone();
        let version = adoption.process.version.max(1);
        let process = domain::procedure::Process { version, ..adoption.process };
        Ok(Some(Stage { procedure: Procedure { process, ..procedure }, agency, calendar }))
    }

    fn sample(&self, ask: &Ask) -> Fields {
        let (t, language) = (Words(ask.language), ask.language);
        let start = Field::date(language, "start", t.trial_start()).value(&ask.today().to_string());
        let question = |question: &forms::Question| {
            let mut field = Field::question(language, question).optional();
            field.name = format!("q-{}", question.id);
            field
        };
        let questions = self.procedure.form.questions.iter().map(question);
        Fields::new(language, std::iter::once(start).chain(questions).collect())
    }
}

pub async fn show(ask: Ask, Path(code): Path<String>) -> Answer {
    let Some(stage) = Stage::set(&ask, &code).await? else { return ui::see(&home(&code)) };
    let sample = stage.sample(&ask);
    page(&view(&ask, &stage, sample, Vec::new(), None))
}

pub async fn submit(ask: Ask, Path(code): Path<String>, posted: Posted) -> Answer {
    let t = Words(ask.language);
    let Some(stage) = Stage::set(&ask, &code).await? else { return ui::see(&home(&code)) };
    let mut sample = stage.sample(&ask).typed(&posted);
    let start = ui::field::read_day(&posted, "start");
    if start.is_none() {
        sample.wrong("start", t.from_wrong());
    }
    let mut form = stage.procedure.form.clone();
    form.questions.iter_mut().for_each(|question| question.required = false);
    let answers = forms::read(&form, ask.today(), |name| posted.find(&format!("q-{name}")));
    if let Err(problems) = &answers {
        for (id, problem) in problems {
            let label = form.questions.iter().find(|question| question.id == *id);
            let label = label.map_or("", |question| question.label.get(ask.language));
            sample.wrong(&format!("q-{id}"), problem.sentence(label, ask.language));
        }
    }
    let mut moves: Vec<Move> = posted.raw("moves").lines().filter_map(read_move).take(MOVES_MAX).collect();
    let (Some(start), Ok(answers), false) = (start, answers, sample.any_wrong()) else {
        return page_again(&view(&ask, &stage, sample, moves, None));
    };
    let begins = Instant::from_civil(start.at(0, 0, 0, 0));
    let start = stage.calendar.arrival(begins);
    let mut wrong = None;
    match posted.raw("act").split_once('-').unwrap_or((posted.raw("act"), "")) {
        ("begin", _) => moves.clear(),
        ("undo", _) => {
            moves.pop();
        }
        (act, about) => match wish(act, about, &posted) {
            Some(wish) => moves.push(wish),
            None => wrong = Some(t.trial_time_wrong().to_string()),
        },
    }
    let tried = Trial { start, answers, moves: moves.clone() };
    match trial::run(&stage.procedure, &stage.agency, &stage.calendar, &tried) {
        Ok(run) => {
            // What was not possible is said, and not tried again.
            if let Some(refusal) = &run.refused {
                wrong = Some(refusal.sentence(ask.language));
                moves.pop();
            }
            let mut shown = view(&ask, &stage, sample, moves, Some(run));
            match wrong {
                None => page(&shown),
                Some(wrong) => {
                    shown.summary = ui::field::Summary::of(ask.language, vec![wrong]);
                    page_again(&shown)
                }
            }
        }
        Err(refusal) => {
            sample.wrong("start", refusal.sentence(ask.language));
            page_again(&view(&ask, &stage, sample, Vec::new(), None))
        }
    }
}

/// What was asked for; nothing where its time is none.
fn wish(act: &str, about: &str, posted: &Posted) -> Option<Move> {
    let minutes = |token: u32| {
        let time = posted.text(&format!("time-{token}"));
        WorkingTime::parse(&time).map(WorkingTime::minutes)
    };
    let token = || about.parse().ok();
    match act {
        "finish" => {
            let token = token()?;
            let outcome =
                Some(posted.text(&format!("outcome-{token}"))).filter(|outcome| !outcome.is_empty());
            Some(Move::Finish { token, minutes: minutes(token)?, outcome })
        }
        "grant" | "deny" => {
            let token = token()?;
            Some(Move::Decide { token, minutes: minutes(token)?, granted: act == "grant" })
        }
        "receive" => Some(Move::Receive { event: about.to_string() }),
        "found" | "missing" => Some(Move::Answer { event: about.to_string(), granted: act == "found" }),
        "wait" => Some(Move::Wait),
        _ => None,
    }
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

fn view(ask: &Ask, stage: &Stage, sample: Fields, moves: Vec<Move>, run: Option<Run>) -> Page {
    let (t, language) = (Words(ask.language), ask.language);
    let procedure = &stage.procedure;
    let drawing = procedure.process.drawing.as_ref();
    let data = ask.app().reference();
    let dossier = run.as_ref().map(|run| &run.course.dossier);
    let records = run.as_ref().map(|run| run.course.added.as_slice()).unwrap_or_default();
    let marked = dossier.map(|dossier| Marked::of(dossier, &procedure.process)).unwrap_or_default();
    let told = |record: &domain::dossier::Record| {
        let dossier = dossier?;
        let told = ui::telling::tell(record, dossier, Some(procedure), &data, language);
        let how = ui::telling::turned_out(record, procedure, language);
        let told = how.map_or(told.clone(), |how| format!("{told}: {how}"));
        ui::telling::is_told(record).then(|| (short_moment(record.at), told))
    };
    let due = dossier.and_then(|dossier| dossier.due());
    let ended = dossier.is_some_and(|dossier| dossier.outcome.is_some());
    let now = run.as_ref().map(|run| run.now);
    let wait = |wait: &domain::dossier::Wait| WaitView {
        event: wait.event.clone(),
        name: ui::telling::event_name(procedure, &wait.event, language),
        at: match wait.what {
            Awaited::Time { due, .. } | Awaited::Linked { due, .. } => short_moment(due),
            _ => String::new(),
        },
        linked: matches!(wait.what, Awaited::Linked { .. }),
    };
    Page {
        chrome: Chrome::new(ask, t.trial()).with_problems(sample.any_wrong()),
        code: procedure.code.to_string(),
        over: procedure.short_name.get(language).to_string(),
        summary: sample.summary(),
        sample,
        began: run.is_some(),
        moves: moves.iter().map(write_move).collect::<Vec<_>>().join("\n"),
        picture: drawing
            .map(|drawing| svg(drawing.model(), t.picture(), &marked, language))
            .unwrap_or_default(),
        now: now.map(|now| long_moment(now, language)).unwrap_or_default(),
        due: due.map(|due| long_moment(due, language)).unwrap_or_default(),
        late: due.zip(now).is_some_and(|(due, now)| now > due),
        ended,
        steps: dossier.iter().flat_map(|d| &d.steps).filter_map(|step| step_view(ask, stage, step)).collect(),
        times: dossier
            .iter()
            .flat_map(|dossier| &dossier.waits)
            .any(|wait| matches!(wait.what, Awaited::Time { .. })),
        waits: dossier.iter().flat_map(|dossier| &dossier.waits).map(wait).collect(),
        history: records.iter().filter_map(told).collect(),
        t,
    }
}

fn step_view(ask: &Ask, stage: &Stage, running: &RunningStep) -> Option<StepView> {
    let (t, language) = (Words(ask.language), ask.language);
    let process = &stage.procedure.process;
    let step = process.step(&running.id)?;
    let token = running.token?;
    let drawing = process.drawing.as_ref()?;
    let leads = drawing.leads(drawing.model().index(&running.id)?);
    let unit =
        stage.agency.unit(&UnitKey(step.unit.0.clone())).map(|unit| unit.name.get(language).to_string());
    let outcomes: Vec<_> = process
        .outcomes(&running.id)
        .iter()
        .map(|outcome| option(&outcome.key, ui::telling::outcome_name(outcome, language)))
        .collect();
    let allotted = WorkingTime(process.minutes(&running.id).unwrap_or_default());
    let tongue = language.pick(Tongue::Vietnamese, Tongue::English);
    let time = Field::text(language, &format!("time-{token}"), t.trial_takes())
        .complete("off")
        .wide("input--20")
        .value(&process::time_in_words(allotted, tongue));
    let outcome = (!outcomes.is_empty() && leads.on)
        .then(|| Field::choices(language, &format!("outcome-{token}"), t.trial_outcome(), outcomes));
    Some(StepView {
        token,
        name: step.name.get(language).to_string(),
        hint: [unit.unwrap_or_default(), t.trial_due(&short_moment(running.due))].join(" · "),
        fields: Fields::new(language, std::iter::once(time).chain(outcome).collect()),
        on: leads.on,
        end: leads.end || leads.end_of_all,
    })
}
