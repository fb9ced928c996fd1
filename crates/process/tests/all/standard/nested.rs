//! Scopes inside scopes: sub-processes, errors that leave them, ends that end one of them, steps repeated or done for each of
//! several, messages, signals and times. The same game, in each scope for itself.

use super::drawings::Dice;
use super::game::{Game, Rules, Taken, rules_of};
use super::kinds_of;
use super::nested_drawings::{drawing, thrown};
use super::nested_told::{never_come_to, passed_over, unreached, waits_for_no_error};
use crate::common::file;
use process::{
    End, EngineInput, Gateway, Happening, Marking, Model, Names, NodeIndex, NodeKind, Over, Repeats, State,
    Trigger, Trouble, advance, check, read, waits,
};
use std::collections::{BTreeMap, BTreeSet};

/// What is done for each of several is done for two.
const SEVERAL: usize = 2;

/// A scope that runs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Inside {
    pub scope: usize,
    pub flows: Vec<usize>,
    pub active: Vec<Active>,
    pub taken: Taken,
}

/// An activity that runs, or an event that is waited for: once, or for each of several.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Active {
    pub node: NodeIndex,
    come: BTreeSet<NodeIndex>,
    round: u32,
    /// What is done: by people, or inside.
    pub parts: Vec<Option<Inside>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NestedStep {
    /// By itself.
    Silent,
    Done(NodeIndex),
    Came(NodeIndex),
}

/// How a scope stands after a step.
pub enum NestedNext {
    Stays(Inside),
    /// An error leaves it.
    Raised(String),
    /// An escalation of this code leaves it, which stays as it is then.
    Thrown(String, Inside),
}

pub struct Standard<'a> {
    pub model: &'a Model,
    pub scopes: Vec<Rules<'a>>,
}

