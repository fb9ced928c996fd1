//! Moving tokens by what happens, until everything waits again.

use super::wait::{awaited, interrupts, trigger_of};
use super::{Advance, Due, EngineInput, Happened, Happening, Marking, Misfit, Moved, State, Token};
use crate::model::{End, FlowIndex, Gateway, Model, NodeIndex, NodeKind, ScopeIndex, TimerTrigger, Trigger};
use std::collections::{BTreeSet, HashMap, HashSet, VecDeque};

/// Elements entered by one happening, at least; more where more is drawn.
const STEPS_MAX: usize = 10_000;
/// Places one process stands at once.
pub(crate) const TOKENS_MAX: usize = 2_000;

/// What happens, on a marking of a model: the marking after it and what became due, or why it cannot happen.
pub fn advance(
    model: &Model,
    before: &Marking,
    happening: &Happening,
    world: EngineInput,
) -> Result<Advance, Misfit> {
    let mut machine = Machine::on(model, before, world);
    machine.all(happening)?;
    Ok(machine.advance())
}

/// The same where each condition has to say yes or no. Of what moved only what was passed is told: a run keeps no record.
pub(crate) fn attempt(
    model: &Model,
    before: Marking,
    happening: &Happening,
    world: EngineInput,
) -> Result<Attempt, Refused> {
    let mut machine = Machine { certain: true, ..Machine::from(model, before, Marking::default(), world) };
    let went = machine.all(happening);
    let (taken, steps) = (std::mem::take(&mut machine.taken), machine.steps);
    machine.settle_down();
    let passed = machine.moved.iter_mut().flat_map(|moved| std::mem::take(&mut moved.passed)).collect();
    match went {
        Ok(()) => {
            let Advance { marking, due, .. } = machine.advance();
            Ok(Attempt { marking, passed, due, taken, steps })
        }
        Err(misfit) => Err(Refused { misfit, passed, marking: Box::new(machine.marking) }),
    }
}

/// What came of a happening in a run.
pub(crate) struct Attempt {
    pub marking: Marking,
    /// Elements passed or entered, in order.
    pub passed: Vec<String>,
    pub due: Vec<Due>,
    /// The ways taken.
    pub taken: BTreeSet<FlowIndex>,
    /// Elements looked at.
    pub steps: u32,
}

/// What could not go on, and how far it went until then.
pub(crate) struct Refused {
    pub misfit: Misfit,
    pub passed: Vec<String>,
    pub marking: Box<Marking>,
}

impl<'a> Machine<'a> {
    fn on(model: &'a Model, before: &Marking, world: EngineInput<'a>) -> Machine<'a> {
        Machine::from(model, before.clone(), before.clone(), world)
    }

    fn from(model: &'a Model, marking: Marking, stood: Marking, world: EngineInput<'a>) -> Machine<'a> {
        Machine {
            model,
            world,
            certain: false,
            taken: BTreeSet::new(),
            held: HashMap::new(),
            marking,
            stood,
            moved: Vec::new(),
            passed: Vec::new(),
            due: Vec::new(),
            flowing: VecDeque::new(),
            cut: Vec::new(),
            steps: 0,
            ended_at: None,
        }
    }

    fn all(&mut self, happening: &Happening) -> Result<(), Misfit> {
        self.happen(happening)?;
        self.settle()?;
        self.look()
    }

    fn advance(self) -> Advance {
        let Machine { marking, moved, mut due, ended_at, .. } = self;
        due.retain(|due| match due {
            Due::Work { token } | Due::Timer { token, .. } => marking.token(*token).is_some(),
            _ => true,
        });
        if let (true, Some(at)) = (marking.has_ended(), ended_at) {
            due.push(Due::Ended { at });
        }
        Advance { marking, moved, due }
    }
}

pub(super) struct Machine<'a> {
    pub model: &'a Model,
    pub world: EngineInput<'a>,
    /// A condition that says neither yes nor no is not taken for a no.
    pub(super) certain: bool,
    taken: BTreeSet<FlowIndex>,
    /// Whether conditions that are waited for hold, by the event and the token of its scope, until a rule works out
    /// something new.
    pub(super) held: HashMap<(NodeIndex, u32), bool>,
    pub marking: Marking,
    /// Where it stood when the last movement was complete; of no meaning in a run that keeps no record.
    stood: Marking,
    moved: Vec<Moved>,
    pub(super) passed: Vec<NodeIndex>,
    pub(super) due: Vec<Due>,
    /// On their way: a flow, and the token of the scope it lies in.
    pub(super) flowing: VecDeque<(FlowIndex, u32)>,
    /// Tokens whose inside was ended, in order.
    cut: Vec<u32>,
    steps: u32,
    pub(super) ended_at: Option<String>,
}

