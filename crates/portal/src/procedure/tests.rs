use super::*;
use domain::procedure::{LegalBasis, Paper, ResultPaper, Template as PaperTemplate};
use testkit::samples::{self, method};
use testkit::{Html, render_both, snapshot};

/// As bad as the worst of the national records: hundreds of papers, names of a thousand letters, notes among them.
fn worst() -> Procedure {
    let long = "Cấp giấy phép hoạt động cho cơ sở thuộc phạm vi quản lý của cơ quan nhà nước ".repeat(15);
    let paper = |number: usize| Paper {
        id: format!("paper-{number}"),
        name: Text::new(format!("Văn bản số {number} của {long}"), ""),
        copies: 1,
        ..Paper::default()
    };
    let note =
        Paper { id: "note".into(), name: Text::new("Lưu ý: nộp bản sao", ""), ..Paper::default() };
    Procedure {
        code: ProcedureCode::parse("1.001193").unwrap(),
        name: Text::new(&long, ""),
        short_name: Text::new(&long, ""),
        papers: (1..=224).map(paper).chain([note]).collect(),
        methods: vec![method(Channel::Direct, 3), method(Channel::Online, 3), method(Channel::Postal, 5)],
        legal_basis: vec![LegalBasis {
            number: "123/2015/NĐ-CP".into(), name: Text::new("Nghị định", "")
        }],
        process: Default::default(),
        ..samples::procedure()
    }
}

fn parts_of(language: Language, procedure: &Procedure) -> PagedParts {
    PagedParts {
        papers: Checklist::of(procedure, language),
        methods: methods(procedure, language),
        steps: procedure.steps.iter().map(|step| Phrase::of(step, language)).collect(),
        first_step: 1,
        conditions: Vec::new(),
        basis: basis(procedure),
        offerings: vec![OfferingView {
            agency: "A".into(),
            identifier: String::new(),
            address: "B".into(),
            phone: "0999 000 111".into(),
            phone_link: ui::formats::phone_link("0999 000 111"),
            level: "",
            receiving: "C".into(),
        }],
    }
}

fn drawn(language: Language, procedure: &Procedure, online: bool) -> Page {
    let t = text::Words(language);
    let title = naming::of(procedure, language, HEADING_LETTERS);
    Page {
        chrome: Chrome::anonymous(language, &title.text),
        structured: "{}".into(),
        code: procedure.code.to_string(),
        crumbs: Crumbs { label: t.here(), ancestors: vec![Link::new("/", t.home())], here: title.clone() },
        heading: Heading::new(title),
        summary: Phrase::default(),
        facts: FactTiles(vec![FactTile::new(Icon::PERSON, t.for_whom(), "1")]),
        usual: ui::usual_time::sentence(None, 4, language),
        table_of_contents: table_of_contents(procedure, &t),
        online,
        by_post: procedure.method(Channel::Postal).is_some(),
        closing: None,
        as_officer: false,
        start_note: t.start_note(),
        for_others: None,
        elsewhere: Vec::new(),
        parts: parts_of(language, procedure),
        internal_steps: Vec::new(),
        results: Vec::new(),
        about: SummaryList::narrow(Vec::new()),
        similar_procedures: LinkList(Vec::new()),
        only_vietnamese: false,
        t,
    }
}

#[test]
fn papers_are_counted_and_what_is_only_said_of_them_is_not() {
    let procedure = worst();
    assert_eq!(papers::count(&procedure), 224);
    for html in render_both(|language| drawn(language, &procedure, true)) {
        let papers = html.all("main .checklist > li");
        assert_eq!(papers.len(), 224);
        assert_eq!(papers[223].attribute("value"), Some("224"));
        // The whole name is folded away, the short one is short.
        for name in html.texts("main .checklist__name") {
            assert!(name.chars().count() <= 91, "{name}");
        }
        assert_eq!(html.all("main .checklist details").len(), 224);
        assert!(html.one("main h1").text().chars().count() <= HEADING_LETTERS + 1);
    }
}

#[test]
fn what_everybody_hands_in_comes_before_what_only_some_do() {
    let mut procedure = samples::procedure();
    let names =
        ["Trường hợp bị bỏ rơi thì có biên bản", "Giấy chứng sinh", "Nếu ủy quyền thì có văn bản", "Tờ khai"];
    let paper =
        |name: &str| Paper { id: name.into(), name: Text::new(name, ""), originals: 1, ..Paper::default() };
    procedure.papers = names.map(paper).into();
    for language in [Language::Vietnamese, Language::English] {
        let html = Html::piece(&papers::Checklist::of(&procedure, language).to_string());
        let names = html.texts(".checklist__name");
        let names: Vec<&str> = names.iter().map(|name| name.split_whitespace().next().unwrap()).collect();
        assert_eq!(names, ["Giấy", "Tờ", "Trường", "Nếu"]);
    }
}

