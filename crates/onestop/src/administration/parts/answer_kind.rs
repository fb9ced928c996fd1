//! The kinds of answers an administrator chooses from: those of questions, told apart further where people would.

use crate::administration::text::Words;
use forms::{Dates, QuestionKind, When, YEAR_MIN};

typed::keyed! {
    /// As the form sends them, in the order they are offered.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum AnswerKind {
        Text = "text",
        LongText = "long-text",
        Date = "date",
        PastDate = "past-date",
        BirthDate = "birth-date",
        FutureDate = "future-date",
        Number = "number",
        PastYear = "past-year",
        Money = "money",
        Choice = "choice",
        YesNo = "yes-no",
        Phone = "phone",
        Email = "email",
        Identity = "identity",
    }
}

impl AnswerKind {
    pub fn of(kind: &QuestionKind) -> AnswerKind {
        match kind {
            QuestionKind::Text { .. } => AnswerKind::Text,
            QuestionKind::LongText { .. } => AnswerKind::LongText,
            QuestionKind::Date(dates) => match dates.when {
                Some(When::Past) if dates.partial => AnswerKind::BirthDate,
                Some(When::Past) => AnswerKind::PastDate,
                Some(When::Future) => AnswerKind::FutureDate,
                None => AnswerKind::Date,
            },
            QuestionKind::Number { year: Some(When::Past), .. } => AnswerKind::PastYear,
            QuestionKind::Number { .. } => AnswerKind::Number,
            QuestionKind::Money => AnswerKind::Money,
            QuestionKind::Choice { .. } => AnswerKind::Choice,
            QuestionKind::YesNo => AnswerKind::YesNo,
            QuestionKind::Phone => AnswerKind::Phone,
            QuestionKind::Email => AnswerKind::Email,
            QuestionKind::IdentityNumber => AnswerKind::Identity,
        }
    }

    /// As a new question has it.
    pub fn blank(self) -> QuestionKind {
        match self {
            AnswerKind::Text => QuestionKind::Text { length_max: 200 },
            AnswerKind::LongText => QuestionKind::LongText { length_max: 2_000 },
            AnswerKind::Date => QuestionKind::Date(Dates::default()),
            AnswerKind::PastDate => QuestionKind::Date(Dates::PAST),
            AnswerKind::BirthDate => QuestionKind::Date(Dates::BIRTH),
            AnswerKind::FutureDate => QuestionKind::Date(Dates::FUTURE),
            AnswerKind::Number => QuestionKind::number(0, 1_000_000_000),
            AnswerKind::PastYear => QuestionKind::past_year(YEAR_MIN),
            AnswerKind::Money => QuestionKind::Money,
            AnswerKind::Choice => QuestionKind::Choice { choices: Vec::new() },
            AnswerKind::YesNo => QuestionKind::YesNo,
            AnswerKind::Phone => QuestionKind::Phone,
            AnswerKind::Email => QuestionKind::Email,
            AnswerKind::Identity => QuestionKind::IdentityNumber,
        }
    }

    pub fn name(self, t: &Words) -> &'static str {
        match self {
            AnswerKind::Text => t.kind_text(),
            AnswerKind::LongText => t.kind_long_text(),
            AnswerKind::Date => t.kind_date(),
            AnswerKind::PastDate => t.kind_past_date(),
            AnswerKind::BirthDate => t.kind_birth_date(),
            AnswerKind::FutureDate => t.kind_future_date(),
            AnswerKind::Number => t.kind_number(),
            AnswerKind::PastYear => t.kind_past_year(),
            AnswerKind::Money => t.kind_money(),
            AnswerKind::Choice => t.kind_choice(),
            AnswerKind::YesNo => t.kind_yes_no(),
            AnswerKind::Phone => t.kind_phone(),
            AnswerKind::Email => t.kind_email(),
            AnswerKind::Identity => t.kind_identity(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_question_of_a_kind_is_known_as_that_kind() {
        for kind in AnswerKind::ALL {
            assert_eq!(AnswerKind::of(&kind.blank()), kind);
        }
    }
}
