//! Expressions of other languages, and how they are said in FEEL.
//!
//! Only what means the same for whatever its names hold is offered. The language of `${…}` takes what is not there for
//! nought or for false, counts from nought, calls methods and turns texts into numbers; FEEL does none of it. What is left
//! is a name that is true, a name beside one number, text or truth, and these together.

use crate::names::Names;
use std::collections::BTreeSet;

/// Longer ones nobody compares with what is offered instead.
const LENGTH_MAX: usize = 500;

/// Languages of other programs, by a word in the address a file gives for them, and what they are called.
const LANGUAGES: [(&str, &str); 11] = [
    ("mvel", "MVEL"),
    ("drools", "Drools"),
    ("javascript", "JavaScript"),
    ("ecmascript", "JavaScript"),
    ("java", "Java"),
    ("xpath", "XPath"),
    ("xquery", "XQuery"),
    ("groovy", "Groovy"),
    ("python", "Python"),
    ("juel", "JUEL"),
    ("spel", "SpEL"),
];

/// The language of an expression that is not FEEL, and how it is said in FEEL if that is certainly the same.
pub(super) fn foreign(text: &str, language: &str, names: &Names) -> Option<(String, Option<String>)> {
    if ["${", "#{"].iter().any(|open| text.starts_with(open)) {
        let inner = text[2..].strip_suffix('}').filter(|inner| inner.len() <= LENGTH_MAX);
        return Some(("JUEL".into(), inner.and_then(|inner| in_feel(inner, names))));
    }
    let language = language.trim();
    let known = language.is_empty() || language.to_lowercase().contains("feel");
    let small = language.to_lowercase();
    let called = LANGUAGES.iter().find(|(word, _)| small.contains(word)).map(|(_, name)| name.to_string());
    (!known).then(|| (called.unwrap_or_else(|| language.to_string()), None))
}

fn in_feel(text: &str, names: &Names) -> Option<String> {
    let mut reader = ForeignReader { rest: text.trim_start(), names: BTreeSet::new(), depth: 0 };
    let said = reader.any()?;
    // In FEEL too it has to be those names and nothing else.
    let read = names.parse(&said.text).ok()?;
    let same = read.names().into_iter().filter(|name| *name != "not").eq(reader.names.iter().copied());
    (reader.rest.is_empty() && same).then_some(said.text)
}

/// What was read, in FEEL.
struct Translation {
    text: String,
    /// True or false whatever the names hold: one that is not there makes the whole no contrary.
    certain: bool,
    /// How tightly it holds together: `or`, `and`, a comparison.
    rank: u8,
}

const OR: u8 = 0;
const AND: u8 = 1;
const ONE: u8 = 2;

