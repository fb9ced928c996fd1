use super::*;
use domain::agency::AgencyId;
use domain::officer::AccountId;
use domain::procedure::Paper;
use domain::time::Instant;
use testkit::{render_both, samples, snapshot};
use ui::Chrome;

fn draft(passed: &[&str]) -> Draft {
    let passed = passed.iter().map(ToString::to_string).collect();
    Draft {
        id: 1,
        token: "t".into(),
        account: AccountId(1),
        procedure: "1.001193".into(),
        version: 1,
        agency: AgencyId(1),
        body: serde_json::to_string(&TypedDraft { passed, ..TypedDraft::default() }).unwrap(),
        updated_at: Instant::from_millis(0),
        submitted: None,
    }
}

#[test]
fn a_draft_is_taken_up_at_the_first_part_that_is_not_finished() {
    for (passed, part) in [
        (&[][..], "you"),
        (&["you"], "questions"),
        // Nothing was asked: that part passed with the one before it.
        (&["you", "questions"], "papers"),
        (&["you", "papers"], "questions"),
        (&["you", "questions", "papers"], "check"),
    ] {
        assert_eq!(resumed(&draft(passed)), format!("/drafts/t/{part}"), "{passed:?}");
    }
    let unreadable = Draft { body: "{".into(), ..draft(&[]) };
    assert_eq!(resumed(&unreadable), "/drafts/t/you");
}

fn opened(passed: &[&str]) -> Opened {
    let draft = draft(passed);
    Opened { typed: TypedDraft::of(&draft), draft, files: Vec::new() }
}

#[test]
fn who_it_is_for_is_asked_with_what_the_account_says() {
    let procedure = samples::procedure();
    let page = |language, posted: Option<&Posted>| {
        let mut form = ui::Form::of(language, posted);
        you::form(&mut form, &opened(&[]), &procedure, &domain::dossier::Party::default());
        let chrome = Chrome::anonymous(language, Words(language).you());
        you::draw(chrome, &opened(&[]), form.into_fields(), Overwritten::none(language))
    };
    for html in snapshot!(render_both(|language| page(language, None))) {
        let form = html.one("main form#step[data-saves]");
        assert_eq!(form.all("input[name=whose][checked]").len(), 1);
        assert_eq!(form.all("input[name=delivery]").len(), domain::dossier::Delivery::ALL.len());
        html.one("main a[href='/apply/1.001193']");
    }
    let nothing = Posted::default();
    for html in render_both(|language| page(language, Some(&nothing))) {
        for field in ["whose", "name", "phone", "delivery"] {
            assert!(html.has(&format!("main .error-summary a[href^='#{field}']")), "{field}");
        }
    }
}

#[test]
fn the_questions_of_the_procedure_are_asked_and_each_that_is_missing_said() {
    let procedure = samples::procedure();
    let today = samples::now().date();
    let page = |language, posted: Option<&Posted>| {
        let mut form = ui::Form::of(language, posted);
        questions::form(&mut form, today, &procedure, &opened(&["you"]));
        let chrome = Chrome::anonymous(language, Words(language).questions());
        questions::draw(chrome, &opened(&["you"]), form.into_fields(), Overwritten::none(language))
    };
    let [vietnamese, english] = snapshot!(render_both(|language| page(language, None)));
    for (html, label) in [(&vietnamese, "Tên trẻ"), (&english, "Name of the child")] {
        assert!(html.texts("main label[for=child]")[0].starts_with(label));
        assert!(html.has("main input[name^='born']"));
        assert!(!html.has("main .error-summary"));
        html.one("main a[href='/drafts/t/you']");
    }
    let nothing = Posted::default();
    for html in render_both(|language| page(language, Some(&nothing))) {
        assert_eq!(html.all("main .error-summary a").len(), 2);
    }
}

#[test]
fn where_nothing_is_asked_the_page_says_so() {
    let page = |language| {
        let chrome = Chrome::anonymous(language, Words(language).questions());
        let nothing = ui::Form::blank(language).into_fields();
        questions::draw(chrome, &opened(&["you"]), nothing, Overwritten::none(language))
    };
    for html in render_both(page) {
        assert_eq!(html.all("main .lead").len(), 1);
        assert_eq!(html.all("main form#step button").len(), 1);
    }
}

