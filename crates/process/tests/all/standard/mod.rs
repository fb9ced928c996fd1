//! The engine and the check against the standard: a token game of its own on what is drawn, state by state and in every
//! order (BPMN 2.0.2, chapter 13), which shares nothing with either of them.

mod drawings;
mod game;
mod judged;
mod looked_at;
mod nested;
mod nested_beside;
mod nested_by_hand;
mod nested_drawings;
mod nested_judged;
mod nested_runs;
mod nested_steps;
mod nested_told;
mod returning;
mod together;

use crate::common::file;
use drawings::{Dice, bounded, drawing, drawn, handled, linked};
use game::{Game, Move, Rules, each, rules};
use process::{
    Due, EngineInput, Gateway, Happening, Marking, Model, Names, NodeIndex, NodeKind, State, Trigger,
    Trouble, advance, check, read,
};
use std::collections::{BTreeMap, BTreeSet};

fn may_be_used_up(model: &Model, element: &str) -> bool {
    let ways = model.node(element).into_iter().flat_map(|node| &node.outgoing);
    ways.into_iter().any(|way| model.flows[*way].at_most.is_some())
}

fn kinds_of(model: &Model) -> (BTreeSet<String>, BTreeSet<String>, Vec<&'static str>) {
    let (mut stuck, mut twice, mut other) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
    for finding in check(model).findings {
        match finding.trouble {
            Trouble::Deadlock => drop(stuck.insert(finding.element)),
            Trouble::NotSynchronised => drop(twice.insert(finding.element)),
            // All its ways may be used up.
            Trouble::NoDefault if may_be_used_up(model, &finding.element) => other.push("no-default"),
            Trouble::Unbounded | Trouble::Endless | Trouble::NoDefault | Trouble::NothingToReturn => {}
            Trouble::EscalationNotCaught { .. } | Trouble::EscalationNotThrown { .. } => {}
            Trouble::ErrorInterrupts | Trouble::BackAndOn => {}
            trouble => other.push(trouble.code()),
        }
    }
    (stuck, twice, other)
}

/// Where an inclusive join is come to only by what may be used up, the check may refuse what is right.
fn may_refuse(model: &Model) -> bool {
    let joins = |node: &process::Node| {
        matches!(node.kind, NodeKind::Gateway(Gateway::Inclusive)) && node.incoming.len() > 1
    };
    model.flows.iter().any(|flow| flow.at_most.is_some()) && model.nodes.iter().any(joins)
}

/// What is not as the standard has it, in one line.
fn disagreement(lines: &str) -> Option<String> {
    let model = read(file(lines).as_bytes(), &Names::open()).unwrap();
    let rules = rules(&model);
    let (stuck, twice, other) = kinds_of(&model);
    if !other.is_empty() {
        return None;
    }
    let verdict = rules.verdict()?;
    // What never begins has no situations to look at.
    if verdict.begun.len() < rules.handlers.len() {
        return None;
    }
    // Where something goes on for ever, nothing else is seen to wait for ever.
    if !verdict.ends && verdict.stuck.is_empty() && verdict.twice.is_empty() {
        return None;
    }
    let all: BTreeSet<String> = verdict.stuck.union(&verdict.dead).cloned().collect();
    let (wrong, found) =
        (!all.is_empty() || !verdict.twice.is_empty(), !stuck.is_empty() || !twice.is_empty());
    if found && !wrong && may_refuse(&model) {
        return None;
    }
    if wrong != found {
        return Some(format!("the check says {stuck:?} {twice:?}, the standard {verdict:?}"));
    }
    // Two at once hide other faults here, which the check may tell too.
    if wrong && verdict.twice.is_empty() && stuck.is_disjoint(&all) {
        return Some(format!("the check blames {stuck:?} {twice:?}, the standard {verdict:?}"));
    }
    // What runs is followed token by token.
    let each = each(&model);
    (0..4).find_map(|seed| strays(&each, seed))
}

