//! Changing what is said of steps inside the file they came in, and nothing else: what stands beside it, known or not,
//! stays to the letter.

use super::extension::{self, Extension};
use super::write::escape;
use super::{BPMN, OURS, child};
use crate::edit::{CannotChange, StepDetails};
use crate::model::{Model, TaskWork};
use roxmltree::{Document, Node};
use std::collections::HashMap;
use std::fmt::Write;

/// The attributes of a step this program writes.
const KNOWN: [&str; 10] = [
    "unit",
    "role",
    "person",
    "time",
    "product",
    "product-english",
    "english",
    "apart-from",
    "agency",
    "procedure",
];

/// The source with what is said of a step changed.
pub fn describe(
    source: &str,
    model: &Model,
    step: &str,
    about: &StepDetails,
) -> Result<String, CannotChange> {
    describe_all(source, model, &[(step, about)])
}

/// The source with what is said of several steps changed.
pub fn describe_all(
    source: &str,
    model: &Model,
    all: &[(&str, &StepDetails)],
) -> Result<String, CannotChange> {
    let missing = |step: &str| CannotChange::NoSuch { id: step.to_string() };
    let first = |step: &str| all.iter().find(|(own, _)| *own == step);
    let document = Document::parse(source).map_err(|_| missing(all.first().map_or("", |(step, _)| step)))?;
    let mut elements: HashMap<&str, Node> = HashMap::new();
    for found in document.descendants().filter(|found| found.tag_name().namespace() == Some(BPMN)) {
        if let Some((step, _)) = found.attribute("id").and_then(|id| first(id.trim())) {
            elements.entry(*step).or_insert(found);
        }
    }
    let mut changes = Vec::new();
    for (step, about) in all {
        let mut node = model.node(step).ok_or_else(|| missing(step))?.clone();
        about.onto(&mut node)?;
        let element = elements.get(step).ok_or_else(|| missing(step))?;
        changes.push(named(source, element, &node.name));
        changes.push(said(source, element, &node.step));
    }
    // From behind, so that places before stay good.
    changes.sort_by_key(|change| std::cmp::Reverse(change.at.0));
    let mut patched = source.to_string();
    for TextEdit { at: (from, to), text } in changes {
        patched.replace_range(from..to, &text);
    }
    Ok(patched)
}

/// A piece of the source, by its bytes, and what stands there instead.
struct TextEdit {
    at: (usize, usize),
    text: String,
}

fn named(source: &str, element: &Node, name: &str) -> TextEdit {
    let text = format!("name=\"{}\"", escape(name));
    match element.attribute_node("name") {
        Some(attribute) => TextEdit { at: (attribute.range().start, attribute.range().end), text },
        None => {
            let at = after_tag_name(source, element);
            TextEdit { at: (at, at), text: format!(" {text}") }
        }
    }
}

fn after_tag_name(source: &str, element: &Node) -> usize {
    let start = element.range().start + 1;
    let ends = |letter: char| letter.is_whitespace() || letter == '>' || letter == '/';
    source[start..].find(ends).map_or(source.len(), |length| start + length)
}

fn said(source: &str, element: &Node, step: &TaskWork) -> TextEdit {
    let holder = child(*element, "extensionElements");
    let own = holder.and_then(|holder| holder.children().find(|found| found.has_tag_name((OURS, "step"))));
    let written = written(step, own, &extension::foreign(*element));
    if let Some(own) = own {
        return TextEdit { at: (own.range().start, own.range().end), text: written };
    }
    if let Some(holder) = holder {
        return inside(source, &holder, &written, None);
    }
    let tag = &source[element.range().start + 1..after_tag_name(source, element)];
    let prefix = tag.split_once(':').map(|(prefix, _)| format!("{prefix}:")).unwrap_or_default();
    let held = format!("<{prefix}extensionElements>{written}</{prefix}extensionElements>");
    inside(source, element, &held, child(*element, "documentation"))
}

/// Text as the first thing inside of an element, or the first after another.
fn inside(source: &str, element: &Node, text: &str, after: Option<Node>) -> TextEdit {
    if let Some(after) = after {
        return TextEdit { at: (after.range().end, after.range().end), text: text.into() };
    }
    let whole = &source[element.range()];
    let start = element.range().start;
    match end_of_start_tag(whole) {
        // `<a/>` is opened.
        (end, true) => {
            let tag = &source[start + 1..after_tag_name(source, element)];
            TextEdit { at: (start + end - 2, start + end), text: format!(">{text}</{tag}>") }
        }
        (end, false) => TextEdit { at: (start + end, start + end), text: text.into() },
    }
}

/// Where the tag that begins an element ends, and whether that is all of it. Attributes may hold the sign.
fn end_of_start_tag(whole: &str) -> (usize, bool) {
    let mut quote = None;
    for (at, letter) in whole.char_indices() {
        match (quote, letter) {
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), letter) if open == letter => quote = None,
            (None, '>') => return (at + 1, whole[..at].ends_with('/')),
            _ => {}
        }
    }
    (whole.len(), false)
}

/// What is said of a step, as an element of ours. What is nothing is said only where another program says something.
fn written(step: &TaskWork, before: Option<Node>, foreign: &Extension) -> String {
    let said = |part: &Option<String>| part.clone().unwrap_or_default();
    let responsible = &step.responsible;
    let linked = step.linked.clone().unwrap_or_default();
    let values = [
        said(&responsible.unit),
        said(&responsible.role),
        said(&responsible.person),
        step.time.map(|time| time.standard()).unwrap_or_default(),
        step.product.clone(),
        step.product_english.clone(),
        step.english.clone(),
        step.apart_from.join(" "),
        linked.agency,
        linked.procedure,
    ];
    let mut text = format!("<motcua:step xmlns:motcua=\"{OURS}\"");
    let mut attribute = |name: &str, value: &str| {
        let _ = write!(text, " {name}=\"{}\"", escape(value));
    };
    for (name, value) in KNOWN.iter().zip(&values) {
        if value.is_empty() && !foreign.properties.contains_key(*name) {
            continue;
        }
        attribute(name, value);
    }
    for other in before.iter().flat_map(|before| before.attributes()) {
        if other.namespace().is_none() && !KNOWN.contains(&other.name()) {
            attribute(other.name(), other.value());
        }
    }
    if step.outcomes.is_empty() {
        text.push_str("/>");
        return text;
    }
    text.push('>');
    for outcome in &step.outcomes {
        let means = outcome.means.map(|means| means.key().to_string()).unwrap_or_default();
        let parts = [
            ("key", &outcome.key),
            ("name", &outcome.name),
            ("english", &outcome.english),
            ("means", &means),
        ];
        text.push_str("<motcua:outcome");
        for (name, value) in parts.into_iter().filter(|(_, value)| !value.is_empty()) {
            let _ = write!(text, " {name}=\"{}\"", escape(value));
        }
        text.push_str("/>");
    }
    text.push_str("</motcua:step>");
    text
}
