//! Where a process goes on: where the tokens of its drawing lead.

use crate::agency::UnitKey;
use crate::dossier::context::Context;
use crate::dossier::event::{Event, Fact, Private, Record};
use crate::dossier::evolve::evolve;
use crate::dossier::link::Linked;
use crate::dossier::list::{self, ListMove};
use crate::dossier::outcome::Outcome;
use crate::dossier::placing;
use crate::dossier::refusal::Refusal;
use crate::dossier::stage::Stage;
use crate::dossier::state::Dossier;
use crate::dossier::step::{DoneStep, RunningStep};
use crate::dossier::view::values;
use crate::dossier::wait::Wait;
use crate::dossier::waiting;
use crate::drawing::RunSoFar;
use crate::officer::Actor;
use crate::procedure::{Process, Step};
use process::{
    Due, End, EngineInput, Happening, Marking, Misfit, Model, Moved, Node, NodeIndex, NodeKind, State, Token,
    Trigger, Undone,
};
use std::collections::{BTreeMap, HashSet};

/// What comes next.
#[derive(Default)]
pub(super) struct Onward<'a> {
    moves: Vec<Moved>,
    /// Running steps that are no longer needed.
    dropped: Vec<&'a RunningStep>,
    started: Vec<Next<'a>>,
    awaited: Vec<Fact>,
    /// Conditions that hold now, by token and element.
    held: Vec<(u32, String)>,
    /// Linked dossiers that are no longer needed, by their numbers.
    recalled: Vec<u32>,
    /// Nothing of the process is left to do.
    pub ended: bool,
}

struct Next<'a> {
    step: &'a Step,
    token: Option<u32>,
}

impl<'a> Onward<'a> {
    /// Where a list leads, without tokens.
    fn listed(next: Option<&'a Step>) -> Onward<'a> {
        let started = next.into_iter().map(|step| Next { step, token: None }).collect();
        Onward { started, ended: next.is_none(), ..Onward::default() }
    }

    /// What happened, as events; `from` is the division it comes from.
    pub fn events(self, from: Option<&UnitKey>, context: &Context) -> Vec<Event> {
        let held = self.held.iter().cloned();
        let held = held.map(|(token, event)| Event::from(Fact::EventHappened { token, event }));
        let mut events: Vec<Event> = held.chain(self.moved()).collect();
        let model = context.procedure.process.model();
        let sends = |id: &&String| model.node(id).is_some_and(|node| sends_message(&node.kind));
        let sent = self.moves.iter().flat_map(|moved| &moved.passed).filter(sends);
        events.extend(sent.map(|event| Fact::MessageSent { event: event.clone() }.into()));
        for RunningStep { id, token, .. } in self.dropped {
            events.extend(token.map(|token| Fact::StepDropped { step: id.clone(), token }.into()));
        }
        for next in self.started {
            if from != Some(&next.step.unit) {
                events.push(Fact::HandedOver { from: from.cloned(), to: next.step.unit.clone() }.into());
            }
            events.push(next.started(context));
        }
        events.extend(self.recalled.into_iter().map(|number| Fact::LinkedRecalled { number }.into()));
        events.extend(self.awaited.into_iter().map(Event::from));
        events
    }

    /// The movement as an event; none where a list is gone through.
    fn moved(&self) -> Option<Event> {
        let (moves, values): (Vec<Moved>, Vec<BTreeMap<String, _>>) =
            self.moves.iter().cloned().map(Moved::part_values).unzip();
        let told = values.iter().any(|values| !values.is_empty());
        let private = Private { values: if told { values } else { Vec::new() }, ..Private::default() };
        (!moves.is_empty()).then(|| Event::with(Fact::ProcessMoved { moves }, private))
    }
}

/// Whether something is said to the applicant where an element is passed.
pub(crate) fn sends_message(kind: &NodeKind) -> bool {
    matches!(
        kind,
        NodeKind::Throw(Some(Trigger::Message { .. })) | NodeKind::End(End::Throw(Trigger::Message { .. }))
    )
}

impl Next<'_> {
    /// The step as it starts now.
    fn started(&self, context: &Context) -> Event {
        let minutes = context.procedure.process.minutes(&self.step.id).unwrap_or(self.step.hours * 60);
        let due = context.calendar.after_process_minutes(context.now, minutes);
        let (step, unit) = (self.step.id.clone(), self.step.unit.clone());
        Fact::StepStarted { step, unit, due, token: self.token }.into()
    }
}

/// What conditions look at now, where there are any; `outcome` is how the dossier is about to be decided.
pub(super) fn seen(dossier: &Dossier, outcome: Option<Outcome>, context: &Context) -> feel::NamedValues {
    match context.procedure.process.model().works_out() {
        true => values(dossier, context.procedure, context.calendar, context.now, outcome),
        false => feel::NamedValues::new(),
    }
}

