//! What events begin while a dossier is in hand: beside the rest, or instead of it; and what stands above them all.

use super::*;
use crate::dossier::{Awaited, Wait};
use crate::drawing::Drawing;
use process::Names;

/// A check and a signature. The applicant may add to the file meanwhile, which is looked at beside; a letter of the
/// inspectors ends all else; and what has taken a day is told of.
fn drawn() -> Procedure {
    let flow = |(number, (from, to)): (usize, &(&str, &str))| {
        format!("<sequenceFlow id=\"f{number}\" sourceRef=\"{from}\" targetRef=\"{to}\"/>")
    };
    let flows = |of: &[(&str, &str)]| of.iter().enumerate().map(flow).collect::<String>();
    let begun = |id: &str, beside: bool, by: &str, does: &str| {
        let inside = flows(&[("begin", "does"), ("does", "end")])
            .replace("\"begin\"", &format!("\"{id}-begin\""))
            .replace("\"does\"", &format!("\"{does}\""))
            .replace("\"end\"", &format!("\"{id}-end\""))
            .replace("id=\"f", &format!("id=\"{id}-f"));
        format!(
            "<subProcess id=\"{id}\" name=\"{id}\" triggeredByEvent=\"true\"><startEvent id=\"{id}-begin\" \
             isInterrupting=\"{}\">{by}</startEvent><task id=\"{does}\"/><endEvent id=\"{id}-end\"/>{inside}</subProcess>",
            !beside
        )
    };
    let time = "<timerEventDefinition><timeDuration>PT8H</timeDuration></timerEventDefinition>";
    let source = format!(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"main\"><startEvent id=\"s\"/>\
         <task id=\"check\"/><task id=\"sign\"/><endEvent id=\"e\"/>{}{}{}{}</process></definitions>",
        flows(&[("s", "check"), ("check", "sign"), ("sign", "e")]),
        begun("added", true, "<messageEventDefinition/>", "look"),
        begun("inspected", false, "<messageEventDefinition/>", "answer"),
        begun("late", true, time, "hurry"),
    );
    let mut procedure = procedure();
    let drawing = Drawing::read(&source, &Names::open()).unwrap();
    assert_eq!(process::check(drawing.model()).findings, []);
    let check = procedure.process.steps[0].clone();
    let sign = Step { id: "sign".into(), ..procedure.process.steps[2].clone() };
    let as_check = |id: &str| Step { id: id.into(), ..check.clone() };
    let steps = vec![as_check("check"), sign, as_check("look"), as_check("answer"), as_check("hurry")];
    procedure.process = Process { version: 2, steps, drawing, ..Process::default() };
    procedure
}

fn begun() -> LedDossier {
    after(filed_as(&filing(Channel::Online), &applicant(), drawn()).unwrap(), [accepted(), handed_over()])
}

fn receive(event: &str) -> Command {
    Command::Receive(Receive {
        event: event.into(), words: "Đơn bổ sung ngày 02/3".into(), answer: None
    })
}

fn running(story: &LedDossier) -> Vec<&str> {
    story.dossier.steps.iter().map(|step| step.id.as_str()).collect()
}

fn waiting(story: &LedDossier) -> Vec<&str> {
    story.dossier.waits.iter().map(|wait| wait.event.as_str()).collect()
}

fn finish(story: &LedDossier, step: &str) -> TriedAct {
    let running = story.dossier.steps.iter().find(|running| running.id == step).expect("it runs");
    let finish = Command::FinishStep(FinishStep { token: running.token, ..FinishStep::default() });
    story.when(by(clerk()), finish)
}

fn time_came(story: &LedDossier) -> TriedAct {
    let wait = story.dossier.waits.iter().find(|wait| wait.event == "late-begin").expect("it is waited for");
    let Awaited::Time { due, .. } = wait.what else { panic!("it is a time") };
    let came = TimeCame { token: wait.token, event: wait.event.clone(), at: due };
    LedDossier { now: story.now.max(due), ..story.clone() }.when(Actor::System, Command::TimeCame(came))
}

