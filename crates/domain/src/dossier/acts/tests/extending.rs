//! Moving the date, with an apology.

use super::*;
use crate::deadline::{self, Paused};
use jiff::ToSpan;

fn late(attempt: &TriedAct) -> bool {
    match attempt.facts()[..] {
        [Fact::Extended { late, .. }] => late,
        ref other => panic!("{other:?}"),
    }
}

#[test]
fn an_apology_is_in_time_the_day_before_and_late_on_the_day() {
    let story = due_on_a_tuesday();
    let the_day_before = story.clone().at("2026-03-09T16:59").when(by(director()), extend_to("2026-03-12"));
    assert!(!late(&the_day_before));
    let on_the_day = story.at("2026-03-10T07:30").when(by(director()), extend_to("2026-03-12"));
    assert!(late(&on_the_day));
    assert_eq!(on_the_day.done().dossier.due(), Some(instant("2026-03-12T17:00")));
}

#[test]
fn conditions_go_on_counting_the_hours_to_the_legal_date() {
    let hours = |story: &LedDossier| {
        let (dossier, procedure) = (&story.dossier, &story.procedure);
        crate::dossier::values(dossier, procedure, &story.calendar, story.now, None)["hours_left"].clone()
    };
    let before = due_on_a_tuesday().at("2026-03-09T07:30");
    let two_days = feel::Value::Number(15.into());
    assert_eq!(hours(&before), two_days);
    let after = before.when(by(director()), extend_to("2026-03-20")).done();
    assert_eq!(hours(&after), two_days);
    assert_eq!(hours(&after.at("2026-03-11T08:00")), feel::Value::Number(0.into()));
}

#[test]
fn the_date_moves_once() {
    let story = due_on_a_tuesday().when(by(director()), extend_to("2026-03-12")).done();
    let clock = story.dossier.clock.clone().unwrap();
    assert_eq!((clock.current, clock.basis), (Some(instant("2026-03-12T17:00")), Basis::Set));
    assert_eq!(clock.original, Some(instant("2026-03-10T17:00")));
    story.when(by(director()), extend_to("2026-03-20")).refused(Refusal::AlreadyExtended { times: 1 });
}

#[test]
fn only_the_head_of_the_agency_apologises() {
    let story = due_on_a_tuesday();
    let extend = || extend_to("2026-03-12");
    story.when(by(legal_head()), extend()).refused(only(Role::AgencyHead));
    story.when(by(clerk()), extend()).refused(only(Role::AgencyHead));
    story.when(by(centre_head()), extend()).refused(Refusal::NotYourAgency);
    story.when(applicant(), extend()).refused(only(Role::AgencyHead));
}

#[test]
fn the_new_date_is_later_and_on_a_working_day() {
    let story = due_on_a_tuesday();
    let current = instant("2026-03-10T17:00");
    story.when(by(director()), extend_to("2026-03-10")).refused(Refusal::DateNotLater { current });
    story.when(by(director()), extend_to("2026-03-09")).refused(Refusal::DateNotLater { current });
    story.when(by(director()), extend_to("2026-03-15")).refused(Refusal::DateNotWorking);
    story.when(by(director()), extend_to("2026-04-30")).refused(Refusal::DateNotWorking);
    // Long overdue: the new date lies in the future too.
    let overdue = story.at("2026-03-20T18:00");
    let current = instant("2026-03-20T18:00");
    overdue.when(by(director()), extend_to("2026-03-20")).refused(Refusal::DateNotLater { current });
}