/// The process begins.
pub(super) fn begin<'a>(dossier: &'a Dossier, context: &Context<'a>) -> Result<Onward<'a>, Refusal> {
    let onward = advance(dossier, &Happening::Start, Cause::default(), context)?;
    if onward.ended { Err(Refusal::NoProcess) } else { Ok(onward) }
}

/// A running step is done, and `dossier` no longer has it; where it was the dossier's decision, with how it is decided.
pub(super) fn finish<'a>(
    dossier: &'a Dossier,
    running: &RunningStep,
    context: &Context<'a>,
    outcome: Option<Outcome>,
) -> Result<Onward<'a>, Refusal> {
    let Some(token) = running.token else {
        return Ok(Onward::listed(list::turn(dossier, running, ListMove::On, &context.procedure.process)));
    };
    let cause = Cause { from: Some(&running.unit), outcome, ..Cause::default() };
    advance(dossier, &Happening::Done { token }, cause, context)
}

/// An event that was waited for happens.
pub(super) fn happen<'a>(
    dossier: &'a Dossier,
    came: (u32, &str),
    happening: &Happening,
    context: &Context<'a>,
) -> Result<Onward<'a>, Refusal> {
    let from = dossier.wait(came.0, came.1).map(|wait| &wait.unit);
    advance(dossier, happening, Cause { from, came: Some(came), outcome: None }, context)
}

/// Another agency found what it was asked for, and `dossier` has it; the division that looked after it.
pub(super) fn linked_done<'a>(
    dossier: &'a Dossier,
    token: u32,
    from: &UnitKey,
    context: &Context<'a>,
) -> Result<Onward<'a>, Refusal> {
    let cause = Cause { from: Some(from), ..Cause::default() };
    advance(dossier, &Happening::Done { token }, cause, context)
}

/// What an act has made true goes on by itself, and what is true no longer can become it once more. While a dossier is
/// paused, or where it is closed, nothing does.
pub(super) fn looked(
    before: &Dossier,
    mut events: Vec<Event>,
    actor: &Actor,
    context: &Context,
) -> Result<Vec<Event>, Refusal> {
    let waits = |node: &Node| match &node.kind {
        NodeKind::Catch(trigger) | NodeKind::Boundary { trigger, .. } | NodeKind::Start(Some(trigger)) => {
            matches!(trigger, Trigger::Condition { .. })
        }
        _ => false,
    };
    let process = &context.procedure.process;
    if !process.model().nodes.iter().any(waits) {
        return Ok(events);
    }
    let record = |(event, sequence): (&Event, u32)| Record {
        sequence,
        at: context.now,
        by: actor.trace(),
        event: event.clone(),
    };
    let records = events.iter().zip(before.sequence + 1..).map(record);
    let after = records.fold(before.clone(), |dossier, record| evolve(dossier, &record));
    // By another version than it went by until now it is looked at with the next act.
    let same = after.pinned.process_version == process.version || after.waits == before.waits;
    if after.stage != Stage::Processing || !same || after.marking.has_ended() {
        return Ok(events);
    }
    let onward = advance(&after, &Happening::Looked, Cause::default(), context)?;
    if onward.moves.is_empty() {
        return Ok(events);
    }
    if onward.ended {
        return Err(Refusal::LastStepDecides);
    }
    let first = onward.held.first();
    let from = first.and_then(|(token, event)| after.wait(*token, event)).map(|wait| wait.unit.clone());
    events.extend(onward.events(from.as_ref(), context));
    Ok(events)
}

/// Back to a finished step, by its place, with all that is undone.
pub(super) fn back<'a>(
    dossier: &'a Dossier,
    running: &RunningStep,
    place: usize,
    context: &Context<'a>,
) -> Result<(Onward<'a>, Undoing), Refusal> {
    let (process, to) = (&context.procedure.process, &dossier.steps_done[place]);
    if running.token.is_none() {
        let step = list::turn(dossier, running, ListMove::Back(place), process).ok_or(Refusal::NoStepBack)?;
        return Ok((Onward::listed(Some(step)), Undoing::since(dossier, place)));
    }
    let (moved, undoing) = match to.token.filter(|token| has_left(dossier, *token)) {
        Some(token) => {
            let undone = undo(dossier, token).ok_or(Refusal::NoStepBack)?;
            let undoing = Undoing::of_tokens(dossier, &undone);
            (undone.moved, undoing)
        }
        // It was done by another version: in this one it begins where its place is plain.
        None => {
            let known = process.step(&to.id).is_some() && placing::place_of(process, &to.id).is_ok();
            let moved = known.then(|| placing::at_step(process.model(), &to.id, &dossier.marking));
            (moved.ok_or(Refusal::NoStepBack)?, Undoing::since(dossier, place))
        }
    };
    let mut marking = dossier.marking.clone();
    marking.apply(&moved);
    let onward = toward(dossier, marking, Cause::default(), &[], &seen(dossier, None, context), context)?;
    let dropped = onward.dropped.iter().filter(|step| step.token != running.token).copied().collect();
    Ok((Onward { moves: vec![moved], dropped, ..onward }, undoing))
}

