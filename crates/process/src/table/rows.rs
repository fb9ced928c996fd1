//! Rows as a process: each row a step, and between them what their last column says.

use super::next::{Branch, RowPlaces, Target};
use super::remark::SheetRemark;
use super::{ProcessRow, ProcessTable, TableFault, TableProblem, phases};
use crate::check::check;
use crate::mend::{answer_called, english_of};
use crate::model::{
    End, FlowIndex, Gateway, Means, Model, Node, NodeIndex, NodeKind, Responsible, ScopeIndex, StepOutcome,
    TableRemark, Task, TaskWork, plain_name,
};
use crate::names::Names;
use crate::problem::Trouble;
use crate::roles::role_said;
use crate::time::WorkingTime;
use std::collections::HashMap;

/// A process of these rows. Its id and name are given; conditions may use these names. `known` gives the ids of steps that
/// have one already, by their names: dossiers find their place by it.
pub fn from_rows(
    rows: &[ProcessRow],
    id: &str,
    name: &str,
    names: &Names,
    known: &dyn Fn(&str) -> Option<String>,
) -> Result<Model, Vec<TableProblem>> {
    let table = ProcessTable { rows: rows.to_vec(), ..ProcessTable::default() };
    from_table(&table, id, name, names, known)
}

/// The same of a table with all it says. What whoever brings it should know is kept with the process.
pub fn from_table(
    table: &ProcessTable,
    id: &str,
    name: &str,
    names: &Names,
    known: &dyn Fn(&str) -> Option<String>,
) -> Result<Model, Vec<TableProblem>> {
    let rows = &table.rows;
    let (mut problems, mut remarks) = (Vec::new(), Vec::new());
    let mut model = Model::default();
    let scope = model.add_process(id, name);
    let start = model.add_node(scope, "start", "", NodeKind::Start(None));
    let mut steps = Vec::new();
    let places = RowPlaces::of(table);
    for (place, row) in rows.iter().enumerate() {
        let mut fault = |fault| problems.push(TableProblem { row: row.line_or(place), fault });
        if places.twice(place) {
            fault(TableFault::OrderTwice { order: row.order.clone() });
        }
        if row.name.trim().is_empty() {
            fault(TableFault::NoName);
        }
        let own = known(&row.name).filter(|id| model.node(id).is_none());
        let own = own.unwrap_or_else(|| step_id(&model, &row.order));
        let node = model.add_node(scope, &own, &row.name, NodeKind::Task(Task::User));
        let time = WorkingTime::of_step(&row.time);
        if time.is_none() && says_no_length(&row.time) {
            remarks.push(SheetRemark::TimeOpen { row: row.line_or(place), text: row.time.clone() });
        } else if time.is_none() && !row.time.trim().is_empty() {
            fault(TableFault::BadTime { text: row.time.clone() });
        }
        if let Some(taken) = WorkingTime::rounded(&row.time) {
            let (row, text) = (row.line_or(place), row.time.clone());
            remarks.push(SheetRemark::RoundedTime { row, text, minutes: taken.minutes() });
        }
        let mut responsible = responsible(&row.responsible);
        match (row.role.trim(), role(&row.role)) {
            ("", _) => {}
            (NO_ROLE, _) => responsible.role = None,
            (_, Some(role)) => responsible.role = Some(role.into()),
            (text, None) => {
                remarks.push(SheetRemark::UnknownRole { row: row.line_or(place), text: text.into() });
            }
        }
        model.nodes[node].step = TaskWork {
            responsible,
            time,
            product: row.product.clone(),
            english: row.english.clone(),
            ..TaskWork::default()
        };
        steps.push(node);
    }
    let begins = table.start.as_ref().filter(|start| !start.next.trim().is_empty());
    let leads = rows.iter().enumerate().map(|(place, row)| (Some(place), row));
    let mut led = Vec::new();
    for (place, row) in begins.map(|start| (None, start)).into_iter().chain(leads) {
        match places.branches(place, row) {
            Ok(branches) => led.push((place, row, branches)),
            Err(fault) => problems.push(TableProblem { row: row.line_or(place.unwrap_or(0)), fault }),
        }
    }
    let ends = ends(&mut model, scope, led.iter().flat_map(|(.., branches)| branches));
    for (place, row, branches) in &led {
        let node = |target: &Target| match target {
            Target::Row(row) => steps[*row],
            Target::End(name) => ends[name],
        };
        let from = place.map_or(start, |place| steps[place]);
        lead(&mut model, scope, from, branches, node, names, |fault| {
            problems.push(TableProblem { row: row.line_or(place.unwrap_or(0)), fault });
        });
    }
    if begins.is_none()
        && let Some(step) = steps.first()
    {
        model.add_flow(start, *step);
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    merge(&mut model, scope, &steps);
    let (loose, groups) = phases::group(&mut model, table, &steps);
    // What is no group is not told to be one.
    let contradicted = |remark: &&SheetRemark| match remark {
        SheetRemark::Phase { row, .. } | SheetRemark::EitherPhase { row, .. } => {
            loose.iter().any(|loose| loose.row() == Some(*row))
        }
        _ => false,
    };
    let all = table.remarks.iter().filter(|remark| !contradicted(remark)).chain(&remarks).chain(&loose);
    let mut told: Vec<TableRemark> = Vec::new();
    for remark in all {
        let step = |row: usize| rows.iter().enumerate().position(|(place, own)| own.line_or(place) == row);
        let group = |row: usize| groups.iter().find(|(own, _)| *own == row).map(|(_, id)| id.clone());
        let id = |row: usize| group(row).or_else(|| Some(model.nodes[*steps.get(step(row)?)?].id.clone()));
        let about = remark.row().and_then(id).unwrap_or_default();
        let remark = TableRemark { text: remark.sentences(), about };
        if !told.contains(&remark) {
            told.push(remark);
        }
    }
    model.scopes[scope].remarks = told;
    Ok(model)
}

/// The ends rows lead to, by their names; the one without a name where they lead to none.
fn ends<'a>(
    model: &mut Model,
    scope: ScopeIndex,
    branches: impl Iterator<Item = &'a Branch>,
) -> HashMap<String, NodeIndex> {
    let mut names: Vec<&str> = Vec::new();
    for target in branches.flat_map(|branch| &branch.to) {
        if let Target::End(name) = target
            && !names.contains(&name.as_str())
        {
            names.push(name);
        }
    }
    if names.is_empty() {
        names.push("");
    }
    let mut ends = HashMap::new();
    for (place, name) in names.into_iter().enumerate() {
        let id = if place == 0 { "end".to_string() } else { format!("end-{}", place + 1) };
        let end = model.add_node(scope, &id, name, NodeKind::End(End::Plain));
        model.nodes[end].step.english = english_of(name).into();
        ends.insert(name.to_string(), end);
    }
    ends
}

