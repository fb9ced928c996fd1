//! How the form of an act is read.

use super::name;
use crate::dossier::text::Words;
use crate::limits;
use app::files::{self, StoredFile};
use domain::dossier::{
    Accept, AskCompletion, Assign, Command, Complete, Decide, Delivery, Extend, FinishStep, HandOver,
    Involve, Involvement, JoinAccount, Kind, LateCause, Outcome, PaperGiven, Pause, PauseFor, Receive,
    Refusal, Refuse, Release, Remark, Request, Resume, Return, SendBack, Stop, Withdraw,
};
use domain::officer::AccountId;
use domain::procedure::{Channel, Procedure};
use std::collections::BTreeMap;
use ui::posted::file_sentence;
use ui::{Ask, Failure, Posted};

type Problems = Vec<(String, String)>;

/// So many letters of a line, such as the number of a document.
const SHORT_MAX: usize = 200;

/// Reads the form of an act: the command with the files it brings, or what is wrong and where.
pub async fn read(
    kind: Kind,
    ask: &Ask,
    posted: &Posted,
    procedure: &Procedure,
    channel: Channel,
    token: Option<u32>,
) -> Result<Result<(Command, Vec<StoredFile>), Problems>, Failure> {
    let t = Words(ask.language);
    let mut problems = Problems::new();
    let text = |field: &str| posted.text(&name(kind, field));
    let words = text("words");
    let document = text("document");
    if words.chars().count() > 4_000 {
        problems.push((name(kind, "words"), t.too_long().into()));
    }
    for field in ["document", "recipient"] {
        if text(field).chars().count() > SHORT_MAX {
            problems.push((name(kind, field), t.line_too_long().into()));
        }
    }
    let papers: Vec<String> = posted
        .all(&name(kind, "papers"))
        .into_iter()
        .filter(|id| procedure.paper(id).is_some())
        .map(str::to_string)
        .collect();
    let mut date = |field: &str, required: bool| {
        let part = |part: &str| posted.text(&format!("{}-{part}", name(kind, field)));
        let typed = [part("day"), part("month"), part("year")];
        if typed.iter().all(String::is_empty) {
            if required {
                problems.push((name(kind, field), t.date_missing().into()));
            }
            return None;
        }
        let read = forms::Kind::Date.read(&typed.join("/")).ok().and_then(|date| date.parse().ok());
        if read.is_none() {
            problems.push((name(kind, field), t.date_wrong().into()));
        }
        read
    };
    let by = date("by", false);
    let to = if kind == Kind::Extend { date("to", true) } else { None };
    if by.is_some_and(|by: jiff::civil::Date| by < ask.today()) {
        problems.push((name(kind, "by"), t.date_past().into()));
    }
    let (rows, file_names) = taken(kind, ask, posted, &mut problems);
    let decided = || Outcome::parse(&text("outcome"));
    let request = || Request { papers: papers.clone(), by, words: words.clone() };
    let command = match kind {
        Kind::Accept => {
            let limit = limits::read(posted, &name(kind, "limit"), procedure, &[channel]);
            Some(Command::Accept(Accept { limit }))
        }
        Kind::HandOver => Some(Command::HandOver(HandOver)),
        Kind::AskCompletion => Some(Command::AskCompletion(AskCompletion { request: request() })),
        Kind::Refuse => Some(Command::Refuse(Refuse { reason: words })),
        Kind::Assign | Kind::Involve => {
            let id = text("officer").parse().ok().map(AccountId);
            let found = match id {
                Some(id) => ask.app().find_officer(id).await?,
                None => None,
            };
            if found.is_none() {
                let said = if kind == Kind::Involve { t.choose_colleague() } else { t.choose_officer() };
                problems.push((name(kind, "officer"), said.into()));
            }
            let how = text("how");
            if kind == Kind::Involve && Involvement::parse(&how).is_none() && how != "none" {
                problems.push((name(kind, "how"), t.choose_involved().into()));
            }
            found.map(|(officer, _)| match kind {
                Kind::Assign => Command::Assign(Assign { token, to: officer }),
                _ => Command::Involve(Involve { officer, how: Involvement::parse(&how) }),
            })
        }
        Kind::Remark => Some(Command::Remark(Remark { words })),
        Kind::Release => Some(Command::Release(Release { token })),
        Kind::FinishStep => {
            let outcome = Some(text("outcome")).filter(|outcome| !outcome.is_empty());
            Some(Command::FinishStep(FinishStep {
                token,
                words,
                outcome,
                late: LateCause::parse(&text("late")),
            }))
        }
        Kind::Decide => {
            let outcome = decided();
            if outcome.is_none() {
                problems.push((name(kind, "outcome"), t.choose_outcome().into()));
            }
            if document.is_empty() {
                problems.push((name(kind, "document"), t.document_missing().into()));
            }
            let result = rows.first().map(files::fact);
            outcome.map(|outcome| {
                Command::Decide(Decide {
                    token,
                    outcome,
                    document,
                    reason: words,
                    result,
                    file_names: file_names.clone(),
                    late: LateCause::parse(&text("late")),
                })
            })
        }
        Kind::Receive => {
            let answer = decided().map(|outcome| (outcome, document));
            Some(Command::Receive(Receive { event: text("event"), words, answer }))
        }
        Kind::SendBack => {
            let to = text("to");
            Some(Command::SendBack(SendBack { token, to, reason: words }))
        }
        Kind::PauseForApplicant => {
            Some(Command::Pause(Pause { cause: PauseFor::Applicant { request: request() }, document }))
        }
        Kind::PauseForFee => {
            match forms::Kind::Money.read(&text("amount")).ok().and_then(|amount| amount.parse().ok()) {
                Some(amount) => {
                    Some(Command::Pause(Pause { cause: PauseFor::Fee { amount, words }, document }))
                }
                None => {
                    problems.push((name(kind, "amount"), t.amount_wrong().into()));
                    None
                }
            }
        }
        Kind::Resume => Some(Command::Resume(Resume { words })),
        Kind::Complete => {
            let first = papers.first().cloned().unwrap_or_else(|| "other".into());
            let mut given: Vec<PaperGiven> = papers
                .iter()
                .map(|paper| PaperGiven { paper: paper.clone(), originals: 1, copies: 0, file: None })
                .collect();
            given.extend(rows.iter().map(|row| PaperGiven {
                paper: first.clone(),
                originals: 0,
                copies: 1,
                file: Some(files::fact(row)),
            }));
            Some(Command::Complete(Complete { papers: given, file_names: file_names.clone(), words }))
        }
        Kind::Extend => to.map(|to| Command::Extend(Extend { to, document, reason: words })),
        Kind::Return => match Delivery::parse(&text("how")).filter(|how| *how != Delivery::Online) {
            Some(how) => Some(Command::Return(Return { how, recipient: text("recipient") })),
            None => {
                problems.push((name(kind, "how"), t.choose_how().into()));
                None
            }
        },
        Kind::JoinAccount => match ask.app().find_account(&text("login")).await? {
            Some(account) => Some(Command::JoinAccount(JoinAccount { account: account.id })),
            None => {
                problems.push((name(kind, "login"), t.no_account().into()));
                None
            }
        },
        Kind::Withdraw => Some(Command::Withdraw(Withdraw { words })),
        Kind::Stop => Some(Command::Stop(Stop { document, reason: words })),
    };
    Ok(match command.filter(|_| problems.is_empty()) {
        Some(command) => Ok((command, rows)),
        None => Err(problems),
    })
}

