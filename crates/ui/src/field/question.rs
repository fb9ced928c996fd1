//! The field of a question of an e-form: a field for each kind of question.

use super::{Control, Field, option};
use crate::layout_text::Words;
use domain::Language;
use forms::{Dates, Question, QuestionKind};

/// Choices that are shown at once; more are a list that opens.
const SHOWN_MAX: usize = 6;

impl Field {
    /// The field of a question of an e-form.
    pub fn question(language: Language, question: &Question) -> Field {
        let label = question.label.get(language);
        let id = question.id.as_str();
        let mut field = match &question.kind {
            QuestionKind::Text { .. } => Field::text(language, id, label),
            QuestionKind::LongText { .. } => Field::area(language, id, label),
            QuestionKind::Date(_) => Field::date(language, id, label),
            QuestionKind::Number { decimals, unit, .. } => {
                let mode = if *decimals > 0 { "decimal" } else { "numeric" };
                Field::new(language, id, label, Control::Amount { mode, unit: unit.clone() })
            }
            QuestionKind::Money => {
                let unit = language.pick("đồng", "VND").into();
                Field::new(language, id, label, Control::Amount { mode: "numeric", unit })
            }
            QuestionKind::Choice { choices } => {
                let choices = choices
                    .iter()
                    .map(|choice| option(&choice.id, choice.label.get(language)))
                    .collect::<Vec<_>>();
                if choices.len() > SHOWN_MAX {
                    Field::select(language, id, label, choices)
                } else {
                    Field::choices(language, id, label, choices)
                }
            }
            QuestionKind::YesNo => {
                let t = Words(language);
                Field::choices(language, id, label, vec![option("yes", t.yes()), option("no", t.no())])
            }
            QuestionKind::Phone => Field::phone(language, id, label),
            QuestionKind::Email => Field::email(language, id, label),
            QuestionKind::IdentityNumber => Field::number(language, id, label).wide("input--20"),
        };
        // The answers are about the matter, not always about the person who types.
        field.autocomplete = "off";
        field.optional = !question.required;
        field.hint = question.hint.get(language).to_string();
        if matches!(question.kind, QuestionKind::Date(Dates { partial: true, .. })) && field.hint.is_empty() {
            field.hint = Words(language).partial_date().into();
        }
        field.label_lang = question.label.untranslated(language).then_some("vi");
        field
    }
}
