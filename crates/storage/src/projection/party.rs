//! Names and numbers a dossier is looked up by; erasable.

use super::{Projection, State, Told};
use crate::{Value, params};
use domain::dossier::Party;

pub const PARTY: Projection = Projection {
    table: "dossier_party",
    columns: &["dossier_id", "role", "name", "name_key", "identity", "receiving_id", "competent_id"],
    key: 2,
    dossier: 0,
    kept: None,
    rows,
    told: Told::As("the rows people are looked up by differ from its events"),
};

fn rows(state: &State) -> Vec<Vec<Value>> {
    let dossier = state.dossier;
    let Some(parties) = &dossier.parties else { return Vec::new() };
    let row = |role: &str, party: &Party| {
        params![
            dossier.id,
            role,
            &party.name,
            (state.name_key)(&party.name),
            &party.identity,
            dossier.counter(),
            dossier.competent
        ]
        .to_vec()
    };
    let submitter = parties.submitter.as_ref().map(|party| row("submitter", party));
    std::iter::once(row("owner", &parties.owner)).chain(submitter).collect()
}
