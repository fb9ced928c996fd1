//! What is stored stays true: the same suite on SQLite and on PostgreSQL.
//!
//! PostgreSQL runs when `MOTCUA_TEST_POSTGRES` names a server one may create databases on, such as
//! `postgres://motcua@127.0.0.1/postgres`. With `MOTCUA_TEST_ALL` set it may not be left out.

mod acts;
mod backups;
mod figures;
mod generated;
mod late;
mod legal_dates;
mod lists;
mod names;
mod news;
mod plans;
mod public_figures;
mod readings;
mod rebuilding;
mod tampering;
mod verifying;
mod world;

use app::DatabaseLocation;
use std::io::Write;
use storage::StorageError;
use testkit::{Database, Engine, engines};
use world::*;

#[test]
fn postgresql_is_reached_through_tls_with_a_certificate_that_holds() {
    let (true, Ok(authority)) =
        (engines().contains(&Engine::Postgres), std::env::var("MOTCUA_TEST_POSTGRES_CA"))
    else {
        assert!(std::env::var("MOTCUA_TEST_ALL").is_err(), "CI must have a server with TLS");
        let _ =
            writeln!(std::io::stderr(), "left out: TLS to PostgreSQL (MOTCUA_TEST_POSTGRES_CA is not set)");
        return;
    };
    let _turn = turn(&[Engine::Postgres]);
    let database = Database::create();
    let url = database.url();
    let open =
        |options: &str| storage::Store::open(&DatabaseLocation::Postgres(format!("{url}?{options}")), 0);
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
    use app::national::{Import, ImportTally};
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
            let tally =
                app::national::import(&world.app, lines.as_bytes(), how, |t| troubles.push(t), |_| {});
            (tally.unwrap(), troubles)
        };
        let counted = |new, changed, unchanged, not_understood| ImportTally {
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
        assert!(world.app.master_data().procedure(CODE, today).is_none(), "a proposal changes nothing");
        assert_eq!(import(&first, true).0, counted(0, 0, 1, 0));
        let data = world.app.master_data();
        let accepted = data.procedure(CODE, today).expect("what waited is accepted").clone();
        assert_eq!(accepted.short_name.vi, "Thử nghiệm");
        assert_eq!(data.field(&accepted.field).unwrap().name.vi, "Lĩnh vực mới lạ");
        assert_eq!(import(&first, true).0, counted(0, 0, 1, 0));
        assert_eq!(world.app.master_data().history(CODE).len(), 1, "importing again changes nothing");

        // What is ours stays, what is theirs changes.
        let mut ours = domain::procedure::Procedure { version: 2, ..accepted };
        ours.papers[0].required = true;
        ours.steps = vec![domain::Text::new("Nộp tờ khai", "")];
        let saved = ours.clone();
        world.app.store.write_now(move |tx| storage::catalogue::insert_procedure(tx, &saved, today)).unwrap();
        world.app.refresh_reference_now().unwrap();
        assert_eq!(import(&record("Thủ tục thử nghiệm", 3, 1), true).0, counted(0, 1, 0, 0));
        let data = world.app.master_data();
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
        assert!(world.app.master_data().procedure(CODE, today.tomorrow().unwrap()).is_none());
        assert_eq!(world.app.master_data().history(CODE).len(), 3);
    });
}
