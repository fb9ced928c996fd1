//! What can be said of a drawing when every situation of it was looked at.

use super::game::{Game, Move, Rules};
use super::looked_at::{self, STATES_MAX};
use process::{Gateway, NodeIndex, NodeKind};
use std::collections::{BTreeSet, HashSet};

#[derive(Debug, Default)]
pub struct Verdict {
    /// Elements where something waits for ever.
    pub stuck: BTreeSet<String>,
    /// Elements to which two come at once.
    pub twice: BTreeSet<String>,
    /// Joins that nothing ever passes.
    pub dead: BTreeSet<String>,
    /// It can come to its end.
    pub ends: bool,
    /// Event sub-processes that began.
    pub begun: BTreeSet<NodeIndex>,
}

impl Rules<'_> {
    /// Two that come to one place at once, if there are.
    fn twice(&self, game: &Game) -> BTreeSet<String> {
        let id = |node: NodeIndex| self.model.nodes[node].id.clone();
        let inner = game.inner.iter().map(|(node, game)| self.inside(*node).twice(game));
        let mut found: BTreeSet<String> = inner.flatten().collect();
        // A link is a flow without a line.
        let ends = |flow: usize| {
            let after = |flow: &usize| match &self.model.nodes[self.model.flows[*flow].to] {
                link if link.is_link() && link.incoming.len() == 1 => link.outgoing.first().copied(),
                _ => None,
            };
            let last = std::iter::successors(Some(flow), after).last();
            last.is_some_and(|flow| {
                matches!(self.model.nodes[self.model.flows[flow].to].kind, NodeKind::End(_))
            })
        };
        for pair in game.flows.windows(2).filter(|pair| pair[0] == pair[1] && !ends(pair[0])) {
            found.insert(id(self.model.flows[pair[0]].to));
        }
        for pair in game.active.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
            // What returns something may return it for two events at once.
            if self.model.nodes[pair[0].0].compensates {
                continue;
            }
            found.insert(id(pair[0].0));
        }
        for node in &self.nodes {
            let what = &self.model.nodes[*node];
            let joins = matches!(what.kind, NodeKind::Gateway(Gateway::Parallel | Gateway::Inclusive));
            let here = what.incoming.iter().filter(|flow| game.flows.contains(flow)).count();
            if !joins && !matches!(what.kind, NodeKind::End(_)) && here > 1 {
                found.insert(what.id.clone());
            }
        }
        found
    }

    fn inside(&self, node: NodeIndex) -> &Rules<'_> {
        &self.handlers.iter().find(|handler| handler.node == node).expect("it is known").rules
    }

    /// Where something waits for ever: in a scope in which nothing of its own moves, whatever may begin beside it.
    fn stuck(&self, game: &Game) -> BTreeSet<String> {
        let inner = game.inner.iter().map(|(node, game)| self.inside(*node).stuck(game));
        let mut found: BTreeSet<String> = inner.flatten().collect();
        if self.own_moves(game, &mut BTreeSet::new()).is_empty() {
            let at = game.flows.iter().map(|flow| self.model.flows[*flow].to);
            found.extend(at.map(|node| self.model.nodes[node].id.clone()));
        }
        found
    }

    /// The nodes there and inside of what begins beside them.
    fn all_nodes(&self) -> Vec<NodeIndex> {
        let inner = self.handlers.iter().flat_map(|handler| handler.rules.all_nodes());
        self.nodes.iter().copied().chain(inner).collect()
    }

    /// All there is to know, if the drawing is small enough.
    pub fn verdict(&self) -> Option<Verdict> {
        let (mut verdict, mut passed) = (Verdict::default(), BTreeSet::new());
        let mut seen = HashSet::from([self.begin()]);
        let mut left = vec![self.begin()];
        while let Some(game) = left.pop() {
            let twice = self.twice(&game);
            if !twice.is_empty() {
                verdict.twice.extend(twice);
                continue;
            }
            let moves = self.moves(&game, &mut passed);
            verdict.ends |= game.is_over();
            verdict.begun.extend(game.inner.iter().map(|(node, _)| *node));
            verdict.stuck.extend(self.stuck(&game));
            for (_, next) in moves {
                if seen.insert(next.clone()) {
                    if seen.len() > STATES_MAX {
                        return None;
                    }
                    left.push(next);
                }
            }
        }
        if verdict.twice.is_empty() && verdict.stuck.is_empty() {
            verdict.dead = looked_at::dead_joins(self.model, self.all_nodes().into_iter(), &passed);
        }
        Some(verdict)
    }

    pub fn at_rest(&self, from: Vec<Game>) -> Option<BTreeSet<Game>> {
        looked_at::at_rest(from, |game| {
            let next = self.moves(game, &mut BTreeSet::new()).into_iter();
            next.filter(|(how, _)| *how == Move::Silent).map(|(_, next)| next).collect()
        })
    }
}
