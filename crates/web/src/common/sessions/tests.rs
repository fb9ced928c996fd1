use super::*;
use testkit::{render_both, samples};

fn session(key: &str, browser: &str, this: bool) -> OwnSession {
    let now = samples::now();
    OwnSession { key: key.into(), since: now, seen_at: now.plus_minutes(90), browser: browser.into(), this }
}

fn page(language: Language, path: &'static str, sessions: Vec<OwnSession>) -> Page {
    let t = text::Words(language);
    let rows = sessions.into_iter().map(|own| row(own, language)).collect();
    Page { chrome: Chrome::anonymous(language, t.title()), rows, path, t }
}

#[test]
fn each_other_place_can_be_ended_and_the_one_that_asks_is_named() {
    let sessions =
        || vec![session("a", "Firefox", true), session("b", "Chrome", false), session("c", "", false)];
    for path in ["/sessions", "/office/sessions"] {
        let drawn = render_both(|language| page(language, path, sessions()));
        for (html, language) in drawn.iter().zip([Language::Vietnamese, Language::English]) {
            let t = text::Words(language);
            let cards = html.all("main .card");
            assert_eq!(html.texts("main .card h2")[2], t.unknown());
            assert!(cards[0].all("form").is_empty(), "it is ended by signing out");
            assert_eq!(cards[0].all(".tag")[0].text(), t.this());
            for (card, key, browser) in [(cards[1], "b", "Chrome"), (cards[2], "c", t.unknown())] {
                assert!(card.all(".tag").is_empty());
                let button = card.all(&format!("form[action='{path}'] button[name=session][value={key}]"))[0];
                assert!(button.attribute("aria-label").is_some_and(|label| label.contains(browser)));
                let times: Vec<String> = card.all("dd").iter().map(|time| time.text()).collect();
                assert!(times[0].contains("09:00") && times[1].contains("10:30"), "{times:?}");
            }
            html.one(&format!("main form[action='{path}'] button[name=others]"));
        }
    }
}

#[test]
fn where_there_is_no_other_place_nothing_is_ended() {
    for html in render_both(|language| page(language, "/sessions", vec![session("a", "Firefox", true)])) {
        assert!(!html.has("main form"));
    }
}
