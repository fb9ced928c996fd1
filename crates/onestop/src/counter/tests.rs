use super::choose::{AgencyProcedures, ChoosePage};
use super::papers::{CounterPaper, PaperGroup, TICKED};
use super::*;
use testkit::{render_both, snapshot};
use ui::field::option;
use ui::part::{Empty, FieldError, Link, LinkList, Pager};
use ui::{Field, Form, Language};

fn page(language: Language, wrong: bool) -> Page {
    let t = text::Words(language);
    let form = || Form::blank(language);
    let (mut number, mut rest, mut other) = (form(), form(), form());
    number.line(IDENTITY, t.identity()).read_or_raw();
    rest.line("name", t.name()).value("Minh Chau").read_or_raw();
    other.line(OTHER_PAPER[0], t.other_paper()).read_or_raw();
    let nothing = || Form::blank(language).into_fields();
    let count = |kind: &str, label| Field::text(language, &format!("{kind}-a"), label).value("1");
    let paper = CounterPaper {
        id: "a".into(),
        compact: false,
        name: "A".into(),
        received: Field::checks(language, "have-a", t.received(), vec![option("yes", "A")]),
        counts: vec![count("originals", t.originals()), count("copies", t.copies())],
        scan: None,
    };
    let problem = FieldError { field: "name".into(), sentence: "B".into() };
    Page {
        chrome: Chrome::anonymous(language, t.title()),
        heading: "C".into(),
        eyebrow: "D".into(),
        error_summary: ErrorSummary::new(language, wrong.then_some(problem).into_iter().collect()),
        identity_number: number.into_fields().fields.pop(),
        other_paper: other.into_fields().fields,
        applicant: rest.into_fields().fields,
        unknown: None,
        filled: String::new(),
        questions: nothing(),
        case: nothing(),
        all_received: nothing(),
        none_received: nothing(),
        papers: shown(vec![PaperGroup {
            heading: String::new(),
            papers: vec![paper],
            fold: PaperFold::Nothing,
        }]),
        ending: nothing(),
        money: [(t.fees(), "8.000")].into_iter().collect(),
        due: "E".into(),
        key: "k".into(),
        t,
    }
}

#[test]
fn each_end_of_an_intake_has_its_button() {
    for html in snapshot!(render_both(|language| page(language, false))) {
        // The case is asked of a procedure that has several.
        for submit in Submit::ALL.iter().filter(|submit| **submit != Submit::Case) {
            html.one(&format!("main form button[name=act][value='{}']", submit.key()));
        }
        assert!(!html.has(&format!("main button[value='{}']", Submit::Case.key())));
        assert_eq!(html.one("main form input[type=hidden][name=key]").attribute("value"), Some("k"));
        assert_eq!(html.one("main form").attribute("enctype"), Some("multipart/form-data"));
        assert!(html.has("main a[href='/office/counter']") && html.has("main .notice"));
    }
}

#[test]
fn what_is_wrong_is_said_first_and_what_was_typed_stays() {
    for html in render_both(|language| page(language, true)) {
        assert_eq!(html.all("main .error-summary a[href='#name']").len(), 1);
        assert_eq!(html.one("main input[name=name]").attribute("value"), Some("Minh Chau"));
        assert_eq!(html.one("main input[name=originals-a]").attribute("value"), Some("1"));
    }
}

#[test]
fn a_paper_is_a_tick_with_its_counts_and_the_acts_end_the_form() {
    for html in render_both(|language| page(language, false)) {
        assert!(html.has("form [role=group] input[type=checkbox][name=have-a]"));
        assert!(html.has("form [role=group] input[name=copies-a]"));
        assert!(html.has(".beside input[name=identity]") && html.has(".beside button[value=find]"));
        assert_eq!(html.all("main form > .acts-bar button").len(), 3);
        assert_eq!(html.texts("main .summary-list dd"), ["8.000"]);
    }
}

#[test]
fn who_is_known_by_another_paper_is_folded_until_it_is_said() {
    for html in render_both(|language| page(language, false)) {
        assert!(html.has("details:not([open]) input[name=identity-kind]"));
        assert!(!html.texts("main .notice").contains(&"Nobody".into()) && !html.has("input[name=filled]"));
    }
    let said = |language| {
        let mut page = page(language, false);
        page.other_paper[0].value = "passport".into();
        Page { unknown: Some(Notice::info("Nobody")), filled: "name.1".into(), ..page }
    };
    for html in render_both(said) {
        assert!(html.has("details[open] input[name=identity-kind]"));
        assert!(html.texts("main .notice").contains(&"Nobody".into()));
        assert_eq!(html.one("input[name=filled]").attribute("value"), Some("name.1"));
    }
}

