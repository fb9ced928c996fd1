//! The change a form asks for.

use super::{Element, Words};
use crate::administration::rows::fresh_key;
use process::{About, CannotChange, Edit, Linked, New, Outcome, Then, plain_name};
use ui::Posted;

/// The change a form asks for, or what is wrong with it and where.
pub(super) fn read(
    element: &Element,
    act: &str,
    posted: &Posted,
    t: &Words,
) -> Result<Edit, (String, String)> {
    let step = element.id.clone();
    let text = |name: &str| posted.text(name);
    let new = |act: &str| {
        let name = text(&format!("{act}-name"));
        let taken: Vec<String> = element.model.nodes.iter().map(|node| node.id.clone()).collect();
        New { id: fresh_key(&name, &taken), about: About { name, ..About::default() } }
    };
    let condition = |name: &str| match text(name) {
        condition if condition.is_empty() => Err((name.to_string(), t.condition_missing().to_string())),
        condition => Ok(condition),
    };
    let chosen = |name: &str| match text(name) {
        chosen if chosen.is_empty() => Err((name.to_string(), t.choose().to_string())),
        chosen => Ok(chosen),
    };
    Ok(match act {
        "describe" => {
            let outcomes = read_outcomes(posted.raw("about-outcomes"))
                .map_err(|line| ("about-outcomes".to_string(), t.outcomes_wrong(&line)))?;
            let twice = outcomes
                .iter()
                .enumerate()
                .find(|(place, outcome)| outcomes[..*place].iter().any(|other| other.key == outcome.key));
            if let Some((_, outcome)) = twice {
                return Err(("about-outcomes".into(), t.twice(&outcome.key)));
            }
            let about = About {
                name: text("about-name"),
                english: text("about-english"),
                unit: text("about-unit"),
                role: text("about-role"),
                time: text("about-time"),
                product: text("about-product"),
                outcomes,
                apart_from: posted.all("about-apart").into_iter().map(str::to_string).collect(),
                linked: element.model.node(&step).and_then(|node| node.step.linked.clone()),
            };
            Edit::Describe { step, about }
        }
        "link" | "unlink" => {
            let node = element.model.node(&step).ok_or_else(|| (String::new(), t.choose().to_string()))?;
            let about = About::of(node);
            let about = match act {
                "unlink" => About { linked: None, ..about },
                _ => {
                    let (agency, procedure) = (chosen("link-agency")?, chosen("link-procedure")?);
                    About { linked: Some(Linked { agency, procedure }), time: text("link-time"), ..about }
                }
            };
            Edit::Describe { step, about }
        }
        "condition" => {
            let times = text("condition-times").parse().ok();
            Edit::Condition { flow: step, condition: condition("condition")?, times }
        }
        "event-time" => Edit::EventTime { event: step, time: text("event-time") },
        "group" => Edit::Group { from: step, to: chosen("group-to")?, name: text("group-name") },
        "tell" => Edit::Tell { of: step, name: text("tell-name"), english: text("tell-english") },
        "ungroup" => Edit::Ungroup { group: step },
        "rename" => Edit::Rename { of: step, name: text("rename-name"), english: text("rename-english") },
        "after" => Edit::After { of: step, new: new("after") },
        "beside" => Edit::Beside { of: step, new: new("beside") },
        "instead" => {
            Edit::Instead { of: step, new: new("instead"), condition: condition("instead-condition")? }
        }
        "leave-out" => Edit::LeaveOut { step, condition: condition("leave-out-condition")? },
        "back" => {
            let to = chosen("back-to")?;
            let condition = match text("back-outcome").as_str() {
                "" => condition("back-condition")?,
                key => format!("steps.{}.outcome = \"{key}\"", plain_name(&step)),
            };
            Edit::Back { from: step, to, condition, times: text("back-times").parse().unwrap_or(0) }
        }
        "overdue" => {
            let then = match text("overdue-then").as_str() {
                "remind" => Then::Remind,
                "go-on" => Then::GoOn,
                "do" => Then::Do(Box::new(new("overdue"))),
                _ => return Err(("overdue-then".into(), t.choose().into())),
            };
            Edit::Overdue { step, time: text("overdue-time"), name: text("overdue-called"), then }
        }
        "for-each" => {
            let list = Some(text("for-each-list")).filter(|list| !list.is_empty());
            Edit::ForEach { step, list, name: String::new() }
        }
        "remove-way" => Edit::RemoveWay { flow: step },
        "remove-event" => Edit::RemoveEvent { event: step },
        "move" => Edit::Move { step, after: chosen("move-after")? },
        _ => Edit::Remove { step },
    })
}

/// The field a change fails at.
pub(super) fn field_of(act: &str, cannot: &CannotChange) -> String {
    let part = match (act, cannot) {
        ("describe", CannotChange::BadTime { .. }) => return "about-time".into(),
        ("describe", _) => return "about-name".into(),
        ("condition", CannotChange::NoTimes) => return "condition-times".into(),
        ("condition", _) => return "condition".into(),
        ("event-time", _) => return "event-time".into(),
        ("group", CannotChange::NoName) => return "group-name".into(),
        ("group", _) => return "group-to".into(),
        ("for-each", _) => "list",
        (_, CannotChange::BadTime { .. }) => "time",
        (_, CannotChange::BadExpression { .. }) => "condition",
        (_, CannotChange::NoTimes) => "times",
        ("move", _) => "after",
        ("back", _) => "to",
        _ => "name",
    };
    format!("{act}-{part}")
}

/// A line a way a step turns out: `key = name | English name`.
fn read_outcomes(text: &str) -> Result<Vec<Outcome>, String> {
    let is_key = |key: &str| crate::administration::is_slug(key);
    let read = |line: &str| {
        let (key, rest) = line.split_once('=').unwrap_or((line, ""));
        let (name, english) = rest.split_once('|').unwrap_or((rest, ""));
        let key = key.trim();
        let outcome = Outcome { key: key.into(), name: name.trim().into(), english: english.trim().into() };
        if is_key(key) { Ok(outcome) } else { Err(line.to_string()) }
    };
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(read).collect()
}
