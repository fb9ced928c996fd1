//! Taking a drawing into use: who does each step in this agency, and what still stands against it by law and calendar.

mod complete;
mod ends;
mod fit;
mod longest;
mod open;
mod unsaid;
mod what;
mod who;

pub use complete::{Completed, FORESEEN_MAX, Round, complete, complete_by, proposals};
pub use ends::{EndMeaning, ends};
pub(crate) use fit::fits;
pub use longest::longest_of;
pub use open::{Open, WhyOpen, is_droppable};
pub use unsaid::IncompleteStep;
pub use what::{Doubt, LackKind};
pub use who::{Named, named};

use crate::Language;
use crate::Text;
use crate::agency::{Agency, AgencyId, Unit};
use crate::calendar::Calendar;
use crate::dossier::{Outcome, known_names, sends_message};
use crate::drawing::{Drawing, OutcomeLeads, StepResult};
use crate::officer::{Officer, Role};
use crate::procedure::{LinkStep, Procedure, ProcedureCode, Process, Step};
use jiff::civil::Date;
use process::{
    End, Finding, Mend, Model, Names, Node, NodeIndex, NodeKind, Over, Repeats, Task, Trigger, Unreadable,
    WorkingTime,
};

/// A drawing as a process of an agency, with all that keeps it from being used.
#[derive(Clone, Debug)]
pub struct Adoption {
    pub process: Process,
    /// What the drawing itself has wrong.
    pub findings: Vec<Finding>,
    pub lacks: Vec<Lack>,
    /// Steps of which it does not say who does them or how long they take, each with a proposal.
    pub unsaid: Vec<IncompleteStep>,
    /// What would complete it or make it one a dossier can go by, each a proposal.
    pub open: Vec<Open>,
    /// What should be known, and does not stand against it.
    pub doubts: Vec<Doubt>,
}

/// What a step lacks here, by the name of the step; the whole process where that is empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lack {
    pub step: String,
    pub what: LackKind,
}

impl Adoption {
    /// Nothing stands against it, unless that somebody must answer for what could not be proved.
    pub fn is_usable(&self) -> bool {
        self.lacks.is_empty() && !self.weighs(process::Weight::Error)
    }

    /// Something could not be proved, or another agency is not ready for it: it is used only if somebody answers for that
    /// by name.
    pub fn needs_approval(&self) -> bool {
        self.weighs(process::Weight::NeedsApproval)
            || self.doubts.iter().any(|doubt| matches!(doubt, Doubt::Elsewhere { .. }))
    }

    /// Whether it is about a step of which who does it, or how long it takes, is to be said.
    pub fn is_unsaid(&self, lack: &Lack) -> bool {
        self.unsaid.iter().any(|unsaid| unsaid.name == lack.step)
    }

    /// Whether a proposal does away with it.
    pub fn is_proposed(&self, lack: &Lack) -> bool {
        let called = |id: &str| {
            let node = self.process.model().node(id);
            node.is_some_and(|node| node.id == lack.step || node.name == lack.step)
        };
        self.open.iter().any(|it| match (&it.why, &it.mend) {
            (WhyOpen::Lack { element, what }, _) => *what == lack.what && called(element),
            (_, Mend::LeftOut { step }) => called(step),
            // What is asked of an event first may do away with it.
            (WhyOpen::Finding(found), _) => lack.what.is_of_an_event() && called(&found.element),
            _ => false,
        })
    }

    /// Whether something has to be completed before anybody can say who does its steps.
    pub fn is_incomplete(&self) -> bool {
        self.open.iter().any(|it| match &it.why {
            WhyOpen::Finding(found) => found.trouble.weight() == process::Weight::Error,
            WhyOpen::Lack { .. } => true,
            WhyOpen::Counter => false,
        })
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
type Finder<'a> = &'a dyn Fn(&process::LinkedTask) -> Result<Elsewhere, LackKind>;

/// Where a drawing is to be used.
pub struct AdoptionContext<'a> {
    pub procedure: &'a Procedure,
    pub agency: &'a Agency,
    pub officers: &'a [Officer],
    pub calendar: &'a Calendar,
    /// The limit is looked at on every day of the year from here on.
    pub from: Date,
    /// Another agency and a procedure it offers, by what a drawing says of them.
    pub elsewhere: Finder<'a>,
    /// The other agencies that offer the procedure and work by the same process.
    pub others: &'a [Other<'a>],
}

