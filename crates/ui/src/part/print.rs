//! The button that prints the page; a script shows it where printing is possible.

use super::{ButtonLook, Icon};
use askama::Template;

#[derive(Clone, Debug, Template)]
#[template(path = "part/print.html")]
pub struct Print {
    pub look: ButtonLook,
    pub words: &'static str,
}

impl Print {
    pub fn new(words: &'static str) -> Print {
        Print { look: ButtonLook::Main, words }
    }

    pub fn quiet(words: &'static str) -> Print {
        Print { look: ButtonLook::Quiet, words }
    }
}
