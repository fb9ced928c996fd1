//! Which ways are taken, and when an inclusive join has waited long enough.

use super::advance::Machine;
use super::wait::awaited;
use super::{Misfit, State, Token};
use crate::model::{FlowIndex, Gateway, NodeIndex, NodeKind};
use std::collections::{HashMap, HashSet};

/// A join that something came to, and by which ways.
struct Join {
    node: NodeIndex,
    within: u32,
    here: HashSet<FlowIndex>,
}

impl Machine<'_> {
    /// The flows by which a token leaves a node.
    pub(super) fn ways(&mut self, node: NodeIndex, within: u32) -> Result<Vec<FlowIndex>, Misfit> {
        let model = self.model;
        let found = &model.nodes[node];
        let one = matches!(found.kind, NodeKind::Gateway(Gateway::Exclusive));
        if let NodeKind::Gateway(Gateway::Parallel) = found.kind {
            return Ok(found.outgoing.clone());
        }
        if let Some(chosen) = self.world.chosen.get(&found.id) {
            let ways = found.outgoing.iter().copied().filter(|flow| chosen.contains(&model.flows[*flow].id));
            let (gone, mut ways): (Vec<FlowIndex>, Vec<FlowIndex>) =
                ways.partition(|flow| self.is_used_up(*flow, within));
            if ways.is_empty() && !gone.is_empty() {
                // As where conditions hold for nothing but what is used up.
                ways.extend(found.default.filter(|flow| !self.is_used_up(*flow, within)));
            }
            if one {
                ways.truncate(1);
            } else if ways.len() > 1 {
                // A default is taken where nothing else is (BPMN 2.0, 13.4.3), whoever decides.
                ways.retain(|flow| found.default != Some(*flow));
            }
            if !ways.is_empty() {
                let beside = |flow: &FlowIndex| {
                    !model.flows[*flow].conditional && found.default != Some(*flow) && !ways.contains(flow)
                };
                if found.is_activity() {
                    ways.extend(found.outgoing.iter().copied().filter(beside).collect::<Vec<_>>());
                }
                return Ok(ways);
            }
        }
        // What is taken always is beside the choice.
        let (mut ways, mut held) = (Vec::new(), false);
        for flow in &found.outgoing {
            if found.default == Some(*flow) || self.is_used_up(*flow, within) {
                continue;
            }
            let open = match &model.flows[*flow].condition {
                Some(condition) => self.holds(&model.flows[*flow].id, condition, within, None)?,
                None => !model.flows[*flow].conditional,
            };
            if open {
                ways.push(*flow);
                held |= model.flows[*flow].conditional;
                if one {
                    break;
                }
            }
        }
        if !held && (ways.is_empty() || !one) {
            ways.extend(found.default.filter(|flow| !self.is_used_up(*flow, within)));
        }
        if ways.is_empty() {
            return Err(Misfit::NoWay { at: found.id.clone() });
        }
        Ok(ways)
    }

    fn is_used_up(&self, flow: FlowIndex, within: u32) -> bool {
        self.marking.is_used_up(&self.model.flows[flow], within)
    }

    /// Lets through the first join that need not wait any longer.
    pub(super) fn join_one(&mut self) -> Result<bool, Misfit> {
        // The joins something came to, in that order, with the ways by which it came.
        let (mut joins, mut places) = (Vec::<Join>::new(), HashMap::new());
        for token in &self.marking.tokens {
            let State::Arrived { by } = &token.state else { continue };
            let Some(node) = self.model.index(&token.at) else { return Err(Misfit::NotWaiting) };
            let place = *places.entry((node, token.within)).or_insert_with(|| {
                joins.push(Join { node, within: token.within, here: HashSet::new() });
                joins.len() - 1
            });
            let way = self.model.flows_by_id.get(by).filter(|way| self.model.flows[**way].to == node);
            joins[place].here.extend(way);
        }
        for join in joins {
            let ready = match self.model.nodes[join.node].kind {
                NodeKind::Gateway(Gateway::Inclusive) => !self.more_may_come(&join),
                _ => join.here.len() == self.model.nodes[join.node].incoming.len(),
            };
            if ready {
                self.join(join.node, join.within)?;
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether a token elsewhere in the scope can still come by a way that is empty, and by none that is not: that one
    /// would only follow those that are here. What may yet happen on the edge of an activity can still come; unless it
    /// interrupts, it does not take the token of the activity with it.
    fn more_may_come(&self, join: &Join) -> bool {
        let model = self.model;
        let (gateway, within) = (join.node, join.within);
        let incoming = model.nodes[gateway].incoming.iter().copied();
        let (full, empty): (Vec<FlowIndex>, Vec<FlowIndex>) =
            incoming.partition(|flow| join.here.contains(flow));
        if empty.is_empty() {
            return false;
        }
        let full = self.leads_to(gateway, full, false);
        let empty = self.leads_to(gateway, empty, true);
        let elsewhere = |token: &&Token| token.within == within && token.at != model.nodes[gateway].id;
        self.marking.tokens.iter().filter(elsewhere).any(|token| {
            let Some(place) = model.index(&token.at) else { return false };
            let node = &model.nodes[place];
            if node.boundary.is_empty() {
                let out = || node.outgoing.iter();
                return out().any(|flow| empty[*flow]) && !out().any(|flow| full[*flow]);
            }
            let events = awaited(model, &self.marking, token, place);
            let edges = events.iter().filter(|event| node.boundary.contains(event));
            let (along, beside): (Vec<NodeIndex>, Vec<NodeIndex>) =
                edges.copied().partition(|event| model.nodes[*event].interrupts());
            let out = |event: &NodeIndex| model.nodes[*event].outgoing.iter().copied();
            let along: Vec<FlowIndex> =
                node.outgoing.iter().copied().chain(along.iter().flat_map(out)).collect();
            along.iter().copied().chain(beside.iter().flat_map(out)).any(|flow| empty[flow])
                && !along.iter().any(|flow| full[*flow])
        })
    }

    /// The flows from which these are come to without passing the gateway: by the way of one token, which an event that
    /// interrupts takes along, or also by events that begin another beside it.
    fn leads_to(&self, gateway: NodeIndex, flows: Vec<FlowIndex>, edges: bool) -> Vec<bool> {
        let model = self.model;
        let mut found = vec![false; model.flows.len()];
        let mut left = flows;
        while let Some(flow) = left.pop() {
            let from = model.flows[flow].from;
            if std::mem::replace(&mut found[flow], true) || from == gateway {
                continue;
            }
            left.extend(&model.nodes[from].incoming);
            if let NodeKind::Boundary { on, .. } = &model.nodes[from].kind
                && (edges || model.nodes[from].interrupts())
            {
                left.extend(&model.nodes[*on].incoming);
            }
        }
        found
    }
}
