//! Sheets as ministries and provinces lay them out: what becomes a step, what a phase, and what is told. A line a row, a
//! cell between bars; `===` before a row says that it is one cell over the whole table, `==` that its first two are one.

use process::{Merged, SheetRemark, TableSheet, table};

fn sheet(text: &str) -> TableSheet {
    let mut sheet = TableSheet { name: "Quy trình".into(), ..TableSheet::default() };
    for (row, line) in text.trim().lines().map(str::trim).enumerate() {
        let (merged, line) = match (line.strip_prefix("==="), line.strip_prefix("==")) {
            (Some(line), _) => (Some(4), line),
            (_, Some(line)) => (Some(1), line),
            _ => (None, line),
        };
        sheet.merged.extend(merged.map(|last| Merged { rows: (row, row), columns: (0, last) }));
        let cells = line.split('|').map(|cell| cell.trim().to_string());
        sheet.cells.push(if line.trim() == "-" { Vec::new() } else { cells.collect() });
    }
    sheet
}

/// Steps with who does them and how long, phases with their steps, and what is told, in short.
fn seen(sheets: &[TableSheet]) -> String {
    let read = table(sheets).unwrap_or_else(|problems| panic!("{problems:?}"));
    let step =
        |row: &process::ProcessRow| format!("{} {} {} {}", row.order, row.name, row.responsible, row.time);
    let steps: Vec<String> = read.rows.iter().map(|row| step(row).trim().to_string()).collect();
    let phases =
        read.phases.iter().map(|phase| format!("{} {}..{}", phase.name, phase.rows.start, phase.rows.end));
    let told = read.remarks.iter().filter_map(|remark| {
        Some(match remark {
            SheetRemark::Phase { .. } => return None,
            SheetRemark::EitherPhase { row, .. } => format!("either {row}"),
            SheetRemark::PhaseTime { row, .. } => format!("time {row}"),
            SheetRemark::Note { row, .. } => format!("note {row}"),
            SheetRemark::Below { rows: (first, last), .. } => format!("below {first}-{last}"),
            SheetRemark::OtherTable { row } => format!("above {row}"),
            SheetRemark::OtherSheet { name } => format!("sheet {name}"),
            SheetRemark::Total { row, .. } => format!("total {row}"),
            SheetRemark::Inherited { row, .. } => format!("inherited {row}"),
            SheetRemark::ColumnNotRead { column, .. } => format!("column {column}"),
            other => format!("{other:?}"),
        })
    });
    let (phases, told): (Vec<String>, Vec<String>) = (phases.collect(), told.collect());
    format!("{} / {} / {}", steps.join("; "), phases.join("; "), told.join(", "))
}

#[track_caller]
fn gives(text: &str, expected: &str) {
    assert_eq!(seen(&[sheet(text)]), expected, "{text}");
}

