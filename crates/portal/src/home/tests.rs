use super::*;
use app::drafts::Draft;
use app::opening::{OwnRow, OwnWork};
use domain::dossier::{DossierId, Reference, StageKind};
use domain::officer::AccountId;
use testkit::{render_both, samples, snapshot};
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
    assert_eq!(vietnamese.texts("main .own h2 a[href='/dossiers']"), ["Xem cả 7 trong Hồ sơ của tôi"]);
    let [vietnamese, _] = render_both(|language| page(language, app::opening::OWN_MAX));
    let many = &vietnamese.texts("main .own section h2")[0];
    assert!(many.contains("trở lên"), "{many}");
}

#[test]
fn the_urgent_has_most_room_and_of_each_kind_one_is_shown() {
    assert_eq!([0, 1, 2, 3].map(own::room), [2, 2, 1, 1]);
}

#[test]
fn what_somebody_has_to_do_is_counted_with_its_drafts_and_leads_to_each() {
    let row = |stage, number: i64| OwnRow {
        channel: domain::procedure::Channel::Online,
        id: DossierId(number),
        reference: Reference::parse(&format!("ABCDEFGH2345678{number}")).expect("a reference"),
        code: None,
        procedure: "1.001193".into(),
        competent: samples::AGENCY,
        stage,
        submitted_at: samples::now(),
        due: Some(samples::now().plus_minutes(3 * 24 * 60)),
        due_legal: None,
        steps_done: 0,
        steps_total: 2,
        outcome: None,
    };
    let draft = Draft {
        id: 1,
        token: "t".into(),
        account: AccountId(1),
        procedure: "1.001193".into(),
        version: 1,
        agency: samples::AGENCY,
        body: "{}".into(),
        updated_at: samples::now(),
        submitted: None,
    };
    let own = OwnWork {
        due: vec![row(StageKind::AwaitingCompletion, 2), row(StageKind::PausedForApplicant, 3)],
        ready: vec![row(StageKind::ResultReady, 4)],
        waiting: vec![row(StageKind::Processing, 5)],
    };
    let data = samples::master_data();
    let of = |language: Language| {
        let groups = own::groups_of(&own, std::slice::from_ref(&draft), &data, samples::now(), language);
        page(language, Some(groups), 0)
    };
    for (html, language) in render_both(of).iter().zip([Language::Vietnamese, Language::English]) {
        let t = text::Words(language);
        let titles = html.texts("main .own__title");
        assert_eq!(titles.len(), 3, "{titles:?}");
        assert!(titles[0].contains('3'), "two dossiers and a draft: {titles:?}");
        assert!(titles[1].starts_with(t.ready()) && titles[2].starts_with(t.waiting()), "{titles:?}");
        let name = language.pick("Đăng ký khai sinh", "Register a birth");
        assert!(html.texts("main .own .link-list a").iter().all(|link| link.starts_with(name)));
        html.one("main .own a[href='/dossiers/ABCDEFGH23456784']");
        let waits = html.all("main .own section")[2].text();
        assert!(waits.contains('3'), "how long is left: {waits}");
    }
}

#[test]
fn whoever_has_nothing_to_do_is_told_so_and_led_to_all_there_was() {
    for (html, language) in render_both(|language| page(language, Some(Vec::new()), 0))
        .iter()
        .zip([Language::Vietnamese, Language::English])
    {
        assert_eq!(html.texts("main .own > p")[0], text::Words(language).nothing_own());
        html.one("main .own a[href='/dossiers']");
        assert!(!html.has("main form[action='/lookup']"), "one's own need no code");
    }
}
