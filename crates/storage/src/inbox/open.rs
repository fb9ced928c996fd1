//! Open work, the most urgent first.

use super::row::{Cursor, ListRow, ROW, narrow_row, read_row};
use crate::work::Queue;
use crate::{Result, SqlValue, Tx};
use domain::agency::{AgencyId, UnitKey};
use domain::dossier::DossierId;
use domain::officer::AccountId;
use domain::time::Instant;

/// What part of the open work an officer may see.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ListScope {
    /// What waits in an agency: of what it received, of what it decides, or of both.
    Agency { agency: AgencyId, received: bool, decided: bool },
    /// One division.
    Unit(AgencyId, UnitKey),
    /// What an officer was asked to support or follow in their agency.
    Involved(AgencyId, AccountId),
}

/// Which of it a tab shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    pub scope: ListScope,
    /// One queue, or all.
    pub queue: Option<Queue>,
    /// Due from this moment on, and before that one, in milliseconds.
    pub due_from: Option<i64>,
    pub due_before: Option<i64>,
    /// What was given to one officer.
    pub assignee: Option<AccountId>,
    /// One procedure only.
    pub procedure: Option<String>,
    /// These dossiers only.
    pub among: Option<Vec<DossierId>>,
    /// Each dossier once, however many of its steps run.
    pub once: bool,
    /// Running steps that were to be done before this moment, in milliseconds.
    pub step_due_before: Option<i64>,
}

/// The conditions of a filter, with their parameters numbered from 1.
fn conditions(filter: &Filter) -> (String, Vec<SqlValue>) {
    let mut sql = String::from("1 = 1");
    let mut values: Vec<SqlValue> = Vec::new();
    if let ListScope::Involved(agency, account) = &filter.scope {
        // Few rows, found by their own key.
        let few = "select dossier_id from involved where account_id = ?1 and agency_id = ?2";
        sql.push_str(&format!(" and work.dossier_id in ({few})"));
        values.extend([(*account).into(), (*agency).into()]);
    }
    let mut and = |condition: &str, value: SqlValue| {
        values.push(value);
        sql.push_str(&format!(" and {} ?{}", condition, values.len()));
    };
    match &filter.scope {
        ListScope::Agency { agency, received, decided } => {
            and("work.agency_id =", (*agency).into());
            match (received, decided) {
                (true, true) => {}
                (true, false) => and("work.receiving_id =", (*agency).into()),
                (false, _) => and("work.competent_id =", (*agency).into()),
            }
        }
        ListScope::Unit(agency, unit) => {
            and("work.agency_id =", (*agency).into());
            and("work.unit =", unit.0.as_str().into());
        }
        ListScope::Involved(..) => {}
    }
    if let Some(queue) = filter.queue {
        and("work.queue =", queue.key().into());
    }
    if let Some(from) = filter.due_from {
        and("work.due >=", from.into());
    }
    if let Some(before) = filter.due_before {
        and("work.due <", before.into());
    }
    if let Some(assignee) = filter.assignee {
        and("work.assignee_id =", assignee.into());
    }
    if let Some(procedure) = &filter.procedure {
        and("work.procedure_code =", procedure.as_str().into());
    }
    if let Some(before) = filter.step_due_before {
        and("work.step_due <", before.into());
    }
    if filter.once {
        and("work.place =", SqlValue::Int(0));
    }
    match filter.among.as_deref() {
        None => {}
        Some([]) => sql.push_str(" and 1 = 0"),
        Some(among) => {
            let first = values.len() + 1;
            values.extend(among.iter().map(|id| SqlValue::from(*id)));
            let marks: Vec<String> = (first..=values.len()).map(|place| format!("?{place}")).collect();
            sql.push_str(&format!(" and work.dossier_id in ({})", marks.join(", ")));
        }
    }
    (sql, values)
}

/// Which way a list is read from a place.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    On,
    Back,
}

/// The rows before and after a place of a list, in its order, with a maximum for each side: whether or not the row of
/// that place still is in it. They tell nothing of steps.
pub fn neighbours(
    tx: &mut Tx,
    filter: &Filter,
    at: Cursor,
    most: u32,
) -> Result<(Vec<ListRow>, Vec<ListRow>)> {
    let row = narrow_row();
    let mut before = list_beside(tx, filter, &row, at, Direction::Back, most)?;
    before.reverse();
    Ok((before, list_beside(tx, filter, &row, at, Direction::On, most)?))
}

