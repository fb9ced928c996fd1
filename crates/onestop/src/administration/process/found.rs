//! What stands against a drawing, in words and by the names of its elements.

use super::draft;
use super::text::Words;
use domain::adopt::Adoption;
use process::{Finding, Model, Weight};
use std::collections::HashSet;
use ui::part::{Notice, Tone};
use web::RequestContext;

/// Something that stands against it, and where.
pub(super) struct Objection {
    pub place: String,
    pub told: String,
}

impl Objection {
    pub(super) fn whole(told: impl Into<String>) -> Objection {
        Objection { place: String::new(), told: told.into() }
    }

    /// In one sentence.
    pub(super) fn said(&self) -> String {
        if self.place.is_empty() { self.told.clone() } else { format!("{}: {}", self.place, self.told) }
    }
}

/// What stands against it, under a title; nothing where nothing does.
pub(super) fn notice(title: &str, lines: &[Objection]) -> Option<Notice> {
    let told = || Notice::titled(Tone::Warning, title).alert().points(lines.iter().map(Objection::said));
    (!lines.is_empty()).then(told)
}

/// What stands against it. What a form of the page completes is told there, and here only how much of it there is.
pub(super) fn lines(
    adoption: &Adoption,
    model: &Model,
    context: &RequestContext,
    proposals: usize,
) -> Vec<Objection> {
    let t = Words(context.language);
    let mut lines = Vec::new();
    let heavy = |finding: &&Finding| finding.trouble.weight() == Weight::Error;
    let alone = |finding: &&Finding| process::Mend::of(model, finding).is_none();
    if adoption.findings.iter().filter(heavy).any(|finding| !alone(&finding)) {
        lines.push(Objection::whole(t.wrong_proposed(proposals)));
    }
    if !adoption.unsaid.is_empty() {
        lines.push(Objection::whole(t.wrong_unsaid(adoption.unsaid.len())));
    }
    let found = adoption.findings.iter().filter(heavy).filter(alone);
    let found = found.map(|finding| finding_at(finding, model, context));
    let lacks = adoption.lacks.iter().filter(|lack| !adoption.is_unsaid(lack));
    let lacks = lacks.map(|lack| Objection {
        place: if lack.step.is_empty() { t.whole().into() } else { lack.step.clone() },
        told: lack.what.sentence(context.language),
    });
    lines.extend(together(found.chain(lacks).collect(), &t));
    lines
}

/// Maximum places named of one finding.
const PLACES_SHOWN: usize = 6;

/// What is wrong in the same way at several places, said once.
fn together(lines: Vec<Objection>, t: &Words) -> Vec<Objection> {
    let mut kinds: Vec<(String, Vec<String>)> = Vec::new();
    for Objection { place, told } in lines {
        match kinds.iter_mut().find(|(known, _)| *known == told) {
            Some((_, places)) => places.push(place),
            None => kinds.push((told, vec![place])),
        }
    }
    let line = |(told, mut places): (String, Vec<String>)| {
        let mut known = HashSet::new();
        places.retain(|place| known.insert(place.clone()));
        let more = places.len().saturating_sub(PLACES_SHOWN);
        places.truncate(PLACES_SHOWN);
        let place = places.join("; ");
        Objection { place: if more > 0 { t.and_more(&place, more) } else { place }, told }
    };
    kinds.into_iter().map(line).collect()
}

/// A finding at an element of a draft: by its name, or after the nearest that has one. Nobody looks at its lines.
pub(super) fn finding_at(finding: &Finding, model: &Model, context: &RequestContext) -> Objection {
    let line = finding_line(finding, context);
    match model.index(&finding.element) {
        Some(node) => {
            let named = !model.nodes[node].name.is_empty();
            let place = draft::called(model, node, context.language, true);
            let t = Words(context.language);
            // What nothing near has a name for says itself what it is.
            let own = process::described(model, node, context.language) == place;
            Objection { place: if named || own { place } else { t.near(&place) }, ..line }
        }
        None => match model.flow(&finding.element) {
            Some(flow) => {
                let called = |node, back| draft::called(model, node, context.language, back);
                let place = Words(context.language).way_of(&called(flow.from, true), &called(flow.to, false));
                Objection { place, ..line }
            }
            None => line,
        },
    }
}

pub(super) fn finding_line(finding: &Finding, context: &RequestContext) -> Objection {
    let t = Words(context.language);
    let told = finding.trouble.sentences();
    let named = if finding.name.is_empty() { &finding.element } else { &finding.name };
    let place = match (named.as_str(), finding.line) {
        ("", 0) => String::new(),
        (named, 0) => named.to_string(),
        ("", line) => t.line(line),
        (named, line) => format!("{named} ({})", t.line(line)),
    };
    Objection { place, told: told.get(context.language).to_string() }
}