#[test]
fn an_apology_gives_its_reason_and_needs_a_date_to_move() {
    let mute =
        Command::Extend(Extend { to: date("2026-03-12"), document: "3/PXL".into(), reason: String::new() });
    due_on_a_tuesday().when(by(director()), mute).refused(Refusal::ReasonMissing);
    let undated = in_words(given([])).when(counter(), Command::Accept(Accept::default())).done();
    undated.when(by(director()), extend_to("2026-03-12")).refused(Refusal::NoDueDate);
    given([]).when(by(director()), extend_to("2026-03-12")).refused(in_stage(StageKind::Submitted));
    story_in(StageKind::PausedForApplicant)
        .when(by(director()), extend_to("2026-03-12"))
        .refused(in_stage(StageKind::PausedForApplicant));
}

#[test]
fn no_apology_moves_the_date_by_which_one_is_judged() {
    let legal = Some(instant("2026-03-10T17:00"));
    for said in ["2026-03-09T10:00", "2026-03-10T10:00", "2026-03-16T10:00"] {
        let story = due_on_a_tuesday().at(said).when(by(director()), extend_to("2026-03-20")).done();
        assert_eq!(
            (story.dossier.legal_due(), story.dossier.due()),
            (legal, Some(instant("2026-03-20T17:00")))
        );
    }
}

/// A dossier led through pauses and an apology in the order they fall, with what it was led through.
fn led(
    limit: Limit,
    gaps: &[(i64, i64)],
    extend: (usize, i64, i64),
) -> (LedDossier, Vec<Paused>, Option<(Instant, Instant)>) {
    let mut story = given([]);
    story.procedure.methods.iter_mut().for_each(|method| method.limit = limit.clone());
    let story = story.when(counter(), Command::Accept(Accept::default())).done();
    let mut story = story.when(counter(), Command::HandOver(HandOver)).done();
    let (mut pauses, mut promise) = (Vec::new(), None);
    for (place, (after, long)) in gaps.iter().enumerate() {
        if place == extend.0 {
            let on = story.now.plus_minutes(extend.1);
            let latest = story.dossier.due().unwrap().max(on).date();
            let to = story.calendar.working_day_from(latest + extend.2.days()).date;
            story = LedDossier { now: on, ..story }.when(by(director()), extend_to(&to.to_string())).done();
            promise = Some((on, story.calendar.close_of(to)));
        }
        let from = story.now.plus_minutes(*after);
        story = LedDossier { now: from, ..story }
            .when(by(clerk()), pause_for_papers("12/TB", &["map"], ""))
            .done();
        let to = from.plus_minutes(*long);
        story = LedDossier { now: to, ..story }.when(by(clerk()), resume()).done();
        pauses.push(Paused { from, to });
    }
    (story, pauses, promise)
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(300))]
    #[test]
    fn a_date_is_explained_as_a_dossier_comes_to_it(
        n in 1u32..25, unit in 0..5,
        gaps in proptest::collection::vec((1i64..9_000, 0i64..20_000), 1..5),
        extend in (0usize..5, 0i64..6_000, 1i64..30),
    ) {
        let limits = [
            Limit::WorkingDays(n), Limit::CalendarDays(n), Limit::WorkingHours(n), Limit::Months(1), Limit::SameDay,
        ];
        let limit = &limits[unit as usize];
        let (story, pauses, promise) = led(limit.clone(), &gaps, extend);
        let accepted = story.dossier.accepted_at.unwrap();
        let legal = deadline::explain_paused(&PACK_2018, &story.calendar, accepted, limit, &pauses).due;
        proptest::prop_assert_eq!(story.dossier.legal_due(), legal);
        let promised = promise.map(|(on, to)| {
            deadline::explain_promised(&PACK_2018, &story.calendar, limit, to, Some(on), &pauses).0
        });
        proptest::prop_assert_eq!(story.dossier.due(), promised.or(legal));
    }
}

#[test]
fn a_pack_may_let_an_apology_in_time_move_it() {
    let moves = crate::rules::Ruling { holds: true, ..PACK_2018.apology_moves_limit };
    let pack = crate::rules::RulePack { apology_moves_limit: moves, ..PACK_2018 };
    let judged = |said: &str| {
        let story = due_on_a_tuesday().at(said).when(by(director()), extend_to("2026-03-20")).done();
        story.dossier.clock.unwrap().legal_due(&pack)
    };
    assert_eq!(judged("2026-03-09T10:00"), Some(instant("2026-03-20T17:00")));
    assert_eq!(judged("2026-03-10T10:00"), Some(instant("2026-03-10T17:00")), "it came too late");
}

