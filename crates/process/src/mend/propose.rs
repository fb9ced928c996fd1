//! What is proposed for a finding.

use super::Mend;
use super::answer::answer;
use crate::check::{can_be_bounded, head_of};
use crate::engine::trigger_of;
use crate::model::{
    Amount, FlowIndex, Gateway, Means, Model, Node, NodeIndex, NodeKind, Over, Repeats, SEVERAL_TIMES,
    ScopeIndex, TIMES_MAX, Task, TimerTrigger, Trigger,
};
use crate::problem::{Finding, Part, Reason, TimeForm, Trouble};
use crate::time::WorkingTime;
use std::collections::HashSet;

/// Proposed where nobody said how often something is done.
const COUNT: &str = "2";
/// Where nothing better is known.
const TIMES: u32 = 3;
const TIME: &str = "PT8H";
/// What an end is called at which it is denied, and in English.
pub(crate) const DENIED: (&str, &str) = ("Từ chối", "Denied");
/// What a step is called in which a denial is signed.
const SIGNS: (&str, &str) = ("Ký văn bản từ chối", "Sign the denial");
/// What a step behind an event is called that decides.
pub const DECIDES: (&str, &str) = ("Ra quyết định", "Decide");
/// What applicants are told where nobody wrote it.
pub const TOLD: (&str, &str) = ("Hồ sơ đang được giải quyết", "The application is being dealt with");
/// Ways out of a choice that somebody would fill in one by one.
pub(super) const WAYS_MAX: usize = 50;

/// What this program called something so, in English; empty where it did not.
pub(crate) fn english_of(name: &str) -> &'static str {
    let ours = [DENIED, SIGNS, DECIDES, TOLD].into_iter().find(|(vi, _)| *vi == name.trim());
    ours.map_or("", |(_, en)| en)
}

impl Mend {
    /// A way out of a choice as one of the ways the step before turns out; nothing where no step comes before it.
    pub fn answered(model: &Model, flow: &str) -> Option<Mend> {
        let flow = model.flows_by_id.get(flow).copied()?;
        answer(model, flow).filter(|mend| matches!(mend, Mend::Answer { .. }))
    }

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
                Some(node) if is_ruleless(&model.nodes[node]) => as_step(model, node),
                Some(node) => rounds(model, node).filter(|_| unread_loop(&model.nodes[node])),
                None => answer(model, flow?),
            },
            Trouble::NoDefault => otherwise(model, node?),
            Trouble::Deadlock | Trouble::NotSynchronised => {
                let met = &model.nodes[node?];
                let waits =
                    matches!(met.kind, NodeKind::Gateway(Gateway::Inclusive)) || met.incoming.len() < 2;
                (!waits).then(|| Mend::Joined { element: element() })
            }
            Trouble::BackAndOn => {
                let choice = &model.nodes[node?];
                // Where ways meet there too, they would no longer wait for each other.
                let only =
                    matches!(choice.kind, NodeKind::Gateway(Gateway::Inclusive)) && choice.incoming.len() < 2;
                only.then(|| Mend::OneWay { choice: element() })
            }
            Trouble::Dangling { .. } => {
                let choice = node.filter(|node| {
                    matches!(
                        model.nodes[*node].kind,
                        NodeKind::Gateway(Gateway::Exclusive | Gateway::Inclusive)
                    )
                });
                otherwise(model, choice?)
            }
            Trouble::BadPart { part: Part::Bound, .. } => {
                flow.filter(|flow| can_be_bounded(model, *flow))?;
                Some(Mend::AtMost { flow: element(), times: TIMES })
            }
            Trouble::Unbounded if flow.is_some() => at_most(model, flow?),
            Trouble::Unbounded => rounds(model, node?),
            // Which day is meant nobody can say for its author; how long it takes a person says.
            Trouble::BadTime { wanted: TimeForm::Moment, .. } | Trouble::PastMoment { .. } => {
                time("", finding)
            }
            Trouble::SeveralTimes => time(&written_time(model, node?), finding),
            Trouble::BadTime { text, .. } => time(text, finding),
            Trouble::Incomplete { part: Part::Count } | Trouble::BadPart { part: Part::Count, .. } => {
                Some(Mend::Each { step: element(), count: COUNT.into() })
            }
            Trouble::BadPart { part: Part::Rounds, .. } => rounds(model, node?),
            Trouble::Incomplete { part: Part::Outcome } => None,
            Trouble::Incomplete { .. } | Trouble::UnknownProcess { .. } => as_step(model, node?),
            Trouble::NotExecutable { reason: Reason::Script | Reason::Activity, .. } => as_step(model, node?),
            Trouble::NotExecutable { reason: Reason::SubProcess, .. } => as_step(model, node?),
            Trouble::NotExecutable { reason: Reason::Event(_) | Reason::SeveralTriggers, .. } => {
                begun_by(model, around(model, node?)?)
            }
            Trouble::NoTrigger => begun_by(model, around(model, node?)?),
            Trouble::EndsAll => beside(model, node?),
            Trouble::ErrorNotCaught { .. } => ends_there(model, node?),
            Trouble::DeniedBelow { .. } => {
                let like = model.nodes[head_of(model)?].id.clone();
                Some(Mend::Signed { flow: element(), name: SIGNS.0.into(), like })
            }
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
    let times = at_most.filter(|most| (1..=TIMES_MAX).contains(most)).unwrap_or(TIMES);
    Some(Mend::Rounds { step: id.clone(), times, condition })
}

