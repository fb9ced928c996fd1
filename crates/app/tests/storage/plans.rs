//! Every list has the index it needs: SQLite is asked how it would go about each, and neither reads a large table from its
//! beginning nor sorts what it read. Whoever writes another list is asked for its line here.

use crate::world::*;
use app::inbox::{Narrowed, Tab};
use domain::agency::AgencyId;
use domain::dossier::{DossierId, StageKind};
use domain::officer::AccountId;
use domain::time::Instant;
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::path::Path;
use storage::inbox::{SearchedFor, Within};
use storage::raw::{self, Statement};
use storage::{
    Result, Tx, account, batch, catalogue, dossier, draft, figure_list, file, inbox, job, message, national,
    record, root, saved_filter, substitution,
};
use testkit::Engine;

const LIMIT: u32 = 50;
const ACCOUNT: AccountId = AccountId(1);
const AGENCY: AgencyId = AgencyId(1);
const FIRST: DossierId = DossierId(0);
const MOMENT: Instant = Instant::from_millis(0);
const DAY: Date = Date::constant(2026, 3, 2);

type PlannedList = fn(&mut Tx) -> Result<()>;

/// The lists of `storage`, by file and function; those of open work are asked through the inbox.
const LISTS: &[(&str, PlannedList)] = &[
    ("account::list_all_officers", |tx| account::list_all_officers(tx, "", LIMIT).map(drop)),
    ("batch::list_begun", |tx| batch::list_begun(tx, ACCOUNT, LIMIT).map(drop)),
    ("catalogue::list_audit", |tx| catalogue::list_audit(tx, i64::MAX, LIMIT).map(drop)),
    ("catalogue::list_searches", |tx| catalogue::list_searches(tx, i64::MAX, LIMIT).map(drop)),
    ("dossier::list_own", |tx| {
        dossier::list_own(tx, ACCOUNT, None, LIMIT)?;
        dossier::list_own(tx, ACCOUNT, Some((1, 1)), LIMIT).map(drop)
    }),
    ("dossier::list_own_at", |tx| {
        dossier::list_own_at(tx, ACCOUNT, &[StageKind::ResultReady], LIMIT).map(drop)
    }),
    ("dossier::list_counting", |tx| dossier::list_counting(tx, FIRST, LIMIT).map(drop)),
    ("dossier::list_decided", |tx| dossier::list_decided(tx, AGENCY, "1", MOMENT, LIMIT).map(drop)),
    ("dossier::list_in_hand", |tx| dossier::list_in_hand(tx, AGENCY, "1", FIRST, LIMIT).map(drop)),
    ("dossier::list_running", |tx| dossier::list_running(tx, FIRST, LIMIT).map(drop)),
    ("dossier::list_folded_before", |tx| dossier::list_folded_before(tx, 1, FIRST, LIMIT).map(drop)),
    ("dossier::list_readings", |tx| dossier::list_readings(tx, FIRST, LIMIT).map(drop)),
    ("draft::list", |tx| draft::list(tx, ACCOUNT, LIMIT).map(drop)),
    ("figure_list::along", |tx| {
        let period = domain::counting::Period { from: DAY, to: Date::constant(2026, 12, 14) };
        let code = domain::procedure::ProcedureCode::parse("1.001193").expect("a code");
        for list in domain::report::FigureList::ALL {
            for procedures in [None, Some(vec![code.clone()])] {
                let wanted = figure_list::WantedFigure { agency: AGENCY, list, period, procedures };
                figure_list::list(tx, &wanted, None, LIMIT)?;
            }
        }
        Ok(())
    }),
    ("file::list_after", |tx| file::list_after(tx, 0, LIMIT).map(drop)),
    ("file::list_tokens", |tx| {
        file::list_tokens(tx, 0, LIMIT, false)?;
        file::list_tokens(tx, 0, LIMIT, true).map(drop)
    }),
    ("due::steps_due", |tx| inbox::steps_due(tx, MOMENT, MOMENT).map(drop)),
    ("due::dossiers_due", |tx| inbox::dossiers_due(tx, MOMENT, MOMENT, MOMENT, MOMENT).map(drop)),
    ("due::passed", |tx| inbox::passed(tx, (MOMENT, FIRST), MOMENT, LIMIT).map(drop)),
    ("found::search", |tx| {
        let within = Within { agency: AGENCY, received: true, decided: true };
        let wanted = [
            SearchedFor::Code("1".into()),
            SearchedFor::Reference("1".into()),
            SearchedFor::Identity("001090000001".into()),
            SearchedFor::Paper("123456".into()),
            SearchedFor::Name(vec!["nguyen".into()]),
        ];
        wanted.iter().try_for_each(|wanted| inbox::search(tx, wanted, within, LIMIT).map(drop))
    }),
    ("received::most_received", |tx| inbox::most_received(tx, AGENCY, LIMIT, LIMIT).map(drop)),
    ("job::list_troubled", |tx| job::list_troubled(tx, i64::MAX, LIMIT).map(drop)),
    ("message::list", |tx| message::list(tx, ACCOUNT, LIMIT).map(drop)),
    ("message::list_told", |tx| {
        message::list_told(tx, ACCOUNT, None, LIMIT, LIMIT)?;
        message::list_told(tx, ACCOUNT, Some((1, 1)), LIMIT, LIMIT).map(drop)
    }),
    ("national::list_missing", |tx| national::list_missing(tx, 1, "", LIMIT).map(drop)),
    ("national::list_kept", |tx| national::list_kept(tx, "", LIMIT).map(drop)),
    ("national::list_open", |tx| national::list_open(tx, ("", 0), LIMIT).map(drop)),
    ("national::count_open", |tx| national::count_open(tx, LIMIT).map(drop)),
    ("public_figure::latest", |tx| {
        let quarter = domain::report::Quarter::of(DAY);
        let code = domain::procedure::ProcedureCode::parse("1.001193").expect("a code");
        storage::public_figure::first_came(tx, AGENCY)?;
        storage::public_figure::latest_of_agency(tx, AGENCY, quarter)?;
        storage::public_figure::latest_of_procedure(tx, &code, quarter).map(drop)
    }),
    ("record::list_dossiers", |tx| record::list_dossiers(tx, FIRST, LIMIT).map(drop)),
    ("root::list_after", |tx| root::list_after(tx, 0, LIMIT).map(drop)),
    ("root::list_moved", |tx| root::list_moved(tx, LIMIT).map(drop)),
    ("saved_filter::list", |tx| saved_filter::list(tx, &an_officer(), LIMIT).map(drop)),
    ("tally::sums", |tx| {
        let period = domain::counting::Period { from: DAY, to: Date::constant(2026, 12, 14) };
        storage::tally::sums(tx, period.before(), None)?;
        storage::tally::sums(tx, period, Some(AGENCY)).map(drop)
    }),
    ("substitution::list_of_agency", |tx| substitution::list_of_agency(tx, AGENCY, DAY, LIMIT).map(drop)),
];

