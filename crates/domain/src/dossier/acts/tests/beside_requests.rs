//! Contacts beside the requests, databases that were asked, and why each paper is asked for.

use super::*;
use crate::dossier::{ContactMade, PaperReason, PaperSource};

#[test]
fn whoever_has_it_notes_a_contact_and_nothing_else_changes() {
    let story = given([accepted(), handed_over()]);
    for stranger in [applicant(), counter_elsewhere(), clerk_elsewhere()] {
        assert!(NoteContact::allowed(&story.dossier, &stranger, &story.procedure.process).is_err());
    }
    story.when(by(clerk()), phone("")).refused(Refusal::ReasonMissing);
    let noted = story.when(by(clerk()), phone("Hỏi lại diện tích trong đơn")).done();
    let expected = ContactMade {
        at: noted.now,
        agency: Some(clerk().agency),
        by: Some(clerk().account),
        means: ContactMeans::Telephone,
        reason_code: Some(ReasonCode::ToExplain),
        words: "Hỏi lại diện tích trong đơn".into(),
    };
    assert_eq!(noted.dossier.contacts, [expected]);
    assert_eq!(noted.stage(), story.stage());
    assert_eq!((noted.dossier.due(), noted.dossier.completion_rounds), (story.dossier.due(), 0));
    // What is through is not talked about any more; before it is handed over and while it waits, the counter has it.
    let closed = story_in(StageKind::Returned);
    closed.when(counter(), phone("x")).refused(in_stage(StageKind::Returned));
    for stage in [StageKind::Submitted, StageKind::AwaitingCompletion, StageKind::ResultReady] {
        story_in(stage).when(counter(), phone("Đã gọi")).done();
    }
}

#[test]
fn a_contact_is_about_what_the_law_offers() {
    let contact = |code| {
        let (means, words) = (ContactMeans::Letter, "Thư số 5".into());
        let act = Command::NoteContact(NoteContact { means, reason_code: code, words });
        given([accepted(), handed_over()]).when(by(clerk()), act).done().dossier.contacts[0].reason_code
    };
    assert_eq!(contact(Some(ReasonCode::Expired)), Some(ReasonCode::Expired));
    assert_eq!(contact(Some(ReasonCode::TakesTooLong)), None);
}

#[test]
fn what_a_database_has_stands_in_for_a_paper() {
    let story = given([accepted(), handed_over()]);
    let before = story.dossier.papers.len();
    let found = story.when(by(clerk()), look_up(true, "map")).done();
    let paper = found.dossier.papers.last().unwrap();
    assert_eq!(found.dossier.papers.len(), before + 1);
    assert_eq!((paper.paper.as_str(), paper.source), ("map", Some(PaperSource::Fetched)));
    assert_eq!((paper.result.as_str(), paper.originals, paper.copies), ("KQ.G15.000031", 0, 0));
    assert_eq!(paper.code, found.procedure.paper("map").unwrap().code);
    // What was not found, and what the procedure does not ask for, stands in for nothing, and was looked up all the same.
    for (is_found, id) in [(false, "map"), (true, ""), (true, "unheard of")] {
        let asked = story.when(by(clerk()), look_up(is_found, id)).done();
        assert_eq!(asked.dossier.papers.len(), before, "{id}");
        let looked_up = &asked.dossier.looked_up[0];
        assert_eq!((looked_up.database, looked_up.found), (StateDatabase::Land, is_found));
    }
    let ready = story_in(StageKind::ResultReady);
    ready.when(counter(), look_up(true, "map")).refused(in_stage(StageKind::ResultReady));
    story.when(applicant(), look_up(true, "map")).refused(Refusal::NotYourRole { role: Role::Officer });
}

#[test]
fn each_paper_says_why_it_is_asked_for_where_that_is_another_reason() {
    let of = |paper: &str, code| PaperReason { paper: paper.into(), code };
    let reasons = vec![
        of("map", ReasonCode::Expired),
        // Not offered, not asked for, and the same as of the rest.
        of("map", ReasonCode::TakesTooLong),
        of("plan", ReasonCode::Unreadable),
        of("application", ReasonCode::Missing),
    ];
    let request = Request { reasons, ..request(&["map", "application"], "") };
    let document = String::new();
    let ask = Command::AskCompletion(AskCompletion { request, document });
    let asked = online().when(counter(), ask).done();
    let request = &asked.dossier.requests[0].request;
    assert_eq!(request.reasons, [of("map", ReasonCode::Expired)]);
    assert_eq!(request.reason_of("map"), Some(ReasonCode::Expired));
    assert_eq!(request.reason_of("application"), Some(ReasonCode::Missing));
}