impl<'a> Standard<'a> {
    /// Each scope is played flat, without events that begin something beside it.
    fn of(model: &'a Model) -> Standard<'a> {
        Standard { model, scopes: (0..model.scopes.len()).map(|scope| rules_of(model, scope, 1)).collect() }
    }

    /// The same token by token: what goes on beside the rest may run several times at once.
    fn each(model: &'a Model) -> Standard<'a> {
        let alone = |rules: Rules<'a>| Rules { beside: BTreeMap::new(), ..rules };
        Standard { scopes: Standard::of(model).scopes.into_iter().map(alone).collect(), model }
    }

    pub fn begin(&self, scope: usize) -> Inside {
        let starts = |node: &&NodeIndex| matches!(self.model.nodes[**node].kind, NodeKind::Start(_));
        let start = self.model.scopes[scope].nodes.iter().find(starts).expect("it starts");
        let flows = self.model.nodes[*start].outgoing.clone();
        Inside { scope, flows, ..Inside::default() }
    }

    fn part(&self, node: NodeIndex) -> Option<Inside> {
        match self.model.nodes[node].kind {
            NodeKind::SubProcess(scope) => Some(self.begin(scope)),
            _ => None,
        }
    }

    fn begun(&self, node: NodeIndex, round: u32) -> Active {
        let several = match &self.model.nodes[node].repeats {
            Repeats::Each { over: Over::List(_) | Over::Count(_), .. } => SEVERAL,
            _ => 1,
        };
        Active { node, come: BTreeSet::new(), round, parts: vec![self.part(node); several] }
    }

    /// A scope as a game without what lies inside of its activities.
    fn flat(inside: &Inside) -> Game {
        let active = inside.active.iter().map(|active| (active.node, active.come.clone())).collect();
        Game { flows: inside.flows.clone(), active, taken: inside.taken.clone(), ..Game::default() }
    }

    fn with(&self, inside: &Inside, flows: &[usize]) -> Inside {
        let mut next = inside.clone();
        next.taken.note(self.model, flows);
        let active: BTreeSet<NodeIndex> = next.active.iter().map(|active| active.node).collect();
        let new = self.scopes[inside.scope].new_beside(&next.flows, &active, flows);
        next.flows.extend(new);
        next.flows.sort();
        next.active.sort();
        next
    }

    fn without(inside: &Inside, flows: &[usize]) -> Inside {
        let mut next = inside.clone();
        for flow in flows {
            let place = next.flows.iter().position(|other| other == flow).expect("it is there");
            next.flows.remove(place);
        }
        next
    }

    /// What may follow in a scope and inside of what runs in it.
    pub fn steps(&self, inside: &Inside, passed: &mut BTreeSet<String>) -> Vec<(NestedStep, NestedNext)> {
        let rules = &self.scopes[inside.scope];
        let mut found = Vec::new();
        for node in rules.nodes.iter().copied() {
            let what = &self.model.nodes[node];
            let full: Vec<usize> =
                what.incoming.iter().copied().filter(|flow| inside.flows.contains(flow)).collect();
            if full.is_empty() {
                continue;
            }
            let leave = |used: &[usize], found: &mut Vec<(NestedStep, NestedNext)>| {
                let rest = Self::without(inside, used);
                let ways = rules.ways(node, &inside.taken).into_iter();
                found.extend(
                    ways.map(|ways| (NestedStep::Silent, NestedNext::Stays(self.with(&rest, &ways)))),
                );
            };
            match &what.kind {
                NodeKind::Gateway(Gateway::Parallel) if full.len() < what.incoming.len() => {}
                NodeKind::Gateway(Gateway::Inclusive) if !rules.inclusive_goes(&Self::flat(inside), node) => {
                }
                NodeKind::Gateway(Gateway::Parallel | Gateway::Inclusive) => {
                    passed.insert(what.id.clone());
                    leave(&full, &mut found);
                }
                NodeKind::Throw(Some(Trigger::Escalation { code })) => {
                    for flow in &full {
                        let rest = Self::without(inside, &[*flow]);
                        let ways =
                            rules.ways(node, &inside.taken).into_iter().map(|ways| self.with(&rest, &ways));
                        let code = code.clone().unwrap_or_default();
                        found.extend(
                            ways.map(|next| (NestedStep::Silent, NestedNext::Thrown(code.clone(), next))),
                        );
                    }
                }
                NodeKind::End(End::Throw(Trigger::Escalation { code })) => {
                    let rest = Self::without(inside, &full[..1]);
                    found.push((
                        NestedStep::Silent,
                        NestedNext::Thrown(code.clone().unwrap_or_default(), rest),
                    ));
                }
                NodeKind::Gateway(Gateway::Exclusive) | NodeKind::Throw(_) => {
                    full.iter().for_each(|flow| leave(&[*flow], &mut found));
                }
                NodeKind::End(End::Plain) => {
                    let gone = full.iter().map(|flow| NestedNext::Stays(Self::without(inside, &[*flow])));
                    found.extend(gone.map(|next| (NestedStep::Silent, next)));
                }
                NodeKind::End(End::Error { code }) => {
                    found.push((NestedStep::Silent, NestedNext::Raised(code.clone())))
                }
                NodeKind::End(_) => {
                    let over = Inside { scope: inside.scope, ..Inside::default() };
                    found.push((NestedStep::Silent, NestedNext::Stays(over)));
                }
                _ => {
                    for flow in &full {
                        let mut next = Self::without(inside, &[*flow]);
                        next.active.push(self.begun(node, 0));
                        found.push((NestedStep::Silent, NestedNext::Stays(self.with(&next, &[]))));
                    }
                }
            }
        }
        for place in 0..inside.active.len() {
            self.steps_of(inside, place, passed, &mut found);
        }
        found
    }

    fn steps_of(
        &self,
        inside: &Inside,
        place: usize,
        passed: &mut BTreeSet<String>,
        found: &mut Vec<(NestedStep, NestedNext)>,
    ) {
        let active = &inside.active[place];
        let what = &self.model.nodes[active.node];
        let mut rest = inside.clone();
        rest.active.remove(place);
        let leave = |node: NodeIndex| -> Vec<Inside> {
            let ways = self.scopes[inside.scope].ways(node, &inside.taken).into_iter();
            ways.map(|ways| self.with(&rest, &ways)).collect()
        };
        let stays = |active: Active| {
            let mut next = rest.clone();
            next.active.push(active);
            self.with(&next, &[])
        };
        let put = |found: &mut Vec<(NestedStep, NestedNext)>, step: NestedStep, next: Vec<Inside>| {
            found.extend(next.into_iter().map(|next| (step, NestedNext::Stays(next))));
        };
        match &what.kind {
            NodeKind::Catch(_) => return put(found, NestedStep::Came(active.node), leave(active.node)),
            NodeKind::Gateway(Gateway::EventBased) => {
                for flow in &what.outgoing {
                    let event = self.model.flows[*flow].to;
                    put(found, NestedStep::Came(event), leave(event));
                }
                return;
            }
            _ => {}
        }
        // One part is done: the others go on, or it is done once more, or all is.
        let done = |part: usize| {
            let mut others = active.clone();
            others.parts.remove(part);
            if !others.parts.is_empty() {
                return vec![stays(others)];
            }
            let mut next = leave(active.node);
            if let Repeats::While { at_most, .. } = what.repeats
                && at_most.is_none_or(|most| active.round + 1 < most)
            {
                next.push(stays(self.begun(active.node, active.round + 1)));
            }
            next
        };
        let caught = |code: &str, error: bool| {
            what.boundary.iter().copied().find(|event| match &self.model.nodes[*event].kind {
                NodeKind::Boundary { trigger: Trigger::Error { code: own }, .. } if error => {
                    own.as_ref().is_none_or(|own| own == code)
                }
                NodeKind::Boundary { trigger: Trigger::Escalation { code: own }, .. } if !error => {
                    own.as_ref().is_none_or(|own| own == code)
                }
                _ => false,
            })
        };
        for (number, part) in active.parts.iter().enumerate() {
            let Some(part) = part else {
                put(found, NestedStep::Done(active.node), done(number));
                continue;
            };
            if part.flows.is_empty() && part.active.is_empty() {
                put(found, NestedStep::Silent, done(number));
                continue;
            }
            for (step, next) in self.steps(part, passed) {
                match next {
                    NestedNext::Stays(next) => {
                        let mut changed = active.clone();
                        changed.parts[number] = Some(next);
                        changed.parts.sort();
                        put(found, step, vec![stays(changed)]);
                    }
                    NestedNext::Raised(code) => match caught(&code, true) {
                        Some(event) => put(found, step, leave(event)),
                        None => found.push((step, NestedNext::Raised(code))),
                    },
                    NestedNext::Thrown(code, next) => {
                        let mut changed = active.clone();
                        changed.parts[number] = Some(next);
                        changed.parts.sort();
                        match caught(&code, false) {
                            Some(event) if self.model.nodes[event].interrupts() => {
                                put(found, step, leave(event));
                            }
                            Some(event) => {
                                let ways = self.scopes[inside.scope].ways(event, &inside.taken).into_iter();
                                let goes_on = stays(changed);
                                put(found, step, ways.map(|ways| self.with(&goes_on, &ways)).collect());
                            }
                            None => found.push((step, NestedNext::Thrown(code, stays(changed)))),
                        }
                    }
                }
            }
        }
        let work = matches!(what.kind, NodeKind::Task(_));
        for event in what.boundary.iter().copied().filter(|event| !active.come.contains(event)) {
            match &self.model.nodes[event].kind {
                // An error comes of work, or of what is inside.
                NodeKind::Boundary { trigger: Trigger::Error { .. }, .. } if !work => {}
                NodeKind::Boundary { trigger: Trigger::Escalation { .. }, .. } => {}
                NodeKind::Boundary { interrupting: true, .. } => {
                    put(found, NestedStep::Came(event), leave(event))
                }
                _ => {
                    let mut changed = active.clone();
                    changed.come.insert(event);
                    let beside = self.scopes[inside.scope].ways(event, &inside.taken).into_iter();
                    let beside = beside.map(|ways| self.with(&stays(changed.clone()), &ways)).collect();
                    put(found, NestedStep::Came(event), beside);
                }
            }
        }
    }

    /// What is being done or waited for, one for each.
    fn waiting(inside: &Inside, found: &mut Vec<NodeIndex>) {
        for active in &inside.active {
            for part in &active.parts {
                match part {
                    None => found.push(active.node),
                    Some(part) => Self::waiting(part, found),
                }
            }
        }
    }

    pub fn next(&self, game: &Inside, passed: &mut BTreeSet<String>) -> Vec<(NestedStep, Inside)> {
        let steps = self.steps(game, passed).into_iter();
        let over = || Inside { scope: game.scope, ..Inside::default() };
        steps
            .map(|(step, next)| match next {
                NestedNext::Stays(next) => (step, next),
                NestedNext::Raised(_) => (step, over()),
                NestedNext::Thrown(_, next) => (step, next),
            })
            .collect()
    }
}

pub(super) fn disagreement(lines: &str) -> Option<String> {
    let model = read(file(lines).as_bytes(), &Names::open()).ok()?;
    if let Some(passed_over) = passed_over(&model) {
        return Some(passed_over);
    }
    let (stuck, twice, other) = kinds_of(&model);
    if other.iter().any(|code| *code != "unreachable") {
        return None;
    }
    // What nothing throws is told, and looked at as if it came.
    if check(&model).findings.iter().any(|it| matches!(it.trouble, Trouble::EscalationNotThrown { .. })) {
        return None;
    }
    if model.nodes.iter().any(|node| waits_for_no_error(&model, node)) {
        return None;
    }
    let standard = Standard::of(&model);
    let verdict = standard.verdict()?;
    let unreached = unreached(&model);
    if let Some(come_to) = unreached.iter().find(|id| verdict.reached.contains(*id)) {
        return Some(format!("the check says that {come_to} is not come to, the standard {verdict:?}"));
    }
    if !other.is_empty() {
        return None;
    }
    if !verdict.ends && verdict.stuck.is_empty() && verdict.twice.is_empty() {
        return None;
    }
    let all: BTreeSet<String> = verdict.stuck.union(&verdict.dead).cloned().collect();
    let (wrong, found) =
        (!all.is_empty() || !verdict.twice.is_empty(), !stuck.is_empty() || !twice.is_empty());
    if wrong != found {
        return Some(format!("the check says {stuck:?} {twice:?}, the standard {verdict:?}"));
    }
    if !wrong && let Some(missed) = never_come_to(&model, &verdict.reached) {
        return Some(format!("the check says nothing of {missed}, which is not come to: {verdict:?}"));
    }
    let each = Standard::each(&model);
    (0..4).find_map(|seed| strays(&each, seed))
}

/// Runs the engine by chance, beside all the standard allows.
fn strays(standard: &Standard, seed: u64) -> Option<String> {
    let model = standard.model;
    let mut dice = Dice((seed + 1).wrapping_mul(0xD1B5_4A32_D192_ED03) | 1);
    let mut marking = Marking::default();
    let mut happening = Happening::Start;
    let mut games = vec![standard.begin(model.main()?)];
    for _ in 0..16 {
        let chosen = super::chosen(model, &mut dice);
        let more = feel::Value::Bool(dice.roll(2) == 0);
        let values: feel::NamedValues = [("more".to_string(), more)].into_iter().collect();
        let world = EngineInput { values: &values, chosen: &chosen };
        let Ok(moved) = advance(model, &marking, &happening, world) else { return None };
        marking = moved.marking;
        let mut waiting: Vec<NodeIndex> = marking
            .tokens
            .iter()
            .filter(|token| token.state == State::Waiting)
            .map(|token| model.index(&token.at).unwrap())
            .collect();
        waiting.sort();
        let arrived =
            marking.tokens.iter().filter(|token| matches!(token.state, State::Arrived { .. })).count();
        let rest = standard.at_rest(games)?;
        let same = |game: &Inside| {
            let mut own = Vec::new();
            Standard::waiting(game, &mut own);
            own.sort();
            own == waiting && flows(game) == arrived
        };
        games = rest.iter().filter(|game| same(game)).cloned().collect();
        if games.is_empty() {
            return Some(format!(
                "after {happening:?} the engine stands at {marking:?}, the standard at {rest:?}"
            ));
        }
        let works = marking.tokens.iter().filter(|token| token.state == State::Waiting);
        let works = works
            .filter(|token| model.node(&token.at).is_some_and(|node| matches!(node.kind, NodeKind::Task(_))));
        let mut all: Vec<(NestedStep, Happening)> = works
            .map(|token| {
                (NestedStep::Done(model.index(&token.at).unwrap()), Happening::Done { token: token.id })
            })
            .collect();
        let awaited = waits(model, &marking);
        let once = |event: &str| awaited.iter().filter(|wait| wait.event == event).count() == 1;
        for wait in awaited.iter().filter(|wait| once(wait.event)) {
            let event = model.index(wait.event).unwrap();
            let happening = match wait.trigger {
                Trigger::Message { name } if dice.roll(2) == 0 && named_once(&awaited, wait.trigger) => {
                    Happening::Message { name: name.clone() }
                }
                Trigger::Signal { name } => Happening::Signal { name: name.clone() },
                _ => Happening::Came { token: wait.token, event: wait.event.to_string() },
            };
            all.push((NestedStep::Came(event), happening));
        }
        for token in marking.tokens.iter().filter(|token| token.state == State::Waiting) {
            let errors = model.node(&token.at)?.boundary.iter().copied();
            for event in errors {
                if let NodeKind::Boundary { trigger: Trigger::Error { code: Some(code) }, .. } =
                    &model.nodes[event].kind
                {
                    all.push((
                        NestedStep::Came(event),
                        Happening::Failed { token: token.id, code: code.clone() },
                    ));
                }
            }
        }
        if all.is_empty() {
            return None;
        }
        let (step, next) = all.swap_remove(dice.roll(all.len()));
        happening = next;
        let moved = games.iter().flat_map(|game| standard.next(game, &mut BTreeSet::new()));
        games = moved.filter(|(other, _)| *other == step).map(|(_, game)| game).collect();
    }
    None
}

fn flows(game: &Inside) -> usize {
    let inside = game.active.iter().flat_map(|active| active.parts.iter().flatten());
    game.flows.len() + inside.map(flows).sum::<usize>()
}

/// Of two that wait for a message of one name the first takes it.
fn named_once(all: &[process::TokenWait], trigger: &Trigger) -> bool {
    all.iter().filter(|wait| wait.trigger == trigger).count() == 1
}

#[test]
fn what_is_thrown_inside_agrees_with_the_standard() {
    let (sound, wrong, unreached) = agree(thrown);
    println!("{sound} sound, {wrong} wrong, {unreached} not come to");
    assert!(sound > 30 && wrong > 20 && unreached > 20, "{sound}, {wrong}, {unreached} prove little");
}

#[test]
fn scopes_inside_scopes_agree_with_the_standard() {
    let (sound, wrong, _) = agree(drawing);
    println!("{sound} sound, {wrong} wrong");
    assert!(sound > 30 && wrong > 20, "{sound} sound and {wrong} wrong ones prove little");
}

/// How many are sound, how many wrong, and in how many something is not come to.
fn agree(drawing: impl Fn(u64) -> String) -> (u32, u32, u32) {
    let number = |name: &str, or| std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(or);
    let (from, many): (u64, u64) = (number("MOTCUA_SEED", 0), number("MOTCUA_DRAWINGS", 300));
    let (mut sound, mut wrong, mut not_come_to) = (0, 0, 0);
    for seed in from..from + many {
        let lines = drawing(seed);
        if disagreement(&lines).is_some() {
            println!("seed {seed}:\n{lines}");
            let least = super::shrunk(&lines, disagreement);
            panic!("seed {seed}:\n{least}\n{}", disagreement(&least).unwrap());
        }
        let Ok(model) = read(file(&lines).as_bytes(), &Names::open()) else { continue };
        let (stuck, twice, other) = kinds_of(&model);
        not_come_to += u32::from(other.contains(&"unreachable"));
        match (other.is_empty(), stuck.is_empty() && twice.is_empty()) {
            (true, true) => sound += 1,
            (true, false) => wrong += 1,
            _ => {}
        }
    }
    (sound, wrong, not_come_to)
}
