//! Where the ways out of an element may lead before anything is done or waited for on them, and what the ends that are come
//! to mean.

use super::Drawing;
use crate::dossier::{DoneStep, Outcome};
use process::{
    End, FlowIndex, Gateway, Marking, Means, Model, NodeIndex, NodeKind, Repeats, ScopeIndex, Trigger,
    lets_through, plain_name,
};
use std::collections::{BTreeSet, HashMap, HashSet};

/// Where ways may lead.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Leads {
    /// To a step, or to something that is waited for.
    pub on: bool,
    /// To the end of the process, if nothing else runs.
    pub end: bool,
    /// To the end of everything that runs.
    pub end_of_all: bool,
}

impl Leads {
    pub fn or(self, other: Leads) -> Leads {
        Leads {
            on: self.on || other.on,
            end: self.end || other.end,
            end_of_all: self.end_of_all || other.end_of_all,
        }
    }
}

/// Where a step may lead that turns out in some way, and what the ends it may come to mean.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutcomeLeads {
    pub leads: Leads,
    means: BTreeSet<Means>,
}

impl OutcomeLeads {
    pub fn ends(&self) -> bool {
        self.leads.end || self.leads.end_of_all
    }

    /// Whether every end it may come to says so.
    pub fn says(&self, decided: Outcome) -> bool {
        let wanted = contrary(decided);
        self.means.iter().all(|means| *means != wanted && *means != Means::Neither)
    }

    /// Whether it may end so.
    pub fn may_end(&self, decided: Outcome) -> bool {
        let contrary = contrary(decided);
        self.ends() && self.means.iter().any(|means| *means != contrary)
    }
}

/// The meaning of an end that contradicts a decision.
pub(crate) fn contrary(decided: Outcome) -> Means {
    match decided {
        Outcome::Granted => Means::Denied,
        Outcome::Denied => Means::Granted,
    }
}

/// How a step turns out: by the key of an outcome, by the decision where it is one, and where the process stands.
#[derive(Clone, Copy, Default)]
pub struct StepResult<'a> {
    pub outcome: Option<&'a str>,
    pub decided: Option<Outcome>,
    pub at: Option<RunSoFar<'a>>,
}

/// How often ways were taken in the life of the scope that is inside of a token, and how steps turned out so far.
#[derive(Clone, Copy)]
pub struct RunSoFar<'a> {
    pub marking: &'a Marking,
    pub within: u32,
    pub done: &'a [DoneStep],
}

impl RunSoFar<'_> {
    /// Whether a condition that asks how a step turned out holds by how it last did; nothing where it asks anything else,
    /// or where the step may be done again before it is asked.
    fn holds(&self, condition: &str, drawing: &Drawing) -> Option<bool> {
        let (done, holds) = self.done.iter().rev().filter(|done| !done.undone).find_map(|done| {
            let term = format!("steps.{}.outcome", plain_name(&done.id));
            Some((done, lets_through(condition, &term, done.outcome.as_deref())?))
        })?;
        let around: BTreeSet<u32> =
            std::iter::successors(self.marking.token(self.within), |token| self.marking.token(token.within))
                .map(|token| token.id)
                .collect();
        let beside = self.marking.tokens.iter().filter(|token| !around.contains(&token.id));
        let beside: Vec<&str> = beside.map(|token| token.at.as_str()).collect();
        let again = beside.len() > 1 && drawing.possible_steps(&beside).contains(&done.id);
        (!again).then_some(holds)
    }
}

impl RunSoFar<'_> {
    /// Whether a step was found not to pass, by a way that came here since: several ways may come to an element, and only
    /// one of them was gone.
    fn is_denied(&self, to: NodeIndex, drawing: &Drawing) -> bool {
        let model = drawing.model();
        let mut known = HashSet::new();
        let last = self.done.iter().rev().filter(|done| !done.undone && known.insert(done.id.as_str()));
        last.filter_map(|done| Some((model.index(&done.id)?, done.outcome.as_deref()?))).any(|(step, key)| {
            let outcome = model.nodes[step].step.outcomes.iter().find(|outcome| outcome.key == key);
            let denied = outcome.is_some_and(|outcome| model.outcome_means(step, outcome) == Means::Denied);
            denied && step != to && {
                let asks = |way: &FlowIndex| {
                    model.asks_outcome(*way).is_some_and(|(of, outcome)| of == step && outcome.key == key)
                };
                let taken: Vec<NodeIndex> =
                    (0..model.flows.len()).filter(asks).map(|way| model.flows[way].to).collect();
                // A way back is another try.
                let leads = |node: &NodeIndex| *node == to || model.comes_to(*node, to);
                let back = |node: &NodeIndex| *node == step || model.comes_to(*node, step);
                !taken.is_empty() && taken.iter().all(|node| leads(node) && !back(node))
            }
        })
    }
}

