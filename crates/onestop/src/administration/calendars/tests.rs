use super::*;
use testkit::{render_both, snapshot};
use ui::Language;

fn page(language: Language, days: usize) -> Page {
    let t = Words(language);
    let line = |number: usize| {
        let name = format!("{}/3", number + 1);
        let button =
            Button::new(ButtonLook::Quiet, t.drop(), DROPPED_DATE.with(number)).context(name.as_str());
        let act =
            (number == 0).then(|| RowAct { hidden_input: ACTION.hidden_input(Submit::Drop.key()), button });
        TableRow::new(Cell::new(name), vec![Cell::new("A").hint("B"), Cell::act(act)])
    };
    Page {
        chrome: Chrome::anonymous(language, t.calendars()),
        heading: t.whole_province().into(),
        overwritten: Overwritten::none(language),
        error_summary: ui::part::ErrorSummary::of(language, Vec::new()),
        week: Form::blank(language).into_fields(),
        day: Form::blank(language).into_fields(),
        days: Table::new(&[t.day(), t.day_kind(), t.change()], (0..days).map(line).collect()),
        year: 2026,
        years: Pager::new(t.pages()),
        t,
    }
}

#[test]
fn only_a_day_of_its_own_can_be_dropped() {
    for html in snapshot!(render_both(|language| page(language, 2))) {
        assert_eq!(html.all("main tbody tr").len(), 2);
        assert_eq!(html.all("main tbody button[name=drop]").len(), 1);
        assert!(html.has("main tbody form input[name=act][value=drop]"));
        assert!(html.texts("main h2")[0].contains("2026"));
    }
}

#[test]
fn the_years_before_and_after_are_a_press_away() {
    let of = |language| Page { years: years(2026, &Words(language)), ..page(language, 1) };
    for html in render_both(of) {
        assert_eq!(html.one("main a[rel=prev][href='?year=2025']").text(), "2025");
        assert_eq!(html.one("main a[rel=next][href='?year=2027']").text(), "2027");
    }
}

#[test]
fn a_year_without_days_says_so_and_each_form_its_act() {
    for html in render_both(|language| page(language, 0)) {
        assert!(!html.has("main table"));
        assert!(html.has(&format!("form#{WEEK} input[name=act][value=week]")));
        assert!(html.has(&format!("form#{DAY} input[name=act][value=day]")));
    }
}
