//! Conditions that are waited for: nothing wakes one that looks at the clock alone.

use super::at;
use crate::engine::trigger_of;
use crate::model::{Model, ScopeIndex, Trigger};
use crate::problem::{Finding, Trouble};

/// What goes on by itself, whatever happens to a dossier.
pub(super) const CLOCK: [&str; 3] = ["now", "today", "hours_left"];

pub(super) fn check(model: &Model, scope: ScopeIndex) -> Vec<Finding> {
    let looks_at_clock = |node: &usize| {
        let Some(Trigger::Condition { condition: Some(condition), .. }) =
            trigger_of(&model.nodes[*node].kind)
        else {
            return None;
        };
        let names = condition.names();
        let name = CLOCK.into_iter().find(|name| names.contains(name))?;
        Some(at(model, *node, Trouble::LooksAtClock { name: name.to_string() }))
    };
    model.scopes[scope].nodes.iter().filter_map(looks_at_clock).collect()
}
