//! What the expressions of a drawing speak of.

use crate::{Amount, End, Model, Node, NodeKind, Repeats, TimerTrigger, Trigger};
use feel::Expression;

impl Model {
    /// All that is worked out somewhere, as it is written.
    pub(crate) fn expressions(&self) -> impl Iterator<Item = String> + '_ {
        let flows = self.flows.iter().filter_map(|flow| flow.condition.as_ref());
        flows.chain(self.nodes.iter().flat_map(of_node)).map(ToString::to_string)
    }

    /// Whether anything is worked out somewhere.
    pub fn works_out(&self) -> bool {
        self.expressions().next().is_some()
    }

    /// Whether a way, a time, a rule or a repetition depends on a part of a context, such as an answer of the form.
    pub fn looks_at(&self, context: &str, part: &str) -> bool {
        let flows = self.flows.iter().filter_map(|flow| flow.condition.as_ref());
        let nodes = self.nodes.iter().filter(|node| waited_for(node).is_none()).flat_map(of_node);
        flows.chain(nodes).any(|looks| depends(looks, context, part))
    }

    /// The events that happen when a condition on such a part becomes true.
    pub fn waits_for<'a>(&'a self, context: &'a str, part: &'a str) -> impl Iterator<Item = &'a Node> {
        let depends = move |node: &&Node| waited_for(node).is_some_and(|looks| depends(looks, context, part));
        self.nodes.iter().filter(depends)
    }
}

fn waited_for(node: &Node) -> Option<&Expression> {
    match crate::engine::trigger_of(&node.kind) {
        Some(Trigger::Condition { condition, .. }) => condition.as_ref(),
        _ => None,
    }
}

fn depends(looks: &Expression, context: &str, part: &str) -> bool {
    let text = looks.to_string();
    mentions(&text, &format!("{context}.{part}")) || mentions_whole(&text, context)
}

fn of_node(node: &Node) -> impl Iterator<Item = &Expression> {
    let repeated: Vec<&Expression> = match &node.repeats {
        Repeats::Once => Vec::new(),
        Repeats::While { condition, .. } => condition.iter().collect(),
        Repeats::Each { over, until, .. } => until.iter().chain(over.expression()).collect(),
    };
    let trigger = match &node.kind {
        NodeKind::Start(trigger) | NodeKind::Throw(trigger) => trigger.as_ref(),
        NodeKind::Catch(trigger)
        | NodeKind::Boundary { trigger, .. }
        | NodeKind::End(End::Throw(trigger)) => Some(trigger),
        _ => None,
    };
    let timed = match trigger {
        Some(Trigger::Timer(
            TimerTrigger::At(amount)
            | TimerTrigger::After(amount)
            | TimerTrigger::Every { pause: amount, .. },
        )) => match amount {
            Amount::Expression(expression) => Some(expression),
            Amount::Text(_) => None,
        },
        _ => None,
    };
    let held = match trigger {
        Some(Trigger::Condition { condition, .. }) => condition.as_ref(),
        _ => None,
    };
    let timed = timed.or(held);
    repeated.into_iter().chain(node.step.rule.as_ref().map(|rule| &rule.value)).chain(timed)
}

/// Whether an expression has a name, and not only the beginning or the end of a longer one.
pub(crate) fn mentions(text: &str, name: &str) -> bool {
    places(text, name).next().is_some()
}

/// Whether it has a context other than for one of its parts.
fn mentions_whole(text: &str, context: &str) -> bool {
    places(text, context).any(|rest| !rest.trim_start().starts_with('.'))
}

/// What follows each place of a name.
fn places<'a>(text: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    let within = |letter: char| letter.is_alphanumeric() || letter == '_';
    text.match_indices(name).filter_map(move |(place, _)| {
        let rest = &text[place + name.len()..];
        let begins = !text[..place].ends_with(|letter: char| within(letter) || letter == '.');
        (begins && !rest.starts_with(within)).then_some(rest)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_whole_name() {
        assert!(mentions("form.area > 100", "form.area"));
        assert!(mentions("if form.area > 1 then 2 else 3", "form.area"));
        assert!(!mentions("form.area_old > 100", "form.area"));
        assert!(!mentions("platform.area > 100", "form.area"));
        assert!(!mentions("other.form.area > 100", "form.area"));
        assert!(mentions_whole("count(form) > 2", "form"));
        assert!(!mentions_whole("form .area > 2", "form"));
    }
}