/// A page of open work, the most urgent first.
pub fn list(tx: &mut Tx, filter: &Filter, after: Option<Cursor>, limit: u32) -> Result<Vec<ListRow>> {
    match after {
        None => list_from(tx, filter, ROW, "", &[], Direction::On, limit),
        Some(after) => list_beside(tx, filter, ROW, after, Direction::On, limit),
    }
}

fn list_beside(
    tx: &mut Tx,
    filter: &Filter,
    row: &str,
    after: Cursor,
    way: Direction,
    limit: u32,
) -> Result<Vec<ListRow>> {
    // Very many rows may share the moment the page before ended at, those without a date above all. Two steps let
    // both engines begin each at its place in the index.
    let due = SqlValue::Int(after.due);
    let at = [due.clone(), SqlValue::Int(after.id), SqlValue::Int(after.place)];
    let beyond = if way == Direction::On { ">" } else { "<" };
    let same = format!("and work.due = ? and (work.dossier_id, work.place) {beyond} (?, ?)");
    let mut rows = list_from(tx, filter, row, &same, &at, way, limit)?;
    let left = limit - rows.len() as u32;
    if left > 0 {
        rows.extend(list_from(tx, filter, row, &format!("and work.due {beyond} ?"), &[due], way, left)?);
    }
    Ok(rows)
}

/// The first rows of a filter from a place on; `place` has a bare question mark for each of its values.
fn list_from(
    tx: &mut Tx,
    filter: &Filter,
    row: &str,
    place: &str,
    at: &[SqlValue],
    way: Direction,
    limit: u32,
) -> Result<Vec<ListRow>> {
    let order = if way == Direction::On { "" } else { " desc" };
    let (conditions, mut values) = conditions(filter);
    let mut numbered = String::new();
    let mut parts = place.split('?');
    numbered.push_str(parts.next().unwrap_or_default());
    for (part, value) in parts.zip(at) {
        values.push(value.clone());
        numbered.push_str(&format!("?{}{part}", values.len()));
    }
    values.push(SqlValue::from(limit));
    let sql = format!(
        "select {row}
         from work
         join dossier on dossier.id = work.dossier_id
         left join dossier_party owner on owner.dossier_id = work.dossier_id and owner.role = 'owner'
         where {conditions} {numbered}
         order by work.due{order}, work.dossier_id{order}, work.place{order}
         limit ?{}",
        values.len()
    );
    tx.query(&sql, &values)?.iter().map(read_row).collect()
}

/// How much open work a filter finds, counted no further than `cap`.
pub fn count(tx: &mut Tx, filter: &Filter, cap: u32) -> Result<u32> {
    let (conditions, mut values) = conditions(filter);
    values.push(cap.into());
    let last = values.len();
    let sql = format!("select count(*) from (select 1 from work where {conditions} limit ?{last}) as found");
    tx.query_one(&sql, &values)?.map_or(Ok(0), |row| row.get(0))
}

/// How many running steps each of some officers has.
pub fn loads(tx: &mut Tx, officers: &[AccountId]) -> Result<Vec<(AccountId, u32)>> {
    let (marks, ids) = crate::tx::among(officers.iter().map(|id| SqlValue::from(*id)));
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql =
        format!("select assignee_id, count(*) from work where assignee_id in ({marks}) group by assignee_id");
    tx.query(&sql, &ids)?.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

/// What an officer has in hand: how much, how much of it is due soon, how much is overdue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InHand {
    pub officer: AccountId,
    pub all: u32,
    pub soon: u32,
    pub late: u32,
}

/// What each of some officers has in hand, told from the index alone; `soon` is the end of what is due soon. Who has nothing
/// is left out.
pub fn in_hand(tx: &mut Tx, officers: &[AccountId], now: Instant, soon: Instant) -> Result<Vec<InHand>> {
    let (marks, mut values) = crate::tx::among(officers.iter().map(|id| SqlValue::from(*id)));
    if values.is_empty() {
        return Ok(Vec::new());
    }
    values.extend([SqlValue::from(now), SqlValue::from(soon)]);
    let (now, soon) = (values.len() - 1, values.len());
    let sql = format!(
        "select assignee_id, count(*), sum(case when due >= ?{now} and due < ?{soon} then 1 else 0 end),
            sum(case when due < ?{now} then 1 else 0 end)
         from work where assignee_id in ({marks}) group by assignee_id"
    );
    let row = |row: &crate::SqlRow| {
        Ok(InHand { officer: row.get(0)?, all: row.get(1)?, soon: row.get(2)?, late: row.get(3)? })
    };
    tx.query(&sql, &values)?.iter().map(row).collect()
}
