use super::*;
use testkit::{render_both, samples, snapshot};
use ui::{Language, Posted};

fn drawn(language: Language, posted: Option<&Posted>, email: Option<Email>) -> Page {
    let t = text::Words(language);
    let mut form = Form::of(language, posted);
    self::form(&mut form, &samples::account());
    Page {
        chrome: Chrome::anonymous(language, t.title()),
        overwritten: Overwritten::none(language),
        fields: form.into_fields(),
        password: password::blank(language),
        email,
        assurance: t.unproved(),
        t,
    }
}

fn email(confirmed: bool, sent: bool) -> Option<Email> {
    Some(Email { address: "an@example.vn".into(), confirmed, sent })
}

#[test]
fn what_is_known_stands_in_the_fields_and_no_password_does() {
    for html in snapshot!(render_both(|language| drawn(language, None, None))) {
        let value = |name: &str| {
            html.one(&format!("form#profile [name={name}]")).attribute("value").map(str::to_string)
        };
        assert_eq!(value("name").as_deref(), Some("Nguyễn Văn An"));
        assert_eq!(value("email").as_deref(), Some("an@example.vn"));
        assert!(html.all("main input[type=password]").iter().all(|field| field.attribute("value").is_none()));
        html.one("form[action='/profile/password'][data-unheld]");
    }
}

#[test]
fn an_address_can_be_confirmed_where_it_is_not_and_letters_go_out() {
    for (state, buttons) in
        [(email(false, true), 1), (email(false, false), 0), (email(true, true), 0), (None, 0)]
    {
        let page = |language| {
            let email = state.as_ref().map(|of| Email { address: of.address.clone(), ..*of });
            drawn(language, None, email)
        };
        for html in render_both(page) {
            assert_eq!(html.all("main form[action='/profile/confirm'] button").len(), buttons);
        }
    }
}

#[test]
fn another_address_needs_the_present_password() {
    let typed = |email: &str| {
        let pairs =
            [("name", "Nguyễn Văn An"), ("phone", "0900000001"), ("address", "2 Lê Lợi"), ("email", email)];
        Posted::of(pairs.map(|(name, value)| (name.to_string(), value.to_string())).to_vec())
    };
    let wrong = |posted: &Posted, language| {
        let mut form = Form::sent(language, posted);
        self::form(&mut form, &samples::account());
        let fields = form.into_fields();
        fields
            .fields
            .iter()
            .filter(|field| !field.error.is_empty())
            .map(|field| field.name.clone())
            .collect::<Vec<_>>()
    };
    for language in [Language::Vietnamese, Language::English] {
        assert!(!wrong(&typed("an@example.vn"), language).contains(&"present".to_string()));
        assert!(wrong(&typed("other@example.vn"), language).contains(&"present".to_string()));
    }
}
