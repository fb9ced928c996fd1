use super::*;
use domain::Language;
use testkit::{render_both, snapshot};

fn page(language: Language, any: bool) -> Page {
    let t = Words(language);
    let one = |name: &str| Table::new(&[t.step(), t.forecast_waits()], vec![compared_one(name)]);
    let field =
        Field::select(language, "months", t.forecast_period(), vec![option("3", t.forecast_months(3))]);
    Page {
        chrome: Chrome::anonymous(language, t.forecast()),
        code: "1.001193".into(),
        heading: Heading::with_eyebrow("1.001193", t.forecast()),
        filter: FilterBar {
            fields: vec![field.value("3")],
            button: t.forecast_run(),
            ..FilterBar::default()
        },
        any,
        looked_at: t.forecast_looked_at(9, FORECAST_MAX),
        left_out: Some(Notice::warning(t.forecast_endless(2))),
        tallies: one("A"),
        bottleneck: Notice::info(t.forecast_no_bottleneck()),
        untried: String::new(),
        chart: Chart::specimen(t.forecast_picture(), language),
        steps: one("B"),
        groups: one("C"),
        t,
    }
}

fn compared_one(name: &str) -> TableRow {
    TableRow::new(Cell::new(name), vec![Cell::new("4").bar(50)])
}

#[test]
fn what_was_tried_is_counted_shown_and_explained() {
    for html in snapshot!(render_both(|language| page(language, true))) {
        assert_eq!(html.all("main table").len(), 3);
        assert_eq!(html.all("main .notice").len(), 2);
        assert!(html.has("main .diagram-box svg") && html.has("main select[name=months]"));
        assert_eq!(html.all("main details.more").len(), 1);
    }
}

#[test]
fn where_nothing_was_tried_only_that_is_said() {
    for html in render_both(|language| page(language, false)) {
        assert!(!html.has("main table") && !html.has("main .diagram-box"));
        assert_eq!(html.all("main .notice").len(), 2);
        assert!(html.has("main select[name=months]"));
    }
}
