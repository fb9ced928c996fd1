//! What is stored stays true: the same suite on SQLite and on PostgreSQL.
//!
//! PostgreSQL runs when `MOTCUA_TEST_POSTGRES` names a server one may create databases on, such as
//! `postgres://motcua@127.0.0.1/postgres`. With `MOTCUA_TEST_ALL` set it may not be left out.

mod generated;
mod legal_dates;
mod lists;
mod names;
mod news;
mod rebuilding;
mod tampering;
mod world;

use app::Place;
use app::backup::Identity;
use app::dossiers::{Done, NotDone, Wish};
use app::erasure::{Fate, NotErased, Wanted};
use domain::dossier::{Command, DossierId, Fact, HandOver, Refusal, StageKind};
use domain::officer::{Actor, Officer};
use std::collections::BTreeSet;
use std::io::Write;
use std::sync::Barrier;
use storage::StorageError;
use storage::tables::{PASSING, tables};
use world::*;

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
        assert_eq!(stored.parties.unwrap().owner.name, NAME);
        let report = world.app.verify().unwrap();
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
        let file = world.app.file_row(&landed, "to-khai.pdf", "request", None);
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
            let send =
                || world.wait(world.app.submit_draft(&signed_in, &opened, Default::default())).unwrap();
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
                world.app.perform_now(Wish { reference, actor, command, key, seen })
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

#[test]
fn verification_names_what_was_changed() {
    on_each_engine(|world| {
        let open = |key: &str| world.open(world.opening(key, vec![accept()])).unwrap().dossier.id.0;
        let (facts, cut, row, private, work) =
            (open("facts"), open("cut"), open("row"), open("private"), open("work"));
        let (missing, middle, party) = (open("missing"), open("middle"), open("party"));
        let untouched = open("untouched");
        let tokens: Vec<String> = (0..3)
            .map(|number| {
                let landed = world.app.files.put_now(PDF).unwrap();
                let file = world.app.file_row(&landed, "to-khai.pdf", "request", None);
                world.open(world.opening_with(file, &format!("file-{number}"))).unwrap();
                landed.token
            })
            .collect();
        assert_eq!(world.verify(), []);

        world.tamper(
            "update event set facts = replace(facts, '\"counter\"', '\"post\"') where dossier_id = ?1
                and sequence = 1",
            facts,
        );
        world.tamper("delete from event where dossier_id = ?1 and sequence = 3", cut);
        world.tamper("update dossier set stage = 'returned' where id = ?1", row);
        world.tamper(
            "update event_private set body = replace(body, 'Nguyễn Văn An', 'Trần Thị Bình')
             where dossier_id = ?1",
            private,
        );
        world.tamper("update work set due = due + 86400000 where dossier_id = ?1", work);
        world.tamper("update dossier_party set receiving_id = 0 where dossier_id = ?1", party);
        world.tamper("delete from event_private where dossier_id = ?1", missing);
        world.tamper("delete from event where dossier_id = ?1 and sequence = 2", middle);
        std::fs::remove_file(world.app.files.path(&tokens[0])).unwrap();
        std::fs::write(world.app.files.path(&tokens[1]), b"%PDF-1.4 something else").unwrap();

        let findings = world.verify();
        let found = |subject: String, words: &str| {
            let named =
                findings.iter().any(|finding| finding.subject == subject && finding.what.contains(words));
            assert!(named, "{subject}: {words} is not among {findings:#?}");
        };
        let dossier = |id: i64| format!("dossier {id}");
        found(dossier(facts), "event 1 was changed");
        found(dossier(cut), "its row says sequence = 3, its events 2");
        found(dossier(row), "its row says stage = `returned`, its events `accepted`");
        found(dossier(private), "the private part of event 1 was changed");
        found(dossier(work), "its rows of open work differ");
        found(dossier(party), "the rows people are looked up by differ");
        found(dossier(missing), "the private part of event 1 is missing");
        found(dossier(middle), "event 2 is missing");
        found(format!("file {}", tokens[0]), "cannot be read");
        found(format!("file {}", tokens[1]), "was changed");
        let innocent = [dossier(untouched), format!("file {}", tokens[2])];
        let accused = findings.iter().find(|finding| innocent.contains(&finding.subject));
        assert_eq!(accused, None);
    });
}