/// One side of a comparison.
enum Side<'a> {
    Name(&'a str),
    Number(String),
    Text(&'a str),
    Truth(&'a str),
}

struct ForeignReader<'a> {
    rest: &'a str,
    /// The first parts of those it speaks of.
    names: BTreeSet<&'a str>,
    depth: u32,
}

impl<'a> ForeignReader<'a> {
    fn any(&mut self) -> Option<Translation> {
        self.joined(OR, " or ", &["||", "or"], ForeignReader::all)
    }

    fn all(&mut self) -> Option<Translation> {
        self.joined(AND, " and ", &["&&", "and"], ForeignReader::one)
    }

    fn joined(
        &mut self,
        rank: u8,
        word: &str,
        signs: &[&str],
        next: fn(&mut ForeignReader<'a>) -> Option<Translation>,
    ) -> Option<Translation> {
        let first = next(self)?;
        let mut all = vec![first];
        while signs.iter().any(|sign| self.takes(sign)) {
            all.push(next(self)?);
        }
        if all.len() == 1 {
            return all.pop();
        }
        let certain = all.iter().all(|said| said.certain);
        let text = |said: &Translation| {
            if said.rank < rank { format!("({})", said.text) } else { said.text.clone() }
        };
        Some(Translation { text: all.iter().map(text).collect::<Vec<_>>().join(word), certain, rank })
    }

    fn one(&mut self) -> Option<Translation> {
        if self.takes("!") || self.takes("not") {
            return self.contrary();
        }
        if self.takes("(") {
            return self.inside();
        }
        let left = self.side()?;
        let Some(sign) = self.sign() else {
            return match left {
                Side::Name(text) => Some(Translation { text: text.into(), certain: false, rank: ONE }),
                Side::Truth(text) => Some(Translation { text: text.into(), certain: true, rank: ONE }),
                Side::Number(_) | Side::Text(_) => None,
            };
        };
        let right = self.side()?;
        let equal = matches!(sign, "=" | "!=");
        match (&left, &right) {
            (Side::Name(_), Side::Name(_)) => return None,
            (Side::Name(_), other) | (other, Side::Name(_)) => {
                // Texts and truths are in no order that both languages know.
                if !equal && !matches!(other, Side::Number(_)) {
                    return None;
                }
            }
            _ => return None,
        }
        Some(Translation { text: format!("{left} {sign} {right}"), certain: equal, rank: ONE })
    }

    /// What is not there is not true, so its contrary is; in FEEL it is neither.
    fn contrary(&mut self) -> Option<Translation> {
        let of = if self.takes("(") {
            self.inside()?
        } else {
            match self.side()? {
                Side::Name(name) => Translation { text: name.into(), certain: false, rank: ONE },
                Side::Truth(text) => Translation { text: text.into(), certain: true, rank: ONE },
                Side::Number(_) | Side::Text(_) => return None,
            }
        };
        let text = match of {
            Translation { certain: true, text, .. } => format!("not({text})"),
            Translation { text, .. } if self.is_name(&text) => format!("{text} != true"),
            _ => return None,
        };
        Some(Translation { text, certain: true, rank: ONE })
    }

    fn inside(&mut self) -> Option<Translation> {
        self.depth += 1;
        let said = if self.depth < 50 { self.any()? } else { return None };
        self.depth -= 1;
        self.takes(")").then_some(said)
    }

    fn is_name(&self, text: &str) -> bool {
        text.chars().all(is_of_a_name) && text.split('.').next().is_some_and(|base| self.names.contains(base))
    }

    fn sign(&mut self) -> Option<&'static str> {
        const SIGNS: [(&str, &str); 12] = [
            ("==", "="),
            ("eq", "="),
            ("!=", "!="),
            ("ne", "!="),
            ("<=", "<="),
            ("le", "<="),
            (">=", ">="),
            ("ge", ">="),
            ("<", "<"),
            ("lt", "<"),
            (">", ">"),
            ("gt", ">"),
        ];
        SIGNS.into_iter().find(|(sign, _)| self.takes(sign)).map(|(_, feel)| feel)
    }

    fn side(&mut self) -> Option<Side<'a>> {
        let first = self.rest.chars().next()?;
        if let '\'' | '"' = first {
            let (text, behind) = self.rest[1..].split_once(first)?;
            self.rest = behind.trim_start();
            return (!text.contains(['\\', '"'])).then_some(Side::Text(text));
        }
        if first.is_ascii_digit() || first == '-' {
            let minus = usize::from(first == '-');
            let figures = |letter: char| !letter.is_ascii_digit() && letter != '.';
            let end = self.rest[minus..].find(figures).map_or(self.rest.len(), |end| end + minus);
            let (number, behind) = self.rest.split_at(end);
            let whole =
                number[minus..].split('.').all(|part| !part.is_empty()) && number.matches('.').count() < 2;
            self.rest = behind.trim_start();
            return whole.then(|| Side::Number(number.to_string()));
        }
        let end = self.rest.find(|letter| !is_of_a_name(letter)).unwrap_or(self.rest.len());
        let (name, behind) = self.rest.split_at(end);
        self.rest = behind.trim_start();
        match name {
            "true" | "false" => Some(Side::Truth(name)),
            "" => None,
            _ if name.split('.').any(|part| !may_be_part(part)) => None,
            _ => {
                let base = name.split('.').next().unwrap_or(name);
                self.names.insert(base);
                (!KNOWN_THERE.contains(&base)).then_some(Side::Name(name))
            }
        }
    }

    /// A sign, or a word that ends there.
    fn takes(&mut self, sign: &str) -> bool {
        let Some(behind) = self.rest.strip_prefix(sign) else { return false };
        if sign.ends_with(char::is_alphabetic) && behind.starts_with(is_of_a_name) {
            return false;
        }
        // `!` is not the beginning of `!=`.
        if sign == "!" && behind.starts_with('=') {
            return false;
        }
        self.rest = behind.trim_start();
        true
    }
}

impl std::fmt::Display for Side<'_> {
    fn fmt(&self, to: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self {
            Side::Name(text) | Side::Truth(text) => to.write_str(text),
            Side::Number(text) => to.write_str(text),
            Side::Text(text) => write!(to, "\"{text}\""),
        }
    }
}

/// Names that language has for what runs the process.
const KNOWN_THERE: [&str; 12] = [
    "execution",
    "task",
    "delegateTask",
    "variables",
    "loopCounter",
    "externalTask",
    "caseExecution",
    "authenticatedUserId",
    "environment",
    "content",
    "message",
    "properties",
];

fn is_of_a_name(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '_' | '.')
}

