//! A process as rows.

use super::Lost;
use super::loss::{self, Loss};
use super::rows::{NO_ROLE, OTHERWISE, is_words, responsible};
use super::ways::{Asks, Leaf, RowExit, Walker};
use super::{HEADINGS_OUT, Phase, ProcessRow, ProcessTable, check, next};
use crate::model::{Means, Model, Node, NodeIndex, NodeKind, ScopeIndex};
use crate::names::Names;
use crate::time::WorkingTime;
use language::Language;
use std::collections::{BTreeMap, HashMap, HashSet};

impl Model {
    /// The work of the process that starts, in the order it is come to; that of what it calls comes last. What is only
    /// drawn is nobody's.
    pub fn works(&self) -> Vec<NodeIndex> {
        let mut order = Vec::new();
        if let Some(main) = self.main() {
            collect(self, main, &mut order);
        }
        let known: HashSet<NodeIndex> = order.iter().copied().collect();
        let runs = self.running_scopes();
        let called = (0..self.nodes.len())
            .filter(|node| !known.contains(node) && runs.contains(&self.nodes[*node].scope));
        let called: Vec<NodeIndex> = called.collect();
        order.into_iter().chain(called).filter(|node| self.nodes[*node].is_work()).collect()
    }

    /// Those that people of the agency do, in that order.
    pub fn steps(&self) -> Vec<NodeIndex> {
        self.works().into_iter().filter(|node| self.nodes[*node].is_step()).collect()
    }
}

/// The steps of a process, in the order of its rows.
pub fn row_steps(model: &Model, process: ScopeIndex) -> Vec<NodeIndex> {
    let mut order = Vec::new();
    collect(model, process, &mut order);
    order
}

/// The steps of a process as rows, in the order they are come to. What lies between them becomes the column of what
/// follows; events are not in the table.
pub fn to_rows(model: &Model, process: ScopeIndex, language: Language) -> Vec<ProcessRow> {
    to_rows_told(model, process, language, &|_| None)
}

/// The same, with conditions in the words somebody has for them.
pub fn to_rows_told(
    model: &Model,
    process: ScopeIndex,
    language: Language,
    told: ConditionWords,
) -> Vec<ProcessRow> {
    let mut rows = written(model, process, language, told).0.rows;
    for row in &mut rows {
        let role = std::mem::take(&mut row.role);
        if row.responsible.is_empty() && role != NO_ROLE {
            row.responsible = role;
        }
    }
    rows
}

/// A process as a table, and all of it that a table cannot hold: read again, the table is the process without that.
pub fn to_table(model: &Model, process: ScopeIndex, language: Language) -> (ProcessTable, Vec<Loss>) {
    let (mut table, mut losses) = written(model, process, language, &|_| None);
    check::add_what_differs(model, process, &table, language, &mut losses);
    if !losses.is_empty() {
        check::make_readable(&mut table, language);
    }
    (table, losses)
}

/// What a condition says, where there are words for it.
type ConditionWords<'a> = &'a dyn Fn(&str) -> Option<String>;