#[test]
fn a_signed_root_shows_what_was_cut_or_taken_away() {
    on_each_engine(|world| {
        let open = |key: &str| world.open(world.opening(key, vec![accept()])).unwrap().dossier.id.0;
        let (cut, gone, untouched) = (open("cut"), open("gone"), open("untouched"));
        assert_eq!(world.gather_roots(), 1);
        assert_eq!(world.gather_roots(), 0, "nothing moved");
        let report = world.app.verify().unwrap();
        assert_eq!((report.roots, report.findings), (1, vec![]));

        // Somebody clever: the rows agree with one another afterwards.
        for table in [
            "dossier_party",
            "dossier_name",
            "work",
            "event_private",
            "event",
            "act_key",
            "join_code",
            "reading",
        ] {
            world.tamper(&format!("delete from {table} where dossier_id = ?1"), gone);
        }
        world.tamper("delete from dossier where id = ?1", gone);
        world.tamper("delete from event where dossier_id = ?1 and sequence = 3", cut);
        world.tamper("delete from act_key where dossier_id = ?1", cut);
        world.tamper(
            "update dossier set code = null, sequence = 2,
                head = (select digest from event where dossier_id = ?1 and sequence = 2) where id = ?1",
            cut,
        );

        let findings = world.verify();
        assert!(findings.iter().all(|finding| finding.subject.starts_with("root of ")), "{findings:#?}");
        let said: BTreeSet<String> = findings.into_iter().map(|finding| finding.what).collect();
        let lost = |id: i64| format!("dossier {id} was cut or replaced since it was signed");
        assert_eq!(said, BTreeSet::from([lost(cut), lost(gone)]));
        assert!(!said.contains(&lost(untouched)));
    });
}

#[test]
fn a_root_whose_heads_were_taken_away_is_named() {
    on_each_engine(|world| {
        world.open(world.opening("one", vec![accept()])).unwrap();
        world.gather_roots();
        world.open(world.opening("two", vec![accept()])).unwrap();
        world.later(1);
        world.gather_roots();
        assert_eq!(world.app.verify().unwrap().roots, 2);
        assert_eq!(world.verify(), []);
        let first = "(select min(root_id) from root_head)";
        world.execute(&format!("delete from root_head where root_id = {first}"));
        let whats: Vec<String> = world.verify().into_iter().map(|finding| finding.what).collect();
        let expected =
            ["it claims a signed root that does not hold it", "its heads are not those that were signed"];
        assert_eq!(whats, expected);
    });
}

#[test]
fn what_is_private_can_be_erased_and_the_chain_stays_whole() {
    on_each_engine(|world| {
        let done = world.open(world.opening("no", vec![refuse()])).unwrap();
        let other = world.open(world.opening("other", vec![accept()])).unwrap();
        world.gather_roots();
        let id = done.dossier.id;
        let wanted = Wanted { person: "099123456789".into(), keep_years: 0, with_others: false };
        let plan = world.app.plan_erasure(&wanted).unwrap().unwrap();
        let fates: Vec<Fate> = plan.dossiers.iter().map(|planned| planned.fate).collect();
        assert_eq!(fates, [Fate::Erased, Fate::KeptOpen], "what is still handled is kept");
        let kept = world.app.plan_erasure(&Wanted { keep_years: 5, ..wanted.clone() }).unwrap().unwrap();
        assert_eq!(kept.dossiers[0].fate, Fate::KeptByLaw);
        assert_eq!(world.app.erase(&wanted, " ").unwrap().unwrap_err(), NotErased::NoDocument);
        let protocol = world.app.erase(&wanted, "Quyết định 5/QĐ").unwrap().unwrap();
        let erased = protocol.private_parts;
        assert_eq!(erased, 2, "the filing and the refusal had private parts");
        assert_eq!((protocol.dossiers, protocol.kept), (vec![id], vec![other.dossier.id]));
        let report = world.app.verify().unwrap();
        assert_eq!(report.findings, []);
        assert_eq!(report.erased, erased);
        let (records, dossier) = world.load(id);
        assert_eq!((dossier.parties, dossier.answers.len()), (None, 0));
        assert_eq!(dossier.stage.kind(), StageKind::Refused);
        assert!(records.iter().all(|record| record.event.private.is_empty()));
        assert!(world.load(other.dossier.id).1.parties.is_some());
        let left = world.query_count(
            "select count(*) from event_private where dossier_id = ?1 and (salt is not null or body is not null)",
            id.0,
        );
        assert_eq!(left, 0, "a digest without its salt tells nothing");
        for table in ["dossier_party", "dossier_name"] {
            let sql = format!("select count(*) from {table} where dossier_id = ?1");
            assert_eq!(world.query_count(&sql, id.0), 0, "{table}");
        }
    });
}