/// Of open work, by the tabs of the inbox.
const BY_TABS: [&str; 3] = ["open::count", "open::list_from", "done::list_done"];

/// What has a bound and is no list that somebody waits for.
const NO_LISTS: [(&str, &str); 14] = [
    ("dossier::drop_ended_join_codes", "drops what has ended, once a day"),
    ("found::by_name", "what found::search asks"),
    ("found::by_pairs", "the same"),
    ("message::unread", "counts no further than is shown, in the statements of others"),
    ("known_browser::save", "drops what is too many of one account"),
    ("lean::measures", "of generated dossiers"),
    ("legal_dates::fill", "of a migration"),
    ("measured_before::fill", "of a migration"),
    ("mod::strays", "looks for what should not be there, when all is verified"),
    ("quarterly::list_ids", "of few records, when all is verified"),
    ("record::forget_keys", "drops what is old, once a day"),
    ("sample::in_hand", "of the benchmark"),
    ("tally::fold", "takes what lies there, each minute"),
    ("waiting::steps", "sums up what is open in one agency, and goes no further than is shown"),
];

/// What is asked here though it has no bound: it gives back no more than there are agencies and procedures.
const UNBOUNDED: [&str; 2] = ["public_figure::latest", "tally::sums"];

/// What does read or sort more than it gives back, and why it may.
const ACCEPTED: [(&str, &str); 2] = [
    ("involved", "sorts the few dossiers one officer supports or follows"),
    ("received::most_received", "counts no more rows than it was told to look at"),
];

/// Tables that stay small however many dossiers there are.
const SMALL: [&str; 6] = ["agency", "field", "life_event", "account", "substitution", "timer"];

fn an_officer() -> domain::officer::Officer {
    domain::officer::Officer {
        account: ACCOUNT,
        agency: AGENCY,
        unit: domain::agency::UnitKey("legal".into()),
        roles: Vec::new(),
        name: String::new(),
        title: domain::Text::default(),
        stands_for: None,
    }
}