fn step_id(model: &Model, order: &str) -> String {
    let plain: String = order
        .chars()
        .map(|letter| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '-' })
        .collect();
    let id = format!("step-{}", plain.trim_matches('-'));
    let free = |id: &String| model.node(id).is_none();
    std::iter::once(id.clone())
        .chain((2..).map(|n| format!("{id}-{n}")))
        .find(free)
        .expect("numbers do not end")
}

/// Words that stand where a time is asked and say when it is done, or that nothing is laid down, without case and marks.
const NO_LENGTH: [&str; 12] = [
    "gio hanh chinh",
    "trong gio hanh chinh",
    "theo gio hanh chinh",
    "gio lam viec",
    "trong gio lam viec",
    "khong quy dinh",
    "khong tinh",
    "khong tinh thoi gian",
    "theo quy dinh",
    "theo giay hen",
    "office hours",
    "working hours",
];

fn says_no_length(time: &str) -> bool {
    NO_LENGTH.contains(&typed::words(time).join(" ").as_str())
}

/// In the column of roles: nobody in particular, whatever the words of who does it are like.
pub(super) const NO_ROLE: &str = "-";

/// Who answers, by the words of the table; the role is guessed from them.
pub(super) fn responsible(text: &str) -> Responsible {
    let unit = Some(text.trim().to_string()).filter(|text| !text.is_empty());
    Responsible { unit, role: role(text).map(str::to_string), person: None }
}

/// The role that words say.
pub(crate) fn role(text: &str) -> Option<&'static str> {
    role_said(text).role
}

