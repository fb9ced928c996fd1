//! Who somebody is: a number, and where foreigners may be meant the kind of paper and its country.

use super::option;
use crate::Form;
use crate::form::ErrorTarget;
use crate::layout_text::Words;
use domain::dossier::{Identity, IdentityKind, NotAnIdentity, PartyKind};
use domain::{Language, country};

/// What a form asks of who somebody is.
pub struct AskedIdentity<'a> {
    pub label: &'a str,
    pub hint: &'a str,
    /// What it shows before anything is typed.
    pub shown: &'a Identity,
    /// Whether foreigners may be meant.
    pub foreigners: bool,
    /// Whether it is asked of whoever fills the form in, whose browser may know it.
    pub own: bool,
}

const KIND: &str = "identity-kind";
const NUMBER: ErrorTarget = ErrorTarget::Named("identity number");
const COUNTRY: ErrorTarget = ErrorTarget::Named("identity country");

impl Form<'_> {
    /// The number alone, or with kind and country beside it. What identifies nobody is said at its field, and returned as it
    /// was typed.
    pub fn identity(&mut self, asked: &AskedIdentity) -> (PartyKind, Identity) {
        let (t, language) = (Words(self.language()), self.language());
        let complete = |known: &'static str| if asked.own { known } else { "off" };
        let number = self.line("identity", asked.label).at_most(40).wide("input--20").hint(asked.hint);
        let number = number.complete(complete("")).value(&asked.shown.number).on(NUMBER).read_or_raw();
        let (mut kind, mut country) = (None, None);
        // Where a kind was said before, or is said all the same, nobody is taken for somebody else by the digits alone.
        if asked.foreigners || asked.shown.kind.is_some() || self.names(KIND) {
            let kinds = IdentityKind::ALL.iter().map(|kind| (*kind, option(kind.key(), kind.name(language))));
            let field = self.one_of_many(KIND, t.identity_kind(), kinds.collect()).optional();
            let field = field.hint(t.identity_kind_hint()).unset(t.identity_by_digits());
            kind = field.complete(complete("")).value(asked.shown.kind.map_or("", IdentityKind::key)).read();
            let all = country::all(language).into_iter().map(|(code, name)| (code, option(code, name)));
            let field = self.one_of_many("identity-country", t.identity_country(), all.collect()).optional();
            let field = field.hint(t.identity_country_hint()).complete(complete("country")).on(COUNTRY);
            country = field.value(&asked.shown.country).read();
        }
        let country = country.unwrap_or_default();
        let identity = match Identity::read(&number, kind, country) {
            Ok(identity) => identity,
            Err(problem) => {
                // That there is none is said already.
                if self.is_sent() && !number.is_empty() {
                    let target = if problem == NotAnIdentity::NoCountry { COUNTRY } else { NUMBER };
                    self.wrong_about(Some(target), identity_sentence(problem, language).to_string());
                }
                Identity { number, kind, country: country.into() }
            }
        };
        let organisation = identity.kind() == Some(IdentityKind::Business);
        (if organisation { PartyKind::Organisation } else { PartyKind::Person }, identity)
    }
}

/// Why what was typed identifies nobody, in a sentence.
pub fn identity_sentence(problem: NotAnIdentity, language: Language) -> &'static str {
    let t = Words(language);
    match problem {
        NotAnIdentity::NoCountry => t.identity_country_missing(),
        NotAnIdentity::Number(None) => t.identity_wrong(),
        NotAnIdentity::Number(Some(IdentityKind::Citizen)) => t.citizen_wrong(),
        NotAnIdentity::Number(Some(IdentityKind::OldCard)) => t.old_card_wrong(),
        NotAnIdentity::Number(Some(IdentityKind::Passport)) => t.passport_wrong(),
        NotAnIdentity::Number(Some(IdentityKind::ResidenceCard)) => t.residence_wrong(),
        NotAnIdentity::Number(Some(IdentityKind::Business)) => t.business_wrong(),
        NotAnIdentity::Number(Some(IdentityKind::Tax)) => t.tax_wrong(),
        NotAnIdentity::Number(Some(IdentityKind::Other)) => t.other_identity_wrong(),
    }
}
