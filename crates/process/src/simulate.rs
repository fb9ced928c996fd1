//! Running a process with decisions given beforehand: what is entered, in which order, and how it ends.

use crate::engine::{Due, Happening, Marking, Misfit, State, Token, World, advance, trigger_of};
use crate::model::{Gateway, Kind, Model, Node, Trigger};
use crate::problem::{Finding, Trouble};
use crate::values::from_json;
use serde::Deserialize;
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};

/// Things that happen in one run.
const HAPPENINGS_MAX: usize = 10_000;

/// What is decided, by whom it does not matter. What is not said goes by the conditions, and every step gets done.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Scenario {
    /// What conditions may look at from the beginning.
    pub values: BTreeMap<String, Json>,
    /// The ways taken at a gateway: a flow or its target, by id or name; several for the times it is come to, one after
    /// the other, and several in a list for ways taken at once.
    pub decisions: BTreeMap<String, Decision>,
    /// How steps turn out, where it is not just that they are done; several for the times they are done.
    pub steps: BTreeMap<String, OneOrMore<Outcome>>,
    /// Timers, messages, signals and conditions that come, in this order, each as soon as something waits for it.
    pub events: Vec<Event>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum Decision {
    One(String),
    ByTurn(Vec<OneOrMore<String>>),
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum OneOrMore<T> {
    /// Tried first: a record would take a list for its fields in their order.
    More(Vec<T>),
    One(T),
}

impl<T> OneOrMore<T> {
    pub fn as_slice(&self) -> &[T] {
        match self {
            OneOrMore::One(only) => std::slice::from_ref(only),
            OneOrMore::More(all) => all,
        }
    }
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Outcome {
    /// What conditions may look at from then on.
    pub values: BTreeMap<String, Json>,
    /// It ends in this error.
    pub error: Option<String>,
    /// It is not done at all, so that something else can come.
    pub never: bool,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    Timer(String),
    Message(String),
    Signal(String),
    /// A condition becomes true, whatever it looks at.
    Condition(String),
}

/// What a run was like.
#[derive(Clone, Debug, PartialEq)]
pub struct Trace {
    /// Elements by id, in the order they were entered.
    pub entered: Vec<String>,
    pub end: TraceEnd,
    /// What rules and steps left behind.
    pub values: BTreeMap<String, Json>,
    /// Events of the scenario that were not waited for, in their order: the first was never, and those behind it came to
    /// no turn.
    pub never: Vec<Event>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum TraceEnd {
    /// At this element.
    Ended { at: String },
    /// By an error nobody caught.
    Failed { code: String },
    /// The scenario says nothing more, and these wait.
    Waiting { at: Vec<String> },
    /// It could not go on.
    Stuck { misfit: Misfit },
    /// It came to what could not be read, so nobody can say how it goes on.
    Unread { findings: Vec<Finding> },
}

/// Why a scenario does not fit a process.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    NoSuchElement {
        id: String,
    },
    /// A gateway has no such way; those it has.
    NoSuchWay {
        at: String,
        way: String,
        ways: Vec<String>,
    },
}

pub fn simulate(model: &Model, scenario: &Scenario) -> Result<Trace, Unfit> {
    let mut run = Run {
        model,
        scenario,
        decisions: decisions(model, scenario)?,
        turns: BTreeMap::new(),
        values: scenario.values.iter().map(|(name, value)| (name.clone(), from_json(value))).collect(),
        kept: BTreeMap::new(),
        marking: Marking::default(),
        entered: Vec::new(),
        events: scenario.events.iter().collect(),
        unread: unread(model),
    };
    for id in scenario.steps.keys() {
        model.node(id).ok_or_else(|| Unfit::NoSuchElement { id: id.clone() })?;
    }
    let end = run.run();
    let never = run.events.into_iter().cloned().collect();
    let values = run.kept.into_iter().chain(run.marking.values).collect();
    Ok(Trace { entered: run.entered, end, values, never })
}

/// Flow ids by gateway, for each time it is come to.
fn decisions(model: &Model, scenario: &Scenario) -> Result<BTreeMap<String, Vec<BTreeSet<String>>>, Unfit> {
    let turns = |decision: &Decision| -> Vec<Vec<String>> {
        match decision {
            Decision::One(way) => vec![vec![way.clone()]],
            Decision::ByTurn(turns) => turns
                .iter()
                .map(|turn| match turn {
                    OneOrMore::One(way) => vec![way.clone()],
                    OneOrMore::More(ways) => ways.clone(),
                })
                .collect(),
        }
    };
    let flow = |at: &str, way: &String| {
        let node = model.node(at).ok_or_else(|| Unfit::NoSuchElement { id: at.to_string() })?;
        let matches = |flow: &&usize| {
            let flow = &model.flows[**flow];
            let target = &model.nodes[flow.to];
            [&flow.id, &target.id].contains(&way)
                || (!way.is_empty() && [&flow.name, &target.name].contains(&way))
        };
        let found = node.outgoing.iter().find(matches).map(|flow| model.flows[*flow].id.clone());
        let ways = || node.outgoing.iter().map(|flow| model.flows[*flow].id.clone()).collect();
        found.ok_or_else(|| Unfit::NoSuchWay { at: at.to_string(), way: way.clone(), ways: ways() })
    };
    let mut found = BTreeMap::new();
    for (at, decision) in &scenario.decisions {
        let turns: Result<Vec<BTreeSet<String>>, Unfit> =
            turns(decision).iter().map(|ways| ways.iter().map(|way| flow(at, way)).collect()).collect();
        found.insert(at.clone(), turns?);
    }
    Ok(found)
}

struct Run<'a> {
    model: &'a Model,
    scenario: &'a Scenario,
    decisions: BTreeMap<String, Vec<BTreeSet<String>>>,
    /// How often each element was entered or done.
    turns: BTreeMap<String, usize>,
    values: feel::Context,
    kept: BTreeMap<String, Json>,
    marking: Marking,
    entered: Vec<String>,
    events: std::collections::VecDeque<&'a Event>,
    /// What could not be read, by the element it would have to be known at.
    unread: BTreeMap<&'a str, Vec<Unread<'a>>>,
}

