//! Who supports or follows an open dossier, so that each finds it in a list. Nobody finds a closed one there.

use super::{MismatchReport, Projection, ProjectionInput};
use crate::{SqlValue, params};

pub const INVOLVED: Projection = Projection {
    table: "involved",
    columns: &["account_id", "dossier_id", "agency_id", "how"],
    key: 2,
    dossier: 1,
    external_column: None,
    rows,
    told: MismatchReport::As("its rows of who supports or follows it differ from its events"),
};

fn rows(state: &ProjectionInput) -> Vec<Vec<SqlValue>> {
    let dossier = state.dossier;
    if dossier.stage.kind().closed() {
        return Vec::new();
    }
    let row = |involved: &domain::dossier::Involved| {
        let how = involved.how?.key();
        Some(params![involved.officer, dossier.id, dossier.competent, how].to_vec())
    };
    dossier.involved.iter().filter_map(row).collect()
}
