//! Handing over, the steps, whose work they are.

use super::*;
use crate::dossier::ResultMedium;
use crate::procedure::ResultPaper;

#[test]
fn handing_over_starts_the_first_step() {
    let story =
        given([accepted()]).when(counter(), Command::HandOver(HandOver)).becomes(StageKind::Processing);
    let step = story.dossier.steps[0].clone();
    assert_eq!((step.id.as_str(), step.unit), ("check", unit("registry")));
    assert_eq!(step.due, instant("2026-03-03T09:00"), "eight hours of a process are a working day");
    assert!(story.dossier.units.contains(&unit("registry")));
}

#[test]
fn only_the_receiving_counter_hands_over() {
    let story = given([accepted()]);
    story.when(by(clerk()), Command::HandOver(HandOver)).refused(Refusal::NotYourAgency);
    story.when(by(administrator()), Command::HandOver(HandOver)).refused(only(Role::Counter));
    given([]).when(counter(), Command::HandOver(HandOver)).refused(in_stage(StageKind::Submitted));
}

#[test]
fn a_finished_step_moves_to_the_next_division_and_ends_the_assignment() {
    let story = given([accepted(), handed_over(), taken_by_clerk()]);
    assert_eq!(story.dossier.steps[0].assignee, Some(clerk().account));
    let attempt = story.when(by(clerk()), finish_step());
    assert!(attempt.facts().contains(&Fact::HandedOver { from: Some(unit("registry")), to: unit("legal") }));
    let story = attempt.becomes(StageKind::Processing);
    assert_eq!(story.dossier.steps[0].unit, unit("legal"));
    assert_eq!(story.dossier.steps[0].assignee, None);
    assert_eq!(story.dossier.steps_done.len(), 1);
}

#[test]
fn a_step_in_the_same_division_is_not_handed_over() {
    let attempt = given([accepted(), handed_over(), checked()]).when(by(legal_head()), finish_step());
    let moved = attempt.facts().iter().any(|fact| matches!(fact, Fact::HandedOver { .. }));
    assert!(!moved);
    assert_eq!(attempt.done().dossier.steps[0].id, "sign");
}

#[test]
fn a_step_is_done_by_its_own_division_in_its_own_role() {
    let story = given([accepted(), handed_over()]);
    story.when(by(lawyer()), finish_step()).refused(Refusal::NotYourUnit);
    story.when(by(registry_head()), finish_step()).refused(only(Role::Officer));
    story.when(clerk_elsewhere(), finish_step()).refused(Refusal::NotYourAgency);
    story.when(counter(), finish_step()).refused(Refusal::NotYourAgency);
    story.when(applicant(), finish_step()).refused(only(Role::Officer));
    story.when(by(clerk()), finish_step()).becomes(StageKind::Processing);
}

#[test]
fn the_last_step_is_decided_not_finished() {
    let story = given([accepted(), handed_over(), checked(), reviewed()]);
    story.when(by(director()), finish_step()).refused(Refusal::LastStepDecides);
    let granted = || decide_as(Outcome::Granted, "", Some(file_fact()));
    given([accepted(), handed_over()]).when(by(clerk()), granted()).refused(Refusal::NotTheLastStep);
    let decided =
        story.at("2026-03-06T10:00").when(by(director()), granted()).becomes(StageKind::ResultReady);
    assert_eq!(decided.dossier.steps_done.len(), 3);
    assert_eq!(decided.dossier.outcome, Some(Outcome::Granted));
    assert_eq!(decided.dossier.finished_at, Some(instant("2026-03-06T10:00")));
    assert_eq!(decided.dossier.steps, []);
}

#[test]
fn a_denial_needs_a_reason() {
    let story = given([accepted(), handed_over(), checked(), reviewed()]);
    // All that is missing is told at once.
    let bare = Decide { document: String::new(), ..decide_command(Outcome::Denied, "", None) };
    story.when(by(director()), Command::Decide(bare)).refused(Refusal::Several(vec![
        Refusal::ReasonMissing,
        Refusal::DocumentMissing,
        Refusal::DenialFileMissing,
    ]));
    story
        .when(by(director()), decide_as(Outcome::Denied, "Chưa đủ điều kiện", None))
        .refused(Refusal::DenialFileMissing);
    let unnumbered = Command::Decide(Decide {
        document: String::new(),
        ..decide_command(Outcome::Denied, "Chưa đủ điều kiện", Some(file_fact()))
    });
    story.when(by(director()), unnumbered).refused(Refusal::DocumentMissing);
    let denied =
        story.when(by(director()), decide_as(Outcome::Denied, "Chưa đủ điều kiện", Some(file_fact())));
    assert_eq!(denied.becomes(StageKind::ResultReady).dossier.outcome, Some(Outcome::Denied));
}

