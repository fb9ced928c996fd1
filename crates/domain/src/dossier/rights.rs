//! Who may do what: role, agency, division, relation to the dossier.

use super::{Dossier, Refusal};
use crate::agency::AgencyId;
use crate::officer::{AccountId, Actor, Officer, Role};
use crate::procedure::Process;

/// An officer of the counter that received the dossier.
pub(super) fn must_receive(dossier: &Dossier, actor: &Actor) -> Result<(), Refusal> {
    let officer = actor.officer().ok_or(Refusal::NotYourRole { role: Role::Counter })?;
    if officer.agency != dossier.receiving {
        return Err(Refusal::NotYourAgency);
    }
    if officer.has(Role::Counter) { Ok(()) } else { Err(Refusal::NotYourRole { role: Role::Counter }) }
}

/// An officer who may do the running step: right agency, division and role, and no colleague has taken it.
pub(super) fn must_handle<'a>(
    dossier: &Dossier,
    actor: &'a Actor,
    process: &Process,
) -> Result<&'a Officer, Refusal> {
    let step = dossier.step.as_ref().ok_or_else(|| dossier.wrong_stage())?;
    let role = process.step(&step.id).map_or(Role::Officer, |step| step.role);
    let officer = actor.officer().ok_or(Refusal::NotYourRole { role })?;
    if officer.agency != dossier.competent {
        return Err(Refusal::NotYourAgency);
    }
    if !officer.has(role) {
        return Err(Refusal::NotYourRole { role });
    }
    // The head of an agency stands above its divisions.
    if officer.unit != step.unit && role != Role::AgencyHead {
        return Err(Refusal::NotYourUnit);
    }
    match dossier.assignee {
        Some(assignee) if assignee != officer.account => Err(Refusal::TakenByColleague),
        _ => Ok(officer),
    }
}

/// A head who leads the dossier: of the division that has it, or of the agency.
pub(super) fn must_lead<'a>(dossier: &Dossier, actor: &'a Actor) -> Result<&'a Officer, Refusal> {
    let officer = actor.officer().ok_or(Refusal::NotYourRole { role: Role::DivisionHead })?;
    if officer.agency != dossier.competent {
        return Err(Refusal::NotYourAgency);
    }
    if officer.has(Role::AgencyHead) {
        return Ok(officer);
    }
    if !officer.has(Role::DivisionHead) {
        return Err(Refusal::NotYourRole { role: Role::DivisionHead });
    }
    if dossier.unit().is_some_and(|unit| *unit != officer.unit) {
        return Err(Refusal::NotYourUnit);
    }
    Ok(officer)
}

pub(super) fn must_head_agency(dossier: &Dossier, actor: &Actor) -> Result<(), Refusal> {
    let officer = actor.officer().ok_or(Refusal::NotYourRole { role: Role::AgencyHead })?;
    if officer.agency != dossier.competent {
        return Err(Refusal::NotYourAgency);
    }
    if officer.has(Role::AgencyHead) { Ok(()) } else { Err(Refusal::NotYourRole { role: Role::AgencyHead }) }
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

/// Whether an officer may open a dossier one agency received and another decides: the counter that received it, the
/// heads of the competent agency, and divisions of it that have or had the dossier (`had`, of the officer's own).
pub fn may_open(officer: &Officer, receiving: AgencyId, competent: AgencyId, had: bool) -> bool {
    let counter = officer.has(Role::Counter) && officer.agency == receiving;
    let head = officer.has(Role::AgencyHead) && officer.agency == competent;
    let division = officer.has(Role::Officer) || officer.has(Role::DivisionHead);
    counter || head || (division && officer.agency == competent && had)
}

impl Dossier {
    /// Whether an officer may open it.
    pub fn visible_to(&self, officer: &Officer) -> bool {
        may_open(officer, self.receiving, self.competent, self.units.contains(&officer.unit))
    }

    /// Whether it is an applicant's own.
    pub fn belongs_to(&self, account: AccountId) -> bool {
        self.account == Some(account)
    }
}
