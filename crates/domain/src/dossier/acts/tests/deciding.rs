//! Where a dossier is granted and where denied: a step ends the process only as its ways mean it, and nothing that is done
//! beside the rest decides.

use super::*;
use crate::drawing::Drawing;
use process::{Names, ProcessRow};
use std::collections::BTreeSet;

/// A process of this drawing, all that is proposed for it accepted, in which a clerk does all but what the director signs.
pub(super) fn drawn(inside: &str, flows: &[(&str, &str, &str)]) -> Procedure {
    let flow = |(number, (from, to, name)): (usize, &(&str, &str, &str))| {
        format!("<sequenceFlow id=\"f{number}\" name=\"{name}\" sourceRef=\"{from}\" targetRef=\"{to}\"/>")
    };
    let flows: String = flows.iter().enumerate().map(flow).collect();
    let source = format!(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"main\">{inside}{flows}</process></definitions>"
    );
    of_source(&crate::adopt::complete(&source, &procedure()).unwrap().source)
}

fn of_source(source: &str) -> Procedure {
    let mut procedure = procedure();
    let drawing = Drawing::read(source, &Names::open()).unwrap();
    assert!(process::check(drawing.model()).is_sound());
    let [check, .., sign] = procedure.process.steps.as_slice() else { panic!("there are steps") };
    let step = |node: usize| {
        let id = &drawing.model().nodes[node].id;
        let like = if id.starts_with("sign") { sign } else { check };
        Step { id: id.clone(), ..like.clone() }
    };
    let steps = drawing.model().steps().into_iter().map(step).collect();
    procedure.process = Process { version: 2, steps, drawing, by_meaning: true, ..Process::default() };
    procedure
}

pub(super) fn begun(procedure: Procedure) -> LedDossier {
    let story = filed_as(&filing(Channel::Online), &applicant(), procedure).unwrap();
    after(story, [accepted(), handed_over()])
}

fn running(story: &LedDossier) -> Vec<&str> {
    story.dossier.steps.iter().map(|step| step.id.as_str()).collect()
}

fn token(story: &LedDossier, step: &str) -> Option<u32> {
    story.dossier.steps.iter().find(|running| running.id == step).expect("it runs").token
}

fn who(step: &str) -> Actor {
    by(if step.starts_with("sign") { director() } else { clerk() })
}

/// Finishes a running step, as it turns out by the name of the way.
pub(super) fn finish(story: &LedDossier, step: &str, name: &str) -> TriedAct {
    let named = story.procedure.process.outcomes(step);
    let outcome = named.iter().find(|outcome| outcome.name == name).map(|outcome| outcome.key.clone());
    assert!(outcome.is_some() || name.is_empty(), "{name} is one of {named:?}");
    let finish = FinishStep { token: token(story, step), outcome, ..FinishStep::default() };
    story.when(who(step), Command::FinishStep(finish))
}

pub(super) fn decide(story: &LedDossier, step: &str, outcome: Outcome) -> TriedAct {
    let decide = decide_command(outcome, "Chưa đủ điều kiện", Some(file_fact()));
    story.when(who(step), Command::Decide(Decide { token: token(story, step), ..decide }))
}

pub(super) fn granted_only_denied(decided: Outcome) -> Refusal {
    Refusal::OtherDecision { decided }
}

/// A check, a choice called as people call it, and a signature behind the good way; the bad one ends.
fn ends_at_once(good: &str, bad: &str, end: &str) -> Procedure {
    drawn(
        &format!(
            "<startEvent id=\"s\"/><task id=\"check\" name=\"Thẩm định\"/><exclusiveGateway id=\"g\"/>\
             <task id=\"sign\" name=\"Ký\"/><endEvent id=\"e1\"/><endEvent id=\"e2\" name=\"{end}\"/>"
        ),
        &[("s", "check", ""), ("check", "g", ""), ("g", "sign", good), ("g", "e2", bad), ("sign", "e1", "")],
    )
}

