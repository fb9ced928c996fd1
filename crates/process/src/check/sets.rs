//! What a condition asks of one value, by its form: a condition such as `area >= 5 and area < 10` lets through a set of
//! values, and sets can be put together.

use feel::{Budget, Decimal, Expression, NamedValues, Value};
use std::collections::BTreeSet;

/// Values that a condition lets through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Set {
    Truth {
        yes: bool,
        no: bool,
    },
    /// These texts, or all but these.
    Texts {
        these: BTreeSet<String>,
        but: bool,
    },
    /// From one cut to another, in order and apart.
    Spans(Vec<(Cut, Cut)>),
}

/// A place between values: just before one, or just after it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cut {
    First,
    At(Key, bool),
    Last,
}

/// Something with an order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    Number(Decimal),
    /// As the standard writes it, which is in order.
    Date(String),
    Duration(i128),
    Months(i64),
}

/// Of which value, and what it lets through.
pub(super) fn asked(condition: &str) -> Option<(String, Set)> {
    let words = words(condition)?;
    let mut reader = SetReader { words: &words, at: 0, depth: 0 };
    let asked = reader.any()?;
    (reader.at == words.len()).then_some(asked)
}

/// Whether a condition that asks one thing of one text holds for it; nothing where it asks anything else.
pub fn lets_through(condition: &str, term: &str, text: Option<&str>) -> Option<bool> {
    match asked(condition)? {
        (of, Set::Texts { these, but }) if of == term => {
            Some(text.is_some_and(|text| these.contains(text)) != but)
        }
        _ => None,
    }
}

/// Of which value a condition asks whether it is one text, and nothing else.
pub(crate) fn asked_text(condition: &str) -> Option<(String, String)> {
    match asked(condition)? {
        (term, Set::Texts { these, but: false }) if these.len() == 1 => {
            Some((term, these.into_iter().next()?))
        }
        _ => None,
    }
}

impl Set {
    pub fn is_whole(&self, texts: Option<&[String]>) -> bool {
        match self {
            Set::Truth { yes, no } => *yes && *no,
            Set::Texts { these, but: true } => {
                these.is_empty() || texts.is_some_and(|all| !all.iter().any(|text| these.contains(text)))
            }
            Set::Texts { these, but: false } => {
                texts.is_some_and(|all| !all.is_empty() && all.iter().all(|text| these.contains(text)))
            }
            Set::Spans(spans) => spans.as_slice() == [(Cut::First, Cut::Last)],
        }
    }

    /// Everything else.
    fn not(self) -> Set {
        match self {
            Set::Truth { yes, no } => Set::Truth { yes: !yes, no: !no },
            Set::Texts { these, but } => Set::Texts { these, but: !but },
            Set::Spans(spans) => {
                let mut cuts = vec![Cut::First];
                cuts.extend(spans.into_iter().flat_map(|(low, high)| [low, high]));
                cuts.push(Cut::Last);
                let gaps = cuts.chunks_exact(2).map(|pair| (pair[0].clone(), pair[1].clone()));
                Set::Spans(gaps.filter(|(low, high)| low < high).collect())
            }
        }
    }

    fn and(self, other: Set) -> Option<Set> {
        Some(union([self.not(), other.not()])?.not())
    }
}

/// All that one of them lets through; nothing where they are not of one kind.
pub(super) fn union(sets: impl IntoIterator<Item = Set>) -> Option<Set> {
    let mut sets = sets.into_iter();
    match sets.next()? {
        Set::Truth { mut yes, mut no } => {
            for set in sets {
                let Set::Truth { yes: also, no: neither } = set else { return None };
                (yes, no) = (yes || also, no || neither);
            }
            Some(Set::Truth { yes, no })
        }
        Set::Texts { mut these, mut but } => {
            for set in sets {
                let Set::Texts { these: others, but: all_but } = set else { return None };
                match (but, all_but) {
                    (false, false) => these.extend(others),
                    (true, true) => these.retain(|text| others.contains(text)),
                    (true, false) => these.retain(|text| !others.contains(text)),
                    (false, true) => {
                        let left = others.into_iter().filter(|text| !these.contains(text));
                        these = left.collect();
                    }
                }
                but |= all_but;
            }
            Some(Set::Texts { these, but })
        }
        Set::Spans(mut spans) => {
            for set in sets {
                let Set::Spans(others) = set else { return None };
                spans.extend(others);
            }
            if !are_of_one_kind(&spans) {
                return None;
            }
            spans.sort();
            let mut joined: Vec<(Cut, Cut)> = Vec::new();
            for (low, high) in spans {
                match joined.last_mut().filter(|(_, last)| low <= *last) {
                    Some((_, last)) => *last = high.max(last.clone()),
                    None => joined.push((low, high)),
                }
            }
            Some(Set::Spans(joined))
        }
    }
}

