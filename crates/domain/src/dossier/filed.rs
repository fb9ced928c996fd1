//! How a dossier came in, as it stood on that day: what reports ask for years later, and nothing tells any more by then
//! (`docs/decisions/facts-of-filing.md`). Nothing of it is a name, a number or free words.

use super::identity::{Identity, IdentityKind};
use crate::Language;
use crate::officer::{Actor, Assurance};
use crate::procedure::{Channel, Level};
use serde::{Deserialize, Serialize};

/// What was known when it was filed. Dossiers filed before this was kept have none of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Filed {
    /// The level at which the competent agency really offered the procedure then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<DossierOrigin>,
    /// Of whoever handed it in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identified: Option<Identified>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<OwnerKind>,
    /// The paper by which its owner is told from all others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<IdentityPaper>,
    /// It tries something out, and counts nowhere.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub trial: bool,
}

typed::keyed! {
    /// Where it came from.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    pub enum DossierOrigin {
        Counter = "counter",
        /// Our own portal.
        Portal = "portal",
        Post = "post",
        /// Another agency, whose dossier it is part of.
        Agency = "agency",
    }
}

impl DossierOrigin {
    pub(super) fn of(channel: Channel, linked: bool) -> DossierOrigin {
        match channel {
            _ if linked => DossierOrigin::Agency,
            Channel::Direct => DossierOrigin::Counter,
            Channel::Online => DossierOrigin::Portal,
            Channel::Postal => DossierOrigin::Post,
        }
    }

    pub fn name(self, language: Language) -> &'static str {
        let (vi, en) = match self {
            DossierOrigin::Counter => ("Bộ phận Một cửa", "One-stop counter"),
            DossierOrigin::Portal => ("Cổng Dịch vụ công của tỉnh, bộ", "This portal"),
            DossierOrigin::Post => ("Bưu chính công ích", "Public post"),
            DossierOrigin::Agency => ("Cơ quan khác, qua liên thông", "Another agency, as a linked dossier"),
        };
        language.pick(vi, en)
    }
}

/// How sure it was who handed it in, and who vouched for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Identified {
    pub assurance: Assurance,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<IdentityProvider>,
}

typed::keyed! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    pub enum IdentityProvider {
        /// An officer, who saw a document at the counter.
        Counter = "counter",
        /// An account of this system.
        Accounts = "accounts",
    }
}

impl Identified {
    /// The program identifies nobody: what it opens is somebody else's who was identified before.
    pub(super) fn of(actor: &Actor, channel: Channel) -> Option<Identified> {
        match actor {
            Actor::Applicant { assurance, .. } => {
                Some(Identified { assurance: *assurance, by: Some(IdentityProvider::Accounts) })
            }
            // Nobody stood at the counter.
            Actor::Officer(_) if channel == Channel::Postal => {
                Some(Identified { assurance: Assurance::Claimed, by: None })
            }
            Actor::Officer(_) => {
                Some(Identified { assurance: Assurance::Verified, by: Some(IdentityProvider::Counter) })
            }
            Actor::System => None,
        }
    }
}

typed::keyed! {
    /// What kind of owner it is, as the state counts them (`LoaiDoiTuong`).
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    pub enum OwnerKind {
        Citizen = "citizen",
        Business = "business",
        StateBody = "state-body",
        Other = "other",
    }
}

impl OwnerKind {
    pub const fn national_code(self) -> u8 {
        match self {
            OwnerKind::Citizen => 1,
            OwnerKind::Business => 2,
            OwnerKind::StateBody => 3,
            OwnerKind::Other => 4,
        }
    }

    pub fn name(self, language: Language) -> &'static str {
        let (vi, en) = match self {
            OwnerKind::Citizen => ("Cá nhân", "A person"),
            OwnerKind::Business => ("Doanh nghiệp, hợp tác xã, hộ kinh doanh", "A business"),
            OwnerKind::StateBody => ("Cơ quan nhà nước", "A state body"),
            OwnerKind::Other => ("Tổ chức khác", "Another organisation"),
        };
        language.pick(vi, en)
    }

    /// What the number tells where nobody said; a paper of another kind may be anybody's.
    pub fn by_number(identity: &Identity) -> Option<OwnerKind> {
        match identity.kind()? {
            IdentityKind::Citizen
            | IdentityKind::OldCard
            | IdentityKind::Passport
            | IdentityKind::ResidenceCard => Some(OwnerKind::Citizen),
            IdentityKind::Business => Some(OwnerKind::Business),
            IdentityKind::Tax | IdentityKind::Other => None,
        }
    }
}

/// Which paper tells who somebody is, without its number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct IdentityPaper {
    pub kind: IdentityKind,
    /// The two letters of the country that gave it, where that is not Viet Nam.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub country: String,
}

impl IdentityPaper {
    pub(super) fn of(identity: &Identity) -> Option<IdentityPaper> {
        let country = Some(&identity.country).filter(|country| *country != crate::country::VIET_NAM);
        Some(IdentityPaper { kind: identity.kind()?, country: country.cloned().unwrap_or_default() })
    }
}

impl Filed {
    pub fn is_empty(&self) -> bool {
        *self == Filed::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_tells_the_kind_of_owner_only_where_it_can() {
        let of = |number: &str, kind| Identity::read(number, kind, "VN").unwrap();
        for (identity, expected) in [
            (of("099190000001", None), Some(OwnerKind::Citizen)),
            (of("123456789", None), Some(OwnerKind::Citizen)),
            (of("0101234567", None), Some(OwnerKind::Business)),
            (of("12/QĐ-UBND", Some(IdentityKind::Other)), None),
            (Identity::default(), None),
        ] {
            assert_eq!(OwnerKind::by_number(&identity), expected, "{identity:?}");
        }
        assert_eq!(OwnerKind::ALL.map(OwnerKind::national_code), [1, 2, 3, 4]);
    }

    #[test]
    fn the_paper_is_kept_without_its_number() {
        let british = Identity::read("123456789", Some(IdentityKind::Passport), "GB").unwrap();
        let paper = IdentityPaper::of(&british).unwrap();
        assert_eq!(serde_json::to_string(&paper).unwrap(), r#"{"kind":"passport","country":"GB"}"#);
        let own = Identity::read("C1234567", Some(IdentityKind::Passport), "VN").unwrap();
        let own = IdentityPaper::of(&own).unwrap();
        assert_eq!(serde_json::to_string(&own).unwrap(), r#"{"kind":"passport"}"#);
        assert_eq!(IdentityPaper::of(&Identity::default()), None);
    }
}
