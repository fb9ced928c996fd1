//! The way of a dossier: filing, intake, each step, the return; done, running or to come.

use super::DossierReader;
use super::text::Words;
use app::opening::Viewed;
use domain::agency::{AgencyId, UnitKey};
use domain::dossier::{Dossier, Linked, Outcome, Stage, StageKind};
use domain::procedure::{LinkStep, Procedure, Step, Work};
use domain::time::{Instant, long_moment};
use std::collections::HashSet;
use ui::part::{Pair, Progress, Timeline, TimelineStop};

struct TimelineEntry {
    progress: Progress,
    title: String,
    state: String,
    unit: String,
    planned: String,
    /// How long it is planned to take, where no date is known.
    takes: String,
    /// What was planned was promised for a moment that has passed.
    past: bool,
    done: String,
    /// When it happened; nothing where it has not yet.
    at: Option<Instant>,
}

impl TimelineEntry {
    fn stop(self, t: &Words) -> TimelineStop {
        let planned = if self.past { t.was_promised() } else { t.planned() };
        // That it is done and when is one thing.
        let (state, done) = match self.progress {
            Progress::Done if !self.done.is_empty() => (t.done_at(&self.done), String::new()),
            _ => (self.state, self.done),
        };
        let dates = [(planned, self.planned), (t.takes(), self.takes), (t.happened(), done)];
        let known = dates.into_iter().filter(|(_, date)| !date.is_empty());
        TimelineStop {
            progress: self.progress,
            title: self.title,
            state,
            unit: self.unit,
            dates: known.map(|(name, date)| Pair::new(name, date)).collect(),
        }
    }
}

pub fn timeline(reader: &DossierReader, viewed: &Viewed, procedure: Option<&Procedure>) -> Timeline {
    let way = Way::new(reader, viewed, procedure);
    Timeline(way.entries().into_iter().map(|entry| entry.stop(&way.t)).collect())
}

/// The way of one dossier, as its applicant is told it.
struct Way<'a> {
    t: Words,
    language: domain::Language,
    reader: &'a DossierReader,
    viewed: &'a Viewed,
    dossier: &'a Dossier,
    stage: StageKind,
    procedure: Option<&'a Procedure>,
    /// Whether its process stands anywhere; where it does not, it was handed over before lists were drawn, or is over.
    stands: bool,
    /// The steps every way on goes through, and those any way does; nothing where the procedure is not known.
    certain: Option<HashSet<String>>,
    possible: Option<HashSet<String>>,
}

