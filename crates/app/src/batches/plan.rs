//! What one act asked for many dossiers comes to for each of them.

use crate::inbox::ListRow;
use crate::master_data::MasterData;
use domain::dossier::{
    Act, Assign, Command, Context, Dossier, FinishStep, HandOver, LateCause, Listed, ListedStep, Refusal,
    Release, RunningStep, SendBack, decide, steps_back,
};
use domain::officer::{AccountId, Actor, Officer};
use domain::procedure::Procedure;
use domain::time::Instant;
use domain::{Language, Text};
use serde::{Deserialize, Serialize};

typed::keyed! {
    /// Acts that may be asked for many dossiers at once: those that need no paper, number or look of each one's own.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    pub enum BatchKind {
        HandOver = "hand-over",
        Take = "take",
        Give = "give",
        GiveBack = "give-back",
        Finish = "finish",
        /// Takes another batch back.
        Undo = "undo",
    }
}

impl BatchKind {
    /// Whether it is about a running step of each dossier.
    pub(super) fn of_steps(self) -> bool {
        !matches!(self, BatchKind::HandOver)
    }

    /// Those that an officer may ask for some rows of a list: that the rules permit for one of them at least, as far as
    /// rows tell.
    pub fn offered(
        officer: &Officer,
        colleagues: &[Officer],
        rows: &[ListRow],
        data: &MasterData,
    ) -> Vec<BatchKind> {
        let batch_officer = BatchOfficer { officer, colleagues };
        let rows: Vec<Listed> = rows.iter().map(|row| listed(row, data)).collect();
        let offered = |kind: &BatchKind| rows.iter().any(|row| kind.fits(row, &batch_officer));
        BatchKind::ALL.into_iter().filter(offered).collect()
    }

    fn fits(self, row: &Listed, batch_officer: &BatchOfficer) -> bool {
        let officer = batch_officer.officer;
        match self {
            BatchKind::HandOver => row.can_be_handed_over(officer),
            BatchKind::Take => row.can_be_taken(officer),
            BatchKind::Give => batch_officer.others().any(|other| row.can_be_given(officer, other)),
            BatchKind::GiveBack => row.can_be_given_back(officer),
            BatchKind::Finish => row.can_be_finished(officer),
            BatchKind::Undo => false,
        }
    }

    /// Whether there is an act that takes it back.
    pub fn can_be_undone(self) -> bool {
        matches!(self, BatchKind::Take | BatchKind::Give | BatchKind::GiveBack | BatchKind::Finish)
    }
}

/// What a row tells the rules.
fn listed<'a>(row: &'a ListRow, data: &MasterData) -> Listed<'a> {
    let step = row.unit.as_ref().zip(row.step.as_ref()).map(|(unit, step)| ListedStep {
        unit,
        role: data.role_of(&row.procedure, step),
        assignee: row.assignee,
        goes_on: row.beside
            || data.process_with(&row.procedure, step).is_some_and(|process| process.goes_on(step)),
    });
    Listed { stage: row.stage, receiving: row.receiving, competent: row.competent, step }
}

/// What was asked for, with what was filled in.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct BatchAct {
    pub kind: BatchKind,
    /// What is taken back, where it takes something back.
    #[serde(rename = "of", default, skip_serializing_if = "Option::is_none")]
    pub undoes: Option<BatchKind>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<AccountId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<String>,
    /// A remark, or why it is taken back; dropped when everything is done.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late: Option<LateCause>,
}

impl BatchAct {
    pub fn of_kind(kind: BatchKind) -> BatchAct {
        BatchAct { kind, undoes: None, to: None, outcome: None, words: String::new(), late: None }
    }
}

/// What is known of one dossier of a batch.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct ItemRequest {
    /// The running step it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<StepHere>,
    /// How many events the dossier had when it was looked at before beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<u32>,
    /// Who had the step before, and how many events there were after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<AccountId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<u32>,
    /// Why it was not done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<Text>,
}

