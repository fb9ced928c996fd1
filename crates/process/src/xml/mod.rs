//! BPMN 2.0 XML: reading it, and writing it back.

pub(crate) mod beside;
pub(crate) mod drawn;
pub(crate) mod event;
pub(crate) mod extension;
pub(crate) mod patch;
mod picture;
pub(crate) mod read;
pub(crate) mod rewrite;
pub mod source;
pub(crate) mod write;

/// The namespace of the standard's model.
pub(crate) const BPMN: &str = "http://www.omg.org/spec/BPMN/20100524/MODEL";
/// The namespace of what we add to it.
pub(crate) const OURS: &str = "urn:motcua:process:1";

use roxmltree::Node;

/// A child element of the standard by its name.
pub(crate) fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    children(node).find(|child| child.tag_name().name() == name)
}

/// The child elements of the standard.
pub(crate) fn children<'a, 'i>(node: Node<'a, 'i>) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(|child| child.is_element() && child.tag_name().namespace() == Some(BPMN))
}

/// All the text of an element, without the space around it.
pub(crate) fn text(node: Node) -> String {
    let text: String =
        node.children().filter_map(|child| child.is_text().then(|| child.text()).flatten()).collect();
    text.trim().to_string()
}

/// A reference without the prefix of its namespace.
pub(crate) fn local(reference: &str) -> &str {
    let reference = reference.trim();
    reference.rsplit_once(':').map_or(reference, |(_, local)| local)
}

pub(crate) fn truth(text: Option<&str>) -> bool {
    matches!(text.map(str::trim), Some("true" | "1"))
}
