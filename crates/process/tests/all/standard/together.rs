//! All kinds in one drawing: scopes inside scopes with what is thrown, repeated, joined and timed there, and beside them what
//! events begin and what is returned. What the check calls sound comes to its end in the engine, whatever happens.

use super::drawings::Dice;
use super::nested_drawings::{drawing, thrown};
use crate::common::file;
use process::{
    EngineInput, Happening, Marking, Model, Names, NodeKind, State, Trigger, Weight, advance, check, read,
    waits,
};
use std::fmt::Write;

/// Happenings after which a run is let be: what may come again and again need not end.
const HAPPENINGS_MAX: u32 = 300;

/// A drawing of scopes inside scopes with event sub-processes in some of them, and steps that are returned.
pub(super) fn together(seed: u64) -> String {
    let mut dice = Dice((seed + 1).wrapping_mul(0x94D0_49BB_1331_11EB) | 1);
    let plain = if dice.roll(2) == 0 { drawing(seed) } else { thrown(seed) };
    let (mut lines, mut depth, mut scopes) = (String::new(), 0, 0);
    let tasks: Vec<&str> = plain.lines().filter_map(|line| line.strip_prefix("task ")).collect();
    let most = [0, 2, 6][dice.roll(3)];
    let returned: Vec<&str> = tasks.iter().copied().filter(|_| dice.roll(3) > 0).take(most).collect();
    for line in plain.lines() {
        let of = |kind: &str| line.strip_prefix(kind).and_then(|rest| rest.split(' ').next());
        let waits = of("message ").filter(|event| !event.ends_with('m'));
        let _ = match (waits.filter(|_| dice.roll(2) == 0), of("signal ").filter(|_| !returned.is_empty())) {
            (Some(event), _) => writeln!(lines, "condition {event} {event}"),
            (_, Some(event)) => writeln!(lines, "return {event}"),
            _ => writeln!(lines, "{line}"),
        };
        depth += i32::from(line.starts_with("sub "));
        depth -= i32::from(line == "close");
        if line.starts_with("start ") && dice.roll(if depth == 0 { 2 } else { 4 }) == 0 {
            let id = format!("w{scopes}");
            let how = ["on", "beside"][dice.roll(2)];
            // What is waited for is called as what waits for it.
            let holds = format!("condition {id}s");
            let what = ["timer PT1H", "message come", "error E0", "escalation C1", "escalation *", &holds]
                [dice.roll(6)];
            let first = if returned.is_empty() || dice.roll(3) == 0 { "task" } else { "return" };
            // What begins beside may pass on what it handles, or end what lies around it.
            let last = match dice.roll(5) {
                0 if depth > 0 => format!("error-end {id}e E{}", dice.roll(2)),
                1 => format!("escalate-end {id}e C{}", dice.roll(2)),
                _ => format!("end {id}e"),
            };
            let ways = format!("{id}s -> {id}a\n{id}a -> {id}e");
            let inside = format!("{first} {id}a\n{last}\n{ways}");
            let _ = writeln!(lines, "when {id}\nbegun {id}s {how} {what}\n{inside}\nclose");
            scopes += 1;
        }
        let Some(task) = line.strip_prefix("task ") else { continue };
        if returned.contains(&task) {
            let _ = writeln!(lines, "handler {task}r\nreturned {task}v {task} {task}r");
        }
        if !plain.contains(&format!(" {task} timer")) && dice.roll(8) == 0 {
            let id = format!("{task}k");
            let _ = writeln!(
                lines,
                "beside {id} {task} condition {id}\ntask {id}a\nend {id}e\n{id} -> {id}a\n{id}a -> {id}e"
            );
        }
    }
    lines
}

/// Whether what is repeated goes on, and the condition that is waited for and holds now, called as what waits for it.
pub(super) fn values(more: bool, holds: Option<String>) -> feel::NamedValues {
    let more = [("more".to_string(), feel::Value::Bool(more))];
    more.into_iter().chain(holds.map(|event| (event, feel::Value::Bool(true)))).collect()
}

