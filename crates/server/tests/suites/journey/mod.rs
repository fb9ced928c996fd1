//! Whole journeys over plain HTML forms, without any script, on both engines.

mod administration;
mod dossiers;
mod visitors;

use crate::common::steps::apply_for;
use crate::common::{Visitor, World};

/// The birth registration of a commune: one step there, so the story is short.
const PROCEDURE: &str = "2.000635";

async fn apply(world: &World, citizen: &mut Visitor) -> String {
    apply_for(world, citizen, PROCEDURE).await
}
