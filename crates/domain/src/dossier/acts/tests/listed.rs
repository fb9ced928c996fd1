//! A process written as a list: what is new runs on its drawing, and what began before lists were drawn finishes by the list.

use super::*;
use crate::dossier::{StepDue, steps_back};
use process::Names;

/// The same past as it was written before lists were drawn: steps without tokens.
fn as_before(story: &LedDossier) -> LedDossier {
    let moved = |record: &&Record| !matches!(record.event.fact, Fact::ProcessMoved { .. });
    let records: Vec<Record> = story
        .records
        .iter()
        .filter(moved)
        .zip(1..)
        .map(|(record, sequence)| Record { sequence, event: without_token(&record.event), ..record.clone() })
        .collect();
    let dossier = replay(DossierId(1), &records).expect("it opens a dossier");
    LedDossier { records, dossier, ..story.clone() }
}

fn without_token(event: &Event) -> Event {
    let mut event = event.clone();
    let only = |steps: &mut Vec<StepDue>| std::mem::take(steps).first().map(|step| step.due);
    match &mut event.fact {
        Fact::StepStarted { token, .. }
        | Fact::StepFinished { token, .. }
        | Fact::SentBack { token, .. }
        | Fact::Assigned { token, .. }
        | Fact::Released { token } => *token = None,
        Fact::PausedForApplicant { left, .. } | Fact::PausedForFee { left, .. } => {
            left.step_minutes = std::mem::take(&mut left.steps)[0].minutes;
        }
        Fact::Resumed { step_due, steps, .. } | Fact::OwnDatesRecalculated { step_due, steps, .. } => {
            *step_due = only(steps);
        }
        _ => {}
    }
    event
}

fn tokens(story: &LedDossier) -> Vec<Option<u32>> {
    let running = story.dossier.steps.iter().map(|step| step.token);
    running.chain(story.dossier.steps_done.iter().map(|done| done.token)).collect()
}

#[test]
fn a_new_list_is_drawn_and_its_dossiers_run_on_tokens() {
    let story = given([accepted(), handed_over(), checked(), reviewed()]);
    assert_eq!(tokens(&story), [Some(3), Some(1), Some(2)]);
    let attempt = story.at("2026-03-06T10:00").when(granted().0, granted().1);
    let ends = |fact: &Fact| match fact {
        Fact::ProcessMoved { moves } => moves.iter().any(|moved| moved.passed == ["end"]),
        _ => false,
    };
    assert!(attempt.facts().iter().any(ends));
    let story = attempt.becomes(StageKind::ResultReady);
    assert!(story.dossier.marking.has_ended());
    assert_eq!(replay(DossierId(1), &story.records).unwrap(), story.dossier);
}

/// Whatever is done to a dossier means the same with tokens and without.
#[test]
fn a_dossier_without_tokens_goes_on_as_one_with_them() {
    let sent_back = |who: Officer, to: &str| (by(who), send_back(to, "Thiếu căn cứ"));
    let acts: Vec<(&str, PastActs)> = vec![
        ("2026-03-02T10:00", taken_by_clerk()),
        ("2026-03-02T10:05", (by(clerk()), Command::Release(Release { token: None }))),
        ("2026-03-02T10:10", (by(registry_head()), assign(second_clerk()))),
        ("2026-03-02T14:00", (by(second_clerk()), pause_for_papers("12/TB", &["map"], ""))),
        ("2026-03-04T14:00", (by(second_clerk()), resume())),
        ("2026-03-04T15:00", (by(second_clerk()), finish_step())),
        ("2026-03-04T16:00", sent_back(legal_head(), "check")),
        ("2026-03-05T08:00", (by(second_clerk()), finish_step())),
        ("2026-03-05T09:00", reviewed()),
        ("2026-03-05T10:00", (by(director()), extend_to("2026-03-20"))),
        ("2026-03-06T09:00", sent_back(director(), "review")),
        ("2026-03-06T09:30", reviewed()),
        ("2026-03-06T10:00", sent_back(director(), "check")),
        ("2026-03-09T10:00", (by(second_clerk()), pause_for_fee("13/TB", 150_000, "Phí thẩm định"))),
        ("2026-03-12T10:00", (by(second_clerk()), resume())),
        ("2026-03-12T11:00", (by(second_clerk()), finish_step())),
        ("2026-03-12T14:00", reviewed()),
        ("2026-03-13T09:00", granted()),
    ];
    let mut drawn = given([accepted(), handed_over()]);
    for (moment, (actor, command)) in acts {
        let before = as_before(&drawn).at(moment);
        assert!(tokens(&before).iter().all(Option::is_none));
        drawn = drawn.at(moment).when(actor.clone(), command.clone()).done();
        let attempt = before.when(actor, command);
        assert!(!attempt.facts().iter().any(|fact| matches!(fact, Fact::ProcessMoved { .. })));
        let after = attempt.done();
        assert_eq!(after.dossier, as_before(&drawn).dossier, "at {moment}");
        // A calendar that changes moves both alike.
        if drawn.stage() == StageKind::Processing {
            let (one, other) = (after.with_day_off("2026-03-10"), drawn.clone().with_day_off("2026-03-10"));
            let one = one.when(Actor::System, recalculate()).answer;
            let other = other.when(Actor::System, recalculate()).answer;
            let plain = |events: Vec<Event>| events.iter().map(without_token).collect::<Vec<_>>();
            assert_eq!(one, other.map(plain), "at {moment}");
        }
    }
    assert_eq!(drawn.stage(), StageKind::ResultReady);
}

