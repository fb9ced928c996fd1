//! What changes are made of: nodes put on flows, gateways around steps, pieces taken out, and what is needless tidied away.

use super::{CannotChange, Editor};
use crate::model::{End, FlowIndex, Gateway, Model, Node, NodeIndex, NodeKind, ScopeIndex, Trigger};
use std::collections::{HashMap, HashSet};

impl Editor<'_> {
    pub(super) fn place(&self, id: &str) -> Result<NodeIndex, CannotChange> {
        self.model.index(id).ok_or_else(|| CannotChange::NoSuch { id: id.into() })
    }

    pub(super) fn activity(&self, id: &str) -> Result<NodeIndex, CannotChange> {
        let place = self.place(id)?;
        if self.model.nodes[place].is_activity() {
            Ok(place)
        } else {
            Err(CannotChange::NoSuch { id: id.into() })
        }
    }

    pub(super) fn task(&self, id: &str) -> Result<NodeIndex, CannotChange> {
        let place = self.place(id)?;
        match self.model.nodes[place].kind {
            NodeKind::Task(_) => Ok(place),
            _ => Err(CannotChange::NoSuch { id: id.into() }),
        }
    }

    pub(super) fn same_scope(&self, one: NodeIndex, other: NodeIndex) -> Result<(), CannotChange> {
        let scope = |node: NodeIndex| self.model.nodes[node].scope;
        if scope(one) == scope(other) { Ok(()) } else { Err(CannotChange::NotInOneScope) }
    }

    /// An event names it as what is to be returned.
    pub(super) fn is_returned_by_name(&self, activity: NodeIndex) -> bool {
        let id = &self.model.nodes[activity].id;
        self.model.nodes.iter().any(|node| match &node.kind {
            NodeKind::Throw(Some(Trigger::Compensation { of })) => of.as_ref() == Some(id),
            NodeKind::End(End::Throw(Trigger::Compensation { of })) => of.as_ref() == Some(id),
            _ => false,
        })
    }

    /// The one way that leads on.
    pub(super) fn way_out(&self, node: NodeIndex) -> Result<FlowIndex, CannotChange> {
        match self.model.nodes[node].outgoing.as_slice() {
            // What is put after a link stands where that goes on, if nothing else does.
            [only] if self.model.flows[*only].link => {
                let to = self.model.flows[*only].to;
                let alone = self.model.nodes[to].incoming.len() == 1;
                if alone { self.way_out(to) } else { Err(self.tangled(node)) }
            }
            [only] => Ok(*only),
            _ => Err(self.tangled(node)),
        }
    }

    /// The way that leads on from a step and from what is done instead of it when it takes too long.
    pub(super) fn exit(&self, node: NodeIndex) -> Result<FlowIndex, CannotChange> {
        let out = self.way_out(node)?;
        if !self.is_cut_short(node) {
            return Ok(out);
        }
        let meet = self.model.flows[out].to;
        if self.is_own_merge(node, meet) {
            Ok(self.model.nodes[meet].outgoing[0])
        } else {
            Err(self.tangled(node))
        }
    }

    fn is_cut_short(&self, node: NodeIndex) -> bool {
        let cuts = |event: &NodeIndex| {
            matches!(self.model.nodes[*event].kind, NodeKind::Boundary { interrupting: true, .. })
        };
        self.model.nodes[node].boundary.iter().any(cuts)
    }

    /// Whether a gateway joins a step with what follows from the events on its edge, and nothing else.
    fn is_own_merge(&self, node: NodeIndex, meet: NodeIndex) -> bool {
        let found = &self.model.nodes[meet];
        if !self.is(meet, Gateway::Exclusive) || found.outgoing.len() != 1 {
            return false;
        }
        let mut beside: HashSet<NodeIndex> = HashSet::from([node]);
        for event in &self.model.nodes[node].boundary {
            let (mut left, mut meets) = (vec![*event], false);
            while let Some(next) = left.pop() {
                meets |= next == meet;
                if next != meet && beside.insert(next) {
                    let next = &self.model.nodes[next];
                    left.extend(next.outgoing.iter().map(|flow| self.model.flows[*flow].to));
                    left.extend(next.boundary.iter().copied());
                }
            }
            let cuts = matches!(self.model.nodes[*event].kind, NodeKind::Boundary { interrupting: true, .. });
            if cuts && !meets {
                return false;
            }
        }
        found.incoming.iter().all(|flow| beside.contains(&self.model.flows[*flow].from))
    }

    pub(super) fn tangled(&self, node: NodeIndex) -> CannotChange {
        let node = &self.model.nodes[node];
        CannotChange::Tangled { name: if node.name.is_empty() { &node.id } else { &node.name }.clone() }
    }

    /// Puts a node on a flow; gives the flow that leads on from it.
    pub(super) fn put_on(&mut self, flow: FlowIndex, node: NodeIndex) -> FlowIndex {
        let to = self.model.flows[flow].to;
        self.model.redirect(flow, node);
        self.model.add_flow(node, to)
    }

    pub(super) fn free(&self, wanted: &str) -> String {
        let known =
            |id: &String| self.model.nodes_by_id.contains_key(id) || self.model.flows_by_id.contains_key(id);
        let numbered = (2..).map(|number| format!("{wanted}-{number}"));
        std::iter::once(wanted.to_string()).chain(numbered).find(|id| !known(id)).expect("numbers do not end")
    }

    pub(super) fn gateway(&mut self, scope: ScopeIndex, gateway: Gateway, name: &str) -> NodeIndex {
        let id = self.free(name);
        self.model.add_node(scope, &id, "", NodeKind::Gateway(gateway))
    }

    fn is(&self, node: NodeIndex, wanted: Gateway) -> bool {
        matches!(self.model.nodes[node].kind, NodeKind::Gateway(found) if found == wanted)
    }

    /// A new gateway where ways meet before a node.
    pub(super) fn before(&mut self, node: NodeIndex, kind: Gateway) -> NodeIndex {
        let scope = self.model.nodes[node].scope;
        let merge = self.gateway(scope, kind, &format!("before-{}", self.model.nodes[node].id));
        for flow in self.model.nodes[node].incoming.clone() {
            self.model.redirect(flow, merge);
        }
        self.model.add_flow(merge, node);
        merge
    }

    /// Where a step and what is done instead of it meet: a gateway that is there, or a new one.
    pub(super) fn after(&mut self, node: NodeIndex) -> Result<NodeIndex, CannotChange> {
        let out = self.way_out(node)?;
        let to = self.model.flows[out].to;
        if self.is_cut_short(node) && self.is_own_merge(node, to) {
            return Ok(to);
        }
        let scope = self.model.nodes[node].scope;
        let merge = self.gateway(scope, Gateway::Exclusive, &format!("after-{}", self.model.nodes[node].id));
        self.put_on(out, merge);
        Ok(merge)
    }

    /// The gateways between which a node is one of several ways: those that are there, or new ones.
    pub(super) fn around(
        &mut self,
        node: NodeIndex,
        kind: Gateway,
    ) -> Result<(NodeIndex, NodeIndex), CannotChange> {
        let out = self.exit(node)?;
        let meet = self.model.flows[out].to;
        if let [only] = self.model.nodes[node].incoming.as_slice() {
            let part = self.model.flows[*only].from;
            let parts = self.is(part, kind) && self.model.nodes[part].outgoing.len() > 1;
            let meets = self.is(meet, kind) && self.model.nodes[meet].outgoing.len() == 1;
            // All that parts there meets here.
            let mut ways = self.model.nodes[part].outgoing.iter().map(|flow| self.model.flows[*flow].to);
            let leads = |way: NodeIndex| {
                way == meet || self.exit(way).is_ok_and(|exit| self.model.flows[exit].to == meet)
            };
            if parts && meets && ways.all(leads) {
                return Ok((part, meet));
            }
        }
        let (scope, id) = (self.model.nodes[node].scope, self.model.nodes[node].id.clone());
        let part = self.gateway(scope, kind, &format!("choice-{id}"));
        for flow in self.model.nodes[node].incoming.clone() {
            self.model.redirect(flow, part);
        }
        let own = self.model.add_flow(part, node);
        if kind == Gateway::Exclusive {
            self.model.nodes[part].default = Some(own);
        }
        let meet = self.gateway(scope, kind, &format!("meet-{id}"));
        self.put_on(out, meet);
        Ok((part, meet))
    }

    /// A step that is all there is of a way under a condition goes with that way: else nothing would be done where the
    /// condition holds.
    pub(super) fn drop_branch(&mut self, node: NodeIndex) -> Result<(), CannotChange> {
        let meet = self.model.flows[self.exit(node)?].to;
        let meets = |kind| self.is(meet, kind) && self.model.nodes[meet].incoming.len() > 1;
        let alone = |flow: &FlowIndex| {
            let found = &self.model.flows[*flow];
            let default = self.model.nodes[found.from].default == Some(*flow);
            let parts = |kind| self.is(found.from, kind) && meets(kind);
            found.conditional && !default && (parts(Gateway::Exclusive) || parts(Gateway::Inclusive))
        };
        let ways: HashSet<FlowIndex> =
            self.model.nodes[node].incoming.iter().copied().filter(alone).collect();
        // Nodes keep their places.
        self.model = self.model.without_flows(&ways);
        Ok(())
    }

    /// Takes a node out of its way: what led to it leads to what came after it.
    pub(super) fn take_out(&mut self, node: NodeIndex) -> Result<(), CannotChange> {
        let out = self.way_out(node)?;
        let to = self.model.flows[out].to;
        for flow in self.model.nodes[node].incoming.clone() {
            self.model.redirect(flow, to);
        }
        self.model = self.model.without_flows(&HashSet::from([out]));
        Ok(())
    }
}

