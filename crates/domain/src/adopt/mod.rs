//! Taking a drawing into use: who does each step in this agency, and what still stands against it by law and calendar.

use crate::Language;
use crate::Text;
use crate::agency::{Agency, AgencyId, Unit};
use crate::calendar::Calendar;
use crate::deadline::{Limit, due};
use crate::dossier::{known_names, sends_message};
use crate::drawing::Drawing;
use crate::officer::{Officer, Role};
use crate::procedure::{Channel, Link, Procedure, ProcedureCode, Process, Step};
use crate::time::Instant;
use jiff::ToSpan;
use jiff::civil::Date;
use process::{
    Amount, End, Finding, Kind, Model, Names, Node, NodeIndex, ScopeIndex, Task, Timer, Trigger, Unreadable,
    WorkingTime,
};
use std::collections::HashMap;

/// A drawing as a process of an agency, with all that keeps it from being used.
#[derive(Clone, Debug)]
pub struct Adoption {
    pub process: Process,
    /// What the drawing itself has wrong.
    pub findings: Vec<Finding>,
    pub lacks: Vec<Lack>,
}

/// What a step lacks here, by the name of the step; the whole process where that is empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lack {
    pub step: String,
    pub what: What,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Nobody does anything in it.
    NoSteps,
    NoUnit,
    UnknownUnit {
        said: String,
    },
    UnknownRole {
        said: String,
    },
    NoTime,
    /// No officer of this division has this role.
    Nobody {
        unit: String,
        role: Role,
    },
    UnknownAgency {
        said: String,
    },
    /// That agency does not supply this procedure to others, or it has no steps yet.
    NotSupplied {
        agency: String,
        procedure: String,
    },
    /// The steps of the other agency take so many hours.
    ShareTooShort {
        hours: u32,
    },
    /// What another agency does is asked once at a time.
    LinkRepeats,
    /// What is said to the applicant is the name of the element, and it has none.
    NoMessage,
    /// Such an element is not run inside a dossier.
    NotInADossier,
    /// It may lead to the end with no step before it.
    EndsUndecided,
    /// The longest way takes more working hours than the limit leaves for a dossier accepted on this day.
    TooLong {
        hours: u32,
        accepted: Date,
    },
}

impl Adoption {
    /// Nothing stands against it, unless that somebody must answer for what could not be proved.
    pub fn is_usable(&self) -> bool {
        self.lacks.is_empty() && !self.weighs(process::Weight::Error)
    }

    /// Something could not be proved: it is used only if somebody answers for it by name.
    pub fn needs_approval(&self) -> bool {
        self.weighs(process::Weight::NeedsApproval)
    }

    fn weighs(&self, weight: process::Weight) -> bool {
        self.findings.iter().any(|finding| finding.trouble.weight() == weight)
    }
}

/// Another agency and a procedure of its own, with the working minutes its longest way takes.
#[derive(Clone, Debug)]
pub struct Elsewhere {
    pub agency: AgencyId,
    pub procedure: ProcedureCode,
    pub needed: u32,
}

/// Finds it, or says what is missing there.
type Finder<'a> = &'a dyn Fn(&process::Linked) -> Result<Elsewhere, What>;

/// Where a drawing is to be used.
pub struct Place<'a> {
    pub procedure: &'a Procedure,
    pub agency: &'a Agency,
    pub officers: &'a [Officer],
    pub calendar: &'a Calendar,
    /// The limit is looked at on every day of the year from here on.
    pub from: Date,
    /// Another agency and a procedure it supplies, by what a drawing says of them.
    pub elsewhere: Finder<'a>,
}