#[test]
fn a_way_that_did_not_pass_ends_with_a_denial_and_nothing_else() {
    for (good, bad, end) in [
        ("Có", "Không", "Từ chối"),
        ("Có", "Không", ""),
        ("Đạt", "Không đạt", ""),
        ("Đồng ý", "Chưa đồng ý", "Xong"),
        ("Yes", "No", ""),
        ("", "", "Từ chối cấp phép"),
    ] {
        let story = begun(ends_at_once(good, bad, end));
        let denies = granted_only_denied(Outcome::Granted);
        decide(&story, "check", Outcome::Granted).refused(denies);
        let denied = decide(&story, "check", Outcome::Denied).becomes(StageKind::ResultReady);
        assert_eq!(denied.dossier.outcome, Some(Outcome::Denied));
        let named = story.procedure.process.outcomes("check");
        let how = denied.dossier.steps_done[0].outcome.as_ref();
        assert_eq!(how, Some(&named[1].key), "how it turned out is told by the decision");
        assert_eq!(replay(DossierId(1), &denied.records).unwrap(), denied.dossier);
        // The good way leads on, to where both can be decided.
        let passed = finish(&story, "check", &named[0].name.clone()).done();
        assert_eq!(running(&passed), ["sign"]);
        decide(&passed, "sign", Outcome::Granted).becomes(StageKind::ResultReady);
        decide(&passed, "sign", Outcome::Denied).becomes(StageKind::ResultReady);
        // A way that ends is no step that is merely finished.
        finish(&story, "check", &named[1].name.clone()).refused(Refusal::LastStepDecides);
    }
}

#[test]
fn a_step_that_only_chooses_between_ends_takes_the_one_that_means_the_decision() {
    let procedure = drawn(
        "<startEvent id=\"s\"/><task id=\"sign\" name=\"Ký\"/><exclusiveGateway id=\"g\" name=\"Đồng ý?\"/>\
         <endEvent id=\"e1\" name=\"Cấp phép\"/><endEvent id=\"e2\" name=\"Từ chối\"/>",
        &[("s", "sign", ""), ("sign", "g", ""), ("g", "e1", "Có"), ("g", "e2", "Không")],
    );
    let story = begun(procedure);
    for (outcome, end) in [(Outcome::Granted, "e1"), (Outcome::Denied, "e2")] {
        let attempt = decide(&story, "sign", outcome);
        let passed = |fact: &&Fact| match fact {
            Fact::ProcessMoved { moves } => moves.iter().any(|moved| moved.passed.contains(&end.to_string())),
            _ => false,
        };
        assert!(attempt.facts().iter().any(|fact| passed(&fact)), "{outcome:?}");
        attempt.becomes(StageKind::ResultReady);
    }
}

#[test]
fn of_several_ways_that_mean_nothing_one_is_chosen() {
    let procedure = drawn(
        "<startEvent id=\"s\"/><task id=\"sign\" name=\"Ký\"/><exclusiveGateway id=\"g\"/>\
         <endEvent id=\"e1\" name=\"Loại A\"/><endEvent id=\"e2\" name=\"Loại B\"/>",
        &[("s", "sign", ""), ("sign", "g", ""), ("g", "e1", "Loại A"), ("g", "e2", "Loại B")],
    );
    let story = begun(procedure);
    decide(&story, "sign", Outcome::Granted).refused(Refusal::OutcomeNotChosen);
    let key = story.procedure.process.outcomes("sign")[1].key.clone();
    let decide = decide_command(Outcome::Granted, "", Some(file_fact()));
    let decide = Decide { token: token(&story, "sign"), turned_out: Some(key.clone()), ..decide };
    let decided = story.when(by(director()), Command::Decide(decide)).becomes(StageKind::ResultReady);
    assert_eq!(decided.dossier.steps_done[0].outcome, Some(key));
}

fn table(rows: &[(&str, &str, &str)]) -> Procedure {
    let row = |(place, (name, who, next)): (usize, &(&str, &str, &str))| ProcessRow {
        order: (place + 1).to_string(),
        name: name.to_string(),
        responsible: who.to_string(),
        time: "1 ngày".into(),
        next: next.to_string(),
        ..ProcessRow::default()
    };
    let rows: Vec<ProcessRow> = rows.iter().enumerate().map(row).collect();
    let known = |name: &str| Some(if name == "Ký" { "sign".into() } else { name.to_string() });
    let model = process::from_rows(&rows, "main", "", &Names::open(), &known).unwrap();
    of_source(&process::write(&model))
}

