//! Types before values: what an expression gives, and what can never be right in it.
//!
//! A name nobody knows is an error here, with the nearest known one; so is a comparison that could only ever be
//! `null`. What cannot be told stays `Any` and fits everything.

use crate::Expression;
use crate::ast::{Arguments, Kind as Tree, Node, Operator, Source, Test};
use crate::builtin::{self, BuiltIn, Kind};
use crate::problem::{Problem, Trouble};
use crate::value::Value;
use std::collections::BTreeMap;

/// What a value can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    Any,
    Null,
    Bool,
    Number,
    Text,
    Date,
    Time,
    DateTime,
    /// Days and time.
    Duration,
    /// Years and months.
    Months,
    List(Box<Type>),
    /// Its parts by name; nothing where they are not known.
    Context(Option<BTreeMap<String, Type>>),
    Range(Box<Type>),
    Function,
}

impl Type {
    pub fn list(of: Type) -> Type {
        Type::List(Box::new(of))
    }

    pub fn context<'a>(parts: impl IntoIterator<Item = (&'a str, Type)>) -> Type {
        Type::Context(Some(parts.into_iter().map(|(name, kind)| (name.to_string(), kind)).collect()))
    }

    /// In words, in the language of the problem's sentence: the names of the standard.
    fn name(&self) -> String {
        match self {
            Type::Any => "Any".into(),
            Type::Null => "null".into(),
            Type::Bool => "boolean".into(),
            Type::Number => "number".into(),
            Type::Text => "string".into(),
            Type::Date => "date".into(),
            Type::Time => "time".into(),
            Type::DateTime => "date and time".into(),
            Type::Duration => "days and time duration".into(),
            Type::Months => "years and months duration".into(),
            Type::List(of) => format!("list<{}>", of.name()),
            Type::Context(_) => "context".into(),
            Type::Range(of) => format!("range<{}>", of.name()),
            Type::Function => "function".into(),
        }
    }

    fn open(&self) -> bool {
        matches!(self, Type::Any | Type::Null)
    }

    /// Whether one can stand where the other is wanted.
    fn fits(&self, wanted: &Type) -> bool {
        match (self, wanted) {
            (a, b) if a.open() || b.open() => true,
            (Type::List(a), Type::List(b)) | (Type::Range(a), Type::Range(b)) => a.fits(b),
            (Type::Context(_), Type::Context(_)) => true,
            (a, b) => a == b,
        }
    }

    /// What both are.
    fn both(self, other: Type) -> Type {
        match (self, other) {
            (Type::Null, other) | (other, Type::Null) => other,
            (a, b) if a == b => a,
            (Type::List(a), Type::List(b)) => Type::list(a.both(*b)),
            (Type::Context(_), Type::Context(_)) => Type::Context(None),
            _ => Type::Any,
        }
    }
}

/// The type of an expression over names of these types, or all that is wrong with it.
pub fn check(expression: &Expression, names: &BTreeMap<String, Type>) -> Result<Type, Vec<Problem>> {
    let mut checker = Checker { names, known: Vec::new(), problems: Vec::new() };
    let kind = checker.kind(&expression.root);
    if checker.problems.is_empty() { Ok(kind) } else { Err(checker.problems) }
}

/// The same for a condition, which must be true or false.
pub fn check_condition(expression: &Expression, names: &BTreeMap<String, Type>) -> Result<(), Vec<Problem>> {
    let kind = check(expression, names)?;
    if kind.fits(&Type::Bool) && kind != Type::Null {
        return Ok(());
    }
    let trouble = Trouble::WrongType { needed: Type::Bool.name(), found: kind.name() };
    Err(vec![Problem::new(expression.root.at.clone(), trouble)])
}

struct Checker<'a> {
    names: &'a BTreeMap<String, Type>,
    known: Vec<(String, Type)>,
    problems: Vec<Problem>,
}

