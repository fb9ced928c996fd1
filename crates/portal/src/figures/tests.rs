use super::choice::quarter_key;
use super::lines::FigureNames;
use super::*;
use app::public_figures::PublicFigure;
use domain::agency::AgencyId;
use domain::deadline::Timeliness;
use domain::procedure::{Channel, ProcedureCode};
use domain::public_figures::{FigureBasis, PartCounts, PublicCell, channel_part, judged_part};
use testkit::{render_both, samples, snapshot};

fn quarter(number: i8) -> Quarter {
    Quarter::new(2026, number).unwrap()
}

/// A cell of the sample procedure: received, done in time and late, and days.
fn cell(number: i8, agency: Option<AgencyId>, code: Option<&str>, n: i64) -> Vec<PublicFigure> {
    let (online, counter) = (channel_part(Channel::Online), channel_part(Channel::Direct));
    let (early, late) = (judged_part(Timeliness::Early), judged_part(Timeliness::Late));
    let parts = [
        (FigureBasis::Received, vec![(online, n - 4), (counter, 4)]),
        (FigureBasis::Done, vec![(early, n - 3), (late, 3)]),
        (FigureBasis::Days, vec![(2, n / 2), (4, n - n / 2)]),
    ];
    let figure = |(basis, parts): (FigureBasis, Vec<(u16, i64)>)| PublicFigure {
        quarter: quarter(number),
        basis,
        cell: PublicCell { agency, procedure: code.and_then(ProcedureCode::parse) },
        night: Date::constant(2026, 3, 2),
        parts: parts.into_iter().collect::<PartCounts>(),
    };
    parts.into_iter().map(figure).collect()
}

fn figures() -> Vec<PublicFigure> {
    let (agency, code) = (samples::agency().id, samples::procedure().code);
    [
        cell(1, Some(agency), Some(code.as_str()), 1_240),
        cell(1, None, Some(code.as_str()), 17),
        cell(1, Some(agency), None, 12),
        cell(2, Some(agency), Some(code.as_str()), 30),
    ]
    .concat()
}

fn book() -> PublicBook {
    PublicBook::of(Some(Date::constant(2026, 3, 2)), figures().into_iter())
}

fn chosen(period: &str, of: FiguresOf, by: LinesBy) -> ChosenFigures {
    ChosenFigures { period: FiguresPeriod::parse(period).unwrap(), by, of }
}

fn drawn(language: Language, book: &PublicBook, chosen: ChosenFigures) -> Page {
    let data = samples::master_data();
    let today = samples::now().date();
    let names = FigureNames { data: &data, today, chosen: &chosen, language };
    let is_of = |figure: &PublicFigure| match &chosen.of {
        FiguresOf::Agency(agency, _) => figure.cell.agency == Some(*agency),
        FiguresOf::Procedure(code) => figure.cell.procedure.as_ref() == Some(code),
        _ => false,
    };
    let found: Vec<PublicFigure> = figures().into_iter().filter(is_of).collect();
    let shown = names.shown(book, &found);
    view(language, today, book, &shown, 1, |title| Chrome::anonymous(language, title))
}

#[test]
fn the_province_is_shown_by_lines_that_lead_on() {
    for by in LinesBy::ALL {
        for html in render_both(|language| drawn(language, &book(), chosen("2026", FiguresOf::Province, by)))
        {
            assert!(!html.has("main .empty") && html.has("main table"));
            let leads = html.all("main .table a[href^='/figures?period=2026&']");
            // The sample knows no field.
            assert!(by == LinesBy::Fields || !leads.is_empty());
            assert_eq!(html.all("main a[href='/figures/data']").len(), 1);
            // The first quarter runs till the middle of March.
            assert!(
                html.one("main p.muted").text().contains("1/2026")
                    || html.one("main p.muted").text().contains("Quarter 1, 2026")
            );
        }
    }
}

#[test]
fn a_procedure_says_how_long_it_takes_and_where() {
    let code = samples::procedure().code;
    let of = || chosen("2026", FiguresOf::Procedure(code.clone()), LinesBy::Agencies);
    for html in snapshot!(render_both(|language| drawn(language, &book(), of()))) {
        assert!(html.one("main p.lead").text().contains('4'), "nine in ten within four days");
        // Two quarters tell: both are drawn, each with its table.
        assert_eq!(html.all("main figure.graph svg[role=img]").len(), 2);
        assert_eq!(html.all("main figure.graph tbody tr").len(), 4);
        // The agency, and what agencies have few of.
        assert_eq!(html.all("main .table tbody tr").len(), 2);
        assert_eq!(html.all("main .table a").len(), 1);
        let text = html.one("main").text();
        assert!(text.contains("1.287") || text.contains("1,287"));
    }
}

#[test]
fn an_agency_shows_its_procedures_and_what_it_has_few_of() {
    let agency = samples::agency();
    let of = || chosen("2026-1", FiguresOf::Agency(agency.id, agency.key.clone()), LinesBy::Agencies);
    for html in render_both(|language| drawn(language, &book(), of())) {
        assert_eq!(html.all("main .table tbody tr").len(), 2);
        assert!(html.one("main p.lead").text().contains('4'));
    }
}

