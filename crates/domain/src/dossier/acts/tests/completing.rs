//! Asking for completion, completing, refusing.

use super::*;

#[test]
fn asking_for_completion_names_what_is_missing() {
    let story = given([]);
    story.when(counter(), ask(&[], "")).refused(Refusal::NothingAsked);
    story.when(counter_elsewhere(), ask(&["map"], "")).refused(Refusal::NotYourAgency);
    let asked = story.when(counter(), ask(&["map"], "Bản mờ")).becomes(StageKind::AwaitingCompletion);
    assert_eq!(asked.dossier.asked().unwrap().words, "Bản mờ");
    assert_eq!(asked.dossier.completion_rounds, 1);
}

#[test]
fn a_completed_file_is_answered_within_eight_hours_anew() {
    let story = given([asked_to_complete()])
        .at("2026-03-04T09:30")
        .when(applicant(), complete_with_paper("map"))
        .becomes(StageKind::Submitted);
    let answer_by_is =
        |by| matches!(story.dossier.stage, Stage::Submitted { answer_by, .. } if answer_by == by);
    assert!(answer_by_is(instant("2026-03-05T10:00")));
    assert_eq!(story.dossier.papers.len(), 2);
}

#[test]
fn a_completion_brings_something() {
    let story = given([asked_to_complete()]);
    story.when(applicant(), complete("")).refused(Refusal::NothingGiven);
    story.when(applicant(), complete("Tôi không có bản đồ")).becomes(StageKind::Submitted);
    story.when(account(STRANGER), complete("Tôi")).refused(Refusal::OnlyTheApplicant);
    story.when(counter_elsewhere(), complete("Tôi")).refused(Refusal::NotYourAgency);
    story.when(counter(), complete("Nộp tại quầy")).becomes(StageKind::Submitted);
    given([]).when(applicant(), complete("Thêm")).refused(in_stage(StageKind::Submitted));
}

#[test]
fn refusing_reception_needs_a_reason() {
    let story = given([]);
    story.when(counter(), refuse("")).refused(Refusal::ReasonMissing);
    story.when(by(director()), refuse("Không")).refused(Refusal::NotYourAgency);
    story.when(counter(), refuse("Không thuộc thẩm quyền")).becomes(StageKind::Refused);
    given([asked_to_complete()]).when(counter(), refuse("Quá hạn")).becomes(StageKind::Refused);
    given([accepted()]).when(counter(), refuse("Muộn")).refused(in_stage(StageKind::Accepted));
}
