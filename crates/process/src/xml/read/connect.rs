//! What can only be connected when all has been read: flows, edges, defaults, lanes, calls.

use super::super::drawn::drawn;
use super::super::{child, extension, local, text};
use super::{ModelReader, name};
use crate::model::{Flow, NodeIndex, NodeKind, ScopeIndex, TIMES_MAX};
use crate::problem::{Finding, Part, Reason, Trouble, Unreadable};
use roxmltree::Node;
use std::collections::HashMap;

impl<'a, 'i> ModelReader<'a, 'i> {
    pub(super) fn connect(&mut self) -> Result<(), Unreadable> {
        for (lane, id) in std::mem::take(&mut self.waiting.lanes) {
            if let Some(node) = self.model.index(&id) {
                self.model.nodes[node].lane = Some(lane);
            }
        }
        self.inherit_lanes();
        for (element, scope) in std::mem::take(&mut self.waiting.flows) {
            self.flow(element, scope)?;
        }
        for (index, element, interrupting, trigger) in std::mem::take(&mut self.waiting.boundaries) {
            if let Some(on) = self.host(index, element) {
                if self.no_activities.contains(&on) {
                    self.wrong(element, Trouble::EdgeOfNone);
                }
                self.model.nodes[index].kind = NodeKind::Boundary { on, interrupting, trigger };
                self.model.nodes[on].boundary.push(index);
            }
        }
        self.compensations();
        for (index, id) in std::mem::take(&mut self.waiting.defaults) {
            let found = self.model.flows_by_id.get(&id).copied();
            let flow = found.filter(|flow| self.model.flows[*flow].from == index);
            self.model.nodes[index].default = flow;
            if flow.is_none() {
                let node = &self.model.nodes[index];
                let finding = Finding::new(Trouble::Dangling { to: id }, &node.id, &node.name, node.line);
                self.model.findings.push(finding);
            }
        }
        let processes: HashMap<String, ScopeIndex> =
            self.model.processes().map(|scope| (self.model.scopes[scope].id.clone(), scope)).collect();
        for node in &mut self.model.nodes {
            if let NodeKind::Call { called, scope } = &mut node.kind {
                *scope = processes.get(called.as_str()).copied();
            }
        }
        Ok(())
    }

    /// Events on an edge that say by what something is returned: the activity a line leads to that is marked so.
    fn compensations(&mut self) {
        let lines = std::mem::take(&mut self.waiting.associations);
        for (index, element) in std::mem::take(&mut self.waiting.compensations) {
            let Some(on) = self.host(index, element) else { continue };
            let node = &self.model.nodes[index];
            let ends = lines.iter().filter_map(|(from, to)| match &node.id {
                id if id == from => self.model.index(to),
                id if id == to => self.model.index(from),
                _ => None,
            });
            let returns = |other: &NodeIndex| {
                let other = &self.model.nodes[*other];
                // A message may say that it is returned; what is not run is told by itself.
                let known =
                    other.is_activity() || matches!(other.kind, NodeKind::Throw(_) | NodeKind::Unsupported);
                known && other.scope == node.scope
            };
            let by: Vec<NodeIndex> = ends.filter(returns).collect();
            if by.len() > 1 || self.model.nodes[on].compensated.is_some() {
                self.model.nodes[index].drawn = drawn(element);
                self.unsupported(element, Reason::SeveralReturns);
                continue;
            }
            let by = by.first().copied();
            self.model.nodes[index].kind = NodeKind::Compensation { on, by };
            self.model.nodes[on].compensated = Some(index);
            // Many programs only draw the line.
            if let Some(by) = by {
                self.model.nodes[by].compensates = true;
            }
        }
    }

    /// The activity on whose edge an event is drawn.
    fn host(&mut self, index: NodeIndex, element: Node<'a, 'i>) -> Option<NodeIndex> {
        let to = local(element.attribute("attachedToRef").unwrap_or_default()).to_string();
        match self.model.index(&to) {
            Some(on) if self.model.nodes[on].scope == self.model.nodes[index].scope => Some(on),
            on => {
                self.model.nodes[index].drawn = drawn(element);
                let trouble = if on.is_some() { Trouble::AcrossScopes } else { Trouble::Dangling { to } };
                self.wrong(element, trouble);
                None
            }
        }
    }

    /// What lies inside a sub-process belongs to the lane the sub-process lies in.
    fn inherit_lanes(&mut self) {
        for index in 0..self.model.nodes.len() {
            let owner = self.model.scopes[self.model.nodes[index].scope].owner;
            if let (None, Some(owner)) = (self.model.nodes[index].lane, owner) {
                self.model.nodes[index].lane = self.model.nodes[owner].lane;
            }
        }
    }

    fn flow(&mut self, element: Node<'a, 'i>, scope: ScopeIndex) -> Result<(), Unreadable> {
        let id = match self.id(element) {
            Ok(id) => id,
            Err(unreadable @ Unreadable::Twice { .. }) => {
                self.model.findings.push(unreadable.into());
                return Ok(());
            }
            Err(unreadable) => return Err(unreadable),
        };
        let end = |name| local(element.attribute(name).unwrap_or_default()).to_string();
        let (from, to) = (end("sourceRef"), end("targetRef"));
        let (Some(source), Some(target)) = (self.model.index(&from), self.model.index(&to)) else {
            let missing = if self.model.index(&from).is_none() { from } else { to };
            self.wrong(element, Trouble::Dangling { to: missing });
            return Ok(());
        };
        let (one, other) = (self.model.nodes[source].scope, self.model.nodes[target].scope);
        if one != scope || other != scope {
            let processes = self.model.process_of(one) != self.model.process_of(other);
            let trouble = if processes { Trouble::AcrossProcesses } else { Trouble::AcrossScopes };
            self.wrong(element, trouble);
            return Ok(());
        }
        let condition = child(element, "conditionExpression");
        let words = condition.map(text).filter(|text| !text.is_empty());
        let language = condition.and_then(|condition| condition.attribute("language")).unwrap_or_default();
        let expression = words.as_ref().and_then(|words| self.condition(element, words, language));
        let blank = condition.is_some() && words.is_none();
        let mut extension = extension::read(element);
        let at_most = extension.take("at-most").and_then(|text| {
            let times = text.parse().ok().filter(|times| (1..=TIMES_MAX).contains(times));
            if times.is_none() {
                self.wrong(element, Trouble::BadPart { part: Part::Bound, text });
            }
            times
        });
        let index = self.model.flows.len();
        self.model.flows.push(Flow {
            id: id.clone(),
            name: name(element),
            english: extension.take("english").unwrap_or_default(),
            from: source,
            to: target,
            conditional: words.is_some(),
            unread: words.filter(|_| expression.is_none()).unwrap_or_default(),
            condition: expression,
            blank,
            at_most,
            link: false,
            line: self.line(element),
        });
        self.model.flows_by_id.insert(id, index);
        self.model.nodes[source].outgoing.push(index);
        self.model.nodes[target].incoming.push(index);
        Ok(())
    }
}
