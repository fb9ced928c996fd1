//! Drawings by chance with scopes inside of scopes.

use super::drawings::Dice;
use std::collections::BTreeSet;
use std::fmt::Write;

/// A scope of anything at all, with scopes inside of it.
struct NestedDrawing {
    dice: Dice,
    lines: String,
    /// Something may be done twice, so that nothing is begun beside it.
    again: bool,
    /// Much is thrown, by work inside, and comes to what lies around it.
    throws: bool,
}

impl NestedDrawing {
    fn line(&mut self, line: String) {
        let _ = writeln!(self.lines, "{line}");
    }

    fn scope(&mut self, prefix: &str, depth: usize) {
        let size = 2 + self.dice.roll(if depth == 0 { 4 } else { 3 });
        self.line(format!("start {prefix}s"));
        self.line(format!("end {prefix}e"));
        let mut ends = vec!["e", "e"];
        if self.dice.roll(4) == 0 {
            self.line(format!("terminate {prefix}z"));
            ends.push("z");
        }
        if depth > 0 && self.dice.roll(3) == 0 {
            let code = self.dice.roll(2);
            self.line(format!("error-end {prefix}x E{code}"));
            ends.push("x");
            // Perhaps nothing ends otherwise.
            if self.throws && self.dice.roll(4) == 0 {
                ends.retain(|end| *end == "x");
            }
        }
        if self.throws && depth > 0 && self.dice.roll(3) == 0 {
            let code = self.dice.roll(2);
            self.line(format!("escalate-end {prefix}y C{code}"));
            ends.push("y");
        }
        let kinds = [
            "task", "task", "xor", "xor", "and", "and", "or", "or", "sub", "sub", "subs", "message",
            "signal", "again", "each", "wait",
        ];
        let mut of = Vec::new();
        let mut edges = Vec::new();
        for node in 0..size {
            let mut kind = kinds[self.dice.roll(kinds.len())];
            if self.throws && self.dice.roll(if depth == 0 { 2 } else { 4 }) == 0 {
                kind = if depth == 0 { "sub" } else { "escalate" };
            }
            if depth == 2 && kind.starts_with("sub") {
                kind = "task";
            }
            let id = format!("{prefix}n{node}");
            match kind {
                "escalate" => {
                    let code = self.dice.roll(2);
                    self.line(format!("escalate {id} C{code}"));
                }
                "each" if self.throws => {
                    let count = COUNTS[self.dice.roll(COUNTS.len())];
                    self.line(format!("count {id} {count}"));
                }
                "sub" | "subs" => {
                    let several = if kind == "subs" { " all [1, 2]" } else { "" };
                    self.line(format!("sub {id}{several}"));
                    self.scope(&format!("{id}_"), depth + 1);
                    self.line("close".into());
                }
                "message" | "signal" => self.line(format!("{kind} {id} {id}-name")),
                "again" => self.line(format!("again {id} 2 more")),
                "each" => self.line(format!("each {id} all [1, 2]")),
                "wait" => {
                    self.line(format!("wait {id}"));
                    self.line(format!("timer {id}t PT1H"));
                    self.line(format!("message {id}m {id}-name"));
                    self.line(format!("{id} -> {id}t"));
                    self.line(format!("{id} -> {id}m"));
                }
                kind => self.line(format!("{kind} {id}")),
            }
            let work = ["task", "each", "again", "sub", "subs"].contains(&kind);
            if self.throws && kind.starts_with("sub") && self.dice.roll(4) > 0 {
                let how = ["on", "beside", "beside", "beside"][self.dice.roll(4)];
                let what = ["escalation C0", "escalation C1", "escalation *", "error E0"][self.dice.roll(4)];
                self.line(format!("{how} {id}b {id} {what}"));
                edges.push(format!("{id}b"));
            } else if self.throws && !work && self.dice.roll(60) == 0 {
                // Where no event can lie.
                self.line(format!("on {id}b {id} timer PT1H"));
                edges.push(format!("{id}b"));
            } else if work && self.dice.roll(3) == 0 {
                let how = ["timer PT1H", "message", "error E0", "error E1"][self.dice.roll(4)];
                let how = if how == "message" { format!("message {id}b-name") } else { how.to_string() };
                self.line(format!("on {id}b {id} {how}"));
                edges.push(format!("{id}b"));
            } else if work && kind != "again" && !self.again && self.dice.roll(4) == 0 {
                // What happens beside comes to an end of its own.
                self.line(format!("beside {id}b {id} timer PT1H"));
                self.line(format!("task {id}c"));
                self.line(format!("end {id}d"));
                self.line(format!("{id}b -> {id}c"));
                self.line(format!("{id}c -> {id}d"));
            }
            of.push(kind);
        }
        let to = |drawn: &mut NestedDrawing, node: usize| match node {
            to if to < size => format!("{prefix}n{to}"),
            _ => format!("{prefix}{}", ends[drawn.dice.roll(ends.len())]),
        };
        self.line(format!("{prefix}s -> {prefix}n0"));
        for (node, kind) in of.iter().copied().enumerate() {
            let id = format!("{prefix}n{node}");
            if kind == "wait" {
                for event in ["t", "m"] {
                    let next = node + 1 + self.dice.roll(3);
                    let next = to(self, next);
                    self.line(format!("{id}{event} -> {next}"));
                }
                continue;
            }
            let gateway = ["xor", "and", "or"].contains(&kind);
            let most = if gateway { 1 + self.dice.roll(3) } else { 1 };
            for way in 0..most {
                let back = self.again && way > 0 && kind != "and" && self.dice.roll(6) == 0;
                let next = match way {
                    0 => node + 1,
                    _ if back => self.dice.roll(node + 1),
                    _ => node + 1 + self.dice.roll(3),
                };
                let next = to(self, next);
                let how = match (kind, way) {
                    ("and", _) => String::new(),
                    (_, 0) if most == 1 => String::new(),
                    (_, 0) => "else".to_string(),
                    (_, n) if back => format!("max 2 if c{n}"),
                    (_, n) => format!("if c{n}"),
                };
                self.line(format!("{id} -> {next} {how}"));
            }
        }
        for event in edges {
            let at: usize =
                event.rsplit('n').next().and_then(|it| it.trim_end_matches('b').parse().ok()).unwrap_or(0);
            let next = at + 1 + self.dice.roll(3);
            let next = to(self, next);
            self.line(format!("{event} -> {next}"));
        }
    }
}