/// A rule is to be worked out, and none could be read.
fn is_ruleless(node: &Node) -> bool {
    matches!(node.kind, NodeKind::Task(Task::BusinessRule)) && node.step.rule.is_none()
}

/// It says when it is repeated, in words that could not be read.
pub(crate) fn unread_loop(node: &Node) -> bool {
    matches!(node.repeats, Repeats::While { condition: None, .. }) && node.drawn.contains("loopCondition")
}

/// A loop is bounded where it may be left: at the nearest choice before the way that closes it, best at one that has a way
/// out of the loop.
fn at_most(model: &Model, closes: FlowIndex) -> Option<Mend> {
    let mut ways = vec![closes];
    walk_back(model, model.flows[closes].from, |node| {
        let goes_on = node != model.flows[closes].to;
        ways.extend(model.nodes[node].incoming.iter().filter(|_| goes_on));
        goes_on
    });
    let loops: HashSet<NodeIndex> =
        walk_back(model, model.flows[closes].from, |_| true).into_iter().collect();
    let open = |flow: &FlowIndex| model.flows[*flow].at_most.is_none() && can_be_bounded(model, *flow);
    let leaves = |flow: &FlowIndex| {
        let mut others = model.nodes[model.flows[*flow].from].outgoing.iter().filter(|other| *other != flow);
        others.any(|other| !loops.contains(&model.flows[*other].to))
    };
    let ways: Vec<FlowIndex> = ways.into_iter().filter(open).collect();
    let flow = ways.iter().find(|flow| leaves(flow)).or(ways.first())?;
    Some(Mend::AtMost { flow: model.flows[*flow].id.clone(), times: TIMES })
}

/// The elements from which one is come to, the nearest first; behind those that say no nothing is looked at.
pub(super) fn walk_back(
    model: &Model,
    from: NodeIndex,
    mut goes_on: impl FnMut(NodeIndex) -> bool,
) -> Vec<NodeIndex> {
    let (mut found, mut seen, mut at) = (vec![from], HashSet::from([from]), 0);
    while let Some(node) = found.get(at).copied() {
        at += 1;
        if goes_on(node) {
            let before = model.nodes[node].incoming.iter().map(|flow| model.flows[*flow].from);
            found.extend(before.chain(model.nodes[node].on()).filter(|node| seen.insert(*node)));
        }
    }
    found
}

