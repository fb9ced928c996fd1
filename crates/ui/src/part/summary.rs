//! A definition list: names, each with its value.

use super::Phrase;
use askama::Template;

/// A name and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    pub name: Phrase,
    pub value: Phrase,
    /// The value keeps the lines it was written in.
    pub as_written: bool,
    /// The value is a number or a code, read digit by digit.
    pub code: bool,
    /// Further lines below the value.
    pub more: Vec<SummaryNote>,
}

/// A further line below a value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SummaryNote {
    pub text: Phrase,
    /// Label before the text, such as “Form”; empty where there is none.
    pub label: &'static str,
    /// Where its text leads, outside of this site.
    pub href: Option<String>,
    /// Drawn muted.
    pub quiet: bool,
}

impl SummaryNote {
    pub fn new(text: impl Into<Phrase>) -> SummaryNote {
        SummaryNote { text: text.into(), ..SummaryNote::default() }
    }

    pub fn quiet(text: impl Into<Phrase>) -> SummaryNote {
        SummaryNote { quiet: true, ..SummaryNote::new(text) }
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
    pub fn more(self, more: impl IntoIterator<Item = SummaryNote>) -> Pair {
        Pair { more: more.into_iter().filter(|remark| !remark.text.is_empty()).collect(), ..self }
    }

    pub fn code(self) -> Pair {
        Pair { code: true, ..self }
    }
}

#[derive(Clone, Debug, Default, Template)]
#[template(path = "part/summary.html")]
pub struct SummaryList {
    pub pairs: Vec<Pair>,
    /// Name over value, for a narrow column.
    pub narrow: bool,
}

impl SummaryList {
    pub fn new(pairs: Vec<Pair>) -> SummaryList {
        SummaryList { pairs, narrow: false }
    }

    pub fn narrow(pairs: Vec<Pair>) -> SummaryList {
        SummaryList { pairs, narrow: true }
    }

    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }
}

impl<Name: Into<Phrase>, Value: Into<Phrase>> FromIterator<(Name, Value)> for SummaryList {
    fn from_iter<Pairs: IntoIterator<Item = (Name, Value)>>(pairs: Pairs) -> SummaryList {
        SummaryList::new(pairs.into_iter().map(|(name, value)| Pair::new(name, value)).collect())
    }
}
