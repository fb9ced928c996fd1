//! Reports: each figure is as many dossiers as its list holds, whoever may see figures sees their own, and the files say the same.

use crate::common::{ENGLISH, Engine, World, engines};
use app::reports::{WantedFigure, WantedReport, dossiers, make, procedures_of_field};
use axum::http::StatusCode;
use domain::agency::AgencyId;
use domain::counting::Period;
use domain::report::{LineOf, Quarter, REPORTS, ReportSource, Rows, report};
use jiff::civil::date;
use std::collections::BTreeSet;

/// How many dossiers a list has, read in small pages; none twice.
async fn behind(world: &World, wanted: WantedFigure) -> i64 {
    let (mut seen, mut after) = (BTreeSet::new(), None);
    loop {
        let (rows, next) = dossiers(&world.app, wanted.clone(), after, 3).await.unwrap();
        for row in &rows {
            assert!(seen.insert(row.cursor.id), "{:?} twice in {wanted:?}", row.code);
        }
        match next {
            Some(_) => after = next,
            None => return seen.len() as i64,
        }
    }
}

async fn opened(engine: Engine) {
    let world = World::lived(engine);
    let data = world.app.master_data();
    let every: BTreeSet<AgencyId> = data.agencies.iter().map(|agency| agency.id).collect();
    let periods = [
        Quarter::parse("1/2026").unwrap().period(),
        Quarter::parse("4/2025").unwrap().period(),
        Period { from: date(2026, 1, 5), to: date(2026, 2, 1) },
    ];
    let mut opened = 0;
    for period in periods {
        for report in REPORTS.iter().filter(|report| report.source == ReportSource::Dossiers) {
            for agency in ["justice", "home-affairs", "mai-khe"] {
                let agency = data.agency_by_key(agency).unwrap().id;
                let wanted =
                    WantedReport { report, period, rows: Rows::Fields, agency: Some(agency), reporter: None };
                let filled = make(&world.app, wanted, every.clone()).await.unwrap().filled;
                for line in &filled.lines {
                    let procedures = match &line.of {
                        LineOf::Field(_, field) => Some(procedures_of_field(&world.app, field)),
                        _ => None,
                    };
                    let figures = report.columns.iter().zip(&line.figures);
                    let apart = report.apart.iter().zip(&filled.apart).filter(|_| line.of == LineOf::All);
                    for (column, figure) in figures.chain(apart) {
                        let Some(list) = column.opens else { continue };
                        let wanted = WantedFigure { agency, list, period, procedures: procedures.clone() };
                        let found = behind(&world, wanted).await;
                        assert_eq!(found, *figure, "{} of {} in {period:?}", column.key, line.name.vi);
                        opened += found;
                    }
                }
            }
        }
    }
    assert!(opened > 100, "hardly any dossier was looked at");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_figure_opens_to_as_many_dossiers_as_it_says() {
    for engine in engines() {
        opened(engine).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_quarters_of_a_year_are_the_year() {
    let world = World::lived(Engine::Sqlite);
    let every: BTreeSet<AgencyId> = world.app.master_data().agencies.iter().map(|agency| agency.id).collect();
    let year = Quarter::parse("1/2026").unwrap().year();
    let total = async |period| {
        let report = report("II.06a").unwrap();
        let wanted = WantedReport { report, period, rows: Rows::Levels, agency: None, reporter: None };
        make(&world.app, wanted, every.clone()).await.unwrap().filled.lines.pop().unwrap().figures
    };
    let whole = total(year.period()).await;
    let [first, second, third, last] = year.quarters().map(|quarter| quarter.period());
    let quarters = [total(first).await, total(second).await, total(third).await, total(last).await];
    // Received in the period, and done, are sums; carried over is the first quarter's, in hand the last one's.
    for place in [1, 2, 4, 5, 6, 7] {
        assert_eq!(
            whole[place],
            quarters.iter().map(|quarter| quarter[place]).sum::<i64>(),
            "column {place}"
        );
    }
    assert_eq!(whole[3], quarters[0][3]);
    assert_eq!(whole[8..], quarters[3][8..]);
    assert!(whole[3] > 0 && whole[1] > 0, "{whole:?}");
}

const QUARTER: &str = "from=2025-12-15&to=2026-03-14";

#[tokio::test(flavor = "multi_thread")]
async fn heads_see_their_own_figures_and_those_who_control_all() {
    let world = World::lived(Engine::Sqlite);
    for nobody in ["counter", "officer", "division-head", "admin", "citizen"] {
        let mut nobody = world.signed_in(nobody).await;
        for path in
            ["", "/II.06a", "/II.06a/files/xlsx", "/II.06a/dossiers?list=done&from=2026-01-01&to=2026-01-31"]
        {
            nobody.get(&format!("/office/reports{path}")).await.is(StatusCode::NOT_FOUND);
        }
    }
    let mut head = world.signed_in("agency-head").await;
    head.get("/office").await.shows("href=\"/office/reports\"");
    head.get("/office/reports").await.shows("Biểu số II.06a/VPCP/KSTT").shows("Mẫu chưa kiểm chứng");
    let page = head.get(&format!("/office/reports/II.06a?{QUARTER}")).await;
    page.is(StatusCode::OK).shows("Quý 1/2026").shows("Hộ tịch").hides("Suối Ngọc").shows("chưa kiểm chứng");
    page.hides("Lĩnh vực chưa rõ");
    // No other agency's, however the address is written.
    let other = head.get(&format!("/office/reports/II.06a?{QUARTER}&agency=health")).await;
    other.shows("Sở Tư pháp").hides("Sở Y tế");
    let mut province = world.signed_in("province.head").await;
    let page = province.get(&format!("/office/reports/II.06a?{QUARTER}&rows=agencies")).await;
    page.is(StatusCode::OK).shows("Sở Y tế").shows("Suối Ngọc").shows("Cấp xã");
    // Figures are not dossiers: those are for the head of the agency that decided them.
    page.hides("/office/reports/II.06a/dossiers");
    let one = province.get(&format!("/office/reports/II.06a?{QUARTER}&agency=health")).await;
    one.shows("Sở Y tế").hides("Hộ tịch");
    let wrong = province.get("/office/reports/II.06a?from=2026-03-14&to=2025-12-15").await;
    wrong.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Ngày cuối kỳ trước ngày đầu kỳ");
    for strange in ["II.06b", "ii.06a"] {
        province.get(&format!("/office/reports/{strange}")).await.is(StatusCode::NOT_FOUND);
    }
}

/// A figure without what it is of, which only those hear who do not see the table.
fn figure_alone(told: &str) -> String {
    told.rsplit(": ").next().unwrap_or_default().to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_leads_to_its_dossiers_and_the_files_say_the_same() {
    let world = World::lived(Engine::Sqlite);
    let mut head = world.signed_in("agency-head").await;
    let address = format!("/office/reports/II.06a?{QUARTER}");
    let page = head.get(&address).await.text();
    let html = testkit::Html::page(&page);
    let (href, figure) = html
        .all(".figures a")
        .into_iter()
        .map(|link| (link.attribute("href").unwrap().to_string(), figure_alone(&link.text())))
        .find(|(href, _)| href.contains("list=done&"))
        .expect("something was done");
    let list = head.get(&href).await;
    list.is(StatusCode::OK);
    let rows = testkit::Html::page(&list.text());
    assert_eq!(rows.all("main .table tbody tr").len().to_string(), figure, "{href}");
    let dossier =
        rows.all("main .table a[href^='/office/dossiers/']")[0].attribute("href").unwrap().to_string();
    head.get(&dossier).await.is(StatusCode::OK);

    let total: Vec<String> = html
        .all(".figures tbody tr")
        .last()
        .unwrap()
        .all("td")
        .iter()
        .map(|cell| figure_alone(&cell.text()))
        .collect();
    let sheet = head.get(&format!("/office/reports/II.06a/files/xlsx?{QUARTER}")).await;
    let read = sheets::read(&sheet.body).unwrap();
    let row = read[0].rows.iter().find(|row| row.get(1).is_some_and(|name| name == "Tổng số")).unwrap();
    assert_eq!(row[2..], total[1..], "the sheet has the page's figures");
    let csv = head.get(&format!("/office/reports/II.06a/files/csv?{QUARTER}")).await.text();
    assert!(csv.starts_with('\u{feff}'));
    assert!(csv.contains(&format!(",Tổng số,{}\r\n", total[1..].join(","))), "{csv}");
    let json = head.get(&format!("/office/reports/II.06a/files/json?{QUARTER}")).await.text();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let last = json["lines"].as_array().unwrap().last().unwrap();
    assert_eq!(last["figures"]["all"].to_string(), total[1]);
    assert_eq!((&json["report"], &json["from"]), (&"II.06a".into(), &"2025-12-15".into()));
    // The same page in English, and the form still the state's.
    let mut english = world.visitor().on(ENGLISH);
    english.get("/office/reports").await.is(StatusCode::SEE_OTHER);
    head.get(&format!("/office/reports/II.06a/files/pdf?{QUARTER}")).await.is(StatusCode::NOT_FOUND);
}
