//! The acts, one a file: when each is allowed, what it decides, what its effect will be.

mod accept;
mod ask_completion;
mod assign;
mod change_process;
mod complete;
mod decide;
mod effect;
mod extend;
mod file;
mod finish_step;
mod hand_over;
mod involve;
mod join_account;
mod note_answer;
mod pause;
mod recalculate;
mod recall;
mod receive;
mod refuse;
mod release;
mod remark;
mod resume;
mod return_result;
mod send_back;
mod stop;
mod time_came;
mod withdraw;

pub use accept::Accept;
pub use ask_completion::AskCompletion;
pub use assign::Assign;
pub use change_process::{ChangeProcess, Unplaced, place};
pub use complete::Complete;
pub use decide::Decide;
pub use effect::Effect;
use effect::effect;
pub use extend::Extend;
pub use file::{FileDossier, file};
pub use finish_step::FinishStep;
pub use hand_over::HandOver;
pub use involve::Involve;
pub use join_account::JoinAccount;
pub use note_answer::NoteAnswer;
pub use pause::{Pause, PauseFor};
pub use recalculate::Recalculate;
pub use recall::Recall;
pub use receive::{Receive, receivable};
pub use refuse::Refuse;
pub use release::Release;
pub use remark::Remark;
pub use resume::Resume;
pub use return_result::Return;
pub use send_back::{SendBack, steps_back};
pub use stop::Stop;
pub use time_came::TimeCame;
pub use withdraw::Withdraw;

use super::{Dossier, Event, Refusal};
use crate::Language;
use crate::calendar::Calendar;
use crate::officer::Actor;
use crate::procedure::Procedure;
use crate::rules::RulePack;
use crate::time::Instant;

/// Who, and what.
#[derive(Clone, Debug)]
pub struct Act {
    pub actor: Actor,
    pub command: Command,
}

/// What the decision may look at, all as values.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    pub now: Instant,
    /// Of the competent agency: the legal limit and the steps run by it.
    pub calendar: &'a Calendar,
    /// Of the receiving agency: answers to filings run by it.
    pub receiving_calendar: &'a Calendar,
    pub pack: &'a RulePack,
    /// The pinned version.
    pub procedure: &'a Procedure,
}

/// Everything that can be done with a dossier once it is there.
#[derive(Clone, Debug)]
pub enum Command {
    Accept(Accept),
    AskCompletion(AskCompletion),
    Refuse(Refuse),
    Complete(Complete),
    HandOver(HandOver),
    Assign(Assign),
    Release(Release),
    Involve(Involve),
    Remark(Remark),
    FinishStep(FinishStep),
    SendBack(SendBack),
    Decide(Decide),
    Pause(Pause),
    Resume(Resume),
    Extend(Extend),
    Stop(Stop),
    Withdraw(Withdraw),
    Return(Return),
    JoinAccount(JoinAccount),
    Receive(Receive),
    TimeCame(TimeCame),
    ChangeProcess(ChangeProcess),
    Recalculate(Recalculate),
    NoteAnswer(NoteAnswer),
    Recall(Recall),
}

/// What the law allows. Changes nothing.
pub fn decide(before: &Dossier, act: &Act, context: &Context) -> Result<Vec<Event>, Refusal> {
    let actor = &act.actor;
    match &act.command {
        Command::Accept(command) => command.decide(before, actor, context),
        Command::AskCompletion(command) => command.decide(before, actor),
        Command::Refuse(command) => command.decide(before, actor),
        Command::Complete(command) => command.decide(before, actor, context),
        Command::HandOver(command) => command.decide(before, actor, context),
        Command::Assign(command) => command.decide(before, actor, context),
        Command::Release(command) => command.decide(before, actor),
        Command::Involve(command) => command.decide(before, actor, context),
        Command::Remark(command) => command.decide(before, actor, context),
        Command::FinishStep(command) => command.decide(before, actor, context),
        Command::SendBack(command) => command.decide(before, actor, context),
        Command::Decide(command) => command.decide(before, actor, context),
        Command::Pause(command) => command.decide(before, actor, context),
        Command::Resume(command) => command.decide(before, actor, context),
        Command::Extend(command) => command.decide(before, actor, context),
        Command::Stop(command) => command.decide(before, actor),
        Command::Withdraw(command) => command.decide(before, actor),
        Command::Return(command) => command.decide(before, actor),
        Command::JoinAccount(command) => command.decide(before, actor),
        Command::Receive(command) => command.decide(before, actor, context),
        Command::TimeCame(command) => command.decide(before, actor, context),
        Command::ChangeProcess(command) => command.decide(before, actor, context),
        Command::Recalculate(command) => command.decide(before, actor, context),
        Command::NoteAnswer(command) => command.decide(before, actor, context),
        Command::Recall(command) => command.decide(before, actor),
    }
}

/// The acts an officer is offered on the dossier's page, in the order they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Accept,
    AskCompletion,
    Refuse,
    HandOver,
    Assign,
    Release,
    FinishStep,
    Decide,
    SendBack,
    Remark,
    Involve,
    Receive,
    PauseForApplicant,
    PauseForFee,
    Resume,
    Complete,
    Extend,
    Return,
    JoinAccount,
    Withdraw,
    Stop,
}

impl Kind {
    pub const ALL: [Kind; 21] = [
        Kind::Accept,
        Kind::AskCompletion,
        Kind::Refuse,
        Kind::HandOver,
        Kind::Assign,
        Kind::Release,
        Kind::FinishStep,
        Kind::Decide,
        Kind::SendBack,
        Kind::Remark,
        Kind::Involve,
        Kind::Receive,
        Kind::PauseForApplicant,
        Kind::PauseForFee,
        Kind::Resume,
        Kind::Complete,
        Kind::Extend,
        Kind::Return,
        Kind::JoinAccount,
        Kind::Withdraw,
        Kind::Stop,
    ];

