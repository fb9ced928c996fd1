//! A process as the official table has it: a row a step, with its order, who does it, how long it takes, what it
//! produces, and where it leads. Rows become a process, and a process rows.
//!
//! Where it leads is written as people would: nothing for the next row; `4`; `3 nếu fee > 100; còn lại 4`; `3 + 4` for
//! both at once; `2 nếu sai, tối đa 3 lần`; `kết thúc`. The same in English: `3 if …; else 4`, `at most 3 times`, `end`.

use crate::check::check;
use crate::model::{
    End, FlowIndex, Gateway, Kind, Model, Node, NodeIndex, Responsible, ScopeIndex, Step, Task,
};
use crate::names::Names;
use crate::problem::Trouble;
use crate::time::WorkingTime;
use std::collections::{BTreeMap, HashSet};

/// One step, as written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    pub order: String,
    pub name: String,
    pub responsible: String,
    pub time: String,
    pub product: String,
    pub next: String,
}

/// What cannot be understood in a table, and in which row of it, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableProblem {
    pub row: usize,
    pub fault: TableFault,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableFault {
    NoHeading,
    NoSteps,
    NoName,
    BadTime { text: String },
    UnknownStep { text: String },
    BadCondition { text: String, problem: feel::Problem },
    OrderTwice { order: String },
}

/// The language a table is written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tongue {
    #[default]
    Vietnamese,
    English,
}

impl Tongue {
    fn pick(self, vi: &'static str, en: &'static str) -> &'static str {
        match self {
            Tongue::Vietnamese => vi,
            Tongue::English => en,
        }
    }
}

/// What a column of the table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Column {
    Order,
    Name,
    Responsible,
    Time,
    Product,
    Next,
}

/// The words by which headings are known, the surest first.
const HEADINGS: [(Column, &[&str]); 6] = [
    (Column::Next, &["bước tiếp theo", "chuyển tới", "tiếp theo", "next"]),
    (Column::Time, &["thời gian", "thời hạn", "time", "duration", "how long"]),
    (Column::Product, &["kết quả", "sản phẩm", "biểu mẫu", "product", "result", "output"]),
    (
        Column::Responsible,
        &["trách nhiệm", "người thực hiện", "đơn vị", "bộ phận", "chủ trì", "responsible", "who", "unit"],
    ),
    (
        Column::Name,
        &["nội dung", "tên bước", "bước thực hiện", "công việc", "trình tự", "task", "step", "work"],
    ),
    (Column::Order, &["stt", "tt", "thứ tự", "số tt", "bước", "order", "no", "#"]),
];

/// The headings written out, in the two languages.
pub const HEADINGS_OUT: [(&str, &str); 6] = [
    ("STT", "No."),
    ("Bước thực hiện", "Step"),
    ("Trách nhiệm", "Responsible"),
    ("Thời gian", "Time"),
    ("Sản phẩm", "Product"),
    ("Bước tiếp theo", "Next"),
];

