//! An act an officer may do: its name opens its form, which says first what will follow.

use super::Link;
use crate::{Fields, Markup};
use askama::Template;

#[derive(Clone, Debug, Template)]
#[template(path = "part/act.html")]
pub struct ActCard {
    pub key: &'static str,
    pub name: &'static str,
    /// What the act results in, and the label of that line.
    pub effect: String,
    pub effect_label: &'static str,
    pub fields: Fields,
    /// Address its form is sent to.
    pub action: String,
    /// Hidden inputs of its form.
    pub hidden_inputs: Vec<Markup>,
    /// Words of its button.
    pub button: &'static str,
    /// Its form only asks the first question, such as which step is meant, and is sent by GET: nothing is done yet.
    pub only_asks: bool,
    /// Leads back to that first question once it is answered.
    pub ask_again: Option<Link>,
    pub open: bool,
    /// It ends the dossier, and cannot be taken back: its button is drawn as dangerous.
    pub danger: bool,
    /// It is the act expected at this stage: drawn as the main one.
    pub primary: bool,
    /// It does not depend on the running step: what was typed is kept on the open page when the step changes.
    pub any_step: bool,
}

impl ActCard {
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
pub struct ForbiddenActs(pub Vec<ForbiddenAct>);

impl ForbiddenActs {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each reason once, with the names of all acts it forbids.
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
