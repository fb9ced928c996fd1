//! Whether every choice has an answer.

use super::at;
use crate::model::{FlowIndex, Gateway, Kind, Model, NodeIndex, ScopeIndex, Task, Trigger, plain_name};
use crate::problem::{Finding, Trouble};
use std::collections::BTreeSet;

pub(super) fn check(model: &Model, scope: ScopeIndex) -> Vec<Finding> {
    model.scopes[scope].nodes.iter().flat_map(|node| check_node(model, *node)).collect()
}

fn check_node(model: &Model, index: NodeIndex) -> Vec<Finding> {
    let node = &model.nodes[index];
    let flow_finding = |flow: FlowIndex, trouble| {
        let flow = &model.flows[flow];
        Finding::new(trouble, &flow.id, &flow.name, flow.line)
    };
    let mut findings = Vec::new();
    if let (Kind::Task(Task::BusinessRule), None) = (&node.kind, &node.step.rule) {
        findings.push(at(model, index, Trouble::Incomplete { part: "rule".into() }));
    }
    let conditional = |flow: &&FlowIndex| model.flows[**flow].conditional;
    match node.kind {
        Kind::Gateway(Gateway::Parallel | Gateway::EventBased) => {
            let unused = node.outgoing.iter().filter(conditional);
            findings.extend(unused.map(|flow| flow_finding(*flow, Trouble::ConditionUnused)));
        }
        Kind::Gateway(Gateway::Exclusive | Gateway::Inclusive) => {
            if node.outgoing.len() > 1 {
                let open =
                    |flow: &&FlowIndex| !model.flows[**flow].conditional && node.default != Some(**flow);
                let open = node.outgoing.iter().filter(open);
                findings.extend(open.map(|flow| flow_finding(*flow, Trouble::NoCondition)));
            }
            findings.extend(total(model, index));
        }
        _ if node
            .outgoing
            .iter()
            .all(|flow| model.flows[*flow].conditional || node.default == Some(*flow)) =>
        {
            findings.extend(total(model, index));
        }
        _ => {}
    }
    if let Some(default) = node.default.filter(|flow| model.flows[*flow].conditional) {
        findings.push(flow_finding(default, Trouble::ConditionOnDefault));
    }
    if let Kind::Gateway(Gateway::EventBased) = node.kind {
        for flow in &node.outgoing {
            let target = &model.nodes[model.flows[*flow].to];
            let event = matches!(
                &target.kind,
                Kind::Catch(Trigger::Timer(_) | Trigger::Message { .. } | Trigger::Signal { .. })
            );
            if !event && !matches!(target.kind, Kind::Unsupported) {
                let name = if target.name.is_empty() { &target.id } else { &target.name };
                findings.push(at(model, index, Trouble::NotAnEvent { target: name.clone() }));
            }
        }
    }
    findings
}

/// A choice of conditions has a default that is always open, or conditions of which one always holds.
fn total(model: &Model, index: NodeIndex) -> Option<Finding> {
    let node = &model.nodes[index];
    if node.default.is_some_and(|flow| model.flows[flow].at_most.is_none()) {
        return None;
    }
    // A condition that could not be read, or is missing, has been told. A default that may be used up needs none.
    let untold = |flow: &FlowIndex| model.flows[*flow].condition.is_none() && node.default != Some(*flow);
    if node.outgoing.is_empty() || node.outgoing.iter().any(untold) {
        return None;
    }
    let conditions: Vec<String> = node
        .outgoing
        .iter()
        .filter(|flow| model.flows[**flow].at_most.is_none())
        .filter_map(|flow| model.flows[*flow].condition.as_ref())
        .map(|condition| condition.to_string().split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    let certain = conditions.iter().any(|condition| condition == "true")
        || conditions.iter().any(|one| conditions.iter().any(|other| is_contrary(one, other)))
        || covers_outcomes(model, &conditions);
    (!certain).then(|| at(model, index, Trouble::NoDefault))
}

/// Whether the second holds wherever the first does not, by their form.
fn is_contrary(one: &str, other: &str) -> bool {
    if other == format!("not({one})") {
        return true;
    }
    let simple = |text: &str| ![" and ", " or ", "(", "[", "{"].iter().any(|part| text.contains(part));
    let pairs = [(" >= ", " < "), (" <= ", " > "), (" = ", " != ")];
    simple(one)
        && simple(other)
        && pairs.into_iter().any(|(sign, contrary)| {
            match (one.split_once(sign), other.split_once(contrary)) {
                (Some(left), Some(right)) => left == right,
                _ => false,
            }
        })
}

/// Whether the conditions name every way a step may turn out.
fn covers_outcomes(model: &Model, conditions: &[String]) -> bool {
    let Some((asked, _)) = conditions.first().and_then(|condition| condition.split_once(" = ")) else {
        return false;
    };
    let named = |part: &str| model.nodes.iter().find(|node| plain_name(&node.id) == part);
    let Some(step) = asked.split('.').rev().find_map(named) else { return false };
    let key = |condition: &String| {
        let (left, right) = condition.split_once(" = ")?;
        let key = right.strip_prefix('"')?.strip_suffix('"')?;
        (left == asked).then(|| key.to_string())
    };
    let keys: BTreeSet<String> = conditions.iter().filter_map(key).collect();
    !step.step.outcomes.is_empty() && step.step.outcomes.iter().all(|outcome| keys.contains(&outcome.key))
}
