use super::*;
use app::reports::{FigureCursor, FigureRow};
use domain::Text;
use domain::agency::AgencyLevel;
use domain::counting::{Counts, WithoutLimit};
use domain::procedure::ProcedureCode;
use domain::report::{LineNames, ReportEntry, Rows, fill, report};
use testkit::{Html, render_both, samples, snapshot};

/// A department in a quarter: eight received, seven done, and some without a limit by law.
fn made(key: &str, rows: Rows) -> MadeReport {
    let counts = Counts {
        carried_over: 1_203,
        received_online: 5,
        received_counter: 2,
        received_post: 1,
        done_early: 4,
        done_on_time: 2,
        done_late: 1,
        in_hand_in_time: 1_200,
        in_hand_late: 4,
        without_limit: WithoutLimit { carried_over: 0, received: 2, done: 1, in_hand: 1 },
    };
    let entry = ReportEntry {
        agency: samples::AGENCY,
        level: AgencyLevel::Province,
        procedure: ProcedureCode::parse("1.001193").unwrap(),
        field: "civil-status".into(),
        counts,
        offered: None,
    };
    let names = LineNames {
        agencies: vec![(
            samples::AGENCY,
            AgencyLevel::Province,
            Text::new("Sở Tư pháp", "Department of Justice"),
        )],
        fields: vec![("civil-status".into(), Text::new("=Hộ tịch", "=Civil status"))],
    };
    let period = Quarter::parse("1/2026").unwrap().period();
    MadeReport {
        filled: fill(report(key).unwrap(), period, rows, &[entry], &names).unwrap(),
        reporter: Text::new("Sở Tư pháp", "Department of Justice"),
        recipient: Text::new("Ủy ban nhân dân tỉnh", "Provincial People's Committee"),
        took_over: vec![Text::new("Phòng Tư pháp cũ", "Former justice office")],
    }
}

/// The page of a report; its figures lead to the dossiers where they may.
fn drawn(key: &str, may_open: bool) -> [Html; 2] {
    render_both(|language| {
        let (made, t) = (made(key, Rows::Fields), text::Words(language));
        let report = made.filled.report;
        let opens: Opens = Box::new(move |_, column| {
            may_open
                .then_some(())
                .and(column.opens)
                .map(|list| format!("/office/reports/x?list={}", list.key()))
        });
        let tab =
            |name: String, here| TabLink { href: HOME.into(), name, count: String::new(), here, late: false };
        Page {
            chrome: Chrome::anonymous(language, report.title(language)),
            title: report.title(language).into(),
            form: form_name(report, language),
            periods: Tabs {
                label: t.periods().into(),
                tabs: vec![tab(t.period_name(made.filled.period), true)],
            },
            fields: ui::Form::blank(language).into_fields(),
            open: false,
            unverified: unverified(report, t),
            made: Some(shown(
                &made,
                language,
                opens,
                true,
                ["xlsx", "csv"].map(|format| format!("{HOME}/II.06a/files/{format}")),
            )),
            t,
        }
    })
}

#[test]
fn a_report_has_the_heads_of_its_form_its_figures_and_how_it_was_counted() {
    let [vietnamese, english] = snapshot!(drawn("II.06a", true));
    for (html, thousand, quarter, apart) in [
        (&vietnamese, "1.203", "Quý 1/2026 (Từ 15/12/2025 đến 14/03/2026)", "nhận trong kỳ 2"),
        (&english, "1,203", "Quarter 1, 2026 (15 Dec 2025 to 14 Mar 2026)", "received 2"),
    ] {
        assert_eq!(html.all(".figures thead tr").len(), 4, "three of heads, one of numbers");
        assert_eq!(html.all(".figures tbody tr:first-child td").len(), 12);
        assert!(html.one(".figures tbody tr:first-child").text().contains(thousand));
        assert!(html.one("main").text().contains(quarter));
        assert!(
            html.texts("main > p").iter().any(|said| said.contains(apart)),
            "what is apart is said aloud"
        );
        assert!(html.one("main section ul").text().len() > 300, "how it was counted");
        assert!(!html.has(".notice"), "the form is known");
        let links = html.texts(".figures a");
        assert!(links[0].contains(", ") && links[0].contains(':'), "of what and of which column: {links:?}");
        assert!(links[0].ends_with("1.211") || links[0].ends_with("1,211"), "{links:?}");
    }
}

#[test]
fn figures_lead_nowhere_for_those_who_may_not_open_dossiers() {
    for html in drawn("II.06a", false) {
        assert!(!html.has(".figures a") && html.has(".figures td"));
    }
}

#[test]
fn a_figure_that_is_nothing_leads_nowhere() {
    let mut made = made("II.06a", Rows::Fields);
    for line in &mut made.filled.lines {
        line.figures.fill(0);
        line.figures[0] = 7;
    }
    let opens: Opens = Box::new(|_, _| Some(HOME.into()));
    let figures = table(&made, Language::Vietnamese, &opens).lines;
    let led = |line: &FigureLine| line.figures.iter().map(|cell| cell.href.is_some()).collect::<Vec<_>>();
    for line in &figures {
        assert!(led(line)[0] && led(line)[1..].iter().all(|led| !led), "{:?}", line.figures);
    }
}

#[test]
fn a_table_of_ours_says_that_its_form_is_not_verified() {
    for (html, share) in drawn("online", false).into_iter().zip(["62,5", "62.5"]) {
        assert!(html.has(".notice"));
        assert_eq!(html.one(".figures tbody tr:first-child td:last-child").text(), share);
    }
}

