//! What the tests of several crates share. No program depends on it.

mod database;
mod faults;
mod html;
#[cfg(feature = "pages")]
mod pages;
#[cfg(feature = "pages")]
pub mod samples;
mod ways;

pub use database::{Database, Engine, engines};
pub use html::{Element, Html};
#[cfg(feature = "pages")]
pub use insta;
#[cfg(feature = "pages")]
pub use pages::{outlines, render_both};
