//! The changes an element may be given, each with its form: drawn and read by the same calls.

use super::super::conditions::{ConditionField, Conditions};
use super::super::drawn::{event_condition, event_time, is_event, is_return, is_timer, tells};
use super::super::mends;
use super::{DraftElement, Words, about};
use crate::administration::rows::fresh_key;
use domain::Language;
use process::{CannotChange, Edit, Means, Mend, Node, NodeKind, Repeats, StepDetails, Then, plain_name};
use ui::Form;
use ui::field::option;
use ui::form::ErrorTarget;
use web::RequestContext;

/// What the forms look at.
pub(super) struct ElementContext<'a> {
    pub context: &'a RequestContext,
    pub element: &'a DraftElement,
    pub t: Words,
}

/// A change that can be made, with its form.
pub(super) struct ElementForm {
    pub act: &'static str,
    pub title: &'static str,
    pub note: String,
    /// It stands open: what is said of the element itself.
    pub first: bool,
    pub form: FormOf,
}

type FormOf = fn(&mut Form, &ElementContext) -> Option<Edit>;

pub(in super::super) const TIME: ErrorTarget = ErrorTarget::Named("time");
pub(in super::super) const CONDITION: ErrorTarget = ErrorTarget::Named("condition");
pub(in super::super) const TIMES: ErrorTarget = ErrorTarget::Named("times");
pub(in super::super) const NAME: ErrorTarget = ErrorTarget::Named("name");
/// What else may be wrong with a change stands at what it is mostly about.
pub(in super::super) const MATTER: ErrorTarget = ErrorTarget::Named("matter");

/// What of a form a change fails at.
pub(in super::super) fn target_of(cannot: &CannotChange) -> ErrorTarget {
    match cannot {
        CannotChange::BadTime { .. } => TIME,
        CannotChange::BadExpression { .. } => CONDITION,
        CannotChange::NoTimes => TIMES,
        CannotChange::NoName | CannotChange::SameAnswer { .. } => NAME,
        CannotChange::BadCount { .. } => CONDITION,
        _ => MATTER,
    }
}

