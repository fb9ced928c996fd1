//! What stands against a drawing, in words and by the names of its elements.

use super::text::Words;
use super::{draft, element};
use domain::adopt::{Adoption, WhyOpen};
use process::{Finding, Model, Weight};
use std::collections::HashSet;
use ui::part::{Link, Mended, Notice, Tone};
use web::RequestContext;

/// Something that stands against it, and where.
#[derive(Clone)]
pub(super) struct Objection {
    pub place: String,
    pub sentence: String,
    /// Where it is mended: an element by its id, or a place on the page by `#` and its name; empty where that is nowhere.
    pub at: String,
}

impl Objection {
    pub(super) fn whole(sentence: impl Into<String>) -> Objection {
        Objection { place: String::new(), sentence: sentence.into(), at: String::new() }
    }

    fn on_page(anchor: &str, place: &str, sentence: impl Into<String>) -> Objection {
        Objection { place: place.into(), sentence: sentence.into(), at: format!("#{anchor}") }
    }

    /// In one sentence.
    pub(super) fn said(&self) -> String {
        if self.place.is_empty() {
            self.sentence.clone()
        } else {
            format!("{}: {}", self.place, self.sentence)
        }
    }
}

/// What stands against it, under a title; nothing where nothing does. Elements lead to pages under an address.
pub(super) fn notice(title: &str, lines: &[Objection], edit: &str, t: &Words) -> Option<Notice> {
    let points = together(lines, edit, t);
    (!lines.is_empty()).then(|| Notice::titled(Tone::Warning, title).alert().mended(points))
}

/// Parts of the page of a draft.
pub(super) const WHO: &str = "who";
pub(super) const PROPOSALS: &str = "proposals";
pub(super) const STEPS: &str = "steps";

/// How much is proposed for what a draft leaves open, and what comes of accepting all of it.
pub(super) struct OpenPoints {
    pub count: usize,
    /// Not where each has to be answered by itself.
    pub can_accept_all: bool,
    /// What is found once all is accepted; nothing where that was not tried.
    pub found_after: Option<Vec<Finding>>,
}

impl OpenPoints {
    /// Whether a finding goes away with what is proposed for others.
    fn settle(&self, finding: &Finding) -> bool {
        let same = |after: &Finding| after.element == finding.element && after.trouble == finding.trouble;
        self.found_after.as_ref().is_some_and(|after| !after.iter().any(same))
    }
}

/// What stands against it. What a form of the page completes is told there, and here only how much of it there is.
pub(super) fn lines(
    adoption: &Adoption,
    model: &Model,
    context: &RequestContext,
    open: &OpenPoints,
) -> Vec<Objection> {
    let t = Words(context.language);
    let mut lines = Vec::new();
    let heavy = |finding: &&Finding| finding.trouble.weight() == Weight::Error && !open.settle(finding);
    let proposed = |finding: &Finding| {
        adoption.open.iter().any(|it| matches!(&it.why, WhyOpen::Finding(found) if found == finding))
            || process::Mend::of(model, finding).is_some()
    };
    let alone = |finding: &&Finding| !proposed(finding);
    let counted = adoption.lacks.iter().any(|lack| adoption.is_proposed(lack));
    let is_error = |finding: &&Finding| finding.trouble.weight() == Weight::Error;
    if counted || adoption.findings.iter().filter(is_error).any(|finding| !alone(&finding)) {
        let said = match open.can_accept_all {
            true => t.wrong_proposed(open.count),
            false => t.wrong_asked(open.count),
        };
        lines.push(Objection::on_page(PROPOSALS, t.proposals_title(), said));
    }
    // Who does what is asked of steps that stay.
    if !adoption.unsaid.is_empty() && !adoption.is_incomplete() {
        lines.push(Objection::on_page(WHO, t.who(), t.wrong_unsaid(adoption.unsaid.len())));
    }
    let found = adoption.findings.iter().filter(heavy).filter(alone);
    let found = found.map(|finding| {
        let found = finding_at(finding, model, context);
        // What no form changes is changed where it was drawn.
        let sentence = if found.at.is_empty() { t.by_file(&found.sentence) } else { found.sentence.clone() };
        Objection { sentence, ..found }
    });
    let lacks = adoption.lacks.iter().filter(|lack| !adoption.is_unsaid(lack) && !adoption.is_proposed(lack));
    let lacks = lacks.map(|lack| {
        let sentence = lack.what.sentence(context.language);
        match lack.step.is_empty() {
            true => Objection::on_page(STEPS, t.whole(), sentence),
            false => {
                let (place, at) =
                    (place_called(model, &lack.step, context), element_called(model, &lack.step));
                Objection { place, sentence, at }
            }
        }
    });
    lines.extend(found.chain(lacks));
    lines
}