#[test]
fn in_a_table_the_row_that_may_end_because_it_did_not_pass_grants_nothing() {
    for next in [
        "2 nếu đạt; kết thúc nếu chưa đạt",
        "2 nếu đạt; kết thúc (Từ chối) nếu không đạt",
        "kết thúc nếu không đạt; còn lại 2",
        "2 nếu đủ điều kiện; còn lại kết thúc (Từ chối)",
    ] {
        let story = begun(table(&[("check", "Chuyên viên", next), ("Ký", "Lãnh đạo Sở", "kết thúc")]));
        decide(&story, "check", Outcome::Granted).refused(granted_only_denied(Outcome::Granted));
        decide(&story, "check", Outcome::Denied).becomes(StageKind::ResultReady);
        let good = story.procedure.process.ways_on("check", None)[0].name.clone();
        let passed = finish(&story, "check", &good).done();
        decide(&passed, "sign", Outcome::Granted).becomes(StageKind::ResultReady);
    }
}

#[test]
fn what_is_only_come_to_by_not_passing_denies_too() {
    let next = ["2 nếu đạt; 3 nếu không đạt", "kết thúc", "kết thúc"];
    let rows = [
        ("check", "Chuyên viên", next[0]),
        ("Ký", "Lãnh đạo Sở", next[1]),
        ("write", "Chuyên viên", next[2]),
    ];
    let story = begun(table(&rows));
    let denied = finish(&story, "check", "Không đạt").done();
    assert_eq!(running(&denied), ["write"]);
    decide(&denied, "write", Outcome::Granted).refused(granted_only_denied(Outcome::Granted));
    decide(&denied, "write", Outcome::Denied).becomes(StageKind::ResultReady);
}

#[test]
fn a_way_back_means_nothing_yet() {
    let next = "3 nếu đạt; còn lại 1, tối đa 1 lần; hết số lần kết thúc (Từ chối)";
    let rows = [("a", "Chuyên viên", ""), ("check", "Chuyên viên", next), ("Ký", "Lãnh đạo Sở", "kết thúc")];
    let story = finish(&begun(table(&rows)), "a", "").done();
    let again = finish(&story, "check", "Trường hợp khác").done();
    assert_eq!(running(&again), ["a"]);
    let passed = finish(&finish(&again, "a", "").done(), "check", "Đạt").done();
    decide(&passed, "sign", Outcome::Granted).becomes(StageKind::ResultReady);
    decide(&passed, "sign", Outcome::Denied).becomes(StageKind::ResultReady);
}

#[test]
fn versions_from_before_ways_meant_anything_go_on_and_come_to_their_end() {
    let before = |mut procedure: Procedure| {
        procedure.process.by_meaning = false;
        procedure
    };
    let next = "2 nếu đạt; kết thúc nếu chưa đạt";
    let rows = [("check", "Chuyên viên", next), ("Ký", "Lãnh đạo Sở", "kết thúc")];
    decide(&begun(before(table(&rows))), "check", Outcome::Granted).becomes(StageKind::ResultReady);
    let story = begun(before(ends_at_once("Có", "Không", "Từ chối")));
    decide(&story, "check", Outcome::Denied).becomes(StageKind::ResultReady);
}

/// A check that is reminded of after a day, and a signature.
fn reminded(by: &str) -> Procedure {
    drawn(
        &format!(
            "<startEvent id=\"s\"/><task id=\"check\" name=\"Thẩm định\"/><task id=\"sign\" name=\"Ký\"/><endEvent id=\"e\"/>\
             <boundaryEvent id=\"late\" name=\"Quá 1 ngày\" attachedToRef=\"check\" cancelActivity=\"false\">{by}</boundaryEvent>\
             <task id=\"remind\" name=\"Nhắc lãnh đạo\"/><endEvent id=\"told\"/>"
        ),
        &[
            ("s", "check", ""),
            ("check", "sign", ""),
            ("sign", "e", ""),
            ("late", "remind", ""),
            ("remind", "told", ""),
        ],
    )
}

