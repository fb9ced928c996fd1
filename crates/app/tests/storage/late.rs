//! What became late is noted on the day, by a timer.

use crate::world::*;
use domain::dossier::{Command, ExplainLate, Fact, HandOver, LateCause, Lateness};
use domain::officer::Actor;
use domain::time::Instant;

#[test]
fn the_day_a_dossier_becomes_late_is_noted_once_and_explained() {
    on_each_engine(|world| {
        let note = || world.wait(app::late::note(&world.app)).unwrap();
        let dossier = world.open(world.opening("late", vec![accept()])).unwrap().dossier;
        let dossier = world.perform(&dossier, "late-on", Command::HandOver(HandOver), None).unwrap().dossier;
        let due = dossier.legal_due().expect("it has a date");
        note();
        world.app.clock.set(due.plus_minutes(30));
        note();
        assert_eq!(world.load(dossier.id).1.late, None, "it is late by its date");
        let morning = due.date().tomorrow().unwrap().at(0, 20, 0, 0);
        let morning = Instant::from_civil(morning);
        world.app.clock.set(morning);
        note();
        note();
        let (records, stored) = world.load(dossier.id);
        let expected = Lateness { due, noted_at: morning, seen: None, explained: None };
        assert_eq!(stored.late, Some(expected));
        let noted = records.iter().filter(|record| matches!(record.event.fact, Fact::BecameLate { .. }));
        assert_eq!(noted.count(), 1);
        let why = ExplainLate { cause: Some(LateCause::Workload), words: String::new() };
        let head = Actor::Officer(find_officer(&world.app, "agency-head"));
        let said = world.perform_as(head, &stored, "late-why", Command::ExplainLate(why)).unwrap().dossier;
        assert_eq!(said.late.as_ref().and_then(Lateness::cause), Some(LateCause::Workload));
        assert_eq!(world.load(dossier.id).1, said);
        assert_eq!(world.verify(), []);
    });
}
