//! Who else has to do with the handling: colleagues who support whoever leads it, and those who follow it.

use crate::Language;
use crate::officer::AccountId;
use serde::{Deserialize, Serialize};

typed::keyed! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    pub enum Involvement {
        /// Works with whoever leads: sees the dossier and writes opinions.
        Support = "support",
        /// Sees it, and is told when it is late.
        Follow = "follow",
    }
}

impl Involvement {
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
