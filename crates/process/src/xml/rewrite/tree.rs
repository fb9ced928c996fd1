//! A document that can be changed: elements, what is said of them, and the text between them.

use crate::xml::write::escape;
use crate::xml::{BPMN, local};
use roxmltree::{Document, NodeType};
use std::collections::HashMap;
use std::fmt::Write;

/// A place in the list of elements.
pub(super) type At = usize;

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Attribute {
    pub prefix: String,
    pub name: String,
    pub space: Option<String>,
    pub value: String,
}

#[derive(Clone, Debug)]
pub(super) enum Child {
    Element(At),
    Text(String),
    /// A remark or an instruction, as it is written.
    Aside(String),
}

#[derive(Clone, Debug)]
pub(super) struct FileElement {
    pub prefix: String,
    pub name: String,
    pub space: Option<String>,
    /// Prefixes that are declared here, and what they stand for.
    pub declared: Vec<(String, String)>,
    pub attributes: Vec<Attribute>,
    pub children: Vec<Child>,
    pub parent: Option<At>,
}

pub(super) struct Tree {
    pub elements: Vec<FileElement>,
    /// What stands before the outermost element.
    head: Vec<String>,
    pub root: At,
}

impl Tree {
    /// Reads a document; `made` has the ids of elements that have none in the file, by their places there.
    pub fn of(document: &Document, made: &HashMap<roxmltree::NodeId, String>) -> Tree {
        let mut tree = Tree { elements: Vec::new(), head: Vec::new(), root: 0 };
        for node in document.root().children() {
            match node.node_type() {
                NodeType::Element => tree.root = tree.read(node, None, made),
                _ => tree.head.extend(aside(node)),
            }
        }
        tree
    }

    fn read(
        &mut self,
        node: roxmltree::Node,
        parent: Option<At>,
        made: &HashMap<roxmltree::NodeId, String>,
    ) -> At {
        let prefix = |space: Option<&str>| {
            let known = space.and_then(|space| node.lookup_prefix(space));
            known.unwrap_or_default().to_string()
        };
        let around = node.parent().filter(|parent| parent.is_element());
        let new = node.namespaces().filter(|own| {
            own.name() != Some("xml")
                && !around.is_some_and(|around| {
                    around.namespaces().any(|outer| outer.name() == own.name() && outer.uri() == own.uri())
                })
        });
        let mut attributes: Vec<Attribute> = node
            .attributes()
            .map(|attribute| {
                // What has no prefix is in no namespace: where one is, it has one.
                let named = node.namespaces().filter(|own| Some(own.uri()) == attribute.namespace());
                let own = named.filter_map(|own| own.name()).next().unwrap_or_default();
                Attribute {
                    prefix: own.to_string(),
                    name: attribute.name().to_string(),
                    space: attribute.namespace().map(str::to_string),
                    value: attribute.value().to_string(),
                }
            })
            .collect();
        if let Some(id) = made.get(&node.id()) {
            attributes.retain(|attribute| attribute.name != "id" || attribute.space.is_some());
            attributes.insert(0, Attribute::plain("id", id));
        }
        let at = self.elements.len();
        self.elements.push(FileElement {
            prefix: prefix(node.tag_name().namespace()),
            name: node.tag_name().name().to_string(),
            space: node.tag_name().namespace().map(str::to_string),
            declared: new
                .map(|own| (own.name().unwrap_or_default().to_string(), own.uri().to_string()))
                .collect(),
            attributes,
            children: Vec::new(),
            parent,
        });
        for inner in node.children() {
            let child = match inner.node_type() {
                NodeType::Element => Some(Child::Element(self.read(inner, Some(at), made))),
                NodeType::Text => inner.text().map(|text| Child::Text(text.to_string())),
                _ => aside(inner).map(Child::Aside),
            };
            self.elements[at].children.extend(child);
        }
        at
    }

    pub fn element(&self, at: At) -> &FileElement {
        &self.elements[at]
    }

