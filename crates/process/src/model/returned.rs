//! What is returned by what.

use super::{End, Model, NodeIndex, NodeKind, ScopeIndex, Trigger};
use std::collections::HashSet;

impl Model {
    /// The activity that returns what another one did.
    pub fn returned_by(&self, activity: NodeIndex) -> Option<NodeIndex> {
        match self.nodes[self.nodes[activity].compensated?].kind {
            NodeKind::Compensation { by, .. } => by,
            _ => None,
        }
    }

    /// What an activity returns: the events that say so.
    pub(crate) fn returns(&self, activity: NodeIndex) -> impl Iterator<Item = NodeIndex> + '_ {
        let scope = self.nodes[activity].scope;
        let events = self.scopes[scope].nodes.iter().copied();
        events.filter(move |event| {
            matches!(self.nodes[*event].kind, NodeKind::Compensation { by: Some(by), .. } if by == activity)
        })
    }

    /// What of a scope can be returned: activities with what returns them, those inside of others too.
    pub fn returnable(&self, scope: ScopeIndex) -> Vec<(NodeIndex, NodeIndex)> {
        let (mut found, mut left, mut seen) = (Vec::new(), vec![scope], HashSet::new());
        while let Some(scope) = left.pop() {
            if !seen.insert(scope) {
                continue;
            }
            for node in &self.scopes[scope].nodes {
                found.extend(self.returned_by(*node).map(|by| (*node, by)));
                // What is returned as a whole is not returned part by part.
                left.extend(self.inside(*node).filter(|_| self.returned_by(*node).is_none()));
            }
        }
        found
    }

    /// An event that has something returned.
    pub fn gives_return(&self, event: NodeIndex) -> bool {
        matches!(
            self.nodes[event].kind,
            NodeKind::Throw(Some(Trigger::Compensation { .. }))
                | NodeKind::End(End::Throw(Trigger::Compensation { .. }))
        )
    }

    /// What an event may have returned: activities with what returns them.
    pub fn returned_at(&self, event: NodeIndex) -> Vec<(NodeIndex, NodeIndex)> {
        let (NodeKind::Throw(Some(Trigger::Compensation { of }))
        | NodeKind::End(End::Throw(Trigger::Compensation { of }))) = &self.nodes[event].kind
        else {
            return Vec::new();
        };
        let Some(of) = of else { return self.returnable(self.level(self.nodes[event].scope)) };
        let Some(activity) = self.index(of) else { return Vec::new() };
        match (self.returned_by(activity), self.inside(activity)) {
            (Some(by), _) => vec![(activity, by)],
            (None, Some(inside)) => self.returnable(inside),
            (None, None) => Vec::new(),
        }
    }

    /// The scope that what lies beside one belongs to.
    fn level(&self, scope: ScopeIndex) -> ScopeIndex {
        let owner = self.scopes[scope].owner.filter(|_| self.is_beside(scope));
        owner.map_or(scope, |owner| self.level(self.nodes[owner].scope))
    }
}
