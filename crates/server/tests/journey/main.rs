//! Whole journeys over plain HTML forms, without any script, on both engines.

#[path = "../common/mod.rs"]
mod common;

mod administration;
mod dossiers;
mod visitors;

use common::steps::apply_for;
use common::{Visitor, World};

/// The birth registration of a commune: one step there, so the story is short.
const PROCEDURE: &str = "2.000635";

async fn apply(world: &World, citizen: &mut Visitor) -> String {
    apply_for(world, citizen, PROCEDURE).await
}
