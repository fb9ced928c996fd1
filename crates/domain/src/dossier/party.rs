use serde::{Deserialize, Serialize};

/// The people of a dossier, kept apart from the first event on. Private: stored where it can be erased.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parties {
    /// Whose matter it is.
    pub owner: Party,
    /// Who hands it in, when that is somebody else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub submitter: Option<Party>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    pub kind: PartyKind,
    pub name: String,
    /// A personal identification number or a business registration number: digits.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub identity: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub phone: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub email: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartyKind {
    #[default]
    Person,
    Organisation,
}

impl PartyKind {
    pub const fn key(self) -> &'static str {
        match self {
            PartyKind::Person => "person",
            PartyKind::Organisation => "organisation",
        }
    }

    pub fn parse(key: &str) -> Option<PartyKind> {
        [PartyKind::Person, PartyKind::Organisation].into_iter().find(|kind| kind.key() == key)
    }
}
