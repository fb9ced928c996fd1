//! The officers' lists: open work by tab, found dossiers, finished ones.

use crate::work::{NO_DUE, Queue};
use crate::{Result, Row, Tx, Value, params};
use domain::agency::{AgencyId, UnitKey};
use domain::deadline::Timeliness;
use domain::dossier::{DossierId, Identity, Reference, StageKind};
use domain::officer::AccountId;
use domain::time::Instant;
use std::collections::HashSet;

/// So many steps at most come due in one look over them.
const DUE_MAX: u32 = 20_000;
/// So many keys are asked for in one statement.
const AT_ONCE: usize = 500;

/// What part of the open work an officer may see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
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
    pub scope: Scope,
    /// One queue, or all.
    pub queue: Option<Queue>,
    /// Due from this moment on, and before that one, in milliseconds.
    pub due_from: Option<i64>,
    pub due_before: Option<i64>,
    /// What was given to one officer.
    pub assignee: Option<AccountId>,
    /// One procedure only.
    pub procedure: Option<String>,
    /// Each dossier once, however many of its steps run.
    pub once: bool,
    /// Running steps that were to be done before this moment, in milliseconds.
    pub step_due_before: Option<i64>,
}

/// Where the page before ended: due, key and place of its last row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    pub due: i64,
    pub id: i64,
    /// Which of the dossier's running steps.
    pub place: i64,
}

#[derive(Clone, Debug)]
pub struct ListRow {
    pub cursor: Cursor,
    pub reference: Reference,
    pub code: Option<String>,
    pub procedure: String,
    pub stage: StageKind,
    pub step: Option<String>,
    pub competent: AgencyId,
    pub assignee: Option<AccountId>,
    /// The moment this row is sorted by: the answer, the hand-over or the result.
    pub due: Option<Instant>,
    /// Until when the running step is to be done.
    pub step_due: Option<Instant>,
    pub submitted_at: Instant,
    pub finished_at: Option<Instant>,
    /// The date promised now.
    pub due_current: Option<Instant>,
    /// By when the law wants it.
    pub due_legal: Option<Instant>,
    /// How it stands to that, once it is decided.
    pub timeliness: Option<Timeliness>,
    /// Empty when erased.
    pub owner: String,
}

const ROW: &str =
    "work.due, work.place, work.step, work.step_due, work.assignee_id, dossier.id, dossier.reference,
    dossier.code, dossier.procedure_code, dossier.stage, dossier.competent_id, dossier.submitted_at,
    dossier.finished_at, dossier.due_current, dossier.due_legal, dossier.timeliness, owner.name";

/// The same where a dossier is no open work, or is looked for whatever it is; `at` is what it is sorted by.
fn row_of_dossier(at: &str, owner: &str) -> String {
    let rest = ROW.split_once("work.assignee_id").map_or("", |(_, rest)| rest).replace("owner.name", owner);
    format!("{at}, 0, dossier.step, cast(null as bigint), dossier.assignee_id{rest}")
}

fn read_row(row: &Row) -> Result<ListRow> {
    let due: Option<i64> = row.get(0)?;
    let due = due.unwrap_or(NO_DUE);
    Ok(ListRow {
        cursor: Cursor { due, id: row.get(5)?, place: row.get(1)? },
        reference: crate::dossier::reference(row, 6)?,
        code: row.get(7)?,
        procedure: row.get(8)?,
        stage: crate::dossier::stage(row, 9)?,
        step: row.get(2)?,
        competent: row.get(10)?,
        assignee: row.get(4)?,
        due: (due != NO_DUE).then(|| Instant::from_millis(due)),
        step_due: row.get(3)?,
        submitted_at: row.get(11)?,
        finished_at: row.get(12)?,
        due_current: row.get(13)?,
        due_legal: row.get(14)?,
        timeliness: row.get::<Option<String>>(15)?.and_then(|key| Timeliness::parse(&key)),
        owner: row.get::<Option<String>>(16)?.unwrap_or_default(),
    })
}

