//! How a result was issued: what reports and the national systems ask of it, and its file alone does not tell. A file may be
//! the result itself, signed, or a picture of the paper that is.

use super::context::Context;
use super::outcome::Outcome;
use super::state::Dossier;
use crate::Language;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What was said of a result when it was recorded. Its number is the document of the decision.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct IssuedResult {
    /// The day it bears.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Which of the procedure's results it is, by its national code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub medium: Option<ResultMedium>,
    /// A part of what was asked for was granted.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub in_part: bool,
    /// Examined and decided at the counter that received it (TT 01/2018 article 13, index 5).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub on_the_spot: bool,
}

typed::keyed! {
    /// What it is made of, and so how it was signed.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    pub enum ResultMedium {
        /// By hand and with a seal; what lies beside it as a file is a picture.
        Paper = "paper",
        /// With a digital signature.
        Electronic = "electronic",
        /// Both, each signed.
        Both = "both",
    }
}

impl ResultMedium {
    pub fn name(self, language: Language) -> &'static str {
        let (vi, en) = match self {
            ResultMedium::Paper => ("Bản giấy, ký tay", "On paper, signed by hand"),
            ResultMedium::Electronic => ("Bản điện tử, ký số", "Electronic, digitally signed"),
            ResultMedium::Both => ("Cả bản giấy và bản điện tử ký số", "Both, on paper and digitally signed"),
        };
        language.pick(vi, en)
    }

    /// Whether a result that is itself electronic was issued.
    pub fn is_electronic(self) -> bool {
        self != ResultMedium::Paper
    }
}

impl IssuedResult {
    pub fn is_empty(&self) -> bool {
        *self == IssuedResult::default()
    }

    /// As it is recorded: nothing that cannot be so, and the only result a procedure has where none was named.
    pub(super) fn of(&self, dossier: &Dossier, outcome: Outcome, context: &Context) -> IssuedResult {
        let days = dossier.submitted_at.date()..=context.now.date();
        let results = &context.procedure.results;
        let known = |code: &String| results.iter().any(|result| !code.is_empty() && result.code == *code);
        let only = match results.as_slice() {
            [only] if !only.code.is_empty() && outcome == Outcome::Granted => Some(only.code.clone()),
            _ => None,
        };
        IssuedResult {
            date: self.date.filter(|date| days.contains(date)),
            code: self.code.clone().filter(known).or(only),
            medium: self.medium,
            in_part: self.in_part && outcome == Outcome::Granted,
            on_the_spot: self.on_the_spot,
        }
    }
}
