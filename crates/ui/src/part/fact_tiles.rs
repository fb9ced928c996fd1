//! What one wants to know first, side by side: who, how long, how much.

use super::{Icon, Phrase};
use askama::Template;

#[derive(Clone, Debug)]
pub struct FactTile {
    pub icon: Icon,
    pub name: Phrase,
    pub value: Phrase,
}

impl FactTile {
    pub fn new(icon: Icon, name: impl Into<Phrase>, value: impl Into<Phrase>) -> FactTile {
        FactTile { icon, name: name.into(), value: value.into() }
    }
}

#[derive(Clone, Debug, Default, Template)]
#[template(path = "part/fact_tiles.html")]
pub struct FactTiles(pub Vec<FactTile>);
