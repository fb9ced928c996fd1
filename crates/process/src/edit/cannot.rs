//! Why a change of a process is not made, in words.

use super::LENGTH_MAX;
use crate::model::INSTANCES_MAX;
use crate::problem::{Finding, Trouble};
use feel::Problem;
use language::Text;

/// Why a change is not made.
#[derive(Clone, Debug, PartialEq)]
pub enum CannotChange {
    /// No such element, or none this can be done with.
    NoSuch {
        id: String,
    },
    /// More than one way leads on from it, so nobody can say what comes after it.
    Tangled {
        name: String,
    },
    NotInOneScope,
    NoName,
    BadTime {
        text: String,
    },
    BadExpression {
        text: String,
        problems: Vec<Problem>,
    },
    NoTimes,
    /// There would be none left.
    LastStep,
    /// The one step does not come before the other.
    NotEarlier,
    /// A condition elsewhere asks how it turned out.
    StillNamed {
        condition: String,
    },
    /// It would no longer be sound.
    WouldBreak {
        finding: Box<Finding>,
    },
    TooLong {
        text: String,
    },
    /// Another way out of the same choice is chosen by an answer of this name.
    SameAnswer {
        name: String,
    },
    /// Nothing can be done so often.
    BadCount {
        text: String,
    },
}

impl CannotChange {
    pub fn sentences(&self) -> Text {
        Text::from(match self {
            CannotChange::NoSuch { id } => {
                (format!("Trong bản vẽ không có “{id}”."), format!("There is no “{id}” in the drawing."))
            }
            CannotChange::Tangled { name } => (
                format!("Từ “{name}” có nhiều đường đi tiếp nên chưa sửa được ở đây; hãy sửa trên tệp BPMN."),
                format!(
                    "Several ways lead on from “{name}”, so it cannot be changed here; change the BPMN file."
                ),
            ),
            CannotChange::SameAnswer { name } => (
                format!(
                    "Ở chỗ rẽ này đã có kết quả “{name}” cho nhánh khác; hãy đặt tên khác để người chọn phân biệt được."
                ),
                format!(
                    "Another way is taken here for “{name}” already; give this one another name, so that they can be told apart."
                ),
            ),
            CannotChange::BadCount { text } => (
                format!("“{text}” không phải số lần làm được: hãy ghi một số từ 1 đến {INSTANCES_MAX}."),
                format!("Nothing can be done “{text}” times: write a number from 1 to {INSTANCES_MAX}."),
            ),
            CannotChange::StillNamed { condition } => (
                format!(
                    "Điều kiện “{condition}” còn dùng kết quả của bước này; hãy sửa hoặc bỏ đường ấy trước."
                ),
                format!(
                    "The condition “{condition}” still asks how this step turned out; change or remove that way first."
                ),
            ),
            CannotChange::NotInOneScope => (
                "Hai bước không nằm trong cùng một quy trình con.".into(),
                "The two steps do not lie in the same group of steps.".into(),
            ),
            CannotChange::NoName => ("Hãy đặt tên cho bước.".into(), "Give the step a name.".into()),
            CannotChange::BadTime { text } => (
                format!("“{text}” không phải thời gian làm việc; ví dụ: 4 giờ, 2 ngày, 30 phút."),
                format!("“{text}” is no working time; write 4h, 2 days or 30 minutes."),
            ),
            CannotChange::BadExpression { text, problems } => {
                let told: Vec<Text> = problems.iter().map(Problem::sentences).collect();
                let all = |side: fn(&Text) -> &str| told.iter().map(side).collect::<Vec<_>>().join(" ");
                (
                    format!("Biểu thức “{text}”: {}", all(|told| &told.vi)),
                    format!("The expression “{text}”: {}", all(|told| &told.en)),
                )
            }
            CannotChange::NoTimes => (
                "Hãy ghi được quay lại nhiều nhất mấy lần, từ 1 đến 1000.".into(),
                "Say how often it may go back at most, from 1 to 1000.".into(),
            ),
            CannotChange::NotEarlier => (
                "Chỉ quay lại được một bước đã qua.".into(),
                "It can only go back to a step that came before.".into(),
            ),
            CannotChange::WouldBreak { finding } => {
                let Text { vi, en } = finding.trouble.sentences();
                let (at, near) = match finding.name.as_str() {
                    "" => Default::default(),
                    name => (format!(" “{name}”:"), format!(" “{name}”:")),
                };
                let (then_vi, then_en) = match finding.trouble {
                    Trouble::Deadlock | Trouble::NotSynchronised => (
                        " Ở đây có bước làm cùng lúc: hãy đặt thay đổi này sau khi các bước ấy đã xong.",
                        " Steps run at once here: make this change after they have met.",
                    ),
                    _ => Default::default(),
                };
                (
                    format!("Sửa như vậy thì quy trình không còn chạy đúng:{at} {vi}{then_vi}"),
                    format!("The process would no longer run:{near} {en}{then_en}"),
                )
            }
            CannotChange::TooLong { text } => {
                let begun: String = text.chars().take(30).collect();
                (
                    format!("“{begun}…” dài quá {LENGTH_MAX} ký tự."),
                    format!("“{begun}…” is longer than {LENGTH_MAX} characters."),
                )
            }
            CannotChange::LastStep => (
                "Đây là bước duy nhất, không bỏ được.".into(),
                "This is the only step; it cannot be removed.".into(),
            ),
        })
    }
}
