//! How long people took over each step, and other agencies over what they were asked, learnt from the record.

use super::PastDossier;
use crate::calendar::Calendar;
use crate::dossier::{Fact, Record};
use crate::officer::AccountId;
use crate::time::Instant;
use std::collections::{BTreeMap, HashMap};

/// How many working minutes a step took, and how it turned out.
pub(super) type StepDuration = (u32, Option<String>);

/// How long people took, and how it turned out.
pub(super) struct StepDurations {
    /// By dossier and step, the times it was done, in order.
    pub own: HashMap<(i64, String), Vec<StepDuration>>,
    /// By step, the middle of them all, and the outcome most came to.
    pub usual: HashMap<String, StepDuration>,
    /// By dossier, from when to when its clock stood still.
    pauses: HashMap<i64, Vec<(Instant, Instant)>>,
}

impl StepDurations {
    pub fn learnt(past: &[PastDossier], calendar: &Calendar) -> StepDurations {
        let mut durations =
            StepDurations { own: HashMap::new(), usual: HashMap::new(), pauses: HashMap::new() };
        for past in past {
            durations.pauses.insert(past.dossier.id.0, pauses(&past.records));
        }
        let mut done: Vec<_> = past
            .iter()
            .flat_map(|past| past.dossier.steps_done.iter().map(move |done| (past, done)))
            .collect();
        done.sort_by_key(|(past, done)| (done.finished, past.dossier.id));
        let mut before: HashMap<AccountId, Instant> = HashMap::new();
        let mut by_step: HashMap<String, Vec<StepDuration>> = HashMap::new();
        for (past, done) in done {
            let free = done.by.and_then(|by| before.get(&by).copied());
            let begun = free.map_or(done.started, |free| free.max(done.started));
            let paused = durations.paused(past, calendar, begun, done.finished);
            let minutes =
                calendar.working_minutes_between(begun, done.finished).saturating_sub(paused).max(1);
            if let Some(by) = done.by {
                before.insert(by, done.finished);
            }
            let key = (past.dossier.id.0, done.id.clone());
            durations.own.entry(key).or_default().push((minutes, done.outcome.clone()));
            by_step.entry(done.id.clone()).or_default().push((minutes, done.outcome.clone()));
        }
        for past in past {
            for (asked, answer) in
                past.dossier.linked.iter().filter_map(|asked| Some((asked, asked.answer.as_ref()?)))
            {
                let minutes = calendar.working_minutes_between(asked.asked, answer.at).max(1);
                let duration = (minutes, Some(answer.outcome.key().to_string()));
                let key = (past.dossier.id.0, asked.event.clone());
                durations.own.entry(key).or_default().push(duration.clone());
                by_step.entry(asked.event.clone()).or_default().push(duration);
            }
        }
        for (step, mut all) in by_step {
            all.sort();
            let mut counts: BTreeMap<&Option<String>, u32> = BTreeMap::new();
            for (_, outcome) in &all {
                *counts.entry(outcome).or_default() += 1;
            }
            let most =
                counts.into_iter().max_by_key(|(_, count)| *count).and_then(|(outcome, _)| outcome.clone());
            durations.usual.insert(step, (all[all.len() / 2].0, most));
        }
        durations
    }

    /// How it went that time with that dossier, else as it usually goes.
    pub fn of(&self, dossier: i64, step: &str, time: usize) -> Option<&StepDuration> {
        let own = self.own.get(&(dossier, step.to_string())).and_then(|all| all.get(time));
        own.or_else(|| self.usual.get(step))
    }

    pub fn known(&self, step: &str) -> bool {
        self.usual.contains_key(step)
    }

    pub fn paused(&self, past: &PastDossier, calendar: &Calendar, from: Instant, to: Instant) -> u32 {
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
