//! What a table says of where a step leads, where it does not say it plainly: asked, never guessed or passed over.

use super::{HEAD, sheet};
use process::{Names, TableFault, TableProblem, from_table, read, simulate, table};

const LAST: [&[&str]; 2] = [&["3", "Ký giấy phép", "Sở A", "1 ngày"], &["4", "Ký từ chối", "Sở A", "1 ngày"]];

fn problems(heading: &str, way: &str, end: &str) -> Vec<TableProblem> {
    let head = [&HEAD[..4], &[heading]].concat();
    let first: &[&str] = &["1", "Kiểm tra", "Sở A", "1 ngày", "2"];
    let second: &[&str] = &["2", "Thẩm định", "Sở A", "1 ngày", way];
    let ends = LAST.map(|row| [row, &[end]].concat());
    let filled = match table(&[sheet(&[&head, first, second, &ends[0], &ends[1]])]) {
        Ok(filled) => filled,
        Err(problems) => return problems,
    };
    from_table(&filled, "p", "P", &Names::open(), &|_| None).err().unwrap_or_default()
}

#[test]
fn a_column_of_ways_under_an_unknown_heading_is_refused_by_its_name() {
    for heading in ["Rẽ nhánh", "Ghi chú", "Hướng đi", "Sau đó", "Then"] {
        for way in [
            "3 nếu Đạt; còn lại 4",
            "Chuyển bước 3",
            "Bước 3 nếu Đạt, còn lại bước 4",
            "3 if granted; else 4",
            "Đạt → 3; Không đạt → 4",
            "Đạt => bước 3",
        ] {
            let found = problems(heading, way, "kết thúc");
            let expected = TableFault::WaysNotRead { column: "E".into(), heading: heading.into() };
            assert!(found.iter().any(|problem| problem.fault == expected), "{heading} {way}: {found:?}");
            let said = found[0].sentences();
            assert!(said.vi.contains("cột E") && said.vi.contains(heading), "{}", said.vi);
            assert!(said.en.contains("column E") && said.en.contains("“Next”"), "{}", said.en);
        }
    }
}

#[test]
fn a_column_of_other_things_is_only_not_read() {
    for remark in [
        "Theo mẫu số 3",
        "3 bản",
        "Có 2 nơi",
        "Sở A",
        "Chuyển 30 ngày",
        "2 bản, chuyển Sở A",
        "Tờ trình → 2 bản",
        "Dự thảo -> Tờ trình",
        "Thông báo kết thúc sớm",
    ] {
        assert_eq!(problems("Ghi chú", remark, ""), [], "{remark}");
    }
}

#[test]
fn several_steps_without_a_word_between_them_are_asked_about() {
    for way in ["3, 4", "3/4", "3 hoặc 4", "3 or 4", "bước 3, bước 4", "3 / 4"] {
        let found = problems("Bước tiếp theo", way, "kết thúc");
        assert!(
            matches!(&found[..], [TableProblem { row: 3, fault: TableFault::AllOrOne { .. } }]),
            "{way}: {found:?}"
        );
        assert!(found[0].sentences().vi.contains("3 và 4"), "{}", found[0].sentences().vi);
    }
    for way in ["3 và 4", "3 + 4", "3 nếu Đạt; còn lại 4", "3 nếu Đạt, Có; còn lại 4"] {
        assert_eq!(problems("Bước tiếp theo", way, "kết thúc"), [], "{way}");
    }
}

/// Where the second step leads, as it is written again: by rows and their answers.
fn written(way: &str) -> String {
    let head = [&HEAD[..4], &["Bước tiếp theo"]].concat();
    let rows: [&[&str]; 4] = [
        &["1", "Kiểm tra", "Sở A", "1 ngày", "2"],
        &["2", "Thẩm định", "Sở A", "1 ngày", way],
        &["3", "Ký giấy phép", "Sở A", "1 ngày", "kết thúc"],
        &["4", "Ký từ chối", "Sở A", "1 ngày", "kết thúc"],
    ];
    let lines: Vec<&[&str]> = std::iter::once(head.as_slice()).chain(rows).collect();
    let filled = table(&[sheet(&lines)]).unwrap_or_else(|problems| panic!("{way}: {problems:?}"));
    let model = from_table(&filled, "p", "P", &Names::open(), &|_| None)
        .unwrap_or_else(|problems| panic!("{way}: {problems:?}"));
    let again = process::to_rows(&model, model.main().unwrap(), language::Language::Vietnamese);
    again[1].next.clone()
}

