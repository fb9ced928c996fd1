//! Types before values: what an expression gives, and what can never be right in it.
//!
//! A name nobody knows is an error here, with the nearest known one; so is a comparison that could only ever be
//! `null`. What cannot be told stays `Any` and fits everything.

use crate::Expression;
use crate::ast::{Arguments, Kind as Tree, Node, Operator, Source, Test};
use crate::builtin::{self, BuiltIn, Kind, Parameter};
use crate::nearest::nearest;
use crate::parts;
use crate::problem::{Problem, Trouble};
use crate::types::{self, Signature, Type};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The type of an expression over names of these types, or all that is wrong with it.
pub fn check(expression: &Expression, names: &BTreeMap<String, Type>) -> Result<Type, Vec<Problem>> {
    let mut checker = Checker { names, known: Vec::new(), problems: Vec::new() };
    let kind = checker.kind(&expression.root);
    if checker.problems.is_empty() { Ok(kind) } else { Err(checker.problems) }
}

/// The same for a condition, which must be true or false. A part of it that is no truth would keep it from ever being
/// true.
pub fn check_condition(expression: &Expression, names: &BTreeMap<String, Type>) -> Result<(), Vec<Problem>> {
    check_kind(expression, names, &Type::Bool)?;
    let mut checker = Checker { names, known: Vec::new(), problems: Vec::new() };
    checker.all_truths(&expression.root);
    if checker.problems.is_empty() { Ok(()) } else { Err(checker.problems) }
}

/// The same for what must be a list.
pub fn check_list(expression: &Expression, names: &BTreeMap<String, Type>) -> Result<(), Vec<Problem>> {
    check_kind(expression, names, &Type::List(Box::new(Type::Any)))
}

fn check_kind(
    expression: &Expression,
    names: &BTreeMap<String, Type>,
    needed: &Type,
) -> Result<(), Vec<Problem>> {
    let kind = check(expression, names)?;
    if kind.fits(needed) && kind != Type::Null {
        return Ok(());
    }
    let trouble = Trouble::WrongType { needed: needed.name(), found: kind.name() };
    Err(vec![Problem::new(expression.root.at.clone(), trouble)])
}

/// The type of a part where these names have these types and nothing is known of others.
pub(crate) fn infer(node: &Node, known: Vec<(String, Type)>) -> Type {
    Checker { names: &BTreeMap::new(), known, problems: Vec::new() }.kind(node).or_less()
}

struct Checker<'a> {
    names: &'a BTreeMap<String, Type>,
    known: Vec<(String, Type)>,
    problems: Vec<Problem>,
}

