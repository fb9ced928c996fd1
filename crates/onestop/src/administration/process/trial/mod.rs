//! A trial run of a draft: sample answers, a day to start on, and step by step where it goes and until when.

#[cfg(test)]
mod tests;
mod written;

use super::text::Words;
use super::{draft, home, requested, supplier, title};
use askama::Template;
use axum::extract::Path;
use domain::Language;
use domain::agency::UnitKey;
use domain::calendar::Calendar;
use domain::dossier::{Awaited, Dossier, MayLead, Outcome, Refusal, RefusalTarget, RunningStep};
use domain::procedure::Procedure;
use domain::time::{Instant, long_moment, short_moment};
use domain::trial::{self, MOVES_MAX, Trial, TrialMove, TrialRun};
use forms::Answers;
use jiff::civil::Date;
use process::WorkingTime;
use ui::diagram::{Marked, svg};
use ui::field::option;
use ui::form::ErrorTarget;
use ui::part::{BackLink, Button, ButtonLook, Chart, Heading, Notice, Pair, SummaryList, SummaryNote};
use ui::submit::ACTION;
use ui::{Chrome, Field, Fields, Form, FormParam, Posted, Switch};
use web::{Answer, Failure, RequestContext, Sent, page, page_with_errors};
use written::{StepEnding, TrialAct, named, read_act, read_move, write_move};

#[derive(Template)]
#[template(path = "administration/process/trial/page.html")]
struct Page {
    chrome: Chrome,
    code: String,
    heading: Heading,
    error_summary: ui::part::ErrorSummary,
    sample: Fields,
    began: bool,
    moves: String,
    chart: Chart,
    /// What time it is, and until when.
    times: SummaryList,
    /// How it was decided.
    ended: Option<Notice>,
    steps: Vec<StepView>,
    waits: Vec<WaitView>,
    /// Some of what is waited for is a time, which one may wait for.
    wait: Option<Button>,
    undo: Button,
    begin: Button,
    history: Vec<TrialEntry>,
    t: Words,
}

/// What happened, and when.
struct TrialEntry {
    at: String,
    sentence: String,
}

struct StepView {
    /// What its first button says.
    first: String,
    buttons: Vec<Button>,
    name: String,
    hint: String,
    fields: Fields,
}

struct WaitView {
    buttons: Vec<Button>,
    name: String,
    /// When it comes by itself; empty where somebody must record it.
    at: String,
}

/// The draft with what a trial needs.
pub(super) struct TrialSetting {
    pub procedure: Procedure,
    pub agency: domain::agency::Agency,
    calendar: std::sync::Arc<Calendar>,
}

impl TrialSetting {
    pub async fn set(context: &RequestContext, code: &str) -> Result<Option<TrialSetting>, Failure> {
        let procedure = requested(context, code)?;
        let agency = supplier(context, code).ok_or(Failure::NotFound)?;
        let Some(draft) = app::processes::find_draft(context.app(), code).await? else { return Ok(None) };
        let Ok(adoption) = draft::adopted(context, &procedure, &draft).await? else { return Ok(None) };
        let calendar = context.app().master_data().calendar(agency.id).clone();
        let version = adoption.process.version.max(1);
        let process = domain::procedure::Process { version, ..adoption.process };
        Ok(Some(TrialSetting { procedure: Procedure { process, ..procedure }, agency, calendar }))
    }

    /// The day it starts on and the answers it starts with; nothing need be answered.
    fn sample(&self, form: &mut Form, context: &RequestContext) -> Option<(Date, Answers)> {
        let (t, today) = (Words(context.language), context.today());
        let start = form.day("start", t.trial_start()).value(&today.to_string()).on(START);
        let start = start.read();
        let mut answers = Answers::new();
        for question in &self.procedure.form.questions {
            let mut field = Field::question(context.language, question).optional();
            field.name = format!("q-{}", question.id);
            if let Some(answer) = form.answer(field, question.kind.on(today)).read() {
                answers.insert(question.id.clone(), answer);
            }
        }
        Some((start?, answers))
    }

