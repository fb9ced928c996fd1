//! Acts happen once, in turn, and leave no gap in the numbers.

use crate::world::*;
use app::dossiers::{ActRequest, Done, NotDone};
use domain::dossier::{
    Command, DossierId, DossierOrigin, Fact, Filed, HandOver, Identified, IdentityKind, IdentityPaper,
    IdentityProvider, OwnerKind, Refusal, StageKind,
};
use domain::officer::{Actor, Assurance, Officer};
use domain::procedure::Level;
use std::collections::BTreeSet;
use std::sync::Barrier;

#[test]
fn an_act_is_stored_replayed_and_verified() {
    on_each_engine(|world| {
        let done = world.open(world.opening("first", vec![accept()])).unwrap();
        let code = done.dossier.code.clone().expect("an accepted dossier has its code");
        assert_eq!(code.to_string(), "000.00.20.H99-260302-0001");
        assert_eq!(done.dossier.stage.kind(), StageKind::Accepted);
        let handed_over = world.perform(&done.dossier, "second", Command::HandOver(HandOver), None).unwrap();
        let (records, stored) = world.load(done.dossier.id);
        assert_eq!(stored, handed_over.dossier);
        assert_eq!(records.len() as u32, stored.sequence);
        assert!(matches!(records[0].event.fact, Fact::Submitted { .. }));
        // How it came in, and who the officer was that day.
        let filed = Filed {
            level: Level::new(3),
            origin: Some(DossierOrigin::Counter),
            identified: Some(Identified {
                assurance: Assurance::Verified,
                by: Some(IdentityProvider::Counter),
            }),
            owner: Some(OwnerKind::Citizen),
            document: Some(IdentityPaper { kind: IdentityKind::Citizen, country: String::new() }),
            trial: false,
        };
        assert_eq!(stored.filed, filed);
        assert_eq!(records[0].by.title, world.counter.title.vi);
        assert_eq!(stored.parties.unwrap().owner.name, NAME);
        let report = app::verify::all(&world.app).unwrap();
        assert_eq!(report.findings, []);
        assert_eq!((report.dossiers, report.events), (1, records.len() as u64));
    });
}

