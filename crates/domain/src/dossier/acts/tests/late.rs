//! The day a dossier becomes late, and why.

use super::*;
use crate::dossier::Lateness;

fn noted(story: &LedDossier) -> LedDossier {
    story.when(Actor::System, Command::NoteLate(NoteLate)).done()
}

fn explain(cause: Option<LateCause>, words: &str) -> Command {
    Command::ExplainLate(ExplainLate { cause, words: words.into() })
}

#[test]
fn it_is_noted_on_the_day_after_the_last_one_and_once() {
    let story = given([accepted(), handed_over()]);
    let note = || Command::NoteLate(NoteLate);
    for early in ["2026-03-09T16:59", "2026-03-09T23:59"] {
        story.clone().at(early).when(Actor::System, note()).refused(in_stage(StageKind::Processing));
    }
    let story = story.at("2026-03-10T00:05");
    let late = noted(&story);
    let due = instant(DUE);
    let expected = Lateness { due, noted_at: instant("2026-03-10T00:05"), seen: None, explained: None };
    assert_eq!(late.dossier.late, Some(expected));
    late.when(Actor::System, note()).refused(in_stage(StageKind::Processing));
    story.when(counter(), note()).refused(Refusal::OnlyTheProgram);
}

#[test]
fn what_waits_at_the_counter_becomes_late_too_and_what_is_paused_in_time_does_not() {
    let at_counter = given([accepted()]).at("2026-03-10T08:00");
    assert!(noted(&at_counter).dossier.late.is_some());
    let paused = given([accepted(), handed_over(), paused()]).at("2026-03-20T08:00");
    assert_eq!(paused.dossier.late_by(paused.now, &paused.calendar), None);
    // A pause that began when it was late already stops nothing.
    let late = given([accepted(), handed_over()]).at("2026-03-10T08:00");
    let paused_late =
        late.when(by(clerk()), pause_for_papers("12/TB", &["map"], "")).done().at("2026-03-20T08:00");
    assert_eq!(paused_late.dossier.late_by(paused_late.now, &paused_late.calendar), Some(instant(DUE)));
}

#[test]
fn whoever_has_it_says_why_once() {
    let story = given([accepted(), handed_over()]).at("2026-03-10T08:00");
    story
        .when(by(director()), explain(Some(LateCause::Workload), ""))
        .refused(in_stage(StageKind::Processing));
    let late = noted(&story);
    late.when(by(director()), explain(None, "")).refused(Refusal::LateCauseMissing);
    late.when(by(director()), explain(Some(LateCause::Other), "")).refused(Refusal::ReasonMissing);
    let said = late.when(by(director()), explain(Some(LateCause::Other), "Mất điện cả tuần")).done();
    assert_eq!(said.dossier.late.as_ref().and_then(Lateness::cause), Some(LateCause::Other));
    said.when(by(director()), explain(Some(LateCause::Workload), ""))
        .refused(in_stage(StageKind::Processing));
    assert!(ExplainLate::allowed(&late.dossier, &counter_elsewhere(), &late.procedure.process).is_err());
}
