//! The national systems: what they send, read into our own values.

mod counted;
mod fee;
mod markup;
mod newer;
mod packet;
pub mod record;
#[cfg(test)]
mod sample;

pub use counted::says_no_more;
pub use markup::{one_line, plain};
pub use record::{NationalRecord, UnreadableRecord, read_line, short};
