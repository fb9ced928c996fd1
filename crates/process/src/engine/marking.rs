//! Where a process stands: its tokens, and what came of its rules. A value that is stored and rebuilt without the engine.

use super::Happened;
use super::advance::counted;
use crate::model::Flow;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};

/// Where a process stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Marking {
    /// By number, which rises.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tokens: Vec<Token>,
    /// The last number given to a token; none is given twice.
    #[serde(default)]
    pub last: u32,
    /// What business rules worked out, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub values: BTreeMap<String, Json>,
    /// How often a bounded flow was taken, by its id and the token of its scope.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub taken: BTreeMap<String, u32>,
    /// What was done and can be returned, in that order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub finished: Vec<Finished>,
}

/// An activity that is done, and whose result can be returned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Finished {
    /// The token it had.
    pub token: u32,
    pub at: String,
    /// The token of the activity it is inside of; 0 for the process itself.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub within: u32,
    /// What it was for, where it was done for each of several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<Item>,
}

/// One place where a process stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Token {
    pub id: u32,
    /// The element, by its id in the file.
    pub at: String,
    /// The token of the activity it is inside of; 0 for the process itself.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub within: u32,
    #[serde(flatten)]
    pub state: State,
    /// The events on its edge that already happened.
    #[serde(default, skip_serializing_if = "Happened::is_empty")]
    pub happened: Happened,
    /// The conditions on its edge that held when they were last looked at.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub held: BTreeSet<String>,
    /// What it is for, where an activity is done for each of several, under the name it has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<Item>,
    /// Which time it is done, where it is repeated; 0 for the first.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub round: u32,
}

fn is_zero(number: &u32) -> bool {
    *number == 0
}

/// One of several an activity is done for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// From 1.
    pub number: u32,
    pub name: String,
    pub value: Json,
}

/// What a token does where it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "state")]
pub enum State {
    /// Work is being done, or something is waited for.
    Waiting,
    /// It came by this flow and waits for the others.
    Arrived { by: String },
    /// What is inside runs.
    Open,
    /// It is done for each of several: how many in all, how many are done, and those not yet begun.
    Each {
        total: u32,
        done: u32,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        rest: Vec<Item>,
    },
    /// It has what was done returned: what is being returned now, by the token it had, and what is left, the next last.
    Returning {
        of: u32,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        rest: Vec<u32>,
    },
}

/// What moved for one cause. To apply it needs no model.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Moved {
    /// Elements passed or entered, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub passed: Vec<String>,
    /// Tokens that are no longer there, by number.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left: Vec<u32>,
    /// Tokens that are new, or not as they were.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entered: Vec<Token>,
    /// Going back: tokens that return, each with the one it stands for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub returned: Vec<(u32, u32)>,
    /// Going back: the tokens of what is undone, in order, but for those that were undone before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub undone: Vec<u32>,
    #[serde(default)]
    pub last: u32,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub values: BTreeMap<String, Json>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub taken: BTreeMap<String, u32>,
    /// What was done and can be returned from now on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub finished: Vec<Finished>,
    /// What can no longer be returned, by the tokens it had: it was, or what it lay in is over.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub settled: Vec<u32>,
}

impl Moved {
    /// Takes the values out, by a name for each: they may tell of people, and are kept apart from what moved.
    pub fn part_values(mut self) -> (Moved, BTreeMap<String, Json>) {
        let mut values = std::mem::take(&mut self.values);
        for (name, item) in self.items() {
            values.insert(name, std::mem::take(&mut item.value));
        }
        (self, values)
    }

    /// Puts the values back; those that are no longer kept stay `null`.
    pub fn join_values(mut self, mut values: BTreeMap<String, Json>) -> Moved {
        for (name, item) in self.items() {
            item.value = values.remove(&name).unwrap_or_default();
        }
        self.values.extend(values);
        self
    }

    /// What the tokens are for, each with a name no rule has.
    fn items(&mut self) -> Vec<(String, &mut Item)> {
        let mut found = Vec::new();
        for token in &mut self.entered {
            let id = token.id;
            let named = move |item: &Item| format!("#{id}.{}", item.number);
            found.extend(token.item.as_mut().map(|item| (named(item), item)));
            if let State::Each { rest, .. } = &mut token.state {
                found.extend(rest.iter_mut().map(|item| (named(item), item)));
            }
        }
        for own in &mut self.finished {
            let id = own.token;
            found.extend(own.item.as_mut().map(|item| (format!("#{id}.{}.done", item.number), item)));
        }
        found
    }

    pub(crate) fn is_empty(&self) -> bool {
        let still = self.left.is_empty() && self.entered.is_empty() && self.values.is_empty();
        still && self.passed.is_empty() && self.finished.is_empty() && self.settled.is_empty()
    }
}

impl Marking {
    pub fn token(&self, id: u32) -> Option<&Token> {
        self.tokens.binary_search_by_key(&id, |token| token.id).ok().map(|place| &self.tokens[place])
    }

    /// Nothing is left to do or to wait for.
    pub fn has_ended(&self) -> bool {
        self.tokens.is_empty()
    }

    /// Whether a bounded way was taken as often as it may be in the life of its scope.
    pub fn is_used_up(&self, flow: &Flow, within: u32) -> bool {
        let taken = || self.taken.get(&counted(&flow.id, within)).copied().unwrap_or(0);
        flow.at_most.is_some_and(|most| taken() >= most)
    }

    /// The marking after what a happening changed.
    pub fn apply(&mut self, moved: &Moved) {
        let left: BTreeSet<u32> = moved.left.iter().copied().collect();
        self.tokens.retain(|token| !left.contains(&token.id));
        for token in &moved.entered {
            match self.tokens.binary_search_by_key(&token.id, |token| token.id) {
                Ok(place) => self.tokens[place] = token.clone(),
                Err(place) => self.tokens.insert(place, token.clone()),
            }
        }
        self.last = self.last.max(moved.last);
        self.values.extend(moved.values.clone());
        self.taken.extend(moved.taken.clone());
        let settled: BTreeSet<u32> = moved.settled.iter().copied().collect();
        self.finished.retain(|own| !settled.contains(&own.token));
        self.finished.extend(moved.finished.iter().cloned());
    }

    /// What leads from one marking to another.
    pub(crate) fn difference(&self, after: &Marking, passed: Vec<String>) -> Moved {
        let same = |token: &&Token| self.token(token.id) == Some(token);
        Moved {
            passed,
            left: self.tokens.iter().map(|token| token.id).filter(|id| after.token(*id).is_none()).collect(),
            entered: after.tokens.iter().filter(|token| !same(token)).cloned().collect(),
            last: after.last,
            values: changed(&self.values, &after.values),
            taken: changed(&self.taken, &after.taken),
            finished: without(&after.finished, &self.finished).cloned().collect(),
            settled: without(&self.finished, &after.finished).map(|own| own.token).collect(),
            ..Moved::default()
        }
    }
}

fn without<'a>(these: &'a [Finished], others: &'a [Finished]) -> impl Iterator<Item = &'a Finished> {
    let known: BTreeSet<u32> = others.iter().map(|own| own.token).collect();
    these.iter().filter(move |own| !known.contains(&own.token))
}

fn changed<V: Clone + PartialEq>(
    before: &BTreeMap<String, V>,
    after: &BTreeMap<String, V>,
) -> BTreeMap<String, V> {
    let new = after.iter().filter(|(name, value)| before.get(*name) != Some(value));
    new.map(|(name, value)| (name.clone(), value.clone())).collect()
}