    fn run(&self, trial: &Trial) -> Result<TrialRun, Refusal> {
        trial::run(&self.procedure, &self.agency, &self.calendar, trial)
    }
}

const START: ErrorTarget = ErrorTarget::Named("start");

pub async fn show(context: RequestContext, Path(code): Path<String>) -> Answer {
    let Some(setting) = TrialSetting::set(&context, &code).await? else { return web::see(&home(&code)) };
    let mut blank = Form::blank(context.language);
    setting.sample(&mut blank, &context);
    page(&view(&context, &setting, blank.into_fields(), Vec::new(), None, None))
}

pub async fn submit(context: RequestContext, Path(code): Path<String>, Sent(posted): Sent) -> Answer {
    let Some(setting) = TrialSetting::set(&context, &code).await? else { return web::see(&home(&code)) };
    let act = read_act(ACTION.of(&posted)).ok_or(Failure::BadRequest)?;
    let moves: Option<Vec<TrialMove>> = MOVES.of(&posted).lines().map(read_move).collect();
    let mut moves = moves.filter(|moves| moves.len() <= MOVES_MAX).ok_or(Failure::BadRequest)?;
    let mut sample = Form::sent(context.language, &posted);
    let read = setting.sample(&mut sample, &context);
    let Some((start, answers)) = read.filter(|_| !sample.any_wrong()) else {
        return page_with_errors(&view(&context, &setting, sample.into_fields(), moves, None, None));
    };
    match act {
        TrialAct::Begin => moves.clear(),
        TrialAct::Undo => {
            moves.pop();
        }
        TrialAct::Step(..) | TrialAct::Move(_) => {}
    }
    let start = setting.calendar.arrival(Instant::from_civil(start.at(0, 0, 0, 0)));
    let before = Trial { start, answers, moves };
    let ran = match setting.run(&before) {
        Ok(run) => run,
        Err(refusal) => {
            match &refusal {
                Refusal::NoProcess => tell(&mut sample, &refusal, context.language),
                other => sample.wrong_about(Some(START), other.sentence(context.language)),
            }
            return page_with_errors(&view(&context, &setting, sample.into_fields(), Vec::new(), None, None));
        }
    };
    let mut form = Form::sent(context.language, &posted);
    if posted.is_held() && !matches!(act, TrialAct::Begin) {
        return page(&view(
            &context,
            &setting,
            sample.into_fields(),
            before.moves,
            Some(ran),
            Some(TriedForm::Shown(&posted)),
        ));
    }
    // The draft may have been changed since, so that what was done before no longer goes.
    if let Some(refusal) = &ran.refused {
        tell(&mut form, refusal, context.language);
        let troubled = Some(TriedForm::Wrong(None, form.into_fields()));
        return page_with_errors(&view(
            &context,
            &setting,
            sample.into_fields(),
            before.moves,
            Some(ran),
            troubled,
        ));
    }
    let (trial_move, token) = match act {
        TrialAct::Begin | TrialAct::Undo => {
            return page(&view(&context, &setting, sample.into_fields(), before.moves, Some(ran), None));
        }
        TrialAct::Step(how, token) => {
            let running = ran.dossier_run.dossier.steps.iter().find(|step| step.token == Some(token));
            let running = running.ok_or(Failure::BadRequest)?;
            let dossier = &ran.dossier_run.dossier;
            let said = step_form(&mut form, &context, &setting, dossier, running);
            let said = said.filter(|_| !form.any_wrong());
            // How a step turns out by a decision is asked only where several ways mean it.
            let outcome_for = |granted: bool, outcome: Option<String>| {
                let decided = if granted { Outcome::Granted } else { Outcome::Denied };
                let at = domain::dossier::stands(dossier, running);
                let ways = setting.procedure.process.ways_to_decide(&running.id, decided, at);
                outcome.filter(|key| ways.len() > 1 && ways.contains(&Some(key.as_str())))
            };
            let trial_move = said.map(|(minutes, outcome)| match how {
                StepEnding::Finish => TrialMove::Finish { token, minutes, outcome },
                StepEnding::Decide { granted } => {
                    TrialMove::Decide { token, minutes, granted, outcome: outcome_for(granted, outcome) }
                }
            });
            (trial_move, Some(token))
        }
        TrialAct::Move(trial_move) => (Some(trial_move), None),
    };
    let mut after = before.clone();
    let tried = trial_move.filter(|_| after.moves.len() < MOVES_MAX).map(|trial_move| {
        after.moves.push(trial_move);
        setting.run(&after)
    });
    match tried {
        Some(Ok(run)) if run.refused.is_none() => {
            page(&view(&context, &setting, sample.into_fields(), after.moves, Some(run), None))
        }
        other => {
            // What was not possible is said, and not tried again.
            if let Some(Ok(TrialRun { refused: Some(refusal), .. }) | Err(refusal)) = &other {
                tell(&mut form, refusal, context.language);
            }
            let troubled = Some(TriedForm::Wrong(token, form.into_fields()));
            let sample = sample.into_fields();
            page_with_errors(&view(&context, &setting, sample, before.moves, Some(ran), troubled))
        }
    }
}

