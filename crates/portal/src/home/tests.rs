use super::*;
use testkit::{render_both, snapshot};
use ui::Language;
use ui::part::{LinkList, Tag};

fn tile(name: &str) -> Tile {
    let link = Link::new("/procedures?event=birth", name);
    Tile { icon: Icon::BIRTH, link, meta: String::new() }
}

fn page(language: Language, own: Option<Vec<OwnWorkGroup>>, more: usize) -> Page {
    let t = text::Words(language);
    let search = Search {
        label: t.search(),
        label_hidden: true,
        hint: t.search_hint(),
        button: t.find(),
        ..Search::new("/procedures", Q, "")
    };
    Page {
        chrome: Chrome::anonymous(language, t.title()),
        own,
        search,
        events: Tiles(vec![tile("A"), tile("B")]),
        more: Tiles(vec![tile("C"); more]),
        all: t.all(2),
        t,
    }
}

#[test]
fn a_visitor_is_asked_what_they_need_and_finds_all_else_behind_one_link() {
    let [vietnamese, english] = snapshot!(render_both(|language| page(language, None, 1)));
    assert_eq!(vietnamese.texts("main h1"), ["Bạn cần làm việc gì?"]);
    assert_eq!(english.texts("main h1"), ["What do you need to do?"]);
    for html in [&vietnamese, &english] {
        assert!(html.has("main form#search .lookup > input + button"));
        assert_eq!(html.all("main > .section > .tiles > li").len(), 2);
        assert_eq!(html.all("main details .tiles > li").len(), 1);
        assert_eq!(html.all("main a[href='/procedures']").len(), 1);
        assert!(html.has("main form[action='/lookup']"));
    }
    for html in render_both(|language| page(language, None, 0)) {
        assert!(!html.has("main details"));
    }
}

#[test]
fn whoever_is_signed_in_sees_first_what_they_have_to_do() {
    let group = |language| {
        let t = text::Words(language);
        let name = language.pick("Khai sinh", "Birth registration");
        let link = Link::new("/dossiers/ABC", name).tagged(Some(Tag::info(t.draft())));
        OwnWorkGroup { title: t.due_now(), links: LinkList(vec![link]), all: None }
    };
    let [vietnamese, english] = render_both(|language| page(language, Some(vec![group(language)]), 0));
    assert_eq!(vietnamese.texts("main h1"), ["Việc của bạn"]);
    for html in [&vietnamese, &english] {
        assert!(
            html.has("main > .own:first-child section > .own__title + .link-list a[href='/dossiers/ABC']")
        );
        assert!(html.has("main > .own a[href='/dossiers']"));
        assert!(html.has("main > .own + .hero form#search"));
        // Their own dossiers need no code.
        assert!(!html.has("main form[action='/lookup']"));
    }
    let [_, english] = render_both(|language| page(language, Some(Vec::new()), 0));
    assert!(!english.has("main .own h2"));
    assert!(english.texts("main .own p")[0].starts_with("Nothing waits for you"));
}

#[test]
fn of_many_a_few_are_shown_with_how_many_there_are_and_the_way_to_all() {
    let group = |language, count: usize| {
        let t = text::Words(language);
        let links = (0..count.min(2)).map(|number| Link::new(format!("/dossiers/{number}"), "A")).collect();
        OwnWorkGroup::of(t.waiting(), links, count, &t)
    };
    assert!(group(Language::English, 0).is_none());
    let page = |language, count| page(language, group(language, count).map(|group| vec![group]), 0);
    for html in render_both(|language| page(language, 2)) {
        assert_eq!(html.all("main .own section li").len(), 2);
        assert!(!html.has("main .own section h2 a") && html.has("main .own > p a[href='/dossiers']"));
    }
    let [vietnamese, english] = render_both(|language| page(language, 7));
    assert_eq!(english.all("main .own section li").len(), 2);
    assert_eq!(vietnamese.texts("main .own h2 a[href='/dossiers']"), ["Tất cả 7 hồ sơ"]);
    let [vietnamese, _] = render_both(|language| page(language, app::opening::OWN_MAX));
    let many = &vietnamese.texts("main .own section h2")[0];
    assert!(many.contains("trở lên"), "{many}");
}

#[test]
fn the_urgent_has_most_room_and_of_each_kind_one_is_shown() {
    assert_eq!([0, 1, 2, 3].map(own::room), [2, 2, 1, 1]);
}
