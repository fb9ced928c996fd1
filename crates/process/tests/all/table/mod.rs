//! Tables: what is filled in by hand, and drawings there and back. What a table cannot hold is named; the rest comes back
//! with the same meaning.

mod laid_out;
mod there_and_back;
mod ways;

use language::Language;
use process::{
    Edit, Mend, Merged, Model, Names, NodeKind, ProcessTable, SheetRemark, TableSheet, check, edit,
    from_table, read, table, write,
};

fn sheet(lines: &[&[&str]]) -> TableSheet {
    let cells = lines.iter().map(|line| line.iter().map(|cell| cell.to_string()).collect()).collect();
    TableSheet { name: "Bảng".into(), cells, ..TableSheet::default() }
}

const HEAD: &[&str] = &["STT", "Bước thực hiện", "Trách nhiệm", "Thời gian", "Kết quả"];

fn filled(sheet: TableSheet) -> ProcessTable {
    table(&[sheet]).unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn drawn(table: &ProcessTable) -> Model {
    let model =
        from_table(table, "p", "P", &Names::open(), &|_| None).unwrap_or_else(|wrong| panic!("{wrong:?}"));
    let report = check(&model);
    assert_eq!(report.findings, [], "{table:?}");
    model
}

fn names(table: &ProcessTable) -> Vec<&str> {
    table.rows.iter().map(|row| row.name.as_str()).collect()
}

fn groups(model: &Model) -> Vec<(&str, usize)> {
    let group = |node: &'_ process::Node| match node.kind {
        NodeKind::SubProcess(scope) => Some(model.scopes[scope].nodes.len()),
        _ => None,
    };
    let found = model.nodes.iter().filter_map(|node| group(node).map(|inside| (node.name.as_str(), inside)));
    let mut found: Vec<_> = found.collect();
    found.sort_unstable();
    found
}

#[test]
fn when_something_is_done_is_no_time_that_it_takes_and_is_told() {
    let table = filled(sheet(&[
        HEAD,
        &["1", "Thẩm định", "Phòng A", "2 ngày", ""],
        &["2", "Trả kết quả", "Bộ phận Một cửa", "Giờ hành chính", ""],
    ]));
    let model =
        from_table(&table, "p", "P", &Names::open(), &|_| None).unwrap_or_else(|wrong| panic!("{wrong:?}"));
    let told: Vec<_> = model.remarks().collect();
    assert!(told.iter().any(|remark| remark.vi.contains("“Giờ hành chính”")), "{told:?}");
    let last = model.nodes.iter().find(|node| node.name == "Trả kết quả").unwrap();
    assert_eq!(last.step.time, None);
    let wrong = filled(sheet(&[HEAD, &["1", "Thẩm định", "Phòng A", "mau lên", ""]]));
    assert!(from_table(&wrong, "p", "P", &Names::open(), &|_| None).is_err());
}

#[test]
fn the_sheet_with_the_headings_is_found() {
    let cover = TableSheet {
        name: "Bìa".into(),
        ..sheet(&[&["QUY TRÌNH CẤP PHÉP"], &["Kèm theo Quyết định"]])
    };
    let old = TableSheet {
        name: "Cũ".into(),
        hidden: true,
        ..sheet(&[HEAD, &["1", "Bước cũ", "Phòng A", "1 ngày", ""]])
    };
    let now = sheet(&[HEAD, &["1", "Thẩm định", "Phòng A", "1 ngày", ""]]);
    let read = table(&[cover.clone(), old.clone(), now.clone()]).unwrap();
    assert_eq!((names(&read), read.title.as_str()), (vec!["Thẩm định"], "QUY TRÌNH CẤP PHÉP"));
    assert_eq!(read.remarks, [SheetRemark::HiddenSheetNotRead { name: "Cũ".into() }]);
    let empty = TableSheet { cells: vec![vec![" ".into()]], ..old.clone() };
    assert_eq!(table(&[empty, now.clone()]).unwrap().remarks, [], "nothing was hidden in it");
    let other = TableSheet { name: "Khác".into(), ..now.clone() };
    let read = table(&[now.clone(), other]).unwrap();
    assert_eq!(read.remarks, [SheetRemark::OtherSheet { name: "Khác".into() }]);
    let read = table(&[cover.clone(), old]).unwrap();
    assert_eq!(names(&read), ["Bước cũ"]);
    assert_eq!(read.remarks, [SheetRemark::HiddenSheet { name: "Cũ".into() }]);
    assert!(table(&[cover]).is_err());
}

