use super::*;
use domain::time::Instant;
use testkit::{render_both, snapshot};
use ui::Language;

const NOW: Instant = Instant::from_millis(1_770_771_900_000);

fn page(language: Language) -> Page {
    let t = Words(language);
    let troubled = |id, held| TroubledJob {
        id,
        kind: "letter".into(),
        tries: 1,
        why: Some(StoredFailure::Unreachable),
        again_at: NOW,
        given_up: false,
        held,
    };
    Page {
        chrome: Chrome::anonymous(language, t.title()),
        waiting: Table::new(&[t.kind(), t.count(), t.since()], Vec::new()),
        destinations: vec![
            destination_row(t, Destination::Inside, false),
            destination_row(t, Destination::Mail, true),
        ],
        troubled: vec![row(t, troubled(1, false)), row(t, troubled(2, true))],
        pager: Pager::new(t.pages()),
        t,
    }
}

#[test]
fn each_button_is_labelled_with_its_act_and_offered_only_where_it_can_be_done() {
    for (html, language) in snapshot!(render_both(page)).iter().zip([Language::Vietnamese, Language::English])
    {
        let t = Words(language);
        for (value, words) in [("retry", t.retry()), ("hold", t.hold())] {
            let button = html.one(&format!("form[action$='/1'] button[value={value}]"));
            assert_eq!(button.text().trim(), words);
            assert!(button.attribute("aria-label").is_some_and(|label| label.starts_with(words)));
        }
        assert!(html.has("form[action$='/2'] button[value=retry]"));
        assert!(!html.has("form[action$='/2'] button[value=hold]"), "it is held already");
        for (destination, value, words) in [
            (Destination::Inside, "hold", t.hold_all(t.inside())),
            (Destination::Mail, "release", t.release_all(t.mail())),
        ] {
            let form = html.all("form[action$='/jobs']").into_iter().find(|form| {
                form.all(&format!("input[name=destination][value={}]", destination.key())).len() == 1
            });
            let buttons = form.expect("a form each").all("button");
            assert_eq!((buttons[0].attribute("value"), buttons[0].text()), (Some(value), words));
        }
    }
}

#[test]
fn what_is_due_is_counted_by_kind_and_where_nothing_is_amiss_that_is_said() {
    let waiting = |language| {
        let t = Words(language);
        let row = TableRow::new(Cell::new(t.of_kind("letter")), vec![Cell::new("12"), Cell::new("A")]);
        let waiting = Table::new(&[t.kind(), t.count(), t.since()], vec![row]);
        Page { waiting, troubled: Vec::new(), ..page(language) }
    };
    for (html, language) in render_both(waiting).iter().zip([Language::Vietnamese, Language::English]) {
        let t = Words(language);
        assert_eq!(html.texts("main tbody td")[0], "12");
        assert!(html.texts("main p").contains(&t.no_trouble().to_string()));
        assert!(!html.has("form[action*='/jobs/']"));
    }
    // On hold only, nothing went wrong: there is no reason to say.
    let held = |language| {
        let t = Words(language);
        let job = TroubledJob {
            id: 3,
            kind: "letter".into(),
            tries: 0,
            why: None,
            again_at: NOW,
            given_up: false,
            held: true,
        };
        Page { troubled: vec![row(t, job)], ..page(language) }
    };
    for html in render_both(held) {
        assert_eq!(html.all("form[action$='/jobs/3']").len(), 1);
        assert_eq!(html.all("main li.card")[2].all("p").len(), 1, "how often, and when again");
    }
}
