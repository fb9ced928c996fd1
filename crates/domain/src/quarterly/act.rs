//! Who may do what with a quarter's report, and what it results in.

use super::{OutsideRow, QuarterlyFact, QuarterlyReport, QuarterlyStage, ReportDue};
use crate::Language;
use crate::agency::{Agency, AgencyId};
use crate::officer::Officer;
use jiff::civil::Date;

/// Maximum letters of a number, of remarks.
pub const NUMBER_MAX: usize = 100;
pub const REMARKS_MAX: usize = 2_000;

/// What an officer wants done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuarterlyAct {
    Bring {
        source: String,
        rows: Vec<OutsideRow>,
    },
    Drop {
        source: String,
    },
    Check,
    /// With the digest of what is frozen by it.
    Send {
        number: String,
        frozen: String,
    },
    Receive,
    Return {
        remarks: String,
    },
    Remind,
    Reopen {
        why: String,
    },
}

/// On which side an officer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportSide {
    /// Of the agency whose report it is.
    Own,
    /// Of the agency that controls its procedures.
    Controlling,
}

/// What decides besides the record.
#[derive(Clone, Copy, Debug)]
pub struct QuarterlyContext {
    pub part: ReportSide,
    pub heads_agency: bool,
    /// Whether another agency here receives it.
    pub controlled: bool,
    pub today: Date,
}

/// On which side an officer stands to an agency's report: the head of the agency, and the heads in the office that controls,
/// for its own report and those it receives. Nobody else sees that there is one.
pub fn part_of(officer: &Officer, agency: AgencyId, agencies: &[Agency], day: Date) -> Option<ReportSide> {
    let controls = |known: &Agency| known.standing_on(day, agencies).controlling == Some(officer.agency);
    if officer.agency == agency {
        let own = officer.heads_agency() || officer.is_head() && agencies.iter().any(controls);
        return own.then_some(ReportSide::Own);
    }
    let controlled = agencies.iter().find(|known| known.id == agency).is_some_and(controls);
    (officer.is_head() && controlled).then_some(ReportSide::Controlling)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuarterlyRefusal {
    /// It is done on the other side.
    OtherSide,
    NotOver,
    NotOpen,
    NotChecked,
    CheckedAlready,
    HeadSends,
    NotSent,
    NothingSent,
    OpenAlready,
    SentAlready,
    RemindedToday,
    NoNumber,
    NoRemarks,
    NoSource,
    TooLong,
}

impl QuarterlyRefusal {
    pub const ALL: [QuarterlyRefusal; 15] = [
        QuarterlyRefusal::OtherSide,
        QuarterlyRefusal::NotOver,
        QuarterlyRefusal::NotOpen,
        QuarterlyRefusal::NotChecked,
        QuarterlyRefusal::CheckedAlready,
        QuarterlyRefusal::HeadSends,
        QuarterlyRefusal::NotSent,
        QuarterlyRefusal::NothingSent,
        QuarterlyRefusal::OpenAlready,
        QuarterlyRefusal::SentAlready,
        QuarterlyRefusal::RemindedToday,
        QuarterlyRefusal::NoNumber,
        QuarterlyRefusal::NoRemarks,
        QuarterlyRefusal::NoSource,
        QuarterlyRefusal::TooLong,
    ];

    pub fn sentence(self, language: Language) -> &'static str {
        let (vi, en) = match self {
            QuarterlyRefusal::OtherSide => {
                ("Việc này do cơ quan phía bên kia làm.", "This is done by the agency on the other side.")
            }
            QuarterlyRefusal::NotOver => (
                "Kỳ báo cáo chưa kết thúc; chỉ gửi được sau ngày chốt số liệu.",
                "The period is not over: the report can be sent after its cut-off day.",
            ),
            QuarterlyRefusal::NotOpen => (
                "Báo cáo đã gửi thì không đổi được; muốn sửa, hãy lập bản mới.",
                "What was sent cannot be changed; begin a new issue to correct it.",
            ),
            QuarterlyRefusal::NotChecked => {
                ("Hãy kiểm tra số liệu trước khi gửi.", "Check the figures before sending.")
            }
            QuarterlyRefusal::CheckedAlready => {
                ("Số liệu đã được kiểm tra.", "The figures have been checked already.")
            }
            QuarterlyRefusal::HeadSends => {
                ("Thủ trưởng cơ quan là người gửi báo cáo.", "The head of the agency sends the report.")
            }
            QuarterlyRefusal::NotSent => {
                ("Không có bản nào đang chờ tiếp nhận.", "No issue is waiting to be received.")
            }
            QuarterlyRefusal::NothingSent => (
                "Chưa gửi bản nào nên không có gì để sửa.",
                "Nothing was sent yet, so nothing is to be corrected.",
            ),
            QuarterlyRefusal::OpenAlready => {
                ("Bản mới đang được lập.", "A new issue is being drafted already.")
            }
            QuarterlyRefusal::SentAlready => (
                "Cơ quan đã gửi báo cáo; không cần đôn đốc.",
                "The agency has sent its report: no reminder is needed.",
            ),
            QuarterlyRefusal::RemindedToday => {
                ("Hôm nay đã đôn đốc cơ quan này.", "This agency was reminded today already.")
            }
            QuarterlyRefusal::NoNumber => {
                ("Hãy ghi số, ký hiệu của báo cáo.", "Give the number of the report.")
            }
            QuarterlyRefusal::NoRemarks => ("Hãy ghi lý do.", "Say why."),
            QuarterlyRefusal::NoSource => {
                ("Hãy ghi tên cơ quan dùng hệ thống khác.", "Name the agency that uses another system.")
            }
            QuarterlyRefusal::TooLong => ("Nội dung quá dài.", "That is too long."),
        };
        language.pick(vi, en)
    }
}

