//! What a process waits for: times, and messages from outside.

use super::*;
use crate::dossier::{Awaited, Followup, Wait, react};
use crate::drawing::Drawing;
use process::Names;

/// An opinion, reminded of after an hour and gone on without after two; then a reply from outside or a day, whichever
/// comes first; then the signature.
fn drawn() -> Procedure {
    let timer = |time: &str| {
        format!("<timerEventDefinition><timeDuration>{time}</timeDuration></timerEventDefinition>")
    };
    let beside = |id: &str, cancel: bool, time: &str| {
        let timer = timer(time);
        format!(
            "<boundaryEvent id=\"{id}\" attachedToRef=\"opinion\" cancelActivity=\"{cancel}\">{timer}</boundaryEvent>"
        )
    };
    let flows = [
        ("begin", "opinion"),
        ("opinion", "heard"),
        ("silent", "heard"),
        ("remind", "reminded"),
        ("heard", "either"),
        ("either", "reply"),
        ("either", "day"),
        ("reply", "meet"),
        ("day", "meet"),
        ("meet", "sign"),
        ("sign", "end"),
    ];
    let flow = |(number, (from, to)): (usize, &(&str, &str))| {
        format!("<sequenceFlow id=\"f{number}\" sourceRef=\"{from}\" targetRef=\"{to}\"/>")
    };
    let source = format!(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"main\"><startEvent id=\"begin\"/>\
         <task id=\"opinion\"/>{}{}<endEvent id=\"reminded\"/><exclusiveGateway id=\"heard\"/><eventBasedGateway id=\"either\"/>\
         <intermediateCatchEvent id=\"reply\"><messageEventDefinition/></intermediateCatchEvent>\
         <intermediateCatchEvent id=\"day\">{}</intermediateCatchEvent><exclusiveGateway id=\"meet\"/><task id=\"sign\"/>\
         <endEvent id=\"end\"/>{}</process></definitions>",
        beside("silent", true, "PT2H"),
        beside("remind", false, "PT1H"),
        timer("P1D"),
        flows.iter().enumerate().map(flow).collect::<String>()
    );
    let mut procedure = procedure();
    let drawing = Drawing::read(&source, &Names::open()).unwrap();
    let (check, sign) = (procedure.process.steps[0].clone(), procedure.process.steps[2].clone());
    let steps = vec![Step { id: "opinion".into(), ..check }, sign];
    procedure.process = Process { version: 2, steps, drawing, ..Process::default() };
    procedure
}

/// Handed over on Monday at 9:00, so that the reminder comes at 10:00 and silence at 11:00.
fn asked() -> LedDossier {
    after(filed_as(&filing(Channel::Online), &applicant(), drawn()).unwrap(), [accepted(), handed_over()])
}

fn due(story: &LedDossier, event: &str) -> Instant {
    let wait = story.dossier.waits.iter().find(|wait| wait.event == event).expect("it is waited for");
    match wait.what {
        Awaited::Time { due, .. } => due,
        _ => panic!("{event} is no time"),
    }
}

fn time_came(story: &LedDossier, event: &str) -> TriedAct {
    let at = due(story, event);
    let token = story.dossier.waits.iter().find(|wait| wait.event == event).unwrap().token;
    let came = TimeCame { token, event: event.into(), at };
    LedDossier { now: story.now.max(at), ..story.clone() }.when(Actor::System, Command::TimeCame(came))
}

fn receive(event: &str) -> Command {
    Command::Receive(Receive { event: event.into(), words: "Công văn 15/UBND".into(), answer: None })
}

fn running(story: &LedDossier) -> Vec<&str> {
    story.dossier.steps.iter().map(|step| step.id.as_str()).collect()
}

fn waiting(story: &LedDossier) -> Vec<&str> {
    story.dossier.waits.iter().map(|wait| wait.event.as_str()).collect()
}

#[test]
fn silence_at_the_limit_is_recorded_and_does_not_stop_the_rest() {
    let story = asked();
    assert_eq!((running(&story), waiting(&story)), (vec!["opinion"], vec!["silent", "remind"]));
    assert_eq!(due(&story, "silent"), instant("2026-03-02T11:00"));
    let attempt = time_came(&story, "silent");
    let dropped = |fact: &Fact| matches!(fact, Fact::StepDropped { step, .. } if step == "opinion");
    let told = |fact: &Fact| matches!(fact, Fact::EventHappened { event, .. } if event == "silent");
    assert!(attempt.facts().iter().any(dropped) && attempt.facts().iter().any(told));
    let story = attempt.becomes(StageKind::Processing);
    assert_eq!((running(&story), waiting(&story)), (vec![], vec!["reply", "day"]));
    // What only waits is not everybody's to stop.
    story.when(by(legal_head()), stop("Trùng")).refused(Refusal::NotYourUnit);
    story.when(by(registry_head()), stop("Trùng")).becomes(StageKind::Stopped);
    assert_eq!(story.dossier.steps_finished(), 0, "nobody did it");
    assert_eq!(replay(DossierId(1), &story.records).unwrap(), story.dossier);
}

#[test]
fn a_reminder_disturbs_nothing() {
    let story = time_came(&asked(), "remind").done();
    assert_eq!((running(&story), waiting(&story)), (vec!["opinion"], vec!["silent"]));
}

