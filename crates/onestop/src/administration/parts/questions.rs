//! The questions of the e-form.

use super::ProcedurePart;
use super::answer_kind::AnswerKind;
use crate::administration::rows::{AREA_MAX, LINE_MAX, ListRows, fresh_key};
use crate::administration::text::Words;
use domain::Text;
use domain::procedure::Procedure;
use forms::number::DECIMALS_MAX;
use forms::{Choice, Question, QuestionKind};
use ui::Field;
use ui::field::option;
use ui::form::ErrorTarget;
use web::RequestContext;

pub const PART: ProcedurePart = ProcedurePart {
    key: "questions",
    title: Words::questions,
    note: Words::questions_note,
    add: Words::add_question,
    count: |procedure| procedure.form.questions.len(),
    edit,
};

const CHOICES: ErrorTarget = ErrorTarget::Named("choices");
/// Letters of a unit.
const UNIT_MAX: usize = 20;

fn edit(context: &RequestContext, procedure: &mut Procedure, rows: &mut ListRows) {
    let t = Words(context.language);
    let before = std::mem::take(&mut procedure.form.questions);
    let mut taken: Vec<String> = Vec::new();
    procedure.form.questions = rows.with_previews(
        &before,
        |question| &question.id,
        |question| Some(Field::question(context.language, question).complete("off")),
        |form, row| {
            let known = row.known.map(|question| &question.kind);
            let label = form.line("vi", t.question_vi()).complete("off").at_most(LINE_MAX);
            let label = label.value(row.value(|question| &question.label.vi)).read();
            let english = form.line("en", t.question_en()).complete("off").at_most(LINE_MAX);
            let english = english.value(row.value(|question| &question.label.en)).optional().written();
            let all = AnswerKind::ALL.map(|kind| (kind, option(kind.key(), kind.name(&t))));
            let known_kind = known.map(AnswerKind::of);
            let kind = form.one_of_many("kind", t.answer_kind(), all.into());
            let kind = kind.value(known_kind.map_or("", AnswerKind::key)).read();
            let (decimals, unit) = match known {
                Some(QuestionKind::Number { decimals, unit, .. }) => (*decimals, unit.as_str()),
                _ => (0, ""),
            };
            let decimals = Some(decimals).filter(|count| *count > 0).map(|count| count.to_string());
            let field = form.count("decimals", t.decimals(), 0, DECIMALS_MAX as i64).hint(t.decimals_hint());
            let field = field.complete("off").value(&decimals.unwrap_or_default());
            let decimals = field.optional().if_asked();
            let field = form.line("unit", t.unit_of_number()).hint(t.unit_hint()).complete("off").value(unit);
            let field = field.checked(move |unit| (!is_unit(unit)).then(|| t.unit_hint().into()));
            let unit = field.optional().if_asked();
            let choices = known_choices(known);
            let lines = |pick: fn(&Choice) -> &str| choices.iter().map(pick).collect::<Vec<_>>().join("\n");
            let field =
                form.area("choices-vi", t.choices_vi()).hint(t.choices_hint()).on(CHOICES).at_most(AREA_MAX);
            let vietnamese = field.value(&lines(|choice| &choice.label.vi)).optional().written();
            let field = form.area("choices-en", t.choices_en()).at_most(AREA_MAX);
            let english_choices = field.value(&lines(|choice| &choice.label.en)).optional().written();
            let required = row.known.is_some_and(|question| question.required);
            let required = form.tick("required", t.needed(), t.answer_required(), required);
            let hint = form.line("hint-vi", t.hint_vi()).complete("off").at_most(LINE_MAX);
            let hint = hint.value(row.value(|question| &question.hint.vi)).optional().written();
            let english_hint = form.line("hint-en", t.hint_en()).complete("off").at_most(LINE_MAX);
            let english_hint =
                english_hint.value(row.value(|question| &question.hint.en)).optional().written();

            // Bounds and keys of choices stay as they were where the kind does.
            let same = known.filter(|_| known_kind == kind).cloned();
            let mut kind = same.or(kind.map(AnswerKind::blank));
            match &mut kind {
                Some(QuestionKind::Choice { choices: kept }) => {
                    *kept = read_choices(&vietnamese, &english_choices, choices);
                    if kept.len() < 2 {
                        form.clash(CHOICES, t.choices_wrong());
                    }
                }
                Some(QuestionKind::Number { decimals: kept, unit: counted, year: None, .. }) => {
                    // A form opened before these were asked leaves them as they are.
                    if let Some(decimals) = decimals {
                        *kept = decimals.unwrap_or_default() as u8;
                    }
                    if let Some(unit) = unit {
                        *counted = unit.unwrap_or_default();
                    }
                }
                _ => {}
            }
            let (label, kind) = (label?, kind?);
            let id = row.key(&label, &mut taken);
            let (label, hint) = (Text::new(label, english), Text::new(hint, english_hint));
            Some(Question { id, kind, label, hint, required })
        },
    );
}

fn is_unit(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_alphabetic() || letter == '%')
        && text.chars().count() <= UNIT_MAX
}

fn known_choices(known: Option<&QuestionKind>) -> &[Choice] {
    match known {
        Some(QuestionKind::Choice { choices }) => choices,
        _ => &[],
    }
}

/// A line a choice; the English ones stand in the same order.
fn read_choices(vietnamese: &str, english: &str, before: &[Choice]) -> Vec<Choice> {
    let english: Vec<&str> = english.lines().map(str::trim).collect();
    let mut choices: Vec<Choice> = Vec::new();
    let written = vietnamese.lines().map(str::trim).filter(|line| !line.is_empty());
    for (place, line) in written.enumerate() {
        let taken: Vec<String> = choices.iter().map(|choice| choice.id.clone()).collect();
        // Answers are stored under the key: a choice that keeps its words keeps its key.
        let kept = before.iter().find(|choice| choice.label.vi == line).map(|choice| choice.id.clone());
        let id = kept.filter(|id| !taken.contains(id)).unwrap_or_else(|| fresh_key(line, &taken));
        let english = english.get(place).copied().unwrap_or_default();
        choices.push(Choice { id, label: Text::new(line, english) });
    }
    choices
}