/// What can be changed here; what is said of the element first.
pub(super) fn changes(at: &ElementContext) -> Vec<ElementForm> {
    let t = at.t;
    let change =
        |act, title, form: FormOf| ElementForm { act, title, note: String::new(), first: false, form };
    let first = |act, title, form: FormOf| ElementForm { first: true, ..change(act, title, form) };
    let Some(node) = at.element.model.node(&at.element.id) else {
        return changes_of_a_way(at, first, change);
    };
    let mut found = Vec::new();
    if matches!(node.kind, NodeKind::End(_)) {
        let name = |form: &mut Form, at: &ElementContext| rename(form, at, at.t.name(), at.t.name_english());
        return vec![first("end-means", t.end_means(), end_means), change("rename", t.name(), name)];
    }
    if is_event(node) {
        if is_timer(node) {
            found.push(first("event-time", t.event_time(), time_of_an_event));
        }
        if event_condition(node).is_some() {
            found.push(first("event-condition", t.event_condition(), condition_of_an_event));
        }
        if tells(node) {
            found.push(change("rename", t.told(), |form, at| {
                rename(form, at, at.t.told(), at.t.told_english())
            }));
        }
        if node.outgoing.len() == 1 && !matches!(node.kind, NodeKind::Start(_)) {
            found.push(change("after", t.after_event(), after));
        }
        if tells(node)
            || is_return(node)
            || matches!(node.kind, NodeKind::Boundary { .. } | NodeKind::Catch(_))
        {
            found.push(change("remove-event", t.remove_event(), |_, at| {
                Some(Edit::RemoveEvent { event: at.id() })
            }));
        }
        return found;
    }
    if let NodeKind::EventSubProcess { .. } = node.kind {
        let name = |form: &mut Form, at: &ElementContext| rename(form, at, at.t.name(), at.t.name_english());
        let gone = |_: &mut Form, at: &ElementContext| Some(Edit::RemoveEvent { event: at.id() });
        return vec![change("rename", t.name(), name), change("remove-event", t.remove_event(), gone)];
    }
    let (group, task) =
        (matches!(node.kind, NodeKind::SubProcess(_)), matches!(node.kind, NodeKind::Task(_)));
    if group {
        found.push(change("rename", t.name(), |form, at| rename(form, at, at.t.name(), at.t.name_english())));
    }
    if task {
        found.push(change("describe", t.about(), about::describe));
    }
    found.push(change("after", t.after(), after));
    found.push(ElementForm { note: t.tell_more().into(), ..change("tell", t.tell(), tell) });
    found.push(change("beside", t.beside(), |form, at| {
        Some(Edit::InParallel { of: at.id(), new: at.new_step(form, "beside-name")? })
    }));
    found.push(change("instead", t.instead(), |form, at| {
        let new = at.new_step(form, "instead-name");
        let condition = at.condition(form, "instead");
        Some(Edit::Instead { of: at.id(), new: new?, condition: condition? })
    }));
    found.push(change("leave-out", t.leave_out(), |form, at| {
        Some(Edit::LeaveOut { step: at.id(), condition: at.condition(form, "leave-out")? })
    }));
    found.push(change("back", t.go_back(), back));
    found.push(change("overdue", t.overdue(), overdue));
    found.push(change("for-each", t.for_each(), for_each));
    if !at.element.later(at.context).is_empty() {
        found.push(ElementForm { note: t.group_more().into(), ..change("group", t.group(), together) });
    }
    if group {
        found.push(change("ungroup", t.ungroup(), |_, at| Some(Edit::Ungroup { group: at.id() })));
    }
    if task {
        found.push(ElementForm { note: t.link_more().into(), ..change("link", t.link(), about::link) });
    }
    if node.is_linked() {
        found.push(change("unlink", t.unlink(), |_, at| {
            Some(Edit::Describe {
                step: at.id(),
                about: StepDetails { linked: None, ..StepDetails::of(at.node()?) },
            })
        }));
    }
    if !at.element.others(at.context, false).is_empty() {
        found.push(change("move", t.move_after(), |form, at| {
            let others = chosen(at.element.others(at.context, false));
            let after = form.one_of_many("move-after", at.t.move_to(), others).on(MATTER);
            Some(Edit::Move { step: at.id(), after: after.missing(at.t.choose()).read()? })
        }));
        found.push(ElementForm {
            note: goes_with_it(at),
            ..change("remove", t.remove(), |_, at| Some(Edit::Remove { step: at.id() }))
        });
    }
    found
}

/// What an end means to who applied.
fn end_means(form: &mut Form, at: &ElementContext) -> Option<Edit> {
    let (t, node) = (at.t, at.node()?);
    let by_name = match Means::of_words(&node.name) {
        Means::Granted => t.means_by_name_granted(),
        Means::Denied => t.means_by_name_denied(),
        Means::Neither => t.means_by_name_neither(),
    };
    let mut options = vec![(None, option(BY_NAME, by_name))];
    options.extend(mends::means_options(&t).into_iter().map(|(means, option)| (Some(means), option)));
    let said = node.step.means.map_or(BY_NAME, Means::key);
    let means = form.one_of("end-means", t.end_means(), options).value(said).on(MATTER);
    let means = means.missing(t.choose()).not_offered(t.choose()).read()?;
    Some(Edit::EndMeans { end: at.id(), means })
}

/// An end means what it is called by.
const BY_NAME: &str = "by-name";