fn written(
    model: &Model,
    process: ScopeIndex,
    language: Language,
    told: ConditionWords,
) -> (ProcessTable, Vec<Loss>) {
    let order = row_steps(model, process);
    let places: HashMap<NodeIndex, usize> = order.iter().copied().zip(0..).collect();
    let mut losses = loss::of(model, process);
    let mut walker = Walker::new(model, &places);
    let mut table = ProcessTable { title: model.scopes[process].name.clone(), ..ProcessTable::default() };
    let entries = model.entries(process);
    if entries.len() > 1 {
        losses.push(loss::at(model, entries[1], Lost::SeveralStarts));
    }
    if let Some(entry) = entries.first().filter(|entry| !places.contains_key(entry)) {
        let ways = walker.ways(*entry);
        let first = matches!(ways.as_slice(), [RowExit { asks: Asks::Nothing, at_most: None, to, .. }]
            if matches!(to.as_slice(), [Leaf::Row { row: 0, .. }]));
        let next = cell(&ways, None, language, told);
        table.start = (!first && !order.is_empty()).then(|| ProcessRow { next, ..ProcessRow::default() });
    }
    for (place, node) in order.iter().enumerate() {
        let ways = walker.ways(*node);
        let found = &model.nodes[*node];
        let follows = |leaf: &Leaf| match leaf {
            Leaf::Row { row, .. } => *row == place + 1,
            Leaf::End(name) => name.is_empty() && place + 1 == order.len(),
            Leaf::Unclear(_) => false,
        };
        let plain = matches!(ways.as_slice(), [RowExit { asks: Asks::Nothing, at_most: None, to, .. }]
            if matches!(to.as_slice(), [only] if follows(only)));
        let answers = model.responsible(*node);
        let elsewhere = found.step.linked.as_ref().map(|linked| linked.agency.clone());
        let who = elsewhere.or(answers.unit).unwrap_or_default();
        let role = match (responsible(&who).role, answers.role) {
            (guessed, role) if guessed == role => String::new(),
            (_, role) => role.unwrap_or_else(|| NO_ROLE.into()),
        };
        if answers.person.is_some() {
            losses.push(loss::at(model, *node, Lost::Person));
        }
        if !found.step.product_english.is_empty() {
            losses.push(loss::at(model, *node, Lost::ProductInEnglish));
        }
        table.rows.push(ProcessRow {
            order: (place + 1).to_string(),
            name: name_in(found, language),
            responsible: who,
            role,
            time: found.step.time.map(|time| time_in_words(time, language)).unwrap_or_default(),
            product: match language {
                Language::English if !found.step.product_english.is_empty() => {
                    found.step.product_english.clone()
                }
                _ => found.step.product.clone(),
            },
            next: if plain { String::new() } else { cell(&ways, Some(found), language, told) },
            english: if language == Language::English { String::new() } else { found.step.english.clone() },
            line: 0,
        });
    }
    losses.append(&mut walker.losses);
    table.phases = groups(model, process, &places, language, &mut losses);
    (table, losses)
}

/// The groups of a process as phases.
pub(super) fn phases(model: &Model, process: ScopeIndex, language: Language) -> Vec<Phase> {
    let places = row_steps(model, process).into_iter().zip(0..).collect();
    groups(model, process, &places, language, &mut Vec::new())
}

/// The groups among the steps, as phases.
fn groups(
    model: &Model,
    process: ScopeIndex,
    places: &HashMap<NodeIndex, usize>,
    language: Language,
    losses: &mut Vec<Loss>,
) -> Vec<Phase> {
    let within = |node: NodeIndex, group: ScopeIndex| {
        let mut scope = model.nodes[node].scope;
        while scope != group {
            match model.scopes[scope].owner {
                Some(owner) => scope = model.nodes[owner].scope,
                None => return false,
            }
        }
        true
    };
    let mut found = Vec::new();
    for (index, node) in model.nodes.iter().enumerate() {
        let (NodeKind::SubProcess(scope) | NodeKind::EventSubProcess { scope, .. }) = node.kind else {
            continue;
        };
        if model.process_of(node.scope) != process {
            continue;
        }
        let rows: Vec<usize> =
            places.iter().filter(|(step, _)| within(**step, scope)).map(|(_, row)| *row).collect();
        let (first, last) = (rows.iter().min().copied(), rows.iter().max().copied());
        match (first, last, node.name.is_empty()) {
            (Some(first), Some(last), false) if last - first + 1 == rows.len() => {
                found.push((index, first..last + 1));
                if !node.step.english.is_empty() {
                    losses.push(loss::at(model, index, Lost::Reads));
                }
            }
            // That it is lost is told by itself.
            _ if matches!(node.kind, NodeKind::EventSubProcess { .. }) => {}
            _ => losses.push(loss::at(model, index, Lost::SubProcess)),
        }
    }
    found.sort_by_key(|(_, rows)| (rows.start, std::cmp::Reverse(rows.end)));
    let mut phases: Vec<Phase> = Vec::new();
    for (index, rows) in found {
        let around =
            phases.iter().filter(|other| other.rows.start <= rows.start && rows.end <= other.rows.end);
        let before = |depth: usize| phases.iter().filter(|other| manner(other) == depth).count();
        let order = match around.count() {
            0 => roman(before(0) + 1),
            1 => match b"ABDEFGHJKMNOPQRSTUWYZ".get(before(1)) {
                Some(letter) => char::from(*letter).to_string(),
                None => "Z".into(),
            },
            _ => {
                losses.push(loss::at(model, index, Lost::SubProcess));
                continue;
            }
        };
        phases.push(Phase { order, name: name_in(&model.nodes[index], language), rows, line: 0 });
    }
    phases
}