#[test]
fn the_list_names_every_report_and_leads_to_it() {
    let pages = render_both(|language| {
        let t = text::Words(language);
        ReportsPage {
            chrome: Chrome::anonymous(language, t.title()),
            due: quarters::due_notice(
                &Default::default(),
                Quarter::parse("3/2026").unwrap(),
                (jiff::civil::date(2026, 9, 18), jiff::civil::date(2026, 9, 21)),
                "/office/reports/quarters/2026-3/II.06a/justice",
                quarters::Words(language),
            ),
            reports: every(language),
            t,
        }
    });
    for html in snapshot!(pages) {
        assert_eq!(html.all("main .link-list a").len(), REPORTS.len());
        html.one("main a[href='/office/reports/II.07b']");
        assert!(
            html.has(".notice--warning a[href='/office/reports/quarters/2026-3/II.06a/justice']"),
            "what is late"
        );
    }
}

#[test]
fn where_the_days_are_wrong_the_choices_stand_open_and_there_is_no_table() {
    for html in render_both(|language| {
        let (t, report) = (text::Words(language), report("II.06a").unwrap());
        let mut form = ui::Form::blank(language);
        form.day("to", t.to()).read();
        form.add_error(t.order());
        Page {
            chrome: Chrome::anonymous(language, "A"),
            title: report.title(language).into(),
            form: form_name(report, language),
            periods: Tabs { label: t.periods().into(), tabs: Vec::new() },
            fields: form.into_fields(),
            open: true,
            unverified: None,
            made: None,
            t,
        }
    }) {
        assert!(html.has("main .error-summary") && html.has("main details[open] form"));
        assert!(!html.has(".figures"));
    }
}

#[test]
fn the_sheet_is_the_form_in_vietnamese_with_its_figures_as_numbers_and_no_formula() {
    let read = sheets::read(&report_sheet(&made("II.06a", Rows::Fields)).write()).unwrap();
    let cells: Vec<&String> = read[0].rows.iter().flatten().collect();
    for said in [
        "Biểu số II.06a/VPCP/KSTT",
        "Đơn vị báo cáo: Sở Tư pháp",
        "Đơn vị nhận báo cáo: Ủy ban nhân dân tỉnh",
        "Kỳ báo cáo: Quý 1/2026",
        "(Từ ngày 15/12/2025 đến ngày 14/03/2026)",
        "Trực tiếp, dịch vụ bưu chính",
        "(3)=(4)+(5)+(6)",
        "(13)",
        "=Hộ tịch",
        "1203",
        "THỦ TRƯỞNG ĐƠN VỊ",
    ] {
        assert!(cells.iter().any(|cell| *cell == said), "{said} in {cells:?}");
    }
    let title = read[0].rows[0].iter().find(|cell| cell.contains("KẾT QUẢ GIẢI QUYẾT")).unwrap();
    assert_eq!(*title, title.to_uppercase());
}

#[test]
fn data_files_keep_names_from_running_and_go_by_keys() {
    let made = made("II.06a", Rows::Fields);
    let csv = String::from_utf8(report_csv(&made, Language::English)).unwrap();
    assert!(csv.contains("\r\n1,'=Civil status,1211,5,3,1203,7,4,2,1,1204,1200,4\r\n"), "{csv}");
    assert_eq!(
        file::figure(
            made.filled.report.column_of(domain::report::FigureList::All).unwrap(),
            1_234_567,
            Language::Vietnamese
        ),
        "1.234.567"
    );
}

/// The dossiers behind a figure: a page of two, or none any more.
fn behind(some: bool) -> [Html; 2] {
    render_both(|language| {
        let t = text::Words(language);
        let row = FigureRow {
            cursor: FigureCursor { way: 1, day: samples::now().date(), id: domain::dossier::DossierId(7) },
            reference: domain::dossier::Reference::from_random([1; 10]),
            code: Some("000.00.20.H99-260302-0001".into()),
            procedure: "1.001193".into(),
            came: samples::now().date(),
            done: None,
            late_from: Some(samples::now().date()),
        };
        let rows = if some { vec![row] } else { Vec::new() };
        behind::Page {
            chrome: Chrome::anonymous(language, "A"),
            title: t.dossiers(language.pick("Quá hạn", "Late")),
            about: vec![language.pick("Hộ tịch", "Civil status").into()],
            back: "/office/reports/II.06a".into(),
            back_said: t.back(),
            rows: behind::table(&samples::master_data(), &rows, language),
            pager: ui::part::Pager::new(t.pages())
                .next(some.then(|| "/office/reports/next".into()), t.next()),
            t,
        }
    })
}

#[test]
fn the_dossiers_behind_a_figure_are_listed_with_the_days_that_count() {
    let [vietnamese, english] = snapshot!(behind(true));
    for (html, day) in [(&vietnamese, "02/03/2026"), (&english, "2 Mar 2026")] {
        let row = html.one("main .table tbody tr").text();
        assert_eq!(row.matches(day).count(), 2, "received and late from: {row}");
        html.one("main .table a.code");
        html.one("main a[href='/office/reports/next']");
    }
    for html in behind(false) {
        assert!(html.has("main .empty") && !html.has("main .table"));
    }
}

#[test]
fn a_place_in_a_list_is_written_and_read_again_and_nothing_else_is_one() {
    let cursor = FigureCursor { way: 1, day: samples::now().date(), id: domain::dossier::DossierId(7) };
    assert_eq!(behind::read_cursor(&behind::write_cursor(cursor)), Some(cursor));
    for said in ["", "1", "1.2026-03-02", "1.2026-03-02.7.8", "x.2026-03-02.7", "1.2026-13-02.7"] {
        assert_eq!(behind::read_cursor(said), None, "{said}");
    }
}
