//! Conditions a process waits for: what an act makes true goes on by itself.

use super::*;
use crate::dossier::{Awaited, Particular, react};
use crate::drawing::Drawing;
use process::Names;

/// A check and a survey at once; the survey is given up where the check turns out wrong, and a remark is asked for
/// beside it where the area is large.
fn drawn() -> Procedure {
    drawn_with("", &[])
}

/// The same with something beside it, and the steps of that; on the edge there are times then.
fn drawn_with(beside: &str, more: &[&str]) -> Procedure {
    let when = |id: &str, cancel: bool, condition: &str| {
        let by = match beside {
            "" => format!(
                "<conditionalEventDefinition><condition>{condition}</condition></conditionalEventDefinition>"
            ),
            _ => "<timerEventDefinition><timeDuration>PT80H</timeDuration></timerEventDefinition>".into(),
        };
        format!(
            "<boundaryEvent id=\"{id}\" attachedToRef=\"survey\" cancelActivity=\"{cancel}\">{by}</boundaryEvent>"
        )
    };
    let flows = [
        ("begin", "both"),
        ("both", "check"),
        ("both", "survey"),
        ("check", "join"),
        ("survey", "meet"),
        ("given-up", "meet"),
        ("large", "remark"),
        ("remark", "remarked"),
        ("meet", "join"),
        ("join", "sign"),
        ("sign", "end"),
    ];
    let flow = |(number, (from, to)): (usize, &(&str, &str))| {
        format!("<sequenceFlow id=\"f{number}\" sourceRef=\"{from}\" targetRef=\"{to}\"/>")
    };
    let source = format!(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:m=\"urn:motcua:process:1\"><process id=\"main\">\
         <startEvent id=\"begin\"/><parallelGateway id=\"both\"/><task id=\"check\"><extensionElements><m:step time=\"PT4H\">\
         <m:outcome key=\"fine\"/><m:outcome key=\"wrong\"/></m:step></extensionElements></task><task id=\"survey\"/>{}{}\
         <task id=\"remark\"/><endEvent id=\"remarked\"/><exclusiveGateway id=\"meet\"/><parallelGateway id=\"join\"/>\
         <task id=\"sign\"/><endEvent id=\"end\"/>{}{beside}</process></definitions>",
        when("given-up", true, "steps.check.outcome = \"wrong\""),
        when("large", false, "form.area_in_m2 &gt; 250"),
        flows.iter().enumerate().map(flow).collect::<String>()
    );
    let mut procedure = procedure();
    procedure.form.questions.push(forms::Question {
        id: "area-in-m2".into(),
        kind: forms::QuestionKind::number(0, 10_000),
        label: Text::default(),
        required: false,
        hint: Default::default(),
    });
    let names = Names::known(crate::dossier::names(&procedure, &["check", "survey", "remark", "sign"]));
    let drawing = Drawing::read(&source, &names).unwrap();
    assert_eq!(process::check(drawing.model()).findings, []);
    let (check, sign) = (procedure.process.steps[0].clone(), procedure.process.steps[2].clone());
    let as_check = |id: &str| Step { id: id.into(), ..check.clone() };
    let mut steps = vec![check.clone(), as_check("survey"), as_check("remark"), sign];
    steps.extend(more.iter().copied().map(as_check));
    procedure.process = Process { version: 2, steps, drawing, ..Process::default() };
    procedure
}

fn begun() -> LedDossier {
    begun_as(drawn())
}

fn begun_as(procedure: Procedure) -> LedDossier {
    let mut filing = filing(Channel::Online);
    filing.answers.insert("area-in-m2".into(), "100".into());
    after(filed_as(&filing, &applicant(), procedure).unwrap(), [accepted(), handed_over()])
}

fn running(story: &LedDossier) -> Vec<&str> {
    story.dossier.steps.iter().map(|step| step.id.as_str()).collect()
}

fn finish(story: &LedDossier, step: &str, outcome: Option<&str>) -> Command {
    let token = story.dossier.steps.iter().find(|running| running.id == step).expect("it runs").token;
    Command::FinishStep(FinishStep { token, outcome: outcome.map(str::to_string), ..FinishStep::default() })
}

fn area(to: &str) -> Command {
    Command::Correct(Correct {
        what: Particular::Answer { question: "area-in-m2".into() },
        to: to.into(),
        reason: "Gõ nhầm".into(),
        proof: "Đơn".into(),
    })
}

