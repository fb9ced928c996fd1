//! Putting a slip right.

use super::drawn::drawn;
use super::linked::{linked_filing, opened};
use super::*;
use crate::dossier::IdentityPaper;
use crate::dossier::{Corrected, Identity, IdentityKind, Particular, Party, PartyPart, Private, react};

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
    assert_eq!(event.fact, Fact::Corrected { what: Particular::Owner(PartyPart::Name), document: None });
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
    let standing = Correct::standing(&begun.dossier, &counter(), &begun.procedure);
    let answer = standing.iter().find(|standing| matches!(standing.what, Particular::Answer { .. })).unwrap();
    assert_eq!((answer.now.as_str(), &answer.open), ("120", &Err(Refusal::AnswerUsed)));
}

fn paper(to: &str) -> Command {
    correct(Particular::Owner(PartyPart::Paper), to)
}

/// Filed by somebody with such a number.
fn of(number: &str, kind: Option<IdentityKind>, country: &str) -> LedDossier {
    let identity = Identity::read(number, kind, country).unwrap();
    let owner = Party { name: "Trần Thị Chau".into(), identity, ..Party::default() };
    let parties = Parties { owner, ..Parties::default() };
    let filing = FileDossier { parties, ..filing(Channel::Online) };
    filed_as(&filing, &applicant(), procedure()).unwrap()
}

#[test]
fn kind_and_country_of_a_paper_are_put_right_and_the_number_stays() {
    let story = of("123456789", None, "");
    let passport = story.when(counter(), paper("passport GB")).done();
    let owner = |story: &LedDossier| story.dossier.parties.as_ref().unwrap().owner.identity.clone();
    assert_eq!(owner(&passport), Identity::read("123456789", Some(IdentityKind::Passport), "GB").unwrap());
    let corrected = passport.records.last().unwrap().event.private.corrected.clone().unwrap();
    assert_eq!((corrected.before.as_str(), corrected.after.as_str()), ("old-card", "passport GB"));
    // Reports count by the paper as it was put right, without reading anybody's data.
    let british = IdentityPaper { kind: IdentityKind::Passport, country: "GB".into() };
    assert_eq!(passport.dossier.filed.document, Some(british));
    // The wrong country; and back again, as it would have been stored at once.
    let other = passport.when(counter(), paper("passport US")).done();
    assert_eq!(owner(&other).country, "US");
    assert_eq!(owner(&other.when(counter(), paper("old-card")).done()), "123456789".into());
    // What says the same of the number is no correction.
    story.when(counter(), paper("old-card")).refused(Refusal::NothingCorrected);
    // A number goes on being read as one of its paper.
    passport.when(counter(), number("C1234567")).done();
    passport.when(counter(), number("12")).refused(Refusal::OtherPaper);
    story.when(counter(), number("C1234567")).refused(Refusal::OtherPaper);
}

#[test]
fn a_number_is_of_no_paper_it_cannot_be_of() {
    let story = of("123456789", None, "");
    for written in ["citizen", "passport", "passport XX", "shoe", "business"] {
        story.when(counter(), paper(written)).refused(Refusal::OtherPaper);
    }
    let business = of("0101243150", None, "");
    business.when(counter(), paper("passport GB")).refused(Refusal::PersonOrOrganisation);
    let passport = of("0101243150", Some(IdentityKind::Passport), "GB");
    passport.when(counter(), paper("business")).refused(Refusal::PersonOrOrganisation);
    // Name and paper together would make it somebody else, as name and number do.
    let named = story.when(counter(), name("Trần Thị Châu")).done();
    named.when(counter(), paper("passport GB")).refused(Refusal::NameAndNumber);
    let told = story.when(counter(), paper("passport GB")).done();
    told.when(counter(), name("Trần Thị Châu")).refused(Refusal::NameAndNumber);
    told.when(counter(), number("123456780")).done();
    let standing = Correct::standing(&told.dossier, &counter(), &told.procedure);
    let closed = standing.iter().filter(|standing| standing.open.is_err());
    assert_eq!(closed.map(|closed| &closed.what).collect::<Vec<_>>(), [&Particular::Owner(PartyPart::Name)]);
}

