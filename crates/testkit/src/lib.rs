//! What the tests of several crates share. No program depends on it.

mod database;
mod faults;
mod html;

pub use database::{Database, Engine, engines};
pub use html::{Element, Html};