#[test]
fn two_hundred_acceptances_at_once_are_numbered_without_a_gap() {
    on_each_engine(|world| {
        let mut ordinals: Vec<u32> = std::thread::scope(|threads| {
            let running: Vec<_> = (0..200)
                .map(|number| {
                    threads.spawn(move || {
                        let opening = world.opening(&format!("at-once-{number}"), vec![accept()]);
                        let done = world.open(opening).expect("nobody fails for being one of many");
                        done.dossier.code.expect("it was accepted").ordinal()
                    })
                })
                .collect();
            running.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        ordinals.sort();
        assert_eq!(ordinals, (1..=200).collect::<Vec<u32>>());
        assert_eq!(world.verify(), []);
    });
}

#[test]
fn an_act_that_fails_leaves_no_gap_in_the_numbers() {
    on_each_engine(|world| {
        let landed = world.app.files.put_now(PDF).unwrap();
        let file = app::files::row(&world.app, &landed, "to-khai.pdf", "request", None);
        let first = world.opening_with(file.clone(), "one");
        assert_eq!(ordinal(&world.open(first).unwrap()), 1);
        // Refused by the law, after the acceptance in the same breath.
        let refused = world.open(world.opening("two", vec![accept(), accept()]));
        assert_refused(refused, Refusal::WrongStage { stage: StageKind::Accepted });
        // Refused by the schema, after the number was taken: the file's address is taken.
        let failing = world.opening_with(file, "three");
        match world.open(failing) {
            Err(NotDone::Fault(_)) => {}
            other => panic!("{other:?}"),
        }
        assert_eq!(ordinal(&world.open(world.opening("four", vec![accept()])).unwrap()), 2);
        assert_eq!(world.count("dossier"), 2);
        assert_eq!(world.verify(), []);
    });
}

#[test]
fn the_same_key_twice_gives_one_dossier() {
    on_each_engine(|world| {
        let first = world.open(world.opening("same", vec![accept()])).unwrap();
        let second = world.open(world.opening("same", vec![accept()])).unwrap();
        assert!(!first.repeated && second.repeated);
        assert_eq!(first.dossier, second.dossier);
        // A button pressed again while the first press is still under way.
        let answers: Vec<Done> = std::thread::scope(|threads| {
            let running: Vec<_> = (0..8)
                .map(|_| threads.spawn(|| world.open(world.opening("pressed", vec![accept()])).unwrap()))
                .collect();
            running.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        let dossiers: BTreeSet<DossierId> = answers.iter().map(|done| done.dossier.id).collect();
        assert_eq!(dossiers.len(), 1);
        assert_eq!(answers.iter().filter(|done| !done.repeated).count(), 1);
        assert_eq!(world.count("dossier"), 2);
        assert_eq!(world.verify(), []);
    });
}

#[test]
fn a_draft_sent_twice_at_once_is_one_dossier_and_both_are_told_so() {
    on_each_engine(|world| {
        let (signed_in, opened) = world.draft();
        let answers: Vec<Done> = std::thread::scope(|threads| {
            let send = || {
                world.wait(app::drafts::submit(&world.app, &signed_in, &opened, Default::default())).unwrap()
            };
            let running: Vec<_> = (0..8).map(|_| threads.spawn(send)).collect();
            running.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        let dossiers: BTreeSet<DossierId> = answers.iter().map(|done| done.dossier.id).collect();
        assert_eq!(dossiers.len(), 1);
        assert_eq!(answers.iter().filter(|done| !done.repeated).count(), 1);
        assert_eq!(world.count("dossier"), 1);
        assert_eq!(world.verify(), []);
    });
}

#[test]
fn the_same_key_makes_an_act_happen_once() {
    on_each_engine(|world| {
        let opened = world.open(world.opening("open", vec![accept()])).unwrap().dossier;
        let first = world.perform(&opened, "hand", Command::HandOver(HandOver), None).unwrap();
        let second = world.perform(&opened, "hand", Command::HandOver(HandOver), None).unwrap();
        assert!(second.repeated);
        assert_eq!(first.dossier.sequence, second.dossier.sequence);
        // A key of one dossier says nothing about another.
        let other = world.open(world.opening("other", vec![accept()])).unwrap().dossier;
        match world.perform(&other, "hand", Command::HandOver(HandOver), None) {
            Err(NotDone::NotFound) => {}
            answer => panic!("{answer:?}"),
        }
    });
}

#[test]
fn a_page_somebody_overtook_is_told_so() {
    on_each_engine(|world| {
        let opened = world.open(world.opening("open", vec![])).unwrap().dossier;
        let accepted = world.perform(&opened, "accept", accept(), Some(opened.sequence)).unwrap();
        let late = world.perform(&opened, "refuse", refuse(), Some(opened.sequence));
        match late {
            Err(NotDone::Overtaken { sequence }) => assert_eq!(sequence, accepted.dossier.sequence),
            other => panic!("{other:?}"),
        }
        assert_eq!(world.load(opened.id).1, accepted.dossier);
    });
}

#[test]
fn of_two_officers_at_once_one_wins_and_no_event_is_lost() {
    on_each_engine(|world| {
        for round in 0..20 {
            let opened = world.open(world.opening(&format!("open-{round}"), vec![])).unwrap().dossier;
            let seen = (round % 2 == 0).then_some(opened.sequence);
            let start = Barrier::new(2);
            let act = |officer: &Officer, key: String, command: Command| {
                let actor = Actor::Officer(officer.clone());
                let reference = opened.reference.clone();
                start.wait();
                app::dossiers::perform_now(&world.app, ActRequest { reference, actor, command, key, seen })
            };
            let (first, second) = std::thread::scope(|threads| {
                let first = threads.spawn(|| act(&world.counter, format!("first-{round}"), accept()));
                let second =
                    threads.spawn(|| act(&world.second_counter, format!("second-{round}"), refuse()));
                (first.join().unwrap(), second.join().unwrap())
            });
            let (winner, loser) = match (first, second) {
                (Ok(won), Err(lost)) | (Err(lost), Ok(won)) => (won, lost),
                both => panic!("one must win: {both:?}"),
            };
            match loser {
                NotDone::Overtaken { sequence } => assert_eq!(sequence, winner.dossier.sequence),
                NotDone::Refused(Refusal::WrongStage { stage }) => {
                    assert_eq!(stage, winner.dossier.stage.kind());
                }
                other => panic!("{other:?}"),
            }
            let (records, stored) = world.load(opened.id);
            assert_eq!(stored, winner.dossier);
            let sequences: Vec<u32> = records.iter().map(|record| record.sequence).collect();
            assert_eq!(sequences, (1..=winner.dossier.sequence).collect::<Vec<u32>>());
        }
        assert_eq!(world.verify(), []);
    });
}
