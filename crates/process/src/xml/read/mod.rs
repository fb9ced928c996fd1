//! From the text of a file to a model.

mod connect;
mod foreign;
mod kind;
mod said;

pub(crate) use kind::place;

use super::drawn::drawn;
use super::{BPMN, child, children, extension, local, source, text, truth};
use crate::model::{Lane, Model, NodeIndex, NodeKind, Repeats, Scope, ScopeIndex, Task, Trigger};
use crate::names::Names;
use crate::problem::{Finding, Reason, Trouble, Unreadable};
use roxmltree::{Document, Node, NodeId, ParsingOptions};
use said::how_often;
use std::collections::{HashMap, HashSet};

/// Nodes and flows in one file.
const ELEMENTS_MAX: usize = 20_000;

/// Reads a file as saved. Its expressions may use these names.
pub fn read(bytes: &[u8], names: &Names) -> Result<Model, Unreadable> {
    read_text(&source::decode(bytes)?, names)
}

pub(crate) fn read_text(text: &str, names: &Names) -> Result<Model, Unreadable> {
    read_with_ids(text, names).map(|(model, _)| model)
}

/// The same, and the ids that were made up for elements that have none in the file, by their places in it.
pub(crate) fn read_with_ids(
    text: &str,
    names: &Names,
) -> Result<(Model, HashMap<NodeId, String>), Unreadable> {
    let document = parse(text)?;
    let root = document.root_element();
    if !root.has_tag_name((BPMN, "definitions")) {
        return Err(Unreadable::NotBpmn { root: root.tag_name().name().to_string() });
    }
    let processes: Vec<Node> = children(root).filter(|child| child.tag_name().name() == "process").collect();
    if processes.is_empty() {
        return Err(Unreadable::NoProcess);
    }
    let shared = children(root).filter_map(|child| Some((child.attribute("id")?, child))).collect();
    let made = extension::made_names(root);
    let names = &names.with_made(made.iter().map(String::as_str));
    let mut reader = ModelReader {
        names,
        shared,
        lines: text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at).collect(),
        model: Model::default(),
        ids: HashMap::new(),
        made: HashMap::new(),
        no_activities: HashSet::new(),
        waiting: Waiting::default(),
    };
    for process in processes {
        let scope = reader.scope(process, None)?;
        let found = &mut reader.model.scopes[scope];
        if found.name.is_empty() {
            found.name = pool_of(root, &found.id).unwrap_or_default();
        }
    }
    reader.connect()?;
    super::beside::check(root, &mut reader);
    reader.model.link();
    reader.model.positions = super::picture::read(root);
    reader.model.lines = super::beside::lines(root);
    Ok((reader.model, reader.made))
}

pub(crate) fn parse(text: &str) -> Result<Document<'_>, Unreadable> {
    let options = ParsingOptions { allow_dtd: false, nodes_limit: source::NODES_MAX, ..Default::default() };
    Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::NodesLimitReached => Unreadable::TooManyElements,
        roxmltree::Error::DtdDetected => Unreadable::Declarations,
        error => Unreadable::NotXml { line: error.pos().row, words: error.to_string() },
    })
}

pub(crate) struct ModelReader<'a, 'i> {
    names: &'a Names,
    /// Messages, signals, errors and event definitions of the file, by id.
    pub(crate) shared: HashMap<&'a str, Node<'a, 'i>>,
    lines: Vec<usize>,
    model: Model,
    ids: HashMap<String, u32>,
    /// Of elements that have none in the file.
    made: HashMap<NodeId, String>,
    /// Gateways and events: what has no edge on which anything could happen.
    no_activities: HashSet<NodeIndex>,
    waiting: Waiting<'a, 'i>,
}

/// What can only be connected when everything has been read.
#[derive(Default)]
struct Waiting<'a, 'i> {
    flows: Vec<(Node<'a, 'i>, ScopeIndex)>,
    boundaries: Vec<(NodeIndex, Node<'a, 'i>, bool, Trigger)>,
    compensations: Vec<(NodeIndex, Node<'a, 'i>)>,
    /// Lines that are no flows, by their ends.
    associations: Vec<(String, String)>,
    defaults: Vec<(NodeIndex, String)>,
    lanes: Vec<(usize, String)>,
}

