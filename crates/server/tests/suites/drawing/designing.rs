//! A draft is changed in its table, tried and published.

use super::*;
use crate::common::{Engine, FormPart, Visitor, World, engines};
use axum::http::StatusCode;

async fn design(engine: Engine) {
    let world = World::new(engine);
    let mut admin = world.signed_in("admin").await;
    let begun = admin.post_parts(&path(), &[FormPart::Text("act", "begin")]).await;
    assert_eq!(begun.location, draft());
    let steps = world.app.master_data().procedure_any(PROCEDURE).unwrap().process.steps.clone();
    let (first, last) = (steps[0].id.as_str(), steps.last().unwrap().id.as_str());
    let page = admin.get(&draft()).await;
    page.shows(steps[0].name.get(domain::Language::Vietnamese)).shows("value=\"publish\"");

    // What is said of a step; a wrong time comes back with all that was typed.
    let said = |time: &'static str| {
        [
            ("about-name", "Đối chiếu sổ gốc"),
            ("about-unit", "administration"),
            ("about-role", "officer"),
            ("about-time", time),
            ("about-outcomes", "khop = Khớp | It matches\r\nchua = Chưa khớp"),
        ]
    };
    let again = change(&mut admin, first, "describe", &said("lâu lắm")).await;
    again.is(StatusCode::UNPROCESSABLE_ENTITY).shows("4 giờ").shows("Đối chiếu sổ gốc").shows("khop = Khớp");
    change(&mut admin, first, "describe", &said("1 giờ")).await.is(StatusCode::SEE_OTHER);
    // Around it: one more at once, back by its outcome, and gone on without after two days.
    change(&mut admin, first, "beside", &[("beside-name", "Cho ý kiến")]).await.is(StatusCode::SEE_OTHER);
    let opinion = [
        ("about-name", "Cho ý kiến"),
        ("about-unit", "legislation"),
        ("about-role", "officer"),
        ("about-time", "1 giờ"),
    ];
    change(&mut admin, "cho-y-kien", "describe", &opinion).await.is(StatusCode::SEE_OTHER);
    let back = [("back-to", first), ("back-outcome", "chua"), ("back-times", "1")];
    change(&mut admin, first, "back", &back).await.is(StatusCode::SEE_OTHER);
    let wrong = change(&mut admin, first, "leave-out", &[("leave-out-condition", "form.nothing = 1")]).await;
    wrong.is(StatusCode::UNPROCESSABLE_ENTITY).shows("form.nothing = 1");
    let overdue =
        [("overdue-time", "2 giờ"), ("overdue-called", "Hết hạn cho ý kiến"), ("overdue-then", "go-on")];
    change(&mut admin, "cho-y-kien", "overdue", &overdue).await.is(StatusCode::SEE_OTHER);
    change(&mut admin, last, "remove", &[]).await.is(StatusCode::SEE_OTHER);
    change(&mut admin, first, "after", &[("after-name", "Ký bản sao")]).await.is(StatusCode::SEE_OTHER);
    admin.get(&draft()).await.shows("Chưa công bố được").shows("Ký bản sao");
    let signs = [
        ("about-name", "Ký bản sao"),
        ("about-unit", "leadership"),
        ("about-role", "agency-head"),
        ("about-time", "30 phút"),
    ];
    change(&mut admin, "ky-ban-sao", "describe", &signs).await.is(StatusCode::SEE_OTHER);
    change(&mut admin, "ky-ban-sao", "move", &[("move-after", "nowhere")])
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY);

    // Tried before it is published: one step at a time, with its dates.
    let trial = format!("{}/trial", path());
    let began = [("start-day", "3"), ("start-month", "3"), ("start-year", "2026")];
    async fn next(
        admin: &mut Visitor,
        page: &crate::common::Seen,
        path: &str,
        act: &str,
        said: &[(&str, &str)],
    ) -> crate::common::Seen {
        let moves = page.hidden_area("moves");
        let mut fields =
            vec![("start-day", "3"), ("start-month", "3"), ("start-year", "2026"), ("moves", moves.as_str())];
        fields.push(("act", act));
        fields.extend(said);
        admin.post(path, &fields).await
    }
    let page = admin.post(&trial, &[began[0], began[1], began[2], ("act", "begin")]).await;
    page.is(StatusCode::OK).shows("hạn 08:30 03/03/2026").shows("Hết hạn cho ý kiến");
    let step = |page: &crate::common::Seen, name: &str| {
        let text = page.text();
        let card =
            text.split("<h2 class=\"card__title\">").find(|card| card.starts_with(name)).unwrap().to_string();
        card.split("value=\"finish-").nth(1).unwrap().split('"').next().unwrap().to_string()
    };
    let first_token = step(&page, "Đối chiếu sổ gốc");
    let (time, outcome) = (format!("time-{first_token}"), format!("outcome-{first_token}"));
    let said = [(time.as_str(), "3 giờ"), (outcome.as_str(), "khop")];
    let finish = format!("finish-{first_token}");
    let nothing = next(&mut admin, &page, &trial, &finish, &said[..1]).await;
    nothing.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Hãy chọn kết quả của bước này");
    let page = next(&mut admin, &page, &trial, &finish, &said).await;
    page.is(StatusCode::OK).shows("Đến hạn: Hết hạn cho ý kiến").shows("Ký bản sao");
    let page = next(&mut admin, &page, &trial, "undo", &[]).await;
    page.is(StatusCode::OK).hides("Đến hạn: Hết hạn cho ý kiến").shows("Cho ý kiến");

    // Two at once: who comes later is told so, and nothing is lost.
    let mut other = world.signed_in("admin").await;
    let page = other.get(&format!("{}/{first}", draft())).await;
    let seen = page.hidden("seen");
    change(&mut admin, first, "after", &[("after-name", "Soát lại")]).await.is(StatusCode::SEE_OTHER);
    let late = [("seen", seen.as_str()), ("act", "after"), ("after-name", "Bước của tôi")];
    let late = other.post(&format!("{}/{first}", draft()), &late).await;
    late.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Có người vừa sửa").shows("Bước của tôi");
    change(&mut admin, "soat-lai", "remove", &[]).await.is(StatusCode::SEE_OTHER);

    // From tomorrow on: today's dossiers go the old way.
    let page = admin.get(&draft()).await;
    page.shows("Hết hạn cho ý kiến");
    let seen = page.hidden("seen");
    let dated = |day| {
        [
            ("seen", seen.as_str()),
            ("from-day", day),
            ("from-month", "3"),
            ("from-year", "2026"),
            ("act", "publish"),
        ]
    };
    admin.post(&draft(), &dated("1")).await.is(StatusCode::UNPROCESSABLE_ENTITY).shows("từ hôm nay");
    admin.post(&draft(), &dated("3")).await.is(StatusCode::SEE_OTHER);
    let page = admin.get(&path()).await;
    page.shows("Sắp dùng").shows("03/03/2026").shows("Chưa có sơ đồ");
    admin.get(&format!("{}?version=2", path())).await.shows("Hết hạn cho ý kiến");
    let process = |world: &World| world.app.master_data().procedure_any(PROCEDURE).unwrap().process.clone();
    assert!(process(&world).is_list());
    let drawn = |world: &World| {
        std::ptr::from_ref(world.app.master_data().process(PROCEDURE, 2).unwrap().process.model()).addr()
    };
    let before = drawn(&world);
    world.at("2026-03-03T07:30");
    world.app.refresh_reference().await.unwrap();
    assert_eq!(drawn(&world), before, "a version in memory is not read again");
    assert!(!process(&world).is_list());
    let (_, reference) = handed_over(&world).await;
    let mut officer = world.signed_in("officer").await;
    officer.get(&format!("/office/dossiers/{reference}")).await.shows("Cho ý kiến").shows("Khớp");
    verified(&world).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_process_is_designed_in_its_table_and_published_from_a_day_on() {
    for engine in engines() {
        design(engine).await;
    }
}