impl Drawing {
    /// Where the ways out of an element may lead.
    pub fn leads(&self, from: NodeIndex) -> Leads {
        let open = |_| true;
        let mut walk = Walk { drawing: self, open: &open, meaning: false, found: OutcomeLeads::default() };
        walk.from(from, Means::Neither);
        walk.found.leads
    }

    /// The same where a step turned out in one of the ways it names, or in none, and the dossier is decided so. Where it is
    /// known how often ways back were taken, those that are used up are closed.
    pub fn turned(&self, from: NodeIndex, turn: StepResult) -> OutcomeLeads {
        let StepResult { outcome, decided, at } = turn;
        let model = self.model();
        let used_up = |flow: FlowIndex| {
            let own = model.nodes[model.flows[flow].from].scope == model.nodes[from].scope;
            at.is_some_and(|at| own && at.marking.is_used_up(&model.flows[flow], at.within))
        };
        let term = format!("steps.{}.outcome", plain_name(&model.nodes[from].id));
        let holds = |flow: FlowIndex| {
            let condition = model.flows[flow].condition.as_ref()?.to_string();
            lets_through(&condition, &term, outcome)
                .or_else(|| lets_through(&condition, "outcome", decided.map(Outcome::key)))
                .or_else(|| at?.holds(&condition, self))
        };
        let open = |flow: FlowIndex| {
            let choice = &model.nodes[model.flows[flow].from];
            let lasting =
                |other: &FlowIndex| at.map_or(model.flows[*other].at_most.is_none(), |_| !used_up(*other));
            match holds(flow) {
                _ if used_up(flow) => false,
                Some(holds) => holds,
                // What is left is not taken where another way certainly is.
                None if choice.default == Some(flow) => {
                    let others = choice.outgoing.iter().filter(|other| **other != flow);
                    !others.filter(|other| lasting(other)).any(|other| holds(*other) == Some(true))
                }
                None => true,
            }
        };
        let mut walk = Walk { drawing: self, open: &open, meaning: true, found: OutcomeLeads::default() };
        let denied = at.is_some_and(|at| at.is_denied(from, self));
        walk.from(from, if denied { Means::Denied } else { self.standing(from) });
        walk.found
    }

    /// Denied, if every way from the beginning to an element passes a step that did not pass; else neither.
    pub(super) fn standing(&self, to: NodeIndex) -> Means {
        if self.standings().get(&to).is_some_and(|found| found.iter().eq([&Means::Denied])) {
            Means::Denied
        } else {
            Means::Neither
        }
    }

    /// What was found before every element that is come to by ways of one meaning alone.
    pub fn found_before(&self) -> HashMap<NodeIndex, Means> {
        let only = |(node, found): (NodeIndex, BTreeSet<Means>)| match found.len() {
            1 => found.first().map(|means| (node, *means)),
            _ => None,
        };
        self.standings().into_iter().filter_map(only).collect()
    }

    /// What was found before, by each way that comes to an element from where the process begins.
    fn standings(&self) -> HashMap<NodeIndex, BTreeSet<Means>> {
        let model = self.model();
        let open = |_| true;
        let mut walk = Walk { drawing: self, open: &open, meaning: true, found: OutcomeLeads::default() };
        let starts = model.main().map(|main| model.entries(main)).unwrap_or_default();
        let beside = (0..model.scopes.len()).flat_map(|scope| model.beside(scope));
        let begun = beside.filter_map(|node| model.begun_by(node)).map(|(start, _)| start);
        let mut left: Vec<(NodeIndex, Means)> =
            starts.into_iter().chain(begun).map(|node| (node, Means::Neither)).collect();
        let mut found: HashMap<NodeIndex, BTreeSet<Means>> = HashMap::new();
        while let Some((node, means)) = left.pop() {
            if !found.entry(node).or_default().insert(means) {
                continue;
            }
            let inside = model.inside(node).map(|scope| model.entries(scope)).unwrap_or_default();
            left.extend(model.nodes[node].boundary.iter().map(|event| (*event, means)));
            // What passed may still be denied by a step behind, and not the other way round.
            let decides_anew = means == Means::Granted && model.nodes[node].is_work();
            let means = if decides_anew { Means::Neither } else { means };
            match inside.is_empty() {
                true => left.extend(walk.ways_out(node, means)),
                false => left.extend(inside.into_iter().map(|entry| (entry, means))),
            }
        }
        found
    }