/// What an element is called that is known by its name, or by its id where it has none.
fn place_called(model: &Model, name: &str, context: &RequestContext) -> String {
    let nameless = model.index(name).filter(|node| model.nodes[*node].name.is_empty());
    nameless.map_or(name.to_string(), |node| draft::called(model, node, context.language, true))
}

/// The element of this name, or id, that has a page.
pub(super) fn element_called(model: &Model, name: &str) -> String {
    let named = |node: &&process::Node| node.name == name || node.id == name;
    let found = model.nodes.iter().filter(named).find(|node| element::has_page(model, &node.id));
    found.map_or(String::new(), |node| node.id.clone())
}

/// Where what was found at an element is mended: at its page, or at that of the first way out of a choice.
pub(super) fn page_of(model: &Model, id: &str) -> String {
    if element::has_page(model, id) {
        return id.to_string();
    }
    let Some(node) = model.node(id).filter(|node| node.outgoing.len() > 1) else { return String::new() };
    // Of a way back the question is what follows where it is used up.
    if let Some(back) = node.outgoing.iter().find(|way| model.flows[**way].at_most.is_some()) {
        return model.flows[node.default.unwrap_or(*back)].id.clone();
    }
    let asks = |way: &&usize| model.flows[**way].conditional || node.default == Some(**way);
    node.outgoing.iter().find(asks).map_or(String::new(), |way| model.flows[*way].id.clone())
}

/// Maximum places named of one finding.
const PLACES_SHOWN: usize = 6;

/// What is wrong in the same way at several places, said once, with where each is mended.
pub(super) fn together(lines: &[Objection], edit: &str, t: &Words) -> Vec<Mended> {
    let mut kinds: Vec<(&str, Vec<&Objection>)> = Vec::new();
    for line in lines {
        match kinds.iter_mut().find(|(known, _)| *known == line.sentence) {
            Some((_, places)) => places.push(line),
            None => kinds.push((&line.sentence, vec![line])),
        }
    }
    let link = |line: &&Objection| {
        let to = match line.at.as_str() {
            "" => String::new(),
            anchor if anchor.starts_with('#') => anchor.to_string(),
            _ if edit.is_empty() => String::new(),
            id => format!("{edit}/{id}"),
        };
        Link::new(to, line.place.as_str())
    };
    let line = |(sentence, mut places): (&str, Vec<&Objection>)| {
        let mut known = HashSet::new();
        places.retain(|line| !line.place.is_empty() && known.insert((line.place.clone(), line.at.clone())));
        let more = places.len().saturating_sub(PLACES_SHOWN);
        let mut links: Vec<Link> = places.iter().take(PLACES_SHOWN).map(link).collect();
        links.extend((more > 0).then(|| Link::new("", t.and_more(more))));
        Mended::new(links, sentence)
    };
    kinds.into_iter().map(line).collect()
}

/// A finding at an element of a draft: by its name, or after the nearest that has one. Nobody looks at its lines.
pub(super) fn finding_at(finding: &Finding, model: &Model, context: &RequestContext) -> Objection {
    let line = Objection { at: page_of(model, &finding.element), ..finding_line(finding, context) };
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
    let sentence = finding.trouble.sentences();
    let place = if finding.name.is_empty() { &finding.element } else { &finding.name };
    Objection { place: place.clone(), ..Objection::whole(sentence.get(context.language)) }
}
