//! Sending back where the drawing goes back no more: a bound is the agency's own rule, and a head stands above it.

use super::*;
use crate::drawing::Drawing;
use process::Names;

/// Drafted, looked at, once back to the draft at most, and signed.
fn drawn() -> Procedure {
    let flow = |from: &str, to: &str, inside: &str| {
        format!(
            "<sequenceFlow id=\"{from}-{to}\" sourceRef=\"{from}\" targetRef=\"{to}\">{inside}</sequenceFlow>"
        )
    };
    let back = "<extensionElements><m:bound times=\"1\"/></extensionElements>\
         <conditionExpression>steps.look.outcome = \"wrong\"</conditionExpression>";
    let flows = [
        flow("begin", "draft", ""),
        flow("draft", "look", ""),
        flow("look", "how", ""),
        flow("how", "draft", back),
        flow("how", "sign", ""),
        flow("sign", "end", ""),
    ];
    let source = format!(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:m=\"urn:motcua:process:1\"><process id=\"main\">\
         <startEvent id=\"begin\"/><task id=\"draft\"/><task id=\"look\"><extensionElements><m:step>\
         <m:outcome key=\"fine\"/><m:outcome key=\"wrong\"/></m:step></extensionElements></task>\
         <exclusiveGateway id=\"how\" default=\"how-sign\"/><task id=\"sign\"/><endEvent id=\"end\"/>{}</process></definitions>",
        flows.concat()
    );
    let mut procedure = procedure();
    let drawing = Drawing::read(&source, &Names::open()).unwrap();
    assert_eq!(process::check(drawing.model()).findings, [], "the drawing is sound");
    let [check, .., sign] = procedure.process.steps.as_slice() else { panic!("there are steps") };
    let as_check = |id: &str| Step { id: id.into(), name: Text::new(id, id), ..check.clone() };
    let steps = vec![as_check("draft"), as_check("look"), Step { id: "sign".into(), ..sign.clone() }];
    procedure.process = Process { version: 2, steps, drawing, by_meaning: true, ..Process::default() };
    procedure
}

fn finish(story: &LedDossier, outcome: Option<&str>) -> LedDossier {
    let finish = FinishStep { outcome: outcome.map(str::to_string), ..FinishStep::default() };
    story.when(by(clerk()), Command::FinishStep(finish)).done()
}

fn back(to: &str) -> Command {
    Command::SendBack(SendBack { token: None, to: to.into(), reason: "Thiếu căn cứ".into() })
}

fn offered(story: &LedDossier, officer: Officer) -> Result<String, Refusal> {
    let context = story.context();
    let all = offers(&story.dossier, &by(officer), &context, story.dossier.steps[0].token);
    let offer = all.into_iter().find(|offer| offer.kind == ActKind::SendBack).expect("it is asked for");
    offer.answer.map(|effect| effect.text(crate::Language::Vietnamese).to_string())
}

#[test]
fn past_a_bound_a_step_is_sent_back_by_a_head_and_says_so() {
    let story = filed_as(&filing(Channel::Online), &applicant(), drawn()).unwrap();
    let looking = finish(&after(story, [accepted(), handed_over()]), None);
    // While the drawing goes back, so may whoever does the step, and nothing is said.
    let once = looking.when(by(clerk()), back("draft"));
    assert!(once.facts().iter().any(|fact| matches!(fact, Fact::SentBack { past: None, .. })));
    assert!(!offered(&looking, clerk()).unwrap().contains("lãnh đạo"));
    let used_up = finish(&finish(&looking, Some("wrong")), None);
    let refusal = || Refusal::BackUsedUp { to: Text::new("draft", "draft"), times: 1 };
    used_up.when(by(clerk()), back("draft")).refused(refusal());
    assert_eq!(offered(&used_up, clerk()), Err(refusal()), "it is not offered, and why is said");
    assert!(steps_back_by(&used_up.dossier, &by(clerk()), &used_up.procedure.process, None).is_empty());
    // Whoever heads the division may, and is told before what it is.
    let head = Officer { roles: vec![Role::Officer, Role::DivisionHead], ..clerk() };
    let told = offered(&used_up, head.clone()).unwrap();
    assert!(told.contains("“draft” đủ 1 lần") && told.contains("lãnh đạo quyết định"), "{told}");
    let sent = used_up.when(by(head), back("draft"));
    assert!(sent.facts().iter().any(|fact| matches!(fact, Fact::SentBack { past: Some(1), .. })));
    let sent = sent.done();
    assert_eq!(replay(DossierId(1), &sent.records).unwrap(), sent.dossier);
    // The drawing does not begin to count anew by that.
    let again = finish(&finish(&sent, None), Some("wrong"));
    assert_eq!(again.dossier.steps[0].id, "sign");
    // From behind the loop it is as from inside of it.
    assert!(offered(&again, director()).unwrap().contains("“look” đủ 1 lần"));
    let from_sign = again.when(by(director()), back("look"));
    assert!(from_sign.facts().iter().any(|fact| matches!(fact, Fact::SentBack { past: Some(1), .. })));
}

#[test]
fn behind_a_loop_its_bound_binds_whoever_does_the_step() {
    let mut procedure = drawn();
    let sign = procedure.process.steps[0].clone();
    procedure.process.steps[2] = Step { id: "sign".into(), ..sign };
    let story = filed_as(&filing(Channel::Online), &applicant(), procedure).unwrap();
    let looking = finish(&after(story, [accepted(), handed_over()]), None);
    // While the drawing itself would still go back, nothing is said.
    let open = finish(&looking, Some("fine"));
    assert_eq!(open.dossier.steps[0].id, "sign");
    let sent = open.when(by(clerk()), back("look"));
    assert!(sent.facts().iter().any(|fact| matches!(fact, Fact::SentBack { past: None, .. })));
    let used_up = finish(&finish(&finish(&looking, Some("wrong")), None), Some("fine"));
    assert_eq!(used_up.dossier.steps[0].id, "sign");
    for to in ["look", "draft"] {
        let refusal = Refusal::BackUsedUp { to: Text::new("look", "look"), times: 1 };
        used_up.when(by(clerk()), back(to)).refused(refusal);
    }
    let head = Officer { roles: vec![Role::Officer, Role::DivisionHead], ..clerk() };
    let sent = used_up.when(by(head), back("draft"));
    assert!(sent.facts().iter().any(|fact| matches!(fact, Fact::SentBack { past: Some(1), .. })));
}

#[test]
fn a_step_that_runs_again_is_not_offered_as_a_place_to_go_back_to() {
    let story = filed_as(&filing(Channel::Online), &applicant(), drawn()).unwrap();
    let looking = finish(&after(story, [accepted(), handed_over()]), None);
    let again = finish(&finish(&looking, Some("wrong")), None);
    assert_eq!(again.dossier.steps[0].id, "look");
    let places: Vec<&str> = steps_back(&again.dossier, None).iter().map(|done| done.id.as_str()).collect();
    assert_eq!(places, ["draft"]);
    let head = Officer { roles: vec![Role::Officer, Role::DivisionHead], ..clerk() };
    again.when(by(head), back("look")).refused(Refusal::NoStepBack);
}
