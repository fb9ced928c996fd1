//! Parameters of forms that nobody types: the button a form was sent by, and hidden inputs. Each is one value, by
//! which it is drawn and read.

use crate::Posted;
use crate::markup::{Markup, escaped};
use std::fmt::Display;

/// The trait `submits!` implements for the buttons it declares.
pub use askama::filters::HtmlSafe;

/// The parameter that names the pressed button.
pub const ACTION: FormParam = FormParam("act");

/// The name of a form parameter that nobody types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormParam(pub &'static str);

impl FormParam {
    pub const fn name(self) -> &'static str {
        self.0
    }

    /// A hidden input with a value.
    pub fn hidden_input(self, value: impl Display) -> Markup {
        Markup::written(format!(r#"<input type="hidden" {}>"#, self.with(value)))
    }

    /// The `name` attribute.
    pub fn named(self) -> Markup {
        Markup::written(format!(r#"name="{}""#, self.0))
    }

    /// The `name` and `value` attributes.
    pub fn with(self, value: impl Display) -> Markup {
        Markup::written(format!(r#"name="{}" value="{}""#, self.0, escaped(value)))
    }

    /// The same for a check box, ticked or not.
    pub fn ticked(self, value: impl Display, ticked: bool) -> Markup {
        Markup::written(format!("{}{}", self.with(value), if ticked { " checked" } else { "" }))
    }

    /// Its value in a posted form; empty where it is missing.
    pub fn of(self, posted: &Posted) -> &str {
        posted.raw(self.0)
    }

    pub fn is_in(self, posted: &Posted) -> bool {
        posted.has(self.0)
    }

    pub fn all(self, posted: &Posted) -> Vec<&str> {
        posted.all(self.0)
    }
}

/// A hidden input under any name, such as the parameters of an address to return to.
pub fn hidden_input(name: &str, value: impl Display) -> Markup {
    Markup::written(format!(r#"<input type="hidden" name="{}" value="{}">"#, escaped(name), escaped(value)))
}

/// The `name` and `value` of a check box under any name, ticked or not.
pub fn ticked(name: &str, value: impl Display, ticked: bool) -> Markup {
    let checked = if ticked { " checked" } else { "" };
    Markup::written(format!(r#"name="{}" value="{}"{checked}"#, escaped(name), escaped(value)))
}

/// The buttons of a page, each with the value it is sent as. A button is drawn as the attributes `name` and `value`
/// (`<button {{ Submit::Save }}>`) and read by `of`, both by the same line.
#[macro_export]
macro_rules! submits {
    ($(#[$doc:meta])* $vis:vis enum $name:ident { $($(#[$line:meta])* $variant:ident = $key:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        $vis enum $name {
            $($(#[$line])* $variant,)+
        }

        impl $name {
            $vis const ALL: &[$name] = &[$($name::$variant),+];

            $vis const fn key(self) -> &'static str {
                match self {
                    $($name::$variant => $key,)+
                }
            }

            /// The button that was pressed.
            $vis fn of(posted: &$crate::Posted) -> Option<$name> {
                let key = $crate::submit::ACTION.of(posted);
                $name::ALL.iter().copied().find(|submit| submit.key() == key)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, to: &mut std::fmt::Formatter) -> std::fmt::Result {
                std::fmt::Display::fmt(&$crate::submit::ACTION.with(self.key()), to)
            }
        }

        impl $crate::submit::HtmlSafe for $name {}
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    submits! {
        enum Submit {
            Keep = "keep",
            Go = "go-on",
        }
    }

    fn sent(value: &str) -> Posted {
        Posted::of(vec![("act".into(), value.into())])
    }

    #[test]
    fn a_button_is_read_by_what_it_is_drawn_as() {
        assert_eq!(Submit::Go.to_string(), r#"name="act" value="go-on""#);
        assert_eq!(Submit::of(&sent("go-on")), Some(Submit::Go));
        assert_eq!(Submit::of(&sent("burn")), None);
        assert_eq!(Submit::of(&Posted::default()), None);
    }

    #[test]
    fn what_is_drawn_unseen_ends_no_attribute() {
        let hidden = FormParam("seen").hidden_input(r#""><b>"#).to_string();
        assert!(!hidden.contains("<b>") && hidden.matches('"').count() == 6, "{hidden}");
    }
}
