use super::*;
use testkit::{render_both, snapshot};

fn table(count: usize) -> Table {
    let line = |number| {
        TableRow::new(Cell::link(format!("/office/dossiers/{number}"), format!("H{number}")), vec![])
    };
    Table::new(&["A"], (0..count).map(line).collect())
}

fn page(language: Language, ready: usize, rest: usize) -> Page {
    let t = text::Words(language);
    Page {
        chrome: Chrome::anonymous(language, t.take()),
        error_summary: ui::part::ErrorSummary::of(language, Vec::new()),
        heading: t.take().into(),
        button: if ready == 0 { t.look_again().into() } else { t.begin(ready, t.take()) },
        begun: false,
        running: false,
        bar: ProgressBar::new(0, ready as u32, t.progress(0, ready)),
        finished: Notice::info(t.running()),
        can_undo: false,
        no_way_back: false,
        decides: false,
        ready: table(ready),
        rest: table(rest),
        seen: (0..ready as u32).map(|place| SeenRow { place, sequence: 7 }).collect(),
        reviewed: None,
        form: Form::blank(language).into_fields(),
        t,
    }
}

#[test]
fn before_it_begins_the_rows_are_counted_and_what_was_seen_goes_along() {
    for html in snapshot!(render_both(|language| page(language, 3, 2))) {
        let titles = html.texts("main h2");
        assert!(titles[0].contains('3') && titles[1].contains('2'), "{titles:?}");
        let counts: Vec<usize> =
            html.all("main table").iter().map(|table| table.all("tbody tr").len()).collect();
        assert_eq!(counts, [3, 2]);
        assert_eq!(html.all("main form input[type=hidden][name=seen]").len(), 3);
        assert!(html.one("main form button[name=act][value=begin]").text().contains('3'));
    }
}

#[test]
fn a_step_that_decides_is_left_out_and_it_says_that_these_are_decided_one_by_one() {
    for (html, language) in render_both(|language| Page { decides: true, ..page(language, 1, 2) })
        .iter()
        .zip([Language::Vietnamese, Language::English])
    {
        assert_eq!(html.texts("main p.muted"), [text::Words(language).decides()]);
    }
}

#[test]
fn what_can_be_done_to_none_has_no_button() {
    for html in render_both(|language| page(language, 0, 2)) {
        assert!(html.has("main .notice") && !html.has("main form"));
    }
}

#[test]
fn what_cannot_be_done_as_filled_in_is_said_before_anything_is() {
    let reviewed = |language, ready| Page { reviewed: Some("k".into()), ..page(language, ready, 7) };
    for html in render_both(|language| reviewed(language, 2)) {
        assert!(html.one("main .notice--warning").text().contains('7'));
        assert_eq!(html.one("main input[type=hidden][name=reviewed]").attribute("value"), Some("k"));
        assert!(html.one("main button[name=act][value=begin]").text().contains('2'));
    }
    // Where nothing is left something else can still be chosen.
    for html in render_both(|language| reviewed(language, 0)) {
        html.one("main form button[name=act][value=begin]");
        assert_eq!(html.all("main table").len(), 1);
    }
}

#[test]
fn what_ended_can_be_taken_back_or_says_that_it_cannot() {
    let ended =
        |language, can_undo| Page { begun: true, can_undo, no_way_back: !can_undo, ..page(language, 2, 0) };
    for html in render_both(|language| ended(language, true)) {
        assert_eq!(html.all("main button[name=act][value=undo]").len(), 1);
        assert!(html.has("main progress") && !html.has("main [data-news]"));
    }
    for html in render_both(|language| ended(language, false)) {
        assert!(!html.has("main button"));
        assert_eq!(html.all("main p.muted").len(), 1);
    }
    for html in render_both(|language| Page { running: true, ..ended(language, true) }) {
        assert!(!html.has("main button") && html.has("main [data-news]"));
    }
}

#[test]
fn a_list_of_batches_says_when_what_and_how_far() {
    let row = |token: &str, kind, undoes, waiting| app::batches::BatchRow {
        token: token.into(),
        act: BatchAct { kind, undoes, to: None, outcome: None, words: String::new(), late: None },
        begun_at: testkit::samples::now(),
        waiting,
        done: 3,
        refused: 1,
    };
    let list = |language: Language, rows: Vec<BatchRow>| {
        let t = text::Words(language);
        List { chrome: Chrome::anonymous(language, t.title()), rows: list_table(rows, &t), t }
    };
    let rows =
        || vec![row("a", BatchKind::Take, None, 0), row("b", BatchKind::Undo, Some(BatchKind::Take), 9)];
    let [vietnamese, english] = render_both(|language| list(language, rows()));
    for (html, language) in [(&vietnamese, Language::Vietnamese), (&english, Language::English)] {
        html.one("main th a[href='/office/batches/a']");
        let cells = html.texts("main tbody td");
        let (take, undo) = (name(BatchKind::Take, language), name(BatchKind::Undo, language));
        assert_eq!((cells[0].as_str(), cells[2].clone()), (take, format!("{undo}: {take}")));
        assert!(!cells[1].contains('9') && cells[3].contains('9'), "what waits is said: {cells:?}");
    }
    for html in render_both(|language| list(language, Vec::new())) {
        assert!(html.has("main .empty") && html.has("main a[href='/office']"));
        assert!(!html.has("main table"));
    }
}