/// What another agency does is said with plain forms too, and taken back.
#[tokio::test(flavor = "multi_thread")]
async fn a_step_is_given_to_another_agency() {
    let world = World::new(Engine::Sqlite);
    let mut admin = world.signed_in("admin").await;
    admin.post_parts(&path(), &[FormPart::Text("act", "begin")]).await.is(StatusCode::SEE_OTHER);
    let steps = world.app.master_data().procedure_any(PROCEDURE).unwrap().process.steps.clone();
    let first = steps[0].id.as_str();
    change(&mut admin, first, "after", &[("after-name", "Sở Giáo dục xác minh")])
        .await
        .is(StatusCode::SEE_OTHER);
    let link = |agency, procedure, time| {
        [("link-agency", agency), ("link-procedure", procedure), ("link-time", time)]
    };
    let step = "so-giao-duc-xac-minh";
    change(&mut admin, step, "link", &link("", "1.004222", "2 giờ"))
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY);
    let wrong = change(&mut admin, step, "link", &link("police", "1.004222", "lâu lắm")).await;
    wrong.is(StatusCode::UNPROCESSABLE_ENTITY).shows("lâu lắm").shows("1.004222");
    change(&mut admin, step, "link", &link("police", "0.000000", "")).await.is(StatusCode::SEE_OTHER);
    let page = admin.get(&draft()).await;
    page.shows("Chưa công bố được")
        .shows("chưa cung cấp thủ tục “0.000000”")
        .shows("Chưa có thời gian thực hiện");
    page.shows("Công an tỉnh Thanh Lam · 0.000000");
    // Its share must be enough for the steps it takes there.
    change(&mut admin, step, "link", &link("education", "3.000465", "2 giờ")).await.is(StatusCode::SEE_OTHER);
    admin.get(&draft()).await.shows("Cơ quan kia cần 6 giờ làm việc");
    change(&mut admin, step, "link", &link("education", "3.000465", "6 giờ")).await.is(StatusCode::SEE_OTHER);
    let page = admin.get(&draft()).await;
    page.hides("Chưa công bố được").shows("Sở Giáo dục và Đào tạo tỉnh Thanh Lam · 3.000465");
    // What follows may ask how it turned out.
    admin
        .get(&format!("{}/{step}", draft()))
        .await
        .shows("Làm tại cơ quan mình")
        .shows("steps.so_giao_duc_xac_minh.outcome");
    change(&mut admin, step, "unlink", &[]).await.is(StatusCode::SEE_OTHER);
    admin.get(&draft()).await.shows("Chưa nói phòng nào làm bước này");
    change(&mut admin, step, "link", &link("education", "3.000465", "6 giờ")).await.is(StatusCode::SEE_OTHER);
    let page = admin.get(&draft()).await;
    publish(&mut admin, &page).await.is(StatusCode::SEE_OTHER);
    let process = world.app.master_data().procedure_any(PROCEDURE).unwrap().process.clone();
    let [link] = process.links.as_slice() else { panic!("one agency is asked") };
    assert_eq!((link.procedure.as_str(), link.minutes), ("3.000465", 360));
}

