//! From the text of a file to a model.

use super::drawn::drawn;
use super::event::{Triggered, end};
use super::extension::{self, Extension};
use super::{BPMN, child, children, local, source, text, truth};
use crate::model::{
    Flow, Gateway, Kind, Lane, Linked, Model, NodeIndex, Over, Repeats, Rule, Scope, ScopeIndex, Step,
    TIMES_MAX, Task, Trigger,
};
use crate::names::Names;
use crate::problem::{Finding, Reason, Trouble, Unreadable, Wanted};
use crate::time::WorkingTime;
use feel::Expression;
use roxmltree::{Document, Node, ParsingOptions};
use std::collections::HashMap;

/// Nodes and flows in one file.
const ELEMENTS_MAX: usize = 20_000;

/// Reads a file as saved. Its expressions may use these names.
pub fn read(bytes: &[u8], names: &Names) -> Result<Model, Unreadable> {
    read_text(&source::decode(bytes)?, names)
}

pub(crate) fn read_text(text: &str, names: &Names) -> Result<Model, Unreadable> {
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
    let mut reader = Reader {
        names,
        shared,
        lines: text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at).collect(),
        model: Model::default(),
        ids: HashMap::new(),
        waiting: Waiting::default(),
    };
    for process in processes {
        let scope = reader.scope(process, None)?;
        let found = &mut reader.model.scopes[scope];
        if found.name.is_empty() {
            found.name = pool_of(root, &found.id).unwrap_or_default();
        }
    }
    reader.connect();
    reader.model.link();
    reader.model.positions = super::picture::read(root);
    Ok(reader.model)
}

/// What the pool of a process is called.
fn pool_of(root: Node, process: &str) -> Option<String> {
    let drawn = children(root).filter(|child| child.tag_name().name() == "collaboration");
    let mut pools = drawn.flat_map(children).filter(|child| child.tag_name().name() == "participant");
    let pool = pools.find(|pool| pool.attribute("processRef").map(local) == Some(process))?;
    pool.attribute("name").map(|name| name.trim().to_string())
}

/// What says of an element how often it is done.
fn how_often<'a, 'i>(element: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    let each = || child(element, "multiInstanceLoopCharacteristics");
    each().or_else(|| child(element, "standardLoopCharacteristics"))
}

pub(crate) fn parse(text: &str) -> Result<Document<'_>, Unreadable> {
    let options = ParsingOptions { allow_dtd: false, nodes_limit: source::NODES_MAX, ..Default::default() };
    Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::NodesLimitReached => Unreadable::TooManyElements,
        roxmltree::Error::DtdDetected => Unreadable::Declarations,
        error => Unreadable::NotXml { line: error.pos().row, words: error.to_string() },
    })
}

pub(crate) struct Reader<'a, 'i> {
    names: &'a Names,
    /// Messages, signals, errors and event definitions of the file, by id.
    pub(crate) shared: HashMap<&'a str, Node<'a, 'i>>,
    lines: Vec<usize>,
    model: Model,
    ids: HashMap<String, u32>,
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

impl<'a, 'i> Reader<'a, 'i> {
    fn line(&self, node: Node) -> u32 {
        self.lines.partition_point(|at| *at < node.range().start) as u32 + 1
    }

    pub(crate) fn wrong(&mut self, node: Node, trouble: Trouble) {
        let attribute = |name| node.attribute(name).unwrap_or_default();
        let finding = Finding::new(trouble, attribute("id"), attribute("name"), self.line(node));
        self.model.findings.push(finding);
    }

    pub(crate) fn unsupported(&mut self, node: Node, reason: Reason) {
        self.wrong(node, Trouble::NotExecutable { kind: node.tag_name().name().to_string(), reason });
    }