/// For how many something is done: two, or what nobody can do.
const COUNTS: [&str; 8] = ["2", "2", "2", "1 + 1", "0", "-1", "1.5", "500"];

pub fn drawing(seed: u64) -> String {
    drawn(seed, false)
}

/// The same where much is thrown.
pub fn thrown(seed: u64) -> String {
    drawn(seed, true)
}

fn drawn(seed: u64, throws: bool) -> String {
    let mut dice = Dice(seed.wrapping_mul(0xBF58_476D_1CE4_E5B9) | 1);
    let again = !throws && dice.roll(2) == 0;
    let mut drawn = NestedDrawing { dice, lines: String::new(), again, throws };
    drawn.scope("", 0);
    // An end that nothing leads to is drawn by nobody.
    let lines = drawn.lines.lines();
    let ends = ["end", "terminate", "error-end", "escalate-end"];
    let led_to: BTreeSet<&str> = lines
        .clone()
        .filter_map(|line| line.split_once(" -> "))
        .map(|(_, to)| to.split(' ').next().unwrap_or_default())
        .collect();
    let used = |line: &&str| {
        let mut words = line.split(' ');
        !words.next().is_some_and(|kind| ends.contains(&kind))
            || words.next().is_some_and(|id| led_to.contains(id))
    };
    lines.filter(used).map(|line| format!("{line}\n")).collect()
}