const ALL: [&str; 3] = ["added-begin", "inspected-begin", "late-begin"];

#[test]
fn what_the_applicant_adds_is_looked_at_beside_the_rest_as_often_as_it_comes() {
    let story = begun();
    assert_eq!((running(&story), waiting(&story)), (vec!["check"], ALL.to_vec()));
    let story = story.when(by(clerk()), receive("added-begin")).done();
    let story = story.when(by(clerk()), receive("added-begin")).done();
    assert_eq!(running(&story), ["check", "look", "look"]);
    assert_eq!(waiting(&story), ["inspected-begin", "late-begin", "added-begin"]);
    let story = finish(&finish(&story, "look").done(), "check").done();
    // Something runs beside it, so the signature is not the end yet.
    assert_eq!(running(&story), ["look", "sign"]);
    let story = finish(&story, "look").done();
    assert_eq!(running(&story), ["sign"]);
    assert_eq!(replay(DossierId(1), &story.records).unwrap(), story.dossier);
}

#[test]
fn what_only_may_begin_does_not_keep_a_dossier_from_its_decision() {
    let decide = |story: &LedDossier| {
        let running = story.dossier.steps.iter().find(|step| step.id == "sign").expect("it runs");
        let decide = decide_command(Outcome::Granted, "", Some(file_fact()));
        let decide = Command::Decide(Decide { token: running.token, ..decide });
        story.when(by(director()), decide)
    };
    let story = finish(&begun(), "check").done();
    let decided = decide(&story).done();
    assert!(waiting(&decided).is_empty() && decided.dossier.outcome.is_some());
    // What runs beside it is to be done first.
    let story = story.when(by(clerk()), receive("added-begin")).done();
    assert!(decide(&story).answer.is_err());
    decide(&finish(&story, "look").done()).done();
}

#[test]
fn a_letter_that_ends_all_else_leaves_its_own_answer_to_be_given() {
    let story = begun().when(by(clerk()), receive("added-begin")).done();
    let attempt = story.when(by(clerk()), receive("inspected-begin"));
    let dropped = |fact: &&Fact| matches!(fact, Fact::StepDropped { .. });
    assert_eq!(attempt.facts().iter().filter(dropped).count(), 2);
    let story = attempt.done();
    assert_eq!((running(&story), waiting(&story)), (vec!["answer"], vec![]));
    story.when(by(clerk()), receive("added-begin")).refused(Refusal::NotAwaited);
    assert_eq!(replay(DossierId(1), &story.records).unwrap(), story.dossier);
}

#[test]
fn a_pause_holds_what_would_begin() {
    let story = begun().at("2026-03-02T09:30");
    let (actor, pause) = paused();
    let paused = story.when(actor, pause).done();
    let stage = StageKind::PausedForApplicant;
    for event in ["added-begin", "inspected-begin"] {
        paused.when(by(clerk()), receive(event)).refused(Refusal::WrongStage { stage });
    }
    time_came(&paused).refused(Refusal::WrongStage { stage });
    let story = paused.at("2026-03-04T09:30").when(by(clerk()), resume()).done();
    assert_eq!((running(&story), waiting(&story)), (vec!["check"], ALL.to_vec()));
    let story = time_came(&story).done();
    assert_eq!(running(&story), ["check", "hurry"]);
}

#[test]
fn a_withdrawal_ends_what_runs_and_what_would_begin() {
    let story = begun().when(by(clerk()), receive("added-begin")).done();
    let late = time_came(&story).done();
    assert_eq!(running(&late), ["check", "look", "hurry"]);
    let Wait { token, event, what, .. } =
        story.dossier.waits.iter().find(|wait| wait.event == "late-begin").unwrap().clone();
    let Awaited::Time { due: at, .. } = what else { panic!("it is a time") };
    let story = story.when(applicant(), withdraw("")).becomes(StageKind::Withdrawn);
    assert!(running(&story).is_empty() && waiting(&story).is_empty());
    let stage = StageKind::Withdrawn;
    story.when(by(clerk()), receive("added-begin")).refused(Refusal::WrongStage { stage });
    let came = Command::TimeCame(TimeCame { token, event, at });
    LedDossier { now: at, ..story }.when(Actor::System, came).refused(Refusal::WrongStage { stage });
}

