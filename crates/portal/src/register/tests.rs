use super::*;
use testkit::{render_both, snapshot};
use ui::Language;

fn page(language: Language, fields: Fields) -> Page {
    let t = text::Words(language);
    Page { chrome: Chrome::anonymous(language, t.title()), fields, next: "/".into(), t }
}

fn blank(language: Language) -> Fields {
    let mut form = Form::blank(language);
    self::form(&mut form);
    form.into_fields()
}

#[test]
fn each_field_says_what_it_is_for_and_foreigners_are_meant_too() {
    for html in snapshot!(render_both(|language| page(language, blank(language)))) {
        for name in ["name", "identity", "identity-kind", "phone", "email", "address", "login", "password"] {
            let hint = html.texts(&format!("main #{name}-hint"));
            assert!(hint.len() == 1 && !hint[0].is_empty(), "{name}");
        }
        for kind in ["passport", "residence-card"] {
            assert!(html.has(&format!("main #identity-kind option[value={kind}]")), "{kind}");
        }
        assert!(html.has("main label[for=email] .field__optional"));
        assert!(!html.has("main label[for=phone] .field__optional"));
    }
}

#[test]
fn a_user_name_that_is_taken_is_said_at_the_user_name() {
    let taken = |language| {
        let mut form = Form::blank(language);
        self::form(&mut form);
        form.wrong_about(Some(LOGIN), text::Words(language).login_taken().into());
        page(language, form.into_fields())
    };
    for html in render_both(taken) {
        html.one("main .error-summary a[href='#login']");
        assert_eq!(html.all("main [aria-invalid]").len(), 1);
    }
}

#[test]
fn what_is_wrong_is_said_at_its_field() {
    for html in render_both(|language| {
        let typed = [("identity", "DN1234567"), ("phone", "12"), ("email", "")];
        let posted = ui::Posted::of(typed.map(|(name, value)| (name.into(), value.into())).to_vec());
        let mut form = Form::sent(language, &posted);
        assert!(self::form(&mut form).is_none());
        page(language, form.into_fields())
    }) {
        for name in ["identity", "phone", "password"] {
            assert_eq!(html.all(&format!("main #{name}-error")).len(), 1, "{name}");
        }
        assert!(!html.has("main #email-error"));
        assert!(html.has("main .error-summary a[href='#identity']"));
    }
}
