use super::*;
use testkit::{render_both, snapshot};
use ui::Language;

fn change(language: Language, act: &'static str, open: bool) -> ElementFormView {
    let t = Words(language);
    let look = if act == "remove" { ButtonLook::Danger } else { ButtonLook::Main };
    ElementFormView {
        act,
        button: Button::new(look, t.do_it(), ACTION.with(act)),
        title: t.after(),
        note: String::new(),
        fields: Form::blank(language).into_fields(),
        open,
    }
}

fn page(language: Language, changes: Vec<ElementFormView>) -> Page {
    let t = Words(language);
    Page {
        chrome: Chrome::anonymous(language, t.step()),
        heading: Heading::with_eyebrow(t.step(), "A"),
        error_summary: ErrorSummary::of(language, Vec::new()),
        changes,
        names: [("form.area", "B")].into_iter().collect(),
        proposals: Vec::new(),
        to: "/office/administration/procedures/1.001193/process/draft".into(),
        seen: "7".into(),
        t,
    }
}

#[test]
fn the_first_change_stands_open_and_the_others_are_folded() {
    for html in snapshot!(render_both(|language| {
        let changes = ["describe", "after", "remove"].map(|act| change(language, act, act == "after"));
        page(language, changes.into())
    })) {
        assert!(html.has("form#change-describe button[name=act][value=describe]"));
        assert!(!html.has("details form#change-describe"));
        assert!(html.has("details[open] form#change-after") && html.has("details form#change-remove"));
        assert!(html.has("button.button--danger[value=remove]"));
        assert_eq!(html.all("main form input[name=seen][value='7']").len(), 3);
        assert!(!html.has("main .notice"), "changes around it keep the file");
        assert_eq!(html.texts("details.more dt"), ["form.area"]);
    }
}

#[test]
fn a_single_change_is_open_and_warns_of_none_around_it() {
    for html in render_both(|language| page(language, vec![change(language, "condition", true)])) {
        assert_eq!(html.all("main form").len(), 1);
        assert!(!html.has("main .notice") && !html.has("details.act"));
    }
}
