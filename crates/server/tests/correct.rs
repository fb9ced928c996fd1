//! A clerical slip is put right on the officer's page: what stood there stays, lists and searches follow, both addresses
//! are told.

mod common;

use axum::http::StatusCode;
use common::mail::{Mode, PostOffice};
use common::steps::{act, handle};
use common::{Part, World, engines};

/// Its process looks at no answer.
const ORDINARY: &str = "2.000635";

#[tokio::test(flavor = "multi_thread")]
async fn a_slip_is_put_right_and_lists_searches_and_addresses_follow() {
    for engine in engines() {
        let office = PostOffice::open(Mode::Takes);
        let world = World::posting(engine, office.mail(5));
        let mut counter = world.signed_in("counter").await;
        let desk = format!("/office/counter/justice/{ORDINARY}");
        let key = counter.get(&desk).await.hidden("key");
        let parts = [
            ("key", key.as_str()),
            ("act", "accept"),
            ("identity", "099190000777"),
            ("name", "Lý Thị Hòang"),
            ("email", "nham@example.vn"),
            ("phone", "0900000777"),
            ("address", "Số 7"),
            ("channel", "direct"),
            ("delivery", "counter"),
            ("originals-identity", "1"),
        ];
        let parts = parts.map(|(name, value)| Part::Text(name, value));
        let taken = counter.post_parts(&desk, &parts).await;
        let reference = taken.location.split('/').nth(3).unwrap().to_string();
        let dossier = format!("/office/dossiers/{reference}");
        world.app.run_due_jobs().await.unwrap();
        let before = office.received().len();

        let correct = |what: &'static str, to: &'static str| {
            let proof = "Căn cước công dân đã đối chiếu";
            let words = "Gõ nhầm khi tiếp nhận";
            [("correct-what", what), ("correct-to", to), ("correct-proof", proof), ("correct-words", words)]
        };
        // What is none of it, what cannot be, what is left out: said at its field, with what was typed.
        let nothing = act(&mut counter, &reference, "correct", &correct("owner-shoe", "42")).await;
        nothing.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Hãy chọn một mục ở “Nội dung cần đính chính”");
        let mail = act(&mut counter, &reference, "correct", &correct("owner-email", "an@")).await;
        mail.is(StatusCode::UNPROCESSABLE_ENTITY).shows("value=\"an@\"").shows("Gõ nhầm khi tiếp nhận");

        act(&mut counter, &reference, "correct", &correct("owner-name", "Lý Thị Hoàng"))
            .await
            .is(StatusCode::SEE_OTHER);
        counter
            .get(&dossier)
            .await
            .shows("“Lý Thị Hòang” thành “Lý Thị Hoàng”")
            .shows("Gõ nhầm khi tiếp nhận");
        let both = act(&mut counter, &reference, "correct", &correct("owner-identity", "099190000778")).await;
        both.is(StatusCode::UNPROCESSABLE_ENTITY);
        let find = async |counter: &mut common::Visitor, wanted: &str| {
            let searched = counter.post("/office/search", &[("wanted", wanted)]).await;
            counter.follow(&searched).await.text().contains(&dossier)
        };
        assert!(find(&mut counter, "Lý Thị Hoàng").await);
        counter.get("/office?tab=hand-over").await.shows("Lý Thị Hoàng").hides("Lý Thị Hòang");

        act(&mut counter, &reference, "correct", &correct("owner-email", "dung@example.vn"))
            .await
            .is(StatusCode::SEE_OTHER);
        world.app.run_due_jobs().await.unwrap();
        let told: Vec<_> = office.received().split_off(before);
        for address in ["nham@example.vn", "dung@example.vn"] {
            assert!(told.iter().any(|letter| letter.to == address), "{address}: {told:?}");
        }
        for letter in &told {
            let words = letter.words();
            assert!(!words.contains("Hoàng") && !words.contains(&reference), "{words}");
        }
        assert_eq!(world.app.list_troubled_jobs(i64::MAX, 9).await.unwrap().len(), 0);

        // It goes on as any other, and nothing is corrected once it is decided.
        act(&mut counter, &reference, "hand-over", &[]).await.is(StatusCode::SEE_OTHER);
        handle(&world, &reference).await;
        let late = act(&mut counter, &reference, "correct", &correct("owner-phone", "0900000778")).await;
        late.is(StatusCode::UNPROCESSABLE_ENTITY);
        let app = world.app.clone();
        let report = tokio::task::spawn_blocking(move || app.verify()).await.unwrap().unwrap();
        assert_eq!(report.findings, []);
    }
}