/// One run of a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct StepHere {
    pub id: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<u32>,
    pub started: Instant,
}

impl StepHere {
    pub fn of(step: &RunningStep) -> StepHere {
        StepHere { id: step.id.clone(), token: step.token, started: step.started }
    }

    fn running<'a>(&self, dossier: &'a Dossier) -> Option<&'a RunningStep> {
        dossier.step(self.token).filter(|step| StepHere::of(step) == *self)
    }
}

/// Why one dossier of a batch cannot be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ItemRefusal {
    Refused(Refusal),
    /// The step is over.
    Over,
    /// Whoever is to take it has it.
    Own,
    /// It turns out in other ways than those of the others.
    OtherOutcomes,
    /// Something happened since.
    Changed,
    /// It is not there for this officer any more.
    Gone,
}

impl ItemRefusal {
    pub fn sentence(&self, language: Language) -> String {
        let (vi, en) = match self {
            ItemRefusal::Refused(refusal) => return refusal.sentence(language),
            ItemRefusal::Over => ("Bước được chọn đã kết thúc.", "The chosen step is over."),
            ItemRefusal::Own => ("Bạn đang giữ bước này rồi.", "You have this step already."),
            ItemRefusal::OtherOutcomes => (
                "Bước này có các kết quả khác với những hồ sơ còn lại; hãy làm riêng.",
                "This step turns out in other ways than the others; do it apart.",
            ),
            ItemRefusal::Changed => (
                "Hồ sơ đã có thay đổi sau khi bạn xem; hãy mở hồ sơ để xem lại.",
                "The dossier changed after you looked; open it to look again.",
            ),
            ItemRefusal::Gone => ("Bạn không còn xem được hồ sơ này.", "You can no longer see this dossier."),
        };
        language.pick(vi, en).to_string()
    }

    pub(super) fn text(&self) -> Text {
        Text::new(self.sentence(Language::Vietnamese), self.sentence(Language::English))
    }
}

impl From<Refusal> for ItemRefusal {
    fn from(refusal: Refusal) -> ItemRefusal {
        ItemRefusal::Refused(refusal)
    }
}

/// The officer who asks for it, and the colleagues it may be about.
pub(super) struct BatchOfficer<'a> {
    pub officer: &'a Officer,
    pub colleagues: &'a [Officer],
}