#[test]
fn phases_are_groups_and_not_steps() {
    let numbered = sheet(&[
        HEAD,
        &["I", "Tiếp nhận", "", "", ""],
        &["1", "Tiếp nhận hồ sơ", "Bộ phận Một cửa", "0,5 ngày", "Giấy"],
        &["II", "Giải quyết", "", "2,5 ngày", ""],
        &["2", "Thẩm định", "Chuyên viên", "2 ngày", "Tờ trình"],
        &["3", "Ký", "Lãnh đạo Sở", "4 giờ", ""],
    ]);
    let model = drawn(&filled(numbered));
    assert_eq!(groups(&model), [("Giải quyết", 4), ("Tiếp nhận", 3)]);
    assert_eq!(model.steps().len(), 3);
    // In one cell over the whole table; steps numbered anew in each.
    let across = Merged { rows: (1, 1), columns: (0, 4) };
    let merged = TableSheet {
        merged: vec![across, Merged { rows: (3, 3), ..across }],
        ..sheet(&[
            HEAD,
            &["I. Tiếp nhận"],
            &["1", "Nhận hồ sơ", "Phòng A", "1 giờ", ""],
            &["Giai đoạn 2: Giải quyết"],
            &["1", "Thẩm định", "Phòng B", "1 giờ", ""],
            &["2", "Ký", "Phòng B", "1 giờ", ""],
        ])
    };
    assert_eq!(groups(&drawn(&filled(merged))), [("Giai đoạn 2: Giải quyết", 4), ("Tiếp nhận", 3)]);
    // By numbers of two levels.
    let levels = sheet(&[
        HEAD,
        &["1", "Tiếp nhận", "", "", ""],
        &["1.1", "Nhận hồ sơ", "Phòng A", "1 giờ", ""],
        &["1.2", "Chuyển hồ sơ", "Phòng A", "1 giờ", ""],
        &["2", "Giải quyết", "", "", ""],
        &["2.1", "Thẩm định", "Phòng B", "1 giờ", ""],
    ]);
    assert_eq!(groups(&drawn(&filled(levels))), [("Giải quyết", 3), ("Tiếp nhận", 4)]);
    // Groups inside groups.
    let inside = sheet(&[
        HEAD,
        &["I", "Tiếp nhận", "", "", ""],
        &["A", "Kiểm tra", "", "", ""],
        &["1", "Nhận hồ sơ", "Phòng A", "1 giờ", ""],
        &["B", "Chuyển", "", "", ""],
        &["2", "Chuyển hồ sơ", "Phòng A", "1 giờ", ""],
        &["II", "Giải quyết", "", "", ""],
        &["3", "Thẩm định", "Phòng B", "1 giờ", ""],
    ]);
    let model = drawn(&filled(inside));
    assert_eq!(groups(&model), [("Chuyển", 3), ("Giải quyết", 3), ("Kiểm tra", 3), ("Tiếp nhận", 4)]);
}

#[test]
fn a_step_that_says_nothing_more_is_a_step() {
    let plain = sheet(&[&["STT", "Bước thực hiện", "Trách nhiệm"], &["1", "Nhận", ""], &["2", "Ký", ""]]);
    assert_eq!(filled(plain).rows.len(), 2);
    let some = sheet(&[
        HEAD,
        &["1", "Nhận", "Phòng A", "1 giờ", ""],
        &["2", "Trình", "", "", ""],
        &["3", "Ký", "Sở", "", ""],
    ]);
    let read = filled(some);
    assert_eq!(names(&read), ["Nhận", "Trình", "Ký"]);
    assert_eq!(read.remarks, [SheetRemark::Inherited { row: 3, who: "Phòng A".into() }]);
}

#[test]
fn a_phase_that_is_left_midway_is_told() {
    let back = sheet(&[
        &["STT", "Bước thực hiện", "Trách nhiệm", "Thời gian", "Bước tiếp theo"],
        &["I", "Tiếp nhận", "", "", ""],
        &["1", "Nhận hồ sơ", "Phòng A", "1 giờ", ""],
        &["2", "Kiểm tra", "Phòng A", "1 giờ", ""],
        &["II", "Giải quyết", "", "", ""],
        &[
            "3",
            "Thẩm định",
            "Phòng B",
            "1 giờ",
            "2 nếu sai, tối đa 2 lần; còn lại kết thúc; hết số lần kết thúc (Từ chối)",
        ],
    ]);
    let model = drawn(&filled(back));
    assert_eq!(groups(&model), []);
    let remarks = &model.scopes[model.main().unwrap()].remarks;
    assert!(
        remarks.iter().any(|said| said.text.vi.contains("“Tiếp nhận” (dòng 2) không thành nhóm")),
        "{remarks:?}"
    );
    let again = read(write(&model).as_bytes(), &Names::open()).unwrap();
    assert_eq!(&again.scopes[0].remarks, remarks);
}

