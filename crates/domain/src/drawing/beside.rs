//! What is done beside the rest: begun by an event that ends nothing, on ways that never come back to the rest.

use super::Drawing;
use process::{NodeIndex, NodeKind, Trigger};
use std::collections::HashSet;

impl Drawing {
    /// The elements that are come to only beside the rest, and whose ways merely end. Nothing is decided there.
    pub fn beside(&self) -> HashSet<NodeIndex> {
        self.begun_beside(|_| true)
    }

    /// Those of them that a decision makes needless, such as a reminder: a time began them, or the process itself. What
    /// somebody brought is looked at first.
    pub fn needless(&self) -> HashSet<NodeIndex> {
        let brings = |trigger: &Trigger| matches!(trigger, Trigger::Message { .. } | Trigger::Signal { .. });
        let brought = self.begun_beside(brings);
        self.beside().into_iter().filter(|node| !brought.contains(node)).collect()
    }

    fn begun_beside(&self, begun: impl Fn(&Trigger) -> bool) -> HashSet<NodeIndex> {
        let model = self.model();
        let starts = |node: NodeIndex| match &model.nodes[node].kind {
            NodeKind::Boundary { interrupting: false, trigger, .. } if begun(trigger) => Some(node),
            NodeKind::EventSubProcess { interrupting: false, .. } => {
                model.begun_by(node).filter(|(_, trigger)| begun(trigger)).map(|(start, _)| start)
            }
            _ => None,
        };
        let starts: Vec<NodeIndex> = (0..model.nodes.len()).filter_map(starts).collect();
        let Some(main) = model.main().filter(|_| !starts.is_empty()) else { return HashSet::new() };
        let mut entries = model.entries(main);
        entries.extend(self.ending_all(main));
        let rest = self.reached(entries);
        let own = |start: &NodeIndex| {
            let reached = self.reached(vec![*start]);
            if reached.is_disjoint(&rest) { reached } else { HashSet::new() }
        };
        starts.iter().flat_map(own).collect()
    }

    /// What is come to from elements without anything beginning beside the rest.
    fn reached(&self, from: Vec<NodeIndex>) -> HashSet<NodeIndex> {
        let model = self.model();
        let (mut left, mut seen) = (from, HashSet::new());
        while let Some(node) = left.pop() {
            if !seen.insert(node) {
                continue;
            }
            let found = &model.nodes[node];
            left.extend(found.outgoing.iter().map(|way| model.flows[*way].to));
            left.extend(found.boundary.iter().filter(|event| model.nodes[**event].interrupts()));
            if let Some(inside) = model.inside(node) {
                left.extend(model.entries(inside));
                left.extend(self.ending_all(inside));
            }
        }
        seen
    }

    /// Where event sub-processes begin that end all else in a scope.
    fn ending_all(&self, scope: process::ScopeIndex) -> Vec<NodeIndex> {
        let model = self.model();
        let ends = |node: &NodeIndex| {
            matches!(model.nodes[*node].kind, NodeKind::EventSubProcess { interrupting: true, .. })
        };
        let begun = model.beside(scope).filter(ends).filter_map(|node| model.begun_by(node));
        begun.map(|(start, _)| start).collect()
    }
}
