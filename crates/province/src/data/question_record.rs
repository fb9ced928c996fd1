//! A question of a form, as it is written.

use domain::Text;
use forms::{Choice, Dates, Question, QuestionKind, When, YEAR_MAX};
use serde::Deserialize;

#[derive(Deserialize)]
pub struct QuestionRecord {
    pub id: String,
    pub kind: KindName,
    pub label_vi: String,
    pub label_en: String,
    #[serde(default)]
    pub hint_vi: String,
    #[serde(default)]
    pub hint_en: String,
    pub required: bool,
    pub when: Option<When>,
    #[serde(default)]
    pub partial: bool,
    pub max_length: Option<usize>,
    pub min: Option<i64>,
    pub max: Option<i64>,
    #[serde(default)]
    pub decimals: u8,
    #[serde(default)]
    pub unit: String,
    #[serde(default)]
    pub choices: Vec<WrittenChoice>,
    #[serde(default)]
    pub sample: String,
}

/// The kinds of questions by the names data files have for them; a file with another is not read.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KindName {
    Text,
    LongText,
    Date,
    Number,
    Money,
    Choice,
    YesNo,
    Phone,
    Email,
    IdentityNumber,
}

#[derive(Deserialize)]
pub struct WrittenChoice {
    pub id: String,
    pub vi: String,
    pub en: String,
}

impl QuestionRecord {
    pub(super) fn read(&self) -> Question {
        let kind = match self.kind {
            KindName::Text => QuestionKind::Text { length_max: self.max_length.unwrap_or(200) },
            KindName::LongText => QuestionKind::LongText { length_max: self.max_length.unwrap_or(2_000) },
            KindName::Date => {
                QuestionKind::Date(Dates { when: self.when, partial: self.partial, ..Dates::default() })
            }
            KindName::Number => QuestionKind::Number {
                min: self.min.unwrap_or(0),
                max: self.max.unwrap_or(if self.when.is_some() { YEAR_MAX } else { 1_000_000_000 }),
                decimals: self.decimals,
                unit: self.unit.clone(),
                year: self.when,
            },
            KindName::Money => QuestionKind::Money,
            KindName::Choice => QuestionKind::Choice {
                choices: self
                    .choices
                    .iter()
                    .map(|choice| Choice { id: choice.id.clone(), label: Text::new(&choice.vi, &choice.en) })
                    .collect(),
            },
            KindName::YesNo => QuestionKind::YesNo,
            KindName::Phone => QuestionKind::Phone,
            KindName::Email => QuestionKind::Email,
            KindName::IdentityNumber => QuestionKind::IdentityNumber,
        };
        Question {
            id: self.id.clone(),
            kind,
            label: Text::new(&self.label_vi, &self.label_en),
            hint: Text::new(&self.hint_vi, &self.hint_en),
            required: self.required,
        }
    }
}
