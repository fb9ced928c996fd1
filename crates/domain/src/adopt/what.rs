//! What may stand against taking a drawing into use, in words.

use super::Lack;
use crate::deadline::Limit;
use crate::officer::Role;
use crate::time::short_date;
use crate::{Language, Text};
use jiff::civil::Date;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LackKind {
    /// Nobody does anything in it.
    NoSteps,
    NoUnit,
    UnknownUnit {
        said: String,
    },
    UnknownRole {
        said: String,
    },
    /// The role is none by its name, and is read from its words.
    RoleRead {
        said: String,
        role: Role,
    },
    NoTime,
    /// No officer of this division has this role.
    Nobody {
        unit: Text,
        role: Role,
    },
    /// So many others are needed for it at once, one for each time, and the division has fewer.
    TooFew {
        unit: Text,
        role: Role,
        needed: usize,
        there: usize,
    },
    UnknownAgency {
        said: String,
    },
    /// That agency does not offer this procedure to others, or it has no steps yet.
    NotSupplied {
        agency: String,
        procedure: String,
    },
    /// The steps of the other agency take more: `hours` hours.
    ShareTooShort {
        hours: u32,
    },
    /// What another agency does is asked once at a time.
    LinkRepeats,
    /// What is said to the applicant is the name of the element, and it has none.
    NoMessage,
    /// Such an element is not run inside a dossier.
    NotInADossier,
    /// It is done for one of a list after the other, and nobody knows how many there are.
    OneAfterTheOther,
    /// It may lead to the end with no step before it.
    EndsUndecided,
    /// Where the step turns out so, it leads neither on nor to an end by which a dossier may be decided.
    CannotEnd {
        outcome: String,
    },
    /// The last step is one of the counter, which decides nothing.
    DecidedAtTheCounter,
    /// No step ends it with what was applied for.
    NeverGranted,
    /// The longest way takes more working hours than the limit leaves for a dossier accepted on this day.
    TooLong {
        hours: u32,
        limit: Limit,
        accepted: Date,
    },
}

/// What does not stand against it, and should be known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Another agency that works by it lacks something, and one who publishes it answers for that by name.
    Elsewhere { agency: Text, lack: Lack },
    /// A step after which nothing comes decides, and an officer does it, though a head does others.
    DecidedByAnOfficer { step: String },
    /// A step asks for what is missing, which the program does by itself, and pauses the clock then.
    AsksForAdditions { step: String },
    /// A message that by its name is meant for an officer, and goes to who applied.
    TellsWhoApplied { step: String },
    /// A step in which who applied takes the application back, which is an act of every dossier and no decision.
    Withdraws { step: String },
    /// A dossier accepted at the close of this day has less time than the longest way takes.
    LateInTheDay { hours: u32, accepted: Date },
}

impl Doubt {
    pub fn sentence(&self, language: Language) -> String {
        match self {
            Doubt::Elsewhere { agency, lack } => {
                let (agency, told) = (agency.get(language), lack.what.sentence(language));
                if lack.step.is_empty() {
                    format!("{agency}: {told}")
                } else {
                    format!("{agency}, “{}”: {told}", lack.step)
                }
            }
            Doubt::DecidedByAnOfficer { step } => language.pick(
                format!(
                    "Bước cuối “{step}” là bước ra quyết định, và người làm là chuyên viên. Nếu lãnh đạo ký ở bước trước thì bước ký mới là bước cuối: việc vào sổ, đóng dấu, trả kết quả do Một cửa làm, không cần vẽ."
                ),
                format!(
                    "The last step “{step}” is the one that decides, and an officer does it. Where a head signs in the step before, that one is the last: registering, sealing and handing out need not be drawn."
                ),
            ),
            Doubt::AsksForAdditions { step } => language.pick(
                format!(
                    "“{step}”: yêu cầu bổ sung là việc có sẵn trên mỗi hồ sơ; ra văn bản yêu cầu bổ sung thì thời hạn tạm dừng đến khi người nộp bổ sung. Vẽ thành bước thì thời hạn vẫn chạy, nên chỉ giữ bước này nếu nó là việc khác."
                ),
                format!(
                    "“{step}”: asking for what is missing can be done on every dossier anyway, and the limit pauses then until the applicant has completed it. Drawn as a step the limit runs on, so keep the step only if it is something else."
                ),
            ),
            Doubt::TellsWhoApplied { step } => language.pick(
                format!(
                    "“{step}”: điều được gửi trong quy trình luôn đến người nộp. Nếu định nhắc người của cơ quan thì bỏ chỗ này: việc quá giờ đã có trong danh sách và mục nhắc việc của họ."
                ),
                format!(
                    "“{step}”: what a process sends goes to the applicant. If somebody of the agency is to be reminded, leave it out: work over its time stands in their list and their reminders anyway."
                ),
            ),
            Doubt::Withdraws { step } => language.pick(
                format!(
                    "“{step}”: rút hồ sơ là việc có sẵn trên mỗi hồ sơ, người nộp hoặc Một cửa ghi nhận, và hồ sơ kết thúc là đã rút. Vẽ thành bước thì bước cuối chỉ ghi được là từ chối, nên chỉ giữ bước này nếu nó là việc khác."
                ),
                format!(
                    "“{step}”: withdrawing can be done on every dossier anyway, by the applicant or the counter, and the dossier ends as withdrawn. Drawn as a step, the last of them can only be recorded as a denial, so keep the step only if it is something else."
                ),
            ),
            Doubt::LateInTheDay { hours, accepted } => {
                let (day, long) = (short_date(*accepted, language), in_days(*hours, language));
                language.pick(
                    format!(
                        "Đường dài nhất mất {long}: hồ sơ tiếp nhận cuối ngày, như ngày {day}, chỉ kịp nếu có bước xong sớm."
                    ),
                    format!(
                        "The longest way takes {long}: a dossier accepted late in the day, as on {day}, is in time only if a step is done early."
                    ),
                )
            }
        }
    }
}

