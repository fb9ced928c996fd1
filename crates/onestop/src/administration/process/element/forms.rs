//! The forms by which an element is changed, a form a change.

use super::super::{draft, event_time, is_event, tells};
use super::{Change, Element, Words};
use domain::agency::Agency;
use domain::officer::Role;
use process::{Kind, Outcome, plain_name};
use ui::field::{Option_, option};
use ui::{Ask, Field, Fields};

const SUGGESTIONS_MAX: usize = 300;

/// What can be changed here; what is said of the element first.
pub(super) fn changes(ask: &Ask, element: &Element) -> Vec<Change> {
    let (t, language) = (Words(ask.language), ask.language);
    let text = |name: &str, label: &str| Field::text(language, name, label).complete("off");
    let change = |act, title, note, fields| Change {
        act,
        title,
        note,
        fields: Fields::new(language, fields),
        open: false,
    };
    let condition = |name: &str| text(name, t.condition()).hint(t.condition_hint());
    let Some(node) = element.model.node(&element.id) else {
        let flow = element.model.flow(&element.id);
        let written = flow.map(|flow| match &flow.condition {
            Some(condition) => condition.to_string(),
            None => flow.unread.clone(),
        });
        let mut fields = vec![condition("condition").value(&written.unwrap_or_default())];
        if let Some(times) = flow.and_then(|flow| flow.at_most) {
            let times = times.to_string();
            fields.push(Field::number(language, "condition-times", t.times()).value(&times).complete("off"));
        }
        let condition = Change { open: true, ..change("condition", t.condition(), "", fields) };
        return vec![condition, change("remove-way", t.remove_way(), "", Vec::new())];
    };
    if is_event(node) {
        let mut found = Vec::new();
        if let Some(time) = event_time(node) {
            let tongue = language.pick(process::Tongue::Vietnamese, process::Tongue::English);
            let time = process::time_in_words(time, tongue);
            let time = text("event-time", t.event_time()).hint(t.time_hint()).value(&time);
            found.push(Change { open: true, ..change("event-time", t.event_time(), "", vec![time]) });
        }
        if tells(node) {
            let fields = vec![
                text("rename-name", t.told()).value(&node.name),
                text("rename-english", t.told_english()).value(&node.step.english).optional(),
            ];
            found.push(change("rename", t.told(), "", fields));
        }
        if tells(node) || matches!(node.kind, Kind::Boundary { .. }) {
            found.push(change("remove-event", t.remove_event(), "", Vec::new()));
        }
        return found;
    }
    let mut found = Vec::new();
    if let Kind::SubProcess(_) = node.kind {
        let fields = vec![
            text("rename-name", t.name()).value(&node.name),
            text("rename-english", t.name_english()).value(&node.step.english).optional(),
        ];
        found.push(change("rename", t.name(), "", fields));
    }
    if matches!(node.kind, Kind::Task(_)) {
        found.push(change("describe", t.about(), "", about(ask, element)));
    }
    let outcomes: Vec<Option_> = node
        .step
        .outcomes
        .iter()
        .map(|outcome| option(&outcome.key, ui::telling::outcome_name(outcome, language)))
        .collect();
    let mut back = vec![Field::select(language, "back-to", t.to(), element.earlier(ask))];
    let whenever = condition("back-condition");
    if outcomes.is_empty() {
        back.push(whenever);
    } else {
        back.push(Field::select(language, "back-outcome", t.by_outcome(), outcomes).optional());
        back.push(whenever.optional());
    }
    back.push(Field::number(language, "back-times", t.times()).value("1").complete("off"));
    let then =
        vec![option("remind", t.then_remind()), option("go-on", t.then_go_on()), option("do", t.then_do())];
    let list = match &node.repeats {
        process::Repeats::Each { over: process::Over::List(list), .. } => list.to_string(),
        _ => String::new(),
    };
    found.push(change("after", t.after(), "", vec![text("after-name", t.new_name())]));
    let told = vec![text("tell-name", t.told()), text("tell-english", t.told_english()).optional()];
    found.push(change("tell", t.tell(), t.tell_more(), told));
    found.push(change("beside", t.beside(), "", vec![text("beside-name", t.new_name())]));
    found.push(change(
        "instead",
        t.instead(),
        "",
        vec![text("instead-name", t.new_name()), condition("instead-condition")],
    ));
    found.push(change("leave-out", t.leave_out(), "", vec![condition("leave-out-condition")]));
    found.push(change("back", t.go_back(), "", back));
    found.push(change(
        "overdue",
        t.overdue(),
        "",
        vec![
            text("overdue-time", t.after_time()).hint(t.time_hint()),
            text("overdue-called", t.event_name()),
            Field::choices(language, "overdue-then", t.then(), then),
            text("overdue-name", t.new_name()).optional(),
        ],
    ));
    found.push(change(
        "for-each",
        t.for_each(),
        "",
        vec![text("for-each-list", t.list()).hint(t.list_hint()).value(&list).optional()],
    ));
    let later = element.later(ask);
    if !later.is_empty() {
        let fields = vec![
            Field::select(language, "group-to", t.group_to(), later).value(&element.id),
            text("group-name", t.group_name()),
        ];
        found.push(change("group", t.group(), t.group_more(), fields));
    }
    if let Kind::SubProcess(_) = node.kind {
        found.push(change("ungroup", t.ungroup(), "", Vec::new()));
    }
    if matches!(node.kind, Kind::Task(_)) {
        found.push(change("link", t.link(), t.link_more(), link(ask, element, node)));
    }
    if node.is_linked() {
        found.push(change("unlink", t.unlink(), "", Vec::new()));
    }
    let others = element.others(ask, false);
    if !others.is_empty() {
        let fields = vec![Field::select(language, "move-after", t.move_to(), others)];
        found.push(change("move", t.move_after(), "", fields));
        found.push(change("remove", t.remove(), t.remove_more(), Vec::new()));
    }
    found
}

