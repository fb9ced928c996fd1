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
