//! The kinds of what a table cannot hold, in sentences for who has one written.

use crate::problem::{Finding, cut};
use language::Text;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lost {
    /// It could not be read in the first place.
    Unread(Box<Finding>),
    /// A start by a message, a time, a signal.
    StartEvent,
    SeveralStarts,
    /// A wait for a time.
    Timer,
    /// A wait for a message or a signal, and one that is sent.
    Received,
    Sent,
    /// A wait until something becomes true.
    Condition,
    /// That something done is returned, and by what.
    Returned,
    /// An event on the edge of a step.
    Boundary,
    EventChoice,
    Inclusive,
    SubProcess,
    /// What an event begins beside the rest.
    EventSubProcess,
    EndKind,
    Repeated,
    EachOf,
    Called,
    /// Somebody does it outside of any system.
    Manual,
    Service,
    Rule,
    OtherAgency,
    NotRun,
    Person,
    ApartFrom,
    Outcomes,
    OutcomesInEnglish,
    ProductInEnglish,
    Documentation,
    OtherProcess,
    /// Data, texts and messages drawn beside: the word of the standard.
    Beside(String),
    /// What another program keeps beside the standard: its word for it.
    Extension(String),
    /// A way out of a choice that does not say when.
    NoCondition,
    /// A condition that looks at a step by its id.
    LooksAtStep,
    SharedBound,
    Join,
    Ways,
    /// What a row says would be read as something else.
    Reads,
    TooLong,
    /// Nothing of it is a step.
    NoSteps,
}

