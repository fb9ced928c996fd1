mod values;

use super::*;
use testkit::{render_both, snapshot};
use ui::part::{
    BackLink, ClockTurn, CountedDay, ErrorSummary, ForbiddenAct, ForbiddenActs, HistoryEntry, PaperItem,
    PaperLook, Papers, TaskItem,
};
use ui::{Field, Fields, Language};

fn act(language: Language, key: &'static str, primary: bool) -> ActCard {
    let words = Field::area(language, &format!("{key}-words"), language.pick("Lý do", "Why"));
    ActCard {
        key,
        name: language.pick("Tiếp nhận", "Accept"),
        effect: "X".into(),
        effect_label: text::Words(language).effect(),
        fields: Fields::new(language, vec![words]),
        action: format!("/office/dossiers/R/acts/{key}"),
        hidden_inputs: vec![SEEN.hidden_input(3)],
        button: language.pick("Tiếp nhận", "Accept"),
        only_asks: false,
        ask_again: None,
        open: false,
        danger: false,
        primary,
        any_step: false,
    }
}

/// A dossier of which nothing is known yet but its code.
fn bare(language: Language) -> Page {
    let t = text::Words(language);
    let summary = || ErrorSummary::of(language, Vec::new());
    Page {
        chrome: Chrome::anonymous(language, "A"),
        reference: "R".into(),
        url: "/office/dossiers/R?".into(),
        code: "H26.1".into(),
        heading: "A".into(),
        owner: String::new(),
        stage: Tag::info("B"),
        changed_meanwhile: None,
        clock: ClockCard {
            turn: ClockTurn::Running,
            who: "C".into(),
            left: "D".into(),
            due: String::new(),
            steps: None,
        },
        dates: narrow(vec![("E", "F".into())]),
        people: narrow(vec![("G", "H".into())]),
        requests: Vec::new(),
        apologies: Vec::new(),
        slips: Vec::new(),
        notices: Vec::new(),
        waits: TaskList::default(),
        steps: TaskList::default(),
        branches: Vec::new(),
        step_here: String::new(),
        neighbours: Pager::new(t.neighbours()),
        to_list: BackLink::new("/office", t.list()),
        sidebar: None,
        answers: SummaryList::new(Vec::new()),
        papers: Vec::new(),
        linked: TaskList::default(),
        days: DeadlineDays::default(),
        limit: String::new(),
        offered: acts::OfferedActs {
            acts: Vec::new(),
            unsendable: None,
            forbidden: ForbiddenActs::default(),
            error_summary: summary(),
        },
        picture: Chart::default(),
        history: History::default(),
        readings: Vec::new(),
        apart: LinkList::default(),
        more_papers: None,
        more_answers: None,
        receipt: false,
        seen: "3".into(),
        t,
    }
}

#[test]
fn what_is_not_there_has_no_heading() {
    for html in render_both(bare) {
        assert_eq!(html.texts("main h1"), ["A"]);
        let headings = html.all("main h2");
        assert_eq!(headings.len(), 3, "acts, dates and people: {:?}", html.texts("main h2"));
        assert!(!html.has("main h3") && !html.has("main .act") && !html.has(".side-by-side__list"));
        let folded = html.texts("main details > summary");
        assert!(folded.is_empty(), "nothing is folded away that is not there: {folded:?}");
    }
}

#[test]
fn what_is_expected_stands_out_and_what_is_forbidden_is_said_once_a_reason() {
    let full = |language: Language| {
        let forbidden = |name, reason: &str| ForbiddenAct { name, reason: reason.into() };
        let mut page = bare(language);
        page.offered.acts = vec![act(language, "accept", true), act(language, "refuse", false)];
        page.offered.forbidden =
            ForbiddenActs(vec![forbidden("P", "R1."), forbidden("Q", "R2."), forbidden("S", "R1.")]);
        page
    };
    for html in render_both(full) {
        assert_eq!(html.all("main .act--primary").len(), 1);
        html.one("main #act-accept form[action='/office/dossiers/R/acts/accept'] input[name=seen]");
        assert_eq!(html.texts("main .act__reason"), ["R1.", "R2."]);
        assert_eq!(html.texts("main .act__names > li"), ["P", "S", "Q"]);
        assert!(html.texts("main details.more > summary")[0].contains('3'));
    }
}

