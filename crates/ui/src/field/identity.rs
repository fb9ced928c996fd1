//! Who somebody is: a number, and where foreigners may be meant the kind of paper and its country.

use super::option;
use crate::Form;
use crate::form::ErrorTarget;
use crate::layout_text::Words;
use domain::dossier::{Identity, IdentityKind, NotAnIdentity, OwnerKind, PartyKind};
use domain::procedure::Procedure;
use domain::{Language, country};
use forms::QuestionKind;

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
const COUNTRY_NAME: &str = "identity-country";
/// The fields for a paper that is not told by its digits.
pub const OTHER_PAPER: [&str; 2] = [KIND, COUNTRY_NAME];
const KIND_OF_PAPER: ErrorTarget = ErrorTarget::Named("identity kind");
/// What is wrong with the number is said there.
pub const IDENTITY_NUMBER: ErrorTarget = ErrorTarget::Named("identity number");
const COUNTRY: ErrorTarget = ErrorTarget::Named("identity country");

impl Form<'_> {
    /// The number alone, or with kind and country beside it. What identifies nobody is said at its field, and returned as it
    /// was typed.
    pub fn identity(&mut self, asked: &AskedIdentity) -> (PartyKind, Identity) {
        let (t, language) = (Words(self.language()), self.language());
        let complete = |known: &'static str| if asked.own { known } else { "off" };
        let number = self.line("identity", asked.label).at_most(40).wide("input--20").hint(asked.hint);
        let number =
            number.complete(complete("")).value(&asked.shown.number).on(IDENTITY_NUMBER).read_or_raw();
        let (mut kind, mut country) = (None, None);
        // Where a kind was said before, or is said all the same, nobody is taken for somebody else by the digits alone.
        if asked.foreigners || asked.shown.kind.is_some() || self.names(KIND) {
            let kinds = IdentityKind::ALL.iter().map(|kind| (*kind, option(kind.key(), kind.name(language))));
            let field = self.one_of_many(KIND, t.identity_kind(), kinds.collect());
            let field = field
                .needed_when(t.identity_kind_when())
                .hint(t.identity_kind_hint())
                .empty_label(t.identity_by_digits());
            let shown = shown_kind(asked.shown).map_or("", IdentityKind::key);
            kind = field.complete(complete("")).value(shown).on(KIND_OF_PAPER).read();
            let all = country::all(language).into_iter().map(|(code, name)| (code, option(code, name)));
            let field = self.one_of_many(COUNTRY_NAME, t.identity_country(), all.collect());
            let field =
                field.needed_when(t.identity_country_when()).complete(complete("country")).on(COUNTRY);
            country = field.value(&asked.shown.country).read();
        }
        let country = country.unwrap_or_default();
        let read = match Identity::read(&number, kind, country) {
            // Nine digits may be a foreign passport too.
            Ok(read) if kind.is_none() && shown_kind(&read).is_some() && self.calls_from_abroad() => {
                Err(NotAnIdentity::NoKind)
            }
            read => read,
        };
        let identity = match read {
            Ok(identity) => identity,
            Err(problem) => {
                // That there is none is said already.
                if self.is_sent() && !number.is_empty() {
                    let target = match problem {
                        NotAnIdentity::NoCountry | NotAnIdentity::NotAbroad => COUNTRY,
                        NotAnIdentity::NoKind => KIND_OF_PAPER,
                        NotAnIdentity::Number(_) => IDENTITY_NUMBER,
                    };
                    self.wrong_about(Some(target), identity_sentence(problem, language).to_string());
                }
                Identity { number, kind, country: country.into() }
            }
        };
        let organisation = identity.kind() == Some(IdentityKind::Business);
        (if organisation { PartyKind::Organisation } else { PartyKind::Person }, identity)
    }

    /// What kind of owner it is, where others than people may apply: a state body has a number like that of a business.
    pub fn owner_kind(&mut self, procedure: &Procedure, shown: Option<OwnerKind>) -> Option<OwnerKind> {
        if !procedure.takes_organisations() {
            return None;
        }
        let (t, language) = (Words(self.language()), self.language());
        let all = OwnerKind::ALL.iter().map(|kind| (*kind, option(kind.key(), kind.name(language))));
        let field = self.one_of_many("owner-kind", t.owner_kind(), all.collect()).optional().complete("off");
        let field = field.hint(t.owner_kind_hint()).empty_label(t.owner_kind_by_number());
        field.value(shown.map_or("", OwnerKind::key)).read()
    }

    /// Whether the telephone beside it is of another country.
    fn calls_from_abroad(&self) -> bool {
        let typed = self.posted().map(|posted| posted.raw(&self.full("phone"))).unwrap_or_default();
        QuestionKind::Phone.read(typed).is_ok_and(|phone| phone.starts_with('+'))
    }
}

