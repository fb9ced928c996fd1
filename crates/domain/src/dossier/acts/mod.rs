//! The acts, one a file: what is asked for, when it is allowed, what it decides, how it is offered. A new one is its file
//! and its two lines here.

mod kind;
mod list;
mod offer;

mod accept;
mod ask_completion;
mod assign;
mod change_process;
mod complete;
mod correct;
mod decide;
mod explain_late;
mod extend;
mod file;
mod finish_step;
mod hand_over;
mod involve;
mod join_account;
mod judge_request;
mod look_up;
mod note_answer;
mod note_contact;
mod note_late;
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

pub use change_process::place;
pub use correct::Standing;
pub use file::{FileDossier, file};
pub use kind::{Act, Offered, decide, expected, offers};
pub use offer::{Effect, Offer};
pub use pause::PauseFor;
pub use receive::receivable;
pub use send_back::{steps_back, steps_back_by};

use super::context::Context;
use super::event::Event;
use super::refusal::Refusal;
use super::state::Dossier;
use crate::officer::Actor;

// The number a request for it is known by for ever, its command, and what officers are offered of it, in the order
// shown.
list::acts! {
    0 accept::Accept { Accept: OFFER }
    1 ask_completion::AskCompletion { AskCompletion: OFFER }
    2 refuse::Refuse { Refuse: OFFER }
    4 hand_over::HandOver { HandOver: OFFER }
    5 assign::Assign { Assign: OFFER }
    6 release::Release { Release: OFFER }
    9 finish_step::FinishStep { FinishStep: OFFER }
    11 decide::Decide { Decide: OFFER }
    10 send_back::SendBack { SendBack: OFFER }
    8 remark::Remark { Remark: OFFER }
    7 involve::Involve { Involve: OFFER }
    31 note_contact::NoteContact { NoteContact: OFFER }
    32 look_up::LookUp { LookUp: OFFER }
    19 receive::Receive { Receive: OFFER }
    12 pause::Pause { PauseForApplicant: FOR_APPLICANT, PauseForFee: FOR_FEE }
    13 resume::Resume { Resume: OFFER }
    3 complete::Complete { Complete: OFFER }
    14 extend::Extend { Extend: OFFER }
    28 explain_late::ExplainLate { ExplainLate: OFFER }
    26 judge_request::JudgeRequest { JudgeRequest: OFFER }
    17 return_result::Return { Return: OFFER }
    18 join_account::JoinAccount { JoinAccount: OFFER }
    25 correct::Correct { Correct: OFFER }
    16 withdraw::Withdraw { Withdraw: OFFER }
    15 stop::Stop { Stop: OFFER }
    20 time_came::TimeCame {}
    21 change_process::ChangeProcess {}
    22 recalculate::Recalculate {}
    23 note_answer::NoteAnswer {}
    24 recall::Recall {}
    27 note_late::NoteLate {}
}

#[cfg(test)]
mod tests;