#[test]
fn headings_as_offices_word_them() {
    gives(
        "Thứ tự công việc | Đơn vị/người thực hiện | Nội dung công việc | Thời gian thực hiện | Biểu mẫu/Kết quả
         B1 | Bộ phận Một cửa | Nhận hồ sơ | 04 giờ làm việc | Mẫu 01
         B2 | Chuyên viên | Thẩm định | hai (02) ngày | Tờ trình",
        "B1 Nhận hồ sơ Bộ phận Một cửa 04 giờ làm việc; B2 Thẩm định Chuyên viên hai (02) ngày /  / ",
    );
    gives(
        "Các bước | Trình tự thực hiện | Bộ phận, công chức giải quyết hồ sơ | Thời gian giải quyết | Ghi chú
         Bước 1 | Tiếp nhận | Một cửa | 4h làm việc |
         Bước 2 | Xử lý | Phòng A | 1/2 | gấp",
        "1 Tiếp nhận Một cửa 4h làm việc; 2 Xử lý Phòng A 1/2 ngày /  / column E",
    );
    gives(
        "QUY TRÌNH NỘI BỘ
         Kèm theo Quyết định số 12
         -
         TT | Trình tự | Trách nhiệm | Thời gian (ngày làm việc) | Biểu mẫu
         (1) | (2) | (3) | (4) | (5)
         1 | Nhận | Một cửa | 0,5 | M1
         2 | Ký | Lãnh đạo | 1 |
         Tổng thời gian | | | 1,5 |
         Nơi nhận: như trên",
        "1 Nhận Một cửa 0,5 ngày; 2 Ký Lãnh đạo 1 ngày /  / note 9",
    );
    gives(
        "No. | Activity | Responsible | Duration | Output
         | Phase 1: Intake | | |
         1 | Receive | Counter | 4 hours | Slip
         | Phase 2: Decision | | 1 day |
         2 | Sign | Head | 1 day | Licence",
        "1 Receive Counter 4 hours; 2 Sign Head 1 day / Phase 1: Intake 0..1; Phase 2: Decision 1..2 / ",
    );
    gives(
        "Step No | Step | Who | How long
         1 | Receive | Counter | 4 hours",
        "1 Receive Counter 4 hours /  / ",
    );
}

#[test]
fn the_table_most_like_a_process_is_read() {
    let real = "STT | Bước thực hiện | Trách nhiệm | Thời gian | Kết quả
                1 | Nhận | Một cửa | 2 giờ |
                2 | Ký | Lãnh đạo | 1 ngày |";
    let steps = "1 Nhận Một cửa 2 giờ; 2 Ký Lãnh đạo 1 ngày /  / ";
    for (cover, told) in [
        ("STT | Nội dung\n1 | Mục đích\n2 | Phạm vi", ""),
        ("STT | Nội dung | Trang\n1 | Mục đích | 3", ""),
        ("STT | Họ và tên | Đơn vị | Chức vụ | Chữ ký\n1 | An | Sở | Phó | x", ""),
        ("STT | Tên thủ tục | Mã | Lĩnh vực\n1 | Cấp phép | 1.001 | Đất đai", ""),
        ("Lần | Ngày | Nội dung sửa đổi\n1 | 1/2025 | Mới", ""),
        ("Thời gian | Nội dung sửa đổi | Người thực hiện\n1/2025 | Lần 1 | A", "sheet Bìa"),
    ] {
        let cover = TableSheet { name: "Bìa".into(), ..sheet(cover) };
        assert_eq!(seen(&[cover.clone(), sheet(real)]), format!("{steps}{told}"), "{cover:?}");
        assert_eq!(seen(&[sheet(real), cover.clone()]), format!("{steps}{told}"), "{cover:?}");
    }
    // On one sheet too.
    gives(
        "STT | Thành phần hồ sơ | Nội dung
         1 | Đơn | bản chính
         -
         STT | Bước thực hiện | Trách nhiệm | Thời gian
         1 | Nhận | Một cửa | 2 giờ",
        "1 Nhận Một cửa 2 giờ /  / ",
    );
    gives(
        "Thời gian | Nội dung sửa đổi | Người thực hiện
         3/2024 | Lần 1 | An
         -
         STT | Bước thực hiện | Trách nhiệm | Thời gian
         1 | Nhận | Một cửa | 2 giờ",
        "1 Nhận Một cửa 2 giờ /  / above 1",
    );
}

