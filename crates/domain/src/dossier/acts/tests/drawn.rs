//! A process that is more than a list: choices by outcomes and answers, ways back, what runs at once, the end.

use super::*;
use crate::drawing::Drawing;
use process::Names;

/// Check; then by its outcome back (once at most), on to the survey and the opinion at once where the area is large,
/// or straight to the signature.
pub(super) fn drawn() -> Procedure {
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
        kind: forms::QuestionKind::number(0, 10_000),
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
    procedure.process = Process { version: 2, steps, drawing, ..Process::default() };
    procedure
}

fn handed_over_with(area: &str) -> LedDossier {
    let mut filing = filing(Channel::Online);
    filing.answers.insert("area-in-m2".into(), area.into());
    let story = filed_as(&filing, &applicant(), drawn()).unwrap();
    after(story, [accepted(), handed_over()])
}

/// Finishes a running step.
fn finish(story: &LedDossier, step: &str, outcome: Option<&str>) -> Command {
    let (token, outcome) = (token(story, step), outcome.map(str::to_string));
    Command::FinishStep(FinishStep { token, outcome, ..FinishStep::default() })
}

fn grant(story: &LedDossier, step: &str) -> Command {
    match decide_as(Outcome::Granted, "", Some(file_fact())) {
        Command::Decide(decide) => Command::Decide(Decide { token: token(story, step), ..decide }),
        other => other,
    }
}

fn token(story: &LedDossier, step: &str) -> Option<u32> {
    story.dossier.steps.iter().find(|running| running.id == step).expect("it runs").token
}

fn running(story: &LedDossier) -> Vec<&str> {
    story.dossier.steps.iter().map(|step| step.id.as_str()).collect()
}

/// Checked as fine.
fn fine(area: &str) -> LedDossier {
    let story = handed_over_with(area);
    story.when(by(clerk()), finish(&story, "check", Some("fine"))).done()
}

#[test]
fn a_step_runs_as_long_as_the_drawing_says() {
    let story = handed_over_with("100");
    assert_eq!(running(&story), ["check"]);
    assert_eq!(story.dossier.steps[0].due, instant("2026-03-02T15:00"), "four working hours");
}

#[test]
fn an_outcome_must_be_chosen_and_decides_the_way() {
    let story = handed_over_with("100");
    let check = |outcome| finish(&story, "check", outcome);
    story.when(by(clerk()), check(None)).refused(Refusal::OutcomeNotChosen);
    story.when(by(clerk()), check(Some("unheard of"))).refused(Refusal::OutcomeNotChosen);
    let fine = story.when(by(clerk()), check(Some("fine"))).becomes(StageKind::Processing);
    assert_eq!(running(&fine), ["sign"]);
    assert_eq!(fine.dossier.steps_done[0].outcome.as_deref(), Some("fine"));
    let wrong = story.when(by(clerk()), check(Some("wrong"))).done();
    assert_eq!(running(&wrong), ["check"]);
    // The way back is taken once; then the choice goes on without it.
    let again = wrong.when(by(clerk()), finish(&wrong, "check", Some("wrong"))).done();
    assert_eq!(running(&again), ["sign"]);
}

#[test]
fn what_is_drawn_at_once_runs_at_once() {
    let story = fine("300");
    assert_eq!(running(&story), ["survey", "opinion"]);
    let opinion = story.when(by(clerk()), finish(&story, "opinion", None)).done();
    assert_eq!(running(&opinion), ["survey"], "the signature waits for both");
    let survey = story.when(by(clerk()), finish(&story, "survey", None)).done();
    let both = survey.when(by(clerk()), finish(&survey, "opinion", None)).done();
    assert_eq!(running(&both), ["sign"]);
}

#[test]
fn each_running_step_has_an_officer_of_its_own() {
    let story = fine("300");
    let give = |story: &LedDossier, step, to: Officer| {
        let command = Command::Assign(Assign { token: token(story, step), to: to.clone() });
        story.when(by(to), command)
    };
    let story = give(&story, "survey", clerk()).done();
    let story = give(&story, "opinion", second_clerk()).done();
    let whose: Vec<_> = story.dossier.steps.iter().map(|step| step.assignee).collect();
    assert_eq!(whose, [Some(clerk().account), Some(second_clerk().account)]);
    story.when(by(clerk()), finish(&story, "opinion", None)).refused(Refusal::TakenByColleague);
    let story = story.when(by(second_clerk()), finish(&story, "opinion", None)).done();
    assert_eq!(story.dossier.steps[0].assignee, Some(clerk().account), "the other keeps what is theirs");
    assert_eq!(story.dossier.steps_done[1].by, Some(second_clerk().account));
}

