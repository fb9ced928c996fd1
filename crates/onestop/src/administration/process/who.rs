//! Who does each step and how long it takes, of all steps that leave that open: one form, filled in with what is proposed.

use super::draft;
use super::element::{in_words, time_line};
use super::text::Words;
use domain::Language;
use domain::adopt::{Adoption, IncompleteStep};
use domain::agency::Agency;
use domain::officer::Role;
use process::{Model, StepDetails};
use ui::field::{Option_, option};
use ui::part::ErrorSummary;
use ui::{Fields, Form, Posted};
use web::RequestContext;

/// Maximum steps a page asks about at once.
const SHOWN: usize = 40;

/// A step as it is asked about.
pub(super) struct StepRow {
    pub step: String,
    /// What is missing or not known here.
    pub lacks: String,
    pub fields: Fields,
}

/// The steps a page has room for, as proposed or as they came, and how many more there are.
pub(super) fn rows(
    adoption: &Adoption,
    agency: &Agency,
    context: &RequestContext,
    posted: Option<&Posted>,
) -> (Vec<StepRow>, usize) {
    let model = adoption.process.model();
    let row = |(place, unsaid): (usize, &IncompleteStep)| {
        let mut form = form_of(context, posted, place);
        fill(&mut form, unsaid, model, agency, context);
        let step = model.index(&unsaid.step);
        let step =
            step.map_or(unsaid.step.clone(), |node| draft::called(model, node, context.language, true));
        let lacks = adoption.lacks.iter().filter(|lack| lack.step == unsaid.name);
        let lacks: Vec<String> = lacks.map(|lack| lack.what.sentence(context.language)).collect();
        StepRow { step, lacks: lacks.join(" "), fields: form.into_fields() }
    };
    let rows = adoption.unsaid.iter().take(SHOWN).enumerate().map(row).collect();
    (rows, adoption.unsaid.len().saturating_sub(SHOWN))
}

/// What is wrong in them, each with its step.
pub(super) fn error_summary(rows: &[StepRow], context: &RequestContext) -> ErrorSummary {
    let mut summary = ErrorSummary::of(context.language, Vec::new());
    for row in rows {
        for problem in row.fields.error_summary().problems {
            summary.at(problem.field, format!("{}: {}", row.step, problem.sentence));
        }
    }
    summary
}

/// The drawing with what was said of the steps; nothing where something of that is wrong.
pub(super) fn said(
    source: &str,
    adoption: &Adoption,
    agency: &Agency,
    context: &RequestContext,
    posted: &Posted,
) -> Option<String> {
    let model = adoption.process.model();
    let mut all = Vec::new();
    for (place, unsaid) in adoption.unsaid.iter().take(SHOWN).enumerate() {
        let mut form = form_of(context, Some(posted), place);
        all.push((unsaid.step.as_str(), fill(&mut form, unsaid, model, agency, context)?));
        if form.any_wrong() {
            return None;
        }
    }
    let all: Vec<(&str, &StepDetails)> = all.iter().map(|(step, about)| (*step, about)).collect();
    process::describe_all(source, model, &all).ok()
}

fn form_of<'p>(context: &RequestContext, posted: Option<&'p Posted>, place: usize) -> Form<'p> {
    Form::of(context.language, posted).named(&format!("who-{place}"))
}

/// The roles a step can be for; that of the counter where a step of it was kept.
pub(super) fn roles(own: Option<Role>, language: Language) -> Vec<(Role, Option_)> {
    let counter = Some(Role::Counter).filter(|_| own == Some(Role::Counter));
    let all = Role::OF_STEPS.into_iter().chain(counter);
    all.map(|role| (role, option(role.key(), role.name(language)))).collect()
}

/// What is left blank stays as it is drawn.
fn fill(
    form: &mut Form,
    unsaid: &IncompleteStep,
    model: &Model,
    agency: &Agency,
    context: &RequestContext,
) -> Option<StepDetails> {
    let (t, language) = (Words(context.language), context.language);
    let node = model.node(&unsaid.step)?;
    let units = agency.units.iter();
    let units = units.map(|unit| (unit.key.clone(), option(&unit.key.0, unit.name.get(language)))).collect();
    let unit = form.one_of_many("unit", t.unit(), units);
    let unit = unit.value(unsaid.unit.as_ref().map_or("", |unit| &unit.0)).given();
    let roles = roles(Some(unsaid.role), language);
    let role = form.one_of_many("role", t.role(), roles).value(unsaid.role.key()).given();
    let time = unsaid.time.map(|time| in_words(time, language)).unwrap_or_default();
    let time = time_line(form, "time", &t, &time);
    let mut about = StepDetails::of(node);
    if let Some(unit) = unit {
        about.unit = unit.0;
    }
    if let Some(role) = role {
        about.role = role.key().into();
    }
    if !time.is_empty() {
        about.time = time;
    }
    if about.name.trim().is_empty() {
        about.name = node.id.clone();
    }
    Some(about)
}