/// Why something was not possible. A draft may lead to a step of which it does not say yet who does it.
fn tell(form: &mut Form, refusal: &Refusal, language: Language) {
    match refusal {
        Refusal::NoProcess => form.add_error(Words(language).trial_unsaid().to_string()),
        other => form.refused(other),
    }
}

/// The moves that were made, a line each.
const MOVES: FormParam = FormParam("moves");

/// The button of an act.
fn button(look: ButtonLook, words: &str, act: &TrialAct) -> Button {
    Button::new(look, words, ACTION.with(named(act)))
}

/// How long a step takes and how it turns out.
fn step_form(
    form: &mut Form,
    context: &RequestContext,
    setting: &TrialSetting,
    dossier: &Dossier,
    running: &RunningStep,
) -> Option<(u32, Option<String>)> {
    let (t, language) = (Words(context.language), context.language);
    let process = &setting.procedure.process;
    let token = running.token?;
    let allotted = WorkingTime(process.minutes(&running.id).unwrap_or_default());
    let time = form.line_of(&format!("time-{token}"), t.trial_takes(), move |typed| {
        let time = WorkingTime::parse(&forms::tidy(typed)).map(WorkingTime::minutes);
        time.ok_or(t.trial_time_wrong().to_string())
    });
    let time = time.complete("off").wide("input--20").value(&process::time_in_words(allotted, language));
    let time = time.missing(t.trial_time_wrong()).read();
    let at = domain::dossier::stands(dossier, running);
    let mut offered: Vec<&str> = Vec::new();
    if domain::dossier::may_lead(dossier, running, process).to_step {
        offered.extend(process.ways_on(&running.id, at).into_iter().map(|outcome| outcome.key.as_str()));
    }
    for decided in Outcome::ALL {
        let ways = process.plain_ways_to_decide(&running.id, decided, at);
        offered.extend(ways.iter().flatten().filter(|_| ways.len() > 1));
    }
    let name = |own| ui::event_sentences::outcome_name(own, language);
    let (named, ends): (Vec<_>, Vec<_>) =
        process.outcomes(&running.id).iter().partition(|own| offered.contains(&own.key.as_str()));
    let ends: Vec<String> = ends.into_iter().map(|own| t.trial_ends_by(name(own))).collect();
    let named: Vec<_> = named.into_iter().map(|own| (own.key.clone(), option(&own.key, name(own)))).collect();
    let outcome = match named.is_empty() {
        false => {
            let asked = process.question(&running.id);
            let asked = asked.map_or(t.trial_outcome().to_string(), |asked| asked.get(language).to_string());
            // Where another way is a decision, nothing is chosen beforehand.
            let only = named.first().filter(|_| named.len() == 1 && ends.is_empty());
            let only = only.map_or(String::new(), |(only, _)| only.clone());
            let field = form.one_of(&format!("outcome-{token}"), &asked, named).value(&only);
            let field = field.hint(&ends.join(" "));
            field.on_refusal(RefusalTarget::Outcome).given()
        }
        true => None,
    };
    Some((time?, outcome))
}