/// Reads a drawing for an agency.
pub fn adopt(source: &str, place: &Place) -> Result<Adoption, Unreadable> {
    let open = process::read(source.as_bytes(), &Names::open())?;
    let drawing = Drawing::read(source, &known_names(place.procedure, &open))?;
    let model = drawing.model();
    let mut lacks = Vec::new();
    let mut steps = Vec::new();
    for index in model.steps() {
        let node = &model.nodes[index];
        let name = if node.name.is_empty() { &node.id } else { &node.name };
        let mut lack = |what| lacks.push(Lack { step: name.clone(), what });
        let responsible = model.responsible(index);
        let role = match responsible.role.as_deref() {
            None => Some(Role::Officer),
            Some(said) => {
                let role = role_named(said);
                if role.is_none() {
                    lack(What::UnknownRole { said: said.into() });
                }
                role
            }
        };
        let unit = match &responsible.unit {
            None => {
                lack(What::NoUnit);
                None
            }
            Some(said) => {
                let unit = unit_named(place.agency, said);
                if unit.is_none() {
                    lack(What::UnknownUnit { said: said.clone() });
                }
                unit
            }
        };
        if node.step.time.is_none() {
            lack(What::NoTime);
        }
        let (Some(role), Some(unit)) = (role, unit) else { continue };
        let able =
            |officer: &Officer| officer.has(role) && (officer.unit == unit.key || role == Role::AgencyHead);
        if !place.officers.iter().any(able) {
            lack(What::Nobody { unit: unit.name.get(Language::Vietnamese).to_string(), role });
        }
        steps.push(Step {
            id: node.id.clone(),
            name: Text::new(name, &node.step.english),
            unit: unit.key.clone(),
            role,
            hours: node.step.time.map_or(0, |time| time.minutes().div_ceil(60)),
            product: Text::new(&node.step.product, ""),
        });
    }
    let mut links = Vec::new();
    for node in model.works().into_iter().map(|index| &model.nodes[index]) {
        let Some(linked) = node.step.linked.as_ref().filter(|_| node.is_linked()) else { continue };
        let name = if node.name.is_empty() { &node.id } else { &node.name };
        let mut lack = |what| lacks.push(Lack { step: name.clone(), what });
        if node.step.time.is_none() {
            lack(What::NoTime);
        }
        match (place.elsewhere)(linked) {
            Err(what) => lack(what),
            Ok(Elsewhere { agency, procedure, needed }) => {
                let minutes = node.step.time.map_or(0, WorkingTime::minutes);
                if minutes > 0 && needed > minutes {
                    lack(What::ShareTooShort { hours: needed.div_ceil(60) });
                }
                let name = Text::new(name, &node.step.english);
                links.push(Link { id: node.id.clone(), name, agency, procedure, minutes });
            }
        }
        if matches!(node.repeats, process::Repeats::Each { .. }) {
            lack(What::LinkRepeats);
        }
    }
    for node in model.nodes.iter().filter(|node| !is_run(node)) {
        let name = if node.name.is_empty() { &node.id } else { &node.name };
        lacks.push(Lack { step: name.clone(), what: What::NotInADossier });
    }
    let silent = |node: &&Node| sends_message(&node.kind) && node.name.trim().is_empty();
    for node in model.nodes.iter().filter(silent) {
        lacks.push(Lack { step: node.id.clone(), what: What::NoMessage });
    }
    for node in (0..model.nodes.len()).filter(|node| ends_undecided(&drawing, *node)) {
        let Node { id, name, .. } = &model.nodes[node];
        let name = if name.is_empty() { id } else { name };
        lacks.push(Lack { step: name.clone(), what: What::EndsUndecided });
    }
    if steps.is_empty() && lacks.is_empty() {
        lacks.push(Lack { step: String::new(), what: What::NoSteps });
    }
    let report = process::check(model);
    if let Some(what) = too_long(model, place) {
        lacks.push(Lack { step: String::new(), what });
    }
    let version = place.procedure.process.version + 1;
    let process = Process { version, steps, links, drawing: Some(drawing) };
    Ok(Adoption { process, findings: report.findings, lacks })
}

/// Whether a dossier runs such an element: what waits for something outside of it does not yet.
fn is_run(node: &Node) -> bool {
    match &node.kind {
        Kind::Start(trigger) => trigger.is_none(),
        // A message goes to the applicant; a signal is for the process itself.
        Kind::Throw(trigger) => {
            matches!(trigger, None | Some(Trigger::Signal { .. })) || sends_message(&node.kind)
        }
        Kind::End(End::Throw(trigger)) => {
            matches!(trigger, Trigger::Signal { .. }) || sends_message(&node.kind)
        }
        Kind::Task(task) => *task != Task::Service || node.is_linked(),
        // What is not run anywhere is among the findings.
        Kind::Catch(_) | Kind::Boundary { .. } | Kind::Gateway(_) | Kind::End(_) => true,
        Kind::SubProcess(_) | Kind::Call { .. } | Kind::Unsupported => true,
    }
}

