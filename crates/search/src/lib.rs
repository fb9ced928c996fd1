//! Finding a procedure by what people type: with and without accents, with slips of the fingers, with leftovers
//! of Telex and VNI, in everyday words. All in memory and the same on both engines. Pure: no IO, no clock.
//!
//! A catalogue of ten thousand is indexed once ([`Index::new`]); a query is read ([`words`]), widened by the
//! dictionary of everyday words ([`everyday`]), forgiven its slips ([`slips`]), and its best answers are scored, what
//! everybody needs ([`usual`]) before what is for rare cases.

mod everyday;
pub mod fold;
mod index;
mod score;
mod sense;
mod slips;
mod usual;
mod words;

pub use index::{Document, Index, SearchHit, UnderstoodWords};
