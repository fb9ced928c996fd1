//! What an address or a form names and is not there is refused with a page that says so: nothing else is shown or stored in
//! its place.

use super::{ORDINARY, begin};
use crate::common::steps::apply_for;
use crate::common::{Engine, FormPart, PDF, World};
use axum::http::StatusCode;

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_names_what_is_not_there_is_no_page() {
    let world = World::new(Engine::Sqlite);
    let mut citizen = world.signed_in("citizen").await;
    let reference = apply_for(&world, &mut citizen, ORDINARY).await;
    let process = "/office/administration/procedures/2.000635/process";
    let begun = world.signed_in("admin").await.post(process, &[("act", "begin")]).await;
    begun.is(StatusCode::SEE_OTHER);
    let dossier = format!("/office/dossiers/{reference}");
    for (login, path, right) in [
        ("", "/procedures?field=", "zzz"),
        ("", "/procedures?event=", "zzz"),
        ("", "/procedures?audience=", "citizen"),
        ("", "/procedures?agency=", "justice"),
        ("", "/procedures?level=", "3"),
        ("", "/procedures?page=", "0"),
        ("citizen", "/dossiers?before=", "1-1"),
        ("citizen", "/messages?before=", "1-1"),
        ("officer", "/office?tab=", "unit"),
        ("officer", "/office?procedure=", ORDINARY),
        ("officer", "/office?colleague=", ""),
        ("officer", "/office?after=", "1_1_0"),
        ("officer", "/office?at=", "1_1_0"),
        ("counter", &format!("{dossier}?tab="), "intake"),
        ("counter", &format!("{dossier}?step="), "7"),
        ("counter", &format!("{dossier}?place="), "0"),
        ("admin", "/office/administration/procedures?page=", "0"),
        ("admin", "/office/administration/jobs?before=", "1"),
        ("admin", "/office/administration/searches?before=", "1"),
        ("admin", "/office/administration/national?id=", "1"),
        ("admin", "/office/administration/calendars/all?year=", "2026"),
        ("admin", &format!("{process}?version="), "1"),
        ("admin", &format!("{process}/running?after="), ""),
        ("admin", &format!("{process}/forecast?months="), "6"),
    ] {
        let mut visitor = if login.is_empty() { world.visitor() } else { world.signed_in(login).await };
        let known = visitor.get(&format!("{path}{}", if right == "zzz" { "" } else { right })).await;
        assert!(
            known.status == StatusCode::OK || known.status == StatusCode::SEE_OTHER,
            "{path}: {}",
            known.status
        );
        for wrong in ["zzz", "-1x"] {
            let told = visitor.get(&format!("{path}{wrong}")).await;
            assert_eq!(told.status, StatusCode::NOT_FOUND, "{path}{wrong}");
            told.shows("Không tìm thấy");
        }
    }
    // A number that is none of those offered.
    for (login, path) in [
        ("", "/procedures?level=9"),
        ("officer", "/office?colleague=999"),
        ("admin", "/office/administration/calendars/all?year=1492"),
        ("admin", "/office/administration/procedures/2.000635/process/file?version=99"),
    ] {
        let mut visitor = if login.is_empty() { world.visitor() } else { world.signed_in(login).await };
        assert_eq!(visitor.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    // Another desk's list is there, and not here.
    let mut officer = world.signed_in("officer").await;
    assert_eq!(officer.get("/office?tab=intake").await.location, "/office");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_names_what_is_not_there_stores_nothing() {
    let world = World::new(Engine::Sqlite);
    let mut officer = world.signed_in("officer").await;
    let keep = [("act", "keep"), ("name", "Việc của tôi"), ("tab", "unit")];
    for (name, value) in [
        ("tab", "zzz"),
        ("colleague", "zzz"),
        ("colleague", "999"),
        ("procedure", "9.999999"),
        ("at", "zzz"),
        ("shared", "perhaps"),
        ("act", "zzz"),
    ] {
        let others = keep.iter().filter(|(other, _)| *other != name).copied();
        let fields: Vec<_> = others.chain([(name, value)]).collect();
        let told = officer.post("/office/views", &fields).await;
        assert_eq!(told.status, StatusCode::BAD_REQUEST, "{name}={value}");
    }
    let kept = |tx: &mut storage::Tx| tx.query("select count(*) from list_view", &[])?[0].get::<i64>(0);
    assert_eq!(world.app.store.read(kept).await.unwrap(), 0);
    officer.post("/office/views", &keep).await.is(StatusCode::SEE_OTHER);
    assert_eq!(world.app.store.read(kept).await.unwrap(), 1);

    let mut visitor = world.visitor();
    visitor.post("/display", &[("text", "large")]).await.is(StatusCode::SEE_OTHER);
    for (name, value) in [("text", "zzz"), ("contrast", "less"), ("scheme", "pink")] {
        let told = visitor.post("/display", &[(name, value)]).await;
        told.is(StatusCode::UNPROCESSABLE_ENTITY).shows("field__error").shows("Hãy chọn một mục");
        assert!(told.headers.get("set-cookie").is_none(), "{name}={value}");
    }
    visitor.get("/display").await.shows("value=\"large\" checked");
    let told = officer.post("/display", &[("keys", "perhaps")]).await;
    told.is(StatusCode::UNPROCESSABLE_ENTITY).shows("field__error");

    // The papers of a draft: what is no act brings nothing.
    let mut citizen = world.signed_in("citizen").await;
    let papers = format!("{}/papers", begin(&mut citizen).await);
    let data = world.app.master_data();
    let paper = data.procedure_any(ORDINARY).unwrap().papers[0].id.clone();
    let kept = world.contents();
    for act in ["zzz", "upload2", "go on"] {
        let parts = [FormPart::Text("act", act), FormPart::File(&paper, "giấy.pdf", PDF)];
        assert_eq!(citizen.post_parts(&papers, &parts).await.status, StatusCode::BAD_REQUEST, "{act}");
    }
    assert_eq!(world.contents(), kept);
    citizen.get(&papers).await.hides("giấy.pdf");
    let parts = [FormPart::Text("act", "stay"), FormPart::File(&paper, "giấy.pdf", PDF)];
    citizen.post_parts(&papers, &parts).await.is(StatusCode::SEE_OTHER);
    citizen.get(&papers).await.shows("giấy.pdf");
}
