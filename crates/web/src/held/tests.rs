use super::*;
use testkit::render_both;
use ui::Language;

fn page(language: Language, absent: Option<Absent>) -> HeldPage {
    let t = text::Words(language);
    let chrome = Chrome::anonymous(language, t.title());
    HeldPage { chrome, absent, to: "/office?held=k".into(), long: hold_time(language), t }
}

#[test]
fn a_form_of_another_place_leads_to_that_place_and_of_the_own_back_to_it() {
    let absent = || Some(Absent { key: 22, name: "Lê Văn Cường".into() });
    for html in render_both(|language| page(language, absent())) {
        let form = html.one("main form[method=post][action='/office/absences']");
        assert_eq!(form.all("input[name=absent][value='22']").len(), 1);
        assert_eq!(form.all("button[value=take]").len(), 1);
        assert!(html.one("main .lead").text().contains("Lê Văn Cường"));
    }
    for html in render_both(|language| page(language, None)) {
        let form = html.one("main form[method=post][action='/office/absences']");
        assert_eq!(form.all("button[value=leave]").len(), 1);
        assert!(form.all("input[name=absent]").is_empty());
        assert_eq!(form.all("input[type=hidden][value='/office?held=k']").len(), 1);
    }
}
