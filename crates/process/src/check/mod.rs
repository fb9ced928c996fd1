//! What could go wrong in a process, found before anything runs.
//!
//! Each scope is looked at by itself: from outside, a sub-process is an activity like others. That nothing waits for ever
//! and nothing is done twice is proved by taking its net apart block by block ([`reduce`]); what is left of it is
//! explored situation by situation ([`explore`]). [`Effort`] bounds what all of it together may cost.

mod back_and_on;
mod beside;
mod calls;
mod certain;
mod choices;
mod denied;
mod depth;
mod effort;
mod explore;
mod failing;
mod links;
mod loops;
mod net;
mod order;
mod raised;
mod reach;
mod reduce;
mod returns;
mod said;
mod sets;
mod side;
mod starts;
mod times;
mod truth;
mod width;

pub(crate) use denied::head_of;
pub use effort::Effort;
pub(crate) use loops::can_be_bounded;
pub(crate) use said::can_be_counted;
pub use said::lanes as lanes_of_no_role;
pub(crate) use sets::asked_text;
pub use sets::lets_through;

use crate::model::{Model, NodeIndex, NodeKind, ScopeIndex, Trigger};
use crate::names::Names;
use crate::problem::{Finding, Part, Trouble, Weight};
use choices::Choices;
use effort::{Meter, TooMuch};
use explore::{ExploreBounds, ExploreStop};
use failing::Failing;
use reduce::Reduction;
use std::collections::HashSet;

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
    /// Every situation it can get into was looked at; `states` is their number.
    Explored { states: u32 },
    /// It would cost too much, or it is wrong.
    None,
}

impl Report {
    /// Nothing stands in the way of publishing it.
    pub fn is_sound(&self) -> bool {
        self.findings.iter().all(|finding| finding.trouble.weight() == Weight::Note)
    }
}

/// What a run cannot go by: ways and rules that do not say what they are for, loops without a bound, times that
/// never come.
pub(crate) fn gaps(model: &Model) -> Vec<Finding> {
    let (mut findings, told) = (Vec::new(), AlreadyTold::of(model));
    for scope in model.running_scopes() {
        let nodes = model.scopes[scope].nodes.iter();
        findings.extend(nodes.flat_map(|node| choices::gaps(model, *node, &told)));
        findings.extend(loops::unbounded(model, scope, &told));
        findings.extend(times::check(model, &model.scopes[scope].nodes));
    }
    findings
}

/// Of several processes that begin one is run, which a reader of the drawing cannot see.
pub(crate) fn one_of_several(model: &Model) -> Option<Finding> {
    let beginning = model.beginning();
    let [first, _, ..] = beginning.as_slice() else { return None };
    let scope = &model.scopes[*first];
    Some(Finding::new(Trouble::SeveralProcesses, &scope.id, &scope.name, scope.line))
}

/// Elements of which something could not be read: that it is missing is no more than the shadow of it.
#[derive(Default)]
pub(crate) struct AlreadyTold<'a> {
    expressions: HashSet<&'a str>,
    bounds: HashSet<&'a str>,
    references: HashSet<&'a str>,
}

impl AlreadyTold<'_> {
    fn of(model: &Model) -> AlreadyTold<'_> {
        let mut told = AlreadyTold::default();
        for Finding { trouble, element, .. } in &model.findings {
            let elements = match trouble {
                Trouble::BadExpression { .. } | Trouble::ForeignExpression { .. } => &mut told.expressions,
                Trouble::BadPart { part: Part::Bound | Part::Rounds, .. } => &mut told.bounds,
                Trouble::Dangling { .. } => &mut told.references,
                _ => continue,
            };
            elements.insert(element);
        }
        told
    }
}

/// What start events say that is never looked at.
pub(crate) fn start_notes(model: &Model) -> Vec<Finding> {
    model.running_scopes().into_iter().flat_map(|scope| starts::check(model, scope)).collect()
}

