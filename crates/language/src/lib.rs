//! The two languages, and what is said in both. Everything that speaks to people uses these three:
//!
//! - [`Text`]: one thing in both languages, as a value: names in the catalogue, findings, sentences of the rules;
//! - `ui::words!`: the fixed words of a page, a table per page;
//! - [`Language::pick`]: a choice between two values in the middle of a sentence.

use std::fmt::Display;

use serde::{Deserialize, Serialize};

/// The two languages of the portal (clause I.1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Language {
    #[default]
    Vietnamese,
    English,
}

impl Language {
    /// The code of HTML and BCP 47.
    pub const fn code(self) -> &'static str {
        match self {
            Language::Vietnamese => "vi",
            Language::English => "en",
        }
    }

    pub const fn other(self) -> Language {
        match self {
            Language::Vietnamese => Language::English,
            Language::English => Language::Vietnamese,
        }
    }

    /// Picks one of two values: the Vietnamese or the English.
    pub fn pick<T>(self, vietnamese: T, english: T) -> T {
        match self {
            Language::Vietnamese => vietnamese,
            Language::English => english,
        }
    }

    /// A count with its noun: `3 ngày`, `1 day`, `3 days`. Vietnamese nouns have one form.
    pub fn counted<N>(self, count: N, vietnamese: &str, one: &str, many: &str) -> String
    where
        N: Display + PartialEq + From<u8>,
    {
        let noun = self.pick(vietnamese, if count == N::from(1) { one } else { many });
        format!("{} {noun}", self.grouped(&count.to_string()))
    }

    /// Digits in groups of three, as they are written: `1.671`, `1,671`. What is no whole number stays.
    pub fn grouped(self, digits: &str) -> String {
        if digits.len() < 4 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return digits.to_string();
        }
        let mut written = String::new();
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                written.push(self.pick('.', ','));
            }
            written.push(digit);
        }
        written
    }
}

/// Words kept as data, such as a procedure's name: Vietnamese always, English where someone translated it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    pub vi: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub en: String,
}

/// Vietnamese, then English.
impl<V: Into<String>, E: Into<String>> From<(V, E)> for Text {
    fn from((vi, en): (V, E)) -> Text {
        Text::new(vi, en)
    }
}

impl Text {
    pub fn new(vi: impl Into<String>, en: impl Into<String>) -> Text {
        Text { vi: vi.into(), en: en.into() }
    }

    /// The words in the wanted language, or in Vietnamese where there is no translation.
    pub fn get(&self, language: Language) -> &str {
        match self.language(language) {
            Language::Vietnamese => &self.vi,
            Language::English => &self.en,
        }
    }

    /// The language [`Text::get`] really answers in; pages mark it with `lang`.
    pub fn language(&self, wanted: Language) -> Language {
        if wanted == Language::English && self.en.is_empty() { Language::Vietnamese } else { wanted }
    }

    /// Whether the reader asked for a language these words do not have.
    pub fn untranslated(&self, wanted: Language) -> bool {
        self.language(wanted) != wanted
    }

    pub fn is_empty(&self) -> bool {
        self.vi.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_english_noun_follows_its_count() {
        let days = |count: u32, language: Language| language.counted(count, "ngày", "day", "days");
        let english = [0, 1, 2].map(|count| days(count, Language::English));
        assert_eq!(english, ["0 days", "1 day", "2 days"]);
        assert_eq!(days(1, Language::Vietnamese), "1 ngày");
        assert_eq!(days(1_671, Language::Vietnamese), "1.671 ngày");
        assert_eq!(days(2_041_671, Language::English), "2,041,671 days");
    }

    #[test]
    fn words_without_a_translation_say_that_they_are_vietnamese() {
        let text = Text::new("Khai sinh", "");
        assert_eq!(text.get(Language::English), "Khai sinh");
        assert!(text.untranslated(Language::English));
        assert!(!text.untranslated(Language::Vietnamese));
    }
}