const AFTER_A_DAY: &str = "<timerEventDefinition><timeDuration>PT8H</timeDuration></timerEventDefinition>";

fn late(story: &LedDossier) -> LedDossier {
    let wait = story.dossier.waits.first().expect("a time is waited for");
    let crate::dossier::Awaited::Time { due, .. } = wait.what else { panic!("it is a time") };
    let came = TimeCame { token: wait.token, event: wait.event.clone(), at: due };
    LedDossier { now: story.now.max(due), ..story.clone() }
        .when(Actor::System, Command::TimeCame(came))
        .done()
}

#[test]
fn a_reminder_decides_nothing_and_keeps_nobody_from_deciding() {
    let story = late(&begun(reminded(AFTER_A_DAY)));
    assert_eq!(running(&story), ["check", "remind"]);
    for outcome in [Outcome::Granted, Outcome::Denied] {
        decide(&story, "remind", outcome).refused(Refusal::NotTheLastStep);
    }
    let finish_late = |story: &LedDossier, step: &str| {
        let finish = FinishStep {
            token: token(story, step),
            late: Some(LateCause::Workload),
            ..FinishStep::default()
        };
        story.when(who(step), Command::FinishStep(finish))
    };
    let signing = finish_late(&story, "check").done();
    assert_eq!(running(&signing), ["remind", "sign"]);
    finish_late(&signing, "sign").refused(Refusal::LastStepDecides);
    decide(&signing, "remind", Outcome::Granted).refused(Refusal::NotTheLastStep);
    let attempt = decide(&signing, "sign", Outcome::Granted);
    let dropped = |fact: &Fact| matches!(fact, Fact::StepDropped { step, .. } if step == "remind");
    assert!(attempt.facts().iter().any(dropped), "the reminder is recorded as needless");
    let decided = attempt.becomes(StageKind::ResultReady);
    assert!(decided.dossier.steps.is_empty() && decided.dossier.marking.has_ended());
    assert_eq!(replay(DossierId(1), &decided.records).unwrap(), decided.dossier);
    // Done by itself it merely ends.
    let told = finish_late(&signing, "remind").done();
    assert_eq!(running(&told), ["sign"]);
    decide(&told, "sign", Outcome::Denied).becomes(StageKind::ResultReady);
}

#[test]
fn what_somebody_brought_is_looked_at_before_the_decision() {
    let story = begun(reminded("<messageEventDefinition/>"));
    let receive = Receive { event: "late".into(), words: "Thư đến".into(), answer: None };
    let story = story.when(by(clerk()), Command::Receive(receive)).done();
    let signing = finish(&story, "check", "").done();
    decide(&signing, "sign", Outcome::Granted).refused(Refusal::NotTheLastStep);
    decide(&signing, "remind", Outcome::Granted).refused(Refusal::NotTheLastStep);
    let signing = finish(&signing, "remind", "").done();
    decide(&signing, "sign", Outcome::Granted).becomes(StageKind::ResultReady);
}

#[test]
fn a_dossier_left_with_nothing_but_a_reminder_still_comes_to_its_end() {
    let mut story = late(&begun(reminded(AFTER_A_DAY)));
    // As versions before let it come: all but the reminder was done.
    let gone = token(&story, "check");
    story.dossier.steps.retain(|step| step.token != gone);
    story.dossier.marking.tokens.retain(|token| Some(token.id) != gone);
    decide(&story, "remind", Outcome::Granted).becomes(StageKind::ResultReady);
}

/// A check that goes back to be put right, as another program draws it: nobody said how often.
fn put_right() -> Procedure {
    drawn(
        "<startEvent id=\"s\"/><task id=\"check\" name=\"Kiểm tra\"/><exclusiveGateway id=\"g\" name=\"Đủ hồ sơ?\"/>\
         <task id=\"ask\" name=\"Yêu cầu bổ sung\"/><task id=\"sign\" name=\"Phê duyệt\"/><endEvent id=\"e\" name=\"Xong\"/>",
        &[
            ("s", "check", ""),
            ("check", "g", ""),
            ("g", "sign", "Có"),
            ("g", "ask", "Không"),
            ("ask", "check", ""),
            ("sign", "e", ""),
        ],
    )
}

