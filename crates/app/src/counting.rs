//! What periods count, by agency and procedure: sums of what dossiers measure, which reads no dossier. An act counts as soon as
//! it is done.

use crate::{App, Fault};
use domain::agency::AgencyId;
use domain::counting::{Counts, Period, Tally};
use domain::procedure::ProcedureCode;
use std::collections::BTreeMap;
use storage::{StorageError, Tx, tally};

/// What a period counts of a procedure at the agency that decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountsRow {
    pub agency: AgencyId,
    pub procedure: ProcedureCode,
    pub counts: Counts,
}

/// How many changes are folded into the sums at once: nobody waits long for it.
const CHUNK: u32 = 1_000;

/// What a period counts, at one agency or at all of them; what counts nothing has no row.
pub async fn counts(app: &App, period: Period, agency: Option<AgencyId>) -> Result<Vec<CountsRow>, Fault> {
    Ok(app.store.read(move |tx| counts_in(tx, period, agency)).await?)
}

/// [`counts`] outside an async runtime.
pub fn counts_now(app: &App, period: Period, agency: Option<AgencyId>) -> Result<Vec<CountsRow>, Fault> {
    Ok(app.store.read_now(move |tx| counts_in(tx, period, agency))?)
}

pub(crate) fn counts_in(
    tx: &mut Tx,
    period: Period,
    agency: Option<AgencyId>,
) -> Result<Vec<CountsRow>, StorageError> {
    let mut sums: BTreeMap<(AgencyId, ProcedureCode), [Tally; 2]> = BTreeMap::new();
    for (place, part) in [period.before(), period].into_iter().enumerate() {
        for row in tally::sums(tx, part, agency)? {
            sums.entry((row.agency, row.procedure)).or_default()[place] = row.tally;
        }
    }
    let counted = sums.into_iter().map(|((agency, procedure), [before, within])| CountsRow {
        agency,
        procedure,
        counts: Counts::of(&before, &within),
    });
    Ok(counted.filter(|row| row.counts != Counts::default()).collect())
}

/// Folds what acts changed into the sums, a little at a time.
pub async fn fold(app: &App) -> Result<(), Fault> {
    while app.store.write(|tx| tally::fold(tx, CHUNK)).await? == u64::from(CHUNK) {}
    Ok(())
}
