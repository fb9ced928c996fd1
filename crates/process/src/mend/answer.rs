//! A way out of a choice as an answer: how the step before it turned out, by what people write at the way.

use super::Mend;
use super::propose::{WAYS_MAX, walk_back};
use crate::model::{FlowIndex, Gateway, Means, Model, NodeIndex, NodeKind, StepOutcome};
use std::collections::{HashSet, VecDeque};

/// What people write at the ways out of a choice, and how it is called in English.
const ANSWERS: [(&str, &str); 22] = [
    ("có", "Yes"),
    ("không", "No"),
    ("đúng", "Right"),
    ("sai", "Wrong"),
    ("đạt", "Passed"),
    ("không đạt", "Not passed"),
    ("đồng ý", "Agreed"),
    ("không đồng ý", "Not agreed"),
    ("đủ", "Complete"),
    ("không đủ", "Incomplete"),
    ("chưa đạt", "Not passed yet"),
    ("chưa đủ", "Not complete yet"),
    ("hợp lệ", "Valid"),
    ("không hợp lệ", "Invalid"),
    ("duyệt", "Approved"),
    ("không duyệt", "Not approved"),
    ("phê duyệt", "Approved by signature"),
    ("chấp thuận", "Accepted"),
    ("không chấp thuận", "Not accepted"),
    ("đủ điều kiện", "Eligible"),
    ("không đủ điều kiện", "Not eligible"),
    ("từ chối", "Denied"),
];

/// A known answer by its name in one of the languages.
pub(crate) fn answer_called(name: &str) -> Option<(&'static str, &'static str)> {
    let small = name.trim().to_lowercase();
    ANSWERS.into_iter().find(|(vi, en)| *vi == small || en.to_lowercase() == small)
}

/// What an answer is called in English to what is asked; empty where it is not known.
fn english_of_answer(name: &str, question: &str) -> String {
    let conditions = typed::key(question).contains("điều kiện");
    let name = match typed::key(name).as_str() {
        "đủ" if conditions => "đủ điều kiện",
        "không đủ" if conditions => "không đủ điều kiện",
        _ => name,
    };
    answer_called(name).map(|(_, en)| en.to_string()).unwrap_or_default()
}

/// Maximum elements that are looked at behind a way: there are many ways, and each is asked for its own.
const AFTER_MAX: usize = 300;

/// Whether a choice that comes after a way has a way that grants: then that one does, and not this.
fn is_decided_after(model: &Model, way: FlowIndex) -> bool {
    let own = model.flows[way].from;
    let (mut seen, mut left) = (HashSet::from([own]), VecDeque::from([model.flows[way].to]));
    while let Some(node) = left.pop_front() {
        if !seen.insert(node) {
            continue;
        }
        if seen.len() > AFTER_MAX {
            break;
        }
        let found = &model.nodes[node];
        let chooses = found.outgoing.len() > 1;
        if chooses && found.outgoing.iter().any(|flow| model.likely_means(*flow) == Means::Granted) {
            return true;
        }
        left.extend(found.outgoing.iter().map(|flow| model.flows[*flow].to));
        left.extend(&found.boundary);
    }
    false
}

/// A way says by its name how the step before turned out; where it has none, by what it leads to.
pub(super) fn answer(model: &Model, flow: FlowIndex) -> Option<Mend> {
    let way = &model.flows[flow];
    let choice = &model.nodes[way.from];
    let place = choice.outgoing.iter().take(WAYS_MAX).position(|other| *other == flow)?;
    let before = steps_before(model, way.from);
    let Some((step, also)) = before.split_first() else {
        return Some(Mend::Condition { flow: way.id.clone(), condition: String::new() });
    };
    let also = also.iter().map(|step| model.nodes[*step].id.clone()).collect();
    let step = &model.nodes[*step];
    let name = told_answer(model, flow);
    let small = typed::key(&name);
    let known = step.step.outcomes.iter().find(|outcome| typed::key(&outcome.name) == small);
    let outcome = known.cloned().unwrap_or_else(|| StepOutcome {
        key: format!("way-{}", place + 1),
        english: english_of_answer(&name, &choice.name),
        name,
        means: None,
    });
    let condition = Mend::turned_out(&step.id, &outcome.key);
    let StepOutcome { key, name, english, means } = outcome;
    let means = means.unwrap_or_else(|| match model.likely_means(flow) {
        // That a dossier is complete grants nothing where that is decided further on.
        Means::Granted if is_decided_after(model, flow) => Means::Neither,
        means => means,
    });
    let (flow, step) = (way.id.clone(), step.id.clone());
    Some(Mend::Answer { flow, step, key, name, english, means, condition, also })
}

/// What a way says of how the step before turned out: two ways of one choice say two things.
fn told_answer(model: &Model, flow: FlowIndex) -> String {
    let said = |way: FlowIndex| match model.flows[way].name.trim() {
        "" => model.called(model.flows[way].to, false, false),
        name => name.to_string(),
    };
    let name = said(flow);
    let choice = &model.nodes[model.flows[flow].from];
    let before = choice.outgoing.iter().take(WAYS_MAX).take_while(|way| **way != flow);
    match before.filter(|way| typed::key(&said(**way)) == typed::key(&name)).count() {
        0 => name,
        many => format!("{name} ({})", many + 1),
    }
}

/// Maximum steps of which one comes before a choice, each way by another.
const BEFORE_MAX: usize = 6;

/// The steps of which one comes before a choice, with nothing between that could turn out this way or that; none where it
/// may be come to without any.
fn steps_before(model: &Model, choice: NodeIndex) -> Vec<NodeIndex> {
    if model.nodes[choice].is_work() {
        return vec![choice];
    }
    let passes = |node: NodeIndex| match model.nodes[node].kind {
        // Where ways part by an answer of their own, or by what comes, that is another question.
        NodeKind::Gateway(_) => node == choice || model.nodes[node].outgoing.len() < 2,
        NodeKind::Throw(_) | NodeKind::Catch(_) | NodeKind::Link { .. } => true,
        _ => false,
    };
    let found = walk_back(model, choice, passes);
    let (steps, between): (Vec<NodeIndex>, Vec<NodeIndex>) =
        found.into_iter().partition(|node| model.nodes[*node].is_work());
    let certain = between.iter().all(|node| passes(*node) && !model.nodes[*node].incoming.is_empty());
    let all_steps = steps.len() == 1 || steps.iter().all(|step| model.nodes[*step].is_step());
    // Where several are done at once, and say one yes and one no, nobody knows which of them decides.
    let at_once = |node: &NodeIndex| {
        let both =
            matches!(model.nodes[*node].kind, NodeKind::Gateway(Gateway::Parallel | Gateway::Inclusive));
        both && model.nodes[*node].incoming.len() > 1
    };
    let one_decides = steps.len() == 1 || !between.iter().any(at_once);
    if certain && all_steps && one_decides && steps.len() <= BEFORE_MAX { steps } else { Vec::new() }
}
