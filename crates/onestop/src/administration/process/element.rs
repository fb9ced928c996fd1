//! One element of a draft: what is said of a step, changes around it, the condition of a way. Plain forms, one a change.

use super::text::Words;
use super::{draft, home, read_seen, seen, supplier, wanted};
use crate::administration::rows::fresh_key;
use app::processes::{NotKept, ProcessDraft};
use askama::Template;
use axum::extract::Path;
use domain::agency::Agency;
use domain::officer::Role;
use domain::procedure::Procedure;
use process::{About, CannotChange, Edit, Kind, Linked, Model, Names, New, Outcome, Then, plain_name};
use ui::field::{Option_, Summary, option};
use ui::{Answer, Ask, Chrome, Failure, Field, Fields, Posted, Said, page, page_again, see_saying};

#[derive(Template)]
#[template(path = "administration/process/element.html")]
struct Page {
    chrome: Chrome,
    code: String,
    over: &'static str,
    title: String,
    summary: Summary,
    /// The first is what is said of it; the others change what is around it.
    changes: Vec<Change>,
    /// It was drawn elsewhere, so that changes around it lose something.
    rewrites: bool,
    /// Names a condition may use, each with what it is.
    names: Vec<(String, String)>,
    seen: String,
    t: Words,
}

/// A change that can be made, with its form.
struct Change {
    act: &'static str,
    title: &'static str,
    note: &'static str,
    fields: Fields,
    open: bool,
}

/// An element of the draft, with all one needs to change it.
struct Element {
    procedure: Procedure,
    agency: Agency,
    draft: ProcessDraft,
    model: Model,
    names: Names,
    id: String,
}

impl Element {
    async fn find(ask: &Ask, code: &str, id: String) -> Result<Option<Element>, Failure> {
        let procedure = wanted(ask, code)?;
        let agency = supplier(ask, code).ok_or(Failure::NotFound)?;
        let Some(draft) = ask.app().find_process_draft(code).await? else { return Ok(None) };
        let Ok(adoption) = draft::adopted(ask, &procedure, &draft).await? else { return Ok(None) };
        let drawing = adoption.process.drawing.ok_or(Failure::NotFound)?;
        let model = drawing.model().clone();
        let names = domain::dossier::known_names(&procedure, &model);
        let known = model.node(&id).is_some_and(|node| node.is_activity() || super::is_event(node));
        let known = known || model.flow(&id).is_some();
        if !known {
            return Err(Failure::NotFound);
        }
        Ok(Some(Element { procedure, agency, draft, model, names, id }))
    }

    /// The steps that come before this one, and itself, as choices.
    fn earlier(&self, ask: &Ask) -> Vec<Option_> {
        let leads_here = |choice: &Option_| {
            let from = self.model.index(&choice.value);
            from.zip(self.model.index(&self.id)).is_some_and(|(from, to)| self.model.comes_to(from, to))
        };
        self.others(ask, true).into_iter().filter(leads_here).collect()
    }

    /// The steps that come after this one in the same scope, and itself.
    fn later(&self, ask: &Ask) -> Vec<Option_> {
        let led_to = |choice: &Option_| {
            let to = self.model.index(&choice.value);
            self.model.index(&self.id).zip(to).is_some_and(|(from, to)| self.model.comes_to(from, to))
        };
        self.others(ask, true).into_iter().filter(led_to).collect()
    }

    /// Other steps in the same scope, as choices.
    fn others(&self, ask: &Ask, own: bool) -> Vec<Option_> {
        let scope = self.model.node(&self.id).map(|node| node.scope);
        let there = |node: &usize| {
            let node = &self.model.nodes[*node];
            Some(node.scope) == scope && (own || node.id != self.id)
        };
        let name = |node: usize| {
            let called = draft::called(&self.model, node, ask.language, true);
            option(&self.model.nodes[node].id, called)
        };
        self.model.works().into_iter().filter(there).map(name).collect()
    }
}

