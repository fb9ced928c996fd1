//! What programs ask: JSON from the endpoints that have it, their failures as problem details, and pages for everybody else.

use crate::common::steps::{act, apply_for, facts, handle};
use crate::common::{World, engines};
use app::attempts::AttemptBounds;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use domain::dossier::Fact;
use domain::officer::Role;
use serde_json::{Value, json};
use std::num::NonZeroU32;
use std::sync::Arc;
use tower::ServiceExt;
use web::limits::Limits;
use web::{Access, Answer, Failure, RequestContext, Site, get};

struct JsonAnswer {
    status: StatusCode,
    media: String,
    body: String,
    wait: bool,
}

impl JsonAnswer {
    fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("{}", self.body))
    }

    #[track_caller]
    fn is_problem(&self, status: StatusCode) -> Value {
        assert_eq!((self.status, self.media.as_str()), (status, "application/problem+json"), "{}", self.body);
        let problem = self.json();
        assert_eq!(problem["status"], status.as_u16());
        for said in ["title", "detail"] {
            assert!(problem[said].as_str().is_some_and(|said| !said.is_empty()), "{problem}");
        }
        problem
    }
}

async fn ask(router: &axum::Router, path: &str, accept: &str, cookie: &str) -> JsonAnswer {
    let request = Request::get(path)
        .header(header::HOST, crate::common::ENGLISH)
        .header(header::ACCEPT, accept)
        .header(header::COOKIE, cookie)
        .body(Body::empty())
        .unwrap();
    let answer = router.clone().oneshot(request).await.unwrap();
    let text = |name| answer.headers().get(name).map_or("", |value| value.to_str().unwrap()).to_string();
    let (media, wait) = (text(header::CONTENT_TYPE), !text(header::RETRY_AFTER).is_empty());
    let status = answer.status();
    let body = to_bytes(answer.into_body(), 1 << 20).await.unwrap();
    JsonAnswer { status, media, body: String::from_utf8(body.to_vec()).unwrap(), wait }
}

const JSON: &str = "application/json";
const BROWSER: &str = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

#[tokio::test(flavor = "multi_thread")]
async fn a_program_looks_a_code_up_and_gets_what_the_page_says_and_nothing_finer() {
    for engine in engines() {
        let world = World::new(engine);
        let mut citizen = world.signed_in("citizen").await;
        let reference = apply_for(&world, &mut citizen, "2.000635").await;
        let mut counter = world.signed_in("counter").await;
        act(&mut counter, &reference, "accept", &[]).await.is(StatusCode::SEE_OTHER);
        act(&mut counter, &reference, "hand-over", &[]).await.is(StatusCode::SEE_OTHER);
        handle(&world, &reference).await;
        let code = facts(&world, &reference).await.into_iter().find_map(|fact| match fact {
            Fact::Numbered { code, .. } => Some(code.to_string()),
            _ => None,
        });
        let code = code.expect("it was accepted");

        let found = ask(&world.router, &format!("/lookup?code={code}"), JSON, "").await;
        assert_eq!((found.status, found.media.as_str()), (StatusCode::OK, JSON));
        let steps = found.json()["steps"]["all"].as_u64().expect("a number");
        assert!(steps > 0);
        assert_eq!(
            found.json(),
            json!({
                "code": code,
                "stage": { "key": "ready", "name": "Result ready" },
                "steps": { "done": steps, "all": steps },
            })
        );
        for unknown in ["000.00.00.H99-260101-0001", "no+code"] {
            let path = format!("/lookup?code={unknown}");
            ask(&world.router, &path, JSON, "").await.is_problem(StatusCode::NOT_FOUND);
            let page = ask(&world.router, &path, BROWSER, "").await;
            assert_eq!((page.status, page.media.as_str()), (StatusCode::OK, "text/html; charset=utf-8"));
        }
        ask(&world.router, "/lookup", JSON, "").await.is_problem(StatusCode::BAD_REQUEST);
        // Who accepts anything, as a command line does, sees the page.
        let page = ask(&world.router, "/lookup", "*/*", "").await;
        assert!(page.media.starts_with("text/html"), "{}", page.media);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_watches_the_program_may_be_told_in_json() {
    for engine in engines() {
        let world = World::new(engine);
        for path in ["/healthz", "/readyz"] {
            let told = ask(&world.router, path, JSON, "").await;
            assert_eq!(told.json(), json!({ "reading": true, "writing": true }));
            assert_eq!(ask(&world.router, path, "*/*", "").await.body, "reading ok\nwriting ok\n");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn access_limits_and_faults_are_told_as_problems_where_json_is_answered() {
    async fn own(ask: RequestContext) -> Answer {
        web::json(StatusCode::OK, &json!({ "who": ask.signed_in()?.account.login }))
    }
    async fn faulty(_: RequestContext) -> Answer {
        Err(Failure::Fault(app::Fault::other("a disk of ours")))
    }
    let world = World::new(crate::common::Engine::Sqlite);
    let router = web::router(
        &world.site,
        vec![
            get("/own", Access::SignedIn, own).in_json_too(),
            get("/kept", Access::Role(Role::Administrator), own).in_json_too(),
            get("/page", Access::SignedIn, own),
            get("/faulty", Access::Everybody, faulty).in_json_too(),
        ],
    );
    let citizen = world.signed_in("citizen").await;
    let cookie: Vec<String> = citizen.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let cookie = cookie.join("; ");

    assert_eq!(ask(&router, "/own", JSON, &cookie).await.json(), json!({ "who": "citizen" }));
    // A program is not led to a page where it cannot sign in; a browser is.
    ask(&router, "/own", JSON, "").await.is_problem(StatusCode::UNAUTHORIZED);
    assert_eq!(ask(&router, "/own", BROWSER, "").await.status, StatusCode::SEE_OTHER);
    // What somebody may not see is not there, in JSON as on pages.
    ask(&router, "/kept", JSON, &cookie).await.is_problem(StatusCode::NOT_FOUND);
    // An endpoint that has pages only goes on answering with them.
    assert_eq!(ask(&router, "/page", JSON, "").await.status, StatusCode::SEE_OTHER);

    let problem = ask(&router, "/faulty", JSON, "").await.is_problem(StatusCode::INTERNAL_SERVER_ERROR);
    assert!(problem["reference"].as_str().is_some_and(|reference| !reference.is_empty()), "{problem}");
    assert!(!problem.to_string().contains("disk"), "nothing of ours is told: {problem}");

    let once = NonZeroU32::new(1).unwrap();
    let limits = Arc::new(Limits::new(once, once, AttemptBounds::default()));
    let router = server::assembly::service(&Site { limits, ..world.site.clone() });
    ask(&router, "/lookup?code=x", JSON, "").await.is_problem(StatusCode::NOT_FOUND);
    let often = ask(&router, "/lookup?code=x", JSON, "").await;
    often.is_problem(StatusCode::TOO_MANY_REQUESTS);
    assert!(often.wait, "it says when to come back");
}
