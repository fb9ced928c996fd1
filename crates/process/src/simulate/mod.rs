//! Running a process with decisions given beforehand: what is entered, in which order, and how it ends.

mod scenario;
mod unread;

use scenario::{OneOrMore, ScriptedOutcome};
pub use scenario::{Scenario, ScenarioEvent, Unfit};

use crate::check;
use crate::engine::{
    Due, EngineInput, Happening, Marking, Misfit, Refused, State, Token, attempt, names, trigger_of,
};
use crate::model::{Amount, FlowIndex, Model, NodeKind, TimerTrigger, Trigger};
use crate::problem::{Finding, TimeForm, Trouble};
use crate::time::is_time;
use crate::values::from_json;
use feel::Budget;
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};
use unread::{Moment, Unread};

/// Tokens and elements looked at in one run: about two seconds' worth.
const WORK_MAX: u64 = 20_000_000;
/// Things that happen in one run.
const HAPPENINGS_MAX: usize = 10_000;
/// Maximum elements told of a run that goes round without end.
const ROUND_MAX: usize = 100;

/// What a run was like.
#[derive(Clone, Debug, PartialEq)]
pub struct Trace {
    /// Elements by id, in the order they were entered.
    pub entered: Vec<String>,
    pub end: TraceEnd,
    /// What rules and steps left behind.
    pub values: BTreeMap<String, Json>,
    /// Good to know of what was entered, and of which process it is.
    pub notes: Vec<Finding>,
    /// Events of the scenario that were not waited for, in their order: the first was never, and those behind it came to
    /// no turn.
    pub never: Vec<ScenarioEvent>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum TraceEnd {
    /// At this element.
    Ended { at: String },
    /// By an error nobody caught.
    Failed { code: String },
    /// The scenario says nothing more, and these wait: for somebody or something, or at joins, which are found wrong.
    Waiting { at: Vec<String>, joins: Vec<Finding> },
    /// It could not go on.
    Stuck { misfit: Misfit },
    /// It begins nowhere or at several places, or came to what could not be read, is missing, or says neither yes nor no: nobody can say how it goes on.
    Unread { findings: Vec<Finding> },
}

pub fn simulate(model: &Model, scenario: &Scenario) -> Result<Trace, Unfit> {
    let mut run = Run {
        model,
        scenario,
        decisions: scenario::decisions(model, scenario)?,
        turns: BTreeMap::new(),
        values: scenario.values.iter().map(|(name, value)| (name.clone(), from_json(value))).collect(),
        kept: BTreeMap::new(),
        marking: Marking::default(),
        entered: Vec::new(),
        events: scenario.events.iter().collect(),
        unread: Unread::of(model),
        spent: 0,
    };
    for id in scenario.steps.keys() {
        model.node(id).ok_or_else(|| Unfit::NoSuchElement { id: id.clone() })?;
    }
    let unclear = check::without_one_start(model);
    let end = if unclear.is_empty() { run.run() } else { TraceEnd::Unread { findings: unclear } };
    let never = run.events.into_iter().cloned().collect();
    let values = run.kept.into_iter().chain(run.marking.values).collect();
    let notes = check::start_notes(model).into_iter().filter(|note| run.entered.contains(&note.element));
    let notes = check::one_of_several(model).into_iter().chain(notes).collect();
    Ok(Trace { notes, entered: run.entered, end, values, never })
}

struct Run<'a> {
    model: &'a Model,
    scenario: &'a Scenario,
    decisions: BTreeMap<String, Vec<BTreeSet<String>>>,
    /// How often each element was entered or done.
    turns: BTreeMap<String, usize>,
    values: feel::NamedValues,
    kept: BTreeMap<String, Json>,
    marking: Marking,
    entered: Vec<String>,
    events: std::collections::VecDeque<&'a ScenarioEvent>,
    unread: Unread,
    /// Tokens and elements looked at so far.
    spent: u64,
}