/// What is undone by going back: finished steps by their places, linked dossiers by their numbers.
pub(super) struct Undoing {
    pub steps: Vec<u32>,
    pub linked: Vec<u32>,
}

impl Undoing {
    /// All that was done since a step was, and itself.
    fn since(dossier: &Dossier, place: usize) -> Undoing {
        Undoing::of(dossier, |other, _| other >= place, |_| true)
    }

    fn of_tokens(dossier: &Dossier, undone: &Undone) -> Undoing {
        let step = |_: usize, done: &DoneStep| done.token.is_some_and(|token| undone.tokens.contains(&token));
        Undoing::of(dossier, step, |linked| undone.tokens.contains(&linked.token))
    }

    fn of(
        dossier: &Dossier,
        step: impl Fn(usize, &DoneStep) -> bool,
        link: impl Fn(&Linked) -> bool,
    ) -> Undoing {
        let done = dossier.steps_done.iter().enumerate().filter(|(_, done)| !done.undone);
        let answered = dossier.linked.iter().filter(|linked| linked.answer.is_some() && !linked.undone);
        Undoing {
            steps: done.filter(|(place, done)| step(*place, done)).map(|(place, _)| place as u32).collect(),
            linked: answered.filter(|linked| link(linked)).map(|linked| linked.number).collect(),
        }
    }
}

/// Whether a running step came of a finished one, so that it can be sent back there.
pub(super) fn leads_back(dossier: &Dossier, running: &RunningStep, done: &DoneStep) -> bool {
    let Some(now) = running.token else { return true };
    match done.token.filter(|token| has_left(dossier, *token)) {
        Some(then) => undo(dossier, then).is_some_and(|undone| undone.tokens.contains(&now)),
        // What another version did comes before all that this one does.
        None => dossier.marking.tokens.len() == 1,
    }
}

/// Whether a token left in the version of the process it goes by now.
fn has_left(dossier: &Dossier, token: u32) -> bool {
    dossier.moves.iter().any(|moved| moved.left.contains(&token))
}

fn undo(dossier: &Dossier, token: u32) -> Option<Undone> {
    let past: Vec<&Moved> = dossier.moves.iter().collect();
    process::undo(&past, &dossier.marking, token)
}

/// What leads on: from which division, what came that was waited for, how the dossier is decided.
#[derive(Clone, Copy, Default)]
struct Cause<'a> {
    from: Option<&'a UnitKey>,
    came: Option<(u32, &'a str)>,
    outcome: Option<Outcome>,
}

fn advance<'a>(
    dossier: &'a Dossier,
    happening: &Happening,
    cause: Cause,
    context: &Context<'a>,
) -> Result<Onward<'a>, Refusal> {
    let model = context.procedure.process.model();
    let values = seen(dossier, cause.outcome, context);
    let world = EngineInput { values: &values, chosen: &BTreeMap::new() };
    let moved =
        process::advance(model, &dossier.marking, happening, world).map_err(|misfit| match misfit {
            Misfit::NoWay { at } => Refusal::NoWayOn { at: waiting::drawn_name(model, &at) },
            Misfit::NotAList { at } | Misfit::TooMany { at } => {
                Refusal::ProcessStuck { at: waiting::drawn_name(model, &at) }
            }
            Misfit::NotWaiting => Refusal::NotAwaited,
            _ => Refusal::NoProcess,
        })?;
    let held: Vec<(u32, String)> = moved.due.iter().filter_map(held).collect();
    let (mut marking, mut moves) = (moved.marking, moved.moved);
    if cause.outcome.is_some() {
        moves.extend(over(&mut marking, &context.procedure.process));
    }
    let onward = toward(dossier, marking, cause, &held, &values, context)?;
    Ok(Onward { moves, held, ..onward })
}

/// Where a decision leaves nothing but what is done beside the rest and it makes needless, that ends with it.
fn over(marking: &mut Marking, process: &Process) -> Option<Moved> {
    let model = process.model();
    let works = |token: &&Token| matches!(token.state, State::Waiting | State::Arrived { .. });
    let left: Vec<&Token> = marking.tokens.iter().filter(works).collect();
    let needless = process.drawing.needless();
    let is_needless = |token: &&Token| {
        model.listens(token) || model.index(&token.at).is_some_and(|node| needless.contains(&node))
    };
    if left.is_empty() || !left.iter().all(is_needless) {
        return None;
    }
    let left = marking.tokens.iter().map(|token| token.id).collect();
    let moved = Moved { left, last: marking.last, ..Moved::default() };
    marking.apply(&moved);
    Some(moved)
}

