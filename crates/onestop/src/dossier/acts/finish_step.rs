use super::{ActForm, FormContext, FormRead, plain};
use domain::dossier::{self, ActKind, Command, DossierRun, FinishStep, LateCause, RefusalTarget, Wait};
use ui::Form;
use ui::event_sentences;
use ui::field::{Option_, option};

pub const FORM: ActForm = ActForm::of(ActKind::FinishStep, form);

fn form(form: &mut Form, form_context: &FormContext) -> FormRead {
    let (t, language) = (form_context.t, form_context.language());
    let step = form_context.running().map_or("", |step| step.id.as_str());
    let named = |outcome: &process::StepOutcome| {
        let label = event_sentences::outcome_name(outcome, language);
        let option = Option_ { hint: leads(form_context, &outcome.key), ..option(&outcome.key, label) };
        (outcome.key.clone(), option)
    };
    let process = &form_context.procedure().process;
    let at =
        form_context.running().and_then(|running| dossier::stands(&form_context.viewed.dossier, running));
    let all = process.outcomes(step);
    let on = process.ways_on(step, at);
    let offered: Vec<&process::StepOutcome> = if on.is_empty() { all.iter().collect() } else { on };
    let ends = all.iter().filter(|outcome| !offered.contains(outcome));
    let ends: Vec<String> = ends.map(|outcome| ended(form_context, outcome)).collect();
    let outcome = match offered.is_empty() {
        true => None,
        false => {
            // Where another way is a decision, nothing is chosen beforehand.
            let only = if let ([only], true) = (offered.as_slice(), ends.is_empty()) {
                only.key.as_str()
            } else {
                ""
            };
            let outcomes = offered.iter().copied().map(named).collect();
            let field = form.one_of("outcome", &form_context.question(), outcomes).hint(&ends.join(" "));
            field.value(only).on_refusal(RefusalTarget::Outcome).given()
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

/// Why an outcome is not to be chosen here: by it the process ends, and a way back may be used up.
fn ended(form_context: &FormContext, outcome: &process::StepOutcome) -> String {
    let name = event_sentences::outcome_name(outcome, form_context.language());
    let model = form_context.procedure().process.model();
    let back = |way: &usize| {
        let asks = model.asks_outcome(*way).is_some_and(|(_, asked)| asked.key == outcome.key);
        model.flows[*way].at_most.filter(|_| asks)
    };
    match (0..model.flows.len()).find_map(|way| back(&way)) {
        Some(times) => form_context.t.ends_used_up(times, name),
        None => form_context.t.ends_by(name),
    }
}

/// How often its way back was taken, where it leads back if the step turns out so and cannot any more.
fn used_up(form_context: &FormContext, outcome: &str) -> Option<u32> {
    let at = dossier::stands(&form_context.viewed.dossier, form_context.running()?)?;
    let model = form_context.procedure().process.model();
    let step = model.index(&form_context.running()?.id)?;
    let asks =
        |way: &usize| model.asks_outcome(*way).is_some_and(|(of, asked)| of == step && asked.key == outcome);
    let mut ways = (0..model.flows.len()).filter(asks).map(|way| &model.flows[way]);
    ways.find(|way| at.marking.is_used_up(way, at.within))?.at_most
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
    let next = ui::formats::each_once(next);
    match (next.is_empty(), used_up(form_context, outcome)) {
        (true, _) => String::new(),
        (false, Some(times)) => form_context.t.leads_used_up(times, &next),
        (false, None) => form_context.t.leads_to(&next),
    }
}
