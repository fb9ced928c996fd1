//! What a period counts a dossier as.

use super::*;
use crate::counting::{Came, CountedDossier, NotCounted, Period, StandsAs, at_the_end, count, measure};

/// March, in which all of it happens, and April.
const MARCH: Period = Period { from: Date::constant(2026, 3, 1), to: Date::constant(2026, 3, 31) };
const APRIL: Period = Period { from: Date::constant(2026, 4, 1), to: Date::constant(2026, 4, 30) };

fn counted(story: &LedDossier, period: Period) -> Result<CountedDossier, NotCounted> {
    let dossier = at_the_end(story.dossier.id, &story.records, period).expect("it was filed by then");
    count(&dossier, period)
}

fn stands(story: &LedDossier, period: Period) -> StandsAs {
    counted(story, period).unwrap().stands
}

fn nearly_done() -> LedDossier {
    given([accepted(), handed_over(), checked(), reviewed()])
}

fn grant() -> Command {
    decide_as(Outcome::Granted, "", Some(file_fact()))
}

fn decided(at: &str) -> LedDossier {
    nearly_done().at(at).when(by(director()), grant()).done()
}

#[test]
fn what_is_decided_counts_by_the_day_of_the_decision_and_once() {
    for (at, expected) in [
        ("2026-03-06T10:00", StandsAs::DoneEarly),
        ("2026-03-09T17:30", StandsAs::DoneOnTime),
        ("2026-03-10T07:00", StandsAs::DoneLate),
    ] {
        let story = decided(at);
        let came = Came::Received;
        assert_eq!(counted(&story, MARCH), Ok(CountedDossier { came, stands: expected }), "{at}");
        // Collected in April, it is nothing of April's.
        let collected = story.at("2026-04-07T09:00");
        let collected = collected.when(counter(), give_back(Delivery::Counter, "Nguyễn Văn An")).done();
        assert_eq!(counted(&collected, APRIL), Err(NotCounted::DoneBefore));
    }
}

#[test]
fn what_is_in_hand_is_late_from_the_day_after_and_carried_over() {
    let story = nearly_done();
    let until = |day| Period { to: Date::constant(2026, 3, day), ..MARCH };
    assert_eq!(stands(&story, until(9)), StandsAs::InHandInTime);
    assert_eq!(stands(&story, until(10)), StandsAs::InHandLate);
    let late = CountedDossier { came: Came::CarriedOver, stands: StandsAs::InHandLate };
    assert_eq!(counted(&story, APRIL), Ok(late));
    let paused = given([accepted(), handed_over(), paused()]);
    assert_eq!(stands(&paused, APRIL), StandsAs::InHandInTime, "a pause begun in time stops the clock");
}

#[test]
fn an_apology_rescues_nothing() {
    let apologised =
        nearly_done().at("2026-03-06T10:00").when(by(director()), extend_to("2026-03-12")).done();
    assert_eq!(stands(&apologised, MARCH), StandsAs::InHandLate);
    let decided = apologised.at("2026-03-11T10:00").when(by(director()), grant()).done();
    assert!(decided.dossier.due() > decided.dossier.legal_due());
    assert_eq!(stands(&decided, MARCH), StandsAs::DoneLate);
}

#[test]
fn what_ends_without_a_result_is_on_time_unless_it_was_late() {
    let withdrawn = |at: &str, story: LedDossier| story.at(at).when(applicant(), withdraw("")).done();
    let plain = || given([accepted(), handed_over()]);
    assert_eq!(stands(&withdrawn("2026-03-03T10:00", plain()), MARCH), StandsAs::DoneOnTime);
    assert_eq!(stands(&withdrawn("2026-03-12T10:00", plain()), MARCH), StandsAs::DoneLate);
    let paused = given([accepted(), handed_over(), paused()]);
    assert_eq!(stands(&withdrawn("2026-03-20T10:00", paused), MARCH), StandsAs::DoneOnTime);
}

#[test]
fn what_was_never_received_is_linked_or_a_trial_counts_nowhere() {
    assert_eq!(counted(&online(), MARCH), Err(NotCounted::NotReceived));
    let refused = online().when(counter(), refuse("Nộp sai nơi")).done();
    assert_eq!(counted(&refused, MARCH), Err(NotCounted::NotReceived));
    assert_eq!(counted(&linked::opened(&linked::linked_filing()), MARCH), Err(NotCounted::Linked));
    let mut trial = decided("2026-03-06T10:00");
    let Fact::Submitted { filed, .. } = &mut trial.records[0].event.fact else { panic!("it was filed") };
    filed.trial = true;
    assert_eq!(counted(&trial, MARCH), Err(NotCounted::Trial));
}

