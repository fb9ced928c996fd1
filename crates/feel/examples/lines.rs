//! Expressions with what they must give, such as a suite of others written down line by line:
//!
//! ```text
//! FEEL_LINES=lines.tsv cargo run --release -p feel --example lines [TURNS]
//! ```
//!
//! A line is an expression, a tab, and an expression of what it gives; a type after another tab is what was declared for
//! it. `let`, a name and an expression, each after a tab, gives a name a value for the lines that follow, of the type
//! that follows it, if one does; `type`, a name and a type gives a type a name; `clear` forgets all names. `↵` in an
//! expression is a line break. Numbers may differ by a hundred-millionth, as in the public suite of the standard.
//!
//! A line that begins with `#` says which case follows. What is answered otherwise is printed, with its case; the exit
//! code is 1 then. With a number of turns all is evaluated, and all checked, so often, and how many of each a second
//! that makes is printed.

use feel::{Budget, Decimal, Expression, NamedValues, Problem, Type, Value, check};
use std::collections::BTreeMap;
use std::process::ExitCode;
use std::time::Instant;

/// One line, ready to be evaluated again and again.
struct InputLine {
    expression: Expression,
    names: NamedValues,
    types: BTreeMap<String, Type>,
}

/// What the lines so far gave names to.
#[derive(Default)]
struct Known {
    values: NamedValues,
    types: BTreeMap<String, Type>,
}

/// What is found of one line.
enum ReadLine {
    Right(InputLine),
    Refused(InputLine, Problem),
    Wrong(InputLine, String),
    Unread(String),
}

fn main() -> ExitCode {
    let path = std::env::var("FEEL_LINES").expect("FEEL_LINES names a file");
    let text = std::fs::read_to_string(path).expect("the file can be read");
    let turns: u32 = std::env::args().nth(1).map_or(0, |turns| turns.parse().expect("a number of turns"));
    let (mut lines, mut known, mut wrong, mut refused, mut case) = (Vec::new(), Known::default(), 0, 0, "");
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        if line.starts_with('#') {
            case = line;
            continue;
        }
        let line = line.replace('↵', "\n");
        let parts: Vec<&str> = line.split('\t').collect();
        let (text, found) = match parts.as_slice() {
            ["clear"] => {
                known = Known::default();
                continue;
            }
            ["type", name, kind] => {
                let kind = known.kind(kind);
                known.types.insert((*name).to_string(), kind);
                continue;
            }
            ["let", name, value, kind @ ..] => {
                let value = known.parsed(value).map_or(Value::Null, |value| evaluated(&value, &known.values));
                let value = kind.first().map_or(Type::Any, |kind| known.kind(kind)).conformed(value);
                known.values.insert((*name).to_string(), value);
                continue;
            }
            [text, expected, kind @ ..] => (*text, known.look(text, expected, kind.first().copied())),
            _ => panic!("not a line: {line}"),
        };
        match found {
            ReadLine::Right(line) => lines.push(line),
            ReadLine::Refused(line, problem) => {
                refused += 1;
                println!("{case}\n{text}\n    is refused: {}", problem.sentences().en);
                lines.push(line);
            }
            ReadLine::Wrong(line, how) => {
                wrong += 1;
                println!("{case}\n{text}\n    {how}");
                lines.push(line);
            }
            ReadLine::Unread(how) => {
                wrong += 1;
                println!("{case}\n{text}\n    {how}");
            }
        }
    }
    println!("{} read, {wrong} wrong, {refused} refused though right", lines.len());
    if turns > 0 {
        measure(&lines, turns);
    }
    ExitCode::from(u8::from(wrong + refused > 0))
}

impl Known {
    fn look(&self, text: &str, expected: &str, kind: Option<&str>) -> ReadLine {
        let Ok(wanted) = self.parsed(expected) else {
            return ReadLine::Unread(format!("gives what cannot be read: {expected}"));
        };
        let wanted = evaluated(&wanted, &self.values);
        let expression = match self.parsed(text) {
            Ok(expression) => expression,
            Err(problem) => return ReadLine::Unread(format!("is not read: {}", problem.sentences().en)),
        };
        let kind = kind.map_or(Type::Any, |kind| self.kind(kind));
        let found = kind.conformed(evaluated(&expression, &self.values));
        let types = self.values.keys().map(|name| (name.clone(), Type::Any)).collect();
        let line = InputLine { expression, names: self.values.clone(), types };
        if !same(&found, &wanted) {
            return ReadLine::Wrong(line, format!("gives {found}, not {wanted}"));
        }
        match check(&line.expression, &line.types) {
            Err(problems) if !wanted.is_null() => ReadLine::Refused(line, problems[0].clone()),
            _ => ReadLine::Right(line),
        }
    }

    fn parsed(&self, text: &str) -> Result<Expression, Problem> {
        let parts: Vec<&str> = self.values.values().flat_map(Value::part_names).collect();
        Expression::parse_with(text, self.values.keys().map(String::as_str), parts, &self.types)
    }

    fn kind(&self, text: &str) -> Type {
        Type::parse(text, &self.types).unwrap_or_else(|problem| panic!("{text}: {}", problem.sentences().en))
    }
}

/// Whether two values are the same, numbers within what is allowed.
fn same(found: &Value, wanted: &Value) -> bool {
    match (found, wanted) {
        (Value::Number(found), Value::Number(wanted)) => (*found - *wanted).abs() < Decimal::new(1, 8),
        (Value::List(found), Value::List(wanted)) => {
            found.len() == wanted.len()
                && found.iter().zip(wanted.iter()).all(|(found, wanted)| same(found, wanted))
        }
        _ => found == wanted,
    }
}

fn measure(lines: &[InputLine], turns: u32) {
    let a_second = |done: &str, once: &dyn Fn(&InputLine)| {
        let begun = Instant::now();
        (0..turns).for_each(|_| lines.iter().for_each(once));
        let all = f64::from(turns) * lines.len() as f64;
        println!("{:.0} {done} a second", all / begun.elapsed().as_secs_f64());
    };
    a_second("evaluations", &|line| drop(std::hint::black_box(evaluated(&line.expression, &line.names))));
    a_second("checks", &|line| drop(std::hint::black_box(check(&line.expression, &line.types))));
}

fn evaluated(expression: &Expression, names: &NamedValues) -> Value {
    expression.evaluate(names, Budget::default()).unwrap_or(Value::Null)
}