    /// Where what is raised in a scope goes on: at the nearest that catches it, in an event sub-process or on the edge of
    /// an activity around it.
    fn caught(&self, scope: ScopeIndex, raised: &Trigger) -> Vec<NodeIndex> {
        let model = self.model();
        let code = |trigger: &Trigger| match trigger {
            Trigger::Error { code } | Trigger::Escalation { code } => code.clone(),
            _ => None,
        };
        let catches = |trigger: &Trigger| {
            let kind = std::mem::discriminant(trigger) == std::mem::discriminant(raised);
            kind && code(trigger).is_none_or(|own| Some(own) == code(raised))
        };
        let mut scope = scope;
        // What an event sub-process raises goes past those beside it.
        let mut past = false;
        loop {
            let starts = model.beside(scope).filter(|_| !past).filter_map(|node| model.begun_by(node));
            let mut events: Vec<NodeIndex> =
                starts.filter(|(_, trigger)| catches(trigger)).map(|(start, _)| start).collect();
            let around = self.around().activity(scope);
            if let (true, Some(outer)) = (events.is_empty(), around) {
                let edge = |event: &&NodeIndex| match &model.nodes[**event].kind {
                    NodeKind::Boundary { trigger, .. } => catches(trigger),
                    _ => false,
                };
                events.extend(model.nodes[outer].boundary.iter().filter(edge));
            }
            match around {
                Some(outer) if events.is_empty() => {
                    past = model.is_beside(scope);
                    scope = model.nodes[outer].scope;
                }
                _ => return events,
            }
        }
    }

    /// What something thrown at an element begins.
    fn begun_by(&self, node: NodeIndex, thrown: &Trigger) -> Vec<NodeIndex> {
        let model = self.model();
        match thrown {
            Trigger::Escalation { .. } => self.caught(model.nodes[node].scope, thrown),
            Trigger::Signal { name } => self.around().begun_by_signal(name).to_vec(),
            _ => Vec::new(),
        }
    }
}

/// What lies around each scope, and what signals begin.
#[derive(Debug)]
pub(super) struct Around {
    activities: HashMap<ScopeIndex, NodeIndex>,
    by_signal: HashMap<String, Vec<NodeIndex>>,
}

impl Around {
    pub(super) fn of(model: &Model) -> Around {
        let mut activities = HashMap::new();
        for node in 0..model.nodes.len() {
            if let Some(scope) = model.inside(node) {
                activities.entry(scope).or_insert(node);
            }
        }
        let mut by_signal: HashMap<String, Vec<NodeIndex>> = HashMap::new();
        let beside = (0..model.scopes.len()).flat_map(|scope| model.beside(scope));
        for (start, trigger) in beside.filter_map(|node| model.begun_by(node)) {
            if let Trigger::Signal { name } = trigger {
                by_signal.entry(name.clone()).or_default().push(start);
            }
        }
        Around { activities, by_signal }
    }

    /// The activity a scope is the inside of; of several that call it, the first.
    fn activity(&self, scope: ScopeIndex) -> Option<NodeIndex> {
        self.activities.get(&scope).copied()
    }

    /// The start events of the event sub-processes a signal begins.
    fn begun_by_signal(&self, name: &str) -> &[NodeIndex] {
        self.by_signal.get(name).map_or(&[], Vec::as_slice)
    }
}

/// What each way and each end of a drawing means.
#[derive(Debug)]
pub(super) struct Meanings {
    pub ways: Vec<Means>,
    pub nodes: Vec<Means>,
}

impl Meanings {
    pub(super) fn of(model: &Model) -> Meanings {
        Meanings {
            ways: (0..model.flows.len()).map(|way| model.way_means(way)).collect(),
            nodes: (0..model.nodes.len()).map(|node| model.end_means(node)).collect(),
        }
    }
}

