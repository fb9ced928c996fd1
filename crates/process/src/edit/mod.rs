//! Changing a process step by step. Each change keeps together what belongs together: ways that part meet again, what runs
//! at once is waited for, a way back has its bound. So a process that is put together by these changes stays sound.

mod about;
mod answers;
mod cannot;
mod each;
mod graph;
mod group;
mod mend;
mod put_back;
mod retimed;
mod used_up;

pub use about::StepDetails;
pub use cannot::CannotChange;

use crate::check::check_for;
use crate::mend::Mend;
use crate::mentions::mentions;
use crate::model::{
    Amount, End, FlowIndex, Gateway, Means, Model, NodeIndex, NodeKind, Repeats, TIMES_MAX, Task,
    TimerTrigger, Trigger, plain_name,
};
use crate::names::Names;
use crate::problem::Weight;
use crate::time::WorkingTime;
use feel::Expression;
use std::collections::HashSet;

/// One change. Elements are named by their ids.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// What is said of a step.
    Describe {
        step: String,
        about: StepDetails,
    },
    /// A new step after an element.
    After {
        of: String,
        new: NewElement,
    },
    /// A new step at the same time as another.
    InParallel {
        of: String,
        new: NewElement,
    },
    /// A new step instead of another, where a condition holds.
    Instead {
        of: String,
        new: NewElement,
        condition: String,
    },
    /// A step is left out where a condition holds.
    LeaveOut {
        step: String,
        condition: String,
    },
    /// A flow from one step back to another or to itself, while a condition holds, with a maximum number of times.
    Back {
        from: String,
        to: String,
        condition: String,
        times: u32,
        /// Once it has gone back as often as it may, it ends: denied. Else it goes on.
        denied: bool,
    },
    /// Something happens when a step takes too long.
    Overdue {
        step: String,
        time: String,
        name: String,
        then: Then,
    },
    /// A step is done for each of a list; once again where there is none.
    ForEach {
        step: String,
        list: Option<String>,
        name: String,
    },
    /// The condition of a way out of a choice, and how often a way back is taken at most.
    Condition {
        flow: String,
        condition: String,
        times: Option<u32>,
    },
    /// How long it is until a timer comes.
    EventTime {
        event: String,
        time: String,
    },
    /// After an element the applicant is told something.
    Tell {
        of: String,
        name: String,
        english: String,
    },
    /// From one step to a later one: a process inside the process.
    Group {
        from: String,
        to: String,
        name: String,
    },
    /// What an end means to who applied; what its name says where nothing is given.
    EndMeans {
        end: String,
        means: Option<Means>,
    },
    /// What lies inside lies outside again.
    Ungroup {
        group: String,
    },
    /// What a process inside the process is called.
    Rename {
        of: String,
        name: String,
        english: String,
    },
    /// A step goes to another place, after an element.
    Move {
        step: String,
        after: String,
    },
    Remove {
        step: String,
    },
    /// A way out of a choice goes, unless it is the one for what is left.
    RemoveWay {
        flow: String,
    },
    /// An event on the edge of a step goes, with what is done only because of it.
    RemoveEvent {
        event: String,
    },
    /// What a drawing leaves open is completed.
    Mend(Mend),
    /// The same as it was proposed: it is kept with the process.
    Accept(Mend),
    /// What went by a proposal stands there again: the one at this place of what was accepted.
    PutBack {
        accepted: usize,
    },
}

/// Maximum letters of a name.
const LENGTH_MAX: usize = 200;

/// A step that is not there yet. The id is made free where it is not.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NewElement {
    pub id: String,
    pub about: StepDetails,
}

/// What follows when a step takes too long.
#[derive(Clone, Debug, PartialEq)]
pub enum Then {
    /// It is recorded; the step goes on.
    Remind,
    /// The process goes on without it.
    GoOn,
    /// Another step is done instead.
    Do(Box<NewElement>),
}

