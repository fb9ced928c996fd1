//! Figures as pictures: columns, lines by week, bars among their like; many, one and none of them.

use super::Section;
use domain::Language;
use ui::part::{Graph, GraphColumn, GraphRow, GraphTable, RankedBar, RankedBars};

pub fn sections(language: Language) -> Vec<Section> {
    vec![graphs(language)]
}

fn graphs(language: Language) -> Section {
    let columns = |numbers: &[i64]| -> Vec<GraphColumn> {
        let labels = ["1–5", "6–10", "11–20", "21–30", "> 30"];
        let column = |(label, n): (&str, &i64)| GraphColumn {
            label: label.into(),
            n: *n,
            text: n.to_string(),
            late: label.starts_with('>'),
        };
        labels.into_iter().zip(numbers).map(column).collect()
    };
    let table = |heads: &[(&str, &str)], rows: Vec<GraphRow>| GraphTable {
        name: language.pick("Bảng số liệu", "Table of figures").into(),
        heads: heads.iter().map(|(vi, en)| language.pick(*vi, *en).into()).collect(),
        rows,
    };
    let aged = |id: &str, numbers: &[i64]| {
        let title = language.pick("Hồ sơ đang giải quyết, theo số ngày", "Dossiers in hand, by days");
        let columns = columns(numbers);
        let row = |column: &GraphColumn| GraphRow {
            label: column.label.clone(),
            figures: vec![(column.text.clone(), Some("#graphs".into()))],
        };
        let heads = [("Số ngày", "Days"), ("Hồ sơ", "Dossiers")];
        let said = language.pick("Phần lớn chưa đến mười ngày.", "Most are less than ten days old.");
        let table = table(&heads, columns.iter().map(row).collect());
        Graph::new(id, title, said, table).columns(&columns, &|n| n.to_string())
    };
    let labels: Vec<String> = (1..=12).map(|week| format!("{week}/2026")).collect();
    let came: Vec<i64> = (0..12).map(|week| 30 + (week * 17) % 23).collect();
    let went: Vec<i64> = (0..12).map(|week| 28 + (week * 11) % 19).collect();
    let heads = [("Tuần", "Week"), ("Nhận", "Received"), ("Xong", "Settled")];
    let row = |((label, came), went): ((&String, &i64), &i64)| GraphRow {
        label: label.clone(),
        figures: vec![(came.to_string(), None), (went.to_string(), None)],
    };
    let names = [language.pick("Nhận", "Received"), language.pick("Xong", "Settled")];
    let weeks = Graph::new(
        "d-weeks",
        language.pick("Nhận và xong theo tuần", "Received and settled by week"),
        language.pick("Tuần nào cũng nhận nhiều hơn xong.", "Each week more came than went."),
        table(&heads, labels.iter().zip(&came).zip(&went).map(row).collect()),
    )
    .lines(&labels, &[(names[0], came.clone()), (names[1], went.clone())], &|n| n.to_string());
    let bar = |vi: &str, en: &str, n: i64, late: i64| RankedBar {
        name: language.pick(vi, en).into(),
        n,
        late,
        text: language.pick(format!("{n}, quá hạn {late}"), format!("{n}, {late} late")),
        href: Some("#graphs".into()),
    };
    let ranked = |bars| RankedBars { label: language.pick("Theo bước", "By step").into(), bars };
    Section::new("graphs", language.pick("Biểu đồ", "Graphs"))
        .with(aged("d-aged", &[24, 12, 7, 3, 5]))
        .with(aged("d-one", &[0, 1, 0, 0, 0]))
        .with(aged("d-none", &[]))
        .with(weeks)
        .with(ranked(vec![
            bar(
                "Thẩm định hồ sơ và lấy ý kiến các cơ quan có liên quan",
                "Appraisal, with other agencies",
                41,
                12,
            ),
            bar("Ký", "Signing", 8, 0),
        ]))
        .with(ranked(Vec::new()))
}