#[test]
fn a_dossier_without_tokens_may_end_before_its_list_does() {
    let story = as_before(&given([accepted(), handed_over(), checked()]));
    story.when(by(director()), stop("Trùng hồ sơ")).becomes(StageKind::Stopped);
    story.when(applicant(), withdraw("")).becomes(StageKind::Withdrawn);
    story.when(by(legal_head()), decide_as(Outcome::Granted, "", None)).refused(Refusal::NotTheLastStep);
    let last = story.when(by(legal_head()), finish_step()).done();
    last.when(by(director()), finish_step()).refused(Refusal::LastStepDecides);
}

/// A newer list, and a dossier moved to it by a plan.
fn moved(story: &LedDossier, version: u32, steps: &[&str]) -> LedDossier {
    let known = |id: &&str| story.procedure.process.step(id).cloned().expect("it is known");
    let to = Process::of_list(version, "", steps.iter().map(known).collect());
    let command = ChangeProcess { to: Box::new(to.clone()), decided_by: administrator().account };
    let mut moved = story.when(Actor::System, Command::ChangeProcess(command)).done();
    moved.procedure.process = to;
    moved
}

/// With tokens or without, what was done by an older list is sent back to in the newer one.
#[test]
fn a_dossier_moved_to_another_list_has_tokens_and_is_sent_back_in_it() {
    let drawn = given([accepted(), handed_over(), checked(), reviewed()]);
    for story in [as_before(&drawn), drawn] {
        let moved = moved(&story, 2, &["check", "review", "sign"]);
        assert!(moved.dossier.steps[0].token.is_some());
        let named: Vec<&str> = steps_back(&moved.dossier, None).iter().map(|done| done.id.as_str()).collect();
        assert_eq!(named, ["review", "check"]);
        let back = moved.when(by(director()), send_back("check", "Thiếu căn cứ")).done();
        let step = &back.dossier.steps[0];
        assert_eq!((step.id.as_str(), step.assignee), ("check", Some(clerk().account)));
        assert_eq!(back.dossier.steps_finished(), 0, "what came after it is undone too");
        assert_eq!(replay(DossierId(1), &back.records).unwrap(), back.dossier);
        // And on to the end, now sent back by tokens.
        let story = after(back, [checked(), reviewed()]);
        let back = story.when(by(director()), send_back("review", "Sai mẫu")).done();
        assert_eq!((back.dossier.steps[0].id.as_str(), back.dossier.steps_finished()), ("review", 1));
        after(back, [reviewed(), granted()]);
    }
}

#[test]
fn a_step_another_list_lacks_is_not_sent_back_to() {
    let drawn = given([accepted(), handed_over(), checked(), reviewed()]);
    for story in [as_before(&drawn), drawn] {
        let moved = moved(&story, 2, &["review", "sign"]);
        moved.when(by(director()), send_back("check", "Thiếu căn cứ")).refused(Refusal::NoStepBack);
        moved.when(by(director()), send_back("review", "Sai mẫu")).becomes(StageKind::Processing);
    }
}

