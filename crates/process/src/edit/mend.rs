//! Completing what a drawing leaves open.

use super::{CannotChange, Editor};
use crate::mend::Mend;
use crate::model::{End, FlowIndex, Gateway, Kind, NodeIndex, Outcome, Over, Repeats, TIMES_MAX, Task};
use crate::time::WorkingTime;
use std::collections::HashSet;

impl Editor<'_> {
    pub(super) fn mend(&mut self, mend: &Mend) -> Result<(), CannotChange> {
        match mend {
            Mend::Answer { flow, step, key, name, english, condition } => {
                let (flow, step) = (self.flow(flow)?, self.task(step)?);
                if name.trim().is_empty() {
                    return Err(CannotChange::NoName);
                }
                let condition = self.condition(condition)?;
                let outcomes = &mut self.model.nodes[step].step.outcomes;
                if !outcomes.iter().any(|outcome| outcome.key == *key) {
                    let outcome = Outcome { key: key.clone(), name: name.clone(), english: english.clone() };
                    outcomes.push(outcome);
                }
                self.set_condition(flow, condition);
            }
            Mend::Condition { flow, condition } => {
                let (flow, condition) = (self.flow(flow)?, self.condition(condition)?);
                self.set_condition(flow, condition);
            }
            Mend::Otherwise { choice, flow } => {
                let (node, way) = (self.place(choice)?, self.flow(flow)?);
                if self.model.flows[way].from != node || !Mend::is_choice(&self.model, node) {
                    return Err(CannotChange::NoSuch { id: flow.clone() });
                }
                self.model.nodes[node].default = Some(way);
                let way = &mut self.model.flows[way];
                (way.condition, way.conditional, way.unread) = (None, false, String::new());
            }
            Mend::AtMost { flow, times } => {
                let (flow, times) = (self.flow(flow)?, bounded(*times)?);
                self.model.flows[flow].at_most = Some(times);
            }
            Mend::Rounds { step, times } => {
                let (place, most) = (self.activity(step)?, bounded(*times)?);
                match &mut self.model.nodes[place].repeats {
                    Repeats::While { at_most, .. } => *at_most = Some(most),
                    _ => return Err(CannotChange::NoSuch { id: step.clone() }),
                }
            }
            Mend::Time { element, time } => {
                let place = self.task(element)?;
                let read =
                    WorkingTime::parse(time).ok_or_else(|| CannotChange::BadTime { text: time.into() })?;
                self.model.nodes[place].step.time = Some(read);
            }
            Mend::Each { step, count } => {
                let (place, count) = (self.activity(step)?, self.parse(count)?);
                let (over, name) = (Over::Count(count), "item".to_string());
                self.model.nodes[place].repeats =
                    Repeats::Each { over, sequential: false, until: None, name };
            }
            Mend::AsStep { element, name } => {
                let place = self.place(element)?;
                if !Mend::becomes_step(&self.model, place) {
                    return Err(CannotChange::NoSuch { id: element.clone() });
                }
                self.model.nodes[place].kind = Kind::Task(Task::User);
                let english = self.model.nodes[place].step.english.clone();
                self.rename(place, name, &english)?;
            }
            Mend::Start { scope, before } => {
                let before = self.places(before)?;
                let [first, others @ ..] = before.as_slice() else { return Err(missing(scope)) };
                let within = self.model.nodes[*first].scope;
                let id = self.free("start");
                let start = self.model.add_node(within, &id, "", Kind::Start(None));
                // What began by itself began at once.
                let from = match others.is_empty() {
                    true => start,
                    false => {
                        let fork = self.gateway(within, Gateway::Parallel, "fork");
                        self.model.add_flow(start, fork);
                        fork
                    }
                };
                for node in before {
                    self.model.add_flow(from, node);
                }
            }
            Mend::OneStart { keep, others } => {
                self.place(keep)?;
                let gone = self.places(others)?;
                let starts = |node: &NodeIndex| matches!(self.model.nodes[*node].kind, Kind::Start(_));
                if !gone.iter().all(starts) || others.contains(keep) {
                    return Err(missing(keep));
                }
                self.model = self.model.without(&gone);
            }
            Mend::End { scope, after } => {
                let after = self.places(after)?;
                let within = after.first().map(|node| self.model.nodes[*node].scope);
                let within = within.ok_or_else(|| missing(scope))?;
                let id = self.free("end");
                let end = self.model.add_node(within, &id, "", Kind::End(End::Plain));
                for node in after {
                    self.model.add_flow(node, end);
                }
            }
            Mend::WithoutFlow { flow } => {
                let flow = self.flow(flow)?;
                self.model = self.model.without_flows(&HashSet::from([flow]));
            }
            // What happens there is not known here: a model does not keep what is not run.
            Mend::OnEdge { element, .. } => return Err(missing(element)),
        }
        Ok(())
    }

    fn flow(&self, id: &str) -> Result<FlowIndex, CannotChange> {
        self.model.flows_by_id.get(id).copied().ok_or_else(|| missing(id))
    }

    fn places(&self, ids: &[String]) -> Result<Vec<NodeIndex>, CannotChange> {
        ids.iter().map(|id| self.place(id)).collect()
    }
}

fn missing(id: &str) -> CannotChange {
    CannotChange::NoSuch { id: id.into() }
}

fn bounded(times: u32) -> Result<u32, CannotChange> {
    if (1..=TIMES_MAX).contains(&times) { Ok(times) } else { Err(CannotChange::NoTimes) }
}