/// A word of that language is no name, and some parts are asked of what a name holds, not found in it.
fn may_be_part(part: &str) -> bool {
    const WORDS: [&str; 20] = [
        "and",
        "or",
        "not",
        "eq",
        "ne",
        "lt",
        "gt",
        "le",
        "ge",
        "div",
        "mod",
        "empty",
        "null",
        "instanceof",
        "true",
        "false",
        "size",
        "length",
        "class",
        "bytes",
    ];
    part.starts_with(|letter: char| letter.is_alphabetic() || letter == '_') && !WORDS.contains(&part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_offer_is_made_only_where_it_is_certainly_the_same() {
        for (text, offered) in [
            ("approved", Some("approved")),
            ("true", Some("true")),
            ("area > 250", Some("area > 250")),
            ("area>=250.5", Some("area >= 250.5")),
            ("250 < area", Some("250 < area")),
            ("x == 1", Some("x = 1")),
            ("x eq 1", Some("x = 1")),
            ("x ne -1", Some("x != -1")),
            ("x lt 5", Some("x < 5")),
            ("x ge 5", Some("x >= 5")),
            ("kind == 'A'", Some("kind = \"A\"")),
            ("kind != \"thường\"", Some("kind != \"thường\"")),
            ("more == true", Some("more = true")),
            ("order.amount > 10", Some("order.amount > 10")),
            ("a && b", Some("a and b")),
            ("a and b or c", Some("a and b or c")),
            ("a && (b || c)", Some("a and (b or c)")),
            ("(a && b) || c", Some("a and b or c")),
            ("x > 1 && kind == 'A'", Some("x > 1 and kind = \"A\"")),
            ("!approved", Some("approved != true")),
            ("not approved", Some("approved != true")),
            ("!(x == 1)", Some("not(x = 1)")),
            ("!(x == 1 || y != 'a')", Some("not(x = 1 or y != \"a\")")),
            ("!a && b", Some("a != true and b")),
            // `!` binds to the name, and what a truth is compared with is no name.
            ("!a == b", None),
            // What is not there is neither less nor more.
            ("!(x > 1)", None),
            ("!(a && b)", None),
            ("!!a", None),
            ("x.size() > 2", None),
            ("list.size > 2", None),
            ("name.length == 3", None),
            ("execution.getVariable(\"x\") == 1", None),
            ("execution.x == 1", None),
            ("variables:get(x) == 1", None),
            ("environment.output.paid", None),
            ("list[0] == 1", None),
            ("list[0]", None),
            ("map['key']", None),
            ("x == null", None),
            ("x != null", None),
            ("empty x", None),
            ("not empty x", None),
            ("!empty x", None),
            ("a ? b : c", None),
            ("x > 1 ? true : false", None),
            ("name.startsWith('A')", None),
            ("name.equals('A')", None),
            ("name == 'It\\'s'", None),
            ("a == b", None),
            ("a > b", None),
            ("1 == 1", None),
            ("x + 1 > 2", None),
            ("x * 2 == 4", None),
            ("x div 2 == 4", None),
            ("x % 2 == 0", None),
            ("kind > 'A'", None),
            ("x > true", None),
            ("x = 1", None),
            ("1 < x < 5", None),
            ("x == 1e3", None),
            ("x == 1.", None),
            ("x == .5", None),
            ("x == 1.2.3", None),
            ("5", None),
            ("'text'", None),
            ("", None),
            ("x ==", None),
            ("x && ", None),
            ("(x", None),
            ("x)", None),
            ("a} and ${b", None),
            ("bean.check(x)", None),
            ("now()", None),
            // In FEEL this would be read as something else.
            ("if", None),
            ("between == 1", None),
            ("$x == 1", None),
            ("x === 1", None),
            ("x <> 1", None),
            ("a & b", None),
            ("a, b", None),
            ("a; b", None),
        ] {
            let told = foreign(&format!("${{{text}}}"), "", &Names::open()).expect("it is another language");
            assert_eq!(told, ("JUEL".to_string(), offered.map(String::from)), "{text}");
        }
        let deep = format!("${{{}x{}}}", "(".repeat(200), ")".repeat(200));
        assert_eq!(foreign(&deep, "", &Names::open()), Some(("JUEL".into(), None)));
        let long = format!("${{{}}}", vec!["x"; 500].join(" && "));
        assert_eq!(foreign(&long, "", &Names::open()), Some(("JUEL".into(), None)));
        assert_eq!(foreign("${area} > 250", "", &Names::open()), Some(("JUEL".into(), None)));
        assert_eq!(
            foreign("area > 250", "http://www.w3.org/1999/XPath", &Names::open()),
            Some(("XPath".into(), None))
        );
        assert_eq!(
            foreign("area > 250", "https://www.omg.org/spec/DMN/20191111/FEEL/", &Names::open()),
            None
        );
    }

    #[test]
    fn what_is_offered_says_the_same_of_what_is_not_there() {
        use feel::{Budget, NamedValues, Value};
        let null = || Value::Null;
        for (text, value, holds) in [
            ("x", null(), false),
            ("x", Value::Bool(true), true),
            ("!x", null(), true),
            ("!x", Value::Bool(false), true),
            ("!x", Value::Bool(true), false),
            ("x == 1", null(), false),
            ("x != 1", null(), true),
            ("!(x == 1)", null(), true),
            ("x == false", null(), false),
            ("x != 'A'", null(), true),
            ("x > 1", null(), false),
            ("x <= 1", null(), false),
            ("x > 1 || x == 5", Value::Number(5.into()), true),
            ("x > 1 && x != 5", null(), false),
            ("x > 1 || x != 5", null(), true),
        ] {
            let (_, offered) = foreign(&format!("${{{text}}}"), "", &Names::open()).unwrap();
            let expression = Names::open().parse(&offered.unwrap()).unwrap();
            let context: NamedValues = [("x".to_string(), value)].into_iter().collect();
            let gave = expression.evaluate(&context, Budget::default()).unwrap();
            assert_eq!(gave == Value::Bool(true), holds, "{text}: {gave}");
        }
    }
}