#[test]
fn a_backup_of_one_engine_is_restored_into_the_other() {
    on_each_pair(|from, to| {
        let landed = from.app.files.put_now(PDF).unwrap();
        let file = from.app.file_row(&landed, "to-khai.pdf", "request", None);
        let opened = from.open(from.opening_with(file, "one")).unwrap().dossier;
        from.perform(&opened, "two", Command::HandOver(HandOver), None).unwrap();
        from.open(from.opening("three", vec![ask_completion()])).unwrap();

        let restored = restored(from, to);
        let report = restored.app.verify().unwrap();
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
        let report = restored.app.verify().unwrap();
        assert_eq!((report.roots, report.findings), (2, vec![]));
    });
}

#[test]
fn a_backup_is_not_restored_over_an_installation() {
    on_each_engine(|world| {
        let to = world.folder().join("backup");
        world.app.backup(&to).unwrap();
        let refused = app::backup::restore(&to, &world.place, world.folder(), Identity::Same);
        assert!(refused.unwrap_err().to_string().contains("not empty"));
        if matches!(world.place, Place::Postgres(_)) {
            let empty = tempfile::tempdir().unwrap();
            let refused = app::backup::restore(&to, &world.place, empty.path(), Identity::Same);
            assert!(refused.unwrap_err().to_string().contains("the database is not empty"));
        }
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

#[test]
fn postgresql_is_reached_through_tls_with_a_certificate_that_holds() {
    let (Some(server), Ok(authority)) = (postgres_server(), std::env::var("MOTCUA_TEST_POSTGRES_CA")) else {
        assert!(std::env::var("MOTCUA_TEST_ALL").is_err(), "CI must have a server with TLS");
        let _ =
            writeln!(std::io::stderr(), "left out: TLS to PostgreSQL (MOTCUA_TEST_POSTGRES_CA is not set)");
        return;
    };
    let _turn = TURN.lock();
    let database = Database::create(&server);
    let url = with_database(&server, &database.name);
    let open = |options: &str| storage::Store::open(&Place::Postgres(format!("{url}?{options}")), 0);
    let known = open(&format!("sslmode=require&sslrootcert={authority}"));
    let ssl = known.unwrap().read_now(|tx| {
        let row =
            tx.query_one("select ssl::int::bigint from pg_stat_ssl where pid = pg_backend_pid()", &[])?;
        row.map_or(Ok::<_, StorageError>(false), |row| row.get(0))
    });
    assert!(ssl.unwrap(), "the connection is secured");
    let unknown = open("sslmode=require").err().expect("nobody vouches for the server").to_string();
    assert!(unknown.contains("certificate"), "{unknown}");
}

#[test]
fn national_records_arrive_as_proposals_and_keep_what_is_ours() {
    use app::national::{Import, Tally};
    const CODE: &str = "1.009999";
    let record = |name: &str, days: u32, public: u8| {
        format!(
            r#"{{"error_code":"0","result":[{{"MATTHC":"{CODE}","TENTTHC":"{name}","TRANGTHAI":"{public}",
            "LINHVUCTHUCHIEN":[{{"TENLINHVUC":"Lĩnh vực mới lạ"}}],"CACHTHUCTHUCHIEN":[{{"KENH":"2","THOIGIAN":
            [{{"THOIGIANGIAIQUYET":"{days}","DONVITINH":"Ngày làm việc"}}]}}],"THANHPHANHOSO":[{{"TRUONGHOP":"",
            "GIAYTO":[{{"TENGIAYTO":"Tờ khai","SOBANCHINH":"1","SOBANSAO":"0"}}]}}]}}]}}"#
        )
        .replace('\n', " ")
    };
    on_each_engine(|world| {
        let import = |lines: &str, accept: bool| {
            let mut troubles = Vec::new();
            let how = Import { accept, complete: false };
            let tally = world.app.import_procedures(lines.as_bytes(), how, |t| troubles.push(t), |_| {});
            (tally.unwrap(), troubles)
        };
        let counted = |new, changed, unchanged, not_understood| Tally {
            new,
            changed,
            unchanged,
            not_understood,
            in_part: 0,
        };
        let today = world.app.now().date();
        let first = record("Thủ tục thử nghiệm", 5, 1);
        let (tally, troubles) = import(&format!("not json\n\n{first}\n"), false);
        assert_eq!(tally, counted(1, 0, 0, 1));
        assert_eq!(troubles[0].line, 1);
        assert!(world.app.reference().procedure(CODE, today).is_none(), "a proposal changes nothing");
        assert_eq!(import(&first, true).0, counted(0, 0, 1, 0));
        let data = world.app.reference();
        let accepted = data.procedure(CODE, today).expect("what waited is accepted").clone();
        assert_eq!(accepted.short_name.vi, "Thử nghiệm");
        assert_eq!(data.field(&accepted.field).unwrap().name.vi, "Lĩnh vực mới lạ");
        assert_eq!(import(&first, true).0, counted(0, 0, 1, 0));
        assert_eq!(world.app.reference().history(CODE).len(), 1, "importing again changes nothing");

        // What is ours stays, what is theirs changes.
        let mut ours = domain::procedure::Procedure { version: 2, ..accepted };
        ours.papers[0].required = true;
        ours.steps = vec![domain::Text::new("Nộp tờ khai", "")];
        let saved = ours.clone();
        world.app.store.write_now(move |tx| storage::catalogue::insert_procedure(tx, &saved, today)).unwrap();
        world.app.refresh_reference_now().unwrap();
        assert_eq!(import(&record("Thủ tục thử nghiệm", 3, 1), true).0, counted(0, 1, 0, 0));
        let data = world.app.reference();
        let next = data.procedure(CODE, today).unwrap();
        assert_eq!(next.version, 3);
        assert_eq!(next.methods[0].limit, domain::deadline::Limit::WorkingDays(3));
        assert!(next.papers[0].required && next.steps == ours.steps);

        // Two records of one code in one import contradict each other: both wait.
        let both = format!("{}\n{}", record("Tên thứ nhất", 3, 1), record("Tên thứ hai", 3, 1));
        assert_eq!(import(&both, false).0, counted(0, 2, 0, 0));
        assert_eq!(import(&both, true).0, counted(0, 0, 2, 0), "and neither is accepted unseen");
        assert_eq!(world.query_count("select count(*) from proposal where state = 'open' and id > ?1", 0), 2);
        // No longer public: closed, not deleted.
        assert_eq!(import(&record("Thủ tục thử nghiệm", 3, 0), true).0, counted(0, 1, 0, 0));
        assert!(world.app.reference().procedure(CODE, today.tomorrow().unwrap()).is_none());
        assert_eq!(world.app.reference().history(CODE).len(), 3);
    });
}
