//! Nothing personal gets into logs, reasons of failed jobs or administrators' pages, whatever fails: marked data goes through
//! every outside call that fails, and through our own faults, and is then searched for.

use crate::common::mail::{MailMode, PostOffice};
use crate::common::steps::{act, apply_for};
use crate::common::{Engine, FormPart, PDF, Visitor, World, engines};
use axum::http::{Method, StatusCode};
use std::io::Write;
use std::sync::{Arc, Mutex};

const ORDINARY: &str = "2.000635";
/// What stands in the forms these tests send, or in what the outside answers.
const MARKS: [&str; 8] = [
    "Minh Châu",
    "099190000001",
    "099 190 000 001",
    "chau@example.vn",
    "0900000101",
    "Hoa Sen",
    "riêng tư",
    "mot-mat-khau-rieng",
];

/// What was logged, at every level.
#[derive(Clone, Default)]
struct CapturedLog(Arc<Mutex<Vec<u8>>>);

impl Write for CapturedLog {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl CapturedLog {
    fn begun() -> CapturedLog {
        let log = CapturedLog::default();
        let writer = log.clone();
        tracing_subscriber::fmt()
            .with_env_filter("trace")
            .with_ansi(false)
            .with_writer(move || writer.clone())
            .init();
        log
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap()).into_owned()
    }
}

fn without_marks(what: &str, text: &str) {
    for mark in MARKS {
        let found: Vec<&str> = text.lines().filter(|line| line.contains(mark)).take(3).collect();
        assert!(found.is_empty(), "“{mark}” stands in {what}: {found:#?}");
    }
}

async fn letters_written_to(world: &World, email: &'static str) {
    let change = move |tx: &mut storage::Tx| {
        tx.execute("update account set email = ?1 where login = 'citizen'", storage::params![email])
    };
    assert_eq!(world.app.store.write(change).await.unwrap(), 1);
}

/// Every reason a job is kept with.
async fn reasons(world: &World) -> String {
    let read = |tx: &mut storage::Tx| {
        let rows = tx.query("select kind, failure, state from job where failure <> ''", &[])?;
        Ok::<_, storage::StorageError>(format!(
            "{:?}",
            rows.iter().map(|row| row.values().to_vec()).collect::<Vec<_>>()
        ))
    };
    world.app.store.read(read).await.unwrap()
}

async fn administrators_pages(world: &World) -> String {
    let mut admin = world.signed_in("admin").await;
    let mut all = String::new();
    for path in ["/office/administration", "/office/administration/jobs"] {
        let page = admin.get(path).await;
        page.is(StatusCode::OK);
        all.push_str(&page.text());
    }
    all
}

/// What breaks in the middle, is of a wrong kind, or comes to nobody.
async fn broken_requests(citizen: &mut Visitor, draft: &str, paper: &str) {
    let name = "riêng tư Trần Thị Minh Châu.pdf";
    let parts =
        [FormPart::Text("act", "stay"), FormPart::File(paper, name, b"MZ not a paper of chau@example.vn")];
    citizen.post_parts(draft, &parts).await.is(StatusCode::UNPROCESSABLE_ENTITY);
    let cut =
        format!("--b\r\nContent-Disposition: form-data; name=\"{paper}\"; filename=\"{name}\"\r\n\r\n%PDF-");
    let kind = "multipart/form-data; boundary=b".to_string();
    citizen.send(Method::POST, draft, Some(kind), cut.into_bytes()).await;
    let odd = "login=099190000001&password=%FF%FEmot-mat-khau-rieng";
    let kind = "application/x-www-form-urlencoded".to_string();
    citizen.clone().send(Method::POST, "/sign-in", Some(kind), odd.as_bytes().to_vec()).await;
    let wrong = [("login", "chau@example.vn"), ("password", "mot-mat-khau-rieng")];
    citizen.clone().post("/sign-in", &wrong).await;
    citizen.clone().post("/forgotten-password", &[("email", "chau@example.vn")]).await;
    citizen.clone().post("/lookup", &[("code", "099190000001 Minh Châu")]).await;
    citizen.clone().get("/search?q=Minh%20Ch%C3%A2u%20099190000001").await;
}