/// Whether they bound values that lie in one order: numbers and dates do not.
fn are_of_one_kind<'a>(spans: impl IntoIterator<Item = &'a (Cut, Cut)>) -> bool {
    let kind = |cut: &Cut| match cut {
        Cut::At(key, _) => Some(std::mem::discriminant(key)),
        Cut::First | Cut::Last => None,
    };
    let mut kinds = spans.into_iter().flat_map(|(low, high)| [kind(low), kind(high)]).flatten();
    let first = kinds.next();
    kinds.all(|kind| Some(kind) == first)
}

/// Whether no value is let through by two of them.
pub(super) fn are_apart(sets: &[&Set]) -> bool {
    match sets.first() {
        None => true,
        Some(Set::Truth { .. }) => {
            let of = |wanted: fn(&Set) -> bool| sets.iter().filter(|set| wanted(set)).count();
            let kind = sets.iter().all(|set| matches!(set, Set::Truth { .. }));
            kind && of(|set| matches!(set, Set::Truth { yes: true, .. })) < 2
                && of(|set| matches!(set, Set::Truth { no: true, .. })) < 2
        }
        Some(Set::Texts { .. }) => {
            let (mut named, mut left_out) = (BTreeSet::new(), None);
            sets.iter().all(|set| match set {
                Set::Texts { these, but: false } => these.iter().all(|text| named.insert(text)),
                Set::Texts { these, but: true } => left_out.replace(these).is_none(),
                _ => false,
            }) && left_out.is_none_or(|these| named.iter().all(|text| these.contains(*text)))
        }
        Some(Set::Spans(_)) => {
            let mut all = Vec::new();
            for set in sets {
                let Set::Spans(spans) = set else { return false };
                all.extend(spans);
            }
            all.sort();
            are_of_one_kind(all.iter().copied()) && all.windows(2).all(|pair| pair[0].1 <= pair[1].0)
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
enum SetWord {
    /// Something that is always the same.
    Same(Const),
    /// A name with its points.
    Name(String),
    Sign(&'static str),
}

#[derive(Clone, Debug, PartialEq)]
enum Const {
    Truth(bool),
    Text(String),
    Key(Key),
}

const SIGNS: [&str; 15] =
    ["<=", ">=", "!=", "..", "<", ">", "=", "(", ")", "[", "]", ",", "and", "or", "not"];

/// Maximum depth of conditions inside each other.
const DEPTH_MAX: usize = 20;

fn words(text: &str) -> Option<Vec<SetWord>> {
    let mut words = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let (word, length) = if let Some((same, length)) = constant(rest) {
            (SetWord::Same(same), length)
        } else if first.is_alphabetic() || first == '_' {
            let part = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '.';
            let name = &rest[..rest.find(|letter| !part(letter)).unwrap_or(rest.len())];
            let sign = SIGNS.iter().find(|sign| **sign == name);
            let word = match name {
                "true" | "false" => SetWord::Same(Const::Truth(name == "true")),
                "in" => SetWord::Sign("in"),
                "between" => SetWord::Sign("between"),
                _ => sign.map_or_else(|| SetWord::Name(name.to_string()), |sign| SetWord::Sign(sign)),
            };
            (word, name.len())
        } else {
            let sign = SIGNS.iter().find(|sign| rest.starts_with(**sign))?;
            (SetWord::Sign(sign), sign.len())
        };
        words.push(word);
        rest = rest[length..].trim_start();
    }
    Some(words)
}

/// A number, a text, a date or a duration at the beginning, and how long it is.
fn constant(text: &str) -> Option<(Const, usize)> {
    if let Some(quoted) = text.strip_prefix('"') {
        let end = quoted.find('"')?;
        return (!quoted[..end].contains('\\')).then(|| (Const::Text(quoted[..end].to_string()), end + 2));
    }
    let literal = ["@\"", "date(\"", "duration(\""].iter().find_map(|opening| {
        let end = opening.len() + text.strip_prefix(opening)?.find('"')? + 1;
        Some(if opening.starts_with('@') { end } else { end + 1 })
    });
    if let Some(length) = literal {
        let expression = Expression::parse(text.get(..length)?, []).ok()?;
        let key = match expression.evaluate(&NamedValues::new(), Budget::default()).ok()? {
            value @ Value::Date(_) => Key::Date(value.to_string()),
            Value::Duration(duration) => Key::Duration(duration),
            Value::Months(months) => Key::Months(months),
            _ => return None,
        };
        return Some((Const::Key(key), length));
    }
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    if !unsigned.starts_with(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    let sign = text.len() - unsigned.len();
    let digits = |text: &str| text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    let whole = digits(unsigned);
    let part = unsigned[whole..].strip_prefix('.').map_or(0, digits);
    let length = sign + whole + if part > 0 { part + 1 } else { 0 };
    Some((Const::Key(Key::Number(text[..length].parse().ok()?)), length))
}

struct SetReader<'a> {
    words: &'a [SetWord],
    at: usize,
    depth: usize,
}

type NamedSet = (String, Set);

impl SetReader<'_> {
    fn next(&mut self) -> Option<&SetWord> {
        self.at += 1;
        self.words.get(self.at - 1)
    }

    fn is_next(&mut self, sign: &str) -> bool {
        let found = matches!(self.words.get(self.at), Some(SetWord::Sign(next)) if *next == sign);
        self.at += usize::from(found);
        found
    }

    fn any(&mut self) -> Option<NamedSet> {
        let (term, first) = self.all()?;
        let mut sets = vec![first];
        while self.is_next("or") {
            let (other, set) = self.all()?;
            if other != term {
                return None;
            }
            sets.push(set);
        }
        Some((term, union(sets)?))
    }

    fn all(&mut self) -> Option<NamedSet> {
        let (term, mut set) = self.one()?;
        while self.is_next("and") {
            let (other, also) = self.one()?;
            if other != term {
                return None;
            }
            set = set.and(also)?;
        }
        Some((term, set))
    }

    fn one(&mut self) -> Option<NamedSet> {
        let negated = self.is_next("not");
        if self.is_next("(") {
            self.depth += 1;
            if self.depth > DEPTH_MAX {
                return None;
            }
            let (term, set) = self.any()?;
            self.depth -= 1;
            return self.is_next(")").then(|| (term, if negated { set.not() } else { set }));
        }
        match self.next()?.clone() {
            _ if negated => None,
            SetWord::Name(term) => {
                let set = self.asked_of()?;
                Some((term, set))
            }
            SetWord::Same(same) => {
                let turned = match self.next()? {
                    SetWord::Sign("<") => ">",
                    SetWord::Sign(">") => "<",
                    SetWord::Sign("<=") => ">=",
                    SetWord::Sign(">=") => "<=",
                    SetWord::Sign(sign @ ("=" | "!=")) => sign,
                    _ => return None,
                };
                let SetWord::Name(term) = self.next()?.clone() else { return None };
                Some((term, compared(turned, same)?))
            }
            SetWord::Sign(_) => None,
        }
    }

    /// What stands behind a name.
    fn asked_of(&mut self) -> Option<Set> {
        if self.is_next("between") {
            let (low, and, high) = (self.same()?, self.is_next("and"), self.same()?);
            return and.then(|| compared(">=", low)?.and(compared("<=", high)?)).flatten();
        }
        if self.is_next("in") {
            return self.tests();
        }
        match self.sign() {
            Some(sign) => compared(sign, self.same()?),
            None => Some(Set::Truth { yes: true, no: false }),
        }
    }

    fn sign(&mut self) -> Option<&'static str> {
        ["<=", ">=", "!=", "<", ">", "="].into_iter().find(|sign| self.is_next(sign))
    }

    fn same(&mut self) -> Option<Const> {
        match self.next()? {
            SetWord::Same(same) => Some(same.clone()),
            _ => None,
        }
    }

    /// A range, or a list of values and of comparisons such as `<5`.
    fn tests(&mut self) -> Option<Set> {
        if let Some(sign) = self.sign() {
            return compared(sign, self.same()?);
        }
        let low_in = match self.next()? {
            SetWord::Sign("[") => true,
            SetWord::Sign("(" | "]") => false,
            _ => return None,
        };
        if let Some(sign) = self.sign() {
            let first = compared(sign, self.same()?)?;
            return self.others(first);
        }
        let first = self.same()?;
        if self.is_next("..") {
            let last = self.same()?;
            let high_in = match self.next()? {
                SetWord::Sign("]") => true,
                SetWord::Sign(")" | "[") => false,
                _ => return None,
            };
            let low = compared(if low_in { ">=" } else { ">" }, first)?;
            return low.and(compared(if high_in { "<=" } else { "<" }, last)?);
        }
        self.others(compared("=", first)?)
    }

    /// What else a list lets through, after its first.
    fn others(&mut self, first: Set) -> Option<Set> {
        let mut sets = vec![first];
        while self.is_next(",") {
            let sign = self.sign().unwrap_or("=");
            sets.push(compared(sign, self.same()?)?);
        }
        (self.is_next("]") || self.is_next(")")).then(|| union(sets)).flatten()
    }
}

fn compared(sign: &str, to: Const) -> Option<Set> {
    let spans = |low: Cut, high: Cut| Set::Spans(vec![(low, high)]);
    let equal = match &to {
        Const::Truth(truth) => Set::Truth { yes: *truth, no: !truth },
        Const::Text(text) => Set::Texts { these: BTreeSet::from([text.clone()]), but: false },
        Const::Key(key) => spans(Cut::At(key.clone(), false), Cut::At(key.clone(), true)),
    };
    match (sign, to) {
        ("=", _) => Some(equal),
        ("!=", _) => Some(equal.not()),
        ("<", Const::Key(key)) => Some(spans(Cut::First, Cut::At(key, false))),
        ("<=", Const::Key(key)) => Some(spans(Cut::First, Cut::At(key, true))),
        (">", Const::Key(key)) => Some(spans(Cut::At(key, true), Cut::Last)),
        (">=", Const::Key(key)) => Some(spans(Cut::At(key, false), Cut::Last)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether these conditions leave nothing out, and whether no two hold at once.
    fn looked_at(conditions: &[&str]) -> (bool, bool) {
        let asked: Vec<NamedSet> = conditions.iter().map(|text| asked(text).expect(text)).collect();
        assert!(asked.iter().all(|(term, _)| *term == asked[0].0));
        let sets: Vec<Set> = asked.into_iter().map(|(_, set)| set).collect();
        let texts = ["new", "old"].map(str::to_string);
        let apart = are_apart(&sets.iter().collect::<Vec<_>>());
        (union(sets).is_some_and(|all| all.is_whole(Some(&texts))), apart)
    }

    #[test]
    fn conditions_that_leave_nothing_out_are_known_by_their_form() {
        for whole in [
            &["x = true", "x = false"][..],
            &["x", "not(x)"],
            &["x = true", "x != true"],
            &["x < 5", "x in [5..10)", "x >= 10"],
            &["x < 5", "x >= 5 and x < 10", "not(x < 10)"],
            &["x < 5", "x between 5 and 10", "10 < x"],
            &["a.b <= -1.5", "a.b > -1.5"],
            &["x < 5", "x = 5", "x > 5"],
            &["x != 5", "5 = x"],
            &["d < date(\"2026-01-01\")", "d >= @\"2026-01-01\""],
            &["d < @\"P1D\"", "d >= duration(\"PT24H\")"],
            &["kind = \"new\"", "kind = \"old\""],
            &["kind in (\"new\")", "not(kind = \"new\")"],
        ] {
            assert_eq!(looked_at(whole), (true, true), "{whole:?}");
        }
        for (over, how) in [
            (&["x < 5", "x > 3"][..], (true, false)),
            (&["x < 5", "x > 5"], (false, true)),
            (&["x < 5", "x in (5..10)", "x >= 10"], (false, true)),
            (&["x", "x"], (false, false)),
            (&["kind = \"new\"", "kind = \"other\""], (false, true)),
            (&["kind != \"new\"", "kind != \"old\""], (true, false)),
            (&["x < 1 or x > 2", "x >= 1 and x <= 2"], (true, true)),
        ] {
            assert_eq!(looked_at(over), how, "{over:?}");
        }
    }

    #[test]
    fn what_is_not_about_one_value_is_not_guessed_at() {
        for other in
            ["x + 1 > 5", "x > y", "x > 5 and y > 1", "count(x) > 1", "x y", "", "x >", "\"a\\\"b\" = x"]
        {
            assert_eq!(asked(other), None, "{other}");
        }
    }
}
