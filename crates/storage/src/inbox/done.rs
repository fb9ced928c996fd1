//! Finished dossiers.

use super::row::{Cursor, ListRow, read_row, row_of_dossier};
use crate::{Result, Tx, params};
use domain::agency::{AgencyId, UnitKey};

/// Whose finished dossiers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FinishedAt {
    /// Received at an agency's counter.
    Received(AgencyId),
    /// Decided by an agency.
    Decided(AgencyId),
    /// Handled by one division of it.
    Handled(AgencyId, UnitKey),
}

/// Finished dossiers, the last finished first.
pub fn list_done(tx: &mut Tx, past: &FinishedAt, before: Option<Cursor>, limit: u32) -> Result<Vec<ListRow>> {
    let before = before.unwrap_or(Cursor { due: i64::MAX, id: i64::MAX, place: 0 });
    let (from, condition, agency, unit) = match past {
        FinishedAt::Received(agency) => ("dossier", "dossier.receiving_id = ?1 and ?5 = ''", agency, ""),
        FinishedAt::Decided(agency) => ("dossier", "dossier.competent_id = ?1 and ?5 = ''", agency, ""),
        FinishedAt::Handled(agency, unit) => (
            "finished join dossier on dossier.id = finished.dossier_id",
            "finished.agency_id = ?1 and finished.unit = ?5",
            agency,
            unit.0.as_str(),
        ),
    };
    let (at, id) = match past {
        FinishedAt::Received(_) | FinishedAt::Decided(_) => ("dossier.finished_at", "dossier.id"),
        FinishedAt::Handled(..) => ("finished.finished_at", "finished.dossier_id"),
    };
    let sql = format!(
        "select {columns}
         from {from}
         left join dossier_party owner on owner.dossier_id = dossier.id and owner.role = 'owner'
         where {condition} and {at} is not null and ({at}, {id}) < (?2, ?3)
         order by {at} desc, {id} desc
         limit ?4",
        columns = row_of_dossier(at, "owner.name"),
    );
    tx.query(&sql, params![*agency, before.due, before.id, limit, unit])?.iter().map(read_row).collect()
}
