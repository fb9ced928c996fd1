//! What a person can complete in a drawing: for a finding that says what is missing, a proposal that can be looked at,
//! changed and accepted. Each is one form; [`crate::Edit::Mend`] carries it out.

use crate::described::told_apart;
use crate::engine::trigger_of;
use crate::model::{
    Amount, FlowIndex, Gateway, Kind, Model, Node, NodeIndex, Outcome, Over, Repeats, ScopeIndex, Task,
    Timer, Trigger, plain_name,
};
use crate::problem::{Finding, Reason, Trouble, cut};
use crate::table::time_in_words;
use crate::time::WorkingTime;
use language::Language;
use serde::Serialize;

/// Elements are named by their ids; all else may be changed before it is carried out.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Mend {
    /// A way out of a choice is one of the ways the step before turns out.
    Answer { flow: String, step: String, key: String, name: String, english: String, condition: String },
    /// A way is taken where this holds.
    Condition { flow: String, condition: String },
    /// A way out of a choice is taken where no condition holds.
    Otherwise { choice: String, flow: String },
    /// A way back is taken so often at most.
    AtMost { flow: String, times: u32 },
    /// A step is repeated so often at most; while this holds, where what was said of that could not be read.
    Rounds {
        step: String,
        times: u32,
        #[serde(skip_serializing_if = "Option::is_none")]
        condition: Option<String>,
    },
    /// An event happens when this holds.
    When { element: String, condition: String },
    /// A step by which something is returned.
    ReturnedBy { event: String, name: String },
    /// How long it takes, or until it comes.
    Time { element: String, time: String },
    /// A step is done for each of so many.
    Each { step: String, count: String },
    /// It is one step that somebody does.
    AsStep { element: String, name: String },
    /// A start event before these.
    Start { scope: String, before: Vec<String> },
    /// One start event; the others go.
    OneStart { keep: String, others: Vec<String> },
    /// One process is run; the others are only drawn.
    OneProcess { keep: String, others: Vec<String> },
    /// An end event after these.
    End { scope: String, after: Vec<String> },
    /// An event sub-process is begun by a message of this name, or after a time where one is given.
    BegunBy { element: String, message: String, time: String, interrupting: bool },
    /// A flow goes.
    WithoutFlow { flow: String },
}

/// Proposed where nobody said how often something is done.
const COUNT: &str = "2";
/// Where nothing better is known.
const TIMES: u32 = 3;
const TIME: &str = "PT8H";
/// Ways out of a choice that somebody would fill in one by one.
const WAYS_MAX: usize = 50;

/// What people write at the ways out of a choice, and how it is called in English.
const ANSWERS: [(&str, &str); 10] = [
    ("có", "Yes"),
    ("không", "No"),
    ("đúng", "Right"),
    ("sai", "Wrong"),
    ("đạt", "Passed"),
    ("không đạt", "Not passed"),
    ("đồng ý", "Agreed"),
    ("không đồng ý", "Not agreed"),
    ("đủ", "Complete"),
    ("không đủ", "Incomplete"),
];

