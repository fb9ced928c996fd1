//! What was seen in a table and is not simply a step: each is told, for whoever brought it to look at.

use language::Text;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetRemark {
    HiddenSheet {
        name: String,
    },
    HiddenSheetNotRead {
        name: String,
    },
    OtherSheet {
        name: String,
    },
    LargeSheet {
        name: String,
    },
    HiddenRow {
        row: usize,
    },
    HiddenHeading {
        row: usize,
    },
    HiddenColumn {
        column: String,
    },
    ColumnNotRead {
        column: String,
        heading: String,
    },
    Phase {
        row: usize,
        name: String,
    },
    /// A row above others that says who does it: a phase, or a step of its own.
    EitherPhase {
        row: usize,
        name: String,
        rows: (usize, usize),
    },
    /// It has a time of its own that its steps do not add up to.
    PhaseTime {
        row: usize,
        name: String,
        time: String,
    },
    PhaseProduct {
        row: usize,
        name: String,
        product: String,
    },
    /// Ways lead into its middle or out of it.
    LoosePhase {
        row: usize,
        name: String,
    },
    Note {
        row: usize,
        text: String,
    },
    /// Rows below the table, the first and the last: signatures, notes, another table.
    Below {
        rows: (usize, usize),
        text: String,
    },
    /// Headings of another table above those that were read.
    OtherTable {
        row: usize,
    },
    Total {
        row: usize,
        text: String,
    },
    Doers {
        row: usize,
        first: String,
        others: String,
    },
    Inherited {
        row: usize,
        who: String,
    },
    SharedTime {
        row: usize,
    },
    UnknownRole {
        row: usize,
        text: String,
    },
    /// When it is done stands where it should say how long it takes: nothing is known of that.
    TimeOpen {
        row: usize,
        text: String,
    },
    /// Its time is no whole number of minutes.
    RoundedTime {
        row: usize,
        text: String,
        minutes: u32,
    },
}

impl SheetRemark {
    /// The row of the step or the phase it is about.
    pub(super) fn row(&self) -> Option<usize> {
        match self {
            SheetRemark::HiddenRow { row }
            | SheetRemark::Phase { row, .. }
            | SheetRemark::EitherPhase { row, .. }
            | SheetRemark::PhaseTime { row, .. }
            | SheetRemark::PhaseProduct { row, .. }
            | SheetRemark::LoosePhase { row, .. }
            | SheetRemark::Doers { row, .. }
            | SheetRemark::Inherited { row, .. }
            | SheetRemark::SharedTime { row }
            | SheetRemark::UnknownRole { row, .. }
            | SheetRemark::TimeOpen { row, .. }
            | SheetRemark::RoundedTime { row, .. } => Some(*row),
            _ => None,
        }
    }

