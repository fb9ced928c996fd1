//! What a process would have made of real dossiers of the past.

use super::*;
use crate::forecast::{Forecast, PastDossier, Workplace, forecast};

/// Filed and handed over on a Monday at nine, checked by the clerk so many working hours after, and decided at once.
fn gone(id: i64, checked_at: &str) -> PastDossier {
    let story = given([accepted(), handed_over()]).at(checked_at);
    let story = after(story, [checked(), reviewed(), granted()]);
    let dossier = Dossier { id: DossierId(id), ..story.dossier };
    PastDossier { dossier, records: story.records }
}

fn forecast_of(past: &[PastDossier], officers: &[Officer], change: impl FnOnce(&mut Procedure)) -> Forecast {
    let story = given([]);
    let mut procedure = story.procedure.clone();
    change(&mut procedure);
    let place = Workplace { procedure: &procedure, agency: DEPARTMENT, officers, calendar: &story.calendar };
    forecast(past, &place)
}

#[test]
fn one_dossier_alone_takes_what_it_took() {
    let past = [gone(1, "2026-03-03T11:00")];
    let found = forecast_of(&past, &[clerk(), legal_head(), director()], |_| {});
    assert_eq!((found.left_out, found.why.as_ref()), (0, None));
    assert_eq!((found.was.dossiers, found.was.late, found.was.middle), (1, 0, 570));
    // Who reviews and signs at once takes a minute each.
    assert_eq!((found.would.dossiers, found.would.late, found.would.middle), (1, 0, 572));
    assert_eq!(found.bottleneck_of(), None);
    assert_eq!(found.steps.iter().map(|step| step.waits).sum::<u32>(), 0);
    assert!(found.untried.is_empty());
}

#[test]
fn dossiers_that_come_together_wait_for_the_one_who_checks() {
    // Two on Tuesday, done one after the other: the second took an hour once the first was done.
    let past = [gone(1, "2026-03-03T11:00"), gone(2, "2026-03-03T14:30")];
    let alone = forecast_of(&past, &[clerk(), legal_head(), director()], |_| {});
    assert_eq!(alone.bottleneck_of(), Some(("registry", Role::Officer)));
    let check = &alone.steps[0];
    assert_eq!((check.step.as_str(), check.times, check.late), ("check", 2, 2), "eight hours are allotted");
    assert_eq!(check.waits, 285, "the second lies there until the first is done: 570 minutes");
    assert_eq!(alone.groups[0].longest, 1);
    let two = forecast_of(&past, &[clerk(), second_clerk(), legal_head(), director()], |_| {});
    assert_eq!((two.bottleneck_of(), two.steps[0].waits), (None, 0));
    assert!(two.would.most < alone.would.most);
}

#[test]
fn a_step_nobody_did_so_far_takes_its_allotted_time_and_may_make_a_dossier_late() {
    let past = [gone(1, "2026-03-03T11:00")];
    let officers = [clerk(), legal_head(), director()];
    let with = |hours: u32| {
        forecast_of(&past, &officers, |procedure| {
            let more = Step { id: "visit".into(), hours, ..procedure.process.steps[0].clone() };
            let mut steps = procedure.process.steps.clone();
            steps.insert(1, more);
            procedure.process = Process::of_list(1, "", steps);
        })
    };
    let short = with(4);
    assert_eq!((short.untried.as_slice(), short.would.middle), (&["visit".to_string()][..], 572 + 240));
    assert_eq!((short.would.late, with(40).would.late), (0, 1));
}

#[test]
fn time_that_stood_still_is_nobodys() {
    let story = given([accepted(), handed_over(), paused()]).at("2026-03-05T09:00");
    let story = after(story, [(by(clerk()), resume())]).at("2026-03-05T10:00");
    let story = after(story, [checked(), reviewed(), granted()]);
    let past = [PastDossier { dossier: story.dossier, records: story.records }];
    let found = forecast_of(&past, &[clerk(), legal_head(), director()], |_| {});
    assert_eq!((found.was.middle, found.steps[0].takes), (60, 60));
}

#[test]
fn what_cannot_be_led_through_says_why() {
    let past = [gone(1, "2026-03-03T11:00")];
    let found = forecast_of(&past, &[], |procedure| procedure.process = Process::default());
    assert_eq!((found.left_out, found.would.dossiers), (1, 0));
    assert_eq!(found.why, Some(Refusal::NoProcess));
}

impl Forecast {
    fn bottleneck_of(&self) -> Option<(&str, Role)> {
        self.bottleneck().map(|desk| (desk.unit.0.as_str(), desk.role))
    }
}

#[test]
fn what_another_agency_does_takes_its_share() {
    let past = [gone(1, "2026-03-03T11:00")];
    let officers = [clerk(), legal_head(), director()];
    let before = forecast_of(&past, &officers, |_| {});
    let linked = forecast_of(&past, &officers, |procedure| {
        procedure.process = linked::sequence_with_archive(procedure);
    });
    let archive = linked.steps.iter().find(|step| step.step == "archive").unwrap();
    assert_eq!((archive.times, archive.takes, archive.late), (1, 450, 0));
    assert_eq!(linked.would.middle - before.would.middle, 450, "a working day of the archive");
}
