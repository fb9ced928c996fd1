//! The migration that brought legal dates fills what was there before it, from rows and from the record.

use crate::world::*;
use domain::deadline::Timeliness;
use domain::dossier::{Command, Extend, HandOver};
use domain::officer::Actor;

/// As the schema was before: without the columns, and open work sorted by what was promised.
const BEFORE: [&str; 5] = [
    "drop index dossier_legal",
    "alter table dossier drop column due_legal",
    "alter table dossier drop column timeliness",
    "update work set due = (select due_current from dossier where dossier.id = work.dossier_id) where queue = 'work'",
    "delete from migration where name = '0019_legal_dates'",
];

#[test]
fn what_was_there_before_gets_its_legal_dates() {
    on_each_engine(|world| {
        let apologised = world.open(world.opening("a", vec![accept()])).unwrap().dossier;
        let apologised =
            world.perform(&apologised, "a-on", Command::HandOver(HandOver), None).unwrap().dossier;
        let legal = apologised.legal_due().expect("it has a date");
        let calendar = world.app.master_data().calendar(apologised.competent).clone();
        let to = calendar.working_day_from(legal.date().checked_add(jiff::ToSpan::days(20)).unwrap()).date;
        let extend = Extend { to, document: "3/PXL".into(), reason: "Cần xác minh thêm".into() };
        let head = Actor::Officer(find_officer(&world.app, "agency-head"));
        let apologised =
            world.perform_as(head, &apologised, "a-late", Command::Extend(extend)).unwrap().dossier;
        assert_eq!(apologised.legal_due(), Some(legal));
        let plain = world.open(world.opening("b", vec![accept()])).unwrap().dossier;
        world.perform(&plain, "b-on", Command::HandOver(HandOver), None).unwrap();
        assert_eq!(plain.timeliness(), None::<Timeliness>);
        let table = storage::tables::tables().into_iter().find(|table| table.name == "work").unwrap();
        let before = world.rows(&table);
        let backwards =
            |tx: &mut storage::Tx| BEFORE.iter().try_for_each(|sql| tx.execute(sql, &[]).map(|_| ()));
        world.app.store.write_now(backwards).unwrap();
        assert_ne!(world.rows(&table), before, "the test took something away");
        world.app.store.migrate(None).unwrap();
        assert_eq!(world.rows(&table), before);
        assert_eq!(world.verify(), []);
        let due = |id: i64| world.number("select due_legal from dossier where id = ?1".into(), Some(id));
        assert_eq!(due(apologised.id.0), legal.millis());
        assert_eq!(due(plain.id.0), plain.due().unwrap().millis());
    });
}