#[test]
fn the_list_stands_beside_it_and_leads_on() {
    let placed = |language: Language| {
        let to = |number: u32| format!("/office/dossiers/N{number}?tab=unit&at=1_{number}_0");
        let t = text::Words(language);
        Page {
            neighbours: Pager::new(t.neighbours())
                .previous(Some(to(1)), t.before())
                .next(Some(to(2)), t.after()),
            sidebar: Some(ListSidebar {
                list: Link::new("/office?tab=unit", t.list()),
                before: LinkList(vec![Link::new(to(1), "N1").text("I")]),
                after: LinkList(vec![Link::new(to(2), "N2"), Link::new(to(3), "N3")]),
            }),
            ..bare(language)
        }
    };
    for html in render_both(placed) {
        assert_eq!(html.texts(".side-by-side__list .link-list a"), ["N1", "N2", "N3"]);
        assert!(html.has(".side-by-side__list a[href='/office?tab=unit']"));
        assert_eq!(html.texts(".side-by-side__here .code"), ["H26.1"]);
        html.one("main a[rel=next][href^='/office/dossiers/N2']");
        html.one("main a[rel=prev][href^='/office/dossiers/N1']");
    }
}

#[test]
fn a_paper_is_looked_at_in_the_page_when_it_is_asked_for() {
    let given = |language: Language| {
        let paper = |token: &str, look| PaperItem {
            kind: "PDF".into(),
            name: token.into(),
            href: Some(format!("/office/files/{token}")),
            meta: String::new(),
            look,
            act: None,
        };
        let papers = vec![
            paper("a", Some(PaperLook::Document("A".into()))),
            paper("b", Some(PaperLook::Picture("B".into()))),
            paper("c", None),
        ];
        let look = text::Words(language).look();
        let files = Papers { papers, beside: true, look };
        let view = papers::PaperView { name: "K".into(), counts: String::new(), files };
        Page { papers: vec![view], ..bare(language) }
    };
    for html in render_both(given) {
        html.one(
            "details:not([open]) > iframe[src='/office/files/a#navpanes=0&view=FitH'][title=A][loading=lazy]",
        );
        html.one("details:not([open]) > img[src='/office/files/b'][alt=B][loading=lazy]");
        assert!(!html.has("[src='/office/files/c']"));
        assert_eq!(html.all("main .papers__item a[target=_blank]").len(), 3);
    }
}

#[test]
fn each_thing_known_of_it_is_shown_in_its_part_of_the_page() {
    let full = |language: Language| {
        let mut page = bare(language);
        page.owner = "Minh Chau".into();
        page.changed_meanwhile = Some(Notice::titled(Tone::Warning, "Since").points(vec!["Changed"]));
        page.requests = vec!["Asked one".into(), "Asked two".into()];
        page.apologies = vec!["Sorry".into()];
        page.slips = vec![Link::new("/office/dossiers/R/slips/2", "Slip")];
        page.notices = vec![Notice::info("Told")];
        page.steps = TaskList(vec![TaskItem { name: "Step".into(), current: true, ..TaskItem::default() }]);
        page.waits = TaskList(vec![TaskItem { name: "Awaited".into(), ..TaskItem::default() }]);
        page.linked = TaskList(vec![TaskItem { name: "Linked".into(), ..TaskItem::default() }]);
        let branch =
            |token, here| facts::BranchView { name: "Z".into(), hint: format!("{token}"), token, here };
        page.branches = vec![branch(1, true), branch(2, false)];
        page.answers = [("Question", "Answer")].into_iter().collect();
        let files = Papers::default();
        page.papers = vec![papers::PaperView { name: "Form".into(), counts: "1".into(), files }];
        page.picture = Chart::specimen("Picture", language);
        let counts = ui::part::DayCounts::Counted;
        page.days = DeadlineDays(vec![CountedDay {
            counts,
            number: "1".into(),
            date: "Day".into(),
            why: "Works".into(),
        }]);
        page.limit = "Limit".into();
        let happened = HistoryEntry { at: "When".into(), sentence: "Happened".into(), words: String::new() };
        page.history = History(vec![happened]);
        page.readings = vec!["Opened".into()];
        page.receipt = true;
        page
    };
    for html in snapshot!(render_both(full)) {
        assert!(html.one("main h1").text().contains("Minh Chau"));
        for (place, words) in [
            ("main .notice--warning", "Changed"),
            ("#live-steps .task-list", "Step"),
            ("#live-steps .task-list", "Awaited"),
            ("#live-middle .task-list", "Linked"),
            ("#live-middle .notice", "Told"),
            ("#live-middle .summary-list dd", "Answer"),
            ("#live-middle .card__title", "Form"),
            ("#live-middle details ol > li", "Happened"),
            ("#live-middle details ul > li", "Opened"),
            ("aside details .day-list__why", "Works"),
            ("aside a[href='/office/dossiers/R/slips/2']", "Slip"),
            ("aside", "Asked one"),
            ("aside", "Asked two"),
            ("aside", "Sorry"),
        ] {
            let found = html.texts(place);
            assert!(found.iter().any(|text| text.contains(words)), "{words} is not at {place}: {found:?}");
        }
        html.one("#live-middle details svg[role]");
        html.one("main a[href='/office/dossiers/R/receipt']");
        assert_eq!(html.all("main .branches__step").len(), 2);
        html.one("main .branches__step[aria-current][href='/office/dossiers/R?step=1']");
        assert_eq!(html.one("main [data-dossier]").attribute("data-seen"), Some("3"));
    }
}

