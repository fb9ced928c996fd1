//! What stands in a file beside the steps and the flows: data, texts, messages between pools, and what other programs
//! keep there.

use super::read::parse;
use super::{BPMN, extension, source};
use crate::model::DrawnLine;
use crate::problem::Unreadable;
use crate::table::{Loss, Lost};
use crate::xml::write::drawings;
use roxmltree::Node;
use std::collections::{HashMap, HashSet};

/// Words of the standard for what is drawn and is neither step nor flow.
const BESIDE: [&str; 10] = [
    "dataObject",
    "dataObjectReference",
    "dataStoreReference",
    "dataInput",
    "dataOutput",
    "property",
    "textAnnotation",
    "group",
    "messageFlow",
    "conversation",
];

/// Lanes, pools and messages between them that name what is nowhere in the file.
pub(super) fn check<'a, 'i>(root: roxmltree::Node<'a, 'i>, reader: &mut super::read::ModelReader<'a, 'i>) {
    let of = |name: &'static str| root.descendants().filter(move |node| node.has_tag_name((BPMN, name)));
    let lanes = of("lane").flat_map(|lane| {
        let refs = super::children(lane).filter(|child| child.tag_name().name() == "flowNodeRef");
        refs.map(move |reference| (lane, super::text(reference)))
    });
    let said = |node: roxmltree::Node<'a, 'i>, name: &str| Some((node, node.attribute(name)?.to_string()));
    let pools = of("participant").filter_map(|pool| said(pool, "processRef"));
    let messages = of("messageFlow")
        .flat_map(|flow| ["sourceRef", "targetRef"].into_iter().filter_map(move |end| said(flow, end)));
    let named: Vec<_> = lanes.chain(pools).chain(messages).collect();
    if named.is_empty() {
        return;
    }
    let ids: HashSet<&str> =
        root.descendants().filter_map(|node| node.attribute("id")).map(str::trim).collect();
    for (node, to) in named {
        // What another file has is called with the name of that.
        let to = to.trim();
        if !to.is_empty() && !ids.contains(to) && !ids.contains(super::local(to)) {
            reader.dangles(node, to);
        }
    }
}

/// Lines that are no flows, each with what stands at its ends.
pub(super) fn lines(root: Node) -> Vec<DrawnLine> {
    let is_line = |node: &Node| {
        let name = node.tag_name().name();
        let line = name.ends_with("ssociation") || name == "messageFlow";
        line && node.tag_name().namespace() == Some(BPMN)
    };
    let mut drawn = root.descendants().filter(is_line).peekable();
    if drawn.peek().is_none() {
        return Vec::new();
    }
    let mut known: HashMap<&str, Node> = HashMap::new();
    for node in root.descendants().filter(|node| node.tag_name().namespace() == Some(BPMN)) {
        if let Some(id) = node.attribute("id") {
            known.entry(id.trim()).or_insert(node);
        }
    }
    let line = |node: Node| {
        let end = |name: &str| {
            let written = || super::child(node, name).map(super::text);
            let said = node.attribute(name).map(str::to_string).or_else(written);
            let said = said.map(|id| super::local(&id).to_string());
            let id = match (node.tag_name().name(), name) {
                // Data goes into what the line lies in, and comes out of it.
                ("dataInputAssociation", "targetRef") | ("dataOutputAssociation", "sourceRef") => {
                    node.parent().and_then(|around| around.attribute("id")).map(str::to_string)
                }
                _ => said,
            };
            id.unwrap_or_default()
        };
        let ends = [end("sourceRef"), end("targetRef")];
        let called =
            ends.each_ref().map(|id| known.get(id.as_str()).map_or(String::new(), |node| words(*node)));
        DrawnLine { ends, called }
    };
    drawn.map(line).collect()
}

/// What an element is called; of a text what it says.
fn words(node: Node) -> String {
    let named = super::read::name(node);
    if named.is_empty() { super::child(node, "text").map(super::text).unwrap_or_default() } else { named }
}

/// What of it a table cannot hold; nothing of a file that cannot be read.
pub fn beside(bytes: &[u8]) -> Vec<Loss> {
    let Ok(text) = source::decode(bytes) else { return Vec::new() };
    let Ok(document) = parse(&text) else { return Vec::new() };
    let wanted = |node: &roxmltree::Node| {
        node.tag_name().namespace() == Some(BPMN) && BESIDE.contains(&node.tag_name().name())
    };
    let lines: Vec<usize> =
        text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at).collect();
    let at = |node: roxmltree::Node, lost| {
        let attribute = |name| node.attribute(name).unwrap_or_default().trim().to_string();
        Loss {
            lost,
            element: attribute("id"),
            name: attribute("name"),
            line: lines.partition_point(|at| *at < node.range().start) as u32 + 1,
        }
    };
    let drawn = document.descendants().filter(wanted);
    let mut losses: Vec<Loss> =
        drawn.map(|node| at(node, Lost::Beside(node.tag_name().name().to_string()))).collect();
    let within = document.root_element().children().filter(|node| node.has_tag_name((BPMN, "process")));
    for node in within.flat_map(|process| process.descendants()) {
        if node.tag_name().namespace() == Some(BPMN) {
            losses.extend(extension::unread(node).into_iter().map(|word| at(node, Lost::Extension(word))));
        }
    }
    losses
}

/// A file as it was read: to the letter, in UTF-8; where nothing is drawn in it, with a picture.
pub fn as_read(bytes: &[u8]) -> Result<String, Unreadable> {
    let text = source::as_text(bytes)?;
    let model = super::read::read_text(&text, &crate::Names::open())?;
    let document = parse(&text)?;
    let drawn = document.descendants().any(|node| node.tag_name().name() == "BPMNDiagram");
    let root = document.root_element().range();
    let Some(end) = text[root.clone()].rfind("</").map(|at| root.start + at).filter(|_| !drawn) else {
        return Ok(text);
    };
    let picture = drawings(&model);
    Ok(format!("{}{picture}{}", &text[..end], &text[end..]))
}