    /// A sentence in Vietnamese and in English.
    pub fn sentences(&self) -> Text {
        Text::from(match self {
            SheetRemark::HiddenSheet { name } => (
                format!("Bảng được đọc từ trang tính “{name}”, là trang đang bị ẩn."),
                format!("The table was read from the sheet “{name}”, which is hidden."),
            ),
            SheetRemark::HiddenSheetNotRead { name } => (
                format!("Trang tính “{name}” đang bị ẩn và không được đọc."),
                format!("The sheet “{name}” is hidden and was not read."),
            ),
            SheetRemark::OtherSheet { name } => (
                format!("Trang tính “{name}” cũng có bảng quy trình nhưng không được đọc."),
                format!("The sheet “{name}” has such a table too, which was not read."),
            ),
            SheetRemark::LargeSheet { name } => (
                format!("Trang tính “{name}” quá lớn nên không được xem đến."),
                format!("The sheet “{name}” is too large to be looked at."),
            ),
            SheetRemark::HiddenRow { row } => (
                format!(
                    "Dòng {row} đang bị ẩn trong bảng nhưng vẫn được đọc; nếu không dùng nữa, hãy xóa dòng này."
                ),
                format!(
                    "Row {row} is hidden in the sheet and was read all the same; delete it if it is not to count."
                ),
            ),
            SheetRemark::HiddenHeading { row } => (
                format!("Dòng tiêu đề {row} đang bị ẩn trong bảng; các cột vẫn được đọc theo dòng này."),
                format!(
                    "The row of headings {row} is hidden in the sheet; columns were read by it all the same."
                ),
            ),
            SheetRemark::HiddenColumn { column } => (
                format!("Cột {column} đang bị ẩn trong bảng nhưng vẫn được đọc."),
                format!("Column {column} is hidden in the sheet and was read all the same."),
            ),
            SheetRemark::ColumnNotRead { column, heading } => (
                format!("Cột {column} “{heading}” không được đọc."),
                format!("Column {column} “{heading}” was not read."),
            ),
            SheetRemark::Phase { row, name } => (
                format!("Dòng {row} “{name}” là tên giai đoạn: các bước bên dưới thành một nhóm."),
                format!("Row {row} “{name}” names a phase: the steps below it are a group."),
            ),
            SheetRemark::EitherPhase { row, name, rows } => (
                format!(
                    "Dòng {row} “{name}” đứng trên {below} mà vẫn ghi người thực hiện: dòng này được coi là tên giai đoạn, không tính là một bước. Nếu đây là một bước riêng, hãy đánh số ngang hàng với các bước bên dưới.",
                    below = rows_of("dòng", "các dòng", *rows)
                ),
                format!(
                    "Row {row} “{name}” stands above {under} and says who does it all the same: it was taken for a phase, and counts as no step. If it is a step of its own, number it as those below.",
                    under = rows_of("row", "rows", *rows)
                ),
            ),
            SheetRemark::PhaseTime { row, name, time } => (
                format!(
                    "Giai đoạn “{name}” (dòng {row}) ghi thời gian {time}, khác với tổng của các bước bên trong; chỉ tính thời gian của từng bước."
                ),
                format!(
                    "The phase “{name}” (row {row}) says {time}, which is not what its steps add up to; only the times of the steps count."
                ),
            ),
            SheetRemark::PhaseProduct { row, name, product } => (
                format!(
                    "Giai đoạn “{name}” (dòng {row}) ghi kết quả “{product}”; hãy ghi vào bước làm ra kết quả đó."
                ),
                format!(
                    "The phase “{name}” (row {row}) names the product “{product}”, which was not read; write it at its step."
                ),
            ),
            SheetRemark::LoosePhase { row, name } => (
                format!(
                    "Giai đoạn “{name}” (dòng {row}) không thành nhóm được, vì có đường đi vào hoặc đi ra ở giữa."
                ),
                format!(
                    "The phase “{name}” (row {row}) is not kept as a group: ways lead into it or out of it midway."
                ),
            ),
            SheetRemark::Note { row, text } => (
                format!("Dòng {row} được coi là ghi chú, không phải là bước: “{text}”."),
                format!("Row {row} was taken for a remark, not for a step: “{text}”."),
            ),
            SheetRemark::Below { rows: (first, last), text } => (
                format!("Các dòng {first}–{last} nằm dưới bảng nên không được đọc: “{text}”…"),
                format!("Rows {first}–{last} stand below the table and were not read: “{text}”…"),
            ),
            SheetRemark::OtherTable { row } => (
                format!("Bảng có tiêu đề ở dòng {row} không được đọc, vì bảng bên dưới giống quy trình hơn."),
                format!(
                    "The table with headings in row {row} was not read: the one below is more like a process."
                ),
            ),
            SheetRemark::Total { row, text } => (
                format!("Dòng {row} ghi tổng thời gian “{text}”, khác với tổng của các bước."),
                format!("Row {row} says “{text}” in all, which is not what the steps add up to."),
            ),
            SheetRemark::Doers { row, first, others } => (
                format!(
                    "Dòng {row} có nhiều người thực hiện; bước được giao cho “{first}”, chưa kể: {others}."
                ),
                format!("Row {row} names several who do it; “{first}” does the step, without: {others}."),
            ),
            SheetRemark::Inherited { row, who } => (
                format!("Dòng {row} để trống người thực hiện nên lấy theo dòng trên: “{who}”."),
                format!("Row {row} does not say who does it; it is taken from the row above: “{who}”."),
            ),
            SheetRemark::SharedTime { row } => (
                format!("Ô thời gian ở dòng {row} gộp cho nhiều bước; chỉ tính cho bước đầu."),
                format!("The time in row {row} is one cell for several steps; it counts for the first."),
            ),
            SheetRemark::UnknownRole { row, text } => (
                format!("Dòng {row}: chưa rõ “{text}” là vai trò nào."),
                format!("Row {row}: “{text}” is no role known here."),
            ),
            SheetRemark::TimeOpen { row, text } => (
                format!("Dòng {row} ghi thời gian “{text}”, không nói bước làm trong bao lâu."),
                format!("Row {row} says “{text}”, which does not say how long the step takes."),
            ),
            SheetRemark::RoundedTime { row, text, minutes } => (
                format!(
                    "Dòng {row} ghi thời gian “{text}”, không phải số phút nguyên; được tính là {minutes} phút."
                ),
                format!(
                    "Row {row} says “{text}”, which is no whole number of minutes; it is taken as {minutes} minutes."
                ),
            ),
        })
    }
}

fn rows_of(one: &str, several: &str, (first, last): (usize, usize)) -> String {
    if first == last { format!("{one} {first}") } else { format!("{several} {first}–{last}") }
}

/// A column as sheets call it: `A`, `AB`.
pub(super) fn letters(column: usize) -> String {
    let (mut left, mut letters) = (column + 1, String::new());
    while left > 0 {
        letters.insert(0, char::from(b'A' + ((left - 1) % 26) as u8));
        left = (left - 1) / 26;
    }
    letters
}
