//! A progress bar.

use askama::Template;

/// Progress as `done` of `all`; the sentence says the same to those who cannot see the bar.
#[derive(Clone, Debug, PartialEq, Eq, Template)]
#[template(path = "part/bar.html")]
pub struct ProgressBar {
    pub done: u32,
    pub all: u32,
    pub said: String,
}

impl ProgressBar {
    pub fn new(done: u32, all: u32, said: impl Into<String>) -> ProgressBar {
        ProgressBar { done, all, said: said.into() }
    }
}