impl Mend {
    /// What would do away with a finding; nothing where it is not for a form to say.
    pub fn of(model: &Model, finding: &Finding) -> Option<Mend> {
        let element = || finding.element.clone();
        let node = model.index(&finding.element);
        let flow = model.flows_by_id.get(&finding.element).copied();
        match &finding.trouble {
            Trouble::NoCondition => answer(model, flow?),
            // Where it cannot be said for certain, a person says it.
            Trouble::ForeignExpression { instead, .. } if flow.is_some() => {
                Some(Mend::Condition { flow: element(), condition: instead.clone().unwrap_or_default() })
            }
            Trouble::ForeignExpression { instead, .. } if waits_for_truth(model, node) => {
                Some(Mend::When { element: element(), condition: instead.clone().unwrap_or_default() })
            }
            Trouble::BadExpression { .. } | Trouble::Incomplete { .. } | Trouble::LooksAtClock { .. }
                if waits_for_truth(model, node) =>
            {
                Some(Mend::When { element: element(), condition: String::new() })
            }
            Trouble::ForeignExpression { text, .. } | Trouble::BadExpression { text, .. }
                if waits_for_time(model, node) =>
            {
                time(text, finding)
            }
            Trouble::NoReturn => returned_by(model, node?),
            Trouble::ForeignExpression { .. } | Trouble::BadExpression { .. } => match node {
                Some(node) if matches!(model.nodes[node].repeats, Repeats::Each { over: Over::Open, .. }) => {
                    Some(Mend::Each { step: element(), count: COUNT.into() })
                }
                Some(node) => rounds(model, node).filter(|_| unread_loop(&model.nodes[node])),
                None => answer(model, flow?),
            },
            Trouble::NoDefault => otherwise(model, node?),
            Trouble::Unbounded if flow.is_some() => Some(Mend::AtMost { flow: element(), times: TIMES }),
            Trouble::Unbounded => rounds(model, node?),
            Trouble::BadTime { text, .. } => time(text, finding),
            Trouble::Incomplete { part } if part == "loopCardinality" => {
                Some(Mend::Each { step: element(), count: COUNT.into() })
            }
            Trouble::Incomplete { .. } | Trouble::UnknownProcess { .. } => as_step(model, node?),
            Trouble::NotExecutable { reason: Reason::Script | Reason::Activity, .. } => as_step(model, node?),
            Trouble::NotExecutable { reason: Reason::SubProcess, .. } => as_step(model, node?),
            Trouble::NotExecutable { reason: Reason::Event | Reason::SeveralTriggers, .. } => {
                begun_by(model, around(model, node?)?)
            }
            Trouble::NoTrigger => begun_by(model, around(model, node?)?),
            Trouble::EndsAll => beside(model, node?),
            Trouble::NoStart if node.is_some_and(|node| is_beside(model, node)) => begun_by(model, node?),
            Trouble::NoEnd if node.is_some_and(|node| is_beside(model, node) && is_empty(model, node)) => {
                None
            }
            Trouble::NoStart | Trouble::NoEnd => {
                // Drawn shut: what is inside is not said.
                if let Some(node) = node.filter(|node| is_empty(model, *node)) {
                    return as_step(model, node);
                }
                at_the_edge(model, finding)
            }
            Trouble::SeveralStarts => one_start(model, node?),
            Trouble::SeveralProcesses => one_process(model),
            Trouble::DeadEnd => {
                let scope = model.scopes[model.nodes[node?].scope].id.clone();
                Some(Mend::End { scope, after: vec![element()] })
            }
            Trouble::FlowOutOfEnd | Trouble::FlowAtLink | Trouble::FlowBeside | Trouble::FlowAtReturn => {
                Some(Mend::WithoutFlow { flow: element() })
            }
            _ => None,
        }
    }