fn manner(phase: &Phase) -> usize {
    let roman = phase.order.bytes().all(|letter| b"IVXLC".contains(&letter));
    usize::from(!roman)
}

fn roman(number: usize) -> String {
    let (mut left, mut text) = (number, String::new());
    let letters =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    for (worth, letter) in letters {
        while left >= worth {
            text.push_str(letter);
            left -= worth;
        }
    }
    text
}

impl ProcessTable {
    /// The headings, and the lines below them.
    pub fn lines(&self, language: Language) -> (Vec<&'static str>, Vec<Vec<String>>) {
        let any = |of: fn(&ProcessRow) -> &String| self.rows.iter().any(|row| !of(row).is_empty());
        let (roles, english) = (any(|row| &row.role), any(|row| &row.english));
        let there = |place: usize| place < 6 || place == 6 && roles || place == 7 && english;
        let headings = HEADINGS_OUT.iter().enumerate().filter(|(place, _)| there(*place));
        let headings = headings.map(|(_, (vi, en))| language.pick(*vi, *en)).collect();
        let mut lines = Vec::new();
        let mut open: Vec<&Phase> = Vec::new();
        let named = |order: &str, name: String| vec![order.to_string(), name];
        if let Some(start) = &self.start {
            let begins = language.pick("Bắt đầu", "Start").to_string();
            let nothing = String::new;
            lines.push(vec![nothing(), begins, nothing(), nothing(), nothing(), start.next.clone()]);
        }
        let mut doer = "";
        for (place, row) in self.rows.iter().enumerate() {
            while open.last().is_some_and(|phase| phase.rows.end <= place) {
                let phase = open.pop().map_or("", |phase| phase.order.as_str());
                let begins = |next: &Phase| next.rows.start == place;
                // The next of its manner ends it too.
                if !self.phases.iter().any(begins) || !open.is_empty() {
                    let over = format!("{} {phase}", language.pick("Hết giai đoạn", "End of phase"));
                    lines.push(named("", over));
                }
            }
            for phase in self.phases.iter().filter(|phase| phase.rows.start == place) {
                lines.push(named(&phase.order, phase.name.clone()));
                open.push(phase);
            }
            // Nothing would be what stands above.
            let nobody = row.responsible.is_empty() && !doer.is_empty();
            let who = if nobody { "-".to_string() } else { row.responsible.clone() };
            doer = if nobody { "" } else { &row.responsible };
            let mut line = vec![
                row.order.clone(),
                row.name.clone(),
                who,
                row.time.clone(),
                row.product.clone(),
                row.next.clone(),
            ];
            line.extend(roles.then(|| row.role.clone()));
            line.extend(english.then(|| row.english.clone()));
            lines.push(line);
        }
        (headings, lines)
    }
}

fn name_in(node: &Node, language: Language) -> String {
    let english = Some(&node.step.english).filter(|name| language == Language::English && !name.is_empty());
    let drawn = Some(&node.name).filter(|name| !name.is_empty());
    english.or(drawn).unwrap_or(&node.id).clone()
}

/// Working time as a table says it.
pub fn time_in_words(time: WorkingTime, language: Language) -> String {
    let days = |count| language.counted(count, "ngày", "day", "days");
    let hours = |count| language.counted(count, "giờ", "hour", "hours");
    let minutes = |count| language.counted(count, "phút", "minute", "minutes");
    let all = time.minutes();
    match (all % 480, all % 60) {
        (0, _) => days(all / 480),
        (_, 0) => hours(all / 60),
        (_, left) if all > 60 => format!("{} {}", hours(all / 60), minutes(left)),
        (_, left) => minutes(left),
    }
}

/// The steps of a scope in the order in which a walk comes to them, with those inside sub-processes.
fn collect(model: &Model, scope: ScopeIndex, order: &mut Vec<NodeIndex>) {
    let back = crate::layout::ways_back(model, scope);
    let mut waiting: BTreeMap<NodeIndex, usize> = BTreeMap::new();
    let mut left = model.entries(scope);
    left.reverse();
    let mut seen: HashSet<NodeIndex> = HashSet::new();
    while let Some(node) = left.pop() {
        // A step comes after all that lead to it.
        let before = model.nodes[node].incoming.iter().filter(|flow| !back.contains(flow)).count();
        let come = waiting.entry(node).or_default();
        *come += 1;
        if *come < before || !seen.insert(node) {
            continue;
        }
        if model.nodes[node].is_activity() {
            match model.nodes[node].kind {
                NodeKind::SubProcess(inside) => collect(model, inside, order),
                _ => order.push(node),
            }
        }
        for flow in model.nodes[node].outgoing.iter().rev().filter(|flow| !back.contains(flow)) {
            left.push(model.flows[*flow].to);
        }
        left.extend(model.nodes[node].boundary.iter().rev());
    }
    let missed = model.scopes[scope].nodes.iter().copied();
    order.extend(
        missed.filter(|node| !seen.contains(node) && matches!(model.nodes[*node].kind, NodeKind::Task(_))),
    );
    // What events begin comes after the rest.
    for inside in model.beside(scope).filter_map(|node| model.inside(node)) {
        collect(model, inside, order);
    }
}

