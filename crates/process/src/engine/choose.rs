//! Which ways are taken, and when an inclusive join has waited long enough.

use super::advance::{Machine, counted};
use super::{Misfit, State};
use crate::model::{FlowIndex, Gateway, Kind, NodeIndex};
use std::collections::HashSet;

impl Machine<'_> {
    /// The flows by which a token leaves a node.
    pub(super) fn ways(&mut self, node: NodeIndex, within: u32) -> Result<Vec<FlowIndex>, Misfit> {
        let model = self.model;
        let found = &model.nodes[node];
        let one = matches!(found.kind, Kind::Gateway(Gateway::Exclusive));
        if let Kind::Gateway(Gateway::Parallel) = found.kind {
            return Ok(found.outgoing.clone());
        }
        if let Some(chosen) = self.world.chosen.get(&found.id) {
            let ways = found.outgoing.iter().copied().filter(|flow| chosen.contains(&model.flows[*flow].id));
            let ways: Vec<FlowIndex> = ways.take(if one { 1 } else { usize::MAX }).collect();
            if !ways.is_empty() {
                return Ok(ways);
            }
        }
        let mut ways = Vec::new();
        for flow in &found.outgoing {
            if found.default == Some(*flow) || self.is_used_up(*flow, within) {
                continue;
            }
            let open = match &model.flows[*flow].condition {
                Some(condition) => self.holds(condition, within, None)?,
                None => !model.flows[*flow].conditional,
            };
            if open {
                ways.push(*flow);
                if one {
                    break;
                }
            }
        }
        if ways.is_empty() {
            ways.extend(found.default.filter(|flow| !self.is_used_up(*flow, within)));
        }
        if ways.is_empty() {
            return Err(Misfit::NoWay { at: found.id.clone() });
        }
        Ok(ways)
    }

    fn is_used_up(&self, flow: FlowIndex, within: u32) -> bool {
        let flow = &self.model.flows[flow];
        let taken = || self.marking.taken.get(&counted(&flow.id, within)).copied().unwrap_or(0);
        flow.at_most.is_some_and(|most| taken() >= most)
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
                Kind::Gateway(Gateway::Inclusive) => !self.more_may_come(node, within),
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
    /// would only follow those that are here.
    fn more_may_come(&self, gateway: NodeIndex, within: u32) -> bool {
        let model = self.model;
        let incoming = model.nodes[gateway].incoming.iter().copied();
        let (full, empty): (Vec<FlowIndex>, Vec<FlowIndex>) =
            incoming.partition(|flow| self.is_here(gateway, within, *flow));
        let full = self.leads_to(gateway, &full);
        let empty = self.leads_to(gateway, &empty);
        self.marking.tokens.iter().any(|token| {
            let place = model.index(&token.at).filter(|place| *place != gateway);
            token.within == within
                && place.is_some_and(|place| empty.contains(&place) && !full.contains(&place))
        })
    }

    /// The nodes from which a way leads to one of these flows without passing the gateway.
    fn leads_to(&self, gateway: NodeIndex, flows: &[FlowIndex]) -> HashSet<NodeIndex> {
        let model = self.model;
        let mut found = HashSet::new();
        let mut left: Vec<NodeIndex> = flows.iter().map(|flow| model.flows[*flow].from).collect();
        while let Some(node) = left.pop() {
            if node == gateway || !found.insert(node) {
                continue;
            }
            left.extend(model.nodes[node].incoming.iter().map(|flow| model.flows[*flow].from));
            if let Kind::Boundary { on, .. } = model.nodes[node].kind {
                left.push(on);
            }
        }
        found
    }
}
