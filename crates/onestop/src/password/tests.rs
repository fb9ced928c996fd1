use super::*;
use testkit::{render_both, snapshot};
use ui::Language;

fn page(language: Language, fields: Fields) -> Page {
    let t = text::Words(language);
    Page { chrome: Chrome::anonymous(language, t.title()), fields, t }
}

#[test]
fn it_asks_for_the_old_and_the_new_and_shows_neither() {
    for html in snapshot!(render_both(|language| page(language, password::blank(language)))) {
        let form = html.one("main form[method=post][data-unheld]");
        assert_eq!(form.all("input[autocomplete=current-password]").len(), 1);
        assert_eq!(form.all("input[autocomplete=new-password]").len(), 1);
        assert!(form.all("input[type=password]").iter().all(|field| field.attribute("value").is_none()));
        html.one("main a[href='/office/sessions']");
    }
}

#[test]
fn what_is_wrong_is_said_first_and_leads_to_its_field() {
    let wrong = |language: Language| {
        let mut fields = password::blank(language);
        fields.fields[0].error = language.pick("Sai", "Wrong").into();
        page(language, fields)
    };
    for html in render_both(wrong) {
        html.one("main .error-summary a[href='#old']");
        assert_eq!(html.one("main input[name=old]").attribute("aria-invalid"), Some("true"));
    }
}
