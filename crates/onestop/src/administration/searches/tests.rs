use super::*;
use testkit::{render_both, samples, snapshot};
use ui::Language;

fn page(language: Language, found: Vec<Searched>) -> Page {
    let t = Words(language);
    let rows = table(found, &t);
    Page { chrome: Chrome::anonymous(language, t.title()), rows, pager: Pager::new(t.pages()), t }
}

fn searched(id: i64, by: By) -> Searched {
    Searched { id, at: samples::now(), officer: "Lê Văn Cường".into(), by }
}

#[test]
fn a_search_says_when_who_and_by_what_and_nothing_of_whom() {
    let found = || vec![searched(2, By::Identity("001".into())), searched(1, By::Name)];
    let [vietnamese, english] = snapshot!(render_both(|language| page(language, found())));
    for (html, at) in [(vietnamese, "09:00 02/03/2026"), (english, "09:00, 2 Mar 2026")] {
        assert_eq!(html.all("main tbody tr").len(), 2);
        assert_eq!(html.texts("main tbody th"), [at, at]);
        let cells = html.texts("main tbody td");
        assert_eq!(cells[0], "Lê Văn Cường");
        assert!(cells[1].contains("001"));
        assert!(!cells[3].contains("001"));
    }
}

#[test]
fn where_nobody_searched_there_is_no_table() {
    for html in render_both(|language| page(language, Vec::new())) {
        assert!(!html.has("main table"));
        assert_eq!(html.all("main p").len(), 2, "what it is, and that it is empty");
    }
}