#[test]
fn a_pause_moves_what_the_law_wants_only_where_it_began_before_that_ended() {
    // In hand from 3/3 with five working days; promised for 20/3 by an apology.
    let extended = due_on_a_tuesday()
        .when(counter(), Command::HandOver(HandOver))
        .done()
        .when(by(director()), extend_to("2026-03-20"))
        .done();
    let after = |paused: &str| {
        let story =
            extended.clone().at(paused).when(by(clerk()), pause_for_papers("12/TB", &["map"], "")).done();
        story.at("2026-03-25T10:00").when(by(clerk()), resume()).done()
    };
    // Thursday 5/3: of five days two are counted.
    let in_time = after("2026-03-05T10:00").dossier;
    assert_eq!(in_time.legal_due(), Some(instant("2026-03-30T17:00")));
    // Friday 20/3 is the eleventh working day after 5/3.
    assert_eq!(in_time.due(), Some(instant("2026-04-09T17:00")));
    let too_late = after("2026-03-11T10:00").dossier;
    assert_eq!(too_late.legal_due(), Some(instant("2026-03-10T17:00")));
    assert_eq!(too_late.due(), Some(instant("2026-04-03T17:00")));
    let again = after("2026-03-05T10:00");
    let twice =
        again.at("2026-03-26T10:00").when(by(clerk()), pause_for_papers("13/TB", &["map"], "")).done();
    let twice = twice.at("2026-04-01T10:00").when(by(clerk()), resume()).done();
    assert_eq!(twice.dossier.legal_due(), Some(instant("2026-04-03T17:00")));
}

#[test]
fn what_was_recorded_before_apologies_were_told_apart_is_read_from_what_was_promised() {
    let extended = due_on_a_tuesday()
        .when(counter(), Command::HandOver(HandOver))
        .done()
        .when(by(director()), extend_to("2026-03-20"))
        .done();
    let after = |paused: &str| {
        let story =
            extended.clone().at(paused).when(by(clerk()), pause_for_papers("12/TB", &["map"], "")).done();
        let mut story = story.at("2026-03-25T10:00").when(by(clerk()), resume()).done();
        let last = story.records.iter_mut().last().unwrap();
        match &mut last.event.fact {
            Fact::Resumed { owed, .. } => *owed = None,
            other => panic!("{other:?}"),
        }
        replay(DossierId(1), &story.records).unwrap()
    };
    // The promised date moved by twenty days; so does the other, and a day off is left when it is counted anew.
    assert_eq!(after("2026-03-05T10:00").legal_due(), Some(instant("2026-03-30T17:00")));
    assert_eq!(after("2026-03-11T10:00").legal_due(), Some(instant("2026-03-10T17:00")));
}

#[test]
fn it_is_late_by_what_the_law_wants() {
    let done = |extended: bool| {
        let story = given([accepted(), handed_over(), checked(), reviewed()]).at("2026-03-09T10:00");
        let story = match extended {
            true => story.when(by(director()), extend_to("2026-03-20")).done(),
            false => story,
        };
        let late = decide_as(Outcome::Granted, "", Some(file_fact()));
        story.at("2026-03-12T10:00").when(by(director()), late).done().dossier
    };
    assert_eq!(done(false).timeliness(), Some(crate::deadline::Timeliness::Late));
    assert_eq!(
        done(true).timeliness(),
        Some(crate::deadline::Timeliness::Late),
        "lateness cannot be argued away"
    );
    assert_eq!(given([accepted(), handed_over()]).dossier.timeliness(), None);
}