/// What came with the form of the page.
enum TriedForm<'p> {
    /// It did not go through: for which step, and as it was typed.
    Wrong(Option<u32>, Fields),
    /// It is only shown again.
    Shown(&'p Posted),
}

const FORM: &str = "trial";

/// The page; the form of a step that did not go through comes as it was typed.
fn view(
    context: &RequestContext,
    setting: &TrialSetting,
    sample: Fields,
    moves: Vec<TrialMove>,
    run: Option<TrialRun>,
    tried: Option<TriedForm>,
) -> Page {
    let (t, language) = (Words(context.language), context.language);
    let procedure = &setting.procedure;
    let data = context.app().master_data();
    let dossier = run.as_ref().map(|run| &run.dossier_run.dossier);
    let records = run.as_ref().map(|run| run.dossier_run.added.as_slice()).unwrap_or_default();
    let marked = dossier.map(|dossier| Marked::of(dossier, &procedure.process)).unwrap_or_default();
    let told = |record: &domain::dossier::Record| {
        let dossier = dossier?;
        let sentence = ui::event_sentences::tell(record, dossier, Some(procedure), &data, language);
        let how = ui::event_sentences::turned_out(record, procedure, language);
        let sentence = how.map_or(sentence.clone(), |how| format!("{sentence}: {how}"));
        ui::event_sentences::is_told(record)
            .then(|| TrialEntry { at: short_moment(record.at, language), sentence })
    };
    let due = dossier.and_then(|dossier| dossier.due());
    let timed = |wait: &domain::dossier::Wait| matches!(wait.what, Awaited::Time { .. });
    let waits_for_time = dossier.is_some_and(|dossier| dossier.waits.iter().any(timed));
    let ended = dossier.and_then(|dossier| dossier.outcome).map(|outcome| ended(outcome, &t));
    let now = run.as_ref().map(|run| run.now);
    let answer = |look, words, event: &str, granted| {
        button(look, words, &TrialAct::Move(TrialMove::Answer { event: event.to_string(), granted }))
    };
    let wait = |wait: &domain::dossier::Wait| {
        let event = wait.event.as_str();
        let came = TrialAct::Move(TrialMove::Receive { event: event.to_string() });
        WaitView {
            buttons: match wait.what {
                Awaited::Linked { .. } => vec![
                    answer(ButtonLook::Second, t.trial_found(), event, true),
                    answer(ButtonLook::Quiet, t.trial_missing(), event, false),
                ],
                _ if wait.what.name().is_some() => vec![button(ButtonLook::Second, t.trial_came(), &came)],
                _ => Vec::new(),
            },
            name: ui::event_sentences::event_name(procedure, event, language),
            at: match wait.what {
                Awaited::Time { due, .. } | Awaited::Linked { due, .. } => short_moment(due, language),
                _ => String::new(),
            },
        }
    };
    let mut summary = sample.error_summary();
    if let Some(TriedForm::Wrong(_, fields)) = &tried {
        summary.append(fields.error_summary());
    }
    let tried = tried.as_ref();
    let running = dossier.iter().flat_map(|dossier| dossier.steps.iter().map(move |step| (dossier, step)));
    let steps: Vec<StepView> =
        running.filter_map(|(dossier, step)| step_view(context, setting, dossier, step, tried)).collect();
    // What is shown again where it began is not begun anew.
    let first = match (&run, steps.first()) {
        (None, _) => named(&TrialAct::Begin),
        (_, Some(step)) => step.first.clone(),
        (_, None) => named(&TrialAct::Undo),
    };
    Page {
        chrome: context
            .chrome(t.trial())
            .with_problems(!summary.is_empty())
            .switching_among([Switch::of(FORM, "").act(first)]),
        code: procedure.code.to_string(),
        heading: title(context, procedure, t.trial()),
        error_summary: summary,
        sample,
        began: run.is_some(),
        moves: moves.iter().map(write_move).collect::<Vec<_>>().join("\n"),
        chart: Chart::new(t.picture(), svg(procedure.process.model(), t.picture(), &marked, language)),
        times: times(now, due, &t),
        ended,
        steps,
        waits: dossier.iter().flat_map(|dossier| &dossier.waits).map(wait).collect(),
        wait: waits_for_time
            .then(|| button(ButtonLook::Second, t.trial_wait(), &TrialAct::Move(TrialMove::Wait))),
        undo: button(ButtonLook::Quiet, t.trial_undo(), &TrialAct::Undo),
        begin: button(
            if run.is_some() { ButtonLook::Second } else { ButtonLook::Main },
            t.trial_begin(),
            &TrialAct::Begin,
        ),
        history: records.iter().filter_map(told).collect(),
        t,
    }
}

