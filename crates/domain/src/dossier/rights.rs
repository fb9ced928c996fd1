//! Who may do what: role, agency, division, relation to the dossier.

use crate::agency::{AgencyId, UnitKey};
use crate::dossier::process_step::may_lead;
use crate::dossier::refusal::Refusal;
use crate::dossier::state::Dossier;
use crate::dossier::step::{DoneStep, RunningStep};
use crate::dossier::wait::Wait;
use crate::officer::{AccountId, Actor, Officer, Role};
use crate::procedure::Process;

/// Only ever brought by a job.
pub(super) fn must_be_program(actor: &Actor) -> Result<(), Refusal> {
    if *actor == Actor::System { Ok(()) } else { Err(Refusal::OnlyTheProgram) }
}

/// An officer of the counter that received the dossier. A linked one comes to no counter: the program passes it on.
pub(super) fn must_receive(dossier: &Dossier, actor: &Actor) -> Result<(), Refusal> {
    if dossier.main.is_some() && *actor == Actor::System {
        return Ok(());
    }
    let officer = actor.officer().ok_or(Refusal::NotYourRole { role: Role::Counter })?;
    receives(officer, dossier.receiving)
}

/// Of the counter of the agency that received it.
pub(super) fn receives(officer: &Officer, receiving: AgencyId) -> Result<(), Refusal> {
    if officer.agency != receiving {
        return Err(Refusal::NotYourAgency);
    }
    if officer.receives() { Ok(()) } else { Err(Refusal::NotYourRole { role: Role::Counter }) }
}

/// An officer who may do the running step of a token: right agency, division and role, no colleague has taken it, and
/// the officer did not do what it must be kept apart from.
pub(super) fn must_handle<'a>(
    dossier: &'a Dossier,
    actor: &Actor,
    process: &Process,
    token: Option<u32>,
) -> Result<&'a RunningStep, Refusal> {
    let step = dossier.running(token)?;
    let role = process.role(&step.id);
    let officer = actor.officer().ok_or(Refusal::NotYourRole { role })?;
    handles(officer, dossier.competent, (&step.unit, role), step.assignee)?;
    must_be_another(dossier, officer, process, step)?;
    Ok(step)
}

/// Who does the steps of a role in a division of the competent agency.
pub(super) fn does(
    officer: &Officer,
    competent: AgencyId,
    (unit, role): (&UnitKey, Role),
) -> Result<(), Refusal> {
    if officer.agency != competent {
        return Err(Refusal::NotYourAgency);
    }
    match officer.does(unit, role) {
        true => Ok(()),
        false if officer.has(role) => Err(Refusal::NotYourUnit),
        false => Err(Refusal::NotYourRole { role }),
    }
}

/// Who does such steps, where no colleague has this one.
pub(super) fn handles(
    officer: &Officer,
    competent: AgencyId,
    step: (&UnitKey, Role),
    assignee: Option<AccountId>,
) -> Result<(), Refusal> {
    does(officer, competent, step)?;
    match assignee.is_none_or(|assignee| officer.is(assignee)) {
        true => Ok(()),
        false => Err(Refusal::TakenByColleague),
    }
}

/// Who did one step may have to leave another to somebody else; and where a step that is done for each of several is kept
/// apart from itself, who did it once leaves the other times to others.
pub(super) fn must_be_another(
    dossier: &Dossier,
    officer: &Officer,
    process: &Process,
    step: &RunningStep,
) -> Result<(), Refusal> {
    let apart = process.apart_from(&step.id);
    let did = |done: &&DoneStep| [done.by, done.stands_for].into_iter().flatten().any(|by| officer.is(by));
    let among = step.token.and_then(|token| dossier.one_of_several(token));
    let same = |done: &DoneStep| {
        let other = done.token.and_then(|token| dossier.one_of_several(token));
        among.is_some() && !done.undone && other == among
    };
    let bars = |done: &&DoneStep| apart.contains(&done.id) && (done.id != step.id || same(done));
    match dossier.steps_done.iter().filter(did).find(bars) {
        None => Ok(()),
        Some(done) => {
            let name = process.step(&done.id).map(|step| step.name.clone()).unwrap_or_default();
            Err(Refusal::DutiesApart { done: name })
        }
    }
}

