//! The national systems: what they send, read into our own values.

mod newer;
mod packet;
pub mod record;

pub use record::{NationalRecord, Unreadable, read_line};
