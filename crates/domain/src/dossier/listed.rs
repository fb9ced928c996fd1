//! What a row of a list tells of a dossier and its running step, and which acts may be offered by it for many rows at once.
//! The rights are those the acts themselves ask. What only the record knows, such as who did which step, it still may
//! refuse.

use super::rights;
use super::stage::StageKind;
use crate::agency::{AgencyId, UnitKey};
use crate::officer::{AccountId, Officer, Role};

/// A dossier as a list knows it.
#[derive(Clone, Debug)]
pub struct Listed<'a> {
    pub stage: StageKind,
    pub receiving: AgencyId,
    pub competent: AgencyId,
    pub step: Option<ListedStep<'a>>,
}

/// Where a running step lies, and who has it.
#[derive(Clone, Copy, Debug)]
pub struct ListedStep<'a> {
    pub unit: &'a UnitKey,
    pub role: Role,
    pub assignee: Option<AccountId>,
    /// Something comes after it or runs beside it, so that it does not decide the dossier.
    pub goes_on: bool,
}

impl Listed<'_> {
    pub fn can_be_handed_over(&self, officer: &Officer) -> bool {
        self.stage == StageKind::Accepted && rights::receives(officer, self.receiving).is_ok()
    }

    /// They can do it, and nobody has it or they lead whoever does.
    pub fn can_be_taken(&self, officer: &Officer) -> bool {
        self.running().is_some_and(|step| {
            let free = step.assignee.is_none_or(|assignee| !officer.is(assignee) && self.led_by(officer));
            free && rights::does(officer, self.competent, (step.unit, step.role)).is_ok()
        })
    }

    /// They lead the division it lies with and say who has it, such as this colleague.
    pub fn can_be_given(&self, officer: &Officer, to: &Officer) -> bool {
        let able = |step: ListedStep| rights::does(to, self.competent, (step.unit, step.role)).is_ok();
        self.led_by(officer) && self.running().is_some_and(able)
    }

    /// They have it, or lead the division of whoever has it.
    pub fn can_be_given_back(&self, officer: &Officer) -> bool {
        self.running().is_some_and(|step| {
            step.assignee.is_some_and(|assignee| officer.is(assignee) || self.led_by(officer))
        })
    }

    pub fn can_be_finished(&self, officer: &Officer) -> bool {
        self.running().filter(|step| step.goes_on).is_some_and(|step| {
            let of = (step.unit, step.role);
            rights::handles(officer, self.competent, of, step.assignee).is_ok()
        })
    }

    fn led_by(&self, officer: &Officer) -> bool {
        self.running().is_some_and(|step| rights::leads(officer, self.competent, [step.unit]).is_ok())
    }

    fn running(&self) -> Option<ListedStep<'_>> {
        self.step.filter(|_| self.stage == StageKind::Processing)
    }
}
