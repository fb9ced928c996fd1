//! Which ways are taken, and when an inclusive join has waited long enough.

use super::advance::Machine;
use super::wait::awaited;
use super::{Misfit, State, Token};
use crate::model::{FlowIndex, Gateway, NodeIndex, NodeKind};
use std::collections::HashSet;

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
            let ways: Vec<FlowIndex> = ways.take(if one { 1 } else { usize::MAX }).collect();
            if !ways.is_empty() {
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
        let mut tried = HashSet::new();
        for token in &self.marking.tokens {
            let State::Arrived { .. } = token.state else { continue };
            let Some(node) = self.model.index(&token.at) else { return Err(Misfit::NotWaiting) };
            let within = token.within;
            if !tried.insert((node, within)) {
                continue;
            }
            let ready = match self.model.nodes[node].kind {
                NodeKind::Gateway(Gateway::Inclusive) => !self.more_may_come(node, within),
                _ => self.model.nodes[node].incoming.iter().all(|flow| self.is_here(node, within, *flow)),
            };
            if ready {
                self.join(node, within)?;
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn is_here(&self, node: NodeIndex, within: u32, flow: FlowIndex) -> bool {
        self.marking.tokens.iter().any(|token| self.arrived(token, node, within, flow))
    }

    /// Whether a token elsewhere in the scope can still come by a way that is empty, and by none that is not: that one
    /// would only follow those that are here. What may yet happen on the edge of an activity can still come; unless it
    /// interrupts, it does not take the token of the activity with it.
    fn more_may_come(&self, gateway: NodeIndex, within: u32) -> bool {
        let model = self.model;
        let incoming = model.nodes[gateway].incoming.iter().copied();
        let (full, empty): (Vec<FlowIndex>, Vec<FlowIndex>) =
            incoming.partition(|flow| self.is_here(gateway, within, *flow));
        if empty.is_empty() {
            return false;
        }
        let full = self.leads_to(gateway, full, false);
        let empty = self.leads_to(gateway, empty, true);
        let elsewhere = |token: &&Token| token.within == within && token.at != model.nodes[gateway].id;
        self.marking.tokens.iter().filter(elsewhere).any(|token| {
            let Some(place) = model.index(&token.at) else { return false };
            let node = &model.nodes[place];
            let events = awaited(model, &self.marking, token, place);
            let edges = events.iter().filter(|event| node.boundary.contains(event));
            let (along, beside): (Vec<NodeIndex>, Vec<NodeIndex>) =
                edges.copied().partition(|event| model.nodes[*event].interrupts());
            let out = |event: &NodeIndex| model.nodes[*event].outgoing.iter().copied();
            let along: Vec<FlowIndex> =
                node.outgoing.iter().copied().chain(along.iter().flat_map(out)).collect();
            along.iter().copied().chain(beside.iter().flat_map(out)).any(|flow| empty.contains(&flow))
                && !along.iter().any(|flow| full.contains(flow))
        })
    }

    /// The flows from which these are come to without passing the gateway: by the way of one token, which an event that
    /// interrupts takes along, or also by events that begin another beside it.
    fn leads_to(&self, gateway: NodeIndex, flows: Vec<FlowIndex>, edges: bool) -> HashSet<FlowIndex> {
        let model = self.model;
        let mut found = HashSet::new();
        let mut left = flows;
        while let Some(flow) = left.pop() {
            let from = model.flows[flow].from;
            if !found.insert(flow) || from == gateway {
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
