//! Sums of what measures add up to (`docs/decisions/measures.md`): cells by agency, span and procedure, and what acts changed
//! that is not folded into them yet. Both together are what `measure` says, at every moment.

use crate::projection::{DossierRows, MEASURE, day_number, day_of, of_row};
use crate::{Result, SqlRow, SqlValue, StorageError, Tx, params};
use domain::agency::AgencyId;
use domain::counting::{Period, PeriodSpan, SpanKind, SummedColumn, Tally};
use domain::procedure::ProcedureCode;
use jiff::civil::Date;
use std::collections::{BTreeMap, HashMap};

/// What an agency has of a procedure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TallyRow {
    pub agency: AgencyId,
    pub procedure: ProcedureCode,
    pub tally: Tally,
}

/// What a period adds up to, of one agency or of all: its cells, and what is not folded into them yet.
pub fn sums(tx: &mut Tx, period: Period, agency: Option<AgencyId>) -> Result<Vec<TallyRow>> {
    let mut found: BTreeMap<(AgencyId, String), Tally> = BTreeMap::new();
    let spans = period.spans().into_iter().map(span_key);
    folded(tx, spans, agency, "procedure_code", |of, row| {
        *found.entry((of, row.get(1)?)).or_default() += tally_at(row, 2)?;
        Ok(())
    })?;
    unfolded(tx, period, agency, "procedure_code", |of, row| {
        let tally = found.entry((of, row.get(1)?)).or_default();
        tally[column(row.get(2)?)?] += row.get::<i64>(3)?;
        Ok(())
    })?;
    let known = found.into_iter().filter(|(_, tally)| !tally.is_empty());
    known.map(|((agency, code), tally)| Ok(TallyRow { agency, procedure: procedure(code)?, tally })).collect()
}

/// What each day of a period adds up to at each agency, or at one.
pub fn days(
    tx: &mut Tx,
    period: Period,
    agency: Option<AgencyId>,
) -> Result<BTreeMap<(AgencyId, Date), Tally>> {
    let mut found: BTreeMap<(AgencyId, Date), Tally> = BTreeMap::new();
    let days = std::iter::successors(Some(period.from), |day| day.tomorrow().ok());
    let days = days.take_while(|day| *day <= period.to);
    let days: BTreeMap<String, Date> =
        days.map(|day| (span_key(PeriodSpan::holding(SpanKind::Day, day)), day)).collect();
    folded(tx, days.keys().cloned(), agency, "span", |of, row| {
        if let Some(day) = days.get(&row.get::<String>(1)?) {
            *found.entry((of, *day)).or_default() += tally_at(row, 2)?;
        }
        Ok(())
    })?;
    unfolded(tx, period, agency, "day", |of, row| {
        let tally = found.entry((of, day_of(row.get(1)?))).or_default();
        tally[column(row.get(2)?)?] += row.get::<i64>(3)?;
        Ok(())
    })?;
    Ok(found)
}

/// The cells of spans, added up by another column: its value, and the sums after it.
fn folded(
    tx: &mut Tx,
    spans: impl Iterator<Item = String>,
    agency: Option<AgencyId>,
    by: &str,
    mut see: impl FnMut(AgencyId, &SqlRow) -> Result<()>,
) -> Result<()> {
    let (marks, mut values) = crate::tx::among(spans.map(|span| span.into()));
    if values.is_empty() {
        return Ok(());
    }
    let each: Vec<String> =
        SummedColumn::ALL.iter().map(|column| format!("cast(sum({}) as bigint)", column.key())).collect();
    let of = match agency {
        Some(agency) => {
            values.push(agency.into());
            format!("= ?{}", values.len())
        }
        None => "in (select id from agency)".into(),
    };
    let sql = format!(
        "select agency_id, {by}, {} from tally where agency_id {of} and span in ({marks})
         group by agency_id, {by}",
        each.join(", ")
    );
    tx.query(&sql, &values)?.iter().try_for_each(|row| see(row.get(0)?, row))
}

/// What is not folded in yet, by another column: its value, what is summed, and how much.
fn unfolded(
    tx: &mut Tx,
    period: Period,
    agency: Option<AgencyId>,
    by: &str,
    mut see: impl FnMut(AgencyId, &SqlRow) -> Result<()>,
) -> Result<()> {
    let sql = format!(
        "select agency_id, {by}, summed, cast(sum(n) as bigint) from tally_change
         where day between ?1 and ?2 group by agency_id, {by}, summed"
    );
    for row in tx.query(&sql, params![day_number(period.from), day_number(period.to)])? {
        let of: AgencyId = row.get(0)?;
        if agency.is_none_or(|agency| agency == of) {
            see(of, &row)?;
        }
    }
    Ok(())
}

