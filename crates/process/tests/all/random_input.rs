//! Whatever is drawn and whatever happens: no panic, no token lost, the same marking again; and what the check calls
//! sound does come to its end.

use crate::common::{dice::Dice, file};
use process::{
    Due, Effort, EngineInput, Gateway, Happening, Marking, Misfit, Model, Names, NodeKind, Proof, State,
    advance, check, check_within, layout, read, undo, write,
};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// Blocks inside blocks, as lines; each made once its parts are known.
struct RandomBlocks {
    dice: Dice,
    next: usize,
    nodes: String,
    flows: String,
}

impl RandomBlocks {
    fn node(&mut self, kind: &str) -> String {
        self.next += 1;
        let id = format!("n{}", self.next);
        let mut words = kind.split(' ');
        let _ =
            writeln!(self.nodes, "{} {id} {}", words.next().unwrap(), words.collect::<Vec<_>>().join(" "));
        id
    }

    fn flow(&mut self, from: &str, to: &str, how: &str) {
        let _ = writeln!(self.flows, "{from} -> {to} {how}");
    }

    /// A block between two ends: where it is entered, and where it is left.
    fn block(&mut self, depth: usize) -> (String, String) {
        let kind = if depth == 0 { self.dice.roll(2) } else { self.dice.roll(8) };
        match kind {
            0 | 1 => {
                let kind = ["task", "service", "timer", "again"][self.dice.roll(4)];
                let kind = match kind {
                    "timer" => "timer PT8H".to_string(),
                    "again" => "again 3 true".to_string(),
                    other => other.to_string(),
                };
                let id = self.node(&kind);
                (id.clone(), id)
            }
            2 => {
                let (first, middle) = self.block(depth - 1);
                let (second, last) = self.block(depth - 1);
                self.flow(&middle, &second, "");
                (first, last)
            }
            3..=5 => {
                let kind = ["xor", "and", "or"][kind - 3];
                let (split, join) = (self.node(kind), self.node(kind));
                let branches = 2 + self.dice.roll(2);
                for branch in 0..branches {
                    let (first, last) = self.block(depth - 1);
                    let how = match (kind, branch) {
                        ("and", _) => "".to_string(),
                        (_, 0) => "else".to_string(),
                        (_, n) => format!("if c{n}"),
                    };
                    self.flow(&split, &first, &how);
                    self.flow(&last, &join, "");
                }
                (split, join)
            }
            6 => {
                let (merge, choice) = (self.node("xor"), self.node("xor"));
                let (first, last) = self.block(depth - 1);
                let step = self.node("task");
                let out = self.node("task");
                self.flow(&merge, &first, "");
                self.flow(&last, &step, "");
                self.flow(&step, &choice, "");
                self.flow(&choice, &merge, "max 2 if again");
                self.flow(&choice, &out, "else");
                (merge, out)
            }
            _ => {
                let (host, join) = (self.node("task"), self.node("xor"));
                self.next += 1;
                let event = format!("n{}", self.next);
                let _ = writeln!(self.nodes, "on {event} {host} timer PT4H");
                let (first, last) = self.block(depth - 1);
                self.flow(&host, &join, "");
                self.flow(&event, &first, "");
                self.flow(&last, &join, "");
                (host, join)
            }
        }
    }
}

fn block_structured(seed: u64, depth: usize) -> String {
    let mut blocks =
        RandomBlocks { dice: Dice(seed | 1), next: 0, nodes: String::new(), flows: String::new() };
    let (first, last) = blocks.block(depth);
    format!("start s\nend e\n{}s -> {first}\n{last} -> e\n{}", blocks.nodes, blocks.flows)
}

/// Anything at all between a start and an end.
fn tangled(seed: u64, size: usize) -> String {
    let mut dice = Dice(seed | 1);
    let mut lines = "start s\nend e\n".to_string();
    let kinds = ["task", "task", "task", "xor", "xor", "xor", "and", "or"];
    for node in 0..size {
        let _ = writeln!(lines, "{} n{node}", kinds[dice.roll(kinds.len())]);
    }
    let _ = writeln!(lines, "s -> n0");
    for node in 0..size {
        let ways = if lines.contains(&format!("task n{node}\n")) { 1 } else { 1 + dice.roll(2) };
        for way in 0..ways {
            let to = match way {
                0 => node + 1,
                _ if dice.roll(5) == 0 => dice.roll(size),
                _ => (node + 1 + dice.roll(3)).min(size),
            };
            if way > 0 && (to == node || to == node + 1) {
                continue;
            }
            let how = match way {
                0 => "else".to_string(),
                n if to < node => format!("max 2 if c{n}"),
                n => format!("if c{n}"),
            };
            let to = if to == size { "e".to_string() } else { format!("n{to}") };
            let _ = writeln!(lines, "n{node} -> {to} {how}");
        }
    }
    lines
}

