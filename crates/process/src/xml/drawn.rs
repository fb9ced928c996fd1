//! What is drawn and not run, kept as it is drawn.

use super::write::escape;
use super::{BPMN, OURS, extension};
use roxmltree::Node;
use std::fmt::Write;

/// An element with all that is inside of it, in the words of the standard and in ours. Which flows lead to it is not in
/// it: the flows say so.
pub(crate) fn drawn(element: Node) -> String {
    let mut text = String::new();
    put(element, true, &mut text);
    text
}

fn put(element: Node, outermost: bool, text: &mut String) {
    let prefix = |namespace: Option<&str>| match namespace {
        Some(BPMN) => Some("bpmn:"),
        Some(OURS) => Some("motcua:"),
        _ => None,
    };
    let name = element.tag_name().name();
    let Some(own) = prefix(element.tag_name().namespace()) else { return };
    if outermost || !matches!(name, "incoming" | "outgoing") {
        let _ = write!(text, "<{own}{name}");
        for attribute in element.attributes() {
            let of = match attribute.namespace() {
                None => Some(""),
                namespace => prefix(namespace),
            };
            if let Some(of) = of {
                let _ = write!(text, " {of}{}=\"{}\"", attribute.name(), escape(attribute.value()));
            }
        }
        text.push('>');
        let list = if name == "multiInstanceLoopCharacteristics" { list(element) } else { None };
        let said = list.is_some();
        text.push_str(&list.unwrap_or_default());
        for child in element.children() {
            if said && child.has_tag_name((BPMN, "extensionElements")) {
                continue;
            }
            if child.is_element() {
                put(child, false, text);
            } else if child.is_text() {
                text.push_str(&escape(child.text().unwrap_or_default()));
            }
        }
        let _ = write!(text, "</{own}{name}>");
    }
}

/// The list it is done for, in our words: another program's own are not kept.
fn list(each: Node) -> Option<String> {
    let mut said = extension::read(each);
    let over = said.take("over")?;
    let name = said.take("name").map(|name| format!(" name=\"{}\"", escape(&name))).unwrap_or_default();
    let each = format!("<motcua:each over=\"{}\"{name}/>", escape(&over));
    Some(format!("<bpmn:extensionElements>{each}</bpmn:extensionElements>"))
}
