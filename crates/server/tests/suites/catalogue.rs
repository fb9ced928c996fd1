//! The catalogue as visitors meet it: three clicks, counted filters, suggestions, closed procedures, and national
//! records with cases and several limits put to work.

use crate::common::national::{in_cases, record};
use crate::common::steps::*;
use crate::common::{Engine, FormPart, PDF, World, engines};
use axum::http::StatusCode;
use std::collections::{BTreeMap, BTreeSet};

/// The addresses of our own that a page links to.
fn links(page: &str) -> BTreeSet<String> {
    page.split("<a ")
        .skip(1)
        .filter_map(|tag| tag.split('>').next()?.split("href=\"").nth(1)?.split('"').next())
        .filter(|to| to.starts_with('/') && !to.starts_with("//"))
        .map(|to| to.replace("&amp;", "&").replace("&#38;", "&"))
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_more_than_three_clicks_from_home() {
    let world = World::new(Engine::Sqlite);
    // One field larger than a page, and many small ones.
    let large = (0..130)
        .map(|n| record(&format!("1.{:06}", 700_000 + n), &format!("Thủ tục đất {n}"), "Đất thử", ""));
    let small = (0..120).map(|n| {
        record(&format!("1.{:06}", 800_000 + n), &format!("Thủ tục lẻ {n}"), &format!("Lĩnh vực lẻ {n}"), "")
    });
    world.import(large.chain(small).map(|line| line + "\n").collect()).await;
    // The whole national catalogue too, where it is at hand.
    match std::env::var("MOTCUA_TEST_DATA") {
        Ok(folder) => {
            let file = std::path::Path::new(&folder).join("csdlqg/lay_thu_tuc.jsonl");
            world.import(std::fs::read_to_string(file).expect("the national records can be read")).await;
        }
        Err(_) => eprintln!("left out: the real national catalogue (MOTCUA_TEST_DATA is not set)"),
    }
    let data = world.app.master_data();
    let today = "2026-03-02".parse().unwrap();
    let online = |code: &str| data.offerings(code, today).iter().any(|offering| offering.level.online());
    let mut visitor = world.visitor();
    let mut clicks: BTreeMap<String, u32> = [("/".to_string(), 0)].into();
    for depth in 1..=3 {
        let from: Vec<String> =
            clicks.iter().filter(|(_, known)| **known == depth - 1).map(|(page, _)| page.clone()).collect();
        for page in from {
            // Of the pages at the second click only lists and what can be applied for lead on to anything new.
            let code = page.strip_prefix("/procedures/");
            if depth == 3 && !page.starts_with("/procedures?") && !code.is_some_and(online) {
                continue;
            }
            for to in links(&visitor.get(&page).await.text()) {
                clicks.entry(to.split('#').next().unwrap_or_default().to_string()).or_insert(depth);
            }
        }
    }
    for procedure in data.public_procedures(today) {
        let code = procedure.code.as_str();
        assert!(clicks.contains_key(&format!("/procedures/{code}")), "{code} is too far from home");
        if online(code) {
            assert!(
                clicks.contains_key(&format!("/apply/{code}")),
                "applying for {code} is too far from home"
            );
        }
    }
    for page in ["/lookup", "/sign-in", "/register", "/display"] {
        assert!(clicks.contains_key(page), "{page} is too far from home");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_choice_says_how_many_it_would_leave() {
    let world = World::new(Engine::Sqlite);
    let mut visitor = world.visitor();
    let data = world.app.master_data();
    let today = "2026-03-02".parse().unwrap();
    let of_field = |key: &str| data.public_procedures(today).iter().filter(|p| p.field == key).count();
    let all = visitor.get("/procedures").await.text();
    let field = &data.fields[0];
    let label = format!("{} ({})", field.name.vi, of_field(&field.key));
    assert!(all.contains(&label), "{label}");
    // Chosen, it leaves as many as it said; the other fields still say what they would leave instead.
    let other = data.fields.iter().find(|other| other.key != field.key && of_field(&other.key) > 0).unwrap();
    let narrowed = visitor.get(&format!("/procedures?field={}", field.key)).await;
    narrowed.shows(&format!("{} thủ tục", of_field(&field.key)));
    narrowed.shows(&format!("{} ({})", other.name.vi, of_field(&other.key)));
    // Agency and level are those of one supply: what a level says under an agency is what it then leaves.
    let justice = data.agency_by_key("justice").unwrap().id;
    let under = visitor.get("/procedures?agency=justice").await.text();
    for level in 1..=4u8 {
        let of = |p: &&&domain::procedure::Procedure| {
            let offerings = data.offerings(p.code.as_str(), today);
            offerings.iter().any(|offering| offering.agency == justice && offering.level.number() == level)
        };
        let count = data.public_procedures(today).iter().filter(of).count();
        let offered = under.contains(&format!("<option value=\"{level}\">"));
        assert_eq!(offered, count > 0, "level {level}");
        if count > 0 {
            let both = visitor.get(&format!("/procedures?agency=justice&level={level}")).await;
            both.shows(&format!("{count} thủ tục"));
        }
    }
    // What would leave nothing is not offered.
    let empty = data.fields.iter().find(|field| of_field(&field.key) == 0);
    if let Some(empty) = empty {
        assert!(!all.contains(&format!("{} (0)", empty.name.vi)));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn suggestions_come_while_typing_and_harm_nobody() {
    let world = World::new(Engine::Sqlite);
    let mut visitor = world.visitor();
    let answer = visitor.get("/procedures/suggest?q=khai%20sinh").await;
    answer.is(StatusCode::OK).shows("data-said=\"").shows("href=\"/procedures/");
    assert!(!answer.text().contains("<html"), "it is a piece of a page");
    visitor.get("/procedures/suggest?q=k").await.is(StatusCode::OK).hides("<li>");
    visitor.get("/procedures/suggest").await.is(StatusCode::OK).hides("<li>");
    visitor.get("/procedures/suggest?q=%3Cscript%3E%27%22").await.is(StatusCode::OK).hides("<script>");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_procedure_says_why_and_since_when() {
    for engine in engines() {
        let world = World::new(engine);
        let code = "1.700001";
        world.import(record(code, "Thủ tục sắp bãi bỏ", "Lĩnh vực thử", "")).await;
        let mut visitor = world.visitor();
        visitor.get(&format!("/procedures/{code}")).await.is(StatusCode::OK).hides("không còn áp dụng");
        world.at("2026-03-09T09:00");
        let ended = record(code, "Thủ tục sắp bãi bỏ", "Lĩnh vực thử", "").replace("ACTIVE", "INACTIVE");
        world.import(ended).await;
        let page = visitor.get(&format!("/procedures/{code}")).await;
        page.is(StatusCode::OK).shows("không còn áp dụng sau").shows("08/03/2026");
        page.shows("không còn công khai thủ tục này").hides("/apply/");
        // It is still found, with what became of it, and no longer listed.
        visitor.get("/procedures?q=sap%20bai%20bo").await.shows("Không còn áp dụng").shows(code);
        visitor.get("/procedures").await.hides(code);
        visitor.get("/procedures/9.999999").await.is(StatusCode::NOT_FOUND);
        // Many closed ones do not hide the one that took their place.
        let ended: String = (2..10)
            .map(|last| record(&format!("1.70000{last}"), "Thủ tục sắp bãi bỏ", "Lĩnh vực thử", "") + "\n")
            .collect();
        let next =
            record("1.700010", "Thủ tục sắp bãi bỏ thay thế các thủ tục trước đây", "Lĩnh vực thử", "");
        world.import(format!("{ended}{next}")).await;
        world.at("2026-03-10T09:00");
        world.import(ended.replace("ACTIVE", "INACTIVE")).await;
        let suggested = visitor.get("/procedures/suggest?q=sap%20bai%20bo").await;
        suggested.shows("1.700010").hides("1.700002");
        let mut english = world.visitor().on(crate::common::ENGLISH);
        english.get(&format!("/procedures/{code}")).await.shows("no longer makes this procedure public");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn search_engines_are_told_what_a_procedure_is() {
    let world = World::new(Engine::Sqlite);
    let mut visitor = world.visitor();
    let page = visitor.get("/procedures/1.008628").await.text();
    let json = page
        .split("<script type=\"application/ld+json\">")
        .nth(1)
        .unwrap()
        .split("</script>")
        .next()
        .unwrap();
    let service: serde_json::Value = serde_json::from_str(json).expect("it is JSON");
    assert_eq!(service["@type"], "GovernmentService");
    assert_eq!(service["identifier"], "1.008628");
    assert_eq!(service["url"], format!("http://{}/procedures/1.008628", crate::common::VIETNAMESE));
    assert!(service["provider"][0]["name"].as_str().is_some_and(|name| name.contains("Tư pháp")));
    assert!(page.contains(&format!(
        "hreflang=\"en\" href=\"http://{}/procedures/1.008628\"",
        crate::common::ENGLISH
    )));
    let map = visitor.get("/sitemap.xml").await;
    map.is(StatusCode::OK)
        .shows(&format!("<loc>http://{}/procedures/1.008628</loc>", crate::common::VIETNAMESE));
    visitor.get("/robots.txt").await.is(StatusCode::OK).shows("Disallow: /office").shows("/sitemap.xml");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_and_its_limit_are_chosen_from_application_to_result() {
    for engine in engines() {
        let code = "1.700002";
        let world = World::new(engine);
        world.import(in_cases(code)).await;
        let mut admin = world.signed_in("admin").await;
        let offering = [("act", "supply"), ("agency", "justice"), ("level", "4"), ("receiving", "centre")];
        admin
            .post(&format!("/office/administration/procedures/{code}"), &offering)
            .await
            .is(StatusCode::SEE_OTHER);

        // Online: the case is asked for before any paper is.
        let mut citizen = world.signed_in("citizen").await;
        let start = citizen.post(&format!("/apply/{code}"), &[("agency", "justice")]).await;
        let draft = start.location.trim_end_matches("/you").to_string();
        let you = [
            ("whose", "mine"),
            ("name", "Trần Thị Minh Châu"),
            ("identity", "099190000001"),
            ("phone", "0900000101"),
            ("email", "chau@example.vn"),
            ("address", "Số 12"),
            ("delivery", "online"),
        ];
        citizen.post(&format!("{draft}/you"), &you).await.is(StatusCode::SEE_OTHER);
        citizen.post(&format!("{draft}/questions"), &[("request", "Cấp lại giấy phép")]).await;
        let papers = format!("{draft}/papers");
        let asked = citizen.get(&papers).await;
        asked.shows("Hồ sơ của bạn thuộc trường hợp nào?").hides("Đơn đề nghị").hides("value=\"go-on\"");
        let again = asked.choice("case", "Trường hợp cấp lại");
        let none = citizen.post_parts(&papers, &[FormPart::Text("act", "case")]).await;
        none.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Hãy chọn trường hợp của bạn");
        let chosen = citizen
            .post_parts(&papers, &[FormPart::Text("act", "case"), FormPart::Text("case", &again)])
            .await;
        let asked = citizen.follow(&chosen).await;
        asked.shows("Đơn đề nghị").shows("Giấy phép cũ").hides("Bản vẽ");
        asked.shows(&format!("value=\"{again}\" checked"));
        let data = world.app.master_data();
        let procedure = data.procedure(code, "2026-03-02".parse().unwrap()).unwrap();
        let id = |name: &str| procedure.papers.iter().find(|paper| paper.name.vi == name).unwrap().id.clone();
        let (form, old) = (id("Đơn đề nghị"), id("Giấy phép cũ"));
        let one = [
            FormPart::Text("act", "go-on"),
            FormPart::Text("case", &again),
            FormPart::File(&form, "don.pdf", PDF),
        ];
        let half = citizen.post_parts(&papers, &one).await;
        half.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Hãy gửi “Giấy phép cũ”").shows("don.pdf");
        let both = [
            FormPart::Text("act", "go-on"),
            FormPart::Text("case", &again),
            FormPart::File(&old, "cu.pdf", PDF),
        ];
        assert_eq!(citizen.post_parts(&papers, &both).await.location, format!("{draft}/check"));
        let check = citizen.get(&format!("{draft}/check")).await;
        check.shows("Trường hợp cấp lại").shows("3 ngày làm việc; 10 ngày làm việc");
        let sent = citizen.post(&format!("{draft}/check"), &[("seen", &check.hidden("seen"))]).await;
        let reference = sent.location.trim_start_matches("/dossiers/").trim_end_matches("/sent").to_string();

        // At the counter: without the limit there is no acceptance; with it the date is the case's own.
        let mut counter = world.signed_in("counter").await;
        let page = counter.get(&format!("/office/dossiers/{reference}")).await;
        page.shows("Trường hợp cấp lại").shows("Thời hạn áp dụng").shows("05/03/2026");
        let refused = act(&mut counter, &reference, "accept", &[]).await;
        refused.is(StatusCode::UNPROCESSABLE_ENTITY).shows("có nhiều thời hạn");
        let shorter = refused.choice("accept-limit", "3 ngày làm việc");
        act(&mut counter, &reference, "accept", &[("accept-limit", &shorter)])
            .await
            .is(StatusCode::SEE_OTHER);
        counter.get(&format!("/office/dossiers/{reference}/receipt")).await.shows("3 ngày làm việc");
        act(&mut counter, &reference, "hand-over", &[]).await.is(StatusCode::SEE_OTHER);
        handle(&world, &reference).await;
        let received = citizen.post(&format!("/dossiers/{reference}/receive"), &[]).await;
        citizen.follow(&received).await.shows("Đã trả kết quả");

        // On paper: the papers of one case alone are asked for, and the other limit is chosen.
        let desk = format!("/office/counter/justice/{code}");
        let page = counter.get(&desk).await;
        let (key, anew) = (page.hidden("key"), page.choice("case", "Trường hợp cấp mới"));
        let longer = page.choice("limit", "10 ngày làm việc");
        let drawing = format!("originals-{}", id("Bản vẽ"));
        let count = format!("originals-{form}");
        let mut fields = vec![
            FormPart::Text("key", &key),
            FormPart::Text("identity", "099190000001"),
            FormPart::Text("name", "Trần Thị Minh Châu"),
            FormPart::Text("address", "Số 12"),
            FormPart::Text("channel", "direct"),
            FormPart::Text("delivery", "counter"),
            FormPart::Text("case", &anew),
            FormPart::Text(&count, "1"),
            FormPart::Text(&drawing, "1"),
        ];
        fields.push(FormPart::Text("act", "case"));
        let of_case = counter.post_parts(&desk, &fields).await;
        assert!(of_case.location.ends_with("#papers"), "{}", of_case.location);
        counter.follow(&of_case).await.is(StatusCode::OK).shows("Bản vẽ").hides("Giấy phép cũ");
        *fields.last_mut().unwrap() = FormPart::Text("act", "accept");
        let refused = counter.post_parts(&desk, &fields).await;
        refused
            .is(StatusCode::UNPROCESSABLE_ENTITY)
            .shows("có nhiều thời hạn")
            .shows("value=\"099190000001\"");
        fields.push(FormPart::Text("limit", &longer));
        let accepted = counter.post_parts(&desk, &fields).await;
        counter.follow(&accepted).await.shows("10 ngày làm việc").shows("Trường hợp cấp mới");
        let app = world.app.clone();
        let findings =
            tokio::task::spawn_blocking(move || app::verify::all(&app)).await.unwrap().unwrap().findings;
        assert_eq!(findings, []);
    }
}

/// What a limit is in is kept as it is: ninety minutes are not an hour.
#[tokio::test(flavor = "multi_thread")]
async fn a_limit_in_minutes_is_shown_and_saved_as_it_is() {
    let world = World::new(Engine::Sqlite);
    let minutes = domain::deadline::Limit::WorkingMinutes(90);
    let mut procedure = world.app.master_data().procedure_any("2.000635").unwrap().clone();
    procedure.version += 1;
    procedure.methods.truncate(1);
    procedure.methods[0].limit = minutes.clone();
    let channel = procedure.methods[0].channel.key();
    let today = "2026-03-02".parse().unwrap();
    app::administration::save_procedure(&world.app, domain::officer::AccountId(1), procedure, today)
        .await
        .unwrap();
    let mut admin = world.signed_in("admin").await;
    let address = "/office/administration/procedures/2.000635/parts/ways";
    let form = admin.get(address).await;
    assert_eq!(form.is(StatusCode::OK).input("number-0"), "90");
    let version = form.hidden("version");
    let fields = [
        ("version", version.as_str()),
        ("rows", "1"),
        ("channel-0", channel),
        ("number-0", "90"),
        ("unit-0", "working-minutes"),
        ("note-vi-0", "Trả ngay tại quầy"),
        ("act", "save"),
    ];
    admin.post(address, &fields).await.is(StatusCode::SEE_OTHER);
    let saved = world.app.master_data().procedure_any("2.000635").unwrap().clone();
    assert_eq!(saved.methods[0].limit, minutes);
    assert_eq!(saved.methods[0].note.vi, "Trả ngay tại quầy");
}