fn happened(facts: &[Fact]) -> Vec<String> {
    let event = |fact: &Fact| match fact {
        Fact::EventHappened { event, .. } => Some(event.clone()),
        _ => None,
    };
    facts.iter().filter_map(event).collect()
}

#[test]
fn what_an_outcome_makes_true_ends_a_step_and_is_recorded() {
    let story = begun();
    assert_eq!(running(&story), ["check", "survey"]);
    assert!(story.dossier.waits.iter().all(|wait| wait.what == Awaited::Condition {}));
    let fine = story.when(by(clerk()), finish(&story, "check", Some("fine"))).done();
    assert_eq!(running(&fine), ["survey"]);
    let wrong = story.when(by(clerk()), finish(&story, "check", Some("wrong")));
    let facts = wrong.facts();
    assert_eq!(happened(&facts), ["given-up"]);
    assert!(facts.iter().any(|fact| matches!(fact, Fact::StepDropped { step, .. } if step == "survey")));
    let wrong = wrong.done();
    assert_eq!((running(&wrong), wrong.dossier.waits.len()), (vec!["sign"], 0));
    assert!(
        wrong.records.iter().all(|record| react(&wrong.dossier, &record.event)
            .iter()
            .all(|followup| { !matches!(followup, crate::dossier::Followup::Wait { .. }) })),
        "no job looks for it"
    );
}

#[test]
fn an_answer_put_right_is_looked_at_at_once_and_the_step_goes_on_beside() {
    let story = begun();
    let small = story.when(counter(), area("250"));
    assert_eq!(small.facts().len(), 1, "nothing else happened");
    let large = story.when(counter(), area("300"));
    assert_eq!(happened(&large.facts()), ["large"]);
    let large = large.done();
    assert_eq!(running(&large), ["check", "survey", "remark"]);
    assert!(large.dossier.waits.iter().any(|wait| wait.event == "large"), "it may become true once more");
    // What has happened went by what stood then.
    large.when(counter(), area("200")).refused(Refusal::AnswerUsed);
    // Nothing comes twice of what stays true.
    let more = large.when(by(clerk()), finish(&large, "remark", None)).done();
    assert_eq!(running(&more), ["check", "survey"]);
}

#[test]
fn while_it_is_paused_nothing_begins_and_then_it_is_looked_at() {
    let story = begun();
    let paused = story.when(by(clerk()), pause_for_papers("12/TB", &["map"], "")).done();
    let corrected = paused.when(counter(), area("300"));
    assert_eq!(corrected.facts().len(), 1);
    let corrected = corrected.done();
    let resumed = corrected.when(by(clerk()), resume()).becomes(StageKind::Processing);
    assert_eq!(running(&resumed), ["check", "survey", "remark"]);
    let withdrawn = corrected.when(applicant(), withdraw("")).done();
    assert!(withdrawn.dossier.steps.is_empty() && withdrawn.dossier.waits.is_empty());
}

#[test]
fn going_back_does_not_undo_what_became_true_beside() {
    let story = begun().when(counter(), area("300")).done();
    let checked = story.when(by(clerk()), finish(&story, "check", Some("wrong"))).done();
    assert_eq!(running(&checked), ["remark", "sign"]);
}

#[test]
fn what_becomes_true_begins_what_lies_beside_or_ends_all_else() {
    let begun = |beside: bool| {
        let inside = format!(
            "<subProcess id=\"w\" triggeredByEvent=\"true\"><startEvent id=\"grown\" isInterrupting=\"{}\">\
             <conditionalEventDefinition><condition>form.area_in_m2 &gt; 150</condition></conditionalEventDefinition>\
             </startEvent><task id=\"look\"/><endEvent id=\"looked\"/>\
             <sequenceFlow id=\"w1\" sourceRef=\"grown\" targetRef=\"look\"/>\
             <sequenceFlow id=\"w2\" sourceRef=\"look\" targetRef=\"looked\"/></subProcess>",
            !beside
        );
        begun_as(drawn_with(&inside, &["look"]))
    };
    for beside in [true, false] {
        let story = begun(beside);
        assert!(story.dossier.waits.iter().any(|wait| wait.event == "grown"));
        let grown = story.when(counter(), area("200"));
        assert_eq!(happened(&grown.facts()), ["grown"]);
        let grown = grown.done();
        let now = if beside { vec!["check", "survey", "look"] } else { vec!["look"] };
        assert_eq!(running(&grown), now);
        assert_eq!(grown.dossier.waits.iter().any(|wait| wait.event == "grown"), beside);
        assert_eq!(replay(DossierId(1), &grown.records).unwrap(), grown.dossier);
    }
}
