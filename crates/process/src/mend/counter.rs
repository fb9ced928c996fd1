//! What the one-stop counter does comes before and after all that is drawn.

use super::Mend;
use super::propose::likely_process;
use crate::model::{Gateway, Model, NodeIndex, NodeKind, Repeats};
use crate::roles::{is_applicant, role_of_step, role_said};
use std::collections::BTreeSet;

/// What the counter does before the process, and after it: without case and marks, as names of steps begin.
const RECEIVES: [&str; 9] = [
    "tiep nhan",
    "nhan ho so",
    "nop ho so",
    "scan ho so",
    "chuyen ho so",
    "receiv",
    "reception",
    "take in",
    "intake",
];
const RETURNS: [&str; 12] = [
    "tra ket qua",
    "tra ho so",
    "tra giay to",
    "tra cho",
    "trao ket qua",
    "tra kq",
    "nhan ket qua",
    "giao ket qua",
    "return",
    "hand out",
    "give out",
    "deliver",
];
/// What is done with a decision once it is made: it decides nothing, whoever does it.
const CLERICAL: [&str; 18] = [
    "luu tru",
    "luu ho so",
    "luu ket qua",
    "luu van ban",
    "vao so",
    "dong dau",
    "cap so",
    "lay so",
    "chuyen ket qua",
    "ban giao ket qua",
    "gui ket qua",
    "archiv",
    "file away",
    "register the result",
    "stamp",
    "seal",
    "pass on the result",
    "send the result",
];
/// Where nobody is named, nothing else may be said of what is received or returned.
const MATTERS: &str = "va bo phan mot cua tiep nhan ho so don giay to cua cong dan to chuc nguoi nop nguoi dan khach hang ket qua thu \
    tuc hanh chinh cho tu truc tuyen tiep cong ing tion d e s application applications file files dossier dossiers document documents \
    the result results from to of applicant citizen and request";

impl Mend {
    /// The steps in which the counter receives what comes and passes it on, or hands out what came of it: proposed to be
    /// left out.
    pub fn of_the_counter(model: &Model) -> Vec<Mend> {
        let accepted = || model.scopes.iter().flat_map(|scope| &scope.accepted);
        let kept = |step: &NodeIndex| accepted().any(|it| it.kept && it.element == model.nodes[*step].id);
        // In the pools of others nobody of the agency does anything.
        let begins = model.beginning();
        let likely = likely_process(model).filter(|_| begins.len() > 1);
        let others = |process| likely.is_some_and(|own| own != process) && begins.contains(&process);
        let own = |step: &NodeIndex| !others(model.process_of(model.nodes[*step].scope));
        let steps: BTreeSet<NodeIndex> = model.steps().into_iter().filter(own).collect();
        let mut out: Vec<NodeIndex> = Vec::new();
        // What follows what is left out is first then.
        loop {
            let next = steps.iter().copied().filter(|step| !out.contains(step) && !kept(step)).find(|step| {
                let theirs = is_of_who_applies(model, *step);
                let begins = stands_at(model, *step, &out, true)
                    && (theirs || is_of_the_counter(model, *step, &RECEIVES));
                let returned = || theirs || is_of_the_counter(model, *step, &RETURNS);
                let ends = || stands_at(model, *step, &out, false);
                begins || ends() && (returned() || is_clerical(model, *step))
            });
            match next {
                // Somebody else has to do something.
                Some(step) if out.len() + 1 < steps.len() => out.push(step),
                _ => break,
            }
        }
        out.sort();
        out.into_iter().map(|node| Mend::LeftOut { step: model.nodes[node].id.clone() }).collect()
    }
}

