//! What stands beside the standard's own words: ours, and those of the modellers people use. Whatever a modeller cannot
//! show of ours can be given there as properties of an element: `time = 16h`, `unit = …`.

use super::{BPMN, OURS, child, children, local, text};
use crate::model::{Accepted, Gone, GoneKind, Means, Responsible, StepOutcome, TableRemark};
use language::Text;
use roxmltree::Node;
use std::collections::BTreeMap;

/// What is said of one element beside the standard.
#[derive(Default)]
pub(crate) struct Extension {
    pub properties: BTreeMap<String, String>,
    pub outcomes: Vec<StepOutcome>,
    /// Names and texts of a rule: the name its value gets, and the value.
    pub rule: Option<(String, String)>,
    /// What it means itself, as an end.
    pub means: Option<Means>,
    /// What an outcome is said to mean, in words that are not known.
    pub bad_means: Vec<String>,
}

/// What is said of an element; ours counts before what other programs say.
pub(crate) fn read(node: Node) -> Extension {
    let mut extension = Extension::default();
    for element in held(node).filter(is_ours) {
        extension.element(element);
    }
    extension.elsewhere(node);
    extension
}

/// What other programs say of it.
pub(crate) fn foreign(node: Node) -> Extension {
    let mut extension = Extension::default();
    extension.elsewhere(node);
    extension
}

/// What other programs say of it that means nothing here, each by its word.
pub(crate) fn unread(node: Node) -> Vec<String> {
    let word = |namespace: Option<&str>, name: &str| {
        let prefix = namespace.and_then(|namespace| node.lookup_prefix(namespace));
        prefix.map_or(name.to_string(), |prefix| format!("{prefix}:{name}"))
    };
    let mut words = Vec::new();
    let of_another = node
        .attributes()
        .filter(|attribute| is_foreign(attribute.namespace()) && attribute.namespace() != Some(INSTANCE));
    for attribute in of_another.filter(|attribute| !KNOWN.contains(&attribute.name())) {
        words.push(word(attribute.namespace(), attribute.name()));
    }
    for element in
        held(node).filter(|element| is_foreign(element.tag_name().namespace()) && !is_ours(element))
    {
        let own = element.tag_name();
        match own.name() {
            "properties" => {
                let all = element.children().filter(|child| child.tag_name().name() == "property");
                let names = all.filter_map(|property| property.attribute("name"));
                words.extend(names.filter(|name| !TAKEN.contains(&local(name))).map(str::to_string));
            }
            // Of a call, which process it calls.
            "assignmentDefinition" | "loopCharacteristics" | "calledElement" => {}
            name => words.push(word(own.namespace(), name)),
        }
    }
    words.sort();
    words.dedup();
    words
}

/// Attributes of other programs that mean something here.
const KNOWN: [&str; 6] =
    ["candidateGroups", "assignee", "collection", "inputCollection", "elementVariable", "inputElement"];
/// Properties that are read as what is said in our words.
const TAKEN: [&str; 14] = [
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
    "at-most",
    "atMost",
    "over",
    "name",
];
const INSTANCE: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// What is remarked on a process, in both languages.
pub(crate) fn remarks(node: Node) -> Vec<TableRemark> {
    let said = |element: Node, name| element.attribute(name).unwrap_or_default().to_string();
    let remarks = held(node).filter(|element| element.has_tag_name((OURS, "remark")));
    let remark = |element| {
        let text = Text::new(said(element, "vi"), said(element, "en"));
        TableRemark { text, about: said(element, "about") }
    };
    remarks.map(remark).collect()
}

/// What was accepted of what was proposed for a process.
pub(crate) fn accepted(node: Node) -> Vec<Accepted> {
    let accepted = |held: Node| {
        let said = |name| held.attribute(name).unwrap_or_default().to_string();
        let kind = GoneKind::ALL.iter().find(|(_, key)| held.attribute("gone") == Some(key));
        // As it was written first.
        let waits = held.attribute("waits") == Some("true");
        let kind = kind.map_or(if waits { GoneKind::Wait } else { GoneKind::Step }, |(kind, _)| *kind);
        let gone = held.attribute("after").or(held.attribute("gone")).map(|_| Gone {
            after: said("after"),
            name: said("name"),
            english: said("english"),
            unit: said("unit"),
            role: said("role"),
            time: said("time"),
            product: said("product"),
            product_english: said("product-english"),
            kind,
            before: said("before").split_whitespace().map(str::to_string).collect(),
        });
        let (place, told) = (Text::new(said("place"), said("place-en")), Text::new(said("vi"), said("en")));
        let kept = held.attribute("kept") == Some("true");
        let mend = held.attribute("mend").and_then(|mend| serde_json::from_str(mend).ok());
        Accepted { element: said("element"), place, told, gone, kept, mend }
    };
    held(node).filter(|held| held.has_tag_name((OURS, "accepted"))).map(accepted).collect()
}

