use super::*;
use crate::tests::both;
use ui::part::Problem;
use ui::{Field, Form, Language};

fn page(language: Language, wrong: bool) -> Page {
    let t = text::Words(language);
    let mut form = Form::blank(language);
    form.line("name", t.name()).value("Minh Chau").kept();
    let nothing = || Form::blank(language).drawn();
    let count = |kind: &str, label| Field::text(language, &format!("{kind}-a"), label).value("1");
    let paper = PaperView {
        over: String::new(),
        name: "A".into(),
        required: true,
        counts: vec![count("originals", t.originals()), count("copies", t.copies())],
        file: None,
    };
    let problem = Problem { field: "name".into(), sentence: "B".into() };
    Page {
        chrome: Chrome::of_nobody(language, t.title()),
        heading: "C".into(),
        agency: "D".into(),
        summary: Problems::new(language, wrong.then_some(problem).into_iter().collect()),
        applicant: form.drawn(),
        questions: nothing(),
        case: nothing(),
        papers: vec![paper],
        ending: nothing(),
        due: "E".into(),
        key: "k".into(),
        t,
    }
}

#[test]
fn each_end_of_an_intake_has_its_button() {
    for html in both(|language| page(language, false)) {
        // The case is asked of a procedure that has several.
        for press in Press::ALL.iter().filter(|press| **press != Press::Case) {
            html.one(&format!("main form button[name=act][value='{}']", press.key()));
        }
        assert!(!html.has(&format!("main button[value='{}']", Press::Case.key())));
        assert_eq!(html.one("main form input[type=hidden][name=key]").attribute("value"), Some("k"));
        assert_eq!(html.one("main form").attribute("enctype"), Some("multipart/form-data"));
        assert!(html.has("main a[href='/office/counter']") && html.has("main .notice"));
    }
}

#[test]
fn what_is_wrong_is_said_first_and_what_was_typed_stays() {
    for html in both(|language| page(language, true)) {
        assert_eq!(html.all("main .error-summary a[href='#name']").len(), 1);
        assert_eq!(html.one("main input[name=name]").attribute("value"), Some("Minh Chau"));
        assert_eq!(html.one("main input[name=originals-a]").attribute("value"), Some("1"));
    }
}

#[test]
fn procedures_stand_under_the_agency_that_decides() {
    let choose = |language: Language| {
        let t = text::Words(language);
        let procedures = Links(vec![Link::new("/office/counter/justice/2.000635", "A")]);
        let groups = vec![Group { agency: "B".into(), procedures }];
        ChoosePage { chrome: Chrome::of_nobody(language, t.title()), groups, t }
    };
    for html in both(choose) {
        assert_eq!(html.texts("main h2"), ["B"]);
        assert!(html.has("main a[href='/office/counter/justice/2.000635']"));
    }
}