#[test]
fn ways_that_differ_in_nothing_stand_together() {
    let procedure = worst();
    let ways = methods(&procedure, Language::English);
    assert_eq!(ways.len(), 2);
    let direct = Channel::Direct.name(Language::English);
    assert!(ways[0].name.text.starts_with(direct) && ways[0].name.text.contains(", "));
    assert_eq!(ways[1].name.text, Channel::Postal.name(Language::English));
}

#[test]
fn the_last_day_of_a_procedure_is_told_with_its_reason() {
    let because = Text::new("Được thay bằng thủ tục mới.", "");
    for html in render_both(|language| {
        let notice = closing(jiff::civil::date(2026, 12, 1), &because, &text::Words(language), language);
        Page { closing: Some(notice), ..drawn(language, &worst(), true) }
    }) {
        let told = html.one("main .notice").text();
        assert!(told.contains("2026") && told.contains("Được thay bằng thủ tục mới."), "{told}");
    }
}

#[test]
fn how_long_it_really_takes_is_told_or_that_too_few_tell() {
    for html in render_both(|language| drawn(language, &worst(), true)) {
        assert_eq!(html.all("main a[href='/figures?procedure=1.001193']").len(), 1);
    }
    for html in render_both(|language| Page { usual: String::new(), ..drawn(language, &worst(), true) }) {
        assert!(!html.has("main a[href^='/figures']"));
    }
}

#[test]
fn an_officer_is_not_led_to_apply() {
    for html in render_both(|language| Page { as_officer: true, ..drawn(language, &worst(), true) }) {
        assert!(!html.has("main a[href^='/apply/']") && html.has("main .notice"));
    }
}

#[test]
fn an_ordinary_one_is_heard_part_by_part() {
    let ordinary = Procedure { process: Default::default(), ..samples::procedure() };
    for html in snapshot!(render_both(|language| drawn(language, &ordinary, true))) {
        assert_eq!(html.all("main .act-bar").len(), 1);
    }
}

#[test]
fn applying_is_at_hand_only_where_it_is_possible() {
    let procedure = worst();
    for html in render_both(|language| drawn(language, &procedure, true)) {
        assert_eq!(html.all("main a[href='/apply/1.001193']").len(), 1);
        assert!(html.has("main .act-bar a[href='/apply/1.001193']") && !html.has("main .notice"));
    }
    for html in render_both(|language| drawn(language, &procedure, false)) {
        assert!(!html.has("main a[href^='/apply/']") && !html.has("main .act-bar"));
        assert!(html.has("main .notice"));
    }
}

#[test]
fn contents_lead_to_every_part_laws_are_linked_and_telephones_called() {
    let procedure = worst();
    for html in render_both(|language| drawn(language, &procedure, true)) {
        let hrefs = html.all("main nav a[href^='#']");
        let hrefs: Vec<_> = hrefs.iter().filter_map(|link| link.attribute("href")).collect();
        assert_eq!(hrefs, ["#papers", "#methods", "#basis", "#where"]);
        assert!(html.one("main details a[href^='https://vbpl.vn/']").text().contains("123/2015"));
        assert_eq!(html.all("main a[href='tel:0999000111']").len(), 1);
    }
}

#[test]
fn of_several_cases_the_reader_opens_one() {
    let mut procedure = worst();
    for (place, paper) in procedure.papers.iter_mut().enumerate() {
        paper.case = if place < 100 { "Cấp mới".into() } else { "Cấp lại".into() };
    }
    for html in render_both(|language| drawn(language, &procedure, true)) {
        assert_eq!(html.all("main details > .checklist").len(), 2);
        assert_eq!(html.all("main .checklist > li").len(), 224);
    }
}

/// Reference data with one version of a procedure, in force between two days.
fn dated(from: Date, to: Option<Date>, because: &str) -> MasterData {
    let procedure = samples::procedure();
    let closed_because = Text::new(because, because);
    let version = app::master_data::DatedProcedure { procedure, from, to, closed_because };
    let read = app::master_data::CatalogueRows { procedures: vec![version], ..Default::default() };
    MasterData::of(read, Date::constant(2026, 3, 2))
}