/// An error nobody catches ends a process; by whoever draws it so, it is denied where its name says nothing else.
fn ends_there(model: &Model, end: NodeIndex) -> Option<Mend> {
    let found = &model.nodes[end];
    // Within another process it would end no more than that one.
    let outermost = model.scopes[found.scope].owner.is_none();
    let means = found.step.means.unwrap_or_else(|| Means::of_words(&found.name));
    let means = if means == Means::Neither { Means::Denied } else { means };
    outermost.then(|| Mend::EndsThere { end: found.id.clone(), means })
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

/// The first time of several that is written at an event and is an amount.
fn written_time(model: &Model, event: NodeIndex) -> String {
    let Some(Trigger::Timer(TimerTrigger::After(Amount::Text(all)))) = trigger_of(&model.nodes[event].kind)
    else {
        return String::new();
    };
    let first = all.split(SEVERAL_TIMES).find(|text| WorkingTime::parse(text).is_some());
    first.unwrap_or_default().to_string()
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

/// Of the ways that are always open one that denies, rather than one that grants.
fn otherwise(model: &Model, choice: NodeIndex) -> Option<Mend> {
    let node = &model.nodes[choice];
    let lasting = node.outgoing.iter().rev().copied().filter(|flow| model.flows[*flow].at_most.is_none());
    let lasting: Vec<FlowIndex> = lasting.collect();
    let likely = |flow: &&FlowIndex| match model.way_means(**flow) {
        Means::Denied => 0,
        Means::Neither => 1,
        Means::Granted => 2,
    };
    let flow = *lasting.iter().min_by_key(likely)?;
    let (choice, id) = (node.id.clone(), model.flows[flow].id.clone());
    let back = node.outgoing.iter().any(|flow| model.flows[*flow].at_most.is_some());
    // What an event begins beside the rest decides nothing.
    let beside = model.is_beside(node.scope);
    Some(match back {
        // What did not pass as often as that does not pass by that.
        true if !beside && model.way_means(flow) != Means::Denied => Mend::denied(&choice),
        true => Mend::UsedUp { choice, flow: id, name: String::new() },
        false => Mend::Otherwise { choice, flow: id },
    })
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
    let NodeKind::EventSubProcess { interrupting, .. } = found.kind else { return None };
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
        Trigger::Timer(TimerTrigger::After(Amount::Text(time))) => {
            (String::new(), WorkingTime::parse(time)?.standard())
        }
        _ => return None,
    };
    Some(Mend::BegunBy { element: model.nodes[node].id.clone(), message, time, interrupting: false })
}

/// The event sub-process that is begun by an event.
fn around(model: &Model, event: NodeIndex) -> Option<NodeIndex> {
    let found = &model.nodes[event];
    let begins = matches!(found.kind, NodeKind::Start(_)) || Mend::is_unread_start(found);
    model.scopes[found.scope].owner.filter(|owner| begins && is_beside(model, *owner))
}

fn is_beside(model: &Model, node: NodeIndex) -> bool {
    matches!(model.nodes[node].kind, NodeKind::EventSubProcess { .. })
}

pub(super) fn is_empty(model: &Model, node: NodeIndex) -> bool {
    matches!(model.nodes[node].kind, NodeKind::SubProcess(scope) | NodeKind::EventSubProcess { scope, .. }
        if model.scopes[scope].nodes.is_empty())
}

/// What nothing leads to is where it starts, and what leads to nothing is where it ends.
fn at_the_edge(model: &Model, finding: &Finding) -> Option<Mend> {
    let scope = model.scopes.iter().find(|scope| scope.id == finding.element)?;
    let start = finding.trouble == Trouble::NoStart;
    let open = |node: &&NodeIndex| {
        let node = &model.nodes[**node];
        let ways = if start { &node.incoming } else { &node.outgoing };
        ways.is_empty()
            && !node.is_link()
            && !matches!(node.kind, NodeKind::Boundary { .. } | NodeKind::Unsupported)
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
    let starts = nodes.filter(|node| matches!(model.nodes[**node].kind, NodeKind::Start(_))).take(WAYS_MAX);
    let starts: Vec<NodeIndex> = starts.copied().collect();
    let plain = |node: &&NodeIndex| matches!(model.nodes[**node].kind, NodeKind::Start(None));
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

/// Of several pools that of the agency: not the applicant's, and the one in which most is done.
pub(super) fn likely_process(model: &Model) -> Option<ScopeIndex> {
    let all = model.beginning();
    let likely = |scope: &ScopeIndex| {
        let name = model.scopes[*scope].name.to_lowercase();
        let applies = APPLICANTS.iter().any(|word| name.contains(word));
        let works =
            model.nodes.iter().filter(|node| node.is_work() && model.process_of(node.scope) == *scope);
        (!applies, works.count(), std::cmp::Reverse(*scope))
    };
    all.iter().copied().max_by_key(likely)
}

fn one_process(model: &Model) -> Option<Mend> {
    let (all, keep) = (model.beginning(), likely_process(model)?);
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
