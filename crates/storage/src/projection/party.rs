//! Names and numbers a dossier is looked up by; erasable.

use super::{MismatchReport, Projection, ProjectionInput};
use crate::account::kind_key;
use crate::{SqlValue, params};
use domain::dossier::Party;

pub const PARTY: Projection = Projection {
    table: "dossier_party",
    columns: &[
        "dossier_id",
        "role",
        "name",
        "name_key",
        "identity",
        "receiving_id",
        "competent_id",
        "folding",
        "identity_kind",
        "identity_country",
    ],
    key: 2,
    dossier: 0,
    external_column: None,
    rows,
    told: MismatchReport::As("the rows people are looked up by differ from its events"),
};

/// The people of a dossier with what they are to it.
pub(super) fn parties<'a>(state: &ProjectionInput<'a>) -> Vec<(&'static str, &'a Party)> {
    let Some(parties) = &state.dossier.parties else { return Vec::new() };
    let submitter = parties.submitter.as_ref().map(|party| ("submitter", party));
    std::iter::once(("owner", &parties.owner)).chain(submitter).collect()
}

fn rows(state: &ProjectionInput) -> Vec<Vec<SqlValue>> {
    let dossier = state.dossier;
    let row = |(role, party): (&str, &Party)| {
        params![
            dossier.id,
            role,
            &party.name,
            (state.folding.key)(&party.name),
            &party.identity.number,
            dossier.counter(),
            dossier.competent,
            state.folding.version,
            kind_key(&party.identity),
            &party.identity.country
        ]
        .to_vec()
    };
    parties(state).into_iter().map(row).collect()
}
