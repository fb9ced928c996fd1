//! Tiles: a picture, a name, a line of examples. Life events on the home page.

use super::{Icon, Link};
use askama::Template;

#[derive(Clone, Debug)]
pub struct Tile {
    pub icon: Icon,
    pub link: Link,
    /// Such as how much there is; empty where nothing is said.
    pub meta: String,
}

#[derive(Clone, Debug, Default, Template)]
#[template(path = "part/tiles.html")]
pub struct Tiles(pub Vec<Tile>);
