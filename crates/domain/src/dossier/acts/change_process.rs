//! Move a running dossier to another version of its process: only by a plan somebody answers for, and only where its place
//! in the new one is plain. What does not fit stays.

use crate::dossier::context::Context;
use crate::dossier::event::{Event, Fact};
use crate::dossier::onward;
use crate::dossier::refusal::Refusal;
use crate::dossier::rights;
use crate::dossier::stage::Stage;
use crate::dossier::state::Dossier;
use crate::dossier::step::RunningStep;
use crate::dossier::unplaced::Unplaced;
use crate::dossier::waiting;
use crate::officer::{AccountId, Actor};
use crate::procedure::{Procedure, Process};
use process::{Gateway, Kind, Model, Moved, NodeIndex, Repeats, State, Token};
use std::collections::HashSet;

#[derive(Clone, Debug)]
pub struct ChangeProcess {
    pub to: Box<Process>,
    /// Who answers for the plan.
    pub decided_by: AccountId,
}

impl ChangeProcess {
    pub(super) fn decide(
        &self,
        dossier: &Dossier,
        actor: &Actor,
        context: &Context,
    ) -> Result<Vec<Event>, Refusal> {
        rights::must_be_program(actor)?;
        let running = place(dossier, &context.procedure.process, &self.to).map_err(|why| match why {
            Unplaced::NotOneStep if dossier.stage != Stage::Processing => dossier.wrong_stage(),
            why => Refusal::Unplaced { why },
        })?;
        let token = self.to.drawing.as_ref().map(|_| dossier.marking.last + 1);
        let mut events: Vec<Event> = vec![
            Fact::ProcessChanged {
                version: self.to.version,
                token,
                steps_total: self.to.steps.len() as u32,
                decided_by: self.decided_by,
            }
            .into(),
        ];
        let Some(token) = token else { return Ok(events) };
        let entered = Token {
            id: token,
            at: running.id.clone(),
            within: 0,
            state: State::Waiting,
            happened: process::Happened::default(),
            item: None,
            round: 0,
        };
        let moved = Moved { entered: vec![entered], last: token, ..Moved::default() };
        let mut marking = process::Marking { last: dossier.marking.last, ..process::Marking::default() };
        marking.apply(&moved);
        events.push(Fact::ProcessMoved { moves: vec![moved] }.into());
        // What is waited for there is waited for from now on.
        let procedure = Procedure { process: (*self.to).clone(), ..context.procedure.clone() };
        let context = Context { procedure: &procedure, ..*context };
        let bare = Dossier { waits: Vec::new(), ..dossier.clone() };
        let awaited = waiting::begun(
            &bare,
            &marking,
            None,
            Some(&running.unit),
            &onward::seen(&bare, &context),
            &context,
        )?;
        events.extend(awaited.into_iter().map(Event::from));
        Ok(events)
    }
}

/// The running step of a dossier, if it has its place in another version too.
pub fn place<'a>(dossier: &'a Dossier, from: &Process, to: &Process) -> Result<&'a RunningStep, Unplaced> {
    if from.version == to.version {
        return Err(Unplaced::Same);
    }
    let ([running], Stage::Processing) = (dossier.steps.as_slice(), &dossier.stage) else {
        return Err(Unplaced::NotOneStep);
    };
    if running.token.is_some() && dossier.marking.tokens.len() != 1 {
        return Err(Unplaced::NotOneStep);
    }
    let step = to.step(&running.id).ok_or(Unplaced::StepGone)?;
    let role = from.step(&running.id).map(|step| step.role);
    if step.unit != running.unit || role.is_some_and(|role| role != step.role) {
        return Err(Unplaced::OtherDoer);
    }
    let Some(drawing) = &to.drawing else { return Ok(running) };
    let model = drawing.model();
    let node = model.index(&running.id).ok_or(Unplaced::StepGone)?;
    let found = &model.nodes[node];
    if model.main() != Some(found.scope) || !matches!(found.repeats, Repeats::Once) {
        return Err(Unplaced::StepGone);
    }
    if waits_for_others(model, node) { Err(Unplaced::OneOfSeveral) } else { Ok(running) }
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
        let joins = matches!(node.kind, Kind::Gateway(Gateway::Parallel | Gateway::Inclusive));
        joins && node.incoming.iter().any(|flow| !reached.contains(&model.flows[*flow].from))
    })
}