/// Notes what an act changed of the sums, or what a new dossier adds, under new keys; nothing where its measure stayed.
pub fn note(
    tx: &mut Tx,
    before: Option<&DossierRows>,
    after: &DossierRows,
    new_id: impl Fn() -> i64,
) -> Result<()> {
    let before = before.map_or(&[][..], |before| before.in_table(&MEASURE));
    let now = after.in_table(&MEASURE);
    if before == now {
        return Ok(());
    }
    // What is the same before and after takes itself away.
    let mut changed: BTreeMap<(Date, SummedColumn), i64> = BTreeMap::new();
    let mut of = None;
    for (rows, n) in [(before, -1), (now, 1)] {
        for row in rows {
            let measure = of_row(&SqlRow(row.clone()))?;
            for contribution in measure.contributions() {
                *changed.entry(contribution).or_default() += n;
            }
            of = Some((measure.agency, measure.procedure));
        }
    }
    let Some((agency, procedure)) = of else { return Ok(()) };
    let row = |((day, column), n): ((Date, SummedColumn), i64)| {
        params![new_id(), agency, procedure.as_str(), day_number(day), column.key(), n].to_vec()
    };
    let rows: Vec<Vec<SqlValue>> = changed.into_iter().filter(|(_, n)| *n != 0).map(row).collect();
    tx.insert("tally_change", CHANGE, &rows)
}

const CHANGE: &str = "id, agency_id, procedure_code, day, summed, n";

/// Cells of one agency, in the order of their key.
type Cells = BTreeMap<(AgencyId, String, String), Tally>;

/// How much of what there is more on a day. Dossiers are many and these are few: they are added up before a cell is looked for.
#[derive(Default)]
struct DayChanges(HashMap<(AgencyId, String), HashMap<(Date, SummedColumn), i64>>);

impl DayChanges {
    fn add(&mut self, agency: AgencyId, procedure: String, changes: &[((Date, SummedColumn), i64)]) {
        let days = self.0.entry((agency, procedure)).or_default();
        for (change, n) in changes {
            *days.entry(*change).or_default() += n;
        }
    }

    /// Each day is in a span of every kind.
    fn into_cells(self, mut cells: Cells) -> Cells {
        for ((agency, procedure), days) in self.0 {
            for ((day, column), n) in days {
                for kind in SpanKind::ALL {
                    let span = span_key(PeriodSpan::holding(kind, day));
                    cells.entry((agency, span, procedure.clone())).or_default()[column] += n;
                }
            }
        }
        cells
    }
}

/// Folds changes into their cells, at most so many; how many there were.
pub fn fold(tx: &mut Tx, limit: u32) -> Result<u64> {
    let rows = tx.query(
        "select id, agency_id, procedure_code, day, summed, n from tally_change order by id limit ?1",
        params![limit],
    )?;
    let Some(last) = rows.last() else { return Ok(0) };
    let mut changes = DayChanges::default();
    for row in &rows {
        let change = (day_of(row.get(3)?), column(row.get(4)?)?);
        changes.add(row.get(1)?, row.get(2)?, &[(change, row.get(5)?)]);
    }
    write(tx, changes.into_cells(Cells::new()))?;
    // What another transaction adds meanwhile under an earlier key is not seen here, and stays.
    tx.execute("delete from tally_change where id <= ?1", &last.values()[..1])
}

/// Adds to cells that are there, and makes those that are not.
fn write(tx: &mut Tx, cells: Cells) -> Result<()> {
    let rows: Vec<Vec<SqlValue>> = cells
        .into_iter()
        .filter(|(_, tally)| !tally.is_empty())
        .map(|((agency, span, procedure), tally)| {
            let mut row = params![agency, span, procedure].to_vec();
            row.extend(SummedColumn::ALL.map(|column| SqlValue::Int(tally[column])));
            row
        })
        .collect();
    let added =
        SummedColumn::ALL.map(|column| format!("{0} = tally.{0} + excluded.{0}", column.key())).join(", ");
    for chunk in rows.chunks(AT_ONCE) {
        // Few texts, for engines keep each they have prepared.
        let mut put = |rows: &[Vec<SqlValue>]| {
            let sql = format!(
                "{} on conflict (agency_id, span, procedure_code) do update set {added}",
                crate::tx::insert_sql("tally", &cell_columns(), rows.len())
            );
            tx.execute(&sql, &rows.concat()).map(drop)
        };
        match chunk.len() {
            AT_ONCE => put(chunk)?,
            _ => chunk.iter().try_for_each(|row| put(std::slice::from_ref(row)))?,
        }
    }
    Ok(())
}