/// The conditions of a filter, with their parameters numbered from 1.
fn conditions(filter: &Filter) -> (String, Vec<Value>) {
    let mut sql = String::from("1 = 1");
    let mut values: Vec<Value> = Vec::new();
    if let Scope::Involved(agency, account) = &filter.scope {
        // Few rows, found by their own key.
        let few = "select dossier_id from involved where account_id = ?1 and agency_id = ?2";
        sql.push_str(&format!(" and work.dossier_id in ({few})"));
        values.extend([(*account).into(), (*agency).into()]);
    }
    let mut and = |condition: &str, value: Value| {
        values.push(value);
        sql.push_str(&format!(" and {} ?{}", condition, values.len()));
    };
    match &filter.scope {
        Scope::Agency { agency, received, decided } => {
            and("work.agency_id =", (*agency).into());
            match (received, decided) {
                (true, true) => {}
                (true, false) => and("work.receiving_id =", (*agency).into()),
                (false, _) => and("work.competent_id =", (*agency).into()),
            }
        }
        Scope::Unit(agency, unit) => {
            and("work.agency_id =", (*agency).into());
            and("work.unit =", unit.0.as_str().into());
        }
        Scope::Involved(..) => {}
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
        and("work.place =", Value::Int(0));
    }
    (sql, values)
}

/// Which way a list is read from a place.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    On,
    Back,
}

/// The rows before and after a place of a list: whether or not the row of that place still is in it.
pub fn neighbours(tx: &mut Tx, filter: &Filter, at: Cursor) -> Result<(Option<ListRow>, Option<ListRow>)> {
    let before = list_beside(tx, filter, at, Way::Back, 1)?.pop();
    Ok((before, list_beside(tx, filter, at, Way::On, 1)?.pop()))
}

/// A page of open work, the most urgent first.
pub fn list(tx: &mut Tx, filter: &Filter, after: Option<Cursor>, limit: u32) -> Result<Vec<ListRow>> {
    match after {
        None => list_from(tx, filter, "", &[], Way::On, limit),
        Some(after) => list_beside(tx, filter, after, Way::On, limit),
    }
}

fn list_beside(tx: &mut Tx, filter: &Filter, after: Cursor, way: Way, limit: u32) -> Result<Vec<ListRow>> {
    // Very many rows may share the moment the page before ended at, those without a date above all. Two steps let
    // both engines begin each at its place in the index.
    let due = Value::Int(after.due);
    let at = [due.clone(), Value::Int(after.id), Value::Int(after.place)];
    let beyond = if way == Way::On { ">" } else { "<" };
    let same = format!("and work.due = ? and (work.dossier_id, work.place) {beyond} (?, ?)");
    let mut rows = list_from(tx, filter, &same, &at, way, limit)?;
    let left = limit - rows.len() as u32;
    if left > 0 {
        rows.extend(list_from(tx, filter, &format!("and work.due {beyond} ?"), &[due], way, left)?);
    }
    Ok(rows)
}

