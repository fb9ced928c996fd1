//! The button that changes the language of a form that is being filled in.

use crate::{Language, Tacit, query};

/// What the address of a form says of the language it is wanted in.
pub const IN: &str = "in";
/// The button that only shows it again. Its value is the act it would have been sent for, as `name=value`, where several
/// acts share an address.
pub const SWITCH: Tacit = Tacit("switch");

/// The button that changes the language of a form.
#[derive(Clone, Debug)]
pub struct Switch {
    /// The id of the form.
    pub form: &'static str,
    /// Where it is sent for that; nothing where that is where it is sent anyhow.
    pub action: Option<String>,
    /// What it says, as it is drawn.
    pub says: String,
    /// What Return sends: the first button of the form is that of the language.
    pub first: String,
}

/// An address where a form is shown again in a language.
pub fn address(path: &str, language: Language) -> String {
    query::with(path, IN, Some(language.code()))
}