    /// What it proposes, in Vietnamese and in English.
    pub fn sentences(&self, model: &Model) -> (String, String) {
        let called =
            |id: &String| cut(&model.index(id).map_or(id.clone(), |node| model.called(node, false, false)));
        let pair = |vi: String, en: String| (vi, en);
        let pool = |id: &String| {
            let scope = model.scopes.iter().find(|scope| scope.id == *id);
            scope.map(|scope| &scope.name).filter(|name| !name.is_empty()).unwrap_or(id).clone()
        };
        let beside = |interrupting: bool| match interrupting {
            true => ("; mọi việc khác dừng lại.", ", and all else ends."),
            false => ("; các việc khác vẫn tiếp tục.", ", and the rest goes on."),
        };
        let in_words = |time: &String| {
            let words = |language| {
                WorkingTime::parse(time).map_or(time.clone(), |time| time_in_words(time, language))
            };
            (words(Language::Vietnamese), words(Language::English))
        };
        match self {
            Mend::Answer { name, step, .. } => {
                let name = cut(name);
                pair(
                    format!("Bước “{}” có kết quả “{name}”, và đi theo nhánh này.", called(step)),
                    format!("The step “{}” may turn out “{name}”, and this way is taken then.", called(step)),
                )
            }
            Mend::Condition { condition, flow } if condition.is_empty() => {
                let (vi, en) = written(model, flow);
                pair(
                    format!("Hãy ghi điều kiện để đi theo nhánh này{vi}."),
                    format!("Say on what condition this way is taken{en}."),
                )
            }
            Mend::Condition { condition, .. } => {
                let condition = cut(condition);
                pair(
                    format!("Đi theo nhánh này khi “{condition}”."),
                    format!("This way is taken where “{condition}” holds."),
                )
            }
            Mend::When { condition, element } if condition.is_empty() => {
                let (vi, en) = written(model, element);
                pair(
                    format!("Hãy ghi điều kiện làm sự kiện này xảy ra{vi}."),
                    format!("Say on what condition the event happens{en}."),
                )
            }
            Mend::When { condition, .. } => {
                let condition = cut(condition);
                pair(
                    format!("Sự kiện này xảy ra khi “{condition}” thành đúng."),
                    format!("The event happens when “{condition}” becomes true."),
                )
            }
            Mend::ReturnedBy { name, .. } => {
                let name = cut(name);
                pair(
                    format!("Thêm bước “{name}”, làm khi cần hoàn trả."),
                    format!("A step “{name}” is added, done where it is to be returned."),
                )
            }
            Mend::Otherwise { .. } => pair(
                "Đi theo nhánh này trong các trường hợp còn lại.".into(),
                "This way is taken in all other cases.".into(),
            ),
            Mend::AtMost { times, .. } => pair(
                format!("Quay lại nhiều nhất {times} lần."),
                format!("It goes back {times} times at most."),
            ),
            Mend::Rounds { condition: Some(condition), step, .. } if condition.is_empty() => {
                let (vi, en) = written(model, step);
                pair(
                    format!("Hãy ghi điều kiện để làm lại, và nhiều nhất mấy lần{vi}."),
                    format!("Say on what condition it is done again, and how often at most{en}."),
                )
            }
            Mend::Rounds { times, condition: Some(condition), .. } => {
                let condition = cut(condition);
                pair(
                    format!("Làm lại khi “{condition}”, nhiều nhất {times} lần."),
                    format!("It is done again where “{condition}” holds, {times} times at most."),
                )
            }
            Mend::Rounds { times, .. } => {
                pair(format!("Làm nhiều nhất {times} lần."), format!("It is done {times} times at most."))
            }
            Mend::Time { time, element } => {
                let ((vi, en), (was, before)) = (in_words(time), written(model, element));
                pair(format!("Thời gian là {vi}{was}."), format!("The time is {en}{before}."))
            }
            Mend::Each { count, .. } => pair(
                format!("Làm {count} lần, mỗi lần cho một đối tượng."),
                format!("It is done for each of {count}."),
            ),
            Mend::AsStep { name, .. } => {
                let name = cut(name);
                pair(
                    format!("“{name}” là một bước do người làm."),
                    format!("“{name}” is one step that somebody does."),
                )
            }
            Mend::Start { .. } => {
                pair("Thêm sự kiện bắt đầu.".into(), "A start event is put before it.".into())
            }
            Mend::OneStart { keep, others } => {
                let starts = std::iter::once(keep).chain(others).filter_map(|id| model.index(id));
                let starts: Vec<NodeIndex> = starts.collect();
                let kept =
                    |language| told_apart(model, &starts, language).into_iter().next().unwrap_or_default();
                let (vi, en) = (kept(Language::Vietnamese), kept(Language::English));
                pair(format!("Chỉ giữ {vi}."), format!("Only {en} stays."))
            }
            Mend::OneProcess { keep, .. } => {
                let keep = pool(keep);
                pair(format!("Hồ sơ đi theo quy trình “{keep}”."), format!("Dossiers go by “{keep}”."))
            }
            Mend::End { .. } => pair("Thêm sự kiện kết thúc.".into(), "An end event is put after it.".into()),
            Mend::BegunBy { message, time, interrupting, .. } if time.is_empty() => {
                let message = cut(message);
                pair(
                    format!("Bắt đầu khi có thông điệp “{message}”{}", beside(*interrupting).0),
                    format!("It begins when the message “{message}” comes{}", beside(*interrupting).1),
                )
            }
            Mend::BegunBy { time, interrupting, .. } => {
                let (vi, en) = in_words(time);
                let (rest_vi, rest_en) = beside(*interrupting);
                pair(format!("Bắt đầu sau {vi}{rest_vi}"), format!("It begins after {en}{rest_en}"))
            }
            Mend::WithoutFlow { .. } => pair("Bỏ luồng này.".into(), "The flow is left out.".into()),
        }
    }
}