    pub fn inner(&self, at: At) -> impl Iterator<Item = At> + '_ {
        self.elements[at].children.iter().filter_map(|child| match child {
            Child::Element(inner) => Some(*inner),
            _ => None,
        })
    }

    pub fn is(&self, at: At, name: &str) -> bool {
        let element = &self.elements[at];
        element.space.as_deref() == Some(BPMN) && element.name == name
    }

    /// The elements that stand in the document, from without to within.
    pub fn all(&self) -> Vec<At> {
        let (mut all, mut left) = (Vec::new(), vec![self.root]);
        while let Some(at) = left.pop() {
            all.push(at);
            let inner: Vec<At> = self.inner(at).collect();
            left.extend(inner.into_iter().rev());
        }
        all
    }

    /// Those of the standard's model that have an id, the first of each.
    pub fn by_id(&self) -> HashMap<String, At> {
        let mut found = HashMap::new();
        for at in self.all() {
            let element = &self.elements[at];
            if element.space.as_deref() == Some(BPMN)
                && let Some(id) = element.id()
            {
                found.entry(id.to_string()).or_insert(at);
            }
        }
        found
    }

    pub fn text(&self, at: At) -> String {
        let texts = self.elements[at].children.iter().filter_map(|child| match child {
            Child::Text(text) => Some(text.as_str()),
            _ => None,
        });
        texts.collect::<String>().trim().to_string()
    }

    /// Takes an element out of what it lies in, with the space before it.
    pub fn take_out(&mut self, at: At) {
        let Some(parent) = self.elements[at].parent.take() else { return };
        let children = &mut self.elements[parent].children;
        let Some(place) =
            children.iter().position(|child| matches!(child, Child::Element(own) if *own == at))
        else {
            return;
        };
        children.remove(place);
        let blank = |child: &Child| matches!(child, Child::Text(text) if text.trim().is_empty());
        if place > 0 && blank(&children[place - 1]) {
            children.remove(place - 1);
        }
    }

    /// Puts an element into another: right after one of its children, or before all.
    pub fn put_in(&mut self, at: At, parent: At, after: Option<At>) {
        let place = |children: &[Child]| {
            let found = after.and_then(|after| {
                children.iter().position(|child| matches!(child, Child::Element(own) if *own == after))
            });
            found.map_or(0, |place| place + 1)
        };
        let depth = std::iter::successors(Some(parent), |at| self.elements[*at].parent).count();
        self.elements[at].parent = Some(parent);
        let children = &mut self.elements[parent].children;
        let alone = !children.iter().any(|child| matches!(child, Child::Element(_)));
        let place = place(children);
        children.insert(place, Child::Element(at));
        children.insert(place, Child::Text(format!("\n{:1$}", "", 2 * depth)));
        if alone && children.len() == 2 {
            children.push(Child::Text(format!("\n{:1$}", "", 2 * (depth - 1))));
        }
    }

    pub fn put_last(&mut self, at: At, parent: At) {
        let last = self.inner(parent).last();
        self.put_in(at, parent, last);
    }

    /// A copy of an element of another document; what lies in it and is refused stays behind.
    pub fn copy(&mut self, of: &Tree, at: At, spaces: &Prefixes, wanted: &dyn Fn(At) -> bool) -> At {
        let mut element = of.elements[at].clone();
        (element.parent, element.declared) = (None, Vec::new());
        element.prefix = spaces.of(element.space.as_deref()).to_string();
        for attribute in &mut element.attributes {
            if attribute.space.is_some() {
                attribute.prefix = spaces.of(attribute.space.as_deref()).to_string();
            }
            if attribute.name == "type" && attribute.space.is_some() {
                attribute.value = spaces.word(local(&attribute.value));
            }
        }
        let own = self.elements.len();
        let children = std::mem::take(&mut element.children);
        self.elements.push(element);
        for child in children {
            let child = match child {
                Child::Element(inner) if wanted(inner) => {
                    let inner = self.copy(of, inner, spaces, wanted);
                    self.elements[inner].parent = Some(own);
                    Child::Element(inner)
                }
                Child::Element(_) => continue,
                other => other,
            };
            self.elements[own].children.push(child);
        }
        own
    }

    pub fn written(&self) -> String {
        let mut text = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        for aside in &self.head {
            let _ = writeln!(text, "{aside}");
        }
        self.write(self.root, &mut text);
        text.push('\n');
        text
    }

    /// One element as it is written, with all in it.
    pub fn write(&self, at: At, text: &mut String) {
        let element = &self.elements[at];
        let called = |prefix: &str, name: &str| match prefix {
            "" => name.to_string(),
            prefix => format!("{prefix}:{name}"),
        };
        let name = called(&element.prefix, &element.name);
        let _ = write!(text, "<{name}");
        for (prefix, uri) in &element.declared {
            let own = if prefix.is_empty() { "xmlns".to_string() } else { format!("xmlns:{prefix}") };
            let _ = write!(text, " {own}=\"{}\"", escape(uri));
        }
        for attribute in &element.attributes {
            let name = called(&attribute.prefix, &attribute.name);
            let _ = write!(text, " {name}=\"{}\"", escape(&attribute.value));
        }
        if element.children.is_empty() {
            text.push_str("/>");
            return;
        }
        text.push('>');
        for child in &element.children {
            match child {
                Child::Element(inner) => self.write(*inner, text),
                Child::Text(own) => text.push_str(&between(own)),
                Child::Aside(own) => text.push_str(own),
            }
        }
        let _ = write!(text, "</{name}>");
    }
}

