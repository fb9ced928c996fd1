use super::super::found::Objection;
use super::super::tests::drawn;
use super::*;
use testkit::{render_both, snapshot};

fn page(language: Language) -> Page {
    let t = Words(language);
    let edit = "/office/administration/procedures/1.001193/process/draft";
    Page {
        chrome: Chrome::anonymous(language, t.draft()),
        code: "1.001193".into(),
        heading: Heading::with_eyebrow("1.001193", t.draft()),
        edit_href: edit.into(),
        error_summary: ui::part::ErrorSummary::of(language, Vec::new()),
        verdict: Some(Notice::success(t.good())),
        proposals: Vec::new(),
        hidden_count: 0,
        offered: HowOffered::AllAtOnce,
        also_settled: Vec::new(),
        accepted: Vec::new(),
        settled: Vec::new(),
        who: WhoView::default(),
        notes: Vec::new(),
        usable: true,
        drawn: Some(drawn(language, Some(edit))),
        differences: Differences::of(Vec::new()),
        replaces: 1,
        seen: "7".into(),
        publish: Form::blank(language).into_fields(),
        t,
    }
}

#[test]
fn a_usable_draft_is_published_and_each_element_leads_to_its_change() {
    for html in render_both(page) {
        assert!(html.has(&format!("form#{FORM} button[name=act][value=publish]")));
        assert!(
            html.has("main .table a[href$='/draft/check']") && html.has("main li a[href$='/draft/event']")
        );
        assert!(html.has("main a[href$='/process/trial']") && html.has("main a[href$='/process/forecast']"));
        let forms = html.all("main form").len();
        assert_eq!(html.all("main form input[name=seen][value='7']").len(), forms);
    }
}

#[test]
fn what_is_not_usable_is_not_published_and_says_why() {
    let wrong = |language| {
        let t = Words(language);
        let verdict = found::notice(t.wrong(), &[Objection::whole("A")], "", &t);
        Page { verdict, usable: false, drawn: None, ..page(language) }
    };
    for html in render_both(wrong) {
        assert!(!html.has("button[value=publish]") && html.has("button[value=discard]"));
        assert!(html.has("main .notice[role=alert]"));
        assert!(!html.has("main a[href$='/process/trial']"));
    }
}

#[test]
fn each_proposal_is_accepted_by_itself_or_all_at_once() {
    let open = |language| {
        let shown = |place: usize| mends::ShownMend {
            form: format!("mend-{place}"),
            hidden: PROPOSAL.hidden_input(place),
            accept: Submit::Mend,
            place: "A".into(),
            found: "B".into(),
            proposed: "C".into(),
            fields: Form::blank(language).into_fields(),
            open: place == 1,
        };
        let (proposals, also_settled) = (vec![shown(0), shown(1)], vec!["D".to_string()]);
        Page { proposals, also_settled, hidden_count: 3, usable: false, ..page(language) }
    };
    for html in snapshot!(render_both(open)) {
        assert_eq!(html.all("button[name=act][value=mend]").len(), 2);
        assert_eq!(html.all("button[name=act][value=accept-all]").len(), 1);
        assert!(html.has("details[open] form#mend-1") && !html.has("details[open] form#mend-0"));
        assert!(html.has("form#mend-0 input[type=hidden][name=proposal]"));
        assert_eq!(html.texts("main ul.prose li")[0], "D", "what else is settled is told before");
    }
}

#[test]
fn what_only_should_be_looked_at_is_not_called_unfinished() {
    let apart = |language| {
        let shown = mends::ShownMend {
            form: "mend-0".into(),
            hidden: PROPOSAL.hidden_input(0),
            accept: Submit::Mend,
            place: "A".into(),
            found: "B".into(),
            proposed: "C".into(),
            fields: Form::blank(language).into_fields(),
            open: false,
        };
        Page { proposals: vec![shown], offered: HowOffered::Remarks, ..page(language) }
    };
    let one_by_one = |language| Page { offered: HowOffered::OneByOne, ..apart(language) };
    for (html, language) in render_both(one_by_one).into_iter().zip([Language::Vietnamese, Language::English])
    {
        assert_eq!(html.texts("main h2#proposals"), [Words(language).proposals_title()]);
        assert!(html.has("button[value^=mend]") && !html.has("button[value=accept-all]"));
    }
    for (html, language) in render_both(apart).into_iter().zip([Language::Vietnamese, Language::English]) {
        let t = Words(language);
        let heading = html.texts("main h2#proposals");
        assert_eq!(heading, [t.remarks_title()]);
        assert!(!html.has("button[value=accept-all]"));
    }
}

#[test]
fn who_does_each_step_is_asked_in_one_form() {
    let asking = |language| {
        let step = |name: &str| who::StepRow {
            step: name.into(),
            lacks: "A".into(),
            fields: Form::blank(language).into_fields(),
        };
        let who = WhoView { steps: vec![step("B"), step("C")], hidden_count: 2, without_division: 1 };
        Page { who, usable: false, ..page(language) }
    };
    for html in render_both(asking) {
        assert_eq!(html.all(&format!("form#{WHO} fieldset")).len(), 2);
        assert_eq!(html.all("button[name=act][value=who]").len(), 1);
    }
}

#[test]
fn many_differences_are_folded_away_and_few_are_listed() {
    let told = |count: usize| Differences::of(vec!["A".into(); count]);
    for html in render_both(|language| Page { differences: told(FOLDED_FROM + 1), ..page(language) }) {
        assert_eq!(html.all("details.more li").len(), FOLDED_FROM + 1);
    }
    for html in render_both(|language| Page { differences: told(2), ..page(language) }) {
        assert!(!html.has("details.more"));
        assert_eq!(html.texts("main ul.prose li").iter().filter(|line| *line == "A").count(), 2);
    }
}

#[test]
fn what_stands_against_it_leads_to_where_it_is_mended() {
    let wrong = |language| {
        let (t, edit) = (Words(language), "/office/administration/procedures/1.001193/process/draft");
        let at =
            |place: &str, at: &str| Objection { place: place.into(), at: at.into(), ..Objection::whole("A") };
        let lines = [at("B", "check"), at("C", "#steps"), at("D", ""), Objection::whole("E")];
        Page { verdict: found::notice(t.wrong(), &lines, edit, &t), usable: false, ..page(language) }
    };
    for html in render_both(wrong) {
        let said = html.texts("main .notice li");
        assert_eq!(said, ["B; C; D: A", "E"], "the same is said once, with each place");
        assert!(
            html.has("main .notice li a[href$='/draft/check']")
                && html.has("main .notice li a[href='#steps']")
        );
        assert_eq!(html.all("main .notice li a").len(), 2);
    }
}

#[test]
fn what_is_settled_is_told_with_where_it_is_changed() {
    let settled = |language| {
        let change =
            Some(ui::part::Link::new("/office/administration/procedures/1.001193/process/draft/f", "B"));
        Page { settled: vec![drawn::ElementLine { sentence: "A".into(), change }], ..page(language) }
    };
    for html in render_both(settled) {
        assert!(html.has("main ul.prose li a[href$='/draft/f']"));
    }
}
