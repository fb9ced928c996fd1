//! Putting a slip right.

use super::drawn::drawn;
use super::*;
use crate::dossier::{Corrected, Particular, PartyPart, Private};

fn correct(what: Particular, to: &str) -> Command {
    Command::Correct(Correct {
        what,
        to: to.into(),
        reason: "Gõ nhầm".into(),
        proof: "Giấy khai sinh".into(),
    })
}

fn name(to: &str) -> Command {
    correct(Particular::Owner(PartyPart::Name), to)
}

fn number(to: &str) -> Command {
    correct(Particular::Owner(PartyPart::Identity), to)
}

#[test]
fn a_slip_is_put_right_and_what_stood_there_stays_in_the_record() {
    let story = given([]).when(counter(), name("Trần Thị Châu")).done();
    assert_eq!(story.dossier.parties.as_ref().unwrap().owner.name, "Trần Thị Châu");
    let event = &story.records.last().unwrap().event;
    assert_eq!(event.fact, Fact::Corrected { what: Particular::Owner(PartyPart::Name) });
    let corrected =
        Corrected {
            before: String::new(), after: "Trần Thị Châu".into(), proof: "Giấy khai sinh".into()
        };
    assert_eq!(event.private, Private { corrected: Some(corrected), ..Private::words("Gõ nhầm") });
    // Nothing personal is in the fact.
    assert!(!serde_json::to_string(&event.fact).unwrap().contains("Châu"));
}

#[test]
fn name_and_number_of_one_person_are_not_both_put_right() {
    let story = given([]).when(counter(), name("Trần Thị Châu")).done();
    story.when(counter(), number("099190000002")).refused(Refusal::NameAndNumber);
    // The same again is another slip of the same thing.
    let story = story.when(counter(), name("Trần Thị Chân")).done();
    let phone = correct(Particular::Owner(PartyPart::Phone), "0900000101");
    story.when(counter(), phone).done();
    let other = given([]).when(counter(), number("099190000002")).done();
    other.when(counter(), name("Trần Thị Châu")).refused(Refusal::NameAndNumber);
}

#[test]
fn it_makes_nobody_else_of_whom_it_is_about() {
    let story = given([]);
    // A business has ten digits, an old card nine.
    story.when(counter(), number("0101243150")).refused(Refusal::OtherPaper);
    story.when(counter(), number("099190000002")).done();
    // Where there is no number only the name says who it is.
    let mut filing = filing(Channel::Online);
    filing.parties = Parties::default();
    let unnumbered = filed_as(&filing, &applicant(), procedure()).unwrap();
    unnumbered.when(counter(), name("Trần Thị Châu")).refused(Refusal::NoNumber);
    unnumbered.when(counter(), number("099190000002")).refused(Refusal::NoNumber);
}

#[test]
fn it_needs_another_content_a_reason_and_what_shows_it() {
    let story = given([(counter(), name("Trần Thị Châu"))]);
    story.when(counter(), name("Trần Thị Châu")).refused(Refusal::NothingCorrected);
    story.when(counter(), name("")).refused(Refusal::NothingCorrected);
    let without = |reason: &str, proof: &str| {
        let what = Particular::Owner(PartyPart::Name);
        let (reason, proof) = (reason.to_string(), proof.to_string());
        Command::Correct(Correct { what, to: "Trần Thị Chân".into(), reason, proof })
    };
    story.when(counter(), without("", "Giấy khai sinh")).refused(Refusal::ReasonMissing);
    story.when(counter(), without("Gõ nhầm", "")).refused(Refusal::ProofMissing);
    let nobody = correct(Particular::Submitter(PartyPart::Phone), "0900000101");
    story.when(counter(), nobody).refused(Refusal::NoSuchParticular);
}

#[test]
fn who_received_it_or_handles_it_corrects_until_the_decision() {
    given([]).when(applicant(), name("Trần Thị Châu")).refused(only(Role::Counter));
    given([]).when(by(clerk()), name("Trần Thị Châu")).refused(Refusal::NotYourAgency);
    let story = given([accepted(), handed_over()]);
    story.when(by(clerk()), name("Trần Thị Châu")).done();
    story.when(counter(), name("Trần Thị Châu")).done();
    let decided = story_in(StageKind::ResultReady);
    decided.when(counter(), name("Trần Thị Châu")).refused(in_stage(StageKind::ResultReady));
}

#[test]
fn an_answer_the_process_has_gone_by_stays() {
    let area = || correct(Particular::Answer { question: "area-in-m2".into() }, "120");
    let mut filing = filing(Channel::Online);
    filing.answers.insert("area-in-m2".into(), "100".into());
    let story = filed_as(&filing, &applicant(), drawn()).unwrap();
    let before = story.when(counter(), area()).done();
    assert_eq!(before.dossier.answers["area-in-m2"], "120");
    let begun = after(before, [accepted(), handed_over()]);
    let again = correct(Particular::Answer { question: "area-in-m2".into() }, "130");
    begun.when(counter(), again).refused(Refusal::AnswerUsed);
    let open = Correct::open(&begun.dossier, &begun.procedure);
    assert!(open.iter().all(|(what, _)| !matches!(what, Particular::Answer { .. })), "{open:?}");
}