/// The flows, and the choices before them, by which a step leads on.
fn lead(
    model: &mut Model,
    scope: ScopeIndex,
    from: NodeIndex,
    branches: &[Branch],
    node: impl Fn(&Target) -> NodeIndex,
    names: &Names,
    mut fault: impl FnMut(TableFault),
) {
    let id = model.nodes[from].id.clone();
    let choice = branches.len() > 1 || branches.iter().any(|branch| branch.condition.is_some());
    let source = if choice {
        let gateway =
            model.add_node(scope, &format!("{id}-choice"), "", NodeKind::Gateway(Gateway::Exclusive));
        model.add_flow(from, gateway);
        gateway
    } else {
        from
    };
    let step = model.nodes[from].is_step();
    let said = |branch: &Branch| step && branch.condition.as_ref().is_some_and(|text| is_words(text, names));
    let worded = branches.iter().any(said);
    let denies = |target: &Target| match target {
        Target::End(name) => Means::of_words(name) == Means::Denied,
        Target::Row(_) => Means::of_step(&model.nodes[node(target)].name) == Means::Denied,
    };
    let rest = rest(branches, worded, &denies);
    let (default, asked) = (rest.default, rest.asked);
    for (place, branch) in branches.iter().enumerate().filter(|(place, _)| rest.draws(*place)) {
        let flow = match branch.to.as_slice() {
            [one] => model.add_flow(source, node(one)),
            several => {
                let gateway = model.add_node(
                    scope,
                    &format!("{id}-all-{}", place + 1),
                    "",
                    NodeKind::Gateway(Gateway::Parallel),
                );
                let flow = model.add_flow(source, gateway);
                for target in several {
                    model.add_flow(gateway, node(target));
                }
                flow
            }
        };
        model.flows[flow].at_most = branch.at_most;
        let words = branch.condition.as_deref().filter(|text| step && is_words(text, names));
        let chosen = match words {
            Some(words) => Some((words, "")),
            None if worded && (branch.otherwise || asked == Some(place)) => Some(OTHERWISE),
            None => None,
        };
        if default == Some(place) {
            model.nodes[source].default = Some(flow);
        }
        if let Some((words, english)) = chosen {
            let key = outcome(&mut model.nodes[from], words, english);
            let named = model.nodes[from].step.outcomes.iter().find(|outcome| outcome.key == key).cloned();
            if let Some(StepOutcome { name, english, .. }) = named {
                (model.flows[flow].name, model.flows[flow].english) = (name, english);
            }
            if default != Some(place) {
                let asked = format!("steps.{}.outcome = \"{key}\"", plain_name(&model.nodes[from].id));
                // The name is there: it was just given.
                model.flows[flow].condition = Names::open().parse(&asked).ok();
                model.flows[flow].conditional = true;
            }
        } else if let Some(text) = &branch.condition {
            match names.parse(text.trim_start_matches('=').trim()) {
                Ok(condition) => {
                    for problem in names.check_condition(&condition) {
                        fault(TableFault::BadCondition { text: text.clone(), problem });
                    }
                    model.flows[flow].condition = Some(condition);
                    model.flows[flow].conditional = true;
                }
                Err(problems) => {
                    for problem in problems {
                        fault(TableFault::BadCondition { text: text.clone(), problem });
                    }
                }
            }
        }
    }
}

/// How a step turns out that turns out in none of the ways that are named.
pub(crate) const OTHERWISE: (&str, &str) = ("Trường hợp khác", "Otherwise");

/// Which of several ways is taken where no condition holds.
struct Rest<'b> {
    default: Option<usize>,
    /// The one that would be, but is only how the step turns out: what follows a way back that is used up is for a person
    /// to say, as in a drawing.
    asked: Option<usize>,
    branches: &'b [Branch],
}

impl Rest<'_> {
    /// What follows where a way back is used up may be a way that is there.
    fn draws(&self, place: usize) -> bool {
        !self.branches[place].used_up || self.default == Some(place)
    }
}

