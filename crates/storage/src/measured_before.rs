//! Measures of dossiers that were there before any were kept, told from the record, and the sums of them.

use crate::projection::{MEASURE, measure_row};
use crate::{Result, Tx, params, record, tally};
use domain::dossier::{DossierId, replay};

const CHUNK: u32 = 200;

pub(crate) fn fill(tx: &mut Tx) -> Result<()> {
    let mut after = DossierId(i64::MIN);
    loop {
        let rows = tx.query(
            "select id from dossier where id > ?1 and accepted_at is not null and main_id is null
             order by id limit ?2",
            params![after, CHUNK],
        )?;
        let ids = rows.iter().map(|row| row.get(0)).collect::<Result<Vec<DossierId>>>()?;
        let Some(last) = ids.last() else { break };
        after = *last;
        let mut measured = Vec::new();
        for (id, records) in record::load_all(tx, &ids)? {
            if let Some(dossier) = replay(id, &records) {
                measured.extend(measure_row(&dossier));
            }
        }
        tx.insert(MEASURE.table, &MEASURE.all_columns(), &measured)?;
    }
    tally::refill(tx)
}