#[test]
fn the_head_of_the_agency_decides_above_its_divisions() {
    let story = given([accepted(), handed_over(), checked(), reviewed()]);
    let granted = || decide_as(Outcome::Granted, "", None);
    story.when(by(legal_head()), granted()).refused(only(Role::AgencyHead));
    story.when(director_elsewhere(), granted()).refused(Refusal::NotYourAgency);
    story.when(by(centre_head()), granted()).refused(Refusal::NotYourAgency);
}

// Assigning.

#[test]
fn an_officer_takes_a_free_step_and_a_colleague_keeps_off() {
    let story = given([accepted(), handed_over()]).when(by(clerk()), assign(clerk())).done();
    story.when(by(second_clerk()), finish_step()).refused(Refusal::TakenByColleague);
    story.when(by(second_clerk()), assign(second_clerk())).refused(Refusal::TakenByColleague);
    story.when(by(clerk()), finish_step()).becomes(StageKind::Processing);
}

#[test]
fn an_officer_gives_work_to_nobody_but_a_head_does() {
    let story = given([accepted(), handed_over()]);
    story.when(by(clerk()), assign(second_clerk())).refused(only(Role::DivisionHead));
    let given_away = story.when(by(registry_head()), assign(second_clerk())).done();
    assert_eq!(given_away.dossier.steps[0].assignee, Some(second_clerk().account));
    let given_again = given_away.when(by(director()), assign(clerk())).done();
    assert_eq!(given_again.dossier.steps[0].assignee, Some(clerk().account));
    // What a page asks before it offers the act answers as for the step itself.
    story.when(by(legal_head()), assign(clerk())).refused(only(Role::Officer));
}

#[test]
fn a_step_is_given_back_by_whoever_has_it_or_a_head() {
    let free = given([accepted(), handed_over()]);
    let release = || Command::Release(Release { token: None });
    free.when(by(clerk()), release()).refused(Refusal::NobodyHasIt);
    let taken = free.when(by(clerk()), assign(clerk())).done();
    taken.when(by(second_clerk()), release()).refused(only(Role::DivisionHead));
    taken.when(by(legal_head()), release()).refused(Refusal::NotYourUnit);
    for actor in [by(clerk()), by(registry_head()), by(director())] {
        let given_back = taken.when(actor, release()).done();
        assert_eq!(given_back.dossier.steps[0].assignee, None);
        given_back.when(by(second_clerk()), assign(second_clerk())).becomes(StageKind::Processing);
    }
}

#[test]
fn work_goes_only_to_somebody_who_can_do_it() {
    let story = given([accepted(), handed_over()]);
    story.when(by(registry_head()), assign(lawyer())).refused(Refusal::CannotBeAssigned);
    story.when(by(registry_head()), assign(registry_head())).refused(Refusal::CannotBeAssigned);
    let elsewhere = officer(42, ELSEWHERE, "registry", Role::Officer);
    story.when(by(director()), assign(elsewhere)).refused(Refusal::CannotBeAssigned);
    given([accepted()]).when(by(clerk()), assign(clerk())).refused(in_stage(StageKind::Accepted));
}

#[test]
fn a_step_is_sent_back_with_a_reason_to_who_did_it() {
    let story = given([accepted(), handed_over(), checked(), reviewed()]);
    let back = |to, reason| story.when(by(director()), send_back(to, reason));
    back("check", "").refused(Refusal::ReasonMissing);
    back("sign", "Thiếu căn cứ").refused(Refusal::NoStepBack);
    back("unheard-of", "Thiếu căn cứ").refused(Refusal::NoStepBack);
    let story = back("check", "Thiếu căn cứ").becomes(StageKind::Processing);
    let step = &story.dossier.steps[0];
    assert_eq!((step.id.as_str(), step.assignee), ("check", Some(clerk().account)));
    assert_eq!(story.dossier.steps_finished(), 0, "what came after it is undone too");
    assert!(story.dossier.steps_done.iter().all(|done| done.undone));
    // It goes on as before, and a step that was never done is nowhere to go back to.
    story.when(by(clerk()), send_back("check", "Lạc bước")).refused(Refusal::NoStepBack);
    let again = story.when(by(clerk()), finish_step()).done();
    assert_eq!((again.dossier.steps[0].id.as_str(), again.dossier.steps_finished()), ("review", 1));
}

