//! A model as a BPMN file of ours, with its drawing.

mod event;
mod picture;
mod shared;

pub(crate) use picture::drawings;

use super::{BPMN, OURS};
use crate::layout::{Layout, layout};
use crate::model::{
    Accepted, End, Flow, FlowIndex, Gateway, Gone, GoneKind, Lane, Means, Model, Node, NodeIndex, NodeKind,
    ScopeIndex, TableRemark, Task, Trigger,
};
use language::Text;
use shared::Shared;
use std::collections::BTreeMap;
use std::fmt::Write;

/// A whole file, to be read by this program and by the modellers people use.
pub fn write(model: &Model) -> String {
    written(model, model.processes().map(|process| (process, layout(model, process))).collect())
}

/// The same without a picture.
pub(crate) fn said(model: &Model) -> String {
    written(model, Vec::new())
}

fn written(model: &Model, drawings: Vec<(ScopeIndex, Layout)>) -> String {
    let given = drawings.iter().any(|(_, drawing)| drawing.given);
    let mut writer = Writer { model, text: String::new(), depth: 1 };
    writer.text.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = writeln!(
        writer.text,
        "<bpmn:definitions xmlns:bpmn=\"{BPMN}\" xmlns:bpmndi=\"http://www.omg.org/spec/BPMN/20100524/DI\" \
         xmlns:dc=\"http://www.omg.org/spec/DD/20100524/DC\" xmlns:di=\"http://www.omg.org/spec/DD/20100524/DI\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:motcua=\"{OURS}\" id=\"definitions\" \
         targetNamespace=\"{OURS}\" exporter=\"motcua\"{}>",
        if given { " motcua:placed=\"elsewhere\"" } else { "" }
    );
    let shared = Shared::of(model);
    shared.write(&mut writer);
    for process in model.processes() {
        writer.process(process);
    }
    for (process, drawing) in drawings {
        writer.drawing(process, drawing);
    }
    writer.text.push_str("</bpmn:definitions>\n");
    writer.text
}

/// Text as it may stand in XML.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' => escaped.push_str("&#10;"),
            // Such letters no file may have.
            '\u{fffe}' | '\u{ffff}' => {}
            letter if letter.is_control() && letter != '\t' => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

struct Writer<'a> {
    model: &'a Model,
    text: String,
    depth: usize,
}

type Attributes<'a> = [(&'a str, &'a str)];

