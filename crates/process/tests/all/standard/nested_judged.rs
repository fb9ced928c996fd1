//! What can be said of scopes inside scopes when every situation was looked at.

use super::looked_at::{self, STATES_MAX};
use super::nested::{Inside, NestedStep, Standard};
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
        for pair in inside.active.windows(2).filter(|pair| pair[0].node == pair[1].node) {
            found.insert(id(pair[0].node));
        }
        for node in &self.scopes[inside.scope].nodes {
            let what = &self.model.nodes[*node];
            let joins = matches!(what.kind, NodeKind::Gateway(Gateway::Parallel | Gateway::Inclusive));
            let here = what.incoming.iter().filter(|flow| inside.flows.contains(flow)).count();
            found.extend((!joins && !ends(*node) && here > 1).then(|| id(*node)));
        }
        let parts = inside.active.iter().flat_map(|active| active.parts.iter().flatten());
        parts.for_each(|part| found.extend(self.twice(part)));
        found
    }

    /// What is thrown there always ends what it lies in: it comes once, like an end.
    fn cuts_off(&self, node: NodeIndex) -> bool {
        let NodeKind::Throw(Some(Trigger::Escalation { code })) = &self.model.nodes[node].kind else {
            return false;
        };
        let catches = |event: &&NodeIndex| match &self.model.nodes[**event].kind {
            NodeKind::Boundary { trigger: Trigger::Escalation { code: own }, .. } => {
                own.is_none() || own == code
            }
            _ => false,
        };
        let around =
            |scope: &usize| self.model.scopes[*scope].owner.map(|owner| self.model.nodes[owner].scope);
        let mut scopes = std::iter::successors(Some(self.model.nodes[node].scope), around);
        let event = scopes.find_map(|scope| {
            let owner = self.model.scopes[scope].owner?;
            self.model.nodes[owner].boundary.iter().find(catches)
        });
        event.is_some_and(|event| self.model.nodes[*event].interrupts())
    }

    /// Where tokens wait for ever in a scope in which nothing moves, though an event outside of it may end it.
    pub fn stuck(&self, inside: &Inside, found: &mut Vec<NodeIndex>) {
        if inside.active.is_empty() && self.steps(inside, &mut BTreeSet::new()).is_empty() {
            found.extend(inside.flows.iter().map(|flow| self.model.flows[*flow].to));
        }
        let parts = inside.active.iter().flat_map(|active| active.parts.iter().flatten());
        parts.for_each(|part| self.stuck(part, found));
    }

    pub fn reach(&self, inside: &Inside, found: &mut BTreeSet<String>) {
        let on_flows = inside.flows.iter().map(|flow| self.model.flows[*flow].to);
        let nodes = on_flows.chain(inside.active.iter().map(|active| active.node));
        found.extend(nodes.map(|node| self.model.nodes[node].id.clone()));
        let parts = inside.active.iter().flat_map(|active| active.parts.iter().flatten());
        parts.for_each(|part| self.reach(part, found));
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
            let empty = game.flows.is_empty() && game.active.is_empty();
            verdict.ends |= empty;
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