/// The steps of a sheet: its cells as text, row by row, with whatever stands above the headings.
pub fn rows(cells: &[Vec<String>]) -> Result<Vec<Row>, TableProblem> {
    let headed = cells.iter().take(40).enumerate().find_map(|(place, cells)| Some((place, columns(cells)?)));
    let Some((heading, columns)) = headed else {
        return Err(TableProblem { row: 1, fault: TableFault::NoHeading });
    };
    let unit = columns.get(&Column::Time).map(|at| cells[heading][*at].to_lowercase());
    let hours = unit.is_some_and(|heading| heading.contains("giờ)") || heading.contains("hour"));
    let mut rows: Vec<Row> = Vec::new();
    for line in &cells[heading + 1..] {
        let cell = |column| {
            let at = columns.get(&column).copied();
            at.and_then(|at| line.get(at)).map(|text| one_line(text)).unwrap_or_default()
        };
        let name = cell(Column::Name);
        let first = line.iter().map(|cell| cell.trim()).find(|cell| !cell.is_empty()).unwrap_or_default();
        // A line that adds the times up, or numbers the columns, is no step.
        let sum = ["tổng", "total", "cộng"].iter().any(|word| first.to_lowercase().starts_with(word));
        let numbering = name.parse::<u32>().is_ok() || name.starts_with('(') && name.ends_with(')');
        if name.is_empty() || sum || numbering {
            continue;
        }
        let mut time = cell(Column::Time);
        if time.replace(',', ".").parse::<f64>().is_ok() {
            time.push_str(if hours { " giờ" } else { " ngày" });
        }
        let responsible = match cell(Column::Responsible) {
            // Cells of several lines that belong together are written once.
            text if text.is_empty() => rows.last().map(|row| row.responsible.clone()).unwrap_or_default(),
            text => text,
        };
        let order = match cell(Column::Order) {
            text if text.is_empty() => (rows.len() + 1).to_string(),
            text => text.trim_end_matches(['.', ')']).to_string(),
        };
        let (product, next) = (cell(Column::Product), cell(Column::Next));
        rows.push(Row { order, name, responsible, time, product, next });
    }
    if rows.is_empty() {
        return Err(TableProblem { row: heading + 1, fault: TableFault::NoSteps });
    }
    Ok(rows)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Which column is which: at least a name and one more.
fn columns(cells: &[String]) -> Option<BTreeMap<Column, usize>> {
    let mut found: BTreeMap<Column, usize> = BTreeMap::new();
    let texts: Vec<String> = cells.iter().map(|cell| one_line(cell).to_lowercase()).collect();
    let mut taken = HashSet::new();
    for (column, words) in HEADINGS {
        for word in words {
            let place = texts.iter().enumerate().position(|(place, text)| {
                let exact = word.len() <= 3 || column == Column::Order;
                let fits = if exact { text.trim_end_matches('.') == *word } else { text.contains(word) };
                fits && text.chars().count() < 60 && !taken.contains(&place)
            });
            if let Some(place) = place {
                found.insert(column, place);
                taken.insert(place);
                break;
            }
        }
    }
    // “Bước” alone heads the steps where nothing else does.
    if !found.contains_key(&Column::Name)
        && let Some(place) = texts.iter().position(|text| text == "bước")
    {
        found.retain(|_, taken| *taken != place);
        found.insert(Column::Name, place);
    }
    (found.contains_key(&Column::Name) && found.len() >= 2).then_some(found)
}

/// Where a row leads: one or several at once, under what condition.
struct Branch {
    to: Vec<Target>,
    condition: Option<String>,
    otherwise: bool,
    at_most: Option<u32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Target {
    Row(usize),
    End,
}

/// A process of these rows. Its id and name are given; conditions may use these names.
pub fn from_rows(rows: &[Row], id: &str, name: &str, names: &Names) -> Result<Model, Vec<TableProblem>> {
    let mut problems = Vec::new();
    let mut model = Model::default();
    let scope = model.add_process(id, name);
    let start = model.add_node(scope, "start", "", Kind::Start(None));
    let mut steps = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        let mut fault = |fault| problems.push(TableProblem { row: place + 1, fault });
        if rows[..place].iter().any(|other| other.order == row.order) {
            fault(TableFault::OrderTwice { order: row.order.clone() });
        }
        if row.name.trim().is_empty() {
            fault(TableFault::NoName);
        }
        let node = model.add_node(scope, &step_id(&model, &row.order), &row.name, Kind::Task(Task::User));
        let time = WorkingTime::parse(&row.time);
        if time.is_none() && !row.time.trim().is_empty() {
            fault(TableFault::BadTime { text: row.time.clone() });
        }
        model.nodes[node].step = Step {
            responsible: responsible(&row.responsible),
            time,
            product: row.product.clone(),
            ..Step::default()
        };
        steps.push(node);
    }
    let end = model.add_node(scope, "end", "", Kind::End(End::Plain));
    if let Some(first) = steps.first() {
        model.add_flow(start, *first);
    }
    for (place, row) in rows.iter().enumerate() {
        match branches(rows, place, row) {
            Ok(branches) => {
                let node = |target: &Target| match target {
                    Target::Row(row) => steps[*row],
                    Target::End => end,
                };
                lead(&mut model, scope, steps[place], &branches, node, names, |fault| {
                    problems.push(TableProblem { row: place + 1, fault });
                });
            }
            Err(fault) => problems.push(TableProblem { row: place + 1, fault }),
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    merge(&mut model, scope, &steps);
    Ok(model)
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

/// Who answers, by the words of the table; the role is guessed from them.
fn responsible(text: &str) -> Responsible {
    let small = text.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| small.contains(word));
    let role = if text.trim().is_empty() {
        None
    } else if says(&["một cửa", "tiếp nhận", "hành chính công", "one-stop", "counter"]) {
        Some("counter")
    } else if says(&["trưởng phòng", "lãnh đạo phòng", "phó phòng", "division head", "head of division"])
    {
        Some("division-head")
    } else if says(&["lãnh đạo", "chủ tịch", "giám đốc", "agency head", "head of agency", "director"])
    {
        Some("agency-head")
    } else if says(&["chuyên viên", "công chức", "cán bộ", "officer"]) {
        Some("officer")
    } else {
        None
    };
    let unit = Some(text.trim().to_string()).filter(|text| !text.is_empty());
    Responsible { unit, role: role.map(str::to_string), person: None }
}

fn branches(rows: &[Row], place: usize, row: &Row) -> Result<Vec<Branch>, TableFault> {
    let next = row.next.trim();
    if next.is_empty() || next == "-" {
        let to = if place + 1 < rows.len() { Target::Row(place + 1) } else { Target::End };
        return Ok(vec![Branch { to: vec![to], condition: None, otherwise: false, at_most: None }]);
    }
    next.split(';').map(str::trim).filter(|part| !part.is_empty()).map(|part| branch(rows, part)).collect()
}

fn branch(rows: &[Row], part: &str) -> Result<Branch, TableFault> {
    let (part, at_most) = bound(part);
    let small = part.to_lowercase();
    let cut = [" nếu ", " if ", " khi ", " when "]
        .into_iter()
        .find_map(|word| Some((small.find(word)?, word.len())));
    let (targets, condition) = match cut {
        Some((at, length)) => (&part[..at], Some(part[at + length..].trim().to_string())),
        None => (part.as_str(), None),
    };
    let otherwise = ["còn lại", "trường hợp khác", "nếu không", "else", "otherwise"];
    let (targets, default) = match otherwise.iter().find(|word| targets.to_lowercase().contains(**word)) {
        Some(word) => {
            let at = targets.to_lowercase().find(word).unwrap_or(0);
            (format!("{} {}", &targets[..at], &targets[at + word.len()..]), true)
        }
        None => (targets.to_string(), false),
    };
    let targets = targets.replace(" và ", "+").replace(" and ", "+");
    let to: Result<Vec<Target>, TableFault> =
        targets.split(['+', ',']).map(|text| target(rows, text)).collect();
    Ok(Branch { to: to?, condition, otherwise: default, at_most })
}

/// `…, tối đa 3 lần` or `…, at most 3 times`, and what stands before it.
fn bound(part: &str) -> (String, Option<u32>) {
    let small = part.to_lowercase();
    for word in ["tối đa", "nhiều nhất", "at most", "max"] {
        if let Some(at) = small.find(word) {
            let digits: String =
                small[at + word.len()..].trim_start().chars().take_while(char::is_ascii_digit).collect();
            if let Ok(times) = digits.parse() {
                return (part[..at].trim_end_matches([',', ' ', '(']).to_string(), Some(times));
            }
        }
    }
    (part.to_string(), None)
}

fn target(rows: &[Row], text: &str) -> Result<Target, TableFault> {
    let plain = text.trim().trim_start_matches(['→', ':', ' ']).trim_end_matches(':').trim();
    let small = plain.to_lowercase();
    if ["kết thúc", "hết", "end"].contains(&small.as_str()) {
        return Ok(Target::End);
    }
    let order = small.strip_prefix("bước ").or(small.strip_prefix("step ")).unwrap_or(&small).trim();
    let found =
        rows.iter().position(|row| row.order.to_lowercase() == order || row.name.to_lowercase() == small);
    found.map(Target::Row).ok_or_else(|| TableFault::UnknownStep { text: plain.to_string() })
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
        let gateway = model.add_node(scope, &format!("{id}-choice"), "", Kind::Gateway(Gateway::Exclusive));
        model.add_flow(from, gateway);
        gateway
    } else {
        from
    };
    for (place, branch) in branches.iter().enumerate() {
        let flow = match branch.to.as_slice() {
            [one] => model.add_flow(source, node(one)),
            several => {
                let gateway = model.add_node(
                    scope,
                    &format!("{id}-all-{}", place + 1),
                    "",
                    Kind::Gateway(Gateway::Parallel),
                );
                let flow = model.add_flow(source, gateway);
                for target in several {
                    model.add_flow(gateway, node(target));
                }
                flow
            }
        };
        model.flows[flow].at_most = branch.at_most;
        if let Some(text) = &branch.condition {
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
        if branch.otherwise {
            model.nodes[source].default = Some(flow);
        }
    }
}

/// Where several ways come together a gateway is put before the step: one that waits for all of them where they run at
/// once, which the check tells.
fn merge(model: &mut Model, scope: ScopeIndex, steps: &[NodeIndex]) {
    let mut merges = Vec::new();
    for step in steps {
        let incoming = model.nodes[*step].incoming.clone();
        if incoming.len() > 1 {
            let id = format!("{}-merge", model.nodes[*step].id);
            let gateway = model.add_node(scope, &id, "", Kind::Gateway(Gateway::Exclusive));
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
                (Kind::Gateway(Gateway::Exclusive), Trouble::NotSynchronised) => Gateway::Parallel,
                // Sometimes several come, sometimes one.
                (Kind::Gateway(Gateway::Parallel), Trouble::Deadlock) => Gateway::Inclusive,
                _ => return None,
            };
            Some((gateway, kind))
        });
        let Some((gateway, kind)) = better else { return };
        model.nodes[gateway].kind = Kind::Gateway(kind);
    }
}

impl Model {
    /// The steps of the process that starts, in the order they are come to; those of what it calls come last.
    pub fn steps(&self) -> Vec<NodeIndex> {
        let mut order = Vec::new();
        if let Some(main) = self.main() {
            collect(self, main, &mut order);
        }
        let person =
            |node: &NodeIndex| matches!(self.nodes[*node].kind, Kind::Task(Task::User | Task::Manual));
        let called = (0..self.nodes.len()).filter(|node| !order.contains(node));
        let called: Vec<NodeIndex> = called.collect();
        order.into_iter().chain(called).filter(person).collect()
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
pub fn to_rows(model: &Model, process: ScopeIndex, tongue: Tongue) -> Vec<Row> {
    let order = row_steps(model, process);
    let number =
        |node: NodeIndex| order.iter().position(|own| *own == node).map(|place| (place + 1).to_string());
    order
        .iter()
        .enumerate()
        .map(|(place, node)| {
            let found = &model.nodes[*node];
            let responsible = model.responsible(*node);
            let lane = found.lane.map(|lane| model.lanes[lane].name.clone());
            let who = responsible.unit.or(lane).or(responsible.role).unwrap_or_default();
            let mut next = Vec::new();
            for flow in &found.outgoing {
                let way = Way { tongue, ..Way::default() };
                follow(model, *flow, &way, &mut HashSet::new(), &mut next, &number);
            }
            let plain = next.len() == 1 && next[0] == (place + 2).to_string();
            let last =
                place + 1 == order.len() && next.iter().all(|text| text == tongue.pick("kết thúc", "end"));
            Row {
                order: (place + 1).to_string(),
                name: name_in(found, tongue),
                responsible: who,
                time: found.step.time.map(|time| time_in_words(time, tongue)).unwrap_or_default(),
                product: found.step.product.clone(),
                next: if plain || last { String::new() } else { next.join("; ") },
            }
        })
        .collect()
}

fn name_in(node: &Node, tongue: Tongue) -> String {
    let english = Some(&node.step.english).filter(|name| tongue == Tongue::English && !name.is_empty());
    let drawn = Some(&node.name).filter(|name| !name.is_empty());
    english.or(drawn).unwrap_or(&node.id).clone()
}

/// Working time as a table says it.
pub fn time_in_words(time: WorkingTime, tongue: Tongue) -> String {
    let counted = |count: u32, vi: &str, en: &str| match (tongue, count) {
        (Tongue::Vietnamese, _) => format!("{count} {vi}"),
        (Tongue::English, 1) => format!("1 {en}"),
        (Tongue::English, _) => format!("{count} {en}s"),
    };
    let days = |count| counted(count, "ngày", "day");
    let hours = |count| counted(count, "giờ", "hour");
    let minutes = |count| counted(count, "phút", "minute");
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
                Kind::SubProcess(inside) => collect(model, inside, order),
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
        missed.filter(|node| !seen.contains(node) && matches!(model.nodes[*node].kind, Kind::Task(_))),
    );
}

/// Under what a way is taken, from a step to the next.
#[derive(Clone, Default)]
struct Way {
    tongue: Tongue,
    condition: String,
    otherwise: bool,
    at_most: Option<u32>,
}

impl Way {
    fn over(&self, model: &Model, flow: FlowIndex) -> Way {
        let found = &model.flows[flow];
        let from = &model.nodes[found.from];
        let own = found.condition.as_ref().map(ToString::to_string).unwrap_or_default();
        let condition = match (self.condition.as_str(), own.as_str()) {
            ("", own) => own.to_string(),
            (condition, "") => condition.to_string(),
            (condition, own) => format!("({condition}) and ({own})"),
        };
        let otherwise = self.otherwise || (from.default == Some(flow) && from.outgoing.len() > 1);
        Way { condition, otherwise, at_most: found.at_most.or(self.at_most), tongue: self.tongue }
    }

    fn written(&self, to: &str) -> String {
        let say = |vi, en| self.tongue.pick(vi, en);
        let bound = match self.at_most {
            Some(times) => format!(", {} {times} {}", say("tối đa", "at most"), say("lần", "times")),
            None => String::new(),
        };
        match (self.condition.as_str(), self.otherwise) {
            ("", true) => format!("{} {to}{bound}", say("còn lại", "else")),
            ("", false) => format!("{to}{bound}"),
            (condition, _) => format!("{to} {} {condition}{bound}", say("nếu", "if")),
        }
    }
}

/// Where a flow leads, through gateways and events to steps and ends.
fn follow(
    model: &Model,
    flow: FlowIndex,
    way: &Way,
    seen: &mut HashSet<FlowIndex>,
    next: &mut Vec<String>,
    number: &impl Fn(NodeIndex) -> Option<String>,
) {
    if !seen.insert(flow) {
        return;
    }
    let way = way.over(model, flow);
    let target = model.flows[flow].to;
    if let Some(number) = number(target) {
        next.push(way.written(&number));
        return;
    }
    let target = &model.nodes[target];
    match &target.kind {
        Kind::SubProcess(inside) => {
            let mut inner = Vec::new();
            collect(model, *inside, &mut inner);
            next.extend(inner.first().and_then(|first| number(*first)).map(|number| way.written(&number)));
        }
        Kind::Gateway(Gateway::Parallel) if target.outgoing.len() > 1 => {
            let mut all = Vec::new();
            for flow in &target.outgoing {
                let way = Way { tongue: way.tongue, ..Way::default() };
                follow(model, *flow, &way, seen, &mut all, number);
            }
            next.push(way.written(&all.join(" + ")));
        }
        _ if target.outgoing.is_empty() => next.push(way.written(way.tongue.pick("kết thúc", "end"))),
        _ => {
            for flow in &target.outgoing {
                follow(model, *flow, &way, seen, next, number);
            }
        }
    }
}

impl TableProblem {
    /// A sentence in Vietnamese and in English.
    pub fn sentences(&self) -> (String, String) {
        let (vi, en) = self.fault.sentences();
        (format!("Dòng {}: {vi}", self.row), format!("Row {}: {en}", self.row))
    }
}

impl TableFault {
    fn sentences(&self) -> (String, String) {
        let pair = |vi: &str, en: &str| (vi.to_string(), en.to_string());
        match self {
            TableFault::NoHeading => pair(
                "không thấy dòng tiêu đề. Bảng cần các cột như: STT, Bước thực hiện, Trách nhiệm, Thời gian, Sản phẩm.",
                "there is no row of headings. A table has columns such as: No., Step, Responsible, Time, Product.",
            ),
            TableFault::NoSteps => {
                pair("dưới dòng tiêu đề không có bước nào.", "there are no steps below the headings.")
            }
            TableFault::NoName => pair("bước này chưa có tên.", "this step has no name."),
            TableFault::BadTime { text } => (
                format!("“{text}” không phải là thời gian đọc được. Ví dụ: 2 ngày, 4 giờ, 0,5 ngày."),
                format!("“{text}” is no time we can read. For example: 2 days, 4 hours, 0.5 days."),
            ),
            TableFault::UnknownStep { text } => {
                (format!("không có bước “{text}”."), format!("there is no step “{text}”."))
            }
            TableFault::BadCondition { text, problem } => {
                let (vi, en) = problem.sentences();
                (
                    format!("điều kiện “{text}” chưa đúng: {vi}"),
                    format!("the condition “{text}” is not right: {en}"),
                )
            }
            TableFault::OrderTwice { order } => (
                format!("số thứ tự “{order}” đã dùng cho một bước khác."),
                format!("the number “{order}” is another step's."),
            ),
        }
    }
}
