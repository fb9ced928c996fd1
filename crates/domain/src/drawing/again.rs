//! Whether something is come to again only by ways back that are used up.

use super::{Drawing, RunSoFar};
use process::{FlowIndex, NodeIndex, ScopeIndex};
use std::collections::{HashMap, HashSet};

impl Drawing {
    /// The way that is used up, where the drawing leads from one element to another by such ways alone. From behind a loop
    /// that no way leads back into, it is as from inside of it. Where nothing is in a loop, nothing is said of how often.
    pub fn used_up_between(&self, from: NodeIndex, to: NodeIndex, at: RunSoFar) -> Option<FlowIndex> {
        let model = self.model();
        // In which life of each scope around it the element stands.
        let mut lives: HashMap<ScopeIndex, u32> = HashMap::from([(model.nodes[from].scope, at.within)]);
        let mut within = at.within;
        while let Some(token) = at.marking.token(within) {
            let Some(around) = model.index(&token.at).filter(|_| token.within != within) else { break };
            lives.insert(model.nodes[around].scope, token.within);
            within = token.within;
        }
        let used_up = |flow: FlowIndex| {
            let life = lives.get(&model.nodes[model.flows[flow].from].scope);
            life.is_some_and(|within| at.marking.is_used_up(&model.flows[flow], *within))
        };
        // From where it would be gone back.
        let behind = !self.come_to(from, |_| true).contains(&to);
        let from = if behind { to } else { from };
        let open = self.come_to(from, |flow| !used_up(flow));
        if open.contains(&to) {
            return None;
        }
        let closed = (0..model.flows.len()).filter(|flow| used_up(*flow));
        let mut closed = closed.filter(|flow| {
            let (before, behind) = (model.flows[*flow].from, model.flows[*flow].to);
            let leads_there = || behind == to || self.come_to(behind, |_| true).contains(&to);
            (before == from || open.contains(&before)) && leads_there()
        });
        closed.next()
    }

    /// All that follows an element, over flows that are open, from edges, inside of activities and out of them again.
    fn come_to(&self, from: NodeIndex, open: impl Fn(FlowIndex) -> bool) -> HashSet<NodeIndex> {
        let model = self.model();
        let (mut found, mut left) = (HashSet::new(), vec![(from, true)]);
        while let Some((node, begun)) = left.pop() {
            let what = &model.nodes[node];
            let inside = model.inside(node).filter(|_| begun && node != from);
            let mut next: Vec<(NodeIndex, bool)> = what.boundary.iter().map(|event| (*event, true)).collect();
            match inside {
                Some(inside) => next.extend(model.entries(inside).into_iter().map(|entry| (entry, true))),
                None => {
                    let out = what.outgoing.iter().filter(|flow| open(**flow));
                    next.extend(out.map(|flow| (model.flows[*flow].to, true)));
                }
            }
            if what.outgoing.is_empty() && inside.is_none() {
                // What is around goes on, and is not begun again by that.
                let around = (0..model.nodes.len()).find(|outer| model.inside(*outer) == Some(what.scope));
                if let Some(around) = around.filter(|around| found.insert(model.nodes.len() + around)) {
                    left.push((around, false));
                }
            }
            left.extend(next.into_iter().filter(|(node, _)| found.insert(*node)));
        }
        found
    }
}