/// The kind that is chosen before anything is typed. Nine digits are said to be an old card, as they were read: a passport
/// may have as many.
fn shown_kind(identity: &Identity) -> Option<IdentityKind> {
    identity.kind.or(identity.kind().filter(|kind| *kind == IdentityKind::OldCard))
}

/// Why what was typed identifies nobody, in a sentence.
pub fn identity_sentence(problem: NotAnIdentity, language: Language) -> &'static str {
    let t = Words(language);
    match problem {
        NotAnIdentity::NoCountry => t.identity_country_missing(),
        NotAnIdentity::NoKind => t.identity_kind_missing(),
        NotAnIdentity::NotAbroad => t.identity_not_abroad(),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Posted;

    /// What was read, and at which field what is said to be wrong.
    fn asked(fields: &[(&str, &str)]) -> (Identity, Vec<(String, String)>) {
        let posted = fields.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect();
        let posted = Posted::of(posted);
        let mut form = Form::sent(Language::English, &posted);
        let shown = Identity::default();
        let (_, identity) = form.identity(&AskedIdentity {
            label: "Number",
            hint: "",
            shown: &shown,
            foreigners: true,
            own: true,
        });
        let wrong = form.into_fields().fields.into_iter().filter(|field| !field.error.is_empty());
        (identity, wrong.map(|field| (field.name, field.error)).collect())
    }

    #[test]
    fn whoever_is_from_abroad_is_asked_which_paper_bears_the_number() {
        let missing = Words(Language::English).identity_kind_missing();
        for more in [
            ("identity-country", "GB"),
            ("phone", "+44 20 7946 0000"),
            ("phone", "0044 20 7946 0000"),
            ("phone", "+1 202 555 0143"),
        ] {
            let (identity, wrong) = asked(&[("identity", "123456789"), ("identity-kind", ""), more]);
            assert_eq!(wrong, [(KIND.to_string(), missing.to_string())], "{more:?}");
            assert_eq!(identity.number, "123456789");
            // Said, it is taken.
            let kind = ("identity-kind", "old-card");
            let (_, wrong) = asked(&[("identity", "123456789"), kind, more]);
            assert_eq!(wrong.is_empty(), more.0 == "phone", "{more:?} {wrong:?}");
        }
        // Twelve digits are of Viet Nam alone.
        let (_, wrong) = asked(&[("identity", "099190000001"), ("phone", "+44 20 7946 0000")]);
        assert_eq!(wrong, []);
        for more in [("phone", "+84 900 000 001"), ("phone", "0900 000 001"), ("identity-country", "VN")] {
            let (identity, wrong) = asked(&[("identity", "123456789"), more]);
            assert_eq!((identity.kind(), wrong), (Some(IdentityKind::OldCard), Vec::new()), "{more:?}");
        }
    }

    #[test]
    fn a_country_that_does_not_give_such_a_paper_is_said_at_its_field_and_kept() {
        let (identity, wrong) =
            asked(&[("identity", "099190000001"), ("identity-kind", "citizen"), ("identity-country", "GB")]);
        assert_eq!(wrong[0].0, "identity-country");
        assert_eq!((identity.country.as_str(), identity.kind), ("GB", Some(IdentityKind::Citizen)));
    }

    #[test]
    fn nine_digits_are_shown_as_what_they_were_read_as() {
        let of = |number: &str| shown_kind(&Identity::from(number));
        assert_eq!(of("123456789"), Some(IdentityKind::OldCard));
        assert_eq!((of("099190000001"), of("0101234567"), of("")), (None, None, None));
    }
}