impl Model {
    /// Whether one node is come to from another, or is it.
    pub fn comes_to(&self, from: NodeIndex, to: NodeIndex) -> bool {
        let mut seen: HashSet<NodeIndex> = HashSet::new();
        let mut left = vec![from];
        while let Some(node) = left.pop() {
            if node == to {
                return true;
            }
            if seen.insert(node) {
                let node = &self.nodes[node];
                left.extend(node.outgoing.iter().map(|flow| self.flows[*flow].to));
                left.extend(node.boundary.iter().copied());
            }
        }
        false
    }

    /// Whether one node only is come to from another by a way back, or not at all.
    pub fn goes_back(&self, from: NodeIndex, to: NodeIndex) -> bool {
        let back = crate::layout::ways_back(self, self.nodes[from].scope);
        let mut seen: HashSet<NodeIndex> = HashSet::new();
        let mut left = vec![from];
        while let Some(node) = left.pop() {
            if node == to {
                return false;
            }
            if seen.insert(node) {
                let node = &self.nodes[node];
                let flows = node.outgoing.iter().filter(|flow| !back.contains(flow));
                left.extend(flows.map(|flow| self.flows[*flow].to).chain(node.boundary.iter().copied()));
            }
        }
        true
    }

    /// Without some nodes, what lies on their edge and inside of them, and every flow that touches them.
    pub(super) fn without(&self, nodes: &[NodeIndex]) -> Model {
        let mut gone: HashSet<NodeIndex> = nodes.iter().copied().collect();
        loop {
            let more = |index: &NodeIndex| {
                let node = &self.nodes[*index];
                let inside = self.scopes[node.scope].owner.is_some_and(|owner| gone.contains(&owner));
                let on = match node.kind {
                    NodeKind::Boundary { on, .. } | NodeKind::Compensation { on, .. } => gone.contains(&on),
                    _ => false,
                };
                // A compensating activity goes with the activity it compensates, unless it compensates another one too.
                inside || on || node.compensates && self.returns_only(*index, &gone)
            };
            let found: Vec<NodeIndex> =
                (0..self.nodes.len()).filter(|index| !gone.contains(index)).filter(more).collect();
            if found.is_empty() {
                break;
            }
            gone.extend(found);
        }
        let touches = |flow: &FlowIndex| {
            let flow = &self.flows[*flow];
            gone.contains(&flow.from) || gone.contains(&flow.to)
        };
        let flows = (0..self.flows.len()).filter(touches).collect();
        self.kept(&gone, &flows)
    }