/// Ways taken by chance, wherever there are conditions.
fn chosen(model: &Model, dice: &mut Dice) -> BTreeMap<String, BTreeSet<String>> {
    let mut chosen = BTreeMap::new();
    for node in &model.nodes {
        // Where a task leaves by a condition, what it always leaves by is chosen too.
        let conditional = |flow: &&usize| model.flows[**flow].conditional;
        let maybe = node.outgoing.iter().filter(conditional).filter(|_| dice.roll(2) == 0);
        let mut ways: BTreeSet<String> = maybe.map(|flow| model.flows[*flow].id.clone()).collect();
        if !ways.is_empty() {
            let always = |flow: &&usize| !model.flows[**flow].conditional && node.default != Some(**flow);
            ways.extend(node.outgoing.iter().filter(always).map(|flow| model.flows[*flow].id.clone()));
            chosen.insert(node.id.clone(), ways);
        }
    }
    chosen
}

/// Runs the engine by chance, beside all the standard allows: what it does that the standard does not.
fn strays(rules: &Rules, seed: u64) -> Option<String> {
    let model = rules.model;
    let mut dice = Dice((seed + 1).wrapping_mul(0xD1B5_4A32_D192_ED03) | 1);
    let mut values = feel::NamedValues::new();
    let mut marking = Marking::default();
    let mut happening = Happening::Start;
    let mut games = vec![rules.begin()];
    for _ in 0..12 {
        let chosen = chosen(model, &mut dice);
        let world = EngineInput { values: &values, chosen: &chosen };
        let step = match advance(model, &marking, &happening, world) {
            Ok(step) => step,
            Err(_) => return None,
        };
        // Where one becomes true several times at once, each is a move of its own.
        let held = step.due.iter().filter(|due| matches!(due, Due::Held { .. })).count();
        if held > usize::from(happening == Happening::Looked) {
            return None;
        }
        marking = step.marking;
        let mut active: Vec<NodeIndex> = marking
            .tokens
            .iter()
            .filter(|token| token.state == State::Waiting && !model.listens(token))
            .map(|token| model.index(&token.at).unwrap())
            .collect();
        active.sort();
        let rest = rules.at_rest(games)?;
        let same = |game: &Game| game.all_active() == active;
        let joins = |token: &&process::Token| matches!(token.state, State::Arrived { .. });
        let arrived = marking.tokens.iter().filter(joins).count();
        games = rest.iter().filter(|game| same(game) && game.all_flows() == arrived).cloned().collect();
        if games.is_empty() {
            return Some(format!(
                "after {happening:?} the engine stands at {marking:?}, the standard at {rest:?}"
            ));
        }
        let waiting: Vec<_> = marking.tokens.iter().filter(|token| token.state == State::Waiting).collect();
        if !waiting.iter().any(|token| !model.listens(token)) {
            return None;
        }
        let token = waiting[dice.roll(waiting.len())];
        let node = model.index(&token.at).unwrap();
        let begins = rules.handlers.iter().find(|handler| handler.node == node);
        if let Some(handler) = begins.filter(|_| model.listens(token)) {
            let running = marking.tokens.iter().filter(|other| other.at == token.at).count() - 1;
            let come = token.happened.times(&model.nodes[handler.start].id) > 0;
            let raised = handler.trigger.is_raised();
            let timed = matches!(handler.trigger, process::Trigger::Timer(_));
            if raised || running >= rules.many || timed && come {
                return None;
            }
            let how = Move::Came(node, handler.start);
            let event = model.nodes[handler.start].id.clone();
            values.clear();
            // What holds still becomes true again only after it did not hold.
            if token.held.contains(&event) {
                happening = Happening::Looked;
                continue;
            }
            happening = match handler.trigger {
                Trigger::Condition { .. } => {
                    values.insert(event, feel::Value::Bool(true));
                    Happening::Looked
                }
                _ => Happening::Came { token: token.id, event },
            };
            let next = games.iter().flat_map(|game| rules.moves(game, &mut BTreeSet::new()));
            games = next.filter(|(other, _)| *other == how).map(|(_, game)| game).collect();
            continue;
        }
        let event = model.nodes[node].boundary.first().copied();
        let event =
            event.filter(|event| token.happened.times(&model.nodes[*event].id) == 0 && dice.roll(2) == 0);
        let how = event.map_or(Move::Done(node), |event| Move::Came(node, event));
        let condition = |node: NodeIndex| match &model.nodes[node].kind {
            NodeKind::Catch(Trigger::Condition { .. }) => true,
            NodeKind::Boundary { trigger, .. } => matches!(trigger, Trigger::Condition { .. }),
            _ => false,
        };
        values.clear();
        happening = match event {
            _ if condition(event.unwrap_or(node)) => {
                values.insert(model.nodes[event.unwrap_or(node)].id.clone(), feel::Value::Bool(true));
                Happening::Looked
            }
            Some(event) => Happening::Came { token: token.id, event: model.nodes[event].id.clone() },
            None => Happening::Done { token: token.id },
        };
        let next = games.iter().flat_map(|game| rules.moves(game, &mut BTreeSet::new()));
        games = next.filter(|(other, _)| *other == how).map(|(_, game)| game).collect();
    }
    None
}

