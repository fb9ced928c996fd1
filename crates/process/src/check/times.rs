//! Times that come again, and never. That a pause is one is seen where it is read.

use super::at;
use crate::engine::timer_of;
use crate::model::{Amount, Model, NodeIndex, TimerTrigger};
use crate::problem::{Finding, TimeForm, Trouble};

pub(super) fn check(model: &Model, nodes: &[NodeIndex]) -> Vec<Finding> {
    let never = |node: &NodeIndex| {
        let TimerTrigger::Every { times: Some(0), pause } = timer_of(&model.nodes[*node].kind)? else {
            return None;
        };
        let pause = match pause {
            Amount::Text(text) => text.clone(),
            Amount::Expression(expression) => expression.to_string(),
        };
        Some(at(model, *node, Trouble::BadTime { text: format!("R0/{pause}"), wanted: TimeForm::Cycle }))
    };
    nodes.iter().filter_map(never).collect()
}
