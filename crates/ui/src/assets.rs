//! Files of our own served to browsers, under names that change with their content.

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

const CSS: &str = include_str!("assets/motcua.css");
const SCRIPT: &str = include_str!("assets/motcua.js");
/// The mark of the site in a browser's tab.
const ICON: &str = include_str!("assets/icon.svg");
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

pub async fn asset(Path(name): Path<String>) -> Response {
    let asked = format!("/assets/{name}");
    let (kind, content) = if asked == *CSS_PATH {
        ("text/css; charset=utf-8", CSS)
    } else if asked == *SCRIPT_PATH {
        ("text/javascript; charset=utf-8", SCRIPT)
    } else if asked == *ICONS_PATH {
        ("image/svg+xml", ICONS)
    } else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let headers =
        [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")];
    (headers, content).into_response()
}

pub async fn icon() -> Response {
    let headers = [(header::CONTENT_TYPE, "image/svg+xml"), (header::CACHE_CONTROL, "public, max-age=86400")];
    (headers, ICON).into_response()
}
