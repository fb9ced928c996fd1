//! How a step may turn out: for each way its name in both languages, and what it means to who applied.

use super::super::mends::{means_field, means_options};
use super::forms::ElementContext;
use crate::administration::is_slug;
use crate::administration::rows::fresh_key;
use process::{Means, Node, StepOutcome};
use ui::Form;
use ui::form::ErrorTarget;

/// Outcomes a form has room for beside those that are there.
const NEW: usize = 2;
/// Letters of the lines that name outcomes in older forms.
const LINES_MAX: usize = 10_000;
/// Where those lines stood, which no page shows any more.
const LINES: &str = "about-outcomes";
const NAMES: ErrorTarget = ErrorTarget::Named("outcome");

/// As they are said; as they are where nothing is sent of them.
pub(super) fn fields(form: &mut Form, at: &ElementContext, node: &Node) -> Vec<StepOutcome> {
    let (t, model) = (at.t, &at.element.model);
    let lines = written(form, at);
    let mut outcomes = Vec::new();
    for (place, outcome) in node.step.outcomes.iter().enumerate() {
        let Some(step) = model.index(&node.id) else { continue };
        let was = model.outcome_means(step, outcome);
        let name = format!("about-outcome-{}", outcome.key);
        let called = form.line(&name, &t.outcome_at(place + 1)).complete("off").value(&outcome.name);
        let called = called.hint(if place == 0 { t.outcome_gone() } else { "" }).optional().if_asked();
        let english = form.line(&format!("{name}-english"), &t.outcome_english(place + 1)).complete("off");
        let english = english.value(&outcome.english).optional().if_asked();
        let shown = ui::event_sentences::outcome_name(outcome, at.language());
        let field = format!("about-means-{}", outcome.key);
        let means = means_field(form, &t, &field, &t.outcome_means_of(shown), was);
        let means = outcome.means.or((means != was).then_some(means)).map(|_| means);
        let kept = StepOutcome {
            key: outcome.key.clone(),
            name: said(called, &outcome.name),
            english: said(english, &outcome.english),
            means,
        };
        let gone = kept.name.is_empty() && !outcome.name.is_empty();
        outcomes.extend(Some(kept).filter(|_| !gone || lines.is_some()));
    }
    // Lines that were sent say which there are.
    if let Some(lines) = lines {
        let means = |key: &str| outcomes.iter().find(|own| own.key == key).and_then(|own| own.means);
        return lines.into_iter().map(|own| StepOutcome { means: means(&own.key), ..own }).collect();
    }
    for place in 1..=NEW {
        let number = node.step.outcomes.len() + place;
        let name = format!("about-new-{place}");
        let called = form.line(&name, &t.outcome_at(number)).complete("off").optional().written();
        let english = form.line(&format!("{name}-english"), &t.outcome_english(number)).complete("off");
        let english = english.optional().written();
        let field = format!("{name}-means");
        let means = form.one_of_many(&field, &t.outcome_means_at(number), means_options(&t));
        let means = means.empty_label(t.means_by_name()).optional().read();
        if called.is_empty() {
            continue;
        }
        let taken: Vec<String> =
            node.step.outcomes.iter().chain(&outcomes).map(|own| own.key.clone()).collect();
        let key = fresh_key(&called, &taken);
        let means = Some(means.unwrap_or_else(|| Means::of_words(&called)));
        outcomes.push(StepOutcome { key, name: called, english, means });
    }
    let twice = outcomes.iter().enumerate().find(|(place, own)| {
        let small = |own: &StepOutcome| own.name.to_lowercase();
        outcomes[..*place].iter().any(|other| small(other) == small(own))
    });
    if let Some(name) = twice.map(|(_, own)| own.name.clone()) {
        form.add_error(t.outcome_twice(&name));
    }
    outcomes
}

fn said(sent: Option<Option<String>>, was: &str) -> String {
    match sent {
        Some(said) => said.unwrap_or_default(),
        None => was.to_string(),
    }
}

/// The lines older forms send: `key = name | English name`.
fn written(form: &mut Form, at: &ElementContext) -> Option<Vec<StepOutcome>> {
    if !form.names(LINES) {
        return None;
    }
    let t = at.t;
    let lines = form.area(LINES, t.outcomes()).at_most(LINES_MAX).rows(4).optional().on(NAMES);
    let lines = lines.checked(move |lines| match read(lines) {
        Err(line) => Some(t.outcomes_wrong(&line)),
        Ok(outcomes) => twice(&outcomes).map(|outcome| t.twice(&outcome.key)),
    });
    Some(read(&lines.written()).unwrap_or_default())
}

fn read(text: &str) -> Result<Vec<StepOutcome>, String> {
    let read = |line: &str| {
        let (key, rest) = line.split_once('=').unwrap_or((line, ""));
        let (name, english) = rest.split_once('|').unwrap_or((rest, ""));
        let key = key.trim();
        let (name, english) = (name.trim().into(), english.trim().into());
        let outcome = StepOutcome { key: key.into(), name, english, means: None };
        if is_slug(key) { Ok(outcome) } else { Err(line.to_string()) }
    };
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(read).collect()
}

fn twice(outcomes: &[StepOutcome]) -> Option<&StepOutcome> {
    let known = |(place, outcome): &(usize, &StepOutcome)| {
        outcomes[..*place].iter().any(|other| other.key == outcome.key)
    };
    outcomes.iter().enumerate().find(known).map(|(_, outcome)| outcome)
}
