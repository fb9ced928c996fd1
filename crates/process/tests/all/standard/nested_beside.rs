//! What events begin beside the rest of a scope, and what is returned there.

use super::game::Handler;
use super::nested::{Finished, Inside, NestedNext, NestedStep, NestedSteps, Standard};
use super::nested_steps::Outwards;
use process::{NodeIndex, NodeKind, Trigger};
use std::collections::BTreeSet;

impl Standard<'_> {
    /// What may follow in a scope and inside of what runs in it. What is raised or thrown there is caught by what waits
    /// beside it; what that raises itself goes past those.
    pub fn steps(&self, inside: &Inside, passed: &mut BTreeSet<String>) -> NestedSteps {
        let mut found: NestedSteps = Vec::new();
        for (step, next) in self.own_steps(inside, passed) {
            let next = match next {
                NestedNext::Raised(code) => match self.catches(inside, &code, Outwards::Error) {
                    Some(handler) => NestedNext::Stays(self.begin_beside(inside, handler)),
                    None => NestedNext::Raised(code),
                },
                NestedNext::Thrown(code, next) => match self.catches(inside, &code, Outwards::Escalation) {
                    Some(handler) => NestedNext::Stays(self.begin_beside(&next, handler)),
                    None => NestedNext::Thrown(code, next),
                },
                stays => stays,
            };
            found.push((step, next));
        }
        for (place, (node, part)) in inside.inner.iter().enumerate() {
            // What can be returned there is what was done in the scope around.
            let lent = Inside { done: inside.done.clone(), ..part.clone() };
            let changed = |mut next: Inside| {
                let mut after = inside.clone();
                let done = std::mem::take(&mut next.done);
                if !next.is_over() {
                    after.done = done;
                }
                after.inner.remove(place);
                if !next.is_over() {
                    after.inner.push((*node, next));
                    after.inner.sort();
                }
                after
            };
            found.extend(self.steps(&lent, passed).into_iter().map(|(step, next)| {
                let next = match next {
                    NestedNext::Stays(next) => NestedNext::Stays(changed(next)),
                    NestedNext::Thrown(code, next) => NestedNext::Thrown(code, changed(next)),
                    raised => raised,
                };
                (step, next)
            }));
        }
        for handler in &self.scopes[inside.scope].handlers {
            let raised = matches!(handler.trigger, Trigger::Error { .. } | Trigger::Escalation { .. });
            let running = inside.inner.iter().filter(|(node, _)| *node == handler.node).count();
            let room = handler.interrupting || running < handler.rules.many;
            if !raised && room && !inside.is_over() && !inside.cut && !inside.come.contains(&handler.start) {
                let next = NestedNext::Stays(self.begin_beside(inside, handler));
                found.push((NestedStep::Came(handler.start), next));
            }
        }
        found
    }

    fn handler(&self, inside: &Inside, node: NodeIndex) -> &Handler<'_> {
        let mut all = self.scopes[inside.scope].handlers.iter();
        all.find(|handler| handler.node == node).expect("it is known")
    }

    fn catches(&self, inside: &Inside, code: &str, kind: Outwards) -> Option<&Handler<'_>> {
        let all = self.scopes[inside.scope].handlers.iter().filter(|_| !inside.cut);
        let caught = kind.caught(code, all.map(|handler| (handler.node, &handler.trigger)))?;
        Some(self.handler(inside, caught))
    }

    /// It begins; if it interrupts, all else in the scope ends.
    fn begin_beside(&self, inside: &Inside, handler: &Handler) -> Inside {
        let NodeKind::EventSubProcess { scope, .. } = self.model.nodes[handler.node].kind else {
            panic!("{} is none", handler.node)
        };
        let mut after = match handler.interrupting {
            // What was done before can still be returned.
            true => {
                let done = self.returnable(inside);
                Inside { scope: inside.scope, cut: true, done, ..Inside::default() }
            }
            false => inside.clone(),
        };
        if let Trigger::Timer(_) = handler.trigger {
            after.come.insert(handler.start);
        }
        let part = self.begin(scope);
        if !part.is_over() {
            after.inner.push((handler.node, part));
            after.inner.sort();
        }
        after
    }

    /// By what an activity is returned.
    pub(super) fn by_what(&self, node: NodeIndex) -> Option<NodeIndex> {
        self.scopes[self.model.nodes[node].scope].by_what(node)
    }

    /// What was done and is not returned yet, the first done first: what was to be returned when all was ended, too.
    fn returnable(&self, inside: &Inside) -> Vec<Finished> {
        let of = |by: &NodeIndex| {
            self.model.nodes.iter().find_map(|event| match event.kind {
                NodeKind::Compensation { on, by: Some(own) } if own == *by => Some(on),
                _ => None,
            })
        };
        let beside = inside.inner.iter().flat_map(|(_, part)| &part.returning);
        let left = inside.returning.iter().chain(beside).flat_map(|(_, left)| left.iter().filter_map(of));
        let left = left.map(|node| Finished { node, inside: Vec::new() });
        left.chain(inside.done.iter().cloned()).collect()
    }

    /// 13.5.5: what was done is returned once each, the last first, and the event waits for all of it.
    pub(super) fn begin_return(&self, mut inside: Inside, event: NodeIndex) -> Vec<Inside> {
        let mut left = Vec::new();
        let done = std::mem::take(&mut inside.done);
        done.iter().for_each(|own| self.returned_by(own, &mut left));
        inside.returning.push((event, left));
        let place = inside.returning.len() - 1;
        self.go_on_returning(inside, place)
    }

    /// By what an activity and all that was done inside of it is returned, the first done first.
    fn returned_by(&self, own: &Finished, found: &mut Vec<NodeIndex>) {
        found.extend(self.by_what(own.node));
        own.inside.iter().for_each(|inner| self.returned_by(inner, found));
    }

    /// What returns something is done.
    pub(super) fn return_next(&self, mut rest: Inside, node: NodeIndex) -> Vec<Inside> {
        let place = rest.returning.iter().position(|(_, by)| by.last() == Some(&node));
        let place = place.expect("something had it returned");
        rest.returning[place].1.pop();
        self.go_on_returning(rest, place)
    }

    fn go_on_returning(&self, mut inside: Inside, place: usize) -> Vec<Inside> {
        let (event, left) = inside.returning[place].clone();
        match left.last() {
            Some(by) => {
                inside.active.push(self.begun(*by, 0));
                inside.active.sort();
                inside.returning.sort();
                vec![inside]
            }
            None => {
                inside.returning.remove(place);
                self.leave(&inside, event)
            }
        }
    }
}
