//! Every endpoint answers as its access rule says; the route table is one golden file.

use crate::common::{Engine, World};
use axum::http::{Method, StatusCode};
use domain::officer::Role;
use web::{Access, Endpoint};

fn describe(endpoint: &Endpoint) -> String {
    let access = match endpoint.access {
        Access::Everybody => "everybody".to_string(),
        Access::Applicant => "applicant".to_string(),
        Access::SignedIn => "signed in".to_string(),
        Access::Staff => "staff".to_string(),
        Access::Officer => "officer".to_string(),
        Access::Figures => "who may see figures".to_string(),
        Access::Heads => "who leads or may see figures".to_string(),
        Access::Role(role) => role.key().to_string(),
    };
    let limit = endpoint.limit.map_or(String::new(), |limit| format!(", limited: {limit:?}"));
    let json = if endpoint.json { ", JSON too" } else { "" };
    format!("{:4} {} ({access}{limit}{json})", endpoint.method.as_str(), endpoint.path)
}

/// Write it anew with `MOTCUA_WRITE_GOLDEN=1 cargo test -p server --test suites access::`.
#[test]
fn the_route_table_is_the_golden_one() {
    let table: String =
        server::assembly::endpoints().iter().map(|endpoint| describe(endpoint) + "\n").collect();
    let golden = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/routes.txt");
    if std::env::var("MOTCUA_WRITE_GOLDEN").is_ok() {
        std::fs::write(golden, &table).unwrap();
    }
    assert_eq!(table, std::fs::read_to_string(golden).unwrap());
}

fn filled(path: &str) -> String {
    let values = [
        ("{code}", "1.001193"),
        ("{token}", "none"),
        ("{reference}", "0000000000000000"),
        ("{kind}", "accept"),
        ("{agency}", "justice"),
        ("{name}", "none"),
        ("{secret}", "none"),
        ("{id}", "1"),
        ("{key}", "none"),
        ("{day}", "2026-01-01"),
        ("{login}", "none"),
        ("{part}", "papers"),
        ("{element}", "check"),
        ("{sequence}", "1"),
        ("{format}", "xlsx"),
        ("{file}", "catalogue.jsonld"),
        ("{quarter}", "2025-4"),
        ("{issue}", "1"),
    ];
    values.iter().fold(path.to_string(), |path, (hole, value)| path.replace(hole, value))
}

#[tokio::test(flavor = "multi_thread")]
async fn every_endpoint_called_by_nobody_and_by_each_role_answers_as_its_access_says() {
    let world = World::new(Engine::Sqlite);
    let mut callers = vec![("nobody", world.visitor())];
    for login in ["citizen", "counter", "officer", "agency-head", "admin"] {
        callers.push((login, world.signed_in(login).await));
    }
    for endpoint in server::assembly::endpoints() {
        let path = filled(endpoint.path);
        assert!(!path.contains('{'), "the test does not know how to fill {path}");
        for (login, caller) in &callers {
            // Signing out would end the caller's session.
            if endpoint.path == "/sign-out" {
                continue;
            }
            let mut caller = caller.clone();
            let form =
                (endpoint.method == Method::POST).then(|| "application/x-www-form-urlencoded".to_string());
            let seen = caller.send(endpoint.method.clone(), &path, form, Vec::new()).await;
            let admitted = match (endpoint.access, *login) {
                (Access::Everybody, _) => true,
                (_, "nobody") => false,
                (Access::SignedIn, _) => true,
                (Access::Applicant, login) => login == "citizen",
                (Access::Staff, login) => login != "citizen",
                (Access::Officer, login) => ["counter", "officer", "agency-head"].contains(&login),
                (Access::Figures | Access::Heads, login) => login == "agency-head",
                (Access::Role(Role::Counter), login) => login == "counter",
                (Access::Role(Role::Administrator), login) => login == "admin",
                (Access::Role(_), _) => panic!("the test has no caller for {}", endpoint.path),
            };
            let what = format!("{login} {} {path}: {}", endpoint.method, seen.status);
            let to_sign_in = seen.location.contains("sign-in?next=");
            match (admitted, *login) {
                (false, "nobody") => assert!(seen.status == StatusCode::SEE_OTHER && to_sign_in, "{what}"),
                (false, _) => assert_eq!(seen.status, StatusCode::NOT_FOUND, "{what}"),
                (true, _) => {
                    assert!(!to_sign_in, "{what}");
                    assert!(!seen.status.is_server_error(), "{what}: {}", seen.text());
                    let fixed = endpoint.path == path && endpoint.method == Method::GET && path != "/arrive";
                    if fixed {
                        assert!(
                            seen.status == StatusCode::OK || seen.status == StatusCode::SEE_OTHER,
                            "{what}"
                        );
                    }
                }
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_takes_no_form_says_so_to_who_sends_one() {
    let mut visitor = World::new(Engine::Sqlite).visitor();
    let seen = visitor.post("/lookup", &[("code", "1")]).await;
    seen.is(StatusCode::METHOD_NOT_ALLOWED).shows("Địa chỉ này không nhận biểu mẫu");
    let page = testkit::Html::page(&seen.text());
    assert_eq!(page.all("main a.button[href='/']").len(), 1, "a way on");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_persons_dossier_file_and_draft_are_nobody_elses() {
    let world = World::lived(Engine::Sqlite);
    let mut citizen = world.signed_in("citizen").await;
    let page = citizen.get("/dossiers").await.text();
    let reference =
        page.split("href=\"/dossiers/").nth(2).and_then(|rest| rest.split('"').next()).unwrap().to_string();
    let own = citizen.get(&format!("/dossiers/{reference}")).await;
    own.is(StatusCode::OK);
    let file = own.text().split("/files/").nth(1).and_then(|rest| rest.split('"').next()).map(str::to_string);
    let mut company = world.signed_in("company").await;
    company.get(&format!("/dossiers/{reference}")).await.is(StatusCode::NOT_FOUND);
    company.post(&format!("/dossiers/{reference}/withdraw"), &[]).await.is(StatusCode::NOT_FOUND);
    if let Some(file) = file {
        citizen.get(&format!("/files/{file}")).await.is(StatusCode::OK);
        company.get(&format!("/files/{file}")).await.is(StatusCode::NOT_FOUND);
        let mut admin = world.signed_in("admin").await;
        admin.get(&format!("/office/files/{file}")).await.is(StatusCode::NOT_FOUND);
    }
    let mut elsewhere = world.signed_in("health.head").await;
    elsewhere.get(&format!("/office/dossiers/{reference}")).await.is(StatusCode::NOT_FOUND);
    let mut admin = world.signed_in("admin").await;
    admin.get(&format!("/office/dossiers/{reference}")).await.is(StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_carry_their_security_headers_and_cookies_are_closed() {
    let world = World::new(Engine::Sqlite);
    let mut visitor = world.visitor();
    let page = visitor.get("/").await;
    let policy = page.headers["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
    assert_eq!(page.headers["x-content-type-options"], "nosniff");
    assert_eq!(page.headers["cache-control"], "no-store");
    let signed_in = visitor.post("/sign-in", &[("login", "citizen"), ("password", province::PASSWORD)]).await;
    let cookie = signed_in.headers["set-cookie"].to_str().unwrap();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
    assert!(visitor.get("/").await.body.len() < 100_000);
}