/// The first rows of a filter from a place on; `place` has a bare question mark for each of its values.
fn list_from(
    tx: &mut Tx,
    filter: &Filter,
    place: &str,
    at: &[Value],
    way: Way,
    limit: u32,
) -> Result<Vec<ListRow>> {
    let order = if way == Way::On { "" } else { " desc" };
    let (conditions, mut values) = conditions(filter);
    let mut numbered = String::new();
    let mut parts = place.split('?');
    numbered.push_str(parts.next().unwrap_or_default());
    for (part, value) in parts.zip(at) {
        values.push(value.clone());
        numbered.push_str(&format!("?{}{part}", values.len()));
    }
    values.push(Value::from(limit));
    let sql = format!(
        "select {ROW}
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

/// A running step and when it is due.
#[derive(Clone, Debug)]
pub struct DueStep {
    pub dossier: DossierId,
    pub reference: Reference,
    pub code: Option<String>,
    pub procedure: String,
    pub step: String,
    pub due: Instant,
    pub agency: AgencyId,
    pub unit: UnitKey,
    pub assignee: Option<AccountId>,
}

/// Steps being worked on that are due after one moment and no later than another.
pub fn steps_due(tx: &mut Tx, after: Instant, until: Instant) -> Result<Vec<DueStep>> {
    tx.query(
        "select work.dossier_id, dossier.reference, dossier.code, work.procedure_code, work.step, work.step_due,
            work.agency_id, work.unit, work.assignee_id
         from work join dossier on dossier.id = work.dossier_id
         where work.queue = 'work' and work.step is not null and work.step_due > ?1 and work.step_due <= ?2
         order by work.step_due, work.dossier_id, work.place limit ?3",
        params![after, until, DUE_MAX],
    )?
    .iter()
    .map(|row| {
        Ok(DueStep {
            dossier: row.get(0)?,
            reference: crate::dossier::reference(row, 1)?,
            code: row.get(2)?,
            procedure: row.get(3)?,
            step: row.get(4)?,
            due: row.get(5)?,
            agency: row.get(6)?,
            unit: UnitKey(row.get(7)?),
            assignee: row.get(8)?,
        })
    })
    .collect()
}

/// An open dossier whose date by law is near.
#[derive(Clone, Debug)]
pub struct DueDossier {
    pub id: DossierId,
    pub reference: Reference,
    pub code: Option<String>,
    pub procedure: String,
    /// By when the law wants it.
    pub due: Instant,
    pub receiving: AgencyId,
    pub competent: AgencyId,
    /// The steps that run, each with its division and who has it.
    pub work: Vec<RunningWork>,
}

/// A step that runs.
#[derive(Clone, Debug)]
pub struct RunningWork {
    pub step: Option<String>,
    pub unit: UnitKey,
    pub assignee: Option<AccountId>,
}

/// Dossiers whose clock runs towards a legal date after `now` and up to `until`, for which nobody apologised yet: those whose
/// date lies after `before`, and those that something happened to since `looked`.
pub fn dossiers_due(
    tx: &mut Tx,
    now: Instant,
    before: Instant,
    until: Instant,
    looked: Instant,
) -> Result<Vec<DueDossier>> {
    let rows = tx.query(
        "select dossier.id, dossier.reference, dossier.code, dossier.procedure_code, dossier.due_legal,
            dossier.receiving_id, dossier.competent_id
         from dossier
         join event on event.dossier_id = dossier.id and event.sequence = dossier.sequence
         where dossier.finished_at is null and dossier.due_legal is not null
            and dossier.due_legal > ?1 and dossier.due_legal <= ?3
            and dossier.stage in ('accepted', 'processing') and dossier.main_id is null
            and dossier.due_current = dossier.due_legal
            and (dossier.due_legal > ?2 or event.at > ?4)
         order by dossier.due_legal, dossier.id limit ?5",
        params![now, before, until, looked, DUE_MAX],
    )?;
    let mut due: Vec<DueDossier> = Vec::new();
    for row in &rows {
        due.push(DueDossier {
            id: row.get(0)?,
            reference: crate::dossier::reference(row, 1)?,
            code: row.get(2)?,
            procedure: row.get(3)?,
            due: row.get(4)?,
            receiving: row.get(5)?,
            competent: row.get(6)?,
            work: Vec::new(),
        });
    }
    for some in due.chunks_mut(AT_ONCE) {
        let (marks, ids) = crate::tx::among(some.iter().map(|dossier| Value::from(dossier.id)));
        let sql = format!(
            "select dossier_id, unit, assignee_id, step from work where queue = 'work' and dossier_id in ({marks})"
        );
        for row in tx.query(&sql, &ids)? {
            let (id, unit, assignee): (DossierId, String, Option<AccountId>) =
                (row.get(0)?, row.get(1)?, row.get(2)?);
            for dossier in some.iter_mut().filter(|dossier| dossier.id == id) {
                dossier.work.push(RunningWork { step: row.get(3)?, unit: UnitKey(unit.clone()), assignee });
            }
        }
    }
    Ok(due)
}

/// Dossiers as rows of a list, whatever they are.
pub fn rows_of(tx: &mut Tx, dossiers: &[DossierId]) -> Result<Vec<ListRow>> {
    let (marks, ids) = crate::tx::among(dossiers.iter().map(|id| Value::from(*id)));
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "select {columns} from dossier
         left join dossier_party owner on owner.dossier_id = dossier.id and owner.role = 'owner'
         where dossier.id in ({marks}) order by dossier.id",
        columns = row_of_dossier("cast(null as bigint)", "owner.name"),
    );
    tx.query(&sql, &ids)?.iter().map(read_row).collect()
}

/// How many running steps each of some officers has.
pub fn loads(tx: &mut Tx, officers: &[AccountId]) -> Result<Vec<(AccountId, u32)>> {
    let (marks, ids) = crate::tx::among(officers.iter().map(|id| Value::from(*id)));
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql =
        format!("select assignee_id, count(*) from work where assignee_id in ({marks}) group by assignee_id");
    tx.query(&sql, &ids)?.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

/// How much open work a filter finds, counted no further than `cap`.
pub fn count(tx: &mut Tx, filter: &Filter, cap: u32) -> Result<u32> {
    let (conditions, mut values) = conditions(filter);
    values.push(cap.into());
    let last = values.len();
    let sql = format!("select count(*) from (select 1 from work where {conditions} limit ?{last}) as found");
    tx.query_one(&sql, &values)?.map_or(Ok(0), |row| row.get(0))
}

/// Whose finished dossiers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Past {
    /// Received at an agency's counter.
    Received(AgencyId),
    /// Decided by an agency.
    Decided(AgencyId),
    /// Handled by one division of it.
    Handled(AgencyId, UnitKey),
}

/// Finished dossiers, the last finished first.
pub fn list_done(tx: &mut Tx, past: &Past, before: Option<Cursor>, limit: u32) -> Result<Vec<ListRow>> {
    let before = before.unwrap_or(Cursor { due: i64::MAX, id: i64::MAX, place: 0 });
    let (from, condition, agency, unit) = match past {
        Past::Received(agency) => ("dossier", "dossier.receiving_id = ?1 and ?5 = ''", agency, ""),
        Past::Decided(agency) => ("dossier", "dossier.competent_id = ?1 and ?5 = ''", agency, ""),
        Past::Handled(agency, unit) => (
            "finished join dossier on dossier.id = finished.dossier_id",
            "finished.agency_id = ?1 and finished.unit = ?5",
            agency,
            unit.0.as_str(),
        ),
    };
    let (at, id) = match past {
        Past::Received(_) | Past::Decided(_) => ("dossier.finished_at", "dossier.id"),
        Past::Handled(..) => ("finished.finished_at", "finished.dossier_id"),
    };
    let sql = format!(
        "select {columns}
         from {from}
         left join dossier_party owner on owner.dossier_id = dossier.id and owner.role = 'owner'
         where {condition} and {at} is not null and ({at}, {id}) < (?2, ?3)
         order by {at} desc, {id} desc
         limit ?4",
        columns = row_of_dossier(at, "owner.name"),
    );
    tx.query(&sql, params![*agency, before.due, before.id, limit, unit])?.iter().map(read_row).collect()
}

/// What an officer looks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    Code(String),
    Reference(String),
    Identity(Identity),
    /// The number of a paper whose kind its digits do not tell, such as a passport of any country.
    Paper(String),
    /// Folded names, of which words go on as one of these does: today's folding, and that of before where it differs.
    Name(Vec<String>),
}