/// The model after a change. What the file it came from has beside the standard's own words and ours is not in it.
pub fn edit(model: &Model, change: &Edit, names: &Names) -> Result<Model, CannotChange> {
    let mut editor = Editor { model: model.clone(), names: &names.within(model) };
    editor.apply(change)?;
    let changed = editor.model.tidied();
    if changed.steps().is_empty() {
        return Err(CannotChange::LastStep);
    }
    // What was sound stays sound.
    let wrong = |model: &Model| {
        let report = check_for(model, names);
        report.findings.into_iter().find(|finding| finding.trouble.weight() == Weight::Error)
    };
    // What stands again as it was drawn is asked about again.
    let as_drawn = matches!(change, Edit::PutBack { .. });
    match wrong(&changed) {
        Some(finding) if !as_drawn && wrong(model).is_none() => {
            Err(CannotChange::WouldBreak { finding: Box::new(finding) })
        }
        _ => Ok(changed),
    }
}

/// The model after all that is proposed for it, in that order, and which of it were carried out. Of what cannot be,
/// nothing is; what comes of the whole is for a check to say.
pub fn complete(model: &Model, proposals: &[Mend], names: &Names) -> (Model, Vec<bool>) {
    let mut editor = Editor { model: model.clone(), names: &names.within(model) };
    let done = proposals.iter().map(|mend| editor.accept(mend).is_ok()).collect();
    (editor.model.tidied(), done)
}

struct Editor<'a> {
    model: Model,
    names: &'a Names,
}

