//! Who else has to do with the handling: colleagues who support whoever leads it, and those who follow it.

use crate::Language;
use crate::officer::AccountId;
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Involvement {
    /// Works with whoever leads: sees the dossier and writes opinions.
    Support,
    /// Sees it, and is told when it is late.
    Follow,
}

impl Involvement {
    pub const ALL: [Involvement; 2] = [Involvement::Support, Involvement::Follow];

    pub const fn key(self) -> &'static str {
        match self {
            Involvement::Support => "support",
            Involvement::Follow => "follow",
        }
    }

    pub fn parse(key: &str) -> Option<Involvement> {
        Involvement::ALL.into_iter().find(|how| how.key() == key)
    }

    pub fn name(self, language: Language) -> &'static str {
        let (vi, en) = match self {
            Involvement::Support => ("Phối hợp", "Supports"),
            Involvement::Follow => ("Theo dõi", "Follows"),
        };
        language.pick(vi, en)
    }
}

/// A colleague who was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Involved {
    pub officer: AccountId,
    /// Nothing once it ended.
    pub how: Option<Involvement>,
}
