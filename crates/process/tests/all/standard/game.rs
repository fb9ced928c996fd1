//! The token game of the standard, on what is drawn.

use process::{End, Gateway, Model, NodeIndex, NodeKind, ScopeIndex, Trigger};
use std::collections::{BTreeMap, BTreeSet};

/// Where tokens are: on flows, in activities with the events on their edges that have come, and in what events began
/// beside them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Game {
    pub flows: Vec<usize>,
    pub active: Vec<(NodeIndex, BTreeSet<NodeIndex>)>,
    /// Event sub-processes that go on.
    pub inner: Vec<(NodeIndex, Game)>,
    /// Events that come once and came.
    pub come: BTreeSet<NodeIndex>,
    /// One of them ended all else, and none begins any more.
    pub cut: bool,
    /// What is done and may be returned, in its order.
    pub done: Vec<NodeIndex>,
    /// Events that wait for what they have returned: by what, the next last.
    pub returning: Vec<(NodeIndex, Vec<NodeIndex>)>,
    pub taken: Taken,
}

/// How often each flow was taken that may be used up: it is closed then.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Taken(BTreeMap<usize, u32>);

impl Taken {
    pub fn note(&mut self, model: &Model, flows: &[usize]) {
        for flow in flows.iter().filter(|flow| model.flows[**flow].at_most.is_some()) {
            *self.0.entry(*flow).or_default() += 1;
        }
    }

    fn leaves_open(&self, model: &Model, flow: usize) -> bool {
        let taken = self.0.get(&flow).copied().unwrap_or(0);
        model.flows[flow].at_most.is_none_or(|most| taken < most)
    }
}

impl Game {
    pub fn is_over(&self) -> bool {
        let still = self.flows.is_empty() && self.active.is_empty();
        still && self.inner.is_empty() && self.returning.is_empty()
    }

    /// What is active, there and inside.
    pub fn all_active(&self) -> Vec<NodeIndex> {
        let own = self.active.iter().map(|(node, _)| *node);
        let mut all: Vec<NodeIndex> =
            own.chain(self.inner.iter().flat_map(|(_, game)| game.all_active())).collect();
        all.sort();
        all
    }

    pub fn all_flows(&self) -> usize {
        self.flows.len() + self.inner.iter().map(|(_, game)| game.all_flows()).sum::<usize>()
    }
}

/// An event sub-process: what begins it, and what is played inside.
pub struct Handler<'a> {
    pub node: NodeIndex,
    pub start: NodeIndex,
    pub trigger: Trigger,
    pub interrupting: bool,
    pub rules: Rules<'a>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// By itself.
    Silent,
    Done(NodeIndex),
    Came(NodeIndex, NodeIndex),
}

pub struct Rules<'a> {
    pub model: &'a Model,
    pub nodes: Vec<NodeIndex>,
    /// Flows from which on there is work beside the rest: nothing else leads to it, and it comes to ends of its own. By
    /// flow all that lead there, and what lies there.
    pub beside: BTreeMap<usize, (Vec<usize>, BTreeSet<NodeIndex>)>,
    pub handlers: Vec<Handler<'a>>,
    /// So many of one event sub-process at once: they have nothing to do with each other.
    pub many: usize,
}

