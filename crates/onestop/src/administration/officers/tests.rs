use super::*;
use testkit::{Html, render_both, samples};
use ui::Chrome;

/// The form of an officer as it is stored.
fn shown(officer: &Officer, disabled: bool) -> [Html; 2] {
    render_both(|language| {
        let mut form = Form::blank(language);
        super::form(&mut form, &samples::master_data(), samples::now().date(), officer, disabled);
        FormPage {
            chrome: Chrome::anonymous(language, "A"),
            heading: officer.name.clone(),
            back: HOME.into(),
            hidden_inputs: Vec::new(),
            links: LinkList::default(),
            notes: Vec::new(),
            overwritten: Overwritten::none(language),
            fields: form.into_fields(),
            t: Words(language),
        }
    })
}

#[test]
fn what_is_stored_of_an_officer_stands_in_the_form() {
    let officer = samples::officer(Role::Counter);
    for disabled in [false, true] {
        for html in shown(&officer, disabled) {
            let value = |name: &str| html.one(&format!("main input[name={name}]")).attribute("value");
            assert_eq!(value("title-vi"), Some(officer.title.vi.as_str()));
            assert_eq!(value("title-en"), Some(officer.title.en.as_str()));
            let place = html.one("main select[name=place] option[selected]");
            assert_eq!(place.attribute("value"), Some("justice/counter"));
            let roles = html.all("main input[name=roles][checked]");
            let roles: Vec<_> = roles.iter().filter_map(|role| role.attribute("value")).collect();
            assert_eq!(roles, [Role::Counter.key()]);
            assert_eq!(html.has("main input[name=disabled][checked]"), disabled);
            assert!(!html.has("main input[type=password][value]:not([value=''])"));
        }
    }
}
