use super::*;
use testkit::{render_both, snapshot};
use ui::Language;

fn page(language: Language, done: bool) -> Page {
    let t = text::Words(language);
    Page { chrome: Chrome::anonymous(language, t.title()), done, t }
}

#[test]
fn before_it_is_confirmed_there_is_a_button_and_afterwards_a_way_on() {
    for html in snapshot!(render_both(|language| page(language, false))) {
        assert_eq!(html.all("main form[method=post] button").len(), 1);
    }
    for html in render_both(|language| page(language, true)) {
        assert!(!html.has("main form"));
        assert!(html.has("main a[href='/profile']"));
    }
}