impl Run<'_> {
    fn run(&mut self) -> TraceEnd {
        let mut happening = Some(Happening::Start);
        for _ in 0..HAPPENINGS_MAX {
            let Some(next) = happening else {
                return self.waiting();
            };
            if self.spent > WORK_MAX {
                break;
            }
            if let Some(end) = self.happen(&next) {
                return end;
            }
            happening = self.next();
        }
        TraceEnd::Stuck { misfit: Misfit::TooLong }
    }

    fn happen(&mut self, happening: &Happening) -> Option<TraceEnd> {
        // The last decision given for a gateway holds for all times after.
        let chosen: BTreeMap<String, BTreeSet<String>> = self
            .decisions
            .iter()
            .filter_map(|(at, turns)| {
                let turn = self.turns.get(at).copied().unwrap_or(0);
                Some((at.clone(), turns.get(turn).or(turns.last())?.clone()))
            })
            .collect();
        let world = EngineInput { values: &self.values, chosen: &chosen };
        let went = match attempt(self.model, std::mem::take(&mut self.marking), happening, world) {
            Ok(went) => went,
            Err(Refused { misfit, passed, marking }) => {
                self.marking = *marking;
                let nothing = BTreeSet::new();
                let unread = self.go_through(passed.into_iter().take(ROUND_MAX), &nothing);
                return Some(unread.unwrap_or_else(|| self.refused(misfit)));
            }
        };
        self.spent += (went.marking.tokens.len() + went.steps as usize) as u64;
        self.marking = went.marking;
        if let Some(unread) = self.go_through(went.passed.into_iter(), &went.taken) {
            return Some(unread);
        }
        if let Some(unread) = went.due.iter().find_map(|due| self.no_time(due)) {
            return Some(TraceEnd::Unread { findings: vec![unread] });
        }
        went.due.into_iter().find_map(|due| match due {
            Due::Ended { at } => Some(TraceEnd::Ended { at }),
            Due::Failed { code } => Some(TraceEnd::Failed { code }),
            Due::Work { .. } | Due::Timer { .. } | Due::Sent { .. } | Due::Held { .. } => None,
        })
    }

    /// A timer that is set and says no time by what is known now.
    fn no_time(&self, due: &Due) -> Option<Finding> {
        let Due::Timer { token, event, timer } = due else { return None };
        let (amount, wanted) = match timer {
            TimerTrigger::At(amount) => (amount, TimeForm::Moment),
            TimerTrigger::After(amount) | TimerTrigger::Every { pause: amount, .. } => {
                (amount, TimeForm::Amount)
            }
        };
        let Amount::Expression(expression) = amount else { return None };
        let token = self.marking.token(*token)?;
        let names = names(&self.values, &self.marking, token.within, token.item.as_ref());
        let text = expression.to_string();
        let trouble = match expression.evaluate(&names, Budget::default()) {
            Ok(value) if is_time(&value, wanted == TimeForm::Moment) => return None,
            Ok(value) => Trouble::NoTime { text, gave: value.to_string(), wanted },
            Err(_) => Trouble::TooCostly { text },
        };
        let node = self.model.node(event)?;
        Some(Finding::new(trouble, &node.id, &node.name, node.line))
    }

    /// Elements are entered, until one of them cannot be gone on from.
    fn go_through(
        &mut self,
        passed: impl Iterator<Item = String>,
        taken: &BTreeSet<FlowIndex>,
    ) -> Option<TraceEnd> {
        for id in passed {
            let unread = self.unread_at(&id, taken);
            if self.decisions.contains_key(&id) {
                *self.turns.entry(id.clone()).or_default() += 1;
            }
            self.entered.push(id);
            if unread.is_some() {
                return unread;
            }
        }
        None
    }

    fn unread_at(&self, id: &str, taken: &BTreeSet<FlowIndex>) -> Option<TraceEnd> {
        let turn = self.turns.get(id).copied().unwrap_or(0);
        let decided = self.decisions.get(id);
        let this_time = decided.is_some_and(|turns| turn < turns.len());
        let findings = self.unread.at(id, Moment { decided: decided.is_some(), this_time, taken });
        (!findings.is_empty()).then_some(TraceEnd::Unread { findings })
    }

    /// It cannot go on from here.
    fn refused(&mut self, misfit: Misfit) -> TraceEnd {
        let of_expression = match &misfit {
            Misfit::Unclear { at, condition, gave } => {
                Some((at, Trouble::Unclear { text: condition.clone(), gave: gave.clone() }))
            }
            Misfit::TooCostly { at, expression } => {
                Some((at, Trouble::TooCostly { text: expression.clone() }))
            }
            _ => None,
        };
        if let Some((at, trouble)) = of_expression {
            let (name, line) = match (self.model.flow(at), self.model.node(at)) {
                (Some(flow), _) => (flow.name.as_str(), flow.line),
                (None, Some(node)) => (node.name.as_str(), node.line),
                (None, None) => ("", 0),
            };
            return TraceEnd::Unread { findings: vec![Finding::new(trouble, at, name, line)] };
        }
        let at = misfit.at().unwrap_or_default();
        if self.model.node(at).is_some() && self.entered.last().is_none_or(|last| last != at) {
            self.entered.push(at.to_string());
            if let Some(unread) = self.unread_at(at, &BTreeSet::new()) {
                return unread;
            }
        }
        TraceEnd::Stuck { misfit }
    }

    /// Nothing more happens: where each token stands, each place once. Where nothing else is waited for that could still
    /// come to them, the joins among them wait for ever.
    fn waiting(&self) -> TraceEnd {
        let waits = |token: &&Token| match token.state {
            State::Waiting => !self.model.listens(token),
            State::Arrived { .. } => true,
            State::Open | State::Each { .. } | State::Returning { .. } => false,
        };
        let standing: Vec<&Token> = self.marking.tokens.iter().filter(waits).collect();
        let for_ever = standing.iter().all(|token| token.state != State::Waiting);
        let (mut at, mut joins): (Vec<String>, Vec<Finding>) = (Vec::new(), Vec::new());
        for token in standing {
            if at.contains(&token.at) {
                continue;
            }
            at.push(token.at.clone());
            if let (true, Some(node)) = (for_ever, self.model.node(&token.at)) {
                joins.push(Finding::new(Trouble::Deadlock, &node.id, &node.name, node.line));
            }
        }
        TraceEnd::Waiting { at, joins }
    }

    /// The next event of the scenario if something waits for it, else the first step that gets done, else a timer.
    fn next(&mut self) -> Option<Happening> {
        if let Some(event) = self.events.front().copied() {
            let happening = match event {
                ScenarioEvent::Timer(event) => self.comes(is_timer, |id| id == event),
                ScenarioEvent::Condition(event) => self.comes(is_condition, |id| id == event),
                ScenarioEvent::Message(name) => {
                    Some(Happening::Message { name: name.clone() }).filter(|it| self.can(it))
                }
                ScenarioEvent::Signal(name) => {
                    Some(Happening::Signal { name: name.clone() }).filter(|it| self.can(it))
                }
            };
            if happening.is_some() {
                self.events.pop_front();
                return happening;
            }
        }
        self.work().or_else(|| self.comes(is_timer, |_| true))
    }

    fn can(&self, happening: &Happening) -> bool {
        let nothing = BTreeMap::new();
        let world = EngineInput { values: &self.values, chosen: &nothing };
        !matches!(
            attempt(self.model, self.marking.clone(), happening, world),
            Err(Refused { misfit: Misfit::NotWaiting, .. })
        )
    }

    fn work(&mut self) -> Option<Happening> {
        let works = |token: &&Token| {
            let task = self.model.node(&token.at).is_some_and(|node| matches!(node.kind, NodeKind::Task(_)));
            token.state == State::Waiting
                && task
                && !self.outcome(&token.at).is_some_and(|outcome| outcome.never)
        };
        let token = self.marking.tokens.iter().find(works)?;
        let (id, at) = (token.id, token.at.clone());
        let outcome = self.outcome(&at).cloned().unwrap_or_default();
        *self.turns.entry(at).or_default() += 1;
        for (name, value) in outcome.values {
            self.values.insert(name.clone(), from_json(&value));
            self.kept.insert(name, value);
        }
        Some(match outcome.error {
            Some(code) => Happening::Failed { token: id, code },
            None => Happening::Done { token: id },
        })
    }

    fn outcome(&self, at: &str) -> Option<&ScriptedOutcome> {
        match self.scenario.steps.get(at)? {
            OneOrMore::One(outcome) => Some(outcome),
            OneOrMore::More(outcomes) => {
                outcomes.get(self.turns.get(at).copied().unwrap_or(0)).or(outcomes.last())
            }
        }
    }

    /// The first event that is waited for, of those wanted.
    fn comes(&self, kind: fn(&Trigger) -> bool, wanted: impl Fn(&str) -> bool) -> Option<Happening> {
        // What only may begin beside the rest begins when nothing else can happen.
        let (listening, others): (Vec<&Token>, Vec<&Token>) =
            self.marking.tokens.iter().partition(|token| self.model.listens(token));
        others.into_iter().chain(listening).find_map(|token| {
            let node = self.model.node(&token.at)?;
            let index = self.model.index(&token.at)?;
            let own = self.model.begun_by(index).map_or(Some(index), |(start, _)| Some(start));
            let after = node.outgoing.iter().map(|flow| self.model.flows[*flow].to);
            own.into_iter().chain(after).chain(node.boundary.iter().copied()).find_map(|event| {
                let event = &self.model.nodes[event];
                let of_kind = trigger_of(&event.kind).is_some_and(kind);
                let happening = Happening::Came { token: token.id, event: event.id.clone() };
                (of_kind && wanted(&event.id) && self.can(&happening)).then_some(happening)
            })
        })
    }
}

fn is_timer(trigger: &Trigger) -> bool {
    matches!(trigger, Trigger::Timer(_))
}

fn is_condition(trigger: &Trigger) -> bool {
    matches!(trigger, Trigger::Condition { .. })
}