#[test]
fn an_officer_comes_for_their_own_step() {
    let story = fine("300");
    let at_hand = |story: &LedDossier, who: Officer| {
        step_at_hand(&story.dossier, &by(who), &story.procedure.process).map(|step| step.id.clone())
    };
    let give = Command::Assign(Assign { token: token(&story, "opinion"), to: second_clerk() });
    let story = story.when(by(second_clerk()), give).done();
    assert_eq!(at_hand(&story, second_clerk()).as_deref(), Some("opinion"));
    assert_eq!(at_hand(&story, clerk()).as_deref(), Some("survey"));
}

#[test]
fn a_step_that_does_not_run_is_not_finished() {
    let story = fine("300");
    let gone = Command::FinishStep(FinishStep { token: Some(99), ..FinishStep::default() });
    story.when(by(clerk()), gone).refused(Refusal::StepNotRunning);
    story.when(by(clerk()), finish_step()).refused(Refusal::StepNotRunning);
}

#[test]
fn while_another_step_runs_nothing_is_decided() {
    let story = fine("300");
    story.when(by(clerk()), grant(&story, "survey")).refused(Refusal::NotTheLastStep);
}

#[test]
fn the_step_before_the_end_decides_and_the_end_only_ends() {
    let story = handed_over_with("100");
    story.when(by(clerk()), grant(&story, "check")).refused(Refusal::NotTheLastStep);
    let story = fine("100");
    story.when(by(director()), finish(&story, "sign", None)).refused(Refusal::LastStepDecides);
    let attempt = story.when(by(director()), grant(&story, "sign"));
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
    let stopped = fine("300").when(by(director()), stop("Trùng hồ sơ")).becomes(StageKind::Stopped);
    assert!(stopped.dossier.marking.has_ended() && stopped.dossier.steps.is_empty());
}

#[test]
fn a_pause_holds_every_step_where_it_is() {
    let (actor, pause) = paused();
    let story = fine("300").at("2026-03-02T14:00").when(actor, pause).becomes(StageKind::PausedForApplicant);
    let left: Vec<_> = story.dossier.steps.iter().map(|step| step.due).collect();
    let story = story.at("2026-03-05T14:00").when(by(clerk()), resume()).becomes(StageKind::Processing);
    assert_eq!(running(&story), ["survey", "opinion"]);
    for (step, before) in story.dossier.steps.iter().zip(left) {
        let three_days = before.plus_minutes(3 * 24 * 60);
        assert_eq!(step.due, three_days, "three days were not counted");
    }
}

fn back(story: &LedDossier, step: &str, to: &str) -> Command {
    let token = token(story, step);
    Command::SendBack(SendBack { token, to: to.into(), reason: "Thiếu căn cứ".into() })
}

#[test]
fn sending_back_undoes_what_came_of_a_step_and_nothing_else() {
    let story = fine("300");
    let story = story.when(by(clerk()), finish(&story, "survey", None)).done();
    story.when(by(clerk()), back(&story, "opinion", "survey")).refused(Refusal::NoStepBack);
    let signing = story.when(by(clerk()), finish(&story, "opinion", None)).done();
    // Before the join the other branch had brought its own, which stays.
    let once = signing.when(by(director()), back(&signing, "sign", "opinion")).done();
    assert_eq!(running(&once), ["opinion"]);
    let signing = once.when(by(clerk()), finish(&once, "opinion", None)).done();
    assert_eq!(running(&signing), ["sign"]);
    // Before the fork both go.
    let check = signing.when(by(director()), back(&signing, "sign", "check")).done();
    assert_eq!((running(&check), check.dossier.steps_finished()), (vec!["check"], 0));
    // What was found out before does not decide again.
    let wrong = check.when(by(clerk()), finish(&check, "check", Some("wrong"))).done();
    assert_eq!(running(&wrong), ["check"]);
    assert_eq!(replay(DossierId(1), &wrong.records).unwrap(), wrong.dossier);
}

