//! The button that prints the page; a script shows it where printing is possible.

use super::{Icon, Look};
use askama::Template;

#[derive(Clone, Debug, Template)]
#[template(path = "part/print.html")]
pub struct Print {
    pub look: Look,
    pub words: &'static str,
}

impl Print {
    pub fn new(words: &'static str) -> Print {
        Print { look: Look::Main, words }
    }

    pub fn quiet(words: &'static str) -> Print {
        Print { look: Look::Quiet, words }
    }
}
