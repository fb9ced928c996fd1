//! A window above the page: it is opened by a script and never needed to reach an act.

use super::Link;
use askama::Template;

/// A key, and what it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShortcutKey {
    pub key: &'static str,
    pub does: &'static str,
}

#[derive(Clone, Debug, Template)]
#[template(path = "part/dialog.html")]
pub struct Dialog {
    pub id: &'static str,
    pub title: &'static str,
    pub keys: Vec<ShortcutKey>,
    /// Where more about it can be set.
    pub link: Link,
    pub close: &'static str,
    /// It stands open, as on the page of parts.
    pub open: bool,
}
