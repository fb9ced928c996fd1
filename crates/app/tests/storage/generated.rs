//! Generated dossiers are as good as lived ones.

use crate::world::*;
use app::reports::WantedFigure;
use domain::counting::Period;
use domain::report::FigureList;
use domain::time::Instant;
use jiff::civil::date;
use std::sync::Mutex;

const WANTED: province::Generate =
    province::Generate { dossiers: 3_000, seed: 7, until: Instant::from_millis(1_772_416_800_000) };

#[test]
fn generated_dossiers_verify_and_life_goes_on_after_them() {
    // What each engine was given, without what may differ: every fact in its order.
    let written: Mutex<Vec<Vec<String>>> = Mutex::new(Vec::new());
    on_each_engine(|world| {
        let before = world.indexes();
        let mut last = 0;
        let made = province::generate(&world.app, WANTED, |done| last = done).unwrap();
        assert_eq!((made.dossiers, last), (3_000, 3_000));
        assert_eq!(world.count("dossier"), 3_000);
        assert_eq!(world.count("event") as u64, made.events);
        assert_eq!(world.count("file") as u64, made.files);
        assert_eq!(world.indexes(), before, "every index is back");
        world.gather_roots();
        let report = app::verify::all(&world.app).unwrap();
        assert_eq!(report.findings, []);
        assert_eq!((report.dossiers, report.events, report.files), (3_000, made.events, made.files));

        // Every way a dossier can stand is there.
        assert_eq!(world.number("select count(distinct stage) from dossier".into(), None), 11);
        assert!(world.count("work") > 0 && world.count("finished") > 0);
        assert!(world.count("account") as u64 >= made.accounts);
        written.lock().unwrap().push(world.facts());

        // The next acceptance takes the next number of the day.
        let accepted = world.open(world.opening("after", vec![accept()])).unwrap();
        assert!(accepted.dossier.code.is_some());
        assert_eq!(world.verify(), []);
    });
    let written = written.into_inner().unwrap();
    assert!(written.windows(2).all(|pair| pair[0] == pair[1]), "one seed, one past, on either engine");
}

#[test]
fn of_lean_dossiers_reports_and_lists_know_and_sums_are_right() {
    on_each_engine(|world| {
        let before = world.indexes();
        let mut last = 0;
        let made = province::generate_lean(&world.app, WANTED, 400, |done| last = done).unwrap();
        assert_eq!((made.dossiers, last), (3_000, 3_000));
        assert_eq!(world.count("dossier"), 3_000);
        assert!(world.count("measure") > 2_800 && (world.count("event") as u64) == made.events);
        assert_eq!(world.indexes(), before, "every index is back");
        let year = Period { from: date(2025, 12, 15), to: date(2026, 12, 14) };
        let mut counted = 0;
        for agency in world.app.store.read_now(storage::tally::agencies).unwrap() {
            let differences =
                world.app.store.read_now(move |tx| storage::tally::differences(tx, agency)).unwrap();
            assert_eq!(differences, [] as [String; 0]);
            let rows = app::counting::counts_now(&world.app, year, Some(agency)).unwrap();
            let done: i64 = rows.iter().map(|row| row.counts.done()).sum();
            let wanted = WantedFigure { agency, list: FigureList::Done, period: year, procedures: None };
            let listed = world.wait(app::reports::dossiers(&world.app, wanted, None, 10_000)).unwrap().0;
            assert_eq!(listed.len() as i64, done);
            counted += done;
        }
        assert!(counted > 300, "{counted}");
    });
}