/// Whether an act is allowed as the report stands, whatever is typed with it.
pub fn allowed(
    before: &QuarterlyReport,
    act: &QuarterlyAct,
    context: QuarterlyContext,
) -> Result<(), QuarterlyRefusal> {
    use QuarterlyRefusal::*;
    let side = match act {
        QuarterlyAct::Receive | QuarterlyAct::Return { .. } | QuarterlyAct::Remind => ReportSide::Controlling,
        _ => ReportSide::Own,
    };
    let ensure = |holds: bool, refusal| if holds { Ok(()) } else { Err(refusal) };
    ensure(context.part == side, OtherSide)?;
    match act {
        QuarterlyAct::Bring { .. } | QuarterlyAct::Drop { .. } => ensure(before.is_open(), NotOpen),
        QuarterlyAct::Check => {
            ensure(before.is_open(), NotOpen)?;
            ensure(before.stage != QuarterlyStage::Checked, CheckedAlready)
        }
        QuarterlyAct::Send { .. } => {
            ensure(before.is_open(), NotOpen)?;
            let over = before.due.as_ref().is_some_and(|due| due.quarter.period().to < context.today);
            ensure(over, NotOver)?;
            ensure(before.stage == QuarterlyStage::Checked, NotChecked)?;
            ensure(context.heads_agency, HeadSends)
        }
        QuarterlyAct::Receive | QuarterlyAct::Return { .. } => {
            ensure(before.stage == QuarterlyStage::Sent, NotSent)
        }
        QuarterlyAct::Remind => {
            ensure(before.is_open(), SentAlready)?;
            let again = before.reminded.is_some_and(|at| at.date() == context.today);
            ensure(!again, RemindedToday)
        }
        QuarterlyAct::Reopen { .. } => {
            ensure(before.last().is_some(), NothingSent)?;
            ensure(!before.is_open(), OpenAlready)
        }
    }
}

/// Whether an act is allowed, and what it results in. The first act on a report that is due begins its record.
pub fn decide(
    before: &QuarterlyReport,
    due: &ReportDue,
    act: &QuarterlyAct,
    context: QuarterlyContext,
) -> Result<Vec<QuarterlyFact>, QuarterlyRefusal> {
    let begun = QuarterlyReport { due: Some(due.clone()), ..before.clone() };
    allowed(&begun, act, context)?;
    let issue = before.issues.len() as u32;
    let fact = match act {
        QuarterlyAct::Bring { source, rows } => QuarterlyFact::RowsBrought {
            source: words(source, NUMBER_MAX, QuarterlyRefusal::NoSource)?,
            rows: rows.clone(),
        },
        QuarterlyAct::Drop { source } => QuarterlyFact::RowsDropped { source: source.clone() },
        QuarterlyAct::Check => QuarterlyFact::Checked {},
        QuarterlyAct::Send { number, frozen } => QuarterlyFact::Sent {
            issue: issue + 1,
            number: words(number, NUMBER_MAX, QuarterlyRefusal::NoNumber)?,
            frozen: frozen.clone(),
        },
        QuarterlyAct::Receive => QuarterlyFact::Received { issue },
        QuarterlyAct::Return { remarks } => QuarterlyFact::Returned {
            issue,
            remarks: words(remarks, REMARKS_MAX, QuarterlyRefusal::NoRemarks)?,
        },
        QuarterlyAct::Remind => QuarterlyFact::Reminded {},
        QuarterlyAct::Reopen { why } => {
            QuarterlyFact::Reopened { why: words(why, REMARKS_MAX, QuarterlyRefusal::NoRemarks)? }
        }
    };
    let begins = before.due.is_none().then(|| QuarterlyFact::Begun { due: due.clone() });
    Ok(begins.into_iter().chain([fact]).collect())
}

fn words(text: &str, most: usize, missing: QuarterlyRefusal) -> Result<String, QuarterlyRefusal> {
    let text = text.trim();
    match text.chars().count() {
        0 => Err(missing),
        length if length > most => Err(QuarterlyRefusal::TooLong),
        _ => Ok(text.to_string()),
    }
}
