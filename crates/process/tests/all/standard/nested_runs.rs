//! The engine and the check against the game of scopes inside scopes.

use super::drawings::Dice;
use super::kinds_of;
use super::nested::{Inside, NestedStep, Standard};
use super::nested_drawings::{drawing, thrown};
use super::nested_told::{
    never_come_to, passed_over, thrown_to_what_ends_all, unreached, waits_for_no_error,
};
use super::together::{together, values};
use crate::common::file;
use process::{
    Due, EngineInput, Happening, Marking, Names, NodeIndex, NodeKind, State, Trigger, Trouble, advance,
    check, read, waits,
};
use std::collections::BTreeSet;

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
    if found && !wrong && super::may_refuse(&model) {
        return None;
    }
    let blamed = all.iter().chain(&verdict.twice).chain(&stuck).chain(&twice);
    if wrong != found && blamed.clone().all(|id| thrown_to_what_ends_all(&model, id)) {
        return None;
    }
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
    let (mut happening, mut holds) = (Happening::Start, None);
    let mut games = vec![standard.begin(model.main()?)];
    for _ in 0..16 {
        let chosen = super::chosen(model, &mut dice);
        let values = values(dice.roll(2) == 0, holds.take());
        let world = EngineInput { values: &values, chosen: &chosen };
        let Ok(moved) = advance(model, &marking, &happening, world) else { return None };
        // Where one becomes true several times at once, each is a move of its own.
        let held = moved.due.iter().filter(|due| matches!(due, Due::Held { .. })).count();
        if held > usize::from(happening == Happening::Looked) {
            return None;
        }
        marking = moved.marking;
        let mut waiting: Vec<NodeIndex> = marking
            .tokens
            .iter()
            .filter(|token| token.state == State::Waiting && !model.listens(token))
            .map(|token| model.index(&token.at).unwrap())
            .collect();
        waiting.sort();
        let arrived =
            marking.tokens.iter().filter(|token| matches!(token.state, State::Arrived { .. })).count();
        let rest = standard.at_rest(games)?;
        let same = |game: &Inside| {
            let mut own = Vec::new();
            game.waiting(&mut own);
            own.sort();
            own == waiting && game.all_flows() == arrived
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
        let mut all: Vec<(NestedStep, Happening, Option<String>)> = works
            .map(|token| {
                (NestedStep::Done(model.index(&token.at).unwrap()), Happening::Done { token: token.id }, None)
            })
            .collect();
        let awaited = waits(model, &marking);
        let once = |event: &str| awaited.iter().filter(|wait| wait.event == event).count() == 1;
        // One event sub-process goes on twice at most, here as in the game.
        let room = |event: NodeIndex| {
            let around = model.scopes[model.nodes[event].scope].owner;
            let begins = matches!(model.nodes[event].kind, NodeKind::Start(_));
            let goes_on = |token: &&process::Token| {
                around.is_some_and(|node| model.nodes[node].id == token.at) && !model.listens(token)
            };
            !begins || marking.tokens.iter().filter(goes_on).count() < 2
        };
        for wait in awaited.iter().filter(|wait| once(wait.event)) {
            let event = model.index(wait.event).unwrap();
            if !room(event) {
                continue;
            }
            let happening = match wait.trigger {
                Trigger::Message { name } if dice.roll(2) == 0 && named_once(&awaited, wait.trigger) => {
                    Happening::Message { name: name.clone() }
                }
                Trigger::Signal { name } => Happening::Signal { name: name.clone() },
                // What holds still becomes true again only after it did not hold.
                Trigger::Condition { .. } => {
                    let held = |token: &process::Token| token.held.iter().any(|held| held == wait.event);
                    if marking.token(wait.token).is_some_and(held) {
                        continue;
                    }
                    all.push((NestedStep::Came(event), Happening::Looked, Some(wait.event.to_string())));
                    continue;
                }
                _ => Happening::Came { token: wait.token, event: wait.event.to_string() },
            };
            all.push((NestedStep::Came(event), happening, None));
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
                        None,
                    ));
                }
            }
        }
        if all.is_empty() {
            return None;
        }
        let (step, next, held) = all.swap_remove(dice.roll(all.len()));
        (happening, holds) = (next, held);
        let moved = games.iter().flat_map(|game| standard.next(game, &mut BTreeSet::new()));
        games = moved.filter(|(other, _)| *other == step).map(|(_, game)| game).collect();
    }
    None
}

/// Of two that wait for a message of one name the first takes it.
fn named_once(all: &[process::TokenWait], trigger: &Trigger) -> bool {
    all.iter().filter(|wait| wait.trigger == trigger).count() == 1
}

#[test]
fn all_kinds_at_once_agree_with_the_standard() {
    let (sound, wrong, unreached) = agree(together);
    println!("{sound} sound, {wrong} wrong, {unreached} not come to");
    assert!(sound > 30 && wrong > 20, "{sound} sound and {wrong} wrong ones prove little");
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
