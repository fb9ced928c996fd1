//! Times that come without end and without a pause, or never.

use super::at;
use crate::engine::timer_of;
use crate::model::{Amount, Model, NodeIndex, Timer};
use crate::problem::{Finding, Trouble};
use feel::{Budget, Context, Value};

pub(super) fn check(model: &Model, nodes: &[NodeIndex]) -> Vec<Finding> {
    let bad = |node: &NodeIndex| {
        let Timer::Every { times, pause } = timer_of(&model.nodes[*node].kind)? else { return None };
        let never = *times == Some(0) || is_no_time(pause);
        let times = times.map(|times| times.to_string()).unwrap_or_default();
        let pause = match pause {
            Amount::Text(text) => text.clone(),
            Amount::Expression(expression) => expression.to_string(),
        };
        never.then(|| at(model, *node, Trouble::BadTime { text: format!("R{times}/{pause}") }))
    };
    nodes.iter().filter_map(bad).collect()
}

/// Nothing to wait for, as far as that is known before.
fn is_no_time(pause: &Amount) -> bool {
    match pause {
        Amount::Text(text) => !text.chars().any(|letter| letter.is_numeric() && letter != '0'),
        Amount::Expression(expression) => match expression.evaluate(&Context::new(), Budget::default()) {
            Ok(Value::Duration(pause)) => pause <= 0,
            Ok(Value::Months(pause)) => pause <= 0,
            _ => false,
        },
    }
}