fn held(due: &Due) -> Option<(u32, String)> {
    match due {
        Due::Held { token, event } => Some((*token, event.clone())),
        _ => None,
    }
}

/// What a marking means for a dossier: steps that fall away, steps that begin, what is waited for.
fn toward<'a>(
    dossier: &'a Dossier,
    marking: Marking,
    cause: Cause,
    held: &[(u32, String)],
    values: &feel::NamedValues,
    context: &Context<'a>,
) -> Result<Onward<'a>, Refusal> {
    let gone = |step: &&RunningStep| step.token.is_some_and(|token| marking.token(token).is_none());
    let dropped: Vec<&RunningStep> = dossier.steps.iter().filter(gone).collect();
    let started = started(&marking, dossier, &context.procedure.process);
    let came: Vec<(u32, &str)> =
        cause.came.into_iter().chain(held.iter().map(|(token, event)| (*token, event.as_str()))).collect();
    let awaited = waiting::begun(dossier, &marking, &came, cause.from, values, context)?;
    let ended = marking.has_ended();
    let held = |wait: &Wait| marking.token(wait.token).is_some();
    let stands = !awaited.is_empty() || dossier.waits.iter().any(held);
    if started.is_empty() && dropped.len() == dossier.steps.len() && !ended && !stands {
        return Err(Refusal::NoProcess);
    }
    let lost = dossier.open_links().filter(|linked| marking.token(linked.token).is_none());
    let recalled = lost.map(|linked| linked.number).collect();
    Ok(Onward { dropped, started, awaited, recalled, ended, ..Onward::default() })
}

/// The work that waits and did not before, the oldest first.
fn started<'a>(marking: &Marking, dossier: &Dossier, process: &'a Process) -> Vec<Next<'a>> {
    let new = |token: &&Token| token.state == State::Waiting && dossier.step(Some(token.id)).is_none();
    let waiting = marking.tokens.iter().filter(new);
    waiting.filter_map(|token| Some(Next { step: process.step(&token.at)?, token: Some(token.id) })).collect()
}

/// Where finishing a running step may lead.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MayLead {
    /// To another step, or to something that is waited for.
    pub to_step: bool,
    /// To the end, where the dossier is decided.
    pub to_end: bool,
}

/// What is done beside the rest decides nothing while any of that is left, and does not keep it from its decision where
/// that makes it needless.
pub fn may_lead(dossier: &Dossier, running: &RunningStep, process: &Process) -> MayLead {
    let Some(token) = running.token else {
        let on = list::turn(dossier, running, ListMove::On, process).is_some();
        return MayLead { to_step: on, to_end: !on };
    };
    let model = process.model();
    let Some(from) = model.index(&running.id) else { return MayLead::default() };
    let leads = process.leads(&running.id, stands(dossier, running));
    let waits = |other: &&Token| other.id != token && other.state == State::Waiting && !model.listens(other);
    let others: Vec<&Token> = dossier.marking.tokens.iter().filter(waits).collect();
    let (beside, needless) = match others.is_empty() {
        true => Default::default(),
        false => (process.drawing.beside(), process.drawing.needless()),
    };
    let among = |of: &HashSet<NodeIndex>, token: &Token| {
        model.index(&token.at).is_some_and(|node| of.contains(&node))
    };
    let of_the_rest = others.iter().any(|other| !among(&beside, other));
    // Until the others are done the end does not come.
    let alone = match beside.contains(&from) {
        true => others.is_empty(),
        false => others.iter().all(|other| among(&needless, other)),
    };
    let on = leads.on || of_the_rest || (beside.contains(&from) && !alone);
    MayLead { to_step: on, to_end: (leads.end && alone) || leads.end_of_all }
}

/// Whether nothing begins when a running step is done, however it turns out: such as a reminder beside the rest.
pub(super) fn only_ends(dossier: &Dossier, running: &RunningStep, process: &Process) -> bool {
    let leads = process.leads(&running.id, stands(dossier, running));
    running.token.is_some() && !leads.on && !leads.end_of_all
}

/// How often ways were taken where a step runs.
pub fn stands<'a>(dossier: &'a Dossier, running: &RunningStep) -> Option<RunSoFar<'a>> {
    let token = dossier.marking.token(running.token?)?;
    Some(RunSoFar { marking: &dossier.marking, within: token.within, done: &dossier.steps_done })
}

impl Onward<'_> {
    /// The ends that were come to.
    pub fn ends<'m>(&'m self, model: &'m Model) -> impl Iterator<Item = NodeIndex> + 'm {
        let passed = self.moves.iter().flat_map(|moved| &moved.passed).filter_map(|id| model.index(id));
        passed.filter(|node| matches!(model.nodes[*node].kind, NodeKind::End(_)))
    }
}
