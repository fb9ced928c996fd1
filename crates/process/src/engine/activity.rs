//! Activities: begun once, again and again, or for each of several, and done.

use super::advance::Machine;
use super::{Due, Item, Misfit, State, Token};
use crate::model::{INSTANCES_MAX, NodeIndex, NodeKind, Over, Repeats, Task};
use crate::values::to_json;
use feel::{Expression, Value};
use std::collections::HashSet;

/// Activities around what is done.
pub(crate) const DEPTH_MAX: usize = 50;

/// For how many something is done, if a value says so.
pub(crate) fn count(value: &Value) -> Option<usize> {
    match value {
        Value::Number(number) if number.fract().is_zero() => usize::try_from(number.trunc()).ok(),
        _ => None,
    }
}

impl Machine<'_> {
    pub(super) fn enter_activity(&mut self, node: NodeIndex, within: u32) -> Result<(), Misfit> {
        let model = self.model;
        match &model.nodes[node].repeats {
            Repeats::Once => self.begin_activity(node, within, None, 0),
            Repeats::While { condition, test_before, .. } => {
                let goes = !test_before
                    || condition.as_ref().map_or(Ok(true), |condition| {
                        self.holds(&model.nodes[node].id, condition, within, None)
                    })?;
                if goes { self.begin_activity(node, within, None, 0) } else { self.leave(node, within) }
            }
            Repeats::Each { over, sequential, name, .. } => {
                let mut items = self.items(node, over, name, within)?.into_iter();
                let total = items.len() as u32;
                if total == 0 {
                    self.passed.push(node);
                    return self.leave(node, within);
                }
                let now = if *sequential { 1 } else { items.len() };
                let begun: Vec<Item> = items.by_ref().take(now).collect();
                let each = self.put(node, within, State::Each { total, done: 0, rest: items.collect() })?;
                begun.into_iter().try_for_each(|item| self.begin_activity(node, each, Some(item), 0))
            }
        }
    }

    fn items(&mut self, node: NodeIndex, over: &Over, name: &str, within: u32) -> Result<Vec<Item>, Misfit> {
        let at = || self.model.nodes[node].id.clone();
        let Some(expression) = over.expression() else {
            return Ok(vec![Item { number: 1, name: name.to_string(), value: to_json(&Value::Null) }]);
        };
        let values: Vec<Value> = match (over, self.value(&at(), expression, within, None)?) {
            (Over::Count(_), value) => {
                // What is published counts as it always did: the whole of a number with a part.
                let whole = match &value {
                    Value::Number(number) if !self.certain => Value::Number(number.trunc()),
                    _ => value.clone(),
                };
                let none = || Misfit::NotACount { at: at(), gave: value.to_string() };
                let count = count(&whole).ok_or_else(none)?;
                if count > INSTANCES_MAX {
                    return Err(Misfit::TooMany { at: at() });
                }
                (1..=count).map(|number| Value::Number(number.into())).collect()
            }
            (Over::List(_), Value::List(values)) => values.to_vec(),
            _ => return Err(Misfit::NotAList { at: at() }),
        };
        if values.len() > INSTANCES_MAX {
            return Err(Misfit::TooMany { at: at() });
        }
        let item = |(place, value): (usize, &Value)| Item {
            number: place as u32 + 1,
            name: name.to_string(),
            value: to_json(value),
        };
        Ok(values.iter().enumerate().map(item).collect())
    }

    pub(super) fn begin_activity(
        &mut self,
        node: NodeIndex,
        within: u32,
        item: Option<Item>,
        round: u32,
    ) -> Result<(), Misfit> {
        self.spend()?;
        let model = self.model;
        self.passed.push(node);
        if let (NodeKind::Task(Task::BusinessRule), Some(rule)) =
            (&model.nodes[node].kind, &model.nodes[node].step.rule)
        {
            let id = &model.nodes[node].id;
            let value = to_json(&self.value(id, &rule.value, within, item.as_ref())?);
            self.marking.values.insert(rule.name.clone(), value);
            self.held.clear();
            self.marking.last += 1;
            let token = Token { item, round, ..self.token(node, within, State::Waiting) };
            return self.complete(token);
        }
        let (state, inside) = match &model.nodes[node].kind {
            NodeKind::Task(_) => (State::Waiting, None),
            NodeKind::SubProcess(scope) | NodeKind::Call { scope: Some(scope), .. } => {
                (State::Open, Some(*scope))
            }
            _ => return Err(Misfit::NothingToCall { at: model.nodes[node].id.clone() }),
        };
        let token = self.put(node, within, state)?;
        if let Some(own) = self.marking.tokens.last_mut() {
            own.item = item;
            own.round = round;
        }
        match inside {
            None => {
                self.due.push(Due::Work { token });
                Ok(())
            }
            Some(_) if self.depth(token) > DEPTH_MAX => Err(Misfit::TooDeep),
            Some(scope) => self.begin(scope, token),
        }
    }

    pub(super) fn depth(&self, token: u32) -> usize {
        let within = |id: u32| self.marking.token(id).map(|token| token.within).filter(|within| *within > 0);
        std::iter::successors(within(token), |id| within(*id)).count()
    }

    /// An activity is done: the next of several, once more, or on.
    pub(super) fn complete(&mut self, token: Token) -> Result<(), Misfit> {
        self.spend()?;
        let node = self.place(&token)?;
        self.note_finished(&token, node);
        self.remove(token.id);
        if let NodeKind::EventSubProcess { .. } = self.model.nodes[node].kind {
            return Ok(());
        }
        match &self.model.nodes[node].repeats {
            Repeats::Once => self.leave(node, token.within),
            Repeats::While { condition, at_most, .. } => {
                let round = token.round + 1;
                let more = at_most.is_none_or(|most| round < most);
                let again = match condition {
                    Some(condition) => {
                        more && self.holds(&self.model.nodes[node].id, condition, token.within, None)?
                    }
                    None => more && at_most.is_some(),
                };
                if again {
                    self.begin_activity(node, token.within, None, round)
                } else {
                    self.leave(node, token.within)
                }
            }
            Repeats::Each { until, .. } => self.complete_one_of(node, &token, until.as_ref()),
        }
    }

    fn complete_one_of(
        &mut self,
        node: NodeIndex,
        token: &Token,
        until: Option<&Expression>,
    ) -> Result<(), Misfit> {
        let Some(each) = self.marking.tokens.iter_mut().find(|each| each.id == token.within) else {
            return Err(Misfit::NotWaiting);
        };
        let within = each.within;
        let State::Each { total, done, rest } = &mut each.state else { return Err(Misfit::NotWaiting) };
        *done += 1;
        let next = (!rest.is_empty()).then(|| rest.remove(0));
        let (total, done) = (*total, *done);
        let enough = match until {
            Some(until) => {
                self.holds(&self.model.nodes[node].id, until, within, Some((token, total, done)))?
            }
            None => false,
        };
        if enough || done == total {
            self.cancel(token.within);
            return self.leave(node, within);
        }
        next.map_or(Ok(()), |item| self.begin_activity(node, token.within, Some(item), 0))
    }

    /// A scope in which nothing is left is done.
    pub(super) fn close_one(&mut self) -> Result<bool, Misfit> {
        let model = self.model;
        let holds = |token: &&Token| matches!(token.state, State::Open | State::Returning { .. });
        let busy: HashSet<u32> = match self.marking.tokens.iter().any(|token| holds(&token)) {
            true => {
                let working = self.marking.tokens.iter().filter(|token| !model.listens(token));
                working.map(|token| token.within).collect()
            }
            false => HashSet::new(),
        };
        let done = self.marking.tokens.iter().filter(holds).find(|token| !busy.contains(&token.id));
        match done.cloned() {
            Some(token) if token.state != State::Open => self.return_next(&token).map(|()| true),
            Some(token) => {
                // What only waited in it goes with it; what was done in it stays.
                self.marking.tokens.retain(|inner| inner.within != token.id);
                self.complete(token).map(|()| true)
            }
            None => Ok(self.stop_listening()),
        }
    }
}