/// Going along the ways that may be open.
struct Walk<'a> {
    drawing: &'a Drawing,
    open: &'a dyn Fn(FlowIndex) -> bool,
    /// Whether it is looked at what ways and ends mean.
    meaning: bool,
    found: OutcomeLeads,
}

impl Walk<'_> {
    fn from(&mut self, from: NodeIndex, standing: Means) {
        let model = self.drawing.model();
        // What is repeated leads to itself.
        self.found.leads.on |= !matches!(model.nodes[from].repeats, Repeats::Once);
        let mut seen = HashSet::new();
        let mut left = self.ways_out(from, standing);
        while let Some((node, means)) = left.pop() {
            if node == from {
                self.found.leads.on |= model.nodes[from].is_work();
                continue;
            }
            if !seen.insert((node, means)) {
                continue;
            }
            let same = |nodes: Vec<NodeIndex>| nodes.into_iter().map(move |node| (node, means));
            match model.nodes[node].kind {
                NodeKind::Task(_) if model.nodes[node].is_work() => self.found.leads.on = true,
                NodeKind::Catch(_) => self.found.leads.on = true,
                NodeKind::Gateway(Gateway::EventBased) => self.found.leads.on = true,
                // What is thrown may begin something else.
                NodeKind::Throw(Some(ref trigger)) | NodeKind::End(End::Throw(ref trigger)) => {
                    left.extend(same(self.drawing.begun_by(node, trigger)));
                    left.extend(self.ways_out(node, means));
                }
                // What is inside comes first, and what is around goes on after it.
                NodeKind::SubProcess(scope) | NodeKind::Call { scope: Some(scope), .. } => {
                    left.extend(same(model.entries(scope)));
                }
                _ => {
                    self.found.leads.on |= !model.returned_at(node).is_empty();
                    left.extend(self.ways_out(node, means));
                }
            }
            // What is repeated over nothing, or while something holds that does not, is gone past.
            if let Repeats::Each { .. } | Repeats::While { test_before: true, .. } = model.nodes[node].repeats
            {
                left.extend(self.ways_out(node, means));
            }
        }
    }

    /// What follows an element; where nothing does, what follows the activity around it, or the end. What returns
    /// something is followed by what had it returned.
    fn ways_out(&mut self, node: NodeIndex, means: Means) -> Vec<(NodeIndex, Means)> {
        let model = self.drawing.model();
        let (mut out, mut left, mut seen) = (Vec::new(), vec![node], HashSet::new());
        let at_end = if self.meaning { self.drawing.meanings().nodes[node] } else { Means::Neither };
        let means = if at_end == Means::Neither { means } else { at_end };
        while let Some(node) = left.pop() {
            if !seen.insert(node) {
                continue;
            }
            let found = &model.nodes[node];
            // It ends all, whatever else runs.
            if matches!(found.kind, NodeKind::End(End::Terminate)) && model.main() == Some(found.scope) {
                self.found.leads.end_of_all = true;
                self.found.means.insert(means);
            }
            if let NodeKind::End(End::Error { code }) = &found.kind {
                let caught = self.drawing.caught(found.scope, &Trigger::Error { code: Some(code.clone()) });
                out.extend(caught.into_iter().map(|node| (node, means)));
                continue;
            }
            if found.compensates {
                // Something else may be returned next.
                self.found.leads.on = true;
                let returned =
                    |event: &NodeIndex| model.returned_at(*event).iter().any(|(_, by)| *by == node);
                left.extend((0..model.nodes.len()).filter(returned));
                continue;
            }
            if !found.outgoing.is_empty() {
                for way in found.outgoing.iter().copied().filter(|way| (self.open)(*way)) {
                    let by_way =
                        if self.meaning { self.drawing.meanings().ways[way] } else { Means::Neither };
                    out.push((model.flows[way].to, if by_way == Means::Neither { means } else { by_way }));
                }
                continue;
            }
            match self.drawing.around().activity(found.scope) {
                Some(outer) => {
                    // Another round of it may follow.
                    self.found.leads.on |= !matches!(model.nodes[outer].repeats, Repeats::Once);
                    left.push(outer);
                }
                None => {
                    self.found.leads.end = true;
                    self.found.means.insert(means);
                }
            }
        }
        out
    }
}
