//! What is decided beforehand, and what is told of it where it does not fit.

use crate::model::{Gateway, Model, Node, NodeKind};
use crate::problem::cut;
use crate::values::unread;
use language::Text;
use serde::Deserialize;
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};

/// What is decided, by whom it does not matter. What is not said goes by the conditions, and every step gets done.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Scenario {
    /// What conditions may look at from the beginning.
    pub values: BTreeMap<String, Json>,
    /// The ways taken at a gateway: a flow or its target, by id or name; several for the times it is come to, one after
    /// the other, and several in a list for ways taken at once.
    pub decisions: BTreeMap<String, ScenarioDecision>,
    /// How steps turn out, where it is not just that they are done; several for the times they are done.
    pub steps: BTreeMap<String, OneOrMore<ScriptedOutcome>>,
    /// Timers, messages, signals and conditions that come, in this order, each as soon as something waits for it.
    pub events: Vec<ScenarioEvent>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum ScenarioDecision {
    One(String),
    ByTurn(Vec<OneOrMore<String>>),
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum OneOrMore<T> {
    /// Tried first: a record would take a list for its fields in their order.
    More(Vec<T>),
    One(T),
}

impl<T> OneOrMore<T> {
    pub fn as_slice(&self) -> &[T] {
        match self {
            OneOrMore::One(only) => std::slice::from_ref(only),
            OneOrMore::More(all) => all,
        }
    }
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ScriptedOutcome {
    /// What conditions may look at from then on.
    pub values: BTreeMap<String, Json>,
    /// It ends in this error.
    pub error: Option<String>,
    /// It is not done at all, so that something else can come.
    pub never: bool,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ScenarioEvent {
    Timer(String),
    Message(String),
    Signal(String),
    /// A condition becomes true, whatever it looks at.
    Condition(String),
}

/// Why a scenario does not fit a process.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It is no record of the parts a scenario has; where, and what the parser says.
    NoScenario {
        line: usize,
        column: usize,
        words: String,
    },
    /// A value that is none.
    NoValue {
        name: String,
        value: String,
    },
    NoSuchElement {
        id: String,
    },
    /// A gateway has no such way; those it has.
    NoSuchWay {
        at: String,
        way: String,
        ways: Vec<String>,
    },
    /// Nobody decides there: all ways are taken, or what happens first decides.
    NoChoice {
        at: String,
    },
    /// Of the ways of a turn only one can be taken: it is a choice of one, or one of them is the default.
    NotTogether {
        at: String,
        ways: Vec<String>,
    },
}

impl Scenario {
    /// Reads a scenario as it is written.
    pub fn read(text: &str) -> Result<Scenario, Unfit> {
        let broken = |error: serde_json::Error| Unfit::NoScenario {
            line: error.line(),
            column: error.column(),
            words: error.to_string().split(" at line ").next().unwrap_or_default().to_string(),
        };
        // A list would be taken for the parts in their order.
        let written: Json = serde_json::from_str(text).map_err(broken)?;
        let steps =
            written.get("steps").and_then(Json::as_object).into_iter().flat_map(|steps| steps.values());
        let times = steps.flat_map(|step| step.as_array().map_or(std::slice::from_ref(step), Vec::as_slice));
        if !written.is_object() || times.into_iter().any(Json::is_array) {
            return Err(Unfit::NoScenario { line: 0, column: 0, words: String::new() });
        }
        let scenario: Scenario = serde_json::from_str(text).map_err(broken)?;
        let steps = scenario.steps.values().flat_map(|outcomes| outcomes.as_slice());
        for (name, value) in scenario.values.iter().chain(steps.flat_map(|outcome| &outcome.values)) {
            if let Some(value) = unread(value) {
                return Err(Unfit::NoValue { name: name.clone(), value });
            }
        }
        Ok(scenario)
    }
}

/// Flow ids by gateway, for each time it is come to.
pub(super) fn decisions(
    model: &Model,
    scenario: &Scenario,
) -> Result<BTreeMap<String, Vec<BTreeSet<String>>>, Unfit> {
    let turns = |decision: &ScenarioDecision| -> Vec<Vec<String>> {
        match decision {
            ScenarioDecision::One(way) => vec![vec![way.clone()]],
            ScenarioDecision::ByTurn(turns) => turns
                .iter()
                .map(|turn| match turn {
                    OneOrMore::One(way) => vec![way.clone()],
                    OneOrMore::More(ways) => ways.clone(),
                })
                .collect(),
        }
    };
    let flow = |at: &str, way: &String| {
        let node = model.node(at).ok_or_else(|| Unfit::NoSuchElement { id: at.to_string() })?;
        let matches = |flow: &&usize| {
            let flow = &model.flows[**flow];
            let target = &model.nodes[flow.to];
            [&flow.id, &target.id].contains(&way)
                || (!way.is_empty() && [&flow.name, &target.name].contains(&way))
        };
        let found = node.outgoing.iter().find(matches).map(|flow| model.flows[*flow].id.clone());
        let ways = || node.outgoing.iter().map(|flow| model.flows[*flow].id.clone()).collect();
        found.ok_or_else(|| Unfit::NoSuchWay { at: at.to_string(), way: way.clone(), ways: ways() })
    };
    let mut found = BTreeMap::new();
    for (at, decision) in &scenario.decisions {
        let turns: Result<Vec<BTreeSet<String>>, Unfit> =
            turns(decision).iter().map(|ways| ways.iter().map(|way| flow(at, way)).collect()).collect();
        let turns = turns?;
        if let Some(node) = model.node(at) {
            decidable(model, node, &turns)?;
        }
        found.insert(at.clone(), turns);
    }
    Ok(found)
}

/// Whether what is decided at a point can be taken there.
fn decidable(model: &Model, node: &Node, turns: &[BTreeSet<String>]) -> Result<(), Unfit> {
    let one = match node.kind {
        NodeKind::Gateway(Gateway::Parallel | Gateway::EventBased) if node.outgoing.len() > 1 => {
            return Err(Unfit::NoChoice { at: node.id.clone() });
        }
        NodeKind::Gateway(Gateway::Exclusive) => true,
        _ => false,
    };
    let default = node.default.map(|flow| model.flows[flow].id.as_str());
    let exclude = |ways: &&BTreeSet<String>| {
        ways.len() > 1 && (one || default.is_some_and(|default| ways.contains(default)))
    };
    match turns.iter().find(exclude) {
        Some(ways) => Err(Unfit::NotTogether { at: node.id.clone(), ways: ways.iter().cloned().collect() }),
        None => Ok(()),
    }
}

impl ScenarioEvent {
    /// Said of one that never came, in Vietnamese and in English.
    pub fn never_came(&self) -> Text {
        let (vi, en, name) = match self {
            ScenarioEvent::Timer(name) => ("hẹn giờ", "timer", name),
            ScenarioEvent::Message(name) => ("thông điệp", "message", name),
            ScenarioEvent::Signal(name) => ("tín hiệu", "signal", name),
            ScenarioEvent::Condition(name) => ("điều kiện", "condition", name),
        };
        let name = cut(name);
        Text::from((
            format!("Kịch bản có {vi} “{name}”, nhưng quy trình không chờ điều này lúc đến lượt nó."),
            format!("The scenario has the {en} “{name}”, which was not waited for when its turn came."),
        ))
    }
}

/// Ways named where a scenario names one that is not there.
const WAYS_MAX: usize = 20;

impl Unfit {
    /// A sentence in Vietnamese and in English.
    pub fn sentences(&self) -> Text {
        Text::from(match self {
            Unfit::NoScenario { line: 0, .. } => (
                "Kịch bản phải là một đối tượng JSON: {…}, và trong đó mỗi lần làm một bước cũng vậy.".into(),
                "A scenario is an object of JSON: {…}, and so is each time a step is done in it.".into(),
            ),
            Unfit::NoScenario { line, column, words } => {
                let words = match words.contains("variant") {
                    true => "this is no part of a scenario".to_string(),
                    false => cut(words),
                };
                (
                    format!(
                        "Không đọc được kịch bản từ dòng {line}, cột {column}: chỗ đó còn thiếu, thừa, hoặc không phải là phần của một kịch bản."
                    ),
                    format!("The scenario cannot be read from line {line}, column {column}: {words}."),
                )
            }
            Unfit::NoValue { name, value } => {
                let (name, value) = (cut(name), cut(value));
                (
                    format!("Giá trị của “{name}” trong kịch bản không đọc được: {value}."),
                    format!("The value of “{name}” in the scenario is none: {value}."),
                )
            }
            Unfit::NoSuchElement { id } => {
                let id = cut(id);
                (
                    format!("Kịch bản nhắc đến “{id}”, nhưng quy trình không có phần tử này."),
                    format!("The scenario speaks of “{id}”, which is not in the process."),
                )
            }
            Unfit::NoSuchWay { at, way, ways } => {
                let (at, way, ways) = (cut(at), cut(way), listed(ways));
                (
                    format!("Tại “{at}” không có nhánh “{way}”; chỉ có: {ways}."),
                    format!("At “{at}” there is no way “{way}”; there are: {ways}."),
                )
            }
            Unfit::NoChoice { at } => {
                let at = cut(at);
                (
                    format!(
                        "Kịch bản chọn nhánh tại “{at}”, nhưng ở đó không ai chọn: đi hết các nhánh, hoặc theo điều xảy ra trước."
                    ),
                    format!(
                        "The scenario decides at “{at}”, where nobody decides: all ways are taken, or what happens first decides."
                    ),
                )
            }
            Unfit::NotTogether { at, ways } => {
                let (at, ways) = (cut(at), listed(ways));
                (
                    format!(
                        "Tại “{at}” không đi cùng lúc các nhánh {ways}: ở đó chỉ chọn một nhánh, hoặc một trong số đó là nhánh mặc định, chỉ đi khi không chọn nhánh nào khác."
                    ),
                    format!(
                        "At “{at}” the ways {ways} are not taken together: only one is chosen there, or one of them is the default, which is taken where no other is."
                    ),
                )
            }
        })
    }
}

/// Ids in a row, up to a maximum.
fn listed(ids: &[String]) -> String {
    let mut named: Vec<String> = ids.iter().take(WAYS_MAX).map(|id| cut(id)).collect();
    named.extend((ids.len() > WAYS_MAX).then(|| "…".to_string()));
    named.join(", ")
}
