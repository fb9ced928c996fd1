//! What differs, in sentences.

use super::{Difference, DifferenceKind, ElementPart};
use crate::model::Means;
use crate::table::time_in_words;
use crate::time::WorkingTime;
use language::{Language, Text};

impl ElementPart {
    pub fn names(self) -> (&'static str, &'static str) {
        match self {
            ElementPart::Name => ("tên", "name"),
            ElementPart::English => ("tên tiếng Anh", "English name"),
            ElementPart::Unit => ("phòng", "division"),
            ElementPart::Role => ("vai trò", "role"),
            ElementPart::Time => ("thời gian", "time"),
            ElementPart::Product => ("sản phẩm", "product"),
            ElementPart::ProductEnglish => ("sản phẩm bằng tiếng Anh", "English product"),
            ElementPart::Outcomes => ("kết quả của bước", "outcomes"),
            ElementPart::Linked => ("cơ quan khác làm", "done by another agency"),
            ElementPart::ApartFrom => ("không cùng người với", "not by whoever did"),
            ElementPart::Repeats => ("lặp", "repetition"),
            ElementPart::Timer => ("thời điểm, thông điệp hoặc điều kiện", "moment, message or condition"),
            ElementPart::Returned => ("hoàn trả, thu hồi", "returned"),
            ElementPart::Kind => ("loại phần tử", "kind of element"),
            ElementPart::Means => ("nghĩa là", "which means"),
        }
    }
}

impl Difference {
    pub fn sentences(&self) -> Text {
        let (name, english) = (&self.name, &self.english);
        let said = |text: &str| if text.is_empty() { "–".to_string() } else { text.to_string() };
        Text::from(match &self.how {
            DifferenceKind::Added => (format!("Thêm “{name}”"), format!("“{english}” is new")),
            DifferenceKind::Removed => (format!("Bỏ “{name}”"), format!("“{english}” is gone")),
            DifferenceKind::Changed { part: ElementPart::Kind, .. } => {
                (format!("“{name}” là phần tử loại khác"), format!("“{english}” is of another kind"))
            }
            DifferenceKind::Changed { part, before, after } => {
                let ((vi, en), before, after) =
                    (part.names(), in_words(*part, before), in_words(*part, after));
                (
                    format!("“{name}”, {vi}: {} → {}", before.vi, after.vi),
                    format!("“{english}”, {en}: {} → {}", before.en, after.en),
                )
            }
            DifferenceKind::WayAdded { from, to } => (
                format!("Thêm đường từ “{}” đến “{}”", from.vi, to.vi),
                format!("A way from “{}” to “{}” is new", from.en, to.en),
            ),
            DifferenceKind::WayRemoved { from, to } => (
                format!("Bỏ đường từ “{}” đến “{}”", from.vi, to.vi),
                format!("The way from “{}” to “{}” is gone", from.en, to.en),
            ),
            DifferenceKind::WayChanged { from, to, before, after } => {
                let (vi, en) = ((said(&before.vi), said(&after.vi)), (said(&before.en), said(&after.en)));
                (
                    format!("Đường từ “{}” đến “{}”: {} → {}", from.vi, to.vi, vi.0, vi.1),
                    format!("The way from “{}” to “{}”: {} → {}", from.en, to.en, en.0, en.1),
                )
            }
        })
    }
}

/// What is said of a part, in both languages: a time in words, and nothing as a dash.
fn in_words(part: ElementPart, said: &str) -> Text {
    if said.is_empty() {
        return Text::new("–", "–");
    }
    if part == ElementPart::Means {
        return match Means::of_key(said) {
            Some(Means::Granted) => Text::new("đồng ý giải quyết", "granted"),
            Some(Means::Denied) => Text::new("từ chối giải quyết", "denied"),
            _ => Text::new("do bước cuối quyết định", "as the last step decides"),
        };
    }
    let timed = matches!(part, ElementPart::Time | ElementPart::Timer);
    match WorkingTime::parse(said).filter(|_| timed) {
        Some(time) => {
            Text::new(time_in_words(time, Language::Vietnamese), time_in_words(time, Language::English))
        }
        None => Text::new(said, said),
    }
}
