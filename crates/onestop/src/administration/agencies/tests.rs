use super::*;
use testkit::{render_both, samples, snapshot};

/// The page that agencies, officers and procedures are edited on, as agencies use it.
fn drawn(language: Language, links: Vec<Link>, wrong: bool) -> FormPage {
    let (t, agency) = (Words(language), samples::agency());
    let mut form = Form::blank(language);
    form.line("name-vi", t.name_vi()).value(&agency.name.vi).read();
    if wrong {
        form.add_error(language.pick("Sai", "Wrong"));
    }
    FormPage {
        chrome: Chrome::anonymous(language, "A"),
        heading: agency.name.get(language).into(),
        back: HOME.into(),
        notes: agency.codes.iter().map(|dated| code_with_days(dated, language)).collect(),
        hidden_inputs: Vec::new(),
        links: LinkList(links),
        overwritten: Overwritten::none(language),
        fields: form.into_fields(),
        t,
    }
}

#[test]
fn a_record_is_edited_in_one_form_under_what_is_known_of_it() {
    let units = || vec![Link::new(format!("{HOME}/justice/units"), "A")];
    let [vietnamese, english] = snapshot!(render_both(|language| drawn(language, units(), false)));
    for (html, from) in [(&vietnamese, "02/03/2025"), (&english, "2 Mar 2025")] {
        let note = html.one("main p.muted").text();
        assert!(note.contains("000.00.20.H99") && note.contains(from), "{note}");
        assert_eq!(html.one("main form#record input[name='name-vi']").attribute("value"), Some("Sở Tư pháp"));
        html.one(&format!("main a[href='{HOME}/justice/units']"));
        html.one(&format!("main a[href='{HOME}']"));
        assert!(!html.has("main .error-summary"));
    }
}

#[test]
fn a_code_without_an_end_leaves_the_end_open() {
    let agency = samples::agency();
    let mut code = agency.codes[0].clone();
    assert!(code_with_days(&code, Language::English).ends_with("2 Mar 2025 – "));
    code.to = Some(code.from.tomorrow().unwrap());
    assert!(code_with_days(&code, Language::Vietnamese).ends_with("02/03/2025 – 03/03/2025"));
}

#[test]
fn without_pages_that_belong_to_it_there_is_no_list() {
    for html in render_both(|language| drawn(language, Vec::new(), false)) {
        assert!(!html.has("main .link-list"));
    }
}

#[test]
fn what_contradicts_itself_is_said_above_the_form() {
    for html in render_both(|language| drawn(language, Vec::new(), true)) {
        assert_eq!(html.all("main .error-summary li").len(), 1);
    }
}
