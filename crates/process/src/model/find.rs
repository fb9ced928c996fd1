//! Finding one's way in a model.

use super::{Flow, Model, Node, NodeIndex, NodeKind, Responsible, ScopeIndex, TableRemark, Task, Trigger};
use language::Text;
use std::collections::BTreeSet;

impl Model {
    pub fn node(&self, id: &str) -> Option<&Node> {
        self.index(id).map(|index| &self.nodes[index])
    }

    pub fn index(&self, id: &str) -> Option<NodeIndex> {
        self.nodes_by_id.get(id).copied()
    }

    pub fn flow(&self, id: &str) -> Option<&Flow> {
        self.flows_by_id.get(id).map(|index| &self.flows[*index])
    }

    /// What was seen in the tables it came of, as far as what it is about still stands.
    pub fn remarks(&self) -> impl Iterator<Item = &Text> {
        let stands = |remark: &&TableRemark| remark.about.is_empty() || self.node(&remark.about).is_some();
        self.scopes.iter().flat_map(|scope| &scope.remarks).filter(stands).map(|remark| &remark.text)
    }

    /// The processes of the file, without the insides of sub-processes.
    pub fn processes(&self) -> impl Iterator<Item = ScopeIndex> + '_ {
        (0..self.scopes.len()).filter(|scope| self.scopes[*scope].owner.is_none())
    }

    /// The processes that are meant to run: those marked so, or all where none is marked.
    pub fn running(&self) -> Vec<ScopeIndex> {
        let marked: Vec<ScopeIndex> =
            self.processes().filter(|scope| self.scopes[*scope].executable).collect();
        let drawn = || self.processes().filter(|scope| !self.scopes[*scope].nodes.is_empty()).collect();
        if marked.is_empty() { drawn() } else { marked }
    }

    /// The one that starts: the first meant to run that no other calls.
    pub fn main(&self) -> Option<ScopeIndex> {
        self.beginning().first().copied().or(self.running().first().copied())
    }

    /// The scopes of all that is meant to run: the processes, what they call, and the insides of their sub-processes.
    pub fn running_scopes(&self) -> BTreeSet<ScopeIndex> {
        let mut found = BTreeSet::new();
        let mut left = self.running();
        while let Some(scope) = left.pop() {
            if found.insert(scope) {
                left.extend(self.scopes[scope].nodes.iter().filter_map(|node| self.inside(*node)));
            }
        }
        found
    }

    /// Those meant to run that no other calls.
    pub fn beginning(&self) -> Vec<ScopeIndex> {
        let called = |scope: &ScopeIndex| {
            self.nodes.iter().any(|node| {
                matches!(&node.kind, NodeKind::Call { scope: Some(called), .. }
                if called == scope && self.process_of(node.scope) != *scope)
            })
        };
        self.running().into_iter().filter(|scope| !called(scope)).collect()
    }

    /// The process a scope lies in.
    pub fn process_of(&self, scope: ScopeIndex) -> ScopeIndex {
        let mut scope = scope;
        while let Some(owner) = self.scopes[scope].owner {
            scope = self.nodes[owner].scope;
        }
        scope
    }

    /// Where a scope begins: its start events, or, where it has none, what nothing leads to.
    pub fn entries(&self, scope: ScopeIndex) -> Vec<NodeIndex> {
        let starts = |index: &NodeIndex| matches!(self.nodes[*index].kind, NodeKind::Start(_));
        let nodes = &self.scopes[scope].nodes;
        let found: Vec<NodeIndex> = nodes.iter().copied().filter(starts).collect();
        if !found.is_empty() {
            return found;
        }
        let free = |index: &NodeIndex| {
            let node = &self.nodes[*index];
            let apart = matches!(
                node.kind,
                NodeKind::Boundary { .. } | NodeKind::Link { .. } | NodeKind::EventSubProcess { .. }
            );
            node.incoming.is_empty() && !apart && !node.is_outside_flow()
        };
        nodes.iter().copied().filter(free).collect()
    }

    /// The inside of an activity that has one.
    pub fn inside(&self, node: NodeIndex) -> Option<ScopeIndex> {
        match &self.nodes[node].kind {
            NodeKind::SubProcess(scope) | NodeKind::EventSubProcess { scope, .. } => Some(*scope),
            NodeKind::Call { scope, .. } => *scope,
            _ => None,
        }
    }

    /// What begins an event sub-process: its start event, and what that waits for.
    pub fn begun_by(&self, node: NodeIndex) -> Option<(NodeIndex, &Trigger)> {
        let NodeKind::EventSubProcess { scope, .. } = self.nodes[node].kind else { return None };
        self.scopes[scope].nodes.iter().find_map(|inner| match &self.nodes[*inner].kind {
            NodeKind::Start(Some(trigger)) => Some((*inner, trigger)),
            _ => None,
        })
    }

    /// The event sub-processes of a scope.
    pub fn beside(&self, scope: ScopeIndex) -> impl Iterator<Item = NodeIndex> + '_ {
        let nodes = self.scopes[scope].nodes.iter().copied();
        nodes.filter(|node| matches!(self.nodes[*node].kind, NodeKind::EventSubProcess { .. }))
    }

    /// Whether a scope is the inside of an event sub-process.
    pub fn is_beside(&self, scope: ScopeIndex) -> bool {
        let owner = self.scopes[scope].owner;
        owner.is_some_and(|owner| matches!(self.nodes[owner].kind, NodeKind::EventSubProcess { .. }))
    }

    /// The element whose name an element has: what begins an event sub-process is called by that, where it has no name.
    pub fn named(&self, id: &str) -> Option<&Node> {
        let node = self.node(id)?;
        let around = self.scopes[node.scope].owner.filter(|_| self.is_beside(node.scope));
        let begins = node.name.is_empty() && matches!(node.kind, NodeKind::Start(_));
        Some(around.filter(|_| begins).map_or(node, |around| &self.nodes[around]))
    }

    /// Whether an element lies somewhere inside an event sub-process.
    pub fn lies_beside(&self, node: NodeIndex) -> bool {
        let around = |node: &NodeIndex| self.scopes[self.nodes[*node].scope].owner;
        std::iter::successors(around(&node), around)
            .any(|owner| matches!(self.nodes[owner].kind, NodeKind::EventSubProcess { .. }))
    }

    /// What an element is called in one of the languages; a choice or an event without a name, and a link, after the
    /// nearest element before or after it that has one.
    pub fn called(&self, node: NodeIndex, english: bool, backwards: bool) -> String {
        let mut at = node;
        for _ in 0..20 {
            let found = &self.nodes[at];
            let own =
                if english && !found.step.english.is_empty() { &found.step.english } else { &found.name };
            let next = match backwards {
                true => found.incoming.first().map(|flow| self.flows[*flow].from),
                false => found.outgoing.first().map(|flow| self.flows[*flow].to),
            };
            let named = self.named(&found.id).filter(|named| named.id != found.id);
            if let Some(around) = named.filter(|around| !around.name.is_empty()) {
                let english = english && !around.step.english.is_empty();
                return if english { &around.step.english } else { &around.name }.clone();
            }
            match (own.is_empty() || found.is_link() && next.is_some(), next) {
                (false, _) => return own.clone(),
                (true, Some(next)) if !found.is_activity() => at = next,
                (true, _) => break,
            }
        }
        self.nodes[node].id.clone()
    }

    /// Who answers for a node: what it says itself, else its lane, whose name may be that of the unit.
    pub fn responsible(&self, node: NodeIndex) -> Responsible {
        let node = &self.nodes[node];
        let own = &node.step.responsible;
        let named = node.lane.map(|lane| &self.lanes[lane].name).filter(|name| !name.is_empty());
        let lane = node.lane.map(|lane| &self.lanes[lane].responsible);
        let or =
            |own: &Option<String>, lane: Option<&Option<String>>| own.clone().or(lane.cloned().flatten());
        Responsible {
            unit: or(&own.unit, lane.map(|lane| &lane.unit)).or(named.cloned()),
            role: or(&own.role, lane.map(|lane| &lane.role)),
            person: or(&own.person, lane.map(|lane| &lane.person)),
        }
    }
}

