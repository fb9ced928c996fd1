//! What could go wrong in a process, found before anything runs.
//!
//! Each scope is looked at by itself: from outside, a sub-process is an activity like others. That nothing waits for ever
//! and nothing is done twice is proved by taking the drawing apart block by block ([`blocks`]); what is left of it is
//! explored situation by situation ([`explore`]), within a budget.

mod blocks;
mod calls;
mod choices;
mod explore;
mod loops;
mod reach;

use crate::model::{Kind, Model, NodeIndex, ScopeIndex};
use crate::problem::{Finding, Trouble, Weight};

/// Situations looked at before it is said that nothing is proved.
pub const STATES_MAX: u32 = 100_000;

/// Situations looked at to say where exactly something goes wrong.
const STATES_TO_POINT_AT: u32 = 20_000;

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The heaviest first, then in the order of the file.
    pub findings: Vec<Finding>,
    pub proof: Proof,
}

/// How sure it is that nothing waits for ever, nothing is lost and nothing done twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Proof {
    /// It is built of blocks, each right by its form.
    Blocks,
    /// Every situation it can get into was looked at: so many.
    Explored { states: u32 },
    /// Too many situations, or it is wrong.
    None,
}

impl Report {
    /// Nothing stands in the way of publishing it.
    pub fn is_sound(&self) -> bool {
        self.findings.iter().all(|finding| finding.trouble.weight() == Weight::Note)
    }
}

/// Checks all that is meant to run.
pub fn check(model: &Model) -> Report {
    check_within(model, STATES_MAX)
}

/// The same, looking at no more situations of a scope than this.
pub fn check_within(model: &Model, states_max: u32) -> Report {
    let mut findings = model.findings.clone();
    let scopes = calls::running_scopes(model);
    for process in model.processes().filter(|process| !scopes.contains(process)) {
        let scope = &model.scopes[process];
        if !scope.nodes.is_empty() {
            findings.push(Finding::new(Trouble::NotRun, &scope.id, &scope.name, scope.line));
        }
    }
    findings.extend(calls::check(model, &scopes));
    let mut proof = Proof::Blocks;
    for scope in &scopes {
        proof = proof.max(check_scope(model, *scope, states_max, &mut findings));
    }
    findings.sort_by_key(|finding| (std::cmp::Reverse(finding.trouble.weight()), finding.line));
    findings.dedup();
    if findings.iter().any(|finding| finding.trouble.weight() == Weight::Error) {
        proof = Proof::None;
    }
    Report { findings, proof }
}

fn check_scope(model: &Model, scope: ScopeIndex, states_max: u32, findings: &mut Vec<Finding>) -> Proof {
    let formed = reach::check(model, scope);
    let well = formed.is_empty();
    findings.extend(formed);
    findings.extend(choices::check(model, scope));
    findings.extend(loops::check(model, scope));
    if !well {
        return Proof::None;
    }
    let whole = blocks::net(model, scope);
    let left = blocks::reduce(whole.clone());
    if left.is_done() {
        return Proof::Blocks;
    }
    match explore::explore(&left, states_max) {
        Ok(states) => Proof::Explored { states },
        Err(explore::Stopped::Wrong(troubles)) => {
            // What is wrong is wrong in the whole too, and there it can be told where.
            let troubles = match explore::explore(&whole, states_max.min(STATES_TO_POINT_AT)) {
                Err(explore::Stopped::Wrong(exactly)) => exactly,
                _ => troubles,
            };
            findings.extend(troubles.into_iter().map(|(node, trouble)| at(model, node, trouble)));
            Proof::None
        }
        Err(explore::Stopped::Budget) => {
            let found = &model.scopes[scope];
            let trouble = Trouble::NotProved { states: states_max };
            findings.push(Finding::new(trouble, &found.id, &found.name, found.line));
            Proof::None
        }
    }
}

fn at(model: &Model, node: NodeIndex, trouble: Trouble) -> Finding {
    let node = &model.nodes[node];
    Finding::new(trouble, &node.id, &node.name, node.line)
}

/// Where a token may go from a node: over flows, and by the events on its edge.
fn next(model: &Model, node: NodeIndex) -> impl Iterator<Item = NodeIndex> + '_ {
    let node = &model.nodes[node];
    node.outgoing.iter().map(|flow| model.flows[*flow].to).chain(node.boundary.iter().copied())
}

/// Where somebody does something or something is waited for.
fn waits(kind: &Kind) -> bool {
    match kind {
        Kind::Task(task) => *task != crate::model::Task::BusinessRule,
        Kind::Catch(_) | Kind::SubProcess(_) | Kind::Call { .. } | Kind::Unsupported => true,
        Kind::Gateway(gateway) => *gateway == crate::model::Gateway::EventBased,
        Kind::Start(_) | Kind::End(_) | Kind::Throw(_) | Kind::Boundary { .. } => false,
    }
}
