use super::*;
use testkit::{render_both, snapshot};
use ui::Language;
use ui::part::{Cell, TableRow};

fn page(language: Language, found: Option<usize>, more: bool) -> Page {
    let t = text::Words(language);
    let mut form = Form::blank(language);
    self::form(&mut form, "Minh Chau");
    let line = |number| {
        TableRow::new(Cell::link(format!("/office/dossiers/{number}"), format!("H{number}")).code(), vec![])
    };
    let found = found.map(|count| Table::new(&[t.title()], (0..count).map(line).collect()));
    Page {
        chrome: Chrome::anonymous(language, t.title()),
        fields: form.into_fields(),
        within: Vec::new(),
        found,
        more,
        t,
    }
}

#[test]
fn a_search_is_posted_so_that_no_name_stands_in_an_address() {
    for html in snapshot!(render_both(|language| page(language, None, false))) {
        assert_eq!(html.one("main form").attribute("method"), Some("post"));
        assert_eq!(html.one("main input[name=wanted]").attribute("value"), Some("Minh Chau"));
        assert!(!html.has("main table") && !html.has("main [role=status]"));
    }
}

#[test]
fn what_is_too_short_is_said_first_and_at_its_field() {
    let posted = ui::Posted::of(vec![("wanted".into(), "a".into())]);
    let short = |language| {
        let mut form = Form::sent(language, &posted);
        assert_eq!(self::form(&mut form, ""), None);
        Page { fields: form.into_fields(), ..page(language, None, false) }
    };
    for html in render_both(short) {
        html.one("main .error-summary a[href='#wanted']");
        assert_eq!(html.one("main input[name=wanted]").attribute("value"), Some("a"));
    }
}

#[test]
fn the_count_that_is_said_is_the_number_of_rows() {
    for (count, more) in [(1, false), (3, false), (4, true)] {
        for html in render_both(|language| page(language, Some(count), more)) {
            assert_eq!(html.all("main tbody tr").len(), count);
            let said = html.one("main [role=status]").text();
            assert!(said.split_whitespace().any(|word| word == count.to_string()), "{count}: {said}");
        }
    }
    for html in render_both(|language| page(language, Some(0), false)) {
        assert!(html.has("main .empty") && !html.has("main table"));
    }
}