fn about(ask: &Ask, element: &Element) -> Vec<Field> {
    let (t, language) = (Words(ask.language), ask.language);
    let Some(node) = element.model.index(&element.id) else { return Vec::new() };
    let responsible = element.model.responsible(node);
    let node = &element.model.nodes[node];
    let text = |name: &str, label: &str, value: &str| {
        Field::text(language, name, label).complete("off").value(value)
    };
    let units =
        element.agency.units.iter().map(|unit| option(&unit.key.0, unit.name.get(language))).collect();
    let roles = [Role::Officer, Role::DivisionHead, Role::AgencyHead];
    let roles = roles.iter().map(|role| option(role.key(), role.name(language))).collect();
    let unit = responsible.unit.as_deref().and_then(|said| domain::adopt::unit_named(&element.agency, said));
    let role = responsible.role.as_deref().map_or(Some(Role::Officer), domain::adopt::role_named);
    let outcomes: Vec<String> = node.step.outcomes.iter().map(outcome_line).collect();
    let tongue = language.pick(process::Tongue::Vietnamese, process::Tongue::English);
    let time = node.step.time.map(|time| process::time_in_words(time, tongue)).unwrap_or_default();
    let others = element.everywhere(ask);
    let mut fields = vec![
        text("about-name", t.name(), &node.name),
        text("about-english", t.name_english(), &node.step.english).optional(),
    ];
    if node.is_linked() {
        fields.push(text("about-time", t.time(), &time).hint(t.time_hint()));
        return fields;
    }
    fields.extend([
        Field::select(language, "about-unit", t.unit(), units)
            .value(unit.map_or("", |unit| unit.key.0.as_str())),
        Field::select(language, "about-role", t.role(), roles).value(role.map_or("", Role::key)),
        text("about-time", t.time(), &time).hint(t.time_hint()),
        text("about-product", t.product(), &node.step.product).optional(),
        Field::area(language, "about-outcomes", t.outcomes())
            .hint(t.outcomes_hint())
            .value(&outcomes.join("\n"))
            .optional(),
    ]);
    if !others.is_empty() {
        let apart = Field::checks(language, "about-apart", t.apart(), others).optional();
        fields.push(apart.value(&node.step.apart_from.join(",")));
    }
    fields
}