/// A dossier that was found, with what decides who may open it.
#[derive(Clone, Debug)]
pub struct Found {
    pub row: ListRow,
    pub receiving: AgencyId,
    /// The divisions known from rows to have or have had it; an open dossier may have been elsewhere before.
    pub units: Vec<UnitKey>,
}

/// Whose dossiers are searched: those an agency received, those it decides, or both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Within {
    pub agency: AgencyId,
    pub received: bool,
    pub decided: bool,
}

/// Of a dossier that is found, with what decides who may open it and the name it is found by.
fn found_columns(name_key: &str) -> String {
    let row = row_of_dossier("cast(null as bigint)", "party.name");
    format!("select {row}, dossier.receiving_id, dossier.unit, {name_key}")
}

/// How people are found by their names, from the first word on and from any later one, each along an index. The words are
/// `?1`, where they end `?4`, the agency `?2`, how many at most `?3`.
pub fn by_name(side: &str) -> [String; 2] {
    let first = format!(
        "{} from dossier_party party join dossier on dossier.id = party.dossier_id
         where party.{side} = ?2 and party.name_key >= ?1 and party.name_key < ?4
         order by party.name_key, party.dossier_id desc limit ?3",
        found_columns("party.name_key")
    );
    let later = format!(
        "{} from dossier_name named
         join dossier_party party on party.dossier_id = named.dossier_id and party.role = named.role
         join dossier on dossier.id = named.dossier_id
         where named.{side} = ?2 and named.words >= ?1 and named.words < ?4
         order by named.words, named.dossier_id desc limit ?3",
        found_columns("named.words")
    );
    [first, later]
}

