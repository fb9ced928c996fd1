use super::*;
use crate::tests::render_both;
use ui::part::Pair;

#[test]
fn the_confirmation_names_what_was_sent_by_whom_and_to_whom_and_what_happens_when() {
    let page = |language| {
        let t = text::Words(language);
        let told = |name: &str, value: &str| Pair::new(name, Phrase::vietnamese(value, language));
        SentPage {
            chrome: Chrome::anonymous(language, t.sent_title()),
            reference: "ABC".into(),
            grouped: "A-B-C".into(),
            details: SummaryList::new(vec![
                told(t.sent_what(), "Làm giấy khai sinh"),
                told(t.sent_who(), "Trần Thị Minh Châu"),
                told(t.agency(), "Xã Mai Khê"),
            ]),
            next: vec![t.sent_checked("X"), t.sent_accepted().into(), t.sent_decided("Y")],
            t,
        }
    };
    for html in render_both(page) {
        let facts = ["Làm giấy khai sinh", "Trần Thị Minh Châu", "Xã Mai Khê"];
        assert_eq!(html.texts("main .summary-list dd"), facts);
        assert_eq!(html.all("main ol > li").len(), 3);
        assert!(html.has("main a[href='/dossiers/ABC']"));
    }
}
