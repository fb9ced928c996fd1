//! A process as rows.

use super::{Row, Tongue};
use crate::model::{End, FlowIndex, Gateway, Kind, Model, Node, NodeIndex, ScopeIndex, plain_name};
use crate::time::WorkingTime;
use std::collections::{BTreeMap, HashMap, HashSet};

/// A cell follows no longer a chain of what lies between steps, and no more ways.
const CHAIN_MAX: u32 = 100;
const WAYS_MAX: usize = 500;

impl Model {
    /// The work of the process that starts, in the order it is come to; that of what it calls comes last.
    pub fn works(&self) -> Vec<NodeIndex> {
        let mut order = Vec::new();
        if let Some(main) = self.main() {
            collect(self, main, &mut order);
        }
        let known: HashSet<NodeIndex> = order.iter().copied().collect();
        let called = (0..self.nodes.len()).filter(|node| !known.contains(node));
        let called: Vec<NodeIndex> = called.collect();
        order.into_iter().chain(called).filter(|node| self.nodes[*node].is_work()).collect()
    }

    /// Those that people of the agency do, in that order.
    pub fn steps(&self) -> Vec<NodeIndex> {
        self.works().into_iter().filter(|node| self.nodes[*node].is_step()).collect()
    }
}

/// The steps of a process, in the order of its rows.
pub fn row_steps(model: &Model, process: ScopeIndex) -> Vec<NodeIndex> {
    let mut order = Vec::new();
    collect(model, process, &mut order);
    order
}

/// The steps of a process as rows, in the order they are come to. What lies between them becomes the column of what
/// follows; events are not in the table.
pub fn to_rows(model: &Model, process: ScopeIndex, tongue: Tongue) -> Vec<Row> {
    let order = row_steps(model, process);
    let places: HashMap<NodeIndex, usize> = order.iter().copied().zip(1..).collect();
    let number = |node: NodeIndex| places.get(&node).map(ToString::to_string);
    order
        .iter()
        .enumerate()
        .map(|(place, node)| {
            let found = &model.nodes[*node];
            let responsible = model.responsible(*node);
            let lane = found.lane.map(|lane| model.lanes[lane].name.clone());
            let elsewhere = found.step.linked.as_ref().map(|linked| linked.agency.clone());
            let who = elsewhere.or(responsible.unit).or(lane).or(responsible.role).unwrap_or_default();
            let mut next = Vec::new();
            for flow in &found.outgoing {
                let way = Way { tongue, of: *node, ..Way::default() };
                follow(model, *flow, &way, &mut HashSet::new(), &mut next, &number);
            }
            // What is left comes last.
            let otherwise = |way: &String| way.starts_with(tongue.pick("còn lại", "else"));
            next.sort_by_key(otherwise);
            let plain = next.len() == 1 && next[0] == (place + 2).to_string();
            let last =
                place + 1 == order.len() && next.iter().all(|text| text == tongue.pick("kết thúc", "end"));
            Row {
                order: (place + 1).to_string(),
                name: name_in(found, tongue),
                responsible: who,
                time: found.step.time.map(|time| time_in_words(time, tongue)).unwrap_or_default(),
                product: found.step.product.clone(),
                next: if plain || last { String::new() } else { next.join("; ") },
                line: 0,
            }
        })
        .collect()
}

fn name_in(node: &Node, tongue: Tongue) -> String {
    let english = Some(&node.step.english).filter(|name| tongue == Tongue::English && !name.is_empty());
    let drawn = Some(&node.name).filter(|name| !name.is_empty());
    english.or(drawn).unwrap_or(&node.id).clone()
}

/// Working time as a table says it.
pub fn time_in_words(time: WorkingTime, tongue: Tongue) -> String {
    let counted = |count: u32, vi: &str, en: &str| match (tongue, count) {
        (Tongue::Vietnamese, _) => format!("{count} {vi}"),
        (Tongue::English, 1) => format!("1 {en}"),
        (Tongue::English, _) => format!("{count} {en}s"),
    };
    let days = |count| counted(count, "ngày", "day");
    let hours = |count| counted(count, "giờ", "hour");
    let minutes = |count| counted(count, "phút", "minute");
    let all = time.minutes();
    match (all % 480, all % 60) {
        (0, _) => days(all / 480),
        (_, 0) => hours(all / 60),
        (_, left) if all > 60 => format!("{} {}", hours(all / 60), minutes(left)),
        (_, left) => minutes(left),
    }
}

/// The steps of a scope in the order in which a walk comes to them, with those inside sub-processes.
fn collect(model: &Model, scope: ScopeIndex, order: &mut Vec<NodeIndex>) {
    let back = crate::layout::ways_back(model, scope);
    let mut waiting: BTreeMap<NodeIndex, usize> = BTreeMap::new();
    let mut left = model.entries(scope);
    left.reverse();
    let mut seen: HashSet<NodeIndex> = HashSet::new();
    while let Some(node) = left.pop() {
        // A step comes after all that lead to it.
        let before = model.nodes[node].incoming.iter().filter(|flow| !back.contains(flow)).count();
        let come = waiting.entry(node).or_default();
        *come += 1;
        if *come < before || !seen.insert(node) {
            continue;
        }
        if model.nodes[node].is_activity() {
            match model.nodes[node].kind {
                Kind::SubProcess(inside) => collect(model, inside, order),
                _ => order.push(node),
            }
        }
        for flow in model.nodes[node].outgoing.iter().rev().filter(|flow| !back.contains(flow)) {
            left.push(model.flows[*flow].to);
        }
        left.extend(model.nodes[node].boundary.iter().rev());
    }
    let missed = model.scopes[scope].nodes.iter().copied();
    order.extend(
        missed.filter(|node| !seen.contains(node) && matches!(model.nodes[*node].kind, Kind::Task(_))),
    );
}

