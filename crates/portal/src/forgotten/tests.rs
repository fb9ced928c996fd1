use super::*;
use testkit::{render_both, snapshot};
use ui::Language;

fn asking(language: Language, posted: Option<&ui::Posted>) -> Page {
    let t = text::Words(language);
    let mut form = Form::of(language, posted);
    self::form(&mut form);
    Page {
        chrome: Chrome::anonymous(language, t.title()),
        heading: t.title(),
        lead: t.lead("30"),
        fields: Some(form.into_fields()),
        button: t.submit(),
        next: "/dossiers".into(),
        sign_in: None,
    }
}

fn sent(language: Language) -> Page {
    let t = text::Words(language);
    let sign_in = Some("/sign-in?next=%2Fdossiers".to_string());
    Page { heading: t.sent(), lead: t.sent_more().into(), fields: None, sign_in, ..asking(language, None) }
}

#[test]
fn it_asks_for_an_address_and_keeps_where_one_was_going() {
    for html in snapshot!(render_both(|language| asking(language, None))) {
        assert!(html.has("main input[type=email][name=email]"));
        assert!(html.has("main input[type=hidden][value='/dossiers']"));
        assert!(!html.has("main .error-summary"));
    }
}

#[test]
fn what_is_missing_is_said_first_and_leads_to_its_field() {
    let nothing = ui::Posted::default();
    for html in render_both(|language| asking(language, Some(&nothing))) {
        assert_eq!(html.all("main .error-summary a[href='#email']").len(), 1);
        assert_eq!(html.one("main input[name=email]").attribute("aria-invalid"), Some("true"));
    }
}

#[test]
fn once_it_is_sent_there_is_only_the_way_on() {
    for html in render_both(sent) {
        assert!(!html.has("main form"));
        assert!(html.has("main a[href='/sign-in?next=%2Fdossiers']"));
    }
}

#[test]
fn a_new_password_is_asked_for_once_and_a_weak_one_refused_at_its_field() {
    let page = |language: Language, posted: Option<&ui::Posted>| {
        let t = text::Words(language);
        let mut form = Form::of(language, posted);
        new_form(&mut form);
        Page {
            heading: t.new_title(),
            lead: t.new_lead().into(),
            fields: Some(form.into_fields()),
            button: t.save(),
            next: String::new(),
            ..asking(language, None)
        }
    };
    for html in render_both(|language| page(language, None)) {
        html.one("main input[type=password][name=password][autocomplete=new-password]");
        assert!(!html.has("main input[name=email]") && !html.has("main .error-summary"));
    }
    let weak = ui::Posted::of(vec![("password".into(), "123".into())]);
    for html in render_both(|language| page(language, Some(&weak))) {
        html.one("main .error-summary a[href='#password']");
        assert_eq!(html.one("main input[name=password]").attribute("value"), None, "it is not sent back");
    }
}