/// Another agency that works by the process.
pub struct Other<'a> {
    pub agency: &'a Agency,
    pub officers: &'a [Officer],
    pub calendar: &'a Calendar,
}

/// Reads a drawing for an agency.
pub fn adopt(source: &str, place: &AdoptionContext) -> Result<Adoption, Unreadable> {
    let open = process::read(source.as_bytes(), &Names::open())?;
    let names = known_names(place.procedure, &open);
    let drawing = Drawing::read(source, &names)?;
    let model = drawing.model();
    let mut lacks = Vec::new();
    let steps = adopted_steps(model, place, &mut lacks);
    let links = adopted_links(model, place, &mut lacks);
    lacks.extend(not_gone_by(&drawing));
    if steps.is_empty() && lacks.is_empty() {
        lacks.push(Lack { step: String::new(), what: LackKind::NoSteps });
    }
    let repeated = model.works().into_iter().map(|index| &model.nodes[index]);
    let endless = repeated.filter(|node| longest::rounds(&node.repeats).is_none());
    lacks.extend(endless.map(|node| Lack::of(node, LackKind::OneAfterTheOther)));
    let report = process::check_for(model, &names);
    let mut doubts = Vec::new();
    match fit::fit(model, place.procedure, place.calendar, place.from) {
        Ok(doubt) => doubts.extend(doubt),
        Err(what) => lacks.push(Lack { step: String::new(), what }),
    }
    decided_below_heads(&drawing, &steps, &mut lacks, &mut doubts);
    doubts.extend(steps_of_the_law(model));
    for other in place.others {
        let agency = || other.agency.name.clone();
        let lacks = not_ready(&steps, model, place, other).into_iter();
        doubts.extend(lacks.map(|lack| Doubt::Elsewhere { agency: agency(), lack }));
    }
    let open = open::open(&drawing, &report.findings, &names);
    let goes = |step: &IncompleteStep| open.iter().any(|it| it.drops(&step.step));
    let mut unsaid = unsaid::unsaid(model, place);
    unsaid.retain(|step| !goes(step));
    let version = place.procedure.process.version + 1;
    // Where nobody decides, that is to be mended first.
    let undecided = lacks.iter().any(|lack| lack.what == LackKind::EndsUndecided);
    lacks.extend(
        undecidable(&drawing).into_iter().filter(|lack| lack.what != LackKind::NeverGranted || !undecided),
    );
    let process = Process { version, steps, links, drawing, by_meaning: true };
    Ok(Adoption { process, findings: report.findings, lacks, unsaid, open, doubts })
}

impl Lack {
    /// What an element lacks, by its name.
    fn of(node: &Node, what: LackKind) -> Lack {
        Lack { step: name_or_id(node).to_string(), what }
    }
}

fn name_or_id(node: &Node) -> &str {
    if node.name.is_empty() { &node.id } else { &node.name }
}

