//! The buttons that change the language of a form that is being filled in.
//!
//! A page names its forms to its `Chrome`. One of them goes along by the button in the header. Of several one chooses, where no
//! script can see which of them was filled in.

use crate::markup::Markup;
use crate::submit::{ACTION, FormParam};
use crate::{Language, query};

/// The query parameter for the language a form is wanted in.
pub const IN: &str = "in";
/// The button that only shows the form again. Its value is the act it would have been sent for, as `name=value`, where
/// several acts share an address.
pub const SWITCH: FormParam = FormParam("switch");

/// A form that goes along when the language of its page is changed.
#[derive(Clone, Debug)]
pub struct Switch {
    /// The id of the form.
    pub form: String,
    /// Its name, where one of several forms is chosen.
    pub name: String,
    /// The value of its first button.
    act: Option<String>,
    how: SwitchMode,
}

#[derive(Clone, Debug)]
enum SwitchMode {
    /// It is saved by the button itself.
    Saved,
    /// It is sent to be shown again: to the address of its page, or to its own.
    Again { at: Option<String> },
    /// It is a question, asked again.
    Asked,
}

impl Switch {
    /// A form that is sent to the address of its page.
    pub fn of(form: impl Into<String>, name: impl Into<String>) -> Switch {
        Switch { form: form.into(), name: name.into(), act: None, how: SwitchMode::Again { at: None } }
    }

    /// A form that asks: what is looked for, or by what a list is narrowed.
    pub fn asking(form: impl Into<String>, name: impl Into<String>) -> Switch {
        Switch { how: SwitchMode::Asked, ..Switch::of(form, name) }
    }

    pub fn saving(form: &str) -> Switch {
        Switch { how: SwitchMode::Saved, ..Switch::of(form, "") }
    }

    /// It is sent to an address of its own.
    pub fn to(self, address: impl Into<String>) -> Switch {
        Switch { how: SwitchMode::Again { at: Some(address.into()) }, ..self }
    }

    /// It is one of several acts that share the address.
    pub fn act(self, act: impl Into<String>) -> Switch {
        Switch { act: Some(act.into()), ..self }
    }

    /// Attributes of the button that changes the language.
    pub fn attributes(&self, other: Language) -> Markup {
        match (&self.how, &self.act) {
            (SwitchMode::Saved, _) => ACTION.with(LANGUAGE),
            (SwitchMode::Again { .. }, Some(act)) => SWITCH.with(format!("{}={act}", ACTION.name())),
            (SwitchMode::Again { .. }, None) => SWITCH.with(""),
            (SwitchMode::Asked, _) => FormParam(IN).with(other.code()),
        }
    }

    /// Attributes of the visually hidden first button, which Return presses instead of the one that changes the
    /// language.
    pub fn first(&self) -> Markup {
        self.act.as_ref().map(|act| ACTION.with(act)).unwrap_or_default()
    }

    /// The address it is sent to for that; `None` where it is the form's own.
    pub fn action(&self, page: &str, other: Language) -> Option<String> {
        let SwitchMode::Again { at } = &self.how else { return None };
        Some(address(at.as_deref().unwrap_or(page), other))
    }
}

/// The value of a button that saves a form and changes its language.
pub const LANGUAGE: &str = "language";

/// An address where a form is shown again in a language.
pub fn address(path: &str, language: Language) -> String {
    query::with(path, IN, Some(language.code()))
}
