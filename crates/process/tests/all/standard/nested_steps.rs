//! What may follow in a scope: of what lies on its flows, and of what runs in it.

use super::nested::{Active, Finished, Inside, NestedNext, NestedStep, NestedSteps, Standard};
use process::{End, Gateway, NodeIndex, NodeKind, Repeats, Trigger};
use std::collections::BTreeSet;

/// Something that goes outwards.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Outwards {
    Error,
    Escalation,
}

impl Outwards {
    /// The code that is caught, where something of this kind is; any where it names none.
    pub fn caught_by(self, trigger: &Trigger) -> Option<Option<&str>> {
        match (self, trigger) {
            (Outwards::Error, Trigger::Error { code })
            | (Outwards::Escalation, Trigger::Escalation { code }) => Some(code.as_deref()),
            _ => None,
        }
    }

    /// What catches it of these: by its code first, then by none.
    pub fn caught<'a>(
        self,
        code: &str,
        events: impl Iterator<Item = (NodeIndex, &'a Trigger)>,
    ) -> Option<NodeIndex> {
        let of_kind = |(event, trigger)| Some((event, self.caught_by(trigger)?));
        let found: Vec<(NodeIndex, Option<&str>)> = events.filter_map(of_kind).collect();
        let exactly = found.iter().find(|(_, own)| *own == Some(code));
        exactly.or(found.iter().find(|(_, own)| own.is_none())).map(|(event, _)| *event)
    }
}

fn put(found: &mut NestedSteps, step: NestedStep, next: Vec<Inside>) {
    found.extend(next.into_iter().map(|next| (step, NestedNext::Stays(next))));
}