#[test]
fn the_papers_of_each_case_are_folded_as_long_as_none_is_chosen() {
    let cases = |language| {
        let mut page = page(language, false);
        let papers = page.papers.groups.remove(0).papers;
        page.papers.groups.push(PaperGroup { heading: "K".into(), fold: PaperFold::Closed, papers });
        page
    };
    for html in render_both(cases) {
        assert!(html.has("details:not([open]) [role=group] input[name=have-a]"));
        assert!(html.texts("details > summary").iter().any(|summary| summary.contains("K · 1")));
    }
}

#[test]
fn a_procedure_of_several_cases_asks_which_and_its_questions_stand_beside() {
    let of = |language: Language| {
        let mut page = page(language, false);
        let field = |name: &str| Field::text(language, name, "Q");
        let case = Field::select(language, "case", "C", vec![option("a", "A"), option("b", "B")]);
        page.papers.groups[0].heading = "Trường hợp chung".into();
        Page {
            case: Fields::new(language, vec![case]),
            questions: Fields::new(language, vec![field("answer-born")]),
            due: String::new(),
            ..page
        }
    };
    for html in render_both(of) {
        html.one(&format!("main form button[name=act][value='{}']", Submit::Case.key()));
        html.one("main select[name=case]");
        html.one("main h2 ~ * input[name=answer-born], main h2 ~ input[name=answer-born]");
        assert_eq!(html.texts("main p[lang=vi].muted"), ["Trường hợp chung"]);
        assert!(!html.has("main .notice"), "no date without a limit");
    }
}

#[test]
fn what_is_wrong_with_one_of_many_papers_is_said_at_its_tick() {
    let of = |language: Language| {
        let mut wrong = long(language, 1, false);
        wrong.compact = true;
        wrong.received.error = "W".into();
        let papers =
            shown(vec![PaperGroup { heading: String::new(), papers: vec![wrong], fold: PaperFold::Nothing }]);
        Page { papers, ..page(language, false) }
    };
    for html in render_both(of) {
        assert_eq!(html.texts("main .paper-row--compact .field__error"), ["W"]);
        html.one("main .paper-row--compact input[type=checkbox]");
    }
}

fn shown(groups: Vec<PaperGroup>) -> ShownPapers {
    ShownPapers::of(groups, 1, "")
}

/// A paper of a long record, ticked or not.
fn long(language: Language, number: usize, ticked: bool) -> CounterPaper {
    let name = format!("Văn bản số {number} của {}", "cơ quan quản lý nhà nước có thẩm quyền ".repeat(30));
    let (id, have) = (format!("paper-{number}"), format!("have-paper-{number}"));
    let mut tick = option(TICKED, &name);
    tick.chosen = ticked;
    let t = text::Words(language);
    let count = |kind: &str, label| Field::text(language, &format!("{kind}-{id}"), label);
    CounterPaper {
        name: name.as_str().into(),
        received: Field::checks(language, &have, t.received(), vec![tick]),
        counts: vec![count("originals", t.originals()), count("copies", t.copies())],
        scan: Some(Field::file(language, &format!("file-{id}"), t.scan())),
        compact: false,
        id,
    }
}