fn step(id: &str, name: &str, hours: u32) -> Step {
    Step {
        id: id.into(),
        name: Text::new(name, "<b>&amp;\"'"),
        unit: unit("registry"),
        role: Role::Officer,
        hours,
        product: Text::new("Tờ trình\nhai dòng", ""),
    }
}

/// Whatever steps are called, the drawing of their list is read again as what it is, and is sound.
#[test]
fn the_drawing_of_a_list_says_what_the_list_says() {
    let lists = [
        procedure().process.steps,
        vec![step("only", "Ký & đóng dấu <1>", 1)],
        // Words the drawing uses itself.
        ["process", "begin", "end", "begin-2", "begin-to-end", "end-shape", "definitions", "2", "a-to-b"]
            .map(|id| step(id, "  Bước  ", 2_000))
            .into(),
        (0..400).map(|number| step(&format!("s{number}"), "Bước", 8)).collect(),
    ];
    for steps in lists {
        let process = Process::of_list(3, "Thủ tục “thử”", steps.clone());
        assert!(process.is_list());
        let read = crate::drawing::Drawing::read(process.drawing.source(), &Names::open()).unwrap();
        assert_eq!(process::differences(process.model(), read.model()), []);
        let ids: Vec<&str> =
            read.model().steps().iter().map(|node| read.model().nodes[*node].id.as_str()).collect();
        assert_eq!(ids, steps.iter().map(|step| step.id.as_str()).collect::<Vec<_>>());
        let report = process::check(read.model());
        assert_eq!((report.findings, report.proof), (Vec::new(), process::Proof::Blocks));
        for step in &steps {
            let known = read.model().node(&step.id).unwrap();
            assert_eq!(known.step.time.map(|time| time.minutes()), Some(step.hours * 60));
            assert_eq!(process.minutes(&step.id), Some(step.hours * 60));
        }
        let next: Vec<Option<&Step>> = steps.iter().map(|step| process.next(&step.id)).collect();
        let following: Vec<Option<&Step>> = (1..=steps.len()).map(|place| steps.get(place)).collect();
        assert_eq!(next, following);
    }
}

#[test]
fn no_letter_in_a_name_keeps_a_list_from_being_read() {
    let letters: String = (0..0x400).chain(0xfff0..=0xffff).filter_map(char::from_u32).collect();
    let process = Process::of_list(1, &letters, vec![step("a", &letters, 8)]);
    let read = crate::drawing::Drawing::read(process.drawing.source(), &Names::open()).unwrap();
    assert_eq!(read.model().steps().len(), 1);
}

#[test]
fn a_version_that_was_stored_as_a_list_is_read_with_its_drawing() {
    let stored = r#"{"version":4,"steps":[{"id":"check","name":{"vi":"Thẩm định"},"unit":"legal","role":"officer","hours":6},
        {"id":"sign","name":{"vi":"Ký"},"unit":"leadership","role":"agency-head","hours":2}]}"#;
    let process: Process = serde_json::from_str(stored).unwrap();
    assert_eq!(process, Process::of_list(4, "", process.steps.clone()));
    assert!(process.is_list());
    let again: Process = serde_json::from_str(&serde_json::to_string(&process).unwrap()).unwrap();
    assert_eq!(again, process);
    let nothing = r#"{"version":0,"steps":[]}"#;
    let process: Process = serde_json::from_str(nothing).unwrap();
    assert_eq!(process, Process::default());
    assert_eq!(serde_json::to_string(&process).unwrap(), nothing);
}

#[test]
fn what_says_more_than_a_list_is_none() {
    let list = procedure().process;
    let changed = |from: &str, to: &str| {
        let source = list.drawing.source().replacen(from, to, 1);
        assert_ne!(source, list.drawing.source(), "{from}");
        let drawing = crate::drawing::Drawing::read(&source, &Names::open()).unwrap();
        Process { drawing, ..list.clone() }.is_list()
    };
    assert!(!changed("time=\"PT8H\"", "time=\"PT90M\""));
    assert!(!changed("role=\"division-head\"", "role=\"agency-head\""));
    assert!(!changed("english=\"sign\"", "english=\"sign\" apart-from=\"check\""));
    assert!(!changed("sourceRef=\"begin\"", "sourceRef=\"review\""));
}
