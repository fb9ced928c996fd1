//! Lists and searches: every row once, page by page, and only what the officer may open.

use crate::world::*;
use app::inbox::{Narrowed, Tab};
use app::jobs::{Destination, JOBS, JobLane, JobLength, RoundEnd};
use domain::agency::AgencyId;
use domain::dossier::{Command, Dossier, HandOver};
use domain::officer::{AccountId, Officer};
use std::collections::BTreeSet;
use storage::{StorageError, params};

#[test]
fn pages_hold_every_row_once_even_where_all_share_a_moment() {
    on_each_engine(|world| {
        let filed: BTreeSet<String> = (0..7)
            .map(|number| {
                let opening = world.opening(&format!("tie-{number}"), vec![ask_completion()]);
                world.open(opening).unwrap().dossier.reference.to_string()
            })
            .collect();
        let mut seen = Vec::new();
        let mut after = None;
        loop {
            let narrowed = Narrowed { after, ..Narrowed::default() };
            let page = world
                .wait(app::inbox::list(&world.app, &world.counter, Tab::Applicant, narrowed, 3))
                .unwrap();
            seen.extend(page.rows.iter().map(|row| row.reference.to_string()));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(seen.len(), 7);
        assert_eq!(seen.into_iter().collect::<BTreeSet<_>>(), filed);
    });
}

#[test]
fn a_list_narrowed_to_a_procedure_holds_that_one_alone() {
    on_each_engine(|world| {
        world.open(world.opening("one", vec![])).unwrap();
        let count = |procedure: &str| {
            let narrowed = Narrowed { procedure: Some(procedure.into()), ..Narrowed::default() };
            world
                .wait(app::inbox::list(&world.app, &world.counter, Tab::Intake, narrowed, 50))
                .unwrap()
                .rows
                .len()
        };
        assert_eq!((count("1.008628"), count("2.000635")), (1, 0));
    });
}

#[test]
fn an_officer_finds_by_name_what_may_be_opened_and_nothing_else() {
    on_each_engine(|world| {
        let dossier = world.open(world.opening("found", vec![accept()])).unwrap().dossier;
        let (officer, head) = (find_officer(&world.app, "officer"), find_officer(&world.app, "agency-head"));
        let stranger = find_officer(&world.app, "home-affairs.merit1");
        // Received, not yet handed over: the counter and the head of the agency, no division.
        assert_eq!(found(world, &world.counter), 1);
        assert_eq!(found(world, &head), 1);
        assert_eq!(found(world, &officer), 0);
        assert_eq!(found(world, &stranger), 0);
        let handed = world.perform(&dossier, "over", Command::HandOver(HandOver), None).unwrap().dossier;
        assert_eq!(found(world, &officer), 1);
        // Handed on to another division: who had it goes on seeing it, which only the events know.
        let (handed, elsewhere) = pass_on(world, handed);
        assert_ne!(unit(&handed), Some(officer.unit.clone()));
        let who = [(&officer, 1), (&elsewhere, 1), (&world.counter, 1), (&head, 1), (&stranger, 0)];
        for (officer, rows) in who {
            assert_eq!(found(world, officer), rows);
        }
        // The same when it is finished, and the divisions that had it are told by rows.
        play(world, handed, |dossier| dossier.finished_at.is_some());
        for (officer, rows) in who {
            assert_eq!(found(world, officer), rows);
        }
    });
}

#[test]
fn keys_are_forgotten_when_nobody_can_bring_them_back() {
    on_each_engine(|world| {
        world.open(world.opening("old", vec![accept()])).unwrap();
        world.later(59 * 24 * 60);
        world.open(world.opening("young", vec![accept()])).unwrap();
        world.later(2 * 24 * 60);
        world.wait(app::dossiers::forget_used(&world.app)).unwrap();
        assert!(world.open(world.opening("young", vec![accept()])).unwrap().repeated);
        assert_eq!(world.count("act_key"), 1);
        assert_eq!(world.count("join_code"), 2, "codes on receipts work for ninety days");
        world.later(60 * 24 * 60);
        world.wait(app::dossiers::forget_used(&world.app)).unwrap();
        assert_eq!((world.count("act_key"), world.count("join_code")), (0, 1));
        assert_eq!(world.verify(), []);
    });
}

/// What a release adds to the rows of open work, a job brings in from the record.
#[test]
fn rows_of_open_work_are_written_anew_from_the_record() {
    on_each_engine(|world| {
        let opened = world.open(world.opening("running", vec![accept()])).unwrap().dossier;
        let running = play(world, opened, |dossier| !dossier.steps.is_empty());
        world.tamper("update work set step_due = null, unit = '' where dossier_id = ?1", running.id.0);
        assert_eq!(world.verify().len(), 1);
        world.execute(
            "insert into job (id, kind, lane, body, due_at, tries, failure, state)
             values (1, 'rows', 'inside-long', '{\"after\":0}', 0, 0, '', 'waiting')",
        );
        // It is none of those that must be quick.
        let run = |length| {
            let lane = JobLane { destination: Destination::Inside, length };
            world.wait(app::jobs::run_lane(&world.app, JOBS, lane)).unwrap()
        };
        assert_eq!(run(JobLength::Quick), RoundEnd::Done(0));
        assert_eq!(world.verify().len(), 1);
        assert_eq!(run(JobLength::Long), RoundEnd::Done(1));
        assert_eq!(world.verify(), []);
    });
}

/// Reminders have keys of their moment: none that would move those that are made after it.
#[test]
fn reminders_do_not_move_the_keys_that_are_made() {
    on_each_engine(|world| {
        let opened = world.open(world.opening("running", vec![accept()])).unwrap().dossier;
        let running = play(world, opened, |dossier| !dossier.steps.is_empty());
        world.wait(app::reminders::send(&world.app)).unwrap();
        let left = running.steps[0].due.millis() - world.app.now().millis();
        world.later(left / 60_000 + 5);
        assert!(world.wait(app::reminders::send(&world.app)).unwrap() > 0, "its step is late");
        let newest = world.number("select max(id) from message".into(), None);
        let made = storage::IdSource::time_of(newest);
        assert!(made <= world.app.now(), "{made}");
    });
}

#[test]
fn a_read_of_one_statement_makes_no_second() {
    on_each_engine(|world| {
        let one =
            world.wait(world.app.store.read_once(|tx| tx.query("select 1", &[]).map(|rows| rows.len())));
        assert_eq!(one.unwrap(), 1);
        let two = world.wait(world.app.store.read_once(|tx| {
            tx.query("select 1", &[])?;
            tx.query("select login from account where login = ?1", params!["counter"]).map(|rows| rows.len())
        }));
        assert!(matches!(two, Err(StorageError::Unexpected(_))), "{two:?}");
    });
}

#[test]
fn what_a_search_found_is_shown_to_who_searched_and_again_when_its_page_is_fetched_again() {
    on_each_engine(|world| {
        let opened = |key: &str| world.open(world.opening(key, vec![accept()])).unwrap().dossier;
        opened("one");
        let run = |officer: &Officer, token: &str| {
            let found = world.wait(app::inbox::run_search(&world.app, officer, token.into())).unwrap();
            found.map(|(typed, page)| (typed, page.rows.len()))
        };
        let save = || world.wait(app::inbox::save_search(&world.app, &world.counter, "nguyen van")).unwrap();
        let searches = || world.count("saved_search");
        let before = searches();
        let token = save();
        assert_eq!(searches(), before + 1, "it is kept before it is shown");
        // What is fetched again is looked for again.
        let first = run(&world.counter, &token).expect("it is shown");
        assert_eq!(first.0, "nguyen van");
        opened("two");
        assert_eq!(run(&world.counter, &token), Some((first.0, first.1 + 1)));
        // Nobody else's address leads anywhere, whether or not it was shown before.
        let other = Officer { account: AccountId(world.counter.account.0 + 1), ..world.counter.clone() };
        assert_eq!(run(&other, &token), None);
        assert_eq!(run(&other, &save()), None);
        // Rights that changed meanwhile count.
        let token = save();
        let stranger = Officer { agency: AgencyId(987_654), ..world.counter.clone() };
        assert_eq!(run(&stranger, &token).map(|found| found.1), Some(0));
    });
}

fn found(world: &World, officer: &Officer) -> usize {
    let search = async {
        let token = app::inbox::save_search(&world.app, officer, "nguyen van").await?;
        app::inbox::run_search(&world.app, officer, token).await
    };
    let (_, page) = world.wait(search).unwrap().expect("the search was kept");
    page.rows.len()
}

/// Those whose turn it is act until something is so.
fn play(world: &World, mut dossier: Dossier, so: impl Fn(&Dossier) -> bool) -> Dossier {
    let mut player = province::Player::new(&world.app).unwrap().with_seed(1);
    for _ in 0..20 {
        if so(&dossier) {
            return dossier;
        }
        let (actor, command) = player.turn(world.app.now(), &dossier).expect("there is a next act");
        let key = format!("after-{}", dossier.sequence);
        dossier = world.perform_as(actor, &dossier, &key, command).unwrap().dossier;
    }
    panic!("it never was: {dossier:?}");
}

/// The division of the oldest running step.
fn unit(dossier: &Dossier) -> Option<domain::agency::UnitKey> {
    dossier.steps.first().map(|step| step.unit.clone())
}

/// Officers finish steps until another division has it; that division's officer too.
fn pass_on(world: &World, dossier: Dossier) -> (Dossier, Officer) {
    let first = unit(&dossier);
    let dossier = play(world, dossier, |dossier| unit(dossier) != first);
    let player = province::Player::new(&world.app).unwrap();
    let unit = unit(&dossier).expect("it is being handled");
    let there = player
        .officers()
        .iter()
        .find(|officer| officer.agency == dossier.competent && officer.unit == unit)
        .cloned();
    (dossier, there.expect("somebody works there"))
}