/// What of what runs begins nowhere, or at several places: whoever runs it would have to guess where.
pub(crate) fn without_one_start(model: &Model) -> Vec<Finding> {
    model.running_scopes().into_iter().flat_map(|scope| reach::begins(model, scope)).collect()
}

/// Checks all that is meant to run.
pub fn check(model: &Model) -> Report {
    check_within(model, &Names::open(), Effort::FULL)
}

/// The same, where it is known what texts some names may hold.
pub fn check_for(model: &Model, names: &Names) -> Report {
    check_within(model, names, Effort::FULL)
}

/// The same, at no greater cost than this.
pub fn check_within(model: &Model, names: &Names, effort: Effort) -> Report {
    let mut meter = Meter::new(effort);
    let scopes = model.running_scopes();
    // What is only drawn is told as such, and not what it leaves open.
    let runs = |finding: &&Finding| {
        let flow = || model.flow(&finding.element).map(|flow| flow.from);
        let node = model.index(&finding.element).or_else(flow);
        node.is_none_or(|node| scopes.contains(&model.nodes[node].scope))
    };
    let mut findings: Vec<Finding> = model.findings.iter().filter(runs).cloned().collect();
    for process in model.processes().filter(|process| !scopes.contains(process)) {
        let scope = &model.scopes[process];
        if !scope.nodes.is_empty() {
            findings.push(Finding::new(Trouble::NotRun, &scope.id, &scope.name, scope.line));
        }
    }
    findings.extend(one_of_several(model));
    findings.extend(calls::check(model, &scopes));
    findings.extend(depth::check(model, &scopes));
    findings.extend(width::check(model, &scopes));
    findings.extend(beside::check(model, &scopes));
    findings.extend(raised::check(model, &scopes));
    findings.extend(denied::check(model, &scopes));
    let mut choices = Choices::of(model, names);
    let failing = Failing::of(model, &scopes, &mut meter);
    findings.extend(said::check(model, &scopes, names));
    let mut proof = Proof::Blocks;
    for scope in &scopes {
        proof = proof.max(check_scope(model, *scope, &failing, &mut choices, &mut meter, &mut findings));
    }
    findings.sort_by_key(|finding| (std::cmp::Reverse(finding.trouble.weight()), finding.line));
    findings.dedup();
    if findings.iter().any(|finding| finding.trouble.weight() == Weight::Error) {
        proof = Proof::None;
    }
    Report { findings, proof }
}

fn check_scope(
    model: &Model,
    scope: ScopeIndex,
    failing: &Failing,
    choices: &mut Choices,
    meter: &mut Meter,
    findings: &mut Vec<Finding>,
) -> Proof {
    let formed = reach::check(model, scope, failing);
    let whole = formed.is_empty() && !reach::has_loose_parts(model, scope);
    findings.extend(formed);
    findings.extend(starts::check(model, scope));
    findings.extend(links::check(model, scope));
    findings.extend(loops::check(model, scope, &choices.told));
    findings.extend(times::past(model, &model.scopes[scope].nodes));
    findings.extend(times::check(model, &model.scopes[scope].nodes));
    findings.extend(truth::check(model, scope));
    findings.extend(returns::check(model, scope));
    let mut states = 0;
    let proved = choices.check(scope, meter, findings).map_err(|TooMuch| None).and_then(|()| match whole {
        true => prove(model, scope, failing, choices, meter, &mut states),
        false => Ok(Proof::None),
    });
    match proved {
        Ok(proof) => {
            if whole {
                findings.extend(back_and_on::check(model, scope, choices, meter));
            }
            proof
        }
        Err(Some(troubles)) => {
            findings.extend(troubles.into_iter().map(|(node, trouble)| at(model, node, trouble)));
            Proof::None
        }
        Err(None) => {
            let found = &model.scopes[scope];
            findings.push(Finding::new(Trouble::NotProved { states }, &found.id, &found.name, found.line));
            Proof::None
        }
    }
}

