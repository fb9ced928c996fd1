//! What one wants to know first, side by side: who, how long, how much.

use super::{Icon, Phrase};
use askama::Template;

#[derive(Clone, Debug)]
pub struct Fact {
    pub icon: Icon,
    pub name: Phrase,
    pub value: Phrase,
}

impl Fact {
    pub fn new(icon: Icon, name: impl Into<Phrase>, value: impl Into<Phrase>) -> Fact {
        Fact { icon, name: name.into(), value: value.into() }
    }
}

#[derive(Clone, Debug, Default, Template)]
#[template(path = "part/facts.html")]
pub struct Facts(pub Vec<Fact>);
