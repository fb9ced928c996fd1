use super::*;
use testkit::{render_both, snapshot};
use ui::Language;

fn page(language: Language, began: bool) -> Page {
    let t = Words(language);
    let finish = TrialAct::Step(StepEnding::Finish, 1);
    let step = StepView {
        first: named(&finish),
        buttons: vec![button(ButtonLook::Main, t.trial_finish(), &finish)],
        name: "A".into(),
        hint: "B".into(),
        fields: Form::blank(language).into_fields(),
    };
    let came = TrialAct::Move(TrialMove::Receive { event: "heard".into() });
    let wait = WaitView {
        buttons: vec![button(ButtonLook::Second, t.trial_came(), &came)],
        name: "C".into(),
        at: String::new(),
    };
    let now = Instant::from_millis(1_772_420_400_000);
    Page {
        chrome: Chrome::anonymous(language, t.trial()),
        code: "1.001193".into(),
        heading: Heading::with_eyebrow("1.001193", t.trial()),
        error_summary: ui::part::ErrorSummary::of(language, Vec::new()),
        sample: Form::blank(language).into_fields(),
        began,
        moves: if began { "wait".into() } else { String::new() },
        chart: Chart::specimen(t.picture(), language),
        times: times(Some(now), Some(now.plus_minutes(-1)), &t),
        ended: None,
        steps: vec![step],
        waits: vec![wait],
        wait: Some(button(ButtonLook::Second, t.trial_wait(), &TrialAct::Move(TrialMove::Wait))),
        undo: button(ButtonLook::Quiet, t.trial_undo(), &TrialAct::Undo),
        begin: button(ButtonLook::Main, t.trial_begin(), &TrialAct::Begin),
        history: vec![TrialEntry { at: "D".into(), sentence: "E".into() }],
        t,
    }
}

#[test]
fn before_it_begins_there_is_only_the_sample() {
    for html in render_both(|language| page(language, false)) {
        assert!(html.has("details[open] button[name=act][value=begin]"));
        assert!(!html.has("main .diagram-box") && !html.has("button[value=undo]"));
        assert!(html.has("textarea[name=moves][hidden]"));
    }
}

#[test]
fn each_step_and_each_wait_has_its_own_buttons() {
    for html in snapshot!(render_both(|language| page(language, true))) {
        assert!(html.has("section.card button[name=act][value=finish-1]"));
        assert!(html.has(".act-list button[value=receive-heard]"));
        assert!(html.has("button[value=wait]") && html.has("button[value=undo]"));
        assert!(!html.has("details[open] button[value=begin]"));
        assert_eq!(html.all("main ol.prose li").len(), 1);
    }
}

#[test]
fn a_date_that_has_passed_says_so_beside_it() {
    for (html, language) in
        render_both(|language| page(language, true)).iter().zip([Language::Vietnamese, Language::English])
    {
        let t = Words(language);
        let rows = html.texts(".summary-list__row");
        assert_eq!(rows.len(), 2);
        assert!(rows[1].contains(t.trial_limit()) && rows[1].contains(t.trial_late()), "{rows:?}");
    }
}

#[test]
fn how_it_was_decided_is_said_in_words() {
    for outcome in Outcome::ALL {
        let ended = |language| Page { ended: Some(ended(outcome, &Words(language))), ..page(language, true) };
        let pages = render_both(ended);
        for (html, language) in pages.iter().zip([Language::Vietnamese, Language::English]) {
            let t = Words(language);
            let said = if outcome == Outcome::Granted { t.trial_granted() } else { t.trial_denied() };
            assert_eq!(html.texts("main .notice p"), [said]);
        }
    }
}
