//! What everybody is told of many dossiers: night by night, on both engines, brought back by a backup, and verified.

use crate::tampering::behind;
use crate::world::*;
use app::public_figures::{PublicFigure, cells, of_agency, of_procedure, tell, usual_time};
use domain::public_figures::{FigureBasis, PublicCell};
use domain::report::Quarter;
use domain::rules::PACK_2018;
use domain::time::Instant;
use std::collections::BTreeMap;

const GENERATED: province::Generate =
    province::Generate { dossiers: 2_000, seed: 5, until: Instant::from_millis(1_772_416_800_000) };

fn all_told(world: &World) -> Vec<PublicFigure> {
    let asked = world.app.store.read_now(storage::public_figure::quarters).unwrap();
    let told = asked.into_keys().flat_map(|quarter| world.wait(cells(&world.app, quarter)).unwrap());
    let mut told: Vec<PublicFigure> = told.collect();
    // Engines give rows in different orders.
    told.sort_by_key(|figure| (figure.quarter, figure.basis, figure.cell.clone()));
    told
}

/// What each basis counts of a quarter, dossier by dossier.
fn one_by_one(world: &World) -> BTreeMap<(Quarter, FigureBasis), i64> {
    let ids = world
        .app
        .store
        .read_now(|tx| storage::record::list_dossiers(tx, domain::dossier::DossierId(i64::MIN), 10_000))
        .unwrap();
    let mut found = BTreeMap::new();
    for id in ids {
        let Ok(measure) = domain::counting::measure(&world.load(id).1) else { continue };
        for basis in FigureBasis::ALL {
            if let Some((day, _)) = basis.part(&measure) {
                *found.entry((Quarter::of(day), basis)).or_default() += 1;
            }
        }
    }
    found
}

#[test]
fn each_night_is_told_once_through_the_gate_and_kept() {
    on_each_engine(|world| {
        province::generate(&world.app, GENERATED, |_| {}).unwrap();
        assert!(world.wait(tell(&world.app)).unwrap());
        assert!(!world.wait(tell(&world.app)).unwrap(), "once a night");
        let told = all_told(world);
        assert!(told.len() > 20, "{}", told.len());
        let bounds = &PACK_2018.public;
        assert!(told.iter().all(|figure| figure.parts.total() >= bounds.at_least));
        // Of all there is, much is told, and never more.
        let counted = one_by_one(world);
        let mut sums: BTreeMap<(Quarter, FigureBasis), i64> = BTreeMap::new();
        for figure in &told {
            *sums.entry((figure.quarter, figure.basis)).or_default() += figure.parts.total();
        }
        for (key, sum) in &sums {
            assert!(sum <= &counted[key], "{key:?}: {sum}");
        }
        let (told_of, all): (i64, i64) = (sums.values().sum(), counted.values().sum());
        assert!(told_of * 3 > all, "{told_of} of {all}");
        let discreet = told.iter().filter(|figure| figure.cell.agency.is_none()).count();
        assert!(discreet > 0);
        check_ways(world, &told);
        assert_eq!(world.verify(), []);
        // Another night without ten more of anything tells nothing new.
        world.later(24 * 60);
        assert!(world.wait(tell(&world.app)).unwrap());
        assert!(all_told(world) == told);
        tampered(world);
    });
}

/// What is told of a procedure or an agency are the cells of it.
fn check_ways(world: &World, told: &[PublicFigure]) {
    let first = told.iter().map(|figure| figure.quarter).min().unwrap();
    let named = told.iter().find(|figure| figure.cell.procedure.is_some() && figure.cell.agency.is_some());
    let PublicCell { agency: Some(agency), procedure: Some(code) } = &named.unwrap().cell else {
        unreachable!()
    };
    let among = |found: Vec<PublicFigure>, is: &dyn Fn(&PublicCell) -> bool| {
        let expected = told.iter().filter(|figure| is(&figure.cell)).count();
        assert!(found.iter().all(|figure| is(&figure.cell)) && found.len() == expected);
    };
    let of = world.wait(of_procedure(&world.app, code, first)).unwrap();
    among(of, &|cell| cell.procedure.as_ref() == Some(code));
    let of = world.wait(of_agency(&world.app, *agency, first)).unwrap();
    among(of, &|cell| cell.agency == Some(*agency));
    let book = world.wait(app::public_figures::book(&world.app)).unwrap();
    let sum: i64 = book.province.values().map(|summary| summary.received.total()).sum();
    let cells = told.iter().filter(|figure| figure.basis == FigureBasis::Received);
    assert_eq!(sum, cells.map(|figure| figure.parts.total()).sum::<i64>());
    let days = told.iter().rev().find(|figure| {
        figure.basis == FigureBasis::Days && figure.cell.agency.is_some() && figure.cell.procedure.is_some()
    });
    let days = &days.unwrap().cell;
    let usual = world.wait(usual_time(&world.app, days.procedure.as_ref().unwrap(), days.agency)).unwrap();
    assert!(usual.is_some_and(|usual| usual.dossiers >= 10 && usual.agency == days.agency));
}

/// Whatever else is written there than the gate let through is found.
fn tampered(world: &World) {
    for (sql, undo) in [
        ("update public_figure set parts = '0:9'", None),
        ("update public_figure set latest = 0", Some("update public_figure set latest = 1")),
    ] {
        let before = all_told(world);
        behind(world, &[sql.into()]);
        assert!(!world.verify().is_empty(), "{sql}");
        match undo {
            Some(undo) => behind(world, &[undo.into()]),
            None => {
                behind(world, &["delete from public_figure".into()]);
                for figure in before {
                    let told = [(figure.cell, figure.parts)].into();
                    world
                        .app
                        .store
                        .write_now(move |tx| {
                            storage::public_figure::tell(
                                tx,
                                figure.quarter,
                                figure.basis,
                                figure.night,
                                &told,
                            )
                        })
                        .unwrap();
                }
            }
        }
        assert_eq!(world.verify(), [], "{sql}");
    }
}

#[test]
fn a_backup_brings_back_what_was_told() {
    on_each_pair(|world, to| {
        province::generate(&world.app, province::Generate { dossiers: 500, ..GENERATED }, |_| {}).unwrap();
        world.wait(tell(&world.app)).unwrap();
        world.gather_roots();
        let there = restored(world, to);
        assert!(all_told(&there) == all_told(world));
        assert_eq!(there.verify(), []);
        // A night after restoring goes on from it.
        assert!(!there.wait(tell(&there.app)).unwrap());
    });
}