#[test]
fn what_is_hidden_is_told() {
    let hidden = TableSheet {
        hidden_rows: vec![2],
        hidden_columns: vec![3],
        ..sheet(&[HEAD, &["1", "Nhận", "Phòng A", "1 giờ", ""], &["2", "Ký", "Phòng A", "1 giờ", ""]])
    };
    let read = filled(hidden);
    assert_eq!(read.rows.len(), 2);
    assert_eq!(
        read.remarks,
        [SheetRemark::HiddenColumn { column: "D".into() }, SheetRemark::HiddenRow { row: 3 }]
    );
}

#[test]
fn headings_may_stand_in_two_rows() {
    let two = TableSheet {
        merged: vec![
            Merged { rows: (0, 1), columns: (0, 0) },
            Merged { rows: (0, 1), columns: (1, 1) },
            Merged { rows: (0, 0), columns: (2, 3) },
            Merged { rows: (0, 1), columns: (4, 4) },
        ],
        ..sheet(&[
            &["STT", "Nội dung công việc", "Trách nhiệm", "", "Thời gian (giờ)"],
            &["", "", "Chủ trì", "Phối hợp", ""],
            &["(1)", "(2)", "(3)", "(4)", "(5)"],
            &["1", "Thẩm định", "Phòng A", "Phòng B", "4"],
        ])
    };
    let read = filled(two);
    assert_eq!(names(&read), ["Thẩm định"]);
    assert_eq!((read.rows[0].responsible.as_str(), read.rows[0].time.as_str()), ("Phòng A", "4 giờ"));
    assert_eq!(read.remarks, [SheetRemark::ColumnNotRead { column: "D".into(), heading: "Phối hợp".into() }]);
    let under = sheet(&[
        &["Quy trình thực hiện", "", "Thời gian", ""],
        &["STT", "Bước thực hiện", "Trách nhiệm", "Thời gian"],
        &["1", "Ký", "Phòng A", "1 giờ"],
    ]);
    assert_eq!(names(&filled(under)), ["Ký"]);
}

#[test]
fn totals_and_remarks_are_no_steps() {
    let read = filled(sheet(&[
        HEAD,
        &["1", "Tổng hợp hồ sơ", "Phòng A", "1 ngày", ""],
        &["2", "Ký", "Lãnh đạo Sở", "4 giờ", ""],
        &["", "Tổng cộng", "", "2 ngày", ""],
        &["Ghi chú: thời gian tính theo ngày làm việc"],
        &["", "NGƯỜI LẬP", "GIÁM ĐỐC", "", ""],
    ]));
    assert_eq!(names(&read), ["Tổng hợp hồ sơ", "Ký"]);
    assert_eq!(read.remarks.len(), 2, "{:?}", read.remarks);
    assert!(matches!(read.remarks[0], SheetRemark::Total { row: 4, .. }));
    assert!(matches!(read.remarks[1], SheetRemark::Below { rows: (5, 6), .. }));
    // Without numbers a step may begin with the same word.
    let read = filled(sheet(&[
        &["Nội dung công việc", "Trách nhiệm"],
        &["Tổng hợp hồ sơ", "Phòng A"],
        &["Ký", "Sở"],
    ]));
    assert_eq!(names(&read), ["Tổng hợp hồ sơ", "Ký"]);
}

#[test]
fn one_does_a_step_and_the_others_are_told() {
    let who = |cell: &str| {
        let read = filled(sheet(&[HEAD, &["1", "Thẩm định", cell, "1 ngày", ""]]));
        (read.rows[0].responsible.clone(), read.remarks.len())
    };
    assert_eq!(who("Chuyên viên\nPhòng Tư pháp"), ("Chuyên viên Phòng Tư pháp".into(), 0));
    assert_eq!(who("- Phòng A\n- Phòng B"), ("Phòng A".into(), 1));
    assert_eq!(who("Phối hợp: Phòng B; Chủ trì: Phòng A"), ("Phòng A".into(), 1));
    let goes_on =
        sheet(&[HEAD, &["1", "Thẩm định", "Phòng A", "1 ngày", ""], &["", "", "Phòng B", "", "Phiếu"]]);
    let read = filled(goes_on);
    assert_eq!((read.rows.len(), read.rows[0].product.as_str(), read.remarks.len()), (1, "Phiếu", 1));
    let twice =
        sheet(&[HEAD, &["1", "Thẩm định", "Phòng A", "1 ngày", ""], &["", "", "Phòng B", "2 ngày", ""]]);
    assert_eq!(table(&[twice]).unwrap_err()[0].row, 3);
}

