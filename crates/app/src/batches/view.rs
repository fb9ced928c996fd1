//! A batch as its officer looks at it: before it is begun with what could be done now, then how it goes, then with what
//! came of each dossier.

use super::plan::{BatchAct, BatchKind, BatchOfficer, ItemRefusal, ItemRequest};
use super::{is_own, seen_by};
use crate::inbox::ListRow;
use crate::master_data::MasterData;
use crate::{App, Fault};
use domain::Text;
use domain::dossier::{Dossier, DossierId, DossierRun};
use domain::officer::{AccountId, Actor, Officer};
use domain::procedure::Procedure;
use domain::time::Instant;
use forms::Question;
use std::collections::HashMap;
use storage::batch::{self, BatchItem, ItemState};
use storage::{StorageError, Tx, inbox};

/// Maximum batches of an officer's own listed.
const SHOWN: u32 = 20;

#[derive(Clone, Debug)]
pub struct BatchView {
    pub token: String,
    pub act: BatchAct,
    pub begun_at: Option<Instant>,
    pub waiting: usize,
    pub done: usize,
    pub refused: usize,
    /// Something of it could be taken back by its officer now.
    pub undoable: bool,
    /// All of them; while it runs those that could not be done, so that a page that is renewed reads few.
    pub items: Vec<ItemView>,
}

impl BatchView {
    pub fn runs(&self) -> bool {
        self.begun_at.is_some() && self.waiting > 0
    }

    /// Those that can be done, before it is begun.
    pub fn ready(&self) -> impl Iterator<Item = &ItemView> {
        self.items.iter().filter(|item| item.state == ItemState::Chosen && item.why.is_none())
    }

    /// The same where some cannot be done with what was filled in, by their place.
    pub fn refusing(&self, refused: &HashMap<u32, Text>) -> BatchView {
        let mut view = self.clone();
        for item in &mut view.items {
            item.why = item.why.take().or_else(|| refused.get(&item.place).cloned());
        }
        view
    }

    /// How many of those that can be done a colleague can be given.
    pub fn can_be_given(&self, colleague: AccountId) -> usize {
        self.in_a_way(|way| way.to == Some(colleague))
    }

    /// How many of those that can be done may turn out so.
    pub fn can_turn_out(&self, outcome: &str) -> usize {
        self.in_a_way(|way| way.outcome.as_deref() == Some(outcome))
    }

    fn in_a_way(&self, wanted: impl Fn(&BatchAct) -> bool) -> usize {
        self.ready().filter(|item| item.ways.iter().any(&wanted)).count()
    }
}

#[derive(Clone, Debug)]
pub struct ItemView {
    pub place: u32,
    /// Nothing where the dossier may not be seen any more.
    pub row: Option<ListRow>,
    pub state: ItemState,
    /// How many events the dossier has now.
    pub sequence: u32,
    /// Why it cannot be done, or was not.
    pub why: Option<Text>,
    /// The running step it is about, its outcomes, and whether it is late.
    pub step: Option<domain::procedure::Step>,
    pub outcomes: Vec<process::StepOutcome>,
    pub late: bool,
    /// In which ways it can be done.
    pub ways: Vec<BatchAct>,
    /// The steps a finished one leads to, where it leads one way only.
    pub next: Vec<Text>,
    /// What was asked for: the first answers of its form.
    pub about: Vec<(Question, String)>,
}

/// So many answers tell one dossier from another.
const ANSWERS: usize = 2;

/// One that was begun, for a list.
#[derive(Clone, Debug)]
pub struct BatchRow {
    pub token: String,
    pub act: BatchAct,
    pub begun_at: Instant,
    pub waiting: u32,
    pub done: u32,
    pub refused: u32,
}