#[test]
fn what_is_below_the_table_is_left_out_and_told_once() {
    let head = "STT | Bước thực hiện | Trách nhiệm | Thời gian | Kết quả
                1 | Nhận | Một cửa | 2 giờ |
                2 | Ký | Lãnh đạo | 1 ngày |";
    for (below, told) in [
        ("-\nBiểu mẫu\nSTT | Tên biểu mẫu | Ký hiệu\n1 | Phiếu | BM-01\n2 | Sổ | BM-02", "below 5-8"),
        ("-\n | NGƯỜI LẬP | TRƯỞNG PHÒNG\n | Nguyễn Văn A | Trần B", "below 5-6"),
        (" | NGƯỜI LẬP | TRƯỞNG PHÒNG\n-\n | Nguyễn Văn A | Trần B", "below 4-6"),
        ("-\n | | TM. ỦY BAN NHÂN DÂN\n | | CHỦ TỊCH", "below 5-6"),
        (
            "-\nTrường hợp 2\nSTT | Bước thực hiện | Trách nhiệm | Thời gian | Kết quả\n1 | Từ chối | Sở | 1 ngày |",
            "below 5-7",
        ),
        ("Tổng cộng | | | 1 ngày 2 giờ |\n-\nNơi nhận: UBND tỉnh\nLưu: VT", "below 6-7"),
        ("Ghi chú: tính theo ngày làm việc", "note 4"),
    ] {
        let expected = format!("1 Nhận Một cửa 2 giờ; 2 Ký Lãnh đạo 1 ngày /  / {told}");
        gives(&format!("{head}\n{below}"), &expected);
    }
    // The headings again, as at the top of each page.
    gives(
        &format!(
            "{head}\nSTT | Bước thực hiện | Trách nhiệm | Thời gian | Kết quả\n3 | Trả | Một cửa | 1 giờ |"
        ),
        "1 Nhận Một cửa 2 giờ; 2 Ký Lãnh đạo 1 ngày; 3 Trả Một cửa 1 giờ /  / ",
    );
    // Steps without numbers.
    gives(
        "Nội dung công việc | Đơn vị thực hiện | Thời gian
         Nhận | Một cửa | 2 giờ
         Trình | Phòng A |
         Ký | Sở | 1 ngày
         Vào sổ | Văn thư |
         -
         Người soạn | Người duyệt |
         An | Bình |",
        "1 Nhận Một cửa 2 giờ; 2 Trình Phòng A; 3 Ký Sở 1 ngày; 4 Vào sổ Văn thư /  / below 7-8",
    );
}

