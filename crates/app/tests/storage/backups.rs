//! Backups go from one engine to the other, and over no installation.

use crate::world::*;
use app::DatabaseLocation;
use app::backup::RestoreAs;
use app::jobs::{Destination, JOBS, JobLane, JobLength};
use domain::dossier::{Command, HandOver};
use std::collections::BTreeSet;
use storage::tables::{PASSING, tables};

#[test]
fn a_backup_of_one_engine_is_restored_into_the_other() {
    on_each_pair(|from, to| {
        let landed = from.app.files.put_now(PDF).unwrap();
        let file = app::files::row(&from.app, &landed, "to-khai.pdf", "request", None);
        let opened = from.open(from.opening_with(file, "one")).unwrap().dossier;
        from.perform(&opened, "two", Command::HandOver(HandOver), None).unwrap();
        from.open(from.opening("three", vec![ask_completion()])).unwrap();

        let restored = restored(from, to);
        let report = app::verify::all(&restored.app).unwrap();
        assert_eq!(report.findings, []);
        assert_eq!((report.dossiers, report.files), (2, 1));
        for table in &tables() {
            assert_eq!(from.rows(table), restored.rows(table), "{}", table.name);
        }
        // Work goes on where it stopped.
        let next = restored.open(restored.opening("four", vec![accept()])).unwrap();
        assert_eq!(ordinal(&next), 2);
        let again = restored.open(restored.opening("one", vec![accept()])).unwrap();
        assert!(again.repeated, "a key that was used stays used");
        assert_eq!(restored.verify(), []);
    });
}

#[test]
fn a_restored_installation_still_vouches_for_its_roots() {
    on_each_pair(|from, to| {
        from.open(from.opening("one", vec![accept()])).unwrap();
        from.gather_roots();
        let restored = restored(from, to);
        assert_eq!(restored.verify(), []);
        restored.later(1);
        restored.open(restored.opening("two", vec![accept()])).unwrap();
        restored.gather_roots();
        let report = app::verify::all(&restored.app).unwrap();
        assert_eq!((report.roots, report.findings), (2, vec![]));
    });
}

#[test]
fn a_backup_is_not_restored_over_an_installation() {
    on_each_engine(|world| {
        let to = world.folder().join("backup");
        app::backup::write(&world.app, &to).unwrap();
        let refused = app::backup::restore(&to, &world.place, world.folder(), RestoreAs::Same);
        assert!(refused.unwrap_err().to_string().contains("not empty"));
        if matches!(world.place, DatabaseLocation::Postgres(_)) {
            let empty = tempfile::tempdir().unwrap();
            let refused = app::backup::restore(&to, &world.place, empty.path(), RestoreAs::Same);
            assert!(refused.unwrap_err().to_string().contains("the database is not empty"));
        }
    });
}

/// A copy tries itself beside the first one: whatever leaves the house must not leave it twice.
#[test]
fn a_copy_does_nothing_outside_until_it_is_let() {
    on_each_pair(|from, to| {
        let lanes = Destination::ALL
            .into_iter()
            .flat_map(|destination| JobLength::ALL.map(|length| JobLane { destination, length }));
        // One of each kind this crate has, and one of another crate's in each lane.
        let own = JOBS.iter().map(|job| (job.key, job.lane()));
        for (id, (kind, lane)) in own.chain(lanes.map(|lane| ("foreign", lane))).enumerate() {
            from.execute(&format!(
                "insert into job (id, kind, lane, body, due_at, tries, failure, state)
                 values ({}, '{kind}', '{}', '{{}}', 0, 0, '', 'waiting')",
                id + 1,
                lane.key()
            ));
        }
        let backup = from.folder().join("backup");
        app::backup::write(&from.app, &backup).unwrap();
        app::backup::restore(&backup, &to.place, to.folder.path(), RestoreAs::Copy).unwrap();
        let copy = World::opened(to);

        let held = copy.wait(app::jobs::list_held_destinations(&copy.app)).unwrap();
        let outside: Vec<Destination> =
            Destination::ALL.into_iter().filter(|destination| *destination != Destination::Inside).collect();
        assert_eq!(held, outside);
        let waiting = copy.wait(app::jobs::list_waiting(&copy.app)).unwrap();
        let kinds: BTreeSet<&str> = waiting.iter().map(|waiting| waiting.kind.as_str()).collect();
        // A letter is inside and ends outside.
        let inside = JOBS.iter().filter(|job| job.destination == Destination::Inside && job.key != "letter");
        assert_eq!(kinds, inside.map(|job| job.key).chain(["foreign"]).collect());
        assert!(waiting.iter().all(|waiting| waiting.destination == Destination::Inside));
    });
}

#[test]
fn the_schema_has_exactly_the_tables_and_columns_a_backup_knows() {
    on_each_engine(|world| {
        let passing = PASSING.iter().map(|name| name.to_string());
        let known: BTreeSet<String> = tables()
            .iter()
            .map(|table| table.name.to_string())
            .chain(passing)
            .chain(["migration".into()])
            .collect();
        assert_eq!(world.tables(), known);
        for table in tables() {
            let known: BTreeSet<String> =
                table.columns.split(',').map(|name| name.trim().to_string()).collect();
            assert_eq!(world.columns(table.name), known, "{}", table.name);
        }
    });
}
