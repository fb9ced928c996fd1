//! What an element is called where it has no name: by its kind, and by what stands before or behind it.

use crate::engine::trigger_of;
use crate::model::{Gateway, Model, Node, NodeIndex, NodeKind, Trigger};
use language::Language;
use std::collections::HashMap;

/// So far is looked for what has a name.
const FAR_MAX: usize = 20;

/// By its name, or as “bắt đầu khi có thông điệp, trước “Thẩm định””.
pub fn described(model: &Model, node: NodeIndex, language: Language) -> String {
    let found = &model.nodes[node];
    let kind = kind(found);
    let kind = language.pick(kind.0, kind.1);
    match named(found, language) {
        Some(name) if found.is_activity() => name.to_string(),
        Some(name) => format!("{kind} “{name}”"),
        None if found.is_activity() => format!("{kind} “{}”", found.id),
        None => match near(model, node, language, false).or_else(|| near(model, node, language, true)) {
            Some(near) => format!("{kind} {near}"),
            None => kind.to_string(),
        },
    }
}

/// Several of them so that none is called as another: by what is near where they are called alike, and by their ids where
/// nothing else tells them apart.
pub fn told_apart(model: &Model, nodes: &[NodeIndex], language: Language) -> Vec<String> {
    let mut all: Vec<String> = nodes.iter().map(|node| described(model, *node, language)).collect();
    // What has no name of its own is called by what is near already.
    let beside = |place: usize| {
        let found = &model.nodes[nodes[place]];
        named(found, language)?;
        near(model, nodes[place], language, !found.incoming.is_empty())
    };
    tell_apart(&mut all, |place, name| match beside(place) {
        Some(near) => format!("{name} {near}"),
        None => name.to_string(),
    });
    tell_apart(&mut all, |place, name| format!("{name} ({})", model.nodes[nodes[place]].id));
    all
}

/// Says more of those that are called alike.
fn tell_apart(all: &mut [String], more: impl Fn(usize, &str) -> String) {
    let mut times: HashMap<String, usize> = HashMap::new();
    all.iter().for_each(|name| *times.entry(name.clone()).or_default() += 1);
    for (place, name) in all.iter_mut().enumerate().filter(|(_, name)| times[name.as_str()] > 1) {
        *name = more(place, name);
    }
}

fn named(node: &Node, language: Language) -> Option<&str> {
    let own = match language {
        Language::English if !node.step.english.is_empty() => &node.step.english,
        _ => &node.name,
    };
    Some(own.as_str()).filter(|name| !name.is_empty())
}

/// The nearest that has a name, or is a step.
fn near(model: &Model, node: NodeIndex, language: Language, backwards: bool) -> Option<String> {
    let mut at = node;
    for _ in 0..FAR_MAX {
        let flows = if backwards { &model.nodes[at].incoming } else { &model.nodes[at].outgoing };
        let flow = &model.flows[*flows.first()?];
        at = if backwards { flow.from } else { flow.to };
        let found = &model.nodes[at];
        let name = named(found, language).or(found.is_activity().then_some(found.id.as_str()));
        if let Some(name) = name {
            let side = if backwards { ("sau", "after") } else { ("trước", "before") };
            return Some(format!("{} “{name}”", language.pick(side.0, side.1)));
        }
    }
    None
}

/// In Vietnamese and in English.
pub(crate) fn kind(node: &Node) -> (&'static str, &'static str) {
    let starts = matches!(node.kind, NodeKind::Start(_));
    match (&node.kind, trigger_of(&node.kind)) {
        (NodeKind::Start(None), _) => ("chỗ bắt đầu", "the beginning"),
        (NodeKind::End(_), _) => ("chỗ kết thúc", "the end"),
        (NodeKind::Gateway(Gateway::Parallel), _) => ("chỗ làm cùng lúc", "where ways are taken at once"),
        (NodeKind::Gateway(_), _) => ("chỗ rẽ", "the choice"),
        (_, Some(trigger)) => match trigger {
            Trigger::Timer(_) if starts => ("bắt đầu theo thời gian", "the beginning at a time"),
            Trigger::Message { .. } if starts => {
                ("bắt đầu khi có gì gửi đến", "the beginning by what is sent")
            }
            Trigger::Signal { .. } if starts => ("bắt đầu khi có báo hiệu", "the beginning by a sign"),
            Trigger::Condition { .. } if starts => ("bắt đầu theo điều kiện", "the beginning by a condition"),
            Trigger::Timer(_) => ("mốc thời gian", "the awaited time"),
            Trigger::Message { .. } => ("điều được gửi đến", "what is sent"),
            Trigger::Signal { .. } => ("báo hiệu", "the sign"),
            Trigger::Condition { .. } => ("điều kiện được chờ", "the awaited condition"),
            Trigger::Error { .. } => ("lỗi", "the error"),
            Trigger::Escalation { .. } => ("chuyển cấp trên", "the call for a superior"),
            Trigger::Compensation { .. } => ("hoàn trả", "the return"),
        },
        (NodeKind::SubProcess(_) | NodeKind::EventSubProcess { .. }, _) => {
            ("nhóm bước", "the group of steps")
        }
        _ if node.is_activity() => ("bước", "the step"),
        _ => ("điều được chờ", "what is waited for"),
    }
}
