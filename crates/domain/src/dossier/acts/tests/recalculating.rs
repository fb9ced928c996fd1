//! A calendar that changed.

use super::*;

#[test]
fn a_new_day_off_moves_a_counted_date() {
    let story = given([accepted()]).with_day_off("2026-03-05");
    let attempt = story.when(Actor::System, recalculate());
    let (from, to) = (instant(DUE), instant("2026-03-10T17:00"));
    assert_eq!(attempt.facts(), [Fact::DueRecalculated { from, to }]);
    let moved = attempt.becomes(StageKind::Accepted);
    assert_eq!(moved.dossier.due(), Some(to));
    moved.when(Actor::System, recalculate()).refused(Refusal::SameDate);
}

#[test]
fn the_same_calendar_gives_the_same_date() {
    given([accepted()]).when(Actor::System, recalculate()).refused(Refusal::SameDate);
    let far_away = given([accepted()]).with_day_off("2026-06-05");
    far_away.when(Actor::System, recalculate()).refused(Refusal::SameDate);
}

#[test]
fn a_date_set_by_hand_moves_only_off_a_day_that_became_off() {
    let story = due_on_a_tuesday().when(by(director()), extend_to("2026-03-12")).done();
    let elsewhere = story.clone().with_day_off("2026-03-05").when(Actor::System, recalculate()).done();
    assert_eq!(elsewhere.dossier.due(), Some(instant("2026-03-12T17:00")));
    let attempt = story.with_day_off("2026-03-12").when(Actor::System, recalculate());
    assert_eq!(attempt.done().dossier.due(), Some(instant("2026-03-13T17:00")));
}

#[test]
fn a_new_day_off_moves_the_agencys_own_dates_without_a_letter() {
    // Filed Monday 2/3 at 09:30: to be answered by Tuesday 09:30.
    let attempt = online().with_day_off("2026-03-03").when(Actor::System, recalculate());
    let answer_by = Some(instant("2026-03-04T09:30"));
    let (hand_over_by, step_due, steps, legal) = (None, None, Vec::new(), None);
    let fact = Fact::OwnDatesRecalculated { answer_by, hand_over_by, step_due, steps, legal };
    assert_eq!(attempt.facts(), [fact]);
    let letters = attempt
        .answer
        .iter()
        .flatten()
        .flat_map(|event| crate::dossier::react(&attempt.story.dossier, event));
    assert_eq!(letters.count(), 0);
    let moved = attempt.done();
    assert!(matches!(moved.dossier.stage, Stage::Submitted { answer_by: by, .. } if Some(by) == answer_by));
    moved.when(Actor::System, recalculate()).refused(Refusal::SameDate);
}

#[test]
fn a_running_step_is_counted_again_from_its_start_or_its_last_resumption() {
    let running = given([accepted(), handed_over()]);
    let due = running.dossier.steps[0].due;
    let day_before = due.date().yesterday().unwrap().to_string();
    let moved =
        running.clone().with_day_off(&due.date().to_string()).when(Actor::System, recalculate()).done();
    assert!(moved.dossier.steps[0].due > due);
    let paused =
        running.at("2026-03-02T16:00").when(by(clerk()), pause_for_papers("12/TB", &["map"], "")).done();
    let resumed = paused.at("2026-03-12T15:00").when(by(clerk()), resume()).done();
    // What happened before the resumption no longer matters.
    resumed.clone().with_day_off(&day_before).when(Actor::System, recalculate()).refused(Refusal::SameDate);
    let due = resumed.dossier.steps[0].due;
    let moved = resumed.with_day_off("2026-03-13").when(Actor::System, recalculate()).done();
    assert!(moved.dossier.steps[0].due > due);
}

#[test]
fn a_resumed_date_is_recalculated_from_its_resumption() {
    let resumed = given([accepted(), handed_over()])
        .at("2026-03-04T10:00")
        .when(by(clerk()), pause_for_papers("12/TB", &["map"], ""))
        .done()
        .at("2026-03-12T15:00")
        .when(by(clerk()), resume())
        .done();
    let before_the_pause = resumed.clone().with_day_off("2026-03-05");
    before_the_pause.when(Actor::System, recalculate()).refused(Refusal::SameDate);
    let after_it = resumed.with_day_off("2026-03-16").when(Actor::System, recalculate()).done();
    assert_eq!(after_it.dossier.due(), Some(instant("2026-03-18T17:00")));
}

#[test]
fn only_the_system_recalculates_and_only_while_the_clock_runs() {
    let story = given([accepted()]).with_day_off("2026-03-05");
    for actor in everybody().into_iter().filter(|actor| *actor != Actor::System) {
        assert!(story.when(actor, recalculate()).answer.is_err());
    }
    for stage in StageKind::ALL {
        let running = matches!(stage, StageKind::Submitted | StageKind::Accepted | StageKind::Processing);
        let days_off = story_in(stage).with_day_off("2026-03-03").with_day_off("2026-03-05");
        let attempt = days_off.when(Actor::System, recalculate());
        assert_eq!(attempt.answer.is_ok(), running, "{stage:?}");
    }
}

#[test]
fn what_the_law_wants_is_counted_anew_though_another_date_was_promised() {
    let story = due_on_a_tuesday().when(by(director()), extend_to("2026-03-20")).done();
    let attempt = story.with_day_off("2026-03-05").when(Actor::System, recalculate());
    let to = instant("2026-03-11T17:00");
    assert!(
        matches!(attempt.facts()[..], [Fact::OwnDatesRecalculated { legal: Some(legal), .. }] if legal == to)
    );
    let moved = attempt.done();
    assert_eq!(moved.dossier.legal_due(), Some(to));
    assert_eq!(moved.dossier.due(), Some(instant("2026-03-20T17:00")), "what was promised stands");
    moved.when(Actor::System, recalculate()).refused(Refusal::SameDate);
}
