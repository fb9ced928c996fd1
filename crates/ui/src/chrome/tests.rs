use super::*;
use testkit::Html;

/// A page of nothing but what surrounds it.
#[derive(Template)]
#[template(
    source = "{% extends \"layout/layout.html\" %}{% block main %}<h1>{{ chrome.title }}</h1>{% endblock %}",
    ext = "html"
)]
struct Bare {
    chrome: Chrome,
}

/// In both languages: Vietnamese, then English.
fn drawn(chrome: impl Fn(Language) -> Chrome) -> [Html; 2] {
    [Language::Vietnamese, Language::English].map(|language| {
        let page = Bare { chrome: chrome(language) }.render().expect("it is drawn");
        let html = Html::page(&crate::foreign::tag_vietnamese(page));
        assert_eq!(html.faults(language.code()), Vec::<String>::new());
        html
    })
}

fn signed_in(language: Language, unread: u32) -> Chrome {
    let who = Who {
        name: "Chị Châu".into(),
        place: String::new(),
        officer: false,
        counter: false,
        handles: false,
        administrator: false,
        heads: false,
        reports: false,
        place_of: None,
    };
    Chrome { unread, path: "/messages".into(), who: Some(who), ..Chrome::anonymous(language, "A") }
}

#[test]
fn the_header_has_a_bell_with_its_number_and_one_menu_that_needs_no_script() {
    let [vietnamese, english] = drawn(|language| signed_in(language, 3));
    for html in [&vietnamese, &english] {
        assert!(html.has("header .site-header__bell > a[href='/messages'][aria-current=page]"));
        assert_eq!(html.one("header button[popovertarget]").attribute("popovertarget"), Some("menu"));
        for inside in ["nav a[href='/dossiers']", "nav form[action='/sign-out']", ".site-header__language"] {
            assert!(html.has(&format!("header #menu[popover] {inside}")), "{inside}");
        }
        assert_eq!(html.all("header a[href='/messages']").len(), 1);
    }
    assert_eq!(vietnamese.texts("header .site-header__count"), ["3 chưa đọc"]);
    assert_eq!(english.texts("header .site-header__count"), ["3 unread"]);
}

#[test]
fn a_number_that_would_be_too_wide_is_cut_and_none_is_not_said() {
    for html in drawn(|language| signed_in(language, 100)) {
        assert!(html.texts("header .site-header__count")[0].starts_with("99+ "));
    }
    for html in drawn(|language| signed_in(language, 0)) {
        assert!(html.has("header .site-header__bell") && !html.has("header .site-header__count"));
    }
}

#[test]
fn nobody_is_told_anything_who_is_not_known() {
    for html in drawn(|language| Chrome::anonymous(language, "A")) {
        assert!(!html.has("header .site-header__bell"));
        assert!(html.has("header #menu a[href='/sign-in']"));
    }
}

#[test]
fn the_search_is_one_tap_away_and_search_engines_are_told_what_is_theirs() {
    for html in drawn(|language| signed_in(language, 0)) {
        assert_eq!(html.all("header .site-header__finder > a[href='/procedures']").len(), 1);
        assert!(
            html.one("meta[name=description]")
                .attribute("content")
                .is_some_and(|about| about.starts_with("A. "))
        );
        assert!(!html.has("meta[name=robots]") && !html.has("link[rel=canonical]"));
    }
    let found = |language| Chrome {
        canonical: "https://a/".into(),
        alternate: "https://b/".into(),
        ..Chrome::anonymous(language, "A").described("What it is")
    };
    for html in drawn(found) {
        assert_eq!(html.one("meta[name=description]").attribute("content"), Some("What it is"));
        assert_eq!(html.one("link[rel=canonical]").attribute("href"), Some("https://a/"));
        assert_eq!(html.all("link[rel=alternate][hreflang]").len(), 2);
    }
    for html in drawn(|language| Chrome { office: true, ..signed_in(language, 0) }) {
        assert_eq!(html.one("meta[name=robots]").attribute("content"), Some("noindex"));
        assert!(!html.has("header .site-header__finder"), "who handles nothing looks for nothing");
    }
}

#[test]
fn where_something_is_wrong_the_page_begins_there_and_nowhere_else() {
    let at = |path: &str| Chrome { path: path.into(), ..Chrome::anonymous(Language::English, "A") };
    assert!(at("/apply/1.001193").goes_on());
    assert!(!at("/apply/1.001193").with_problems(true).goes_on());
    assert!(!at("/").goes_on());
}