impl Machine<'_> {
    fn happen(&mut self, happening: &Happening) -> Result<(), Misfit> {
        match happening {
            Happening::Start => {
                let main = self.model.main().ok_or(Misfit::CannotStart)?;
                if self.marking.last > 0 {
                    return Err(Misfit::CannotStart);
                }
                self.begin(main, 0)
            }
            Happening::Done { token } => {
                let token = self.waiting(*token)?;
                match self.model.nodes[self.place(&token)?].kind {
                    NodeKind::Task(_) => self.complete(token),
                    _ => Err(Misfit::NotWaiting),
                }
            }
            Happening::Failed { token, code } => {
                let token = self.waiting(*token)?;
                match self.model.nodes[self.place(&token)?].kind {
                    NodeKind::Task(_) => self.fail(&token, code),
                    _ => Err(Misfit::NotWaiting),
                }
            }
            Happening::Came { token, event } => {
                let token = self.marking.token(*token).cloned().ok_or(Misfit::NotWaiting)?;
                let event = self.model.index(event).ok_or(Misfit::NotWaiting)?;
                let waits = self.awaited(&token)?.contains(&event);
                match (waits, trigger_of(&self.model.nodes[event].kind)) {
                    (true, Some(Trigger::Timer(_) | Trigger::Message { .. } | Trigger::Condition { .. })) => {
                        self.occur(&token, event)
                    }
                    _ => Err(Misfit::NotWaiting),
                }
            }
            Happening::Message { name } => {
                let wanted =
                    |trigger: &Trigger| matches!(trigger, Trigger::Message { name: own } if own == name);
                let (token, event) = self.first_waiting(wanted)?.ok_or(Misfit::NotWaiting)?;
                self.occur(&token, event)
            }
            Happening::Signal { name } => match self.signal(name)? {
                0 => Err(Misfit::NotWaiting),
                _ => Ok(()),
            },
            Happening::Looked => Ok(()),
        }
    }

    /// Lets everything flow until all tokens wait.
    pub(super) fn settle(&mut self) -> Result<(), Misfit> {
        loop {
            while let Some((flow, within)) = self.flowing.pop_front() {
                self.arrive(flow, within)?;
            }
            if !self.join_one()? && !self.close_one()? {
                return Ok(());
            }
        }
    }

    /// Ends a movement: what comes now has more causes than what came before.
    pub(super) fn settle_down(&mut self) {
        let passed = std::mem::take(&mut self.passed);
        let passed = passed.into_iter().map(|node| self.model.nodes[node].id.clone()).collect();
        if self.certain {
            self.moved.push(Moved { passed, ..Moved::default() });
            return;
        }
        let moved = self.stood.difference(&self.marking, passed);
        if !moved.is_empty() {
            self.moved.push(moved);
        }
        self.stood = self.marking.clone();
    }

    pub(super) fn spend(&mut self) -> Result<(), Misfit> {
        self.steps += 1;
        // What is entered once by each flow comes to an end.
        let drawn = self.model.nodes.len() + self.model.flows.len();
        if self.steps as usize > STEPS_MAX.max(4 * drawn) { Err(Misfit::Endless) } else { Ok(()) }
    }

    pub(super) fn awaited(&self, token: &Token) -> Result<Vec<NodeIndex>, Misfit> {
        Ok(awaited(self.model, &self.marking, token, self.place(token)?))
    }

    pub(super) fn place(&self, token: &Token) -> Result<NodeIndex, Misfit> {
        self.model.index(&token.at).ok_or(Misfit::NotWaiting)
    }

    pub(super) fn waiting(&self, id: u32) -> Result<Token, Misfit> {
        let token = self.marking.token(id).filter(|token| token.state == State::Waiting);
        token.cloned().ok_or(Misfit::NotWaiting)
    }

    /// A scope begins: at its start event, or where nothing leads to.
    pub(super) fn begin(&mut self, scope: ScopeIndex, within: u32) -> Result<(), Misfit> {
        let entries = self.model.entries(scope);
        let plain = |index: &&NodeIndex| matches!(self.model.nodes[**index].kind, NodeKind::Start(None));
        let starts = |index: &&NodeIndex| matches!(self.model.nodes[**index].kind, NodeKind::Start(_));
        let start = entries.iter().find(plain).or_else(|| entries.iter().find(starts)).copied();
        self.listen(scope, within)?;
        match start {
            Some(start) => {
                self.passed.push(start);
                self.leave(start, within)
            }
            None if entries.is_empty() => Err(Misfit::CannotStart),
            None => entries.into_iter().try_for_each(|entry| self.enter(entry, within)),
        }
    }

    fn arrive(&mut self, flow: FlowIndex, within: u32) -> Result<(), Misfit> {
        self.spend()?;
        let node = self.model.flows[flow].to;
        let joins = self.model.nodes[node].incoming.len() > 1;
        match self.model.nodes[node].kind {
            NodeKind::Gateway(Gateway::Parallel | Gateway::Inclusive) if joins => {
                self.put(node, within, State::Arrived { by: self.model.flows[flow].id.clone() }).map(|_| ())
            }
            _ => self.enter(node, within),
        }
    }

    /// Takes one token from each way in that has one.
    pub(super) fn join(&mut self, node: NodeIndex, within: u32) -> Result<(), Misfit> {
        self.spend()?;
        // Of each way the first that came.
        let mut first: HashMap<&str, u32> = HashMap::new();
        for token in self.marking.tokens.iter().filter(|token| self.stands_at(token, node, within)) {
            if let State::Arrived { by } = &token.state {
                first.entry(by).or_insert(token.id);
            }
        }
        let ids = self.model.nodes[node].incoming.iter().map(|flow| self.model.flows[*flow].id.as_str());
        let found: HashSet<u32> = ids.filter_map(|id| first.get(id).copied()).collect();
        self.settle_down();
        self.marking.tokens.retain(|token| !found.contains(&token.id));
        self.passed.push(node);
        self.leave(node, within)
    }

    fn stands_at(&self, token: &Token, node: NodeIndex, within: u32) -> bool {
        token.within == within && token.at == self.model.nodes[node].id
    }

    fn enter(&mut self, node: NodeIndex, within: u32) -> Result<(), Misfit> {
        self.spend()?;
        let model = self.model;
        match &model.nodes[node].kind {
            NodeKind::Task(_) | NodeKind::SubProcess(_) | NodeKind::Call { .. } => {
                self.enter_activity(node, within)
            }
            NodeKind::Gateway(Gateway::EventBased) | NodeKind::Catch(_) => {
                self.passed.push(node);
                self.put(node, within, State::Waiting).map(|_| ())
            }
            NodeKind::Link { .. } if model.nodes[node].is_loose_link() => {
                Err(Misfit::NotExecutable { at: model.nodes[node].id.clone() })
            }
            NodeKind::Gateway(_) | NodeKind::Link { .. } => {
                self.passed.push(node);
                self.leave(node, within)
            }
            NodeKind::Throw(Some(Trigger::Compensation { of }))
            | NodeKind::End(End::Throw(Trigger::Compensation { of })) => {
                self.passed.push(node);
                self.compensate(node, of.as_deref(), within)
            }
            NodeKind::Throw(trigger) => {
                self.passed.push(node);
                let cut = self.cut.len();
                if let Some(trigger) = trigger {
                    self.send(node, trigger, within)?;
                }
                // What it brought about may have ended all that it lies in.
                if self.cut[cut..].contains(&within) { Ok(()) } else { self.leave(node, within) }
            }
            NodeKind::End(end) => {
                self.passed.push(node);
                self.ended_at = Some(model.nodes[node].id.clone());
                match end {
                    End::Plain => Ok(()),
                    End::Terminate => {
                        self.cancel_inside(within);
                        Ok(())
                    }
                    End::Error { code } => self.raise(code, within),
                    End::Throw(trigger) => self.send(node, trigger, within),
                }
            }
            NodeKind::Start(_)
            | NodeKind::Boundary { .. }
            | NodeKind::EventSubProcess { .. }
            | NodeKind::Compensation { .. }
            | NodeKind::Unsupported => Err(Misfit::NotExecutable { at: model.nodes[node].id.clone() }),
        }
    }

    pub(super) fn token(&self, node: NodeIndex, within: u32, state: State) -> Token {
        let at = self.model.nodes[node].id.clone();
        Token {
            id: self.marking.last,
            at,
            within,
            state,
            happened: Happened::default(),
            held: BTreeSet::new(),
            item: None,
            round: 0,
        }
    }

    /// A new token, and the timers it sets.
    pub(super) fn put(&mut self, node: NodeIndex, within: u32, state: State) -> Result<u32, Misfit> {
        if self.marking.tokens.len() >= TOKENS_MAX {
            return Err(Misfit::TooMany { at: self.model.nodes[node].id.clone() });
        }
        self.marking.last += 1;
        let token = self.token(node, within, state);
        for event in self.awaited(&token)? {
            if let Some(Trigger::Timer(timer)) = trigger_of(&self.model.nodes[event].kind) {
                let (event, timer) = (self.model.nodes[event].id.clone(), timer.clone());
                self.due.push(Due::Timer { token: token.id, event, timer });
            }
        }
        let id = token.id;
        self.marking.tokens.push(token);
        Ok(id)
    }

    /// An event a token waits for, or on its edge, happens.
    pub(super) fn occur(&mut self, token: &Token, event: NodeIndex) -> Result<(), Misfit> {
        let model = self.model;
        // What is waited for where it is drawn was entered before.
        if model.nodes[event].id != token.at {
            self.passed.push(event);
        }
        if let NodeKind::Start(_) = model.nodes[event].kind {
            return self.begin_beside(token, event);
        }
        if interrupts(model, event) {
            self.cancel(token.id);
        } else {
            self.note(token.id, event)?;
        }
        self.leave(event, token.within)
    }

    /// An event happened to a token that stays; where it can come again at a time, that is due.
    pub(super) fn note(&mut self, id: u32, event: NodeIndex) -> Result<(), Misfit> {
        let model = self.model;
        let Some(own) = self.marking.tokens.iter_mut().find(|own| own.id == id) else { return Ok(()) };
        own.happened.note(&model.nodes[event].id);
        let Some(Trigger::Timer(timer @ TimerTrigger::Every { .. })) = trigger_of(&model.nodes[event].kind)
        else {
            return Ok(());
        };
        let own = own.clone();
        if self.awaited(&own)?.contains(&event) {
            let (event, timer) = (model.nodes[event].id.clone(), timer.clone());
            self.due.push(Due::Timer { token: id, event, timer });
        }
        Ok(())
    }

    fn first_waiting(&self, wanted: impl Fn(&Trigger) -> bool) -> Result<Option<(Token, NodeIndex)>, Misfit> {
        for token in &self.marking.tokens {
            for event in self.awaited(token)? {
                if trigger_of(&self.model.nodes[event].kind).is_some_and(&wanted) {
                    return Ok(Some((token.clone(), event)));
                }
            }
        }
        Ok(None)
    }

    pub(super) fn send(&mut self, node: NodeIndex, trigger: &Trigger, within: u32) -> Result<(), Misfit> {
        if let Trigger::Escalation { code } = trigger {
            return self.escalate(code.as_deref().unwrap_or_default(), within);
        }
        self.due.push(Due::Sent { event: self.model.nodes[node].id.clone(), trigger: trigger.clone() });
        match trigger {
            Trigger::Signal { name } => self.signal(name).map(|_| ()),
            _ => Ok(()),
        }
    }

    /// All that wait for a signal as it is given get it.
    fn signal(&mut self, name: &str) -> Result<usize, Misfit> {
        let wanted = |trigger: &Trigger| matches!(trigger, Trigger::Signal { name: own } if own == name);
        let mut waiting = Vec::new();
        for token in &self.marking.tokens {
            for event in self.awaited(token)? {
                if trigger_of(&self.model.nodes[event].kind).is_some_and(wanted) {
                    waiting.push((token.id, event));
                }
            }
        }
        for (token, event) in &waiting {
            // Another that got it may have taken this one away.
            if let Some(token) = self.marking.token(*token).cloned() {
                self.spend()?;
                self.occur(&token, *event)?;
            }
        }
        Ok(waiting.len())
    }

    /// On by every way that is open.
    pub(super) fn leave(&mut self, node: NodeIndex, within: u32) -> Result<(), Misfit> {
        if self.model.nodes[node].outgoing.is_empty() {
            self.ended_at = Some(self.model.nodes[node].id.clone());
            return Ok(());
        }
        for flow in self.ways(node, within)? {
            let found = &self.model.flows[flow];
            if found.at_most.is_some() {
                *self.marking.taken.entry(counted(&found.id, within)).or_default() += 1;
            }
            self.taken.insert(flow);
            self.flowing.push_back((flow, within));
        }
        Ok(())
    }

    pub(super) fn remove(&mut self, id: u32) {
        self.marking.tokens.retain(|token| token.id != id);
    }

    /// A token goes, with all inside of it.
    pub(super) fn cancel(&mut self, id: u32) {
        self.remove(id);
        self.cancel_inside(id);
    }

    pub(super) fn cancel_inside(&mut self, within: u32) {
        self.end_inside(within);
        self.forget_inside(within);
    }

    /// All that goes on inside ends; what was done there before can still be returned.
    pub(super) fn end_inside(&mut self, within: u32) {
        let mut gone = vec![within];
        while let Some(outer) = gone.pop() {
            self.cut.push(outer);
            if outer != within {
                self.forget_inside(outer);
            }
            self.flowing.retain(|(_, within)| *within != outer);
            self.marking.tokens.retain(|token| {
                let inside = token.within == outer;
                if inside {
                    gone.push(token.id);
                }
                !inside
            });
        }
    }
}

/// Under what the times a flow was taken are counted: once for each life of its scope.
pub(super) fn counted(flow: &str, within: u32) -> String {
    if within == 0 { flow.to_string() } else { format!("{flow}@{within}") }
}
