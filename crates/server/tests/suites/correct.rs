//! A clerical slip is put right on the officer's page: what stood there stays, lists and searches follow, both addresses
//! are told.

use crate::common::mail::{MailMode, PostOffice};
use crate::common::steps::{act, apply_for, handle};
use crate::common::{Engine, FormPart, Seen, Visitor, World, engines};
use axum::http::StatusCode;

/// Its process looks at no answer.
const ORDINARY: &str = "2.000635";

/// A dossier handed in at the counter by somebody, by its reference.
async fn handed_in(counter: &mut Visitor, who: &[(&str, &str)]) -> String {
    let desk = format!("/office/counter/justice/{ORDINARY}");
    let key = counter.get(&desk).await.hidden("key");
    let with = [
        ("key", key.as_str()),
        ("act", "accept"),
        ("phone", "0900000777"),
        ("address", "Số 7"),
        ("channel", "direct"),
        ("delivery", "counter"),
        ("originals-identity", "1"),
    ];
    let parts: Vec<FormPart> =
        with.iter().chain(who).map(|(name, value)| FormPart::Text(name, value)).collect();
    let taken = counter.post_parts(&desk, &parts).await;
    taken.location.split('/').nth(3).unwrap().to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slip_is_put_right_and_lists_searches_and_addresses_follow() {
    for engine in engines() {
        let office = PostOffice::open(MailMode::Takes);
        let world = World::posting(engine, office.mail(5));
        let mut counter = world.signed_in("counter").await;
        let who = [("identity", "099190000777"), ("name", "Lý Thị Hòang"), ("email", "nham@example.vn")];
        let reference = handed_in(&mut counter, &who).await;
        let dossier = format!("/office/dossiers/{reference}");
        app::jobs::run_due(&world.app).await.unwrap();
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
        let find = async |counter: &mut crate::common::Visitor, wanted: &str| {
            let searched = counter.post("/office/search", &[("wanted", wanted)]).await;
            counter.follow(&searched).await.text().contains(&dossier)
        };
        assert!(find(&mut counter, "Lý Thị Hoàng").await);
        counter.get("/office?tab=hand-over").await.shows("Lý Thị Hoàng").hides("Lý Thị Hòang");

        act(&mut counter, &reference, "correct", &correct("owner-email", "dung@example.vn"))
            .await
            .is(StatusCode::SEE_OTHER);
        app::jobs::run_due(&world.app).await.unwrap();
        let told: Vec<_> = office.received().split_off(before);
        for address in ["nham@example.vn", "dung@example.vn"] {
            assert!(told.iter().any(|letter| letter.to == address), "{address}: {told:?}");
        }
        for letter in &told {
            let words = letter.words();
            assert!(!words.contains("Hoàng") && !words.contains(&reference), "{words}");
        }
        assert_eq!(app::jobs::list_troubled(&world.app, i64::MAX, 9).await.unwrap().len(), 0);

        // It goes on as any other, and nothing is corrected once it is decided.
        act(&mut counter, &reference, "hand-over", &[]).await.is(StatusCode::SEE_OTHER);
        handle(&world, &reference).await;
        let late = act(&mut counter, &reference, "correct", &correct("owner-phone", "0900000778")).await;
        late.is(StatusCode::UNPROCESSABLE_ENTITY);
        let app = world.app.clone();
        let report = tokio::task::spawn_blocking(move || app::verify::all(&app)).await.unwrap().unwrap();
        assert_eq!(report.findings, []);
    }
}

/// Applied for online with every question answered, and taken in.
async fn taken_in(world: &World) -> (Visitor, String) {
    let mut citizen = world.signed_in("citizen").await;
    let reference = apply_for(world, &mut citizen, ORDINARY).await;
    let mut counter = world.signed_in("counter").await;
    act(&mut counter, &reference, "accept", &[]).await.is(StatusCode::SEE_OTHER);
    (counter, reference)
}

/// The page once it was chosen what is to be put right.
async fn chosen(officer: &mut Visitor, reference: &str, what: &str) -> Seen {
    officer.get(&format!("/office/dossiers/{reference}?correct-what={what}")).await
}

/// A correction with its reason and what shows it.
fn correction<'a>(what: &'a str, fields: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut all =
        vec![("correct-what", what), ("correct-words", "Gõ nhầm"), ("correct-proof", "Giấy khai sinh")];
    all.extend(fields);
    all
}

