//! Stopping, withdrawing, returning; joining an account.

use super::*;

#[test]
fn a_head_stops_handling_with_a_reason() {
    let story = given([accepted(), handed_over()]);
    story.when(by(registry_head()), stop("")).refused(Refusal::ReasonMissing);
    story.when(by(legal_head()), stop("Trùng")).refused(Refusal::NotYourUnit);
    story.when(by(clerk()), stop("Trùng")).refused(only(Role::DivisionHead));
    story.when(director_elsewhere(), stop("Trùng")).refused(Refusal::NotYourAgency);
    let stopped = story.when(by(registry_head()), stop("Trùng")).becomes(StageKind::Stopped);
    assert_eq!(stopped.dossier.steps, []);
    given([]).when(by(director()), stop("Trùng")).refused(in_stage(StageKind::Submitted));
}

#[test]
fn an_applicant_withdraws_until_the_decision() {
    for stage in StageKind::ALL {
        let open = !stage.closed() && stage != StageKind::ResultReady;
        let attempt = story_in(stage).when(applicant(), withdraw(""));
        if open {
            attempt.becomes(StageKind::Withdrawn);
        } else {
            attempt.refused(in_stage(stage));
        }
    }
}

#[test]
fn nobody_withdraws_a_strangers_dossier() {
    given([]).when(account(STRANGER), withdraw("")).refused(Refusal::OnlyTheApplicant);
    given_at_the_counter([]).when(account(STRANGER), withdraw("")).refused(Refusal::OnlyTheApplicant);
    given([]).when(Actor::System, withdraw("")).refused(Refusal::OnlyTheApplicant);
    given([]).when(counter_elsewhere(), withdraw("Xin rút")).refused(Refusal::NotYourAgency);
    given([accepted(), handed_over()]).when(by(clerk()), withdraw("Xin rút")).refused(Refusal::NotYourAgency);
}

#[test]
fn the_counter_records_a_withdrawal_with_how_it_was_asked() {
    given([]).when(counter(), withdraw("")).refused(Refusal::ReasonMissing);
    given([]).when(counter(), withdraw("Đơn xin rút")).becomes(StageKind::Withdrawn);
}

// Returning.

#[test]
fn a_result_is_received_online_when_it_was_asked_for_and_is_a_file() {
    let ready = story_in(StageKind::ResultReady);
    let received = ready.when(applicant(), give_back(Delivery::Counter, ""));
    assert_eq!(received.facts(), [Fact::Returned { how: Delivery::Online }]);
    received.becomes(StageKind::Returned);
    ready.when(account(STRANGER), give_back(Delivery::Online, "")).refused(Refusal::OnlyTheApplicant);
}

#[test]
fn who_receives_on_the_portal_is_given_a_file() {
    let on_paper = decide_as(Outcome::Granted, "", None);
    let story = given([accepted(), handed_over(), checked(), reviewed()]);
    story.when(by(director()), on_paper.clone()).refused(Refusal::ResultFileMissing);
    let filed = filed_as(&filing(Channel::Direct), &counter(), procedure()).unwrap();
    let story = after(filed, [accepted(), handed_over(), checked(), reviewed()]);
    story.when(by(director()), on_paper).becomes(StageKind::ResultReady);
}

#[test]
fn a_result_sent_by_post_is_not_received_online() {
    let by_post = FileDossier { delivery: Delivery::Post, ..filing(Channel::Online) };
    let story = filed_as(&by_post, &applicant(), procedure()).unwrap();
    after(story, [accepted(), handed_over(), checked(), reviewed(), granted()])
        .when(applicant(), give_back(Delivery::Online, ""))
        .refused(Refusal::NotDeliveredOnline);
}

