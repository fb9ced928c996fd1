//! A paper of the state as it is printed: its head, its title, what it says in blocks, who signs.

use super::{Pair, Phrase};
use crate::layout_text::Words;
use askama::Template;

/// So many lines stand under each other on one sheet of A5, between its head and who signs; more are set smaller.
const LINES_OF_A_SHEET: usize = 26;
/// How many letters a line has: over the whole sheet, and of a value beside its name.
const LETTERS_OF_A_LINE: usize = 80;
const LETTERS_OF_A_VALUE: usize = 44;

/// A piece of what a paper says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Facts(Vec<Pair>),
    Sentence(String),
    /// What the next block lists.
    Heading(String),
    List(Vec<String>),
    /// The same with what stands beside each, which is not broken into two lines.
    Counted(Vec<CountedLine>),
    /// A code handed over, and what to do with it.
    Secret {
        name: String,
        code: String,
        how: String,
    },
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountedLine {
    pub name: String,
    /// How many, in words; empty where none is said.
    pub count: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignatureLine {
    pub who: String,
    /// Under it, where it is known.
    pub name: String,
}

#[derive(Clone, Debug, Template)]
#[template(path = "part/printed.html")]
pub struct Printed {
    pub title: String,
    pub agency: String,
    /// `Số: 12/HDHS`; empty on a paper without a number.
    pub number: String,
    /// Place and day.
    pub signed: String,
    pub code: Option<Pair>,
    /// Whom it is addressed to, where it is a letter.
    pub to: Option<Pair>,
    pub blocks: Vec<Block>,
    pub signatures: Vec<SignatureLine>,
    /// Shown inside another page, whose heading is above it.
    pub inside: bool,
    /// Small print; empty where there is none.
    pub foot: String,
    pub t: Words,
}

impl Printed {
    /// With one more sentence in small print, if there is one.
    pub fn noting(self, more: Option<String>) -> Printed {
        let foot = [Some(self.foot.as_str()), more.as_deref()];
        let foot: Vec<&str> = foot.into_iter().flatten().filter(|said| !said.is_empty()).collect();
        Printed { foot: foot.join(" "), ..self }
    }

    /// Whether it is more than a sheet holds as it is usually set.
    fn is_long(&self) -> bool {
        self.blocks.iter().map(Block::lines).sum::<usize>() > LINES_OF_A_SHEET
    }
}

/// How many lines a text takes, each of so many letters.
fn lines(text: &str, letters: usize) -> usize {
    text.chars().count().div_ceil(letters).max(1)
}

impl Block {
    /// How many lines it takes, about.
    fn lines(&self) -> usize {
        let whole = |text: &str| lines(text, LETTERS_OF_A_LINE);
        match self {
            Block::Facts(facts) => facts.iter().map(|fact| lines(&fact.value.text, LETTERS_OF_A_VALUE)).sum(),
            Block::Sentence(text) | Block::Heading(text) => whole(text),
            Block::List(all) => all.iter().map(|line| whole(line)).sum(),
            Block::Counted(all) => {
                all.iter().map(|line| whole(&format!("{} ({})", line.name, line.count))).sum()
            }
            Block::Secret { name, code, how } => whole(&format!("{name}: {code}")) + whole(how),
        }
    }

    /// Of those that say something.
    pub fn facts<Name: Into<Phrase>>(facts: impl IntoIterator<Item = (Name, String)>) -> Block {
        let told = facts.into_iter().filter(|(_, value)| !value.is_empty());
        Block::Facts(told.map(|(name, value)| Pair::new(name, value)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    #[test]
    fn what_is_more_than_a_sheet_holds_is_set_smaller() {
        let paper = CountedLine { name: "giấy tờ ".repeat(11), count: "1 bản chính".into() };
        let printed = |papers: usize| Printed {
            title: "T".into(),
            agency: "A".into(),
            number: String::new(),
            signed: "S".into(),
            code: None,
            to: None,
            blocks: vec![
                Block::facts((0..12).map(|place| ("F", place.to_string()))),
                Block::Counted(vec![paper.clone(); papers]),
            ],
            signatures: Vec::new(),
            inside: false,
            foot: String::new(),
            t: Words(Language::Vietnamese),
        };
        let is_long = |papers: usize| printed(papers).to_string().contains("receipt--long");
        assert_eq!([0, 5, 8, 15, 19].map(is_long), [false, false, true, true, true]);
    }
}
