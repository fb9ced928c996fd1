//! What begins a process: a dossier that is filed, which may be a message. Nothing else a start event says is waited for.

use super::at;
use crate::model::{Model, NodeKind, ScopeIndex, Trigger};
use crate::problem::{Finding, Trouble};

pub(super) fn check(model: &Model, scope: ScopeIndex) -> Vec<Finding> {
    if model.is_beside(scope) {
        return Vec::new();
    }
    let inner = model.scopes[scope].owner.is_some();
    let ignored = |node: &&usize| match &model.nodes[**node].kind {
        NodeKind::Start(Some(Trigger::Message { .. })) => inner,
        NodeKind::Start(trigger) => trigger.is_some(),
        _ => false,
    };
    let starts = model.scopes[scope].nodes.iter().filter(ignored);
    starts.map(|node| at(model, *node, Trouble::StartNotAwaited)).collect()
}