/// The one that says so; but where ways are chosen by name, one that is always open, for a way back may be used up.
fn rest<'b>(branches: &'b [Branch], worded: bool, denies: &dyn Fn(&Target) -> bool) -> Rest<'b> {
    let otherwise = branches.iter().position(|branch| branch.otherwise);
    let open = |place: &usize| branches[*place].at_most.is_none();
    let rest = |default, asked| Rest { default, asked, branches };
    if let Some(place) = branches.iter().position(|branch| branch.used_up) {
        let same =
            |other: &usize| *other != place && open(other) && branches[*other].to == branches[place].to;
        return rest((0..branches.len()).find(same).or(Some(place)), None);
    }
    if !worded {
        return rest(otherwise, None);
    }
    let always: Vec<usize> = (0..branches.len()).filter(open).collect();
    let default = match (otherwise.filter(open), always.as_slice()) {
        (Some(otherwise), _) => Some(otherwise),
        (None, [.., last]) if otherwise.is_none() => Some(*last),
        (None, [only]) => Some(*only),
        _ => otherwise,
    };
    let denies = |place: usize| branches[place].otherwise && branches[place].to.iter().all(denies);
    match branches.iter().any(|branch| branch.at_most.is_some()) && !default.is_some_and(denies) {
        true => rest(None, default),
        false => rest(default, None),
    }
}

/// Whether a condition is written as an official would, such as “đạt”: a way the step turns out, chosen by who does it.
pub(super) fn is_words(text: &str, names: &Names) -> bool {
    let signs = ['=', '<', '>', '(', ')', '"', '.', '[', ']', '+', '*', '/'];
    let known = |text: &str| ["true", "false"].contains(&text) || names.types.contains_key(text);
    !text.contains(signs) && !known(text.trim()) && text.chars().any(char::is_alphabetic)
}

/// A way a step turns out, by its name; the key of the one that is there, or of a new one.
fn outcome(step: &mut Node, name: &str, english: &str) -> String {
    let outcomes = &mut step.step.outcomes;
    // What is known is called so in both languages, in whichever it is written.
    let known = answer_called(name);
    let (name, english) = known.map_or((name, english), |(vi, en)| (vi, en));
    let small = typed::key(name);
    if let Some(known) = outcomes.iter().find(|known| typed::key(&known.name) == small) {
        return known.key.clone();
    }
    let other = small == typed::key(OTHERWISE.0);
    let english = if other { OTHERWISE.1 } else { english };
    let key = if other { "other".to_string() } else { format!("way-{}", outcomes.len() + 1) };
    let mut letters = name.chars();
    let name = letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default();
    outcomes.push(StepOutcome { key: key.clone(), name, english: english.into(), means: None });
    key
}

/// Where several ways come together a gateway is put before the step: one that waits for all of them where they run at
/// once, which the check tells.
fn merge(model: &mut Model, scope: ScopeIndex, steps: &[NodeIndex]) {
    let mut merges = Vec::new();
    for step in steps {
        let incoming = model.nodes[*step].incoming.clone();
        if incoming.len() > 1 {
            let id = format!("{}-merge", model.nodes[*step].id);
            let gateway = model.add_node(scope, &id, "", NodeKind::Gateway(Gateway::Exclusive));
            incoming.into_iter().for_each(|flow: FlowIndex| model.redirect(flow, gateway));
            model.add_flow(gateway, *step);
            merges.push(gateway);
        }
    }
    // Where a way leads back to, only one way ever comes.
    let back = crate::layout::ways_back(model, scope);
    merges.retain(|gateway| !model.nodes[*gateway].incoming.iter().any(|flow| back.contains(flow)));
    for _ in 0..2 * merges.len() {
        let better = check(model).findings.into_iter().find_map(|finding| {
            let gateway = model.index(&finding.element).filter(|node| merges.contains(node))?;
            let kind = match (&model.nodes[gateway].kind, finding.trouble) {
                (NodeKind::Gateway(Gateway::Exclusive), Trouble::NotSynchronised) => Gateway::Parallel,
                // Sometimes several come, sometimes one.
                (NodeKind::Gateway(Gateway::Parallel), Trouble::Deadlock) => Gateway::Inclusive,
                _ => return None,
            };
            Some((gateway, kind))
        });
        let Some((gateway, kind)) = better else { return };
        model.nodes[gateway].kind = NodeKind::Gateway(kind);
    }
}
