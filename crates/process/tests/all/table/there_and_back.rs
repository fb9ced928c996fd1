//! Drawings as tables and back: what comes back means the same, or it is said what does not.

use crate::common::{dice::Dice, file};
use language::Language;
use process::{
    EngineInput, Happening, Loss, Marking, Model, Names, State, TableSheet, advance, from_table, read, table,
    to_table, write,
};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// A drawing of blocks; some of them no table can hold.
struct TableBlocks {
    dice: Dice,
    next: usize,
    odd: bool,
}

/// What is drawn of a block: its lines, where it is entered, and where it is left.
struct TableBlock {
    nodes: String,
    flows: String,
    ends: (String, String),
}

impl TableBlocks {
    fn id(&mut self) -> String {
        self.next += 1;
        format!("n{}", self.next)
    }

    fn task(&mut self) -> TableBlock {
        let odd = ["service", "timer", "again", "each"];
        let id = self.id();
        let kind = match self.odd && self.dice.roll(6) == 0 {
            true => odd[self.dice.roll(odd.len())],
            false => "task",
        };
        let node = match kind {
            "timer" => format!("timer {id} PT8H\n"),
            "again" => format!("again {id} 3 true\n"),
            "each" => format!("each {id} all units\n"),
            other => format!("{other} {id}\n"),
        };
        TableBlock { nodes: node, flows: String::new(), ends: (id.clone(), id) }
    }

    fn block(&mut self, depth: usize) -> TableBlock {
        match if depth == 0 { 0 } else { self.dice.roll(9) } {
            0 | 1 => self.task(),
            2 | 3 => {
                let (a, b) = (self.block(depth - 1), self.block(depth - 1));
                let flows = format!("{}{}{} -> {}\n", a.flows, b.flows, a.ends.1, b.ends.0);
                TableBlock { nodes: a.nodes + &b.nodes, flows, ends: (a.ends.0, b.ends.1) }
            }
            kind @ (4..=6) => {
                let kind = if kind == 6 && self.odd { "or" } else { ["xor", "and", "xor"][kind - 4] };
                let (split, join) = (self.id(), self.id());
                let (mut nodes, mut flows) = (format!("{kind} {split}\n{kind} {join}\n"), String::new());
                for branch in 0..2 + self.dice.roll(2) {
                    let how = match (kind, branch) {
                        ("and", _) => String::new(),
                        (_, 0) => "else".to_string(),
                        (_, n) => format!("if c{} > {n}", self.dice.roll(3)),
                    };
                    if kind == "xor" && branch == 1 && self.dice.roll(4) == 0 {
                        flows += &format!("{split} -> {join} {how}\n");
                        continue;
                    }
                    let inner = self.block(depth - 1);
                    nodes += &inner.nodes;
                    flows += &inner.flows;
                    flows += &format!("{split} -> {} {how}\n{} -> {join}\n", inner.ends.0, inner.ends.1);
                }
                TableBlock { nodes, flows, ends: (split, join) }
            }
            7 => {
                let (merge, choice, inner) = (self.id(), self.id(), self.block(depth - 1));
                let nodes = format!("xor {merge}\nxor {choice}\n{}", inner.nodes);
                let (first, last) = inner.ends;
                let flows = format!(
                    "{}{merge} -> {first}\n{last} -> {choice}\n{choice} -> {merge} max 2 if again\n",
                    inner.flows
                );
                let after = self.task();
                let flows = format!("{flows}{choice} -> {} else\n", after.ends.0);
                TableBlock { nodes: nodes + &after.nodes, flows, ends: (merge, after.ends.1) }
            }
            _ => {
                let (sub, inner) = (self.id(), self.block(depth - 1));
                let (first, last) = inner.ends;
                let nodes = format!(
                    "sub {sub}\nstart {sub}s\nend {sub}e\n{}{sub}s -> {first}\n{last} -> {sub}e\n{}close\n",
                    inner.nodes, inner.flows
                );
                TableBlock { nodes, flows: String::new(), ends: (sub.clone(), sub) }
            }
        }
    }
}