#[test]
fn a_substitute_acts_in_the_place_of_an_absent_colleague_and_the_record_says_so() {
    let substitute = Officer { stands_for: Some(clerk().account), account: lawyer().account, ..clerk() };
    let story = given([accepted(), handed_over(), taken_by_clerk()]);
    story.when(by(lawyer()), finish_step()).refused(Refusal::NotYourUnit);
    let story = story.when(by(substitute), finish_step()).done();
    let done = &story.dossier.steps_done[0];
    assert_eq!((done.by, done.stands_for), (Some(lawyer().account), Some(clerk().account)));
    let told =
        story.records.iter().rev().find(|record| matches!(record.event.fact, Fact::StepFinished { .. }));
    assert_eq!(told.unwrap().by.stands_for, Some(clerk().account));
    // Sent back, it is again with whom it was.
    let story = story.when(by(legal_head()), send_back("check", "Thiếu căn cứ")).done();
    assert_eq!(story.dossier.steps[0].assignee, Some(clerk().account));
}

#[test]
fn what_is_late_says_why_once() {
    let story = given([accepted(), handed_over()]);
    let due = story.dossier.steps[0].due;
    let finish = |late| Command::FinishStep(FinishStep { late, ..FinishStep::default() });
    let in_time =
        LedDossier { now: due, ..story.clone() }.when(by(clerk()), finish(Some(LateCause::Workload))).done();
    assert_eq!(in_time.dossier.steps_done[0].late, None, "what is in time has no cause");
    let late = LedDossier { now: due.plus_minutes(1), ..story };
    late.when(by(clerk()), finish(None)).refused(Refusal::LateCauseMissing);
    late.when(by(clerk()), finish(Some(LateCause::Other))).refused(Refusal::ReasonMissing);
    let late = late.when(by(clerk()), finish(Some(LateCause::OtherAgency))).done();
    assert_eq!(late.dossier.steps_done[0].late, Some(LateCause::OtherAgency));
}

#[test]
fn a_result_is_recorded_as_it_was_issued_and_never_as_it_cannot_be() {
    let mut story = given([accepted(), handed_over(), checked(), reviewed()]);
    let result = |code: &str| ResultPaper { code: code.into(), name: Text::default() };
    story.procedure.results = vec![result("KQ.G15.000031"), result("KQ.G15.000032")];
    let issued = |story: &LedDossier, outcome, issued: &IssuedResult| {
        let decide = decide_command(outcome, "Chưa đủ điều kiện", Some(file_fact()));
        let decide = Command::Decide(Decide { issued: issued.clone(), ..decide });
        story.when(by(director()), decide).done().dossier.issued
    };
    let whole = IssuedResult {
        date: Some(Date::constant(2026, 3, 2)),
        code: Some("KQ.G15.000032".into()),
        medium: Some(ResultMedium::Both),
        in_part: true,
        on_the_spot: true,
    };
    assert_eq!(issued(&story, Outcome::Granted, &whole), whole);
    // Nothing is granted in part that is denied.
    assert!(!issued(&story, Outcome::Denied, &whole).in_part);
    for day in [Date::constant(2026, 3, 1), Date::constant(2026, 3, 3)] {
        let never =
            IssuedResult { date: Some(day), code: Some("KQ.G15.9".into()), ..IssuedResult::default() };
        assert_eq!(issued(&story, Outcome::Granted, &never), IssuedResult::default(), "{day}");
    }
    // The only result a procedure has need not be named.
    story.procedure.results.truncate(1);
    let only = issued(&story, Outcome::Granted, &IssuedResult::default());
    assert_eq!(only.code.as_deref(), Some("KQ.G15.000031"));
    assert_eq!(issued(&story, Outcome::Denied, &IssuedResult::default()).code, None);
}