#[test]
fn ways_are_read_as_officials_write_them() {
    for way in [
        "3 nếu Đạt; 4 nếu Không đạt",
        "3 nếu Đạt, 4 nếu Không đạt",
        "Đạt → 3; Không đạt → 4",
        "Đạt -> bước 3, Không đạt -> bước 4",
        "Đạt => B3 / Không đạt => B4",
        "Đạt: 3\nKhông đạt: 4",
        "- Đạt: chuyển bước 3\n- Không đạt: chuyển bước 4",
        "a) Đạt: bước 3\nb) Không đạt: bước 4",
        "Nếu đạt thì chuyển bước 3; nếu không đạt thì chuyển bước 4",
        "Nếu đạt, chuyển sang bước 3. Nếu không đạt, chuyển sang bước 4.",
        "Trường hợp đạt chuyển B3, trường hợp không đạt chuyển B4",
        "Đạt thì 3, không đạt thì 4",
        "3 (đạt); 4 (không đạt)",
        "Bước 3 (nếu đạt), bước 4 (nếu không đạt)",
        "Đạt → Ký giấy phép; Không đạt → Ký từ chối",
    ] {
        assert_eq!(written(way).to_lowercase(), "3 nếu đạt; 4 nếu không đạt", "{way}");
    }
    for way in [
        "Bước 3 nếu đạt, nếu không chuyển bước 4",
        "Nếu đạt chuyển bước 3, ngược lại chuyển bước 4",
        "Đạt → 3; còn lại → 4",
        "Đạt: 3. Trường hợp khác: 4",
    ] {
        assert_eq!(written(way).to_lowercase(), "3 nếu đạt; còn lại 4", "{way}");
    }
    for (way, back) in [
        ("Đạt → 3; Không đạt → quay lại bước 1, tối đa 2 lần", "3 nếu đạt; 1 nếu không đạt, tối đa 2 lần"),
        ("Đạt → 3; Không đạt → kết thúc", "3 nếu đạt; kết thúc nếu không đạt"),
        ("Đồng ý → 3; Từ chối → 4", "3 nếu đồng ý; 4 nếu từ chối"),
        ("Đạt → 3; Không đạt → từ chối", "3 nếu đạt; kết thúc (từ chối) nếu không đạt"),
        ("Đạt → 3 và 4; Không đạt → kết thúc", "3 + 4 nếu đạt; kết thúc nếu không đạt"),
        ("Quay lại bước 1", "1"),
        ("→ B1", "1"),
        ("Bước 3 nếu Đạt,\ncòn lại bước 4", "3 nếu đạt; còn lại 4"),
        ("3 nếu\nđạt; còn lại 4", "3 nếu đạt; còn lại 4"),
    ] {
        assert!(written(way).to_lowercase().starts_with(back), "{way}: {}", written(way));
    }
}

#[test]
fn what_leads_to_no_row_in_any_form_is_named() {
    for way in ["Đạt → 9; Không đạt → 4", "Nếu đạt thì chuyển phòng khác", "Chuyển bước 12", "Đạt; Không đạt"]
    {
        let found = problems("Bước tiếp theo", way, "kết thúc");
        assert!(
            matches!(&found[..], [TableProblem { row: 3, fault: TableFault::UnknownStep { .. } }]),
            "{way}: {found:?}"
        );
    }
}

#[test]
fn what_begins_nowhere_or_at_several_places_is_not_run() {
    let drawing = |starts: &str| {
        format!(
            r#"<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p">{starts}<task id="a"/>
            <endEvent id="e"/><sequenceFlow id="f" sourceRef="a" targetRef="e"/></process></definitions>"#
        )
    };
    let start = |id: &str| {
        format!(r#"<startEvent id="{id}"/><sequenceFlow id="f{id}" sourceRef="{id}" targetRef="a"/>"#)
    };
    let run = |starts: &str| {
        let model = read(drawing(starts).as_bytes(), &Names::open()).expect("it can be read");
        simulate(&model, &Default::default()).expect("it fits").end
    };
    for (starts, key) in [(String::new(), "no-start"), (start("s") + &start("t"), "several-starts")] {
        match run(&starts) {
            process::TraceEnd::Unread { findings } => assert_eq!(findings[0].trouble.code(), key),
            other => panic!("{key}: {other:?}"),
        }
    }
    assert!(matches!(run(&start("s")), process::TraceEnd::Ended { .. }));
}