/// What stands in the file at an element and could not be read as it was meant.
fn written(model: &Model, id: &str) -> (String, String) {
    let text = |finding: &Finding| match &finding.trouble {
        Trouble::ForeignExpression { text, .. } | Trouble::BadExpression { text, .. } => Some(cut(text)),
        Trouble::BadTime { text, .. } if !text.is_empty() => Some(cut(text)),
        _ => None,
    };
    let mut found = model.findings.iter().filter(|finding| finding.element == id);
    let said = |text: String| (format!(" (trong tệp là “{text}”)"), format!(" (the file has “{text}”)"));
    found.find_map(text).map(said).unwrap_or_default()
}

/// How often at most; where the condition was written but not read, that too, as far as it can be said in FEEL.
fn rounds(model: &Model, node: NodeIndex) -> Option<Mend> {
    let Node { id, repeats: Repeats::While { at_most, .. }, .. } = &model.nodes[node] else { return None };
    let condition = unread_loop(&model.nodes[node]).then(|| {
        let said = model.findings.iter().filter(|found| found.element == *id);
        let instead = |found: &Finding| match &found.trouble {
            Trouble::ForeignExpression { instead, .. } => instead.clone(),
            _ => None,
        };
        said.filter_map(instead).next().unwrap_or_default()
    });
    Some(Mend::Rounds { step: id.clone(), times: at_most.unwrap_or(TIMES), condition })
}

/// It says when it is repeated, in words that could not be read.
pub(crate) fn unread_loop(node: &Node) -> bool {
    matches!(node.repeats, Repeats::While { condition: None, .. }) && node.drawn.contains("loopCondition")
}

/// A way says by its name how the step before turned out; where it has none, by what it leads to.
fn answer(model: &Model, flow: FlowIndex) -> Option<Mend> {
    let way = &model.flows[flow];
    let choice = &model.nodes[way.from];
    let place = choice.outgoing.iter().take(WAYS_MAX).position(|other| *other == flow)?;
    let Some(step) = step_before(model, way.from) else {
        return Some(Mend::Condition { flow: way.id.clone(), condition: String::new() });
    };
    let step = &model.nodes[step];
    let name = match way.name.trim() {
        "" => model.called(way.to, false, false),
        name => name.to_string(),
    };
    let small = name.to_lowercase();
    let known = step.step.outcomes.iter().find(|outcome| outcome.name.to_lowercase() == small);
    let english = || ANSWERS.iter().find(|(vi, en)| *vi == small || en.to_lowercase() == small);
    let outcome = known.cloned().unwrap_or_else(|| Outcome {
        key: format!("way-{}", place + 1),
        english: english().map(|(_, en)| en.to_string()).unwrap_or_default(),
        name,
    });
    let condition = Mend::turned_out(&step.id, &outcome.key);
    let Outcome { key, name, english } = outcome;
    Some(Mend::Answer { flow: way.id.clone(), step: step.id.clone(), key, name, english, condition })
}

/// The one step that comes before a choice, with nothing between that could turn out this way or that.
fn step_before(model: &Model, choice: NodeIndex) -> Option<NodeIndex> {
    let mut at = choice;
    for _ in 0..20 {
        let node = &model.nodes[at];
        if node.is_work() {
            return Some(at);
        }
        match (&node.kind, node.incoming.as_slice()) {
            (Kind::Gateway(_) | Kind::Throw(_) | Kind::Catch(_) | Kind::Link { .. }, [only]) => {
                at = model.flows[*only].from
            }
            _ => return None,
        }
    }
    None
}

fn waits_for_truth(model: &Model, node: Option<NodeIndex>) -> bool {
    let Some(node) = node else { return false };
    matches!(trigger_of(&model.nodes[node].kind), Some(Trigger::Condition { .. }))
}

fn waits_for_time(model: &Model, node: Option<NodeIndex>) -> bool {
    let Some(node) = node else { return false };
    matches!(trigger_of(&model.nodes[node].kind), Some(Trigger::Timer(_)))
}

/// The time in what is written there or in its name.
fn time(text: &str, finding: &Finding) -> Option<Mend> {
    let said = [text, &finding.name].into_iter().find_map(time_in);
    Some(Mend::Time { element: finding.element.clone(), time: said.unwrap_or(TIME.into()) })
}

/// What was done by a step is taken back by another one.
fn returned_by(model: &Model, event: NodeIndex) -> Option<Mend> {
    let event = &model.nodes[event];
    let called = match event.name.as_str() {
        "" => format!("Thu hồi kết quả của “{}”", model.called(event.on()?, false, false)),
        name => name.to_string(),
    };
    Some(Mend::ReturnedBy { event: event.id.clone(), name: called })
}