impl Writer<'_> {
    fn tag(&mut self, name: &str, attributes: &Attributes, end: &str) {
        let _ = write!(self.text, "{:1$}<{2}", "", 2 * self.depth, prefixed(name));
        for (name, value) in attributes.iter().filter(|(_, value)| !value.is_empty()) {
            let _ = write!(self.text, " {name}=\"{}\"", escape(value));
        }
        self.text.push_str(end);
    }

    fn empty(&mut self, name: &str, attributes: &Attributes) {
        self.tag(name, attributes, "/>\n");
    }

    fn open(&mut self, name: &str, attributes: &Attributes) {
        self.tag(name, attributes, ">\n");
        self.depth += 1;
    }

    fn close(&mut self, name: &str) {
        self.depth -= 1;
        let _ = writeln!(self.text, "{:1$}</{2}>", "", 2 * self.depth, prefixed(name));
    }

    fn words(&mut self, name: &str, attributes: &Attributes, words: &str) {
        self.tag(name, attributes, ">");
        let _ = writeln!(self.text, "{}</{}>", escape(words), prefixed(name));
    }

    fn as_drawn(&mut self, element: &str) {
        let _ = writeln!(self.text, "{:1$}{element}", "", 2 * self.depth);
    }

    fn process(&mut self, scope: ScopeIndex) {
        let found = &self.model.scopes[scope];
        let executable = if found.executable { "true" } else { "false" };
        self.open("process", &[("id", &found.id), ("name", &found.name), ("isExecutable", executable)]);
        if !found.remarks.is_empty() || !found.accepted.is_empty() {
            self.open("extensionElements", &[]);
            for TableRemark { text: Text { vi, en }, about } in &found.remarks {
                self.empty("motcua:remark", &[("vi", vi), ("en", en), ("about", about)]);
            }
            found.accepted.iter().for_each(|accepted| self.accepted(accepted));
            self.close("extensionElements");
        }
        self.lanes(scope);
        self.inside(scope);
        self.close("process");
    }

    fn accepted(&mut self, accepted: &Accepted) {
        let Accepted { element, place, told, gone, kept, mend } = accepted;
        let mend = mend.as_ref().map(|mend| serde_json::json!(mend).to_string()).unwrap_or_default();
        let mut said = vec![
            ("element", element.as_str()),
            ("vi", &told.vi),
            ("en", &told.en),
            ("place", &place.vi),
            ("place-en", &place.en),
        ];
        let before = gone.as_ref().map(|gone| gone.before.join(" ")).unwrap_or_default();
        if let Some(gone) = gone {
            let Gone { after, name, english, unit, role, time, kind, .. } = gone;
            said.extend([("after", after.as_str()), ("name", name), ("english", english), ("unit", unit)]);
            said.extend([("role", role.as_str()), ("time", time)]);
            said.extend([("product", gone.product.as_str()), ("product-english", &gone.product_english)]);
            let known = GoneKind::ALL.iter().find(|(known, _)| known == kind);
            said.extend(known.map(|(_, key)| ("gone", *key)));
            said.push(("before", &before));
        }
        said.extend(kept.then_some(("kept", "true")));
        said.push(("mend", &mend));
        said.retain(|(_, text)| !text.is_empty());
        self.empty("motcua:accepted", &said);
    }

    fn lanes(&mut self, scope: ScopeIndex) {
        let mut lanes: BTreeMap<usize, Vec<NodeIndex>> = BTreeMap::new();
        for node in &self.model.scopes[scope].nodes {
            if let Some(lane) = self.model.nodes[*node].lane {
                lanes.entry(lane).or_default().push(*node);
            }
        }
        if lanes.is_empty() {
            return;
        }
        let id = format!("{}-lanes", self.model.scopes[scope].id);
        self.open("laneSet", &[("id", &id)]);
        for (lane, nodes) in lanes {
            let Lane { id, name, responsible } = &self.model.lanes[lane];
            self.open("lane", &[("id", id), ("name", name)]);
            if !responsible.is_empty() {
                self.open("extensionElements", &[]);
                let said = |part: &Option<String>| part.clone().unwrap_or_default();
                let (unit, role) = (said(&responsible.unit), said(&responsible.role));
                self.empty(
                    "motcua:lane",
                    &[("unit", &unit), ("role", &role), ("person", &said(&responsible.person))],
                );
                self.close("extensionElements");
            }
            for node in nodes {
                let id = self.model.nodes[node].id.clone();
                self.words("flowNodeRef", &[], &id);
            }
            self.close("lane");
        }
        self.close("laneSet");
    }

    fn inside(&mut self, scope: ScopeIndex) {
        let nodes = &self.model.scopes[scope].nodes;
        for node in nodes {
            self.node(*node);
        }
        for node in nodes {
            for flow in self.drawn(&self.model.nodes[*node].outgoing) {
                self.flow(&self.model.flows[flow]);
            }
        }
        for node in nodes {
            if let NodeKind::Compensation { by: Some(by), .. } = self.model.nodes[*node].kind {
                let event = &self.model.nodes[*node];
                let (id, direction) = (association(event), ("associationDirection", "One"));
                let ends = [("sourceRef", event.id.as_str()), ("targetRef", &self.model.nodes[by].id)];
                self.empty("association", &[("id", &id), direction, ends[0], ends[1]]);
            }
        }
    }

    /// Those that have a line.
    fn drawn(&self, flows: &[FlowIndex]) -> Vec<FlowIndex> {
        flows.iter().copied().filter(|flow| !self.model.flows[*flow].link).collect()
    }

    fn flow(&mut self, flow: &Flow) {
        let nodes = &self.model.nodes;
        let attributes = [
            ("id", flow.id.as_str()),
            ("name", &flow.name),
            ("sourceRef", &nodes[flow.from].id),
            ("targetRef", &nodes[flow.to].id),
        ];
        let says_when = flow.condition.is_some() || !flow.unread.is_empty() || flow.blank;
        let plain = !says_when && flow.at_most.is_none();
        if plain && flow.english.is_empty() {
            return self.empty("sequenceFlow", &attributes);
        }
        self.open("sequenceFlow", &attributes);
        if flow.at_most.is_some() || !flow.english.is_empty() {
            self.open("extensionElements", &[]);
            if !flow.english.is_empty() {
                self.empty("motcua:step", &[("english", &flow.english)]);
            }
            if let Some(times) = flow.at_most {
                self.empty("motcua:bound", &[("times", &times.to_string())]);
            }
            self.close("extensionElements");
        }
        let words = match &flow.condition {
            Some(condition) => format!("={condition}"),
            None => flow.unread.clone(),
        };
        if says_when {
            self.words("conditionExpression", &[("xsi:type", "bpmn:tFormalExpression")], &words);
        }
        self.close("sequenceFlow");
    }

    fn node(&mut self, index: NodeIndex) {
        let model = self.model;
        let node = &model.nodes[index];
        if matches!(node.kind, NodeKind::Unsupported) && !node.drawn.is_empty() {
            return self.as_drawn(&node.drawn);
        }
        let (name, extra) = element(model, node);
        let default = node.default.map(|flow| model.flows[flow].id.as_str()).unwrap_or_default();
        let mut attributes =
            vec![("id", node.id.as_str()), ("name", node.name.as_str()), ("default", default)];
        if node.compensates {
            attributes.push(("isForCompensation", "true"));
        }
        attributes.extend(extra.iter().map(|(name, value)| (*name, value.as_str())));
        self.open(name, &attributes);
        if !node.documentation.is_empty() {
            self.words("documentation", &[], &node.documentation);
        }
        self.extension(node);
        let mut incoming = self.drawn(&node.incoming);
        incoming.sort_by_key(|flow| {
            let from = model.flows[*flow].from;
            (from, model.nodes[from].outgoing.iter().position(|own| own == flow))
        });
        for flow in incoming {
            self.words("incoming", &[], &model.flows[flow].id);
        }
        for flow in self.drawn(&node.outgoing) {
            self.words("outgoing", &[], &model.flows[flow].id);
        }
        match node.drawn.is_empty() {
            true => self.repeats(&node.repeats),
            false => self.as_drawn(&node.drawn),
        }
        match &node.kind {
            NodeKind::SubProcess(scope) | NodeKind::EventSubProcess { scope, .. } => self.inside(*scope),
            NodeKind::Start(Some(trigger))
            | NodeKind::Catch(trigger)
            | NodeKind::Throw(Some(trigger))
            | NodeKind::Boundary { trigger, .. }
            | NodeKind::End(End::Throw(trigger)) => self.trigger(trigger),
            NodeKind::End(End::Error { code }) => self.trigger(&Trigger::Error { code: Some(code.clone()) }),
            NodeKind::Link { name, .. } => self.empty("linkEventDefinition", &[("name", name)]),
            NodeKind::End(End::Terminate) => self.empty("terminateEventDefinition", &[]),
            NodeKind::Compensation { .. } => self.trigger(&Trigger::Compensation { of: None }),
            _ => {}
        }
        self.close(name);
    }

    fn extension(&mut self, node: &Node) {
        let step = &node.step;
        let said = |part: &Option<String>| part.clone().unwrap_or_default();
        let time = step.time.map(|time| time.standard()).unwrap_or_default();
        let apart = step.apart_from.join(" ");
        let linked = step.linked.clone().unwrap_or_default();
        let (unit, role, person) =
            (said(&step.responsible.unit), said(&step.responsible.role), said(&step.responsible.person));
        let attributes = [
            ("unit", unit.as_str()),
            ("role", &role),
            ("person", &person),
            ("time", &time),
            ("product", &step.product),
            ("product-english", &step.product_english),
            ("english", &step.english),
            ("apart-from", &apart),
            ("agency", &linked.agency),
            ("procedure", &linked.procedure),
            ("means", step.means.map_or("", Means::key)),
        ];
        let plain = attributes.iter().all(|(_, value)| value.is_empty()) && step.outcomes.is_empty();
        if plain && step.rule.is_none() {
            return;
        }
        self.open("extensionElements", &[]);
        if step.outcomes.is_empty() && !plain {
            self.empty("motcua:step", &attributes);
        } else if !plain {
            self.open("motcua:step", &attributes);
            for outcome in &step.outcomes {
                let means = outcome.means.map_or("", Means::key);
                let (key, name, english) = (outcome.key.as_str(), &*outcome.name, &*outcome.english);
                let words = [("key", key), ("name", name), ("english", english), ("means", means)];
                self.empty("motcua:outcome", &words);
            }
            self.close("motcua:step");
        }
        if let Some(rule) = &step.rule {
            self.empty("motcua:rule", &[("name", &rule.name), ("value", &rule.value.to_string())]);
        }
        self.close("extensionElements");
    }
}