#[test]
fn a_number_alone_is_in_the_unit_of_its_heading() {
    let time = |heading: &str, cell: &str| {
        let read = table(&[sheet(&[&["STT", "Bước thực hiện", heading], &["1", "Ký", cell]])]).unwrap();
        from_table(&read, "p", "", &Names::open(), &|_| None)
            .ok()
            .and_then(|model| model.node("step-1").unwrap().step.time.map(|time| time.minutes()))
    };
    assert_eq!(time("Thời gian", "2"), Some(960));
    assert_eq!(time("Thời gian (giờ làm việc)", "2"), Some(120));
    assert_eq!(time("Thời gian (phút)", "30"), Some(30));
    assert_eq!(time("Thời gian (ngày)", "½"), Some(240));
    assert_eq!(time("Thời gian (ngày/giờ)", "2"), None);
    assert_eq!(time("Thời gian (ngày/giờ)", "2 giờ"), Some(120));
    for refused in ["-2", "#REF!", "=B2*2", "24/2/2026", "2-3", "1e3"] {
        assert_eq!(time("Thời gian", refused), None, "{refused}");
    }
}

#[test]
fn steps_are_numbered_by_sheets_too() {
    let read = filled(sheet(&[
        HEAD,
        &["1.8", "a", "Phòng A", "1 giờ", ""],
        &["1.9", "b", "Phòng A", "1 giờ", ""],
        &["1.1", "c", "Phòng A", "1 giờ", ""],
        &["Bước 2", "d", "Phòng A", "1 giờ", ""],
    ]));
    let orders: Vec<&str> = read.rows.iter().map(|row| row.order.as_str()).collect();
    assert_eq!(orders, ["1.8", "1.9", "1.10", "2"]);
}

#[test]
fn a_time_may_lie_in_columns_of_several_units() {
    let over = |rows: Vec<Merged>, lines: &[&[&str]]| filled(TableSheet { merged: rows, ..sheet(lines) });
    let two = Merged { rows: (0, 0), columns: (3, 4) };
    let read = over(
        vec![two],
        &[
            &["STT", "Bước thực hiện", "Trách nhiệm", "Thời gian", "", "Kết quả"],
            &["", "", "", "Ngày", "Giờ", ""],
            &["1", "Nhận", "Phòng A", "", "4", ""],
            &["2", "Thẩm định", "Phòng A", "2", "", ""],
            &["3", "Trình", "Phòng A", "1", "2", ""],
            &["4", "Ký", "Phòng A", "0", "1,5", ""],
        ],
    );
    let times: Vec<&str> = read.rows.iter().map(|row| row.time.as_str()).collect();
    assert_eq!(times, ["4 giờ", "2 ngày", "1 ngày 2 giờ", "1,5 giờ"]);
    assert_eq!(read.remarks, []);
    drawn(&read);
    // Headings of something else are told, as before.
    let read = over(
        vec![two],
        &[
            &["STT", "Bước thực hiện", "Trách nhiệm", "Thời gian", "", "Kết quả"],
            &["", "", "", "Quy định", "Thực tế", ""],
            &["1", "Nhận", "Phòng A", "2", "1", ""],
        ],
    );
    assert_eq!(read.rows[0].time, "2 ngày");
    let heading = "Thực tế".into();
    assert_eq!(read.remarks, [SheetRemark::ColumnNotRead { column: "E".into(), heading }]);
}

#[test]
fn what_a_phase_says_of_itself_is_told() {
    let phases = |time: &str, product: &str| {
        let read = filled(sheet(&[
            HEAD,
            &["I", "Giải quyết", "", time, product],
            &["1", "Thẩm định", "Phòng A", "1 ngày", ""],
            &["2", "Ký", "Phòng A", "4 giờ", ""],
        ]));
        read.remarks
            .into_iter()
            .filter(|remark| !matches!(remark, SheetRemark::Phase { .. }))
            .collect::<Vec<_>>()
    };
    assert_eq!(phases("", ""), []);
    assert_eq!(phases("1,5 ngày", ""), []);
    let name = || "Giải quyết".to_string();
    assert_eq!(phases("3", ""), [SheetRemark::PhaseTime { row: 2, name: name(), time: "3 ngày".into() }]);
    assert_eq!(phases("tùy", ""), [SheetRemark::PhaseTime { row: 2, name: name(), time: "tùy".into() }]);
    let product = SheetRemark::PhaseProduct { row: 2, name: name(), product: "Tờ trình".into() };
    assert_eq!(phases("", "Tờ trình"), [product]);
}