/// Whether the process may come to its end by something that happens: then nobody decides.
fn ends_undecided(drawing: &Drawing, node: NodeIndex) -> bool {
    let leads = drawing.leads(node);
    match &drawing.model().nodes[node].kind {
        Kind::Catch(_) | Kind::Task(Task::Service) => leads.end || leads.end_of_all,
        // Beside a step that goes on, a way may end by itself.
        Kind::Boundary { interrupting: false, .. } => leads.end_of_all,
        Kind::Boundary { trigger: Trigger::Error { .. }, .. } => false,
        Kind::Boundary { .. } => leads.end || leads.end_of_all,
        _ => false,
    }
}

pub fn role_named(said: &str) -> Option<Role> {
    let small = said.trim().to_lowercase();
    let named = |role: &Role| {
        [role.key(), role.name(Language::Vietnamese), role.name(Language::English)]
            .iter()
            .any(|name| name.to_lowercase() == small)
    };
    [Role::Counter, Role::Officer, Role::DivisionHead, Role::AgencyHead].into_iter().find(named)
}

/// The division a drawing means: by key or by name, in full or somewhere in what it says, such as “head of …”.
pub fn unit_named<'a>(agency: &'a Agency, said: &str) -> Option<&'a Unit> {
    let small = said.trim().to_lowercase();
    let names = |unit: &Unit| {
        [unit.key.0.clone(), unit.name.vi.clone(), unit.name.en.clone()].map(|name| name.to_lowercase())
    };
    let exactly = |unit: &&Unit| names(unit).contains(&small);
    let within = |unit: &&Unit| names(unit)[1..].iter().any(|name| !name.is_empty() && small.contains(name));
    agency.units.iter().find(exactly).or_else(|| agency.units.iter().find(within))
}

/// The longest way against the limit, on every day of a year.
fn too_long(model: &Model, place: &Place) -> Option<What> {
    let limit = place.procedure.limit(Channel::Direct).filter(|limit| !matches!(limit, Limit::Words(_)))?;
    let minutes = longest(model, model.main()?, 0);
    let days = (0..366).map(|day| place.from + day.days()).filter(|day| place.calendar.works_on(*day));
    days.map(|day| (day, Instant::from_civil(day.at(8, 0, 0, 0)))).find_map(|(day, accepted)| {
        let needed = place.calendar.after_working_minutes(accepted, minutes);
        let late = due(place.calendar, accepted, limit).is_some_and(|due| needed > due);
        late.then_some(What::TooLong { hours: minutes.div_ceil(60), accepted: day })
    })
}

/// Working minutes of the longest way through a process.
pub fn longest_of(process: &Process) -> u32 {
    let drawn = process.drawing.as_ref().map(|drawing| drawing.model());
    match drawn.and_then(|model| Some((model, model.main()?))) {
        Some((model, main)) => longest(model, main, 0),
        None => process.steps.iter().map(|step| step.hours * 60).sum(),
    }
}

