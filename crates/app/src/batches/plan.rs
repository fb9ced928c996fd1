//! What one act wished for many dossiers comes to for each of them.

use domain::dossier::{
    Assign, Command, Dossier, FinishStep, HandOver, Kind, LateCause, Refusal, Release, RunningStep, SendBack,
    steps_back,
};
use domain::officer::{AccountId, Actor, Officer};
use domain::procedure::Procedure;
use domain::time::Instant;
use domain::{Language, Text};
use serde::{Deserialize, Serialize};

typed::keyed! {
    /// Acts that may be wished for many dossiers at once: those that need no paper, number or look of each one's own.
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

    /// Whether there is an act that takes it back.
    pub fn can_be_undone(self) -> bool {
        matches!(self, BatchKind::Take | BatchKind::Give | BatchKind::GiveBack | BatchKind::Finish)
    }
}

/// What was wished, with what was filled in.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct BatchAct {
    pub kind: BatchKind,
    /// What is taken back, where it takes something back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<BatchKind>,
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
        BatchAct { kind, of: None, to: None, outcome: None, words: String::new(), late: None }
    }
}

/// What is known of one dossier of a batch.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Wished {
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
pub enum Why {
    Refused(Refusal),
    /// The step is over.
    Over,
    /// It turns out in other ways than those of the others.
    OtherOutcomes,
    /// Something happened since.
    Changed,
    /// It is not there for this officer any more.
    Gone,
}

impl Why {
    pub fn sentence(&self, language: Language) -> String {
        let (vi, en) = match self {
            Why::Refused(refusal) => return refusal.sentence(language),
            Why::Over => ("Bước được chọn đã kết thúc.", "The chosen step is over."),
            Why::OtherOutcomes => (
                "Bước này có các kết quả khác với những hồ sơ còn lại; hãy làm riêng.",
                "This step turns out in other ways than the others; do it apart.",
            ),
            Why::Changed => (
                "Hồ sơ đã có thay đổi sau khi bạn xem; hãy mở hồ sơ để xem lại.",
                "The dossier changed after you looked; open it to look again.",
            ),
            Why::Gone => ("Bạn không còn xem được hồ sơ này.", "You can no longer see this dossier."),
        };
        language.pick(vi, en).to_string()
    }

    pub(super) fn text(&self) -> Text {
        Text::new(self.sentence(Language::Vietnamese), self.sentence(Language::English))
    }
}

impl From<Refusal> for Why {
    fn from(refusal: Refusal) -> Why {
        Why::Refused(refusal)
    }
}

/// The officer who wishes it, and the colleagues it may be about.
pub(super) struct Wisher<'a> {
    pub officer: &'a Officer,
    pub colleagues: &'a [Officer],
}

impl Wisher<'_> {
    fn colleague(&self, id: AccountId) -> Result<Officer, Why> {
        let found = self.colleagues.iter().find(|colleague| colleague.account == id);
        found.cloned().ok_or(Why::Refused(Refusal::CannotBeAssigned))
    }

    /// Whether it may be done to a dossier as it stands, before anything was filled in.
    pub fn may(
        &self,
        act: &BatchAct,
        wished: &Wished,
        dossier: &Dossier,
        procedure: &Procedure,
    ) -> Result<(), Why> {
        let actor = Actor::Officer(self.officer.clone());
        if act.kind == BatchKind::Undo {
            let command = self.back(act, wished, dossier)?;
            let (kind, token) = match &command {
                Command::Release(release) => (Kind::Release, release.token),
                Command::SendBack(back) => (Kind::SendBack, back.token),
                Command::Assign(assign) => (Kind::Assign, assign.token),
                _ => return Ok(()),
            };
            return Ok(kind.allowed(dossier, &actor, procedure, token)?);
        }
        let token = self.token(act, wished, dossier)?;
        let kind = match act.kind {
            BatchKind::HandOver | BatchKind::Undo => Kind::HandOver,
            BatchKind::Take | BatchKind::Give => Kind::Assign,
            BatchKind::GiveBack => Kind::Release,
            BatchKind::Finish => Kind::FinishStep,
        };
        kind.allowed(dossier, &actor, procedure, token)?;
        // Who takes it must be able to do it; whom it is given to is not chosen yet.
        if act.kind == BatchKind::Take {
            Assign::can_be_given(dossier, self.officer, &procedure.process, token)?;
        }
        Ok(())
    }

    /// The colleagues who can have its step, where steps are given.
    pub fn able(
        &self,
        act: &BatchAct,
        wished: &Wished,
        dossier: &Dossier,
        procedure: &Procedure,
    ) -> Vec<AccountId> {
        let token = self.token(act, wished, dossier).ok().filter(|_| act.kind == BatchKind::Give);
        let Some(token) = token else { return Vec::new() };
        let process = &procedure.process;
        let able = |other: &&Officer| Assign::can_be_given(dossier, other, process, token).is_ok();
        self.colleagues.iter().filter(able).map(|other| other.account).collect()
    }

    /// What is done to a dossier.
    pub fn command(&self, act: &BatchAct, wished: &Wished, dossier: &Dossier) -> Result<Command, Why> {
        if act.kind == BatchKind::Undo {
            return self.back(act, wished, dossier);
        }
        let token = self.token(act, wished, dossier)?;
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

    fn token(&self, act: &BatchAct, wished: &Wished, dossier: &Dossier) -> Result<Option<u32>, Why> {
        if !act.kind.of_steps() {
            return Ok(None);
        }
        let step = wished.step.as_ref().ok_or(Why::Refused(Refusal::NothingRuns))?;
        Ok(step.running(dossier).ok_or(Why::Over)?.token)
    }

    /// The act that takes one back; only while nothing has happened since.
    fn back(&self, act: &BatchAct, wished: &Wished, dossier: &Dossier) -> Result<Command, Why> {
        if wished.after != Some(dossier.sequence) {
            return Err(Why::Changed);
        }
        let step = wished.step.as_ref().ok_or(Why::Over)?;
        if act.of == Some(BatchKind::Finish) {
            let leads_back = |running: &&RunningStep| {
                steps_back(dossier, running.token).iter().any(|done| done.id == step.id)
            };
            let running = dossier.steps.iter().find(leads_back).ok_or(Refusal::NoStepBack)?;
            let (token, to) = (running.token, step.id.clone());
            return Ok(Command::SendBack(SendBack { token, to, reason: act.words.clone() }));
        }
        let token = step.running(dossier).ok_or(Why::Over)?.token;
        Ok(match wished.before {
            Some(before) => Command::Assign(Assign { token, to: self.colleague(before)? }),
            None => Command::Release(Release { token }),
        })
    }
}