#[test]
fn a_procedure_that_is_closed_or_to_come_says_from_when_and_leads_on() {
    let (day, today) = (Date::constant, Date::constant(2026, 3, 2));
    let closed = dated(day(2020, 1, 1), Some(day(2026, 2, 3)), "Luật mới");
    let coming = dated(day(2026, 4, 1), None, "");
    for (data, english_day, reason) in [(&closed, "3 February 2026", true), (&coming, "1 April 2026", false)]
    {
        let page = |language: Language| {
            let chrome = |title: &str| Chrome::anonymous(language, title);
            closed::view(data, "1.001193", today, language, chrome).expect("a version of it is known")
        };
        let [vietnamese, english] = render_both(page);
        assert!(english.one("main .notice").text().contains(english_day));
        for html in [vietnamese, english] {
            assert_eq!(html.one("main .notice").text().contains("Luật mới"), reason);
            html.one("main a.button[href^='/procedures?q=']");
            assert!(!html.has("main a[href^='/apply/']"), "nobody applies for it today");
        }
    }
    let chrome = |title: &str| Chrome::anonymous(Language::English, title);
    assert!(closed::view(&closed, "1.999999", today, Language::English, chrome).is_none());
}

/// A portion of a part of it.
fn part(language: Language, procedure: &Procedure, part: PagedPart, portion: usize) -> PartPage {
    let t = text::Words(language);
    let parts = parts_of(language, procedure);
    let these = parts.portions(part)[portion - 1].clone();
    let heading = match part {
        PagedPart::Papers => parts.papers.name_of(&these, &t),
        other => other.title(&t).into(),
    };
    PartPage {
        chrome: Chrome::anonymous(language, &heading.text),
        crumbs: Crumbs { label: t.here(), ancestors: vec![Link::new("/", t.home())], here: heading.clone() },
        heading: Heading::new(heading),
        parts: parts.only(part, these),
        pager: Pager::new(t.papers()).next(Some("/procedures/1.001193?part=papers&page=2".into()), t.after()),
        back: Link::new("/procedures/1.001193", t.whole_procedure()),
        t,
    }
}

#[test]
fn what_does_not_fit_the_page_is_read_in_portions_that_do() {
    let mut by_case = worst();
    for (place, paper) in by_case.papers.iter_mut().enumerate() {
        paper.case = format!("Trường hợp {}", place / 9);
    }
    for procedure in [worst(), by_case] {
        let page = |language| {
            let mut page = drawn(language, &procedure, true);
            page.elsewhere = page.parts.apart();
            page
        };
        for language in [Language::Vietnamese, Language::English] {
            assert!(page(language).render().unwrap().len() < 40_000, "the page itself");
        }
        for html in render_both(page) {
            assert!(!html.has("main .checklist"));
            let ways = html.all("main .link-list a[href^='/procedures/1.001193?part=papers']").len();
            assert_eq!(ways, parts_of(Language::English, &procedure).portions(PagedPart::Papers).len());
        }
        let mut numbers = Vec::new();
        for portion in 1..=parts_of(Language::Vietnamese, &procedure).portions(PagedPart::Papers).len() {
            for language in [Language::Vietnamese, Language::English] {
                let html = part(language, &procedure, PagedPart::Papers, portion).render().unwrap();
                assert!(html.len() < 40_000, "portion {portion}: {}", html.len());
            }
            let [vietnamese, _] =
                render_both(|language| part(language, &procedure, PagedPart::Papers, portion));
            let shown = vietnamese.all("main .checklist > li");
            numbers.extend(
                shown.iter().map(|paper| paper.attribute("value").unwrap().parse::<usize>().unwrap()),
            );
            vietnamese.one("main a[href='/procedures/1.001193']");
        }
        assert_eq!(numbers, (1..=224).collect::<Vec<_>>(), "each paper once, under its number");
    }
}

#[test]
fn steps_go_on_counting_from_page_to_page() {
    let long = "Nộp hồ sơ tại Bộ phận Một cửa và chờ được gọi tên. ".repeat(40);
    let procedure =
        Procedure { steps: (0..60).map(|_| Text::new(&long, "")).collect(), ..samples::procedure() };
    let portions = parts_of(Language::Vietnamese, &procedure).portions(PagedPart::Steps);
    assert!(portions.len() > 1);
    let mut next = 1;
    for (place, range) in portions.into_iter().enumerate() {
        for html in render_both(|language| part(language, &procedure, PagedPart::Steps, place + 1)) {
            let list = html.one("main ol.prose");
            let first = list.attribute("start").map_or(1, |first| first.parse().unwrap());
            assert_eq!((first, list.all("li").len()), (next, range.len()));
        }
        next += range.len();
    }
    assert_eq!(next, 61);
}

#[test]
fn a_part_is_named_by_its_address_and_nothing_else_is() {
    for part in PagedPart::ALL {
        assert_eq!(PagedPart::parse(part.key()), Some(part));
    }
    assert_eq!(PagedPart::parse("inside"), None);
}