/// Which other agency does it, by which of its procedures, and how long that may take.
fn link(ask: &Ask, element: &Element, node: &process::Node) -> Vec<Field> {
    let (t, language) = (Words(ask.language), ask.language);
    let data = ask.app().reference();
    let other = |agency: &&Agency| agency.id != element.agency.id && agency.exists_on(ask.today());
    let agencies = data.agencies.iter().filter(other);
    let agencies = agencies.map(|agency| option(&agency.key, agency.name.get(language))).collect();
    let said = node.step.linked.clone().unwrap_or_default();
    let tongue = language.pick(process::Tongue::Vietnamese, process::Tongue::English);
    let time = node.step.time.map(|time| process::time_in_words(time, tongue)).unwrap_or_default();
    vec![
        Field::select(language, "link-agency", t.link_agency(), agencies).value(&said.agency),
        Field::text(language, "link-procedure", t.link_procedure())
            .hint(t.link_procedure_hint())
            .complete("off")
            .wide("input--20")
            .suggest(done_elsewhere(ask, element))
            .value(&said.procedure),
        Field::text(language, "link-time", t.time()).hint(t.time_hint()).complete("off").value(&time),
    ]
}

/// Procedures other agencies do with steps, the first so many.
fn done_elsewhere(ask: &Ask, element: &Element) -> Vec<Option_> {
    let (data, today) = (ask.app().reference(), ask.today());
    let procedures =
        data.procedures(today).into_iter().filter(|procedure| !procedure.process.steps.is_empty());
    let named = procedures.filter_map(|procedure| {
        let supplies = data.supplies(procedure.code.as_str(), today);
        let other = supplies.iter().find(|supply| supply.agency != element.agency.id)?;
        let name = procedure.name.get(ask.language);
        let more = data.agency(other.agency).map_or("", |agency| agency.name.get(ask.language));
        Some(option(procedure.code.as_str(), format!("{name} ({more})")))
    });
    named.take(SUGGESTIONS_MAX).collect()
}

fn outcome_line(outcome: &Outcome) -> String {
    match outcome.english.is_empty() {
        true => format!("{} = {}", outcome.key, outcome.name),
        false => format!("{} = {} | {}", outcome.key, outcome.name, outcome.english),
    }
}

/// What a condition may name.
pub(super) fn names(element: &Element, ask: &Ask) -> Vec<(String, String)> {
    let (t, language) = (Words(ask.language), ask.language);
    let form = element.procedure.form.questions.iter().map(|question| {
        let choices: Vec<String> = match &question.kind {
            forms::Kind::Choice { choices } => {
                let choice =
                    |choice: &forms::Choice| format!("\"{}\" ({})", choice.id, choice.label.get(language));
                choices.iter().map(choice).collect()
            }
            _ => Vec::new(),
        };
        let label = question.label.get(language);
        let told =
            if choices.is_empty() { label.to_string() } else { format!("{label}: {}", choices.join(", ")) };
        (format!("form.{}", plain_name(&question.id)), told)
    });
    let steps = element.model.works().into_iter().filter_map(|index| {
        let node = &element.model.nodes[index];
        let decided = [("granted", t.answer_granted()), ("denied", t.answer_denied())];
        let decided = decided.into_iter().filter(|_| node.is_linked());
        let outcomes: Vec<String> = node
            .step
            .outcomes
            .iter()
            .map(|outcome| (outcome.key.as_str(), ui::telling::outcome_name(outcome, language)))
            .chain(decided)
            .map(|(key, name)| format!("\"{key}\" ({name})"))
            .collect();
        let told =
            format!("{}: {}", draft::called(&element.model, index, language, true), outcomes.join(", "));
        (!outcomes.is_empty()).then(|| (format!("steps.{}.outcome", plain_name(&node.id)), told))
    });
    let plain = [
        ("applicant.kind", t.name_applicant()),
        ("channel", t.name_channel()),
        ("case", t.name_case()),
        ("fee.amount", t.name_fee()),
        ("fee.met", t.name_fee_met()),
        ("hours_left", t.name_hours_left()),
        ("outcome", t.name_outcome()),
    ];
    let plain = plain.map(|(name, what)| (name.to_string(), what.to_string()));
    form.chain(steps).chain(plain).collect()
}
