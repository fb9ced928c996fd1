//! People are found by any word of their name, however its letters were typed, and by kind, country and number; what an
//! earlier folding wrote is written anew by a job.

use crate::world::*;
use app::erasure::ErasureRequest;
use domain::dossier::{Identity, IdentityKind, Party};
use std::collections::BTreeSet;
use storage::params;

fn open(world: &World, name: &str, identity: Identity) -> String {
    let mut opening = world.opening(name, vec![ask_completion()]);
    opening.filing.parties.owner = Party { name: name.into(), identity, ..Party::default() };
    world.open(opening).unwrap().dossier.reference.to_string()
}

/// The references of what a search finds.
fn found(world: &World, typed: &str) -> BTreeSet<String> {
    let search = async {
        let token = app::inbox::save_search(&world.app, &world.counter, typed).await?;
        app::inbox::run_search(&world.app, &world.counter, token).await
    };
    let (_, page) = world.wait(search).unwrap().expect("the search was kept");
    page.rows.iter().map(|row| row.reference.to_string()).collect()
}

const NAMES: [&str; 4] = ["H'Hen Niê", "\u{d0}ặng Hồ\u{2bc} Đan", "Y Moan Êñuôl", "Lê \u{243}ya Thị Hà"];

#[test]
fn people_are_found_by_any_word_of_their_name() {
    on_each_engine(|world| {
        let filed: Vec<String> = NAMES.iter().map(|name| open(world, name, Identity::default())).collect();
        for (typed, expected) in [
            ("hhen nie", Some(0)),
            ("H\u{2019}Hen", Some(0)),
            ("H\u{60}hen", Some(0)),
            ("niê", Some(0)),
            ("Đặng", Some(1)),
            ("dang", Some(1)),
            ("Hồ\u{2019} Đan", Some(1)),
            ("đan", Some(1)),
            ("y moan enuol", Some(2)),
            ("moan e\u{302}n\u{303}uo\u{302}l", Some(2)),
            ("Enuol", Some(2)),
            ("bya", Some(3)),
            ("thi ha", Some(3)),
            ("hen", Some(0)),
            ("h hen", Some(0)),
            ("H\u{2bc} Hen", Some(0)),
            ("hen nie", Some(0)),
            ("hodan", Some(1)),
            ("dang dan", Some(1)),
            ("le ha", Some(3)),
            ("le thi h", Some(3)),
            ("bya ha", Some(3)),
            ("en", Some(2)),
            ("''", None),
            ("ha thi", None),
            ("l%", Some(3)),
        ] {
            let expected: BTreeSet<String> =
                expected.map(|place: usize| filed[place].clone()).into_iter().collect();
            assert_eq!(found(world, typed), expected, "{typed}");
        }
        assert_eq!(world.verify(), []);
    });
}

#[test]
fn words_may_stand_between_what_is_typed_unless_a_whole_name_was() {
    on_each_engine(|world| {
        let names = ["Trần Thị Thu Hà", "Trần Thị Hà", "Trần Thị Thu Ngọc Hà"];
        let filed: Vec<String> = names.iter().map(|name| open(world, name, Identity::default())).collect();
        let check = |typed: &str, expected: &[usize]| {
            let expected: BTreeSet<String> = expected.iter().map(|place| filed[*place].clone()).collect();
            assert_eq!(found(world, typed), expected, "{typed}");
        };
        check("tran ha", &[0, 1, 2]);
        check("Trần Thị Hà", &[0, 1, 2]);
        check("thi thu ha", &[0, 2]);
        // Four words that somebody is called by name them; four nobody is called by may be some of more.
        check("Trần Thị Thu Hà", &[0]);
        check("tran thi ngoc ha", &[2]);
    });
}

#[test]
fn words_are_left_out_before_the_second_that_was_typed_and_after_it() {
    on_each_engine(|world| {
        let names = [
            "Lê Mai Hà",
            "Lê Thị Mai Hà",
            "Lê Thị Mai Thu Hà",
            "Lê Thị Thu Mai Hà",
            "Lê Maika Thu Hà",
            "Lê",
            "Lê Mai",
            "Lê Hà Mai",
            "Công ty Lê Thị Mai Hà",
        ];
        let filed: Vec<String> = names.iter().map(|name| open(world, name, Identity::default())).collect();
        let check = |typed: &str, expected: &[usize]| {
            let expected: BTreeSet<String> = expected.iter().map(|place| filed[*place].clone()).collect();
            assert_eq!(found(world, typed), expected, "{typed}");
        };
        check("Lê Mai Hà", &[0, 1, 2, 4, 8]);
        check("l m h", &[0, 1, 2, 4, 8]);
        check("cong le ha", &[8]);
        // More than one left out before the second: nobody else is called so.
        check("le mai ha x", &[]);
        check("le thu ha", &[3, 4]);
        check("cong mai ha", &[8]);
        check("le mai", &[0, 1, 2, 3, 4, 6, 7, 8]);
    });
}