#[test]
fn the_counter_names_who_took_the_result() {
    let ready = story_in(StageKind::ResultReady);
    ready.when(counter(), give_back(Delivery::Counter, "")).refused(Refusal::RecipientMissing);
    ready.when(counter_elsewhere(), give_back(Delivery::Counter, "An")).refused(Refusal::NotYourAgency);
    ready.when(by(clerk()), give_back(Delivery::Counter, "An")).refused(Refusal::NotYourAgency);
    ready.when(counter(), give_back(Delivery::Post, "")).becomes(StageKind::Returned);
    let returned = ready.when(counter(), give_back(Delivery::Counter, "Nguyễn Văn An"));
    assert_eq!(returned.becomes(StageKind::Returned).dossier.returned_at, Some(instant(START)));
    given([accepted()])
        .when(counter(), give_back(Delivery::Counter, "An"))
        .refused(in_stage(StageKind::Accepted));
}

// Joining an account.

#[test]
fn a_dossier_without_an_account_is_joined_to_one() {
    let story = given_at_the_counter([accepted()]);
    let own = story.when(applicant(), join(APPLICANT));
    assert_eq!(own.facts(), [Fact::AccountJoined { account: APPLICANT, by_officer: false }]);
    assert!(own.done().dossier.belongs_to(APPLICANT));
    let at_counter = story.when(counter(), join(APPLICANT));
    assert_eq!(at_counter.facts(), [Fact::AccountJoined { account: APPLICANT, by_officer: true }]);
    story.when(account(STRANGER), join(APPLICANT)).refused(Refusal::OnlyTheApplicant);
    story.when(counter_elsewhere(), join(APPLICANT)).refused(Refusal::NotYourAgency);
    story.when(by(clerk()), join(APPLICANT)).refused(Refusal::NotYourAgency);
    story.when(Actor::System, join(APPLICANT)).refused(Refusal::OnlyTheApplicant);
}

#[test]
fn a_dossier_that_has_an_account_keeps_it() {
    let story = given([accepted()]);
    story.when(account(STRANGER), join(STRANGER)).refused(Refusal::AlreadyJoined);
    story.when(counter(), join(STRANGER)).refused(Refusal::AlreadyJoined);
}

// Why it ended, in one word.

#[test]
fn what_ends_without_a_result_keeps_a_reason_the_law_offers_and_no_other() {
    let of = |code| {
        let refuse = Refuse { reason: "Nộp sai nơi".into(), reason_code: code, ..Refuse::default() };
        let withdraw = Withdraw { words: "Gọi điện".into(), reason_code: code };
        let stop = Stop { document: "4/TB".into(), reason: "Đã có kết quả".into(), reason_code: code };
        let (new, taken_in) = (online(), given([accepted()]));
        let refused = new.when(counter(), Command::Refuse(refuse)).done().dossier.ended_because;
        let withdrawn = taken_in.when(applicant(), Command::Withdraw(withdraw)).done().dossier.ended_because;
        let stopped = taken_in.when(by(director()), Command::Stop(stop)).done().dossier.ended_because;
        [refused, withdrawn, stopped]
    };
    assert_eq!(of(None), [None; 3]);
    for code in ReasonCode::ALL {
        let pack = &PACK_2018;
        let offered = [pack.refusal_codes, pack.withdrawal_codes, pack.stop_codes];
        assert_eq!(
            of(Some(code)),
            offered.map(|codes| Some(code).filter(|code| codes.contains(code))),
            "{code:?}"
        );
        let anywhere = offered.iter().chain([&pack.request_codes]).any(|codes| codes.contains(&code));
        assert!(anywhere, "{code:?} is offered nowhere");
    }
}

#[test]
fn what_is_asked_for_says_why_in_one_word() {
    let ask = |code| {
        let request = Request { reason_code: code, ..request(&["map"], "Sơ đồ bị mờ") };
        let document = String::new();
        let asked =
            online().when(counter(), Command::AskCompletion(AskCompletion { request, document })).done();
        asked.dossier.requests[0].request.reason_code
    };
    assert_eq!(ask(Some(ReasonCode::Unreadable)), Some(ReasonCode::Unreadable));
    assert_eq!(ask(Some(ReasonCode::TakesTooLong)), None);
}