impl Editor<'_> {
    fn apply(&mut self, change: &Edit) -> Result<(), CannotChange> {
        match change {
            Edit::Describe { step, about } => {
                let step = self.task(step)?;
                about.onto(&mut self.model.nodes[step])
            }
            Edit::After { of, new } => {
                let of = self.place(of)?;
                let out = self.exit(of)?;
                let new = self.new_step(of, new)?;
                self.put_on(out, new);
                Ok(())
            }
            Edit::InParallel { of, new } => {
                let of = self.activity(of)?;
                let new = self.new_step(of, new)?;
                let (fork, join) = self.around(of, Gateway::Parallel)?;
                self.model.add_flow(fork, new);
                self.model.add_flow(new, join);
                Ok(())
            }
            Edit::Instead { of, new, condition } => {
                let of = self.activity(of)?;
                let condition = self.condition(condition)?;
                let new = self.new_step(of, new)?;
                let (choice, merge) = self.around(of, Gateway::Exclusive)?;
                let way = self.model.add_flow(choice, new);
                self.set_condition(way, condition);
                self.model.add_flow(new, merge);
                Ok(())
            }
            Edit::LeaveOut { step, condition } => {
                let step = self.activity(step)?;
                let condition = self.condition(condition)?;
                let (choice, merge) = self.around(step, Gateway::Exclusive)?;
                let way = self.model.add_flow(choice, merge);
                self.set_condition(way, condition);
                Ok(())
            }
            Edit::Back { from, to, condition, times, denied } => {
                let (from, to) = (self.activity(from)?, self.activity(to)?);
                if !(1..=TIMES_MAX).contains(times) {
                    return Err(CannotChange::NoTimes);
                }
                self.same_scope(from, to)?;
                if !self.model.comes_to(to, from) {
                    return Err(CannotChange::NotEarlier);
                }
                let condition = self.condition(condition)?;
                let out = self.exit(from)?;
                let scope = self.model.nodes[from].scope;
                let choice = self.gateway(scope, Gateway::Exclusive, "again");
                let on = self.put_on(out, choice);
                self.model.nodes[choice].default = Some(on);
                let merge = self.before(to, Gateway::Exclusive);
                let back = self.model.add_flow(choice, merge);
                self.set_condition(back, condition);
                self.model.flows[back].at_most = Some(*times);
                match denied {
                    true => self.mend(&Mend::denied(&self.model.nodes[choice].id)),
                    false => Ok(()),
                }
            }
            Edit::Overdue { step, time, name, then } => self.overdue(step, time, name, then),
            Edit::ForEach { step, list, name } => {
                let step = self.activity(step)?;
                let repeats = match list {
                    None => Repeats::Once,
                    Some(said) => self.each(step, said, name)?,
                };
                self.repeat(step, repeats);
                Ok(())
            }
            Edit::Condition { flow, condition, times } => {
                let place = self.model.flows_by_id.get(flow).copied();
                let place = place.ok_or_else(|| CannotChange::NoSuch { id: flow.clone() })?;
                let condition = self.condition(condition)?;
                self.set_condition(place, condition);
                if self.model.flows[place].at_most.is_some() {
                    let times =
                        times.filter(|times| (1..=TIMES_MAX).contains(times)).ok_or(CannotChange::NoTimes)?;
                    self.model.flows[place].at_most = Some(times);
                }
                Ok(())
            }
            Edit::EventTime { event, time } => {
                let place = self.place(event)?;
                let time =
                    WorkingTime::parse(time).ok_or_else(|| CannotChange::BadTime { text: time.into() })?;
                let amount = Amount::Text(time.standard());
                let found = match &mut self.model.nodes[place].kind {
                    NodeKind::Boundary { trigger, .. }
                    | NodeKind::Catch(trigger)
                    | NodeKind::Start(Some(trigger)) => trigger,
                    _ => return Err(CannotChange::NoSuch { id: event.clone() }),
                };
                let Trigger::Timer(timer) = found else {
                    return Err(CannotChange::NoSuch { id: event.clone() });
                };
                let before = timer.replace(amount);
                let said = before.and_then(|text| WorkingTime::parse(&text));
                if said.is_some() {
                    self.retime(place, said, time);
                }
                Ok(())
            }
            Edit::Tell { of, name, english } => {
                let of = self.place(of)?;
                let out = self.exit(of)?;
                let scope = self.model.nodes[of].scope;
                let id = self.free(&format!("{}-told", self.model.nodes[of].id));
                let kind = NodeKind::Throw(Some(Trigger::Message { name: id.clone() }));
                let told = self.model.add_node(scope, &id, "", kind);
                self.put_on(out, told);
                self.rename(told, name, english)
            }
            Edit::Mend(mend) => self.mend(mend),
            Edit::Accept(mend) => self.accept(mend),
            Edit::PutBack { accepted } => self.put_back(*accepted),
            Edit::Group { from, to, name } => self.group(from, to, name),
            Edit::EndMeans { end, means } => {
                let place = self.place(end)?;
                let node = &mut self.model.nodes[place];
                if !matches!(node.kind, NodeKind::End(_)) {
                    return Err(CannotChange::NoSuch { id: end.clone() });
                }
                // What its name says anyway is not said again.
                node.step.means = means.filter(|means| *means != Means::of_words(&node.name));
                Ok(())
            }
            Edit::Ungroup { group } => self.ungroup(group),
            Edit::Rename { of, name, english } => {
                let of = self.place(of)?;
                self.rename(of, name, english)
            }
            Edit::Move { step, after } => {
                let (step, after) = (self.activity(step)?, self.place(after)?);
                self.same_scope(step, after)?;
                if step == after {
                    return Ok(());
                }
                // What is done instead of it would stay behind.
                if !self.model.nodes[step].boundary.is_empty() || self.model.nodes[step].compensates {
                    return Err(self.tangled(step));
                }
                self.take_out(step)?;
                let out = self.exit(after)?;
                self.put_on(out, step);
                Ok(())
            }
            Edit::RemoveWay { flow } => {
                let missing = || CannotChange::NoSuch { id: flow.clone() };
                let place = self.model.flows_by_id.get(flow).copied().ok_or_else(missing)?;
                let from = self.model.flows[place].from;
                let only = self.model.nodes[from].outgoing.len() < 2;
                if only || self.model.nodes[from].default == Some(place) {
                    return Err(missing());
                }
                self.model = self.model.without_flows(&HashSet::from([place]));
                Ok(())
            }
            Edit::RemoveEvent { event } => {
                let place = self.place(event)?;
                match self.model.nodes[place].kind {
                    NodeKind::Boundary { .. }
                    | NodeKind::Compensation { .. }
                    | NodeKind::EventSubProcess { .. } => {}
                    // One of several that are waited for is an answer to a choice.
                    NodeKind::Catch(_) if self.is_awaited_among_others(place) => {
                        return Err(self.tangled(place));
                    }
                    NodeKind::Throw(_) | NodeKind::Catch(_) => self.take_out(place)?,
                    _ => return Err(CannotChange::NoSuch { id: event.clone() }),
                }
                self.model = self.model.without(&[place]);
                Ok(())
            }
            Edit::Remove { step } => {
                let step = self.activity(step)?;
                if self.is_returned_by_name(step) {
                    return Err(self.tangled(step));
                }
                let mut gone = vec![step];
                if self.model.nodes[step].compensates {
                    gone.extend(self.model.returns(step));
                } else {
                    self.drop_branch(step)?;
                    self.take_out(step)?;
                }
                gone.extend(self.model.nodes[step].boundary.clone());
                let left = self.model.without(&gone).tidied();
                let lost = self.model.nodes.iter().filter(|node| left.index(&node.id).is_none());
                let named: Vec<String> = lost.map(|node| format!("steps.{}", plain_name(&node.id))).collect();
                if let Some(condition) =
                    left.expressions().find(|text| named.iter().any(|name| mentions(text, name)))
                {
                    return Err(CannotChange::StillNamed { condition });
                }
                self.model = left;
                Ok(())
            }
        }
    }

    fn overdue(&mut self, step: &str, time: &str, name: &str, then: &Then) -> Result<(), CannotChange> {
        let step = self.activity(step)?;
        let time = WorkingTime::parse(time).ok_or_else(|| CannotChange::BadTime { text: time.into() })?;
        let trigger = Trigger::Timer(TimerTrigger::After(Amount::Text(time.standard())));
        let scope = self.model.nodes[step].scope;
        let id = self.free(&format!("{}-overdue", self.model.nodes[step].id));
        let meet = if *then == Then::Remind { None } else { Some(self.after(step)?) };
        let kind = NodeKind::Boundary { on: step, interrupting: meet.is_some(), trigger };
        let event = self.model.add_node(scope, &id, name.trim(), kind);
        self.model.nodes[step].boundary.push(event);
        match (then, meet) {
            (Then::Do(new), Some(meet)) => {
                let new = self.new_step(step, new)?;
                self.model.add_flow(event, new);
                self.model.add_flow(new, meet);
            }
            (_, Some(meet)) => {
                self.model.add_flow(event, meet);
            }
            (_, None) => {
                let id = self.free(&format!("{id}-recorded"));
                let end = self.model.add_node(scope, &id, "", NodeKind::End(End::Plain));
                self.model.add_flow(event, end);
            }
        }
        Ok(())
    }

    fn rename(&mut self, node: NodeIndex, name: &str, english: &str) -> Result<(), CannotChange> {
        let (name, english) = (name.trim(), english.trim());
        if name.is_empty() {
            return Err(CannotChange::NoName);
        }
        if let Some(long) = [name, english].into_iter().find(|text| text.chars().count() > LENGTH_MAX) {
            return Err(CannotChange::TooLong { text: long.to_string() });
        }
        let node = &mut self.model.nodes[node];
        node.name = name.into();
        node.step.english = english.into();
        Ok(())
    }

    fn new_step(&mut self, near: NodeIndex, new: &NewElement) -> Result<NodeIndex, CannotChange> {
        let scope = self.model.nodes[near].scope;
        let wanted = if new.id.is_empty() { "step" } else { &new.id };
        let id = self.free(wanted);
        let step = self.model.add_node(scope, &id, "", NodeKind::Task(Task::User));
        new.about.onto(&mut self.model.nodes[step])?;
        Ok(step)
    }

    fn parse(&self, text: &str) -> Result<Expression, CannotChange> {
        let problems = |problems| CannotChange::BadExpression { text: text.trim().into(), problems };
        self.names.parse(text.trim()).map_err(problems)
    }

    /// What is true or false.
    fn condition(&self, text: &str) -> Result<Expression, CannotChange> {
        let condition = self.parse(text)?;
        let problems = self.names.check_condition(&condition);
        let text = text.trim().to_string();
        if problems.is_empty() { Ok(condition) } else { Err(CannotChange::BadExpression { text, problems }) }
    }

    fn is_awaited_among_others(&self, event: NodeIndex) -> bool {
        let mut before = self.model.nodes[event].incoming.iter().map(|flow| self.model.flows[*flow].from);
        before.any(|from| matches!(self.model.nodes[from].kind, NodeKind::Gateway(Gateway::EventBased)))
    }

    fn set_condition(&mut self, flow: FlowIndex, condition: Expression) {
        let flow = &mut self.model.flows[flow];
        flow.condition = Some(condition);
        flow.conditional = true;
        (flow.unread, flow.blank) = (String::new(), false);
    }
}
