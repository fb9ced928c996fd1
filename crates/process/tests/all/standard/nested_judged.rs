//! What can be said of scopes inside scopes when every situation was looked at.

use super::looked_at::{self, STATES_MAX};
use super::nested::{Active, Inside, NestedStep, Standard};
use super::nested_steps::Outwards;
use process::{Gateway, NodeIndex, NodeKind, Trigger};
use std::collections::{BTreeSet, HashSet};

#[derive(Debug, Default)]
pub struct NestedVerdict {
    pub stuck: BTreeSet<String>,
    pub twice: BTreeSet<String>,
    pub dead: BTreeSet<String>,
    pub ends: bool,
    /// What is ever come to.
    pub reached: BTreeSet<String>,
}

impl Standard<'_> {
    pub fn twice(&self, inside: &Inside) -> BTreeSet<String> {
        let id = |node: NodeIndex| self.model.nodes[node].id.clone();
        let mut found = BTreeSet::new();
        let ends =
            |node: NodeIndex| matches!(self.model.nodes[node].kind, NodeKind::End(_)) || self.cuts_off(node);
        // What comes once more to where all are waited for is left over: it waits, and nothing is done twice by that.
        let waits = |node: NodeIndex| {
            let what = &self.model.nodes[node];
            matches!(what.kind, NodeKind::Gateway(Gateway::Parallel)) && what.incoming.len() > 1
        };
        for pair in inside.flows.windows(2).filter(|pair| pair[0] == pair[1]) {
            let to = self.model.flows[pair[0]].to;
            found.extend((!ends(to) && !waits(to)).then(|| id(to)));
        }
        // What returns something may return it for two events at once.
        let again =
            |pair: &&[Active]| pair[0].node == pair[1].node && !self.model.nodes[pair[0].node].compensates;
        for pair in inside.active.windows(2).filter(again) {
            found.insert(id(pair[0].node));
        }
        for node in &self.scopes[inside.scope].nodes {
            let what = &self.model.nodes[*node];
            let joins = matches!(what.kind, NodeKind::Gateway(Gateway::Parallel | Gateway::Inclusive));
            let here = what.incoming.iter().filter(|flow| inside.flows.contains(flow)).count();
            found.extend((!joins && !ends(*node) && here > 1).then(|| id(*node)));
        }
        inside.parts().for_each(|part| found.extend(self.twice(part)));
        found
    }

    /// What is thrown there always ends what it lies in: it comes once, like an end.
    fn cuts_off(&self, node: NodeIndex) -> bool {
        let NodeKind::Throw(Some(Trigger::Escalation { code })) = &self.model.nodes[node].kind else {
            return false;
        };
        let code = code.clone().unwrap_or_default();
        let mut scope = self.model.nodes[node].scope;
        loop {
            let beside = self.scopes[scope].handlers.iter().map(|handler| (handler.node, &handler.trigger));
            if let Some(handler) = Outwards::Escalation.caught(&code, beside) {
                return self.scopes[scope].handlers.iter().any(|it| it.node == handler && it.interrupting);
            }
            let Some(mut owner) = self.model.scopes[scope].owner else { return false };
            // What an event sub-process throws goes past those beside it.
            while let NodeKind::EventSubProcess { .. } = self.model.nodes[owner].kind {
                match self.model.scopes[self.model.nodes[owner].scope].owner {
                    Some(outer) => owner = outer,
                    None => return false,
                }
            }
            let edge = self.model.nodes[owner].boundary.iter();
            let edge = edge.filter_map(|event| match &self.model.nodes[*event].kind {
                NodeKind::Boundary { trigger, .. } => Some((*event, trigger)),
                _ => None,
            });
            if let Some(event) = Outwards::Escalation.caught(&code, edge) {
                return self.model.nodes[event].interrupts();
            }
            scope = self.model.nodes[owner].scope;
        }
    }

    /// Where tokens wait for ever in a scope in which nothing moves, though an event outside of it may end it.
    pub fn stuck(&self, inside: &Inside, found: &mut Vec<NodeIndex>) {
        if inside.active.is_empty() && self.own_steps(inside, &mut BTreeSet::new()).is_empty() {
            found.extend(inside.flows.iter().map(|flow| self.model.flows[*flow].to));
        }
        inside.parts().for_each(|part| self.stuck(part, found));
    }

    pub fn reach(&self, inside: &Inside, found: &mut BTreeSet<String>) {
        let on_flows = inside.flows.iter().map(|flow| self.model.flows[*flow].to);
        let nodes = on_flows.chain(inside.active.iter().map(|active| active.node));
        found.extend(nodes.map(|node| self.model.nodes[node].id.clone()));
        inside.parts().for_each(|part| self.reach(part, found));
    }

    pub fn verdict(&self) -> Option<NestedVerdict> {
        let (mut verdict, mut passed) = (NestedVerdict::default(), BTreeSet::new());
        let begin = self.begin(self.model.main()?);
        let (mut seen, mut left) = (HashSet::from([begin.clone()]), vec![begin]);
        while let Some(game) = left.pop() {
            self.reach(&game, &mut verdict.reached);
            let twice = self.twice(&game);
            if !twice.is_empty() {
                verdict.twice.extend(twice);
                continue;
            }
            let next = self.next(&game, &mut passed);
            verdict.ends |= game.is_over();
            let mut at = Vec::new();
            self.stuck(&game, &mut at);
            verdict.stuck.extend(at.into_iter().map(|node| self.model.nodes[node].id.clone()));
            for (_, next) in next {
                if seen.insert(next.clone()) {
                    if seen.len() > STATES_MAX {
                        return None;
                    }
                    left.push(next);
                }
            }
        }
        if verdict.twice.is_empty() && verdict.stuck.is_empty() {
            verdict.dead = looked_at::dead_joins(self.model, 0..self.model.nodes.len(), &passed);
        }
        Some(verdict)
    }

    pub fn at_rest(&self, from: Vec<Inside>) -> Option<BTreeSet<Inside>> {
        looked_at::at_rest(from, |game| {
            let next = self.next(game, &mut BTreeSet::new()).into_iter();
            next.filter(|(how, _)| *how == NestedStep::Silent).map(|(_, next)| next).collect()
        })
    }
}
