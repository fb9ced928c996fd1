//! What a drawing says of how it comes out: what outcomes mean, how often it goes back, and what follows after that. Much of
//! it may have been accepted as it was proposed, so it is told again, each with where it is changed.

use super::super::drawn::ElementLine;
use super::super::element::has_page;
use super::super::mends::means_words;
use super::super::text::Words;
use super::called;
use domain::drawing::Drawing;
use process::Means;
use std::collections::HashSet;
use ui::part::Link;
use web::RequestContext;

/// Lines of it on a page.
const LINES_MAX: usize = 60;

pub(super) fn lines(drawing: &Drawing, context: &RequestContext, edit: &str) -> Vec<ElementLine> {
    let (t, language, model) = (Words(context.language), context.language, drawing.model());
    let change = |id: &str| Some(Link::new(format!("{edit}/{id}"), t.edit()));
    let name = |node, back| called(model, node, language, back);
    let mut lines = Vec::new();
    for step in model.steps() {
        let node = &model.nodes[step];
        for outcome in &node.step.outcomes {
            let means = model.outcome_means(step, outcome);
            if means != Means::Neither {
                let told = ui::event_sentences::outcome_name(outcome, language);
                let sentence = t.settled_outcome(&name(step, true), told, means_words(&t, means));
                lines.push(ElementLine { sentence, change: change(&node.id) });
            }
        }
    }
    let runs = model.running_scopes();
    for way in &model.flows {
        let choice = &model.nodes[way.from];
        let Some(times) = way.at_most.filter(|_| runs.contains(&choice.scope)) else { continue };
        let back = t.settled_back(times, &name(way.to, false));
        let (then, at) = match choice.default.map(|rest| (rest, &model.flows[rest])) {
            Some((rest, flow)) if model.is_used_up_end(rest) && model.way_means(rest) == Means::Denied => {
                (t.used_up_denied().to_string(), &flow.id)
            }
            Some((_, flow)) => (t.settled_on(&name(flow.to, false)), &flow.id),
            None => (t.settled_open().to_string(), &way.id),
        };
        lines.push(ElementLine { sentence: t.settled_used_up(&back, &then), change: change(at) });
    }
    let ends = domain::adopt::ends(drawing);
    let places: Vec<usize> = ends.iter().map(|(end, _)| *end).collect();
    for ((end, means), called) in ends.iter().zip(process::told_apart(model, &places, language)) {
        let id = &model.nodes[*end].id;
        let sentence = t.settled_end(&called, means.words().get(language));
        lines.push(ElementLine { sentence, change: change(id).filter(|_| has_page(model, id)) });
    }
    let mut known = HashSet::new();
    lines.retain(|line| known.insert(line.sentence.clone()));
    lines.truncate(LINES_MAX);
    lines
}