impl Rules<'_> {
    pub fn begin(&self) -> Game {
        let start =
            self.nodes.iter().find(|node| matches!(self.model.nodes[**node].kind, NodeKind::Start(_)));
        let mut game = Game::default();
        game.flows.extend(&self.model.nodes[*start.unwrap()].outgoing);
        game
    }

    /// Work beside the rest that is begun again while it goes on runs twice, each as if it were alone: one is enough.
    pub(super) fn after(&self, game: &Game, flows: &[usize]) -> Game {
        let mut game = game.clone();
        let active: BTreeSet<NodeIndex> = game.active.iter().map(|(node, _)| *node).collect();
        let new = self.new_beside(&game.flows, &active, flows);
        game.taken.note(self.model, flows);
        game.flows.extend(new);
        game.flows.sort();
        game.active.sort();
        game
    }

    /// Of the flows that are taken those that begin nothing which goes on already beside the rest.
    pub fn new_beside(&self, on: &[usize], active: &BTreeSet<NodeIndex>, taken: &[usize]) -> Vec<usize> {
        let goes_on = |flow: &usize| {
            self.beside.get(flow).is_some_and(|(entries, nodes)| {
                let within =
                    |other: &usize| entries.contains(other) || nodes.contains(&self.model.flows[*other].from);
                on.iter().any(within) || !nodes.is_disjoint(active)
            })
        };
        taken.iter().copied().filter(|flow| !goes_on(flow)).collect()
    }

    pub(super) fn without(game: &Game, flows: &[usize]) -> Game {
        let mut game = game.clone();
        for flow in flows {
            let place = game.flows.iter().position(|other| other == flow).expect("it is there");
            game.flows.remove(place);
        }
        game
    }

    /// The flows taken by whoever leaves a node: any that its conditions allow, and none that is used up.
    pub fn ways(&self, node: NodeIndex, taken: &Taken) -> Vec<Vec<usize>> {
        let found = &self.model.nodes[node];
        let out = &found.outgoing;
        let open = |flow: &usize| taken.leaves_open(self.model, *flow);
        match found.kind {
            // It goes on where the other half of its name stands, whatever the reader made of it.
            NodeKind::Link { ref name, arrives: false } => {
                let half = |other: &&NodeIndex| matches!(&self.model.nodes[**other].kind, NodeKind::Link { name: own, arrives: true } if own == name);
                let halves: Vec<NodeIndex> = self.nodes.iter().filter(half).copied().collect();
                let [half] = halves.as_slice() else { panic!("{name} has {} halves", halves.len()) };
                let way = |flow: &&usize| self.model.flows[**flow].from == node;
                let way = self.model.nodes[*half].incoming.iter().find(way).expect("it leads there");
                vec![vec![*way]]
            }
            _ if out.is_empty() => vec![Vec::new()],
            NodeKind::Gateway(Gateway::Exclusive) => {
                out.iter().filter(|flow| open(flow)).map(|flow| vec![*flow]).collect()
            }
            NodeKind::Gateway(Gateway::Parallel) => vec![out.clone()],
            _ => {
                let maybe: Vec<usize> = out
                    .iter()
                    .copied()
                    .filter(|flow| self.model.flows[*flow].conditional && found.default != Some(*flow))
                    .filter(open)
                    .collect();
                let always = out
                    .iter()
                    .copied()
                    .filter(|flow| !self.model.flows[*flow].conditional && found.default != Some(*flow));
                let always: Vec<usize> = always.filter(open).collect();
                let mut all = Vec::new();
                for bits in 0..1u32 << maybe.len() {
                    let mut ways = always.clone();
                    ways.extend((0..maybe.len()).filter(|n| bits >> n & 1 == 1).map(|n| maybe[n]));
                    if bits == 0 {
                        ways.extend(found.default.filter(open));
                    }
                    if !ways.is_empty() {
                        all.push(ways);
                    }
                }
                all
            }
        }
    }

    /// 13.4.3: a token waits for each other that can come by an empty way, unless that can come by a full one.
    pub fn inclusive_goes(&self, game: &Game, join: NodeIndex) -> bool {
        let incoming = &self.model.nodes[join].incoming;
        let full = |flow: &usize| game.flows.contains(flow);
        if !incoming.iter().any(full) {
            return false;
        }
        // An event that interrupts takes the token along; another begins one beside it.
        let takes_along = |event: &NodeIndex| {
            matches!(self.model.nodes[*event].kind, NodeKind::Boundary { interrupting: true, .. })
        };
        let reaches = |from: Vec<usize>, edges: bool| -> BTreeSet<usize> {
            let (mut seen, mut left) = (BTreeSet::new(), from);
            while let Some(flow) = left.pop() {
                if !seen.insert(flow) || self.model.flows[flow].to == join {
                    continue;
                }
                let to = &self.model.nodes[self.model.flows[flow].to];
                left.extend(&to.outgoing);
                let events = to.boundary.iter().filter(|event| edges || takes_along(event));
                left.extend(events.flat_map(|event| &self.model.nodes[*event].outgoing));
            }
            seen
        };
        let waits_for = |flows: Vec<usize>, beside: Vec<usize>| {
            let anyhow = reaches(flows.iter().copied().chain(beside).collect(), true);
            let along = reaches(flows, false);
            incoming.iter().any(|flow| !full(flow) && anyhow.contains(flow))
                && !incoming.iter().any(|flow| full(flow) && along.contains(flow))
        };
        let on_flows = game.flows.iter().filter(|flow| !incoming.contains(flow));
        let returning = |(event, _): &(NodeIndex, Vec<NodeIndex>)| {
            waits_for(self.model.nodes[*event].outgoing.clone(), Vec::new())
        };
        !on_flows.clone().any(|flow| waits_for(vec![*flow], Vec::new()))
            && !game.returning.iter().any(returning)
            && !game.active.iter().any(|(node, come)| {
                let node = &self.model.nodes[*node];
                let may_come = node.boundary.iter().filter(|event| !come.contains(event));
                let (along, beside): (Vec<NodeIndex>, Vec<NodeIndex>) =
                    may_come.partition(|event| takes_along(event));
                let out = |event: &NodeIndex| self.model.nodes[*event].outgoing.clone();
                let along = node.outgoing.iter().copied().chain(along.iter().flat_map(out)).collect();
                waits_for(along, beside.iter().flat_map(out).collect())
            })
    }

    /// What may follow; the joins that were passed are noted.
    pub fn moves(&self, game: &Game, passed: &mut BTreeSet<String>) -> Vec<(Move, Game)> {
        let mut found = self.own_moves(game, passed);
        for (place, (node, inside)) in game.inner.iter().enumerate() {
            let handler = self.handlers.iter().find(|handler| handler.node == *node).expect("it is known");
            // Beside the rest, what can be returned is what was done in the scope around.
            let mut lent = inside.clone();
            if !handler.interrupting {
                lent.done.clone_from(&game.done);
            }
            for (how, mut next) in handler.rules.moves(&lent, passed) {
                let mut after = game.clone();
                if !handler.interrupting && !next.is_over() {
                    after.done = std::mem::take(&mut next.done);
                }
                after.inner.remove(place);
                if !next.is_over() {
                    after.inner.push((*node, next));
                    after.inner.sort();
                }
                if after.is_over() {
                    after.done.clear();
                }
                found.push((how, after));
            }
        }
        for handler in &self.handlers {
            let raised = matches!(handler.trigger, Trigger::Error { .. } | Trigger::Escalation { .. });
            let running = game.inner.iter().filter(|(node, _)| *node == handler.node).count();
            let room = handler.interrupting || running < self.many;
            if !raised && room && !game.is_over() && !game.cut && !game.come.contains(&handler.start) {
                found.push((Move::Came(handler.node, handler.start), handler.begin(game)));
            }
        }
        found
    }

    /// What is thrown in the scope begins what catches it there, by its code or, where none is named, any.
    fn thrown(&self, game: Game, trigger: &Trigger) -> Game {
        let any = match trigger {
            Trigger::Error { .. } => Trigger::Error { code: None },
            _ => Trigger::Escalation { code: None },
        };
        let catches = |wanted: &Trigger| self.handlers.iter().find(|handler| handler.trigger == *wanted);
        match catches(trigger).or_else(|| catches(&any)).filter(|_| !game.cut) {
            Some(handler) => handler.begin(&game),
            None if matches!(trigger, Trigger::Error { .. }) => Game::default(),
            None => game,
        }
    }

    /// The same of what lies on flows and in activities of the scope itself.
    pub(super) fn own_moves(&self, game: &Game, passed: &mut BTreeSet<String>) -> Vec<(Move, Game)> {
        let mut found = Vec::new();
        for node in self.nodes.iter().copied() {
            let what = &self.model.nodes[node];
            let full: Vec<usize> =
                what.incoming.iter().copied().filter(|flow| game.flows.contains(flow)).collect();
            if full.is_empty() {
                continue;
            }
            let mut leave = |used: &[usize]| {
                let rest = Self::without(game, used);
                let ways = self.ways(node, &rest.taken);
                found.extend(ways.iter().map(|ways| (Move::Silent, self.after(&rest, ways))));
            };
            match &what.kind {
                NodeKind::Gateway(Gateway::Parallel) => {
                    if full.len() == what.incoming.len() {
                        passed.insert(what.id.clone());
                        leave(&full);
                    }
                }
                NodeKind::Gateway(Gateway::Inclusive) => {
                    if self.inclusive_goes(game, node) {
                        passed.insert(what.id.clone());
                        leave(&full);
                    }
                }
                NodeKind::Throw(Some(Trigger::Compensation { of }))
                | NodeKind::End(End::Throw(Trigger::Compensation { of })) => {
                    for flow in &full {
                        let rest = Self::without(game, &[*flow]);
                        found.extend(
                            self.begin_return(rest, node, of.as_deref()).map(|next| (Move::Silent, next)),
                        );
                    }
                }
                NodeKind::Gateway(Gateway::Exclusive) | NodeKind::Throw(_) | NodeKind::Link { .. } => {
                    full.iter().for_each(|flow| leave(&[*flow]));
                }
                NodeKind::End(End::Plain) => {
                    found.extend(full.iter().map(|flow| (Move::Silent, Self::without(game, &[*flow]))));
                }
                NodeKind::End(End::Throw(trigger)) => {
                    let ended = full.iter().map(|flow| Self::without(game, &[*flow]));
                    found.extend(ended.map(|after| (Move::Silent, self.thrown(after, trigger))));
                }
                NodeKind::End(End::Error { code }) => {
                    let raised = Trigger::Error { code: Some(code.clone()) };
                    let ended = full.iter().map(|flow| Self::without(game, &[*flow]));
                    found.extend(ended.map(|after| (Move::Silent, self.thrown(after, &raised))));
                }
                NodeKind::End(_) => found.push((Move::Silent, Game::default())),
                _ => {
                    for flow in &full {
                        let mut next = Self::without(game, &[*flow]);
                        next.active.push((node, BTreeSet::new()));
                        next.active.sort();
                        found.push((Move::Silent, next));
                    }
                }
            }
        }
        for (place, (node, come)) in game.active.iter().enumerate() {
            let mut rest = game.clone();
            rest.active.remove(place);
            if let NodeKind::Gateway(Gateway::EventBased) = self.model.nodes[*node].kind {
                for flow in &self.model.nodes[*node].outgoing {
                    let event = self.model.flows[*flow].to;
                    let ways = &self.model.nodes[event].outgoing;
                    found.push((Move::Came(*node, event), self.after(&rest, ways)));
                }
                continue;
            }
            if let Some(place) = rest.returning.iter().position(|(_, by)| by.last() == Some(node)) {
                rest.returning[place].1.pop();
                let next = self.go_on_returning(rest, place);
                found.extend(next.map(|next| (Move::Done(*node), next)));
                continue;
            }
            let mut left = rest.clone();
            left.done.extend(self.by_what(*node).map(|_| *node));
            let ways = self.ways(*node, &left.taken);
            found.extend(ways.iter().map(|ways| (Move::Done(*node), self.after(&left, ways))));
            for event in self.model.nodes[*node].boundary.iter().filter(|event| !come.contains(event)) {
                let ways = &self.model.nodes[*event].outgoing;
                let happens = Move::Came(*node, *event);
                if let NodeKind::Boundary { interrupting: true, .. } = self.model.nodes[*event].kind {
                    found.push((happens, self.after(&rest, ways)));
                } else {
                    let mut stays = game.clone();
                    if !self.comes_again(*event) {
                        stays.active[place].1.insert(*event);
                    }
                    found.push((happens, self.after(&stays, ways)));
                }
            }
        }
        for (_, next) in found.iter_mut().filter(|(_, next)| next.is_over()) {
            next.done.clear();
            next.taken = Taken::default();
        }
        found
    }
}

