//! What a run comes to and cannot go by: what could not be read, and what is missing.

use crate::check;
use crate::engine::trigger_of;
use crate::model::{FlowIndex, Gateway, Model, NodeIndex, NodeKind, Trigger};
use crate::problem::{Finding, Trouble};
use std::collections::{BTreeMap, BTreeSet};

/// By the element at which it would have to be known.
pub(super) struct Unread(BTreeMap<String, Vec<Gap>>);

struct Gap {
    finding: Finding,
    matters: Matters,
}

#[derive(Clone, Copy, PartialEq)]
enum Matters {
    Always,
    /// Where the scenario does not decide.
    Undecided,
    /// Where this flow is taken and the scenario does not say so for that time.
    Taken(FlowIndex),
}

/// What is known of a moment in a run.
#[derive(Clone, Copy)]
pub(super) struct Moment<'a> {
    /// The scenario says which ways are taken here.
    pub decided: bool,
    /// It says so for just this time, and not for all times after the last it speaks of.
    pub this_time: bool,
    pub taken: &'a BTreeSet<FlowIndex>,
}

impl Unread {
    pub fn of(model: &Model) -> Unread {
        let mut found: BTreeMap<String, Vec<Gap>> = BTreeMap::new();
        for finding in model.findings.iter().cloned().chain(check::gaps(model)) {
            let Some((at, matters)) = place(model, &finding) else { continue };
            found.entry(model.nodes[at].id.clone()).or_default().push(Gap { finding, matters });
        }
        Unread(found)
    }

    /// What would have to be known to go on from an element.
    pub fn at(&self, id: &str, moment: Moment) -> Vec<Finding> {
        let gaps = self.0.get(id).into_iter().flatten();
        let missing = gaps.filter(|gap| match gap.matters {
            Matters::Always => true,
            Matters::Undecided => !moment.decided,
            Matters::Taken(flow) => !moment.this_time && moment.taken.contains(&flow),
        });
        missing.map(|gap| gap.finding.clone()).collect()
    }
}

/// Where it would have to be known, and when.
fn place(model: &Model, finding: &Finding) -> Option<(NodeIndex, Matters)> {
    let condition = match &finding.trouble {
        Trouble::BadExpression { .. } | Trouble::ForeignExpression { .. } | Trouble::NoCondition => true,
        Trouble::BadPart { .. } | Trouble::Incomplete { .. } | Trouble::Unbounded => false,
        Trouble::BadTime { .. } | Trouble::SeveralTimes | Trouble::NotExecutable { .. } => false,
        _ => return None,
    };
    if let Some(flow) = model.flows_by_id.get(&finding.element).copied() {
        let from = model.flows[flow].from;
        let matters = match finding.trouble {
            Trouble::Unbounded => Matters::Taken(flow),
            _ if condition => Matters::Undecided,
            _ => Matters::Always,
        };
        // Nothing looks at a condition there.
        let never =
            matches!(model.nodes[from].kind, NodeKind::Gateway(Gateway::Parallel | Gateway::EventBased));
        return (!(matters == Matters::Undecided && never)).then_some((from, matters));
    }
    let node = model.index(&finding.element)?;
    let waits =
        matches!(trigger_of(&model.nodes[node].kind), Some(Trigger::Timer(_) | Trigger::Condition { .. }));
    let at = if waits { waited_from(model, node)? } else { node };
    Some((at, Matters::Always))
}

/// The element from which on an event is waited for.
fn waited_from(model: &Model, event: NodeIndex) -> Option<NodeIndex> {
    let node = &model.nodes[event];
    match node.kind {
        NodeKind::Boundary { on, .. } => Some(on),
        NodeKind::Catch(_) => {
            let mut before = node.incoming.iter().map(|flow| model.flows[*flow].from);
            let by_event =
                |from: &NodeIndex| matches!(model.nodes[*from].kind, NodeKind::Gateway(Gateway::EventBased));
            Some(before.find(by_event).unwrap_or(event))
        }
        // What begins an event sub-process is waited for from the beginning of what that lies in.
        NodeKind::Start(_) if model.is_beside(node.scope) => {
            let owner = model.scopes[node.scope].owner?;
            model.entries(model.nodes[owner].scope).first().copied()
        }
        _ => Some(event),
    }
}
