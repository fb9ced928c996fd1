//! How often an escalation comes to an event on the edge of an activity, as far as that is certain by what is drawn: an
//! escalation is thrown by work inside, and not by the world as times and messages are.

use super::depth::inner;
use super::effort::{Meter, TooMuch};
use super::failing::{Failing, may_be_skipped};
use super::next;
use super::raised::{caught_by, raised, starts};
use crate::engine::DEPTH_MAX;
use crate::model::{Gateway, Model, NodeIndex, NodeKind, Repeats, ScopeIndex, Trigger};
use std::collections::{HashMap, HashSet};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Times {
    /// Once at least, whenever what it lies on comes to its end.
    pub surely: bool,
    /// Perhaps more than once.
    pub again: bool,
}

/// How often an event on an edge happens that does not interrupt.
pub(super) fn times(
    model: &Model,
    event: NodeIndex,
    failing: &Failing,
    meter: &mut Meter,
) -> Result<Times, TooMuch> {
    let Some((activity, scope)) = model.nodes[event].on().and_then(|on| Some((on, model.inside(on)?))) else {
        return Ok(Times { surely: false, again: true });
    };
    let edge = &model.nodes[activity].boundary;
    let mut looking =
        Looking { model, failing, event, past: vec![edge.clone()], depth: 0, throws: HashMap::new() };
    let inside = looking.inside(scope, meter)?;
    let host = Host { model, node: activity };
    Ok(Times {
        surely: inside.surely && !host.is_cut_short() && !host.may_be_left_out(),
        again: inside.again || host.is_repeated(),
    })
}

struct Looking<'a> {
    model: &'a Model,
    failing: &'a Failing,
    event: NodeIndex,
    /// The events that may catch it, from the outermost inwards.
    past: Vec<Vec<NodeIndex>>,
    /// How many scopes lie around what is looked at.
    depth: usize,
    /// Whether anything is thrown in a scope, however deep inside.
    throws: HashMap<ScopeIndex, bool>,
}

impl<'a> Looking<'a> {
    fn inside(&mut self, scope: ScopeIndex, meter: &mut Meter) -> Result<Times, TooMuch> {
        let model = self.model;
        meter.work(1 + model.scopes[scope].nodes.len())?;
        if !self.throws(scope, meter)? {
            return Ok(Times::default());
        }
        // So deep nothing is run, nor what calls itself: both are told elsewhere.
        if self.depth > DEPTH_MAX {
            return Ok(Times { surely: false, again: true });
        }
        let mut found: HashMap<NodeIndex, Times> = HashMap::new();
        let beside = starts(model, scope);
        for node in &model.scopes[scope].nodes {
            let here = raised(&model.nodes[*node].kind);
            if here.is_some_and(|here| caught_by(model, &beside, &here).is_none() && self.comes(&here)) {
                found.insert(*node, Times { surely: true, again: false });
            }
        }
        for (node, inner) in inner(model, scope) {
            let host = Host { model, node };
            let past = matches!(model.nodes[node].kind, NodeKind::EventSubProcess { .. });
            let before = self.past.len();
            if !past {
                self.past.push(beside.clone());
            }
            self.past.push(model.nodes[node].boundary.clone());
            self.depth += 1;
            let times = self.inside(inner, meter)?;
            self.depth -= 1;
            self.past.truncate(before);
            if times != Times::default() {
                let surely = times.surely && !past && !host.may_be_left_out() && !host.is_cut_short();
                found.insert(node, Times { surely, again: times.again || past || host.is_repeated() });
            }
        }
        let surely = |node: NodeIndex| found.get(&node).is_some_and(|times| times.surely);
        let fails = |node: NodeIndex| surely(node) || self.failing.fails(model, node);
        let whole = !self.failing.may_be_cut_short(model, scope);
        meter.work(4 * model.scopes[scope].nodes.len())?;
        Ok(Times {
            surely: whole
                && found.keys().any(|node| surely(*node))
                && !self.failing.may_end(model, scope, fails),
            again: found.values().any(|times| times.again) || self.meet(scope, &found, meter)?,
        })
    }