#[test]
fn rows_above_others_are_phases_however_they_are_numbered() {
    let head = "STT | Bước thực hiện | Trách nhiệm | Thời gian | Kết quả\n";
    let phased = |rows: &str, expected: &str| gives(&format!("{head}{rows}"), expected);
    phased(
        "A | Tiếp nhận | | 1 giờ |\n1 | Nhận | MC | 1 giờ |\nB | Giải quyết | | 1 ngày |\n2 | Ký | LĐ | 1 ngày |\nC | Trả | | |\n3 | Trả | MC | 1 giờ |",
        "1 Nhận MC 1 giờ; 2 Ký LĐ 1 ngày; 3 Trả MC 1 giờ / Tiếp nhận 0..1; Giải quyết 1..2; Trả 2..3 / ",
    );
    phased(
        "I | Tiếp nhận | | |\n1 | Nhận | MC | 1 giờ |\nII | Giải quyết | Phòng A | |\n2 | Ký | | 1 ngày |",
        "1 Nhận MC 1 giờ; 2 Ký Phòng A 1 ngày / Tiếp nhận 0..1; Giải quyết 1..2 / inherited 5, either 4",
    );
    phased(
        "I | Tiếp nhận | | |\n1 | Nhận | MC | 1 giờ |\nII | Giải quyết | | |\nII.1 | Cấp phòng | | |\n2 | Soạn | P | 1 ngày |\nII.2 | Cấp sở | | |\n3 | Ký | LĐ | 1 ngày |",
        "1 Nhận MC 1 giờ; 2 Soạn P 1 ngày; 3 Ký LĐ 1 ngày / Tiếp nhận 0..1; Giải quyết 1..3; Cấp phòng 1..2; Cấp sở 2..3 / ",
    );
    phased(
        "1 | Tiếp nhận | Một cửa | 1 ngày |\n1.1 | Nhận | MC | 1 ngày |\n2 | Giải quyết | Phòng | 3 ngày |\n2.1 | Soạn | P | 1 ngày |\n2.2 | Ký | LĐ | 1 ngày |",
        "1.1 Nhận MC 1 ngày; 2.1 Soạn P 1 ngày; 2.2 Ký LĐ 1 ngày / Tiếp nhận 0..1; Giải quyết 1..3 / either 2, either 4, time 4",
    );
    phased(
        "1. | Tiếp nhận | | 1 ngày |\n1.a | Nhận | MC | 4 giờ |\n1.b | Chuyển | MC | 4 giờ |\n2. | Trả | MC | 1 giờ |",
        "1.a Nhận MC 4 giờ; 1.b Chuyển MC 4 giờ; 2 Trả MC 1 giờ / Tiếp nhận 0..2 / ",
    );
    phased(
        "1 | Tiếp nhận | | |\na) | Nhận | MC | 4 giờ |\nb) | Chuyển | MC | 4 giờ |\n2 | Giải quyết | | |\na) | Ký | LĐ | 1 giờ |\n3 | Trả | MC | 1 giờ |",
        "a Nhận MC 4 giờ; b Chuyển MC 4 giờ; a Ký LĐ 1 giờ; 3 Trả MC 1 giờ / Tiếp nhận 0..2; Giải quyết 2..3 / ",
    );
    phased(
        "A | CẤP XÃ | | |\nI | Tiếp nhận | | |\n1 | Nhận | MC | 1 giờ |\nII | Chuyển | | |\n2 | Chuyển | MC | 1 giờ |\nB | CẤP TỈNH | | |\n3 | Ký | LĐ | 1 giờ |",
        "1 Nhận MC 1 giờ; 2 Chuyển MC 1 giờ; 3 Ký LĐ 1 giờ / CẤP XÃ 0..2; Tiếp nhận 0..1; Chuyển 1..2; CẤP TỈNH 2..3 / ",
    );
    phased(
        "A | Tiếp nhận | | |\nA1 | Nhận | MC | 1 giờ |\nA2 | Chuyển | MC | 1 giờ |\nB | Giải quyết | | |\nB1 | Ký | LĐ | 1 giờ |",
        "A1 Nhận MC 1 giờ; A2 Chuyển MC 1 giờ; B1 Ký LĐ 1 giờ / Tiếp nhận 0..2; Giải quyết 2..3 / ",
    );
    phased(
        " | Tiếp nhận hồ sơ | | 1 ngày |\n1 | Nhận | MC | 4 giờ |\n2 | Chuyển | MC | 4 giờ |\n | Giải quyết | | 1 ngày |\n3 | Ký | LĐ | 1 ngày |\nCộng giai đoạn 2 | | | 1 ngày |\nTổng cộng | | | 2 ngày |",
        "1 Nhận MC 4 giờ; 2 Chuyển MC 4 giờ; 3 Ký LĐ 1 ngày / Tiếp nhận hồ sơ 0..2; Giải quyết 2..3 / ",
    );
    phased(
        "==I. Tiếp nhận hồ sơ | | | 4 giờ |\n1 | Nhận | MC | 4 giờ |\n===II. Giải quyết\n2 | Ký | LĐ | 1 ngày |",
        "1 Nhận MC 4 giờ; 2 Ký LĐ 1 ngày / Tiếp nhận hồ sơ 0..1; Giải quyết 1..2 / ",
    );
    phased(
        "1 | Giai đoạn 1: Tiếp nhận | | |\n1 | Nhận | MC | 4 giờ |\n2 | Chuyển | MC | 1 giờ |\n2 | Giai đoạn 2: Giải quyết | | |\n1 | Ký | LĐ | 1 ngày |",
        "1 Nhận MC 4 giờ; 2 Chuyển MC 1 giờ; 1 Ký LĐ 1 ngày / Giai đoạn 1: Tiếp nhận 0..2; Giai đoạn 2: Giải quyết 2..3 / ",
    );
    phased(
        "1 | Tiếp nhận | | |\n1.1 | Nhận | MC | 4 giờ |\n2 | Ký | LĐ | 1 ngày |\n3 | Trả | | |\n3.1 | Trả | MC | 1 giờ |",
        "1.1 Nhận MC 4 giờ; 2 Ký LĐ 1 ngày; 3.1 Trả MC 1 giờ / Tiếp nhận 0..1; Trả 2..3 / ",
    );
    phased(
        "I | Trống | | |\nII | Giải quyết | | |\n1 | Ký | LĐ | 1 ngày |",
        "1 Ký LĐ 1 ngày / Giải quyết 0..1 / note 2",
    );
}

