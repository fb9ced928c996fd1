use super::*;
use domain::time::Instant;
use testkit::{render_both, snapshot};
use ui::Language;

const NOW: Instant = Instant::from_millis(1_770_771_900_000);

fn page(language: Language) -> Page {
    let t = Words(language);
    let destination = |destination: Destination, held: bool| DestinationRow {
        key: destination.key(),
        stands: if held { t.stopped(name(t, destination)) } else { t.going(name(t, destination)) },
        held,
        submit: if held { Submit::Release } else { Submit::Hold },
        act: if held { t.release_all(name(t, destination)) } else { t.hold_all(name(t, destination)) },
    };
    let troubled = |id, can_hold| TroubledRow {
        id,
        kind: t.of_kind("letter"),
        why: t.unreachable().into(),
        tries: t.tries(1),
        next_time: short_moment(NOW, language),
        can_hold,
        retry_label: t.of_job(t.retry(), &t.of_kind("letter")),
        hold_label: t.of_job(t.hold(), &t.of_kind("letter")),
    };
    Page {
        chrome: Chrome::anonymous(language, t.title()),
        waiting: Table::new(&[t.kind(), t.count(), t.since()], Vec::new()),
        destinations: vec![destination(Destination::Inside, false), destination(Destination::Mail, true)],
        troubled: vec![troubled(1, true), troubled(2, false)],
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
        assert_eq!(html.all("form[action$='/jobs'] button[value=release]").len(), 1);
        assert_eq!(html.all("form[action$='/jobs'] button[value=hold]").len(), 1);
    }
}
