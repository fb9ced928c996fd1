//! What else the people of a dossier are found by: their own rows have the key of the whole name.

use super::party::parties;
use super::{MismatchReport, Projection, ProjectionInput};
use crate::{SqlValue, params};

pub const NAME: Projection = Projection {
    table: "dossier_name",
    columns: &["dossier_id", "role", "place", "words", "receiving_id", "competent_id"],
    key: 3,
    dossier: 0,
    external_column: None,
    rows,
    told: MismatchReport::As("the rows people are looked up by differ from its events"),
};

/// Maximum words of a name by which it is found: an organisation may have a long one.
const PLACES_MAX: usize = 16;

fn rows(state: &ProjectionInput) -> Vec<Vec<SqlValue>> {
    let dossier = state.dossier;
    let mut rows = Vec::new();
    for (role, party) in parties(state) {
        for (place, words) in (1..=PLACES_MAX).zip((state.folding.others)(&party.name)) {
            rows.push(
                params![dossier.id, role, place as i64, words, dossier.counter(), dossier.competent].to_vec(),
            );
        }
    }
    rows
}
