//! Files of ours, and tables, there and back.

use crate::common::{file, model, nothing_covers_anything};
use language::Language;
use process::{
    Model, Names, ProcessRow, Proof, TableSheet, WorkingTime, check, from_rows, layout, read, table, to_rows,
    write,
};

const ALL: &str = "start s\ntask a\nor o\neach b all units\nagain c 3 wrong\nrule r level if fee > 1 then \"high\" else \"low\"\nor oj\nsub u\nstart us\ntask ua\nend ue\nus -> ua\nua -> ue\nclose\non t a timer P2D\nbeside n u timer R2/PT8H\ntask w\nend f\nwait x\nmessage m paid\nsignal g go\ntimer y PT8H\ngive z went\nxor k\nend e\nterminate d\nerror-end q wrong\ns -> a\na -> o\no -> b if fee > 100\no -> c else\nb -> oj\nc -> r\nr -> oj\noj -> u\nu -> x\nn -> w\nw -> f\nx -> m\nx -> g\nx -> y\nm -> k\ng -> z\nz -> k\ny -> d\nk -> e\nt -> q";

#[test]
fn what_is_written_is_read_as_it_was() {
    let before = model(ALL);
    let text = write(&before);
    let after = read(text.as_bytes(), &Names::open()).unwrap_or_else(|fault| panic!("{fault:?}\n{text}"));
    assert_eq!(after.findings, []);
    assert_eq!(write(&after), text);
    let kinds = |model: &Model| {
        model.nodes.iter().map(|node| (node.id.clone(), format!("{:?}", node.repeats))).collect::<Vec<_>>()
    };
    assert_eq!(kinds(&after), kinds(&before));
    let flows = |model: &Model| {
        let flow = |flow: &process::Flow| {
            (flow.id.clone(), flow.condition.as_ref().map(ToString::to_string), flow.at_most)
        };
        let mut all: Vec<_> = model.flows.iter().map(flow).collect();
        all.sort();
        all
    };
    assert_eq!(flows(&after), flows(&before));
}

#[test]
fn a_drawing_puts_nothing_on_top_of_anything_else() {
    let model = model(ALL);
    let drawn = layout(&model, model.main().unwrap());
    assert_eq!(drawn.nodes.len(), model.nodes.len());
    assert_eq!(drawn.flows.len(), model.flows.len());
    nothing_covers_anything(&model, &drawn);
}

fn cells(lines: &[&[&str]]) -> Vec<Vec<String>> {
    lines.iter().map(|line| line.iter().map(|cell| cell.to_string()).collect()).collect()
}

#[test]
fn the_official_table_becomes_a_process() {
    let sheet = cells(&[
        &["QUY TRÌNH NỘI BỘ"],
        &[],
        &[
            "STT",
            "Trình tự, nội dung công việc",
            "Đơn vị/ người thực hiện",
            "Thời gian thực hiện",
            "Biểu mẫu/ Kết quả",
        ],
        &["1", "Tiếp nhận hồ sơ", "Bộ phận Một cửa", "0,5 ngày", "Giấy tiếp nhận"],
        &["2", "Thẩm định hồ sơ", "Chuyên viên phòng Tư pháp", "2", "Dự thảo"],
        &["3", "Soát xét", "Lãnh đạo phòng", "04 giờ", ""],
        &["4", "Ký duyệt", "Chủ tịch UBND", "1/2 ngày", "Giấy khai sinh"],
        &["Tổng thời gian", "", "", "3,5 ngày", ""],
    ]);
    let rows = table(&[TableSheet { cells: sheet, ..TableSheet::default() }]).unwrap().rows;
    assert_eq!(rows.len(), 4);
    let model = from_rows(&rows, "birth", "Đăng ký khai sinh", &Names::open(), &|_| None).unwrap();
    let report = check(&model);
    assert_eq!((report.findings, report.proof), (vec![], Proof::Blocks));
    let minutes = |id: &str| model.node(id).unwrap().step.time.map(WorkingTime::minutes);
    assert_eq!([minutes("step-1"), minutes("step-2"), minutes("step-3")], [Some(240), Some(960), Some(240)]);
    let role = |id: &str| model.node(id).unwrap().step.responsible.role.clone().unwrap();
    assert_eq!(
        ["step-1", "step-2", "step-3", "step-4"].map(role),
        ["counter", "officer", "division-head", "agency-head"]
    );
}

