//! What was done is returned.

use super::game::{Game, Rules};
use process::{NodeIndex, NodeKind, Trigger};
use std::collections::BTreeSet;

impl Rules<'_> {
    /// By what an activity is returned.
    pub(super) fn by_what(&self, node: NodeIndex) -> Option<NodeIndex> {
        self.model.nodes.iter().find_map(|event| match event.kind {
            NodeKind::Compensation { on, by } if on == node => by,
            _ => None,
        })
    }

    /// What was done and is not returned yet, the first done first: what was to be returned when all was ended, too.
    pub(super) fn returnable(&self, game: &Game) -> Vec<NodeIndex> {
        let of = |by: &NodeIndex| {
            self.model.nodes.iter().find_map(|event| match event.kind {
                NodeKind::Compensation { on, by: Some(own) } if own == *by => Some(on),
                _ => None,
            })
        };
        let beside = game.inner.iter().flat_map(|(_, inside)| &inside.returning);
        let returning = game.returning.iter().chain(beside);
        let returning = returning.flat_map(|(_, left)| left.iter().filter_map(of));
        returning.chain(game.done.iter().copied()).collect()
    }

    /// A condition that becomes true again happens again.
    pub(super) fn comes_again(&self, event: NodeIndex) -> bool {
        matches!(self.model.nodes[event].kind, NodeKind::Boundary { trigger: Trigger::Condition { .. }, .. })
    }

    /// 13.5.5: what was done is returned once each, the last first, and the event waits for all of it.
    pub(super) fn begin_return(
        &self,
        mut game: Game,
        event: NodeIndex,
        of: Option<&str>,
    ) -> impl Iterator<Item = Game> + use<> {
        let wanted = |node: &NodeIndex| of.is_none_or(|of| self.model.nodes[*node].id == of);
        let (wanted, left): (Vec<NodeIndex>, Vec<NodeIndex>) =
            game.done.iter().partition(|node| wanted(node));
        game.done = left;
        game.returning.push((event, wanted.into_iter().filter_map(|node| self.by_what(node)).collect()));
        let place = game.returning.len() - 1;
        self.go_on_returning(game, place)
    }

    pub(super) fn go_on_returning(&self, mut game: Game, place: usize) -> impl Iterator<Item = Game> + use<> {
        let (event, left) = game.returning[place].clone();
        let next = match left.last() {
            Some(by) => {
                game.active.push((*by, BTreeSet::new()));
                game.active.sort();
                game.returning.sort();
                vec![game]
            }
            None => {
                game.returning.remove(place);
                self.ways(event, &game.taken).iter().map(|ways| self.after(&game, ways)).collect()
            }
        };
        next.into_iter()
    }
}
