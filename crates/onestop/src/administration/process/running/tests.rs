use super::*;
use testkit::{render_both, snapshot};
use ui::Language;

fn page(language: Language, rows: usize) -> Page {
    let t = Words(language);
    let place = || Cell::default().tagged(Tag::new(TagKind::Good, t.running_fits()));
    let line = |number: usize| {
        TableRow::new(Cell::new(format!("H{number}")).code(), vec![Cell::new("1"), Cell::new("A"), place()])
    };
    let columns = [t.running_code(), t.col_version(), t.running_at(), t.running_place()];
    Page {
        chrome: Chrome::anonymous(language, t.running()),
        code: "1.001193".into(),
        heading: Heading::with_eyebrow("1.001193", t.running()),
        version: 3,
        rows: Table::new(&columns, (0..rows).map(line).collect()),
        move_them: if rows > 0 { t.running_move(rows) } else { String::new() },
        pager: Pager::new(t.pages()),
        none: rows == 0,
        t,
    }
}

#[test]
fn what_fits_is_moved_to_the_version_that_was_looked_at() {
    for html in snapshot!(render_both(|language| page(language, 2))) {
        assert_eq!(html.all("main tbody tr").len(), 2);
        assert!(html.one("button[name=act][value=move]").text().contains('2'));
        assert_eq!(html.one("main form input[name=version]").attribute("value"), Some("3"));
    }
}

#[test]
fn nothing_to_move_has_no_button() {
    for html in render_both(|language| page(language, 0)) {
        assert!(!html.has("main form") && !html.has("main table"));
    }
}
