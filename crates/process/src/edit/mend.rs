//! Completing what a drawing leaves open.

use super::{About, CannotChange, Editor, New, Then};
use crate::mend::{Mend, unread_loop};
use crate::model::{
    Amount, End, FlowIndex, Gateway, Kind, Node, NodeIndex, Outcome, Over, Repeats, TIMES_MAX, Task, Timer,
    Trigger,
};
use crate::names::Names;
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
                let own = *condition == Mend::turned_out(&self.model.nodes[step].id, key);
                let outcome =
                    Outcome { key: key.clone(), name: name.trim().into(), english: english.trim().into() };
                // The names that are known do not have this outcome yet.
                let condition = match own {
                    true => {
                        let key = self.outcome(step, outcome);
                        let asked = Mend::turned_out(&self.model.nodes[step].id, &key);
                        Names::open().parse(&asked).map_err(|_| missing(&key))?
                    }
                    false => {
                        let condition = self.condition(condition)?;
                        self.outcome(step, outcome);
                        condition
                    }
                };
                self.set_condition(flow, condition);
            }
            Mend::Condition { flow, condition } => {
                let (flow, condition) = (self.flow(flow)?, self.condition(condition)?);
                self.set_condition(flow, condition);
            }
            Mend::When { element, condition } => {
                let (place, read) = (self.place(element)?, self.condition(condition)?);
                let unread = String::new();
                match &mut self.model.nodes[place].kind {
                    Kind::Boundary { trigger: trigger @ Trigger::Condition { .. }, .. }
                    | Kind::Catch(trigger @ Trigger::Condition { .. })
                    | Kind::Start(Some(trigger @ Trigger::Condition { .. })) => {
                        *trigger = Trigger::Condition { condition: Some(read), unread };
                    }
                    _ => return Err(missing(element)),
                }
            }
            Mend::ReturnedBy { event, name } => {
                let place = self.place(event)?;
                let Kind::Compensation { on, by: None } = self.model.nodes[place].kind else {
                    return Err(missing(event));
                };
                let about = About { name: name.clone(), ..About::default() };
                let by = self.new_step(place, &New { about, ..New::default() })?;
                self.model.nodes[by].compensates = true;
                self.model.nodes[place].kind = Kind::Compensation { on, by: Some(by) };
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
            Mend::Rounds { step, times, condition } => {
                let (place, most) = (self.activity(step)?, bounded(*times)?);
                // A condition that could not be read is for a person to write anew.
                let anew = condition.clone().or(unread_loop(&self.model.nodes[place]).then(String::new));
                let anew = anew.map(|condition| self.condition(&condition)).transpose()?;
                let node = &mut self.model.nodes[place];
                let Repeats::While { condition, at_most, .. } = &mut node.repeats else {
                    return Err(missing(step));
                };
                (*at_most, *condition) = (Some(most), anew.or(condition.take()));
                node.drawn = String::new();
            }
            Mend::Time { element, time } => {
                let place = self.place(element)?;
                let read =
                    WorkingTime::parse(time).ok_or_else(|| CannotChange::BadTime { text: time.into() })?;
                let node = &mut self.model.nodes[place];
                match &mut node.kind {
                    Kind::Task(_) => node.step.time = Some(read),
                    Kind::Boundary { trigger: Trigger::Timer(timer), .. }
                    | Kind::Catch(Trigger::Timer(timer))
                    | Kind::Start(Some(Trigger::Timer(timer))) => {
                        let amount = Amount::Text(read.standard());
                        *timer = match timer {
                            Timer::Every { times, .. } => Timer::Every { times: *times, pause: amount },
                            _ => Timer::After(amount),
                        };
                    }
                    _ => return Err(missing(element)),
                }
            }
            Mend::Each { step, count } => {
                let (place, count) = (self.activity(step)?, self.parse(count)?);
                let (over, name) = (Over::Count(count), "item".to_string());
                self.repeat(place, Repeats::Each { over, sequential: false, until: None, name });
            }
            Mend::AsStep { element, name } => {
                let place = self.place(element)?;
                if !Mend::becomes_step(&self.model, place) {
                    return Err(CannotChange::NoSuch { id: element.clone() });
                }
                let node = &mut self.model.nodes[place];
                if matches!(node.kind, Kind::Unsupported) {
                    node.drawn = String::new();
                }
                node.kind = Kind::Task(Task::User);
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
            Mend::OnEdge { element, step, time, interrupting } => {
                let (place, on) = (self.place(element)?, self.activity(step)?);
                self.same_scope(place, on)?;
                let Node { name, drawn, incoming, outgoing, .. } = &self.model.nodes[place];
                let apart = incoming.is_empty() && outgoing.is_empty();
                if !matches!(self.model.nodes[place].kind, Kind::Unsupported) || !apart {
                    return Err(missing(element));
                }
                // What is done inside is one step; nothing is left out in silence.
                let called = if name.is_empty() { element.clone() } else { name.clone() };
                let works = drawn.contains("ask ") || drawn.contains("callActivity");
                let new =
                    || New { about: About { name: called.clone(), ..About::default() }, ..New::default() };
                let then = match (*interrupting, works) {
                    (false, _) => Then::Remind,
                    (true, false) => Then::GoOn,
                    (true, true) => Then::Do(Box::new(new())),
                };
                self.overdue(step, time, &called, &then)?;
                let event = self.model.nodes[on].boundary.last().copied();
                if let Some(event) = event.filter(|_| works && !interrupting) {
                    let (out, step) = (self.exit(event)?, self.new_step(event, &new())?);
                    self.put_on(out, step);
                }
                self.model = self.model.without(&[place]);
            }
        }
        Ok(())
    }

    fn flow(&self, id: &str) -> Result<FlowIndex, CannotChange> {
        self.model.flows_by_id.get(id).copied().ok_or_else(|| missing(id))
    }

    /// A way a step may turn out: the one that is called so, or a new one; gives its key.
    fn outcome(&mut self, step: NodeIndex, wanted: Outcome) -> String {
        let outcomes = &mut self.model.nodes[step].step.outcomes;
        let small = wanted.name.to_lowercase();
        if let Some(known) = outcomes.iter().find(|outcome| outcome.name.to_lowercase() == small) {
            return known.key.clone();
        }
        let taken = |key: &String| outcomes.iter().any(|outcome| outcome.key == *key);
        let numbered = (2..).map(|number| format!("{}-{number}", wanted.key));
        let key = std::iter::once(wanted.key.clone()).chain(numbered).find(|key| !taken(key));
        let key = key.expect("numbers do not end");
        outcomes.push(Outcome { key: key.clone(), ..wanted });
        key
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
