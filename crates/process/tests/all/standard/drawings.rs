//! Drawings by chance.

pub use crate::common::dice::Dice;
use std::collections::BTreeSet;
use std::fmt::Write;

/// Anything at all between a start and ends: ways that part and meet, events on edges, what ends everything, ways back.
pub fn drawing(seed: u64) -> String {
    sized(seed, 3, 6, false)
}

/// The same, where a way that leads back, and now and then one that leads on, is taken so often at most, and what lies in
/// a loop may be come to by that way alone.
pub fn bounded(seed: u64) -> String {
    let mut dice = Dice(seed.wrapping_mul(0x94D0_49BB_1331_11EB) | 1);
    let mut found = String::new();
    for line in sized(seed, 3, 5, false).lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        let place = |word: &str| word.strip_prefix('n').and_then(|number| number.parse::<usize>().ok());
        let most = 1 + [0, 0, 0, 1, 2][dice.roll(5)];
        match words.as_slice() {
            [from, "->", to, "if", condition] => {
                let back = place(to).is_some_and(|to| place(from).is_some_and(|from| to <= from));
                let bound = if back || dice.roll(5) == 0 { format!("max {most} ") } else { String::new() };
                let _ = writeln!(found, "{from} -> {to} {bound}if {condition}");
            }
            _ => found += &format!("{line}\n"),
        }
    }
    let Some(size) = (0..).find(|node| !found.contains(&format!(" n{node} "))) else { return found };
    // Something that is come to by a way back alone, and from which one may go on where that begins.
    for loops in 0..dice.roll(3) {
        let own = format!("k{loops}");
        let choices = (0..size).filter(|node| found.contains(&format!("xor n{node} ")));
        let choices: Vec<usize> = choices.collect();
        if choices.is_empty() {
            break;
        }
        let from = choices[dice.roll(choices.len())];
        let to = match dice.roll(size + 1) {
            to if to == size => "e".to_string(),
            to => format!("n{to}"),
        };
        let most = 1 + dice.roll(2);
        let _ = writeln!(found, "task {own}\nn{from} -> {own} max {most} if {own}\n{own} -> {to}");
        if dice.roll(3) > 0 {
            let how = ["on", "beside", "beside"][dice.roll(3)];
            let to = dice.roll(from + 2).min(size - 1);
            let _ = writeln!(found, "{how} {own}b {own} timer PT1H\n{own}b -> n{to}");
        }
    }
    found
}

/// The same, with conditions that are waited for, and what is returned.
pub fn drawn(seed: u64) -> String {
    sized(seed, 3, 6, true)
}

fn sized(seed: u64, least: usize, further: usize, more: bool) -> String {
    let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let size = least + dice.roll(further);
    let kinds = ["task", "task", "task", "xor", "xor", "and", "and", "or", "or", "or", "condition", "return"];
    let mut lines = "start s\nend e\n".to_string();
    let stops = dice.roll(3) == 0;
    if stops {
        lines += "terminate z\n";
    }
    let mut edges = Vec::new();
    let mut of = Vec::new();
    for node in 0..size {
        let kind = kinds[dice.roll(kinds.len() - if more { 0 } else { 2 })];
        // What is waited for is called as where it is waited for.
        let about = if kind == "condition" { format!("n{node}") } else { String::new() };
        let _ = writeln!(lines, "{kind} n{node} {about}");
        if kind == "task" && dice.roll(3) == 0 {
            let how = ["on", "beside", "beside"][dice.roll(3)];
            let what =
                if more && dice.roll(2) == 0 { format!("condition t{node}") } else { "timer PT1H".into() };
            let _ = writeln!(lines, "{how} t{node} n{node} {what}");
            edges.push(node);
        }
        if more && kind == "task" && dice.roll(2) == 0 {
            let _ = writeln!(lines, "handler h{node}\nreturned r{node} n{node} h{node}");
        }
        of.push(kind);
    }
    let named = |to: usize, dice: &mut Dice| match to {
        to if to < size => format!("n{to}"),
        _ if stops && dice.roll(2) == 0 => "z".to_string(),
        _ => "e".to_string(),
    };
    let _ = writeln!(lines, "s -> n0");
    for (node, kind) in of.iter().copied().enumerate() {
        let most = if ["task", "condition", "return"].contains(&kind) {
            1 + usize::from(dice.roll(4) == 0)
        } else {
            1 + dice.roll(3)
        };
        let has_default = dice.roll(3) > 0;
        for way in 0..most {
            let to = match way {
                0 => node + 1,
                _ if dice.roll(8) == 0 => dice.roll(size),
                _ => node + 1 + dice.roll(4),
            };
            let how = match (kind, way) {
                ("and", _) | (_, 0) if kind == "and" || most == 1 => String::new(),
                ("task" | "condition" | "return", 0) if !has_default => String::new(),
                (_, 0) => "else".to_string(),
                (_, n) => format!("if c{n}"),
            };
            let to = named(to, &mut dice);
            let _ = writeln!(lines, "n{node} -> {to} {how}");
        }
    }
    for node in edges {
        let to = node + 1 + dice.roll(4);
        let to = named(to, &mut dice);
        let _ = writeln!(lines, "t{node} -> {to}");
    }
    lines
}

