use super::*;
use domain::officer::AccountId;
use testkit::{render_both, samples, snapshot};

fn page(language: Language, rows: usize, saved_filters: Vec<SavedFilterRow>) -> Page {
    let t = text::Words(language);
    let list = InboxQuery { tab: "mine".into(), procedure: "2.000635".into(), ..InboxQuery::default() };
    let mut form = Form::blank(language);
    save_form(&mut form, &list);
    let tab = |key: &str, name: &str, count: &str, here| ui::part::TabLink {
        href: format!("/office?tab={key}"),
        name: name.into(),
        count: count.into(),
        late: false,
        here,
    };
    let line = |number| {
        TableRow::new(Cell::link(format!("/office/dossiers/{number}"), format!("H{number}")), vec![])
    };
    let field = Field::select(language, PROCEDURE.name(), t.procedure(), vec![option("2.000635", "A")]);
    Page {
        chrome: Chrome::anonymous(language, t.title()),
        tabs: Tabs {
            label: t.queues().into(),
            tabs: vec![tab("mine", t.tab_mine(), "2", true), tab("done", t.tab_done(), "", false)],
        },
        filter: FilterBar {
            action: "/office".into(),
            kept: vec![TAB.hidden_input("mine")],
            fields: vec![field.empty_label(t.all()).value("2.000635")],
            button: t.filter(),
            ..FilterBar::default()
        },
        search: search(language, "Minh Chau"),
        clear_search: None,
        team: Table::new(&["A"], Vec::new()),
        team_said: "S".into(),
        rows: Table::new(&["A"], (0..rows).map(line).collect()),
        pager: Pager::new(t.pages())
            .next(Some("/office?tab=mine&procedure=2.000635&after=1_2_0".into()), t.next()),
        saved_filters,
        save_filter: form.into_fields(),
        places: Vec::new(),
        missing_name: false,
        error_summary: ErrorSummary::of(language, Vec::new()),
        batch_buttons: vec![Button::new(ButtonLook::Second, "A", crate::batch::KIND.with("take"))],
        list,
        t,
    }
}

fn saved_filter(id: i64, own: bool) -> SavedFilterRow {
    SavedFilterRow { id, name: format!("List {id}"), query: "tab=mine".into(), own, shared: !own, here: own }
}

#[test]
fn a_list_of_what_is_late_is_marked_as_long_as_anything_is_in_it() {
    let officer = testkit::samples::officer(domain::officer::Role::AgencyHead);
    let of = |tab, count| TabCount { tab, count: Some(count) };
    let counts = [of(Tab::Overdue, 2), of(Tab::LateSteps, 0), of(Tab::Unit, COUNT_CAP)];
    let links = |t: &text::Words| counts.iter().map(|tab| tab_link(tab, Tab::Unit, &officer, t)).collect();
    let drawn = |language: Language| {
        let page = page(language, 0, Vec::new());
        Page { tabs: Tabs { label: "A".into(), tabs: links(&page.t) }, ..page }
    };
    for (html, language) in render_both(drawn).iter().zip([Language::Vietnamese, Language::English]) {
        let t = text::Words(language);
        let late: Vec<bool> = links(&t).iter().map(|link: &TabLink| link.late).collect();
        assert_eq!(late, [true, false, false]);
        html.one("main #live-tabs a[aria-current][href='/office?tab=unit']");
        let said = html.texts("main #live-tabs a");
        assert!(said[0].contains('2') && said[2].contains(&format!("{COUNT_CAP}+")), "{said:?}");
        assert!(said[2].contains(t.tab_agency()), "the head sees all divisions");
    }
}

#[test]
fn each_form_says_which_list_it_was_sent_from() {
    for html in snapshot!(render_both(|language| page(language, 2, Vec::new()))) {
        let kept = |form: &str, name: &str| {
            html.one(&format!("{form} input[type=hidden][name={name}]")).attribute("value")
        };
        for form in [format!("#{SAVE_FORM}"), format!("#{CHOSEN}")] {
            assert_eq!(kept(&form, "tab"), Some("mine"));
            assert_eq!(kept(&form, "procedure"), Some("2.000635"));
        }
        assert_eq!(kept("main .filter-bar[method=get]", "tab"), Some("mine"));
        assert_eq!(html.texts("main .tabs [aria-current=page] .tabs__count"), ["2"]);
        assert_eq!(html.all("main tbody tr").len(), 2);
        html.one("main button[name=kind][value=take]");
    }
}

#[test]
fn only_an_own_filter_can_be_deleted_and_it_says_which() {
    for html in render_both(|language| page(language, 1, vec![saved_filter(4, true), saved_filter(5, false)]))
    {
        let deleted = html.one("main .views form input[type=hidden][name=view]");
        assert_eq!(deleted.attribute("value"), Some("4"));
        let label = html.one("main .views button[name=act][value=drop]").attribute("aria-label");
        assert!(label.is_some_and(|label| label.contains("List 4")));
        assert_eq!(html.texts("main .views [aria-current=page]"), ["List 4"]);
        assert_eq!(html.all("main .views .tag").len(), 1);
    }
}

#[test]
fn a_list_is_searched_unseen_and_there_is_a_way_back_to_all_of_it() {
    let back = |language| Page {
        clear_search: Some(Link::new("/office?tab=mine", "A")),
        ..page(language, 1, Vec::new())
    };
    for html in render_both(back) {
        let form = html.one("main form[role=search]");
        assert_eq!(
            (form.attribute("method"), form.attribute("action")),
            (Some("post"), Some("/office/search"))
        );
        let said =
            |name: &str| html.one(&format!("main form[role=search] input[name={name}]")).attribute("value");
        assert_eq!((said("wanted"), said("tab")), (Some("Minh Chau"), Some("mine")));
        assert!(html.has("main form[role=search] a[href='/office?tab=mine']"));
    }
}

#[test]
fn nothing_waiting_is_said_and_nothing_can_be_chosen() {
    for html in render_both(|language| page(language, 0, Vec::new())) {
        assert!(html.has("main .empty") && !html.has("main table") && !html.has(&format!("#{CHOSEN}")));
    }
}

#[test]
fn a_head_sees_who_has_what_and_who_leads_nobody_does_not() {
    let officer = |name: &str, id: i64| Officer {
        account: AccountId(id),
        name: name.into(),
        ..samples::officer(domain::officer::Role::Officer)
    };
    for html in render_both(|language| {
        let t = text::Words(language);
        let hand = |id, all, late| InHand { officer: AccountId(id), all, soon: 0, late };
        let led = [(officer("An", 1), hand(1, 4, 2)), (officer("Bình", 2), hand(2, 0, 0))];
        Page { team: team(&led, t), team_said: team_said(&led, 3, t), ..page(language, 1, Vec::new()) }
    }) {
        let said = html.one("#live-team summary").text();
        assert!(said.contains('4') && said.contains('3'), "what is in hand, and what nobody has: {said}");
        let rows = html.all("#live-team tbody tr");
        assert_eq!(rows.len(), 2);
        assert!(html.has("#live-team a[href='/office?tab=unit&colleague=1']"));
        assert_eq!(html.all("#live-team .tag").len(), 1, "who is late is marked, and nobody else");
    }
    for html in render_both(|language| page(language, 1, Vec::new())) {
        assert!(!html.has("#live-team table"));
    }
}