#[test]
fn where_too_few_tell_it_says_so() {
    let none = PublicBook::default();
    for html in
        render_both(|language| drawn(language, &none, chosen("2025", FiguresOf::Province, LinesBy::Fields)))
    {
        assert!(html.has("main .empty") && !html.has("main table"));
        assert!(html.one("main .empty").text().contains("10"));
    }
}

#[test]
fn a_long_table_is_shown_in_portions() {
    let line = |n: usize| FiguresLine {
        name: format!("{n}").into(),
        href: None,
        level: "",
        summary: PublicSummary { received: PartCounts::from_iter([(0, 10)]), ..PublicSummary::default() },
    };
    let shown = ShownFigures {
        chosen: chosen("2026", FiguresOf::Province, LinesBy::Procedures),
        name: Phrase::default(),
        total: PublicSummary { received: PartCounts::from_iter([(0, 10)]), ..PublicSummary::default() },
        lines: (0..70).map(line).collect(),
        quarters: Vec::new(),
        took_over: false,
    };
    let at = |language, portion| {
        view(language, samples::now().date(), &book(), &shown, portion, |title| {
            Chrome::anonymous(language, title)
        })
    };
    for (portion, rows) in [(1, LINES), (2, LINES), (3, 10)] {
        for html in render_both(|language| at(language, portion)) {
            assert_eq!(html.all("main .table tbody tr").len(), rows);
        }
    }
}

/// What a file of rows says under its heads.
fn read_csv(bytes: &[u8]) -> Vec<std::collections::BTreeMap<String, String>> {
    let text = std::str::from_utf8(bytes).unwrap().trim_start_matches('\u{feff}');
    let mut lines = text.lines().map(|line| line.split(',').map(str::to_string).collect::<Vec<_>>());
    let heads = lines.next().unwrap();
    lines.map(|line| heads.iter().cloned().zip(line).collect()).collect()
}

#[test]
fn a_journalist_computes_the_shares_again_from_the_counts() {
    let rows = data::rows_of(&figures(), &samples::master_data());
    let read = read_csv(&data::csv(&rows));
    assert_eq!(read.len(), 4);
    let mut sums = [0; 4];
    for row in &read {
        let number = |key: &str| row[key].parse::<f64>().unwrap();
        let near = |share: f64, key: &str| (share - number(key)).abs() <= 0.000_05;
        assert!(near(number("received_online") / number("received"), "online_share"), "{row:?}");
        let in_time = number("done_early") + number("done_on_time");
        assert!(near(in_time / number("done"), "on_time_share"), "{row:?}");
        let channels = ["received_online", "received_counter", "received_post"].map(number);
        assert_eq!(channels.iter().sum::<f64>(), number("received"));
        let of = ["received", "received_online", "done", "done_late"];
        sums.iter_mut().zip(of).for_each(|(sum, key)| *sum += number(key) as i64);
    }
    // What the page of the year shows is what the rows add up to.
    let shown = PublicSummary::sum(book().province.values());
    assert_eq!(sums[0], shown.received.total());
    assert_eq!(shown.online(), Some(Share { some: sums[1], all: sums[0] }));
    assert_eq!(shown.on_time(), Some(Share { some: sums[2] - sums[3], all: sums[2] }));
}

#[test]
fn what_is_not_told_is_empty_and_never_zero() {
    let only_received: Vec<PublicFigure> =
        figures().into_iter().filter(|figure| figure.basis == FigureBasis::Received).collect();
    let read = read_csv(&data::csv(&data::rows_of(&only_received, &samples::master_data())));
    for row in &read {
        for key in ["done", "done_late", "on_time_share", "decided", "median_days"] {
            assert_eq!(row[key], "", "{key}");
        }
    }
}

#[test]
fn open_data_lists_its_files_and_says_what_each_column_means() {
    for html in render_both(|language| data::drawn(language, &book(), 10, Chrome::anonymous(language, "A"))) {
        for name in ["2026-1.csv", "2026-1.json", "2026-2.csv", "catalogue.jsonld"] {
            assert!(html.has(&format!("main a[href='/figures/data/{name}']")), "{name}");
        }
        let described = html.texts("main table .code");
        let heads = read_csv(&data::csv(&data::rows_of(&figures(), &samples::master_data())));
        for column in heads[0].keys() {
            assert!(described.contains(column), "{column}");
        }
    }
    let nothing = PublicBook::default();
    for html in render_both(|language| data::drawn(language, &nothing, 10, Chrome::anonymous(language, "A")))
    {
        assert!(html.has("main .empty"));
    }
}

#[test]
fn catalogues_of_data_find_every_file() {
    let described = data::described(|path| format!("https://dichvucong.example{path}"), &book());
    let files = described["dcat:distribution"].as_array().unwrap();
    assert_eq!(files.len(), 4);
    for file in files {
        let address = file["dcat:downloadURL"]["@id"].as_str().unwrap();
        assert!(address.starts_with("https://dichvucong.example/figures/data/2026-"), "{address}");
    }
    assert_eq!(described["@type"], "dcat:Dataset");
}

#[test]
fn periods_are_read_as_they_are_written() {
    for key in ["2026", "2026-4"] {
        assert_eq!(FiguresPeriod::parse(key).unwrap().key(), key);
    }
    assert_eq!(quarter_key(quarter(3)), "2026-3");
    for key in ["", "2026-5", "quý 4", "-4"] {
        assert_eq!(FiguresPeriod::parse(key), None, "{key}");
    }
}
