//! Pausing and resuming.

use super::*;

#[test]
fn a_pause_needs_a_document_and_a_request() {
    let story = given([accepted(), handed_over()]);
    story.when(by(clerk()), pause_for_papers("", &["map"], "")).refused(Refusal::DocumentMissing);
    story.when(by(clerk()), pause_for_papers("12/TB", &[], "")).refused(Refusal::NothingAsked);
    story.when(by(second_clerk()), pause_for_papers("12/TB", &["map"], "")).done();
    story.when(counter(), pause_for_papers("12/TB", &["map"], "")).refused(Refusal::NotYourAgency);
    let again = story.when(by(clerk()), pause_for_papers("12/TB", &["map"], "")).done();
    again
        .when(by(clerk()), pause_for_papers("12/TB", &["map"], ""))
        .refused(in_stage(StageKind::PausedForApplicant));
}

#[test]
fn a_pause_for_a_fee_needs_an_amount_and_its_ground() {
    let story = given([accepted(), handed_over()]);
    story.when(by(clerk()), pause_for_fee("", 150_000, "Phí")).refused(Refusal::DocumentMissing);
    story.when(by(clerk()), pause_for_fee("13/TB", 0, "Phí")).refused(Refusal::AmountMissing);
    story.when(by(clerk()), pause_for_fee("13/TB", 150_000, "")).refused(Refusal::ReasonMissing);
    story.when(by(clerk()), pause_for_fee("13/TB", 150_000, "Phí")).becomes(StageKind::PausedForFee);
}

#[test]
fn what_was_left_goes_on_after_a_pause() {
    // Paused on Wednesday: Thursday, Friday and Monday are left.
    let paused = given([accepted()])
        .at("2026-03-04T08:00")
        .when(counter(), Command::HandOver(HandOver))
        .done()
        .at("2026-03-04T10:00")
        .when(by(clerk()), pause_for_papers("12/TB", &["map"], ""))
        .becomes(StageKind::PausedForApplicant);
    // Of the step's working day two hours have passed.
    let left =
        Left { limit: Some(Limit::WorkingDays(3)), step_minutes: 330, steps: Vec::new(), timers: Vec::new() };
    assert_eq!(paused.dossier.stage, Stage::PausedForApplicant { request: request(&["map"], ""), left });
    let resumed = paused.at("2026-03-12T15:00").when(by(clerk()), resume()).becomes(StageKind::Processing);
    assert_eq!(resumed.dossier.due(), Some(instant("2026-03-17T17:00")));
    assert_eq!(resumed.dossier.steps[0].due, instant("2026-03-13T11:00"));
    let clock = resumed.dossier.clock.unwrap();
    assert_eq!(clock.original, Some(instant(DUE)), "the receipt is not rewritten");
    let limit = Limit::WorkingDays(3);
    assert_eq!(clock.basis, Basis::Counted { from: instant("2026-03-12T15:00"), limit });
}

#[test]
fn a_completed_file_starts_the_clock_by_itself() {
    let story = given([accepted(), handed_over()])
        .at("2026-03-04T10:00")
        .when(by(clerk()), pause_for_papers("12/TB", &["map"], ""))
        .done()
        .at("2026-03-12T15:00");
    let attempt = story.when(applicant(), complete_with_paper("map"));
    assert!(matches!(
        attempt.facts()[..],
        [Fact::Completed { answer_by: None, .. }, Fact::Resumed { due: Some(_), .. }]
    ));
    let resumed = attempt.becomes(StageKind::Processing);
    assert_eq!(resumed.dossier.due(), Some(instant("2026-03-17T17:00")));
    story.when(account(STRANGER), complete_with_paper("map")).refused(Refusal::OnlyTheApplicant);
}

#[test]
fn a_pause_after_the_date_changes_nothing() {
    let paused = given([accepted(), handed_over()])
        .at("2026-03-11T10:00")
        .when(by(clerk()), pause_for_papers("12/TB", &["map"], ""))
        .done();
    let resumed = paused.at("2026-03-20T10:00").when(by(clerk()), resume()).done();
    assert_eq!(resumed.dossier.due(), Some(instant(DUE)));
}

#[test]
fn a_pause_on_the_last_day_leaves_the_day_of_resumption() {
    let paused = given([accepted(), handed_over()])
        .at("2026-03-09T10:00")
        .when(by(clerk()), pause_for_papers("12/TB", &["map"], ""))
        .done();
    let resumed = paused.at("2026-03-12T15:00").when(by(clerk()), resume()).done();
    assert_eq!(resumed.dossier.due(), Some(instant("2026-03-12T17:00")));
}

#[test]
fn the_counter_sees_a_fee_paid_but_does_not_judge_papers() {
    given([accepted(), handed_over(), paused_for_fee()])
        .when(counter(), resume())
        .becomes(StageKind::Processing);
    given([accepted(), handed_over(), paused_for_fee()])
        .when(by(clerk()), resume())
        .becomes(StageKind::Processing);
    given([accepted(), handed_over(), paused()]).when(counter(), resume()).refused(Refusal::NotYourAgency);
    given([accepted(), handed_over(), paused_for_fee()])
        .when(counter_elsewhere(), resume())
        .refused(Refusal::NotYourAgency);
    given([accepted(), handed_over(), paused_for_fee()])
        .when(applicant(), complete_with_paper("map"))
        .refused(in_stage(StageKind::PausedForFee));
    given([accepted(), handed_over()]).when(by(clerk()), resume()).refused(in_stage(StageKind::Processing));
}