fn of_blocks(seed: u64, odd: bool) -> Model {
    let mut blocks = TableBlocks { dice: Dice(seed | 1), next: 0, odd };
    let whole = blocks.block(3);
    let (first, last) = whole.ends;
    let lines = format!("start s\nend e\n{}s -> {first}\n{last} -> e\n{}", whole.nodes, whole.flows);
    let text = file(&lines);
    let mut named = String::new();
    for (place, part) in text.split("<subProcess id=\"").enumerate() {
        let name =
            if place == 0 { String::new() } else { format!("<subProcess name=\"Nhóm {place}\" id=\"") };
        named += &name;
        named += part;
    }
    read(named.as_bytes(), &Names::open()).unwrap()
}

/// Anything at all between a start and an end.
fn tangled(seed: u64, size: usize) -> Model {
    let mut dice = Dice(seed | 1);
    let mut lines = "start s\nend e\n".to_string();
    let kinds = ["task", "task", "task", "xor", "xor", "and", "and"];
    let of: Vec<&str> = (0..size).map(|_| kinds[dice.roll(kinds.len())]).collect();
    of.iter().enumerate().for_each(|(node, kind)| lines += &format!("{kind} n{node}\n"));
    lines += "s -> n0\n";
    for (node, kind) in of.iter().enumerate() {
        let ways = if *kind == "task" { 1 + dice.roll(5) / 4 } else { 1 + dice.roll(2) };
        let mut tos = BTreeSet::new();
        for way in 0..ways {
            let to = if way > 0 && dice.roll(5) == 0 {
                dice.roll(size)
            } else {
                (node + 1 + dice.roll(3)).min(size)
            };
            if !tos.insert(to) {
                continue;
            }
            let how = match (*kind, way) {
                ("and", _) => String::new(),
                ("task", _) if dice.roll(2) == 0 => String::new(),
                (_, 0) if ways > 1 => "else".to_string(),
                (_, 0) => String::new(),
                (_, n) if to <= node => format!("max 2 if c{n} > 1"),
                (_, n) => format!("if c{n} > 1"),
            };
            let to = if to == size { "e".to_string() } else { format!("n{to}") };
            lines += &format!("n{node} -> {to} {how}\n");
        }
    }
    read(file(&lines).as_bytes(), &Names::open()).unwrap()
}

/// The table of a drawing, read again as if it had come as a sheet; what lost something is read, and no more.
fn there_and_back(model: &Model) -> (Vec<Loss>, Option<Model>) {
    let (written, losses) = to_table(model, model.main().unwrap(), Language::Vietnamese);
    if written.rows.is_empty() {
        assert!(losses.iter().any(|loss| loss.lost == process::Lost::NoSteps), "{losses:?}");
        return (losses, None);
    }
    let (headings, lines) = written.lines(Language::Vietnamese);
    let head = vec![headings.iter().map(ToString::to_string).collect()];
    let sheet = TableSheet { cells: head.into_iter().chain(lines).collect(), ..TableSheet::default() };
    let read = table(&[sheet]).unwrap_or_else(|wrong| panic!("{wrong:?}\n{written:?}"));
    let again = from_table(&read, "again", "", &Names::open(), &|_| None);
    let again = again.unwrap_or_else(|wrong| panic!("{wrong:?}\n{written:?}"));
    (losses.clone(), Some(again).filter(|_| losses.is_empty()))
}

/// What is waited for, by the names of the steps; and whether it is over.
fn stands(model: &Model, marking: &Marking) -> (Vec<String>, bool) {
    let mut waiting: Vec<String> = marking
        .tokens
        .iter()
        .filter(|token| token.state == State::Waiting)
        .filter_map(|token| model.node(&token.at))
        .map(called)
        .collect();
    waiting.sort();
    (waiting, marking.has_ended())
}

fn called(node: &process::Node) -> String {
    if node.name.is_empty() { node.id.clone() } else { node.name.clone() }
}

