//! Scopes inside scopes: sub-processes, errors that leave them, ends that end one of them, steps repeated or done for each of
//! several, messages, signals and times, what events begin beside the rest, and what is returned. The same game, in each scope
//! for itself.

use super::game::{Game, Rules, Taken, rules_of};
use process::{Model, NodeIndex, NodeKind, Over, Repeats, Trigger};
use std::collections::{BTreeMap, BTreeSet};

/// What is done for each of several is done for two.
const SEVERAL: usize = 2;

/// A scope that runs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Inside {
    pub scope: usize,
    pub flows: Vec<usize>,
    pub active: Vec<Active>,
    /// Event sub-processes that go on in it.
    pub inner: Vec<(NodeIndex, Inside)>,
    /// Events that come once and came.
    pub come: BTreeSet<NodeIndex>,
    /// One of them ended all else, and none begins any more.
    pub cut: bool,
    /// What is done and may be returned, in its order.
    pub done: Vec<Finished>,
    /// Events that wait for what they have returned: by what, the next last.
    pub returning: Vec<(NodeIndex, Vec<NodeIndex>)>,
    pub taken: Taken,
}

/// An activity that is done, with what was done inside of it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Finished {
    pub node: NodeIndex,
    pub inside: Vec<Finished>,
}

/// An activity that runs, or an event that is waited for: once, or for each of several.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Active {
    pub node: NodeIndex,
    pub come: BTreeSet<NodeIndex>,
    pub round: u32,
    /// What is done: by people, or inside.
    pub parts: Vec<Option<Inside>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NestedStep {
    /// By itself.
    Silent,
    Done(NodeIndex),
    Came(NodeIndex),
}

/// How a scope stands after a step.
pub enum NestedNext {
    Stays(Inside),
    /// An error leaves it.
    Raised(String),
    /// An escalation of this code leaves it, which stays as it is then.
    Thrown(String, Inside),
}

/// A step, and how a scope stands after it.
pub type NestedSteps = Vec<(NestedStep, NestedNext)>;

pub struct Standard<'a> {
    pub model: &'a Model,
    pub scopes: Vec<Rules<'a>>,
    /// Something is returned somewhere: what was done is remembered.
    pub returns: bool,
}

impl Inside {
    /// Nothing keeps it from its end: what only waits for something to begin does not.
    pub fn is_over(&self) -> bool {
        let still = self.flows.is_empty() && self.active.is_empty();
        still && self.inner.is_empty() && self.returning.is_empty()
    }

    /// The scopes that run in it, one level down.
    pub fn parts(&self) -> impl Iterator<Item = &Inside> {
        let active = self.active.iter().flat_map(|active| active.parts.iter().flatten());
        active.chain(self.inner.iter().map(|(_, inside)| inside))
    }

    /// What is being done or waited for, one for each.
    pub fn waiting(&self, found: &mut Vec<NodeIndex>) {
        for active in &self.active {
            found.extend(active.parts.iter().filter(|part| part.is_none()).map(|_| active.node));
        }
        self.parts().for_each(|part| part.waiting(found));
    }

    pub fn all_flows(&self) -> usize {
        self.flows.len() + self.parts().map(Inside::all_flows).sum::<usize>()
    }
}

impl<'a> Standard<'a> {
    pub fn of(model: &'a Model) -> Standard<'a> {
        Standard::with_many(model, 1)
    }

    /// The same token by token: what goes on beside the rest may run several times at once.
    pub fn each(model: &'a Model) -> Standard<'a> {
        let alone = |rules: Rules<'a>| Rules { beside: BTreeMap::new(), ..rules };
        let standard = Standard::with_many(model, 2);
        Standard { scopes: standard.scopes.into_iter().map(alone).collect(), ..standard }
    }

    fn with_many(model: &'a Model, many: usize) -> Standard<'a> {
        let scopes = (0..model.scopes.len()).map(|scope| rules_of(model, scope, many)).collect();
        let returns = model.nodes.iter().any(|node| {
            matches!(
                node.kind,
                NodeKind::Throw(Some(Trigger::Compensation { .. }))
                    | NodeKind::End(process::End::Throw(Trigger::Compensation { .. }))
            )
        });
        Standard { model, scopes, returns }
    }

    pub fn begin(&self, scope: usize) -> Inside {
        let starts = |node: &&NodeIndex| matches!(self.model.nodes[**node].kind, NodeKind::Start(_));
        let start = self.model.scopes[scope].nodes.iter().find(starts).expect("it starts");
        let flows = self.model.nodes[*start].outgoing.clone();
        Inside { scope, flows, ..Inside::default() }
    }

    fn part(&self, node: NodeIndex) -> Option<Inside> {
        match self.model.nodes[node].kind {
            NodeKind::SubProcess(scope) => Some(self.begin(scope)),
            _ => None,
        }
    }

    pub(super) fn begun(&self, node: NodeIndex, round: u32) -> Active {
        let several = match &self.model.nodes[node].repeats {
            Repeats::Each { over: Over::List(_) | Over::Count(_), .. } => SEVERAL,
            _ => 1,
        };
        Active { node, come: BTreeSet::new(), round, parts: vec![self.part(node); several] }
    }

    /// A scope as a game without what lies inside of its activities.
    pub(super) fn flat(inside: &Inside) -> Game {
        let active = inside.active.iter().map(|active| (active.node, active.come.clone())).collect();
        let (flows, taken, returning) =
            (inside.flows.clone(), inside.taken.clone(), inside.returning.clone());
        Game { flows, active, taken, returning, ..Game::default() }
    }

    pub(super) fn with(&self, inside: &Inside, flows: &[usize]) -> Inside {
        let mut next = inside.clone();
        next.taken.note(self.model, flows);
        let active: BTreeSet<NodeIndex> = next.active.iter().map(|active| active.node).collect();
        let new = self.scopes[inside.scope].new_beside(&next.flows, &active, flows);
        next.flows.extend(new);
        next.flows.sort();
        next.active.sort();
        next
    }

    /// How it stands after each choice of ways out of a node.
    pub(super) fn leave(&self, inside: &Inside, node: NodeIndex) -> Vec<Inside> {
        let ways = self.scopes[inside.scope].ways(node, &inside.taken).into_iter();
        ways.map(|ways| self.with(inside, &ways)).collect()
    }

    pub(super) fn without(inside: &Inside, flows: &[usize]) -> Inside {
        let mut next = inside.clone();
        for flow in flows {
            let place = next.flows.iter().position(|other| other == flow).expect("it is there");
            next.flows.remove(place);
        }
        next
    }

    pub fn next(&self, game: &Inside, passed: &mut BTreeSet<String>) -> Vec<(NestedStep, Inside)> {
        let steps = self.steps(game, passed).into_iter();
        let over = || Inside { scope: game.scope, ..Inside::default() };
        steps
            .map(|(step, next)| match next {
                NestedNext::Stays(next) => (step, next),
                NestedNext::Raised(_) => (step, over()),
                NestedNext::Thrown(_, next) => (step, next),
            })
            .collect()
    }
}