    /// Something is returned by it, and all of that is gone.
    fn returns_only(&self, node: NodeIndex, gone: &HashSet<NodeIndex>) -> bool {
        let of = |event: &Node| match event.kind {
            NodeKind::Compensation { on, by } if by == Some(node) => Some(on),
            _ => None,
        };
        let mut events = self.nodes.iter().filter_map(of).peekable();
        events.peek().is_some() && events.all(|on| gone.contains(&on))
    }

    pub(super) fn without_flows(&self, flows: &HashSet<FlowIndex>) -> Model {
        self.kept(&HashSet::new(), flows)
    }

    /// The same with new places, since the lists have no holes.
    fn kept(&self, nodes: &HashSet<NodeIndex>, flows: &HashSet<FlowIndex>) -> Model {
        fn numbered(count: usize, gone: &HashSet<usize>) -> HashMap<usize, usize> {
            (0..count).filter(|index| !gone.contains(index)).zip(0..).collect()
        }
        let scopes: HashSet<ScopeIndex> = (0..self.scopes.len())
            .filter(|scope| self.scopes[*scope].owner.is_some_and(|owner| nodes.contains(&owner)))
            .collect();
        let (node, flow) = (numbered(self.nodes.len(), nodes), numbered(self.flows.len(), flows));
        let scope = numbered(self.scopes.len(), &scopes);
        let of = |places: &HashMap<usize, usize>, list: &[usize]| -> Vec<usize> {
            list.iter().filter_map(|index| places.get(index).copied()).collect()
        };
        let mut model = Model {
            lanes: self.lanes.clone(),
            positions: self.positions.clone(),
            lines: self.lines.clone(),
            ..Model::default()
        };
        for (index, old) in self.scopes.iter().enumerate().filter(|(index, _)| scope.contains_key(index)) {
            let owner = old.owner.and_then(|owner| node.get(&owner).copied());
            let nodes = of(&node, &self.scopes[index].nodes);
            model.scopes.push(crate::model::Scope { owner, nodes, ..old.clone() });
        }
        for (_, old) in self.nodes.iter().enumerate().filter(|(index, _)| node.contains_key(index)) {
            let mut new = old.clone();
            new.scope = scope[&old.scope];
            new.incoming = of(&flow, &old.incoming);
            new.outgoing = of(&flow, &old.outgoing);
            new.default = old.default.and_then(|default| flow.get(&default).copied());
            new.boundary = of(&node, &old.boundary);
            new.compensated = old.compensated.and_then(|event| node.get(&event).copied());
            match &mut new.kind {
                NodeKind::Boundary { on, .. } => *on = node[on],
                NodeKind::Compensation { on, by } => {
                    *on = node[on];
                    *by = by.and_then(|by| node.get(&by).copied());
                }
                NodeKind::SubProcess(inside) | NodeKind::EventSubProcess { scope: inside, .. } => {
                    *inside = scope[inside]
                }
                NodeKind::Call { scope: Some(called), .. } => *called = scope[called],
                _ => {}
            }
            model.nodes_by_id.insert(new.id.clone(), model.nodes.len());
            model.nodes.push(new);
        }
        for (_, old) in self.flows.iter().enumerate().filter(|(index, _)| flow.contains_key(index)) {
            let new = crate::model::Flow { from: node[&old.from], to: node[&old.to], ..old.clone() };
            model.flows_by_id.insert(new.id.clone(), model.flows.len());
            model.flows.push(new);
        }
        model
    }

