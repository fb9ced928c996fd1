//! Two windows of one form: the older one is told what changed and overwrites nothing unseen.

use super::{ORDINARY, begin, send, you};
use crate::common::{Engine, Seen, World, engines};
use axum::http::StatusCode;

async fn two_windows(engine: Engine) {
    let world = World::new(engine);
    let mut citizen = world.signed_in("citizen").await;
    let draft = begin(&mut citizen).await;
    let path = format!("{draft}/you");
    let (older, newer) = (citizen.get(&path).await, citizen.get(&path).await);
    send(&mut citizen, &newer, &path, you("Trần Thị Mới", "Số 12")).await.is(StatusCode::SEE_OTHER);

    // The older one is told what changed, and what it typed stands beside it.
    let told = send(&mut citizen, &older, &path, you("Trần Thị Cũ", "Số 12")).await;
    told.is(StatusCode::CONFLICT).shows("vừa được sửa ở một nơi khác");
    told.shows("<td>Trần Thị Mới</td>").shows("<td>Trần Thị Cũ</td>").hides("<td>Số 12</td>");
    assert_eq!(told.input("name"), "Trần Thị Cũ");
    assert_eq!(citizen.get(&path).await.input("name"), "Trần Thị Mới");

    // Seen and sent again it is saved.
    send(&mut citizen, &told, &path, you("Trần Thị Cũ", "Số 12")).await.is(StatusCode::SEE_OTHER);
    assert_eq!(citizen.get(&path).await.input("name"), "Trần Thị Cũ");
    // The same sent again goes through, from whatever window.
    for page in [&told, &older, &newer] {
        send(&mut citizen, page, &path, you("Trần Thị Cũ", "Số 12")).await.is(StatusCode::SEE_OTHER);
    }
    // What this window changes and no other has touched is no matter.
    let (older, newer) = (citizen.get(&path).await, citizen.get(&path).await);
    send(&mut citizen, &newer, &path, you("Trần Thị Cũ", "Số 14")).await.is(StatusCode::SEE_OTHER);
    let told = send(&mut citizen, &older, &path, you("Trần Thị Ba", "Số 12")).await;
    told.is(StatusCode::CONFLICT).shows("<td>Số 14</td>").hides("<td>Trần Thị Ba</td>");

    // A form that came back with something to correct is no other window's.
    let page = citizen.get(&path).await;
    let wrong = send(&mut citizen, &page, &path, you("Trần Thị Tư", "")).await;
    wrong.is(StatusCode::UNPROCESSABLE_ENTITY);
    send(&mut citizen, &wrong, &path, you("Trần Thị Năm", "Số 5")).await.is(StatusCode::SEE_OTHER);

    // The questions, and the case of the papers.
    let path = format!("{draft}/questions");
    let (older, newer) = (citizen.get(&path).await, citizen.get(&path).await);
    let question =
        older.text().split("type=\"text\" id=\"").nth(1).unwrap().split('"').next().unwrap().to_string();
    send(&mut citizen, &newer, &path, vec![(&question, "Mới hơn")]).await;
    let told = send(&mut citizen, &older, &path, vec![(&question, "Cũ hơn")]).await;
    told.is(StatusCode::CONFLICT).shows("<td>Mới hơn</td>").shows("<td>Cũ hơn</td>");

    // What stands empty in the older one and was filled in by the newer is no matter of it, and stays.
    let all: Vec<String> = {
        let page = citizen.get(&path).await.text();
        page.split("type=\"text\" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap().into()).collect()
    };
    let (touched, other) = (all[0].as_str(), all.iter().find(|name| **name != all[0]));
    if let Some(other) = other {
        let (older, newer) = (citizen.get(&path).await, citizen.get(&path).await);
        let now = older.input(touched);
        send(&mut citizen, &newer, &path, vec![(touched, &now), (other, "Đã điền")]).await;
        let told = send(&mut citizen, &older, &path, vec![(touched, "Sửa ở đây"), (other, "")]).await;
        assert_ne!(told.status, StatusCode::CONFLICT);
        let page = citizen.get(&path).await;
        assert_eq!((page.input(touched), page.input(other)), ("Sửa ở đây".into(), "Đã điền".into()));
    }

    // One's own data are kept apart the same way.
    let profile = |name: &'static str| {
        let mut fields = you(name, "Số 12");
        fields.retain(|(name, _)| *name != "email");
        fields.push(("email", "tran.thi.minh.chau@example.vn"));
        fields
    };
    let (older, newer) = (citizen.get("/profile").await, citizen.get("/profile").await);
    send(&mut citizen, &newer, "/profile", profile("Trần Thị Mới")).await.is(StatusCode::SEE_OTHER);
    let told = send(&mut citizen, &older, "/profile", profile("Trần Thị Cũ")).await;
    told.is(StatusCode::CONFLICT).shows("<td>Trần Thị Mới</td>").shows("<td>Trần Thị Cũ</td>");
    send(&mut citizen, &told, "/profile", profile("Trần Thị Cũ")).await.is(StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_older_window_is_told_what_changed_and_overwrites_nothing_unseen() {
    for engine in engines() {
        two_windows(engine).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn administrators_do_not_overwrite_each_other_unseen() {
    let world = World::new(Engine::Sqlite);
    let mut admin = world.signed_in("admin").await;
    let path = "/office/administration/agencies/justice";
    let (older, newer) = (admin.get(path).await, admin.get(path).await);
    let agency = |name: &'static str, phone: &'static str| {
        let last_day = [("last-day-day", "31"), ("last-day-month", "12"), ("last-day-year", "2030")];
        [&[("name-vi", name), ("phone", phone), ("tier", "province")][..], &last_day].concat()
    };
    send(&mut admin, &newer, path, agency("Sở Tư pháp mới", "1022")).await.is(StatusCode::SEE_OTHER);
    let told = send(&mut admin, &older, path, agency("Sở Tư pháp cũ", "1022")).await;
    told.is(StatusCode::CONFLICT).shows("<td>Sở Tư pháp mới</td>").shows("<td>Sở Tư pháp cũ</td>");
    told.hides("<td>1022</td>").hides("<td>31/12/2030</td>");
    admin.get(path).await.shows("Sở Tư pháp mới");
    send(&mut admin, &told, path, agency("Sở Tư pháp cũ", "1022")).await.is(StatusCode::SEE_OTHER);

    // A procedure: what others changed in its other parts is no matter of this form.
    let path = format!("/office/administration/procedures/{ORDINARY}/about");
    let (older, newer) = (admin.get(&path).await, admin.get(&path).await);
    let field = older.text().split("name=\"field\"").nth(1).unwrap().to_string();
    let field = field.split(" selected").next().unwrap().rsplit("value=\"").next().unwrap();
    let field = field.split('"').next().unwrap().to_string();
    let audience = older.choice("audiences", "");
    let owned = |short: &str| {
        let given = [
            ("name-vi", "Đăng ký khai sinh"),
            ("short-vi", short),
            ("summary-vi", "Tóm tắt"),
            ("field", &field),
            ("audiences", &audience),
        ];
        given.map(|(name, value)| (name, value.to_string())).to_vec()
    };
    let (new, old) = (owned("Khai sinh mới"), owned("Khai sinh cũ"));
    fn fields<'a>(of: &'a [(&'static str, String)]) -> Vec<(&'a str, &'a str)> {
        of.iter().map(|(name, value)| (*name, value.as_str())).collect()
    }
    send(&mut admin, &newer, &path, fields(&new)).await.is(StatusCode::SEE_OTHER);
    let told = send(&mut admin, &older, &path, fields(&old)).await;
    told.is(StatusCode::CONFLICT).shows("<td>Khai sinh mới</td>").shows("<td>Khai sinh cũ</td>");
    send(&mut admin, &told, &path, fields(&old)).await.is(StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_a_week_a_day_and_a_offering_are_not_overwritten_unseen() {
    let world = World::new(Engine::Sqlite);
    let mut admin = world.signed_in("admin").await;
    // The hours of the week.
    let path = "/office/administration/calendars/justice";
    let (older, newer) = (admin.get(path).await, admin.get(path).await);
    let week = |monday: &'static str| {
        let hours = "08:00-12:00, 13:00-17:00";
        let days = ["hours-1", "hours-2", "hours-3", "hours-4"].map(|day| (day, hours));
        [&[("act", "week"), ("hours-0", monday), ("hours-5", ""), ("hours-6", "")][..], &days].concat()
    };
    send(&mut admin, &newer, path, week("08:00-12:00")).await.is(StatusCode::SEE_OTHER);
    let told = send(&mut admin, &older, path, week("09:00-12:00")).await;
    told.is(StatusCode::CONFLICT).shows("vừa được sửa ở một nơi khác").shows("<td>09:00-12:00</td>");
    send(&mut admin, &told, path, week("09:00-12:00")).await.is(StatusCode::SEE_OTHER);

    // A day a colleague has named meanwhile. The form of a day is the second of the page.
    let second = |page: &Seen| {
        let text = page.text();
        let form = text.split("value=\"day\"").nth(1).unwrap();
        let drawn = form.split("name=\"drawn-from\" value=\"").nth(1).unwrap();
        drawn.split('"').next().unwrap().to_string()
    };
    let (older, newer) = (admin.get(path).await, admin.get(path).await);
    let day = |name: &'static str, drawn: &str| {
        let fields = [
            ("act", "day"),
            ("date", "5/5/2027"),
            ("day-kind", "off"),
            ("certainty", "announced"),
            ("day-name-vi", name),
            ("source", "Quyết định thử"),
        ];
        let drawn = ("drawn-from", drawn.to_string());
        fields.map(|(name, value)| (name, value.to_string())).into_iter().chain([drawn]).collect::<Vec<_>>()
    };
    let pairs = |fields: &[(&'static str, String)]| -> Vec<(&'static str, String)> { fields.to_vec() };
    let mut post = async |fields: Vec<(&'static str, String)>| {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        admin.post(path, &fields).await
    };
    post(pairs(&day("Ngày mới", &second(&newer)))).await.is(StatusCode::SEE_OTHER);
    let told = post(pairs(&day("Ngày cũ", &second(&older)))).await;
    told.is(StatusCode::CONFLICT).shows("Ngày mới").shows("Ngày cũ").shows("05/05/2027");
    post(pairs(&day("Ngày cũ", &second(&told)))).await.is(StatusCode::SEE_OTHER);

    // Who offers a procedure.
    let path = format!("/office/administration/procedures/{ORDINARY}");
    let (older, newer) = (admin.get(&path).await, admin.get(&path).await);
    let offering = |level: &'static str| {
        vec![("act", "supply"), ("agency", "justice"), ("level", level), ("receiving", "centre")]
    };
    send(&mut admin, &newer, &path, offering("2")).await.is(StatusCode::SEE_OTHER);
    let told = send(&mut admin, &older, &path, offering("1")).await;
    told.is(StatusCode::CONFLICT).shows("vừa được sửa ở một nơi khác");
    send(&mut admin, &told, &path, offering("1")).await.is(StatusCode::SEE_OTHER);

    // The divisions of an agency: whatever of them was changed.
    let path = "/office/administration/agencies/justice/units";
    let (older, newer) = (admin.get(path).await, admin.get(path).await);
    let rows = |page: &Seen, changed: Option<usize>| {
        let count: usize = page.hidden("rows").parse().unwrap();
        let mut fields = vec![
            ("act".to_string(), "save".to_string()),
            ("rows".into(), count.to_string()),
            ("version".into(), page.hidden("version")),
        ];
        for row in 0..count {
            fields.push((format!("id-{row}"), page.hidden(&format!("id-{row}"))));
            fields.push((format!("vi-{row}"), page.input(&format!("vi-{row}"))));
            let english =
                if changed == Some(row) { "Changed".into() } else { page.input(&format!("en-{row}")) };
            fields.push((format!("en-{row}"), english));
        }
        fields
    };
    let mut save = async |fields: Vec<(String, String)>| {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
        admin.post(path, &fields).await
    };
    save(rows(&newer, Some(0))).await.is(StatusCode::SEE_OTHER);
    save(rows(&older, None)).await.is(StatusCode::UNPROCESSABLE_ENTITY);
}