#[test]
fn sending_back_from_one_branch_to_before_the_fork_drops_the_other() {
    let story = fine("300");
    let check = story.when(by(clerk()), back(&story, "survey", "check"));
    let dropped = |fact: &Fact| matches!(fact, Fact::StepDropped { step, .. } if step == "opinion");
    assert!(check.facts().iter().any(dropped));
    assert_eq!(running(&check.done()), ["check"]);
}

#[test]
fn what_no_way_avoids_is_certain() {
    let procedure = drawn();
    let drawing = &procedure.process.drawing;
    let certain = |at: &[&str]| {
        let mut steps: Vec<String> = drawing.certain_steps(at).into_iter().collect();
        steps.sort();
        steps
    };
    assert_eq!(certain(&[]), ["check", "sign"], "the survey and the opinion depend on an answer");
    assert_eq!(certain(&["both"]), ["opinion", "sign", "survey"], "all that is done at once is done");
    assert_eq!(certain(&["sign"]), ["sign"]);
}

#[test]
fn what_no_way_leads_to_any_more_is_no_longer_to_be_done() {
    let procedure = drawn();
    let drawing = &procedure.process.drawing;
    let possible = |at: &[&str]| {
        let mut steps: Vec<String> = drawing.possible_steps(at).into_iter().collect();
        steps.sort();
        steps
    };
    let all = ["check", "opinion", "sign", "survey"];
    assert_eq!(possible(&[]), all);
    assert_eq!(possible(&["check"]), all, "which way is taken is not known");
    assert_eq!(possible(&["survey", "opinion"]), ["opinion", "sign", "survey"]);
    assert_eq!(possible(&["opinion"]), ["opinion", "sign"], "the other branch came to nothing");
    assert_eq!(possible(&["sign"]), ["sign"]);
}

#[test]
fn duties_are_kept_apart_whoever_stands_in_for_whom() {
    let mut procedure = drawn();
    let apart = procedure.process.drawing.source().replace(
        "<task id=\"sign\"/>",
        "<task id=\"sign\"><extensionElements><m:step apart-from=\"check\"/></extensionElements></task>",
    );
    procedure.process.drawing = Drawing::read(&apart, &Names::open()).unwrap();
    procedure.process.steps[3] =
        Step { unit: unit("registry"), role: Role::Officer, ..procedure.process.steps[3].clone() };
    let mut filing = filing(Channel::Online);
    filing.answers.insert("area-in-m2".into(), "100".into());
    let story = after(filed_as(&filing, &applicant(), procedure).unwrap(), [accepted(), handed_over()]);
    let story = story.when(by(clerk()), finish(&story, "check", Some("fine"))).done();
    let refusal = || Refusal::DutiesApart { done: story.procedure.process.steps[0].name.clone() };
    story.when(by(clerk()), grant(&story, "sign")).refused(refusal());
    let in_place = |account: Officer, absent: Officer| Officer {
        stands_for: Some(absent.account),
        account: account.account,
        ..second_clerk()
    };
    // Neither by standing in for somebody else, nor in the place of who did it.
    story.when(by(in_place(clerk(), second_clerk())), grant(&story, "sign")).refused(refusal());
    story.when(by(in_place(second_clerk(), clerk())), grant(&story, "sign")).refused(refusal());
    let give = Command::Assign(Assign { token: token(&story, "sign"), to: clerk() });
    story.when(by(registry_head()), give).refused(refusal());
    story.when(by(second_clerk()), grant(&story, "sign")).becomes(StageKind::ResultReady);
}