#[test]
fn rows_beside_each_other_are_steps() {
    let head = "STT | Bước thực hiện | Trách nhiệm | Thời gian | Kết quả\n";
    let steps = |rows: &str, expected: &str| gives(&format!("{head}{rows}"), expected);
    steps("A | Nhận | MC | 1 giờ |\nB | Ký | LĐ | 1 giờ |", "A Nhận MC 1 giờ; B Ký LĐ 1 giờ /  / ");
    steps("I | Nhận | MC | 1 giờ |\nII | Ký | LĐ | 1 giờ |", "I Nhận MC 1 giờ; II Ký LĐ 1 giờ /  / ");
    steps(
        "3 | Nhận | MC | 1 giờ |\n3a | Bổ sung | MC | 1 giờ |\n4 | Ký | LĐ | 1 giờ |",
        "3 Nhận MC 1 giờ; 3a Bổ sung MC 1 giờ; 4 Ký LĐ 1 giờ /  / ",
    );
    // What goes into the details of a step has no work of its own.
    steps(
        "1 | Nhận | MC | 1 giờ |\n1.1 | Kiểm tra thành phần | | |\n1.2 | Nhập phần mềm | | |\n2 | Ký | LĐ | 1 giờ |",
        "1 Nhận MC 1 giờ; 2 Ký LĐ 1 giờ /  / note 3, note 4",
    );
    for cell in ["1/2025", "12/2024", "3/2", "24/12", "1/12"] {
        let read = table(&[sheet(&format!("{head}1 | Nhận | MC | {cell} |"))]).unwrap();
        assert_eq!(process::WorkingTime::of_step(&read.rows[0].time), None, "{cell}");
    }
}

/// Passed over, the column of ways would make another process of it: every step after the one before.
#[test]
fn whose_turn_it_is_and_how_long_are_no_ways_though_they_tell_of_passing_on() {
    let text = "STT | Bước thực hiện | Đơn vị chuyển đến | Thời gian chuyển bước
         1 | Thẩm định | Phòng A | 1 giờ
         2 | Ký | Sở | 2 giờ";
    let read = table(&[sheet(text)]).unwrap();
    assert!(read.rows.iter().all(|row| row.next.is_empty()));
    assert_eq!(read.remarks, []);
}

#[test]
fn where_a_step_leads_is_read_however_its_column_is_called() {
    for heading in [
        "Bước tiếp theo",
        "Chuyển đến",
        "Chuyển bước",
        "Bước kế tiếp",
        "Chuyển tới bước",
        "Bước sau",
        "Leads to",
    ] {
        let text = format!(
            "STT | Bước thực hiện | Trách nhiệm | Thời gian | {heading}
             1 | Thẩm định | Phòng A | 1 giờ | 2 nếu đạt; còn lại kết thúc (Từ chối)
             2 | Ký | Sở | 1 giờ |"
        );
        let read = table(&[sheet(&text)]).unwrap();
        assert_eq!(read.rows[0].next, "2 nếu đạt; còn lại kết thúc (Từ chối)", "{heading}");
        assert_eq!(read.remarks, [], "{heading}");
    }
}