async fn in_its_own_control(engine: Engine) {
    let world = World::new(engine);
    let (mut counter, reference) = taken_in(&world).await;
    let dossier = format!("/office/dossiers/{reference}");

    // Without a script: first what, in a form that only asks; then the rest, with what stands there.
    let page = counter.get(&dossier).await;
    page.shows("Họ tên (chủ hồ sơ): Trần Thị Minh Châu")
        .shows("value=\"owner-name\"")
        .shows(&format!("action=\"{dossier}#act-correct\""))
        .hides(&format!("action=\"{dossier}/acts/correct\""));
    let event = chosen(&mut counter, &reference, "answer-event").await;
    event
        .shows(&format!("action=\"{dossier}/acts/correct\""))
        .shows("name=\"correct-what\" value=\"answer-event\"")
        .shows("type=\"radio\" id=\"correct-to-1\" name=\"correct-to\" value=\"birth\" checked")
        .shows("value=\"marriage\"")
        .hides("-error\"");
    // Nothing else can be said by an address.
    let filled =
        counter.get(&format!("{dossier}?correct-what=owner-name&correct-to=Ai&correct-words=Vì")).await;
    assert_eq!(filled.input("correct-to"), "Trần Thị Minh Châu");
    filled.hides("Vì</textarea>");
    let unknown = chosen(&mut counter, &reference, "owner-shoe").await;
    unknown.is(StatusCode::OK).shows("Hãy chọn một mục ở “Nội dung cần đính chính”");

    // One of what there is, by its key: nothing else.
    for wrong in ["Khai sinh", "shoe"] {
        let wrong = correction("answer-event", &[("correct-to", wrong)]);
        let again = act(&mut counter, &reference, "correct", &wrong).await;
        again
            .is(StatusCode::UNPROCESSABLE_ENTITY)
            .shows("id=\"correct-to-error\"")
            .shows("type=\"radio\" id=\"correct-to-1\" name=\"correct-to\"")
            .shows("Gõ nhầm");
    }
    let same = correction("answer-event", &[("correct-to", "birth")]);
    let same = act(&mut counter, &reference, "correct", &same).await;
    same.is(StatusCode::UNPROCESSABLE_ENTITY).shows("id=\"correct-to-error\"");
    let right = correction("answer-event", &[("correct-to", "marriage")]);
    act(&mut counter, &reference, "correct", &right).await.is(StatusCode::SEE_OTHER);

    // A birth of which only the year is known, in the boxes of its question.
    let born = chosen(&mut counter, &reference, "answer-person-birth-date").await;
    assert_eq!(
        ["day", "month", "year"].map(|box_| born.input(&format!("correct-to-{box_}"))),
        ["24", "2", "2020"].map(str::to_string)
    );
    let future = [("correct-to-day", "1"), ("correct-to-month", "1"), ("correct-to-year", "2035")];
    let future =
        act(&mut counter, &reference, "correct", &correction("answer-person-birth-date", &future)).await;
    future.is(StatusCode::UNPROCESSABLE_ENTITY).shows("id=\"correct-to-error\"");
    let year = [("correct-to-day", ""), ("correct-to-month", ""), ("correct-to-year", "1945")];
    act(&mut counter, &reference, "correct", &correction("answer-person-birth-date", &year))
        .await
        .is(StatusCode::SEE_OTHER);
    // Other programs send a day in one line.
    let line = correction("answer-person-birth-date", &[("correct-to", "3/1946")]);
    act(&mut counter, &reference, "correct", &line).await.is(StatusCode::SEE_OTHER);
    let page = counter.get(&dossier).await;
    page.shows("thành “năm 1945, không rõ ngày tháng”").shows("thành “tháng 3 năm 1946, không rõ ngày”");

    // A number, a telephone.
    let many = correction("answer-copies", &[("correct-to", "abc")]);
    let many = act(&mut counter, &reference, "correct", &many).await;
    many.is(StatusCode::UNPROCESSABLE_ENTITY).shows("value=\"abc\"").shows("id=\"correct-to-error\"");
    act(&mut counter, &reference, "correct", &correction("answer-copies", &[("correct-to", "2")]))
        .await
        .is(StatusCode::SEE_OTHER);
    let two = correction("owner-phone", &[("correct-to", "0900000101/0900000102")]);
    let two = act(&mut counter, &reference, "correct", &two).await;
    two.is(StatusCode::UNPROCESSABLE_ENTITY).shows("chỉ ghi một số điện thoại");
    let phone = correction("owner-phone", &[("correct-to", "0900 000 109")]);
    act(&mut counter, &reference, "correct", &phone).await.is(StatusCode::SEE_OTHER);
    counter.get(&dossier).await.shows("0900000109");
    // What shows it is asked for at its own field.
    let unproved =
        [("correct-what", "owner-phone"), ("correct-to", "0900000108"), ("correct-words", "Gõ nhầm")];
    let unproved = act(&mut counter, &reference, "correct", &unproved).await;
    unproved.is(StatusCode::UNPROCESSABLE_ENTITY).shows("id=\"correct-proof-error\"");
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_asked_first_what_and_then_in_the_control_of_its_question() {
    for engine in engines() {
        in_its_own_control(engine).await;
    }
}

async fn closed(engine: Engine) {
    let world = World::new(engine);
    let (mut counter, reference) = taken_in(&world).await;
    let dossier = format!("/office/dossiers/{reference}");
    let error = |page: &Seen| {
        let text = page.text();
        let at = text.split("id=\"correct-what-error\"").nth(1).unwrap_or_else(|| panic!("{text}"));
        at.split("</p>").next().unwrap().rsplit("</span>").next().unwrap().trim().to_string()
    };
    let name = correction("owner-name", &[("correct-to", "Trần Thị Minh Chân")]);
    act(&mut counter, &reference, "correct", &name).await.is(StatusCode::SEE_OTHER);

    // Each closed one stands on the page with why; sent all the same, that is said at its field.
    let together = "Đã đính chính họ tên hoặc số định danh của người này";
    let page = counter.get(&dossier).await;
    page.shows("value=\"owner-identity\" disabled").shows("value=\"owner-paper\" disabled").shows(together);
    for (what, to) in [("owner-identity", "099190000002"), ("owner-paper", "passport")] {
        let refused =
            act(&mut counter, &reference, "correct", &correction(what, &[("correct-to", to)])).await;
        refused.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Gõ nhầm").shows("Giấy khai sinh");
        assert!(error(&refused).starts_with(together), "{what}: {}", error(&refused));
    }

    // After the decision nothing is, and what was written is not lost.
    act(&mut counter, &reference, "hand-over", &[]).await.is(StatusCode::SEE_OTHER);
    handle(&world, &reference).await;
    let late = correction("answer-event", &[("correct-to", "marriage")]);
    let late = act(&mut counter, &reference, "correct", &late).await;
    late.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Những gì bạn đã viết").shows("Gõ nhầm");
    let said = error(&late);
    assert!(said.starts_with("Hồ sơ đang ở trạng thái “"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_closed_says_why_at_its_field() {
    for engine in engines() {
        closed(engine).await;
    }
}

async fn papers(engine: Engine) {
    let world = World::new(engine);
    let mut counter = world.signed_in("counter").await;
    let who = [("identity", "123456789"), ("name", "John Smith"), ("email", "")];
    let reference = handed_in(&mut counter, &who).await;
    let dossier = format!("/office/dossiers/{reference}");

    let page = chosen(&mut counter, &reference, "owner-paper").await;
    page.shows("Chứng minh nhân dân (9 số)")
        .shows("<option value=\"old-card\" selected>")
        .shows("name=\"correct-country\"");
    let paper = |kind: &'static str, country: &'static str| {
        correction("owner-paper", &[("correct-to", kind), ("correct-country", country)])
    };
    // Its number must be one of that paper; a passport is told by its country too.
    for (kind, country, field) in [
        ("citizen", "", "correct-to-error"),
        ("passport", "", "correct-country-error"),
        ("passport", "XX", "correct-country-error"),
        ("shoe", "", "correct-to-error"),
        ("", "", "correct-to-error"),
        ("old-card", "", "correct-to-error"),
    ] {
        let refused = act(&mut counter, &reference, "correct", &paper(kind, country)).await;
        refused.is(StatusCode::UNPROCESSABLE_ENTITY).shows(&format!("id=\"{field}\""));
    }
    act(&mut counter, &reference, "correct", &paper("passport", "GB")).await.is(StatusCode::SEE_OTHER);
    counter
        .get(&dossier)
        .await
        .shows("“Chứng minh nhân dân (9 số)” thành “Hộ chiếu (Anh)”")
        .shows("Hộ chiếu 123456789");
    let both = correction("owner-name", &[("correct-to", "John Smyth")]);
    act(&mut counter, &reference, "correct", &both).await.is(StatusCode::UNPROCESSABLE_ENTITY);
    // The number goes on being read as that of its paper, and no other.
    let short = correction("owner-identity", &[("correct-to", "12")]);
    let short = act(&mut counter, &reference, "correct", &short).await;
    short.is(StatusCode::UNPROCESSABLE_ENTITY).shows("id=\"correct-to-error\"");
    let number = correction("owner-identity", &[("correct-to", "123 456 780")]);
    act(&mut counter, &reference, "correct", &number).await.is(StatusCode::SEE_OTHER);

    // Lists and searches follow: found as the passport it is, and not as an old card.
    let find = async |counter: &mut Visitor, fields: &[(&str, &str)]| {
        let searched = counter.post("/office/search", fields).await;
        counter.follow(&searched).await.text().contains(&dossier)
    };
    assert!(find(&mut counter, &[("wanted", "John Smith")]).await);
    let app = world.app.clone();
    let report = tokio::task::spawn_blocking(move || app::verify::all(&app)).await.unwrap().unwrap();
    assert_eq!(report.findings, []);
}

#[tokio::test(flavor = "multi_thread")]
async fn kind_and_country_of_a_paper_are_put_right_with_the_number_they_are_of() {
    for engine in engines() {
        papers(engine).await;
    }
}