struct Unread<'a> {
    finding: &'a Finding,
    /// A condition, which need not be known where the scenario decides.
    decidable: bool,
}

/// Conditions, lists, rules and bounds that could not be read.
fn unread(model: &Model) -> BTreeMap<&str, Vec<Unread<'_>>> {
    let mut found: BTreeMap<&str, Vec<Unread>> = BTreeMap::new();
    for finding in &model.findings {
        let condition = match &finding.trouble {
            Trouble::BadExpression { .. } | Trouble::ForeignExpression { .. } => true,
            Trouble::BadPart { .. } | Trouble::Incomplete { .. } => false,
            _ => continue,
        };
        let (at, decidable) = match model.flow(&finding.element) {
            Some(flow) => (&model.nodes[flow.from], condition),
            None => match model.node(&finding.element) {
                // What is waited for on an edge, or after a choice by events, is looked at from there on.
                Some(Node {
                    kind: Kind::Boundary { on, trigger: Trigger::Condition { .. }, .. }, ..
                }) => (&model.nodes[*on], false),
                Some(node @ Node { kind: Kind::Catch(Trigger::Condition { .. }), .. }) => {
                    let before = node.incoming.iter().map(|flow| &model.nodes[model.flows[*flow].from]);
                    let by_event = |node: &&Node| matches!(node.kind, Kind::Gateway(Gateway::EventBased));
                    (before.into_iter().find(by_event).unwrap_or(node), false)
                }
                // What begins an event sub-process is looked at from the beginning of what that lies in.
                Some(Node { kind: Kind::Start(Some(Trigger::Condition { .. })), scope, .. })
                    if model.is_beside(*scope) =>
                {
                    let around = model.scopes[*scope].owner.map(|owner| model.nodes[owner].scope);
                    let begins = around.and_then(|around| model.entries(around).first().copied());
                    let Some(begins) = begins else { continue };
                    (&model.nodes[begins], false)
                }
                Some(node) => (node, false),
                None => continue,
            },
        };
        // Nothing looks at a condition there.
        if !(decidable && matches!(at.kind, Kind::Gateway(Gateway::Parallel | Gateway::EventBased))) {
            found.entry(&at.id).or_default().push(Unread { finding, decidable });
        }
    }
    found
}

