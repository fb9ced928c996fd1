//! The way of a dossier: filing, intake, each step, the return; done, running or to come.

use super::DossierReader;
use super::text::Words;
use app::opening::Viewed;
use domain::dossier::{Linked, Outcome, Stage, StageKind};
use domain::procedure::{Procedure, Work};
use domain::time::{Instant, long_moment};
use ui::part::{Pair, Progress, Timeline, TimelineStop};

struct TimelineEntry {
    progress: Progress,
    title: String,
    state: String,
    unit: String,
    planned: String,
    /// What was planned was promised for a moment that has passed.
    past: bool,
    done: String,
    /// When it happened; nothing where it has not yet.
    at: Option<Instant>,
}

impl TimelineEntry {
    fn happened(self, at: Option<Instant>, language: domain::Language) -> TimelineEntry {
        let done = at.map(|at| long_moment(at, language)).unwrap_or_default();
        TimelineEntry { done, at, ..self }
    }

    fn stop(self, t: &Words) -> TimelineStop {
        let planned = if self.past { t.was_promised() } else { t.planned() };
        let dates = [(planned, self.planned), (t.finished(), self.done)];
        let known = dates.into_iter().filter(|(_, date)| !date.is_empty());
        TimelineStop {
            progress: self.progress,
            title: self.title,
            state: self.state,
            unit: self.unit,
            dates: known.map(|(name, date)| Pair::new(name, date)).collect(),
        }
    }
}

pub fn timeline(reader: &DossierReader, viewed: &Viewed, procedure: Option<&Procedure>) -> Timeline {
    let t = Words(reader.language);
    Timeline(entries(reader, viewed, procedure).into_iter().map(|entry| entry.stop(&t)).collect())
}

