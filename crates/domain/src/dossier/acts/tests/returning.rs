//! What a step brought is returned by another one: done and recorded, once for each time; nothing is deleted.

use super::*;
use crate::drawing::Drawing;
use process::Names;

/// A check, whose result is recalled where the review turns out wrong; then the signature, which asks whether it was.
fn drawn(cross: &str) -> Procedure {
    let flows = [
        ("begin", "check", ""),
        ("check", "review", ""),
        ("review", "how", ""),
        ("how", "back", "<conditionExpression>steps.review.outcome = \"wrong\"</conditionExpression>"),
        ("how", "meet", ""),
        ("back", "meet", ""),
        ("meet", "asked", ""),
        ("asked", "again", "<conditionExpression>steps.check.returned</conditionExpression>"),
        ("asked", "before-sign", ""),
        ("again", "before-sign", ""),
        ("before-sign", "sign", ""),
        ("sign", "end", ""),
    ];
    let flow = |(number, (from, to, inside)): (usize, &(&str, &str, &str))| {
        format!(
            "<sequenceFlow id=\"f{number}\" sourceRef=\"{from}\" targetRef=\"{to}\">{inside}</sequenceFlow>"
        )
    };
    let source = format!(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:m=\"urn:motcua:process:1\"><process id=\"main\">\
         <startEvent id=\"begin\"/><task id=\"check\"/><boundaryEvent id=\"recalled\" attachedToRef=\"check\">\
         <compensateEventDefinition/></boundaryEvent><task id=\"recall\" isForCompensation=\"true\"/>\
         <association id=\"line\" sourceRef=\"recalled\" targetRef=\"recall\"/>\
         <task id=\"review\"><extensionElements><m:step time=\"PT4H\"><m:outcome key=\"fine\"/><m:outcome key=\"wrong\"/></m:step>\
         </extensionElements></task><exclusiveGateway id=\"how\" default=\"f4\"/>\
         <intermediateThrowEvent id=\"back\"><compensateEventDefinition{cross}/></intermediateThrowEvent>\
         <exclusiveGateway id=\"meet\"/><exclusiveGateway id=\"asked\" default=\"f8\"/><task id=\"again\"/>\
         <exclusiveGateway id=\"before-sign\"/><task id=\"sign\"/><endEvent id=\"end\"/>{}</process></definitions>",
        flows.iter().enumerate().map(flow).collect::<String>()
    );
    let mut procedure = procedure();
    let ids = ["check", "recall", "review", "again", "sign"];
    let names = Names::known(crate::dossier::names(&procedure, &ids));
    let drawing = Drawing::read(&source, &names).unwrap();
    assert_eq!(process::check(drawing.model()).findings, []);
    let (check, sign) = (procedure.process.steps[0].clone(), procedure.process.steps[2].clone());
    let as_check = |id: &str| Step { id: id.into(), ..check.clone() };
    let mut steps: Vec<Step> = ids[..4].iter().map(|id| as_check(id)).collect();
    steps.push(sign);
    procedure.process = Process { version: 2, steps, drawing, ..Process::default() };
    procedure
}

fn running(story: &LedDossier) -> Vec<&str> {
    story.dossier.steps.iter().map(|step| step.id.as_str()).collect()
}

fn finish(story: &LedDossier, outcome: Option<&str>) -> LedDossier {
    let command = FinishStep { outcome: outcome.map(str::to_string), ..FinishStep::default() };
    story.when(by(clerk()), Command::FinishStep(command)).done()
}

/// Reviewed as wrong: what the check brought is being recalled.
fn recalling() -> LedDossier {
    let story = filed_as(&filing(Channel::Online), &applicant(), drawn("")).unwrap();
    let story = after(story, [accepted(), handed_over()]);
    finish(&finish(&story, None), Some("wrong"))
}

fn returned(story: &LedDossier) -> Vec<(&str, bool)> {
    story.dossier.steps_done.iter().map(|done| (done.id.as_str(), done.returned)).collect()
}

#[test]
fn what_was_done_is_returned_by_a_step_that_is_done_and_recorded() {
    let story = recalling();
    assert_eq!(running(&story), ["recall"]);
    assert_eq!(returned(&story), [("check", false), ("review", false)]);
    let story = finish(&story, None);
    assert_eq!(returned(&story), [("check", true), ("review", false), ("recall", false)]);
    assert!(story.dossier.steps_done.iter().all(|done| !done.undone), "nothing is undone");
    assert_eq!(running(&story), ["again"], "conditions see it");
    let story = finish(&story, None);
    story
        .when(by(director()), decide_as(Outcome::Granted, "", Some(file_fact())))
        .becomes(StageKind::ResultReady);
}

#[test]
fn nothing_is_returned_by_itself() {
    let story = filed_as(&filing(Channel::Online), &applicant(), drawn("")).unwrap();
    let story = after(story, [accepted(), handed_over()]);
    let story = finish(&finish(&story, None), Some("fine"));
    assert_eq!(running(&story), ["sign"]);
}

#[test]
fn a_pause_holds_it_and_a_withdrawal_or_a_stop_ends_it() {
    let story = recalling();
    let paused = story.when(by(clerk()), pause_for_papers("12/TB", &["map"], "")).done();
    let done = Command::FinishStep(FinishStep::default());
    paused.when(by(clerk()), done).refused(in_stage(StageKind::PausedForApplicant));
    let resumed = paused.when(by(clerk()), resume()).done();
    assert_eq!(running(&finish(&resumed, None)), ["again"]);
    for ended in [
        story.when(applicant(), withdraw("")).becomes(StageKind::Withdrawn),
        paused.when(applicant(), withdraw("")).becomes(StageKind::Withdrawn),
    ] {
        assert!(ended.dossier.steps.is_empty());
        assert_eq!(returned(&ended)[0], ("check", false));
    }
}

#[test]
fn sent_back_before_it_was_returned_it_stands_again() {
    let story = finish(&recalling(), None);
    let story = story.when(by(clerk()), send_back("review", "Xem lại")).done();
    assert_eq!(running(&story), ["review"]);
    let standing = story.dossier.steps_done.iter().map(|done| (done.id.as_str(), done.returned, done.undone));
    assert_eq!(
        standing.collect::<Vec<_>>(),
        [("check", false, false), ("review", false, true), ("recall", false, true)]
    );
    let story = finish(&story, Some("wrong"));
    assert_eq!(running(&story), ["recall"], "once more");
}

#[test]
fn who_returns_something_may_be_sent_back_too() {
    let story = recalling();
    let story = story.when(by(clerk()), send_back("review", "Xem lại")).done();
    assert_eq!(running(&story), ["review"]);
    assert_eq!(running(&finish(&story, Some("fine"))), ["sign"]);
}

#[test]
fn one_step_can_be_named() {
    let story = filed_as(&filing(Channel::Online), &applicant(), drawn(" activityRef=\"check\"")).unwrap();
    let story = after(story, [accepted(), handed_over()]);
    assert_eq!(running(&finish(&finish(&story, None), Some("wrong"))), ["recall"]);
}

#[test]
fn a_pair_of_events_that_returns_a_step_is_looked_at_like_a_flow_that_leads_there() {
    let process = drawn("").process;
    let model = process.model();
    let leads = |id: &str| process.drawing.leads(model.index(id).unwrap());
    assert!(leads("recall").on && !leads("recall").end);
    assert!(leads("review").on);
    assert_eq!(crate::adopt::longest_of(&process), 4 * 60, "only the review has a time of its own");
}
