//! Event sub-processes. While a scope runs, a token waits in it for each of them; it is gone with the scope, and keeps
//! nothing from ending. What begins one puts a token of its own beside it, with all that lies inside.

use super::advance::Machine;
use super::{Misfit, State, Token};
use crate::model::{Model, NodeIndex, NodeKind, ScopeIndex};

impl Model {
    /// Whether a token only waits for what would begin an event sub-process: nothing is done there yet, and nothing is
    /// kept from its end by it.
    pub fn listens(&self, token: &Token) -> bool {
        let beside =
            self.node(&token.at).is_some_and(|node| matches!(node.kind, NodeKind::EventSubProcess { .. }));
        beside && token.state == State::Waiting
    }
}

impl Machine<'_> {
    /// A scope waits for what begins its event sub-processes.
    pub(super) fn listen(&mut self, scope: ScopeIndex, within: u32) -> Result<(), Misfit> {
        let model = self.model;
        let begun = model.beside(scope).filter(|node| model.begun_by(*node).is_some());
        begun.into_iter().try_for_each(|node| self.put(node, within, State::Waiting).map(|_| ()))
    }

    /// What a token waits for begins its event sub-process; one that interrupts ends all else in the scope.
    pub(super) fn begin_beside(&mut self, listening: &Token, start: NodeIndex) -> Result<(), Misfit> {
        let node = self.place(listening)?;
        let NodeKind::EventSubProcess { scope, interrupting } = self.model.nodes[node].kind else {
            return Err(Misfit::NotWaiting);
        };
        if interrupting {
            self.end_inside(listening.within);
        } else {
            self.note(listening.id, start)?;
        }
        let token = self.put(node, listening.within, State::Open)?;
        if self.depth(token) > super::DEPTH_MAX {
            return Err(Misfit::TooDeep);
        }
        self.listen(scope, token)?;
        self.leave(start, token)
    }

    /// What only waits for something to begin beside what has ended goes with it.
    pub(super) fn stop_listening(&mut self) -> bool {
        let model = self.model;
        let whole = |token: &Token| token.within != 0 || model.listens(token);
        let ended = !self.marking.tokens.is_empty() && self.marking.tokens.iter().all(whole);
        let outermost = self.marking.tokens.iter().any(|token| token.within == 0);
        if ended && outermost {
            self.marking.tokens.clear();
        }
        ended && outermost
    }
}
