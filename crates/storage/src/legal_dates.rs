//! What the migration of legal dates cannot tell from rows, told from the record: an apology set another date than the law
//! wants, a limit is in hours and judged by the minute, or it was late before it was paused.

use crate::{Result, Tx, params, record};
use domain::dossier::{DossierId, replay};

const CHUNK: u32 = 200;

pub(crate) fn fill(tx: &mut Tx) -> Result<()> {
    let mut after = DossierId(i64::MIN);
    loop {
        let rows = tx.query(
            "select distinct dossier_id from event where dossier_id > ?1
                 and (facts like '%\"extended\"%' or facts like '%\"working-hours\"%' or facts like '%\"working-minutes\"%'
                     or facts like '%\"paused-for-%')
             order by dossier_id limit ?2",
            params![after, CHUNK],
        )?;
        let ids = rows.iter().map(|row| row.get(0)).collect::<Result<Vec<DossierId>>>()?;
        let Some(last) = ids.last() else { return Ok(()) };
        after = *last;
        for (id, records) in record::load_all(tx, &ids)? {
            let Some(dossier) = replay(id, &records) else { continue };
            let legal = dossier.legal_due();
            let timeliness = dossier.timeliness().map(|timeliness| timeliness.key());
            tx.execute(
                "update dossier set due_legal = ?2, timeliness = ?3 where id = ?1",
                params![id, legal, timeliness],
            )?;
            if let Some(legal) = legal {
                tx.execute(
                    "update work set due = ?2 where dossier_id = ?1 and queue = 'work'",
                    params![id, legal],
                )?;
            }
            if let Some(late) = dossier.late_before_pause() {
                tx.execute(
                    "update work set due = ?2 where dossier_id = ?1 and queue = 'applicant'",
                    params![id, late],
                )?;
            }
        }
    }
}