#[test]
fn what_is_done_in_time_is_no_longer_waited_for() {
    let story = asked();
    let token = story.dossier.steps[0].token;
    let finish = Command::FinishStep(FinishStep { token, ..FinishStep::default() });
    let done = story.when(by(clerk()), finish).done();
    assert_eq!(waiting(&done), ["reply", "day"]);
    let stale = TimeCame { token: token.unwrap(), event: "silent".into(), at: due(&story, "silent") };
    done.when(Actor::System, Command::TimeCame(stale)).refused(Refusal::NotAwaited);
}

/// Two replies are asked for in one message at once.
#[test]
fn a_reply_moves_the_wait_it_was_recorded_for() {
    let mut procedure = drawn();
    let flow = |id: &str, from: &str, to: &str| {
        format!("<sequenceFlow id=\"{id}\" sourceRef=\"{from}\" targetRef=\"{to}\"/>")
    };
    let catch = |id: &str| {
        format!(
            "<intermediateCatchEvent id=\"{id}\"><messageEventDefinition messageRef=\"m\"/></intermediateCatchEvent>"
        )
    };
    let source = format!(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><message id=\"m\" name=\"reply\"/><process id=\"main\">\
         <startEvent id=\"begin\"/><parallelGateway id=\"both\"/>{}{}<task id=\"opinion\"/><parallelGateway id=\"join\"/><task id=\"sign\"/>\
         <endEvent id=\"end\"/>{}</process></definitions>",
        catch("first"),
        catch("second"),
        [
            flow("a", "begin", "both"),
            flow("b", "both", "first"),
            flow("c", "both", "second"),
            flow("d", "first", "join"),
            flow("e", "second", "opinion"),
            flow("f", "opinion", "join"),
            flow("g", "join", "sign"),
            flow("h", "sign", "end"),
        ]
        .concat()
    );
    procedure.process.drawing = Drawing::read(&source, &Names::open()).unwrap();
    let story = after(
        filed_as(&filing(Channel::Online), &applicant(), procedure).unwrap(),
        [accepted(), handed_over()],
    );
    assert_eq!(waiting(&story), ["first", "second"]);
    let receive =
        Receive { event: "second".into(), words: "Đã có công văn trả lời".into(), answer: None };
    let story = story.when(by(clerk()), Command::Receive(receive)).done();
    assert_eq!((running(&story), waiting(&story)), (vec!["opinion"], vec!["first"]));
}

#[test]
fn a_time_is_brought_by_the_program_when_it_was_to_come() {
    let story = asked();
    let wait = &story.dossier.waits[0];
    let came = |at| Command::TimeCame(TimeCame { token: wait.token, event: wait.event.clone(), at });
    story.when(by(director()), came(due(&story, "silent"))).refused(Refusal::OnlyTheProgram);
    story.when(Actor::System, came(instant(DUE))).refused(Refusal::NotAwaited);
    let awaited = wait.fact(wait.what.clone()).into();
    let at = due(&story, "silent");
    let expected = Followup::Wait { token: wait.token, event: "silent".into(), at };
    assert_eq!(react(&story.dossier, &awaited), [expected]);
}

#[test]
fn a_pause_stops_the_times_too() {
    let story = asked().at("2026-03-02T09:30");
    let before = due(&story, "silent");
    let (actor, pause) = paused();
    let paused = story.when(actor, pause).done();
    let Wait { token, event, .. } = paused.dossier.waits[0].clone();
    let old = Command::TimeCame(TimeCame { token, event, at: before });
    let stage = StageKind::PausedForApplicant;
    paused
        .clone()
        .at("2026-03-02T11:00")
        .when(Actor::System, old.clone())
        .refused(Refusal::WrongStage { stage });
    let story = paused.at("2026-03-04T09:30").when(by(clerk()), resume()).done();
    assert_eq!(due(&story, "silent"), instant("2026-03-04T11:00"), "an hour and a half was left");
    story.when(Actor::System, old).refused(Refusal::NotAwaited);
    assert_eq!(waiting(&time_came(&story, "silent").done()), ["reply", "day"]);
}

#[test]
fn a_day_off_moves_the_times_that_are_counted() {
    let story = time_came(&asked(), "silent").done();
    assert_eq!(due(&story, "day"), instant("2026-03-03T11:00"));
    let story = story.with_day_off("2026-03-03");
    let story = story.when(Actor::System, recalculate()).done();
    assert_eq!(due(&story, "day"), instant("2026-03-04T11:00"));
}

#[test]
fn whoever_looks_after_it_records_what_came_from_outside() {
    let story = asked();
    story.when(by(clerk()), receive("reply")).refused(Refusal::NotAwaited);
    let story = time_came(&story, "silent").done();
    story.when(by(lawyer()), receive("reply")).refused(Refusal::NotYourUnit);
    story.when(clerk_elsewhere(), receive("reply")).refused(Refusal::NotYourAgency);
    story.when(by(clerk()), receive("day")).refused(Refusal::NotAwaited);
    for who in [clerk(), registry_head(), director()] {
        let signing = story.when(by(who), receive("reply")).done();
        assert_eq!((running(&signing), waiting(&signing)), (vec!["sign"], vec![]));
    }
    assert_eq!(running(&time_came(&story, "day").done()), ["sign"], "or the day passes");
}

#[test]
fn a_division_keeps_what_only_waits() {
    let story = time_came(&asked(), "silent").done();
    assert!(story.dossier.visible_to(&clerk()));
    let (_, pause) = paused();
    let paused = story.when(by(clerk()), pause).becomes(StageKind::PausedForApplicant);
    paused.when(by(clerk()), resume()).becomes(StageKind::Processing);
}
