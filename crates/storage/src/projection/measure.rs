//! What figures need of a dossier that counts: a narrow row, nothing of it personal.

use super::{MismatchReport, Projection, ProjectionInput};
use crate::{Result, SqlRow, SqlValue, StorageError, params};
use domain::counting::{Measure, MeasureDone, measure};
use domain::deadline::Timeliness;
use domain::dossier::{Dossier, DossierId};
use domain::procedure::{Channel, ProcedureCode};
use jiff::ToSpan;
use jiff::civil::Date;

pub const MEASURE: Projection = Projection {
    table: "measure",
    columns: &[
        "dossier_id",
        "competent_id",
        "procedure_code",
        "channel",
        "came",
        "limited",
        "done",
        "judged",
        "late_from",
        "took",
    ],
    key: 1,
    dossier: 0,
    external_column: None,
    rows,
    told: MismatchReport::As("its row of measures differs from its events"),
};

fn rows(state: &ProjectionInput) -> Vec<Vec<SqlValue>> {
    row(state.dossier).into_iter().collect()
}

/// The row of a dossier that counts.
pub(crate) fn row(dossier: &Dossier) -> Option<Vec<SqlValue>> {
    Some(row_of(dossier.id, &measure(dossier).ok()?))
}

/// The row of what a dossier measures.
pub(crate) fn row_of(id: DossierId, measure: &Measure) -> Vec<SqlValue> {
    let done = measure.done;
    let row = params![
        id,
        measure.agency,
        measure.procedure.as_str(),
        measure.channel.key(),
        day_number(measure.came),
        measure.limited,
        done.map(|done| day_number(done.on)),
        done.and_then(|done| done.judged).map(Timeliness::key),
        measure.late_from.map(day_number),
        measure.took.map(i64::from),
    ];
    row.to_vec()
}

/// Reads a row back.
pub(crate) fn of_row(row: &SqlRow) -> Result<Measure> {
    let [procedure, channel]: [String; 2] = [row.get(2)?, row.get(3)?];
    let judged: Option<String> = row.get(7)?;
    let done = row
        .get::<Option<i64>>(6)?
        .map(|on| MeasureDone { on: day_of(on), judged: judged.as_deref().and_then(Timeliness::parse) });
    let unknown = |what: &str| StorageError::Unexpected(format!("`{what}` in a row of measures"));
    Ok(Measure {
        agency: row.get(1)?,
        channel: Channel::parse(&channel).ok_or_else(|| unknown(&channel))?,
        procedure: ProcedureCode::parse(&procedure).ok_or_else(|| unknown(&procedure))?,
        came: day_of(row.get(4)?),
        limited: row.get(5)?,
        done,
        late_from: row.get::<Option<i64>>(8)?.map(day_of),
        took: row.get::<Option<i64>>(9)?.and_then(|took| u32::try_from(took).ok()),
    })
}

const EPOCH: Date = Date::constant(1970, 1, 1);
/// More than dates reach.
const MOST: i64 = 4_000_000;

/// Days since 1970-01-01: they are compared and cost little.
pub(crate) fn day_number(day: Date) -> i64 {
    i64::from((day - EPOCH).get_days())
}

pub(crate) fn day_of(number: i64) -> Date {
    EPOCH.saturating_add(number.clamp(-MOST, MOST).days())
}
