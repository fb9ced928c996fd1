//! Who does a step and how long it takes, where a drawing does not say it as it must be said here: what comes nearest to what
//! it says is proposed.

use super::fit::fit;
use super::who::{Named, named, role_in};
use super::{AdoptionContext, role_named};
use crate::agency::{Agency, Unit, UnitKey};
use crate::deadline::Limit;
use crate::officer::Role;
use crate::procedure::Channel;
use process::{Model, NodeIndex, Responsible, WorkingTime, role_of_step};

/// A step of which not all is said, with a proposal for what is missing. What is nothing is for a person to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IncompleteStep {
    /// Its id.
    pub step: String,
    /// What it is called among what is lacking.
    pub name: String,
    pub unit: Option<UnitKey>,
    pub role: Role,
    pub time: Option<WorkingTime>,
}

/// Working minutes people plan with, from the most to the least.
const USUAL: [u32; 10] = [9_600, 4_800, 2_400, 1_440, 960, 480, 240, 120, 60, 30];
/// Names that have half of their words in common are taken for one.
const LIKE_PERCENT: usize = 50;

pub(super) fn unsaid(model: &Model, place: &AdoptionContext) -> Vec<IncompleteStep> {
    let open: Vec<NodeIndex> =
        model.steps().into_iter().filter(|step| is_open(model, *step, place)).collect();
    let untimed: Vec<NodeIndex> =
        open.iter().copied().filter(|step| model.nodes[*step].step.time.is_none()).collect();
    let share = if untimed.is_empty() { None } else { share(model, &untimed, place) };
    let propose = |step: NodeIndex| {
        let said = model.responsible(step);
        let (unit, role) = who(&said, &model.nodes[step].name, place);
        let time = model.nodes[step].step.time.or(share);
        let node = &model.nodes[step];
        let name = if node.name.is_empty() { &node.id } else { &node.name };
        IncompleteStep { step: node.id.clone(), name: name.clone(), unit, role, time }
    };
    open.into_iter().map(propose).collect()
}

fn is_open(model: &Model, step: NodeIndex, place: &AdoptionContext) -> bool {
    let Named { unit, role, unknown_role, role_read, .. } = named(&model.responsible(step), place.agency);
    let does = unit.is_some_and(|unit| is_done(unit, role.unwrap_or(Role::Officer), place));
    !does || unknown_role.is_some() || role_read.is_some() || model.nodes[step].step.time.is_none()
}

/// Whether somebody does the steps of a role in a division.
fn is_done(unit: &Unit, role: Role, place: &AdoptionContext) -> bool {
    place.officers.iter().any(|officer| officer.does(&unit.key, role))
}

/// The division and the role that the drawing names; else those whose names are most like its words, and those that do
/// the procedure today. Never the counter without a role that somebody has there.
fn who(said: &Responsible, step: &str, place: &AdoptionContext) -> (Option<UnitKey>, Role) {
    let Named { unit, unknown_unit, role, .. } = named(said, place.agency);
    let person = || role_in(said.person.as_deref().unwrap_or_default());
    // The counter does no step of a process.
    let nobody = said.unit.is_none() && said.person.is_none();
    let signs = || role_of_step(step).and_then(role_named).filter(|_| nobody);
    // But for one that was kept there, where the agency has somebody for it.
    let counter = role == Some(Role::Counter);
    let intake = || place.agency.units.iter().find(|unit| unit.intake && is_done(unit, Role::Counter, place));
    if let Some(intake) = Some(()).filter(|()| counter).and_then(|()| intake()) {
        return (Some(intake.key.clone()), Role::Counter);
    }
    let role = role.or_else(person).or_else(signs).filter(|role| Role::OF_STEPS.contains(role));
    let likest = || likest(place.agency, unknown_unit.as_deref().unwrap_or_default());
    let unit = unit.or_else(likest).filter(|unit| !unit.intake || roles_in(unit, place).next().is_some());
    // Where a division is named that is not here, nobody but a person knows which is meant.
    let unit = unit.or_else(|| usual(role, place).filter(|_| unknown_unit.is_none()));
    let there = |role: &Role| unit.is_none_or(|unit| is_done(unit, *role, place));
    let some = || unit.and_then(|unit| roles_in(unit, place).next());
    let role = role.filter(there).or_else(some).or(role).unwrap_or(Role::Officer);
    (unit.map(|unit| unit.key.clone()), role)
}

/// The roles somebody of a division has.
fn roles_in<'a>(unit: &'a Unit, place: &'a AdoptionContext) -> impl Iterator<Item = Role> + 'a {
    let has = |role: &Role| place.officers.iter().any(|it| it.unit == unit.key && it.roles.contains(role));
    Role::OF_STEPS.into_iter().filter(has)
}

/// The one division that does such steps of the procedure today; else the only one here with this role.
fn usual<'a>(role: Option<Role>, place: &AdoptionContext<'a>) -> Option<&'a Unit> {
    let agency = place.agency;
    let role = role.unwrap_or(Role::Officer);
    let one = |units: Vec<&'a Unit>| {
        let mut units = units.into_iter().filter(|unit| !unit.intake && is_done(unit, role, place));
        let first = units.next()?;
        units.all(|unit| unit.key == first.key).then_some(first)
    };
    let today = |same: bool| {
        let steps = place.procedure.process.steps.iter().filter(|step| !same || step.role == role);
        one(steps.filter_map(|step| agency.unit(&step.unit)).collect())
    };
    let has = |unit: &&Unit| roles_in(unit, place).any(|own| own == role);
    today(true)
        .or_else(|| today(false).filter(|_| role != Role::AgencyHead))
        .or_else(|| one(agency.units.iter().filter(has).collect()))
}

/// The division whose name has most words in common with what is said, where one alone has.
fn likest<'a>(agency: &'a Agency, said: &str) -> Option<&'a Unit> {
    let said = typed::words(said);
    let percent = |name: &str| {
        let words = typed::words(name);
        let common = words.iter().filter(|word| said.contains(word)).count();
        common * 200 / (words.len() + said.len()).max(1)
    };
    let like =
        |unit: &Unit| [&unit.name.vi, &unit.name.en, &unit.key.0].map(|name| percent(name)).into_iter().max();
    let best = agency.units.iter().filter_map(like).max().filter(|best| *best >= LIKE_PERCENT)?;
    let mut all = agency.units.iter().filter(|unit| like(unit) == Some(best));
    all.next().filter(|_| all.next().is_none())
}

/// The limit shared out: the most of the usual times that each may take, so that the longest way still fits.
fn share(model: &Model, untimed: &[NodeIndex], place: &AdoptionContext) -> Option<WorkingTime> {
    let limit = place.procedure.limit(Channel::Direct)?;
    if matches!(limit, Limit::Words(_)) {
        return None;
    }
    let mut tried = model.clone();
    let mut fits = |minutes: &u32| {
        let time = WorkingTime::parse(&format!("PT{minutes}M"));
        untimed.iter().for_each(|step| tried.nodes[*step].step.time = time);
        fit(&tried, place.procedure, place.calendar, place.from).is_ok()
    };
    let least = USUAL.partition_point(|minutes| !fits(minutes));
    USUAL.get(least).and_then(|minutes| WorkingTime::parse(&format!("PT{minutes}M")))
}
