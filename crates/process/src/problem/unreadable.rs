//! Why a file is no process at all.

use super::{Finding, Trouble, cut};
use language::Text;

/// Why a file is no process at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It could not be opened.
    NoFile {
        kind: std::io::ErrorKind,
    },
    TooLarge {
        bytes: u64,
    },
    /// The encoding is not known, or the bytes are not in it.
    /// A file of several packed in one, as spreadsheets and text documents are.
    Packed,
    Encoding {
        name: String,
    },
    /// It declares a document type: the way entities multiply and other files are reached.
    Declarations,
    TooDeep,
    TooManyAttributes,
    TooManyElements,
    /// It breaks off, or a tag is not closed: where, and what the parser says.
    NotXml {
        line: u32,
        words: String,
    },
    /// XML of another kind.
    NotBpmn {
        root: String,
    },
    NoProcess,
    /// Two elements of one id.
    Twice {
        id: String,
        line: u32,
    },
}

impl From<Unreadable> for Finding {
    fn from(unreadable: Unreadable) -> Finding {
        let line = match &unreadable {
            Unreadable::NotXml { line, .. } | Unreadable::Twice { line, .. } => *line,
            _ => 0,
        };
        let element = match &unreadable {
            Unreadable::Twice { id, .. } => id.clone(),
            _ => String::new(),
        };
        Finding { trouble: Trouble::Unreadable(unreadable), element, name: String::new(), line }
    }
}

impl Unreadable {
    pub fn code(&self) -> &'static str {
        match self {
            Unreadable::NoFile { .. } => "no-file",
            Unreadable::TooLarge { .. } => "too-large",
            Unreadable::Packed => "packed",
            Unreadable::Encoding { .. } => "unreadable-encoding",
            Unreadable::Declarations => "document-type",
            Unreadable::TooDeep => "too-deep",
            Unreadable::TooManyAttributes => "too-many-attributes",
            Unreadable::TooManyElements => "too-many-elements",
            Unreadable::NotXml { .. } => "not-xml",
            Unreadable::NotBpmn { .. } => "not-bpmn",
            Unreadable::NoProcess => "no-process",
            Unreadable::Twice { .. } => "id-twice",
        }
    }

    pub fn sentences(&self) -> Text {
        let pair = |vi: &str, en: &str| (vi.to_string(), en.to_string());
        Text::from(match self {
            Unreadable::NoFile { kind } => {
                let (vi, en) = why(*kind);
                (format!("Không mở được tệp: {vi}."), format!("The file cannot be opened: {en}."))
            }
            Unreadable::TooLarge { bytes } => (
                format!(
                    "Tệp quá lớn ({} MB); nhiều nhất là {} MB.",
                    bytes.div_ceil(1 << 20),
                    crate::BYTES_MAX >> 20
                ),
                format!(
                    "The file is too large ({} MB); at most {} MB.",
                    bytes.div_ceil(1 << 20),
                    crate::BYTES_MAX >> 20
                ),
            ),
            Unreadable::Packed => (
                "Tệp này là bảng tính, văn bản hoặc tệp nén, không phải bản vẽ. Bảng các bước được đọc khi là tệp XLSX; \
                 trên dòng lệnh, trước hết đổi nó thành bản vẽ bằng `motcua process convert`."
                    .into(),
                "This file is a spreadsheet, a document or an archive, and no drawing. A table of steps is read as XLSX; on the \
                 command line, turn it into a drawing first by `motcua process convert`."
                    .into(),
            ),
            Unreadable::Encoding { name } => (
                format!("Không đọc được chữ trong tệp theo bảng mã “{}”. Hãy lưu lại bằng UTF-8.", cut(name)),
                format!("The letters of the file cannot be read as “{}”. Save it as UTF-8.", cut(name)),
            ),
            Unreadable::Declarations => pair(
                "Tệp có phần khai báo kiểu tài liệu (DOCTYPE), là thứ có thể gây hại; tệp quy trình không cần phần này.",
                "The file declares a document type (DOCTYPE), which can do harm; a process needs none.",
            ),
            Unreadable::TooDeep => pair(
                "Các phần tử trong tệp lồng nhau quá sâu.",
                "The elements of the file lie inside each other too deeply.",
            ),
            Unreadable::TooManyAttributes => pair(
                "Một phần tử trong tệp có quá nhiều thuộc tính.",
                "An element of the file has too many attributes.",
            ),
            Unreadable::TooManyElements => {
                pair("Tệp có quá nhiều phần tử.", "The file has too many elements.")
            }
            Unreadable::NotXml { line, words } => (
                format!(
                    "Tệp không phải là XML đúng, từ dòng {line}. Có thể tệp bị cắt ngang hoặc thiếu dấu đóng."
                ),
                format!("The file is not well-formed XML, from line {line}: {}.", cut(words)),
            ),
            Unreadable::NotBpmn { root } => (
                format!("Đây không phải là tệp BPMN 2.0: phần tử gốc là “{}”.", cut(root)),
                format!("This is not a BPMN 2.0 file: its root is “{}”.", cut(root)),
            ),
            Unreadable::NoProcess => {
                pair("Trong tệp không có quy trình nào.", "There is no process in the file.")
            }
            Unreadable::Twice { id, .. } => {
                let id = cut(id);
                (format!("Hai phần tử cùng mang mã “{id}”."), format!("Two elements have the id “{id}”."))
            }
        })
    }
}

/// What a system says when a file cannot be opened, in Vietnamese and in English.
fn why(kind: std::io::ErrorKind) -> (&'static str, &'static str) {
    use std::io::ErrorKind;
    match kind {
        ErrorKind::NotFound => ("không có tệp này", "there is no such file"),
        ErrorKind::PermissionDenied => ("không được phép đọc tệp này", "reading it is not permitted"),
        ErrorKind::IsADirectory => ("đây là một thư mục", "it is a directory"),
        ErrorKind::NotADirectory => ("đường dẫn đi qua một tệp", "its path leads through a file"),
        _ => ("hệ thống không đọc được", "the system cannot read it"),
    }
}
