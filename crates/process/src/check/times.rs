//! Times that come again, and never. That a pause is one is seen where it is read.

use super::at;
use crate::engine::timer_of;
use crate::model::{Amount, Model, NodeIndex, TimerTrigger};
use crate::problem::{Finding, TimeForm, Trouble};

/// No dossier was filed before; programs that draw write such a day where nobody chose one.
const FIRST_YEAR: i32 = 2020;

/// Days that are past whenever a dossier comes to them.
pub(super) fn past(model: &Model, nodes: &[NodeIndex]) -> Vec<Finding> {
    let past = |node: &NodeIndex| {
        let TimerTrigger::At(Amount::Text(text)) = timer_of(&model.nodes[*node].kind)? else { return None };
        let year: i32 = text.trim().get(..4)?.parse().ok()?;
        (year < FIRST_YEAR).then(|| at(model, *node, Trouble::PastMoment { text: text.clone() }))
    };
    nodes.iter().filter_map(past).collect()
}

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
