//! The tests of the crate from outside, as one program: each program of its own would be linked apart.

mod checked;
mod generated;
mod language;
mod numbers;
mod patterns;
mod random_input;
mod standard;