/// What goes along where the step is removed.
fn goes_with_it(at: &ElementContext) -> String {
    let (t, model) = (at.t, &at.element.model);
    let Ok(left) = process::edit(model, &Edit::Remove { step: at.id() }, &at.element.names) else {
        return t.remove_more().into();
    };
    let gone = |index: &usize| {
        let node = &model.nodes[*index];
        left.node(&node.id).is_none() && node.id != at.element.id && !node.name.is_empty()
    };
    let gone = (0..model.nodes.len()).filter(gone);
    let mut named: Vec<String> = gone
        .map(|node| format!("“{}”", super::super::draft::called(model, node, at.language(), true)))
        .collect();
    named.dedup();
    let ways = model.flows.iter().filter(|flow| flow.conditional && left.flow(&flow.id).is_none()).count();
    let said = [
        t.remove_more().to_string(),
        if named.is_empty() { String::new() } else { t.remove_too(&named.join(", ")) },
        if ways == 0 { String::new() } else { t.remove_ways(ways) },
    ];
    said.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

fn after(form: &mut Form, at: &ElementContext) -> Option<Edit> {
    Some(Edit::After { of: at.id(), new: at.new_step(form, "after-name")? })
}

impl ElementContext<'_> {
    pub fn language(&self) -> Language {
        self.context.language
    }

    pub fn id(&self) -> String {
        self.element.id.clone()
    }

    pub fn node(&self) -> Option<&Node> {
        self.element.model.node(&self.element.id)
    }

    /// A step that is new, by its name.
    fn new_step(&self, form: &mut Form, field: &str) -> Option<process::NewElement> {
        let name = form.line(field, self.t.new_name()).complete("off").on(NAME).on(MATTER).written();
        Some(self.named(name))
    }

    fn named(&self, name: String) -> process::NewElement {
        let taken: Vec<String> = self.element.model.nodes.iter().map(|node| node.id.clone()).collect();
        process::NewElement {
            id: fresh_key(&name, &taken),
            about: StepDetails { name, ..StepDetails::default() },
        }
    }

    pub fn conditions(&self) -> Conditions {
        Conditions::of(&self.element.procedure, &self.element.model, self.language())
    }

    fn condition(&self, form: &mut Form, act: &str) -> Option<String> {
        let (when, written) = (format!("{act}-when"), format!("{act}-condition"));
        let at = ConditionField { when: &when, written: &written, label: self.t.condition(), current: "" };
        self.conditions().field(form, &at, Vec::new(), MATTER)
    }
}

/// Letters of a condition.
pub(in super::super) const CONDITION_MAX: usize = 4_000;
/// Maximum for how often a flow may go back.
pub(in super::super) const TIMES_MAX: i64 = process::TIMES_MAX as i64;

/// What there is to choose, each standing for its own key.
pub(in super::super) fn chosen(options: Vec<ui::field::Option_>) -> Vec<(String, ui::field::Option_)> {
    options.into_iter().map(|option| (option.value.clone(), option)).collect()
}

fn condition_of_a_way(form: &mut Form, at: &ElementContext) -> Option<Edit> {
    let flow = at.element.model.flow(&at.element.id);
    let written = flow.map(|flow| match &flow.condition {
        Some(condition) => condition.to_string(),
        None => flow.unread.clone(),
    });
    let current = written.unwrap_or_default();
    let (when, written, label) = ("condition-when", "condition", at.t.condition());
    let field = ConditionField { when, written, label, current: &current };
    let new = mends::new_outcomes(&at.element.model, &at.element.id, at.language());
    let first = new.iter().map(|it| (it.asked.clone(), it.option.clone())).collect();
    let known = !current.is_empty();
    let conditions = at.conditions().at(&at.element.model, &at.element.id);
    let condition = conditions.field(form, &field, if known { Vec::new() } else { first }, MATTER);
    if let Some(answer) = new.into_iter().find(|it| !known && Some(&it.asked) == condition.as_ref()) {
        return Some(Edit::Mend(answer.mend));
    }
    let times = flow.and_then(|flow| flow.at_most).and_then(|times| {
        let field = form.count("condition-times", at.t.times(), 0, TIMES_MAX).complete("off");
        field.value(&times.to_string()).on(TIMES).read()
    });
    Some(Edit::Condition { flow: at.id(), condition: condition?, times })
}