impl<'a, 'i> ModelReader<'a, 'i> {
    /// What an element beside the flow refers to, where that is nowhere in the file.
    pub(crate) fn dangles(&mut self, node: Node, to: &str) {
        self.wrong(node, Trouble::DanglingBeside { to: to.to_string() });
    }

    fn line(&self, node: Node) -> u32 {
        self.lines.partition_point(|at| *at < node.range().start) as u32 + 1
    }

    pub(crate) fn wrong(&mut self, node: Node, trouble: Trouble) {
        let own = self.made.get(&node.id()).map(String::as_str);
        let id = own.or(node.attribute("id")).unwrap_or_default().trim();
        let finding = Finding::new(trouble, id, &name(node), self.line(node));
        self.model.findings.push(finding);
    }

    /// How much was found so far.
    pub(crate) fn findings(&self) -> usize {
        self.model.findings.len()
    }

    /// What was found since then of a time is about all of what is written.
    pub(crate) fn tell_time(&mut self, since: usize, written: &str) {
        for finding in &mut self.model.findings[since..] {
            if let Trouble::BadTime { text, .. } = &mut finding.trouble {
                *text = written.to_string();
            }
        }
    }

    pub(crate) fn unsupported(&mut self, node: Node, reason: Reason) {
        self.wrong(node, Trouble::NotExecutable { kind: node.tag_name().name().to_string(), reason });
    }

    /// The id of an element, which must be its alone; one made up where there is none.
    fn id(&mut self, node: Node) -> Result<String, Unreadable> {
        let line = self.line(node);
        let id = match node.attribute("id") {
            Some(id) if !id.trim().is_empty() => id.trim().to_string(),
            _ => self.make_id(node),
        };
        if self.ids.insert(id.clone(), line).is_some() {
            return Err(Unreadable::Twice { id, line });
        }
        if self.ids.len() > ELEMENTS_MAX {
            return Err(Unreadable::TooManyElements);
        }
        Ok(id)
    }

    /// An id for an element that has none.
    fn make_id(&mut self, node: Node) -> String {
        let made = || format!("{}-{}-{}", node.tag_name().name(), self.line(node), self.ids.len());
        let made = self.made.get(&node.id()).cloned().unwrap_or_else(made);
        self.made.insert(node.id(), made.clone());
        made
    }

    fn scope(&mut self, node: Node<'a, 'i>, owner: Option<NodeIndex>) -> Result<ScopeIndex, Unreadable> {
        let id = match owner {
            Some(owner) => self.model.nodes[owner].id.clone(),
            None => self.id(node)?,
        };
        let scope = self.model.scopes.len();
        self.model.scopes.push(Scope {
            id,
            name: node.attribute("name").unwrap_or_default().trim().to_string(),
            owner,
            executable: truth(node.attribute("isExecutable")),
            nodes: Vec::new(),
            remarks: extension::remarks(node),
            accepted: extension::accepted(node),
            line: self.line(node),
        });
        for element in children(node) {
            match element.tag_name().name() {
                "sequenceFlow" => self.waiting.flows.push((element, scope)),
                "laneSet" => self.lanes(element),
                "association" => {
                    let end = |name| local(element.attribute(name).unwrap_or_default()).to_string();
                    self.waiting.associations.push((end("sourceRef"), end("targetRef")));
                }
                name => {
                    if element.attribute("id").is_none_or(|id| id.trim().is_empty()) {
                        self.make_id(element);
                    }
                    if let Some(kind) = self.kind(element, name) {
                        self.node(element, scope, kind)?;
                    }
                }
            }
        }
        Ok(scope)
    }

    fn lanes(&mut self, set: Node<'a, 'i>) {
        for lane in children(set).filter(|child| child.tag_name().name() == "lane") {
            let index = self.model.lanes.len();
            self.model.lanes.push(Lane {
                id: lane.attribute("id").unwrap_or_default().to_string(),
                name: lane.attribute("name").unwrap_or_default().trim().to_string(),
                responsible: extension::read(lane).responsible(),
            });
            for reference in children(lane).filter(|child| child.tag_name().name() == "flowNodeRef") {
                self.waiting.lanes.push((index, local(&text(reference)).to_string()));
            }
            // What lies in a lane of a lane belongs to the inner one, which comes later and wins.
            if let Some(inner) = child(lane, "childLaneSet") {
                self.lanes(inner);
            }
        }
    }

