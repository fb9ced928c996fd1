//! Where a process goes on: the next step of the list, or where the tokens of a drawing lead.

use super::acts::Context;
use super::{Dossier, Event, Fact, Outcome, Private, Refusal, values};
use crate::procedure::{Process, Step};
use process::{Happening, Kind, Marking, Misfit, Model, Moved, State, World};
use std::collections::{BTreeMap, HashSet};

/// What comes next.
pub(super) struct Onward<'a> {
    moves: Vec<Moved>,
    /// Nothing when the process has come to its end.
    pub next: Option<Next<'a>>,
}

pub(super) struct Next<'a> {
    pub step: &'a Step,
    token: Option<u32>,
}

impl Onward<'_> {
    /// The movement as an event; none where nothing is drawn.
    pub fn moved(&mut self) -> Option<Event> {
        let moves = std::mem::take(&mut self.moves);
        let (moves, values): (Vec<Moved>, Vec<BTreeMap<String, _>>) =
            moves.into_iter().map(Moved::part_values).unzip();
        let told = values.iter().any(|values| !values.is_empty());
        let private = Private { values: if told { values } else { Vec::new() }, ..Private::default() };
        (!moves.is_empty()).then(|| Event::with(Fact::ProcessMoved { moves }, private))
    }
}

impl Next<'_> {
    /// The step as it starts now.
    pub fn started(&self, context: &Context) -> Event {
        let minutes = context.procedure.process.minutes(&self.step.id).unwrap_or(self.step.hours * 60);
        let due = context.calendar.after_working_minutes(context.now, minutes);
        let (step, unit) = (self.step.id.clone(), self.step.unit.clone());
        Fact::StepStarted { step, unit, due, token: self.token }.into()
    }
}

/// The process begins.
pub(super) fn begin<'a>(dossier: &Dossier, context: &Context<'a>) -> Result<Onward<'a>, Refusal> {
    let process = &context.procedure.process;
    match &process.drawing {
        None => {
            let step = process.steps.first().ok_or(Refusal::NoProcess)?;
            Ok(Onward { moves: Vec::new(), next: Some(Next { step, token: None }) })
        }
        Some(drawing) => {
            let onward = advance(dossier, drawing.model(), &Happening::Start, context, None)?;
            if onward.next.is_none() { Err(Refusal::NoProcess) } else { Ok(onward) }
        }
    }
}

/// The running step is done; where it was the dossier's decision, with how it is decided.
pub(super) fn finish<'a>(
    dossier: &Dossier,
    context: &Context<'a>,
    outcome: Option<Outcome>,
) -> Result<Onward<'a>, Refusal> {
    let process = &context.procedure.process;
    let running = dossier.step.as_ref().ok_or_else(|| dossier.wrong_stage())?;
    match (&process.drawing, running.token) {
        (Some(drawing), Some(token)) => {
            advance(dossier, drawing.model(), &Happening::Done { token }, context, outcome)
        }
        _ => {
            let next = process.after(&running.id).map(|step| Next { step, token: None });
            Ok(Onward { moves: Vec::new(), next })
        }
    }
}

fn advance<'a>(
    dossier: &Dossier,
    model: &Model,
    happening: &Happening,
    context: &Context<'a>,
    outcome: Option<Outcome>,
) -> Result<Onward<'a>, Refusal> {
    let values = values(dossier, context.procedure, context.calendar, context.now, outcome);
    let world = World { values: &values, chosen: &BTreeMap::new() };
    let moved =
        process::advance(model, &dossier.marking, happening, world).map_err(|misfit| match misfit {
            Misfit::NoWay { at } => Refusal::NoWayOn { at: drawn_name(model, &at) },
            _ => Refusal::NoProcess,
        })?;
    let next = next(&moved.marking, &context.procedure.process);
    if next.is_none() && !moved.marking.has_ended() {
        return Err(Refusal::NoProcess);
    }
    Ok(Onward { moves: moved.moved, next })
}

/// The oldest work that waits. What runs at once in the drawing is done one after the other in a dossier.
fn next<'a>(marking: &Marking, process: &'a Process) -> Option<Next<'a>> {
    let waiting = marking.tokens.iter().filter(|token| token.state == State::Waiting);
    waiting.filter_map(|token| Some(Next { step: process.step(&token.at)?, token: Some(token.id) })).next()
}

fn drawn_name(model: &Model, id: &str) -> String {
    model
        .node(id)
        .map(|node| node.name.clone())
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| id.to_string())
}

/// Whether finishing the running step may lead to another step, and whether it may lead to the end.
pub(super) fn may_lead(dossier: &Dossier, process: &Process) -> (bool, bool) {
    let Some(running) = &dossier.step else { return (false, false) };
    let (Some(drawing), Some(token)) = (&process.drawing, running.token) else {
        let on = process.after(&running.id).is_some();
        return (on, !on);
    };
    let model = drawing.model();
    // Until the others are done the end does not come.
    let alone =
        dossier.marking.tokens.iter().all(|other| {
            other.id == token || other.state != State::Waiting || process.step(&other.at).is_none()
        });
    let Some(from) = model.index(&running.id) else { return (false, false) };
    let (mut steps, mut end) = (!alone, false);
    let (mut left, mut seen) = (vec![from], HashSet::new());
    while let Some(node) = left.pop() {
        let found = &model.nodes[node];
        if node != from || !seen.is_empty() {
            match found.kind {
                Kind::Task(_) if process.step(&found.id).is_some() => {
                    steps = true;
                    continue;
                }
                // What is inside comes first, and what is around goes on after it.
                Kind::SubProcess(scope) | Kind::Call { scope: Some(scope), .. } if seen.insert(node) => {
                    left.extend(model.entries(scope));
                    continue;
                }
                _ => {}
            }
        }
        if node != from && !seen.insert(node) {
            continue;
        }
        seen.insert(node);
        left.extend(found.outgoing.iter().map(|flow| model.flows[*flow].to));
        if found.outgoing.is_empty() {
            let around = (0..model.nodes.len()).filter(|outer| model.inside(*outer) == Some(found.scope));
            let around: Vec<usize> = around.collect();
            end |= around.is_empty();
            for outer in around {
                left.extend(model.nodes[outer].outgoing.iter().map(|flow| model.flows[*flow].to));
            }
        }
    }
    // A step that is repeated leads to itself.
    steps |= !matches!(model.nodes[from].repeats, process::Repeats::Once);
    (steps, end && alone)
}