    /// Without what a change has made needless: ways beside those that run at once, gateways that neither part nor join,
    /// and what nothing leads to any more. All of one kind goes at once: each going by itself would cost the whole
    /// drawing as often as there are.
    pub(super) fn tidied(mut self) -> Model {
        loop {
            let ways = self.needless_ways();
            let gone = if ways.is_empty() { self.passed_over() } else { Vec::new() };
            let gone = if ways.is_empty() && gone.is_empty() { self.lost() } else { gone };
            self = match (ways.is_empty(), gone.is_empty()) {
                (false, _) => self.without_flows(&ways),
                (true, false) => self.without(&gone),
                (true, true) => return self,
            };
        }
    }

    /// Ways straight from where ways part to where they meet, that add nothing: beside ways that run at once, or a
    /// second one.
    fn needless_ways(&self) -> HashSet<FlowIndex> {
        let mut out: Vec<usize> = self.nodes.iter().map(|node| node.outgoing.len()).collect();
        let mut direct: HashMap<(NodeIndex, NodeIndex), usize> = HashMap::new();
        self.flows.iter().for_each(|flow| *direct.entry((flow.from, flow.to)).or_default() += 1);
        let mut gone = HashSet::new();
        for (index, flow) in self.flows.iter().enumerate() {
            let (parts, meets) = (&self.nodes[flow.from], &self.nodes[flow.to]);
            let needless = match (&parts.kind, &meets.kind) {
                (NodeKind::Gateway(Gateway::Parallel), NodeKind::Gateway(Gateway::Parallel)) => {
                    out[flow.from] > 1
                }
                (NodeKind::Gateway(Gateway::Exclusive), NodeKind::Gateway(Gateway::Exclusive)) => {
                    let second = direct[&(flow.from, flow.to)] > 1 && parts.default != Some(index);
                    // Back over nothing.
                    let leads_back = |on: &FlowIndex| !gone.contains(on) && self.flows[*on].to == flow.from;
                    let back = out[flow.to] == 1 && meets.outgoing.iter().any(leads_back);
                    second || back
                }
                _ => false,
            };
            if needless && gone.insert(index) {
                out[flow.from] -= 1;
                direct.entry((flow.from, flow.to)).and_modify(|many| *many -= 1);
            }
        }
        gone
    }