    fn node(&mut self, element: Node<'a, 'i>, scope: ScopeIndex, raw: Raw) -> Result<(), Unreadable> {
        let id = self.id(element)?;
        let index = self.model.nodes.len();
        let mut extension = extension::read(element);
        let found = self.model.findings.len();
        let repeats = self.repeats(element, &mut extension);
        let unread = self.model.findings.len() > found;
        let node = crate::model::Node {
            name: name(element),
            kind: NodeKind::Unsupported,
            scope,
            lane: None,
            incoming: Vec::new(),
            outgoing: Vec::new(),
            default: None,
            boundary: Vec::new(),
            compensated: None,
            compensates: truth(element.attribute("isForCompensation")),
            repeats,
            step: self.step(element, &mut extension),
            documentation: child(element, "documentation").map(text).unwrap_or_default(),
            drawn: if unread { how_often(element).map(drawn).unwrap_or_default() } else { String::new() },
            line: self.line(element),
            id: id.clone(),
        };
        self.model.nodes.push(node);
        self.model.scopes[scope].nodes.push(index);
        self.model.nodes_by_id.insert(id, index);
        if let Some(default) = element.attribute("default") {
            self.waiting.defaults.push((index, local(default).to_string()));
        }
        if ["Gateway", "Event"].iter().any(|end| element.tag_name().name().ends_with(end)) {
            self.no_activities.insert(index);
        }
        let kind = match raw {
            Raw::Kind(NodeKind::Unsupported) => {
                self.model.nodes[index].drawn = drawn(element);
                NodeKind::Unsupported
            }
            Raw::Kind(kind) => kind,
            Raw::SubProcess => NodeKind::SubProcess(self.scope(element, Some(index))?),
            Raw::Beside => {
                // How often it is done is for what begins it to say.
                if let Some(again) = how_often(element) {
                    self.unsupported(again, Reason::SubProcess);
                    self.model.nodes[index].repeats = Repeats::Once;
                    self.model.nodes[index].drawn = drawn(again);
                }
                let scope = self.scope(element, Some(index))?;
                NodeKind::EventSubProcess { scope, interrupting: self.interrupting_start(element, scope) }
            }
            Raw::Boundary(Trigger::Compensation { .. }) => {
                self.waiting.compensations.push((index, element));
                NodeKind::Unsupported
            }
            Raw::Boundary(trigger) => {
                let interrupting = self.interrupting(element, "cancelActivity", &trigger);
                self.waiting.boundaries.push((index, element, interrupting, trigger));
                NodeKind::Unsupported
            }
        };
        let node = &mut self.model.nodes[index];
        node.kind = kind;
        // Whatever it is drawn as: what another agency does nobody does here.
        if node.step.linked.is_some() && node.is_step() {
            node.kind = NodeKind::Task(Task::Service);
        }
        Ok(())
    }
}

impl<'a, 'i> ModelReader<'a, 'i> {
    /// Whether what begins an event sub-process interrupts.
    fn interrupting_start(&mut self, element: Node<'a, 'i>, scope: ScopeIndex) -> bool {
        let starts = children(element).filter(|inner| inner.tag_name().name() == "startEvent");
        let mut interrupts = true;
        for start in starts {
            let own = self.made.get(&start.id()).map(String::as_str).or(start.attribute("id"));
            let index = own.and_then(|id| self.model.index(id.trim()));
            let begun = index.filter(|index| self.model.nodes[*index].scope == scope);
            let trigger = begun.and_then(|start| match &self.model.nodes[start].kind {
                NodeKind::Start(trigger) => trigger.clone(),
                _ => None,
            });
            let plain = Trigger::Signal { name: String::new() };
            interrupts &= self.interrupting(start, "isInterrupting", &trigger.unwrap_or(plain));
        }
        interrupts
    }
}

enum Raw {
    Kind(NodeKind),
    SubProcess,
    Beside,
    Boundary(Trigger),
}

/// A name as drawn, on one line.
pub(super) fn name(element: Node) -> String {
    element.attribute("name").unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What the pool of a process is called.
fn pool_of(root: Node, process: &str) -> Option<String> {
    let drawn = children(root).filter(|child| child.tag_name().name() == "collaboration");
    let mut pools = drawn.flat_map(children).filter(|child| child.tag_name().name() == "participant");
    let pool = pools.find(|pool| pool.attribute("processRef").map(local) == Some(process))?;
    pool.attribute("name").map(|name| name.trim().to_string())
}