#[test]
fn a_limit_in_hours_is_kept_by_the_minute_and_not_by_the_clock_on_the_wall() {
    let mut procedure = procedure();
    procedure.methods.iter_mut().for_each(|method| method.limit = Limit::WorkingHours(4));
    let run = |at: &str| {
        let filed = filed_as(&filing(Channel::Online), &applicant(), procedure.clone()).unwrap();
        let story = [accepted(), handed_over(), checked(), reviewed()]
            .into_iter()
            .fold(filed, |story, (who, command)| story.when(who, command).done());
        // From nine, without the break: due at 15:00.
        assert_eq!(story.dossier.legal_due(), Some(instant("2026-03-02T15:00")));
        stands(&story.at(at).when(by(director()), grant()).done(), MARCH)
    };
    assert_eq!(run("2026-03-02T14:59"), StandsAs::DoneEarly);
    assert_eq!(run("2026-03-02T15:00"), StandsAs::DoneOnTime);
    assert_eq!(run("2026-03-02T15:01"), StandsAs::DoneLate);
}

/// The first day at whose end it is late, as figures keep it.
fn late_from(story: &LedDossier) -> Option<Date> {
    measure(&story.dossier).unwrap().late_from
}

#[test]
fn the_day_from_which_it_is_late_is_known_before_it_comes() {
    let march = |day| Some(Date::constant(2026, 3, day));
    assert_eq!(late_from(&nearly_done()), march(10), "the day after the last one");
    assert_eq!(late_from(&given([accepted(), handed_over(), paused()])), None, "a pause begun in time");
    let paused_at = |at: &str| {
        let story = given([accepted(), handed_over()]).at(at);
        story.when(by(clerk()), pause_for_papers("12/TB", &["map"], "")).done()
    };
    assert_eq!(late_from(&paused_at("2026-03-09T16:59")), None);
    // After office hours it counts from the next day, on which it is too late, and so it is when the pause ends.
    let evening = paused_at("2026-03-09T18:00");
    assert_eq!(late_from(&evening), march(10));
    let resume = |story: LedDossier| {
        let words = Command::Resume(Resume { words: String::new() });
        story.at("2026-03-20T09:00").when(by(clerk()), words).done()
    };
    assert_eq!(late_from(&resume(evening.clone())), march(10));
    let ended = evening.at("2026-03-20T10:00").when(applicant(), withdraw("")).done();
    assert_eq!((late_from(&ended), stands(&ended, MARCH)), (march(10), StandsAs::DoneLate));
    let again = late_from(&resume(paused_at("2026-03-09T16:59")));
    assert!(again > march(20), "{again:?}");
    // No evening came on which it was late and in hand.
    assert_eq!(late_from(&decided("2026-03-09T17:30")), None);
    assert_eq!(late_from(&decided("2026-03-10T07:00")), None);
    assert_eq!(late_from(&decided("2026-03-11T07:00")), march(10));
}

#[test]
fn where_a_limit_ends_within_a_day_its_evening_is_late() {
    let filed = |limit: Limit| {
        let mut procedure = procedure();
        procedure.methods.iter_mut().for_each(|method| method.limit = limit.clone());
        let filed = filed_as(&filing(Channel::Online), &applicant(), procedure).unwrap();
        [accepted(), handed_over()]
            .into_iter()
            .fold(filed, |story, (who, command)| story.when(who, command).done())
    };
    let second = Period { to: Date::constant(2026, 3, 2), ..MARCH };
    let hours = filed(Limit::WorkingHours(4));
    assert_eq!((late_from(&hours), stands(&hours, second)), (Some(second.to), StandsAs::InHandLate));
    // One of the same day ends with the day, as dates do.
    let same_day = filed(Limit::SameDay);
    assert_eq!(same_day.dossier.legal_due(), Some(instant("2026-03-02T17:00")));
    let next = Some(Date::constant(2026, 3, 3));
    assert_eq!((late_from(&same_day), stands(&same_day, second)), (next, StandsAs::InHandInTime));
    let words = filed(Limit::Words(Text::new("Theo kỳ họp", "By session")));
    assert_eq!((late_from(&words), stands(&words, second)), (None, StandsAs::InHandWithoutLimit));
}

#[test]
fn days_it_took_are_working_days_without_lawful_pauses() {
    let took = |paused_at: Option<&str>| {
        let mut story = given([accepted(), handed_over()]);
        if let Some(at) = paused_at {
            let (actor, pause) = paused();
            story = story.at(at).when(actor, pause).done();
            story = story.at("2026-03-12T10:00").when(by(clerk()), resume()).done();
        }
        for (actor, command) in [checked(), reviewed(), (by(director()), grant())] {
            story = story.at("2026-03-17T10:00").when(actor, command).done();
        }
        measure(&story.dossier).unwrap().took
    };
    // Accepted on Monday the 2nd, due on the 9th.
    assert_eq!(took(None), Some(11));
    assert_eq!(took(Some("2026-03-04T10:00")), Some(5));
    assert_eq!(took(Some("2026-03-10T10:00")), Some(11), "the law's time had ended");
    assert_eq!(measure(&nearly_done().dossier).unwrap().took, None);
}
