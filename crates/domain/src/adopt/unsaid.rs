//! Who does a step and how long it takes, where a drawing does not say it as it must be said here: what comes nearest to what
//! it says is proposed.

use super::fit::fit;
use super::{AdoptionContext, role_named, unit_named};
use crate::agency::{Agency, Unit, UnitKey};
use crate::deadline::Limit;
use crate::officer::Role;
use crate::procedure::Channel;
use process::{Model, NodeIndex, Responsible, WorkingTime};

/// A step of which not all is said, with a proposal for what is missing. What is nothing is for a person to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsaid {
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

pub(super) fn unsaid(model: &Model, place: &AdoptionContext) -> Vec<Unsaid> {
    let open: Vec<NodeIndex> =
        model.steps().into_iter().filter(|step| is_open(model, *step, place)).collect();
    let untimed: Vec<NodeIndex> =
        open.iter().copied().filter(|step| model.nodes[*step].step.time.is_none()).collect();
    let share = if untimed.is_empty() { None } else { share(model, &untimed, place) };
    let propose = |step: NodeIndex| {
        let said = model.responsible(step);
        let (unit, role) = who(&said, place);
        let time = model.nodes[step].step.time.or(share);
        let node = &model.nodes[step];
        let name = if node.name.is_empty() { &node.id } else { &node.name };
        Unsaid { step: node.id.clone(), name: name.clone(), unit, role, time }
    };
    open.into_iter().map(propose).collect()
}

fn is_open(model: &Model, step: NodeIndex, place: &AdoptionContext) -> bool {
    let said = model.responsible(step);
    let unit = said.unit.as_deref().and_then(|said| unit_named(place.agency, said));
    let role = said.role.as_deref().is_none_or(|said| role_named(said).is_some());
    unit.is_none() || !role || model.nodes[step].step.time.is_none()
}

/// The division and the role that the drawing names; else those whose names are most like its words.
fn who(said: &Responsible, place: &AdoptionContext) -> (Option<UnitKey>, Role) {
    let text = said.unit.as_deref().unwrap_or_default();
    let person = said.person.as_deref().unwrap_or_default();
    let role = said.role.as_deref().and_then(role_named);
    let role = role
        .or_else(|| [said.role.as_deref().unwrap_or_default(), text, person].into_iter().find_map(role_in));
    let at_work = || place.agency.units.iter().filter(|unit| !unit.intake);
    let unit = unit_named(place.agency, text).or_else(|| likest(place.agency, text)).or_else(|| {
        let only = at_work().next().filter(|_| at_work().count() == 1);
        let head = |role: &Role| place.officers.iter().find(|officer| officer.roles.contains(role));
        only.or_else(|| {
            let head = role.filter(|role| *role == Role::AgencyHead).as_ref().and_then(head)?;
            place.agency.unit(&head.unit)
        })
    });
    let there = |role: &Role| {
        let unit = unit.map(|unit| &unit.key);
        place.officers.iter().any(|officer| Some(&officer.unit) == unit && officer.roles.contains(role))
    };
    let some = || [Role::Officer, Role::DivisionHead, Role::AgencyHead].into_iter().find(there);
    (unit.map(|unit| unit.key.clone()), role.or_else(some).unwrap_or(Role::Officer))
}

/// A role named somewhere in what is said, such as “head of the division of …”.
fn role_in(said: &str) -> Option<Role> {
    use crate::Language::{English, Vietnamese};
    let said = format!(" {} ", typed::words(said).join(" "));
    let named = |role: &Role| {
        [Vietnamese, English].iter().any(|language| {
            let name = typed::words(role.name(*language)).join(" ");
            said.contains(&format!(" {name} "))
        })
    };
    [Role::AgencyHead, Role::DivisionHead, Role::Officer].into_iter().find(named)
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
