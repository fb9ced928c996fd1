//! Facts by name: a name, then its value.

use super::Phrase;
use askama::Template;

/// One fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    pub name: Phrase,
    pub value: Phrase,
    /// The value keeps the lines it was written in.
    pub as_written: bool,
    /// The value is a number or a code, read digit by digit.
    pub code: bool,
    /// What else is said of it, a line each.
    pub more: Vec<Remark>,
}

/// A further line of a fact.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remark {
    pub text: Phrase,
    /// What stands before the text, such as what it is the name of.
    pub of: &'static str,
    /// Where its text leads, outside of this site.
    pub href: Option<String>,
    /// It matters less.
    pub quiet: bool,
}

impl Remark {
    pub fn new(text: impl Into<Phrase>) -> Remark {
        Remark { text: text.into(), ..Remark::default() }
    }

    pub fn quiet(text: impl Into<Phrase>) -> Remark {
        Remark { quiet: true, ..Remark::new(text) }
    }
}

impl Pair {
    pub fn new(name: impl Into<Phrase>, value: impl Into<Phrase>) -> Pair {
        Pair { name: name.into(), value: value.into(), as_written: false, code: false, more: Vec::new() }
    }

    pub fn as_written(self) -> Pair {
        Pair { as_written: true, ..self }
    }

    /// With further lines, of those that say something.
    pub fn more(self, more: impl IntoIterator<Item = Remark>) -> Pair {
        Pair { more: more.into_iter().filter(|remark| !remark.text.is_empty()).collect(), ..self }
    }

    pub fn code(self) -> Pair {
        Pair { code: true, ..self }
    }
}

#[derive(Clone, Debug, Default, Template)]
#[template(path = "part/summary.html")]
pub struct Summary {
    pub pairs: Vec<Pair>,
    /// Name over value, for a narrow column.
    pub narrow: bool,
}

impl Summary {
    pub fn new(pairs: Vec<Pair>) -> Summary {
        Summary { pairs, narrow: false }
    }

    pub fn narrow(pairs: Vec<Pair>) -> Summary {
        Summary { pairs, narrow: true }
    }

    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }
}

impl<Name: Into<Phrase>, Value: Into<Phrase>> FromIterator<(Name, Value)> for Summary {
    fn from_iter<Pairs: IntoIterator<Item = (Name, Value)>>(pairs: Pairs) -> Summary {
        Summary::new(pairs.into_iter().map(|(name, value)| Pair::new(name, value)).collect())
    }
}