    /// Whether it comes to the event by all that may catch it before.
    fn comes(&self, thrown: &Trigger) -> bool {
        let first = self.past.iter().rev().find_map(|events| caught_by(self.model, events, thrown));
        first == Some(self.event)
    }

    fn throws(&mut self, scope: ScopeIndex, meter: &mut Meter) -> Result<bool, TooMuch> {
        if let Some(known) = self.throws.get(&scope) {
            return Ok(*known);
        }
        let model = self.model;
        let throws =
            |node: &NodeIndex| matches!(raised(&model.nodes[*node].kind), Some(Trigger::Escalation { .. }));
        let (mut seen, mut left, mut found) = (HashSet::new(), vec![scope], false);
        while let Some(scope) = left.pop().filter(|_| !found) {
            if seen.insert(scope) {
                meter.work(1 + model.scopes[scope].nodes.len())?;
                found = model.scopes[scope].nodes.iter().any(throws);
                left.extend(inner(model, scope).map(|(_, inside)| inside));
            }
        }
        self.throws.insert(scope, found);
        Ok(found)
    }

    /// Whether two of these may be come to in one run of a scope, or one of them twice.
    fn meet(
        &self,
        scope: ScopeIndex,
        these: &HashMap<NodeIndex, Times>,
        meter: &mut Meter,
    ) -> Result<bool, TooMuch> {
        let model = self.model;
        // Of each node those of them that it leads to.
        let mut leads: HashMap<NodeIndex, HashSet<NodeIndex>> = HashMap::new();
        for one in these.keys() {
            let (mut seen, mut left) = (HashSet::new(), vec![*one]);
            while let Some(node) = left.pop() {
                let edge = model.nodes[node].on();
                let before =
                    model.nodes[node].incoming.iter().map(|flow| model.flows[*flow].from).chain(edge);
                for from in before {
                    meter.work(2)?;
                    if seen.insert(from) {
                        leads.entry(from).or_default().insert(*one);
                        left.push(from);
                    }
                }
            }
        }
        if these.keys().any(|one| leads.contains_key(one)) {
            return Ok(true);
        }
        let to = |node: NodeIndex| -> HashSet<NodeIndex> {
            let own = these.contains_key(&node).then_some(node);
            leads.get(&node).into_iter().flatten().copied().chain(own).collect()
        };
        let parts = |node: &NodeIndex| {
            let found = &model.nodes[*node];
            let beside = found.boundary.iter().any(|event| !model.nodes[*event].interrupts());
            let one = matches!(found.kind, NodeKind::Gateway(Gateway::Exclusive | Gateway::EventBased));
            beside || found.outgoing.len() > 1 && !one
        };
        for node in model.scopes[scope].nodes.iter().filter(|node| these.len() > 1 && parts(node)) {
            let mut ways: Option<HashSet<NodeIndex>> = None;
            for there in next(model, *node).map(to).filter(|there| !there.is_empty()) {
                meter.work(1 + there.len())?;
                if ways.as_ref().is_some_and(|ways| *ways != there) {
                    return Ok(true);
                }
                ways = Some(there);
            }
        }
        Ok(false)
    }
}

/// An activity around what is thrown.
struct Host<'a> {
    model: &'a Model,
    node: NodeIndex,
}

impl Host<'_> {
    fn is_cut_short(&self) -> bool {
        self.model.nodes[self.node].boundary.iter().any(|event| self.model.nodes[*event].interrupts())
    }

    fn is_repeated(&self) -> bool {
        self.model.nodes[self.node].repeats != Repeats::Once
    }

    fn may_be_left_out(&self) -> bool {
        may_be_skipped(self.model, self.node)
    }
}
