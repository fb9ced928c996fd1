//! A form of what is kept while it is being filled in: as it was typed, and over what is stored already.

use super::{Entry, Form};
use crate::field::Control;
use crate::{Fields, Posted};

/// Maximum letters kept of text that cannot be read.
const TYPED_MAX: usize = 10_000;

impl Form<'_> {
    /// Its fields, with digests of what is stored now, so that a further save notices changes since. A held form keeps
    /// the digests it came with.
    pub fn into_fields_with_baseline(self, stored: &Fields) -> Fields {
        let held = self.posted.filter(|posted| posted.is_held());
        let drawn = self.into_fields().with_baseline_of(stored);
        match held {
            Some(held) => drawn.drawn_from(held),
            None => drawn,
        }
    }
}

impl Entry<'_, '_, String> {
    /// The value that was read; where it cannot be read, the raw text. The error stands at the field.
    pub fn read_or_raw(self) -> String {
        let typed = |posted: &Posted| match self.field.control {
            Control::Date { .. } => posted.day(&self.field.name),
            _ => posted.text(&self.field.name),
        };
        let typed = self.form.posted.map(typed).unwrap_or_default();
        self.read().unwrap_or_else(|| typed.chars().take(TYPED_MAX).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Field, Language};
    use forms::{Dates, QuestionKind};

    fn posted(fields: &[(&str, &str)]) -> Posted {
        Posted::of(fields.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect())
    }

    #[test]
    fn what_cannot_be_read_is_said_and_kept_as_it_was_typed() {
        let language = Language::English;
        let posted =
            posted(&[("phone", " 09 "), ("day-day", "31"), ("day-month", "2"), ("day-year", "2026")]);
        let mut form = Form::sent(language, &posted);
        assert_eq!(form.phone("phone", "Phone").read_or_raw(), "09");
        let day = form
            .answer(Field::date(language, "day", "Day"), QuestionKind::Date(Dates::default()))
            .read_or_raw();
        assert_eq!(day, "31/2/2026");
        assert!(form.into_fields().fields.iter().all(|field| !field.error.is_empty()));
    }

    #[test]
    fn an_answer_is_read_from_the_boxes_of_its_day() {
        let language = Language::English;
        let posted = posted(&[("day-day", "5"), ("day-month", "3"), ("day-year", "2026")]);
        let mut form = Form::sent(language, &posted);
        let day =
            form.answer(Field::date(language, "day", "Day"), QuestionKind::Date(Dates::default())).read();
        assert_eq!(day.as_deref(), Some("2026-03-05"));
    }
}
