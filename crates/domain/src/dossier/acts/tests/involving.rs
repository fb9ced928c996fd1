//! Who leads asks others to support or to follow.

use super::*;

fn involve(officer: Officer, how: Option<Involvement>) -> Command {
    Command::Involve(Involve { officer, how })
}

fn remark() -> Command {
    Command::Remark(Remark { words: "Nên xác minh thêm".into() })
}

/// The lawyer of another division supports the clerk of the registry.
fn supported() -> LedDossier {
    let story = given([accepted(), handed_over()]);
    assert!(!story.dossier.visible_to(&lawyer()), "nobody asked yet");
    story.when(by(clerk()), involve(lawyer(), Some(Involvement::Support))).done()
}

#[test]
fn whoever_supports_sees_the_dossier_and_writes_opinions_and_no_more() {
    let story = supported();
    assert!(story.dossier.visible_to(&lawyer()));
    let story = story.when(by(lawyer()), remark()).becomes(StageKind::Processing);
    assert_eq!(story.records.last().unwrap().event.private.words, "Nên xác minh thêm");
    story.when(by(lawyer()), finish_step()).refused(Refusal::NotYourUnit);
    let others = involve(second_clerk(), Some(Involvement::Follow));
    story.when(by(lawyer()), others).refused(Refusal::NotYourUnit);
    let empty = Command::Remark(Remark { words: String::new() });
    story.when(by(lawyer()), empty).refused(Refusal::OpinionMissing);
}

#[test]
fn whoever_follows_sees_it_only() {
    let story = given([accepted(), handed_over()]);
    let story = story.when(by(clerk()), involve(lawyer(), Some(Involvement::Follow))).done();
    assert!(story.dossier.visible_to(&lawyer()));
    story.when(by(lawyer()), remark()).refused(Refusal::NotYourUnit);
    // Asked for something else, that counts.
    let supports = story.when(by(clerk()), involve(lawyer(), Some(Involvement::Support))).done();
    supports.when(by(lawyer()), remark()).becomes(StageKind::Processing);
    assert_eq!(supports.dossier.involved.len(), 1);
}

#[test]
fn it_ends_by_who_asked_or_who_was_asked() {
    for actor in [by(clerk()), by(lawyer())] {
        let story = supported().when(actor, involve(lawyer(), None)).done();
        assert!(!story.dossier.visible_to(&lawyer()));
        story.when(by(clerk()), involve(lawyer(), None)).refused(Refusal::NotInvolved);
    }
}

#[test]
fn only_colleagues_who_handle_are_asked_and_only_while_it_is_handled() {
    let story = given([accepted(), handed_over()]);
    let elsewhere = officer(77, ELSEWHERE, "registry", Role::Officer);
    story.when(by(clerk()), involve(elsewhere, Some(Involvement::Follow))).refused(Refusal::CannotBeInvolved);
    let keeper = administrator();
    story.when(by(clerk()), involve(keeper, Some(Involvement::Follow))).refused(Refusal::CannotBeInvolved);
    given([accepted()])
        .when(by(clerk()), involve(lawyer(), Some(Involvement::Follow)))
        .refused(Refusal::WrongStage { stage: StageKind::Accepted });
}
