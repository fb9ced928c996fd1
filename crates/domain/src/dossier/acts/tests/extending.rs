//! Moving the date, with an apology.

use super::*;

fn late(attempt: &Attempt) -> bool {
    match attempt.facts()[..] {
        [Fact::Extended { late, .. }] => late,
        ref other => panic!("{other:?}"),
    }
}

#[test]
fn an_apology_is_in_time_the_day_before_and_late_on_the_day() {
    let story = due_on_a_tuesday();
    let the_day_before = story.clone().at("2026-03-09T16:59").when(by(director()), extend_to("2026-03-12"));
    assert!(!late(&the_day_before));
    let on_the_day = story.at("2026-03-10T07:30").when(by(director()), extend_to("2026-03-12"));
    assert!(late(&on_the_day));
    assert_eq!(on_the_day.done().dossier.due(), Some(instant("2026-03-12T17:00")));
}

#[test]
fn the_date_moves_once() {
    let story = due_on_a_tuesday().when(by(director()), extend_to("2026-03-12")).done();
    let clock = story.dossier.clock.clone().unwrap();
    assert_eq!((clock.current, clock.basis), (Some(instant("2026-03-12T17:00")), Basis::Set));
    assert_eq!(clock.original, Some(instant("2026-03-10T17:00")));
    story.when(by(director()), extend_to("2026-03-20")).refused(Refusal::AlreadyExtended { times: 1 });
}

#[test]
fn only_the_head_of_the_agency_apologises() {
    let story = due_on_a_tuesday();
    let extend = || extend_to("2026-03-12");
    story.when(by(legal_head()), extend()).refused(only(Role::AgencyHead));
    story.when(by(clerk()), extend()).refused(only(Role::AgencyHead));
    story.when(by(centre_head()), extend()).refused(Refusal::NotYourAgency);
    story.when(applicant(), extend()).refused(only(Role::AgencyHead));
}

#[test]
fn the_new_date_is_later_and_on_a_working_day() {
    let story = due_on_a_tuesday();
    let current = instant("2026-03-10T17:00");
    story.when(by(director()), extend_to("2026-03-10")).refused(Refusal::DateNotLater { current });
    story.when(by(director()), extend_to("2026-03-09")).refused(Refusal::DateNotLater { current });
    story.when(by(director()), extend_to("2026-03-15")).refused(Refusal::DateNotWorking);
    story.when(by(director()), extend_to("2026-04-30")).refused(Refusal::DateNotWorking);
    // Long overdue: the new date lies in the future too.
    let overdue = story.at("2026-03-20T18:00");
    let current = instant("2026-03-20T18:00");
    overdue.when(by(director()), extend_to("2026-03-20")).refused(Refusal::DateNotLater { current });
}

#[test]
fn an_apology_gives_its_reason_and_needs_a_date_to_move() {
    let mute =
        Command::Extend(Extend { to: date("2026-03-12"), document: "3/PXL".into(), reason: String::new() });
    due_on_a_tuesday().when(by(director()), mute).refused(Refusal::ReasonMissing);
    let undated = in_words(given([])).when(counter(), Command::Accept(Accept::default())).done();
    undated.when(by(director()), extend_to("2026-03-12")).refused(Refusal::NoDueDate);
    given([]).when(by(director()), extend_to("2026-03-12")).refused(in_stage(StageKind::Submitted));
    story_in(StageKind::PausedForApplicant)
        .when(by(director()), extend_to("2026-03-12"))
        .refused(in_stage(StageKind::PausedForApplicant));
}