#[test]
fn what_is_done_twice_is_done_by_two_where_it_is_kept_apart_from_itself() {
    let at_once = "<multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>";
    let led = |apart: &str| {
        let mut procedure = drawn();
        let survey = format!(
            "<task id=\"survey\"><extensionElements><m:step {apart}/></extensionElements>{at_once}</task>"
        );
        let source = procedure.process.drawing.source().replace("<task id=\"survey\"/>", &survey);
        procedure.process.drawing = Drawing::read(&source, &Names::open()).unwrap();
        let mut filing = filing(Channel::Online);
        filing.answers.insert("area-in-m2".into(), "300".into());
        let story = after(filed_as(&filing, &applicant(), procedure).unwrap(), [accepted(), handed_over()]);
        let story = story.when(by(clerk()), finish(&story, "check", Some("fine"))).done();
        assert_eq!(running(&story), ["survey", "survey", "opinion"]);
        story.when(by(clerk()), finish(&story, "survey", None)).done()
    };
    // Where nobody says so, one officer may do it each time.
    let free = led("");
    free.when(by(clerk()), finish(&free, "survey", None)).becomes(StageKind::Processing);
    let once = led("apart-from=\"survey\"");
    assert_eq!(process::check(once.procedure.process.model()).findings, []);
    let survey = once.procedure.process.steps[1].name.clone();
    let refusal = || Refusal::DutiesApart { done: survey.clone() };
    once.when(by(clerk()), finish(&once, "survey", None)).refused(refusal());
    let give = Command::Assign(Assign { token: token(&once, "survey"), to: clerk() });
    once.when(by(registry_head()), give).refused(refusal());
    let both = once.when(by(second_clerk()), finish(&once, "survey", None)).done();
    assert_eq!(running(&both), ["opinion"]);
    // Gone back and done anew, it is another time.
    let back = SendBack { token: None, to: "check".into(), reason: "Thiếu căn cứ".into() };
    let back = both.when(by(clerk()), Command::SendBack(back)).done();
    let anew = back.when(by(clerk()), finish(&back, "check", Some("fine"))).done();
    anew.when(by(clerk()), finish(&anew, "survey", None)).becomes(StageKind::Processing);
}

/// The same dossier by another version of its process.
fn change(story: &LedDossier, to: Process) -> TriedAct {
    let to = Box::new(Process { version: 3, ..to });
    story.when(
        Actor::System,
        Command::ChangeProcess(ChangeProcess { to, decided_by: administrator().account }),
    )
}

#[test]
fn a_running_dossier_goes_on_by_another_version_where_its_place_is_plain() {
    let story = handed_over_with("300");
    let to = story.procedure.process.clone();
    story
        .when(
            by(director()),
            Command::ChangeProcess(ChangeProcess {
                to: Box::new(to.clone()),
                decided_by: director().account,
            }),
        )
        .refused(Refusal::OnlyTheProgram);
    let before = story.dossier.steps[0].clone();
    let mut changed = change(&story, to.clone()).done();
    changed.procedure.process = Process { version: 3, ..to };
    let step = &changed.dossier.steps[0];
    assert_eq!(
        (step.id.as_str(), step.due, step.started),
        ("check", before.due, before.started),
        "it is the same work"
    );
    assert_ne!(step.token, before.token);
    assert_eq!(changed.dossier.pinned.process_version, 3);
    assert_eq!(replay(DossierId(1), &changed.records).unwrap(), changed.dossier);
    // And on it goes by the new one.
    let on = changed.when(by(clerk()), finish(&changed, "check", Some("fine"))).done();
    assert_eq!(running(&on), ["survey", "opinion"]);
    // What came before is not sent back to through another drawing.
    let sign = |story: LedDossier| {
        let story = story.when(by(clerk()), finish(&story, "survey", None)).done();
        story.when(by(clerk()), finish(&story, "opinion", None)).done()
    };
    let signing = sign(on);
    assert_eq!(steps_back(&signing.dossier, token(&signing, "sign")).len(), 3);
}