impl Checker<'_> {
    fn wrong(&mut self, node: &Node, trouble: Trouble) {
        self.problems.push(Problem::new(node.at.clone(), trouble));
    }

    /// Wants a type of a part.
    fn want(&mut self, node: &Node, wanted: &Type) {
        let found = self.kind(node);
        if !found.fits(wanted) {
            self.wrong(node, Trouble::WrongType { needed: wanted.name(), found: found.name() });
        }
    }

    fn with(&mut self, names: Vec<(String, Type)>, node: &Node) -> Type {
        let before = self.known.len();
        self.known.extend(names);
        let kind = self.kind(node);
        self.known.truncate(before);
        kind
    }

    fn kind(&mut self, node: &Node) -> Type {
        match &node.kind {
            Tree::Literal(value) => of_value(value),
            Tree::Name(name) => self.name(node, name),
            Tree::List(nodes) => {
                let kinds: Vec<Type> = nodes.iter().map(|node| self.kind(node)).collect();
                Type::list(kinds.into_iter().reduce(Type::both).unwrap_or(Type::Any))
            }
            Tree::Context(entries) => {
                let before = self.known.len();
                let mut parts = BTreeMap::new();
                for (name, value) in entries {
                    let kind = self.kind(value);
                    self.known.push((name.clone(), kind.clone()));
                    parts.insert(name.clone(), kind);
                }
                self.known.truncate(before);
                Type::Context(Some(parts))
            }
            Tree::Range { low, high, .. } => {
                let mut end = |end: &Option<Box<Node>>| end.as_ref().map_or(Type::Any, |end| self.kind(end));
                let (low, high) = (end(low), end(high));
                if !comparable(&low, &high) {
                    self.never_fit(node, &low, &high);
                }
                Type::Range(Box::new(low.both(high)))
            }
            Tree::Negate(inner) => {
                let kind = self.kind(inner);
                if !matches!(kind, Type::Number | Type::Duration | Type::Months) && !kind.open() {
                    self.wrong(inner, Trouble::WrongType { needed: Type::Number.name(), found: kind.name() });
                }
                kind
            }
            Tree::Binary(operator, left, right) => self.binary(node, *operator, left, right),
            Tree::Between(value, low, high) => {
                let kind = self.kind(value);
                for end in [low, high] {
                    let end = self.kind(end);
                    if !comparable(&kind, &end) {
                        self.never_fit(node, &kind, &end);
                    }
                }
                Type::Bool
            }
            Tree::In(value, tests) => {
                let kind = self.kind(value);
                self.tests(&kind, tests);
                Type::Bool
            }
            Tree::Tests { tests, .. } => {
                let kind = self.lookup("?").unwrap_or(Type::Any);
                self.tests(&kind, tests);
                Type::Bool
            }
            Tree::If(test, then, otherwise) => {
                self.want(test, &Type::Bool);
                let then = self.kind(then);
                then.both(self.kind(otherwise))
            }
            Tree::For(over, result) => {
                let mut names = self.sources(over);
                names.push(("partial".into(), Type::list(Type::Any)));
                Type::list(self.with(names, result))
            }
            Tree::Quantified { over, satisfies, .. } => {
                let names = self.sources(over);
                let kind = self.with(names, satisfies);
                if !kind.fits(&Type::Bool) {
                    self.wrong(
                        satisfies,
                        Trouble::WrongType { needed: Type::Bool.name(), found: kind.name() },
                    );
                }
                Type::Bool
            }
            Tree::Path(value, name) => {
                let kind = self.kind(value);
                self.part(node, &kind, name)
            }
            Tree::Filter(value, filter) => self.filter(value, filter),
            Tree::Call(callee, arguments) => self.call(node, callee, arguments),
            Tree::Function(parameters, body) => {
                let names = parameters.iter().map(|name| (name.clone(), Type::Any)).collect();
                self.with(names, body);
                Type::Function
            }
            Tree::InstanceOf(value, _) => {
                self.kind(value);
                Type::Bool
            }
        }
    }

    fn lookup(&self, name: &str) -> Option<Type> {
        let own = self.known.iter().rev().find(|(known, _)| known == name).map(|(_, kind)| kind);
        own.or_else(|| self.names.get(name)).cloned()
    }

    fn name(&mut self, node: &Node, name: &str) -> Type {
        if let Some(kind) = self.lookup(name) {
            return kind;
        }
        if builtin::find(name).is_some() {
            return Type::Function;
        }
        let known = self.known.iter().map(|(known, _)| known.as_str());
        let like = nearest(name, known.chain(self.names.keys().map(String::as_str)));
        self.wrong(node, Trouble::UnknownName { name: name.to_string(), like });
        Type::Any
    }

    fn never_fit(&mut self, node: &Node, left: &Type, right: &Type) {
        self.wrong(node, Trouble::NeverFit { left: left.name(), right: right.name() });
    }

    fn binary(&mut self, node: &Node, operator: Operator, left: &Node, right: &Node) -> Type {
        if matches!(operator, Operator::And | Operator::Or) {
            self.want(left, &Type::Bool);
            self.want(right, &Type::Bool);
            return Type::Bool;
        }
        let (left, right) = (self.kind(left), self.kind(right));
        let given = match operator {
            Operator::And | Operator::Or => Some(Type::Bool),
            Operator::Equal | Operator::NotEqual => {
                (left.fits(&right) || comparable(&left, &right)).then_some(Type::Bool)
            }
            Operator::Less | Operator::LessOrEqual | Operator::Greater | Operator::GreaterOrEqual => {
                comparable(&left, &right).then_some(Type::Bool)
            }
            Operator::Add => sum(&left, &right),
            Operator::Subtract => difference(&left, &right),
            Operator::Multiply => product(&left, &right),
            Operator::Divide => quotient(&left, &right),
            Operator::Power => {
                (left.fits(&Type::Number) && right.fits(&Type::Number)).then_some(Type::Number)
            }
        };
        given.unwrap_or_else(|| {
            self.never_fit(node, &left, &right);
            if matches!(operator, Operator::Add | Operator::Subtract | Operator::Multiply | Operator::Divide)
            {
                Type::Any
            } else {
                Type::Bool
            }
        })
    }

    fn tests(&mut self, tested: &Type, tests: &[Test]) {
        for test in tests {
            let (node, ordered) = match test {
                Test::Any => continue,
                Test::Compare(operator, node) => {
                    (node, !matches!(operator, Operator::Equal | Operator::NotEqual))
                }
                Test::Value(node) => (node, false),
            };
            let kind = self.with(vec![("?".into(), tested.clone())], node);
            let inner = match (&kind, test) {
                (Type::Bool, Test::Value(_)) => continue,
                (Type::List(of) | Type::Range(of), Test::Value(_)) => match &**of {
                    Type::Range(of) => (**of).clone(),
                    of => of.clone(),
                },
                _ => kind.clone(),
            };
            let fits =
                if ordered { comparable(tested, &inner) } else { tested.fits(&inner) || tested.fits(&kind) };
            if !fits && !comparable(tested, &inner) {
                self.never_fit(node, tested, &inner);
            }
        }
    }

    fn sources(&mut self, over: &[(String, Source)]) -> Vec<(String, Type)> {
        let before = self.known.len();
        for (name, source) in over {
            let kind = match source {
                Source::Span(from, to) => {
                    self.want(from, &Type::Number);
                    self.want(to, &Type::Number);
                    Type::Number
                }
                Source::List(node) => match self.kind(node) {
                    Type::List(of) | Type::Range(of) => *of,
                    other => other,
                },
            };
            self.known.push((name.clone(), kind));
        }
        self.known.split_off(before)
    }

    fn part(&mut self, node: &Node, kind: &Type, name: &str) -> Type {
        let parts: &[(&str, Type)] = match kind {
            Type::Any | Type::Null | Type::Context(None) => return Type::Any,
            Type::Context(Some(parts)) => {
                if let Some(kind) = parts.get(name) {
                    return kind.clone();
                }
                let like = nearest(name, parts.keys().map(String::as_str));
                self.wrong(node, Trouble::UnknownPart { name: name.to_string(), like });
                return Type::Any;
            }
            Type::List(of) => return Type::list(self.part(node, &of.clone(), name)),
            Type::Date => &DATE,
            Type::Time => &TIME,
            Type::DateTime => &DATE_TIME,
            Type::Duration => &DURATION,
            Type::Months => &MONTHS,
            Type::Range(of) => {
                return match name {
                    "start" | "end" => (**of).clone(),
                    "start included" | "end included" => Type::Bool,
                    _ => self.no_part(node, name, &["start", "end", "start included", "end included"]),
                };
            }
            Type::Bool | Type::Number | Type::Text | Type::Function => &[],
        };
        match parts.iter().find(|(known, _)| *known == name) {
            Some((_, kind)) => kind.clone(),
            None => {
                let known: Vec<&str> = parts.iter().map(|(known, _)| *known).collect();
                self.no_part(node, name, &known)
            }
        }
    }

    fn no_part(&mut self, node: &Node, name: &str, known: &[&str]) -> Type {
        let like = nearest(name, known.iter().copied());
        self.wrong(node, Trouble::UnknownPart { name: name.to_string(), like });
        Type::Any
    }

    fn filter(&mut self, value: &Node, filter: &Node) -> Type {
        let of = match self.kind(value) {
            Type::List(of) => *of,
            other => other,
        };
        let mut names: Vec<(String, Type)> = Vec::new();
        if let Type::Context(Some(parts)) = &of {
            names.extend(parts.iter().map(|(name, kind)| (name.clone(), kind.clone())));
        }
        if !names.iter().any(|(name, _)| name == "item") {
            names.push(("item".into(), of.clone()));
        }
        // Parts of what is not known may be named in the filter: nothing can be said against it.
        let blind = matches!(of, Type::Any | Type::Null | Type::Context(None));
        let before = self.problems.len();
        let kind = self.with(names, filter);
        if blind {
            self.problems.truncate(before);
        }
        match kind {
            Type::Number => of,
            Type::Bool => Type::list(of),
            kind if kind.open() => Type::Any,
            kind => {
                self.wrong(filter, Trouble::WrongType { needed: Type::Bool.name(), found: kind.name() });
                Type::Any
            }
        }
    }

    fn call(&mut self, node: &Node, callee: &Node, arguments: &Arguments) -> Type {
        let known = match &callee.kind {
            Tree::Name(name) if self.lookup(name).is_none() => match builtin::find(name) {
                Some(known) => known,
                None => {
                    let like = nearest(name, builtin::all().map(|function| function.name));
                    self.wrong(callee, Trouble::UnknownFunction { name: name.clone(), like });
                    self.arguments(arguments);
                    return Type::Any;
                }
            },
            _ => {
                let kind = self.kind(callee);
                if !kind.fits(&Type::Function) {
                    let needed = Type::Function.name();
                    self.wrong(callee, Trouble::WrongType { needed, found: kind.name() });
                }
                self.arguments(arguments);
                return Type::Any;
            }
        };
        let given = self.arguments(arguments);
        self.fit_arguments(node, known, arguments, &given);
        let first = given.first().cloned().unwrap_or(Type::Any);
        given_type(known.gives, first)
    }

    fn arguments(&mut self, arguments: &Arguments) -> Vec<Type> {
        match arguments {
            Arguments::Placed(nodes) => nodes.iter().map(|node| self.kind(node)).collect(),
            Arguments::Named(named) => named.iter().map(|(_, node)| self.kind(node)).collect(),
        }
    }

    fn fit_arguments(&mut self, node: &Node, known: &BuiltIn, arguments: &Arguments, given: &[Type]) {
        let name = || Trouble::WrongArguments { name: known.name.to_string() };
        let parameters: Option<Vec<Kind>> = match arguments {
            Arguments::Placed(nodes) => {
                let enough = nodes.len() >= known.least;
                let place = |place: usize| known.parameters.get(place).or(known.parameters.last());
                let few = known.many || nodes.len() <= known.parameters.len();
                (enough && few)
                    .then(|| (0..nodes.len()).map(|at| place(at).map(|one| one.kind)).collect())
                    .flatten()
            }
            Arguments::Named(named) => {
                let kinds = named.iter().map(|(name, _)| {
                    known.parameters.iter().find(|parameter| parameter.name == name).map(|one| one.kind)
                });
                let kinds: Option<Vec<Kind>> = kinds.collect();
                kinds.filter(|kinds| kinds.len() >= known.least)
            }
        };
        let Some(parameters) = parameters else { return self.wrong(node, name()) };
        // One value given again and again stands for the list of them.
        let alone = known.many && known.parameters.len() == 1;
        let fits = given.iter().zip(parameters).all(|(given, wanted)| alone || takes(wanted, given));
        if !fits {
            self.wrong(node, name());
        }
    }
}