fn ended(outcome: Outcome, t: &Words) -> Notice {
    match outcome {
        Outcome::Granted => Notice::success(t.trial_granted()),
        Outcome::Denied => Notice::warning(t.trial_denied()),
    }
}

fn times(now: Option<Instant>, due: Option<Instant>, t: &Words) -> SummaryList {
    let late = due.zip(now).is_some_and(|(due, now)| now > due);
    let late = SummaryNote::new(if late { t.trial_late() } else { "" });
    let now = now.map(|now| Pair::new(t.trial_now(), long_moment(now, t.0)));
    let due = due.map(|due| Pair::new(t.trial_limit(), long_moment(due, t.0)).more([late]));
    SummaryList::new(now.into_iter().chain(due).collect())
}

fn step_view(
    context: &RequestContext,
    setting: &TrialSetting,
    dossier: &Dossier,
    running: &RunningStep,
    tried: Option<&TriedForm>,
) -> Option<StepView> {
    let (t, language) = (Words(context.language), context.language);
    let process = &setting.procedure.process;
    let step = process.step(&running.id)?;
    let token = running.token?;
    let MayLead { to_step: on, to_end: end } = domain::dossier::may_lead(dossier, running, process);
    let unit =
        setting.agency.unit(&UnitKey(step.unit.0.clone())).map(|unit| unit.name.get(language).to_string());
    let fields = match tried {
        Some(TriedForm::Wrong(of, fields)) if *of == Some(token) => fields.clone(),
        tried => {
            let posted = tried.and_then(|tried| match tried {
                TriedForm::Shown(posted) => Some(*posted),
                TriedForm::Wrong(..) => None,
            });
            let mut form = Form::of(language, posted);
            step_form(&mut form, context, setting, dossier, running);
            form.into_fields()
        }
    };
    let decide = |granted| TrialAct::Step(StepEnding::Decide { granted }, token);
    let finish = TrialAct::Step(StepEnding::Finish, token);
    let at = domain::dossier::stands(dossier, running);
    let may = |decided| end && !process.ways_to_decide(&running.id, decided, at).is_empty();
    let (grants, denies) = (may(Outcome::Granted), may(Outcome::Denied));
    let buttons = [
        (on, button(ButtonLook::Main, t.trial_finish(), &finish)),
        (grants, button(ButtonLook::Main, t.trial_grant(), &decide(true))),
        (denies, button(ButtonLook::Second, t.trial_deny(), &decide(false))),
    ];
    Some(StepView {
        first: if on { named(&finish) } else { named(&decide(grants)) },
        buttons: buttons.into_iter().filter(|(offered, _)| *offered).map(|(_, button)| button).collect(),
        name: step.name.get(language).to_string(),
        hint: [unit.unwrap_or_default(), t.trial_due(&short_moment(running.due, language))].join(" · "),
        fields,
    })
}
