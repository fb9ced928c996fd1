use super::*;
use domain::dossier::ApplicantNotice;
use domain::time::Instant;
use testkit::{render_both, snapshot};

fn page(language: Language, told: Vec<MessageThread>, next: Option<&str>) -> Page {
    let t = text::Words(language);
    let pager = Pager::new(t.pages()).next(next.map(Into::into), t.older());
    let threads = told.into_iter().filter_map(|told| thread(told, language)).collect();
    Page { chrome: Chrome::anonymous(language, t.title()), threads, pager, t }
}

fn message(notice: ApplicantNotice, minutes: i64, read: bool) -> Message {
    let particulars = letters::Particulars {
        reference: "Y8BDVHBGRT3TJYEC".into(),
        code: Some("000.00.20.H99-261130-0008".into()),
        procedure: domain::Text::new("Đăng ký khai sinh", "Birth registration"),
        due: Instant::parse("2026-12-03T17:00:00+07:00"),
        ..letters::Particulars::default()
    };
    let start = Instant::parse("2026-11-30T08:00:00+07:00").unwrap();
    Message { notice, particulars, at: start.plus_minutes(minutes), read }
}

fn told(earlier: u32) -> MessageThread {
    let newest =
        vec![message(ApplicantNotice::Accepted, 60, false), message(ApplicantNotice::Submitted, 0, true)];
    MessageThread { cursor: (1, 1), newest, earlier, unread: true }
}

#[test]
fn without_messages_it_says_what_will_be_here() {
    for html in render_both(|language| page(language, Vec::new(), None)) {
        assert_eq!(html.texts("main .empty h2").len(), 1);
        assert!(!html.has("main ul"));
    }
}

#[test]
fn messages_stand_under_the_dossier_they_are_about_and_a_new_one_says_so() {
    let [vietnamese, english] =
        snapshot!(render_both(|language| page(language, vec![told(0)], Some("/messages?before=1"))));
    assert_eq!(vietnamese.texts("main h2"), ["Đăng ký khai sinh"]);
    for html in [&vietnamese, &english] {
        assert_eq!(html.all("main h2 a[href='/dossiers/Y8BDVHBGRT3TJYEC']").len(), 1);
        assert_eq!(html.all("main .thread__notes > li").len(), 2);
        assert_eq!(html.all("main .tag").len(), 1);
        assert!(html.has("main .thread__notes > li:first-child .tag"));
        // Only the newest says more than its title.
        assert_eq!(html.all("main .thread__notes > li:first-child > p").len(), 3);
        assert_eq!(html.all("main .thread__notes > li:last-child > p").len(), 2);
        assert!(html.has("main nav a[rel=next][href='/messages?before=1']"));
        assert_eq!(html.texts("main .thread > .code"), ["000.00.20.H99-261130-0008"]);
    }
    let said = english.texts("main .thread__notes strong");
    assert_eq!(said, ["Your application is accepted", "We have your application"]);
}

#[test]
fn of_many_about_one_dossier_the_newest_are_shown_and_the_others_counted() {
    let [vietnamese, english] = render_both(|language| page(language, vec![told(1), told(4)], None));
    assert_eq!(vietnamese.texts("main .thread > .hint")[1], "Và 4 thông báo trước đó, xem trong hồ sơ.");
    assert_eq!(english.texts("main .thread > .hint")[0], "And 1 earlier message in the application.");
}

#[test]
fn a_message_without_more_to_say_than_its_title_has_no_empty_line() {
    let bare = || {
        let mut message = message(ApplicantNotice::Accepted, 0, true);
        message.particulars.due = None;
        MessageThread { cursor: (1, 1), newest: vec![message], earlier: 0, unread: false }
    };
    for html in render_both(|language| page(language, vec![bare()], None)) {
        assert_eq!(html.all("main .thread__notes > li > p").len(), 2);
    }
}
