//! Which divisions had a dossier that is finished: each sees its own past, not its neighbours'.

use super::{MismatchReport, Projection, ProjectionInput};
use crate::{SqlValue, params};

pub const FINISHED: Projection = Projection {
    table: "finished",
    columns: &["dossier_id", "unit", "agency_id", "finished_at"],
    key: 2,
    dossier: 0,
    external_column: None,
    rows,
    told: MismatchReport::As("its rows of finished work differ from its events"),
};

fn rows(state: &ProjectionInput) -> Vec<Vec<SqlValue>> {
    let dossier = state.dossier;
    let Some(at) = dossier.finished_at else { return Vec::new() };
    let row =
        |unit: &domain::agency::UnitKey| params![dossier.id, unit.0.as_str(), dossier.competent, at].to_vec();
    dossier.units.iter().map(row).collect()
}