/// What may happen where it stands, but for what happens by itself, and which condition holds then.
fn may_happen(model: &Model, marking: &Marking) -> Vec<(Happening, Option<String>)> {
    let mut all = Vec::new();
    for token in marking.tokens.iter().filter(|token| token.state == State::Waiting) {
        let work = |node: &&process::Node| matches!(node.kind, NodeKind::Task(_));
        let Some(node) = model.node(&token.at).filter(work) else { continue };
        all.push((Happening::Done { token: token.id }, None));
        let failed = node.boundary.iter().filter_map(|event| match &model.nodes[*event].kind {
            NodeKind::Boundary { trigger: Trigger::Error { code: Some(code) }, .. } => {
                Some((Happening::Failed { token: token.id, code: code.clone() }, None))
            }
            _ => None,
        });
        all.extend(failed);
    }
    all.extend(waits(model, marking).into_iter().map(|wait| match wait.trigger {
        Trigger::Message { name } => (Happening::Message { name: name.clone() }, None),
        Trigger::Signal { name } => (Happening::Signal { name: name.clone() }, None),
        Trigger::Condition { .. } => (Happening::Looked, Some(wait.event.to_string())),
        _ => (Happening::Came { token: wait.token, event: wait.event.to_string() }, None),
    }));
    all
}

/// Where a run by chance waits for what never comes; nothing where it ends, or is let be.
fn stuck(model: &Model, seed: u64) -> Option<String> {
    let mut dice = Dice((seed + 1).wrapping_mul(0xD6E8_FEB8_6659_FD93) | 1);
    let (mut marking, mut happening, mut holds) = (Marking::default(), Happening::Start, None);
    for round in 0..HAPPENINGS_MAX {
        let chosen = super::chosen(model, &mut dice);
        let values = values(dice.roll(2) == 0, holds.take());
        let world = EngineInput { values: &values, chosen: &chosen };
        marking = match advance(model, &marking, &happening, world) {
            Ok(moved) => moved.marking,
            // A way that was chosen may be used up.
            Err(process::Misfit::NoWay { .. }) => return None,
            Err(misfit) => return Some(format!("{happening:?} from {marking:?}: {misfit:?}")),
        };
        if marking.has_ended() {
            return None;
        }
        let mut all = may_happen(model, &marking);
        if all.is_empty() {
            return Some(format!("after {round} it stands at {marking:?}"));
        }
        // Towards the end work is done, rather than that events come, which may come for ever.
        let is_work = |it: &(Happening, Option<String>)| matches!(it.0, Happening::Done { .. });
        if all.iter().any(is_work) && (round > 40 || dice.roll(2) == 0) {
            all.retain(is_work);
        }
        (happening, holds) = all.swap_remove(dice.roll(all.len()));
    }
    None
}

#[test]
fn what_is_sound_with_all_kinds_at_once_comes_to_its_end() {
    let number = |name: &str, or| std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(or);
    let (from, many): (u64, u64) = (number("MOTCUA_SEED", 0), number("MOTCUA_DRAWINGS", 400));
    let (mut sound, mut wrong) = (0, 0);
    for seed in from..from + many {
        let lines = together(seed);
        let Ok(model) = read(file(&lines).as_bytes(), &Names::open()) else { continue };
        let heavy = |found: &process::Finding| found.trouble.weight() != Weight::Note;
        if check(&model).findings.iter().any(heavy) {
            wrong += 1;
            continue;
        }
        sound += 1;
        for run in 0..6 {
            if let Some(said) = stuck(&model, seed * 8 + run) {
                panic!("seed {seed}:\n{lines}\n{said}");
            }
        }
    }
    println!("{sound} sound, {wrong} wrong");
    assert!(sound > 20 || many < 400, "{sound} sound and {wrong} wrong ones prove little");
}