#[test]
fn of_hundreds_of_papers_a_page_shows_what_it_can_bear_and_loses_no_tick() {
    let many = |language: Language, portion: usize, more: &str| {
        let papers = (1..=224).map(|number| long(language, number, number % 100 == 0)).collect();
        let group = PaperGroup { heading: String::new(), papers, fold: PaperFold::Nothing };
        Page { papers: ShownPapers::of(vec![group], portion, more), ..page(language, false) }
    };
    let portions = many(Language::Vietnamese, 1, "").papers.portions;
    let mut seen = 0;
    for portion in 1..=portions {
        for language in [Language::Vietnamese, Language::English] {
            let html = many(language, portion, "").render().unwrap();
            assert!(html.len() < 40_000, "portion {portion}: {}", html.len());
        }
        let [html, _] = render_both(|language| many(language, portion, ""));
        seen += html.all("main .paper-row input[type=checkbox]").len();
        let ticked = html.all("main input[name='have-paper-100'][value=yes]");
        assert!(
            ticked.len() == 1
                && (ticked[0].attribute("type") == Some("hidden")
                    || ticked[0].attribute("checked").is_some())
        );
        assert_eq!(html.all("main button[name=portion]").len(), portions - 1);
        // What is sent says which of them it was: the ticks of the others come hidden.
        let shown = html.one("main form input[type=hidden][name=shown-portion]");
        assert_eq!(shown.attribute("value"), Some(portion.to_string().as_str()));
        assert!(!html.has("main input[name^=originals]") && html.has("main button[name=more]"));
    }
    assert_eq!(seen, 224);
    for html in render_both(|language| many(language, 1, "paper-2")) {
        assert!(html.has("main details[open] input[name='originals-paper-2']"));
        assert_eq!(html.all("main input[name^=originals]").len(), 1);
        assert!(html.has("main input[name='file-paper-2'][type=file]"));
    }
}

#[test]
fn where_cases_have_many_papers_the_case_is_asked_first() {
    let many = |language: Language| {
        let group = |case: usize| PaperGroup {
            heading: format!("Trường hợp {case}"),
            papers: (1..=9)
                .map(|number| long(language, case * 10 + number, case == 3 && number == 1))
                .collect(),
            fold: PaperFold::Closed,
        };
        Page { papers: shown((1..=9).map(group).collect()), ..page(language, false) }
    };
    for html in render_both(many) {
        assert!(!html.has("main .paper-row"));
        assert_eq!(html.all("main input[type=hidden][name='have-paper-31'][value=yes]").len(), 1);
        assert!(html.texts("main .notice").len() >= 2, "it is said why none is shown");
    }
}

fn choice(language: Language) -> ChoosePage {
    let t = text::Words(language);
    ChoosePage {
        chrome: Chrome::anonymous(language, t.title()),
        asked: String::new(),
        found: None,
        none: Empty { title: "N".into(), text: String::new(), link: None },
        used: vec![Link::new("/office/counter/justice/1.000001", "U").text("1.000001")],
        groups: Vec::new(),
        count: 70,
        open: false,
        pager: Pager::new(t.pages()),
        all: Some(Link::new("/office/counter?page=1", t.all(70))),
        t,
    }
}

#[test]
fn the_counter_asks_first_and_offers_what_is_taken_in_most() {
    for html in snapshot!(render_both(choice)) {
        assert_eq!(html.one("main form[role=search]").attribute("method"), Some("get"));
        assert_eq!(html.one("main input[type=search]").attribute("name"), Some("q"));
        assert_eq!(html.texts("main .card a"), ["U"]);
        assert!(html.one("main a[href='/office/counter?page=1']").text().contains("70"));
        assert!(!html.has("main .empty") && !html.has("main [role=status]"));
    }
}

#[test]
fn what_is_found_is_counted_and_nothing_found_says_what_to_do() {
    let found = |links| {
        move |language| ChoosePage { found: Some(LinkList(links)), asked: "abc".into(), ..choice(language) }
    };
    let link = || Link::new("/office/counter/justice/2.000635", "A");
    for html in render_both(|language| found(vec![link()])(language)) {
        assert_eq!(html.texts("main .link-list a"), ["A"]);
        assert!(html.one("main [role=status]").text().contains('1'));
        assert_eq!(html.one("main input[name=q]").attribute("value"), Some("abc"));
    }
    for html in render_both(|language| found(Vec::new())(language)) {
        assert!(html.has("main .empty") && !html.has("main .link-list"));
    }
}

#[test]
fn procedures_stand_under_the_agency_that_decides() {
    let listed = |language: Language| {
        let procedures = LinkList(vec![Link::new("/office/counter/justice/2.000635", "A")]);
        ChoosePage {
            groups: vec![AgencyProcedures { agency: "B".into(), procedures }],
            used: Vec::new(),
            ..choice(language)
        }
    };
    for html in render_both(listed) {
        assert_eq!(html.texts("main h2"), ["B"]);
        assert!(html.has("main a[href='/office/counter/justice/2.000635']") && !html.has("main .card"));
    }
}