fn of_value(value: &Value) -> Type {
    match value {
        Value::Null => Type::Null,
        Value::Bool(_) => Type::Bool,
        Value::Number(_) => Type::Number,
        Value::Text(_) => Type::Text,
        Value::Date(_) => Type::Date,
        Value::Time(_) => Type::Time,
        Value::DateTime(_) => Type::DateTime,
        Value::Duration(_) => Type::Duration,
        Value::Months(_) => Type::Months,
        Value::List(_) => Type::list(Type::Any),
        Value::Context(_) => Type::Context(None),
        Value::Range(_) => Type::Range(Box::new(Type::Any)),
        Value::Function(_) => Type::Function,
    }
}

const DATE: [(&str, Type); 4] =
    [("year", Type::Number), ("month", Type::Number), ("day", Type::Number), ("weekday", Type::Number)];
const TIME: [(&str, Type); 4] = [
    ("hour", Type::Number),
    ("minute", Type::Number),
    ("second", Type::Number),
    ("time offset", Type::Duration),
];
const DATE_TIME: [(&str, Type); 8] = [
    ("year", Type::Number),
    ("month", Type::Number),
    ("day", Type::Number),
    ("weekday", Type::Number),
    ("hour", Type::Number),
    ("minute", Type::Number),
    ("second", Type::Number),
    ("time offset", Type::Duration),
];
const DURATION: [(&str, Type); 4] =
    [("days", Type::Number), ("hours", Type::Number), ("minutes", Type::Number), ("seconds", Type::Number)];
