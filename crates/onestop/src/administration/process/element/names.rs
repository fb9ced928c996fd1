//! What a condition may name.

use super::super::draft;
use super::{DraftElement, Words};
use process::plain_name;
use ui::part::SummaryList;
use web::RequestContext;

/// Each with what it is.
pub(super) fn names(element: &DraftElement, context: &RequestContext) -> SummaryList {
    let (t, language) = (Words(context.language), context.language);
    let form = element.procedure.form.questions.iter().map(|question| {
        let choices: Vec<String> = match &question.kind {
            forms::QuestionKind::Choice { choices } => {
                let choice =
                    |choice: &forms::Choice| format!("\"{}\" ({})", choice.id, choice.label.get(language));
                choices.iter().map(choice).collect()
            }
            _ => Vec::new(),
        };
        let label = question.label.get(language);
        let told =
            if choices.is_empty() { label.to_string() } else { format!("{label}: {}", choices.join(", ")) };
        (format!("form.{}", plain_name(&question.id)), told)
    });
    let steps = element.model.works().into_iter().filter_map(|index| {
        let node = &element.model.nodes[index];
        let decided = [("granted", t.answer_granted()), ("denied", t.answer_denied())];
        let decided = decided.into_iter().filter(|_| node.is_linked());
        let outcomes: Vec<String> = node
            .step
            .outcomes
            .iter()
            .map(|outcome| (outcome.key.as_str(), ui::event_sentences::outcome_name(outcome, language)))
            .chain(decided)
            .map(|(key, name)| format!("\"{key}\" ({name})"))
            .collect();
        let told =
            format!("{}: {}", draft::called(&element.model, index, language, true), outcomes.join(", "));
        (!outcomes.is_empty()).then(|| (format!("steps.{}.outcome", plain_name(&node.id)), told))
    });
    let plain = [
        ("applicant.kind", t.name_applicant()),
        ("channel", t.name_channel()),
        ("case", t.name_case()),
        ("fee.amount", t.name_fee()),
        ("fee.met", t.name_fee_met()),
        ("hours_left", t.name_hours_left()),
        ("outcome", t.name_outcome()),
    ];
    let plain = plain.map(|(name, what)| (name.to_string(), what.to_string()));
    form.chain(steps).chain(plain).collect()
}