/// Runs both side by side by the same chance: after each step the same steps are waited for.
fn run_alike(one: &Model, other: &Model, seed: u64) {
    let mut dice = Dice(seed | 1);
    let models = [one, other];
    let mut markings = [Marking::default(), Marking::default()];
    let mut next: Option<String> = None;
    let told = || format!("{}\n{}", write(one), write(other));
    for _ in 0..60 {
        let mut values: feel::NamedValues =
            (0..3).map(|n| (format!("c{n}"), feel::Value::Number((dice.roll(4) as u32).into()))).collect();
        values.insert("again".into(), feel::Value::Bool(dice.roll(2) == 0));
        let chosen = BTreeMap::new();
        let mut came = Vec::new();
        for (model, marking) in models.iter().zip(&mut markings) {
            let of = |name: &String| {
                let waits = |token: &&process::Token| {
                    token.state == State::Waiting && model.node(&token.at).map(called).as_ref() == Some(name)
                };
                marking.tokens.iter().find(waits).map(|token| Happening::Done { token: token.id })
            };
            let happening =
                next.as_ref().map_or(Some(Happening::Start), of).unwrap_or_else(|| panic!("{}", told()));
            let step = advance(model, marking, &happening, EngineInput { values: &values, chosen: &chosen });
            came.push(step.map(|step| {
                *marking = step.marking;
                stands(model, marking)
            }));
        }
        let known: Vec<_> = came.iter().map(|came| came.as_ref().ok()).collect();
        assert_eq!(known[0], known[1], "{came:?} after {next:?}\n{}", told());
        let Some((waiting, false)) = known[0] else { return };
        if waiting.is_empty() {
            return;
        }
        next = Some(waiting[dice.roll(waiting.len())].clone());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn a_drawing_comes_back_the_same_or_it_is_said_what_does_not(seed in any::<u64>(), odd in any::<bool>(), runs in any::<u64>()) {
        let model = of_blocks(seed, odd);
        if let (_, Some(again)) = there_and_back(&model) {
            for run in 0..4 {
                run_alike(&model, &again, runs.wrapping_add(run));
            }
        }
    }

    #[test]
    fn a_tangle_comes_back_the_same_or_it_is_said_what_does_not(seed in any::<u64>(), size in 2usize..9, runs in any::<u64>()) {
        let model = tangled(seed, size);
        if let (_, Some(again)) = there_and_back(&model) {
            for run in 0..6 {
                run_alike(&model, &again, runs.wrapping_add(run));
            }
        }
    }
}

#[test]
fn most_of_what_a_table_can_hold_is_held() {
    let held = |model: Model| there_and_back(&model).1.is_some();
    let seeds = || (0..100u64).map(|seed| seed * 7_919 + 13);
    let plain = seeds().filter(|seed| held(of_blocks(*seed, false))).count();
    let odd = seeds().filter(|seed| held(of_blocks(*seed, true))).count();
    let tangles = seeds().filter(|seed| held(tangled(*seed, 5))).count();
    assert!(plain > 30 && odd > 15 && odd < plain && tangles > 30, "{plain} {odd} {tangles}");
}

/// A join waits for ever for a way from where nothing leads to; a row would not.
#[test]
fn a_join_that_waits_for_what_never_comes_is_told() {
    let (losses, again) = there_and_back(&tangled(4374248215475758810, 8));
    assert!(again.is_none() && losses.iter().any(|loss| loss.lost == process::Lost::Join), "{losses:?}");
}

/// A loop around a phase, and another around both.
#[test]
fn a_bound_that_a_phase_would_count_anew_is_told() {
    let model = of_blocks(3896037248188553422, false);
    let (losses, again) = there_and_back(&model);
    assert!(again.is_none() && losses.iter().any(|loss| loss.lost == process::Lost::Ways), "{losses:?}");
}

/// What is written of a part only is read again too.
#[test]
fn a_drawing_nested_deep_is_a_table_that_can_be_read() {
    for depth in [51, 120, 300] {
        let mut drawing = "<task id=\"t\" name=\"Việc\"/>".to_string();
        let mut inner = "t".to_string();
        for level in 0..depth {
            drawing = format!(
                "<subProcess id=\"S{level}\"><startEvent id=\"s{level}\"/><endEvent id=\"e{level}\"/>{drawing}\
                 <sequenceFlow id=\"a{level}\" sourceRef=\"s{level}\" targetRef=\"{inner}\"/>\
                 <sequenceFlow id=\"b{level}\" sourceRef=\"{inner}\" targetRef=\"e{level}\"/></subProcess>"
            );
            inner = format!("S{level}");
        }
        let text = file("start s\ntask x\nend e\ns -> x\nx -> e").replace(
            "</process>",
            &format!("{drawing}<sequenceFlow id=\"in\" sourceRef=\"x\" targetRef=\"{inner}\"/></process>"),
        );
        // What is deeper than is read is refused before.
        if let Ok(model) = read(text.as_bytes(), &Names::open()) {
            there_and_back(&model);
        }
    }
}