impl<'a> Way<'a> {
    fn new(reader: &'a DossierReader, viewed: &'a Viewed, procedure: Option<&'a Procedure>) -> Way<'a> {
        let dossier = &viewed.dossier;
        let stands: Vec<&str> = dossier.marking.tokens.iter().map(|token| token.at.as_str()).collect();
        Way {
            t: Words(reader.language),
            language: reader.language,
            reader,
            viewed,
            dossier,
            stage: dossier.stage.kind(),
            procedure,
            certain: procedure.map(|procedure| procedure.process.drawing.certain_steps(&stands)),
            possible: procedure.map(|procedure| procedure.process.drawing.possible_steps(&stands)),
            stands: !stands.is_empty(),
        }
    }

    fn entries(&self) -> Vec<TimelineEntry> {
        let filed = self.entry(Progress::Done, self.t.filed());
        let mut entries = vec![self.happened(filed, Some(self.dossier.submitted_at)), self.intake()];
        let never_in = self.stage == StageKind::Withdrawn && self.dossier.accepted_at.is_none();
        if self.stage == StageKind::Refused || never_in {
            return self.ended(entries);
        }
        entries.extend(self.apologies());
        entries.extend(self.hand_over());
        let works = self.procedure.map(|procedure| procedure.process.works()).unwrap_or_default();
        entries.extend(works.into_iter().filter_map(|work| match work {
            Work::Step(step) => self.step(step),
            Work::Link(link) => self.link(link),
        }));
        if matches!(self.stage, StageKind::Withdrawn | StageKind::Stopped) {
            entries.retain(|entry| entry.at.is_some());
            return self.ended(entries);
        }
        entries.push(self.giving_back());
        in_order(entries)
    }

    fn entry(&self, progress: Progress, title: &str) -> TimelineEntry {
        let t = &self.t;
        let state = match progress {
            Progress::Done => t.done(),
            Progress::Running => t.running(),
            Progress::Yours => t.waits_for_you(),
            Progress::Late => t.late(),
            Progress::Note => t.nobody_turn(),
            Progress::Refused => t.refused(),
            Progress::ToCome => t.to_come(),
        };
        TimelineEntry {
            progress,
            title: title.to_string(),
            state: state.to_string(),
            unit: String::new(),
            planned: String::new(),
            takes: String::new(),
            past: false,
            done: String::new(),
            at: None,
        }
    }

    /// What is under way, and by when it shall be done.
    fn running(&self, due: Instant, title: &str) -> TimelineEntry {
        let progress = if self.reader.now > due { Progress::Late } else { Progress::Running };
        TimelineEntry { planned: self.say(due), ..self.entry(progress, title) }
    }

    /// What no way leads to any more, or not every way; nothing where it is sure to come.
    fn unsure(&self, id: &str, title: &str) -> Option<TimelineEntry> {
        let is_over = self.possible.as_ref().is_some_and(|possible| !possible.contains(id));
        let state = match is_over {
            true => self.t.not_needed(),
            false if self.if_needed(id) => self.t.if_needed(),
            false => return None,
        };
        Some(TimelineEntry { state: state.to_string(), ..self.entry(Progress::ToCome, title) })
    }

    fn if_needed(&self, id: &str) -> bool {
        self.certain.as_ref().is_some_and(|certain| !certain.contains(id))
    }

    fn to_come(&self, hours: u32, title: &str) -> TimelineEntry {
        TimelineEntry { takes: allotted(hours, &self.t), ..self.entry(Progress::ToCome, title) }
    }

    fn happened(&self, entry: TimelineEntry, at: Option<Instant>) -> TimelineEntry {
        let done = at.map(|at| self.say(at)).unwrap_or_default();
        TimelineEntry { done, at, ..entry }
    }

    fn say(&self, at: Instant) -> String {
        long_moment(at, self.language)
    }

    fn agency(&self, id: AgencyId) -> String {
        let agency = self.reader.data.agency(id);
        agency.map(|agency| agency.name.get(self.language).to_string()).unwrap_or_default()
    }

    fn unit(&self, key: &UnitKey) -> String {
        let unit = self.reader.data.agency(self.dossier.competent).and_then(|agency| agency.unit(key));
        unit.map(|unit| unit.name.get(self.language).to_string()).unwrap_or_default()
    }

    fn intake(&self) -> TimelineEntry {
        let (t, dossier) = (&self.t, self.dossier);
        let intake = match &dossier.stage {
            Stage::Submitted { answer_by, .. } => self.running(*answer_by, t.intake()),
            Stage::AwaitingCompletion { .. } => self.entry(Progress::Yours, t.intake()),
            Stage::Refused => self.happened(self.entry(Progress::Refused, t.intake()), dossier.finished_at),
            _ => self.happened(self.entry(Progress::Done, t.intake()), dossier.accepted_at),
        };
        TimelineEntry { unit: self.agency(dossier.receiving), ..intake }
    }

    fn apologies(&self) -> impl Iterator<Item = TimelineEntry> {
        self.dossier.apologies.iter().map(|apology| {
            let again =
                format!("{} · {}: {}", self.say(apology.at), self.t.date_again(), self.say(apology.to));
            TimelineEntry {
                state: apology.reason.clone(),
                unit: again,
                at: Some(apology.at),
                ..self.entry(Progress::Note, &self.t.apologised(&apology.document))
            }
        })
    }

    fn hand_over(&self) -> Option<TimelineEntry> {
        let by = self.dossier.hand_over_by.unwrap_or(self.reader.now);
        (self.stage == StageKind::Accepted).then(|| TimelineEntry {
            unit: self.agency(self.dossier.receiving),
            ..self.running(by, self.t.hand_over())
        })
    }

    /// What another agency is asked for. The process may have come to its end without it.
    fn link(&self, link: &LinkStep) -> Option<TimelineEntry> {
        let title = link.name.get(self.language);
        let of_it = |linked: &&Linked| linked.event == link.id && !linked.undone;
        // What was recalled may have to be asked anew.
        let again = !self.if_needed(&link.id) && self.stands;
        let asked = self.dossier.linked.iter().rev().find(of_it);
        let made = match asked.filter(|linked| !(linked.recalled && again)) {
            Some(linked) => match &linked.answer {
                Some(answer) => TimelineEntry {
                    planned: self.say(self.viewed.answer_due(linked)),
                    ..self.happened(self.entry(Progress::Done, title), Some(answer.at))
                },
                None if linked.is_open() => self.running(self.viewed.answer_due(linked), title),
                None => return None,
            },
            None if self.dossier.outcome.is_some() => return None,
            None => {
                self.unsure(&link.id, title).unwrap_or_else(|| self.to_come(link.minutes.div_ceil(60), title))
            }
        };
        Some(TimelineEntry { unit: self.agency(link.agency), ..made })
    }

    /// What a division does. The process may have come to its end without it.
    fn step(&self, step: &Step) -> Option<TimelineEntry> {
        let title = step.name.get(self.language);
        let done = self.dossier.steps_done.iter().rev().find(|done| done.id == step.id).filter(|done| {
            let again = self.certain.as_ref().is_some_and(|certain| certain.contains(&step.id));
            !done.undone && (!again || !self.stands)
        });
        if self.dossier.outcome.is_some() && done.is_none() {
            return None;
        }
        let running = self.dossier.steps.iter().find(|running| running.id == step.id);
        let made = match (done, running) {
            (Some(done), None) => TimelineEntry {
                planned: self.say(done.due),
                ..self.happened(self.entry(Progress::Done, title), Some(done.finished))
            },
            (_, Some(running)) => match self.stage {
                StageKind::PausedForApplicant | StageKind::PausedForFee => self.entry(Progress::Yours, title),
                _ => self.running(running.due, title),
            },
            (None, None) => self.unsure(&step.id, title).unwrap_or_else(|| self.to_come(step.hours, title)),
        };
        Some(TimelineEntry { unit: self.unit(&step.unit), ..made })
    }

    /// The end of it: what was decided comes back to the applicant.
    fn giving_back(&self) -> TimelineEntry {
        let (t, dossier) = (&self.t, self.dossier);
        let last = match self.stage {
            StageKind::ResultReady => self.entry(Progress::Yours, t.returning()),
            // What was given back is a no.
            StageKind::Returned if dossier.outcome == Some(Outcome::Denied) => {
                let denied = self.entry(Progress::Refused, t.returning_answer());
                TimelineEntry { state: t.denied().to_string(), ..self.happened(denied, dossier.returned_at) }
            }
            StageKind::Returned => {
                self.happened(self.entry(Progress::Done, t.returning()), dossier.returned_at)
            }
            _ => {
                let to_come = self.entry(Progress::ToCome, t.returning());
                let past = dossier.due().is_some_and(|due| self.reader.now > due);
                let state = match dossier.apologies.as_slice() {
                    _ if !past => to_come.state,
                    [] => t.past().to_string(),
                    _ => t.past_again().to_string(),
                };
                let planned = dossier.due().map(|due| self.say(due)).unwrap_or_default();
                TimelineEntry { planned, past, state, ..to_come }
            }
        };
        TimelineEntry { unit: dossier.delivery.name(self.language).to_string(), ..last }
    }

    /// It ended without a result; why a refusal did is said at the intake.
    fn ended(&self, mut entries: Vec<TimelineEntry>) -> Vec<TimelineEntry> {
        if self.stage != StageKind::Refused {
            let end = self.entry(Progress::Note, self.stage.name(self.language));
            entries.push(self.happened(end, self.dossier.finished_at));
        }
        in_order(entries)
    }
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
