use super::*;
use testkit::{render_both, snapshot};

fn page(language: Language, q: &str, rows: Vec<Link>) -> Page {
    let t = text::Words(language);
    Page {
        chrome: Chrome::anonymous(language, t.title()),
        crumbs: Crumbs { label: t.here(), ancestors: vec![Link::new("/", t.home())], here: t.title().into() },
        heading: Heading::new(t.title()),
        search: Search { label: t.search(), button: t.find(), ..Search::new("/procedures", Q, q) },
        q: q.into(),
        filters: Fields::new(language, Vec::new()),
        filters_set: 0,
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
    for html in snapshot!(render_both(|language| page(language, "khai sinh", hit(language)))) {
        assert_eq!(html.all("main .link-list__item").len(), 1);
        assert_eq!(html.all("main .link-list__item .link-list__text").len(), 1);
        assert_eq!(html.all("main .link-list__item .tag").len(), 1);
        assert!(!html.has("main .empty"));
    }
}

#[test]
fn a_filter_offers_what_leaves_something_and_keeps_what_was_chosen() {
    let (data, day) = (testkit::samples::master_data(), testkit::samples::now().date());
    let facets = Facets { audience: FacetCounts::from([("citizen".into(), 3)]), ..Facets::default() };
    let filtered = |language: Language, wanted: &CatalogueQuery| {
        let t = text::Words(language);
        Page { filters: filters(wanted, &facets, &data, day, &t), ..page(language, "", Vec::new()) }
    };
    let all = CatalogueQuery::default();
    for html in render_both(|language| filtered(language, &all)) {
        let option = html.one("main select[name=audience] option[value=citizen]");
        assert!(option.text().ends_with("(3)"), "{}", option.text());
        assert!(!html.has("main select[name=audience] option[value=business]"), "nothing is for them");
    }
    let business = CatalogueQuery { audience: "business".into(), ..CatalogueQuery::default() };
    for html in render_both(|language| filtered(language, &business)) {
        let chosen = html.one("main select[name=audience] option[selected]");
        assert_eq!(chosen.attribute("value"), Some("business"));
    }
}

#[test]
fn every_page_of_the_answers_is_a_link_that_keeps_what_was_asked() {
    let wanted = CatalogueQuery { field: "justice".into(), ..CatalogueQuery::default() };
    let of = |language: Language| {
        let t = text::Words(language);
        let pages = pages(&wanted, "khai sinh", 2 * PAGE + 1, 1, &t);
        Page { pages, ..page(language, "khai sinh", vec![Link::new("/procedures/1.001193", "A")]) }
    };
    for html in render_both(of) {
        let links = html.all("main nav a[href*='page=']");
        let numbers: Vec<String> =
            links.iter().map(|link| link.text().chars().filter(char::is_ascii_digit).collect()).collect();
        assert_eq!(numbers, ["1", "2", "3"]);
        assert!(links.iter().all(|link| link.attribute("href").unwrap().contains("field=justice")));
        assert!(links[1].attribute("aria-current").is_some());
        // Each leads to the page it is called by: in addresses the first is 0.
        let to = |place: usize| links[place].attribute("href").unwrap_or_default().to_string();
        assert!((0..3).all(|place| to(place) == wanted.address("khai sinh", place)), "{}", to(0));
    }
}

#[test]
fn suggestions_begin_at_two_letters_and_lead_to_procedures() {
    let data = testkit::samples::master_data();
    let drawn = |typed: &str, language| {
        let piece = suggest::view(&data, typed, testkit::samples::now().date(), language);
        testkit::Html::piece(&piece.render().unwrap())
    };
    for language in [Language::Vietnamese, Language::English] {
        let found = drawn("khai sinh", language);
        assert_eq!(found.faults_of_piece(), Vec::<String>::new());
        assert_eq!(found.all("li a[href='/procedures/1.001193']").len(), 1);
        assert!(found.one("ul").attribute("data-said").is_some_and(|said| said.contains('1')));
        for nothing in ["k", "xyzzy"] {
            assert!(!drawn(nothing, language).has("li"), "{nothing}");
        }
    }
}

#[test]
fn filters_that_are_set_are_counted_and_how_words_were_read_is_said() {
    let of = |language| {
        let hit = vec![Link::new("/procedures/1.001193", "A")];
        Page { filters_set: 2, read_as: "R".into(), ..page(language, "sinh", hit) }
    };
    for html in render_both(of) {
        assert!(html.one("main details > summary").text().contains('2'));
        assert!(html.one("main [role=status]").text().ends_with(". R"));
        assert_eq!(html.all("main details a[href='/procedures']").len(), 1);
    }
    for html in render_both(|language| page(language, "", vec![Link::new("/procedures/1.001193", "A")])) {
        assert!(!html.has("main details a[href='/procedures']"), "nothing is narrowed");
    }
}

#[test]
fn words_that_mean_the_same_are_explained_once() {
    let meant = [("con mới", "khai sinh"), ("mới sinh", "khai sinh"), ("nhà", "đất")];
    let meant = meant
        .map(|(typed, understood)| UnderstoodWords { typed: typed.into(), understood: understood.into() });
    let told = super::why(&meant, &text::Words(Language::Vietnamese));
    assert_eq!(told.matches("khai sinh").count(), 1, "{told}");
    assert!(["con mới", "mới sinh", "nhà", "đất"].iter().all(|word| told.contains(word)), "{told}");
}
