//! What a condition looks at while tokens move.

use super::advance::Machine;
use super::{Item, Marking, Misfit, Token};
use crate::values::from_json;
use feel::{Budget, Expression, NamedValues, Value};

impl Machine<'_> {
    pub(super) fn holds(
        &mut self,
        at: &str,
        condition: &Expression,
        within: u32,
        progress: Option<(&Token, u32, u32)>,
    ) -> Result<bool, Misfit> {
        let names = self.names(within, progress.and_then(|(token, ..)| token.item.as_ref()), progress);
        match condition.evaluate(&names, Budget::default()) {
            Ok(Value::Bool(holds)) => Ok(holds),
            Ok(other) if self.certain => {
                let gave = other.to_string();
                Err(Misfit::Unclear { at: at.to_string(), condition: condition.to_string(), gave })
            }
            Err(_) if self.certain => Err(too_costly(at, condition)),
            _ => Ok(false),
        }
    }

    /// Whether what is waited for has come true; as long as it says nothing it has not.
    pub(super) fn has_come(&self, at: &str, condition: &Expression, within: u32) -> Result<bool, Misfit> {
        match condition.evaluate(&self.names(within, None, None), Budget::default()) {
            Err(_) if self.certain => Err(too_costly(at, condition)),
            value => Ok(matches!(value, Ok(Value::Bool(true)))),
        }
    }

    pub(super) fn value(
        &mut self,
        at: &str,
        expression: &Expression,
        within: u32,
        item: Option<&Item>,
    ) -> Result<Value, Misfit> {
        match expression.evaluate(&self.names(within, item, None), Budget::default()) {
            Ok(value) => Ok(value),
            Err(_) if self.certain => Err(too_costly(at, expression)),
            Err(_) => Ok(Value::Null),
        }
    }

    fn names(&self, within: u32, item: Option<&Item>, progress: Option<(&Token, u32, u32)>) -> NamedValues {
        let mut names = names(self.world.values, &self.marking, within, item);
        if let Some((_, total, done)) = progress {
            names.insert("nrOfInstances".into(), Value::Number(total.into()));
            names.insert("nrOfCompletedInstances".into(), Value::Number(done.into()));
            names.insert("nrOfActiveInstances".into(), Value::Number((total - done).into()));
        }
        names
    }
}

/// What an expression may look at: the world, what rules worked out, and what the activities around are for.
pub(crate) fn names(
    values: &NamedValues,
    marking: &Marking,
    within: u32,
    item: Option<&Item>,
) -> NamedValues {
    let mut names = values.clone();
    names.extend(marking.values.iter().map(|(name, value)| (name.clone(), from_json(value))));
    let outer = std::iter::successors(marking.token(within), |token| marking.token(token.within));
    let mut items: Vec<&Item> = outer.filter_map(|token| token.item.as_ref()).collect();
    items.reverse();
    for item in items.into_iter().chain(item) {
        names.insert(item.name.clone(), from_json(&item.value));
        names.insert("loopCounter".into(), Value::Number(item.number.into()));
    }
    names
}

fn too_costly(at: &str, expression: &Expression) -> Misfit {
    Misfit::TooCostly { at: at.to_string(), expression: expression.to_string() }
}
