//! What is returned, by what, and where: whether each has the others.

use super::at;
use crate::model::{End, Model, NodeKind, ScopeIndex, Trigger};
use crate::problem::{Finding, Trouble};

pub(super) fn check(model: &Model, scope: ScopeIndex) -> Vec<Finding> {
    let mut findings = Vec::new();
    for node in model.scopes[scope].nodes.iter().copied() {
        let found = &model.nodes[node];
        let trouble = match &found.kind {
            NodeKind::Compensation { by: None, .. } => Some(Trouble::NoReturn),
            NodeKind::Throw(Some(Trigger::Compensation { of }))
            | NodeKind::End(End::Throw(Trigger::Compensation { of })) => {
                match of.as_ref().filter(|of| !is_around(model, scope, of)) {
                    Some(of) => Some(Trouble::Dangling { to: of.clone() }),
                    None => model.returned_at(node).is_empty().then_some(Trouble::NothingToReturn),
                }
            }
            _ if found.compensates && model.returns(node).next().is_none() => Some(Trouble::ReturnsNothing),
            _ => None,
        };
        findings.extend(trouble.map(|trouble| at(model, node, trouble)));
    }
    findings
}

/// An activity of the scope, or of one it lies in.
fn is_around(model: &Model, scope: ScopeIndex, id: &str) -> bool {
    let Some(activity) = model.index(id).filter(|node| model.nodes[*node].is_activity()) else {
        return false;
    };
    let outer = |scope: &ScopeIndex| model.scopes[*scope].owner.map(|owner| model.nodes[owner].scope);
    std::iter::successors(Some(scope), outer).any(|around| model.nodes[activity].scope == around)
}
