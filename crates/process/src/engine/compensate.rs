//! Returning what was done: nothing is deleted, what returns it is done once for each time it was done, the last first.

use super::advance::Machine;
use super::{Finished, Misfit, State, Token};
use crate::model::{NodeIndex, NodeKind, Repeats};
use std::collections::BTreeSet;

impl Machine<'_> {
    /// Notes that an activity is done, where its result can be returned.
    pub(super) fn note_finished(&mut self, token: &Token, node: NodeIndex) {
        let model = self.model;
        let inside = |own: &Finished| own.within == token.id;
        let by = model.returned_by(node);
        if by.is_none() && !(token.state == State::Open && self.marking.finished.iter().any(inside)) {
            return;
        }
        // Returned as a whole, it is not returned part by part.
        if by.is_some() {
            self.forget_inside(token.id);
        }
        let outer = self.marking.token(token.within);
        let of_several =
            outer.filter(|outer| outer.at == token.at && matches!(outer.state, State::Each { .. }));
        let within = of_several.map_or(token.within, |outer| outer.within);
        let (at, item) = (token.at.clone(), token.item.clone());
        self.marking.finished.push(Finished { token: token.id, at, within, item });
    }

    /// Nothing that was done inside of it can be returned any more.
    pub(super) fn forget_inside(&mut self, within: u32) {
        let mut gone = vec![within];
        while let Some(outer) = gone.pop() {
            self.marking.finished.retain(|own| {
                let inside = own.within == outer;
                if inside {
                    gone.push(own.token);
                }
                !inside
            });
        }
    }

    /// An event has what was done returned: it waits until all of it is.
    pub(super) fn compensate(
        &mut self,
        event: NodeIndex,
        of: Option<&str>,
        within: u32,
    ) -> Result<(), Misfit> {
        let mut rest = self.to_return(of, within);
        if rest.is_empty() {
            return self.returned(event, within);
        }
        rest.reverse();
        self.put(event, within, State::Returning { of: 0, rest })?;
        Ok(())
    }

    /// What is next is returned, or the event goes on.
    pub(super) fn return_next(&mut self, token: &Token) -> Result<(), Misfit> {
        self.spend()?;
        let event = self.place(token)?;
        let State::Returning { of, rest } = &token.state else { return Err(Misfit::NotWaiting) };
        self.marking.finished.retain(|own| own.token != *of);
        let mut rest = rest.clone();
        while let Some(next) = rest.pop() {
            let Some(place) = self.marking.finished.iter().position(|own| own.token == next) else {
                continue;
            };
            let own = self.marking.finished[place].clone();
            let by = self.model.index(&own.at).and_then(|activity| self.model.returned_by(activity));
            let Some(by) = by else {
                // All that was inside of it is returned.
                self.marking.finished.remove(place);
                continue;
            };
            if let NodeKind::Throw(Some(trigger)) = &self.model.nodes[by].kind {
                self.passed.push(by);
                self.send(by, trigger, token.within)?;
                self.marking.finished.retain(|own| own.token != next);
                continue;
            }
            if let Some(waiting) = self.marking.tokens.iter_mut().find(|waiting| waiting.id == token.id) {
                waiting.state = State::Returning { of: next, rest };
            }
            return match self.model.nodes[by].repeats {
                Repeats::Once => self.begin_activity(by, token.id, own.item, 0),
                _ => self.enter_activity(by, token.id),
            };
        }
        self.cancel(token.id);
        self.returned(event, token.within)
    }

    fn returned(&mut self, event: NodeIndex, within: u32) -> Result<(), Misfit> {
        if let NodeKind::End(_) = self.model.nodes[event].kind {
            self.ended_at = Some(self.model.nodes[event].id.clone());
            return Ok(());
        }
        self.leave(event, within)
    }

    /// What is to be returned, the first to be returned first: of the activity named, in the scope or around it; or all
    /// of the scope, which for what lies beside one is that too. What another event has returned is left to that.
    fn to_return(&self, of: Option<&str>, within: u32) -> Vec<u32> {
        let taken = |token: &Token| match &token.state {
            State::Returning { of, rest } => rest.iter().copied().chain([*of]).collect(),
            _ => Vec::new(),
        };
        let taken: BTreeSet<u32> = self.marking.tokens.iter().flat_map(taken).collect();
        let outer =
            std::iter::successors(self.marking.token(within), |token| self.marking.token(token.within));
        let beside = outer.clone().take_while(|token| self.is_beside(token).unwrap_or(false)).count();
        let around: Vec<u32> = std::iter::once(within).chain(outer.map(|token| token.within)).collect();
        let wanted = |own: &&Finished| match of {
            Some(of) => own.at == of && around.contains(&own.within),
            None => around[..=beside].contains(&own.within),
        };
        let mut found = Vec::new();
        for own in self.marking.finished.iter().rev().filter(wanted) {
            self.with_inside(own, &mut found);
        }
        found.retain(|token| !taken.contains(token));
        found
    }

    fn with_inside(&self, own: &Finished, found: &mut Vec<u32>) {
        for inner in self.marking.finished.iter().rev().filter(|inner| inner.within == own.token) {
            self.with_inside(inner, found);
        }
        found.push(own.token);
    }
}
