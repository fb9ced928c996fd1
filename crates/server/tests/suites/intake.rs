//! What comes in is bounded, and what may not come is not kept: rights before bytes, an account's and an address's share,
//! room on the disk for the record itself, and nothing left of what broke off.

use crate::common::national::record;
use crate::common::steps::{act, apply_for};
use crate::common::{Engine, FormPart, PDF, Visitor, World, engines};
use app::intake::IntakeBounds;
use axum::http::{Method, StatusCode};

const ORDINARY: &str = "2.000635";

/// A PDF of so many bytes.
fn pdf(bytes: usize) -> Vec<u8> {
    let mut content = PDF.to_vec();
    content.resize(bytes, b' ');
    content
}

/// The draft's page of papers, and the first paper asked for.
async fn draft(world: &World, citizen: &mut Visitor) -> (String, String) {
    let start = citizen.post(&format!("/apply/{ORDINARY}"), &[("agency", "justice")]).await;
    start.is(StatusCode::SEE_OTHER);
    let papers = start.location.replace("/you", "/papers");
    let data = world.app.master_data();
    let procedure = data.procedure(ORDINARY, world.app.now().date()).unwrap();
    (papers, procedure.papers[0].id.clone())
}

async fn bring(visitor: &mut Visitor, to: &str, paper: &str, content: &[u8]) -> crate::common::Seen {
    visitor.post_parts(to, &[FormPart::Text("act", "stay"), FormPart::File(paper, "to.pdf", content)]).await
}

