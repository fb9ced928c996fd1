//! Pages both faces share: signing in and out, language, display, crossing, files of the look.

mod assets;
mod crossing;
mod design;
mod display;
mod health;
mod sessions;
mod sign_in;

pub use crossing::{TO, own_path};
pub use sign_in::{NEXT, NextQuery, with_next};

use crate::limits::RateLimit;
use crate::{Access, Endpoint, get, post};

/// Why a form is not held that only has buttons.
pub const BUTTONS: &str = "nothing is typed";

pub fn endpoints() -> Vec<Endpoint> {
    vec![
        get("/assets/{name}", Access::Everybody, assets::asset),
        get("/healthz", Access::Everybody, health::alive).in_json_too(),
        get("/readyz", Access::Everybody, health::ready).in_json_too(),
        get("/favicon.svg", Access::Everybody, assets::icon),
        get("/sign-in", Access::Everybody, sign_in::show),
        post("/sign-in", Access::Everybody, sign_in::submit).limited(RateLimit::SignIn),
        get("/office/sign-in", Access::Everybody, sign_in::show),
        post("/office/sign-in", Access::Everybody, sign_in::submit).limited(RateLimit::SignIn),
        post("/sign-out", Access::Everybody, sign_in::sign_out),
        get("/sessions", Access::SignedIn, sessions::show),
        post("/sessions", Access::SignedIn, sessions::submit).holding_nothing(BUTTONS),
        get("/office/sessions", Access::Staff, sessions::show),
        post("/office/sessions", Access::Staff, sessions::submit).holding_nothing(BUTTONS),
        get("/language", Access::Everybody, crossing::language),
        get("/cross", Access::SignedIn, crossing::cross),
        get("/arrive", Access::Everybody, crossing::arrive).limited(RateLimit::SignIn),
        get("/design", Access::Everybody, design::show),
        get("/display", Access::Everybody, display::show),
        post("/display", Access::Everybody, display::submit),
    ]
}