impl Handler<'_> {
    /// It begins; if it interrupts, all else in the scope ends.
    fn begin(&self, game: &Game) -> Game {
        let mut after = if self.interrupting { Game::default() } else { game.clone() };
        after.cut |= self.interrupting;
        if let Trigger::Timer(_) = self.trigger {
            after.come.insert(self.start);
        }
        let mut inside = self.rules.begin();
        // What was done before can still be returned, by nothing else than what goes on now.
        if self.interrupting {
            inside.done = self.rules.returnable(game);
        }
        if !inside.is_over() {
            after.inner.push((self.node, inside));
            after.inner.sort();
        }
        if after.is_over() {
            after.done.clear();
        }
        after
    }
}

pub fn rules(model: &Model) -> Rules<'_> {
    rules_of(model, model.main().unwrap(), 1)
}

/// The same token by token, and several of one event sub-process at once.
pub fn each(model: &Model) -> Rules<'_> {
    fn alone(rules: Rules<'_>) -> Rules<'_> {
        let handlers = rules.handlers.into_iter();
        let handlers = handlers.map(|handler| Handler { rules: alone(handler.rules), ..handler }).collect();
        Rules { beside: BTreeMap::new(), handlers, ..rules }
    }
    alone(rules_of(model, model.main().unwrap(), 2))
}

