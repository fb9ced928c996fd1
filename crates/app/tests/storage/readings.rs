//! Who opened a dossier is noted before anything of it is shown, once for each opening.

use crate::world::*;
use app::opening;
use domain::agency::AgencyId;
use domain::dossier::{Command, Dossier, HandOver};
use domain::officer::Officer;

fn look(world: &World, dossier: &Dossier, officer: &Officer, again: bool) -> bool {
    let reference = dossier.reference.clone();
    world.wait(opening::for_officer(&world.app, reference, officer.clone(), again)).is_ok()
}

fn readings(world: &World, dossier: &Dossier) -> i64 {
    world.query_count("select count(*) from reading where dossier_id = ?1", dossier.id.0)
}

#[test]
fn what_is_sent_from_a_page_is_its_opening_and_without_one_it_is_noted() {
    on_each_engine(|world| {
        let dossier = world.open(world.opening("read", vec![accept()])).unwrap().dossier;
        let check = |again: bool, noted: i64| {
            assert!(look(world, &dossier, &world.counter, again));
            assert_eq!(readings(world, &dossier), noted);
        };
        // A form sent by who never opened the page.
        check(true, 1);
        check(true, 1);
        world.later(1);
        check(false, 2);
        check(true, 2);
        // A page opened anew is an opening of its own; one that stood open longer than a session may is none.
        world.later(1);
        check(false, 3);
        world.later(13 * 60);
        check(true, 4);
        // Another officer's opening is their own.
        let other = Officer {
            account: domain::officer::AccountId(world.counter.account.0 + 1),
            ..world.counter.clone()
        };
        assert!(look(world, &dossier, &other, true));
        assert_eq!(readings(world, &dossier), 5);
        // Who may not see it leaves nothing, as if it were not there.
        let stranger = Officer { agency: AgencyId(987_654), ..world.counter.clone() };
        assert!(!look(world, &dossier, &stranger, false));
        assert_eq!(readings(world, &dossier), 5);
    });
}

#[test]
fn the_page_an_act_leads_to_belongs_to_the_act() {
    on_each_engine(|world| {
        let dossier = world.open(world.opening("acted", vec![accept()])).unwrap().dossier;
        world.later(5);
        let check = |officer: &Officer, noted: i64| {
            assert!(look(world, &dossier, officer, false));
            assert_eq!(readings(world, &dossier), noted);
        };
        check(&world.counter, 1);
        let act = |key: &str| world.perform(&dossier, key, Command::HandOver(HandOver), None);
        assert!(act("over").is_ok());
        check(&world.counter, 1);
        // Others look at what somebody else did.
        let other = Officer {
            account: domain::officer::AccountId(world.counter.account.0 + 1),
            ..world.counter.clone()
        };
        check(&other, 2);
        // A minute later nothing explains it any more.
        world.later(1);
        check(&world.counter, 3);
    });
}

#[test]
fn who_acted_without_a_reading_leaves_one() {
    on_each_engine(|world| {
        let dossier = world.open(world.opening("acted", vec![accept()])).unwrap().dossier;
        assert!(look(world, &dossier, &world.counter, false));
        assert_eq!(readings(world, &dossier), 1);
    });
}

#[test]
fn of_many_who_open_at_once_each_is_noted_when_the_answer_is_there() {
    on_each_engine(|world| {
        let open =
            |number| world.open(world.opening(&format!("read-{number}"), vec![accept()])).unwrap().dossier;
        let dossiers: Vec<Dossier> = (0..24).map(open).collect();
        std::thread::scope(|threads| {
            for dossier in &dossiers {
                threads.spawn(move || {
                    assert!(look(world, dossier, &world.counter, false));
                    assert_eq!(readings(world, dossier), 1);
                });
            }
        });
    });
}