fn held<'a, 'i>(node: Node<'a, 'i>) -> impl Iterator<Item = Node<'a, 'i>> {
    let held = child(node, "extensionElements").into_iter().flat_map(|holder| holder.children());
    held.filter(|held| held.is_element())
}

/// The names a file gives itself: to what its rules work out, and to each of what an activity is done for.
pub fn made_names(root: Node) -> Vec<String> {
    let mut names = vec!["item".to_string()];
    for node in root.descendants().filter(Node::is_element) {
        if node.has_tag_name((OURS, "rule")) {
            names.extend(node.attribute("name").map(str::to_string));
        }
        if let Some(each) = child(node, "multiInstanceLoopCharacteristics") {
            names.extend([each, node].into_iter().filter_map(|said| read(said).take("name")));
        }
    }
    names
}

fn is_ours(element: &Node) -> bool {
    element.tag_name().namespace() == Some(OURS)
}

fn is_foreign(namespace: Option<&str>) -> bool {
    namespace.is_some_and(|namespace| namespace != BPMN)
}

impl Extension {
    pub fn take(&mut self, name: &str) -> Option<String> {
        self.properties.remove(name).filter(|text| !text.trim().is_empty())
    }

    pub fn responsible(&mut self) -> Responsible {
        Responsible { unit: self.take("unit"), role: self.take("role"), person: self.take("person") }
    }

    fn elsewhere(&mut self, node: Node) {
        for attribute in node.attributes().filter(|attribute| is_foreign(attribute.namespace())) {
            self.known(attribute.name(), attribute.value());
        }
        for element in held(node).filter(|element| !is_ours(element)) {
            self.element(element);
        }
        for performer in children(node) {
            if matches!(performer.tag_name().name(), "potentialOwner" | "humanPerformer" | "performer") {
                self.performer(performer);
            }
        }
    }

    fn means(&mut self, text: &str) -> Option<Means> {
        let means = Means::of_key(text.trim());
        self.bad_means.extend(means.is_none().then(|| text.to_string()));
        means
    }

    /// What is said first counts, also that something is nothing.
    fn set(&mut self, name: &str, text: &str) {
        self.properties.entry(name.to_string()).or_insert_with(|| text.trim().to_string());
    }

    fn element(&mut self, element: Node) {
        match (is_ours(&element), element.tag_name().name()) {
            (true, "step" | "lane" | "each") => {
                for attribute in element.attributes() {
                    self.set(attribute.name(), attribute.value());
                }
                if let Some(text) = self.properties.remove("means") {
                    self.means = self.means(&text);
                }
                let outcomes = element.children().filter(|child| child.has_tag_name((OURS, "outcome")));
                for outcome in outcomes {
                    let said = |name: &str| outcome.attribute(name).unwrap_or_default().to_string();
                    let (key, name, english) = (said("key"), said("name"), said("english"));
                    let means = outcome.attribute("means").and_then(|text| self.means(text));
                    self.outcomes.push(StepOutcome { key, name, english, means });
                }
            }
            (true, "bound") => self.set("at-most", element.attribute("times").unwrap_or_default()),
            (true, "rule") => {
                let part = |name| element.attribute(name).unwrap_or_default().to_string();
                self.rule = Some((part("name"), part("value")));
            }
            (false, "properties") => {
                for property in element.children().filter(|child| child.tag_name().name() == "property") {
                    if let (Some(name), Some(value)) =
                        (property.attribute("name"), property.attribute("value"))
                    {
                        let name = local(name);
                        self.set(if name == "atMost" { "at-most" } else { name }, value);
                    }
                }
            }
            (false, "assignmentDefinition" | "loopCharacteristics") => {
                for attribute in element.attributes() {
                    self.known(attribute.name(), attribute.value());
                }
            }
            _ => {}
        }
    }

    /// Words of known modellers that mean something here.
    fn known(&mut self, name: &str, value: &str) {
        match name {
            "candidateGroups" => self.set("unit", value),
            "assignee" => self.set("person", value),
            "collection" | "inputCollection" => self.set("over", value),
            "elementVariable" | "inputElement" => self.set("name", value),
            _ => {}
        }
    }

    fn performer(&mut self, performer: Node) {
        let expression = child(performer, "resourceAssignmentExpression")
            .and_then(|holder| child(holder, "formalExpression"));
        if let Some(expression) = expression {
            let text = text(expression);
            let name = if performer.tag_name().name() == "potentialOwner" { "unit" } else { "person" };
            self.set(name, text.trim_start_matches("group(").trim_end_matches(')'));
        }
    }
}