pub fn rules_of(model: &Model, scope: ScopeIndex, many: usize) -> Rules<'_> {
    let all = model.scopes[scope].nodes.iter().copied();
    let (handled, nodes): (Vec<NodeIndex>, Vec<NodeIndex>) =
        all.partition(|node| matches!(model.nodes[*node].kind, NodeKind::EventSubProcess { .. }));
    let handler = |node: NodeIndex| {
        let NodeKind::EventSubProcess { scope, interrupting } = model.nodes[node].kind else {
            panic!("{node}")
        };
        let starts = model.scopes[scope].nodes.iter();
        let mut begun = starts.filter_map(|start| match &model.nodes[*start].kind {
            NodeKind::Start(Some(trigger)) => Some((*start, trigger.clone())),
            _ => None,
        });
        let (start, trigger) = begun.next().expect("something begins it");
        Handler { node, start, trigger, interrupting, rules: rules_of(model, scope, many) }
    };
    let handlers = handled.into_iter().map(handler).collect();
    let mut rules = Rules { model, nodes, beside: BTreeMap::new(), handlers, many };
    for node in &rules.nodes {
        let event = matches!(model.nodes[*node].kind, NodeKind::Boundary { interrupting: false, .. });
        // Where some are taken at once.
        let parts = event || rules.ways(*node, &Taken::default()).iter().any(|ways| ways.len() > 1);
        let flows = if parts { model.nodes[*node].outgoing.clone() } else { Vec::new() };
        for bits in 1..1u32 << flows.len() {
            let some: Vec<usize> =
                (0..flows.len()).filter(|n| bits >> n & 1 == 1).map(|n| flows[n]).collect();
            if let Some(nodes) = beside(model, *node, &some) {
                for flow in &some {
                    rules.beside.entry(*flow).or_insert((some.clone(), nodes.clone()));
                }
            }
        }
    }
    rules
}

/// What some of the flows out of a node lead to, if nothing else does and nothing of it ends the rest.
fn beside(model: &Model, from: NodeIndex, flows: &[usize]) -> Option<BTreeSet<NodeIndex>> {
    let mut left: Vec<NodeIndex> = flows.iter().map(|flow| model.flows[*flow].to).collect();
    let mut nodes = BTreeSet::new();
    while let Some(node) = left.pop() {
        match &model.nodes[node].kind {
            NodeKind::End(End::Plain | End::Throw(_)) => continue,
            NodeKind::End(_) => return None,
            _ => {}
        }
        if nodes.insert(node) {
            left.extend(model.nodes[node].outgoing.iter().map(|flow| model.flows[*flow].to));
            left.extend(&model.nodes[node].boundary);
        }
    }
    let enters = |node: &NodeIndex| {
        let from_within = |other: &usize| flows.contains(other) || nodes.contains(&model.flows[*other].from);
        !model.nodes[*node].incoming.iter().all(from_within)
    };
    (!nodes.contains(&from) && !nodes.iter().any(enters)).then_some(nodes)
}
