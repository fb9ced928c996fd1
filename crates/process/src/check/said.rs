//! What is said of the work of an element and cannot be so: counts the engine refuses, steps apart from what is none,
//! outcomes nothing tells apart, roles there are not.

use super::at;
use crate::engine::count;
use crate::model::{
    INSTANCES_MAX, Model, Node, NodeIndex, Over, Repeats, Responsible, ScopeIndex, TIMES_MAX,
};
use crate::names::Names;
use crate::problem::{Finding, Part, ROLES, Trouble};
use feel::{Budget, Expression, NamedValues, Problem, Value};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn check(model: &Model, scopes: &BTreeSet<ScopeIndex>, names: &Names) -> Vec<Finding> {
    let mut findings = Vec::new();
    for node in scopes.iter().flat_map(|scope| model.scopes[*scope].nodes.iter().copied()) {
        let found = &model.nodes[node];
        findings.extend(how_often(found).map(|trouble| at(model, node, trouble)));
        findings.extend(apart(model, node).map(|trouble| at(model, node, trouble)));
        findings.extend(alike(found).map(|trouble| at(model, node, trouble)));
        // Where the procedure is known, its agency says which roles there are.
        if names.open {
            findings.extend(no_role(&found.step.responsible).map(|trouble| at(model, node, trouble)));
        }
    }
    if names.open {
        findings.extend(lanes(model));
    }
    findings
}

/// Roles of lanes that there are not, where a step that is run goes by them.
pub fn lanes(model: &Model) -> Vec<Finding> {
    let goes_by = |lane: usize| {
        let own = |step: &NodeIndex| model.nodes[*step].lane == Some(lane);
        model
            .steps()
            .iter()
            .filter(|step| own(step))
            .any(|step| model.nodes[*step].step.responsible.role.is_none())
    };
    let lanes = model.lanes.iter().enumerate();
    let found = lanes.filter_map(|(place, lane)| Some((place, lane, no_role(&lane.responsible)?)));
    let found = found.filter(|(place, ..)| goes_by(*place));
    found.map(|(_, lane, trouble)| Finding::new(trouble, &lane.id, &lane.name, 0)).collect()
}

/// A count or a list that is always the same, and of which the engine does nothing; a maximum that is none.
fn how_often(node: &Node) -> Option<Trouble> {
    let bad = |part: Part, text: String| Some(Trouble::BadPart { part, text });
    match &node.repeats {
        Repeats::Once | Repeats::Each { over: Over::Open, .. } => None,
        Repeats::While { at_most, .. } => {
            let most = at_most.filter(|most| !(1..=TIMES_MAX).contains(most))?;
            bad(Part::Rounds, most.to_string())
        }
        Repeats::Each { over, .. } => {
            let expression = over.expression().filter(|expression| is_constant(expression))?;
            let value = expression.evaluate(&NamedValues::new(), Budget::default()).ok()?;
            let good = match (over, &value) {
                (Over::Count(_), value) => {
                    count(value).is_some_and(|count| (1..=INSTANCES_MAX).contains(&count))
                }
                (_, Value::List(values)) => values.len() <= INSTANCES_MAX,
                _ => false,
            };
            if good { None } else { bad(Part::Count, expression.to_string()) }
        }
    }
}

/// Whether a count may be one: that of a dossier, or a number the engine can do.
pub(crate) fn can_be_counted(count: &Expression) -> bool {
    if !is_constant(count) {
        return true;
    }
    let value = count.evaluate(&NamedValues::new(), Budget::default());
    value.is_ok_and(|value| {
        crate::engine::count(&value).is_some_and(|count| (1..=INSTANCES_MAX).contains(&count))
    })
}

/// It looks at nothing a dossier has.
fn is_constant(expression: &Expression) -> bool {
    let unknown = |problem: &Problem| matches!(problem.trouble, feel::ExpressionTrouble::UnknownName { .. });
    match feel::check(expression, &BTreeMap::new()) {
        Ok(_) => !expression.names().iter().any(|name| super::truth::CLOCK.contains(name)),
        Err(problems) => !problems.iter().any(unknown),
    }
}

/// What somebody else is to have done has to be a step, and another; or itself, where it is done for each of several.
fn apart(model: &Model, node: NodeIndex) -> impl Iterator<Item = Trouble> + '_ {
    let own = &model.nodes[node];
    let itself = matches!(own.repeats, Repeats::Each { .. });
    let other = move |id: &&String| {
        (itself || *id != &own.id) && model.node(id).is_some_and(|other| other.is_activity())
    };
    let none = own.step.apart_from.iter().filter(move |id| !other(id));
    none.map(|id| Trouble::Dangling { to: id.clone() })
}

fn alike(node: &Node) -> impl Iterator<Item = Trouble> + '_ {
    let mut seen = BTreeSet::new();
    node.step.outcomes.iter().filter_map(move |outcome| match outcome.key.trim() {
        "" => Some(Trouble::Incomplete { part: Part::Outcome }),
        key if !seen.insert(key) => Some(Trouble::BadPart { part: Part::Outcome, text: key.to_string() }),
        _ => None,
    })
}

fn no_role(said: &Responsible) -> Option<Trouble> {
    let role = said.role.as_ref()?;
    let small = typed::key(role);
    let known = ROLES.iter().any(|(key, vi, en)| [key, vi, en].iter().any(|name| typed::key(name) == small));
    (!known).then(|| Trouble::BadPart { part: Part::Role, text: role.clone() })
}