/// Choices of a seed, for every point that chooses.
fn choices(model: &Model, dice: &mut Dice) -> BTreeMap<String, BTreeSet<String>> {
    let mut chosen = BTreeMap::new();
    for node in &model.nodes {
        if let NodeKind::Gateway(Gateway::Exclusive | Gateway::Inclusive) = node.kind {
            let mut ways = BTreeSet::new();
            for flow in &node.outgoing {
                // A way back is left to its condition, which keeps its bound.
                if model.flows[*flow].at_most.is_none() && dice.roll(2) == 0 {
                    ways.insert(model.flows[*flow].id.clone());
                }
            }
            chosen.insert(node.id.clone(), ways);
        }
    }
    chosen
}

#[derive(Debug, PartialEq)]
enum Came {
    ToItsEnd,
    ToAStandstill(Marking),
    Misfit(Misfit),
}

/// Runs it by chance; every movement is written down, and leads to the same marking when read again.
fn run(model: &Model, seed: u64) -> Came {
    let mut dice = Dice(seed | 1);
    let values: feel::NamedValues = [("again".to_string(), feel::Value::Bool(seed.is_multiple_of(3)))].into();
    let (mut marking, mut replayed, mut moves) = (Marking::default(), Marking::default(), Vec::new());
    let mut happening = Happening::Start;
    for _ in 0..200 {
        let chosen = choices(model, &mut dice);
        let step =
            match advance(model, &marking, &happening, EngineInput { values: &values, chosen: &chosen }) {
                Ok(step) => step,
                Err(misfit) => return Came::Misfit(misfit),
            };
        let text = serde_json::to_string(&step.moved).unwrap();
        let read: Vec<process::Moved> = serde_json::from_str(&text).unwrap();
        read.iter().for_each(|moved| replayed.apply(moved));
        assert_eq!(replayed, step.marking);
        moves.extend(read);
        marking = step.marking;
        for token in &marking.tokens {
            assert!(model.node(&token.at).is_some());
            assert!(token.within == 0 || marking.token(token.within).is_some(), "a token inside of nothing");
        }
        if marking.has_ended() {
            assert!(step.due.iter().any(|due| matches!(due, Due::Ended { .. })));
            return Came::ToItsEnd;
        }
        let past: Vec<&process::Moved> = moves.iter().collect();
        let any = 1 + dice.roll(marking.last.max(1) as usize) as u32;
        if dice.roll(8) == 0
            && let Some(back) = undo(&past, &marking, any)
        {
            let mut undone = marking.clone();
            undone.apply(&back.moved);
            assert!(!undone.tokens.is_empty());
        }
        let waiting: Vec<_> = marking.tokens.iter().filter(|token| token.state == State::Waiting).collect();
        if waiting.is_empty() {
            return Came::ToAStandstill(marking);
        }
        let token = waiting[dice.roll(waiting.len())];
        let node = model.node(&token.at).unwrap();
        let timer =
            node.boundary.first().filter(|_| dice.roll(3) == 0).map(|event| model.nodes[*event].id.clone());
        happening = match (&node.kind, timer) {
            (NodeKind::Catch(_), _) => Happening::Came { token: token.id, event: token.at.clone() },
            (_, Some(event)) => Happening::Came { token: token.id, event },
            _ => Happening::Done { token: token.id },
        };
    }
    Came::Misfit(Misfit::Endless)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn blocks_are_proved_and_come_to_their_end(seed in any::<u64>(), runs in any::<u64>()) {
        let lines = block_structured(seed, 4);
        let model = read(file(&lines).as_bytes(), &Names::open()).unwrap();
        let report = check(&model);
        prop_assert_eq!(&report.findings, &[], "{}", lines);
        prop_assert_eq!(report.proof, Proof::Blocks, "{}", lines);
        for run_seed in 0..5 {
            prop_assert_eq!(run(&model, runs.wrapping_add(run_seed)), Came::ToItsEnd, "{}", lines);
        }
        let drawn = layout(&model, model.main().unwrap());
        prop_assert_eq!(drawn.nodes.len(), model.nodes.len());
        let text = write(&model);
        let again = read(text.as_bytes(), &Names::open()).unwrap();
        prop_assert_eq!(write(&again), text);
        prop_assert_eq!(check(&again).proof, Proof::Blocks);
    }

    #[test]
    fn what_is_called_sound_is_sound(seed in any::<u64>(), size in 3usize..10, runs in any::<u64>()) {
        let lines = tangled(seed, size);
        let model = read(file(&lines).as_bytes(), &Names::open()).unwrap();
        let report = check_within(&model, &Names::open(), Effort { work: 200_000, bytes: 2_000_000 });
        for run_seed in 0..10 {
            let came = run(&model, runs.wrapping_add(run_seed));
            if report.proof != Proof::None {
                prop_assert_eq!(came, Came::ToItsEnd, "{} {:?}", lines, report);
            }
        }
    }
}

#[test]
fn tangles_are_sometimes_sound() {
    let proved = |seed: u64| {
        let lines = tangled(seed * 7_919 + 13, 6);
        check(&read(file(&lines).as_bytes(), &Names::open()).unwrap()).proof != Proof::None
    };
    let count = (0..300).filter(|seed| proved(*seed)).count();
    assert!(count > 30, "the test before proves something only if some tangles are sound: {count}");
}
