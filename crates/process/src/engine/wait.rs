//! What a process waits for: the events that may happen to its tokens.

use super::{Marking, State, Token};
use crate::model::{Gateway, Model, NodeIndex, NodeKind, TimerTrigger, Trigger};

/// An event that may happen to a token.
#[derive(Clone, Debug, PartialEq)]
pub struct TokenWait<'a> {
    pub token: u32,
    pub event: &'a str,
    pub trigger: &'a Trigger,
    /// The token is used up by it.
    pub interrupting: bool,
}

/// All that is waited for, by token; errors and escalations are not, they come of work.
pub fn waits<'a>(model: &'a Model, marking: &Marking) -> Vec<TokenWait<'a>> {
    let of_token = |token: &Token| {
        let place = model.index(&token.at);
        let events = place.map(|place| awaited(model, marking, token, place)).unwrap_or_default();
        let token = token.id;
        events.into_iter().filter_map(move |event| {
            let node = &model.nodes[event];
            let trigger = trigger_of(&node.kind).filter(|trigger| !trigger.is_raised())?;
            let interrupting = interrupts(model, event);
            Some(TokenWait { token, event: &node.id, trigger, interrupting })
        })
    };
    marking.tokens.iter().flat_map(of_token).collect()
}

/// The events that may happen to a token at its place.
pub(super) fn awaited(model: &Model, marking: &Marking, token: &Token, place: NodeIndex) -> Vec<NodeIndex> {
    if let State::Arrived { .. } = token.state {
        return Vec::new();
    }
    let node = &model.nodes[place];
    let of_several = token.item.is_some()
        || marking
            .token(token.within)
            .is_some_and(|outer| outer.at == token.at && matches!(outer.state, State::Each { .. }));
    let mut events = Vec::new();
    match node.kind {
        NodeKind::Catch(_) => events.push(place),
        NodeKind::Gateway(Gateway::EventBased) => {
            events.extend(node.outgoing.iter().map(|flow| model.flows[*flow].to));
        }
        NodeKind::EventSubProcess { .. } if token.state == State::Waiting => {
            events.extend(
                model.begun_by(place).map(|(start, _)| start).filter(|start| may_come(model, token, *start)),
            );
        }
        _ => {}
    }
    if of_several {
        return events;
    }
    events.extend(node.boundary.iter().filter(|event| may_come(model, token, **event)));
    events
}

/// Whether an event may still happen to a token: a timer fires once, or as often as it says.
fn may_come(model: &Model, token: &Token, event: NodeIndex) -> bool {
    let event = &model.nodes[event];
    let often = match timer_of(&event.kind) {
        Some(TimerTrigger::Every { times, .. }) => *times,
        Some(_) => Some(1),
        None => None,
    };
    often.is_none_or(|often| token.happened.times(&event.id) < often)
}

/// Whether an event ends what it happens to.
pub(crate) fn interrupts(model: &Model, event: NodeIndex) -> bool {
    let node = &model.nodes[event];
    let begins = |owner: NodeIndex| match model.nodes[owner].kind {
        NodeKind::EventSubProcess { interrupting, .. } => Some(interrupting),
        _ => None,
    };
    match node.kind {
        NodeKind::Boundary { interrupting, .. } => interrupting,
        NodeKind::Start(_) => model.scopes[node.scope].owner.and_then(begins).unwrap_or(true),
        _ => true,
    }
}

pub(crate) fn timer_of(kind: &NodeKind) -> Option<&TimerTrigger> {
    match trigger_of(kind) {
        Some(Trigger::Timer(timer)) => Some(timer),
        _ => None,
    }
}

pub(crate) fn trigger_of(kind: &NodeKind) -> Option<&Trigger> {
    match kind {
        NodeKind::Catch(trigger) | NodeKind::Boundary { trigger, .. } | NodeKind::Start(Some(trigger)) => {
            Some(trigger)
        }
        _ => None,
    }
}