/// Whoever drew a wait before an end needs no other program to put a step between them.
#[tokio::test(flavor = "multi_thread")]
async fn a_step_is_put_behind_an_event() {
    let world = World::new(Engine::Sqlite);
    let mut admin = world.signed_in("admin").await;
    admin.post_parts(&path(), &[FormPart::Text("act", "begin")]).await.is(StatusCode::SEE_OTHER);
    let steps = world.app.master_data().procedure_any(PROCEDURE).unwrap().process.steps.clone();
    let first = steps[0].id.as_str();
    let overdue = [("overdue-time", "2 giờ"), ("overdue-called", "Trễ"), ("overdue-then", "remind")];
    change(&mut admin, first, "overdue", &overdue).await.is(StatusCode::SEE_OTHER);
    let event = format!("{first}-overdue");
    change(&mut admin, &event, "after", &[("after-name", "")])
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .shows("Thêm bước sau điều được chờ này")
        .shows("đặt tên");
    change(&mut admin, &event, "after", &[("after-name", "Nhắc trưởng phòng")])
        .await
        .is(StatusCode::SEE_OTHER);
    admin.get(&draft()).await.shows("Nhắc trưởng phòng");
}

/// Steps become a process inside the process with a time of its own, which is changed; a bound of a way back too.
#[tokio::test(flavor = "multi_thread")]
async fn steps_are_grouped_and_times_and_bounds_changed() {
    let world = World::new(Engine::Sqlite);
    let mut admin = world.signed_in("admin").await;
    admin.post_parts(&path(), &[FormPart::Text("act", "begin")]).await.is(StatusCode::SEE_OTHER);
    let steps = world.app.master_data().procedure_any(PROCEDURE).unwrap().process.steps.clone();
    let (first, second) = (steps[0].id.as_str(), steps[1].id.as_str());
    let group = |name| [("group-to", second), ("group-name", name)];
    change(&mut admin, first, "group", &group(""))
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .shows("đặt tên");
    change(&mut admin, first, "group", &group("Thẩm định")).await.is(StatusCode::SEE_OTHER);
    let inner = format!("{first}-group");
    let page = admin.get(&draft()).await;
    page.shows("Các quy trình con").shows(&format!("/process/draft/{inner}\">Thẩm định</a>"));
    let overdue = [("overdue-time", "2 giờ"), ("overdue-called", "Trễ"), ("overdue-then", "remind")];
    change(&mut admin, &inner, "overdue", &overdue).await.is(StatusCode::SEE_OTHER);
    let event = format!("{inner}-overdue");
    change(&mut admin, &event, "event-time", &[("event-time", "mãi")])
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .shows("mãi");
    change(&mut admin, &event, "event-time", &[("event-time", "5 giờ")]).await.is(StatusCode::SEE_OTHER);
    admin.get(&draft()).await.shows("5 giờ");
    let rename = [("rename-name", "Xem xét hồ sơ"), ("rename-english", "Look it over")];
    change(&mut admin, &inner, "rename", &rename).await.is(StatusCode::SEE_OTHER);
    // The applicant is told something after it; without words nobody is.
    change(&mut admin, &inner, "tell", &[("tell-name", "")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
    let told = [("tell-name", "Hồ sơ đã thẩm định xong"), ("tell-english", "It was examined")];
    change(&mut admin, &inner, "tell", &told).await.is(StatusCode::SEE_OTHER);
    let event = format!("{inner}-told");
    admin.get(&draft()).await.shows("Báo cho người nộp: Hồ sơ đã thẩm định xong");
    change(&mut admin, &event, "rename", &[("rename-name", "Hồ sơ đang chờ ký")])
        .await
        .is(StatusCode::SEE_OTHER);
    admin.get(&draft()).await.shows("Báo cho người nộp: Hồ sơ đang chờ ký").shows("value=\"publish\"");
    change(&mut admin, &event, "remove-event", &[]).await.is(StatusCode::SEE_OTHER);
    admin.get(&draft()).await.hides("Báo cho người nộp");
    let event = format!("{inner}-overdue");
    // A way back inside of it, once and then three times at most.
    let back = [("back-to", first), ("back-condition", "steps.x.times = 1"), ("back-times", "1")];
    change(&mut admin, second, "back", &back).await.is(StatusCode::UNPROCESSABLE_ENTITY);
    let back = [("back-to", first), ("back-condition", "hours_left > 5"), ("back-times", "1")];
    change(&mut admin, second, "back", &back).await.is(StatusCode::SEE_OTHER);
    let page = admin.get(&draft()).await;
    page.shows("khi số giờ làm việc còn lại đến hạn theo quy định lớn hơn 5 (nhiều nhất 1 lần)");
    page.shows("kết thúc Xem xét hồ sơ");
    let text = page.text();
    let row = text
        .split("(nhiều nhất 1 lần)")
        .next()
        .unwrap()
        .rsplit("/process/draft/")
        .next()
        .unwrap()
        .to_string();
    let way = row.split('"').next().unwrap();
    let three = |times| [("condition", "hours_left > 5"), ("condition-times", times)];
    change(&mut admin, way, "condition", &three(""))
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .shows("mấy lần");
    change(&mut admin, way, "condition", &three("3")).await.is(StatusCode::SEE_OTHER);
    // So often it no longer fits the limit; once it does.
    admin.get(&draft()).await.shows("(nhiều nhất 3 lần)").shows("Đường dài nhất, kể cả");
    change(&mut admin, way, "condition", &three("1")).await.is(StatusCode::SEE_OTHER);
    // An outcome the step does not have can never be.
    let never = [("condition", "steps.nowhere.outcome = \"x\""), ("condition-times", "3")];
    change(&mut admin, way, "condition", &never).await.is(StatusCode::UNPROCESSABLE_ENTITY);
    let never = format!("steps.{}.outcome = \"good\"", first.replace('-', "_"));
    change(&mut admin, way, "condition", &[("condition", &never), ("condition-times", "3")])
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .shows("không bao giờ có giá trị nào");
    change(&mut admin, &inner, "ungroup", &[]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
    change(&mut admin, &event, "remove-event", &[]).await.is(StatusCode::SEE_OTHER);
    change(&mut admin, &inner, "ungroup", &[]).await.is(StatusCode::SEE_OTHER);
    let page = admin.get(&draft()).await;
    page.hides("Các quy trình con");
    publish(&mut admin, &page).await.is(StatusCode::SEE_OTHER);
    // Sent a second time, it says that the draft is gone; the published page has the conditions.
    let again = publish(&mut admin, &page).await;
    admin.follow(&again).await.shows("Bản nháp không còn").shows("(nhiều nhất 1 lần)");
}
