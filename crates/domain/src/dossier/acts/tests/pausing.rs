//! Pausing and resuming.

use super::*;

#[test]
fn a_pause_needs_a_document_and_a_request() {
    let story = given([accepted(), handed_over()]);
    story.when(by(clerk()), pause_for_papers("", &["map"], "")).refused(Refusal::DocumentMissing);
    story.when(by(clerk()), pause_for_papers("12/TB", &[], "")).refused(Refusal::NothingAsked);
    let both = Refusal::Several(vec![Refusal::DocumentMissing, Refusal::NothingAsked]);
    story.when(by(clerk()), pause_for_papers("", &[], "")).refused(both);
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
    let left = Left {
        limit: Some(Limit::WorkingDays(3)),
        step_minutes: 0,
        steps: vec![StepMinutes { token: 1, minutes: 330 }],
        timers: Vec::new(),
    };
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
fn days_off_the_end_moved_past_are_not_owed_after_a_pause() {
    let in_calendar_days = || {
        let mut story = given([]);
        for method in &mut story.procedure.methods {
            method.limit = Limit::CalendarDays(10);
        }
        let story = story.at("2026-02-05T09:00").when(counter(), Command::Accept(Accept::default())).done();
        assert_eq!(story.dossier.due(), Some(instant("2026-02-23T17:00")));
        story.when(counter(), Command::HandOver(HandOver)).done()
    };
    let pause = || pause_for_papers("12/TB", &["map"], "");
    let paused = in_calendar_days().at("2026-02-10T09:00").when(by(clerk()), pause()).done();
    let Stage::PausedForApplicant { left, .. } = &paused.dossier.stage else { panic!("it is paused") };
    assert_eq!(left.limit, Some(Limit::CalendarDays(5)));
    let resumed = paused.clone().at("2026-02-24T09:00").when(by(clerk()), resume()).done();
    assert_eq!(resumed.dossier.due(), Some(instant("2026-03-02T17:00")));
    // Counted anew it is the same, and a changed calendar is counted from the nominal end too: 1/3, then past 2/3.
    resumed.when(Actor::System, recalculate()).refused(Refusal::SameDate);
    let moved = resumed.clone().with_day_off("2026-03-02").when(Actor::System, recalculate()).done();
    assert_eq!(moved.dossier.due(), Some(instant("2026-03-03T17:00")));
    // The next pause owes what is left to the nominal end, whatever the calendar made of the date.
    let again = moved.at("2026-02-26T09:00").when(by(clerk()), pause()).done();
    let again = again.at("2026-03-10T09:00").when(by(clerk()), resume()).done();
    assert_eq!(again.dossier.due(), Some(instant("2026-03-13T17:00")));
}

#[test]
fn what_was_paused_before_keeps_the_remainder_it_stored() {
    let mut story = given([]);
    for method in &mut story.procedure.methods {
        method.limit = Limit::CalendarDays(10);
    }
    let story = story.at("2026-02-05T09:00").when(counter(), Command::Accept(Accept::default())).done();
    let story = story.when(counter(), Command::HandOver(HandOver)).done();
    let mut paused =
        story.at("2026-02-10T09:00").when(by(clerk()), pause_for_papers("12/TB", &["map"], "")).done();
    match &mut paused.records.iter_mut().last().unwrap().event.fact {
        Fact::PausedForApplicant { left, .. } => left.limit = Some(Limit::CalendarDays(13)),
        other => panic!("{other:?}"),
    }
    paused.dossier = replay(DossierId(1), &paused.records).unwrap();
    let resumed = paused.at("2026-02-24T09:00").when(by(clerk()), resume()).done();
    assert_eq!(resumed.dossier.due(), Some(instant("2026-03-09T17:00")));
}

#[test]
fn papers_are_never_asked_for_by_a_day_off_or_a_day_gone_by() {
    let by_day = |day: &str| Request { by: Some(date(day)), ..request(&["map"], "") };
    let pause = |day: &str| {
        let cause = PauseFor::Applicant { request: by_day(day) };
        Command::Pause(Pause { cause, document: "12/TB".into() })
    };
    let ask =
        |day: &str| Command::AskCompletion(AskCompletion { request: by_day(day), document: String::new() });
    let off = |day: &str, next: &str| Refusal::CompletionDateOff { day: date(day), next: date(next) };
    let running = given([accepted(), handed_over()]);
    running.when(by(clerk()), pause("2026-03-15")).refused(off("2026-03-15", "2026-03-16"));
    given([]).when(counter(), ask("2026-04-26")).refused(off("2026-04-26", "2026-04-28"));
    given([]).when(counter(), ask("2026-03-01")).refused(Refusal::CompletionDatePast);
    given([]).when(counter(), ask("2026-03-16")).done();
    running.when(by(clerk()), pause("2026-03-16")).done();
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