    /// The id of an element, which must be its alone; one made up where there is none.
    fn id(&mut self, node: Node) -> Result<String, Unreadable> {
        let line = self.line(node);
        let id = match node.attribute("id") {
            Some(id) if !id.trim().is_empty() => id.trim().to_string(),
            _ => format!("{}-{line}-{}", node.tag_name().name(), self.ids.len()),
        };
        if self.ids.insert(id.clone(), line).is_some() {
            return Err(Unreadable::Twice { id, line });
        }
        if self.ids.len() > ELEMENTS_MAX {
            return Err(Unreadable::TooManyElements);
        }
        Ok(id)
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

    /// What an element is, with what must be filled in later; nothing for what only explains.
    fn kind(&mut self, node: Node<'a, 'i>, name: &str) -> Option<Raw> {
        let unsupported = |reader: &mut Self, reason| {
            reader.unsupported(node, reason);
            Some(Raw::Kind(Kind::Unsupported))
        };
        let kind = match name {
            "startEvent" => match self.triggered(node) {
                Triggered::Plain => Kind::Start(None),
                Triggered::Terminate
                | Triggered::Link { .. }
                | Triggered::By(Trigger::Compensation { .. }) => {
                    return unsupported(self, Reason::Event);
                }
                // What is raised by work begins nothing but what lies beside it.
                Triggered::By(trigger) if trigger.is_raised() && !begins_beside(node) => {
                    return unsupported(self, Reason::Event);
                }
                Triggered::By(trigger) => Kind::Start(Some(trigger)),
                Triggered::Unsupported => Kind::Unsupported,
            },
            "endEvent" => {
                let triggered = self.triggered(node);
                match (end(&triggered), triggered) {
                    (Some(end), _) => Kind::End(end),
                    (None, Triggered::Unsupported) => Kind::Unsupported,
                    (None, _) => return unsupported(self, Reason::Event),
                }
            }
            "intermediateCatchEvent" => match self.triggered(node) {
                Triggered::Plain | Triggered::Terminate => return unsupported(self, Reason::Event),
                Triggered::By(trigger) if trigger.is_raised() => return unsupported(self, Reason::Event),
                Triggered::By(trigger) => Kind::Catch(trigger),
                Triggered::Link { name } => Kind::Link { name, arrives: true },
                Triggered::Unsupported => Kind::Unsupported,
            },
            "intermediateThrowEvent" => match self.triggered(node) {
                Triggered::Plain => Kind::Throw(None),
                Triggered::By(
                    trigger @ (Trigger::Message { .. }
                    | Trigger::Signal { .. }
                    | Trigger::Escalation { .. }
                    | Trigger::Compensation { .. }),
                ) => Kind::Throw(Some(trigger)),
                Triggered::Link { name } => Kind::Link { name, arrives: false },
                Triggered::By(_) | Triggered::Terminate => return unsupported(self, Reason::Event),
                Triggered::Unsupported => Kind::Unsupported,
            },
            "boundaryEvent" => match self.triggered(node) {
                Triggered::By(trigger) => return Some(Raw::Boundary(trigger)),
                Triggered::Plain | Triggered::Terminate | Triggered::Link { .. } => {
                    return unsupported(self, Reason::Event);
                }
                Triggered::Unsupported => Kind::Unsupported,
            },
            "task" | "userTask" => Kind::Task(Task::User),
            "manualTask" => Kind::Task(Task::Manual),
            "serviceTask" => Kind::Task(Task::Service),
            "businessRuleTask" => Kind::Task(Task::BusinessRule),
            "receiveTask" => Kind::Catch(Trigger::Message { name: self.named(node, node, "messageRef") }),
            "sendTask" => Kind::Throw(Some(Trigger::Message { name: self.named(node, node, "messageRef") })),
            "scriptTask" => return unsupported(self, Reason::Script),
            "subProcess" if truth(node.attribute("triggeredByEvent")) => return Some(Raw::Beside),
            "subProcess" => return Some(Raw::SubProcess),
            "callActivity" => {
                let called = child(node, "extensionElements")
                    .and_then(|holder| {
                        holder.children().find(|child| child.tag_name().name() == "calledElement")
                    })
                    .and_then(|element| element.attribute("processId"))
                    .or(node.attribute("calledElement"))
                    .unwrap_or_default();
                Kind::Call { called: local(called).to_string(), scope: None }
            }
            "adHocSubProcess" | "transaction" => return unsupported(self, Reason::SubProcess),
            "exclusiveGateway" => Kind::Gateway(Gateway::Exclusive),
            "parallelGateway" => Kind::Gateway(Gateway::Parallel),
            "inclusiveGateway" => Kind::Gateway(Gateway::Inclusive),
            "eventBasedGateway" => Kind::Gateway(Gateway::EventBased),
            "complexGateway" => return unsupported(self, Reason::Gateway),
            other => {
                let runs =
                    ["Task", "Event", "Gateway", "Activity", "SubProcess", "Choreography", "Conversation"];
                let unknown = runs.iter().any(|end| other.ends_with(end));
                return unknown.then(|| unsupported(self, Reason::Activity)).flatten();
            }
        };
        Some(Raw::Kind(kind))
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
            kind: Kind::Unsupported,
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
        let kind = match raw {
            Raw::Kind(Kind::Unsupported) => {
                self.model.nodes[index].drawn = drawn(element);
                Kind::Unsupported
            }
            Raw::Kind(kind) => kind,
            Raw::SubProcess => Kind::SubProcess(self.scope(element, Some(index))?),
            Raw::Beside => {
                // How often it is done is for what begins it to say.
                if let Some(again) = how_often(element) {
                    self.unsupported(again, Reason::SubProcess);
                    self.model.nodes[index].repeats = Repeats::Once;
                    self.model.nodes[index].drawn = drawn(again);
                }
                let scope = self.scope(element, Some(index))?;
                Kind::EventSubProcess { scope, interrupting: interrupting_start(element) }
            }
            Raw::Boundary(Trigger::Compensation { .. }) => {
                self.waiting.compensations.push((index, element));
                Kind::Unsupported
            }
            Raw::Boundary(trigger) => {
                let interrupting = Self::interrupting(element);
                self.waiting.boundaries.push((index, element, interrupting, trigger));
                Kind::Unsupported
            }
        };
        let node = &mut self.model.nodes[index];
        node.kind = kind;
        // Whatever it is drawn as: what another agency does nobody does here.
        if node.step.linked.is_some() && node.is_step() {
            node.kind = Kind::Task(Task::Service);
        }
        Ok(())
    }

    fn step(&mut self, element: Node<'a, 'i>, extension: &mut Extension) -> Step {
        let time = extension.take("time").and_then(|text| {
            let time = WorkingTime::parse(&text);
            if time.is_none() {
                self.wrong(element, Trouble::BadTime { text, wanted: Wanted::Amount });
            }
            time
        });
        let rule = extension.rule.take().and_then(|(name, value)| {
            let value = self.expression(element, &value, "")?;
            Some(Rule { name, value })
        });
        let apart = extension.take("apart-from").unwrap_or_default();
        let linked = match (extension.take("agency"), extension.take("procedure")) {
            (None, None) => None,
            (agency, procedure) => {
                Some(Linked { agency: agency.unwrap_or_default(), procedure: procedure.unwrap_or_default() })
            }
        };
        Step {
            responsible: extension.responsible(),
            time,
            product: extension.take("product").unwrap_or_default(),
            english: extension.take("english").unwrap_or_default(),
            outcomes: std::mem::take(&mut extension.outcomes),
            apart_from: apart.split_whitespace().map(str::to_string).collect(),
            rule,
            linked,
        }
    }

    fn repeats(&mut self, element: Node<'a, 'i>, extension: &mut Extension) -> Repeats {
        if let Some(each) = child(element, "multiInstanceLoopCharacteristics") {
            let mut own = extension::read(each);
            let mut said = |name: &str| own.take(name).or_else(|| extension.take(name));
            let name = said("name").unwrap_or_else(|| "item".into());
            let list = said("over").or_else(|| child(each, "loopDataInputRef").map(text));
            let expression = |reader: &mut Self, text: &str| reader.expression(element, text, "");
            let count = child(each, "loopCardinality").map(text).filter(|text| !text.is_empty());
            let over = match (list, count) {
                (Some(list), _) => {
                    let list = expression(self, &list);
                    for problem in list.iter().flat_map(|list| self.names.check_list(list)) {
                        let text = list.as_ref().map(ToString::to_string).unwrap_or_default();
                        self.wrong(element, Trouble::BadExpression { text, problem });
                    }
                    list.map(Over::List)
                }
                (None, Some(count)) => expression(self, &count).map(Over::Count),
                (None, None) => {
                    self.wrong(element, Trouble::Incomplete { part: "loopCardinality".into() });
                    None
                }
            };
            let until = child(each, "completionCondition").map(text).filter(|text| !text.is_empty());
            let until = until.and_then(|until| expression(self, &until));
            let sequential = truth(each.attribute("isSequential"));
            let over = over.unwrap_or(Over::Open);
            return Repeats::Each { over, sequential, until, name };
        }
        if let Some(again) = child(element, "standardLoopCharacteristics") {
            let condition = child(again, "loopCondition").map(text).filter(|text| !text.is_empty());
            return Repeats::While {
                condition: condition.and_then(|condition| self.expression(element, &condition, "")),
                test_before: truth(again.attribute("testBefore")),
                at_most: again.attribute("loopMaximum").and_then(|text| {
                    let most = text.trim().parse().ok();
                    if most.is_none() {
                        let (part, text) = ("loopMaximum".into(), text.to_string());
                        self.wrong(element, Trouble::BadPart { part, text });
                    }
                    most
                }),
            };
        }
        Repeats::Once
    }

    /// Reads an expression; what is wrong with it becomes a finding at the element.
    pub(crate) fn expression(&mut self, element: Node, text: &str, language: &str) -> Option<Expression> {
        let text = text.trim();
        if let Some((language, instead)) = foreign(text, language, self.names) {
            let text = text.to_string();
            self.wrong(element, Trouble::ForeignExpression { text, language, instead });
            return None;
        }
        let text = text.strip_prefix('=').unwrap_or(text).trim();
        match self.names.parse(text) {
            Ok(expression) => Some(expression),
            Err(problems) => {
                for problem in problems {
                    self.wrong(element, Trouble::BadExpression { text: text.to_string(), problem });
                }
                None
            }
        }
    }

    /// The same for one that is to be true or false.
    pub(crate) fn condition(&mut self, element: Node, text: &str, language: &str) -> Option<Expression> {
        let before = self.model.findings.len();
        let expression = self.expression(element, text, language);
        if let (Some(expression), true) = (&expression, before == self.model.findings.len()) {
            for problem in self.names.check_condition(expression) {
                self.wrong(element, Trouble::BadExpression { text: expression.to_string(), problem });
            }
        }
        expression
    }

    fn connect(&mut self) {
        for (lane, id) in std::mem::take(&mut self.waiting.lanes) {
            if let Some(node) = self.model.index(&id) {
                self.model.nodes[node].lane = Some(lane);
            }
        }
        self.inherit_lanes();
        for (element, scope) in std::mem::take(&mut self.waiting.flows) {
            self.flow(element, scope);
        }
        for (index, element, interrupting, trigger) in std::mem::take(&mut self.waiting.boundaries) {
            if let Some(on) = self.host(index, element) {
                self.model.nodes[index].kind = Kind::Boundary { on, interrupting, trigger };
                self.model.nodes[on].boundary.push(index);
            }
        }
        self.compensations();
        for (index, id) in std::mem::take(&mut self.waiting.defaults) {
            let found = self.model.flows_by_id.get(&id).copied();
            let flow = found.filter(|flow| self.model.flows[*flow].from == index);
            self.model.nodes[index].default = flow;
            if flow.is_none() {
                let node = &self.model.nodes[index];
                let finding = Finding::new(Trouble::Dangling { to: id }, &node.id, &node.name, node.line);
                self.model.findings.push(finding);
            }
        }
        let processes: HashMap<String, ScopeIndex> =
            self.model.processes().map(|scope| (self.model.scopes[scope].id.clone(), scope)).collect();
        for node in &mut self.model.nodes {
            if let Kind::Call { called, scope } = &mut node.kind {
                *scope = processes.get(called.as_str()).copied();
            }
        }
    }

    /// Events on an edge that say by what something is returned: the activity a line leads to that is marked so.
    fn compensations(&mut self) {
        let lines = std::mem::take(&mut self.waiting.associations);
        for (index, element) in std::mem::take(&mut self.waiting.compensations) {
            let Some(on) = self.host(index, element) else { continue };
            let node = &self.model.nodes[index];
            let ends = lines.iter().filter_map(|(from, to)| match &node.id {
                id if id == from => self.model.index(to),
                id if id == to => self.model.index(from),
                _ => None,
            });
            let returns = |other: &NodeIndex| {
                let other = &self.model.nodes[*other];
                // A message may say that it is returned; what is not run is told by itself.
                let known = other.is_activity() || matches!(other.kind, Kind::Throw(_) | Kind::Unsupported);
                known && other.scope == node.scope
            };
            let by: Vec<NodeIndex> = ends.filter(returns).collect();
            if by.len() > 1 || self.model.nodes[on].compensated.is_some() {
                self.model.nodes[index].drawn = drawn(element);
                self.unsupported(element, Reason::SeveralReturns);
                continue;
            }
            let by = by.first().copied();
            self.model.nodes[index].kind = Kind::Compensation { on, by };
            self.model.nodes[on].compensated = Some(index);
            // Many programs only draw the line.
            if let Some(by) = by {
                self.model.nodes[by].compensates = true;
            }
        }
    }

    /// The activity on whose edge an event is drawn.
    fn host(&mut self, index: NodeIndex, element: Node<'a, 'i>) -> Option<NodeIndex> {
        let to = local(element.attribute("attachedToRef").unwrap_or_default()).to_string();
        match self.model.index(&to) {
            Some(on) if self.model.nodes[on].scope == self.model.nodes[index].scope => Some(on),
            on => {
                self.model.nodes[index].drawn = drawn(element);
                let trouble = if on.is_some() { Trouble::AcrossScopes } else { Trouble::Dangling { to } };
                self.wrong(element, trouble);
                None
            }
        }
    }

    /// What lies inside a sub-process belongs to the lane the sub-process lies in.
    fn inherit_lanes(&mut self) {
        for index in 0..self.model.nodes.len() {
            let owner = self.model.scopes[self.model.nodes[index].scope].owner;
            if let (None, Some(owner)) = (self.model.nodes[index].lane, owner) {
                self.model.nodes[index].lane = self.model.nodes[owner].lane;
            }
        }
    }

    fn flow(&mut self, element: Node<'a, 'i>, scope: ScopeIndex) {
        let id = match self.id(element) {
            Ok(id) => id,
            Err(unreadable) => {
                self.model.findings.push(unreadable.into());
                return;
            }
        };
        let end = |name| local(element.attribute(name).unwrap_or_default()).to_string();
        let (from, to) = (end("sourceRef"), end("targetRef"));
        let (Some(source), Some(target)) = (self.model.index(&from), self.model.index(&to)) else {
            let missing = if self.model.index(&from).is_none() { from } else { to };
            self.wrong(element, Trouble::Dangling { to: missing });
            return;
        };
        if self.model.nodes[source].scope != scope || self.model.nodes[target].scope != scope {
            self.wrong(element, Trouble::AcrossScopes);
            return;
        }
        let condition = child(element, "conditionExpression");
        let words = condition.map(text).filter(|text| !text.is_empty());
        let language = condition.and_then(|condition| condition.attribute("language")).unwrap_or_default();
        let expression = words.as_ref().and_then(|words| self.condition(element, words, language));
        let mut extension = extension::read(element);
        let at_most = extension.take("at-most").and_then(|text| {
            let times = text.parse().ok().filter(|times| (1..=TIMES_MAX).contains(times));
            if times.is_none() {
                self.wrong(element, Trouble::BadPart { part: "bound".into(), text });
            }
            times
        });
        let index = self.model.flows.len();
        self.model.flows.push(Flow {
            id: id.clone(),
            name: name(element),
            english: extension.take("english").unwrap_or_default(),
            from: source,
            to: target,
            conditional: words.is_some(),
            unread: words.filter(|_| expression.is_none()).unwrap_or_default(),
            condition: expression,
            at_most,
            link: false,
            line: self.line(element),
        });
        self.model.flows_by_id.insert(id, index);
        self.model.nodes[source].outgoing.push(index);
        self.model.nodes[target].incoming.push(index);
    }
}

enum Raw {
    Kind(Kind),
    SubProcess,
    Beside,
    Boundary(Trigger),
}

/// Whether a start event begins an event sub-process.
fn begins_beside(start: Node) -> bool {
    start.parent().is_some_and(|around| truth(around.attribute("triggeredByEvent")))
}

/// Whether what begins an event sub-process interrupts: so it is if it does not say otherwise, and so it is with errors.
fn interrupting_start(element: Node) -> bool {
    let starts = || children(element).filter(|inner| inner.tag_name().name() == "startEvent");
    let beside = |start: Node| {
        let error = children(start).any(|inner| inner.tag_name().name() == "errorEventDefinition");
        !error && start.attribute("isInterrupting").is_some_and(|text| !truth(Some(text)))
    };
    !starts().any(beside)
}

/// A name as drawn, on one line.
pub(super) fn name(element: Node) -> String {
    element.attribute("name").unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The language of an expression that is not FEEL, and how it may be said in FEEL if that is plain to see.
fn foreign(text: &str, language: &str, names: &Names) -> Option<(String, Option<String>)> {
    let braced =
        ["${", "#{"].iter().find_map(|open| text.strip_prefix(open)).and_then(|text| text.strip_suffix('}'));
    if let Some(inner) = braced {
        let instead: String = inner.trim().replace("==", "=").replace("&&", " and ").replace("||", " or ");
        let instead = instead.split_whitespace().collect::<Vec<_>>().join(" ").replace('\'', "\"");
        let good = names.parse(&instead).is_ok();
        return Some(("JUEL".into(), good.then_some(instead)));
    }
    let language = language.trim();
    let known = language.is_empty() || language.to_lowercase().contains("feel");
    (!known).then(|| (language.rsplit('/').next().unwrap_or(language).to_string(), None))
}