/// Files that came with the form, as rows to be written with the act.
fn taken(
    kind: Kind,
    ask: &Ask,
    posted: &Posted,
    problems: &mut Problems,
) -> (Vec<StoredFile>, BTreeMap<i64, String>) {
    let mut rows = Vec::new();
    let mut names = BTreeMap::new();
    for file in &posted.files {
        match &file.landed {
            Ok(landed) => {
                let paper = if kind == Kind::Decide { "result" } else { "other" };
                let row = ask.app().file_row(landed, &file.name, paper, None);
                names.insert(row.id, row.name.clone());
                rows.push(row);
            }
            Err(problem) => {
                problems.push((file.field.clone(), file_sentence(*problem, &file.name, ask.language)));
            }
        }
    }
    (rows, names)
}

/// The field a refusal is about, so that the sentence stands beside it.
pub fn culprit(kind: Kind, refusal: &Refusal) -> String {
    let field = match refusal {
        Refusal::ReasonMissing | Refusal::OpinionMissing | Refusal::NothingAsked | Refusal::NothingGiven => {
            "words"
        }
        Refusal::LimitNotChosen => "limit",
        Refusal::OutcomeNotChosen | Refusal::AnswerMissing => "outcome",
        Refusal::LateCauseMissing => "late",
        Refusal::NoStepBack => "to",
        Refusal::NotAwaited => "event",
        Refusal::DocumentMissing => "document",
        Refusal::AmountMissing => "amount",
        Refusal::DateNotLater { .. } | Refusal::DateNotWorking => "to",
        Refusal::RecipientMissing => "recipient",
        Refusal::CannotBeAssigned | Refusal::CannotBeInvolved | Refusal::NotInvolved => "officer",
        Refusal::ResultFileMissing => "result",
        _ => return String::new(),
    };
    name(kind, field)
}
