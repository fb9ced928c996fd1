//! What is wrong with an expression, in a sentence for its author.

use crate::problem::{ExpressionTrouble, Problem};
use language::Text;

/// What a type is called by people who are no programmers.
fn in_vietnamese(name: &str) -> &str {
    match name {
        "boolean" => "điều đúng hoặc sai",
        "number" => "con số",
        "string" => "chữ trong ngoặc kép",
        "date" => "ngày",
        "time" => "giờ",
        "date and time" => "ngày giờ",
        "days and time duration" => "khoảng thời gian",
        "years and months duration" => "khoảng tháng năm",
        "null" => "giá trị trống",
        name if name.starts_with("list") => "danh sách",
        name if name.starts_with("range") => "khoảng",
        name => name,
    }
}

impl Problem {
    /// A sentence for the author.
    pub fn sentences(&self) -> Text {
        Text::from(match &self.trouble {
            ExpressionTrouble::EndsTooEarly => {
                ("Biểu thức còn thiếu phần sau.".into(), "The expression ends too early.".into())
            }
            ExpressionTrouble::NotExpected { found } => {
                (format!("“{found}” không đúng chỗ."), format!("“{found}” does not belong here."))
            }
            ExpressionTrouble::NotClosed => (
                "Thiếu dấu đóng của một đoạn chữ hoặc chú thích.".into(),
                "A text or a comment is not closed.".into(),
            ),
            ExpressionTrouble::NotANumber { found } => (
                format!("“{found}” không phải là số đọc được."),
                format!("“{found}” is not a number we can keep."),
            ),
            ExpressionTrouble::NotTemporal { found } => (
                format!("“{found}” không phải là ngày, giờ hay khoảng thời gian."),
                format!("“{found}” is no date, time or duration."),
            ),
            ExpressionTrouble::NotAPattern { found } => (
                format!("“{found}” không phải là một mẫu tìm được."),
                format!("“{found}” is no pattern that finds anything."),
            ),
            ExpressionTrouble::TooDeep => (
                "Biểu thức lồng quá nhiều lớp.".into(),
                "The expression has too many parts inside parts.".into(),
            ),
            ExpressionTrouble::UnknownName { name, like } => {
                meant(format!("Không có tên “{name}”."), format!("There is no name “{name}”."), like)
            }
            ExpressionTrouble::UnknownFunction { name, like } => {
                meant(format!("Không có hàm “{name}”."), format!("There is no function “{name}”."), like)
            }
            ExpressionTrouble::UnknownPart { name, like } => {
                meant(format!("Ở đây không có “{name}”."), format!("There is no “{name}” in it."), like)
            }
            ExpressionTrouble::WrongArguments { name } => (
                format!("Hàm “{name}” cần các giá trị khác."),
                format!("The function “{name}” takes other arguments."),
            ),
            ExpressionTrouble::NotOneOf { text, known, .. } if known.is_empty() => (
                format!("Ở đây không bao giờ có giá trị nào, nên không thể là “{text}”."),
                format!("It never holds any value, so it cannot be “{text}”."),
            ),
            ExpressionTrouble::NotOneOf { text, known, like } => {
                let all: Vec<String> = known.iter().map(|known| format!("“{known}”")).collect();
                let all = all.join(", ");
                let vietnamese = format!("Không bao giờ có giá trị “{text}”; chỉ có {all}.");
                meant(vietnamese, format!("It is never “{text}”, only {all}."), like)
            }
            ExpressionTrouble::WrongType { needed, found } => (
                format!("Cần {} nhưng đây là {}.", in_vietnamese(needed), in_vietnamese(found)),
                format!("This should be {needed}, but is {found}."),
            ),
            ExpressionTrouble::NeverFit { left, right } => (
                format!("Không so sánh hay ghép được {} với {}.", in_vietnamese(left), in_vietnamese(right)),
                format!("{left} and {right} can never be compared or joined."),
            ),
            ExpressionTrouble::UnknownType { name, like } => {
                meant(format!("Không có kiểu “{name}”."), format!("There is no type “{name}”."), like)
            }
            ExpressionTrouble::NeverTrue { found } => (
                format!(
                    "Sau “if” là {}, không bao giờ đúng, nên luôn lấy phần “else”.",
                    in_vietnamese(found)
                ),
                format!(
                    "After “if” stands a value of type {found}, which is never true: it is always the part after “else”."
                ),
            ),
        })
    }
}

/// Two sentences, each with the question whether the nearest known name was meant.
fn meant(vietnamese: String, english: String, like: &Option<String>) -> (String, String) {
    match like {
        Some(like) => {
            (format!("{vietnamese} Có phải “{like}” không?"), format!("{english} Did you mean “{like}”?"))
        }
        None => (vietnamese, english),
    }
}
