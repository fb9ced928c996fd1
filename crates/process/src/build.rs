//! Putting a model together piece by piece.

use crate::model::{Flow, FlowIndex, Model, Node, NodeIndex, NodeKind, Repeats, Scope, ScopeIndex, TaskWork};
use std::collections::HashMap;

impl Model {
    /// A new process of this id.
    pub fn add_process(&mut self, id: &str, name: &str) -> ScopeIndex {
        let scope = Scope { id: id.into(), name: name.into(), executable: true, ..Scope::default() };
        self.scopes.push(scope);
        self.scopes.len() - 1
    }

    /// A new node; its id must not be there yet.
    pub fn add_node(&mut self, scope: ScopeIndex, id: &str, name: &str, kind: NodeKind) -> NodeIndex {
        let index = self.nodes.len();
        self.nodes.push(Node {
            id: id.into(),
            name: name.into(),
            kind,
            scope,
            lane: None,
            incoming: Vec::new(),
            outgoing: Vec::new(),
            default: None,
            boundary: Vec::new(),
            compensated: None,
            compensates: false,
            repeats: Repeats::Once,
            step: TaskWork::default(),
            documentation: String::new(),
            drawn: String::new(),
            line: 0,
        });
        self.scopes[scope].nodes.push(index);
        self.nodes_by_id.insert(id.into(), index);
        index
    }

    /// A new flow, with an id made from those of its ends that nothing else has.
    pub fn add_flow(&mut self, from: NodeIndex, to: NodeIndex) -> FlowIndex {
        let ends = format!("{}-to-{}", self.nodes[from].id, self.nodes[to].id);
        let free = |id: &String| !self.flows_by_id.contains_key(id) && !self.nodes_by_id.contains_key(id);
        let id = std::iter::once(ends.clone()).chain((2..).map(|n| format!("{ends}-{n}"))).find(free);
        let id = id.expect("numbers do not end");
        let index = self.flows.len();
        self.flows.push(Flow {
            id: id.clone(),
            name: String::new(),
            english: String::new(),
            from,
            to,
            condition: None,
            conditional: false,
            unread: String::new(),
            blank: false,
            at_most: None,
            link: false,
            line: 0,
        });
        self.flows_by_id.insert(id, index);
        self.nodes[from].outgoing.push(index);
        self.nodes[to].incoming.push(index);
        index
    }

    /// Leads each link to the one of its name in its scope that it goes on at. Where there are two, nobody can say.
    pub(crate) fn link(&mut self) {
        let mut arriving: HashMap<(ScopeIndex, String), Vec<NodeIndex>> = HashMap::new();
        let mut leaving = Vec::new();
        for (index, node) in self.nodes.iter().enumerate() {
            match &node.kind {
                NodeKind::Link { name, arrives: true } => {
                    arriving.entry((node.scope, name.clone())).or_default().push(index);
                }
                NodeKind::Link { name, arrives: false } => leaving.push((index, (node.scope, name.clone()))),
                _ => {}
            }
        }
        for (from, key) in leaving {
            if let Some([to]) = arriving.get(&key).map(Vec::as_slice) {
                let flow = self.add_flow(from, *to);
                self.flows[flow].link = true;
                self.flows[flow].line = self.nodes[from].line;
            }
        }
    }

    /// Leads a flow to another node; it does not go where it was drawn any more.
    pub(crate) fn redirect(&mut self, flow: FlowIndex, to: NodeIndex) {
        self.positions.ways.remove(&self.flows[flow].id);
        let before = self.flows[flow].to;
        self.nodes[before].incoming.retain(|other| *other != flow);
        self.nodes[to].incoming.push(flow);
        self.flows[flow].to = to;
    }
}