#[test]
fn a_table_with_choices_branches_and_loops_comes_back_the_same() {
    let row = |order: &str, name: &str, time: &str, next: &str| ProcessRow {
        order: order.into(),
        name: name.into(),
        responsible: "Phòng Quản lý đô thị".into(),
        time: time.into(),
        product: "Phiếu trình".into(),
        next: next.into(),
        ..ProcessRow::default()
    };
    let before = vec![
        row("1", "Thẩm định", "1 ngày", "2 nếu area > 250; còn lại 3 + 4"),
        row("2", "Họp hội đồng", "2 ngày", "5"),
        row("3", "Lấy ý kiến", "4 giờ", "5"),
        row("4", "Khảo sát", "30 phút", ""),
        row("5", "Trình ký", "1 giờ 30 phút", "1 nếu Sai, tối đa 2 lần; còn lại 6; hết số lần thì 6"),
        row("6", "Ký", "1 ngày", ""),
    ];
    let model = from_rows(&before, "permit", "Giấy phép", &Names::open(), &|_| None).unwrap();
    let report = check(&model);
    assert_eq!((report.findings, report.proof), (vec![], Proof::Blocks));
    let process = model.main().unwrap();
    assert_eq!(to_rows(&model, process, Language::Vietnamese), before);
    let english = to_rows(&model, process, Language::English);
    assert_eq!(english[4].next, "1 if Wrong, at most 2 times; else 6; used up: 6");
    assert_eq!((english[3].time.as_str(), english[4].time.as_str()), ("30 minutes", "1 hour 30 minutes"));
    let read_english = from_rows(&english, "permit", "", &Names::open(), &|_| None).unwrap();
    assert_eq!(to_rows(&read_english, 0, Language::Vietnamese), before);
    let again = read(write(&model).as_bytes(), &Names::open()).unwrap();
    assert_eq!(to_rows(&again, again.main().unwrap(), Language::Vietnamese), before);
}

#[test]
fn two_steps_at_once_are_waited_for() {
    let row = |order: &str, next: &str| ProcessRow {
        order: order.into(),
        name: order.into(),
        next: next.into(),
        ..ProcessRow::default()
    };
    let rows = [row("1", "2 và 3"), row("2", "4"), row("3", "4"), row("4", "")];
    let model = from_rows(&rows, "p", "", &Names::open(), &|_| None).unwrap();
    let report = check(&model);
    assert_eq!((report.findings, report.proof), (vec![], Proof::Blocks));
}

#[test]
fn faults_of_a_table_name_their_row() {
    let row = |order: &str, time: &str, next: &str| ProcessRow {
        order: order.into(),
        name: "Bước".into(),
        time: time.into(),
        next: next.into(),
        ..ProcessRow::default()
    };
    let rows_with_faults = [row("1", "mai", ""), row("2", "", "9"), row("2", "", "1 nếu x >")];
    let faults = from_rows(&rows_with_faults, "p", "", &Names::open(), &|_| None).unwrap_err();
    let found: Vec<usize> = faults.iter().map(|fault| fault.row).collect();
    assert_eq!(found, [1, 3, 2, 3]);
    let language::Text { vi, en } = faults[2].sentences();
    assert!(vi.contains("Dòng 2") && en.contains("“9”"), "{vi} {en}");
    let other = TableSheet { cells: cells(&[&["a", "b"], &["1", "2"]]), ..TableSheet::default() };
    assert!(table(&[other]).is_err());
}

#[test]
fn letters_that_grow_when_made_small_are_a_fault_and_no_more() {
    let row = |order: &str, next: &str| ProcessRow {
        order: order.into(),
        name: format!("Bước {order}"),
        next: next.into(),
        ..ProcessRow::default()
    };
    // The sign of Kelvin is longer than the small letter it stands for.
    for next in
        ["\u{212a} nếu a", "\u{212a} còn lại", "2 nếu x = 1, tối đa 0 lần", "\u{212a} at most 2 times"]
    {
        let faults =
            from_rows(&[row("1", next), row("2", "")], "p", "", &Names::open(), &|_| None).unwrap_err();
        assert_eq!(faults[0].row, 1, "{next}");
    }
    let small = from_rows(
        &[row("1", "2 NẾU x = 1; CÒN LẠI kết thúc"), row("2", "")],
        "p",
        "",
        &Names::open(),
        &|_| None,
    );
    assert!(small.is_ok(), "{small:?}");
}

/// A chain of nothing but events, as long as a file may have.
#[test]
fn a_chain_without_end_is_a_short_cell() {
    let mut lines = String::from("start s\ntask a\nend e\ns -> a\na -> t0\n");
    for number in 0..9_000 {
        lines.push_str(&format!("give t{number} x\n"));
        let next = if number == 8_999 { "e".to_string() } else { format!("t{}", number + 1) };
        lines.push_str(&format!("t{number} -> {next}\n"));
    }
    let model = model(&lines);
    let rows = to_rows(&model, model.main().unwrap(), Language::Vietnamese);
    assert_eq!((rows.len(), rows[0].next.as_str()), (1, "…"));
}