/// As a version before left them.
fn unfold(world: &World) {
    let rows = |tx: &mut storage::Tx| {
        tx.query("select dossier_id, name from dossier_party", &[])?
            .iter()
            .map(|row| Ok((row.get::<i64>(0)?, row.get::<String>(1)?)))
            .collect::<Result<Vec<_>, storage::StorageError>>()
    };
    let rows: Vec<(i64, String)> = world.app.store.read_now(rows).unwrap();
    let unfold = move |tx: &mut storage::Tx| {
        for (dossier, name) in &rows {
            let key = search::fold::first(name);
            let sql = "update dossier_party set name_key = ?2, folding = 1 where dossier_id = ?1";
            tx.execute(sql, params![*dossier, key])?;
        }
        tx.execute("delete from dossier_name", &[])?;
        tx.execute(
            "insert into job (id, kind, lane, body, due_at, tries, failure, state)
             values (3, 'fold', 'inside-long', '{\"after\":0}', 0, 0, '', 'waiting')",
            &[],
        )
    };
    world.app.store.write_now(unfold).unwrap();
}

fn due(world: &World) -> u64 {
    let report = app::verify::all(&world.app).unwrap();
    assert_eq!(report.findings, []);
    report.due
}

/// As the version before left them, which knew later words and took every apostrophe for nothing.
fn unfold_to_the_second(world: &World) {
    unfold(world);
    let rows = |tx: &mut storage::Tx| {
        let sql = "select dossier_id, role, name, receiving_id, competent_id from dossier_party";
        let read = |row: &storage::SqlRow| {
            Ok((
                row.get::<i64>(0)?,
                row.get::<String>(1)?,
                row.get::<String>(2)?,
                row.get::<i64>(3)?,
                row.get::<i64>(4)?,
            ))
        };
        tx.query(sql, &[])?.iter().map(read).collect::<Result<Vec<_>, storage::StorageError>>()
    };
    let rows = world.app.store.read_now(rows).unwrap();
    let unfold = move |tx: &mut storage::Tx| {
        for (dossier, role, name, receiving, competent) in &rows {
            let sql = "update dossier_party set name_key = ?2, folding = 2 where dossier_id = ?1";
            tx.execute(sql, params![*dossier, search::fold::fold(name)])?;
            for (place, words) in (1i64..).zip(search::fold::later(name)) {
                let sql =
                    "insert into dossier_name (dossier_id, role, place, words, receiving_id, competent_id)
                           values (?1, ?2, ?3, ?4, ?5, ?6)";
                tx.execute(sql, params![*dossier, role, place, words, *receiving, *competent])?;
            }
        }
        Ok::<_, storage::StorageError>(())
    };
    world.app.store.write_now(unfold).unwrap();
}

#[test]
fn names_of_the_version_before_are_due_and_not_tampered_with() {
    on_each_engine(|world| {
        let filed: Vec<String> = NAMES.iter().map(|name| open(world, name, Identity::default())).collect();
        unfold_to_the_second(world);
        assert_eq!(due(world), 4);
        assert!(found(world, "nie").contains(&filed[0]));
        assert!(found(world, "hen").is_empty());
        world.wait(app::jobs::run_due(&world.app)).unwrap();
        assert_eq!(due(world), 0);
        assert!(found(world, "hen").contains(&filed[0]));
    });
}

#[test]
fn names_folded_before_are_found_as_before_and_folded_anew_by_a_job() {
    on_each_engine(|world| {
        let filed: Vec<String> = NAMES.iter().map(|name| open(world, name, Identity::default())).collect();
        unfold(world);
        assert_eq!(due(world), 4, "nobody has tampered");
        assert!(found(world, "H'Hen").contains(&filed[0]));
        assert!(found(world, "y moan").contains(&filed[2]));
        assert!(found(world, "nie").is_empty());
        // One that came meanwhile is written as today.
        open(world, "Trần Niê", Identity::default());
        assert_eq!(due(world), 4);
        world.wait(app::jobs::run_due(&world.app)).unwrap();
        assert_eq!(due(world), 0);
        assert!(found(world, "nie").contains(&filed[0]));
        assert_eq!(world.count("job where kind = 'fold' and state = 'done'"), 1);

        unfold_again(world);
        assert_eq!(due(world), 5);
        assert!(app::rebuild::run(&world.app).unwrap().is_ok());
        assert_eq!(due(world), 0, "rebuilding writes today's too");
    });
}