#[test]
fn a_hidden_row_of_headings_is_told() {
    let hidden =
        TableSheet { hidden_rows: vec![0], ..sheet(&[HEAD, &["1", "Nhận", "Phòng A", "1 giờ", ""]]) };
    assert_eq!(filled(hidden).remarks, [SheetRemark::HiddenHeading { row: 1 }]);
}

#[test]
fn a_way_with_an_empty_condition_is_named() {
    let text = crate::common::file(
        "start s\ntask a\ntask b\ntask c\nend e\ns -> a\na -> b if EMPTY\na -> c\nb -> e\nc -> e",
    );
    let model = read(text.replace(">EMPTY<", "><").as_bytes(), &Names::open()).unwrap();
    let (_, losses) = process::to_table(&model, model.main().unwrap(), Language::Vietnamese);
    let named: Vec<(&str, &str)> =
        losses.iter().map(|loss| (loss.lost.code(), loss.element.as_str())).collect();
    assert!(named.contains(&("no-condition", "f6")), "{named:?}");
}

/// A table whose one row goes back, read as a drawing.
fn with_a_way_back(next: &str) -> Model {
    let lines =
        [vec!["STT", "Bước thực hiện", "Bước tiếp theo"], vec!["1", "Thẩm định", next], vec!["2", "Ký", ""]];
    let lines: Vec<&[&str]> = lines.iter().map(Vec::as_slice).collect();
    from_table(&filled(sheet(&lines)), "p", "P", &Names::open(), &|_| None).unwrap()
}

/// Where it goes where the way back of its first step is used up: the name of an end, or the id of an element.
fn used_up(model: &Model) -> Option<String> {
    let choice = model.node("step-1-choice").unwrap();
    let to = &model.nodes[model.flows[choice.default?].to];
    Some(if matches!(to.kind, NodeKind::End(_)) { to.name.clone() } else { to.id.clone() })
}

#[test]
fn what_follows_a_way_back_that_is_used_up_is_asked_as_in_a_drawing() {
    for asked in [
        "2 nếu đạt; còn lại 1, tối đa 3 lần",
        "1 nếu chưa đạt, tối đa 3 lần; 2 nếu đạt",
        "1 nếu chưa đạt, tối đa 3 lần; còn lại 2",
        "1 nếu chưa đạt, tối đa 3 lần; 2",
    ] {
        let model = with_a_way_back(asked);
        let findings = check(&model).findings;
        let proposed: Vec<Mend> = findings.iter().filter_map(|finding| Mend::of(&model, finding)).collect();
        assert_eq!(proposed, [Mend::denied("step-1-choice")], "{asked}");
        let denied = edit(&model, &Edit::Mend(proposed[0].clone()), &Names::open()).unwrap();
        assert_eq!(
            (used_up(&denied).as_deref(), check(&denied).findings),
            (Some("Từ chối"), vec![]),
            "{asked}"
        );
    }
    for (said, follows) in [
        ("1 nếu chưa đạt, tối đa 3 lần; còn lại 2; hết số lần 2", "step-2"),
        ("2 nếu đạt; 1 nếu chưa đạt, tối đa 3 lần; hết số lần thì kết thúc (Từ chối)", "Từ chối"),
        ("2 if passed; 1 if failed, at most 3 times; used up: end (Denied)", "Denied"),
        ("1 nếu thiếu, tối đa 3 lần; 2 nếu đạt; còn lại kết thúc (Từ chối)", "Từ chối"),
        ("1 nếu x > 1, tối đa 3 lần; còn lại 2", "step-2"),
    ] {
        let model = with_a_way_back(said);
        assert_eq!((used_up(&model).as_deref(), check(&model).findings), (Some(follows), vec![]), "{said}");
        let (again, losses) = process::to_table(&model, model.main().unwrap(), Language::Vietnamese);
        assert_eq!(losses, [], "{said}: {}", again.rows[0].next);
        let again = from_table(&again, "p", "P", &Names::open(), &|_| None).unwrap();
        assert_eq!(used_up(&again).as_deref(), Some(follows), "{said}");
    }
}

#[test]
fn outcomes_that_are_known_have_their_english_in_whichever_they_are_written() {
    for next in ["2 nếu đạt; kết thúc nếu không đạt", "2 if passed; end if Not passed"] {
        let model = with_a_way_back(next);
        let outcomes = &model.node("step-1").unwrap().step.outcomes;
        let named: Vec<_> = outcomes.iter().map(|own| (own.name.as_str(), own.english.as_str())).collect();
        assert_eq!(named, [("Đạt", "Passed"), ("Không đạt", "Not passed")], "{next}");
    }
}
