//! What no form of the administration offers is refused and changes nothing.

use super::ORDINARY;
use crate::common::steps::account;
use crate::common::{World, engines};
use axum::http::StatusCode;

/// A right form with one field that says what no page offers.
fn but<'a>(right: &[(&'a str, &'a str)], name: &'a str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    let others = right.iter().filter(|(other, _)| *other != name).copied();
    others.chain([(name, value)]).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_no_form_of_the_administration_offers_is_refused_and_changes_nothing() {
    for engine in engines() {
        let world = World::new(engine);
        let mut admin = world.signed_in("admin").await;
        let home = "/office/administration";
        let procedure = format!("{home}/procedures/{ORDINARY}");
        let officer = format!("officers/{}", account(&world, "officer").await);
        let at = |path: &str| format!("{home}/{path}");
        let part = |part: &str| format!("{procedure}/parts/{part}");
        let begin = admin.post(&format!("{procedure}/process"), &[("act", "begin")]).await;
        begin.is(StatusCode::SEE_OTHER);
        let seen = admin.get(&format!("{procedure}/process/draft")).await.hidden("seen");
        let unit = world.app.master_data().procedure_any(ORDINARY).unwrap().process.steps[0].unit.0.clone();
        let place = format!("justice/{unit}");
        let all = || {
            let data = world.app.master_data();
            (data.agencies.clone(), data.procedure_any(ORDINARY).cloned(), data.history(ORDINARY).len())
        };
        let before = all();
        let days = world.app.master_data().own_days(app::master_data::WHOLE_PROVINCE).len();

        let agency = [("kind", "department"), ("name-vi", "Sở Thử"), ("code", "G99.99")];
        let person = [("title-vi", "Chuyên viên"), ("place", place.as_str()), ("roles", "officer")];
        let day = [
            ("act", "day"),
            ("date", "5/5/2027"),
            ("day-kind", "off"),
            ("certainty", "announced"),
            ("day-name-vi", "Ngày thử"),
            ("source", "Quyết định thử"),
        ];
        let offering = [("act", "supply"), ("agency", "justice"), ("level", "3"), ("receiving", "centre")];
        let about = [
            ("version", "1"),
            ("name-vi", "Tên thử"),
            ("short-vi", "Tên thử"),
            ("summary-vi", "Tóm tắt"),
            ("new-field", "Lĩnh vực thử"),
            ("audiences", "citizen"),
        ];
        let row = [("act", "save"), ("version", "1"), ("rows", "1"), ("vi-0", "Dòng thử")];
        let way = [&row[..3], &[("channel-0", "online"), ("number-0", "3"), ("unit-0", "months")]].concat();
        let fee = [&row[..], &[("way-0", "0"), ("kind-0", "fee"), ("amount-0", "5.000")]].concat();
        let question = [&row[..], &[("kind-0", "text")]].concat();
        let step = [&row[..], &[("unit-0", unit.as_str()), ("role-0", "officer"), ("hours-0", "8")]].concat();
        let publish = [("act", "publish"), ("seen", seen.as_str()), ("from", "5/5/2027")];
        let trial = [("act", "begin"), ("start", "3/3/2026")];

        let wrong: Vec<(String, Vec<(&str, &str)>)> = vec![
            (at("agencies/new"), but(&agency, "kind", "ministry")),
            (at("agencies/new"), but(&agency, "successor", "nobody")),
            (at("agencies/new"), but(&agency, "code-from", "31/2/2026")),
            (at(&officer), but(&person, "place", "justice/nowhere")),
            (at(&officer), but(&person, "roles", "king")),
            (at(&officer), but(&person, "disabled", "perhaps")),
            (at("calendars/all"), but(&day, "day-kind", "festive")),
            (at("calendars/all"), but(&day, "certainty", "rumoured")),
            (at("calendars/all"), but(&day, "date", "hôm qua")),
            (at("calendars/all"), vec![("act", "week"), ("hours-0", "sáng")]),
            (procedure.clone(), but(&offering, "agency", "nobody")),
            (procedure.clone(), but(&offering, "level", "5")),
            (procedure.clone(), but(&offering, "receiving", "justice-archive")),
            (format!("{procedure}/about"), but(&about, "audiences", "ghosts")),
            (format!("{procedure}/about"), but(&about, "field", "nowhere")),
            (format!("{procedure}/about"), but(&about, "life-events", "none-of-these")),
            (format!("{procedure}/about"), but(&about, "sets", "một bộ")),
            (format!("{procedure}/about"), but(&about, "from", "31/2/2027")),
            (part("ways"), but(&way, "channel-0", "pigeon")),
            (part("ways"), but(&way, "unit-0", "moons")),
            (part("ways"), but(&way, "number-0", "abc")),
            (part("ways"), but(&way, "free-0", "perhaps")),
            (part("fees"), but(&fee, "way-0", "99")),
            (part("fees"), but(&fee, "kind-0", "gift")),
            (part("fees"), but(&fee, "amount-0", "abc")),
            (part("papers"), but(&row, "copies-0", "abc")),
            (part("papers"), but(&row, "required-0", "perhaps")),
            (part("questions"), but(&question, "kind-0", "riddle")),
            (part("questions"), but(&question, "decimals-0", "abc")),
            (part("steps"), but(&step, "unit-0", "nowhere")),
            (part("steps"), but(&step, "role-0", "administrator")),
            (part("steps"), but(&step, "hours-0", "1,5")),
            (format!("{procedure}/process/draft"), but(&publish, "from", "31/2/2027")),
            (format!("{procedure}/process/trial"), but(&trial, "start", "31/2/2027")),
        ];
        for (path, fields) in &wrong {
            let told = admin.post(path, fields).await;
            assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine:?} {path} {fields:?}");
            assert!(
                told.text().contains("class=\"field__error\""),
                "{path} {fields:?}: nothing at its field"
            );
        }

        let garbled: Vec<(String, Vec<(&str, &str)>)> = vec![
            (at("calendars/all"), but(&day, "act", "burn")),
            (at("calendars/all"), vec![("act", "drop"), ("drop", "hôm qua")]),
            (at("agencies/justice/units"), but(&row, "act", "burn")),
            (at("agencies/justice/units"), but(&row, "rows", "abc")),
            (procedure.clone(), but(&offering, "act", "burn")),
            (part("papers"), but(&row, "act", "remove-7")),
            (part("papers"), but(&row, "rows", "")),
            (part("papers"), but(&row, "rows", "-1")),
            (format!("{procedure}/process"), vec![("act", "burn")]),
            (format!("{procedure}/process"), vec![("act", "begin"), ("version", "abc")]),
            (format!("{procedure}/process/running"), vec![("act", "burn")]),
            (format!("{procedure}/process/draft"), but(&publish, "act", "burn")),
            (format!("{procedure}/process/trial"), but(&trial, "act", "burn")),
            (format!("{procedure}/process/trial"), but(&trial, "act", "finish-abc")),
            (format!("{procedure}/process/trial"), but(&trial, "moves", "burn 1")),
        ];
        for (path, fields) in &garbled {
            let told = admin.post(path, fields).await;
            assert_eq!(told.status, StatusCode::BAD_REQUEST, "{engine:?} {path} {fields:?}");
        }
        assert_eq!(all(), before, "{engine:?}");
        assert_eq!(world.app.master_data().own_days(app::master_data::WHOLE_PROVINCE).len(), days);

        // The same forms with nothing wrong in them go through; what no page knows is ignored.
        let right = [
            (at("calendars/all"), but(&day, "unknown", "is ignored")),
            (procedure.clone(), but(&offering, "unknown", "is ignored")),
            (part("papers"), but(&row, "unknown-0", "is ignored")),
        ];
        for (path, fields) in &right {
            admin.post(path, fields).await.is(StatusCode::SEE_OTHER);
        }
    }
}
