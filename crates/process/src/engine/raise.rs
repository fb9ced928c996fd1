//! What is raised by work and goes outwards to the nearest that catches it: errors, which end what they leave, and
//! escalations, which end nothing by themselves.
//!
//! What a scope raises is caught by an event sub-process in it, else on the edge of the activity it is the inside of, else
//! in the scope around that. What an event sub-process raises goes past those beside it: what handles something may pass
//! it on.

use super::advance::Machine;
use super::wait::trigger_of;
use super::{Due, Misfit, State, Token};
use crate::model::{NodeIndex, NodeKind, Trigger};

/// Something raised, by its code.
#[derive(Clone, Copy)]
enum Raised<'a> {
    Error(&'a str),
    Escalation(&'a str),
}

impl Raised<'_> {
    /// Whether an event catches it, by its code or, where it names none, whatever its code.
    fn caught_by(self, trigger: &Trigger, exactly: bool) -> bool {
        let (own, code) = match (self, trigger) {
            (Raised::Error(code), Trigger::Error { code: own }) => (own, code),
            (Raised::Escalation(code), Trigger::Escalation { code: own }) => (own, code),
            _ => return false,
        };
        own.as_ref().map_or(!exactly, |own| exactly && own == code)
    }
}

impl Machine<'_> {
    /// The work of a token ends in an error.
    pub(super) fn fail(&mut self, token: &Token, code: &str) -> Result<(), Misfit> {
        if let Some(event) = self.catches_on_edge(token, Raised::Error(code))? {
            return self.occur(token, event);
        }
        self.cancel(token.id);
        // One of several is inside of all of them.
        self.raise(code, token.within)
    }

    /// An error in a scope, by the token of that.
    pub(super) fn raise(&mut self, code: &str, within: u32) -> Result<(), Misfit> {
        let mut beside = true;
        let mut within = within;
        loop {
            self.spend()?;
            if let Some((listening, event)) = self.catches_beside(within, beside, Raised::Error(code))? {
                return self.occur(&listening, event);
            }
            let Some(token) = self.marking.token(within).cloned() else {
                self.cancel_inside(0);
                self.flowing.clear();
                self.due.push(Due::Failed { code: code.to_string() });
                return Ok(());
            };
            if let Some(event) = self.catches_on_edge(&token, Raised::Error(code))? {
                return self.occur(&token, event);
            }
            self.cancel(token.id);
            beside = !self.is_beside(&token)?;
            within = token.within;
        }
    }

    /// An escalation in a scope, by the token of that. Where nobody catches it, nothing happens.
    pub(super) fn escalate(&mut self, code: &str, within: u32) -> Result<(), Misfit> {
        let raised = Raised::Escalation(code);
        let mut beside = true;
        let mut within = within;
        loop {
            self.spend()?;
            if let Some((listening, event)) = self.catches_beside(within, beside, raised)? {
                return self.occur(&listening, event);
            }
            let Some(token) = self.marking.token(within).cloned() else { return Ok(()) };
            if let Some(event) = self.catches_on_edge(&token, raised)? {
                return self.occur(&token, event);
            }
            beside = !self.is_beside(&token)?;
            within = token.within;
        }
    }

    pub(super) fn is_beside(&self, token: &Token) -> Result<bool, Misfit> {
        Ok(matches!(self.model.nodes[self.place(token)?].kind, NodeKind::EventSubProcess { .. }))
    }

    /// The event sub-process in a scope that catches it, with the token that waits for that.
    fn catches_beside(
        &self,
        within: u32,
        beside: bool,
        raised: Raised,
    ) -> Result<Option<(Token, NodeIndex)>, Misfit> {
        if !beside {
            return Ok(None);
        }
        let listening = self.marking.tokens.iter().filter(|token| token.within == within);
        let mut found = Vec::new();
        for token in listening.filter(|token| token.state == State::Waiting) {
            if self.is_beside(token)? {
                found.extend(self.awaited(token)?.into_iter().map(|event| (token.clone(), event)));
            }
        }
        let catches = |(_, event): &&(Token, NodeIndex), exactly| self.catches(*event, raised, exactly);
        let exactly = found.iter().find(|it| catches(it, true));
        Ok(exactly.or_else(|| found.iter().find(|it| catches(it, false))).cloned())
    }

    /// One of several catches nothing alone: what lies on the edge lies on the edge of all.
    fn catches_on_edge(&self, token: &Token, raised: Raised) -> Result<Option<NodeIndex>, Misfit> {
        let of_several = self
            .marking
            .token(token.within)
            .is_some_and(|outer| outer.at == token.at && matches!(outer.state, State::Each { .. }));
        if of_several {
            return Ok(None);
        }
        let edge = &self.model.nodes[self.place(token)?].boundary;
        let catches = |exactly: bool| edge.iter().find(|event| self.catches(**event, raised, exactly));
        Ok(catches(true).or_else(|| catches(false)).copied())
    }

    fn catches(&self, event: NodeIndex, raised: Raised, exactly: bool) -> bool {
        trigger_of(&self.model.nodes[event].kind).is_some_and(|trigger| raised.caught_by(trigger, exactly))
    }
}
