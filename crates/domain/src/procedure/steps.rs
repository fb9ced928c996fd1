//! How a procedure is handled inside an agency: its steps, and the drawing that leads through them.

use super::{Channel, Procedure, ProcedureCode};
use crate::adopt::fits;
use crate::agency::{Agency, AgencyId, UnitKey};
use crate::calendar::Calendar;
use crate::deadline::Limit;
use crate::dossier::Outcome;
use crate::drawing::{Drawing, Leads, RunSoFar, StepResult, model_of_list};
use crate::officer::{Officer, Role};
use crate::{Language, Text};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The internal process: steps, and the drawing that leads from one to another. Versioned apart from the procedure.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "StoredProcess")]
pub struct Process {
    pub version: u32,
    /// In the order the drawing comes to them.
    pub steps: Vec<Step>,
    /// What other agencies do in it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<LinkStep>,
    /// That of a list where officials wrote a list; empty where there are no steps.
    #[serde(skip_serializing_if = "Drawing::is_empty")]
    pub drawing: Drawing,
    /// A dossier is decided only as the ways out of its step mean. Versions from before that was looked at go on without.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub by_meaning: bool,
}

/// A process as it was stored. Versions from before lists were drawn have none, and are read as if they had.
#[derive(Deserialize)]
struct StoredProcess {
    version: u32,
    steps: Vec<Step>,
    #[serde(default)]
    links: Vec<LinkStep>,
    drawing: Option<Drawing>,
    #[serde(default)]
    by_meaning: bool,
}

impl From<StoredProcess> for Process {
    fn from(StoredProcess { version, steps, links, drawing, by_meaning }: StoredProcess) -> Process {
        let drawing = drawing.unwrap_or_else(|| Drawing::of_list("", &steps));
        Process { version, steps, links, drawing, by_meaning }
    }
}

/// One step. `id` is a slug unique in the process, never a position.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    pub id: String,
    pub name: Text,
    /// The division of the competent agency that does it.
    pub unit: UnitKey,
    pub role: Role,
    /// Allotted working hours.
    pub hours: u32,
    /// What the step produces.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub product: Text,
}

/// Work of another agency, done in a dossier of its own that is opened for this one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkStep {
    /// The element of the drawing.
    pub id: String,
    pub name: Text,
    pub agency: AgencyId,
    pub procedure: ProcedureCode,
    /// Its share of the time, in working minutes.
    pub minutes: u32,
}