/// The signature runs, and beside it a reminder that is the director's too and began before it.
fn reminded() -> LedDossier {
    let mut procedure = drawn();
    let sign = procedure.process.step("sign").unwrap().clone();
    let hurry = procedure.process.steps.iter_mut().find(|step| step.id == "hurry").unwrap();
    (hurry.unit, hurry.role) = (sign.unit, sign.role);
    let story = filed_as(&filing(Channel::Online), &applicant(), procedure).unwrap();
    let story = time_came(&after(story, [accepted(), handed_over()])).done();
    let story = finish(&story, "check").done();
    assert_eq!(running(&story), ["hurry", "sign"]);
    story
}

fn token_of(story: &LedDossier, step: &str) -> Option<u32> {
    story.dossier.steps.iter().find(|running| running.id == step).expect("it runs").token
}

fn at_hand(story: &LedDossier, who: Officer) -> Option<&str> {
    step_at_hand(&story.dossier, &by(who), &story.procedure.process).map(|step| step.id.as_str())
}

#[test]
fn a_head_comes_for_the_step_that_decides_and_not_for_a_reminder_beside_it() {
    let story = reminded();
    assert_eq!(at_hand(&story, director()), Some("sign"));
    let take = Command::Assign(Assign { token: token_of(&story, "hurry"), to: director() });
    let story = story.when(by(director()), take).done();
    assert_eq!(at_hand(&story, director()), Some("sign"), "even where the reminder is their own");
    assert_eq!(at_hand(&story, clerk()), Some("sign"), "who may do neither sees what the dossier waits for");
}

#[test]
fn a_reminder_says_that_only_it_ends() {
    let story = reminded();
    let effect = |step: &str| {
        let offered = offers(&story.dossier, &by(director()), &story.context(), token_of(&story, step));
        let finish = offered.into_iter().find(|offer| offer.kind == ActKind::FinishStep).unwrap();
        finish.answer.map(|effect| effect.text(Language::English).to_string())
    };
    assert_eq!(effect("hurry").unwrap(), "Only this step ends; the other steps stay as they are.");
    assert_eq!(effect("sign"), Err(Refusal::LastStepDecides));
}

#[test]
fn the_decision_stands_out_for_the_head_who_comes_for_it() {
    let story = reminded();
    let stands_out = |who: Officer, step: &str| {
        let token = token_of(&story, step);
        let offered = offers(&story.dossier, &by(who), &story.context(), token);
        expected(&story.dossier, &offered, &story.procedure.process, token)
    };
    assert_eq!(stands_out(director(), "sign"), Some(ActKind::Decide), "though nobody has taken the step");
    assert_eq!(stands_out(director(), "hurry"), Some(ActKind::FinishStep));
    let story = begun();
    let token = token_of(&story, "check");
    let offered = offers(&story.dossier, &by(clerk()), &story.context(), token);
    let first = expected(&story.dossier, &offered, &story.procedure.process, token);
    assert_eq!(first, Some(ActKind::Assign), "an officer takes it first");
}

#[test]
fn who_signs_alone_is_nobody_above_whom_looked_at_it() {
    let alone = |story: &LedDossier, step: &str| {
        let running = story.dossier.steps.iter().find(|running| running.id == step).unwrap();
        Decide::signs_alone(&story.dossier, running, &story.procedure.process)
    };
    assert!(alone(&begun(), "check"));
    assert!(!alone(&reminded(), "sign"), "nobody stands above the head of the agency");
    let mut seen = reminded();
    for step in seen.procedure.process.steps.iter_mut() {
        step.role = if step.id == "check" { Role::AgencyHead } else { Role::Officer };
    }
    assert!(!alone(&seen, "sign"), "the head has looked at it before");
    seen.dossier.steps_done[0].undone = true;
    assert!(alone(&seen, "sign"), "and is to look again");
}
