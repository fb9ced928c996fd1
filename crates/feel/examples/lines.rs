//! Expressions with what they must give, such as a suite of others written down line by line:
//!
//! ```text
//! FEEL_LINES=lines.tsv cargo run --release -p feel --example lines [TURNS]
//! ```
//!
//! A line is an expression, a tab, and an expression of what it gives. `let`, a name and an expression, each after a
//! tab, gives a name a value for the lines that follow; `clear` forgets all names. `↵` in an expression is a line break.
//! A line that begins with `#` says which case follows. What is answered otherwise is printed, with its case; the exit
//! code is 1 then. With a number of turns all is evaluated, and all checked, so often, and how many of each a second
//! that makes is printed.

use feel::{Budget, Context, Expression, Type, Value, check};
use std::collections::BTreeMap;
use std::process::ExitCode;
use std::time::Instant;

/// One line, ready to be evaluated again and again.
struct Line {
    expression: Expression,
    names: Context,
    types: BTreeMap<String, Type>,
}

fn main() -> ExitCode {
    let path = std::env::var("FEEL_LINES").expect("FEEL_LINES names a file");
    let text = std::fs::read_to_string(path).expect("the file can be read");
    let turns: u32 = std::env::args().nth(1).map_or(0, |turns| turns.parse().expect("a number of turns"));
    let (mut lines, mut names, mut wrong, mut refused, mut case) = (Vec::new(), Context::new(), 0, 0, "");
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        if line.starts_with('#') {
            case = line;
            continue;
        }
        let line = line.replace('↵', "\n");
        let parts: Vec<&str> = line.split('\t').collect();
        match parts.as_slice() {
            ["clear"] => names.clear(),
            ["let", name, value] => {
                let value = parsed(value, &names).map_or(Value::Null, |value| evaluated(&value, &names));
                names.insert((*name).to_string(), value);
            }
            [text, expected] => {
                let Ok(wanted) = parsed(expected, &names) else {
                    wrong += 1;
                    println!("{case}\n{text}\n    gives what cannot be read: {expected}");
                    continue;
                };
                let wanted = evaluated(&wanted, &names);
                match parsed(text, &names) {
                    Ok(expression) => {
                        let found = evaluated(&expression, &names);
                        if found != wanted {
                            wrong += 1;
                            println!("{case}\n{text}\n    gives {found}, not {wanted}");
                        }
                        let types: BTreeMap<String, Type> =
                            names.keys().map(|name| (name.clone(), Type::Any)).collect();
                        if let (Err(problems), false) = (check(&expression, &types), wanted.is_null()) {
                            refused += 1;
                            println!("{case}\n{text}\n    is refused: {}", problems[0].sentences().1);
                        }
                        lines.push(Line { expression, names: names.clone(), types });
                    }
                    Err(problem) => {
                        wrong += 1;
                        println!("{case}\n{text}\n    is not read: {}", problem.sentences().1);
                    }
                }
            }
            _ => panic!("not a line: {line}"),
        }
    }
    println!("{} read, {wrong} wrong, {refused} refused though right", lines.len());
    if turns > 0 {
        measure(&lines, turns);
    }
    ExitCode::from(u8::from(wrong + refused > 0))
}

fn measure(lines: &[Line], turns: u32) {
    let a_second = |done: &str, once: &dyn Fn(&Line)| {
        let begun = Instant::now();
        (0..turns).for_each(|_| lines.iter().for_each(once));
        let all = f64::from(turns) * lines.len() as f64;
        println!("{:.0} {done} a second", all / begun.elapsed().as_secs_f64());
    };
    a_second("evaluations", &|line| drop(std::hint::black_box(evaluated(&line.expression, &line.names))));
    a_second("checks", &|line| drop(std::hint::black_box(check(&line.expression, &line.types))));
}

fn parsed(text: &str, names: &Context) -> Result<Expression, feel::Problem> {
    let parts: Vec<&str> = names.values().flat_map(Value::part_names).collect();
    Expression::parse_knowing(text, names.keys().map(String::as_str), parts)
}

fn evaluated(expression: &Expression, names: &Context) -> Value {
    expression.evaluate(names, Budget::default()).unwrap_or(Value::Null)
}