impl Standard<'_> {
    /// What may follow of what lies on flows and in activities of the scope itself, before what is raised or thrown there
    /// was caught.
    pub(super) fn own_steps(&self, inside: &Inside, passed: &mut BTreeSet<String>) -> NestedSteps {
        let rules = &self.scopes[inside.scope];
        let mut found = Vec::new();
        for node in rules.nodes.iter().copied() {
            let what = &self.model.nodes[node];
            let full: Vec<usize> =
                what.incoming.iter().copied().filter(|flow| inside.flows.contains(flow)).collect();
            if full.is_empty() {
                continue;
            }
            let leave = |used: &[usize]| self.leave(&Self::without(inside, used), node);
            match &what.kind {
                NodeKind::Gateway(Gateway::Parallel) if full.len() < what.incoming.len() => {}
                NodeKind::Gateway(Gateway::Inclusive) if !rules.inclusive_goes(&Self::flat(inside), node) => {
                }
                NodeKind::Gateway(Gateway::Parallel | Gateway::Inclusive) => {
                    passed.insert(what.id.clone());
                    put(&mut found, NestedStep::Silent, leave(&full));
                }
                NodeKind::Throw(Some(Trigger::Escalation { code })) => {
                    let code = code.clone().unwrap_or_default();
                    let thrown = full.iter().flat_map(|flow| leave(&[*flow]));
                    found.extend(
                        thrown.map(|next| (NestedStep::Silent, NestedNext::Thrown(code.clone(), next))),
                    );
                }
                NodeKind::End(End::Throw(Trigger::Escalation { code })) => {
                    let rest = Self::without(inside, &full[..1]);
                    let code = code.clone().unwrap_or_default();
                    found.push((NestedStep::Silent, NestedNext::Thrown(code, rest)));
                }
                NodeKind::Throw(Some(Trigger::Compensation { .. }))
                | NodeKind::End(End::Throw(Trigger::Compensation { .. })) => {
                    let begun =
                        full.iter().flat_map(|flow| self.begin_return(Self::without(inside, &[*flow]), node));
                    put(&mut found, NestedStep::Silent, begun.collect());
                }
                NodeKind::Gateway(Gateway::Exclusive) | NodeKind::Throw(_) => {
                    full.iter().for_each(|flow| put(&mut found, NestedStep::Silent, leave(&[*flow])));
                }
                NodeKind::End(End::Plain) => {
                    let gone = full.iter().map(|flow| Self::without(inside, &[*flow]));
                    put(&mut found, NestedStep::Silent, gone.collect());
                }
                NodeKind::End(End::Error { code }) => {
                    found.push((NestedStep::Silent, NestedNext::Raised(code.clone())))
                }
                NodeKind::End(_) => {
                    let over = Inside { scope: inside.scope, ..Inside::default() };
                    found.push((NestedStep::Silent, NestedNext::Stays(over)));
                }
                _ => {
                    for flow in &full {
                        let mut next = Self::without(inside, &[*flow]);
                        next.active.push(self.begun(node, 0));
                        put(&mut found, NestedStep::Silent, vec![self.with(&next, &[])]);
                    }
                }
            }
        }
        for place in 0..inside.active.len() {
            self.steps_of(inside, place, passed, &mut found);
        }
        found
    }

    fn steps_of(
        &self,
        inside: &Inside,
        place: usize,
        passed: &mut BTreeSet<String>,
        found: &mut NestedSteps,
    ) {
        let active = &inside.active[place];
        let what = &self.model.nodes[active.node];
        let mut rest = inside.clone();
        rest.active.remove(place);
        let stays = |rest: &Inside, active: Active| {
            let mut next = rest.clone();
            next.active.push(active);
            self.with(&next, &[])
        };
        match &what.kind {
            NodeKind::Catch(_) => {
                return put(found, NestedStep::Came(active.node), self.leave(&rest, active.node));
            }
            NodeKind::Gateway(Gateway::EventBased) => {
                for flow in &what.outgoing {
                    let event = self.model.flows[*flow].to;
                    put(found, NestedStep::Came(event), self.leave(&rest, event));
                }
                return;
            }
            _ => {}
        }
        if what.compensates {
            return put(found, NestedStep::Done(active.node), self.return_next(rest, active.node));
        }
        // One part is done: the others go on, or it is done once more, or all is.
        let done = |part: usize| {
            let mut rest = rest.clone();
            rest.done.extend(self.finished(active.node, active.parts[part].as_ref()));
            let mut others = active.clone();
            others.parts.remove(part);
            if !others.parts.is_empty() {
                return vec![stays(&rest, others)];
            }
            let mut next = self.leave(&rest, active.node);
            if let Repeats::While { at_most, .. } = what.repeats
                && at_most.is_none_or(|most| active.round + 1 < most)
            {
                next.push(stays(&rest, self.begun(active.node, active.round + 1)));
            }
            next
        };
        let caught = |code: &str, kind: Outwards| {
            let edge = what.boundary.iter().filter_map(|event| match &self.model.nodes[*event].kind {
                NodeKind::Boundary { trigger, .. } => Some((*event, trigger)),
                _ => None,
            });
            kind.caught(code, edge)
        };
        for (number, part) in active.parts.iter().enumerate() {
            let Some(part) = part else {
                put(found, NestedStep::Done(active.node), done(number));
                continue;
            };
            if part.is_over() {
                put(found, NestedStep::Silent, done(number));
                continue;
            }
            let changed = |next: Inside| {
                let mut changed = active.clone();
                changed.parts[number] = Some(next);
                changed.parts.sort();
                stays(&rest, changed)
            };
            for (step, next) in self.steps(part, passed) {
                match next {
                    NestedNext::Stays(next) => put(found, step, vec![changed(next)]),
                    NestedNext::Raised(code) => match caught(&code, Outwards::Error) {
                        Some(event) => put(found, step, self.leave(&rest, event)),
                        None => found.push((step, NestedNext::Raised(code))),
                    },
                    NestedNext::Thrown(code, next) => match caught(&code, Outwards::Escalation) {
                        Some(event) if self.model.nodes[event].interrupts() => {
                            put(found, step, self.leave(&rest, event));
                        }
                        Some(event) => put(found, step, self.leave(&changed(next), event)),
                        None => found.push((step, NestedNext::Thrown(code, changed(next)))),
                    },
                }
            }
        }
        self.on_edge(active, &rest, &stays, found);
    }

    /// What may happen on the edge of an activity.
    fn on_edge(
        &self,
        active: &Active,
        rest: &Inside,
        stays: &dyn Fn(&Inside, Active) -> Inside,
        found: &mut NestedSteps,
    ) {
        let what = &self.model.nodes[active.node];
        let work = matches!(what.kind, NodeKind::Task(_));
        for event in what.boundary.iter().copied().filter(|event| !active.come.contains(event)) {
            match &self.model.nodes[event].kind {
                // An error comes of work, or of what is inside.
                NodeKind::Boundary { trigger: Trigger::Error { .. }, .. } if !work => {}
                NodeKind::Boundary { trigger: Trigger::Escalation { .. }, .. } => {}
                NodeKind::Compensation { .. } => {}
                NodeKind::Boundary { interrupting: true, .. } => {
                    put(found, NestedStep::Came(event), self.leave(rest, event))
                }
                _ => {
                    let mut changed = active.clone();
                    if !self.comes_again(event) {
                        changed.come.insert(event);
                    }
                    put(found, NestedStep::Came(event), self.leave(&stays(rest, changed), event));
                }
            }
        }
    }

    /// A condition that becomes true again happens again.
    fn comes_again(&self, event: NodeIndex) -> bool {
        self.scopes[self.model.nodes[event].scope].comes_again(event)
    }

    /// What is kept of an activity that is done, so that it can be returned.
    fn finished(&self, node: NodeIndex, part: Option<&Inside>) -> Option<Finished> {
        let inside = part.map(|part| part.done.clone()).unwrap_or_default();
        match self.by_what(node) {
            _ if !self.returns => None,
            // Returned as a whole, it is not returned part by part.
            Some(_) => Some(Finished { node, inside: Vec::new() }),
            None => (!inside.is_empty()).then_some(Finished { node, inside }),
        }
    }
}