const MONTHS: [(&str, Type); 2] = [("years", Type::Number), ("months", Type::Number)];

/// Whether two can stand in an order.
fn comparable(left: &Type, right: &Type) -> bool {
    let ordered = |kind: &Type| {
        matches!(
            kind,
            Type::Number
                | Type::Text
                | Type::Date
                | Type::Time
                | Type::DateTime
                | Type::Duration
                | Type::Months
        )
    };
    let days = |kind: &Type| matches!(kind, Type::Date | Type::DateTime);
    match (left, right) {
        (a, b) if a.open() && b.open() => true,
        (a, b) if a.open() => ordered(b),
        (a, b) if b.open() => ordered(a),
        (a, b) => (ordered(a) && a == b) || (days(a) && days(b)),
    }
}

fn sum(left: &Type, right: &Type) -> Option<Type> {
    use Type::{Any, Date, DateTime, Duration, Months, Number, Text, Time};
    Some(match (left, right) {
        (Number, Number) => Number,
        (Text, Text) => Text,
        (Duration, Duration) => Duration,
        (Months, Months) => Months,
        (Date, Duration | Months) | (Duration | Months, Date) => Date,
        (DateTime, Duration | Months) | (Duration | Months, DateTime) => DateTime,
        (Time, Duration) | (Duration, Time) => Time,
        (a, b) if a.open() && b.open() => Any,
        (a, known) | (known, a) if a.open() => match known {
            Number => Number,
            Text => Text,
            Date | Time | DateTime => known.clone(),
            Duration | Months => Any,
            _ => return None,
        },
        _ => return None,
    })
}

