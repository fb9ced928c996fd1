//! What a process would have made of real dossiers of the past: each is filed again when it was, with its own answers, and
//! led through the process by the rules and the calendar of real ones, beside all the others, by the people there are.
//!
//! How long a step takes is learnt from who did it: from when it began, or from when that officer was done with the dossier
//! before, until it was finished, without pauses. A step nobody did so far takes the time it is allotted. Nothing is stored.

mod durations;
mod queue;

use crate::agency::{AgencyId, UnitKey};
use crate::calendar::Calendar;
use crate::deadline::Timeliness;
use crate::dossier::{Dossier, DossierClock, Record, Refusal};
use crate::officer::{Officer, Role};
use crate::procedure::{Procedure, Work};
use crate::time::Instant;
use durations::StepDurations;
use queue::{QueueSimulation, QueuedDossier, StaffQueue};
use std::cmp::Reverse;

/// A dossier of the past with its record.
#[derive(Clone, Debug)]
pub struct PastDossier {
    pub dossier: Dossier,
    pub records: Vec<Record>,
}

/// Where it is forecast.
pub struct Workplace<'a> {
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
    pub was: RunTally,
    pub would: RunTally,
    /// Those that came to no end, with the first reason.
    pub left_out: u32,
    pub why: Option<Refusal>,
    /// By step, in the order of the process.
    pub steps: Vec<StepForecast>,
    /// By who does them; the bottleneck first.
    pub groups: Vec<StaffGroup>,
    /// Steps nobody has done so far, which take the time they are allotted.
    pub untried: Vec<String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct RunTally {
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
pub struct StaffGroup {
    pub unit: UnitKey,
    pub role: Role,
    pub officers: u32,
    pub steps: u32,
    /// Working minutes on average.
    pub waits: u32,
    /// Percent of the working minutes of these officers that were taken up.
    pub busy: u32,
    /// The most that lay there at once.
    pub longest: u32,
}

impl Forecast {
    /// Who most is waited for, if anybody is.
    pub fn bottleneck(&self) -> Option<&StaffGroup> {
        self.groups.first().filter(|group| group.waits > 0)
    }
}

/// Leads past dossiers through a process.
pub fn forecast(past: &[PastDossier], place: &Workplace) -> Forecast {
    let durations = StepDurations::learnt(past, place.calendar);
    let mut simulation = QueueSimulation::new(place, &durations);
    let mut runs: Vec<QueuedDossier> = past.iter().map(|past| QueuedDossier::of(past, place)).collect();
    simulation.run(&mut runs);
    let mut result = Forecast::default();
    let (mut was, mut would) = (Vec::new(), Vec::new());
    let calendar = place.calendar;
    for (past, run) in past.iter().zip(&runs) {
        let (Some(was_done), Some(done)) = (past.dossier.finished_at, run.finished()) else {
            result.left_out += 1;
            result.why = result.why.or_else(|| run.refused.clone());
            continue;
        };
        let paused = durations.paused(past, calendar, run.accepted, was_done);
        let minutes = calendar.working_minutes_between(run.accepted, was_done).saturating_sub(paused);
        let late = |clock: Option<&DossierClock>, done: Instant| {
            let judged = clock.and_then(|clock| clock.timeliness(past.dossier.pinned.pack.pack(), done));
            judged == Some(Timeliness::Late)
        };
        was.push((minutes, late(past.dossier.clock.as_ref(), was_done)));
        let late = late(run.clock.as_ref(), done);
        would.push((calendar.working_minutes_between(run.accepted, done), late));
    }
    (result.was, result.would) = (tally(was), tally(would));
    let process = &place.procedure.process;
    for work in process.works() {
        let id = match work {
            Work::Step(step) => &step.id,
            Work::Link(link) => &link.id,
        };
        let Some(sum) = simulation.sums.get(id) else { continue };
        let mean = |minutes: u64| (minutes / u64::from(sum.times.max(1))) as u32;
        let (waits, takes) = (mean(sum.waits), mean(sum.takes));
        result.steps.push(StepForecast { step: id.clone(), times: sum.times, waits, takes, late: sum.late });
        if !durations.known(id) {
            result.untried.push(id.clone());
        }
    }
    let from = runs.iter().map(|run| run.accepted).min();
    let to = runs.iter().filter_map(QueuedDossier::finished).max();
    let open = from.zip(to).map_or(0, |(from, to)| calendar.working_minutes_between(from, to));
    let group = |((unit, role), group): (&(UnitKey, Role), &StaffQueue)| {
        let mean = group.waits / u64::from(group.steps.max(1));
        let whole = u64::from(open) * group.free.len() as u64;
        StaffGroup {
            unit: unit.clone(),
            role: *role,
            officers: group.free.len() as u32,
            steps: group.steps,
            waits: mean as u32,
            busy: (group.takes * 100 / whole.max(1)).min(100) as u32,
            longest: group.longest,
        }
    };
    let total = |group: &StaffGroup| Reverse(u64::from(group.waits) * u64::from(group.steps));
    result.groups = simulation.groups.iter().filter(|(_, group)| group.steps > 0).map(group).collect();
    result.groups.sort_by_key(total);
    result
}

fn tally(mut runs: Vec<(u32, bool)>) -> RunTally {
    runs.sort();
    let at = |share: usize| runs.get((runs.len() * share / 100).min(runs.len().saturating_sub(1)));
    let minutes = |share: usize| at(share).map_or(0, |(minutes, _)| *minutes);
    let late = runs.iter().filter(|(_, late)| *late).count() as u32;
    RunTally { dossiers: runs.len() as u32, late, middle: minutes(50), most: minutes(90) }
}