fn unfold_again(world: &World) {
    world.execute("delete from job where kind = 'fold'");
    unfold(world);
}

#[test]
fn a_search_for_a_name_goes_along_an_index() {
    on_each_engine(|world| {
        open(world, NAMES[0], Identity::default());
        let sqlite = world.app.store.read_now(|tx| tx.query("select sqlite_version()", &[])).is_ok();
        for (side, end) in [("receiving_id", "received"), ("competent_id", "decided")] {
            let tables = ["dossier_party", "dossier_name"];
            let position = if sqlite { "instr" } else { "strpos" };
            let asked = [
                (storage::inbox::by_name(side, None), 4),
                (storage::inbox::by_name(side, Some(position)), 6),
                (storage::inbox::by_pairs(side, position), 10),
            ];
            let asked = asked.into_iter().flat_map(|(both, given)| {
                both.into_iter().zip(tables).map(move |(sql, table)| (sql, table, given))
            });
            for (sql, table, given) in asked {
                let agency = world.counter.agency;
                let plan = move |tx: &mut storage::Tx| {
                    let (end, last) = ("nie\u{10ffff}", "\u{10ffff}");
                    let parts = params!["nie", agency, 50u32, end, "nie% x%", " x"];
                    let pairs = params!["nie", agency, 50u32, end, "x", last, "nie% x%", "x% y%", "y%", " y"];
                    let values: &[storage::SqlValue] = if given == 10 { pairs } else { &parts[..given] };
                    if sqlite {
                        let rows = tx.query(&format!("explain query plan {sql}"), values)?;
                        return rows.iter().map(|row| row.get::<String>(3)).collect();
                    }
                    // So few rows it would rather read one by one.
                    tx.execute("set local enable_seqscan = off", &[])?;
                    let rows = tx.query(&format!("explain {sql}"), values)?;
                    rows.iter().map(|row| row.get::<String>(0)).collect::<Result<Vec<_>, _>>()
                };
                let plan = world.app.store.write_now(plan).unwrap().join("\n");
                let index = format!("{table}_{end}");
                assert!(plan.contains(&index), "{index}: {plan}");
                // Neither engine sorts or walks more than it gives back.
                assert!(!plan.contains("TEMP B-TREE FOR ORDER BY"), "{plan}");
            }
        }
    });
}

#[test]
fn a_foreign_passport_is_not_the_old_card_with_the_same_digits() {
    on_each_engine(|world| {
        let passport = |country| Identity::read("123456789", Some(IdentityKind::Passport), country).unwrap();
        let card = open(world, "Lê Thị Thẻ", "123456789".into());
        let british = open(world, "John Smith", passport("GB"));
        let french = open(world, "Jean Martin", passport("FR"));
        assert_eq!(found(world, "123 456 789"), [card.clone()].into());
        assert_eq!(found(world, "hộ chiếu GB 123456789"), [british.clone()].into());
        assert_eq!(found(world, "passport 123456789"), [british, french].into());

        let known = |identity: Identity| {
            let found = world
                .wait(app::opening::find_applicant(&world.app, identity, world.counter.clone()))
                .unwrap();
            found.map(|party| party.name)
        };
        assert_eq!(known("123456789".into()).as_deref(), Some("Lê Thị Thẻ"));
        assert_eq!(known(passport("GB")).as_deref(), Some("John Smith"));
        assert_eq!(known(passport("US")), None);

        let planned = |person: &str| {
            let wanted = ErasureRequest { person: person.into(), keep_years: 0, with_others: false };
            let plan = app::erasure::plan(&world.app, &wanted).unwrap();
            plan.map(|plan| plan.dossiers.iter().map(|planned| planned.called.clone()).collect::<Vec<_>>())
                .ok()
        };
        assert_eq!(planned("123-456-789"), Some(vec![card]));
        assert_eq!(planned("passport gb 123456789").map(|dossiers| dossiers.len()), Some(1));
        assert_eq!(planned("passport US 123456789"), None);
        assert_eq!(world.verify(), []);
    });
}
