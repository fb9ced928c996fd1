use super::*;
use testkit::{render_both, snapshot};
use ui::Language;
use ui::part::{Cell, Pick, Picking, TableRow};

struct OfferingState {
    supplied: bool,
    public: bool,
    closing: bool,
    closed: bool,
    picked: bool,
}

const PLAIN: OfferingState =
    OfferingState { supplied: true, public: true, closing: false, closed: false, picked: false };

fn page(language: Language, state: OfferingState) -> Page {
    let t = Words(language);
    let lines =
        vec![TableRow::new(Cell::new("A"), vec![Cell::new("3"), Cell::new("B"), Cell::new(t.no_end())])];
    let pick = Pick { attributes: PICKS.ticked("a", state.picked), label: t.choose_agency("A") };
    let picking = Picking { label: t.choose_agencies().into(), form: ENDING, picks: vec![pick] };
    let columns = [t.agency(), t.level(), t.receiving(), t.until()];
    let offerings = Table { picking: Some(picking), ..Table::new(&columns, lines) };
    let none = Table::new(&columns, Vec::new());
    let mut ending = Form::blank(language);
    ending.day("end-day", t.offering_last_day()).given();
    if state.picked {
        ending.add_error(t.nobody_chosen());
    }
    let mut closing = Form::blank(language);
    closing.day("close-day", t.close_day()).given();
    let forms = Forms {
        offering: Form::blank(language).into_fields(),
        ending: ending.into_fields(),
        closing: closing.into_fields(),
    };
    let version =
        |number, changed: &str| VersionLine { number, days: t.from_on("1"), changed: changed.into() };
    Page {
        chrome: Chrome::anonymous(language, t.procedures()),
        code: "1.001193".into(),
        heading: t.procedures().into(),
        overwritten: Overwritten::none(language),
        error_summary: forms.ending.error_summary(),
        notices: if state.supplied { Vec::new() } else { vec![Notice::info(t.lacks_offering())] },
        offerings: if state.supplied { offerings } else { none },
        is_public: state.public,
        is_closing: state.closing,
        is_closed: state.closed,
        versions: vec![version(2, t.papers()), version(1, "")],
        parts: LinkList(vec![Link::new("/office", t.about())]),
        forms,
        t,
    }
}

#[test]
fn each_form_says_which_act_it_is_sent_for() {
    for html in snapshot!(render_both(|language| page(language, PLAIN))) {
        assert!(html.has(&format!("form#{OFFERING} input[type=hidden][name=act][value=supply]")));
        assert!(html.has(&format!("form#{ENDING} button[name=act][value=end]")));
        assert!(html.has(&format!("form#{CLOSING} button[name=act][value=close]")));
        assert!(!html.has("button[value=keep]"), "nothing is to be closed");
        let pick = html.one("table input[name=ending][value=a]");
        assert_eq!(pick.attribute("form"), Some(ENDING));
        assert_eq!(pick.attribute("checked"), None);
    }
}

#[test]
fn what_was_chosen_stays_so_and_its_form_stands_open_where_something_is_wrong() {
    for html in render_both(|language| page(language, OfferingState { picked: true, ..PLAIN })) {
        assert!(html.has("table input[name=ending][checked]"));
        assert!(html.has(&format!("details[open] form#{ENDING}")));
        assert!(html.has(".error-summary"));
        assert!(!html.has(&format!("details[open] form#{CLOSING}")));
    }
}

#[test]
fn only_what_the_portal_shows_is_linked_there() {
    for html in render_both(|language| page(language, PLAIN)) {
        assert!(html.has("a[href='/procedures/1.001193']"));
    }
    for html in render_both(|language| page(language, OfferingState { public: false, ..PLAIN })) {
        assert!(!html.has("a[href='/procedures/1.001193']"));
    }
}

#[test]
fn what_nobody_offers_has_no_offering_to_end() {
    for html in render_both(|language| page(language, OfferingState { supplied: false, ..PLAIN })) {
        assert!(!html.has("table") && !html.has(&format!("form#{ENDING}")));
        assert!(html.has("main .notice"));
    }
}

#[test]
fn what_is_to_be_closed_can_be_kept_and_what_is_closed_is_not_closed_again() {
    for html in render_both(|language| page(language, OfferingState { closing: true, ..PLAIN })) {
        assert!(html.has("button[name=act][value=keep]") && html.has("button[name=act][value=close]"));
    }
    for html in render_both(|language| page(language, OfferingState { closed: true, ..PLAIN })) {
        assert!(!html.has("button[value=keep]") && !html.has("button[value=close]"));
    }
}

#[test]
fn a_version_says_what_it_changed_in_words() {
    for (html, language) in
        render_both(|language| page(language, PLAIN)).iter().zip([Language::Vietnamese, Language::English])
    {
        let (t, told) = (Words(language), html.texts("ul.prose li"));
        assert_eq!(told.len(), 2);
        assert!(told[0].ends_with(&format!("{}: {}", t.changed(), t.papers())), "{told:?}");
        assert!(!told[1].contains(t.changed()), "{told:?}");
    }
}

#[test]
fn what_a_version_changed_is_named_as_in_the_forms() {
    let t = Words(Language::Vietnamese);
    let before = sample();
    assert_eq!(versions::changed(&before, &before, &t), "");
    let mut after = before.clone();
    after.keywords = vec!["khai sinh".into()];
    after.methods[0].free = true;
    assert_eq!(versions::changed(&before, &after, &t), format!("{}; {}", t.keywords(), t.fees()));
    after.methods[0].limit = domain::deadline::Limit::SameDay;
    assert!(versions::changed(&before, &after, &t).contains(t.ways()));
}

fn sample() -> Procedure {
    use domain::Text;
    use domain::procedure::{Channel, Method, ProcedureCode};
    let method = |channel| Method { free: false, ..testkit::samples::method(channel, 2) };
    Procedure {
        name: Text::new("Đăng ký khai sinh", ""),
        short_name: Text::new("Khai sinh", ""),
        methods: Channel::ALL.into_iter().map(method).collect(),
        ..Procedure::blank(ProcedureCode::parse("1.001193").expect("a code"))
    }
}
