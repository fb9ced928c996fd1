use super::*;
use app::head_figures::{WaitingSince, WeekFigures, periods};
use domain::Language;
use domain::counting::{Counts, Period, WithoutLimit};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use testkit::{render_both, samples, snapshot};
use ui::part::RankedBar;

const TODAY: Date = date(2026, 11, 25);

fn counted() -> HeadFigures {
    let without_limit = WithoutLimit { in_hand: 3, ..WithoutLimit::default() };
    let quarter = Counts {
        received_online: 1_000,
        received_counter: 234,
        done_early: 900,
        done_on_time: 90,
        done_late: 10,
        in_hand_in_time: 230,
        in_hand_late: 4,
        without_limit,
        ..Counts::default()
    };
    let week = |number: i64| {
        let from = date(2026, 9, 7) + (7 * number).days();
        let to = (from + 6.days()).min(TODAY);
        WeekFigures { period: Period { from, to }, received: 90 + number, done: 80 + number }
    };
    HeadFigures {
        quarter,
        by_sunday: Counts { in_hand_late: 9, ..quarter },
        agencies: Vec::new(),
        weeks: (0..12).map(week).collect(),
    }
}

fn waits() -> WhatWaits {
    let since = |days: i64, n, late| WaitingSince { came: TODAY - days.days(), n, late };
    WhatWaits {
        since: vec![since(40, 5, 4), since(30, 20, 0), since(5, 200, 0), since(0, 9, 0)],
        ..WhatWaits::default()
    }
}

fn bars(label: &str) -> RankedBars {
    let bar = |name: &str, n: i64, late: i64| RankedBar {
        name: name.into(),
        n,
        late,
        text: n.to_string(),
        href: Some(format!("{HOME}?agency={n}")),
    };
    RankedBars { label: label.into(), bars: vec![bar("A", 12, 3), bar("B", 0, 0)] }
}

/// Of an agency whose dossiers its head may open, or only its numbers.
fn page(language: Language, opens: bool) -> Page {
    let t = text::Words(language);
    let officer = samples::officer(domain::officer::Role::AgencyHead);
    let draw = view::FigureView::new(language, TODAY, opens.then_some(officer.agency));
    let (counted, waits) = (counted(), waits());
    Page {
        chrome: Chrome::anonymous(language, t.title()),
        about: "Sở Tư pháp".into(),
        scopes: draw.scopes(&[], None),
        numbers: draw.numbers(&counted),
        free: draw.free(&counted),
        weeks: Some(draw.weeks(&counted)),
        by_agency: (!opens).then(|| bars(t.by_agency())),
        ages: Some(draw.ages(&waits)),
        steps: Some(bars(t.steps())),
        team: Some(draw.team(&waits)),
        idle: draw.idle(&waits),
        ways: draw.ways(false),
        division: false,
        t,
    }
}

#[test]
fn a_head_reads_figures_and_is_led_to_what_is_behind_them() {
    for html in render_both(|language| page(language, true)) {
        let figures: Vec<String> = html.all(".numbers__figure").iter().map(|figure| figure.text()).collect();
        assert!(figures[0].ends_with("234") && figures[1].ends_with('4') && figures[2].ends_with('9'));
        // 990 of 1,000 were not late.
        assert!(figures[5].ends_with("10"), "{figures:?}");
        let notes: Vec<String> = html.all(".numbers__note").iter().map(|note| note.text()).collect();
        assert!(notes.last().unwrap().starts_with("99"), "{notes:?}");
        html.one(".numbers a[href='/office/figures/dossiers?list=in-hand&from=2026-09-15&to=2026-11-25']");
        html.one(
            ".numbers a[href='/office/figures/dossiers?list=in-hand-late&from=2026-09-15&to=2026-11-29']",
        );
        html.one("a[href='/office/figures/dossiers?list=received&from=2026-11-23&to=2026-11-25']");
        // From day 31 back, and from day 30 to day 21.
        html.one("a[href='/office/figures/dossiers?list=still-in-hand&from=1999-12-15&to=2026-10-25']");
        html.one("a[href='/office/figures/dossiers?list=still-in-hand&from=2026-10-26&to=2026-11-04']");
        assert_eq!(html.all("svg.graph__picture[role=img] > title").len(), 2);
        html.one("[data-live] .numbers");
    }
    snapshot!(render_both(|language| page(language, true)));
}

#[test]
fn who_controls_others_sees_their_numbers_and_no_way_to_their_dossiers() {
    for html in render_both(|language| page(language, false)) {
        assert!(!html.has("a[href^='/office/figures/dossiers']"));
        assert!(html.has(".ranked a[href='/office/figures?agency=12']"));
    }
}

#[test]
fn a_division_has_its_steps_and_people_only() {
    let division = |language| Page {
        numbers: NumberTiles::default(),
        free: String::new(),
        weeks: None,
        by_agency: None,
        ages: None,
        division: true,
        ..page(language, true)
    };
    for html in render_both(division) {
        assert!(!html.has(".numbers") && !html.has(".graph"));
        html.one(".ranked");
    }
}

#[test]
fn nothing_done_is_said_and_sunday_is_the_end_of_the_week() {
    for language in [Language::Vietnamese, Language::English] {
        let draw = view::FigureView::new(language, TODAY, None);
        let tiles = draw.numbers(&HeadFigures::default()).0;
        assert!(!tiles[5].note.contains('%'));
        assert!(tiles.iter().all(|tile| tile.href.is_none() && !tile.late));
    }
    for day in [date(2026, 11, 23), date(2026, 11, 25), date(2026, 11, 29)] {
        let (quarter, week) = periods(day);
        assert_eq!((quarter.from, quarter.to, week.to), (date(2026, 9, 15), day, date(2026, 11, 29)));
    }
}
