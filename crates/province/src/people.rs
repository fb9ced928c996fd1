//! The people of the demonstration.

use crate::data;
use domain::dossier::{Party, PartyKind};
use domain::officer::AccountId;

/// The password of every demonstration account. It works on loopback only.
pub const PASSWORD: &str = "thanh-lam-2026";

/// The accounts the program prints, with what each is.
pub const MAIN_ACCOUNTS: [(&str, &str); 7] = [
    ("citizen", "a citizen"),
    ("company", "a company"),
    ("counter", "a counter officer of the public service centre"),
    ("officer", "a division officer of the department of justice"),
    ("division-head", "a head of division there"),
    ("agency-head", "the head of that department"),
    ("admin", "an administrator"),
];

/// A person or company with its account.
#[derive(Clone)]
pub struct DemoAccount {
    pub id: AccountId,
    /// Whether it is one of the accounts the program prints.
    pub main: bool,
    pub party: Party,
}

impl data::Citizen {
    /// The two that are shown have a name of their own; the others sign in by their key.
    pub fn login(&self) -> &str {
        self.login.as_deref().unwrap_or(&self.key)
    }

    pub fn party(&self) -> Party {
        let organisation = self.kind == "organisation";
        Party {
            kind: if organisation { PartyKind::Organisation } else { PartyKind::Person },
            name: self.name.clone(),
            identity: if organisation { self.tax_number.clone() } else { self.identity_number.clone() }
                .into(),
            phone: self.phone.replace(' ', ""),
            email: self.email.clone(),
            address: self.address.clone(),
        }
    }
}