impl Attribute {
    pub fn plain(name: &str, value: &str) -> Attribute {
        Attribute { prefix: String::new(), name: name.into(), space: None, value: value.into() }
    }
}

impl FileElement {
    pub fn id(&self) -> Option<&str> {
        self.said("id").map(str::trim).filter(|id| !id.is_empty())
    }

    /// An attribute of no namespace.
    pub fn said(&self, name: &str) -> Option<&str> {
        let own = self.attributes.iter().find(|own| own.space.is_none() && own.name == name);
        own.map(|own| own.value.as_str())
    }

    pub fn say(&mut self, attribute: Attribute) {
        let same = |own: &&mut Attribute| own.name == attribute.name && own.space == attribute.space;
        match self.attributes.iter_mut().find(same) {
            Some(own) => own.value = attribute.value,
            None => self.attributes.push(attribute),
        }
    }

    pub fn unsay(&mut self, attribute: &Attribute) {
        self.attributes.retain(|own| own.name != attribute.name || own.space != attribute.space);
    }
}

/// By what prefixes a document calls the words of ours and of the standard.
pub(super) struct Prefixes(Vec<(String, String)>);

impl Prefixes {
    /// As the outermost element declares them; what is not there is declared now.
    pub fn of_root(tree: &mut Tree, needed: &[(&str, &str)]) -> Prefixes {
        let root = tree.root;
        let element = &mut tree.elements[root];
        let known = |declared: &[(String, String)], uri: &str| {
            declared.iter().find(|(_, own)| own == uri).map(|(prefix, _)| prefix.clone())
        };
        let mut all = Vec::new();
        for (prefix, uri) in needed {
            // Attributes have no namespace without a prefix; the model's own words have none.
            let found = known(&element.declared, uri).filter(|prefix| !prefix.is_empty() || *uri == BPMN);
            let prefix = found.unwrap_or_else(|| {
                let taken = |prefix: &String| element.declared.iter().any(|(own, _)| own == prefix);
                let numbered = (2..).map(|number| format!("{prefix}{number}"));
                let free = std::iter::once(prefix.to_string()).chain(numbered).find(|own| !taken(own));
                let free = free.expect("numbers do not end");
                element.declared.push((free.clone(), uri.to_string()));
                free
            });
            all.push((uri.to_string(), prefix));
        }
        Prefixes(all)
    }

    pub fn of(&self, space: Option<&str>) -> &str {
        let known = self.0.iter().find(|(uri, _)| Some(uri.as_str()) == space);
        known.map_or("", |(_, prefix)| prefix)
    }

    /// A word of the standard as a value.
    fn word(&self, name: &str) -> String {
        match self.of(Some(BPMN)) {
            "" => name.to_string(),
            prefix => format!("{prefix}:{name}"),
        }
    }
}

/// Text between elements: its lines stay.
fn between(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(escape).collect();
    lines.join("\n")
}

fn aside(node: roxmltree::Node) -> Option<String> {
    match node.node_type() {
        NodeType::Comment => Some(format!("<!--{}-->", node.text().unwrap_or_default())),
        NodeType::PI => {
            let pi = node.pi()?;
            Some(format!("<?{} {}?>", pi.target, pi.value.unwrap_or_default()))
        }
        _ => None,
    }
}
