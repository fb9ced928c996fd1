//! Asked more than once, and whose fault it was.

use super::*;

fn once(story: &LedDossier) -> Command {
    let again = Request { why_again: String::new(), ..request(&["map"], "") };
    match story.dossier.stage {
        Stage::Processing => {
            let cause = PauseFor::Applicant { request: again };
            Command::Pause(Pause { cause, document: "13/TB".into() })
        }
        _ => Command::AskCompletion(AskCompletion { request: again, document: String::new() }),
    }
}

#[test]
fn a_second_request_says_why_the_first_was_not_whole() {
    let first = given([]);
    first.when(counter(), once(&first)).done();
    let asked = given([asked_to_complete(), (applicant(), complete("Đã gửi"))]);
    asked.when(counter(), once(&asked)).refused(Refusal::WhyAgainMissing { times: 1 });
    let again = asked.when(counter(), ask(&["map"], "Thiếu bản đồ")).done();
    let rounds: Vec<_> = again.dossier.requests.iter().map(|asked| (asked.round, asked.paused)).collect();
    assert_eq!((again.dossier.completion_rounds, rounds), (2, vec![(1, false), (2, false)]));
    assert_eq!(again.dossier.requests[1].request.why_again, "Mới phát hiện khi thẩm định");
    // A pause is one of them.
    let paused = given([asked_to_complete(), (applicant(), complete("Đã gửi")), accepted(), handed_over()]);
    paused.when(by(clerk()), once(&paused)).refused(Refusal::WhyAgainMissing { times: 1 });
    paused.when(by(clerk()), pause_for_papers("12/TB", &["map"], "")).done();
}

#[test]
fn whose_fault_it_was_is_found_by_another_than_who_asked() {
    let paused = given([accepted(), handed_over(), paused()]);
    let fault = Some(AtFault::Applicant);
    paused.when(by(legal_head()), judge(1, fault, "")).refused(Refusal::ProofMissing);
    paused.when(by(legal_head()), judge(1, None, "Biên bản 7")).refused(Refusal::FaultNotChosen);
    paused.when(by(legal_head()), judge(2, fault, "Biên bản 7")).refused(Refusal::RequestNotChosen);
    paused.when(by(clerk()), judge(1, fault, "Biên bản 7")).refused(only(Role::DivisionHead));
    paused.when(applicant(), judge(1, fault, "Biên bản 7")).refused(only(Role::DivisionHead));
    paused.when(director_elsewhere(), judge(1, fault, "Biên bản 7")).refused(Refusal::NotYourAgency);
    let found = paused.when(by(registry_head()), judge(1, fault, "Biên bản 7")).done();
    let judged = found.dossier.requests[0].judged.clone().unwrap();
    assert_eq!((judged.fault, judged.proof.as_str()), (AtFault::Applicant, "Biên bản 7"));
    assert_eq!(judged.words, "Thiếu chữ ký trong đơn");
    found.when(by(director()), judge(1, fault, "Biên bản 8")).refused(Refusal::RequestJudged);
    // Who asked at the counter does not judge it; a colleague there does.
    let asked = given([asked_to_complete()]);
    asked.when(counter(), judge(1, fault, "Biên bản 7")).refused(Refusal::OwnRequest);
    let colleague = Actor::Officer(officer(12, CENTRE, "intake", Role::Counter));
    asked.when(colleague, judge(1, Some(AtFault::Agency), "Biên bản 7")).done();
    given([]).when(by(director()), judge(1, fault, "Biên bản 7")).refused(in_stage(StageKind::Submitted));
}

#[test]
fn only_an_obligation_of_the_law_stops_the_clock_for_money() {
    let with = |grounds: Option<Vec<Text>>| {
        let mut story = given([accepted(), handed_over()]);
        story.procedure.obligations = grounds;
        story
    };
    let pause = || pause_for_fee("13/TB", 150_000, "Tiền sử dụng đất");
    with(Some(vec![])).when(by(clerk()), pause()).refused(Refusal::NoObligation);
    let ground = || Some(vec![Text::new("Tiền sử dụng đất", "")]);
    with(ground()).when(by(clerk()), pause()).done();
    let fee = pause_for_fee("13/TB", 150_000, "Phí thẩm định");
    with(ground()).when(by(clerk()), fee).refused(Refusal::NoObligation);
    // A version made before that was asked.
    with(None).when(by(clerk()), pause()).done();
    with(Some(vec![])).when(by(clerk()), pause_for_papers("12/TB", &["map"], "")).done();
}