impl Checker<'_> {
    fn all_truths(&mut self, node: &Node) {
        match &node.kind {
            Tree::Binary(Operator::And, left, right) => {
                self.all_truths(left);
                self.all_truths(right);
            }
            _ => self.want(node, &Type::Bool),
        }
    }

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
            Tree::Literal(value) => types::of_value(value),
            Tree::NotTemporal(text) => {
                self.wrong(node, Trouble::NotTemporal { found: text.clone() });
                Type::Null
            }
            Tree::Name(name) => self.name(node, name),
            Tree::List(nodes) => {
                let kinds: Vec<Type> = nodes.iter().map(|node| self.kind(node)).collect();
                Type::list(kinds.into_iter().reduce(Type::both).unwrap_or(Type::Any))
            }
            Tree::Context(entries) => {
                let before = self.known.len();
                let mut parts = BTreeMap::new();
                for (name, value) in entries {
                    let kind = self.kind(value).or_less();
                    self.known.push((name.to_string(), kind.clone()));
                    parts.insert(name.to_string(), kind);
                }
                self.known.truncate(before);
                Type::Made(parts).or_less()
            }
            Tree::Range { low, high, .. } => {
                let mut end = |end: &Option<Box<Node>>| end.as_ref().map_or(Type::Any, |end| self.kind(end));
                let (low, high) = (end(low), end(high));
                if !types::comparable(&low, &high) {
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
                let kind = kind.alone().clone();
                for end in [low, high] {
                    let end = self.kind(end);
                    if !types::comparable(&kind, &end) {
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
            Tree::Descendants(value, _) => {
                self.kind(value);
                Type::list(Type::Any)
            }
            Tree::Function(definition) => {
                let parameters = &definition.parameters;
                let names = parameters.iter().map(|(name, kind)| (name.to_string(), kind.clone())).collect();
                let takes = parameters.iter().map(|(_, kind)| kind.clone()).collect();
                let gives = self.with(names, &definition.body);
                Type::Function(Some(Box::new(Signature { takes, gives }))).or_less()
            }
            Tree::InstanceOf(value, _) => {
                self.kind(value);
                Type::Bool
            }
        }
    }

    fn lookup(&self, name: &str) -> Option<Type> {
        let own = self.known.iter().rev().find(|(known, _)| known == name).map(|(_, kind)| kind);
        own.or_else(|| crate::named(self.names, name)).cloned()
    }

    fn name(&mut self, node: &Node, name: &str) -> Type {
        if let Some(kind) = self.lookup(name) {
            return kind;
        }
        if builtin::find(name).is_some() {
            return Type::Function(None);
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
            return self.truths(left, right);
        }
        let (left, right) = (self.kind(left), self.kind(right));
        let given = match operator {
            Operator::And | Operator::Or => Some(Type::Bool),
            Operator::Equal | Operator::NotEqual => types::equatable(&left, &right).then_some(Type::Bool),
            Operator::Less | Operator::LessOrEqual | Operator::Greater | Operator::GreaterOrEqual => {
                types::comparable(left.alone(), right.alone()).then_some(Type::Bool)
            }
            Operator::Add => types::sum(&left, &right),
            Operator::Subtract => types::difference(&left, &right),
            Operator::Multiply => types::product(&left, &right),
            Operator::Divide => types::quotient(&left, &right),
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

    /// `false and 123` is false, and `true or 123` true: one of the two may be anything.
    fn truths(&mut self, left: &Node, right: &Node) -> Type {
        let kinds = [(left, self.kind(left)), (right, self.kind(right))];
        if !kinds.iter().any(|(_, kind)| kind.fits(&Type::Bool)) {
            for (node, kind) in kinds {
                self.wrong(node, Trouble::WrongType { needed: Type::Bool.name(), found: kind.name() });
            }
        }
        Type::Bool
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
                // A list may stand in a list of lists, and may be none of them.
                (Type::List(of), Test::Value(_)) if matches!(**of, Type::List(_)) => continue,
                (Type::List(of) | Type::Range(of), Test::Value(_)) => match &**of {
                    Type::Range(of) => (**of).clone(),
                    of => of.clone(),
                },
                _ => kind.clone(),
            };
            let fits = if ordered {
                types::comparable(tested, &inner)
            } else {
                tested.fits(&inner) || tested.fits(&kind)
            };
            if !fits && !types::comparable(tested, &inner) {
                self.never_fit(node, tested, &inner);
            }
        }
    }

    fn sources(&mut self, over: &[(Arc<str>, Source)]) -> Vec<(String, Type)> {
        let before = self.known.len();
        for (name, source) in over {
            let kind = match source {
                Source::Span(from, to) => {
                    let kind = self.kind(from);
                    let kind = if kind.open() || kind == Type::Date { kind } else { Type::Number };
                    self.want(from, &kind);
                    self.want(to, &kind);
                    kind
                }
                Source::List(node) => match self.kind(node) {
                    Type::List(of) | Type::Range(of) => *of,
                    other => other,
                },
            };
            self.known.push((name.to_string(), kind));
        }
        self.known.split_off(before)
    }

    fn part(&mut self, node: &Node, kind: &Type, name: &str) -> Type {
        let parts: &[(&str, Type)] = match kind {
            Type::Any | Type::Null | Type::Context(None) => return Type::Any,
            Type::Context(Some(parts)) => {
                if let Some(kind) = crate::named(parts, name) {
                    return kind.clone();
                }
                let like = nearest(name, parts.keys().map(String::as_str));
                self.wrong(node, Trouble::UnknownPart { name: name.to_string(), like });
                return Type::Any;
            }
            Type::Made(parts) => return crate::named(parts, name).cloned().unwrap_or(Type::Null),
            Type::List(of) => return Type::list(self.part(node, &of.clone(), name)),
            Type::Date => &parts::DATE,
            Type::Time => &parts::TIME,
            Type::DateTime => &parts::DATE_TIME,
            Type::Duration => &parts::DURATION,
            Type::Months => &parts::MONTHS,
            Type::Range(of) => {
                return match name {
                    "start" | "end" => (**of).clone(),
                    "start included" | "end included" => Type::Bool,
                    _ => self.no_part(node, name, &["start", "end", "start included", "end included"]),
                };
            }
            Type::Bool | Type::Number | Type::Text | Type::Function(_) => &[],
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
        if let Type::Context(Some(parts)) | Type::Made(parts) = &of {
            names.extend(parts.iter().map(|(name, kind)| (name.clone(), kind.clone())));
        }
        if !names.iter().any(|(name, _)| name == "item") {
            names.push(("item".into(), of.clone()));
        }
        // Parts of what is not known may be named in the filter: nothing can be said against it.
        let blind = matches!(of, Type::Any | Type::Null | Type::Context(None) | Type::Made(_));
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
        let name = match &callee.kind {
            Tree::Name(name) => Some(name),
            _ => None,
        };
        let own = name.and_then(|name| self.lookup(name));
        // A name that is no function takes nothing from the function of the language that is called so.
        let hidden = own.is_none_or(|own| !own.open() && !matches!(own, Type::Function(_)));
        let Some(known) = name.filter(|_| hidden).and_then(|name| builtin::find(name)) else {
            return self.call_own(callee, name.filter(|name| self.lookup(name).is_none()), arguments);
        };
        let given = self.arguments(arguments);
        self.fit_arguments(node, known, arguments, &given);
        let first = given.first().cloned().unwrap_or(Type::Any);
        types::given_type(known.gives, first)
    }

    /// A call of something that is no function of the language; `unknown` is a name nobody knows.
    fn call_own(&mut self, callee: &Node, unknown: Option<&String>, arguments: &Arguments) -> Type {
        if let Some(name) = unknown {
            let like = nearest(name, builtin::all().map(|function| function.name));
            self.wrong(callee, Trouble::UnknownFunction { name: name.clone(), like });
            self.arguments(arguments);
            return Type::Any;
        }
        let kind = self.kind(callee);
        self.arguments(arguments);
        match kind {
            Type::Function(Some(signature)) => signature.gives,
            kind => {
                if !kind.fits(&Type::Function(None)) {
                    let needed = Type::Function(None).name();
                    self.wrong(callee, Trouble::WrongType { needed, found: kind.name() });
                }
                Type::Any
            }
        }
    }

    fn arguments(&mut self, arguments: &Arguments) -> Vec<Type> {
        match arguments {
            Arguments::Placed(nodes) => nodes.iter().map(|node| self.kind(node)).collect(),
            Arguments::Named(named) => named.iter().map(|(_, node)| self.kind(node)).collect(),
        }
    }

    fn fit_arguments(&mut self, node: &Node, known: &BuiltIn, arguments: &Arguments, given: &[Type]) {
        let forms: Vec<Vec<Kind>> = match arguments {
            Arguments::Placed(nodes) => {
                let enough = nodes.len() >= known.least;
                let few = known.many || nodes.len() <= known.parameters.len();
                let kind = |form: &[Parameter], place| form.get(place).or(form.last()).map(|one| one.kind);
                let kinds = |form| (0..nodes.len()).map(|place| kind(form, place)).collect();
                known.forms().filter(|_| enough && few).filter_map(kinds).collect()
            }
            Arguments::Named(named) => {
                let form = known.form(named.iter().map(|(name, _)| name.as_str()));
                let kind = |form: &[Parameter], name: &str| {
                    form.iter().find(|parameter| parameter.name == name).map(|one| one.kind)
                };
                let kinds = |form| named.iter().map(|(name, _)| kind(form, name)).collect();
                form.filter(|_| named.len() >= known.least).and_then(kinds).into_iter().collect()
            }
        };
        // One value given again and again stands for the list of them.
        let alone = known.many && known.parameters.len() == 1;
        let fits = |form: &Vec<Kind>| {
            given.iter().zip(form).all(|(given, wanted)| alone || types::takes(*wanted, given))
        };
        if !forms.iter().any(fits) {
            self.wrong(node, Trouble::WrongArguments { name: known.name.to_string() });
        }
    }
}
