//! Whether every choice has an answer.

use super::effort::{Meter, TooMuch};
use super::sets::{self, Set};
use super::{AlreadyTold, at};
use crate::model::{FlowIndex, Gateway, Model, NodeIndex, NodeKind, ScopeIndex, Task, Trigger, plain_name};
use crate::names::Names;
use crate::problem::{Finding, Part, Trouble};
use std::collections::{HashMap, HashSet};

/// The choices of a model, and what is found out about them.
pub(super) struct Choices<'a> {
    model: &'a Model,
    names: &'a Names,
    /// Steps by the name conditions have for them.
    steps: HashMap<String, NodeIndex>,
    /// Where no two conditions hold at once.
    apart: HashSet<NodeIndex>,
    pub told: AlreadyTold<'a>,
}

/// Words for an answer that are names here, in small letters.
const ANSWERS: [&str; 10] = ["true", "false", "yes", "no", "null", "có", "không", "đúng", "sai", "đạt"];

/// A conditional way, as it is written and as it is understood.
struct Condition {
    text: String,
    asked: Option<(String, Set)>,
    bounded: bool,
}

impl<'a> Choices<'a> {
    pub fn of(model: &'a Model, names: &'a Names) -> Choices<'a> {
        let works = model.nodes.iter().enumerate().filter(|(_, node)| !node.step.outcomes.is_empty());
        let steps = works.map(|(place, node)| (plain_name(&node.id), place)).collect();
        Choices { model, names, steps, apart: HashSet::new(), told: AlreadyTold::of(model) }
    }

    pub fn are_apart(&self, node: NodeIndex) -> bool {
        self.apart.contains(&node)
    }

    /// Whether two ways out of what takes several may be taken at once, as far as their conditions say.
    pub fn may_both(&self, one: FlowIndex, other: FlowIndex, meter: &mut Meter) -> Result<bool, TooMuch> {
        meter.work(10)?;
        let flows = &self.model.flows;
        let default = self.model.nodes[flows[one].from].default;
        let otherwise = |way| default == Some(way);
        if [one, other].into_iter().any(|way| !flows[way].conditional && !otherwise(way)) {
            return Ok(true);
        }
        if otherwise(one) || otherwise(other) {
            return Ok(false);
        }
        let said = |way: FlowIndex| flows[way].condition.as_ref().map(condition_text);
        let (Some(first), Some(second)) = (said(one), said(other)) else { return Ok(true) };
        meter.work(2 * (first.len() + second.len()))?;
        Ok(match [sets::asked(&first), sets::asked(&second)] {
            [Some((term, set)), Some((also, with))] if term == also => !sets::are_apart(&[&set, &with]),
            _ => !are_contraries(&first, &second),
        })
    }

    pub fn check(
        &mut self,
        scope: ScopeIndex,
        meter: &mut Meter,
        findings: &mut Vec<Finding>,
    ) -> Result<(), TooMuch> {
        for node in &self.model.scopes[scope].nodes {
            self.check_node(*node, meter, findings)?;
        }
        Ok(())
    }

    fn check_node(
        &mut self,
        index: NodeIndex,
        meter: &mut Meter,
        findings: &mut Vec<Finding>,
    ) -> Result<(), TooMuch> {
        let model = self.model;
        let node = &model.nodes[index];
        let flow_finding = |flow: FlowIndex, trouble| {
            let flow = &model.flows[flow];
            Finding::new(trouble, &flow.id, &flow.name, flow.line)
        };
        findings.extend(gaps(model, index, &self.told));
        for flow in node.outgoing.iter().filter(|_| self.names.open) {
            let names = model.flows[*flow].condition.iter().flat_map(|condition| condition.names());
            let meant = |name: &&str| {
                ANSWERS.contains(&name.to_lowercase().as_str()) && !self.names.types.contains_key(*name)
            };
            let bare = names.filter(meant).map(|name| Trouble::BareWord { text: name.to_string() });
            findings.extend(bare.map(|trouble| flow_finding(*flow, trouble)));
        }
        let conditional = |flow: &FlowIndex| model.flows[*flow].conditional;
        let open = |flow: &FlowIndex| !conditional(flow) && node.default != Some(*flow);
        meter.work(1 + node.outgoing.len())?;
        match node.kind {
            NodeKind::Gateway(Gateway::Parallel | Gateway::EventBased) => {
                let unused = node.outgoing.iter().filter(|flow| conditional(flow));
                findings.extend(unused.map(|flow| flow_finding(*flow, Trouble::ConditionUnused)));
            }
            // Nothing is chosen at an end.
            NodeKind::End(_) => {}
            NodeKind::Gateway(Gateway::Exclusive | Gateway::Inclusive) => {
                findings.extend(self.answers(index, meter)?);
            }
            _ if !node.outgoing.iter().any(open) => findings.extend(self.answers(index, meter)?),
            _ => {}
        }
        if let Some(default) = node.default.filter(conditional) {
            findings.push(flow_finding(default, Trouble::ConditionOnDefault));
        }
        if let NodeKind::Gateway(Gateway::EventBased) = node.kind {
            for flow in &node.outgoing {
                let target = &model.nodes[model.flows[*flow].to];
                let event = matches!(
                    &target.kind,
                    NodeKind::Catch(
                        Trigger::Timer(_)
                            | Trigger::Message { .. }
                            | Trigger::Signal { .. }
                            | Trigger::Condition { .. }
                    )
                );
                if !event && !matches!(target.kind, NodeKind::Unsupported) {
                    let name = if target.name.is_empty() { &target.id } else { &target.name };
                    findings.push(at(model, index, Trouble::NotAnEvent { target: name.clone() }));
                }
            }
        }
        Ok(())
    }

    /// A choice of conditions has a default that is always open, or conditions of which one always holds.
    fn answers(&mut self, index: NodeIndex, meter: &mut Meter) -> Result<Option<Finding>, TooMuch> {
        let model = self.model;
        let node = &model.nodes[index];
        let mut conditions = Vec::new();
        for flow in node.outgoing.iter().filter(|flow| node.default != Some(**flow)) {
            let flow = &model.flows[*flow];
            // A condition that could not be read, or is missing, has been told.
            let Some(condition) = &flow.condition else { return Ok(None) };
            let text = condition_text(condition);
            meter.work(10 + text.len())?;
            conditions.push(Condition { asked: sets::asked(&text), text, bounded: flow.at_most.is_some() });
        }
        // All of one value, or nothing is known of how they lie to each other.
        let term = conditions.first().and_then(|first| first.asked.as_ref()).map(|(term, _)| term.clone());
        let of_term = |condition: &&Condition| {
            condition.asked.as_ref().is_some_and(|(asked, _)| Some(asked) == term.as_ref())
        };
        let alike = !conditions.is_empty() && conditions.iter().all(|condition| of_term(&condition));
        let asked = conditions.iter().filter(|_| alike).filter_map(|condition| condition.asked.as_ref());
        let sets: Vec<&Set> = asked.map(|(_, set)| set).collect();
        if (alike && sets::are_apart(&sets)) || is_pair(&conditions) {
            self.apart.insert(index);
        }
        if node.outgoing.is_empty() || node.default.is_some_and(|flow| model.flows[flow].at_most.is_none()) {
            return Ok(None);
        }
        // Which way is taken otherwise is said, and is not there.
        if self.told.references.contains(&*node.id) && node.default.is_none() {
            return Ok(None);
        }
        // A way that may be used up answers nothing.
        conditions.retain(|condition| !condition.bounded);
        let texts: HashSet<&str> = conditions.iter().map(|condition| condition.text.as_str()).collect();
        let certain = texts.contains("true")
            || texts.iter().any(|one| contraries(one).iter().any(|other| texts.contains(other.as_str())))
            || self.leaves_nothing_out(conditions.into_iter().filter_map(|condition| condition.asked));
        Ok((!certain).then(|| at(model, index, Trouble::NoDefault)))
    }

    /// Whether whatever the value is, one of the conditions lets it through.
    fn leaves_nothing_out(&self, asked: impl Iterator<Item = (String, Set)>) -> bool {
        let mut by_term: HashMap<String, Vec<Set>> = HashMap::new();
        asked.for_each(|(term, set)| by_term.entry(term).or_default().push(set));
        by_term.into_iter().any(|(term, sets)| {
            let texts = self.texts(&term);
            sets::union(sets).is_some_and(|all| all.is_whole(texts.as_deref()))
        })
    }

    /// The texts a value may be: how a step turns out, or the options of a question.
    fn texts(&self, term: &str) -> Option<Vec<String>> {
        if let Some(known) = self.names.choices.get(term).filter(|known| !known.is_empty()) {
            return Some(known.clone());
        }
        let step = term.split('.').rev().find_map(|part| self.steps.get(part))?;
        Some(self.model.nodes[*step].step.outcomes.iter().map(|outcome| outcome.key.clone()).collect())
    }
}