impl Lost {
    /// A word for programs, stable.
    pub fn code(&self) -> &'static str {
        match self {
            Lost::Unread(finding) => finding.trouble.code(),
            Lost::StartEvent => "start-event",
            Lost::SeveralStarts => "several-starts",
            Lost::Timer => "timer",
            Lost::Received => "received",
            Lost::Sent => "sent",
            Lost::Condition => "condition",
            Lost::Returned => "returned",
            Lost::Boundary => "boundary-event",
            Lost::EventChoice => "event-choice",
            Lost::Inclusive => "inclusive",
            Lost::SubProcess => "sub-process",
            Lost::EventSubProcess => "event-sub-process",
            Lost::EndKind => "end-event",
            Lost::Repeated => "loop",
            Lost::EachOf => "multi-instance",
            Lost::Called => "call",
            Lost::Manual => "manual",
            Lost::Service => "service",
            Lost::Rule => "rule",
            Lost::OtherAgency => "other-agency",
            Lost::NotRun => "not-executable",
            Lost::Person => "person",
            Lost::ApartFrom => "apart-from",
            Lost::Outcomes => "outcomes",
            Lost::OutcomesInEnglish => "outcomes-english",
            Lost::ProductInEnglish => "product-english",
            Lost::Documentation => "documentation",
            Lost::OtherProcess => "other-process",
            Lost::Beside(_) => "beside",
            Lost::Extension(_) => "extension",
            Lost::NoCondition => "no-condition",
            Lost::LooksAtStep => "looks-at-step",
            Lost::SharedBound => "shared-bound",
            Lost::Join => "join",
            Lost::Ways => "ways",
            Lost::Reads => "reads-otherwise",
            Lost::TooLong => "too-long",
            Lost::NoSteps => "no-steps",
        }
    }

    /// What it is, in Vietnamese and in English.
    pub fn sentences(&self) -> Text {
        let (vi, en) = match self {
            Lost::Unread(finding) => return finding.trouble.sentences(),
            Lost::Beside(word) => {
                let (vi, en) = crate::problem::kind(word);
                return Text::from((
                    format!("Bảng không có chỗ cho {vi} được vẽ bên cạnh."),
                    format!("{} {en} that is drawn beside has no place in a table.", article(en)),
                ));
            }
            Lost::Extension(word) => {
                let word = cut(word);
                return Text::from((
                    format!("“{word}” của phần mềm khác không có chỗ trong bảng."),
                    format!("“{word}”, which another program keeps there, has no place in a table."),
                ));
            }
            Lost::StartEvent => (
                "Bảng không ghi được điều làm quy trình bắt đầu.",
                "A table does not say by what a process is started.",
            ),
            Lost::SeveralStarts => ("Bảng chỉ có một điểm bắt đầu.", "A table begins at one place."),
            Lost::Timer => ("Bảng không có sự kiện hẹn giờ.", "A table has no timers."),
            Lost::Received => (
                "Bảng không có việc chờ thông điệp, tín hiệu.",
                "A table does not wait for messages or signals.",
            ),
            Lost::Sent => {
                ("Bảng không có việc gửi thông điệp, tín hiệu.", "A table sends no messages or signals.")
            }
            Lost::Condition => (
                "Bảng không có việc chờ một điều kiện thành đúng.",
                "A table does not wait for something to become true.",
            ),
            Lost::Returned => (
                "Bảng không ghi được việc hoàn trả, thu hồi kết quả đã làm.",
                "A table does not say how what was done is returned.",
            ),
            Lost::Boundary => {
                ("Bảng không có sự kiện ở viền của bước.", "A table has no events on the edge of a step.")
            }
            Lost::EventChoice => ("Bảng không có điểm chờ sự kiện.", "A table has no choice by events."),
            Lost::Inclusive => (
                "Bảng không có điểm rẽ một hoặc nhiều nhánh.",
                "A table has no choice of one or several ways.",
            ),
            Lost::SubProcess => (
                "Quy trình con này không ghi được thành giai đoạn.",
                "This sub-process cannot be written as a phase.",
            ),
            Lost::EventSubProcess => (
                "Bảng không có phần việc do sự kiện bắt đầu trong lúc quy trình đang chạy.",
                "A table has nothing that an event begins while the process runs.",
            ),
            Lost::EndKind => ("Bảng chỉ có kết thúc thường.", "The ends of a table are plain ones."),
            Lost::Repeated => {
                ("Bảng không ghi được bước lặp lại.", "A table does not say that a step is repeated.")
            }
            Lost::EachOf => (
                "Bảng không ghi được bước làm cho từng phần tử.",
                "A table does not say that a step is done for each of several.",
            ),
            Lost::Called => ("Bảng không gọi được quy trình khác.", "A table calls no other process."),
            Lost::Manual => (
                "Trong bảng, việc làm ngoài hệ thống sẽ thành bước thường.",
                "In a table, what is done outside of any system becomes a plain step.",
            ),
            Lost::Service => (
                "Trong bảng, việc do hệ thống làm sẽ thành bước của người.",
                "In a table, what a system does becomes a step of people.",
            ),
            Lost::Rule => (
                "Trong bảng, quy tắc sẽ thành bước của người.",
                "In a table, a rule becomes a step of people.",
            ),
            Lost::OtherAgency => (
                "Trong bảng, việc của cơ quan khác sẽ thành bước thường.",
                "In a table, what another agency does becomes a plain step.",
            ),
            Lost::NotRun => ("Phần tử này không có chỗ trong bảng.", "This element has no place in a table."),
            Lost::Person => {
                ("Bảng không ghi đích danh người làm.", "A table does not name the person who does it.")
            }
            Lost::ApartFrom => (
                "Bảng không ghi được bước phải do người khác làm.",
                "A table does not say whose steps must be done by somebody else.",
            ),
            Lost::Outcomes => (
                "Các kết quả của bước này không ghi đủ được.",
                "How this step may turn out cannot be written whole.",
            ),
            Lost::OutcomesInEnglish => (
                "Bảng có cột tên tiếng Anh cho bước, không có cho từng kết quả của bước.",
                "A table has a column for the English name of a step, none for how the step turns out.",
            ),
            Lost::ProductInEnglish => (
                "Bảng có một cột sản phẩm; tên sản phẩm bằng tiếng Anh không ghi được.",
                "A table has one column for what a step produces; its English name cannot be written.",
            ),
            Lost::Documentation => {
                ("Phần thuyết minh không có chỗ trong bảng.", "Its documentation has no place in a table.")
            }
            Lost::OtherProcess => (
                "Bảng chỉ chứa một quy trình; quy trình này bị bỏ lại.",
                "A table holds one process; this one is left out.",
            ),
            Lost::NoCondition => (
                "Nhánh này chưa nói khi nào thì đi.",
                "This way out of a choice does not say when it is taken.",
            ),
            Lost::LooksAtStep => (
                "Điều kiện nhắc đến một bước bằng mã, mà bảng không có mã.",
                "The condition speaks of a step by its id, which a table does not have.",
            ),
            Lost::SharedBound => {
                ("Giới hạn số lần này dùng chung cho nhiều đường.", "This bound is shared by several ways.")
            }
            Lost::Join => (
                "Điểm hợp nhánh này không đứng ngay trước một bước.",
                "This join does not stand right before a step.",
            ),
            Lost::Ways => (
                "Các đường đi từ đây không ghi đủ được vào một ô.",
                "The ways on from here cannot be written in one cell.",
            ),
            Lost::Reads => {
                ("Khi đọc lại bảng, dòng này sẽ thành khác.", "Read again, this row would be something else.")
            }
            Lost::NoSteps => ("Không có bước nào để ghi vào bảng.", "There is no step to write."),
            Lost::TooLong => {
                ("Nội dung dài hơn một bảng tính chứa được.", "It is longer than a sheet can hold.")
            }
        };
        Text::from((vi.to_string(), en.to_string()))
    }
}

/// What a noun of English begins a sentence with.
fn article(noun: &str) -> &'static str {
    if noun.starts_with(['a', 'e', 'i', 'o', 'u']) { "An" } else { "A" }
}
