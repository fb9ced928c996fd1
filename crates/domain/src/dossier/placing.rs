//! Beginning in the middle of a process: where a step has a plain place in it, work on it can begin without what led there.

use super::unplaced::Unplaced;
use crate::procedure::Process;
use process::{Gateway, Happened, Marking, Model, Moved, NodeIndex, NodeKind, Repeats, State, Token};
use std::collections::{BTreeSet, HashSet};

/// Whether work on a step can begin in a process with nothing done before.
pub(super) fn place_of(process: &Process, step: &str) -> Result<(), Unplaced> {
    let model = process.model();
    let node = model.index(step).ok_or(Unplaced::StepGone)?;
    let found = &model.nodes[node];
    let outside = found.compensates || model.main() != Some(found.scope);
    if outside || !matches!(found.repeats, Repeats::Once) {
        return Err(Unplaced::StepGone);
    }
    if waits_for_others(model, node) { Err(Unplaced::OneOfSeveral) } else { Ok(()) }
}

/// The movement after which a process stands at a step, and nowhere else.
pub(super) fn at_step(model: &Model, step: &str, marking: &Marking) -> Moved {
    // What an event may begin while the process runs is waited for from here on.
    let beside = model.main().into_iter().flat_map(|main| model.beside(main));
    let begun =
        beside.filter(|node| model.begun_by(*node).is_some()).map(|node| model.nodes[node].id.as_str());
    let entered = std::iter::once(step).chain(begun).zip(marking.last + 1..).map(|(at, id)| Token {
        id,
        at: at.into(),
        within: 0,
        state: State::Waiting,
        happened: Happened::default(),
        held: BTreeSet::new(),
        item: None,
        round: 0,
    });
    let entered: Vec<Token> = entered.collect();
    let last = entered.last().map_or(marking.last, |token| token.id);
    let left = marking.tokens.iter().map(|token| token.id).collect();
    Moved { left, entered, last, ..Moved::default() }
}

/// Whether a process stands at one place; what events may begin beside it is none.
pub(super) fn stands_at_one(model: &Model, marking: &Marking) -> bool {
    marking.tokens.iter().filter(|token| !model.listens(token)).count() == 1
}

/// Whether something that follows an element waits for what does not come from it.
fn waits_for_others(model: &Model, node: NodeIndex) -> bool {
    let mut reached: HashSet<NodeIndex> = HashSet::from([node]);
    let mut left = vec![node];
    // What comes round again by a way back has not come now.
    let back = process::ways_back(model, model.nodes[node].scope);
    while let Some(next) = left.pop() {
        let next = &model.nodes[next];
        let on = next.outgoing.iter().filter(|flow| !back.contains(*flow));
        let out = on.map(|flow| model.flows[*flow].to).chain(next.boundary.iter().copied());
        left.extend(out.filter(|to| reached.insert(*to)));
    }
    reached.iter().any(|node| {
        let node = &model.nodes[*node];
        let joins = matches!(node.kind, NodeKind::Gateway(Gateway::Parallel | Gateway::Inclusive));
        joins && node.incoming.iter().any(|flow| !reached.contains(&model.flows[*flow].from))
    })
}