/// What is wrong, if that could be found out.
type Unproved = Option<Vec<(NodeIndex, Trouble)>>;

fn prove(
    model: &Model,
    scope: ScopeIndex,
    failing: &Failing,
    choices: &Choices,
    meter: &mut Meter,
    states: &mut u32,
) -> Result<Proof, Unproved> {
    let too_much = |TooMuch| None;
    let whole = net::net(model, scope, failing, |node| choices.are_apart(node)).map_err(too_much)?;
    meter.work(whole.size()).map_err(too_much)?;
    let met: Vec<_> = whole.met_often(meter).map_err(too_much)?.into_iter().collect();
    if !met.is_empty() {
        return Err(Some(met.into_iter().map(|node| (node, Trouble::NotSynchronised)).collect()));
    }
    let mut proof = Proof::Blocks;
    let mut wrong = Vec::new();
    for part in side::apart(whole, meter).map_err(too_much)? {
        match prove_part(&part, meter, states) {
            Ok(proved) => proof = proof.max(proved),
            Err(Some(troubles)) => wrong.extend(troubles),
            Err(None) if wrong.is_empty() => return Err(None),
            Err(None) => {}
        }
    }
    if wrong.is_empty() { Ok(proof) } else { Err(Some(wrong)) }
}

fn prove_part(whole: &net::Net, meter: &mut Meter, states: &mut u32) -> Result<Proof, Unproved> {
    let mut left = whole.clone();
    reduce::reduce(&mut left, Reduction::Whole, meter).map_err(|TooMuch| None)?;
    if left.is_done() {
        return Ok(Proof::Blocks);
    }
    let mut left = whole.clone();
    reduce::reduce(&mut left, Reduction::ButEnds, meter).map_err(|TooMuch| None)?;
    let explored = explore::explore(&left, ExploreBounds::Passed, meter);
    if let Ok(looked_at) | Err(ExploreStop::TooMuch { states: looked_at }) = &explored {
        *states += looked_at;
    }
    match explored {
        Ok(_) => Ok(Proof::Explored { states: *states }),
        Err(ExploreStop::TooMuch { .. }) => Err(None),
        Err(ExploreStop::Wrong(troubles)) => {
            // In the whole it can be told where; or it never happens, because ways back are used up by then.
            let mut own = Meter::new(meter.left().part(10));
            match explore::explore(whole, ExploreBounds::Kept, &mut own) {
                Ok(looked_at) => {
                    *states += looked_at;
                    Ok(Proof::Explored { states: *states })
                }
                Err(ExploreStop::Wrong(exactly)) => Err(Some(exactly)),
                Err(ExploreStop::TooMuch { .. })
                    if whole.ways().any(|way| whole.way(way).at_most.is_some()) =>
                {
                    match explore::explore(whole, ExploreBounds::Passed, &mut own) {
                        Err(ExploreStop::Wrong(exactly)) => Err(Some(exactly)),
                        _ => Err(Some(troubles)),
                    }
                }
                Err(ExploreStop::TooMuch { .. }) => Err(Some(troubles)),
            }
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
fn waits(kind: &NodeKind) -> bool {
    match kind {
        NodeKind::Task(task) => *task != crate::model::Task::BusinessRule,
        // What has become true already is not waited for.
        NodeKind::Catch(trigger) => !matches!(trigger, Trigger::Condition { .. }),
        NodeKind::SubProcess(_)
        | NodeKind::EventSubProcess { .. }
        | NodeKind::Call { .. }
        | NodeKind::Unsupported => true,
        // What it waits for follows it.
        NodeKind::Gateway(_) | NodeKind::Start(_) | NodeKind::End(_) | NodeKind::Throw(_) => false,
        NodeKind::Link { .. } | NodeKind::Boundary { .. } | NodeKind::Compensation { .. } => false,
    }
}
