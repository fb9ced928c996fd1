use crate::{Dates, Text, When};
use serde::{Deserialize, Serialize};

/// An ordered list of questions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EForm {
    pub questions: Vec<Question>,
}

/// One question. `id` is a stable slug, unique in its form: answers are stored under it for decades.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    pub id: String,
    pub kind: QuestionKind,
    pub label: Text,
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub hint: Text,
    pub required: bool,
}

/// What a question accepts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum QuestionKind {
    /// One line, at most `length_max` characters.
    Text {
        length_max: usize,
    },
    /// Several lines, at most `length_max` characters.
    LongText {
        length_max: usize,
    },
    /// A civil date, stored as `YYYY-MM-DD`, or as `YYYY-MM` or `YYYY` where the question takes that.
    Date(Dates),
    /// A number within bounds, both included, stored as `1250` or `95.5`. It is whole unless it may have decimals. The unit
    /// it is counted in, such as `m²`, may be typed along.
    Number {
        min: i64,
        max: i64,
        #[serde(default, skip_serializing_if = "is_zero")]
        decimals: u8,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        unit: String,
        /// It is a year of something that has happened, or is to come.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        year: Option<When>,
    },
    /// Whole đồng.
    Money,
    /// One of a list.
    Choice {
        choices: Vec<Choice>,
    },
    /// `yes` or `no`.
    YesNo,
    /// A telephone number: of Viet Nam stored as digits beginning with 0, of another country with `+` before.
    Phone,
    Email,
    /// A personal identification number: 12 digits, or 9 of the old identity card.
    IdentityNumber,
}

impl QuestionKind {
    /// A whole number within bounds.
    pub const fn number(min: i64, max: i64) -> QuestionKind {
        QuestionKind::Number { min, max, decimals: 0, unit: String::new(), year: None }
    }

    /// A year of what has happened, from one on.
    pub const fn past_year(first: i64) -> QuestionKind {
        QuestionKind::Number {
            min: first,
            max: YEAR_MAX,
            decimals: 0,
            unit: String::new(),
            year: Some(When::Past),
        }
    }
}

/// The years dates may have.
pub const YEAR_MIN: i64 = 1850;
pub const YEAR_MAX: i64 = 2200;

fn is_zero(decimals: &u8) -> bool {
    *decimals == 0
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    pub id: String,
    pub label: Text,
}