/// The same drawing with some of its plain flows as links. Ways that meet at a task or a choice meet where they arrive.
pub fn linked(lines: &str, seed: u64) -> String {
    let mut dice = Dice(seed.wrapping_mul(0xA24B_AED4_963E_E407) | 1);
    let mut halves = BTreeSet::new();
    let mut found = String::new();
    for (number, line) in lines.lines().enumerate() {
        let words: Vec<&str> = line.split_whitespace().collect();
        let [from, "->", to] = words.as_slice() else {
            let _ = writeln!(found, "{line}");
            continue;
        };
        if dice.roll(2) == 0 {
            let _ = writeln!(found, "{line}");
            continue;
        }
        let meets = ["task", "xor"].iter().any(|kind| lines.contains(&format!("{kind} {to}\n")));
        let name = if meets { format!("to-{to}") } else { format!("{number}-to-{to}") };
        let _ = writeln!(found, "leave leave{number} {name}\n{from} -> leave{number}");
        if halves.insert(name.clone()) {
            let _ = writeln!(found, "arrive at{number} {name}\nat{number} -> {to}");
        }
    }
    found
}

/// The same drawing with others beside it that events begin, by messages, times and what its end raises.
pub fn handled(seed: u64) -> String {
    let mut dice = Dice(seed.wrapping_mul(0xC2B2_AE3D_27D4_EB4F) | 1);
    // What is done there may be returned, also while something runs beside it.
    let more = dice.roll(2) == 0;
    let mut lines = sized(seed, 2, if more { 3 } else { 4 }, more);
    // One event at most has them returned: where two are cut short, nobody can say in which order what is left was done.
    let returns: Vec<String> =
        lines.lines().filter(|line| line.starts_with("return n")).skip(1).map(String::from).collect();
    for line in returns {
        lines = lines.replace(&line, &line.replace("return", "task"));
    }
    let raises = ["", "", "escalation", "error"][dice.roll(4)];
    match raises {
        "escalation" => lines = lines.replace("end e\n", "escalate-end e late\n"),
        "error" => lines = lines.replace("end e\n", "error-end e late\n"),
        _ => {}
    }
    for number in 0..1 + dice.roll(2) as u64 {
        let own = |word: &str| {
            let numbered = word.len() > 1 && word[1..].bytes().all(|byte| byte.is_ascii_digit());
            match word.as_bytes()[0] {
                b's' | b'e' | b'z' if word.len() == 1 => format!("w{number}{word}"),
                b'n' | b't' if numbered => format!("w{number}{word}"),
                _ => word.to_string(),
            }
        };
        let inner = sized(seed.wrapping_mul(31).wrapping_add(number), 1, 3, false);
        let edged = ["on", "beside"].iter().any(|how| inner.contains(&format!("{how} t0 ")));
        let renamed =
            inner.lines().map(|line| line.split_whitespace().map(own).collect::<Vec<_>>().join(" "));
        let by = match dice.roll(3) {
            _ if raises == "error" && number == 0 => "error late".to_string(),
            0 if raises == "escalation" && number == 0 => "escalation late".to_string(),
            1 => "timer PT1H".to_string(),
            _ if more && dice.roll(2) == 0 => "timer PT1H".to_string(),
            // What is waited for is called as what waits for it.
            _ if dice.roll(2) == 0 => format!("condition w{number}s"),
            _ => format!("message m{number}"),
        };
        let how = if by.starts_with("error") || dice.roll(3) == 0 { "on" } else { "beside" };
        // What ends all else returns what was done, and so does what comes once beside it, where nothing else does: at its
        // first step, unless something lies on the edge of that.
        let alone = by.starts_with("timer") && !lines.contains("return ");
        let returns = more && !edged && (how == "on" || alone);
        let renamed = renamed.map(|line| match line.as_str() {
            first
                if returns
                    && ["task", "xor", "or"].iter().any(|kind| first == format!("{kind} w{number}n0")) =>
            {
                format!("return w{number}n0")
            }
            _ => line,
        });
        let begun = format!("begun w{number}s {how} {by}");
        let inside = renamed.collect::<Vec<_>>().join("\n").replacen(&format!("start w{number}s"), &begun, 1);
        let _ = write!(lines, "when w{number}\n{inside}\nclose\n");
    }
    lines
}
