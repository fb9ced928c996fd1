use super::{ActForm, FormContext, Read, plain};
use domain::dossier::{ActKind, Command, DossierRun, FinishStep, LateCause, RefusalTarget, Wait};
use ui::Form;
use ui::event_sentences;
use ui::field::{Option_, option};

pub const FORM: ActForm = ActForm::of(ActKind::FinishStep, form);

fn form(form: &mut Form, form_context: &FormContext) -> Read {
    let (t, language) = (form_context.t, form_context.language());
    let step = form_context.running().map_or("", |step| step.id.as_str());
    let named = |outcome: &process::StepOutcome| {
        let label = event_sentences::outcome_name(outcome, language);
        let option = Option_ { hint: leads(form_context, &outcome.key), ..option(&outcome.key, label) };
        (outcome.key.clone(), option)
    };
    let outcomes: Vec<_> = form_context.procedure().process.outcomes(step).iter().map(named).collect();
    let outcome = match outcomes.is_empty() {
        true => None,
        false => {
            form.one_of("outcome", t.step_outcome(), outcomes).on_refusal(RefusalTarget::Outcome).given()
        }
    };
    let late = form_context.late(form);
    let words = match form_context.is_late() {
        true => form
            .area("words", t.remark())
            .needed_when(t.if_other_cause())
            .on_refusal(RefusalTarget::Words)
            .written(),
        false => form_context.remark(form, t.remark()),
    };
    plain(Command::FinishStep(FinishStep { token: form_context.at_hand, words, outcome, late }))
}

/// Where a step leads if it turns out so, by the rules themselves: a way back may be used up.
fn leads(form_context: &FormContext, outcome: &str) -> String {
    let (language, before) = (form_context.language(), &form_context.viewed.dossier);
    let finish = FinishStep {
        token: form_context.at_hand,
        words: "–".into(),
        outcome: Some(outcome.to_string()),
        late: Some(LateCause::Other),
    };
    let Ok(actor) = form_context.context.officer_actor() else { return String::new() };
    let dossier_run = DossierRun::of(before.clone());
    let Ok(dossier_run) = dossier_run.act(&actor, &Command::FinishStep(finish), &form_context.rules) else {
        return String::new();
    };
    let (after, process) = (&dossier_run.dossier, &form_context.procedure().process);
    let steps = after.steps.iter().filter(|step| before.step(step.token).is_none());
    let steps = steps.filter_map(|step| Some(process.name_of(&step.id)?.get(language).to_string()));
    let known = |wait: &&Wait| {
        before.waits.iter().any(|other| other.token == wait.token && other.event == wait.event)
    };
    let links = after.waits.iter().filter(|wait| !known(wait) && process.link(&wait.event).is_some());
    let links = links.filter_map(|wait| Some(process.name_of(&wait.event)?.get(language).to_string()));
    let next: Vec<String> = steps.chain(links).collect();
    if next.is_empty() { String::new() } else { form_context.t.leads_to(&next.join(", ")) }
}