/// Working minutes of the longest way through a scope. What goes back is counted as often as it may be taken.
fn longest(model: &Model, scope: ScopeIndex, depth: u32) -> u32 {
    if depth > 20 {
        return 0;
    }
    let mut known: HashMap<NodeIndex, u32> = HashMap::new();
    let back = process::ways_back(model, scope);
    let own = |node: NodeIndex| match model.inside(node) {
        Some(inside) => longest(model, inside, depth + 1),
        None => match &model.nodes[node].kind {
            Kind::Catch(Trigger::Timer(Timer::After(Amount::Text(text)))) => {
                WorkingTime::parse(text).map_or(0, WorkingTime::minutes)
            }
            _ => model.nodes[node].step.time.map_or(0, |time| time.minutes()),
        },
    };
    let ways = |node: NodeIndex| -> Vec<NodeIndex> {
        let flows = model.nodes[node].outgoing.iter().filter(|flow| !back.contains(flow));
        flows.map(|flow| model.flows[*flow].to).chain(model.nodes[node].boundary.iter().copied()).collect()
    };
    for entry in model.entries(scope) {
        let mut stack = vec![entry];
        while let Some(node) = stack.last().copied() {
            let open: Vec<NodeIndex> = ways(node).into_iter().filter(|to| !known.contains_key(to)).collect();
            if open.is_empty() || known.contains_key(&node) {
                stack.pop();
                let onward = ways(node).iter().filter_map(|to| known.get(to)).max().copied().unwrap_or(0);
                known.entry(node).or_insert(onward.saturating_add(own(node)));
            } else {
                stack.extend(open);
            }
        }
    }
    let whole = model.entries(scope).iter().filter_map(|entry| known.get(entry)).max().copied().unwrap_or(0);
    // Going back costs at most what lies between, once for each time it is taken.
    let again = back.iter().map(|flow| {
        let flow = &model.flows[*flow];
        let (from, to) =
            (known.get(&flow.from).copied().unwrap_or(0), known.get(&flow.to).copied().unwrap_or(0));
        to.saturating_sub(from).saturating_mul(flow.at_most.unwrap_or(1))
    });
    again.fold(whole, u32::saturating_add)
}

impl What {
    pub fn sentence(&self, language: Language) -> String {
        let (vi, en): (String, String) = match self {
            What::NoSteps => ("Quy trình chưa có bước nào để làm.".into(), "There is no step to do.".into()),
            What::NoUnit => {
                ("Chưa nói phòng nào làm bước này.".into(), "It does not say which division does it.".into())
            }
            What::UnknownUnit { said } => {
                (format!("Cơ quan không có phòng “{said}”."), format!("The agency has no division “{said}”."))
            }
            What::UnknownRole { said } => {
                (format!("Không có vai trò “{said}”."), format!("There is no role “{said}”."))
            }
            What::NoTime => {
                ("Chưa có thời gian thực hiện.".into(), "It does not say how long it takes.".into())
            }
            What::Nobody { unit, role } => (
                format!("{unit} chưa có ai giữ vai trò {}.", role.name(Language::Vietnamese)),
                format!("Nobody in {unit} is {}.", role.name(Language::English)),
            ),
            What::UnknownAgency { said } => {
                (format!("Không có cơ quan “{said}”."), format!("There is no agency “{said}”."))
            }
            What::NotSupplied { agency, procedure } => (
                format!("{agency} chưa cung cấp thủ tục “{procedure}”, hoặc thủ tục ấy chưa có bước nào."),
                format!("{agency} does not supply the procedure “{procedure}”, or it has no steps yet."),
            ),
            What::ShareTooShort { hours } => (
                format!("Cơ quan kia cần {hours} giờ làm việc cho các bước của mình, quá thời gian dành cho việc này."),
                format!("The other agency's steps take {hours} working hours: more than is allotted here."),
            ),
            What::LinkRepeats => (
                "Việc nhờ cơ quan khác chưa làm được cho từng phần tử của một danh sách; hãy vẽ từng việc một.".into(),
                "What another agency does cannot be repeated over a list yet; draw each by itself.".into(),
            ),
            What::NoMessage => (
                "Chưa nói báo gì cho người nộp: hãy đặt tên cho phần tử.".into(),
                "It does not say what the applicant is told: give the element a name.".into(),
            ),
            What::NotInADossier => (
                "Phần tử này cần một hệ thống khác làm việc; hồ sơ chưa chạy được loại này.".into(),
                "It needs another system to act, which dossiers do not run yet.".into(),
            ),
            What::EndsUndecided => (
                "Sau sự kiện này quy trình có thể kết thúc mà không ai quyết định; hãy đặt một bước trước điểm kết thúc.".into(),
                "After this event the process may end with nobody deciding; put a step before the end.".into(),
            ),
            What::TooLong { hours, accepted } => (
                format!(
                    "Đường dài nhất mất {hours} giờ làm việc, quá thời hạn nếu hồ sơ được tiếp nhận ngày {}.",
                    crate::time::short_date(*accepted)
                ),
                format!(
                    "The longest way takes {hours} working hours: too many for a dossier accepted on {}.",
                    crate::time::short_date(*accepted)
                ),
            ),
        };
        language.pick(vi, en)
    }
}