/// What is wrong with the way to a statement's rows.
fn slow(tx: &mut Tx, statement: &Statement) -> Vec<String> {
    let rows = tx.query(&format!("explain query plan {}", statement.sql()), statement.params()).unwrap();
    let steps: Vec<String> = rows.iter().map(|row| row.get(3).unwrap()).collect();
    let is_slow = |step: &&String| {
        let mut words = step.split_whitespace();
        let scanned = (words.next() == Some("SCAN")).then(|| words.next().unwrap_or_default());
        let walks = scanned.is_some_and(|table| {
            !step.contains("USING") && !step.contains("CONSTANT ROW") && is_large(table, statement.sql())
        });
        walks || step.contains("TEMP B-TREE FOR ORDER BY")
    };
    let found: Vec<&String> = steps.iter().filter(is_slow).collect();
    found.iter().map(|step| format!("{step}: {}\n{}", statement.sql(), steps.join("\n"))).collect()
}

/// Whether a table, by its own name, may have a row for each dossier; what a statement made itself is as large as it asked for.
fn is_large(table: &str, sql: &str) -> bool {
    let known = storage::tables::tables();
    let own =
        known.iter().find(|known| known.name == table || sql.contains(&format!("{} {table} ", known.name)));
    // Sums are in no backup, and many.
    table == "tally" || own.is_some_and(|own| !SMALL.contains(&own.name))
}

#[test]
fn no_list_reads_a_large_table_whole_or_sorts_it() {
    let world = World::seeded(Home::new(Engine::Sqlite));
    let watched = world.app.store.read_now(|tx| {
        let mut all: Vec<(&str, Vec<Statement>)> = Vec::new();
        for (name, list) in LISTS {
            let mut noted = Vec::new();
            raw::watch(tx, &mut noted, list)?;
            all.push((name, noted));
        }
        Ok::<_, storage::StorageError>(all)
    });
    let mut watched = watched.unwrap();
    let officers = world.wait(app::accounts::list_officers(&world.app, world.counter.agency)).unwrap();
    assert!(officers.len() > 1);
    for officer in &officers {
        for tab in Tab::ALL {
            for procedure in [None, Some("1.008628".to_string())] {
                let narrowed = Narrowed { procedure, ..Narrowed::default() };
                let noted = app::dry_run::inbox(&world.app, officer, tab, narrowed, LIMIT).unwrap();
                watched.push((tab.key(), noted));
            }
        }
    }
    let slow = world.app.store.read_now(move |tx| {
        let mut found: Vec<(&str, String)> = Vec::new();
        for (name, statements) in &watched {
            assert!(!statements.is_empty() || Tab::parse(name).is_some(), "{name} asks nothing");
            for statement in statements {
                found.extend(slow(tx, statement).into_iter().map(|why| (*name, why)));
            }
        }
        Ok::<_, storage::StorageError>(found)
    });
    let slow = slow.unwrap();
    let accepted = |name: &str| ACCEPTED.iter().any(|(accepted, _)| *accepted == name);
    let found: Vec<String> =
        slow.iter().filter(|(name, _)| !accepted(name)).map(|(name, why)| format!("{name}: {why}")).collect();
    assert!(found.is_empty(), "{}", found.join("\n\n"));
    for (name, _) in ACCEPTED {
        assert!(slow.iter().any(|(slow, _)| *slow == name), "{name} has its index now");
    }
}

/// The functions of `storage` whose statements have a bound, by file and name.
fn bounded(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            bounded(&path, found);
            continue;
        }
        let (file, text) =
            (path.file_stem().unwrap().to_string_lossy(), std::fs::read_to_string(&path).unwrap());
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        for function in text.split("fn ").skip(1) {
            let name: String =
                function.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
            if [" limit ?", " limit {"].iter().any(|bound| function.contains(bound)) {
                found.insert(format!("{file}::{name}"));
            }
        }
    }
}

#[test]
fn every_list_is_asked() {
    let mut found = BTreeSet::new();
    bounded(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../storage/src"), &mut found);
    let known: BTreeSet<&str> = LISTS
        .iter()
        .map(|(name, _)| *name)
        .chain(BY_TABS)
        .chain(NO_LISTS.iter().map(|(name, _)| *name))
        .collect();
    let missing: Vec<&String> = found.iter().filter(|name| !known.contains(name.as_str())).collect();
    assert!(missing.is_empty(), "lists without a line in LISTS: {missing:?}");
    let unbounded = |name: &str| UNBOUNDED.contains(&name);
    let gone: Vec<&&str> = known.iter().filter(|name| !found.contains(**name) && !unbounded(name)).collect();
    assert!(gone.is_empty(), "lines without a list: {gone:?}");
}
