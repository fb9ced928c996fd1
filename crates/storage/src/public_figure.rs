//! What everybody was told, cell by cell and night by night, and what quarters count for it (`docs/decisions/public-figures.md`).

use crate::projection::{day_number, day_of};
use crate::{Result, SqlRow, StorageError, Tx, params};
use domain::agency::AgencyId;
use domain::counting::Period;
use domain::deadline::Timeliness;
use domain::procedure::{Channel, ProcedureCode};
use domain::public_figures::{
    CountedQuarter, FigureBasis, PartCounts, PublicCell, ToldCells, channel_part, days_part, judged_part,
};
use domain::report::Quarter;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A cell of a quarter as it was told on a night.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicFigure {
    pub quarter: Quarter,
    pub basis: FigureBasis,
    pub cell: PublicCell,
    pub night: Date,
    pub parts: PartCounts,
}

const COLUMNS: &str = "quarter, basis, agency_id, procedure_code, night, parts";

/// The night that was told last, in `meta`.
pub const TOLD: &str = "public-figures-told";

/// Takes back all that was told, where a past was written into a demonstration in bulk.
pub fn forget(tx: &mut Tx) -> Result<()> {
    tx.execute("delete from public_figure", &[])?;
    tx.execute("delete from public_quarter", &[])?;
    crate::catalogue::drop_meta(tx, TOLD)
}

/// What an agency counts in a period, along the indexes of its measures: as many rows as there are procedures and parts.
pub fn count(
    tx: &mut Tx,
    agency: AgencyId,
    period: Period,
    into: &mut BTreeMap<FigureBasis, CountedQuarter>,
) -> Result<()> {
    for basis in FigureBasis::ALL {
        let (day, part) = match basis {
            FigureBasis::Received => ("came", "channel"),
            FigureBasis::Done => ("done", "judged"),
            FigureBasis::Days => ("done", "cast(took as text)"),
        };
        let sql = format!(
            "select procedure_code, {part}, count(*) from measure
             where competent_id = ?1 and {day} between ?2 and ?3 and {part} is not null group by 1, 2"
        );
        let days = params![agency, day_number(period.from), day_number(period.to)];
        for row in tx.query(&sql, days)? {
            let (code, key): (String, String) = (row.get(0)?, row.get(1)?);
            let part = part_of(basis, &key).ok_or_else(|| unknown(&key))?;
            let counted = into.entry(basis).or_default();
            counted.entry((agency, procedure(&code)?)).or_default().add(part, row.get(2)?);
        }
    }
    Ok(())
}

fn part_of(basis: FigureBasis, key: &str) -> Option<u16> {
    Some(match basis {
        FigureBasis::Received => channel_part(Channel::parse(key)?),
        FigureBasis::Done => judged_part(Timeliness::parse(key)?),
        FigureBasis::Days => days_part(key.parse().ok()?),
    })
}

/// The first day on which an agency received anything.
pub fn first_came(tx: &mut Tx, agency: AgencyId) -> Result<Option<Date>> {
    let sql = "select came from measure where competent_id = ?1 order by came limit 1";
    tx.query_one(sql, params![agency])?.map(|row| Ok(day_of(row.get(0)?))).transpose()
}

/// Quarters that were asked, each with the night it was told for the last time.
pub fn quarters(tx: &mut Tx) -> Result<BTreeMap<Quarter, Option<Date>>> {
    let rows = tx.query("select quarter, closed from public_quarter order by quarter", &[])?;
    let read = |row: &SqlRow| {
        let key: String = row.get(0)?;
        let quarter = quarter(&key)?;
        Ok((quarter, row.get::<Option<i64>>(1)?.map(day_of)))
    };
    rows.iter().map(read).collect()
}

/// Notes that a quarter was asked, and whether that was the last time.
pub fn asked(tx: &mut Tx, quarter: Quarter, closed: Option<Date>) -> Result<()> {
    tx.execute(
        "insert into public_quarter (quarter, closed) values (?1, ?2)
         on conflict (quarter) do update set closed = excluded.closed",
        params![quarter_key(quarter), closed.map(day_number)],
    )
    .map(drop)
}

