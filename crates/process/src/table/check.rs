//! A table is read again before it is given away: what comes back otherwise is named.

use super::Lost;
use super::loss::{Loss, at};
use super::sheet::TableSheet;
use super::ways::{Asks, Leaf, RowExit, Walker};
use super::write::{outcome_name, phases, row_steps};
use super::{Phase, ProcessRow, ProcessTable, from_table, table};
use crate::model::{FlowIndex, Gateway, Means, Model, Node, NodeIndex, ScopeIndex};
use crate::names::Names;
use language::Language;
use std::collections::{BTreeSet, HashMap};

/// Letters of a cell, and rows, that a sheet holds.
const LETTERS_MAX: usize = 32_000;
const ROWS_MAX: usize = 4_900;

/// The sheet a table is written to: its title, nothing, the headings, the lines.
fn sheet(written: &ProcessTable, language: Language) -> TableSheet {
    let (headings, lines) = written.lines(language);
    let headings: Vec<String> = headings.iter().map(ToString::to_string).collect();
    let title = if written.title.is_empty() { "-".to_string() } else { written.title.clone() };
    let cells = [vec![title], Vec::new(), headings].into_iter().chain(lines).collect();
    TableSheet { cells, ..TableSheet::default() }
}

/// What is written of a part only must be read again too: a row that leads to what is not there leads to the next.
pub(super) fn make_readable(written: &mut ProcessTable, language: Language) {
    for _ in 0..2 {
        let sheet = sheet(written, language);
        let read = table(std::slice::from_ref(&sheet))
            .and_then(|table| from_table(&table, "process", "", &Names::open(), &|_| None));
        let Err(problems) = read else { return };
        for problem in problems {
            let order = sheet.cells.get(problem.row.saturating_sub(1)).and_then(|line| line.first());
            match written.rows.iter_mut().find(|row| Some(&row.order) == order) {
                Some(row) => row.next.clear(),
                None => written.start = None,
            }
        }
    }
}

pub(super) fn add_what_differs(
    model: &Model,
    process: ScopeIndex,
    written: &ProcessTable,
    language: Language,
    losses: &mut Vec<Loss>,
) {
    let order = row_steps(model, process);
    if order.is_empty() {
        let scope = &model.scopes[process];
        let (element, name) = (scope.id.clone(), scope.name.clone());
        return losses.push(Loss { lost: Lost::NoSteps, element, name, line: scope.line });
    }
    let (_, lines) = written.lines(language);
    let long = lines.iter().flatten().any(|cell| cell.chars().count() > LETTERS_MAX);
    if long || lines.len() > ROWS_MAX {
        losses.push(at(model, order[0], Lost::TooLong));
        return;
    }
    let read = table(&[sheet(written, language)]).and_then(|table| {
        let rows = table.rows.clone();
        from_table(&table, "process", "", &Names::open(), &|_| None).map(|model| (model, rows))
    });
    let (again, rows) = match read {
        Ok(read) => read,
        Err(problems) if losses.is_empty() => {
            // Its row is that of a line: three stand above the first.
            let step = |row: usize| order.get(row.saturating_sub(4)).or(order.last());
            let lost = problems
                .iter()
                .filter_map(|problem| step(problem.row))
                .map(|step| at(model, *step, Lost::Reads));
            return losses.extend(lost.collect::<Vec<_>>());
        }
        Err(_) => return,
    };
    let process_again = again.main().unwrap_or_default();
    let order_again = row_steps(&again, process_again);
    if order_again.len() != order.len() {
        return losses.extend(order.first().map(|step| at(model, *step, Lost::Reads)));
    }
    let (before, after) = (said(model, &order), said(&again, &order_again));
    let named = !losses.is_empty();
    let mut start = (Some(before.start), Some(after.start));
    for (place, node) in order.iter().enumerate() {
        let own = |row: &ProcessRow| (row.name.clone(), row.product.clone(), row.english.clone());
        let (found, found_again) = (&model.nodes[*node], &again.nodes[order_again[place]]);
        let mut answers = (model.responsible(*node), again.responsible(order_again[place]));
        // That one is named is told apart.
        answers.0.person = None;
        if let Some(linked) = &found.step.linked {
            answers.0.unit = Some(linked.agency.clone());
        }
        let kept = own(&written.rows[place]) == own(&rows[place])
            && answers.0 == answers.1
            && found.step.time == found_again.step.time;
        if !kept {
            losses.push(at(model, *node, Lost::Reads));
        }
        let turns_out = (outcomes(found, language), outcomes(found_again, language));
        let meant = (meanings(model, *node, language), meanings(&again, order_again[place], language));
        if turns_out.0 == turns_out.1 && meant.0 != meant.1 {
            losses.push(at(model, *node, Lost::Outcomes));
        }
        if turns_out.0 != turns_out.1 {
            let names = |all: &BTreeSet<(String, String)>| -> BTreeSet<String> {
                all.iter().map(|(name, _)| name.clone()).collect()
            };
            let named = names(&turns_out.0) == names(&turns_out.1);
            losses.push(at(
                model,
                *node,
                match (named, turns_out.0.is_empty()) {
                    (true, _) => Lost::OutcomesInEnglish,
                    // It turned out in no way, and does so by what is read again.
                    (false, true) => Lost::Reads,
                    (false, false) => Lost::Outcomes,
                },
            ));
        }
        let begins = start.0.take() != start.1.take();
        if !named && (begins || before.ways[place] != after.ways[place]) {
            losses.push(at(model, *node, Lost::Ways));
        }
    }
    let phases_again = phases(&again, process_again, language);
    let held =
        |phase: &Phase| phases_again.iter().any(|other| other.name == phase.name && other.rows == phase.rows);
    let loose: Vec<&Phase> = written.phases.iter().filter(|phase| !held(phase)).collect();
    let more = phases_again.len() + loose.len() > written.phases.len();
    for phase in loose {
        losses.push(Loss {
            lost: Lost::SubProcess,
            element: String::new(),
            name: phase.name.clone(),
            line: 0,
        });
    }
    if more && !named {
        losses.extend(order.first().map(|step| at(model, *step, Lost::Reads)));
    }
}

