//! Completing what a drawing leaves open.

use super::{CannotChange, Edit, Editor, NewElement, StepDetails};
use crate::mend::{Mend, english_of, unread_loop};
use crate::model::{
    Amount, End, FlowIndex, Gateway, Means, NodeIndex, NodeKind, Over, Repeats, StepOutcome, TIMES_MAX, Task,
    TimerTrigger, Trigger,
};
use crate::names::Names;
use crate::time::WorkingTime;
use feel::Expression;
use std::collections::HashSet;

impl Editor<'_> {
    pub(super) fn mend(&mut self, mend: &Mend) -> Result<(), CannotChange> {
        match mend {
            Mend::Answer { .. } => self.mend_answer(mend)?,
            Mend::Condition { flow, condition } => {
                let (flow, condition) = (self.flow(flow)?, self.condition(condition)?);
                self.set_condition(flow, condition);
            }
            Mend::When { element, condition } => {
                let (place, read) = (self.place(element)?, self.condition(condition)?);
                let unread = String::new();
                match &mut self.model.nodes[place].kind {
                    NodeKind::Boundary { trigger: trigger @ Trigger::Condition { .. }, .. }
                    | NodeKind::Catch(trigger @ Trigger::Condition { .. })
                    | NodeKind::Start(Some(trigger @ Trigger::Condition { .. })) => {
                        *trigger = Trigger::Condition { condition: Some(read), unread };
                    }
                    _ => return Err(missing(element)),
                }
            }
            Mend::ReturnedBy { event, name } => {
                let place = self.place(event)?;
                let NodeKind::Compensation { on, by: None } = self.model.nodes[place].kind else {
                    return Err(missing(event));
                };
                let about = StepDetails { name: name.clone(), ..StepDetails::default() };
                let by = self.new_step(place, &NewElement { about, ..NewElement::default() })?;
                self.model.nodes[by].compensates = true;
                self.model.nodes[place].kind = NodeKind::Compensation { on, by: Some(by) };
            }
            Mend::Otherwise { choice, flow } => {
                let (node, way) = (self.place(choice)?, self.flow(flow)?);
                if self.model.flows[way].from != node || !Mend::is_choice(&self.model, node) {
                    return Err(CannotChange::NoSuch { id: flow.clone() });
                }
                let before = self.rest_of(node, Some(way));
                self.take_otherwise(node, way, before);
            }
            Mend::UsedUp { choice, flow, .. } if !flow.is_empty() => {
                self.mend(&Mend::Otherwise { choice: choice.clone(), flow: flow.clone() })?
            }
            Mend::UsedUp { choice, name, .. } => self.deny_when_used_up(choice, name)?,
            Mend::AtMost { flow, times } => {
                let (flow, times) = (self.flow(flow)?, bounded(*times)?);
                self.model.flows[flow].at_most = Some(times);
                self.leave_open(self.model.flows[flow].from);
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
            Mend::Time { element, time } => self.mend_time(element, time)?,
            Mend::Each { step, count } => self.mend_each(step, count)?,
            Mend::AsStep { element, name } => {
                let place = self.place(element)?;
                if !Mend::becomes_step(&self.model, place) {
                    return Err(CannotChange::NoSuch { id: element.clone() });
                }
                let node = &mut self.model.nodes[place];
                if matches!(node.kind, NodeKind::Unsupported) {
                    node.drawn = String::new();
                }
                node.kind = NodeKind::Task(Task::User);
                let english = self.model.nodes[place].step.english.clone();
                self.rename(place, name, &english)?;
            }
            Mend::LeftOut { step } => self.whole(&Edit::Remove { step: step.clone() })?,
            Mend::Joined { element } => {
                let place = self.place(element)?;
                let node = &self.model.nodes[place];
                match node.kind {
                    NodeKind::Gateway(Gateway::Inclusive) => return Err(missing(element)),
                    NodeKind::Gateway(Gateway::Parallel | Gateway::Exclusive) if node.outgoing.len() == 1 => {
                        self.model.nodes[place].kind = NodeKind::Gateway(Gateway::Inclusive);
                    }
                    _ if node.incoming.len() < 2 => return Err(missing(element)),
                    _ => drop(self.before(place, Gateway::Inclusive)),
                }
            }
            Mend::OneWay { choice } => {
                let place = self.place(choice)?;
                let node = &mut self.model.nodes[place];
                if !matches!(node.kind, NodeKind::Gateway(Gateway::Inclusive)) {
                    return Err(missing(choice));
                }
                node.kind = NodeKind::Gateway(Gateway::Exclusive);
            }
            Mend::Kept { step } => drop(self.activity(step)?),
            Mend::Undecided { event, step } if step.trim().is_empty() => {
                self.whole(&Edit::RemoveEvent { event: event.clone() })?
            }
            Mend::Undecided { event, step } => {
                let place = self.place(event)?;
                // What begins beside the rest is decided inside of it.
                let of = self.model.begun_by(place).map_or(place, |(start, _)| start);
                let english = english_of(step).into();
                let about = StepDetails { name: step.clone(), english, ..StepDetails::default() };
                let new = NewElement { about, ..NewElement::default() };
                self.whole(&Edit::After { of: self.model.nodes[of].id.clone(), new })?
            }
            Mend::PlainStart { start } => {
                let place = self.place(start)?;
                let node = &mut self.model.nodes[place];
                if !matches!(node.kind, NodeKind::Start(_)) && !Mend::is_unread_start(node) {
                    return Err(missing(start));
                }
                (node.kind, node.drawn) = (NodeKind::Start(None), String::new());
            }
            Mend::Told { element, name } => {
                let place = self.place(element)?;
                let english = match english_of(name) {
                    "" => self.model.nodes[place].step.english.clone(),
                    ours => ours.into(),
                };
                self.rename(place, name, &english)?;
            }
            Mend::Start { scope, before } => self.mend_start(scope, before)?,
            Mend::OneStart { keep, others } => {
                self.place(keep)?;
                let gone = self.places(others)?;
                let starts = |node: &NodeIndex| matches!(self.model.nodes[*node].kind, NodeKind::Start(_));
                if !gone.iter().all(starts) || others.contains(keep) {
                    return Err(missing(keep));
                }
                self.model = self.model.without(&gone);
            }
            Mend::OneProcess { keep, others } => {
                let all: Vec<_> = self.model.beginning();
                let known = |id: &String| all.iter().any(|scope| self.model.scopes[*scope].id == *id);
                if others.contains(keep) || !others.iter().chain([keep]).all(known) {
                    return Err(missing(keep));
                }
                for scope in all {
                    let scope = &mut self.model.scopes[scope];
                    scope.executable = scope.id == *keep || !others.contains(&scope.id);
                }
            }
            Mend::End { scope, after } => {
                let after = self.places(after)?;
                let within = after.first().map(|node| self.model.nodes[*node].scope);
                let within = within.ok_or_else(|| missing(scope))?;
                let id = self.free("end");
                let end = self.model.add_node(within, &id, "", NodeKind::End(End::Plain));
                for node in after {
                    self.model.add_flow(node, end);
                }
            }
            Mend::Signed { flow, name, like } => self.mend_signed(flow, name, like)?,
            Mend::EndsThere { end, means } => {
                let place = self.place(end)?;
                let node = &mut self.model.nodes[place];
                let NodeKind::End(ends @ (End::Error { .. } | End::Terminate)) = &mut node.kind else {
                    return Err(missing(end));
                };
                *ends = End::Terminate;
                self.whole(&Edit::EndMeans { end: end.clone(), means: Some(*means) })?;
            }
            Mend::WithoutFlow { flow } => {
                let flow = self.flow(flow)?;
                self.model = self.model.without_flows(&HashSet::from([flow]));
            }
            Mend::BegunBy { element, message, time, interrupting } => {
                self.begun_by(element, message, time, *interrupting)?
            }
        }
        Ok(())
    }

    /// A way out of a choice is how steps before it turn out.
    fn mend_answer(&mut self, mend: &Mend) -> Result<(), CannotChange> {
        let Mend::Answer { flow, step, key, name, english, means, condition, also } = mend else {
            return Ok(());
        };
        let (flow, step) = (self.flow(flow)?, self.task(step)?);
        let also = also.iter().map(|step| self.task(step)).collect::<Result<Vec<_>, _>>()?;
        if name.trim().is_empty() {
            return Err(CannotChange::NoName);
        }
        self.alone_called_so(flow, step, name)?;
        let own = *condition == Mend::turned_out(&self.model.nodes[step].id, key);
        let outcome = StepOutcome {
            key: key.clone(),
            name: name.trim().into(),
            english: english.trim().into(),
            means: Some(*means),
        };
        // The names that are known do not have this outcome yet.
        let condition = match own {
            true => {
                let asked: Vec<String> = [step]
                    .into_iter()
                    .chain(also)
                    .map(|step| {
                        let key = self.outcome(step, outcome.clone());
                        Mend::turned_out(&self.model.nodes[step].id, &key)
                    })
                    .collect();
                Names::open().parse(&asked.join(" or ")).map_err(|_| missing(key))?
            }
            false => {
                let condition = self.condition(condition)?;
                self.outcome(step, outcome);
                condition
            }
        };
        self.set_condition(flow, condition);
        self.name_the_rest(flow, step);
        self.leave_open(self.model.flows[flow].from);
        Ok(())
    }

    /// Where ways back are used up it is denied, at an end of its own.
    fn deny_when_used_up(&mut self, choice: &str, name: &str) -> Result<(), CannotChange> {
        let node = self.place(choice)?;
        if name.trim().is_empty() {
            return Err(CannotChange::NoName);
        }
        if !Mend::is_choice(&self.model, node) {
            return Err(missing(choice));
        }
        if self.model.nodes[node].default.is_some_and(|way| self.model.way_means(way) == Means::Denied) {
            return Ok(());
        }
        let end = self.denied_end(self.model.nodes[node].scope, name.trim());
        let before = self.rest_of(node, None);
        let way = self.model.add_flow(node, end);
        self.take_otherwise(node, way, before);
        Ok(())
    }

    /// How long a step takes, or when a timer comes.
    fn mend_time(&mut self, element: &str, time: &str) -> Result<(), CannotChange> {
        let place = self.place(element)?;
        let read = WorkingTime::parse(time).ok_or_else(|| CannotChange::BadTime { text: time.into() })?;
        if !self.model.nodes[place].is_activity() {
            self.retime(place, None, read);
        }
        let node = &mut self.model.nodes[place];
        match &mut node.kind {
            NodeKind::Task(_) => node.step.time = Some(read),
            NodeKind::Boundary { trigger: Trigger::Timer(timer), .. }
            | NodeKind::Catch(Trigger::Timer(timer))
            | NodeKind::Start(Some(Trigger::Timer(timer))) => {
                timer.replace(Amount::Text(read.standard()));
            }
            _ => return Err(missing(element)),
        }
        Ok(())
    }

    /// For how many a step is done.
    fn mend_each(&mut self, step: &str, count: &str) -> Result<(), CannotChange> {
        let (place, said) = (self.activity(step)?, self.parse(count)?);
        if !crate::check::can_be_counted(&said) {
            return Err(CannotChange::BadCount { text: count.trim().into() });
        }
        let count = said;
        let over = Over::Count(count);
        // What else was drawn of it stays: whether one after the other, until when, by which name.
        let repeats = match self.model.nodes[place].repeats.clone() {
            Repeats::Each { sequential, until, name, .. } => Repeats::Each { over, sequential, until, name },
            _ => Repeats::Each { over, sequential: false, until: None, name: "item".into() },
        };
        self.repeat(place, repeats);
        Ok(())
    }

    /// A start event before what begins by itself.
    fn mend_start(&mut self, scope: &str, before: &[String]) -> Result<(), CannotChange> {
        let before = self.places(before)?;
        let [first, others @ ..] = before.as_slice() else { return Err(missing(scope)) };
        let within = self.model.nodes[*first].scope;
        let id = self.free("start");
        let start = self.model.add_node(within, &id, "", NodeKind::Start(None));
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
        Ok(())
    }

    /// A step on a way, done by whoever does another one.
    fn mend_signed(&mut self, flow: &str, name: &str, like: &str) -> Result<(), CannotChange> {
        let (flow, like) = (self.flow(flow)?, self.task(like)?);
        let said = self.model.responsible(like);
        let about = StepDetails {
            name: name.to_string(),
            english: english_of(name).into(),
            unit: said.unit.unwrap_or_default(),
            role: said.role.unwrap_or_default(),
            time: StepDetails::of(&self.model.nodes[like]).time,
            ..StepDetails::default()
        };
        // Whoever signs comes after whoever drafts: the last step of a way is the one that decides.
        let flow = self.last_of(flow);
        let near = self.model.flows[flow].from;
        let new = self.new_step(near, &NewElement { about, ..NewElement::default() })?;
        self.put_on(flow, new);
        Ok(())
    }

    /// The last arrow of a way, as long as step follows step on it.
    fn last_of(&self, way: FlowIndex) -> FlowIndex {
        let (mut last, mut seen) = (way, HashSet::new());
        loop {
            let to = self.model.flows[last].to;
            let node = &self.model.nodes[to];
            match (node.incoming.as_slice(), node.outgoing.as_slice()) {
                ([_], [on]) if node.is_work() && seen.insert(to) => last = *on,
                _ => return last,
            }
        }
    }

    /// Carries it out and keeps it with the process.
    pub(super) fn accept(&mut self, mend: &Mend) -> Result<(), CannotChange> {
        let (accepted, starts) = (mend.as_accepted(&self.model), mend.starts_gone(&self.model));
        self.mend(mend)?;
        std::iter::once(accepted).chain(starts).for_each(|accepted| self.model.keep(accepted));
        Ok(())
    }

    /// Of what cannot be done, nothing is.
    fn whole(&mut self, change: &Edit) -> Result<(), CannotChange> {
        let before = self.model.clone();
        self.apply(change).inspect_err(|_| self.model = before)
    }

    /// An event sub-process gets its start event, and a step where nothing is drawn in it.
    fn begun_by(
        &mut self,
        element: &str,
        message: &str,
        time: &str,
        interrupts: bool,
    ) -> Result<(), CannotChange> {
        let place = self.place(element)?;
        let trigger = match (time.trim(), message.trim()) {
            ("", "") => return Err(CannotChange::NoName),
            ("", name) => Trigger::Message { name: name.into() },
            (time, _) => {
                let read =
                    WorkingTime::parse(time).ok_or_else(|| CannotChange::BadTime { text: time.into() })?;
                Trigger::Timer(TimerTrigger::After(Amount::Text(read.standard())))
            }
        };
        let NodeKind::EventSubProcess { scope, interrupting } = &mut self.model.nodes[place].kind else {
            return Err(missing(element));
        };
        *interrupting = interrupts;
        let scope = *scope;
        let begins = |node: &NodeIndex| {
            let node = &self.model.nodes[*node];
            matches!(node.kind, NodeKind::Start(_)) || Mend::is_unread_start(node)
        };
        let inside = &self.model.scopes[scope].nodes;
        let start = match inside.iter().copied().find(begins) {
            Some(start) => start,
            None if inside.is_empty() => {
                let name = self.model.nodes[place].name.clone();
                let called = if name.is_empty() { message.trim().to_string() } else { name };
                let ids = ["start", "step", "end"].map(|part| self.free(&format!("{element}-{part}")));
                let [start, step, end] = ids.each_ref().map(String::as_str);
                let start = self.model.add_node(scope, start, "", NodeKind::Unsupported);
                let step = self.model.add_node(scope, step, &called, NodeKind::Task(Task::User));
                let end = self.model.add_node(scope, end, "", NodeKind::End(End::Plain));
                self.model.add_flow(start, step);
                self.model.add_flow(step, end);
                start
            }
            None => {
                let first = self.model.entries(scope);
                let [first] = first.as_slice() else { return Err(self.tangled(place)) };
                let (first, id) = (*first, self.free(&format!("{element}-start")));
                let start = self.model.add_node(scope, &id, "", NodeKind::Unsupported);
                self.model.add_flow(start, first);
                start
            }
        };
        let node = &mut self.model.nodes[start];
        node.kind = NodeKind::Start(Some(trigger));
        node.drawn = String::new();
        Ok(())
    }

    /// The way that is taken else, if it is another one, and when it is taken, as far as that is known.
    fn rest_of(
        &self,
        choice: NodeIndex,
        other: Option<FlowIndex>,
    ) -> Option<(FlowIndex, Option<Expression>)> {
        let rest = self.model.nodes[choice].default.filter(|rest| Some(*rest) != other)?;
        Some((rest, self.condition_of_the_rest(choice, rest)))
    }

    /// A way is taken where no condition holds. The one before says when it is taken now; the end it led to goes where it
    /// stood for nothing else.
    fn take_otherwise(
        &mut self,
        choice: NodeIndex,
        way: FlowIndex,
        before: Option<(FlowIndex, Option<Expression>)>,
    ) {
        let before = before.map(|(rest, condition)| (rest, condition, self.model.is_used_up_end(rest)));
        self.model.nodes[choice].default = Some(way);
        let taken = &mut self.model.flows[way];
        (taken.condition, taken.conditional) = (None, false);
        (taken.unread, taken.blank) = (String::new(), false);
        match before {
            Some((gone, _, true)) => self.without_denied_end(gone),
            Some((rest, Some(condition), false)) => self.set_condition(rest, condition),
            _ => {}
        }
    }

    /// When the way is taken that is taken else: how the step turns out then, or where none of the others holds.
    fn condition_of_the_rest(&self, choice: NodeIndex, rest: FlowIndex) -> Option<Expression> {
        let text = match self.model.asks_outcome(rest) {
            Some((step, outcome)) => Mend::turned_out(&self.model.nodes[step].id, &outcome.key),
            None => {
                let others = self.model.nodes[choice].outgoing.iter().filter(|other| **other != rest);
                let conditions = others.filter_map(|other| self.model.flows[*other].condition.as_ref());
                let conditions: Vec<String> = conditions.map(|condition| format!("({condition})")).collect();
                if conditions.is_empty() {
                    return None;
                }
                format!("not({})", conditions.join(" or "))
            }
        };
        Names::open().parse(&text).ok()
    }

    fn flow(&self, id: &str) -> Result<FlowIndex, CannotChange> {
        self.model.flows_by_id.get(id).copied().ok_or_else(|| missing(id))
    }

    fn places(&self, ids: &[String]) -> Result<Vec<NodeIndex>, CannotChange> {
        ids.iter().map(|id| self.place(id)).collect()
    }
}

pub(super) fn missing(id: &str) -> CannotChange {
    CannotChange::NoSuch { id: id.into() }
}

fn bounded(times: u32) -> Result<u32, CannotChange> {
    if (1..=TIMES_MAX).contains(&times) { Ok(times) } else { Err(CannotChange::NoTimes) }
}