/// Something that is done in a process, here or elsewhere.
#[derive(Clone, Copy, Debug)]
pub enum Work<'a> {
    Step(&'a Step),
    Link(&'a LinkStep),
}

impl Process {
    /// A list of steps that are gone through one by one, with the drawing of it under a name.
    pub fn of_list(version: u32, name: &str, steps: Vec<Step>) -> Process {
        let drawing = Drawing::of_list(name, &steps);
        Process { version, steps, drawing, ..Process::default() }
    }

    /// Whether it is what a list of its steps would be, so that it can be edited as one.
    pub fn is_list(&self) -> bool {
        let list = model_of_list("", &self.steps);
        process::differences(&list, self.model()).is_empty()
    }

    pub fn model(&self) -> &process::Model {
        self.drawing.model()
    }

    /// All that is done in it, in the order it is come to.
    pub fn works(&self) -> Vec<Work<'_>> {
        let model = self.model();
        let work = |node: usize| {
            let id = &model.nodes[node].id;
            self.step(id).map(Work::Step).or_else(|| self.link(id).map(Work::Link))
        };
        model.works().into_iter().filter_map(work).collect()
    }

    /// What a step, another agency's work or an event of the drawing is called.
    pub fn name_of(&self, id: &str) -> Option<Text> {
        let known = self.step(id).map(|step| &step.name).or_else(|| self.link(id).map(|link| &link.name));
        known.cloned().or_else(|| {
            let node = self.model().named(id)?;
            (!node.name.is_empty()).then(|| Text::new(&node.name, &node.step.english))
        })
    }

    pub fn link(&self, id: &str) -> Option<&LinkStep> {
        self.links.iter().find(|link| link.id == id)
    }

    pub fn step(&self, id: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.id == id)
    }

    /// Whose a step is; nothing says so where the step is gone.
    pub fn role(&self, id: &str) -> Role {
        self.step(id).map_or(Role::Officer, |step| step.role)
    }

    /// Working minutes allotted to a step that is there.
    pub fn minutes(&self, id: &str) -> Option<u32> {
        let step = self.step(id)?;
        let drawn = self.model().node(id).and_then(|node| node.step.time);
        Some(drawn.map_or(step.hours * 60, |time| time.minutes()))
    }

    /// How a step may turn out, where its drawing names outcomes.
    pub fn outcomes(&self, id: &str) -> &[process::StepOutcome] {
        self.model().node(id).map_or(&[], |node| &node.step.outcomes)
    }

    /// The ways a step may turn out by which a dossier may be decided so; of a step that names none that lead there, no way.
    pub fn ways_to_decide(&self, id: &str, decided: Outcome, at: Option<RunSoFar>) -> Vec<Option<&str>> {
        let Some(from) = self.model().index(id) else { return Vec::new() };
        let fits = |outcome: Option<&str>| {
            self.drawing.turned(from, StepResult { outcome, decided: Some(decided), at }).may_end(decided)
        };
        let keys = self.outcomes(id).iter().map(|outcome| Some(outcome.key.as_str()));
        let named: Vec<Option<&str>> = keys.filter(|key| fits(*key)).collect();
        match named.is_empty() && fits(None) {
            true => vec![None],
            false => named,
        }
    }

    /// Of these the ones that say so; all where none does.
    pub fn plain_ways_to_decide(
        &self,
        id: &str,
        decided: Outcome,
        at: Option<RunSoFar>,
    ) -> Vec<Option<&str>> {
        let ways = self.ways_to_decide(id, decided, at);
        let Some(from) = self.model().index(id) else { return ways };
        let says = |outcome: &Option<&str>| {
            self.drawing
                .turned(from, StepResult { outcome: *outcome, decided: Some(decided), at })
                .says(decided)
        };
        let plain: Vec<Option<&str>> = ways.iter().copied().filter(says).collect();
        if plain.is_empty() { ways } else { plain }
    }

    /// The ways a step may turn out that may lead on to more work; all where it is not looked at what they mean.
    pub fn ways_on(&self, id: &str, at: Option<RunSoFar>) -> Vec<&process::StepOutcome> {
        let Some(from) = self.model().index(id) else { return Vec::new() };
        let on = |key: &str| {
            let turn = StepResult { outcome: Some(key), decided: None, at };
            !self.by_meaning || self.drawing.turned(from, turn).leads.on
        };
        self.outcomes(id).iter().filter(|outcome| on(&outcome.key)).collect()
    }

    /// Where the ways out of a step may lead, in whatever way it turns out.
    pub fn leads(&self, id: &str, at: Option<RunSoFar>) -> Leads {
        let Some(from) = self.model().index(id) else { return Leads::default() };
        let named = self.outcomes(id);
        if !self.by_meaning {
            return self.drawing.leads(from);
        }
        let decided = || [None, Some(Outcome::Granted), Some(Outcome::Denied)];
        let outcomes = named.iter().map(|own| Some(own.key.as_str()));
        let outcomes: Vec<Option<&str>> = if named.is_empty() { vec![None] } else { outcomes.collect() };
        let turns = outcomes
            .into_iter()
            .flat_map(|outcome| decided().map(|decided| StepResult { outcome, decided, at }));
        turns.map(|turn| self.drawing.turned(from, turn).leads).fold(Leads::default(), Leads::or)
    }

    /// What is done one after the other, as it is told outside: steps and other agencies' work with their times, and
    /// what is waited for between them. What is done beside the rest, such as a reminder, is not among it.
    pub fn in_line(&self, language: Language) -> Vec<(Text, String)> {
        let model = self.model();
        let beside = self.drawing.beside();
        let mut found = Vec::new();
        for node in model.works().into_iter().filter(|node| !beside.contains(node)) {
            let id = &model.nodes[node].id;
            let minutes = self.minutes(id).or_else(|| self.link(id).map(|link| link.minutes));
            let time = minutes.filter(|minutes| *minutes > 0).map(process::WorkingTime);
            let in_words = |time| process::time_in_words(time, language);
            found.extend(self.name_of(id).map(|name| (name, time.map(in_words).unwrap_or_default())));
            for wait in waits_after(model, node) {
                let process::NodeKind::Catch(process::Trigger::Timer(timer)) = &model.nodes[wait].kind else {
                    continue;
                };
                let time = match timer {
                    process::TimerTrigger::After(process::Amount::Text(time)) => {
                        process::WorkingTime::parse(time)
                    }
                    _ => None,
                };
                let name = self.name_of(&model.nodes[wait].id).unwrap_or_default();
                found.push((name, time.map(in_words).unwrap_or_default()));
            }
        }
        found
    }

    /// What is asked where a step has outcomes: the choice behind it says so by its name.
    pub fn question(&self, id: &str) -> Option<Text> {
        let model = self.model();
        let step = model.index(id)?;
        let asks = |flow: &usize| model.asks_outcome(*flow).is_some_and(|(of, _)| of == step);
        let choice = (0..model.flows.len()).find(asks).map(|flow| &model.nodes[model.flows[flow].from])?;
        let gateway = matches!(choice.kind, process::NodeKind::Gateway(_)) && !choice.name.is_empty();
        gateway.then(|| Text::new(&choice.name, &choice.step.english))
    }

    /// Steps that whoever does this one must not have done, where its drawing names some.
    pub fn apart_from(&self, id: &str) -> &[String] {
        self.model().node(id).map_or(&[], |node| &node.step.apart_from)
    }

    /// Whether a way leads on from a step to more work, so that finishing it is not what decides.
    pub fn goes_on(&self, id: &str) -> bool {
        self.model().index(id).is_some_and(|from| self.drawing.leads(from).on)
    }

    /// The step that comes next, where it is plain which: one way leads on, straight to it.
    pub fn next(&self, id: &str) -> Option<&Step> {
        let model = self.model();
        let once = |node: &process::Node| matches!(node.repeats, process::Repeats::Once);
        let from = model.node(id).filter(|node| once(node) && node.boundary.is_empty())?;
        let [way] = from.outgoing.as_slice() else { return None };
        let way = Some(&model.flows[*way]).filter(|way| !way.conditional)?;
        let to = Some(&model.nodes[way.to]).filter(|node| once(node))?;
        self.step(&to.id)
    }
}

