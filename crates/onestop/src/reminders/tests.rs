use super::*;
use domain::Text;
use testkit::{Html, render_both, samples, snapshot};

fn item(level: ReminderLevel) -> ReminderItem {
    ReminderItem {
        level,
        reference: "R".into(),
        code: "000.00.20.H99-260302-0001".into(),
        procedure: "1.001193".into(),
        step: Text::new("Thẩm tra", "Check it"),
        of: "check".into(),
        due: samples::now(),
        apology: Some(samples::now().date()),
    }
}

fn page(reminders: impl Fn() -> Vec<Reminder>) -> [Html; 2] {
    render_both(|language| {
        let t = text::Words(language);
        let groups = groups(reminders(), &samples::master_data(), language);
        Page { chrome: Chrome::anonymous(language, t.title()), groups, empty_more: t.empty_more(8), t }
    })
}

#[test]
fn where_nobody_was_reminded_it_says_what_will_come_here() {
    for html in page(Vec::new) {
        assert_eq!(html.all("main .empty").len(), 1);
        assert!(!html.has("main section"));
    }
}

#[test]
fn one_says_its_step_and_when_it_is_due_and_whether_it_is_new() {
    for level in [
        ReminderLevel::Soon,
        ReminderLevel::Late,
        ReminderLevel::Escalated,
        ReminderLevel::SentBack,
        ReminderLevel::Apology,
    ] {
        for read in [false, true] {
            let one = || vec![Reminder { items: vec![item(level)], unlisted: 0, at: samples::now(), read }];
            let [vietnamese, english] = page(one);
            for (html, due, step, name) in [
                (vietnamese, "09:00 02/03/2026", "Thẩm tra", "Đăng ký khai sinh"),
                (english, "09:00, 2 Mar 2026", "Check it", "Register a birth"),
            ] {
                let link = html.one("main a[href='/office/dossiers/R']").text();
                assert!(link.contains(due), "{link}");
                // An apology is of the dossier, whichever step it is at.
                assert!(level == ReminderLevel::Apology || link.contains(step), "{link}");
                assert!(html.one("main .link-list").text().contains(name));
                assert_eq!(html.has("main .tag"), !read);
                assert_eq!(html.all("main section h2").len(), 1, "when it was said");
            }
        }
    }
}

#[test]
fn several_of_one_look_are_counted_and_those_not_listed_too() {
    let several = || {
        let items = vec![item(ReminderLevel::Soon), item(ReminderLevel::Late)];
        vec![Reminder { items, unlisted: 5, at: samples::now(), read: false }]
    };
    for html in snapshot!(page(several)) {
        assert!(html.one("main section h2").text().contains('7'));
        assert_eq!(html.all("main section .link-list a").len(), 2);
        assert!(html.one("main section > p > a[href='/office']").text().contains('5'));
        assert_eq!(html.all("main .tag").len(), 1, "new is said once");
    }
}
