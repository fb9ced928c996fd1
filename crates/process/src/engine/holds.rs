//! Conditions that are waited for. They are looked at whenever something happens; nothing wakes them in between.

use super::advance::Machine;
use super::wait::{interrupts, trigger_of};
use super::{Due, Misfit, Token};
use crate::model::{NodeIndex, NodeKind, Trigger};

impl Machine<'_> {
    /// Lets happen what has become true, one after the other: each is a movement of its own, since it comes of nothing
    /// but the token that waited for it.
    pub(super) fn look(&mut self) -> Result<(), Misfit> {
        self.settle_down();
        let condition = |kind: &NodeKind| matches!(trigger_of(kind), Some(Trigger::Condition { .. }));
        if !self.model.nodes.iter().any(|node| condition(&node.kind)) {
            return Ok(());
        }
        while let Some((token, event)) = self.became_true()? {
            self.spend()?;
            self.due.push(Due::Held { token: token.id, event: self.model.nodes[event].id.clone() });
            self.occur(&token, event)?;
            self.settle()?;
            self.settle_down();
        }
        Ok(())
    }

    /// The first that holds now and did not when it was last looked at. Those that hold no longer may happen again.
    fn became_true(&mut self) -> Result<Option<(Token, NodeIndex)>, Misfit> {
        let ids: Vec<u32> = self.marking.tokens.iter().map(|token| token.id).collect();
        for id in ids {
            let Some(token) = self.marking.token(id) else { continue };
            let within = token.within;
            // Whether each holds, and whether it did.
            let mut looked_at = Vec::new();
            for event in self.awaited(token)? {
                let Some(Trigger::Condition { condition: Some(condition), .. }) =
                    trigger_of(&self.model.nodes[event].kind)
                else {
                    continue;
                };
                let id = &self.model.nodes[event].id;
                let known = self.held.get(&(event, within)).copied();
                let holds = known.map_or_else(|| self.has_come(id, condition, within), Ok)?;
                let held = token.held.contains(id);
                looked_at.push((event, holds, held));
                if holds && !held {
                    break;
                }
            }
            for (event, holds, held) in looked_at {
                self.held.insert((event, within), holds);
                if holds != held && self.stays(event) {
                    self.note_held(id, &self.model.nodes[event].id, holds);
                }
                if holds && !held {
                    return Ok(self.marking.token(id).cloned().map(|token| (token, event)));
                }
            }
        }
        Ok(None)
    }

    /// The token stays where it is when it happens, so that it may happen once more.
    fn stays(&self, event: NodeIndex) -> bool {
        !interrupts(self.model, event)
    }

    fn note_held(&mut self, token: u32, event: &str, holds: bool) {
        let Some(token) = self.marking.tokens.iter_mut().find(|own| own.id == token) else { return };
        if holds {
            token.held.insert(event.to_string());
        } else {
            token.held.remove(event);
            // Of nothing else that moves.
            self.settle_down();
        }
    }
}