/// The id of the line from an event to what returns something by it.
fn association(event: &Node) -> String {
    format!("{}-returned-by", event.id)
}

fn prefixed(name: &str) -> String {
    if name.contains(':') { name.to_string() } else { format!("bpmn:{name}") }
}

/// The element of a node, with the attributes it alone has.
fn element(model: &Model, node: &Node) -> (&'static str, Vec<(&'static str, String)>) {
    match &node.kind {
        NodeKind::Start(_) => {
            let around = model.scopes[node.scope].owner.map(|owner| &model.nodes[owner].kind);
            let beside = matches!(around, Some(NodeKind::EventSubProcess { interrupting: false, .. }));
            let says = beside.then(|| ("isInterrupting", "false".to_string()));
            ("startEvent", says.into_iter().collect())
        }
        NodeKind::End(_) => ("endEvent", Vec::new()),
        NodeKind::Catch(_) | NodeKind::Link { arrives: true, .. } => ("intermediateCatchEvent", Vec::new()),
        NodeKind::Throw(_) | NodeKind::Link { arrives: false, .. } => ("intermediateThrowEvent", Vec::new()),
        NodeKind::Boundary { on, interrupting, .. } => {
            let host = model.nodes[*on].id.clone();
            ("boundaryEvent", vec![("attachedToRef", host), ("cancelActivity", interrupting.to_string())])
        }
        NodeKind::Compensation { on, .. } => {
            ("boundaryEvent", vec![("attachedToRef", model.nodes[*on].id.clone())])
        }
        NodeKind::Task(Task::User) => ("userTask", Vec::new()),
        NodeKind::Task(Task::Manual) => ("manualTask", Vec::new()),
        NodeKind::Task(Task::Service) => ("serviceTask", Vec::new()),
        NodeKind::Task(Task::BusinessRule) => ("businessRuleTask", Vec::new()),
        NodeKind::SubProcess(_) => ("subProcess", Vec::new()),
        NodeKind::EventSubProcess { .. } => ("subProcess", vec![("triggeredByEvent", "true".to_string())]),
        NodeKind::Call { called, .. } => ("callActivity", vec![("calledElement", called.clone())]),
        NodeKind::Gateway(Gateway::Exclusive) => ("exclusiveGateway", Vec::new()),
        NodeKind::Gateway(Gateway::Parallel) => ("parallelGateway", Vec::new()),
        NodeKind::Gateway(Gateway::Inclusive) => ("inclusiveGateway", Vec::new()),
        NodeKind::Gateway(Gateway::EventBased) => ("eventBasedGateway", Vec::new()),
        NodeKind::Unsupported => ("task", Vec::new()),
    }
}