/// An officer who looks after what is waited for: of the division it lies with, or the head of the agency.
pub(super) fn must_look_after(dossier: &Dossier, actor: &Actor, wait: &Wait) -> Result<(), Refusal> {
    let officer = actor.officer().ok_or(Refusal::NotYourRole { role: Role::Officer })?;
    if officer.agency != dossier.competent {
        return Err(Refusal::NotYourAgency);
    }
    if officer.heads_agency() {
        return Ok(());
    }
    if !officer.handles() {
        return Err(Refusal::NotYourRole { role: Role::Officer });
    }
    if officer.unit == wait.unit { Ok(()) } else { Err(Refusal::NotYourUnit) }
}

/// An officer who may do one of the running steps; where none runs, who looks after what is waited for.
pub(super) fn must_handle_any(dossier: &Dossier, actor: &Actor, process: &Process) -> Result<(), Refusal> {
    let mut first = match dossier.waits.first() {
        Some(wait) if dossier.steps.is_empty() => return must_look_after(dossier, actor, wait),
        _ => Err(dossier.wrong_stage()),
    };
    for (place, step) in dossier.steps.iter().enumerate() {
        match must_handle(dossier, actor, process, step.token) {
            Ok(_) => return Ok(()),
            Err(refusal) if place == 0 => first = Err(refusal),
            Err(_) => {}
        }
    }
    first
}

/// Whoever may do one of the running steps, or leads what runs.
pub(super) fn must_run(dossier: &Dossier, actor: &Actor, process: &Process) -> Result<(), Refusal> {
    let units =
        dossier.steps.iter().map(|step| &step.unit).chain(dossier.waits.iter().map(|wait| &wait.unit));
    must_handle_any(dossier, actor, process)
        .or_else(|refusal| must_lead(dossier, actor, units).map_err(|_| refusal))
}

/// Whoever has it now: may do or leads what runs, or is of the counter, where what is not handed over and what is done lies.
pub(super) fn must_have(dossier: &Dossier, actor: &Actor, process: &Process) -> Result<(), Refusal> {
    if dossier.stage.kind().closed() {
        return Err(dossier.wrong_stage());
    }
    let runs = must_run(dossier, actor, process);
    match dossier.main {
        Some(_) => runs,
        None => runs.or_else(|refusal| must_receive(dossier, actor).map_err(|_| refusal)),
    }
}

/// Of several running steps the one an officer comes for: of those they may do the one that decides, their own, any other;
/// else the oldest. What is done beside the rest, such as a reminder, comes last.
pub fn step_at_hand<'a>(dossier: &'a Dossier, actor: &Actor, process: &Process) -> Option<&'a RunningStep> {
    if dossier.steps.len() < 2 {
        return dossier.steps.first();
    }
    let (beside, model) = (process.drawing.beside(), process.model());
    let last = |step: &&RunningStep| {
        let officer = actor.officer().zip(step.assignee);
        let own = officer.is_some_and(|(officer, assignee)| officer.is(assignee));
        let may = must_handle(dossier, actor, process, step.token).is_ok();
        let decides = may_lead(dossier, step, process).to_end;
        let is_beside = model.index(&step.id).is_some_and(|node| beside.contains(&node));
        (!(may && decides), !own, !may, is_beside)
    };
    dossier.steps.iter().min_by_key(last)
}

/// A head who leads what runs: of the division that has it all, or of the agency.
pub(super) fn must_lead<'a>(
    dossier: &Dossier,
    actor: &Actor,
    units: impl IntoIterator<Item = &'a UnitKey>,
) -> Result<(), Refusal> {
    let officer = actor.officer().ok_or(Refusal::NotYourRole { role: Role::DivisionHead })?;
    leads(officer, dossier.competent, units)
}