fn otherwise(model: &Model, choice: NodeIndex) -> Option<Mend> {
    let node = &model.nodes[choice];
    let lasting = |flow: &&FlowIndex| model.flows[**flow].at_most.is_none();
    let flow = node.outgoing.iter().rev().find(lasting)?;
    Some(Mend::Otherwise { choice: node.id.clone(), flow: model.flows[*flow].id.clone() })
}

fn as_step(model: &Model, node: NodeIndex) -> Option<Mend> {
    let node = &model.nodes[node];
    let drawn = node.compensates || !node.incoming.is_empty() || !node.outgoing.is_empty();
    let name = if node.name.is_empty() { &node.id } else { &node.name };
    drawn.then(|| Mend::AsStep { element: node.id.clone(), name: name.clone() })
}

/// What begins it is said by its name: a time, or else what comes.
fn begun_by(model: &Model, node: NodeIndex) -> Option<Mend> {
    let found = &model.nodes[node];
    let Kind::EventSubProcess { interrupting, .. } = found.kind else { return None };
    let start = model.inside(node).and_then(|scope| model.entries(scope).first().copied());
    let begins = start.map_or("", |start| model.nodes[start].name.as_str());
    let names = [begins, &found.name, &found.id];
    let message = names.into_iter().find(|name| !name.is_empty())?.to_string();
    let time = names[..2].iter().find_map(|name| time_in(name)).unwrap_or_default();
    Some(Mend::BegunBy { element: found.id.clone(), message, time, interrupting })
}

/// What does nothing hardly is to end all else: it comes beside.
fn beside(model: &Model, node: NodeIndex) -> Option<Mend> {
    let (message, time) = match model.begun_by(node)?.1 {
        Trigger::Message { name } => (name.clone(), String::new()),
        Trigger::Timer(Timer::After(Amount::Text(time))) => {
            (String::new(), WorkingTime::parse(time)?.standard())
        }
        _ => return None,
    };
    Some(Mend::BegunBy { element: model.nodes[node].id.clone(), message, time, interrupting: false })
}

/// The event sub-process that is begun by an event.
fn around(model: &Model, event: NodeIndex) -> Option<NodeIndex> {
    let found = &model.nodes[event];
    let begins = matches!(found.kind, Kind::Start(_)) || Mend::is_unread_start(found);
    model.scopes[found.scope].owner.filter(|owner| begins && is_beside(model, *owner))
}

fn is_beside(model: &Model, node: NodeIndex) -> bool {
    matches!(model.nodes[node].kind, Kind::EventSubProcess { .. })
}

fn is_empty(model: &Model, node: NodeIndex) -> bool {
    matches!(model.nodes[node].kind, Kind::SubProcess(scope) | Kind::EventSubProcess { scope, .. }
        if model.scopes[scope].nodes.is_empty())
}

/// What nothing leads to is where it starts, and what leads to nothing is where it ends.
fn at_the_edge(model: &Model, finding: &Finding) -> Option<Mend> {
    let scope = model.scopes.iter().find(|scope| scope.id == finding.element)?;
    let start = finding.trouble == Trouble::NoStart;
    let open = |node: &&NodeIndex| {
        let node = &model.nodes[**node];
        let ways = if start { &node.incoming } else { &node.outgoing };
        ways.is_empty() && !node.is_link() && !matches!(node.kind, Kind::Boundary { .. } | Kind::Unsupported)
    };
    let open = scope.nodes.iter().filter(open).take(WAYS_MAX);
    let open: Vec<String> = open.map(|node| model.nodes[*node].id.clone()).collect();
    let scope = scope.id.clone();
    match (start, open.is_empty()) {
        (_, true) => None,
        (true, _) => Some(Mend::Start { scope, before: open }),
        (false, _) => Some(Mend::End { scope, after: open }),
    }
}

