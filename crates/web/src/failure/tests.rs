use super::*;
use ui::Language;

#[test]
fn a_fault_of_ours_says_what_the_log_has_it_under_and_nothing_else_does() {
    for language in [Language::Vietnamese, Language::English] {
        let t = text::Words(language);
        let page = |reference: &str| {
            let chrome = Chrome::anonymous(language, t.fault());
            let (heading, sentence) = (t.fault().into(), t.fault_more().into());
            let page = Page { chrome, heading, sentence, reference: reference.into(), t };
            testkit::Html::page(&ui::foreign::tag_vietnamese(page.render().expect("it is drawn")))
        };
        let told = page("K7Q2");
        assert_eq!(told.texts("main .code"), ["K7Q2"]);
        assert_eq!(told.all("main a.button[href='/']").len(), 1, "a way on");
        assert!(!page("").has("main .code"));
        assert_eq!(told.faults(language.code()), Vec::<String>::new());
    }
}

#[test]
fn who_is_turned_away_unknown_is_told_in_both_languages() {
    for page in [forged().0, for_nobody(|t| (t.fault(), t.fault_more()))] {
        let html = testkit::Html::page(&page);
        assert_eq!(html.faults("vi"), Vec::<String>::new());
        let (heading, english) = (html.one("main h1").text(), html.one("main [lang=en] h2").text());
        assert!(page.contains("lang=\"en\"") && heading != english);
        assert_eq!(html.all("main a[href='/']").len(), 1, "a way on");
    }
}
