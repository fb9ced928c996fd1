use super::*;
use testkit::{render_both, snapshot};
use ui::Language;
use ui::part::TableRow;

/// A small process as a page draws it.
pub(super) fn drawn(language: Language, edit: Option<&str>) -> Drawn {
    let t = Words(language);
    let named = |name: &str| Cell { href: edit.map(|edit| format!("{edit}/check")), ..Cell::new(name) };
    let columns = [t.col_order(), t.col_step(), t.col_who(), t.col_time(), t.col_product(), t.col_next()];
    let cells = vec![named("A"), Cell::new("B"), Cell::new("4"), Cell::default(), Cell::new("C")];
    let element = |sentence: &str| drawn::ElementLine {
        sentence: sentence.into(),
        change: edit.map(|edit| Link::new(format!("{edit}/event"), t.edit())),
    };
    Drawn {
        chart: ui::part::Chart::specimen(t.picture(), language),
        steps: Table::new(&columns, vec![TableRow::new(Cell::new("1"), cells)]),
        events: vec![element("D")],
        groups: vec![element("E")],
        ways: Table::new(
            &[t.col_way(), t.col_condition()],
            vec![TableRow::new(named("F"), vec![Cell::new("G")])],
        ),
        t,
    }
}

fn page(language: Language) -> Page {
    let t = Words(language);
    let mut upload = Form::blank(language);
    bring::upload(&mut upload, &t);
    Page {
        offering_first: None,
        chrome: Chrome::anonymous(language, t.title()),
        code: "1.001193".into(),
        heading: Heading::with_eyebrow("1.001193", t.title()),
        error_summary: ui::part::ErrorSummary::of(language, Vec::new()),
        wrong: None,
        coming: None,
        shown_heading: t.in_use().into(),
        drawn: Some(drawn(language, None)),
        listed: false,
        shown: 2,
        current: true,
        differences: Vec::new(),
        before: 1,
        versions: Table::new(&[t.col_version()], Vec::new()),
        draft: None,
        begin: Some(t.begin_drawn().into()),
        seen: String::new(),
        upload: upload.into_fields(),
        t,
    }
}

#[test]
fn what_is_in_use_is_seen_and_changed_nowhere_here() {
    for html in snapshot!(render_both(page)) {
        assert!(html.has("main .diagram-box svg"));
        assert_eq!(html.all("main .table").len(), 2);
        assert!(!html.has("main .table a"), "elements are changed in a draft");
        assert!(html.has("button[name=act][value=drop]") && html.has("button[name=act][value=begin]"));
        assert!(html.has("form input[type=file]"));
    }
}

#[test]
fn a_list_of_steps_is_led_to_where_steps_are_added() {
    for html in render_both(|language| Page { listed: true, ..page(language) }) {
        assert!(html.has("main a[href$='/parts/steps']"));
        assert!(!html.has("button[value=drop]"));
    }
}

#[test]
fn a_draft_is_opened_and_none_is_begun_beside_it() {
    for html in render_both(|language| Page { draft: Some("A".into()), ..page(language) }) {
        assert!(html.has("main a.button[href$='/process/draft']"));
        assert!(!html.has("button[value=begin]") && html.has("button[value=bring]"));
    }
}

#[test]
fn an_older_version_can_be_begun_with_and_says_what_differed() {
    let older = |language| Page { current: false, differences: vec!["A".into()], ..page(language) };
    for html in render_both(older) {
        assert_eq!(html.all("button[value=begin]").len(), 2);
        assert_eq!(html.one("form input[name=version]").attribute("value"), Some("2"));
        assert_eq!(html.texts("main ul.prose").first().map(|text| text.trim().to_string()), Some("A".into()));
        assert!(!html.has("button[value=drop]"));
    }
}

#[test]
fn what_cannot_be_read_is_said_line_by_line_at_once() {
    let lines = [Objection { place: "A".into(), ..Objection::whole("B") }, Objection::whole("C")];
    for html in render_both(|language| {
        let t = Words(language);
        Page { wrong: found::notice(t.unread(), &lines, "", &t), drawn: None, ..page(language) }
    }) {
        assert_eq!(html.texts("main .notice[role=alert] li"), ["A: B", "C"]);
        assert!(!html.has("main .diagram-box"));
    }
}