fn changes(ask: &Ask, element: &Element) -> Vec<Change> {
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
        let written = flow.and_then(|flow| flow.condition.as_ref()).map(ToString::to_string);
        let mut fields = vec![condition("condition").value(&written.unwrap_or_default())];
        if let Some(times) = flow.and_then(|flow| flow.at_most) {
            let times = times.to_string();
            fields.push(Field::number(language, "condition-times", t.times()).value(&times).complete("off"));
        }
        let condition = Change { open: true, ..change("condition", t.condition(), "", fields) };
        return vec![condition, change("remove-way", t.remove_way(), "", Vec::new())];
    };
    if super::is_event(node) {
        let mut found = Vec::new();
        if let Some(time) = super::event_time(node) {
            let tongue = language.pick(process::Tongue::Vietnamese, process::Tongue::English);
            let time = process::time_in_words(time, tongue);
            let time = text("event-time", t.event_time()).hint(t.time_hint()).value(&time);
            found.push(Change { open: true, ..change("event-time", t.event_time(), "", vec![time]) });
        }
        if super::tells(node) {
            let fields = vec![
                text("rename-name", t.told()).value(&node.name),
                text("rename-english", t.told_english()).value(&node.step.english).optional(),
            ];
            found.push(change("rename", t.told(), "", fields));
        }
        if super::tells(node) || matches!(node.kind, Kind::Boundary { .. }) {
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
    let others = element.others(ask, false);
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
            .value(&said.procedure),
        Field::text(language, "link-time", t.time()).hint(t.time_hint()).complete("off").value(&time),
    ]
}

fn outcome_line(outcome: &Outcome) -> String {
    match outcome.english.is_empty() {
        true => format!("{} = {}", outcome.key, outcome.name),
        false => format!("{} = {} | {}", outcome.key, outcome.name, outcome.english),
    }
}

/// A line a way a step turns out: `key = name | English name`.
fn read_outcomes(text: &str) -> Result<Vec<Outcome>, String> {
    let is_key = |key: &str| crate::administration::is_slug(key);
    let read = |line: &str| {
        let (key, rest) = line.split_once('=').unwrap_or((line, ""));
        let (name, english) = rest.split_once('|').unwrap_or((rest, ""));
        let key = key.trim();
        let outcome = Outcome { key: key.into(), name: name.trim().into(), english: english.trim().into() };
        if is_key(key) { Ok(outcome) } else { Err(line.to_string()) }
    };
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(read).collect()
}

fn view(ask: &Ask, element: &Element, changes: Vec<Change>, summary: Summary) -> Page {
    let t = Words(ask.language);
    let (over, title) = match element.model.index(&element.id) {
        Some(node) if matches!(element.model.nodes[node].kind, Kind::SubProcess(_)) => {
            (t.inner(), draft::called(&element.model, node, ask.language, true))
        }
        Some(node) if super::is_event(&element.model.nodes[node]) => {
            (t.event(), draft::called(&element.model, node, ask.language, true))
        }
        Some(node) => (t.step(), draft::called(&element.model, node, ask.language, true)),
        None => {
            let ends = element.model.flow(&element.id).map(|flow| (flow.from, flow.to));
            let called = |node, back| draft::called(&element.model, node, ask.language, back);
            (
                t.way(),
                ends.map_or(String::new(), |(from, to)| t.way_of(&called(from, true), &called(to, false))),
            )
        }
    };
    let troubled = changes.iter().any(|change| change.fields.any_wrong());
    Page {
        chrome: Chrome::new(ask, &title).with_problems(troubled || !summary.lines.is_empty()),
        code: element.procedure.code.to_string(),
        over,
        title,
        summary,
        changes,
        names: names(element, ask),
        rewrites: !element.draft.source.contains("exporter=\"motcua\""),
        seen: seen(Some(&element.draft)),
        t,
    }
}