/// Dossiers that fit, newest first and a search for a name by name before, whatever their stage.
pub fn search(tx: &mut Tx, wanted: &Wanted, within: Within, limit: u32) -> Result<Vec<Found>> {
    let select = found_columns("party.name_key");
    let by_party = format!("{select} from dossier_party party join dossier on dossier.id = party.dossier_id");
    let by_key = format!(
        "{select} from dossier
         left join dossier_party party on party.dossier_id = dossier.id and party.role = 'owner'"
    );
    let sides = [("receiving_id", within.received), ("competent_id", within.decided)];
    let mut found: Vec<(String, Found)> = Vec::new();
    for (side, _) in sides.iter().filter(|(_, asked)| *asked) {
        let agency = within.agency;
        let newest =
            format!("party.identity <> '' and party.{side} = ?2 order by party.dossier_id desc limit ?3");
        let rows = match wanted {
            Wanted::Code(code) => {
                let sql = format!("{by_key} where dossier.code = ?1 and dossier.{side} = ?2");
                tx.query(&sql, params![code, agency])?
            }
            Wanted::Reference(reference) => {
                let sql = format!("{by_key} where dossier.reference = ?1 and dossier.{side} = ?2");
                tx.query(&sql, params![reference, agency])?
            }
            Wanted::Identity(identity) => {
                let (number, country) = (&identity.number, &identity.country);
                let kind = crate::account::kind_key(identity);
                let so = "party.identity = ?1 and party.identity_kind = ?4 and party.identity_country = ?5";
                let sql = format!("{by_party} where {so} and {newest}");
                tx.query(&sql, params![number, agency, limit, kind, country])?
            }
            Wanted::Paper(number) => {
                let sql = format!(
                    "{by_party} where party.identity = ?1 and party.identity_kind <> '' and {newest}"
                );
                tx.query(&sql, params![number, agency, limit])?
            }
            Wanted::Name(keys) => {
                let mut rows = Vec::new();
                for key in keys {
                    let end = format!("{key}\u{10ffff}");
                    for sql in by_name(side) {
                        rows.extend(tx.query(&sql, params![key, agency, limit, &end])?);
                    }
                }
                rows
            }
        };
        for row in &rows {
            let unit: Option<String> = row.get(18)?;
            let units = unit.map(UnitKey).into_iter().collect();
            let of = Found { row: read_row(row)?, receiving: row.get(17)?, units };
            found.push((row.get::<Option<String>>(19)?.unwrap_or_default(), of));
        }
    }
    let by_name = matches!(wanted, Wanted::Name(_));
    let newest = |found: &Found| std::cmp::Reverse(found.row.cursor.id);
    found.sort_by(|a, b| match by_name {
        true => (&a.0, newest(&a.1)).cmp(&(&b.0, newest(&b.1))),
        false => newest(&a.1).cmp(&newest(&b.1)),
    });
    // An agency that both received and decides a dossier finds it twice, and so does a word that stands twice in a name.
    let mut seen = HashSet::new();
    let mut found: Vec<Found> = found.into_iter().map(|(_, found)| found).collect();
    found.retain(|found| seen.insert(found.row.cursor.id));
    found.truncate(limit as usize);
    add_past_units(tx, &mut found)?;
    Ok(found)
}

/// Adds the divisions that had what is finished.
fn add_past_units(tx: &mut Tx, found: &mut [Found]) -> Result<()> {
    let finished = |found: &Found| found.row.finished_at.map(|_| Value::Int(found.row.cursor.id));
    let (marks, ids) = crate::tx::among(found.iter().filter_map(finished));
    if ids.is_empty() {
        return Ok(());
    }
    let sql = format!("select dossier_id, unit from finished where dossier_id in ({marks})");
    for row in tx.query(&sql, &ids)? {
        let (id, unit): (i64, String) = (row.get(0)?, row.get(1)?);
        for found in found.iter_mut().filter(|found| found.row.cursor.id == id) {
            found.units.push(UnitKey(unit.clone()));
        }
    }
    Ok(())
}

/// Keeps what was searched for, so that a list has an address without personal data in it.
pub fn save_search(tx: &mut Tx, token: &str, account: AccountId, text: &str, ends_at: Instant) -> Result<()> {
    tx.execute(
        "insert into saved_search (token, account_id, body, ends_at) values (?1, ?2, ?3, ?4)",
        params![token, account, text, ends_at],
    )?;
    Ok(())
}

pub fn find_search(tx: &mut Tx, token: &str, account: AccountId, now: Instant) -> Result<Option<String>> {
    let row = tx.query_one(
        "select body from saved_search where token = ?1 and account_id = ?2 and ends_at > ?3",
        params![token, account, now],
    )?;
    row.map(|row| row.get(0)).transpose()
}

pub fn drop_old_searches(tx: &mut Tx, now: Instant) -> Result<u64> {
    tx.execute("delete from saved_search where ends_at < ?1", params![now])
}
