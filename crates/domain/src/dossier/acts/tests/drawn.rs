//! A process that is drawn: choices by outcomes and answers, ways back, what runs at once, the end.

use super::*;
use crate::drawing::Drawing;
use process::Names;

/// Check; then by its outcome back (once at most), on to the survey and the opinion at once where the area is large,
/// or straight to the signature.
fn drawn() -> Procedure {
    let flow = |id: &str, ends: &str, inside: &str| {
        let (from, to) = ends.split_once(" to ").unwrap();
        format!("<sequenceFlow id=\"{id}\" sourceRef=\"{from}\" targetRef=\"{to}\">{inside}</sequenceFlow>")
    };
    let when = |condition: &str| format!("<conditionExpression>{condition}</conditionExpression>");
    let once = "<extensionElements><m:bound times=\"1\"/></extensionElements>";
    let flows = [
        flow("a", "begin to merge", ""),
        flow("b", "merge to check", ""),
        flow("c", "check to how", ""),
        flow("back", "how to merge", &format!("{once}{}", when("steps.check.outcome = \"wrong\""))),
        flow("large", "how to both", &when("form.area_in_m2 &gt; 250")),
        flow("small", "how to sign-merge", ""),
        flow("d", "both to survey", ""),
        flow("e", "both to opinion", ""),
        flow("f", "survey to join", ""),
        flow("g", "opinion to join", ""),
        flow("h", "join to sign-merge", ""),
        flow("i", "sign-merge to sign", ""),
        flow("j", "sign to decided", ""),
        flow("k", "decided to granted", &when("outcome = \"granted\"")),
        flow("l", "decided to denied", ""),
    ];
    let source = format!(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:m=\"urn:motcua:process:1\"><process id=\"main\">\
         <startEvent id=\"begin\"/><exclusiveGateway id=\"merge\"/>\
         <task id=\"check\"><extensionElements><m:step time=\"PT4H\"><m:outcome key=\"fine\"/><m:outcome key=\"wrong\"/></m:step></extensionElements></task>\
         <exclusiveGateway id=\"how\" name=\"Đạt?\" default=\"small\"/><parallelGateway id=\"both\"/><task id=\"survey\"/><task id=\"opinion\"/>\
         <parallelGateway id=\"join\"/><exclusiveGateway id=\"sign-merge\"/><task id=\"sign\"/>\
         <exclusiveGateway id=\"decided\" default=\"l\"/><endEvent id=\"granted\"/><endEvent id=\"denied\"/>{}</process></definitions>",
        flows.concat()
    );
    let mut procedure = procedure();
    let area = forms::Question {
        id: "area-in-m2".into(),
        kind: forms::Kind::Number { min: 0, max: 10_000 },
        label: Text::default(),
        required: false,
        hint: Default::default(),
    };
    procedure.form.questions.push(area);
    let steps = ["check", "survey", "opinion", "sign"];
    let names = Names::known(crate::dossier::names(&procedure, &steps));
    let drawing = Drawing::read(&source, &names).unwrap();
    let report = process::check(drawing.model());
    assert_eq!(report.findings, [], "the drawing is sound");
    let sign = procedure.process.steps[2].clone();
    let check = procedure.process.steps[0].clone();
    let as_check = |id: &str| Step { id: id.into(), ..check.clone() };
    let steps = vec![check.clone(), as_check("survey"), as_check("opinion"), sign];
    procedure.process = Process { version: 2, steps, drawing: Some(drawing) };
    procedure
}

fn handed_over_with(area: &str) -> Story {
    let mut filing = filing(Channel::Online);
    filing.answers.insert("area-in-m2".into(), area.into());
    let story = filed_as(&filing, &applicant(), drawn()).unwrap();
    after(story, [accepted(), handed_over()])
}

fn finish_as(outcome: &str) -> Command {
    Command::FinishStep(FinishStep { words: String::new(), outcome: Some(outcome.into()) })
}

fn running(story: &Story) -> &str {
    &story.dossier.step.as_ref().expect("a step runs").id
}

#[test]
fn a_step_runs_as_long_as_the_drawing_says() {
    let story = handed_over_with("100");
    assert_eq!(running(&story), "check");
    assert_eq!(story.dossier.step.as_ref().unwrap().due, instant("2026-03-02T15:00"), "four working hours");
}

#[test]
fn an_outcome_must_be_chosen_and_decides_the_way() {
    let story = handed_over_with("100");
    story.when(by(clerk()), finish_step()).refused(Refusal::OutcomeNotChosen);
    story.when(by(clerk()), finish_as("unheard of")).refused(Refusal::OutcomeNotChosen);
    let fine = story.when(by(clerk()), finish_as("fine")).becomes(StageKind::Processing);
    assert_eq!(running(&fine), "sign");
    assert_eq!(fine.dossier.steps_done[0].outcome.as_deref(), Some("fine"));
    let wrong = story.when(by(clerk()), finish_as("wrong")).done();
    assert_eq!(running(&wrong), "check");
    // The way back is taken once; then the choice goes on without it.
    let again = wrong.when(by(clerk()), finish_as("wrong")).done();
    assert_eq!(running(&again), "sign");
}

#[test]
fn what_runs_at_once_is_all_done_before_it_goes_on() {
    let story = handed_over_with("300").when(by(clerk()), finish_as("fine")).done();
    assert_eq!((running(&story), story.dossier.marking.tokens.len()), ("survey", 2));
    let story = story.when(by(clerk()), finish_step()).done();
    assert_eq!(running(&story), "opinion");
    let story = story.when(by(clerk()), finish_step()).done();
    assert_eq!(running(&story), "sign");
}

#[test]
fn the_step_before_the_end_decides_and_the_end_only_ends() {
    let story = handed_over_with("100");
    let granted = || decide_as(Outcome::Granted, "", Some(file_fact()));
    story.when(by(clerk()), granted()).refused(Refusal::NotTheLastStep);
    let story = story.when(by(clerk()), finish_as("fine")).done();
    story.when(by(director()), finish_step()).refused(Refusal::LastStepDecides);
    let attempt = story.when(by(director()), granted());
    let ends = |fact: &Fact| match fact {
        Fact::ProcessMoved { moves } => {
            moves.iter().any(|moved| moved.passed.contains(&"granted".to_string()))
        }
        _ => false,
    };
    assert!(attempt.facts().iter().any(ends));
    let story = attempt.becomes(StageKind::ResultReady);
    assert!(story.dossier.marking.has_ended());
    let again = replay(DossierId(1), &story.records).unwrap();
    assert_eq!(again, story.dossier, "what is stored tells the same without the engine");
}

#[test]
fn the_laws_word_ends_the_process_wherever_it_stands() {
    let story = handed_over_with("300").when(by(clerk()), finish_as("fine")).done();
    let stopped = story.when(by(director()), stop("Trùng hồ sơ")).becomes(StageKind::Stopped);
    assert!(stopped.dossier.marking.has_ended());
}

#[test]
fn a_pause_holds_the_step_where_it_is() {
    let (actor, pause) = paused();
    let story = handed_over_with("300").when(actor, pause).becomes(StageKind::PausedForApplicant);
    let story = story.when(by(clerk()), resume()).becomes(StageKind::Processing);
    assert_eq!(running(&story.when(by(clerk()), finish_as("fine")).done()), "survey");
}
