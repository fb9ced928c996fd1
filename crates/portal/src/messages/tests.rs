use super::*;
use crate::tests::both;
use ui::Language;

fn page(language: Language, rows: Vec<Link>, next: Option<String>) -> Page {
    let t = text::Words(language);
    let pager = Pager::new(t.pages()).next(next, t.older());
    Page { chrome: Chrome::of_nobody(language, t.title()), rows: Links(rows), pager, t }
}

fn message(language: Language, unread: bool) -> Link {
    let tag = unread.then(|| Tag::info(text::Words(language).unread()));
    let told = language.pick("Hồ sơ đã được tiếp nhận", "It was taken in by Phường Hoa Sen");
    Link::new("/dossiers/ABC", told).tagged(tag).note(Note::new("08:05 11/02/2026"))
}

#[test]
fn without_messages_it_says_what_will_be_here() {
    for html in both(|language| page(language, Vec::new(), None)) {
        assert_eq!(html.texts("main .empty h2").len(), 1);
        assert!(!html.has("main ul"));
    }
}

#[test]
fn each_message_leads_to_its_dossier_and_an_unread_one_says_so() {
    let rows = |language| vec![message(language, true), message(language, false)];
    let [vietnamese, english] =
        both(|language| page(language, rows(language), Some("/messages?before=1".into())));
    for html in [&vietnamese, &english] {
        assert_eq!(html.all("main a[href='/dossiers/ABC']").len(), 2);
        assert_eq!(html.all("main .tag").len(), 1);
        assert!(html.has("main nav a[rel=next][href='/messages?before=1']"));
    }
    assert_eq!(english.texts("main [lang=vi]"), ["Phường Hoa Sen", "Phường Hoa Sen"]);
    assert!(!vietnamese.has("main [lang]"));
}
