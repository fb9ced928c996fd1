//! What of an element is missing or cannot be read, by its name in words.

use crate::model::{INSTANCES_MAX, TIMES_MAX};

/// A part of an element: of the standard, or of what is said beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What an event waits for.
    Condition,
    /// What a rule works out.
    Rule,
    LinkName,
    /// For how many something is done.
    Count,
    /// How often a way is taken at most.
    Bound,
    /// How often something is repeated at most.
    Rounds,
    Role,
    /// By what an outcome is told from the others of its step.
    Outcome,
    /// What an outcome means to who applied.
    Means,
}

/// The roles a step may be for: the key, and what it is called.
pub const ROLES: [(&str, &str, &str); 4] = [
    ("counter", "Cán bộ một cửa", "Counter officer"),
    ("officer", "Chuyên viên", "Division officer"),
    ("division-head", "Trưởng phòng", "Head of division"),
    ("agency-head", "Thủ trưởng cơ quan", "Head of agency"),
];

impl Part {
    /// That it is missing, in Vietnamese and in English.
    pub(super) fn missing(self) -> (String, String) {
        let (vi, en) = match self {
            Part::Condition => ("Chưa nói chờ điều kiện gì.", "It does not say what condition it waits for."),
            Part::Rule => (
                "Việc này tính theo công thức nhưng chưa có công thức: cần tên của giá trị và cách tính ra nó.",
                "This is worked out by a formula, and there is none: it needs the name of a value, and how it is worked out.",
            ),
            Part::LinkName => ("Dấu nối trang này chưa có tên.", "This connector has no name."),
            Part::Count => (
                "Chưa nói bước này làm mấy lần (cho mấy người, mấy nơi).",
                "It does not say how many times it is done (for how many persons, places).",
            ),
            Part::Bound | Part::Rounds => {
                ("Chưa nói nhiều nhất là bao nhiêu lần.", "It does not say how often at most.")
            }
            Part::Role => ("Chưa nói vai trò.", "It does not say which role."),
            Part::Outcome => (
                "Một kết quả của bước này chưa có mã (key) để điều kiện nhắc đến.",
                "An outcome of this step has no key that conditions could name.",
            ),
            Part::Means => ("Chưa nói kết quả có nghĩa gì.", "It does not say what the outcome means."),
        };
        (vi.into(), en.into())
    }

    /// That what stands there is none, and what may.
    pub(super) fn unread(self, text: &str) -> (String, String) {
        let keys = ROLES.map(|(key, ..)| key).join(", ");
        match self {
            Part::Bound | Part::Rounds => (
                format!("“{text}” không phải là số lần nhiều nhất: cần một số nguyên từ 1 đến {TIMES_MAX}."),
                format!(
                    "“{text}” does not say how often at most: a whole number from 1 to {TIMES_MAX} does."
                ),
            ),
            Part::Count => (
                format!(
                    "“{text}” không phải là số đối tượng làm được ở đây: cần một số nguyên từ 1 đến {INSTANCES_MAX}, hoặc một danh sách."
                ),
                format!(
                    "“{text}” is not for how many it can be done here: a whole number from 1 to {INSTANCES_MAX}, or a list of no more."
                ),
            ),
            Part::Role => (
                format!("Không có vai trò “{text}”. Có thể là: {keys}, hoặc tên của vai trò."),
                format!("There is no role “{text}”. It may be: {keys}, or the name of one."),
            ),
            Part::Outcome => (
                format!("Hai kết quả của bước này cùng mang mã “{text}”, nên không phân biệt được."),
                format!("Two outcomes of this step have the key “{text}”, so nothing tells them apart."),
            ),
            Part::Means => (
                format!("“{text}” không nói kết quả có nghĩa gì: có thể là granted, denied hoặc neither."),
                format!("“{text}” is not what an outcome may mean: granted, denied or neither."),
            ),
            Part::Condition | Part::Rule | Part::LinkName => {
                (format!("Không đọc được “{text}” ở đây."), format!("“{text}” cannot be read here."))
            }
        }
    }
}