/// Whether nothing is before it, or after it, but an event at which all begins or ends, and what is left out.
fn stands_at(model: &Model, step: NodeIndex, out: &[NodeIndex], begins: bool) -> bool {
    let node = &model.nodes[step];
    let decides = node.outgoing.iter().any(|way| model.nodes[model.flows[*way].to].outgoing.len() > 1)
        || !node.step.outcomes.is_empty();
    if node.outgoing.len() > 1 || node.compensates {
        return false;
    }
    // How it turns out leads on, so more is done than receiving.
    let next = node.outgoing.iter().map(|way| &model.nodes[model.flows[*way].to]);
    let forks = next.clone().all(|next| matches!(next.kind, NodeKind::Gateway(Gateway::Parallel)));
    if decides && next.count() > 0 && !forks {
        return false;
    }
    let flows = if begins { &node.incoming } else { &node.outgoing };
    let ends = |flow: &usize| if begins { model.flows[*flow].from } else { model.flows[*flow].to };
    flows.iter().map(ends).all(|node| is_edge(model, node, out, begins))
}

/// An event at which all begins or ends, what is left out, and a group of which nothing else is left.
fn is_edge(model: &Model, node: NodeIndex, out: &[NodeIndex], begins: bool) -> bool {
    let found = &model.nodes[node];
    match found.kind {
        NodeKind::Start(_) | NodeKind::End(_) if matches!(found.kind, NodeKind::Start(_)) != begins => false,
        NodeKind::Start(_) | NodeKind::End(_) => model.scopes[found.scope].owner.is_none_or(|group| {
            let around = &model.nodes[group];
            let plain = matches!(around.kind, NodeKind::SubProcess(_))
                && matches!(around.repeats, Repeats::Once)
                && around.edge().next().is_none();
            let flows = if begins { &around.incoming } else { &around.outgoing };
            let ends = |flow: &usize| if begins { model.flows[*flow].from } else { model.flows[*flow].to };
            plain && flows.iter().map(ends).all(|node| is_edge(model, node, out, begins))
        }),
        NodeKind::SubProcess(inside) => {
            let nodes = &model.scopes[inside].nodes;
            let mut work = nodes.iter().filter(|node| model.nodes[**node].is_activity()).peekable();
            work.peek().is_some() && work.all(|node| is_edge(model, *node, out, begins))
        }
        _ => out.contains(&node),
    }
}

/// A step of an officer that by its name only puts down, seals or passes on what a head has decided.
pub(super) fn is_clerical(model: &Model, step: NodeIndex) -> bool {
    let name = typed::words(&model.nodes[step].name).join(" ");
    let role = |step: NodeIndex| {
        let who = model.responsible(step);
        let said =
            [who.role, who.unit, who.person].into_iter().flatten().find_map(|said| role_said(&said).role);
        said.or(role_of_step(&model.nodes[step].name)).unwrap_or("officer")
    };
    let heads = |other: &NodeIndex| role(*other).ends_with("-head");
    CLERICAL.iter().any(|words| name.starts_with(words))
        && !role(step).ends_with("-head")
        && model.steps().iter().filter(|other| **other != step).any(heads)
}

/// What who applies does before and after: files what the counter takes in, and comes for what came of it.
fn is_of_who_applies(model: &Model, step: NodeIndex) -> bool {
    let who = model.responsible(step);
    let mut said = [who.role, who.unit].into_iter().flatten().peekable();
    said.peek().is_some() && said.all(|said| is_applicant(&said))
}

fn is_of_the_counter(model: &Model, step: NodeIndex, words: &[&str]) -> bool {
    let name = typed::words(&model.nodes[step].name).join(" ");
    let name = ["buoc ", "can bo mot cua ", "mot cua "]
        .iter()
        .find_map(|lead| name.strip_prefix(lead))
        .unwrap_or(&name);
    let who = model.responsible(step);
    let mut said = [who.role, who.unit].into_iter().flatten().peekable();
    // Where the counter is named, “Hướng dẫn, kiểm tra, tiếp nhận” is receiving too.
    if said.peek().is_some() {
        let named = format!(" {name}");
        let does = words.iter().any(|word| named.contains(&format!(" {word}")));
        return does && said.any(|said| role_said(&said).role == Some("counter"));
    }
    match words.iter().find_map(|word| name.strip_prefix(word)) {
        None => false,
        Some(more) => {
            more.split(' ').all(|word| word.is_empty() || MATTERS.split(' ').any(|known| known == word))
        }
    }
}