/// A batch of the officer's own.
pub async fn find(app: &App, officer: &Officer, token: &str) -> Result<Option<BatchView>, Fault> {
    let (officer, token) = (officer.clone(), token.to_string());
    let (now, data) = (app.now(), app.master_data());
    let read = move |tx: &mut Tx| {
        let Some(batch) = batch::find(tx, &token)?.filter(|batch| is_own(batch, &officer)) else {
            return Ok(None);
        };
        let mut items = batch::items(tx, batch.id)?;
        let count = |state: ItemState| items.iter().filter(|item| item.state == state).count();
        let (waiting, done, refused) =
            (count(ItemState::Waiting), count(ItemState::Done), count(ItemState::Refused));
        if batch.begun_at.is_some() && waiting > 0 {
            items.retain(|item| item.state == ItemState::Refused);
        }
        let mut ids: Vec<DossierId> = items.iter().map(|item| item.dossier).collect();
        ids.sort();
        ids.dedup();
        let rows = inbox::rows_of(tx, &ids)?;
        let known = seen_by(tx, &officer, &ids)?;
        let colleagues = storage::account::list_officers(tx, officer.agency)?;
        let act: BatchAct = serde_json::from_str(&batch.act)?;
        let batch_officer = BatchOfficer { officer: &officer, colleagues: &colleagues };
        let mut look =
            ItemReview { batch_officer, act: &act, data: &data, now, outcomes: None, undoable: false };
        let mut views = Vec::new();
        for item in items {
            let dossier = known.get(&item.dossier);
            let row = dossier.and_then(|_| rows.iter().find(|row| row.cursor.id == item.dossier.0));
            views.push(look.at(item, dossier, row.cloned())?);
        }
        let undoable = look.undoable;
        Ok::<_, StorageError>(Some(BatchView {
            token: batch.token,
            begun_at: batch.begun_at,
            waiting,
            done,
            refused,
            undoable,
            items: views,
            act,
        }))
    };
    Ok(app.store.read(read).await?)
}

/// An officer's own, the newest first.
pub async fn list(app: &App, officer: &Officer) -> Result<Vec<BatchRow>, Fault> {
    let officer = officer.clone();
    let read = move |tx: &mut Tx| {
        let mut batches = batch::list_begun(tx, officer.account, SHOWN)?;
        batches.retain(|batch| is_own(batch, &officer));
        let counts = batch::counts(tx, &batches.iter().map(|batch| batch.id).collect::<Vec<_>>())?;
        let count = |id: i64, state: ItemState| {
            let found = counts.iter().find(|(of, is, _)| *of == id && *is == state);
            found.map_or(0, |(_, _, count)| *count)
        };
        let mut rows = Vec::new();
        for of in batches {
            let Some(begun_at) = of.begun_at else { continue };
            rows.push(BatchRow {
                act: serde_json::from_str(&of.act)?,
                begun_at,
                waiting: count(of.id, ItemState::Waiting),
                done: count(of.id, ItemState::Done),
                refused: count(of.id, ItemState::Refused),
                token: of.token,
            });
        }
        Ok::<_, StorageError>(rows)
    };
    Ok(app.store.read(read).await?)
}

/// Looks at one dossier of a batch after the other.
struct ItemReview<'a> {
    batch_officer: BatchOfficer<'a>,
    act: &'a BatchAct,
    data: &'a MasterData,
    now: Instant,
    /// How the step of the first one turns out: the others must turn out in the same ways.
    outcomes: Option<Vec<process::StepOutcome>>,
    undoable: bool,
}

