//! What was changed or cut is named, and what is erased leaves the chain whole.

use crate::world::*;
use app::erasure::{ErasureFate, ErasureRequest, NotErased};
use domain::dossier::StageKind;
use std::collections::BTreeSet;

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
                let file = app::files::row(&world.app, &landed, "to-khai.pdf", "request", None);
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
        let report = app::verify::all(&world.app).unwrap();
        assert_eq!((report.roots, report.findings), (1, vec![]));

        // Somebody clever: the rows agree with one another afterwards.
        for table in [
            "dossier_party",
            "dossier_name",
            "work",
            "measure",
            "event_private",
            "event",
            "act_key",
            "join_code",
            "reading",
        ] {
            world.tamper(&format!("delete from {table} where dossier_id = ?1"), gone);
        }
        // All three added the same to the sums, where no dossier is named.
        let added = "select max(id) from tally_change group by day, summed";
        world.execute(&format!("delete from tally_change where id in ({added})"));
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
        assert_eq!(app::verify::all(&world.app).unwrap().roots, 2);
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
        let wanted = ErasureRequest { person: "099123456789".into(), keep_years: 0, with_others: false };
        let plan = app::erasure::plan(&world.app, &wanted).unwrap().unwrap();
        let fates: Vec<ErasureFate> = plan.dossiers.iter().map(|planned| planned.fate).collect();
        assert_eq!(fates, [ErasureFate::Erased, ErasureFate::KeptOpen], "what is still handled is kept");
        let kept = app::erasure::plan(&world.app, &ErasureRequest { keep_years: 5, ..wanted.clone() })
            .unwrap()
            .unwrap();
        assert_eq!(kept.dossiers[0].fate, ErasureFate::KeptByLaw);
        assert_eq!(
            app::erasure::erase(&world.app, &wanted, " ").unwrap().unwrap_err(),
            NotErased::NoDocument
        );
        let protocol = app::erasure::erase(&world.app, &wanted, "Quyết định 5/QĐ").unwrap().unwrap();
        let erased = protocol.private_parts;
        assert_eq!(erased, 2, "the filing and the refusal had private parts");
        assert_eq!((protocol.dossiers, protocol.kept), (vec![id], vec![other.dossier.id]));
        let report = app::verify::all(&world.app).unwrap();
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