#[test]
fn after_the_decision_everything_is_closed_and_says_why() {
    let decided = story_in(StageKind::ResultReady);
    let standing = Correct::standing(&decided.dossier, &counter(), &decided.procedure);
    assert!(!standing.is_empty());
    for standing in standing {
        assert_eq!(standing.open, Err(in_stage(StageKind::ResultReady)), "{:?}", standing.what);
    }
}

/// A dossier another agency was asked in, about somebody of this name and number.
fn linked(name: &str) -> LedDossier {
    let owner = Party { name: name.into(), identity: "099190000001".into(), ..Party::default() };
    let parties = Parties { owner, ..Parties::default() };
    opened(&FileDossier { parties, ..linked_filing() })
}

#[test]
fn each_agency_corrects_its_own_record() {
    let story = linked("Trần Thị Chau");
    let corrected = story.when(by(clerk()), name("Trần Thị Châu")).done();
    let event = &corrected.records.last().unwrap().event;
    assert_eq!(react(&corrected.dossier, event), [], "the applicant hears of the main dossier only");
    // It comes to no counter, and how the applicant is reached is no affair of theirs.
    let receives = by(officer(99, DEPARTMENT, "intake", Role::Counter));
    story.when(receives, name("Trần Thị Châu")).refused(only(Role::Officer));
    let phone = correct(Particular::Owner(PartyPart::Phone), "0900000101");
    story.when(by(clerk()), phone).refused(Refusal::OfTheMainDossier);
}

#[test]
fn what_another_agency_put_right_is_proposed_to_who_holds_it_as_it_stood() {
    let there = of("099190000001", None, "").when(counter(), name("Trần Thị Chân")).done();
    let there = there.when(counter(), name("Trần Thị Châu")).done();
    let there = there.when(counter(), correct(Particular::Owner(PartyPart::Phone), "0900000101")).done();
    let proposed = |here: &LedDossier| here.dossier.put_right_elsewhere(&there.records, |_| true);
    let to = |name: &str| vec![(Particular::Owner(PartyPart::Name), name.to_string())];
    // As it is to be in the end; and nothing of a telephone that was never told.
    assert_eq!(proposed(&linked("Trần Thị Chau")), to("Trần Thị Châu"));
    assert_eq!(proposed(&linked("Trần Thị Chân")), to("Trần Thị Châu"), "opened between the two");
    assert_eq!(proposed(&linked("Trần Thị Châu")), []);
    assert_eq!(proposed(&linked("Trần Thị Minh")), [], "held otherwise");
    let here = linked("Trần Thị Chau").when(by(clerk()), name("Trần Thị Châu")).done();
    assert_eq!(proposed(&here), [], "done already");
    // Without the private part nothing is known.
    let mut erased = there.records.clone();
    erased.iter_mut().for_each(|record| record.event.private = Private::default());
    assert_eq!(linked("Trần Thị Chau").dossier.put_right_elsewhere(&erased, |_| true), []);
}

#[test]
fn an_answer_is_proposed_only_where_the_question_is_the_same() {
    let with_area = |area: &str| {
        let mut filing = filing(Channel::Online);
        filing.answers.insert("area-in-m2".into(), area.into());
        filed_as(&filing, &applicant(), drawn()).unwrap()
    };
    let area = Particular::Answer { question: "area-in-m2".into() };
    let there = with_area("100").when(counter(), correct(area.clone(), "120")).done();
    let here = with_area("100").dossier;
    assert_eq!(here.put_right_elsewhere(&there.records, |_| true), [(area, "120".to_string())]);
    assert_eq!(here.put_right_elsewhere(&there.records, |_| false), []);
}
