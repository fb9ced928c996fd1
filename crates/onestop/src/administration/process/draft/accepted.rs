//! What was accepted of what was proposed, each with where it is changed; what went can be put back.

use super::super::found::page_of;
use super::super::text::Words;
use super::ACCEPTED;
use process::{GoneKind, Model};
use std::collections::HashSet;
use ui::Markup;
use ui::part::Link;
use web::RequestContext;

/// Lines of it on a page: the last.
const LINES_MAX: usize = 60;

pub(super) struct AcceptedLine {
    pub sentence: String,
    pub change: Option<Link>,
    /// What the form says unseen by which it is put back.
    pub put_back: Option<Markup>,
    /// What the button of that says.
    pub button: &'static str,
}

pub(super) fn lines(model: &Model, context: &RequestContext, edit: &str) -> Vec<AcceptedLine> {
    let t = Words(context.language);
    let Some(main) = model.main() else { return Vec::new() };
    let all = &model.scopes[main].accepted;
    let line = |(at, accepted): (usize, &process::Accepted)| {
        let page = Some(page_of(model, &accepted.element)).filter(|page| !page.is_empty());
        let (place, told) = (accepted.place.get(context.language), accepted.told.get(context.language));
        let told = if place.is_empty() { told.to_string() } else { format!("{place}: {told}") };
        AcceptedLine {
            sentence: if accepted.holds(model) { told } else { t.changed_since(&told) },
            change: page.map(|page| Link::new(format!("{edit}/{page}"), t.edit())),
            put_back: accepted.gone.as_ref().map(|_| ACCEPTED.hidden_input(at)),
            button: match accepted.gone.as_ref().map(|gone| gone.kind) {
                Some(GoneKind::Choice) => t.choose_again(),
                Some(GoneKind::Start | GoneKind::PlainStart) => t.begin_here(),
                _ => t.put_back(),
            },
        }
    };
    let lines = all.iter().enumerate().skip(all.len().saturating_sub(LINES_MAX)).map(line);
    // The same is said once, but for what is put back one by one.
    let mut known = HashSet::new();
    lines.filter(|line| line.put_back.is_some() || known.insert(line.sentence.clone())).collect()
}
