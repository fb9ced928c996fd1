//! The dossiers behind a figure of a report, a page at a time along the indexes of `measure`. What was carried over, or was in
//! hand at the end of a period, is still in hand or was done since: two ways, one after the other.

use crate::projection::{day_number, day_of};
use crate::{Result, SqlValue, Tx};
use domain::agency::AgencyId;
use domain::counting::Period;
use domain::dossier::{DossierId, Reference};
use domain::procedure::ProcedureCode;
use domain::report::FigureList;
use jiff::civil::Date;

/// Which dossiers: of one agency, and of some procedures where not of all.
#[derive(Clone, Debug)]
pub struct WantedFigure {
    pub agency: AgencyId,
    pub list: FigureList,
    pub period: Period,
    pub procedures: Option<Vec<ProcedureCode>>,
}

/// Where the page before ended: on which way, at which day, with which dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FigureCursor {
    pub way: usize,
    pub day: Date,
    pub id: DossierId,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureRow {
    pub cursor: FigureCursor,
    pub reference: Reference,
    pub code: Option<String>,
    pub procedure: String,
    pub came: Date,
    pub done: Option<Date>,
    /// The first day at whose end it was late.
    pub late_from: Option<Date>,
}

/// Along an index, from one day to another.
struct FigureWay {
    along: &'static str,
    /// Only what is not done yet.
    open: bool,
    from: i64,
    to: i64,
}

/// Before all days and after them.
const ALWAYS: (i64, i64) = (-1_000_000, 4_000_000);

fn ways(list: FigureList, period: Period) -> Vec<FigureWay> {
    let (from, to) = (day_number(period.from), day_number(period.to));
    let along = |along, open, from, to| FigureWay { along, open, from, to };
    let received = || along("came", false, from, to);
    let carried_over = || [along("came", true, ALWAYS.0, from - 1), along("done", false, from, ALWAYS.1)];
    match list {
        FigureList::All => {
            let [open, done] = carried_over();
            vec![received(), open, done]
        }
        FigureList::Received
        | FigureList::ReceivedOnline
        | FigureList::ReceivedOtherwise
        | FigureList::FreeReceived => vec![received()],
        FigureList::StillInHand => vec![along("came", true, from, to)],
        FigureList::CarriedOver | FigureList::FreeCarriedOver => carried_over().into(),
        FigureList::Done
        | FigureList::DoneEarly
        | FigureList::DoneOnTime
        | FigureList::DoneLate
        | FigureList::FreeDone => vec![along("done", false, from, to)],
        FigureList::InHand | FigureList::InHandInTime | FigureList::InHandLate | FigureList::FreeInHand => {
            vec![along("came", true, ALWAYS.0, to), along("done", false, to + 1, ALWAYS.1)]
        }
    }
}

/// What else is asked of each.
fn also(list: FigureList) -> &'static str {
    match list {
        FigureList::ReceivedOnline => " and m.channel = 'online'",
        FigureList::ReceivedOtherwise => " and m.channel <> 'online'",
        FigureList::DoneEarly => " and m.judged = 'early'",
        FigureList::DoneOnTime => " and m.judged = 'on-time'",
        FigureList::DoneLate => " and m.judged = 'late'",
        _ => "",
    }
}

/// A page of them, at most so many.
pub fn list(
    tx: &mut Tx,
    wanted: &WantedFigure,
    after: Option<FigureCursor>,
    limit: u32,
) -> Result<Vec<FigureRow>> {
    let mut found = Vec::new();
    if wanted.procedures.as_ref().is_some_and(Vec::is_empty) {
        return Ok(found);
    }
    for (place, way) in ways(wanted.list, wanted.period).into_iter().enumerate() {
        let left = limit - found.len() as u32;
        let after = match after {
            Some(after) if after.way > place => continue,
            Some(after) if after.way == place => (day_number(after.day), after.id.0),
            _ => (way.from, i64::MIN),
        };
        if left > 0 {
            found.extend(along(tx, wanted, (place, &way), after, left)?);
        }
    }
    Ok(found)
}

fn along(
    tx: &mut Tx,
    wanted: &WantedFigure,
    (place, way): (usize, &FigureWay),
    after: (i64, i64),
    limit: u32,
) -> Result<Vec<FigureRow>> {
    let (marks, mut values) =
        crate::tx::among(wanted.procedures.iter().flatten().map(|code| SqlValue::from(code.as_str())));
    let mut put = |value: i64| {
        values.push(SqlValue::Int(value));
        format!("?{}", values.len())
    };
    let (list, period) = (wanted.list, wanted.period);
    let free = matches!(
        list,
        FigureList::FreeReceived
            | FigureList::FreeCarriedOver
            | FigureList::FreeDone
            | FigureList::FreeInHand
    );
    let carried = place > 0 && list == FigureList::All
        || matches!(list, FigureList::CarriedOver | FigureList::FreeCarriedOver);
    // What was carried over came before the period, everything else by its end.
    let came_by = day_number(period.to).min(if carried { day_number(period.from) - 1 } else { i64::MAX });
    let FigureWay { along, open, .. } = way;
    // Where it begins is said once: twice, PostgreSQL would think there are few, and sort them all.
    let mut sql = format!(
        "select m.dossier_id, d.reference, d.code, m.procedure_code, m.came, m.done, m.late_from, m.{along}
         from measure m join dossier d on d.id = m.dossier_id
         where m.competent_id = {} and m.{along} <= {} and (m.{along}, m.dossier_id) > ({}, {})
         and m.came <= {} and m.limited = {}{}{}",
        put(wanted.agency.0),
        put(way.to),
        put(after.0),
        put(after.1),
        put(came_by),
        put(i64::from(!free)),
        if *open { " and m.done is null" } else { "" },
        also(list),
    );
    let to = day_number(period.to);
    match list {
        // Late at the end of the period, not whenever it became so.
        FigureList::InHandLate => sql += &format!(" and m.late_from <= {}", put(to)),
        FigureList::InHandInTime => {
            sql += &format!(" and (m.late_from is null or m.late_from > {})", put(to))
        }
        _ => {}
    }
    if wanted.procedures.is_some() {
        sql += &format!(" and m.procedure_code in ({marks})");
    }
    sql += &format!(" order by m.{along}, m.dossier_id limit {}", put(i64::from(limit)));
    let rows = tx.query(&sql, &values)?;
    let row = |row: &crate::SqlRow| {
        let id = row.get(0)?;
        Ok(FigureRow {
            cursor: FigureCursor { way: place, day: day_of(row.get(7)?), id },
            reference: crate::dossier::reference(row, 1)?,
            code: row.get(2)?,
            procedure: row.get(3)?,
            came: day_of(row.get(4)?),
            done: row.get::<Option<i64>>(5)?.map(day_of),
            late_from: row.get::<Option<i64>>(6)?.map(day_of),
        })
    };
    rows.iter().map(row).collect()
}
