//! Absences: who notes and ends one, and what a substitute takes over.

use crate::officer::{AccountId, Officer, Role};

/// Whether an officer may note that somebody of their agency is absent: oneself, or anybody as its head.
pub fn may_note(by: &Officer, absent: AccountId) -> bool {
    by.account == absent || by.heads_agency()
}

/// Whether an officer may end an absence of their agency: one's own, one that one noted, or any as its head.
pub fn may_end(by: &Officer, absent: AccountId, noted_by: AccountId) -> bool {
    may_note(by, absent) || by.account == noted_by
}

/// An officer in the place of an absent colleague of their agency: with that colleague's division and roles. Whoever keeps
/// the installation is not stood in for.
pub fn in_place_of(officer: &Officer, absent: Officer) -> Option<Officer> {
    let roles = absent.roles.iter().copied().filter(|role| *role != Role::Administrator).collect();
    (absent.agency == officer.agency).then_some(Officer {
        account: officer.account,
        roles,
        stands_for: Some(absent.account),
        ..absent
    })
}