impl ItemReview<'_> {
    fn at(
        &mut self,
        item: BatchItem,
        dossier: Option<&Dossier>,
        row: Option<ListRow>,
    ) -> Result<ItemView, StorageError> {
        let request: ItemRequest = serde_json::from_str(&item.body)?;
        let procedure = dossier.and_then(|dossier| self.data.pinned(&dossier.pinned));
        let here = request.step.as_ref();
        let step = here.zip(procedure.as_ref()).and_then(|(step, of)| of.process.step(&step.id)).cloned();
        let mut view = ItemView {
            place: item.place,
            row,
            state: item.state,
            sequence: dossier.map_or(0, |dossier| dossier.sequence),
            why: request.why.clone(),
            step,
            outcomes: Vec::new(),
            late: false,
            ways: Vec::new(),
            next: Vec::new(),
            about: dossier
                .zip(procedure.as_ref())
                .map_or_else(Vec::new, |(dossier, of)| answers(dossier, of)),
        };
        match (item.state, dossier, procedure) {
            (ItemState::Chosen, Some(dossier), Some(procedure)) => {
                let running = here.and_then(|step| dossier.step(step.token));
                view.late = running.is_some_and(|running| running.due < self.now);
                match self.ways(&request, dossier, &procedure) {
                    Ok((ways, outcomes)) => {
                        view.next = self.next(&ways, &request, dossier, &procedure);
                        (view.ways, view.outcomes) = (ways, outcomes);
                    }
                    Err(why) => view.why = Some(why.text()),
                }
            }
            (ItemState::Chosen, ..) => view.why = Some(ItemRefusal::Gone.text()),
            (ItemState::Done, Some(dossier), Some(procedure)) if self.act.kind.can_be_undone() => {
                let back = BatchAct { undoes: Some(self.act.kind), ..BatchAct::of_kind(BatchKind::Undo) };
                let context = self.data.context(dossier, &procedure, self.now);
                self.undoable |= self.batch_officer.ways(&back, &request, dossier, &context).is_ok();
            }
            _ => {}
        }
        Ok(view)
    }

    /// Where a step leads that can be finished in one way.
    fn next(&self, ways: &[BatchAct], request: &ItemRequest, before: &Dossier, of: &Procedure) -> Vec<Text> {
        let [only] = ways else { return Vec::new() };
        if self.act.kind != BatchKind::Finish {
            return Vec::new();
        }
        let context = self.data.context(before, of, self.now);
        let actor = Actor::Officer(self.batch_officer.officer.clone());
        let act = BatchAct { words: "–".into(), ..only.clone() };
        let command = self.batch_officer.command(&act, request, before).ok();
        let course =
            command.and_then(|command| DossierRun::of(before.clone()).act(&actor, &command, &context).ok());
        let Some(after) = course.map(|course| course.dossier) else { return Vec::new() };
        let begun = after.steps.iter().filter(|step| before.step(step.token).is_none());
        begun.filter_map(|step| of.process.name_of(&step.id)).collect()
    }

    /// In which ways it may be done, and how a step may turn out that is finished by it.
    fn ways(
        &mut self,
        request: &ItemRequest,
        dossier: &Dossier,
        procedure: &Procedure,
    ) -> Result<(Vec<BatchAct>, Vec<process::StepOutcome>), ItemRefusal> {
        let context = self.data.context(dossier, procedure, self.now);
        let ways = self.batch_officer.ways(self.act, request, dossier, &context)?;
        let Some(step) = request.step.as_ref().filter(|_| self.act.kind == BatchKind::Finish) else {
            return Ok((ways, Vec::new()));
        };
        let outcomes = ways_on(procedure, dossier, &step.id, step.token);
        let outcomes = outcomes.as_slice();
        let first = self.outcomes.get_or_insert_with(|| outcomes.to_vec());
        let keys =
            |of: &[process::StepOutcome]| of.iter().map(|outcome| outcome.key.clone()).collect::<Vec<_>>();
        match keys(first) == keys(outcomes) {
            true => Ok((ways, outcomes.to_vec())),
            false => Err(ItemRefusal::OtherOutcomes),
        }
    }
}

fn answers(dossier: &Dossier, procedure: &Procedure) -> Vec<(Question, String)> {
    let answered = procedure.form.questions.iter();
    let answered = answered.filter_map(|question| {
        let answer = dossier.answers.get(&question.id).filter(|answer| !answer.is_empty())?;
        Some((question.clone(), answer.clone()))
    });
    answered.take(ANSWERS).collect()
}

/// The ways a step may turn out that lead on: what ends the process is decided one by one.
fn ways_on(
    procedure: &Procedure,
    dossier: &Dossier,
    id: &str,
    token: Option<u32>,
) -> Vec<process::StepOutcome> {
    let at = dossier.step(token).and_then(|step| domain::dossier::stands(dossier, step));
    procedure.process.ways_on(id, at).into_iter().cloned().collect()
}
