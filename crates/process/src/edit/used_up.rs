//! The end that follows a way back that was taken as often as it may be: a denial, wherever it is drawn.

use super::Editor;
use crate::mend::english_of;
use crate::model::{End, FlowIndex, Model, NodeIndex, NodeKind, ScopeIndex, Trigger, USED_UP};

/// Maximum activities inside of each other out of which it leads.
const DEEP_MAX: usize = 6;

impl Editor<'_> {
    /// An end in a scope at which the dossier is denied. An end inside of a group only ends the group, and what follows it
    /// would go on as if it had passed: there it is an error, caught at the edge of the group, that leads to the end.
    pub(super) fn denied_end(&mut self, scope: ScopeIndex, name: &str) -> NodeIndex {
        self.denied_at(scope, name, DEEP_MAX)
    }

    fn denied_at(&mut self, scope: ScopeIndex, name: &str, deep: usize) -> NodeIndex {
        let id = self.free(USED_UP);
        let holders = if deep > 0 { holders(&self.model, scope) } else { Vec::new() };
        let kind = match holders.is_empty() {
            true => End::Plain,
            false => End::Error { code: id.clone() },
        };
        let end = self.model.add_node(scope, &id, name, NodeKind::End(kind));
        self.model.nodes[end].step.english = english_of(name).into();
        for holder in holders {
            let around = self.model.nodes[holder].scope;
            let trigger = Trigger::Error { code: Some(id.clone()) };
            let edge = NodeKind::Boundary { on: holder, interrupting: true, trigger };
            let edge = self.model.add_node(around, &self.free(&format!("{id}-caught")), "", edge);
            self.model.nodes[holder].boundary.push(edge);
            let outer = self.denied_at(around, name, deep - 1);
            self.model.add_flow(edge, outer);
        }
        end
    }

    /// The end a way leads to goes, with what catches it and the ends behind.
    pub(super) fn without_denied_end(&mut self, way: FlowIndex) {
        let (mut gone, mut left) = (Vec::new(), vec![self.model.flows[way].to]);
        while let Some(end) = left.pop() {
            gone.push(end);
            let NodeKind::End(End::Error { code }) = &self.model.nodes[end].kind else { continue };
            for edge in 0..self.model.nodes.len() {
                let node = &self.model.nodes[edge];
                let catches = matches!(&node.kind, NodeKind::Boundary { trigger: Trigger::Error { code: Some(own) }, .. } if own == code);
                if catches && self.model.is_used_up_edge(edge) && !gone.contains(&edge) {
                    gone.push(edge);
                    let ends = node.outgoing.iter().map(|flow| self.model.flows[*flow].to);
                    left.extend(ends.filter(|end| self.model.nodes[*end].id.starts_with(USED_UP)));
                }
            }
        }
        self.model = self.model.without(&gone);
    }
}

/// The activities that a scope is the inside of: a group, or those that call it.
fn holders(model: &Model, scope: ScopeIndex) -> Vec<NodeIndex> {
    let holds = |node: &NodeIndex| {
        !matches!(model.nodes[*node].kind, NodeKind::EventSubProcess { .. })
            && model.inside(*node) == Some(scope)
    };
    (0..model.nodes.len()).filter(holds).collect()
}
