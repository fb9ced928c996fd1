use super::Identity;
use crate::Language;
use crate::officer::{Assurance, NameAndNumber};
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

impl Parties {
    /// How sure the system is of whoever hands it in, from an account it is so sure of under this name and number: what
    /// was typed over them nobody has checked.
    pub fn assurance(&self, of_account: Assurance, known: NameAndNumber) -> Assurance {
        let Party { name, identity, .. } = self.submitter.as_ref().unwrap_or(&self.owner);
        of_account.typed_over(known, NameAndNumber { name, identity })
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    pub kind: PartyKind,
    pub name: String,
    #[serde(flatten)]
    pub identity: Identity,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub phone: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub email: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
}

typed::keyed! {
    /// Something of a party, by name.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    pub enum PartyPart {
        Name = "name",
        /// The number.
        Identity = "identity",
        /// Which paper it is the number of: kind and country.
        Paper = "paper",
        Phone = "phone",
        Email = "email",
        Address = "address",
    }
}

impl PartyPart {
    pub fn name(self, language: Language) -> &'static str {
        let (vi, en) = match self {
            PartyPart::Name => ("Họ tên", "Name"),
            PartyPart::Identity => ("Số định danh", "Identity number"),
            PartyPart::Paper => ("Loại giấy tờ, nước cấp", "Kind of document, country"),
            PartyPart::Phone => ("Điện thoại", "Telephone"),
            PartyPart::Email => ("Thư điện tử", "E-mail"),
            PartyPart::Address => ("Địa chỉ", "Address"),
        };
        language.pick(vi, en)
    }

    /// As it is written in the record.
    pub(super) fn of(self, party: &Party) -> String {
        match self {
            PartyPart::Name => party.name.clone(),
            PartyPart::Identity => party.identity.number.clone(),
            PartyPart::Paper => party.identity.paper(),
            PartyPart::Phone => party.phone.clone(),
            PartyPart::Email => party.email.clone(),
            PartyPart::Address => party.address.clone(),
        }
    }

    pub(super) fn put(self, party: &mut Party, written: &str) {
        let part = match self {
            PartyPart::Paper => {
                if let Ok(identity) = party.identity.of_paper(written) {
                    party.identity = identity;
                }
                return;
            }
            PartyPart::Name => &mut party.name,
            PartyPart::Identity => &mut party.identity.number,
            PartyPart::Phone => &mut party.phone,
            PartyPart::Email => &mut party.email,
            PartyPart::Address => &mut party.address,
        };
        *part = written.into();
    }
}

typed::keyed! {
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    pub enum PartyKind {
        #[default]
        Person = "person",
        Organisation = "organisation",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::IdentityKind;

    fn party(name: &str, identity: &str) -> Party {
        Party { name: name.into(), identity: identity.into(), ..Party::default() }
    }

    #[track_caller]
    fn check(owner: Party, submitter: Option<Party>, held: Assurance, expected: Assurance) {
        let parties = Parties { owner, submitter };
        let identity = Identity::from("099190000001");
        let known = NameAndNumber { name: "Trần Thị Minh Châu", identity: &identity };
        assert_eq!(parties.assurance(held, known), expected);
    }

    #[test]
    fn a_name_or_number_typed_over_is_no_longer_verified() {
        use Assurance::{Claimed, Password, Verified};
        let own = || party("Trần Thị Minh Châu", "099190000001");
        check(own(), None, Verified, Verified);
        check(party("TRẦN THỊ MINH CHÂU", "099190000001"), None, Verified, Verified);
        check(party("Trần Thị Minh Chân", "099190000001"), None, Verified, Password);
        check(party("Trần Thị Minh Châu", "099190000002"), None, Verified, Password);
        let passport = Identity::read("099190000001", Some(IdentityKind::Passport), "GB").unwrap();
        check(Party { identity: passport, ..own() }, None, Verified, Password);
        // For somebody else: it is whoever hands it in that is known.
        check(party("Lê Văn Tám", "099190000009"), Some(own()), Verified, Verified);
        check(own(), Some(party("Lê Văn Tám", "099190000009")), Verified, Password);
        // It is never raised.
        check(party("Lê Văn Tám", "099190000009"), None, Claimed, Claimed);
        check(own(), None, Password, Password);
    }
}