/// What can be said of a way out of a choice.
fn changes_of_a_way(
    at: &ElementContext,
    first: impl Fn(&'static str, &'static str, FormOf) -> ElementForm,
    change: impl Fn(&'static str, &'static str, FormOf) -> ElementForm,
) -> Vec<ElementForm> {
    let (t, model) = (at.t, &at.element.model);
    let Some(way) = model.flows.iter().position(|flow| flow.id == at.element.id) else { return Vec::new() };
    let choice = &model.nodes[model.flows[way].from];
    let back = choice.outgoing.iter().any(|other| model.flows[*other].at_most.is_some());
    let rest = match back {
        true => first("used-up", t.used_up_title(), used_up),
        false => first("otherwise-way", t.otherwise_way(), otherwise_way),
    };
    if choice.default == Some(way) {
        return vec![rest];
    }
    let mut found = vec![first("condition", t.condition(), condition_of_a_way)];
    if model.flows[way].at_most.is_none() {
        found.push(change("otherwise", t.otherwise_make(), otherwise));
    } else {
        found.push(change("used-up", t.used_up_title(), used_up));
    }
    found.push(change("remove-way", t.remove_way(), |_, at| Some(Edit::RemoveWay { flow: at.id() })));
    found
}

/// The choice a way leads out of.
fn choice_of(at: &ElementContext) -> Option<String> {
    let flow = at.element.model.flow(&at.element.id)?;
    Some(at.element.model.nodes[flow.from].id.clone())
}

/// The way becomes the one that is taken where no condition of its choice holds.
fn otherwise(_: &mut Form, at: &ElementContext) -> Option<Edit> {
    Some(Edit::Mend(Mend::Otherwise { choice: choice_of(at)?, flow: at.id() }))
}

/// Another way becomes that one.
fn otherwise_way(form: &mut Form, at: &ElementContext) -> Option<Edit> {
    let choice = choice_of(at)?;
    let ways = mends::lasting_ways(&at.element.model, &choice, at.language());
    let field = form.one_of_many("otherwise-way", at.t.otherwise_way(), chosen(ways)).value(&at.element.id);
    let flow = field.on(MATTER).missing(at.t.choose()).read()?;
    Some(Edit::Mend(Mend::Otherwise { choice, flow }))
}

/// What follows where the way back is used up.
fn used_up(form: &mut Form, at: &ElementContext) -> Option<Edit> {
    let (choice, model) = (choice_of(at)?, &at.element.model);
    let default = model.node(&choice).and_then(|node| node.default);
    let denies = |way: &usize| model.is_used_up_end(*way) && model.way_means(*way) == Means::Denied;
    let current = match default {
        Some(way) if denies(&way) => Some(String::new()),
        way => way.map(|way| model.flows[way].id.clone()),
    };
    let flow = mends::used_up_field(form, "used-up", model, &choice, current.as_deref(), at.language())?;
    Some(Edit::Mend(if flow.is_empty() { Mend::denied(&choice) } else { Mend::Otherwise { choice, flow } }))
}

fn time_of_an_event(form: &mut Form, at: &ElementContext) -> Option<Edit> {
    let time = at.node().and_then(event_time);
    let time = time.map(|time| about::in_words(time, at.language())).unwrap_or_default();
    let field = form.line("event-time", at.t.event_time()).hint(at.t.time_hint()).complete("off");
    Some(Edit::EventTime { event: at.id(), time: field.value(&time).on(TIME).on(MATTER).written() })
}

fn condition_of_an_event(form: &mut Form, at: &ElementContext) -> Option<Edit> {
    let current = at.node().and_then(event_condition).unwrap_or_default();
    let (when, written, label) = ("event-when", "event-condition", at.t.event_condition());
    let field = ConditionField { when, written, label, current: &current };
    let condition = at.conditions().field(form, &field, Vec::new(), MATTER)?;
    Some(Edit::Mend(Mend::When { element: at.id(), condition }))
}

fn rename(form: &mut Form, at: &ElementContext, label: &str, english: &str) -> Option<Edit> {
    let node = at.node()?;
    let name =
        form.line("rename-name", label).complete("off").value(&node.name).on(NAME).on(MATTER).written();
    let field = form.line("rename-english", english).complete("off").value(&node.step.english);
    Some(Edit::Rename { of: at.id(), name, english: field.optional().written() })
}