/// How a step may turn out.
fn outcomes(step: &Node, language: Language) -> BTreeSet<(String, String)> {
    let named = |outcome: &crate::model::StepOutcome| {
        let name = outcome_name(step, &outcome.key, language).unwrap_or_default();
        let english = if language == Language::English { "" } else { outcome.english.as_str() };
        (name.to_lowercase(), english.to_string())
    };
    step.step.outcomes.iter().map(named).collect()
}

/// What it means to who applied where a step turns out so.
fn meanings(model: &Model, step: NodeIndex, language: Language) -> BTreeSet<(String, Means)> {
    let node = &model.nodes[step];
    let meant = |outcome: &crate::model::StepOutcome| {
        let name = outcome_name(node, &outcome.key, language).unwrap_or_default();
        (name.to_lowercase(), model.outcome_means(step, outcome))
    };
    node.step.outcomes.iter().map(meant).collect()
}

/// Where everything leads, with nothing in it that is of one drawing only.
struct Destinations {
    start: Vec<Plain>,
    ways: Vec<Vec<Plain>>,
}

/// What it asks, whether it is what is left, how often at most and counted how deep inside, and where it leads: to a row, by which way into which
/// join, or to an end.
type Plain = (String, bool, Option<(u32, usize)>, Vec<(Option<usize>, Option<(Gateway, usize)>, String)>);

fn said(model: &Model, order: &[NodeIndex]) -> Destinations {
    let places: HashMap<NodeIndex, usize> = order.iter().copied().zip(0..).collect();
    let mut walker = Walker::new(model, &places);
    let mut joins: HashMap<FlowIndex, usize> = HashMap::new();
    let mut plain = |ways: Vec<RowExit>, step: Option<&Node>| -> Vec<Plain> {
        let one = |way: RowExit| {
            let asks = match way.asks {
                Asks::Nothing => String::new(),
                Asks::That(text) => format!("= {text}"),
                Asks::Name(name) => format!("? {name}"),
                Asks::Outcome(key) => step
                    .and_then(|step| outcome_name(step, &key, Language::Vietnamese))
                    .unwrap_or_default()
                    .to_lowercase(),
            };
            let to = way.to.into_iter().map(|leaf| match leaf {
                Leaf::Row { row, join } => {
                    let next = joins.len();
                    let join = join.map(|(kind, flow)| (kind, *joins.entry(flow).or_insert(next)));
                    (Some(row), join, String::new())
                }
                Leaf::End(name) => (None, None, name),
                Leaf::Unclear(_) => (None, None, "…".to_string()),
            });
            (asks, way.otherwise, way.at_most.map(|times| (times, way.inside)), to.collect())
        };
        ways.into_iter().map(one).collect()
    };
    let entry = order
        .first()
        .and_then(|step| model.entries(model.process_of(model.nodes[*step].scope)).first().copied());
    let start = match entry {
        Some(entry) if places.contains_key(&entry) => {
            plain(vec![super::ways::plain(Leaf::Row { row: places[&entry], join: None })], None)
        }
        Some(entry) => plain(walker.ways(entry), None),
        None => Vec::new(),
    };
    let ways = order.iter().map(|step| plain(walker.ways(*step), Some(&model.nodes[*step]))).collect();
    Destinations { start, ways }
}
