//! What a form was drawn from goes along with it, as digests: so that who saves it is told what somebody else, or the same
//! person in another window, has changed since, and nothing is overwritten unseen.

use super::{Control, Field, Fields};
use crate::Posted;
use crate::layout_text::Words;
use askama::Template;
use askama::filters::HtmlSafe;

/// The field the digests go along in.
pub const DRAWN: &str = "drawn-from";

/// What would be overwritten, side by side.
#[derive(Clone, Debug, Template)]
#[template(path = "field/overwritten.html")]
pub struct Overwritten {
    pub lines: Vec<OverwrittenField>,
    t: Words,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverwrittenField {
    pub label: String,
    /// As it was saved meanwhile.
    pub there: String,
    /// As it was just typed.
    pub here: String,
}

impl HtmlSafe for Overwritten {}

impl Overwritten {
    /// Nothing.
    pub fn none(language: domain::Language) -> Overwritten {
        Overwritten { lines: Vec::new(), t: Words(language) }
    }
}

impl Fields {
    /// Sends along what these fields hold: as they are stored, not as they are being typed.
    pub fn with_baseline(mut self) -> Fields {
        let marks = self.fields.iter().filter_map(|field| Some(format!("{}.{}", field.name, field.mark()?)));
        self.drawn = Some(marks.collect::<Vec<_>>().join(" "));
        self
    }

    /// The same digests as other fields have, once these were stored.
    pub fn with_baseline_of(mut self, stored: &Fields) -> Fields {
        self.drawn = stored.clone().with_baseline().drawn;
        self
    }

    /// What they were drawn from, as a form says it.
    pub(crate) fn drawn_from(mut self, posted: &Posted) -> Fields {
        self.drawn = posted.find(DRAWN).map(str::to_string);
        self
    }

    /// What was stored since a form was drawn and would be overwritten by it. These are the fields as stored, `wished` as
    /// they would be. A form that says nothing of what it was drawn from overwrites what it names.
    pub fn overwritten(&self, wished: &Fields, typed: &Fields, posted: &Posted) -> Overwritten {
        let drawn = posted.find(DRAWN);
        let seen = |field: &Field| {
            let was = drawn.map(|drawn| {
                drawn.split(' ').find_map(|pair| pair.split_once('.').filter(|(name, _)| *name == field.name))
            });
            match was {
                None => true,
                Some(was) => was.map(|(_, mark)| mark.to_string()) == field.mark(),
            }
        };
        let of = |fields: &Fields, name: &str| fields.fields.iter().find(|field| field.name == name).cloned();
        let line = |field: &Field| {
            let wished = of(wished, &field.name)?;
            let here = of(typed, &field.name).unwrap_or_else(|| wished.clone());
            let lost = !seen(field) && wished.mark() != field.mark();
            let line =
                OverwrittenField { label: field.label.clone(), there: field.told(), here: here.told() };
            // What reads alike on both sides is nothing to compare.
            Some(line).filter(|line| lost && line.there != line.here)
        };
        Overwritten { lines: self.fields.iter().filter_map(line).collect(), t: self.t }
    }
}

impl Fields {
    /// The same where what is typed is what would be stored.
    pub fn overwritten_by(&self, typed: &Fields, posted: &Posted) -> Overwritten {
        self.overwritten(typed, typed, posted)
    }
}

impl Fields {
    /// A form that was sent, where these are its fields as stored: what it never had anything in, and somebody else has
    /// filled in since, is taken over. It would be emptied else, by a window that did not touch it.
    pub fn kept_in(&self, posted: Posted) -> Posted {
        let drawn = posted.find(DRAWN).unwrap_or_default().to_string();
        let was_empty = |field: &&Field| {
            let mark = digest("");
            drawn.split(' ').any(|pair| pair.split_once('.') == Some((&field.name, &mark)))
        };
        let filled = |field: &&Field| !field.value.is_empty() && field.mark().is_some();
        self.fields.iter().filter(filled).filter(was_empty).fold(posted, |posted, field| {
            match posted.day(&field.name).is_empty() {
                true => posted.with(&field.name, &field.value),
                false => posted,
            }
        })
    }
}

impl Field {
    /// A digest of what it holds, where that is stored.
    fn mark(&self) -> Option<String> {
        let stored = !matches!(self.control, Control::Password | Control::File { .. });
        stored.then(|| digest(&self.value))
    }

    /// What it holds, as a person reads it.
    fn told(&self) -> String {
        match &self.control {
            Control::Date { day, month, year } => {
                let parts = [day, month, year].map(String::as_str);
                parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("/")
            }
            Control::Choices { choices } | Control::Select { choices } | Control::Checks { choices } => {
                let chosen = choices.iter().filter(|choice| choice.chosen);
                chosen.map(|choice| choice.label.as_str()).collect::<Vec<_>>().join(", ")
            }
            _ => self.value.clone(),
        }
    }
}

fn digest(value: &str) -> String {
    app::random::short(value)[..8].to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    fn stored(name: &str, day: &str) -> Fields {
        let language = Language::English;
        let fields = vec![
            Field::text(language, "name", "Name").value(name),
            Field::date(language, "born", "Born").value(day),
            Field::text(language, "place", "Place").value(""),
        ];
        Fields::new(language, fields)
    }

    #[test]
    fn what_a_window_never_had_anything_in_is_not_emptied_by_it() {
        let drawn = stored("", "").with_baseline().drawn.unwrap();
        let sent = [("name", ""), ("born-day", ""), ("born-month", ""), ("born-year", ""), ("place", "Huế")];
        let fields = sent.into_iter().chain([(DRAWN, drawn.as_str())]);
        let posted = Posted::of(fields.map(|(name, value)| (name.to_string(), value.to_string())).collect());
        let posted = stored("Lan", "1990-05-03").kept_in(posted);
        assert_eq!((posted.raw("name"), posted.day("born").as_str()), ("Lan", "1990-05-03"));
        assert_eq!(posted.raw("place"), "Huế");
        // What it was drawn with and what was typed stays as it is.
        let drawn = stored("An", "").with_baseline().drawn.unwrap();
        let typed = vec![("name".to_string(), String::new()), (DRAWN.to_string(), drawn)];
        assert_eq!(stored("Lan", "").kept_in(Posted::of(typed)).raw("name"), "");
    }
}