async fn everything_fails(engine: Engine, log: &CapturedLog) {
    let office = PostOffice::open(MailMode::Silent);
    let world = World::posting(engine, office.mail(1));
    letters_written_to(&world, "chau@example.vn").await;
    let mut citizen = world.signed_in("citizen").await;
    let reference = apply_for(&world, &mut citizen, ORDINARY).await;
    let mut counter = world.signed_in("counter").await;
    let words = [("ask-completion-words", "riêng tư: chau@example.vn, 099190000001")];
    act(&mut counter, &reference, "ask-completion", &words).await.is(StatusCode::SEE_OTHER);
    citizen.post("/forgotten-password", &[("email", "chau@example.vn")]).await;
    let outside = [
        MailMode::Silent,
        MailMode::Drops,
        MailMode::Answers("421 4.3.2 going down, Minh Châu"),
        MailMode::Answers("451 4.7.1 greylisted: chau@example.vn"),
        MailMode::Answers("535 5.7.8 not let in: chau@example.vn"),
        MailMode::RefusesOne("chau@example.vn"),
    ];
    for mode in outside {
        office.set(mode);
        app::jobs::run_due(&world.app).await.unwrap();
        without_marks("reasons of jobs", &reasons(&world).await);
        without_marks("administrators' pages", &administrators_pages(&world).await);
        world.app.clock.set(world.app.now().plus_minutes(30));
    }

    let (mut citizen, mut counter) = (world.signed_in("citizen").await, world.signed_in("counter").await);
    // Our own faults: a table that is not there, in the middle of what people do.
    let start = citizen.post(&format!("/apply/{ORDINARY}"), &[("agency", "justice")]).await;
    let papers = start.location.replace("/you", "/papers");
    let data = world.app.master_data();
    let paper = data.procedure(ORDINARY, world.app.now().date()).unwrap().papers[0].id.clone();
    let rename = |from: &'static str, to: &'static str| {
        let store = world.app.store.clone();
        async move {
            let sql = format!("alter table {from} rename to {to}");
            store.write(move |tx| tx.execute(&sql, &[])).await.unwrap();
        }
    };
    apply_for(&world, &mut citizen, ORDINARY).await;
    rename("message", "message_away").await;
    app::jobs::run_due(&world.app).await.unwrap();
    rename("message_away", "message").await;
    rename("file", "file_away").await;
    let parts = [FormPart::Text("act", "stay"), FormPart::File(&paper, "riêng tư.pdf", PDF)];
    citizen.post_parts(&papers, &parts).await.is(StatusCode::INTERNAL_SERVER_ERROR);
    rename("file_away", "file").await;
    rename("event_private", "private_away").await;
    let you = [("whose", "mine"), ("name", "Trần Thị Minh Châu"), ("identity", "099190000001")];
    citizen.post(&start.location, &you).await;
    let act = [("remark-words", "riêng tư")];
    counter.post(&format!("/office/dossiers/{reference}/acts/remark"), &act).await;
    rename("private_away", "event_private").await;
    broken_requests(&mut citizen, &papers, &paper).await;
    without_marks("reasons of jobs", &reasons(&world).await);
    without_marks("administrators' pages", &administrators_pages(&world).await);

    // A record of the outside that is not understood.
    let app = world.app.clone();
    let broken = "{\"code\":\"x\",\"name\":\"Minh Châu 099190000001\"}\nMinh Châu chau@example.vn\n";
    let import = move || {
        let how = app::national::Import { accept: false, complete: false };
        app::national::import(
            &app,
            broken.as_bytes(),
            how,
            |trouble| without_marks("a trouble", &trouble.reason),
            |_| {},
        )
    };
    tokio::task::spawn_blocking(import).await.unwrap().unwrap();
    let written = log.text();
    assert!(written.contains("a job failed") && written.contains("a job was not done"), "{written}");
    without_marks("the log", &written);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_personal_is_in_logs_failures_or_administrators_pages() {
    let log = CapturedLog::begun();
    for engine in engines() {
        everything_fails(engine, &log).await;
    }
}