impl BatchOfficer<'_> {
    /// Whom it can be given to: what one does oneself one takes.
    fn others(&self) -> impl Iterator<Item = &Officer> {
        self.colleagues.iter().filter(|other| other.account != self.officer.acts_as())
    }

    fn colleague(&self, id: AccountId) -> Result<Officer, ItemRefusal> {
        let found = self.colleagues.iter().find(|colleague| colleague.account == id);
        found.cloned().ok_or(ItemRefusal::Refused(Refusal::CannotBeAssigned))
    }

    /// In which ways it may be done to a dossier as it stands, before anything was filled in: to whom its step can be given,
    /// how it may turn out. The rules are asked themselves, as when it is done.
    pub fn ways(
        &self,
        act: &BatchAct,
        request: &ItemRequest,
        dossier: &Dossier,
        context: &Context,
    ) -> Result<Vec<BatchAct>, ItemRefusal> {
        let own = |step: &RunningStep| step.assignee.is_some_and(|assignee| self.officer.is(assignee));
        let here = request.step.as_ref().and_then(|step| step.running(dossier));
        if act.kind == BatchKind::Take && here.is_some_and(own) {
            return Err(ItemRefusal::Own);
        }
        let (mut ways, mut refused) = (Vec::new(), None);
        for way in self.filled(act, request, context.procedure) {
            let command = self.command(&way, request, dossier)?;
            match decide(dossier, &Act { actor: Actor::Officer(self.officer.clone()), command }, context) {
                Ok(_) => ways.push(way),
                Err(refusal) => refused = refused.or(Some(refusal)),
            }
        }
        match ways.is_empty() {
            true => Err(refused.unwrap_or(Refusal::CannotBeAssigned).into()),
            false => Ok(ways),
        }
    }

    /// The act as it can be filled in; what is only written down stands for itself.
    fn filled(&self, act: &BatchAct, request: &ItemRequest, procedure: &Procedure) -> Vec<BatchAct> {
        match (act.kind, act.undoes) {
            (BatchKind::Give, _) => {
                self.others().map(|other| BatchAct { to: Some(other.account), ..act.clone() }).collect()
            }
            (BatchKind::Finish, _) => {
                let step = request.step.as_ref().map_or("", |step| step.id.as_str());
                let late = BatchAct { late: Some(LateCause::Workload), ..act.clone() };
                let outcome =
                    |of: &process::StepOutcome| BatchAct { outcome: Some(of.key.clone()), ..late.clone() };
                match procedure.process.outcomes(step) {
                    [] => vec![late],
                    outcomes => outcomes.iter().map(outcome).collect(),
                }
            }
            (BatchKind::Undo, Some(BatchKind::Finish)) => {
                vec![BatchAct { words: "–".into(), ..act.clone() }]
            }
            _ => vec![act.clone()],
        }
    }

    /// What is done to a dossier.
    pub fn command(
        &self,
        act: &BatchAct,
        request: &ItemRequest,
        dossier: &Dossier,
    ) -> Result<Command, ItemRefusal> {
        if act.kind == BatchKind::Undo {
            return self.back(act, request, dossier);
        }
        let token = self.token(act, request, dossier)?;
        Ok(match act.kind {
            BatchKind::HandOver | BatchKind::Undo => Command::HandOver(HandOver),
            BatchKind::Take => Command::Assign(Assign { token, to: self.colleague(self.officer.acts_as())? }),
            BatchKind::Give => {
                let to = act.to.ok_or(Refusal::CannotBeAssigned)?;
                Command::Assign(Assign { token, to: self.colleague(to)? })
            }
            BatchKind::GiveBack => Command::Release(Release { token }),
            BatchKind::Finish => Command::FinishStep(FinishStep {
                token,
                words: act.words.clone(),
                outcome: act.outcome.clone(),
                late: act.late,
            }),
        })
    }

    fn token(
        &self,
        act: &BatchAct,
        request: &ItemRequest,
        dossier: &Dossier,
    ) -> Result<Option<u32>, ItemRefusal> {
        if !act.kind.of_steps() {
            return Ok(None);
        }
        let step = request.step.as_ref().ok_or(ItemRefusal::Refused(Refusal::NothingRuns))?;
        Ok(step.running(dossier).ok_or(ItemRefusal::Over)?.token)
    }

    /// The act that takes one back; only while nothing has happened since.
    fn back(&self, act: &BatchAct, request: &ItemRequest, dossier: &Dossier) -> Result<Command, ItemRefusal> {
        if request.after != Some(dossier.sequence) {
            return Err(ItemRefusal::Changed);
        }
        let step = request.step.as_ref().ok_or(ItemRefusal::Over)?;
        if act.undoes == Some(BatchKind::Finish) {
            let leads_back = |running: &&RunningStep| {
                steps_back(dossier, running.token).iter().any(|done| done.id == step.id)
            };
            let running = dossier.steps.iter().find(leads_back).ok_or(Refusal::NoStepBack)?;
            let (token, to) = (running.token, step.id.clone());
            return Ok(Command::SendBack(SendBack { token, to, reason: act.words.clone() }));
        }
        let token = step.running(dossier).ok_or(ItemRefusal::Over)?.token;
        Ok(match request.before {
            Some(before) => Command::Assign(Assign { token, to: self.colleague(before)? }),
            None => Command::Release(Release { token }),
        })
    }
}