fn entries(reader: &DossierReader, viewed: &Viewed, procedure: Option<&Procedure>) -> Vec<TimelineEntry> {
    let (t, language) = (Words(reader.language), reader.language);
    let dossier = &viewed.dossier;
    let (data, now) = (&reader.data, reader.now);
    let say = |at: Instant| long_moment(at, language);
    let agency = |id| data.agency(id).map(|agency| agency.name.get(language).to_string()).unwrap_or_default();
    let unit = |key: &domain::agency::UnitKey| {
        data.agency(dossier.competent)
            .and_then(|agency| agency.unit(key))
            .map_or_else(String::new, |unit| unit.name.get(language).to_string())
    };
    let entry = |progress, title: &str| TimelineEntry {
        progress,
        title: title.to_string(),
        state: match progress {
            Progress::Done => t.done(),
            Progress::Running => t.running(),
            Progress::Yours => t.waits_for_you(),
            Progress::Late => t.late(),
            Progress::Note => t.nobody_turn(),
            Progress::Refused => t.refused(),
            Progress::ToCome => t.to_come(),
        }
        .to_string(),
        unit: String::new(),
        planned: String::new(),
        past: false,
        done: String::new(),
        at: None,
    };
    let running = |due: Instant| if now > due { Progress::Late } else { Progress::Running };
    let stage = dossier.stage.kind();
    let filed = entry(Progress::Done, t.filed()).happened(Some(dossier.submitted_at), language);
    let mut entries = vec![filed];
    let intake = match &dossier.stage {
        Stage::Submitted { answer_by, .. } => {
            TimelineEntry { planned: say(*answer_by), ..entry(running(*answer_by), t.intake()) }
        }
        Stage::AwaitingCompletion { .. } => entry(Progress::Yours, t.intake()),
        Stage::Refused => entry(Progress::Refused, t.intake()).happened(dossier.finished_at, language),
        _ => entry(Progress::Done, t.intake()).happened(dossier.accepted_at, language),
    };
    entries.push(TimelineEntry { unit: agency(dossier.receiving), ..intake });
    if matches!(stage, StageKind::Refused) || (stage == StageKind::Withdrawn && dossier.accepted_at.is_none())
    {
        return ended(entries, viewed, &t, language, stage);
    }
    for apology in &dossier.apologies {
        let title = t.apologised(&apology.document);
        let again = format!("{} · {}: {}", say(apology.at), t.date_again(), say(apology.to));
        let said =
            TimelineEntry { state: apology.reason.clone(), unit: again, ..entry(Progress::Note, &title) };
        entries.push(TimelineEntry { at: Some(apology.at), ..said });
    }
    if stage == StageKind::Accepted {
        let by = dossier.hand_over_by.unwrap_or(now);
        entries.push(TimelineEntry {
            planned: say(by),
            unit: agency(dossier.receiving),
            ..entry(running(by), t.hand_over())
        });
    }
    let decided = dossier.outcome.is_some();
    let stands: Vec<&str> = dossier.marking.tokens.iter().map(|token| token.at.as_str()).collect();
    let certain = procedure.map(|procedure| procedure.process.drawing.certain_steps(&stands));
    let possible = procedure.map(|procedure| procedure.process.drawing.possible_steps(&stands));
    let is_over = |id: &str| possible.as_ref().is_some_and(|possible| !possible.contains(id));
    let if_needed = |id: &str| certain.as_ref().is_some_and(|certain| !certain.contains(id));
    for work in procedure.map(|procedure| procedure.process.works()).unwrap_or_default() {
        let step = match work {
            Work::Step(step) => step,
            Work::Link(link) => {
                let title = link.name.get(language);
                let of_it = |linked: &&Linked| linked.event == link.id && !linked.undone;
                // What was recalled may have to be asked anew.
                let again = !if_needed(&link.id) && !stands.is_empty();
                let last =
                    dossier.linked.iter().rev().find(of_it).filter(|linked| !(linked.recalled && again));
                let made = match last.map(|linked| (linked, &linked.answer)) {
                    Some((linked, Some(answer))) => TimelineEntry {
                        planned: say(viewed.answer_due(linked)),
                        ..entry(Progress::Done, title).happened(Some(answer.at), language)
                    },
                    Some((linked, None)) if linked.is_open() => {
                        let due = viewed.answer_due(linked);
                        TimelineEntry { planned: say(due), ..entry(running(due), title) }
                    }
                    _ if decided || last.is_some() => continue,
                    _ if is_over(&link.id) => {
                        TimelineEntry { state: t.not_needed().to_string(), ..entry(Progress::ToCome, title) }
                    }
                    _ if if_needed(&link.id) => {
                        TimelineEntry { state: t.if_needed().to_string(), ..entry(Progress::ToCome, title) }
                    }
                    _ => TimelineEntry {
                        planned: allotted(link.minutes.div_ceil(60), &t),
                        ..entry(Progress::ToCome, title)
                    },
                };
                entries.push(TimelineEntry { unit: agency(link.agency), ..made });
                continue;
            }
        };
        let title = step.name.get(language);
        let done = dossier.steps_done.iter().rev().find(|done| done.id == step.id).filter(|done| {
            let again = certain.as_ref().is_some_and(|certain| certain.contains(&step.id));
            !done.undone && (!again || stands.is_empty())
        });
        let now_running = dossier.steps.iter().find(|running| running.id == step.id);
        // The process may have come to its end without it.
        if decided && done.is_none() {
            continue;
        }
        let made = match (done, now_running) {
            (Some(done), None) => {
                let happened = entry(Progress::Done, title).happened(Some(done.finished), language);
                TimelineEntry { planned: say(done.due), ..happened }
            }
            (_, Some(step)) => match stage {
                StageKind::PausedForApplicant | StageKind::PausedForFee => entry(Progress::Yours, title),
                _ => TimelineEntry { planned: say(step.due), ..entry(running(step.due), title) },
            },
            (None, None) if is_over(&step.id) => {
                TimelineEntry { state: t.not_needed().to_string(), ..entry(Progress::ToCome, title) }
            }
            (None, None) if if_needed(&step.id) => {
                TimelineEntry { state: t.if_needed().to_string(), ..entry(Progress::ToCome, title) }
            }
            (None, None) => {
                TimelineEntry { planned: allotted(step.hours, &t), ..entry(Progress::ToCome, title) }
            }
        };
        entries.push(TimelineEntry { unit: unit(&step.unit), ..made });
    }
    if matches!(stage, StageKind::Withdrawn | StageKind::Stopped) {
        entries.retain(|entry| entry.at.is_some());
        return ended(entries, viewed, &t, language, stage);
    }
    let last = match stage {
        StageKind::ResultReady => entry(Progress::Yours, t.returning()),
        // What was given back is a no.
        StageKind::Returned if dossier.outcome == Some(Outcome::Denied) => TimelineEntry {
            state: t.denied().to_string(),
            ..entry(Progress::Refused, t.returning_answer()).happened(dossier.returned_at, language)
        },
        StageKind::Returned => entry(Progress::Done, t.returning()).happened(dossier.returned_at, language),
        _ => {
            let to_come = entry(Progress::ToCome, t.returning());
            let past = dossier.due().is_some_and(|due| now > due);
            let state = match dossier.apologies.as_slice() {
                _ if !past => to_come.state,
                [] => t.past().to_string(),
                _ => t.past_again().to_string(),
            };
            TimelineEntry { planned: dossier.due().map(say).unwrap_or_default(), past, state, ..to_come }
        }
    };
    entries.push(TimelineEntry { unit: dossier.delivery.name(language).to_string(), ..last });
    in_order(entries)
}

/// Working time as people count it: a step's day is eight hours, whatever the office hours are.
fn allotted(hours: u32, t: &Words) -> String {
    if hours > 0 && hours.is_multiple_of(8) { t.days_allotted(hours / 8) } else { t.hours_allotted(hours) }
}

/// What happened, in its order, before what runs and is to come.
fn in_order(mut entries: Vec<TimelineEntry>) -> Vec<TimelineEntry> {
    entries.sort_by_key(|entry| (entry.at.is_none(), entry.at));
    entries
}

fn ended(
    mut entries: Vec<TimelineEntry>,
    viewed: &Viewed,
    t: &Words,
    language: domain::Language,
    stage: StageKind,
) -> Vec<TimelineEntry> {
    if stage != StageKind::Refused {
        let entry = TimelineEntry {
            progress: Progress::Note,
            title: stage.name(language).to_string(),
            state: t.nobody_turn().to_string(),
            unit: String::new(),
            planned: String::new(),
            past: false,
            done: String::new(),
            at: None,
        };
        entries.push(entry.happened(viewed.dossier.finished_at, language));
    }
    in_order(entries)
}