/// The smallest drawing with a disagreement that is left of one when lines are taken out.
fn shrunk(lines: &str, disagreement: impl Fn(&str) -> Option<String> + std::panic::RefUnwindSafe) -> String {
    let mut lines: Vec<&str> = lines.lines().collect();
    let mut at = 0;
    while at < lines.len() {
        let mut fewer = lines.clone();
        fewer.remove(at);
        let sound = std::panic::catch_unwind(|| disagreement(&fewer.join("\n"))).ok().flatten();
        if sound.is_some() {
            (lines, at) = (fewer, 0);
        } else {
            at += 1;
        }
    }
    lines.join("\n")
}

#[test]
fn the_check_and_the_engine_agree_with_the_standard() {
    agree(400, drawing);
}

#[test]
fn they_agree_on_conditions_and_on_what_is_returned() {
    agree(300, drawn);
}

#[test]
fn they_agree_on_ways_that_are_used_up() {
    agree(400, bounded);
}

/// What lies behind a way that is taken once is there once, also where something beside it leads to that way again.
#[test]
fn what_is_come_to_by_a_way_taken_once_is_there_once() {
    let lines = |most: u32| {
        format!(
            "start s\ntask a\nxor g\ntask b\ntask c\nend e\nbeside t b timer PT8H\n\
             s -> a\na -> g\ng -> b max {most} if again\ng -> c else\nb -> e\nt -> g\nc -> e"
        )
    };
    let verdict = |lines: &str| check(&read(file(lines).as_bytes(), &Names::open()).unwrap());
    let once = verdict(&lines(1));
    assert!(once.is_sound(), "{:?}", once.findings);
    assert!(matches!(once.proof, process::Proof::Explored { .. }));
    let twice = verdict(&lines(2)).findings;
    assert!(twice.iter().any(|it| it.trouble == Trouble::NotSynchronised && it.element == "b"), "{twice:?}");
    (1..=2).for_each(|most| assert_eq!(disagreement(&lines(most)), None));
}

/// What ends everything comes last: what is done twice until then is done twice.
#[test]
fn a_step_before_what_ends_everything_is_done_once() {
    let lines = |most: u32| {
        format!(
            "start s\nand n\ntask a\ntask b\nxor g\nend e\nterminate z\non t a timer PT8H\nbeside u b timer PT8H\n\
             g -> b max {most} if again\ns -> n\nn -> a\nn -> z\na -> b\nb -> z\ng -> e if over\ng -> z else\n\
             t -> g\nu -> g"
        )
    };
    for most in 1..=2 {
        let told = check(&read(file(&lines(most)).as_bytes(), &Names::open()).unwrap()).findings;
        assert!(
            told.iter().any(|it| it.trouble == Trouble::NotSynchronised && it.element == "b"),
            "{told:?}"
        );
        assert_eq!(disagreement(&lines(most)), None);
    }
}