fn difference(left: &Type, right: &Type) -> Option<Type> {
    use Type::{Any, Date, DateTime, Duration, Months, Number, Text, Time};
    Some(match (left, right) {
        (Text, _) | (_, Text) => return None,
        (Date | DateTime, Date | DateTime) | (Time, Time) => Duration,
        (_, Duration | Months | Number) => sum(left, right)?,
        (Number, right) if right.open() => Number,
        (Date | DateTime | Time | Duration | Months, right) if right.open() => Any,
        (left, Date | DateTime | Time) if left.open() => Duration,
        (left, right) if left.open() && right.open() => Any,
        _ => return None,
    })
}

fn product(left: &Type, right: &Type) -> Option<Type> {
    use Type::{Any, Duration, Months, Number};
    Some(match (left, right) {
        (Number, Number) => Number,
        (Duration, Number) | (Number, Duration) => Duration,
        (Months, Number) | (Number, Months) => Months,
        (a, known) | (known, a) if a.open() && matches!(known, Duration | Months) => known.clone(),
        (a, Number) | (Number, a) if a.open() => Any,
        (a, b) if a.open() && b.open() => Any,
        _ => return None,
    })
}

fn quotient(left: &Type, right: &Type) -> Option<Type> {
    use Type::{Any, Duration, Months, Number};
    Some(match (left, right) {
        (Number, Number) | (Duration, Duration) | (Months, Months) => Number,
        (Duration, Number) => Duration,
        (Months, Number) => Months,
        (Number | Duration | Months, right) if right.open() => Any,
        (left, Number | Duration | Months) if left.open() => Any,
        (left, right) if left.open() && right.open() => Any,
        _ => return None,
    })
}

