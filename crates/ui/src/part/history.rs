//! What happened, the newest first.

use askama::Template;

#[derive(Clone, Debug)]
pub struct HistoryEntry {
    /// When, and where it is said, who.
    pub at: String,
    pub sentence: String,
    /// Somebody's own words; empty where there are none.
    pub words: String,
}

#[derive(Clone, Debug, Default, Template)]
#[template(path = "part/history.html")]
pub struct History(pub Vec<HistoryEntry>);