/// The steps done in the agency, each with its division and its role, where both are there.
fn adopted_steps(model: &Model, place: &AdoptionContext, lacks: &mut Vec<Lack>) -> Vec<Step> {
    let mut steps = Vec::new();
    for index in model.steps() {
        let node = &model.nodes[index];
        let mut lack = |what| lacks.push(Lack::of(node, what));
        let Named { unit, unknown_unit, role, unknown_role, role_read } =
            named(&model.responsible(index), place.agency);
        if let Some((said, role)) = role_read {
            lack(LackKind::RoleRead { said, role });
        }
        let role = match unknown_role {
            Some(said) => {
                lack(LackKind::UnknownRole { said });
                None
            }
            None => Some(role.unwrap_or(Role::Officer)),
        };
        match unknown_unit {
            _ if unit.is_some() => {}
            Some(said) => lack(LackKind::UnknownUnit { said }),
            None => lack(LackKind::NoUnit),
        }
        if node.step.time.is_none() {
            lack(LackKind::NoTime);
        }
        let (Some(role), Some(unit)) = (role, unit) else { continue };
        let there = place.officers.iter().filter(|officer| officer.does(&unit.key, role)).count();
        let needed = others_needed(node);
        match there {
            0 => lack(LackKind::Nobody { unit: unit.name.clone(), role }),
            _ if there < needed => {
                lack(LackKind::TooFew { unit: unit.name.clone(), role, needed, there });
            }
            _ => {}
        }
        steps.push(Step {
            id: node.id.clone(),
            name: Text::new(name_or_id(node), &node.step.english),
            unit: unit.key.clone(),
            role,
            hours: node.step.time.map_or(0, |time| time.minutes().div_ceil(60)),
            product: Text::new(&node.step.product, &node.step.product_english),
        });
    }
    steps
}

/// The steps another agency does by a procedure of its own.
fn adopted_links(model: &Model, place: &AdoptionContext, lacks: &mut Vec<Lack>) -> Vec<LinkStep> {
    let mut links = Vec::new();
    for node in model.works().into_iter().map(|index| &model.nodes[index]) {
        let Some(linked) = node.step.linked.as_ref().filter(|_| node.is_linked()) else { continue };
        let mut lack = |what| lacks.push(Lack::of(node, what));
        if node.step.time.is_none() {
            lack(LackKind::NoTime);
        }
        match (place.elsewhere)(linked) {
            Err(what) => lack(what),
            Ok(Elsewhere { agency, procedure, needed }) => {
                let minutes = node.step.time.map_or(0, WorkingTime::minutes);
                if minutes > 0 && needed > minutes {
                    lack(LackKind::ShareTooShort { hours: needed.div_ceil(60) });
                }
                let name = Text::new(name_or_id(node), &node.step.english);
                links.push(LinkStep { id: node.id.clone(), name, agency, procedure, minutes });
            }
        }
        if matches!(node.repeats, Repeats::Each { .. }) {
            lack(LackKind::LinkRepeats);
        }
    }
    links
}

/// What is drawn to be run and cannot be gone by in a dossier; what is only drawn is looked at and not gone by.
fn not_gone_by(drawing: &Drawing) -> Vec<Lack> {
    let model = drawing.model();
    let runs = model.running_scopes();
    let run = || model.nodes.iter().enumerate().filter(|(_, node)| runs.contains(&node.scope));
    let not_run = run().filter(|(_, node)| !is_run(model, node));
    let silent = run().filter(|(_, node)| sends_message(&node.kind) && node.name.trim().is_empty());
    let undecided = run().filter(|(index, _)| ends_undecided(drawing, *index));
    let lack = |what: LackKind| move |(_, node): (usize, &Node)| Lack::of(node, what.clone());
    not_run
        .map(lack(LackKind::NotInADossier))
        .chain(silent.map(lack(LackKind::NoMessage)))
        .chain(undecided.map(lack(LackKind::EndsUndecided)))
        .collect()
}

/// Steps that decide though they are the counter's, which decides nothing, or an officer's where heads do others.
fn decided_below_heads(drawing: &Drawing, steps: &[Step], lacks: &mut Vec<Lack>, doubts: &mut Vec<Doubt>) {
    let model = drawing.model();
    let heads = steps.iter().any(|step| matches!(step.role, Role::DivisionHead | Role::AgencyHead));
    // Beside the rest nothing is decided, such as where somebody is reminded.
    let beside = drawing.beside();
    let decides = |step: &&Step| {
        let node = model.index(&step.id).filter(|node| !beside.contains(node));
        let leads = node.map(|node| drawing.leads(node)).unwrap_or_default();
        leads.end && !leads.on
    };
    let denies = |step: &Step| model.index(&step.id).is_some_and(|node| only_denies(drawing, node));
    for step in steps.iter().filter(decides) {
        let name = step.name.vi.clone();
        match step.role {
            Role::Counter => lacks.push(Lack { step: name, what: LackKind::DecidedAtTheCounter }),
            Role::Officer if heads && !denies(step) => doubts.push(Doubt::DecidedByAnOfficer { step: name }),
            _ => {}
        }
    }
}