/// With all a record may hold, and said in Vietnamese alone.
fn full() -> Procedure {
    let paper = |id: &str, template: PaperTemplate| Paper {
        id: id.into(),
        name: Text::new(format!("Giấy {id}"), ""),
        hint: Text::new("Bản gốc để đối chiếu", ""),
        count_words: Text::new("Hai bộ rưỡi", ""),
        template: Some(template),
        required: id == "a",
        ..Paper::default()
    };
    let (form, url) = ("Mẫu số 1".to_string(), "https://example.vn/mau".to_string());
    Procedure {
        summary: Text::new("Ghi vào sổ một lần sinh", ""),
        papers: vec![
            paper("a", PaperTemplate { name: form.clone(), url }),
            paper("b", PaperTemplate { name: form, url: String::new() }),
        ],
        steps: vec![Text::new("Nộp hồ sơ", ""), Text::new("Nhận kết quả", "")],
        conditions: Text::new("Đủ tuổi\nCó mặt", ""),
        legal_basis: vec![LegalBasis { number: "61/2018/NĐ-CP".into(), name: Text::default() }],
        results: vec![ResultPaper { code: String::new(), name: Text::new("Giấy khai sinh", "") }],
        ..samples::procedure()
    }
}

/// The page as it is made of the record.
fn made(language: Language, procedure: &Procedure) -> Page {
    let t = text::Words(language);
    let (data, today) = (samples::master_data(), samples::now().date());
    Page {
        summary: Phrase::of(&procedure.summary, language),
        facts: facts(procedure, &t, language),
        parts: super::parts_of(procedure, &data, today, language),
        internal_steps: internal_steps(procedure, &t, language),
        results: procedure.results.iter().map(|result| Phrase::of(&result.name, language)).collect(),
        similar_procedures: LinkList(vec![Link::new("/procedures/1.001193", "A")]),
        for_others: Some(Notice::info("B")),
        only_vietnamese: true,
        ..drawn(language, procedure, true)
    }
}

#[test]
fn all_a_record_holds_is_said_and_what_is_only_in_vietnamese_says_so() {
    let procedure = full();
    let [vietnamese, english] = render_both(|language| made(language, &procedure));
    for html in [&vietnamese, &english] {
        assert_eq!(html.texts("main .lead"), ["Ghi vào sổ một lần sinh"]);
        assert_eq!(html.texts("main #conditions + p"), ["Đủ tuổi Có mặt"]);
        assert_eq!(html.all("main ol.prose > li .muted").len(), 2, "the steps inside, each with its time");
        assert!(html.texts("main aside .card p").contains(&"Giấy khai sinh".to_string()));
        let details = html.all("main .checklist__details");
        assert!(details.iter().all(|paper| paper.text().contains("Hai bộ rưỡi")));
        assert!(details.iter().all(|paper| paper.text().contains("Bản gốc để đối chiếu")));
        assert_eq!(html.all("main .checklist__details a[href='https://example.vn/mau']").len(), 1);
        assert!(details[1].text().contains("Mẫu số 1"), "a form without an address is named");
        assert_eq!(html.texts("main #basis ~ details a[rel=noreferrer]"), ["61/2018/NĐ-CP"]);
        html.one("main aside a[href='/procedures/1.001193']");
    }
    for place in ["main .lead [lang=vi]", "main #conditions + p [lang=vi], main #conditions + p[lang=vi]"] {
        assert!(english.has(place) && !vietnamese.has(place), "{place}");
    }
}

#[test]
fn the_papers_that_must_be_there_are_counted_and_where_none_must_all_are() {
    let t = text::Words(Language::English);
    let told = |procedure: &Procedure| {
        let page = |language| made(language, procedure);
        let [_, english] = render_both(page);
        english.all("main .facts *").iter().map(|fact| fact.text()).collect::<Vec<_>>()
    };
    let some = told(&full());
    assert!(some.iter().any(|fact| fact == t.papers_needed()) && some.iter().any(|fact| fact == "1"));
    let mut procedure = full();
    procedure.papers.iter_mut().for_each(|paper| paper.required = false);
    let none = told(&procedure);
    assert!(none.iter().any(|fact| fact == t.papers_listed()) && none.iter().any(|fact| fact == "2"));
}

#[test]
fn a_part_that_is_read_on_pages_of_its_own_leads_there() {
    use PagedPart::{Basis, Conditions, Methods, Papers, Steps, Where};
    let procedure = full();
    let elsewhere = || vec![Papers, Methods, Steps, Conditions, Basis, Where];
    let apart = |language| {
        let mut page = made(language, &procedure);
        page.parts.offerings = parts_of(language, &procedure).offerings;
        Page { elsewhere: elsewhere(), ..page }
    };
    for html in render_both(apart) {
        assert!(!html.has("main .checklist") && !html.has("main #conditions + p"));
        for part in elsewhere() {
            assert!(
                html.has(&format!("main a[href^='/procedures/1.001193?part={}']", part.key())),
                "{}",
                part.key()
            );
        }
    }
}