async fn nobody_else_s(engine: Engine) {
    let world = World::new(engine);
    let mut citizen = world.signed_in("citizen").await;
    let (papers, paper) = draft(&world, &mut citizen).await;
    let large = pdf(5 * 1024 * 1024);
    let mut company = world.signed_in("company").await;
    bring(&mut company, &papers, &paper, &large).await.is(StatusCode::NOT_FOUND);
    bring(&mut company, &papers.replace("/papers", "x/papers"), &paper, &large)
        .await
        .is(StatusCode::NOT_FOUND);
    let reference = apply_for(&world, &mut citizen, ORDINARY).await;
    let kept = world.contents();
    let complete = format!("/dossiers/{reference}/complete");
    bring(&mut company, &complete, "other", &large).await.is(StatusCode::NOT_FOUND);
    // Its owner, while nothing is asked for.
    let unasked = bring(&mut citizen, &complete, "other", &large).await;
    assert_ne!(unasked.status, StatusCode::SEE_OTHER);
    let mut elsewhere = world.signed_in("health.head").await;
    for kind in ["decide", "accept", "no-such-act"] {
        let acts = format!("/office/dossiers/{reference}/acts/{kind}");
        bring(&mut elsewhere, &acts, "decide-result", &large).await.is(StatusCode::NOT_FOUND);
    }
    let mut counter = world.signed_in("counter").await;
    bring(&mut counter, "/office/counter/nowhere/9.999999", "x", &large).await.is(StatusCode::NOT_FOUND);
    let mut anybody = world.visitor();
    bring(&mut anybody, &papers, &paper, &large).await.is(StatusCode::SEE_OTHER);
    assert_eq!(world.contents(), kept, "not a byte of it was kept");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_one_s_own_is_refused_before_a_byte_is_kept() {
    for engine in engines() {
        nobody_else_s(engine).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_and_an_address_have_their_share() {
    for engine in engines() {
        let few = IntakeBounds { drafts_megabytes: 2, ..IntakeBounds::default() };
        let world = World::new(engine).bounded(few);
        let mut citizen = world.signed_in("citizen").await;
        let (papers, paper) = draft(&world, &mut citizen).await;
        bring(&mut citizen, &papers, &paper, &pdf(1_500_000)).await.is(StatusCode::SEE_OTHER);
        let kept = world.contents();
        let over = bring(&mut citizen, &papers, &paper, &pdf(1_500_000)).await;
        over.is(StatusCode::UNPROCESSABLE_ENTITY).shows("gửi nhiều hơn mức cho phép");
        assert_eq!(world.contents(), kept);
        // Another draft is no way round it.
        let (another, paper) = draft(&world, &mut citizen).await;
        bring(&mut citizen, &another, &paper, &pdf(1_500_000)).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(world.contents(), kept);

        let world = world.bounded(IntakeBounds { account_megabytes_a_day: 2, ..IntakeBounds::default() });
        let mut company = world.signed_in("company").await;
        let (papers, paper) = draft(&world, &mut company).await;
        bring(&mut company, &papers, &paper, &pdf(1_500_000)).await.is(StatusCode::SEE_OTHER);
        bring(&mut company, &papers, &paper, &pdf(1_500_000)).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        // What was dropped was sent all the same; tomorrow is another day.
        world.app.clock.set(world.app.now().plus_minutes(24 * 60));
        let mut company = world.signed_in("company").await;
        bring(&mut company, &papers, &paper, &pdf(1_500_000)).await.is(StatusCode::SEE_OTHER);

        let world = world.bounded(IntakeBounds { address_megabytes_a_day: 2, ..IntakeBounds::default() });
        world.app.clock.set(world.app.now().plus_minutes(24 * 60));
        let (mut citizen, mut company) = (world.signed_in("citizen").await, world.signed_in("company").await);
        let (papers, paper) = draft(&world, &mut citizen).await;
        bring(&mut citizen, &papers, &paper, &pdf(1_500_000)).await.is(StatusCode::SEE_OTHER);
        let (papers, paper) = draft(&world, &mut company).await;
        bring(&mut company, &papers, &paper, &pdf(1_500_000)).await.is(StatusCode::UNPROCESSABLE_ENTITY);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_number_of_files_is_bounded_too() {
    for engine in engines() {
        let world = World::new(engine).bounded(IntakeBounds { files_of_draft: 3, ..IntakeBounds::default() });
        let mut citizen = world.signed_in("citizen").await;
        let (papers, paper) = draft(&world, &mut citizen).await;
        let before = world.contents();
        let many: Vec<FormPart> = std::iter::once(FormPart::Text("act", "stay"))
            .chain((0..40).map(|_| FormPart::File(&paper, "to.pdf", PDF)))
            .collect();
        for _ in 0..3 {
            let over = citizen.post_parts(&papers, &many).await;
            over.is(StatusCode::UNPROCESSABLE_ENTITY).shows("gửi nhiều hơn mức cho phép");
        }
        assert!(world.contents() <= before + 9, "{:?}", world.contents());

        // The smallest file takes its place too.
        let world = world.bounded(IntakeBounds { account_megabytes_a_day: 1, ..IntakeBounds::default() });
        let mut company = world.signed_in("company").await;
        let (papers, paper) = draft(&world, &mut company).await;
        for _ in 0..3 {
            bring(&mut company, &papers, &paper, PDF).await.is(StatusCode::SEE_OTHER);
        }
        bring(&mut company, &papers, &paper, PDF).await.is(StatusCode::UNPROCESSABLE_ENTITY);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_refused_form_brought_is_not_left_behind() {
    for engine in engines() {
        let world = World::new(engine);
        let mut citizen = world.signed_in("citizen").await;
        let reference = apply_for(&world, &mut citizen, ORDINARY).await;
        let mut counter = world.signed_in("counter").await;
        let before = world.contents();
        for (kind, status) in [("nonsense", StatusCode::NOT_FOUND), ("accept", StatusCode::BAD_REQUEST)] {
            let acts = format!("/office/dossiers/{reference}/acts/{kind}");
            bring(&mut counter, &acts, "accept-result", PDF).await.is(status);
            assert_eq!(world.contents(), before, "{kind}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn drafts_and_dossiers_of_an_account_are_counted() {
    for engine in engines() {
        let world = World::new(engine).bounded(IntakeBounds { drafts: 2, ..IntakeBounds::default() });
        let mut citizen = world.signed_in("citizen").await;
        draft(&world, &mut citizen).await;
        let (second, _) = draft(&world, &mut citizen).await;
        let third = citizen.post(&format!("/apply/{ORDINARY}"), &[("agency", "justice")]).await;
        third.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Bạn đang có 2 hồ sơ chưa gửi");
        let drop = second.replace("/papers", "/delete");
        citizen.post(&drop, &[]).await;
        let mut company = world.signed_in("company").await;
        draft(&world, &mut company).await;

        let world = world.bounded(IntakeBounds { dossiers_a_day: 1, ..IntakeBounds::default() });
        let mut citizen = world.signed_in("citizen").await;
        apply_for(&world, &mut citizen, ORDINARY).await;
        let (papers, _) = draft(&world, &mut citizen).await;
        let check = papers.replace("/papers", "/check");
        let seen = citizen.get(&check).await.hidden("seen");
        let second = citizen.post(&check, &[("seen", &seen)]).await;
        second.is(StatusCode::UNPROCESSABLE_ENTITY).shows("đủ số hồ sơ cho phép trong hôm nay");
    }
}

/// There is less room on the disk than is kept for the record: files are refused, everything else goes on.
#[tokio::test(flavor = "multi_thread")]
async fn what_the_disk_has_left_is_kept_for_the_record() {
    for engine in engines() {
        let world = World::new(engine);
        let mut citizen = world.signed_in("citizen").await;
        let reference = apply_for(&world, &mut citizen, ORDINARY).await;
        let world =
            world.bounded(IntakeBounds { free_megabytes: u64::MAX / (1 << 20), ..IntakeBounds::default() });
        let kept = world.contents();
        let mut citizen = world.signed_in("citizen").await;
        let (papers, paper) = draft(&world, &mut citizen).await;
        let refused = bring(&mut citizen, &papers, &paper, PDF).await;
        refused.is(StatusCode::UNPROCESSABLE_ENTITY).shows("tạm hết chỗ cho tệp");
        let english = bring(&mut citizen.clone().on(crate::common::ENGLISH), &papers, &paper, PDF).await;
        english.shows("there is no room for files at the moment");
        assert_eq!(world.contents(), kept);
        citizen.get(&format!("/dossiers/{reference}")).await.is(StatusCode::OK);
        let mut counter = world.signed_in("counter").await;
        act(&mut counter, &reference, "accept", &[]).await.is(StatusCode::SEE_OTHER);
        act(&mut counter, &reference, "hand-over", &[]).await.is(StatusCode::SEE_OTHER);
        let mut officer = world.signed_in("officer").await;
        act(&mut officer, &reference, "finish-step", &[]).await.is(StatusCode::SEE_OTHER);
    }
}

/// The line breaks in the second file: the first, which had landed, is gone too.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_left_of_what_broke_off() {
    let world = World::new(Engine::Sqlite);
    let mut citizen = world.signed_in("citizen").await;
    let (papers, paper) = draft(&world, &mut citizen).await;
    let boundary = "boundary-of-the-test";
    let file = |name: &str| {
        format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"{paper}\"; filename=\"{name}\"\r\n\r\n{}\r\n",
            String::from_utf8_lossy(PDF)
        )
    };
    let whole = file("mot.pdf") + &file("hai.pdf");
    let cut = whole.len() - 40;
    let kind = format!("multipart/form-data; boundary={boundary}");
    let broken = citizen.send(Method::POST, &papers, Some(kind), whole.as_bytes()[..cut].to_vec()).await;
    assert_ne!(broken.status, StatusCode::SEE_OTHER);
    assert_eq!(world.contents(), 0);
}

/// Over a real line, whose client goes away in the middle of a file.
#[tokio::test(flavor = "multi_thread")]
async fn a_client_that_goes_away_leaves_nothing() {
    use tokio::io::AsyncWriteExt;
    let world = World::new(Engine::Sqlite);
    let mut citizen = world.signed_in("citizen").await;
    let (papers, paper) = draft(&world, &mut citizen).await;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let to = listener.local_addr().unwrap();
    let service =
        server::assembly::service(&world.site).into_make_service_with_connect_info::<std::net::SocketAddr>();
    tokio::spawn(async move { axum::serve(listener, service).await });
    let head = format!(
        "POST {papers} HTTP/1.1\r\nHost: {}\r\nSec-Fetch-Site: same-origin\r\nCookie: motcua={}\r\n\
         Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 9000000\r\n\r\n\
         --b\r\nContent-Disposition: form-data; name=\"{paper}\"; filename=\"a.pdf\"\r\n\r\n",
        crate::common::VIETNAMESE,
        citizen.cookies["motcua"]
    );
    let mut line = tokio::net::TcpStream::connect(to).await.unwrap();
    line.write_all(head.as_bytes()).await.unwrap();
    line.write_all(&pdf(300_000)).await.unwrap();
    while world.contents() == 0 {
        tokio::task::yield_now().await;
    }
    drop(line);
    while world.contents() > 0 {
        tokio::task::yield_now().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_procedure_of_224_papers_can_be_applied_for() {
    let world = World::new(Engine::Sqlite);
    let code = "1.700224";
    let paper =
        |number: usize| format!(r#"{{"name":"Giấy tờ số {number}","originalQty":1,"required":true}}"#);
    let papers: Vec<String> = (1..=224).map(paper).collect();
    let more = format!(
        r#","executionMethods":[{{"submissionMethod":"ONLINE","processingTime":3,"processingTimeUnit":"WORKING_DAY"}}],"executionCases":[{{"name":"","profileComponents":[{}]}}]"#,
        papers.join(",")
    );
    world.import(record(code, "Thủ tục nhiều giấy tờ", "Lĩnh vực thử", &more)).await;
    let mut admin = world.signed_in("admin").await;
    let offering = [("act", "supply"), ("agency", "justice"), ("level", "4"), ("receiving", "centre")];
    admin
        .post(&format!("/office/administration/procedures/{code}"), &offering)
        .await
        .is(StatusCode::SEE_OTHER);
    let mut citizen = world.signed_in("citizen").await;
    let reference = apply_for(&world, &mut citizen, code).await;
    let own = format!("/dossiers/{reference}");
    let page = citizen.get(&own).await;
    page.is(StatusCode::OK).shows("Giấy tờ số 1<").hides("Giấy tờ số 224");
    assert!(page.text().len() < 40_960, "{} bytes", page.text().len());
    // Past the last page is the last.
    citizen.get(&format!("{own}?papers=99")).await.is(StatusCode::OK).shows("Giấy tờ số 224");
    assert_eq!(world.contents(), 224);
    let mut counter = world.signed_in("counter").await;
    act(&mut counter, &reference, "accept", &[]).await.is(StatusCode::SEE_OTHER);
}