/// Who leads some divisions of the competent agency.
pub(super) fn leads<'a>(
    officer: &Officer,
    competent: AgencyId,
    units: impl IntoIterator<Item = &'a UnitKey>,
) -> Result<(), Refusal> {
    if officer.agency != competent {
        return Err(Refusal::NotYourAgency);
    }
    if officer.heads_agency() {
        return Ok(());
    }
    if !officer.has(Role::DivisionHead) {
        return Err(Refusal::NotYourRole { role: Role::DivisionHead });
    }
    match units.into_iter().all(|unit| officer.heads(unit)) {
        true => Ok(()),
        false => Err(Refusal::NotYourUnit),
    }
}

pub(super) fn must_head_agency(dossier: &Dossier, actor: &Actor) -> Result<(), Refusal> {
    let officer = actor.officer().ok_or(Refusal::NotYourRole { role: Role::AgencyHead })?;
    if officer.agency != dossier.competent {
        return Err(Refusal::NotYourAgency);
    }
    if officer.heads_agency() { Ok(()) } else { Err(Refusal::NotYourRole { role: Role::AgencyHead }) }
}

/// The applicant whose account holds the dossier.
pub(super) fn must_apply(dossier: &Dossier, actor: &Actor) -> Result<(), Refusal> {
    match actor {
        Actor::Applicant { account, .. } if dossier.account == Some(*account) => Ok(()),
        Actor::Applicant { .. } | Actor::Officer(_) | Actor::System => Err(Refusal::OnlyTheApplicant),
    }
}

/// The applicant, or the counter on the applicant's behalf.
pub(super) fn must_apply_or_receive(dossier: &Dossier, actor: &Actor) -> Result<(), Refusal> {
    match actor {
        Actor::Officer(_) => must_receive(dossier, actor),
        Actor::Applicant { .. } | Actor::System => must_apply(dossier, actor),
    }
}

/// How far an officer sees in lists: what the counter of their agency received, all that their agency decides, or what lies
/// with divisions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sight {
    pub received: bool,
    pub decided: bool,
    /// What their own division has or had.
    pub handled: bool,
}

impl Sight {
    pub fn of(officer: &Officer) -> Sight {
        Sight { received: officer.receives(), decided: officer.heads_agency(), handled: officer.handles() }
    }
}

/// Whether an officer answers for a dossier being in time: the counter that took it in, the heads of the agency and of the
/// divisions that have it, and whose steps run, each with its division, its role and who has it.
pub fn answers_for<'a>(
    officer: &Officer,
    receiving: AgencyId,
    competent: AgencyId,
    steps: impl IntoIterator<Item = (&'a UnitKey, Role, Option<AccountId>)>,
) -> bool {
    let works = |(unit, role, assignee)| officer.heads(unit) || officer.could_do(unit, role, assignee);
    let decides = officer.agency == competent;
    receives(officer, receiving).is_ok()
        || decides && (officer.heads_agency() || steps.into_iter().any(works))
}

/// Whether an officer may open a dossier one agency received and another decides: the counter that received it, the
/// heads of the competent agency, and divisions of it that have or had the dossier (`had`, of the officer's own).
pub fn may_open(officer: &Officer, receiving: AgencyId, competent: AgencyId, had: bool) -> bool {
    let (sight, decides) = (Sight::of(officer), officer.agency == competent);
    receives(officer, receiving).is_ok() || decides && (sight.decided || sight.handled && had)
}

impl Dossier {
    /// The agency whose counter has to do with it: none where it is linked to another.
    pub fn counter(&self) -> AgencyId {
        if self.main.is_none() { self.receiving } else { AgencyId::NONE }
    }

    /// Whether it was taken in at an officer's counter.
    pub fn received_by(&self, officer: &Officer) -> bool {
        receives(officer, self.receiving).is_ok()
    }

    /// Whether an officer may open it.
    pub fn visible_to(&self, officer: &Officer) -> bool {
        let asked =
            officer.agency == self.competent && officer.handles() && self.involvement(officer).is_some();
        let had = self.units.contains(&officer.unit);
        (asked && !self.stage.kind().closed()) || may_open(officer, self.counter(), self.competent, had)
    }

    /// Whether it is an applicant's own.
    pub fn belongs_to(&self, account: AccountId) -> bool {
        self.account == Some(account)
    }
}
