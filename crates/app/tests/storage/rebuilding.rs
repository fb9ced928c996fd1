//! Tables that follow the record are written anew from it, and never from a record that is not whole.

use crate::tampering::behind;
use crate::world::*;
use domain::dossier::{Command, HandOver};

#[test]
fn what_follows_the_record_is_written_anew() {
    on_each_engine(|world| {
        for key in ["a", "b", "c"] {
            let opened = world.open(world.opening(key, vec![accept()])).unwrap().dossier;
            world.perform(&opened, &format!("{key}-on"), Command::HandOver(HandOver), None).unwrap();
        }
        world.gather_roots();
        let tables: Vec<_> = storage::tables::tables().into_iter().filter(|table| table.follows).collect();
        let before: Vec<_> = tables.iter().map(|table| world.rows(table)).collect();
        assert_eq!(app::rebuild::run(&world.app).unwrap().unwrap().rows, 0, "nothing to do");
        let swapped = [
            "update dossier set external_code = code",
            "update dossier set code = null where id in (select min(id) from dossier union select max(id) from dossier)",
            "update dossier set code = (select external_code from dossier where id = (select max(id) from dossier))
                where id = (select min(id) from dossier)",
            "update dossier set code = (select external_code from dossier where id = (select min(id) from dossier))
                where id = (select max(id) from dossier)",
            "update dossier set external_code = null",
        ];
        behind(world, &swapped.map(str::to_string));
        assert!(!world.verify().is_empty());
        assert_eq!(
            app::rebuild::run(&world.app).unwrap().unwrap().rows,
            2,
            "codes that stand in each other's way"
        );
        assert_eq!(world.verify(), []);
        let damage = [
            "update dossier set stage = 'returned', due_current = 1, code = null",
            "delete from work",
            "update dossier_party set name = 'x', name_key = 'x'",
            "insert into involved (account_id, dossier_id, agency_id, how) select 1, id, 1, 'follow' from dossier",
            "insert into finished (dossier_id, unit, agency_id, finished_at) values (5, 'x', 1, 1)",
        ];
        behind(world, &damage.map(str::to_string));
        assert!(!world.verify().is_empty());
        let rebuilt = app::rebuild::run(&world.app).unwrap().unwrap();
        assert_eq!((rebuilt.dossiers, rebuilt.rows), (3, 3 + 3 + 3 + 3 + 1));
        let after: Vec<_> = tables.iter().map(|table| world.rows(table)).collect();
        assert_eq!(after, before, "what somebody else keeps, `rooted`, is kept");
        assert_eq!(world.verify(), []);
    });
}

#[test]
fn a_changed_past_is_not_made_to_look_right() {
    on_each_engine(|world| {
        let opened = world.open(world.opening("a", vec![accept()])).unwrap().dossier;
        let id = opened.id.0;
        let cases = [
            ("facts = facts || ' '", "facts = substr(facts, 1, length(facts) - 1)", "was changed"),
            ("at = at + 1", "at = at - 1", "time of event"),
        ];
        for (change, back, words) in cases {
            behind(world, &[format!("update event set {change} where dossier_id = {id} and sequence = 1")]);
            behind(world, &[format!("delete from work where dossier_id = {id}")]);
            let against = app::rebuild::run(&world.app).unwrap().unwrap_err();
            assert!(against.iter().any(|finding| finding.what.contains(words)), "{against:?}");
            assert_eq!(world.query_count("select count(*) from work where dossier_id = ?1", id), 0);
            behind(world, &[format!("update event set {back} where dossier_id = {id} and sequence = 1")]);
            app::rebuild::run(&world.app).unwrap().unwrap();
            assert_eq!(world.verify(), []);
        }
        // The end cut off, and the row made to agree: what was signed shows it.
        world.gather_roots();
        let cut = format!("delete from event where dossier_id = {id} and sequence = 3");
        let agree = format!(
            "update dossier set sequence = 2, head = (select digest from event where dossier_id = {id} and sequence = 2)
             where id = {id}"
        );
        behind(world, &[cut, agree, format!("delete from act_key where dossier_id = {id}")]);
        assert!(app::rebuild::run(&world.app).unwrap().is_err());
        // A row that is gone, with its events there, is written again.
        let other = world.open(world.opening("b", vec![accept()])).unwrap().dossier.id;
        behind(world, &[format!("delete from dossier where id = {}", other.0)]);
        let against = app::rebuild::run(&world.app).unwrap().unwrap_err();
        assert!(against.iter().all(|finding| finding.subject.starts_with("root of")), "{against:?}");
    });
}
