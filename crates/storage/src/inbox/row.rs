//! A dossier as a row of a list.

use crate::work::NO_DUE;
use crate::{Result, SqlRow, SqlValue, Tx};
use domain::agency::{AgencyId, UnitKey};
use domain::deadline::Timeliness;
use domain::dossier::{DossierId, Outcome, Reference, StageKind};
use domain::officer::AccountId;
use domain::procedure::Channel;
use domain::time::Instant;

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
    /// By which channel it came: its limit is one of that channel.
    pub channel: Channel,
    pub stage: StageKind,
    pub step: Option<String>,
    pub receiving: AgencyId,
    pub competent: AgencyId,
    /// With which division it lies, where lists of open work are read.
    pub unit: Option<UnitKey>,
    pub assignee: Option<AccountId>,
    /// Other steps of the dossier run beside this one.
    pub beside: bool,
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
    pub outcome: Option<Outcome>,
    /// Empty when erased.
    pub owner: String,
}

pub(super) const ROW: &str =
    "work.due, work.place, work.step, work.step_due, work.assignee_id, dossier.id, dossier.reference,
    dossier.code, dossier.procedure_code, dossier.stage, dossier.competent_id, dossier.submitted_at,
    dossier.finished_at, dossier.due_current, dossier.due_legal, dossier.timeliness, dossier.receiving_id, dossier.outcome,
    work.unit, (select count(*) from work beside where beside.dossier_id = work.dossier_id) as running, owner.name,
    dossier.channel";
/// Number of columns of a row: more may be read after them.
pub(super) const ROW_COLUMNS: usize = 22;

/// The same for a narrow list, which tells nothing of steps: that lies outside the index it goes along.
pub(super) fn narrow_row() -> String {
    let (_, of_dossier) = ROW.split_once("work.assignee_id").expect("a row names who has it");
    let (of_dossier, _) = of_dossier.split_once("work.unit").expect("the columns of a row name its division");
    format!(
        "work.due, work.place, cast(null as text), cast(null as bigint), cast(null as bigint){of_dossier}cast(null as text), 1,
        owner.name, dossier.channel"
    )
}

/// The same where a dossier is no open work, or is looked for whatever it is; `at` is what it is sorted by.
pub(super) fn row_of_dossier(at: &str, owner: &str) -> String {
    let of_dossier = ROW.split_once("work.assignee_id").and_then(|(_, rest)| rest.split_once("work.unit"));
    let (columns, _) = of_dossier.expect("the columns of a row name its division");
    format!(
        "{at}, 0, dossier.step, cast(null as bigint), dossier.assignee_id{columns}cast(null as text), 1, {owner},
        dossier.channel"
    )
}

pub(super) fn read_row(row: &SqlRow) -> Result<ListRow> {
    let due: Option<i64> = row.get(0)?;
    let due = due.unwrap_or(NO_DUE);
    Ok(ListRow {
        cursor: Cursor { due, id: row.get(5)?, place: row.get(1)? },
        reference: crate::dossier::reference(row, 6)?,
        code: row.get(7)?,
        procedure: row.get(8)?,
        channel: crate::dossier::channel(row, 21)?,
        stage: crate::dossier::stage(row, 9)?,
        step: row.get(2)?,
        receiving: row.get(16)?,
        competent: row.get(10)?,
        unit: row.get::<Option<String>>(18)?.map(UnitKey),
        assignee: row.get(4)?,
        beside: row.get::<i64>(19)? > 1,
        due: (due != NO_DUE).then(|| Instant::from_millis(due)),
        step_due: row.get(3)?,
        submitted_at: row.get(11)?,
        finished_at: row.get(12)?,
        due_current: row.get(13)?,
        due_legal: row.get(14)?,
        outcome: row.get::<Option<String>>(17)?.as_deref().and_then(Outcome::parse),
        timeliness: row.get::<Option<String>>(15)?.and_then(|key| Timeliness::parse(&key)),
        owner: row.get::<Option<String>>(20)?.unwrap_or_default(),
    })
}

/// Dossiers as rows of a list, whatever they are.
pub fn rows_of(tx: &mut Tx, dossiers: &[DossierId]) -> Result<Vec<ListRow>> {
    let (marks, ids) = crate::tx::among(dossiers.iter().map(|id| SqlValue::from(*id)));
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
