//! What a condition looks at while tokens move.

use super::advance::Machine;
use super::{Item, Misfit, Token};
use crate::values::from_json;
use feel::{Budget, Context, Expression, Value};

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
            other if self.certain => {
                let gave = other.map_or(String::new(), |value| value.to_string());
                Err(Misfit::Unclear { at: at.to_string(), condition: condition.to_string(), gave })
            }
            _ => Ok(false),
        }
    }

    /// Whether what is waited for has come true; as long as it says nothing it has not.
    pub(super) fn has_come(&self, condition: &Expression, within: u32) -> bool {
        let value = condition.evaluate(&self.names(within, None, None), Budget::default());
        matches!(value, Ok(Value::Bool(true)))
    }

    pub(super) fn value(
        &mut self,
        expression: &Expression,
        within: u32,
        item: Option<&Item>,
    ) -> Result<Value, Misfit> {
        Ok(expression.evaluate(&self.names(within, item, None), Budget::default()).unwrap_or(Value::Null))
    }

    /// What an expression may look at: the world, what rules worked out, and what the activities around are for.
    fn names(&self, within: u32, item: Option<&Item>, progress: Option<(&Token, u32, u32)>) -> Context {
        let mut names = self.world.values.clone();
        names.extend(self.marking.values.iter().map(|(name, value)| (name.clone(), from_json(value))));
        let outer =
            std::iter::successors(self.marking.token(within), |token| self.marking.token(token.within));
        let mut items: Vec<&Item> = outer.filter_map(|token| token.item.as_ref()).collect();
        items.reverse();
        for item in items.into_iter().chain(item) {
            names.insert(item.name.clone(), from_json(&item.value));
            names.insert("loopCounter".into(), Value::Number(item.number.into()));
        }
        if let Some((_, total, done)) = progress {
            names.insert("nrOfInstances".into(), Value::Number(total.into()));
            names.insert("nrOfCompletedInstances".into(), Value::Number(done.into()));
            names.insert("nrOfActiveInstances".into(), Value::Number((total - done).into()));
        }
        names
    }
}