/// The ways on from a step, in one cell.
fn cell(ways: &[RowExit], step: Option<&Node>, language: Language, told: ConditionWords) -> String {
    let say = |vi, en| language.pick(vi, en);
    let outcomes = step.map(|step| step.step.outcomes.as_slice()).unwrap_or_default();
    let asked = |key: &str| ways.iter().any(|way| way.asks == Asks::Outcome(key.to_string()));
    let worded = ways.iter().any(|way| matches!(way.asks, Asks::Outcome(_)));
    // What is left is called by the one outcome that is left.
    let left: Vec<_> = outcomes.iter().filter(|outcome| worded && !asked(&outcome.key)).collect();
    let bounded = worded && ways.iter().any(|way| way.at_most.is_some());
    let (none_left, left) = (left.is_empty(), left.first().filter(|_| left.len() == 1));
    let one = |way: &RowExit| {
        let to: Vec<String> = way
            .to
            .iter()
            .map(|leaf| match leaf {
                Leaf::Row { row, .. } => (row + 1).to_string(),
                Leaf::End(name) if name.is_empty() => say("kết thúc", "end").to_string(),
                Leaf::End(name) => format!("{} ({name})", say("kết thúc", "end")),
                Leaf::Unclear(name) if name.is_empty() => "…".to_string(),
                Leaf::Unclear(name) => format!("“{name}”"),
            })
            .collect();
        let to = to.join(" + ");
        let bound = match way.at_most {
            Some(1) => format!(", {} 1 {}", say("tối đa", "at most"), say("lần", "time")),
            Some(times) => format!(", {} {times} {}", say("tối đa", "at most"), say("lần", "times")),
            None => String::new(),
        };
        let condition = match &way.asks {
            Asks::That(text) => match told(text) {
                Some(told) => told,
                None if is_words(text, &Names::open()) => format!("= {text}"),
                None => text.clone(),
            },
            Asks::Name(name) => name.clone(),
            Asks::Outcome(key) => step.and_then(|step| outcome_name(step, key, language)).unwrap_or_default(),
            Asks::Nothing => match left.filter(|left| way.otherwise && left.name != OTHERWISE.0).zip(step) {
                Some((left, step)) => outcome_name(step, &left.key, language).unwrap_or_default(),
                None => String::new(),
            },
        };
        // A way back that is used up says itself what follows.
        let used_up = format!("{}{} {to}", next::used_up(language), say(" thì", ":"));
        match (condition.as_str(), way.otherwise) {
            ("", true) if bounded && none_left => used_up,
            ("", true) if bounded && !denies(way) => {
                format!("{} {to}{bound}; {used_up}", say("còn lại", "else"))
            }
            (condition, true) if bounded && !condition.is_empty() => {
                format!("{to} {} {condition}{bound}; {used_up}", say("nếu", "if"))
            }
            ("", true) => format!("{} {to}{bound}", say("còn lại", "else")),
            ("", false) => format!("{to}{bound}"),
            (condition, _) => format!("{to} {} {condition}{bound}", say("nếu", "if")),
        }
    };
    ways.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn denies(way: &RowExit) -> bool {
    way.to.iter().all(|leaf| matches!(leaf, Leaf::End(name) if Means::of_words(name) == Means::Denied))
}

/// How a step turns out, by its name.
pub(super) fn outcome_name(step: &Node, key: &str, language: Language) -> Option<String> {
    let outcome = step.step.outcomes.iter().find(|outcome| outcome.key == key)?;
    let english = language == Language::English && !outcome.english.is_empty();
    Some(if english { outcome.english.clone() } else { outcome.name.clone() }).filter(|name| !name.is_empty())
}