/// Steps that do what the law already gives every dossier.
pub fn steps_of_the_law(model: &Model) -> Vec<Doubt> {
    let doubt = |step: usize| {
        let Node { name, scope, .. } = &model.nodes[step];
        let around = model.scopes[*scope].owner.filter(|_| model.is_beside(*scope));
        let withdraws =
            open::withdraws(name) || around.is_some_and(|it| open::withdraws(&model.nodes[it].name));
        match (open::asks_for_additions(name), withdraws) {
            (true, _) => Some(Doubt::AsksForAdditions { step: name.clone() }),
            (_, true) => Some(Doubt::Withdraws { step: name.clone() }),
            _ => None,
        }
    };
    let told =
        model.nodes.iter().filter(|node| sends_message(&node.kind) && open::is_for_officers(&node.name));
    let told = told.map(|node| Doubt::TellsWhoApplied { step: node.name.clone() });
    model.steps().into_iter().filter_map(doubt).chain(told).collect()
}

/// How many have to be there where a step is done by somebody else each time, as far as that is known.
fn others_needed(node: &Node) -> usize {
    let apart = node.step.apart_from.contains(&node.id);
    match &node.repeats {
        Repeats::Each { over: Over::Count(count), .. } if apart => count.to_string().parse().unwrap_or(1),
        _ => 1,
    }
}

/// What another agency that works by it lacks: a division, somebody in it, time.
fn not_ready(steps: &[Step], model: &Model, place: &AdoptionContext, other: &Other) -> Vec<Lack> {
    let mut lacks = Vec::new();
    for step in steps {
        let mut lack = |what| lacks.push(Lack { step: step.name.vi.clone(), what });
        match other.agency.unit(&step.unit) {
            None => {
                let said = place.agency.unit(&step.unit).map_or(&step.unit.0, |unit| &unit.name.vi);
                lack(LackKind::UnknownUnit { said: said.clone() });
            }
            Some(unit) if !other.officers.iter().any(|officer| officer.does(&unit.key, step.role)) => {
                lack(LackKind::Nobody { unit: unit.name.clone(), role: step.role });
            }
            Some(_) => {}
        }
    }
    // Most keep the same hours and days.
    let calendar = other.calendar;
    if !std::ptr::eq(calendar, place.calendar)
        && let Err(what) = fit::fit(model, place.procedure, calendar, place.from)
    {
        lacks.push(Lack { step: String::new(), what });
    }
    lacks
}

/// Whether a dossier runs such an element: what waits for something outside of it does not yet.
fn is_run(model: &Model, node: &Node) -> bool {
    match &node.kind {
        // A dossier that is filed is the message a process begins by.
        NodeKind::Start(None | Some(Trigger::Message { .. })) => true,
        NodeKind::Start(_) => model.is_beside(node.scope),
        // A message goes to the applicant; a signal is for the process itself.
        NodeKind::Throw(trigger) => {
            let own = matches!(
                trigger,
                None | Some(
                    Trigger::Signal { .. } | Trigger::Escalation { .. } | Trigger::Compensation { .. }
                )
            );
            own || sends_message(&node.kind)
        }
        NodeKind::End(End::Throw(trigger)) => {
            let own = matches!(
                trigger,
                Trigger::Signal { .. } | Trigger::Escalation { .. } | Trigger::Compensation { .. }
            );
            own || sends_message(&node.kind)
        }
        NodeKind::Task(task) => *task != Task::Service || node.is_linked(),
        // What is not run anywhere is among the findings.
        NodeKind::Catch(_)
        | NodeKind::Link { .. }
        | NodeKind::Boundary { .. }
        | NodeKind::Gateway(_)
        | NodeKind::End(_) => true,
        NodeKind::SubProcess(_) | NodeKind::EventSubProcess { .. } | NodeKind::Compensation { .. } => true,
        NodeKind::Call { .. } | NodeKind::Unsupported => true,
    }
}

