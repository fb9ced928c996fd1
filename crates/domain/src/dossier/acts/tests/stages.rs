//! What every stage keeps to, and the record that gives it.

use super::*;

#[test]
fn every_stage_has_its_national_code() {
    let codes: Vec<(StageKind, u8)> =
        StageKind::ALL.into_iter().map(|kind| (story_in(kind).stage(), kind.national_code())).collect();
    assert_eq!(
        codes,
        [
            (StageKind::Submitted, 1),
            (StageKind::AwaitingCompletion, 5),
            (StageKind::Accepted, 2),
            (StageKind::Processing, 4),
            (StageKind::PausedForApplicant, 5),
            (StageKind::PausedForFee, 6),
            (StageKind::Refused, 3),
            (StageKind::Withdrawn, 7),
            (StageKind::Stopped, 8),
            (StageKind::ResultReady, 9),
            (StageKind::Returned, 10),
        ]
    );
}

#[test]
fn only_four_stages_are_closed() {
    let closed: Vec<StageKind> = StageKind::ALL.into_iter().filter(|kind| kind.closed()).collect();
    assert_eq!(closed, [StageKind::Refused, StageKind::Withdrawn, StageKind::Stopped, StageKind::Returned]);
}

#[test]
fn a_key_of_a_stage_reads_back() {
    for kind in StageKind::ALL {
        assert_eq!(StageKind::parse(kind.key()), Some(kind));
    }
}

#[test]
fn nothing_anybody_does_opens_a_closed_dossier_again() {
    for stage in StageKind::ALL.into_iter().filter(|stage| stage.closed()) {
        let story = story_in(stage);
        for actor in everybody() {
            for command in every_command() {
                let attempt = story.when(actor.clone(), command.clone());
                if attempt.answer.is_ok() {
                    panic!("{actor:?} could still do {command:?} to a dossier that is {stage:?}");
                }
            }
        }
    }
}

#[test]
fn joining_an_account_to_a_closed_dossier_leaves_it_closed() {
    let closed = given_at_the_counter([(counter(), refuse("Không thuộc thẩm quyền"))]);
    let joined = closed.when(counter(), join(APPLICANT)).becomes(StageKind::Refused);
    assert_eq!(joined.dossier.account, Some(APPLICANT));
}

#[test]
fn replaying_the_record_gives_the_same_dossier() {
    for stage in StageKind::ALL {
        let story = story_in(stage);
        assert_eq!(replay(DossierId(1), &story.records), Some(story.dossier), "{stage:?}");
    }
}

#[test]
fn a_record_that_does_not_begin_with_the_filing_is_no_dossier() {
    let story = given([accepted()]);
    assert_eq!(replay(DossierId(1), &story.records[1..]), None);
    assert_eq!(replay(DossierId(1), &[]), None);
}