/// How many cells a statement writes.
const AT_ONCE: usize = 20;

fn cell_columns() -> String {
    format!("agency_id, span, procedure_code, {}", SummedColumn::ALL.map(SummedColumn::key).join(", "))
}

/// Writes all cells anew from the measures; what was not folded in yet is in them.
pub fn refill(tx: &mut Tx) -> Result<()> {
    tx.execute("delete from tally_change", &[])?;
    tx.execute("delete from tally", &[])?;
    for agency in agencies(tx)? {
        let cells = measured(tx, agency)?;
        write(tx, cells)?;
    }
    Ok(())
}

/// Agencies of which something is counted.
pub fn agencies(tx: &mut Tx) -> Result<Vec<AgencyId>> {
    let sql = "select competent_id from measure union select agency_id from tally union
        select agency_id from tally_change order by 1";
    tx.query(sql, &[])?.iter().map(|row| row.get(0)).collect()
}

/// The cells of an agency as its measures say.
fn measured(tx: &mut Tx, agency: AgencyId) -> Result<Cells> {
    let mut changes = DayChanges::default();
    let sql = format!("select {} from measure where competent_id = ?1", MEASURE.columns.join(", "));
    tx.each(&sql, params![agency], |row| {
        let measure = of_row(&row)?;
        let each: Vec<_> = measure.contributions().map(|contribution| (contribution, 1)).collect();
        changes.add(agency, measure.procedure.to_string(), &each);
        Ok(())
    })?;
    Ok(changes.into_cells(Cells::new()))
}

/// Where the sums of an agency are not what its measures say: in sentences, each of a span and a procedure.
pub fn differences(tx: &mut Tx, agency: AgencyId) -> Result<Vec<String>> {
    let expected = measured(tx, agency)?;
    let mut kept = Cells::new();
    let sql = format!("select {} from tally where agency_id = ?1", cell_columns());
    tx.each(&sql, params![agency], |row| {
        kept.insert((row.get(0)?, row.get(1)?, row.get(2)?), tally_at(&row, 3)?);
        Ok(())
    })?;
    let mut changes = DayChanges::default();
    let sql = "select procedure_code, day, summed, n from tally_change where agency_id = ?1";
    tx.each(sql, params![agency], |row| {
        changes.add(agency, row.get(0)?, &[((day_of(row.get(1)?), column(row.get(2)?)?), row.get(3)?)]);
        Ok(())
    })?;
    let kept = &mut changes.into_cells(kept);
    let mut found = Vec::new();
    for (key, expected) in &expected {
        let kept = kept.remove(key).unwrap_or_default();
        found.extend(difference(key, &kept, expected));
    }
    for (key, kept) in kept.iter() {
        found.extend(difference(key, kept, &Tally::default()));
    }
    Ok(found)
}

fn difference(
    (_, span, procedure): &(AgencyId, String, String),
    kept: &Tally,
    expected: &Tally,
) -> Vec<String> {
    let differs = SummedColumn::ALL.into_iter().filter(|column| kept[*column] != expected[*column]);
    differs
        .map(|column| {
            let more = kept[column] - expected[column];
            let than = if more > 0 { "more" } else { "less" };
            let (column, by) = (column.key(), more.abs());
            format!("the sum {column} of {procedure} in {span} says {by} {than} than its dossiers")
        })
        .collect()
}

/// `year-2025-12-15`, `half-2026-03-01`, `day-2026-03-04`.
fn span_key(span: PeriodSpan) -> String {
    format!("{}-{}", span.kind.key(), span.from)
}

fn tally_at(row: &SqlRow, first: usize) -> Result<Tally> {
    let mut tally = Tally::default();
    for (column, place) in SummedColumn::ALL.into_iter().zip(first..) {
        tally[column] = row.get(place)?;
    }
    Ok(tally)
}

fn column(key: String) -> Result<SummedColumn> {
    SummedColumn::parse(&key).ok_or_else(|| StorageError::Unexpected(format!("`{key}` is not summed")))
}

fn procedure(code: String) -> Result<ProcedureCode> {
    ProcedureCode::parse(&code)
        .ok_or_else(|| StorageError::Unexpected(format!("`{code}` is not a procedure")))
}