#[test]
fn what_did_not_pass_as_often_as_it_may_is_denied_and_not_passed_on() {
    let mut story = begun(put_right());
    let process = story.procedure.process.clone();
    assert_eq!(process.question("check").unwrap().vi, "Đủ hồ sơ?");
    for _ in 0..3 {
        // While it may go back nothing is decided there.
        decide(&story, "check", Outcome::Denied).refused(Refusal::NotTheLastStep);
        story = finish(&story, "check", "Không").done();
        assert_eq!(running(&story), ["ask"]);
        story = finish(&story, "ask", "").done();
    }
    let at = crate::dossier::stands(&story.dossier, &story.dossier.steps[0]);
    let on: Vec<&str> = process.ways_on("check", at).iter().map(|way| way.name.as_str()).collect();
    assert_eq!(on, ["Có"]);
    finish(&story, "check", "Không").refused(Refusal::LastStepDecides);
    decide(&story, "check", Outcome::Granted).refused(granted_only_denied(Outcome::Granted));
    decide(&story, "check", Outcome::Denied).becomes(StageKind::ResultReady);
    let passed = finish(&story, "check", "Có").done();
    decide(&passed, "sign", Outcome::Granted).becomes(StageKind::ResultReady);
}

#[test]
fn a_round_costs_all_that_lies_in_it_as_often_as_its_choice_lets_it_be_gone() {
    let mut procedure = put_right();
    let mut model = procedure.process.model().clone();
    for (step, days) in [("check", 2), ("ask", 3), ("sign", 3)] {
        let node = model.index(step).unwrap();
        model.nodes[node].step.time = Some(process::WorkingTime::hours(days * 8));
    }
    procedure.process.drawing = Drawing::read(&process::write(&model), &Names::open()).unwrap();
    // Once through it, and three rounds of five days.
    assert_eq!(crate::adopt::longest_of(&procedure.process), (2 + 3 + 3 * 5) * 8 * 60);
}

/// What every way to a granted end needs is needed, though another way ends without it.
#[test]
fn a_step_that_only_a_denial_leaves_out_is_certain() {
    let certain = |procedure: &Procedure, at: &[&str]| {
        let mut steps: Vec<String> = procedure.process.drawing.certain_steps(at).into_iter().collect();
        steps.sort();
        steps
    };
    for (good, bad, end) in [("Đạt", "Không đạt", ""), ("", "", "Từ chối"), ("Yes", "No", "Denied")]
    {
        let procedure = ends_at_once(good, bad, end);
        assert_eq!(certain(&procedure, &[]), ["check", "sign"], "{good} {bad} {end}");
        assert_eq!(certain(&procedure, &["check"]), ["check", "sign"]);
    }
    // A way that means neither leaves it out for good.
    assert_eq!(certain(&ends_at_once("Loại A", "Loại B", ""), &[]), ["check"]);
    // Where it is denied already, what is left is what no way to the end avoids.
    let answered = drawn(
        "<startEvent id=\"s\"/><task id=\"check\" name=\"Thẩm định\"/><exclusiveGateway id=\"g\"/><task id=\"answer\" name=\"Soạn trả lời\"/>\
         <task id=\"sign\" name=\"Ký\"/><endEvent id=\"e1\"/><endEvent id=\"e2\"/>",
        &[
            ("s", "check", ""),
            ("check", "g", ""),
            ("g", "sign", "Đạt"),
            ("g", "answer", "Không đạt"),
            ("answer", "e2", ""),
            ("sign", "e1", ""),
        ],
    );
    assert_eq!(certain(&answered, &[]), ["check", "sign"]);
    assert_eq!(certain(&answered, &["answer"]), ["answer"]);
}

