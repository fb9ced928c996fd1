//! What waits in an agency now, grouped: how old it is, and at which steps. Only rows of open dossiers are read.

use crate::projection::{day_number, day_of};
use crate::{Result, Tx, params};
use domain::agency::{AgencyId, UnitKey};
use domain::time::Instant;
use jiff::civil::Date;

/// How many dossiers of an agency that have a limit by law came on a day and are still in hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaitingSince {
    pub came: Date,
    pub n: i64,
    /// Those of them that are late today.
    pub late: i64,
}

/// How many running steps wait at a step of a procedure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingStep {
    pub procedure: String,
    pub step: String,
    pub n: i64,
    /// Those whose own time has passed.
    pub late: i64,
}

pub fn since(tx: &mut Tx, agency: AgencyId, today: Date) -> Result<Vec<WaitingSince>> {
    let rows = tx.query(
        "select came, count(*), cast(sum(case when late_from <= ?2 then 1 else 0 end) as bigint)
         from measure where competent_id = ?1 and done is null and limited = 1 group by came order by came",
        params![agency, day_number(today)],
    )?;
    let row = |row: &crate::SqlRow| {
        Ok(WaitingSince { came: day_of(row.get(0)?), n: row.get(1)?, late: row.get(2)? })
    };
    rows.iter().map(row).collect()
}

/// At the steps of an agency or of one of its divisions, the most late first, with a maximum of lines.
pub fn steps(
    tx: &mut Tx,
    agency: AgencyId,
    unit: Option<&UnitKey>,
    now: Instant,
    most: u32,
) -> Result<Vec<WaitingStep>> {
    let mut values = params![agency, now, i64::from(most)].to_vec();
    let within = match unit {
        Some(unit) => {
            values.push(unit.0.as_str().into());
            " and unit = ?4"
        }
        None => "",
    };
    let sql = format!(
        "select procedure_code, step, count(*) as n,
            cast(sum(case when step_due < ?2 then 1 else 0 end) as bigint) as late
         from work where agency_id = ?1 and queue = 'work' and step is not null{within}
         group by procedure_code, step order by late desc, n desc, procedure_code, step limit ?3"
    );
    let row = |row: &crate::SqlRow| {
        Ok(WaitingStep { procedure: row.get(0)?, step: row.get(1)?, n: row.get(2)?, late: row.get(3)? })
    };
    tx.query(&sql, &values)?.iter().map(row).collect()
}
