//! A few figures side by side, large, each with what it is and where it leads.

use askama::Template;

#[derive(Clone, Debug, Default)]
pub struct NumberTile {
    pub name: String,
    /// The figure as it is written.
    pub figure: String,
    pub href: Option<String>,
    /// What else is to be said of it, such as how it compares.
    pub note: String,
    /// It tells of something late.
    pub late: bool,
}

#[derive(Clone, Debug, Default, Template)]
#[template(path = "part/numbers.html")]
pub struct NumberTiles(pub Vec<NumberTile>);