fn agree(many: u64, drawing: impl Fn(u64) -> String) {
    let from: u64 = std::env::var("MOTCUA_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(0);
    let drawings = std::env::var("MOTCUA_DRAWINGS").ok();
    let many: u64 = drawings.and_then(|many| many.parse().ok()).unwrap_or(many);
    let (mut sound, mut wrong) = (0, 0);
    for seed in from..from + many {
        let lines = drawing(seed);
        if disagreement(&lines).is_some() {
            println!("seed {seed}:\n{lines}");
            let least = shrunk(&lines, disagreement);
            panic!("seed {seed}:\n{least}\n{}", disagreement(&least).unwrap());
        }
        let model = read(file(&lines).as_bytes(), &Names::open()).unwrap();
        let (stuck, twice, other) = kinds_of(&model);
        match (other.is_empty(), stuck.is_empty() && twice.is_empty()) {
            (true, true) => sound += 1,
            (true, false) => wrong += 1,
            _ => {}
        }
    }
    println!("{sound} sound, {wrong} wrong");
    assert!(sound > 100 && wrong > 100, "{sound} sound and {wrong} wrong ones prove little");
}

#[test]
fn a_link_is_a_flow() {
    let (mut sound, mut wrong) = (0, 0);
    for seed in 0..300 {
        let plain = drawing(seed);
        let links = linked(&plain, seed);
        let verdict = |lines: &str| {
            let (stuck, twice, other) = kinds_of(&read(file(lines).as_bytes(), &Names::open()).unwrap());
            (!stuck.is_empty() || !twice.is_empty(), other)
        };
        assert_eq!(verdict(&plain), verdict(&links), "seed {seed}:\n{links}");
        assert_eq!(disagreement(&links), None, "seed {seed}:\n{links}");
        match (links.contains("leave"), verdict(&links)) {
            (true, (false, other)) if other.is_empty() => sound += 1,
            (true, (true, other)) if other.is_empty() => wrong += 1,
            _ => {}
        }
    }
    assert!(sound > 40 && wrong > 40, "{sound} sound and {wrong} wrong ones prove little");
}

#[test]
fn what_events_begin_beside_the_rest_is_as_the_standard_has_it() {
    let from: u64 = std::env::var("MOTCUA_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(0);
    let many: u64 = std::env::var("MOTCUA_DRAWINGS").ok().and_then(|many| many.parse().ok()).unwrap_or(160);
    let (mut sound, mut wrong, mut returned_beside) = (0, 0, 0);
    for seed in from..from + many {
        let lines = handled(seed);
        if let Some(said) = disagreement(&lines) {
            println!("seed {seed}:\n{lines}\n{said}");
            let least = shrunk(&lines, disagreement);
            panic!("seed {seed}:\n{least}\n{}", disagreement(&least).unwrap());
        }
        let model = read(file(&lines).as_bytes(), &Names::open()).unwrap();
        let (stuck, twice, other) = kinds_of(&model);
        let in_time = |number: u32| {
            lines.contains(&format!("begun w{number}s beside timer"))
                && lines.contains(&format!("return w{number}n0"))
        };
        returned_beside += u32::from((0..2).any(in_time));
        match (rules(&model).verdict().is_some() && other.is_empty(), stuck.is_empty() && twice.is_empty()) {
            (true, true) => sound += 1,
            (true, false) => wrong += 1,
            _ => {}
        }
    }
    println!("{sound} sound, {wrong} wrong, {returned_beside} return something beside the rest");
    assert!(returned_beside > 5 || many < 100, "{returned_beside} return something beside the rest");
    assert!(sound > 30 && wrong > 20, "{sound} sound and {wrong} wrong ones prove little");
}