/// What has to say something and does not: a rule what it works out, a way out of a choice when it is taken.
pub(super) fn gaps(model: &Model, index: NodeIndex, told: &AlreadyTold) -> Vec<Finding> {
    let node = &model.nodes[index];
    let mut findings = Vec::new();
    let ruleless = matches!((&node.kind, &node.step.rule), (NodeKind::Task(Task::BusinessRule), None));
    if ruleless && !told.expressions.contains(&*node.id) {
        findings.push(at(model, index, Trouble::Incomplete { part: Part::Rule }));
    }
    // Out of a gateway that chooses each way says when it is taken; elsewhere those that are drawn so.
    let chooses = match node.kind {
        NodeKind::Gateway(Gateway::Parallel | Gateway::EventBased) | NodeKind::End(_) => None,
        NodeKind::Gateway(Gateway::Exclusive | Gateway::Inclusive) => Some(true),
        _ => Some(false),
    };
    if let Some(chooses) = chooses.filter(|_| node.outgoing.len() > 1) {
        let open = |flow: &&FlowIndex| {
            let way = &model.flows[**flow];
            !way.conditional && (chooses || way.blank) && node.default != Some(**flow)
        };
        findings.extend(node.outgoing.iter().filter(open).map(|flow| {
            let flow = &model.flows[*flow];
            Finding::new(Trouble::NoCondition, &flow.id, &flow.name, flow.line)
        }));
    }
    findings
}

fn condition_text(condition: &feel::Expression) -> String {
    condition.to_string().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Two conditions of which one holds where the other does not, and only there.
fn is_pair(conditions: &[Condition]) -> bool {
    match conditions {
        [one, other] => are_contraries(&one.text, &other.text),
        _ => false,
    }
}

fn are_contraries(one: &String, other: &String) -> bool {
    contraries(one).contains(other) || contraries(other).contains(one)
}

/// What holds wherever a condition does not, by their form.
fn contraries(condition: &str) -> Vec<String> {
    let mut found = vec![format!("not({condition})")];
    if [" and ", " or ", "(", "[", "{"].iter().any(|part| condition.contains(part)) {
        return found;
    }
    for (sign, contrary) in [(" >= ", " < "), (" <= ", " > "), (" = ", " != ")] {
        found.extend(condition.split_once(sign).map(|(left, right)| format!("{left}{contrary}{right}")));
    }
    found
}