#[test]
fn what_is_said_here_counts_before_what_another_program_says() {
    let file = "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\">\
        <process id=\"p\"><startEvent id=\"s\"/><userTask id=\"a\" name=\"A\" camunda:candidateGroups=\"old\"><extensionElements>\
        <camunda:properties><camunda:property name=\"product\" value=\"Tờ trình\"/></camunda:properties></extensionElements></userTask>\
        <endEvent id=\"e\"/><sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"a\"/><sequenceFlow id=\"g\" sourceRef=\"a\" targetRef=\"e\"/>\
        </process></definitions>";
    let model = read(file.as_bytes(), &Names::open()).unwrap();
    let about = process::StepDetails::of(model.node("a").unwrap());
    assert_eq!((about.unit.as_str(), about.product.as_str()), ("old", "Tờ trình"));
    let new = process::StepDetails { unit: "new".into(), product: String::new(), ..about };
    let described = process::describe(file, &model, "a", &new).unwrap();
    let again = read(described.as_bytes(), &Names::open()).unwrap();
    let about = process::StepDetails::of(again.node("a").unwrap());
    assert_eq!((about.unit.as_str(), about.product.as_str()), ("new", ""));
}

#[test]
fn what_a_step_produces_is_said_in_both_languages() {
    let before = file("start s\ntask a\nend e\ns -> a\na -> e");
    let model = read(before.as_bytes(), &Names::open()).unwrap();
    let about = process::StepDetails::of(model.node("a").unwrap());
    let (product, product_english) = ("Tờ trình".to_string(), "Proposal".to_string());
    let new = process::StepDetails { name: "Trình".into(), product, product_english, ..about };
    let described = process::describe(&before, &model, "a", &new).unwrap();
    let again = read(described.as_bytes(), &Names::open()).unwrap();
    let written = read(write(&again).as_bytes(), &Names::open()).unwrap();
    for model in [&again, &written] {
        assert_eq!(process::StepDetails::of(model.node("a").unwrap()), new);
        let rows = |language| to_rows(model, model.main().unwrap(), language);
        assert_eq!(rows(Language::Vietnamese)[0].product, "Tờ trình");
        assert_eq!(rows(Language::English)[0].product, "Proposal");
    }
    let told: Vec<_> = process::differences(&model, &again).into_iter().map(|it| it.sentences().vi).collect();
    assert!(told.iter().any(|told| told.contains("sản phẩm bằng tiếng Anh")), "{told:?}");
}

/// What an official writes after “nếu” is a way the step turns out, unless it is an expression.
#[test]
fn words_after_if_become_outcomes() {
    let row = |order: &str, name: &str, next: &str| ProcessRow {
        order: order.into(),
        name: name.into(),
        next: next.into(),
        ..ProcessRow::default()
    };
    let known = |name: &str| (name == "Thẩm định").then(|| "assess".to_string());
    let rows = [
        row("1", "Thẩm định", "2 nếu hồ sơ đạt; còn lại 1, tối đa 3 lần"),
        row("2", "Trình ký", "kết thúc nếu duyệt; 1 nếu không duyệt, tối đa 2 lần"),
    ];
    let model = from_rows(&rows, "p", "", &Names::open(), &known).unwrap();
    let names = |id: &str| -> Vec<String> {
        model.node(id).unwrap().step.outcomes.iter().map(|outcome| outcome.name.clone()).collect()
    };
    assert_eq!(names("assess"), ["Hồ sơ đạt", "Trường hợp khác"]);
    assert_eq!(names("step-2"), ["Duyệt", "Không duyệt"]);
    let report = check(&model);
    // What follows a way back that is used up is for a person to say, as in a drawing.
    let open: Vec<_> =
        report.findings.iter().map(|found| (found.trouble.code(), found.element.as_str())).collect();
    assert_eq!(open, [("no-default", "assess-choice"), ("no-default", "step-2-choice")]);
    let next = |language| -> Vec<String> {
        to_rows(&model, model.main().unwrap(), language).into_iter().map(|row| row.next).collect()
    };
    assert_eq!(
        next(Language::Vietnamese),
        [
            "2 nếu Hồ sơ đạt; 1 nếu Trường hợp khác, tối đa 3 lần",
            "kết thúc nếu Duyệt; 1 nếu Không duyệt, tối đa 2 lần"
        ]
    );
}