/// The events that are waited for between a step and the next.
fn waits_after(model: &process::Model, step: usize) -> Vec<usize> {
    let (mut found, mut left, mut seen) = (Vec::new(), vec![step], std::collections::HashSet::new());
    while let Some(node) = left.pop() {
        for way in &model.nodes[node].outgoing {
            let to = model.flows[*way].to;
            if model.nodes[to].is_activity() || !seen.insert(to) {
                continue;
            }
            found.extend(matches!(model.nodes[to].kind, process::NodeKind::Catch(_)).then_some(to));
            left.push(to);
        }
    }
    found
}

/// Hours the default steps of one procedure share at most: half a year of work.
const DEFAULT_HOURS_MAX: u32 = 1_000;

/// The steps a procedure begins with where nobody has written any: check, review, sign, by those the agency has. Their
/// hours are shares of the limit, no more than fit it on every day of the year from a day on; a limit of few hours has
/// fewer steps. There are none where not even one step of an hour fits.
pub fn default_process(
    procedure: &Procedure,
    agency: &Agency,
    officers: &[Officer],
    calendar: &Calendar,
    from: Date,
) -> Process {
    let none = Process { version: procedure.process.version, ..Process::default() };
    let unit_of =
        |role: Role| officers.iter().find(|officer| officer.has(role)).map(|officer| officer.unit.clone());
    let any = agency.units.iter().find(|unit| !unit.intake).or(agency.units.first());
    let Some(unit) = unit_of(Role::Officer).or(any.map(|unit| unit.key.clone())) else { return none };
    let reviewed = officers.iter().any(|officer| officer.has(Role::DivisionHead) && officer.unit == unit);
    let head = unit_of(Role::AgencyHead).unwrap_or_else(|| unit.clone());
    let step = |id: &str, vi: &str, en: &str, unit: &UnitKey, role: Role| Step {
        id: id.into(),
        name: Text::new(vi, en),
        unit: unit.clone(),
        role,
        hours: 0,
        product: Text::default(),
    };
    let check = step("check", "Thẩm định hồ sơ", "Check", &unit, Role::Officer);
    let review = step("review", "Soát xét", "Review", &unit, Role::DivisionHead);
    let sign = step("sign", "Ký duyệt", "Sign", &head, Role::AgencyHead);
    let whole = [check.clone(), review, sign.clone()];
    let sets = [Some(whole.to_vec()).filter(|_| reviewed), Some(vec![check, sign.clone()]), Some(vec![sign])];
    let hours = procedure.limit(Channel::Direct).map_or(40, Limit::office_hours).min(DEFAULT_HOURS_MAX);
    let fits = |steps: &Vec<Step>| fits(&model_of_list("", steps), procedure, calendar, from);
    let most = |steps: Vec<Step>| {
        // The longest that fits: what fits in more hours fits in fewer.
        let (mut least, mut beyond) = (steps.len() as u32, hours + 1);
        let mut found = None;
        while least < beyond {
            let middle = least.midpoint(beyond);
            match Some(shared(steps.clone(), middle)).filter(&fits) {
                Some(steps) => (found, least) = (Some(steps), middle + 1),
                None => beyond = middle,
            }
        }
        found
    };
    let Some(steps) = sets.into_iter().flatten().find_map(most) else { return none };
    let name = procedure.short_name.get(Language::Vietnamese);
    Process::of_list(procedure.process.version + 1, name, steps)
}

/// Hours shared among steps: a fifth for each after the first, which has the rest; an hour is the least.
fn shared(mut steps: Vec<Step>, hours: u32) -> Vec<Step> {
    let share = (hours / 5).max(1);
    let rest = share * (steps.len() as u32 - 1);
    for (place, step) in steps.iter_mut().enumerate() {
        step.hours = if place == 0 { (hours - rest).max(1) } else { share };
    }
    steps
}