/// Under what a way is taken, from a step to the next.
#[derive(Clone, Default)]
struct Way {
    tongue: Tongue,
    /// The step it leads on from.
    of: NodeIndex,
    condition: String,
    otherwise: bool,
    at_most: Option<u32>,
    /// How many flows lie behind it.
    length: u32,
}

impl Way {
    fn over(&self, model: &Model, flow: FlowIndex) -> Way {
        let found = &model.flows[flow];
        let from = &model.nodes[found.from];
        let own = found.condition.as_ref().map(ToString::to_string).unwrap_or_default();
        let own = self.named(model, &own).unwrap_or(own);
        let condition = match (self.condition.as_str(), own.as_str()) {
            ("", own) => own.to_string(),
            (condition, "") => condition.to_string(),
            (condition, own) => format!("({condition}) and ({own})"),
        };
        let otherwise = self.otherwise || (from.default == Some(flow) && from.outgoing.len() > 1);
        let (at_most, length) = (found.at_most.or(self.at_most), self.length + 1);
        Way { condition, otherwise, at_most, length, ..*self }
    }

    /// How the step turns out, by its name, where that is all a condition asks.
    fn named(&self, model: &Model, condition: &str) -> Option<String> {
        let step = &model.nodes[self.of];
        let asked = condition.strip_prefix(&format!("steps.{}.outcome = \"", plain_name(&step.id)))?;
        let key = asked.strip_suffix('"')?;
        let outcome = step.step.outcomes.iter().find(|outcome| outcome.key == key)?;
        let english = self.tongue == Tongue::English && !outcome.english.is_empty();
        Some(if english { outcome.english.clone() } else { outcome.name.clone() })
            .filter(|name| !name.is_empty())
    }

    fn written(&self, to: &str) -> String {
        let say = |vi, en| self.tongue.pick(vi, en);
        let bound = match self.at_most {
            Some(1) => format!(", {} 1 {}", say("tối đa", "at most"), say("lần", "time")),
            Some(times) => format!(", {} {times} {}", say("tối đa", "at most"), say("lần", "times")),
            None => String::new(),
        };
        match (self.condition.as_str(), self.otherwise) {
            ("", true) => format!("{} {to}{bound}", say("còn lại", "else")),
            ("", false) => format!("{to}{bound}"),
            (condition, _) => format!("{to} {} {condition}{bound}", say("nếu", "if")),
        }
    }
}

/// The step a condition asks about and how it is to have turned out, in words, where that is all it asks.
pub fn asked_outcome(model: &Model, condition: &str, tongue: Tongue) -> Option<(String, String)> {
    let asked = |node: &&Node| condition.starts_with(&format!("steps.{}.outcome = ", plain_name(&node.id)));
    let place = model.nodes.iter().position(|node| asked(&node))?;
    let way = Way { tongue, of: place, ..Way::default() };
    Some((name_in(&model.nodes[place], tongue), way.named(model, condition)?))
}

/// Where a flow leads, through gateways and events to steps and ends.
fn follow(
    model: &Model,
    flow: FlowIndex,
    way: &Way,
    seen: &mut HashSet<FlowIndex>,
    next: &mut Vec<String>,
    number: &impl Fn(NodeIndex) -> Option<String>,
) {
    if seen.len() >= WAYS_MAX || !seen.insert(flow) {
        return;
    }
    if way.length >= CHAIN_MAX {
        next.push(way.written("…"));
        return;
    }
    let way = way.over(model, flow);
    let target = model.flows[flow].to;
    if let Some(number) = number(target) {
        next.push(way.written(&number));
        return;
    }
    let target = &model.nodes[target];
    match &target.kind {
        Kind::SubProcess(inside) => {
            let mut inner = Vec::new();
            collect(model, *inside, &mut inner);
            next.extend(inner.first().and_then(|first| number(*first)).map(|number| way.written(&number)));
        }
        Kind::Gateway(Gateway::Parallel) if target.outgoing.len() > 1 => {
            let mut all = Vec::new();
            for flow in &target.outgoing {
                let way = Way { tongue: way.tongue, of: way.of, length: way.length, ..Way::default() };
                follow(model, *flow, &way, seen, &mut all, number);
            }
            next.push(way.written(&all.join(" + ")));
        }
        // What is inside is over, and what is around goes on.
        Kind::End(End::Plain) if !around(model, target).is_empty() => {
            for flow in around(model, target) {
                follow(model, *flow, &way, seen, next, number);
            }
        }
        _ if target.outgoing.is_empty() => next.push(way.written(way.tongue.pick("kết thúc", "end"))),
        _ => {
            for flow in &target.outgoing {
                follow(model, *flow, &way, seen, next, number);
            }
        }
    }
}

/// The ways out of the process inside which a node lies.
fn around<'a>(model: &'a Model, node: &Node) -> &'a [FlowIndex] {
    let owner = model.scopes[node.scope].owner;
    owner.map_or(&[], |owner| model.nodes[owner].outgoing.as_slice())
}
