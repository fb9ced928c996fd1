//! A paper of the state as it is printed: its head, its title, what it says in blocks, who signs.

use super::{Pair, Phrase};
use crate::layout_text::Words;
use askama::Template;

/// So many lines of a list stand under each other on one sheet; more are set in two columns, and smaller.
const LINES_OF_A_SHEET: usize = 12;

/// A piece of what a paper says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Facts(Vec<Pair>),
    Sentence(String),
    /// What the next block lists.
    Heading(String),
    List(Vec<String>),
    /// The same with what stands beside each, which is not broken into two lines.
    Counted(Vec<(String, String)>),
    /// A code handed over, and what to do with it.
    Secret {
        name: String,
        code: String,
        how: String,
    },
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

impl Block {
    /// Of those that say something.
    pub fn facts<Name: Into<Phrase>>(facts: impl IntoIterator<Item = (Name, String)>) -> Block {
        let told = facts.into_iter().filter(|(_, value)| !value.is_empty());
        Block::Facts(told.map(|(name, value)| Pair::new(name, value)).collect())
    }
}