/// An id as it may stand in an expression: letters, digits and lines below.
pub fn plain_name(id: &str) -> String {
    id.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '_' }).collect()
}

impl Node {
    /// Whether it takes the token of the activity on whose edge it lies.
    pub fn interrupts(&self) -> bool {
        matches!(self.kind, NodeKind::Boundary { interrupting: true, .. })
    }

    /// The activity on whose edge it lies.
    pub fn on(&self) -> Option<NodeIndex> {
        match self.kind {
            NodeKind::Boundary { on, .. } | NodeKind::Compensation { on, .. } => Some(on),
            _ => None,
        }
    }

    /// All that lies on its edge.
    pub fn edge(&self) -> impl Iterator<Item = NodeIndex> + '_ {
        self.boundary.iter().copied().chain(self.compensated)
    }

    pub fn is_activity(&self) -> bool {
        matches!(self.kind, NodeKind::Task(_) | NodeKind::SubProcess(_) | NodeKind::Call { .. })
    }

    /// People of the agency do it.
    pub fn is_step(&self) -> bool {
        matches!(self.kind, NodeKind::Task(Task::User | Task::Manual))
    }

    /// No token comes to it by a flow: it returns something, or says by what something is returned.
    pub fn is_outside_flow(&self) -> bool {
        self.compensates || matches!(self.kind, NodeKind::Compensation { .. })
    }

    /// Stands for a line that is not drawn.
    pub fn is_link(&self) -> bool {
        matches!(self.kind, NodeKind::Link { .. })
    }

    /// A link without the other event of its name.
    pub(crate) fn is_loose_link(&self) -> bool {
        match self.kind {
            NodeKind::Link { arrives: true, .. } => self.incoming.is_empty(),
            NodeKind::Link { arrives: false, .. } => self.outgoing.is_empty(),
            _ => false,
        }
    }

    /// Another agency does it.
    pub fn is_linked(&self) -> bool {
        matches!(self.kind, NodeKind::Task(Task::Service)) && self.step.linked.is_some()
    }

    /// Somebody does it, here or elsewhere.
    pub fn is_work(&self) -> bool {
        self.is_step() || self.is_linked()
    }
}