#[test]
fn what_has_no_plain_place_stays() {
    let refused = |story: &LedDossier, to: Process, why| change(story, to).refused(Refusal::Unplaced { why });
    let story = fine("300");
    refused(&story, story.procedure.process.clone(), Unplaced::NotOneStep);
    let story = handed_over_with("300");
    let same = story.procedure.process.clone();
    let step = |id: &str, of: fn(&mut Step)| {
        let mut process = same.clone();
        of(process.steps.iter_mut().find(|step| step.id == id).unwrap());
        process
    };
    refused(&story, step("check", |step| step.unit = unit("legal")), Unplaced::OtherDoer);
    refused(&story, step("check", |step| step.role = Role::DivisionHead), Unplaced::OtherDoer);
    refused(&story, step("check", |step| step.id = "look".into()), Unplaced::StepGone);
    // One of several ways that are waited for: alone it would wait for ever.
    let story = story.when(by(clerk()), finish(&story, "check", Some("fine"))).done();
    let alone = story.when(by(clerk()), finish(&story, "survey", None)).done();
    refused(&alone, same.clone(), Unplaced::NotOneStep);
    let listed = Process::of_list(2, "", same.steps.clone());
    let mut story =
        filed_as(&filing(Channel::Online), &applicant(), Procedure { process: listed, ..drawn() }).unwrap();
    story = after(story, [accepted(), handed_over(), checked()]);
    assert_eq!(running(&story), ["survey"]);
    refused(&story, same.clone(), Unplaced::OneOfSeveral);
    // What comes round again by a way back does not bring the other one now.
    let source = same.drawing.source();
    let round = source
        .replace("sourceRef=\"decided\" targetRef=\"denied\"", "sourceRef=\"decided\" targetRef=\"merge\"");
    assert_ne!(round, source);
    let drawing = Drawing::read(&round, &Names::open()).unwrap();
    refused(&story, Process { drawing, ..same.clone() }, Unplaced::OneOfSeveral);
    // A step the other version lacks is not sent back to.
    let steps: Vec<Step> = same.steps.iter().filter(|step| step.id != "check").cloned().collect();
    let shorter = Process::of_list(3, "", steps);
    let mut moved = change(&story, shorter.clone()).done();
    moved.procedure.process = shorter;
    moved.when(by(clerk()), back(&moved, "survey", "check")).refused(Refusal::NoStepBack);
}

#[test]
fn what_may_be_done_over_nothing_leads_past_itself() {
    let drawing = |work: &str, rest: &str| {
        let source = format!(
            "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"main\"><startEvent id=\"s\"/>\
             <task id=\"a\"/>{work}<endEvent id=\"e\"/><sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"a\"/>{rest}</process></definitions>"
        );
        Drawing::read(&source, &Names::open()).unwrap()
    };
    let leads = |drawing: &Drawing, from: &str| drawing.leads(drawing.model().index(from).unwrap());
    let each = "<multiInstanceLoopCharacteristics><loopCardinality>0</loopCardinality></multiInstanceLoopCharacteristics>";
    let after = "<sequenceFlow id=\"g\" sourceRef=\"a\" targetRef=\"b\"/><sequenceFlow id=\"h\" sourceRef=\"b\" targetRef=\"e\"/>";
    let none = leads(&drawing(&format!("<task id=\"b\">{each}</task>"), after), "a");
    assert!(none.on && none.end);
    let once = leads(&drawing("<task id=\"b\"/>", after), "a");
    assert!(once.on && !once.end);
    // A round of what is repeated may be followed by another.
    let inside = format!(
        "<subProcess id=\"b\">{each}<startEvent id=\"i\"/><task id=\"c\"/><endEvent id=\"j\"/>\
        <sequenceFlow id=\"k\" sourceRef=\"i\" targetRef=\"c\"/><sequenceFlow id=\"l\" sourceRef=\"c\" targetRef=\"j\"/></subProcess>"
    );
    let round = leads(&drawing(&inside, after), "c");
    assert!(round.on && round.end);
    // An error goes on where it is caught.
    let error = "<subProcess id=\"b\"><startEvent id=\"i\"/><task id=\"c\"/><endEvent id=\"j\"><errorEventDefinition/></endEvent>\
        <sequenceFlow id=\"k\" sourceRef=\"i\" targetRef=\"c\"/><sequenceFlow id=\"l\" sourceRef=\"c\" targetRef=\"j\"/></subProcess>\
        <boundaryEvent id=\"m\" attachedToRef=\"b\"><errorEventDefinition/></boundaryEvent><task id=\"d\"/>";
    let caught = format!(
        "{after}<sequenceFlow id=\"n\" sourceRef=\"m\" targetRef=\"d\"/><sequenceFlow id=\"o\" sourceRef=\"d\" targetRef=\"e\"/>"
    );
    let error = leads(&drawing(error, &caught), "c");
    assert!(error.on && !error.end);
}
