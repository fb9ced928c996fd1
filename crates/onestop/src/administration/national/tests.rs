use super::*;
use testkit::{render_both, samples, snapshot};
use ui::Language;

fn list(language: Language, q: Option<&str>, rows: Vec<Link>) -> NationalListPage {
    let t = Words(language);
    NationalListPage {
        chrome: Chrome::anonymous(language, t.national()),
        find: q.map(|q| lists::find(&t, t.find_proposal(), q)),
        said: t.waiting(rows.len() as u32),
        rows: LinkList(rows),
        pager: Pager::new(t.pages()),
        t,
    }
}

/// A record that renames a procedure, or is new here, or closes it.
fn proposal(closing: &str) -> Proposal {
    let mut procedure = samples::procedure();
    procedure.name.vi = "Đăng ký khai sinh lưu động".into();
    procedure.papers.pop();
    Proposal {
        id: 4,
        code: procedure.code.to_string(),
        run: 1,
        made_at: samples::now(),
        field_name: "Hộ tịch".into(),
        closing: closing.into(),
        procedure,
    }
}

fn shown(language: Language, closing: &str, known: bool, rivals: &[i64]) -> ProposalPage {
    let (t, proposal, current) = (Words(language), proposal(closing), samples::procedure());
    let changes = differences(known.then_some((&current, "Hộ tịch")), &proposal, language);
    let change = |change: &PartDifference| {
        let (here, there) = sides(change);
        ChangeView { key: change.part.key(), name: t.part_name(change.part), here, there }
    };
    ProposalPage {
        chrome: Chrome::anonymous(language, t.national()),
        error_summary: ErrorSummary::of(language, Vec::new()),
        heading: Heading::new("A"),
        notices: notices(&t, closing, !known, rivals),
        closing: closing.into(),
        changes: changes.iter().map(change).collect(),
        t,
    }
}

#[test]
fn where_nothing_waits_there_is_nothing_to_look_for_nor_to_accept() {
    for html in render_both(|language| list(language, None, Vec::new())) {
        assert_eq!(html.all("main .empty").len(), 1);
        assert!(!html.has("main form"));
    }
    for html in render_both(|language| list(language, Some("xyz"), Vec::new())) {
        assert!(!html.has("main .empty") && html.has("main form input[name=q][value=xyz]"));
        assert!(!html.has("main form[method=post]"));
    }
}

#[test]
fn what_waits_is_led_to_and_can_be_accepted_as_a_whole() {
    let rows = || vec![Link::new(format!("{HOME}/4"), "A").text("B")];
    for html in render_both(|language| list(language, Some(""), rows())) {
        html.one(&format!("main .link-list a[href='{HOME}/4']"));
        assert!(html.one("main [role=status]").text().contains('1'));
        html.one(&format!("main details form[method=post][action='{HOME}'] button"));
    }
}

#[test]
fn each_part_that_differs_is_a_box_with_both_sides() {
    for html in snapshot!(render_both(|language| shown(language, "", true, &[]))) {
        let parts = html.all("main input[type=checkbox][name=parts][checked]");
        assert!(!parts.is_empty());
        assert_eq!(parts.len(), html.all("main .sides").len());
        assert!(html.texts("main ins").iter().any(|line| line.contains("lưu động")), "what is proposed");
        assert!(html.texts("main del").iter().any(|line| line.contains("Sơ đồ")), "what would go");
        html.one("main button[name=act][value=accept]");
        html.one("main button[name=act][value=dismiss]");
        assert!(!html.has("main .notice"));
    }
}

#[test]
fn a_new_one_a_closing_one_and_one_that_another_contradicts_say_so() {
    for html in render_both(|language| shown(language, "", false, &[])) {
        assert_eq!(html.all("main .notice").len(), 1, "it is new here");
    }
    for html in render_both(|language| shown(language, "Hết hiệu lực", true, &[])) {
        assert!(html.one("main .notice--warning").text().contains("Hết hiệu lực"));
        assert!(!html.has("main input[name=parts]"), "there is nothing to choose of");
    }
    for html in render_both(|language| shown(language, "", true, &[9])) {
        html.one(&format!("main .notice--warning a[href='{HOME}/9']"));
    }
}