impl LackKind {
    /// What is asked of an event, and not of a step.
    pub(super) fn is_of_an_event(&self) -> bool {
        matches!(self, LackKind::NotInADossier | LackKind::EndsUndecided | LackKind::NoMessage)
    }

    pub fn sentence(&self, language: Language) -> String {
        let (vi, en): (String, String) = match self {
            LackKind::NoSteps => ("Quy trình chưa có bước nào để làm.".into(), "There is no step to do.".into()),
            LackKind::NoUnit => {
                ("Chưa nói phòng nào làm bước này.".into(), "It does not say which division does it.".into())
            }
            LackKind::UnknownUnit { said } => {
                (format!("Cơ quan không có phòng “{said}”."), format!("The agency has no division “{said}”."))
            }
            LackKind::UnknownRole { said } => {
                (format!("Không có vai trò “{said}”."), format!("There is no role “{said}”."))
            }
            LackKind::RoleRead { said, role } => (
                format!(
                    "Không có vai trò “{said}”; theo lời ghi thì hiểu là {}: hãy xem lại.",
                    role.name(Language::Vietnamese)
                ),
                format!(
                    "There is no role “{said}”; by its words it is taken for {}: look at it.",
                    role.name(Language::English)
                ),
            ),
            LackKind::NoTime => {
                ("Chưa có thời gian thực hiện.".into(), "It does not say how long it takes.".into())
            }
            // What the one-stop counter does comes before and after all that is drawn.
            LackKind::Nobody { unit, role: Role::Counter } => (
                format!(
                    "{} chưa có ai làm việc một cửa. Tiếp nhận và trả kết quả đã có Một cửa làm, không cần vẽ: hãy bỏ bước này, hoặc chọn vai trò khác.",
                    unit.vi
                ),
                format!(
                    "Nobody in {} works at the counter. Receiving and returning is done there anyway: remove the step, or choose another role.",
                    unit.get(Language::English)
                ),
            ),
            LackKind::Nobody { unit, role } => (
                format!("{} chưa có ai giữ vai trò {}.", unit.vi, role.name(Language::Vietnamese)),
                format!("Nobody in {} is {}.", unit.get(Language::English), role.name(Language::English)),
            ),
            LackKind::TooFew { unit, role, needed, there } => (
                format!(
                    "Bước này làm {needed} lần, mỗi lần một người khác, mà {} chỉ có {there} người giữ vai trò {}.",
                    unit.vi,
                    role.name(Language::Vietnamese)
                ),
                format!(
                    "It is done {needed} times, by somebody else each time, and {} has only {there} with the role {}.",
                    unit.get(Language::English),
                    role.name(Language::English)
                ),
            ),
            LackKind::UnknownAgency { said } => {
                (format!("Không có cơ quan “{said}”."), format!("There is no agency “{said}”."))
            }
            LackKind::NotSupplied { agency, procedure } => (
                format!("{agency} chưa cung cấp thủ tục “{procedure}”, hoặc thủ tục ấy chưa có bước nào."),
                format!("{agency} does not supply the procedure “{procedure}”, or it has no steps yet."),
            ),
            LackKind::ShareTooShort { hours } => (
                format!("Cơ quan kia cần {hours} giờ làm việc cho các bước của mình, quá thời gian dành cho việc này."),
                format!("The other agency's steps take {hours} working hours: more than is allotted here."),
            ),
            LackKind::LinkRepeats => (
                "Việc nhờ cơ quan khác chưa làm được cho từng phần tử của một danh sách; hãy vẽ từng việc một.".into(),
                "What another agency does cannot be repeated over a list yet; draw each by itself.".into(),
            ),
            LackKind::OneAfterTheOther => (
                "Bước làm lần lượt cho từng phần tử của một danh sách chưa biết dài bao nhiêu, nên không tính được có kịp thời hạn; hãy cho làm cùng lúc.".into(),
                "It is done for one of a list after the other, however many there are, so nobody can say whether there is time; let it be done at once.".into(),
            ),
            LackKind::NoMessage => (
                "Chưa nói báo gì cho người nộp: hãy ghi câu báo.".into(),
                "It does not say what the applicant is told: write the sentence.".into(),
            ),
            LackKind::NotInADossier => (
                "Việc này do một hệ thống khác làm, mà hồ sơ chưa nhờ được hệ thống khác.".into(),
                "Another system would have to do this, which a dossier cannot ask for yet.".into(),
            ),
            LackKind::EndsUndecided => (
                "Sau điều được chờ này quy trình có thể kết thúc mà không ai quyết định hồ sơ; hãy bỏ điều chờ này, hoặc đặt sau nó một bước ra quyết định.".into(),
                "After what is waited for here it may end with nobody deciding the dossier: remove this wait, or put a step behind it that decides.".into(),
            ),
            LackKind::CannotEnd { outcome } if outcome.is_empty() => (
                "Sau bước này hồ sơ không đi tiếp được và cũng không kết thúc được bằng kết quả nào; hãy xem lại điều kiện của các nhánh.".into(),
                "After this step a dossier can neither go on nor be decided; look at the conditions of its ways.".into(),
            ),
            LackKind::CannotEnd { outcome } => (
                format!("Khi kết quả là “{outcome}”, hồ sơ không đi tiếp được và cũng không kết thúc được; hãy xem lại điều kiện của các nhánh."),
                format!("Where it turns out “{outcome}”, a dossier can neither go on nor be decided; look at the conditions of its ways."),
            ),
            LackKind::DecidedAtTheCounter => (
                "Bước cuối là bước ra quyết định, mà Một cửa không quyết định hồ sơ. Việc trả kết quả đã có Một cửa làm sau quy trình: hãy bỏ bước này, hoặc chuyển nó lên trước bước quyết định.".into(),
                "The last step is the one that decides, and the counter decides nothing. Handing out is done there after the process anyway: remove this step, or move it before the one that decides.".into(),
            ),
            LackKind::NeverGranted => (
                "Quy trình chỉ kết thúc bằng từ chối; hãy chọn lại ý nghĩa của các kết quả, hoặc vẽ nhánh đồng ý.".into(),
                "It only ends with a denial; choose what its outcomes mean, or draw the way on which it is granted.".into(),
            ),
            LackKind::TooLong { hours, limit, accepted } => {
                // Ten days over a long holiday hold few to work in.
                let idle = matches!(limit, Limit::CalendarDays(_) | Limit::Months(_) | Limit::Years(_));
                let (idle_vi, idle_en) =
                    if idle { (" (tính cả ngày nghỉ)", " (days off included)") } else { ("", "") };
                let day = short_date(*accepted, language);
                (
                    format!(
                        "Đường dài nhất, kể cả mỗi lần được quay lại, mất {}, quá thời hạn {}{idle_vi} nếu hồ sơ được tiếp nhận ngày {day}. Hãy giảm thời gian của bước, thời gian chờ hoặc số lần quay lại.",
                        in_days(*hours, Language::Vietnamese),
                        limit.text(Language::Vietnamese),
                    ),
                    format!(
                        "The longest way, with each time it may go back, takes {}: more than the limit of {}{idle_en} leaves a dossier accepted on {day}. Shorten steps or waits, or let it go back fewer times.",
                        in_days(*hours, Language::English),
                        limit.text(Language::English),
                    ),
                )
            }
        };
        language.pick(vi, en)
    }
}

/// Hours of a process, eight a day: `3 ngày 4 giờ`.
fn in_days(hours: u32, language: Language) -> String {
    let days = language.counted(hours / 8, "ngày", "day", "days");
    let left = language.counted(hours % 8, "giờ", "hour", "hours");
    match (hours / 8, hours % 8) {
        (0, _) => left,
        (_, 0) => days,
        _ => format!("{days} {left}"),
    }
}