fn tell(form: &mut Form, at: &ElementContext) -> Option<Edit> {
    let name = form.line("tell-name", at.t.told()).complete("off").on(NAME).on(MATTER).written();
    let english = form.line("tell-english", at.t.told_english()).complete("off").optional().written();
    Some(Edit::Tell { of: at.id(), name, english })
}

fn back(form: &mut Form, at: &ElementContext) -> Option<Edit> {
    let earlier = chosen(at.element.earlier(at.context));
    let to = form.one_of_many("back-to", at.t.to(), earlier).on(MATTER).missing(at.t.choose()).read();
    // How this step turns out is known to older forms by its key alone.
    let own = at.node()?.step.outcomes.iter().map(|outcome| {
        let name = ui::event_sentences::outcome_name(outcome, at.language());
        let asked = format!("steps.{}.outcome = \"{}\"", plain_name(&at.element.id), outcome.key);
        (asked, option(&outcome.key, at.t.own_outcome(name)))
    });
    let (when, written, label) = ("back-outcome", "back-condition", at.t.condition());
    let field = ConditionField { when, written, label, current: "" };
    let condition = at.conditions().field(form, &field, own.collect(), MATTER);
    let times = form.count("back-times", at.t.times(), 0, TIMES_MAX).value("1").complete("off");
    let times = times.on(TIMES).read();
    let denied = match at.node().map(|node| at.element.model.scopes[node.scope].owner.is_none()) {
        Some(true) => {
            let then =
                [(true, option("denied", at.t.used_up_denied())), (false, option("on", at.t.used_up_on()))];
            let field = form.one_of("back-used-up", at.t.used_up_way(), then.into()).value("denied");
            field.if_asked().flatten().unwrap_or_default()
        }
        _ => false,
    };
    Some(Edit::Back { from: at.id(), to: to?, condition: condition?, times: times?, denied })
}

fn overdue(form: &mut Form, at: &ElementContext) -> Option<Edit> {
    #[derive(Clone, Copy)]
    enum EventChoice {
        Remind,
        GoOn,
        Do,
    }
    let t = at.t;
    let time = form.line("overdue-time", t.after_time()).hint(t.time_hint()).complete("off").on(TIME);
    let time = time.on(MATTER).written();
    let name = form.line("overdue-called", t.event_name()).complete("off").written();
    let all = vec![
        (EventChoice::Remind, option("remind", t.then_remind())),
        (EventChoice::GoOn, option("go-on", t.then_go_on())),
        (EventChoice::Do, option("do", t.then_do())),
    ];
    let then = form.one_of("overdue-then", t.then(), all).missing(t.choose()).not_offered(t.choose()).read();
    let done = form.line("overdue-name", t.new_name()).complete("off").optional().on(NAME).written();
    let then = match then? {
        EventChoice::Remind => Then::Remind,
        EventChoice::GoOn => Then::GoOn,
        EventChoice::Do => Then::Do(Box::new(at.named(done))),
    };
    Some(Edit::Overdue { step: at.id(), time, name, then })
}

fn for_each(form: &mut Form, at: &ElementContext) -> Option<Edit> {
    let said = match &at.node()?.repeats {
        Repeats::Each { over, .. } => over.expression().map(ToString::to_string).unwrap_or_default(),
        _ => String::new(),
    };
    let field = form.line("for-each-list", at.t.list()).hint(at.t.list_hint()).complete("off");
    let field = field.at_most(CONDITION_MAX).value(&said).optional().on(CONDITION).on(MATTER);
    Some(Edit::ForEach { step: at.id(), list: field.read(), name: String::new() })
}

fn together(form: &mut Form, at: &ElementContext) -> Option<Edit> {
    let later = chosen(at.element.later(at.context));
    let to = form.one_of_many("group-to", at.t.group_to(), later).value(&at.element.id).on(MATTER);
    let to = to.missing(at.t.choose()).read();
    let name = form.line("group-name", at.t.group_name()).complete("off").on(NAME).written();
    Some(Edit::Group { from: at.id(), to: to?, name })
}
