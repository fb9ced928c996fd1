//! An act an officer may do: its name opens its form, which says first what will follow.

use super::Link;
use crate::{Fields, Markup};
use askama::Template;

#[derive(Clone, Template)]
#[template(path = "part/act.html")]
pub struct Act {
    pub key: &'static str,
    pub name: &'static str,
    /// What will follow, and what that is called.
    pub effect: String,
    pub effect_label: &'static str,
    pub fields: Fields,
    /// Where it is sent.
    pub action: String,
    /// What goes along unseen.
    pub unseen: Vec<Markup>,
    /// What its button says.
    pub button: &'static str,
    /// It only asks what it is to be about: nothing is done by its button.
    pub asks: bool,
    /// Where it is asked again what it is to be about.
    pub again: Option<Link>,
    pub open: bool,
    /// It ends the matter.
    pub danger: bool,
    /// It is the one that is expected.
    pub primary: bool,
    /// What is written for it holds at whatever step the matter is.
    pub anywhere: bool,
}

impl Act {
    /// The id of the form of an act.
    pub fn form_id(key: &str) -> String {
        format!("form-{key}")
    }
}

/// An act that may not be done now, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForbiddenAct {
    pub name: &'static str,
    pub reason: String,
}

#[derive(Clone, Debug, Default, Template)]
#[template(path = "part/forbidden.html")]
pub struct Forbidden(pub Vec<ForbiddenAct>);

impl Forbidden {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each reason once, with all it stands in the way of.
    fn reasons(&self) -> Vec<(&str, Vec<&'static str>)> {
        let mut reasons: Vec<(&str, Vec<&'static str>)> = Vec::new();
        for act in &self.0 {
            match reasons.iter_mut().find(|(reason, _)| *reason == act.reason) {
                Some((_, names)) => names.push(act.name),
                None => reasons.push((&act.reason, vec![act.name])),
            }
        }
        reasons
    }
}
