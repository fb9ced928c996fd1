//! What comes due: running steps, and dossiers by their legal date.

use crate::{Result, SqlValue, Tx, params};
use domain::agency::{AgencyId, UnitKey};
use domain::dossier::{DossierId, Reference};
use domain::officer::AccountId;
use domain::rules::PackId;
use domain::time::Instant;

/// Maximum steps that come due in one look over them.
const DUE_MAX: u32 = 20_000;
/// Maximum keys asked for in one statement.
const AT_ONCE: usize = 500;

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

/// What an open dossier is due by, a row for each running step.
#[derive(Clone, Debug)]
pub struct OpenDates {
    pub reference: String,
    /// The step, or what is waited for.
    pub at: Option<String>,
    pub step: Option<Instant>,
    /// The date by law, as long as it stands: nobody apologised, and nothing is decided.
    pub legal: Option<Instant>,
}

/// Of some dossiers those that are open, by their references.
pub fn open_dates(tx: &mut Tx, references: &[&str]) -> Result<Vec<OpenDates>> {
    let mut dates = Vec::new();
    for some in references.chunks(AT_ONCE) {
        let (marks, values) = crate::tx::among(some.iter().map(|reference| SqlValue::from(*reference)));
        let sql = format!(
            "select dossier.reference, work.step, work.step_due,
                case when dossier.finished_at is null and dossier.due_current = dossier.due_legal
                    then dossier.due_legal end
             from dossier join work on work.dossier_id = dossier.id
             where dossier.reference in ({marks})"
        );
        for row in tx.query(&sql, &values)? {
            dates.push(OpenDates {
                reference: row.get(0)?,
                at: row.get(1)?,
                step: row.get(2)?,
                legal: row.get(3)?,
            });
        }
    }
    Ok(dates)
}

/// An open dossier whose date by law is near.
#[derive(Clone, Debug)]
pub struct DueDossier {
    pub id: DossierId,
    pub reference: Reference,
    pub code: Option<String>,
    pub procedure: String,
    /// The rules it was filed under.
    pub pack: PackId,
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
            dossier.receiving_id, dossier.competent_id, filed.facts
         from dossier
         join event filed on filed.dossier_id = dossier.id and filed.sequence = 1
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
        let Some(pinned) = crate::record::pinned(&row.get::<String>(7)?)? else { continue };
        due.push(DueDossier {
            pack: pinned.pack,
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
        let (marks, ids) = crate::tx::among(some.iter().map(|dossier| SqlValue::from(dossier.id)));
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

/// Dossiers in hand whose legal date lies after `from` and up to `until`, a part at a time, the first due first; each with that
/// date, after which the next part begins.
pub fn passed(
    tx: &mut Tx,
    (from, after): (Instant, DossierId),
    until: Instant,
    limit: u32,
) -> Result<Vec<(Instant, DossierId)>> {
    let rows = tx.query(
        "select due_legal, id from dossier
         where finished_at is null and due_legal is not null and due_legal <= ?3
            and (due_legal, id) > (?1, ?2)
         order by due_legal, id limit ?4",
        params![from, after, until, limit],
    )?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}
