//! Accepting: the date, the limit that applies, the case.

use super::*;

#[test]
fn accepting_sets_the_date_and_when_it_is_handed_over() {
    let story = given([]).when(counter(), Command::Accept(Accept::default())).becomes(StageKind::Accepted);
    let clock = story.dossier.clock.clone().unwrap();
    assert_eq!((clock.original, clock.current), (Some(instant(DUE)), Some(instant(DUE))));
    let limit = Limit::WorkingDays(5);
    assert_eq!(clock.basis, Basis::Counted { from: instant(START), limit });
    assert_eq!(story.dossier.hand_over_by, Some(instant("2026-03-02T17:00")));
    assert_eq!(story.dossier.accepted_at, Some(instant(START)));
    assert_eq!(story.dossier.steps_total, 3);
}

#[test]
fn what_is_accepted_after_three_oclock_is_handed_over_at_the_start_of_the_next_day() {
    let story = given([]).at("2026-03-02T15:30").when(counter(), Command::Accept(Accept::default())).done();
    assert_eq!(story.dossier.hand_over_by, Some(instant("2026-03-03T08:30")));
    assert_eq!(story.dossier.due(), Some(instant(DUE)), "the counting does not change");
}

#[test]
fn only_the_counter_that_received_it_accepts() {
    let story = given([]);
    let accept = || Command::Accept(Accept::default());
    story.when(counter_elsewhere(), accept()).refused(Refusal::NotYourAgency);
    story.when(by(clerk()), accept()).refused(Refusal::NotYourAgency);
    story.when(by(administrator()), accept()).refused(only(Role::Counter));
    story.when(applicant(), accept()).refused(only(Role::Counter));
    story.when(Actor::System, accept()).refused(only(Role::Counter));
}

#[test]
fn a_dossier_is_accepted_once() {
    given([accepted()])
        .when(counter(), Command::Accept(Accept::default()))
        .refused(in_stage(StageKind::Accepted));
    given([asked_to_complete()])
        .when(counter(), Command::Accept(Accept::default()))
        .refused(in_stage(StageKind::AwaitingCompletion));
}

#[test]
fn a_procedure_whose_steps_are_gone_cannot_be_accepted() {
    let mut story = given([]);
    story.procedure.process = Process::default();
    story.when(counter(), Command::Accept(Accept::default())).refused(Refusal::NoProcess);
}

#[test]
fn a_limit_in_words_gives_no_date() {
    let story = in_words(given([])).when(counter(), Command::Accept(Accept::default())).done();
    assert_eq!(story.dossier.due(), None);
}

#[test]
fn of_several_limits_the_one_that_applies_is_chosen() {
    let mut story = given([]);
    let channel = story.dossier.channel;
    let longer = Method { channel, limit: Limit::WorkingDays(10), ..story.procedure.methods[0].clone() };
    story.procedure.methods.insert(1, longer);
    let accept = |limit: Option<Limit>| Command::Accept(Accept { limit });
    story.when(counter(), accept(None)).refused(Refusal::LimitNotChosen);
    story.when(counter(), accept(Some(Limit::WorkingDays(7)))).refused(Refusal::LimitNotChosen);
    let chosen = story.when(counter(), accept(Some(Limit::WorkingDays(10)))).done();
    assert_eq!(chosen.dossier.clock.unwrap().limit, Limit::WorkingDays(10));
    // The same limit twice, for cases that differ in their fees alone, leaves nothing to choose.
    story.procedure.methods[1].limit = Limit::WorkingDays(5);
    story.when(counter(), accept(None)).becomes(StageKind::Accepted);
    // Another channel's limits are not this one's.
    story.procedure.methods[1] = Method {
        channel: Channel::Postal,
        limit: Limit::WorkingDays(9),
        ..story.procedure.methods[1].clone()
    };
    story.when(counter(), accept(Some(Limit::WorkingDays(9)))).refused(Refusal::LimitNotChosen);
}

/// Papers of two cases, one under a heading that is nobody's case, one for all.
fn in_cases() -> Procedure {
    let paper = |id: &str, case: &str, required: bool| Paper {
        id: id.into(),
        name: Text::new(id, id),
        required,
        case: case.into(),
        ..Paper::default()
    };
    let papers = vec![
        paper("application", "", true),
        paper("identity", "Giấy tờ phải xuất trình", true),
        paper("lost", "Trường hợp bị mất", true),
        paper("torn", "Trường hợp bị rách", true),
    ];
    Procedure { papers, ..procedure() }
}

#[test]
fn a_case_asks_for_its_own_papers_and_for_everybodys() {
    let procedure = in_cases();
    assert_eq!(procedure.cases(), ["Trường hợp bị mất", "Trường hợp bị rách"]);
    let of = |case| procedure.papers_of(case).map(|paper| paper.id.as_str()).collect::<Vec<_>>();
    assert_eq!(of(Some("Trường hợp bị rách")), ["application", "identity", "torn"]);
    assert_eq!(of(None).len(), 4);
    let given = |ids: &[&str], case: Option<&str>| {
        let paper = |id: &&str| PaperGiven::new(*id, 0, 1, Some(file_fact()));
        let papers = ids.iter().map(paper).collect();
        FileDossier { papers, case: case.map(str::to_string), ..filing(Channel::Online) }
    };
    let file = |filing: FileDossier| filed_as(&filing, &applicant(), in_cases());
    let story = file(given(&["application", "identity", "lost"], Some("Trường hợp bị mất"))).unwrap();
    assert_eq!(story.dossier.case.as_deref(), Some("Trường hợp bị mất"));
    let missing = Refusal::PapersMissing { papers: vec!["torn".into()] };
    let torn = given(&["application", "identity", "lost"], Some("Trường hợp bị rách"));
    assert_eq!(file(torn).err(), Some(missing));
    // Who is not sure of the case is asked for what is everybody's, and the counter sees to the rest.
    assert_eq!(file(given(&["application", "identity"], None)).unwrap().dossier.case, None);
    // A case the procedure does not have is no case.
    let unknown = given(&["application", "identity"], Some("Trường hợp khác"));
    assert_eq!(file(unknown).unwrap().dossier.case, None);
}

#[test]
fn headings_of_national_records_are_no_cases() {
    let of_a_case = |case: &str| Paper { case: case.into(), ..Paper::default() }.is_of_a_case();
    for heading in [
        "",
        "Giấy tờ phải nộp",
        "* Giấy tờ phải nộp:",
        "* Giấy tờ phải xuất trình:",
        "- Giấy tờ phải nộp",
        "* Lưu ý:",
        "1) Thành phần hồ sơ",
        "2) Số lượng hồ sơ",
        "Số lượng hồ sơ",
        "- Thành phần hồ sơ",
        "a) Thành phần hồ sơ bao gồm:",
        "Bao gồm",
        "1 bộ hồ sơ",
    ] {
        assert!(!of_a_case(heading), "{heading}");
    }
    for case in [
        "a) Thành phần hồ sơ giao đất",
        "Trường hợp 1: cấp mới",
        "(1.2) Đối với công trình theo tuyến",
        "Đối với người nước ngoài",
        "Hồ sơ đề nghị gia hạn",
    ] {
        assert!(of_a_case(case), "{case}");
    }
}

#[test]
fn one_case_alone_is_everybodys() {
    let mut procedure = in_cases();
    procedure.papers.retain(|paper| paper.case != "Trường hợp bị rách");
    assert!(procedure.cases().is_empty());
    let lost = procedure.paper("lost").unwrap();
    assert!(procedure.asks(lost, None), "nobody can choose, so everybody brings it");
}