    /// Gateways that neither part nor join: what leads to each leads past it from now on.
    fn passed_over(&mut self) -> Vec<NodeIndex> {
        let mut gone = Vec::new();
        for gateway in 0..self.nodes.len() {
            if !self.passes_through(gateway) {
                continue;
            }
            let (way_in, out) = (self.nodes[gateway].incoming[0], self.nodes[gateway].outgoing[0]);
            let to = self.flows[out].to;
            self.redirect(way_in, to);
            self.nodes[to].incoming.retain(|way| *way != out);
            gone.push(gateway);
        }
        gone
    }

    fn passes_through(&self, node: NodeIndex) -> bool {
        let node = &self.nodes[node];
        let gateway = matches!(node.kind, NodeKind::Gateway(gateway) if gateway != Gateway::EventBased);
        gateway && node.incoming.len() == 1 && node.outgoing.len() == 1 && node.name.is_empty()
    }

    /// What no way from a start leads to. A scope without a start event begins with what nothing leads to.
    fn lost(&self) -> Vec<NodeIndex> {
        let starts = |node: &NodeIndex| {
            matches!(self.nodes[*node].kind, NodeKind::Start(_) | NodeKind::EventSubProcess { .. })
        };
        let mut lost = Vec::new();
        for scope in self.scopes.iter().filter(|scope| scope.nodes.iter().any(starts)) {
            let mut left: Vec<NodeIndex> = scope.nodes.iter().copied().filter(starts).collect();
            let mut reached: HashSet<NodeIndex> = HashSet::new();
            while let Some(node) = left.pop() {
                if reached.insert(node) {
                    let node = &self.nodes[node];
                    left.extend(node.outgoing.iter().map(|flow| self.flows[*flow].to));
                    left.extend(node.boundary.iter().copied());
                }
            }
            let lost_here =
                |node: &&NodeIndex| !reached.contains(node) && !self.nodes[**node].is_outside_flow();
            lost.extend(scope.nodes.iter().filter(lost_here));
        }
        lost
    }
}
