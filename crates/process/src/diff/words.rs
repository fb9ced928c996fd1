//! What differs, in sentences.

use super::{Difference, How, Part};
use crate::table::time_in_words;
use crate::time::WorkingTime;
use language::{Language, Text};

impl Part {
    pub fn names(self) -> (&'static str, &'static str) {
        match self {
            Part::Name => ("tên", "name"),
            Part::English => ("tên tiếng Anh", "English name"),
            Part::Unit => ("phòng", "division"),
            Part::Role => ("vai trò", "role"),
            Part::Time => ("thời gian", "time"),
            Part::Product => ("sản phẩm", "product"),
            Part::Outcomes => ("kết quả của bước", "outcomes"),
            Part::Linked => ("cơ quan khác làm", "done by another agency"),
            Part::ApartFrom => ("không cùng người với", "not by whoever did"),
            Part::Repeats => ("lặp", "repetition"),
            Part::Timer => ("thời điểm, thông điệp hoặc điều kiện", "moment, message or condition"),
            Part::Returned => ("hoàn trả, thu hồi", "returned"),
            Part::Kind => ("loại phần tử", "kind of element"),
        }
    }
}

impl Difference {
    pub fn sentences(&self) -> Text {
        let (name, english) = (&self.name, &self.english);
        let said = |text: &str| if text.is_empty() { "–".to_string() } else { text.to_string() };
        Text::from(match &self.how {
            How::Added => (format!("Thêm “{name}”"), format!("“{english}” is new")),
            How::Removed => (format!("Bỏ “{name}”"), format!("“{english}” is gone")),
            How::Changed { part: Part::Kind, .. } => {
                (format!("“{name}” là phần tử loại khác"), format!("“{english}” is of another kind"))
            }
            How::Changed { part, before, after } => {
                let ((vi, en), before, after) = (part.names(), said(before), said(after));
                if let (Part::Time, Some(left), Some(right)) = (part, in_words(&before), in_words(&after)) {
                    return Text::from((
                        format!("“{name}”, {vi}: {} → {}", left.0, right.0),
                        format!("“{english}”, {en}: {} → {}", left.1, right.1),
                    ));
                }
                (
                    format!("“{name}”, {vi}: {before} → {after}"),
                    format!("“{english}”, {en}: {before} → {after}"),
                )
            }
            How::WayAdded { from, to } => (
                format!("Thêm đường từ “{}” đến “{}”", from.vi, to.vi),
                format!("A way from “{}” to “{}” is new", from.en, to.en),
            ),
            How::WayRemoved { from, to } => (
                format!("Bỏ đường từ “{}” đến “{}”", from.vi, to.vi),
                format!("The way from “{}” to “{}” is gone", from.en, to.en),
            ),
            How::WayChanged { from, to, before, after } => {
                let (vi, en) = ((said(&before.vi), said(&after.vi)), (said(&before.en), said(&after.en)));
                (
                    format!("Đường từ “{}” đến “{}”: {} → {}", from.vi, to.vi, vi.0, vi.1),
                    format!("The way from “{}” to “{}”: {} → {}", from.en, to.en, en.0, en.1),
                )
            }
        })
    }
}

/// A time in both languages; nothing stays as it is.
fn in_words(time: &str) -> Option<(String, String)> {
    if time == "–" {
        return Some((time.into(), time.into()));
    }
    let time = WorkingTime::parse(time)?;
    Some((time_in_words(time, Language::Vietnamese), time_in_words(time, Language::English)))
}
