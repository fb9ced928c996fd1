//! Files of our own that browsers fetch, under names that change with their content.

use sha2::{Digest, Sha256};
use std::sync::LazyLock;

const CSS: &str = include_str!("assets/motcua.css");
const SCRIPT: &str = include_str!("assets/motcua.js");
/// The mark of the site in a browser's tab.
pub const ICON: &str = include_str!("assets/icon.svg");
/// The symbols pages point into.
const ICONS: &str = include_str!("assets/icons.svg");

static CSS_PATH: LazyLock<String> = LazyLock::new(|| path("css", CSS));
static SCRIPT_PATH: LazyLock<String> = LazyLock::new(|| path("js", SCRIPT));
static ICONS_PATH: LazyLock<String> = LazyLock::new(|| path("svg", ICONS));

fn path(ending: &str, content: &str) -> String {
    let hash = Sha256::digest(content.as_bytes());
    let short: String = hash[..6].iter().map(|byte| format!("{byte:02x}")).collect();
    format!("/assets/motcua-{short}.{ending}")
}

pub fn css_path() -> &'static str {
    &CSS_PATH
}

pub fn script_path() -> &'static str {
    &SCRIPT_PATH
}

pub fn icons_path() -> &'static str {
    &ICONS_PATH
}

/// A file by its address: its type and its content.
pub fn file(path: &str) -> Option<(&'static str, &'static str)> {
    match path {
        path if path == *CSS_PATH => Some(("text/css; charset=utf-8", CSS)),
        path if path == *SCRIPT_PATH => Some(("text/javascript; charset=utf-8", SCRIPT)),
        path if path == *ICONS_PATH => Some(("image/svg+xml", ICONS)),
        _ => None,
    }
}
