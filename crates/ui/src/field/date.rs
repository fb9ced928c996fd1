//! A day in three boxes.

use super::{Control, Field};
use crate::Posted;
use domain::Language;
use forms::{Dates, QuestionKind};

/// A day as its field says it.
pub fn read_day(posted: &Posted, name: &str) -> Option<jiff::civil::Date> {
    QuestionKind::Date(Dates::default()).read(&posted.day(name)).ok().and_then(|date| date.parse().ok())
}

/// What stands in the boxes of day, month and year: typed as it stands where it is no day, else the year, and month and day
/// where they are known.
pub(super) fn boxes(value: &str) -> [String; 3] {
    if let [day, month, year] = value.split('/').collect::<Vec<_>>()[..] {
        return [day, month, year].map(str::to_string);
    }
    let mut parts = value.split('-').map(|part| part.trim_start_matches('0').to_string());
    let mut next = || parts.next().unwrap_or_default();
    let (year, month, day) = (next(), next(), next());
    [day, month, year]
}

/// Maximum letters of a box that are shown again.
const BOX_SHOWN_MAX: usize = 40;

impl Field {
    pub fn date(language: Language, name: &str, label: &str) -> Field {
        let blank = String::new;
        Field::new(language, name, label, Control::Date { day: blank(), month: blank(), year: blank() })
    }

    /// Shows what was just typed, in boxes or in one line.
    pub(super) fn typed_date(self, posted: &Posted) -> Field {
        let name = self.name.clone();
        let shown = |box_: String| typed::first_letters(&box_, BOX_SHOWN_MAX).to_string();
        let [day, month, year] = posted.boxes(&name).map(shown);
        // In one line, as other programs post it.
        let line = shown(posted.text(&name));
        if let Some(date) = forms::PartialDate::read(&line) {
            return self.value(&date.to_string());
        }
        let day = if day.is_empty() { line } else { day };
        let typed = [&day, &month, &year].map(String::as_str);
        let written = typed.join("/");
        let mut field = self;
        field.value = match forms::PartialDate::read(&written) {
            Some(date) => date.to_string(),
            None if typed.iter().all(|part| part.is_empty()) => String::new(),
            None => written,
        };
        field.control = Control::Date { day, month, year };
        field
    }
}