#[test]
fn a_receipt_is_printed_by_whoever_receives_and_once_there_is_one() {
    use domain::dossier::Delivery;
    use domain::officer::Role;
    use testkit::samples::{SampleDossier, officer};
    let filed = SampleDossier::filed(Delivery::Counter).viewed().dossier;
    let running = SampleDossier::running(Delivery::Counter).viewed().dossier;
    assert!(prints_receipt(&running, &officer(Role::Counter)));
    assert!(!prints_receipt(&filed, &officer(Role::Counter)));
    assert!(!prints_receipt(&running, &officer(Role::Officer)));
    for html in render_both(|language| Page { receipt: true, ..bare(language) }) {
        html.one("main a[href='/office/dossiers/R/receipt']");
    }
    for html in render_both(bare) {
        assert!(!html.has("main a[href$='/receipt']"));
    }
}

/// A dossier with as much of everything as no real one has.
fn immense(language: Language) -> Page {
    let many = |what: &'static str, count: usize| (1..=count).map(move |place| format!("{what} {place}"));
    let entry = |sentence: String| HistoryEntry { at: "08:00".into(), sentence, words: String::new() };
    let paper = |name: String| papers::PaperView {
        name: name.into(),
        counts: "1".into(),
        files: Papers { papers: Vec::new(), beside: true, look: "L" },
    };
    let answer = |name: String| (name.clone(), name.repeat(30));
    Page {
        history: History(many("told", 400).map(entry).collect()),
        papers: many("paper", 224).map(paper).collect(),
        answers: many("answer", 90).map(answer).collect(),
        readings: many("opened", 300).collect(),
        ..bare(language)
    }
}

#[test]
fn a_page_weighs_no_more_however_much_a_dossier_holds_and_leads_to_the_rest() {
    for html in render_both(|language| immense(language).lightened().unwrap().0) {
        let leads = |part: &str| html.has(&format!("a[href='/office/dossiers/R?part={part}&page=1']"));
        assert!(leads("history") && leads("readings") && (leads("papers") || leads("answers")));
        assert!(!html.has("details ul.prose"), "what is folded is read elsewhere");
    }
    for language in [Language::Vietnamese, Language::English] {
        let weight = immense(language).lightened().unwrap().1.len();
        assert!(weight < 40_960, "{weight} bytes");
    }
}

#[test]
fn what_is_cut_short_says_how_much_of_it_is_shown() {
    for html in render_both(|language| immense(language).lightened().unwrap().0) {
        let said = html.texts("#live-middle p.muted");
        assert!(said.iter().any(|said| said.contains("224") || said.contains("90")), "{said:?}");
    }
}

#[test]
fn what_cannot_be_done_is_read_elsewhere_before_a_paper_is_missed() {
    let heavy = |language| {
        let mut page = bare(language);
        let papers = immense(language).papers.into_iter().take(9);
        page.papers = papers.collect();
        let act = |place: usize| ForbiddenAct { name: "P", reason: format!("R{place}. ").repeat(60) };
        page.offered.forbidden = ForbiddenActs((0..200).map(act).collect());
        page
    };
    for html in render_both(|language| heavy(language).lightened().unwrap().0) {
        assert_eq!(html.all("#live-middle .card").len(), 9);
        assert!(!html.has(".act__reason") && html.has("a[href='/office/dossiers/R?part=forbidden&page=1']"));
    }
    for html in render_both(|language| heavy(language).only(LongPart::Forbidden, 1).ok().unwrap()) {
        assert_eq!(html.all(".act__reason").len(), 200);
    }
}

#[test]
fn a_part_read_by_itself_is_whole_over_its_pages() {
    for language in [Language::Vietnamese, Language::English] {
        for (part, word, many) in [(LongPart::Papers, "paper ", 224), (LongPart::History, "told ", 400)] {
            let mut told = 0;
            for page in (1..).map_while(|page| immense(language).only(part, page).ok()) {
                let html = page.to_string();
                assert!(html.len() < 40_000);
                told += html.matches(word).count();
            }
            assert_eq!(told, many, "{word}");
        }
        assert!(immense(language).only(LongPart::Papers, 0).is_err());
        assert!(immense(language).only(LongPart::Process, 1).is_err(), "it has no picture");
    }
    for html in render_both(|language| immense(language).only(LongPart::Papers, 2).ok().unwrap()) {
        assert!(html.has("h1") && html.has(".card__title"));
        assert!(html.has("a[href='/office/dossiers/R']"));
        assert!(html.has("a[href='/office/dossiers/R?part=papers&page=1']"));
    }
}

#[test]
fn a_dossier_that_fits_is_shown_whole() {
    for language in [Language::Vietnamese, Language::English] {
        assert_eq!(bare(language).lightened().unwrap().1, bare(language).to_string());
    }
}
