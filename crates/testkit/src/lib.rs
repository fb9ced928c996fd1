//! What the tests of several crates share. No program depends on it.

mod faults;
mod html;

pub use html::{Element, Html};
