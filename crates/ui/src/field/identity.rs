//! Who somebody is: a number, and where foreigners may be meant the kind of paper and its country.

use super::{Field, Fields, option};
use crate::Posted;
use crate::layout_text::Words;
use domain::dossier::{Identity, IdentityKind, NotAnIdentity, PartyKind};
use domain::{Language, country};
use forms::Kind;

/// The number alone, or with kind and country beside it.
pub fn identity_fields(language: Language, label: &str, identity: &Identity, foreigners: bool) -> Vec<Field> {
    let t = Words(language);
    let number = Field::text(language, "identity", label).wide("input--20").value(&identity.number);
    if !foreigners {
        return vec![number];
    }
    let kinds = IdentityKind::ALL.iter().map(|kind| option(kind.key(), kind.name(language))).collect();
    let countries = country::all(language).into_iter().map(|(code, name)| option(code, name)).collect();
    vec![
        number,
        Field::select(language, "identity-kind", t.identity_kind(), kinds)
            .hint(t.identity_kind_hint())
            .unset(t.identity_by_digits())
            .optional()
            .value(identity.kind.map_or("", IdentityKind::key)),
        Field::select(language, "identity-country", t.identity_country(), countries)
            .hint(t.identity_country_hint())
            .optional()
            .complete("country")
            .value(&identity.country),
    ]
}

/// What the fields say, if it identifies anybody.
pub fn typed_identity(posted: &Posted) -> Result<Identity, NotAnIdentity> {
    let kind = posted.text("identity-kind");
    let known = IdentityKind::parse(&kind);
    if !kind.is_empty() && known.is_none() {
        return Err(NotAnIdentity::Number(None));
    }
    Identity::read(posted.raw("identity"), known, posted.raw("identity-country"))
}

impl Fields {
    /// Reads who somebody is; what is wrong is said at its field, and comes back as typed.
    pub fn read_identity(&mut self, posted: &Posted) -> (PartyKind, Identity) {
        let typed = self.read(posted, "identity", &Kind::Text { length_max: 40 }, true);
        let read = typed_identity(posted);
        match read {
            // That it is missing is said already.
            _ if typed.is_empty() => {}
            Ok(_) => {}
            Err(problem) => {
                let field = match problem {
                    NotAnIdentity::Number(_) => "identity",
                    NotAnIdentity::NoCountry => "identity-country",
                };
                self.wrong(field, identity_sentence(problem, self.t.0));
            }
        }
        // As typed, so that nothing of a draft is lost.
        let as_typed = || Identity {
            number: typed.clone(),
            kind: IdentityKind::parse(posted.raw("identity-kind")),
            country: country::find(posted.raw("identity-country")).unwrap_or_default().into(),
        };
        let identity = read.unwrap_or_else(|_| as_typed());
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
        NotAnIdentity::Number(Some(IdentityKind::Business)) => t.business_wrong(),
        NotAnIdentity::Number(Some(IdentityKind::Tax)) => t.tax_wrong(),
        NotAnIdentity::Number(Some(IdentityKind::Other)) => t.other_identity_wrong(),
    }
}