fn names(element: &Element, ask: &Ask) -> Vec<(String, String)> {
    let (t, language) = (Words(ask.language), ask.language);
    let form = element.procedure.form.questions.iter().map(|question| {
        (format!("form.{}", plain_name(&question.id)), question.label.get(language).to_string())
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

pub async fn show(ask: Ask, Path((code, id)): Path<(String, String)>) -> Answer {
    match Element::find(&ask, &code, id).await? {
        None => ui::see(&home(&code)),
        Some(element) => {
            let changes = changes(&ask, &element);
            page(&view(&ask, &element, changes, Summary::of(ask.language, Vec::new())))
        }
    }
}

pub async fn submit(ask: Ask, Path((code, id)): Path<(String, String)>, posted: Posted) -> Answer {
    let t = Words(ask.language);
    let Some(element) = Element::find(&ask, &code, id).await? else {
        return see_saying(&ask, &home(&code), Said::DraftGone);
    };
    let mut forms = changes(&ask, &element);
    let act = posted.raw("act").to_string();
    let form = forms.iter_mut().find(|form| form.act == act).ok_or(Failure::BadRequest)?;
    form.fields = form.fields.clone().typed(&posted);
    form.open = true;
    let made = match read(&element, &act, &posted, &t) {
        Ok(edit) => made(&element, &edit).map_err(|cannot| (field_of(&act, &cannot), told(&ask, &cannot))),
        Err(problem) => Err(problem),
    };
    let (field, sentence) = match made {
        Ok(source) => {
            let by = ask.signed_in()?.id();
            match ask.app().save_process_draft(by, &code, source, read_seen(&posted)).await {
                Ok(()) => return see_saying(&ask, &format!("{}/draft", home(&code)), Said::Saved),
                Err(NotKept::Overtaken) => (String::new(), t.overtaken().to_string()),
                Err(NotKept::Fault(fault)) => return Err(fault.into()),
            }
        }
        Err(problem) => problem,
    };
    form.fields.wrong(&field, sentence.clone());
    let summary = match form.fields.any_wrong() {
        true => form.fields.summary(),
        false => Summary::of(ask.language, vec![sentence]),
    };
    page_again(&view(&ask, &element, forms, summary))
}

/// The draft after a change. What is only said of a step is changed in the file where it stands.
fn made(element: &Element, edit: &Edit) -> Result<String, CannotChange> {
    match edit {
        Edit::Describe { step, about } => {
            process::describe(&element.draft.source, &element.model, step, about)
        }
        _ => Ok(process::write(&process::edit(&element.model, edit, &element.names)?)),
    }
}

/// The change a form asks for, or what is wrong with it and where.
fn read(element: &Element, act: &str, posted: &Posted, t: &Words) -> Result<Edit, (String, String)> {
    let step = element.id.clone();
    let text = |name: &str| posted.text(name);
    let new = |act: &str| {
        let name = text(&format!("{act}-name"));
        let taken: Vec<String> = element.model.nodes.iter().map(|node| node.id.clone()).collect();
        New { id: fresh_key(&name, &taken), about: About { name, ..About::default() } }
    };
    let condition = |name: &str| match text(name) {
        condition if condition.is_empty() => Err((name.to_string(), t.condition_missing().to_string())),
        condition => Ok(condition),
    };
    let chosen = |name: &str| match text(name) {
        chosen if chosen.is_empty() => Err((name.to_string(), t.choose().to_string())),
        chosen => Ok(chosen),
    };
    Ok(match act {
        "describe" => {
            let outcomes = read_outcomes(posted.raw("about-outcomes"))
                .map_err(|line| ("about-outcomes".to_string(), t.outcomes_wrong(&line)))?;
            let twice = outcomes
                .iter()
                .enumerate()
                .find(|(place, outcome)| outcomes[..*place].iter().any(|other| other.key == outcome.key));
            if let Some((_, outcome)) = twice {
                return Err(("about-outcomes".into(), t.twice(&outcome.key)));
            }
            let about = About {
                name: text("about-name"),
                english: text("about-english"),
                unit: text("about-unit"),
                role: text("about-role"),
                time: text("about-time"),
                product: text("about-product"),
                outcomes,
                apart_from: posted.all("about-apart").into_iter().map(str::to_string).collect(),
                linked: element.model.node(&step).and_then(|node| node.step.linked.clone()),
            };
            Edit::Describe { step, about }
        }
        "link" | "unlink" => {
            let node = element.model.node(&step).ok_or_else(|| (String::new(), t.choose().to_string()))?;
            let about = About::of(node);
            let about = match act {
                "unlink" => About { linked: None, ..about },
                _ => {
                    let (agency, procedure) = (chosen("link-agency")?, chosen("link-procedure")?);
                    About { linked: Some(Linked { agency, procedure }), time: text("link-time"), ..about }
                }
            };
            Edit::Describe { step, about }
        }
        "condition" => {
            let times = text("condition-times").parse().ok();
            Edit::Condition { flow: step, condition: condition("condition")?, times }
        }
        "event-time" => Edit::EventTime { event: step, time: text("event-time") },
        "group" => Edit::Group { from: step, to: chosen("group-to")?, name: text("group-name") },
        "tell" => Edit::Tell { of: step, name: text("tell-name"), english: text("tell-english") },
        "ungroup" => Edit::Ungroup { group: step },
        "rename" => Edit::Rename { of: step, name: text("rename-name"), english: text("rename-english") },
        "after" => Edit::After { of: step, new: new("after") },
        "beside" => Edit::Beside { of: step, new: new("beside") },
        "instead" => {
            Edit::Instead { of: step, new: new("instead"), condition: condition("instead-condition")? }
        }
        "leave-out" => Edit::LeaveOut { step, condition: condition("leave-out-condition")? },
        "back" => {
            let to = chosen("back-to")?;
            let condition = match text("back-outcome").as_str() {
                "" => condition("back-condition")?,
                key => format!("steps.{}.outcome = \"{key}\"", plain_name(&step)),
            };
            Edit::Back { from: step, to, condition, times: text("back-times").parse().unwrap_or(0) }
        }
        "overdue" => {
            let then = match text("overdue-then").as_str() {
                "remind" => Then::Remind,
                "go-on" => Then::GoOn,
                "do" => Then::Do(Box::new(new("overdue"))),
                _ => return Err(("overdue-then".into(), t.choose().into())),
            };
            Edit::Overdue { step, time: text("overdue-time"), name: text("overdue-called"), then }
        }
        "for-each" => {
            let list = Some(text("for-each-list")).filter(|list| !list.is_empty());
            Edit::ForEach { step, list, name: String::new() }
        }
        "remove-way" => Edit::RemoveWay { flow: step },
        "remove-event" => Edit::RemoveEvent { event: step },
        "move" => Edit::Move { step, after: chosen("move-after")? },
        _ => Edit::Remove { step },
    })
}

/// The field a change fails at.
fn field_of(act: &str, cannot: &CannotChange) -> String {
    let part = match (act, cannot) {
        ("describe", CannotChange::BadTime { .. }) => return "about-time".into(),
        ("describe", _) => return "about-name".into(),
        ("condition", CannotChange::NoTimes) => return "condition-times".into(),
        ("condition", _) => return "condition".into(),
        ("event-time", _) => return "event-time".into(),
        ("group", CannotChange::NoName) => return "group-name".into(),
        ("group", _) => return "group-to".into(),
        ("for-each", _) => "list",
        (_, CannotChange::BadTime { .. }) => "time",
        (_, CannotChange::BadExpression { .. }) => "condition",
        (_, CannotChange::NoTimes) => "times",
        ("move", _) => "after",
        ("back", _) => "to",
        _ => "name",
    };
    format!("{act}-{part}")
}

fn told(ask: &Ask, cannot: &CannotChange) -> String {
    let (vi, en) = cannot.sentences();
    ask.language.pick(vi, en)
}