/// The plain one stays, or the first.
fn one_start(model: &Model, node: NodeIndex) -> Option<Mend> {
    let nodes = model.scopes[model.nodes[node].scope].nodes.iter();
    let starts = nodes.filter(|node| matches!(model.nodes[**node].kind, Kind::Start(_))).take(WAYS_MAX);
    let starts: Vec<NodeIndex> = starts.copied().collect();
    let plain = |node: &&NodeIndex| matches!(model.nodes[**node].kind, Kind::Start(None));
    let keep = *starts.iter().find(plain).or(starts.first())?;
    let id = |node: NodeIndex| model.nodes[node].id.clone();
    let others = starts.into_iter().filter(|start| *start != keep).map(id).collect();
    Some(Mend::OneStart { keep: id(keep), others })
}

/// What pools are called in which those act who apply.
const APPLICANTS: [&str; 14] = [
    "người nộp",
    "người dân",
    "công dân",
    "cá nhân",
    "tổ chức",
    "doanh nghiệp",
    "khách hàng",
    "người yêu cầu",
    "người đề nghị",
    "applicant",
    "citizen",
    "customer",
    "client",
    "company",
];

/// That of the agency: not the applicant's, and the one in which most is done.
fn one_process(model: &Model) -> Option<Mend> {
    let all = model.beginning();
    let likely = |scope: &ScopeIndex| {
        let name = model.scopes[*scope].name.to_lowercase();
        let applies = APPLICANTS.iter().any(|word| name.contains(word));
        let works =
            model.nodes.iter().filter(|node| node.is_work() && model.process_of(node.scope) == *scope);
        (!applies, works.count(), std::cmp::Reverse(*scope))
    };
    let keep = *all.iter().max_by_key(|scope| likely(scope))?;
    let id = |scope: ScopeIndex| model.scopes[scope].id.clone();
    let others = all.into_iter().filter(|scope| *scope != keep).map(id).collect();
    Some(Mend::OneProcess { keep: id(keep), others })
}

/// A time among words, such as “sau 3 ngày”.
fn time_in(text: &str) -> Option<String> {
    let from = text.find(|letter: char| letter.is_numeric())?;
    let words: Vec<&str> = text[from..].split_whitespace().collect();
    let most = words.len().min(5);
    let time = (1..=most).rev().find_map(|many| WorkingTime::parse(&words[..many].join(" ")))?;
    Some(time.standard())
}

impl Mend {
    /// Whether it is about this element: it stands on the page of that one too.
    pub fn is_about(&self, model: &Model, id: &str) -> bool {
        match self {
            Mend::Answer { flow, step, .. } => [flow, step].iter().any(|own| *own == id),
            Mend::Condition { flow, .. } | Mend::AtMost { flow, .. } | Mend::WithoutFlow { flow } => {
                flow == id
            }
            Mend::Otherwise { choice, .. } => {
                let from = model.flow(id).map(|flow| &model.nodes[flow.from].id);
                choice == id || from == Some(choice)
            }
            Mend::Rounds { step, .. } | Mend::Each { step, .. } => step == id,
            Mend::Time { element, .. }
            | Mend::AsStep { element, .. }
            | Mend::When { element, .. }
            | Mend::BegunBy { element, .. } => element == id,
            Mend::ReturnedBy { event, .. } => event == id,
            Mend::Start { scope, before: own } | Mend::End { scope, after: own } => {
                scope == id || own.iter().any(|own| own == id)
            }
            Mend::OneStart { keep, others } | Mend::OneProcess { keep, others } => {
                keep == id || others.iter().any(|own| own == id)
            }
        }
    }

    /// A start event that is not run.
    pub(crate) fn is_unread_start(node: &Node) -> bool {
        matches!(node.kind, Kind::Unsupported) && node.drawn.starts_with("<bpmn:startEvent")
    }

    /// What can be a step although it was drawn as something else.
    pub(crate) fn becomes_step(model: &Model, node: NodeIndex) -> bool {
        match model.nodes[node].kind {
            Kind::Unsupported | Kind::Call { .. } | Kind::Task(Task::BusinessRule) => true,
            Kind::SubProcess(_) => is_empty(model, node),
            _ => false,
        }
    }

    /// Asks whether a step turned out so.
    pub(crate) fn turned_out(step: &str, key: &str) -> String {
        format!("steps.{}.outcome = \"{key}\"", plain_name(step))
    }

    pub(crate) fn is_choice(model: &Model, node: NodeIndex) -> bool {
        match model.nodes[node].kind {
            Kind::Gateway(gateway) => matches!(gateway, Gateway::Exclusive | Gateway::Inclusive),
            _ => true,
        }
    }
}
