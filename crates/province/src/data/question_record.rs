//! A question of a form, as it is written.

use domain::Text;
use forms::{Choice, Dates, Question, QuestionKind, When, YEAR_MAX};
use serde::Deserialize;

#[derive(Deserialize)]
pub struct QuestionRecord {
    pub id: String,
    pub kind: String,
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

#[derive(Deserialize)]
pub struct WrittenChoice {
    pub id: String,
    pub vi: String,
    pub en: String,
}

impl QuestionRecord {
    pub(super) fn read(&self) -> Question {
        let kind = match self.kind.as_str() {
            "text" => QuestionKind::Text { length_max: self.max_length.unwrap_or(200) },
            "long-text" => QuestionKind::LongText { length_max: self.max_length.unwrap_or(2_000) },
            "date" => {
                QuestionKind::Date(Dates { when: self.when, partial: self.partial, ..Dates::default() })
            }
            "number" => QuestionKind::Number {
                min: self.min.unwrap_or(0),
                max: self.max.unwrap_or(if self.when.is_some() { YEAR_MAX } else { 1_000_000_000 }),
                decimals: self.decimals,
                unit: self.unit.clone(),
                year: self.when,
            },
            "money" => QuestionKind::Money,
            "choice" => QuestionKind::Choice {
                choices: self
                    .choices
                    .iter()
                    .map(|choice| Choice { id: choice.id.clone(), label: Text::new(&choice.vi, &choice.en) })
                    .collect(),
            },
            "yes-no" => QuestionKind::YesNo,
            "phone" => QuestionKind::Phone,
            "email" => QuestionKind::Email,
            "identity-number" => QuestionKind::IdentityNumber,
            other => panic!("a question of kind `{other}`"),
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
