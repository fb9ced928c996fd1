//! Who acts: officers with their roles, applicants, the system itself.

use crate::agency::{AgencyId, UnitKey};
use crate::dossier::Identity;
use crate::{Language, Text};
use serde::{Deserialize, Serialize};

/// An account of a person, an organisation or an officer; never shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AccountId(pub i64);

typed::keyed! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    pub enum Role {
        /// Receives and returns at the one-stop counter.
        Counter = "counter",
        /// Handles dossiers in a division.
        Officer = "officer",
        DivisionHead = "division-head",
        AgencyHead = "agency-head",
        /// Keeps agencies, officers, calendars and procedures; sees no dossier by this role.
        Administrator = "administrator",
    }
}

impl Role {
    /// Those a step of a process can be for.
    pub const OF_STEPS: [Role; 3] = [Role::Officer, Role::DivisionHead, Role::AgencyHead];

    pub fn name(self, language: Language) -> &'static str {
        let (vi, en) = match self {
            Role::Counter => ("Cán bộ một cửa", "Counter officer"),
            Role::Officer => ("Chuyên viên", "Division officer"),
            Role::DivisionHead => ("Trưởng phòng", "Head of division"),
            Role::AgencyHead => ("Thủ trưởng cơ quan", "Head of agency"),
            Role::Administrator => ("Quản trị hệ thống", "Administrator"),
        };
        language.pick(vi, en)
    }
}

typed::keyed! {
    /// How sure the system is of who acts (clause I.2.b). Stored on every act.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    pub enum Assurance {
        /// Nobody proved anything: what was typed.
        Claimed = "claimed",
        /// A password of an account whose holder nobody verified.
        Password = "password",
        /// Papers seen at the counter by an officer, or an officer's own account.
        Verified = "verified",
    }
}

impl Assurance {
    /// What is left of it where something else was typed over the name or the number it stands for: nobody has seen papers
    /// that say so.
    pub fn typed_over(self, known: NameAndNumber, typed: NameAndNumber) -> Assurance {
        if known.is(typed) { self } else { self.min(Assurance::Password) }
    }
}

/// Who somebody is by name and number.
#[derive(Clone, Copy, Debug)]
pub struct NameAndNumber<'a> {
    pub name: &'a str,
    pub identity: &'a Identity,
}

impl NameAndNumber<'_> {
    /// Large and small letters make nobody another.
    fn is(self, other: NameAndNumber) -> bool {
        self.identity == other.identity && self.name.to_lowercase() == other.name.to_lowercase()
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Officer {
    pub account: AccountId,
    pub agency: AgencyId,
    pub unit: UnitKey,
    pub roles: Vec<Role>,
    pub name: String,
    pub title: Text,
    /// The absent colleague in whose place they act: then division and roles are that colleague's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stands_for: Option<AccountId>,
}

/// Who performs an act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    Applicant {
        account: AccountId,
        assurance: Assurance,
    },
    Officer(Officer),
    /// A timer or a durable job.
    System,
}

impl Actor {
    pub fn officer(&self) -> Option<&Officer> {
        match self {
            Actor::Officer(officer) => Some(officer),
            Actor::Applicant { .. } | Actor::System => None,
        }
    }

    /// What the record keeps of who acted.
    pub fn trace(&self) -> StoredActor {
        match self {
            Actor::Applicant { account, assurance } => StoredActor {
                account: Some(*account),
                assurance: *assurance,
                ..StoredActor::of_the_program()
            },
            Actor::Officer(officer) => StoredActor {
                account: Some(officer.account),
                agency: Some(officer.agency),
                unit: Some(officer.unit.clone()),
                title: officer.title.vi.clone(),
                stands_for: officer.stands_for,
                assurance: Assurance::Verified,
            },
            Actor::System => StoredActor::of_the_program(),
        }
    }
}

