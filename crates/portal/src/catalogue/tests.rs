use super::*;
use crate::tests::render_both;

fn page(language: Language, q: &str, rows: Vec<Link>) -> Page {
    let t = text::Words(language);
    Page {
        chrome: Chrome::anonymous(language, t.title()),
        crumbs: Crumbs { label: t.here(), ways: vec![Link::new("/", t.home())], here: t.title().into() },
        heading: Heading::new(t.title()),
        search: Search { label: t.search(), button: t.find(), ..Search::new("/procedures", Q, q) },
        q: q.into(),
        filters: Fields::new(language, Vec::new()),
        narrowed: 0,
        said: if q.is_empty() { t.found(rows.len()) } else { t.answers(rows.len(), q) },
        read_as: String::new(),
        pages: Pages { label: t.pages(), word: t.page(), pages: Vec::new() },
        rows: LinkList(rows),
        t,
    }
}

#[test]
fn where_nothing_answers_it_says_so_and_what_to_do() {
    for html in render_both(|language| page(language, "vé máy bay", Vec::new())) {
        assert!(html.one("main .empty h2").text().contains("vé máy bay"));
        assert!(html.has("main .empty a[href='/procedures']"));
        assert!(!html.has("main .link-list"));
    }
}

#[test]
fn a_hit_is_a_title_one_line_and_one_tag() {
    let hit = |_| vec![Link::new("/procedures/1.001193", "A").text("B").tagged(Some(Tag::info("C")))];
    for html in render_both(|language| page(language, "khai sinh", hit(language))) {
        assert_eq!(html.all("main .link-list__item").len(), 1);
        assert_eq!(html.all("main .link-list__item .link-list__text").len(), 1);
        assert_eq!(html.all("main .link-list__item .tag").len(), 1);
        assert!(!html.has("main .empty"));
    }
}