impl Run<'_> {
    fn run(&mut self) -> TraceEnd {
        let mut happening = Some(Happening::Start);
        for _ in 0..HAPPENINGS_MAX {
            let Some(next) = happening else {
                let waits = |token: &&Token| token.state == State::Waiting && !self.model.listens(token);
                let at = self.marking.tokens.iter().filter(waits);
                return TraceEnd::Waiting { at: at.map(|token| token.at.clone()).collect() };
            };
            if let Some(end) = self.happen(&next) {
                return end;
            }
            happening = self.next();
        }
        TraceEnd::Stuck { misfit: Misfit::Endless }
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
        let world = World { values: &self.values, chosen: &chosen };
        let step = match advance(self.model, &self.marking, happening, world) {
            Ok(step) => step,
            Err(misfit) => {
                let unread = self.unread_at(at_of(&misfit), &chosen);
                return Some(unread.unwrap_or(TraceEnd::Stuck { misfit }));
            }
        };
        for id in step.moved.iter().flat_map(|moved| &moved.passed) {
            if let Some(unread) = self.unread_at(id, &chosen) {
                self.entered.push(id.clone());
                return Some(unread);
            }
            if self.decisions.contains_key(id) {
                *self.turns.entry(id.clone()).or_default() += 1;
            }
            self.entered.push(id.clone());
        }
        self.marking = step.marking;
        step.due.into_iter().find_map(|due| match due {
            Due::Ended { at } => Some(TraceEnd::Ended { at }),
            Due::Failed { code } => Some(TraceEnd::Failed { code }),
            Due::Work { .. } | Due::Timer { .. } | Due::Sent { .. } | Due::Held { .. } => None,
        })
    }

    /// What would have to be known to go on from an element.
    fn unread_at(&self, id: &str, chosen: &BTreeMap<String, BTreeSet<String>>) -> Option<TraceEnd> {
        let needed = |unread: &&Unread| !(unread.decidable && chosen.contains_key(id));
        let findings: Vec<Finding> =
            self.unread.get(id)?.iter().filter(needed).map(|unread| unread.finding.clone()).collect();
        (!findings.is_empty()).then_some(TraceEnd::Unread { findings })
    }

    /// The next event of the scenario if something waits for it, else the first step that gets done, else a timer.
    fn next(&mut self) -> Option<Happening> {
        if let Some(event) = self.events.front().copied() {
            let happening = match event {
                Event::Timer(event) => self.comes(is_timer, |id| id == event),
                Event::Condition(event) => self.comes(is_condition, |id| id == event),
                Event::Message(name) => {
                    Some(Happening::Message { name: name.clone() }).filter(|it| self.can(it))
                }
                Event::Signal(name) => {
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
        let world = World { values: &self.values, chosen: &nothing };
        advance(self.model, &self.marking, happening, world) != Err(Misfit::NotWaiting)
    }

    fn work(&mut self) -> Option<Happening> {
        let works = |token: &&Token| {
            let task = self.model.node(&token.at).is_some_and(|node| matches!(node.kind, Kind::Task(_)));
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

    fn outcome(&self, at: &str) -> Option<&Outcome> {
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

fn at_of(misfit: &Misfit) -> &str {
    match misfit {
        Misfit::NoWay { at } | Misfit::NotAList { at } | Misfit::NotExecutable { at } => at,
        _ => "",
    }
}

impl Event {
    /// Said of one that never came, in Vietnamese and in English.
    pub fn never_came(&self) -> (String, String) {
        let (vi, en, name) = match self {
            Event::Timer(name) => ("hẹn giờ", "timer", name),
            Event::Message(name) => ("thông điệp", "message", name),
            Event::Signal(name) => ("tín hiệu", "signal", name),
            Event::Condition(name) => ("điều kiện", "condition", name),
        };
        (
            format!("Kịch bản có {vi} “{name}”, nhưng quy trình không chờ điều này lúc đến lượt nó."),
            format!("The scenario has the {en} “{name}”, which was not waited for when its turn came."),
        )
    }
}

impl Unfit {
    /// A sentence in Vietnamese and in English.
    pub fn sentences(&self) -> (String, String) {
        match self {
            Unfit::NoSuchElement { id } => (
                format!("Kịch bản nhắc đến “{id}”, nhưng quy trình không có phần tử này."),
                format!("The scenario speaks of “{id}”, which is not in the process."),
            ),
            Unfit::NoSuchWay { at, way, ways } => (
                format!("Tại “{at}” không có nhánh “{way}”; chỉ có: {}.", ways.join(", ")),
                format!("At “{at}” there is no way “{way}”; there are: {}.", ways.join(", ")),
            ),
        }
    }
}