/// Who acted, as stored: the system when there is no account, an officer when there is an agency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredActor {
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub account: Option<AccountId>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub agency: Option<AgencyId>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub unit: Option<UnitKey>,
    /// An officer's title on that day, in Vietnamese as the law's papers say it.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub title: String,
    /// The absent colleague in whose place an officer acted.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub stands_for: Option<AccountId>,
    pub assurance: Assurance,
}

impl StoredActor {
    fn of_the_program() -> StoredActor {
        StoredActor {
            account: None,
            agency: None,
            unit: None,
            title: String::new(),
            stands_for: None,
            assurance: Assurance::Verified,
        }
    }
}

impl Officer {
    /// Whether an account is their own, or that of whom they stand in for.
    pub fn is(&self, account: AccountId) -> bool {
        self.account == account || self.stands_for == Some(account)
    }

    /// In whose name they act.
    pub fn acts_as(&self) -> AccountId {
        self.stands_for.unwrap_or(self.account)
    }

    pub fn has(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }

    /// Whether they receive and return dossiers at the counter of their agency.
    pub fn receives(&self) -> bool {
        self.has(Role::Counter)
    }

    /// Whether they head their agency, and with it all its divisions.
    pub fn heads_agency(&self) -> bool {
        self.has(Role::AgencyHead)
    }

    /// Whether they keep agencies, officers, calendars and procedures.
    pub fn administers(&self) -> bool {
        self.has(Role::Administrator)
    }

    /// Whether they have to do with dossiers at all: by any role but the administrator's.
    pub fn works(&self) -> bool {
        self.roles.iter().any(|role| *role != Role::Administrator)
    }

    /// Whether they handle dossiers: not the counter alone.
    pub fn handles(&self) -> bool {
        Role::OF_STEPS.into_iter().any(|role| self.has(role))
    }

    /// Whether they are the head of a division or of an agency.
    pub fn is_head(&self) -> bool {
        self.has(Role::DivisionHead) || self.heads_agency()
    }

    /// Whether they head this division of their agency.
    pub fn heads(&self, unit: &UnitKey) -> bool {
        self.has(Role::DivisionHead) && self.unit == *unit
    }

    /// Whether they do, in their agency, the steps of a role in a division. The head of an agency stands above its
    /// divisions.
    pub fn does(&self, unit: &UnitKey, role: Role) -> bool {
        does(&self.roles, &self.unit, unit, role)
    }

    /// Whether a step there is theirs to do: it was given to them, or to nobody and they do such steps.
    pub fn could_do(&self, unit: &UnitKey, role: Role, assignee: Option<AccountId>) -> bool {
        assignee.map_or_else(|| self.does(unit, role), |has| self.is(has))
    }
}

/// Whether somebody with these roles in a division does the steps of a role in this one.
pub fn does(roles: &[Role], own: &UnitKey, unit: &UnitKey, role: Role) -> bool {
    roles.contains(&role) && (own == unit || role == Role::AgencyHead)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_an_officer_had_then_is_kept_and_what_was_written_without_it_stays_as_it_was() {
        let officer = Officer {
            account: AccountId(21),
            agency: AgencyId(12),
            unit: UnitKey("registry".into()),
            roles: vec![Role::Officer],
            name: "Trần Văn Bình".into(),
            title: Text::new("Chuyên viên chính", "Senior officer"),
            stands_for: None,
        };
        let written = serde_json::to_string(&Actor::Officer(officer).trace()).unwrap();
        let now = r#"{"account":21,"agency":12,"unit":"registry","title":"Chuyên viên chính","assurance":"verified"}"#;
        assert_eq!(written, now);
        let before = r#"{"account":21,"agency":12,"unit":"registry","assurance":"verified"}"#;
        let read: StoredActor = serde_json::from_str(before).unwrap();
        assert_eq!((read.title.as_str(), serde_json::to_string(&read).unwrap().as_str()), ("", before));
    }
}