/// Whether a parameter takes a type.
fn takes(wanted: Kind, given: &Type) -> bool {
    if given.open() {
        return true;
    }
    match wanted {
        Kind::Any | Kind::List | Kind::Element | Kind::Same => true,
        Kind::Bool => *given == Type::Bool,
        Kind::Number => *given == Type::Number || matches!(given, Type::Duration | Type::Months),
        Kind::Text => *given == Type::Text,
        Kind::Date => *given == Type::Date,
        Kind::Time => *given == Type::Time,
        Kind::DateTime => *given == Type::DateTime,
        Kind::Duration | Kind::Months => matches!(given, Type::Duration | Type::Months),
        Kind::Day => matches!(given, Type::Date | Type::DateTime),
        Kind::Context => matches!(given, Type::Context(_)),
        Kind::Function => *given == Type::Function,
    }
}

fn given_type(gives: Kind, first: Type) -> Type {
    match gives {
        Kind::Any | Kind::Duration | Kind::Day => Type::Any,
        Kind::Bool => Type::Bool,
        Kind::Number => Type::Number,
        Kind::Text => Type::Text,
        Kind::Date => Type::Date,
        Kind::Time => Type::Time,
        Kind::DateTime => Type::DateTime,
        Kind::Months => Type::Months,
        Kind::List => Type::list(Type::Any),
        Kind::Context => Type::Context(None),
        Kind::Function => Type::Function,
        Kind::Element => match first {
            Type::List(of) => *of,
            other => other,
        },
        Kind::Same => first,
    }
}

/// The known name most like one, if any is like it at all.
fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    let limit = 1 + name.chars().count() / 4;
    known
        .map(|known| (distance(name, known), known))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, known)| (*distance, known.to_string()))
        .map(|(_, known)| known.to_string())
}

/// How many letters must change to make one word of another; capitals and blanks are forgiven.
fn distance(left: &str, right: &str) -> usize {
    let letters = |text: &str| -> Vec<char> {
        text.chars()
            .flat_map(char::to_lowercase)
            .filter(|letter| !matches!(letter, ' ' | '_' | '-'))
            .collect()
    };
    let (left, right) = (letters(left), letters(right));
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (place, letter) in left.iter().enumerate() {
        let mut before = row[0];
        row[0] = place + 1;
        for (other, with) in right.iter().enumerate() {
            let replaced = before + usize::from(letter != with);
            before = row[other + 1];
            row[other + 1] = replaced.min(before + 1).min(row[other] + 1);
        }
    }
    row[right.len()]
}