#[test]
fn the_check_shows_each_part_with_the_way_to_change_it_and_sends_what_was_seen() {
    let (procedure, agency) = (samples::procedure(), samples::agency());
    let page = |language, problems: Vec<String>| {
        let mut opened = opened(&["you", "questions", "papers"]);
        opened.typed.answers.insert("born".into(), "2026-02-03".into());
        let chrome = Chrome::anonymous(language, Words(language).check());
        check::draw(chrome, &opened, &procedure, [Some(&agency); 2], problems)
    };
    let [vietnamese, english] = snapshot!(render_both(|language| page(language, Vec::new())));
    for (html, born) in [(&vietnamese, "03/02/2026"), (&english, "3 Feb 2026")] {
        for part in ["you", "questions", "papers"] {
            html.one(&format!("main a[href='/drafts/t/{part}'] .visually-hidden"));
        }
        assert!(html.texts("main .summary-list dd").contains(&born.to_string()));
        assert_eq!(html.one("main form input[name=seen]").attribute("value"), Some("0"));
        html.one("main form[action='/drafts/t/delete'] .button--danger");
        assert!(!html.has("main .error-summary"));
    }
    for html in render_both(|language| page(language, vec!["A.".into()])) {
        assert_eq!(html.all("main .error-summary li").len(), 1);
    }
}

#[test]
fn whatever_was_typed_is_read_through_before_it_is_sent() {
    let (procedure, agency) = (samples::procedure(), samples::agency());
    let mut opened = opened(&["you", "questions", "papers"]);
    let account = samples::account();
    let owner = domain::dossier::Party {
        kind: domain::dossier::PartyKind::Person,
        name: account.name,
        identity: account.identity,
        phone: account.phone,
        email: account.email,
        address: account.address,
    };
    let submitter = domain::dossier::Party { name: "Lê Thị Hoa".into(), ..owner.clone() };
    opened.typed.parties = domain::dossier::Parties { owner: owner.clone(), submitter: Some(submitter) };
    opened.typed.answers.insert("child".into(), "Nguyễn Văn Bình".into());
    opened.files = vec![samples::draft_file("form", "to-khai", "application/pdf", 9)];
    let page = |language| {
        let chrome = Chrome::anonymous(language, Words(language).check());
        check::draw(chrome, &opened, &procedure, [Some(&agency); 2], Vec::new())
    };
    for html in render_both(page) {
        let shown = html.texts("main .summary-list dd");
        let typed = [&owner.name, &owner.identity.number, &owner.phone, &owner.email, &owner.address];
        let typed = typed.map(String::as_str).into_iter();
        for text in typed.chain(["Lê Thị Hoa", "Nguyễn Văn Bình", "to-khai.x"]) {
            assert!(shown.iter().any(|shown| shown == text), "{text} in {shown:?}");
        }
    }
}

#[test]
fn what_may_be_left_out_and_was_is_named_apart_on_the_check() {
    let (mut procedure, agency) = (samples::procedure(), samples::agency());
    procedure.papers = [("a", true), ("b", false), ("c", false)]
        .map(|(id, required)| Paper {
            id: id.into(),
            name: domain::Text::new(format!("Giấy {id}"), ""),
            required,
            ..Paper::default()
        })
        .into();
    for html in render_both(|language| {
        let chrome = Chrome::anonymous(language, Words(language).check());
        check::draw(
            chrome,
            &opened(&["you", "questions", "papers"]),
            &procedure,
            [Some(&agency); 2],
            Vec::new(),
        )
    }) {
        let left: Vec<String> = html.texts("main details .prose li");
        assert_eq!(left.iter().map(|name| name.trim()).collect::<Vec<_>>(), ["Giấy b", "Giấy c"]);
        assert!(
            html.texts("main dt").iter().any(|name| name.contains("Giấy a")),
            "what must be there is missed"
        );
    }
}
