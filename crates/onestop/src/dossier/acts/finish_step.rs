use super::{ActForm, Desk, Read, plain};
use domain::dossier::{self, About, Command, Course, FinishStep, Kind, LateCause, Wait};
use ui::Form;
use ui::event_sentences;
use ui::field::{Option_, option};

pub const ACT: ActForm = ActForm::of(Kind::FinishStep, form);

fn form(form: &mut Form, desk: &Desk) -> Read {
    let (t, language) = (desk.t, desk.language());
    let step = desk.running().map_or("", |step| step.id.as_str());
    let named = |outcome: &process::Outcome| {
        let label = event_sentences::outcome_name(outcome, language);
        let option = Option_ { hint: leads(desk, &outcome.key), ..option(&outcome.key, label) };
        (outcome.key.clone(), option)
    };
    let process = &desk.procedure().process;
    let at = desk.running().and_then(|running| dossier::stands(&desk.viewed.dossier, running));
    let all = process.outcomes(step);
    let on = process.ways_on(step, at);
    let offered: Vec<&process::Outcome> = if on.is_empty() { all.iter().collect() } else { on };
    let ends = all.iter().filter(|outcome| !offered.contains(outcome));
    let ends: Vec<String> = ends.map(|outcome| ended(desk, outcome)).collect();
    let outcome = match offered.is_empty() {
        true => None,
        false => {
            let only = if let [only] = offered.as_slice() { only.key.as_str() } else { "" };
            let outcomes = offered.iter().copied().map(named).collect();
            let field = form.one_of("outcome", &desk.question(), outcomes).hint(&ends.join(" "));
            field.value(only).about(About::Outcome).given()
        }
    };
    let late = desk.late(form);
    let words = desk.remark(form, t.remark());
    plain(Command::FinishStep(FinishStep { token: desk.at_hand, words, outcome, late }))
}

/// Why an outcome is not to be chosen here: by it the process ends, and a way back may be used up.
fn ended(desk: &Desk, outcome: &process::Outcome) -> String {
    let name = event_sentences::outcome_name(outcome, desk.language());
    let model = desk.procedure().process.model();
    let back = |way: &usize| {
        let asks = model.asks_outcome(*way).is_some_and(|(_, asked)| asked.key == outcome.key);
        model.flows[*way].at_most.filter(|_| asks)
    };
    match (0..model.flows.len()).find_map(|way| back(&way)) {
        Some(times) => desk.t.ends_used_up(times, &name),
        None => desk.t.ends_by(&name),
    }
}

/// Where a step leads if it turns out so, by the rules themselves: a way back may be used up.
fn leads(desk: &Desk, outcome: &str) -> String {
    let (language, before) = (desk.language(), &desk.viewed.dossier);
    let finish = FinishStep {
        token: desk.at_hand,
        words: "–".into(),
        outcome: Some(outcome.to_string()),
        late: Some(LateCause::Other),
    };
    let Ok(actor) = desk.context.officer_actor() else { return String::new() };
    let course = Course::of(before.clone());
    let Ok(course) = course.act(&actor, &Command::FinishStep(finish), &desk.rules) else {
        return String::new();
    };
    let (after, process) = (&course.dossier, &desk.procedure().process);
    let steps = after.steps.iter().filter(|step| before.step(step.token).is_none());
    let steps = steps.filter_map(|step| Some(process.name_of(&step.id)?.get(language).to_string()));
    let known = |wait: &&Wait| {
        before.waits.iter().any(|other| other.token == wait.token && other.event == wait.event)
    };
    let links = after.waits.iter().filter(|wait| !known(wait) && process.link(&wait.event).is_some());
    let links = links.filter_map(|wait| Some(process.name_of(&wait.event)?.get(language).to_string()));
    let next: Vec<String> = steps.chain(links).collect();
    if next.is_empty() { String::new() } else { desk.t.leads_to(&next.join(", ")) }
}
