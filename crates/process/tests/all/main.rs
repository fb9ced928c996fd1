//! The tests of the crate from outside, as one program: each program of its own would be linked and optimised apart.

mod accepted;
mod answers;
mod beside;
mod check;
mod common;
mod conditions;
mod cost;
mod drawn;
mod edit;
mod ends_there;
mod engine;
mod links;
mod mend;
mod random_input;
mod returns;
mod rewrite;
mod settled;
mod simulate;
mod standard;
mod table;
mod times;
mod used_up;
mod write;
