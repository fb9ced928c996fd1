//! Who else has to do with the handling: colleagues who support whoever leads it, and those who follow it.

use super::Dossier;
use crate::Language;
use crate::officer::{AccountId, Officer};
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

impl Dossier {
    pub fn involvement_of(&self, account: AccountId) -> Option<Involvement> {
        self.involved.iter().find(|involved| involved.officer == account)?.how
    }

    /// An officer's own, or that of whom they stand in for.
    pub fn involvement(&self, officer: &Officer) -> Option<Involvement> {
        self.involvement_of(officer.account)
            .or_else(|| officer.stands_for.and_then(|absent| self.involvement_of(absent)))
    }

    pub(super) fn involve(&mut self, officer: AccountId, how: Option<Involvement>) {
        match self.involved.iter_mut().find(|involved| involved.officer == officer) {
            Some(involved) => involved.how = how,
            None => self.involved.push(Involved { officer, how }),
        }
    }
}
