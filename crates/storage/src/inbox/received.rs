//! What a counter takes in.

use crate::{Result, Tx, params};
use domain::agency::AgencyId;

/// The most frequent procedures among the dossiers a counter received: of the last ones that are finished, up to a
/// maximum, and of as many that wait with it. Each with the agency that decides.
pub fn most_received(
    tx: &mut Tx,
    counter: AgencyId,
    last: u32,
    most: u32,
) -> Result<Vec<(String, AgencyId)>> {
    let rows = tx.query(
        "select procedure_code, competent_id
         from (
             select procedure_code, competent_id
             from (
                 select procedure_code, competent_id from dossier
                 where receiving_id = ?1 and finished_at is not null
                 order by finished_at desc, id desc limit ?2
             ) as finished
             union all
             select procedure_code, competent_id
             from (
                 select procedure_code, competent_id from work
                 where agency_id = ?1 and receiving_id = ?1 and place = 0
                 order by due, dossier_id, place limit ?2
             ) as open
         ) as received
         group by procedure_code, competent_id
         order by count(*) desc, procedure_code, competent_id
         limit ?3",
        params![counter, last, most],
    )?;
    rows.iter().map(|row| Ok((row.get(0)?, AgencyId(row.get(1)?)))).collect()
}