/// Keeps what is told tonight, beside all that was told before.
pub fn tell(tx: &mut Tx, quarter: Quarter, basis: FigureBasis, night: Date, told: &ToldCells) -> Result<()> {
    let quarter = quarter_key(quarter);
    for (cell, parts) in told {
        let agency = cell.agency.unwrap_or(AgencyId::NONE);
        let code = cell.procedure.as_ref().map_or("", ProcedureCode::as_str);
        tx.execute(
            "update public_figure set latest = 0
             where quarter = ?1 and basis = ?2 and agency_id = ?3 and procedure_code = ?4 and latest = 1",
            params![quarter.as_str(), basis.key(), agency, code],
        )?;
        let row =
            params![quarter.as_str(), basis.key(), agency, code, day_number(night), parts.to_string(), 1_i64];
        tx.insert("public_figure", &format!("{COLUMNS}, latest"), &[row.to_vec()])?;
    }
    Ok(())
}

/// The cells of a quarter as they were last told.
pub fn latest(tx: &mut Tx, quarter: Quarter) -> Result<Vec<PublicFigure>> {
    let sql = format!("select {COLUMNS} from public_figure where quarter = ?1 and latest = 1");
    tx.query(&sql, params![quarter_key(quarter)])?.iter().map(of_row).collect()
}

/// The same of one agency, or of what is told of no agency.
pub fn latest_of_agency(tx: &mut Tx, agency: AgencyId, from: Quarter) -> Result<Vec<PublicFigure>> {
    let sql =
        format!("select {COLUMNS} from public_figure where agency_id = ?1 and quarter >= ?2 and latest = 1");
    tx.query(&sql, params![agency, quarter_key(from)])?.iter().map(of_row).collect()
}

/// The same of one procedure.
pub fn latest_of_procedure(tx: &mut Tx, code: &ProcedureCode, from: Quarter) -> Result<Vec<PublicFigure>> {
    let sql = format!(
        "select {COLUMNS} from public_figure where procedure_code = ?1 and quarter >= ?2 and latest = 1"
    );
    tx.query(&sql, params![code.as_str(), quarter_key(from)])?.iter().map(of_row).collect()
}

/// All that was ever told of a quarter, in the order it was, each with whether it is what is told now.
pub fn history(tx: &mut Tx, quarter: Quarter) -> Result<Vec<(PublicFigure, bool)>> {
    let sql = format!("select {COLUMNS}, latest from public_figure where quarter = ?1 order by night");
    let mut found = Vec::new();
    tx.each(&sql, params![quarter_key(quarter)], |row| {
        found.push((of_row(&row)?, row.get::<i64>(6)? == 1));
        Ok(())
    })?;
    Ok(found)
}

fn of_row(row: &SqlRow) -> Result<PublicFigure> {
    let [quarter_key, basis, code, parts]: [String; 4] = [row.get(0)?, row.get(1)?, row.get(3)?, row.get(5)?];
    let agency: AgencyId = row.get(2)?;
    Ok(PublicFigure {
        quarter: quarter(&quarter_key)?,
        basis: FigureBasis::parse(&basis).ok_or_else(|| unknown(&basis))?,
        cell: PublicCell {
            agency: Some(agency).filter(|agency| *agency != AgencyId::NONE),
            procedure: if code.is_empty() { None } else { Some(procedure(&code)?) },
        },
        night: day_of(row.get(4)?),
        parts: PartCounts::parse(&parts).ok_or_else(|| unknown(&parts))?,
    })
}

/// `2026-4`: in their order, as years have four figures.
fn quarter_key(quarter: Quarter) -> String {
    format!("{}-{}", quarter.year().number(), quarter.number())
}

fn quarter(key: &str) -> Result<Quarter> {
    let read = || {
        let (year, number) = key.split_once('-')?;
        Quarter::new(year.parse().ok()?, number.parse().ok()?)
    };
    read().ok_or_else(|| unknown(key))
}

fn procedure(code: &str) -> Result<ProcedureCode> {
    ProcedureCode::parse(code).ok_or_else(|| unknown(code))
}

fn unknown(what: &str) -> StorageError {
    StorageError::Unexpected(format!("`{what}` in a row of public figures"))
}
