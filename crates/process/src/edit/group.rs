//! Steps that lie one after the other become a process inside the process, and back.

use super::{CannotChange, Editor};
use crate::model::{End, FlowIndex, NodeIndex, NodeKind, Repeats, Scope, ScopeIndex};
use std::collections::HashSet;

impl Editor<'_> {
    /// From one step to a later one, with all that lies between.
    pub(super) fn group(&mut self, from: &str, to: &str, name: &str) -> Result<(), CannotChange> {
        let (from, to) = (self.activity(from)?, self.activity(to)?);
        self.same_scope(from, to)?;
        let name = name.trim();
        if name.is_empty() {
            return Err(CannotChange::NoName);
        }
        let out = self.exit(to)?;
        let between = self.between(from, out);
        let inside = |node: &NodeIndex| between.contains(node);
        let entered = |node: &NodeIndex| {
            let mut before = self.model.nodes[*node].incoming.iter().map(|flow| self.model.flows[*flow].from);
            *node != from && before.any(|before| !between.contains(&before))
        };
        if !inside(&to) || inside(&self.model.flows[out].to) || between.iter().any(entered) {
            return Err(self.tangled(from));
        }
        // What returns something inside goes along with it.
        let with_edges = |node: &NodeIndex| {
            let event = self.model.nodes[*node].compensated;
            event.into_iter().chain(self.model.returned_by(*node))
        };
        let between: HashSet<NodeIndex> =
            between.iter().flat_map(|node| with_edges(node).chain([*node])).collect();
        let of_others = |node: &NodeIndex| {
            let returned = self.model.returns(*node).filter_map(|event| self.model.nodes[event].on());
            self.model.nodes[*node].compensates && returned.into_iter().any(|on| !between.contains(&on))
        };
        if between.iter().any(|node| of_others(node) || self.is_returned_by_name(*node)) {
            return Err(self.tangled(from));
        }
        let outer = self.model.nodes[from].scope;
        let id = self.free(&format!("{}-group", self.model.nodes[from].id));
        let scope = self.model.scopes.len();
        let group = self.model.add_node(outer, &id, name, NodeKind::SubProcess(scope));
        self.model.scopes.push(Scope {
            id: id.clone(),
            name: name.into(),
            owner: Some(group),
            ..Scope::default()
        });
        for flow in self.model.nodes[from].incoming.clone() {
            if !between.contains(&self.model.flows[flow].from) {
                self.model.redirect(flow, group);
            }
        }
        let (last, next) = (self.model.flows[out].from, self.model.flows[out].to);
        self.model.add_flow(group, next);
        let moved: Vec<NodeIndex> =
            self.model.scopes[outer].nodes.iter().copied().filter(|node| between.contains(node)).collect();
        self.move_into(&moved, scope);
        let start = self.free(&format!("{id}-begin"));
        let start = self.model.add_node(scope, &start, "", NodeKind::Start(None));
        self.model.add_flow(start, from);
        let end = self.free(&format!("{id}-end"));
        let end = self.model.add_node(scope, &end, "", NodeKind::End(End::Plain));
        self.model.add_flow(last, end);
        self.model = self.model.without_flows(&HashSet::from([out]));
        Ok(())
    }

    /// What lies inside lies outside again.
    pub(super) fn ungroup(&mut self, group: &str) -> Result<(), CannotChange> {
        let place = self.activity(group)?;
        let found = &self.model.nodes[place];
        let NodeKind::SubProcess(scope) = found.kind else {
            return Err(CannotChange::NoSuch { id: group.into() });
        };
        let inside = self.model.scopes[scope].nodes.clone();
        let of = |wanted: fn(&NodeKind) -> bool| -> Vec<NodeIndex> {
            inside.iter().copied().filter(|node| wanted(&self.model.nodes[*node].kind)).collect()
        };
        let starts = of(|kind| matches!(kind, NodeKind::Start(_)));
        // Ways that begin on an edge and end inside end outside just as well.
        let forward = starts.first().map(|start| self.without_edges(*start)).unwrap_or_default();
        let ends = of(|kind| matches!(kind, NodeKind::End(_)));
        let ends: Vec<NodeIndex> = ends.into_iter().filter(|end| forward.contains(end)).collect();
        // What an event begins in it would be begun by that for longer.
        let alone = found.edge().next().is_none() && self.model.beside(scope).next().is_none();
        let plain = alone && matches!(found.repeats, Repeats::Once);
        let ([start], [end], true) = (starts.as_slice(), ends.as_slice(), plain) else {
            return Err(self.tangled(place));
        };
        let (start, end, outer) = (*start, *end, found.scope);
        let out = self.exit(place)?;
        let first = self.model.nodes[start].outgoing.first().map(|flow| self.model.flows[*flow].to);
        let whole = matches!(self.model.nodes[end].kind, NodeKind::End(End::Plain));
        let (Some(first), true, [last]) = (first, whole, self.model.nodes[end].incoming.as_slice()) else {
            return Err(self.tangled(place));
        };
        let last = *last;
        for flow in self.model.nodes[place].incoming.clone() {
            self.model.redirect(flow, first);
        }
        self.model.redirect(last, self.model.flows[out].to);
        let moved: Vec<NodeIndex> = inside.into_iter().filter(|node| ![start, end].contains(node)).collect();
        self.move_into(&moved, outer);
        self.model = self.model.without(&[place]);
        Ok(())
    }

    /// All one comes to from a node without taking one way.
    fn between(&self, from: NodeIndex, out: FlowIndex) -> HashSet<NodeIndex> {
        let mut seen = HashSet::new();
        let mut left = vec![from];
        while let Some(node) = left.pop() {
            if seen.insert(node) {
                let node = &self.model.nodes[node];
                let ways = node.outgoing.iter().filter(|flow| **flow != out);
                left.extend(ways.map(|flow| self.model.flows[*flow].to));
                left.extend(node.boundary.iter().copied());
            }
        }
        seen
    }

    /// All one comes to by flows alone.
    fn without_edges(&self, from: NodeIndex) -> HashSet<NodeIndex> {
        let mut seen = HashSet::new();
        let mut left = vec![from];
        while let Some(node) = left.pop() {
            if seen.insert(node) {
                left.extend(self.model.nodes[node].outgoing.iter().map(|flow| self.model.flows[*flow].to));
            }
        }
        seen
    }

    fn move_into(&mut self, nodes: &[NodeIndex], scope: ScopeIndex) {
        for found in &mut self.model.scopes {
            found.nodes.retain(|node| !nodes.contains(node));
        }
        for node in nodes {
            self.model.nodes[*node].scope = scope;
        }
        self.model.scopes[scope].nodes.extend(nodes);
    }
}