/// One after the other, where steps are left out by how the check turned out: as an official writes it who has no column
/// for where a step leads.
fn left_out() -> Procedure {
    let linear = drawn(
        "<startEvent id=\"s\"/><task id=\"check\" name=\"Thẩm định\"/><task id=\"look\" name=\"Xem xét, ký nháy\"/>\
         <task id=\"sign\" name=\"Ký giấy phép\"/><task id=\"sign-no\" name=\"Ký văn bản từ chối\"/><endEvent id=\"e\"/>",
        &[
            ("s", "check", ""),
            ("check", "look", ""),
            ("look", "sign", ""),
            ("sign", "sign-no", ""),
            ("sign-no", "e", ""),
        ],
    );
    let mut model = linear.process.model().clone();
    let check = model.index("check").unwrap();
    let outcome = |key: &str, name: &str| process::StepOutcome {
        key: key.into(),
        name: name.into(),
        ..Default::default()
    };
    model.nodes[check].step.outcomes = vec![outcome("yes", "Đạt"), outcome("no", "Không đạt")];
    for (step, key) in [("look", "no"), ("sign", "no"), ("sign-no", "yes")] {
        let condition = format!("steps.check.outcome = \"{key}\"");
        let left_out = process::Edit::LeaveOut { step: step.into(), condition };
        model = process::edit(&model, &left_out, &Names::open()).unwrap();
    }
    of_source(&process::write(&model))
}

#[test]
fn what_is_known_of_a_step_closes_the_ways_it_did_not_turn_out_for() {
    let story = begun(left_out());
    let drawing = story.procedure.process.drawing.clone();
    for (name, then) in [("Đạt", vec!["look", "sign"]), ("Không đạt", vec!["sign-no"])] {
        let mut story = finish(&story, "check", name).done();
        for (place, step) in then.iter().enumerate() {
            assert_eq!(running(&story), [*step]);
            let certain = drawing.certain_steps(&[step]);
            assert!(!certain.contains("check"), "{name}: at {step} {certain:?}");
            let at = crate::dossier::stands(&story.dossier, &story.dossier.steps[0]);
            let process = &story.procedure.process;
            let last = place + 1 == then.len();
            let leads = crate::dossier::may_lead(&story.dossier, &story.dossier.steps[0], process);
            assert_eq!((leads.to_step, leads.to_end), (!last, last), "{name}: {step}");
            for outcome in Outcome::ALL {
                let offered = !process.ways_to_decide(step, outcome, at).is_empty();
                let tried = decide(&story, step, outcome);
                assert_eq!(offered, tried.answer.is_ok(), "{name}: {outcome:?} at {step}");
            }
            if !last {
                story = finish(&story, step, "").done();
            } else {
                finish(&story, step, "").refused(Refusal::LastStepDecides);
            }
        }
    }
}

#[test]
fn what_was_done_in_a_phase_is_not_to_be_done_again_while_the_phase_goes_on() {
    let inside = "<subProcess id=\"phase\"><startEvent id=\"t\"/><task id=\"check\"/><task id=\"look\"/><endEvent id=\"u\"/>\
                  <sequenceFlow id=\"g1\" sourceRef=\"t\" targetRef=\"check\"/>\
                  <sequenceFlow id=\"g2\" sourceRef=\"check\" targetRef=\"look\"/>\
                  <sequenceFlow id=\"g3\" sourceRef=\"look\" targetRef=\"u\"/></subProcess>";
    let all = format!("<startEvent id=\"s\"/>{inside}<task id=\"sign\"/><endEvent id=\"e\"/>");
    let procedure = drawn(&all, &[("s", "phase", ""), ("phase", "sign", ""), ("sign", "e", "")]);
    let story = finish(&begun(procedure), "check", "").done();
    assert_eq!(running(&story), ["look"]);
    let stands: Vec<&str> = story.dossier.marking.tokens.iter().map(|token| token.at.as_str()).collect();
    assert!(stands.contains(&"phase"), "{stands:?}");
    let certain = story.procedure.process.drawing.certain_steps(&stands);
    assert_eq!(BTreeSet::from_iter(certain.iter().map(String::as_str)), BTreeSet::from(["look", "sign"]));
}