/// Whether the process may come to its end by something that happens: then nobody decides.
fn ends_undecided(drawing: &Drawing, node: NodeIndex) -> bool {
    match &drawing.model().nodes[node].kind {
        NodeKind::Boundary { trigger, .. } if trigger.is_raised() => false,
        // What it begins by is told of it.
        NodeKind::EventSubProcess { interrupting, .. } => match drawing.model().begun_by(node) {
            Some((start, trigger)) if !trigger.is_raised() => {
                let leads = drawing.leads(start);
                leads.end_of_all || leads.end && *interrupting
            }
            _ => false,
        },
        // Beside a step that goes on, a way may end by itself.
        NodeKind::Boundary { interrupting: false, .. } => drawing.leads(node).end_of_all,
        NodeKind::Catch(_) | NodeKind::Task(Task::Service) | NodeKind::Boundary { .. } => {
            let leads = drawing.leads(node);
            leads.end || leads.end_of_all
        }
        _ => false,
    }
}

/// A step by which nothing can be granted: that nobody signs what it denies is among the findings.
fn only_denies(drawing: &Drawing, node: NodeIndex) -> bool {
    let turn = |outcome| StepResult { outcome, decided: Some(Outcome::Granted), at: None };
    let named = drawing.model().nodes[node].step.outcomes.iter().map(|outcome| Some(outcome.key.as_str()));
    let mut ways = named.chain(drawing.model().nodes[node].step.outcomes.is_empty().then_some(None));
    !ways.any(|outcome| drawing.turned(node, turn(outcome)).may_end(Outcome::Granted))
}

/// What can neither go on nor be decided.
fn undecidable(drawing: &Drawing) -> Vec<Lack> {
    let model = drawing.model();
    let (mut lacks, mut granted, mut ends) = (Vec::new(), false, false);
    for node in model.steps() {
        let found = &model.nodes[node];
        let named = found.step.outcomes.iter().map(|outcome| (Some(outcome.key.as_str()), &outcome.name));
        let unnamed = String::new();
        let ways: Vec<_> = match found.step.outcomes.is_empty() {
            true => vec![(None, &unnamed)],
            false => named.collect(),
        };
        for (key, name) in ways {
            let turned =
                |decided| drawing.turned(node, StepResult { outcome: key, decided: Some(decided), at: None });
            let all = Outcome::ALL.map(|decided| (decided, turned(decided)));
            let may_end = |(decided, turned): &(Outcome, OutcomeLeads)| turned.may_end(*decided);
            ends |= all.iter().any(|(_, turned)| turned.ends());
            granted |= may_end(&all[0]);
            if !all.iter().any(|way| may_end(way) || way.1.leads.on) {
                let step = if found.name.is_empty() { found.id.clone() } else { found.name.clone() };
                lacks.push(Lack { step, what: LackKind::CannotEnd { outcome: name.clone() } });
            }
        }
    }
    if ends && !granted {
        lacks.push(Lack { step: String::new(), what: LackKind::NeverGranted });
    }
    lacks
}

pub fn role_named(said: &str) -> Option<Role> {
    let small = typed::key(said);
    let named = |role: &Role| {
        [role.key(), role.name(Language::Vietnamese), role.name(Language::English)]
            .iter()
            .any(|name| typed::key(name) == small)
    };
    [Role::Counter, Role::Officer, Role::DivisionHead, Role::AgencyHead].into_iter().find(named)
}

/// The division a drawing means: by key or by name, in full or somewhere in what it says, such as “head of …”.
pub fn unit_named<'a>(agency: &'a Agency, said: &str) -> Option<&'a Unit> {
    let small = typed::key(said);
    let names = |unit: &Unit| [&unit.key.0, &unit.name.vi, &unit.name.en].map(|name| typed::key(name));
    let exactly = |unit: &&Unit| names(unit).contains(&small);
    let within = |unit: &&Unit| names(unit)[1..].iter().any(|name| !name.is_empty() && small.contains(name));
    agency.units.iter().find(exactly).or_else(|| agency.units.iter().find(within))
}
