//! A form that is asked in two steps: first what it is about, then what hangs on that.

use super::{ErrorTarget, Form};
use crate::Posted;
use crate::field::{Control, Option_};

impl<'p> Form<'p> {
    /// The address answers the first question.
    pub fn begun(mut self, said: &'p Posted) -> Form<'p> {
        self.begun = Some(said);
        self
    }

    /// What the rest of the form hangs on. It is asked alone until it is known, then it stands fixed. What was sent is known
    /// though it cannot be chosen: that is said at it, and whatever else was typed comes back.
    pub fn first<T: Clone + 'static>(
        &mut self,
        target: ErrorTarget,
        name: &str,
        label: &str,
        all: Vec<(T, Option_)>,
    ) -> Option<T> {
        let key = |posted: &Posted| posted.text(&self.full(name));
        let begun = self.begun.filter(|begun| !key(begun).is_empty());
        let asked = self.posted.or(begun);
        let said = asked.map(key).unwrap_or_default();
        let known = all.iter().find(|(_, option)| option.value == said).cloned();
        let sent = std::mem::replace(&mut self.posted, asked);
        let open = self.one_of(name, label, all).on(target).read().is_some();
        self.posted = sent;
        let known = known.filter(|_| open || sent.is_some());
        self.waits = known.is_none() && sent.is_none();
        let (value, option) = known?;
        if let Some(field) = self.fields.last_mut() {
            field.control = Control::Fixed { shown: option.label };
        }
        Some(value)
    }

    /// Whether only the first question is asked so far.
    pub fn waits(&self) -> bool {
        self.waits
    }

    /// Whether the address opened the first question, or answers it.
    pub fn is_begun(&self) -> bool {
        self.begun.is_some_and(|begun| self.fields.first().is_some_and(|field| begun.has(&field.name)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field::option;
    use domain::Language;

    const ENGLISH: Language = Language::English;
    const COLOUR: ErrorTarget = ErrorTarget::Named("colour");

    fn posted(fields: &[(&str, &str)]) -> Posted {
        Posted::of(fields.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect())
    }

    /// What it is about, whether it waits for that, and the fields that are drawn: name, value, error.
    type Drawn = (Option<u8>, bool, Vec<(String, String, String)>);

    fn drawn(mut form: Form) -> Drawn {
        let colours =
            vec![(1, option("red", "Red")), (2, option("blue", "Blue")), (3, option("grey", "Grey"))];
        let colours = colours.into_iter().map(|(value, option)| match value {
            3 => (value, option.closed("Grey is gone.")),
            _ => (value, option),
        });
        let colour = form.first(COLOUR, "colour", "Colour", colours.collect());
        if colour.is_some() || form.is_sent() {
            form.line("shade", "Shade").value("light").written();
        }
        let waits = form.waits();
        let fields = form.into_fields().fields.into_iter();
        (colour, waits, fields.map(|field| (field.name, field.value, field.error)).collect())
    }

    fn field(name: &str, value: &str, error: &str) -> (String, String, String) {
        (name.into(), value.into(), error.into())
    }

    #[test]
    fn it_asks_first_what_it_is_about_and_then_the_rest() {
        let blank = drawn(Form::blank(ENGLISH));
        assert_eq!(blank, (None, true, vec![field("colour", "", "")]));
        // Only what it is about can be said in an address.
        let address = posted(&[("colour", "red"), ("shade", "dark")]);
        let begun = drawn(Form::blank(ENGLISH).begun(&address));
        assert_eq!(begun, (Some(1), false, vec![field("colour", "red", ""), field("shade", "light", "")]));
        let form = posted(&[("colour", "red"), ("shade", "dark")]);
        let sent = drawn(Form::sent(ENGLISH, &form));
        assert_eq!(sent, (Some(1), false, vec![field("colour", "red", ""), field("shade", "dark", "")]));
    }

    #[test]
    fn what_is_closed_or_unknown_is_said_at_it_and_what_was_typed_comes_back() {
        for (colour, said) in [("grey", "Grey is gone."), ("green", "Choose an option for “Colour”")] {
            let address = posted(&[("colour", colour)]);
            let (known, waits, fields) = drawn(Form::blank(ENGLISH).begun(&address));
            assert_eq!((known, waits, fields), (None, true, vec![field("colour", colour, said)]));
            let form = posted(&[("colour", colour), ("shade", "dark")]);
            let (_, waits, fields) = drawn(Form::sent(ENGLISH, &form));
            assert!(!waits);
            assert_eq!(fields, [field("colour", colour, said), field("shade", "dark", "")]);
        }
    }
}