    pub const fn key(self) -> &'static str {
        match self {
            Kind::Accept => "accept",
            Kind::AskCompletion => "ask-completion",
            Kind::Refuse => "refuse",
            Kind::HandOver => "hand-over",
            Kind::Assign => "assign",
            Kind::Release => "release",
            Kind::Involve => "involve",
            Kind::Remark => "remark",
            Kind::FinishStep => "finish-step",
            Kind::Decide => "decide",
            Kind::SendBack => "send-back",
            Kind::Receive => "receive",
            Kind::PauseForApplicant => "pause-for-applicant",
            Kind::PauseForFee => "pause-for-fee",
            Kind::Resume => "resume",
            Kind::Complete => "complete",
            Kind::Extend => "extend",
            Kind::Return => "return",
            Kind::JoinAccount => "join-account",
            Kind::Withdraw => "withdraw",
            Kind::Stop => "stop",
        }
    }

    pub fn parse(key: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.key() == key)
    }

    pub fn name(self, language: Language) -> &'static str {
        let (vi, en) = match self {
            Kind::Accept => ("Tiếp nhận hồ sơ", "Accept the dossier"),
            Kind::AskCompletion => ("Yêu cầu hoàn thiện hồ sơ", "Ask for completion"),
            Kind::Refuse => ("Từ chối tiếp nhận", "Refuse reception"),
            Kind::HandOver => ("Chuyển đến phòng chuyên môn", "Hand over to the division"),
            Kind::Assign => ("Nhận hoặc giao việc", "Take or assign"),
            Kind::Release => ("Trả việc về phòng", "Give the step back"),
            Kind::Involve => ("Mời hoặc thôi phối hợp, theo dõi", "Ask to support or follow, or leave"),
            Kind::Remark => ("Ghi ý kiến", "Write an opinion"),
            Kind::FinishStep => ("Hoàn thành bước này", "Finish this step"),
            Kind::Receive => ("Ghi nhận điều quy trình đang chờ", "Record what the process waits for"),
            Kind::SendBack => ("Trả lại bước trước", "Send back to an earlier step"),
            Kind::Decide => ("Ghi kết quả giải quyết", "Record the decision"),
            Kind::PauseForApplicant => ("Tạm dừng, yêu cầu bổ sung", "Pause and ask for papers"),
            Kind::PauseForFee => ("Tạm dừng, chờ nghĩa vụ tài chính", "Pause for a payment"),
            Kind::Resume => ("Tiếp tục giải quyết", "Resume"),
            Kind::Complete => ("Nhận giấy tờ bổ sung tại quầy", "Take in further papers"),
            Kind::Extend => ("Xin lỗi và hẹn lại ngày", "Apologise and set a new date"),
            Kind::Return => ("Trả kết quả", "Return the result"),
            Kind::JoinAccount => ("Gắn vào tài khoản của người nộp", "Join to the applicant's account"),
            Kind::Withdraw => ("Ghi nhận rút hồ sơ", "Record a withdrawal"),
            Kind::Stop => ("Dừng giải quyết", "Stop handling"),
        };
        language.pick(vi, en)
    }

    /// Whether the actor may do it now, with the running step of a token where it is about one; asked by pages to explain why a button is missing.
    pub fn allowed(
        self,
        dossier: &Dossier,
        actor: &Actor,
        procedure: &Procedure,
        token: Option<u32>,
    ) -> Result<(), Refusal> {
        match self {
            Kind::Accept => Accept::allowed(dossier, actor),
            Kind::AskCompletion => AskCompletion::allowed(dossier, actor),
            Kind::Refuse => Refuse::allowed(dossier, actor),
            Kind::HandOver => HandOver::allowed(dossier, actor),
            Kind::Assign => Assign::allowed(dossier, actor, &procedure.process, token),
            Kind::Release => Release::allowed(dossier, actor, token),
            Kind::Involve => Involve::allowed(dossier, actor, &procedure.process),
            Kind::Remark => Remark::allowed(dossier, actor, &procedure.process),
            Kind::FinishStep => FinishStep::allowed(dossier, actor, &procedure.process, token),
            Kind::Receive => Receive::allowed(dossier, actor),
            Kind::SendBack => SendBack::allowed(dossier, actor, &procedure.process, token),
            Kind::Decide => Decide::allowed(dossier, actor, &procedure.process, token),
            Kind::PauseForApplicant | Kind::PauseForFee => Pause::allowed(dossier, actor, &procedure.process),
            Kind::Resume => Resume::allowed(dossier, actor, &procedure.process),
            Kind::Complete => Complete::allowed(dossier, actor),
            Kind::Extend => Extend::allowed(dossier, actor),
            Kind::Return => Return::allowed(dossier, actor),
            Kind::JoinAccount => JoinAccount::allowed(dossier, actor),
            Kind::Withdraw => Withdraw::allowed(dossier, actor),
            Kind::Stop => Stop::allowed(dossier, actor),
        }
    }
}

/// An act with its effect, or with the reason it is not offered.
#[derive(Clone, Debug)]
pub struct Offer {
    pub kind: Kind,
    pub answer: Result<Effect, Refusal>,
}

/// Every act, permitted or not; those about a running step, for that of a token.
pub fn offers(dossier: &Dossier, actor: &Actor, context: &Context, token: Option<u32>) -> Vec<Offer> {
    Kind::ALL
        .into_iter()
        .map(|kind| {
            let answer = kind
                .allowed(dossier, actor, context.procedure, token)
                .map(|()| effect(kind, dossier, context, token));
            Offer { kind, answer }
        })
        .collect()
}

#[cfg(test)]
mod tests;
