//! What officers record beside the requests for completion, at the real door: contacts with the applicant, look-ups in databases
//! of the state, and why each paper is asked for. The applicant is told of each.

use crate::common::steps::{act, apply_for, facts};
use crate::common::{Engine, Visitor, World, engines};
use axum::http::StatusCode;
use domain::dossier::{ContactMeans, Fact, PaperReason, PaperSource, ReasonCode, StateDatabase};

/// It has several papers, and few.
const PROCEDURE: &str = "2.000635";

async fn told(citizen: &mut Visitor, officer: &mut Visitor, reference: &str, words: &[&str]) {
    let own = citizen.get(&format!("/dossiers/{reference}")).await;
    let office = officer.get(&format!("/office/dossiers/{reference}")).await;
    for words in words {
        own.shows(words);
        office.shows(words);
    }
}

async fn recorded_and_told(engine: Engine) {
    let world = World::new(engine);
    let mut citizen = world.signed_in("citizen").await;
    let mut counter = world.signed_in("counter").await;
    let reference = apply_for(&world, &mut citizen, PROCEDURE).await;

    // First by which means, then about what.
    let page = counter.get(&format!("/office/dossiers/{reference}?note-contact-means=telephone")).await;
    page.shows("name=\"note-contact-words\"").hides("name=\"look-up-database\"");
    let blank = act(&mut counter, &reference, "note-contact", &[("note-contact-means", "telephone")]).await;
    blank.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Hãy viết rõ lý do");
    let contact = [
        ("note-contact-means", "telephone"),
        ("note-contact-reason-code", "to-explain"),
        ("note-contact-words", "Hỏi lại nơi thường trú"),
    ];
    act(&mut counter, &reference, "note-contact", &contact).await.is(StatusCode::SEE_OTHER);
    let sentence = "Cơ quan liên hệ với người nộp (điện thoại): cần giải trình, chứng minh thêm";
    told(&mut citizen, &mut counter, &reference, &[sentence]).await;
    counter.get(&format!("/office/dossiers/{reference}")).await.shows("Hỏi lại nơi thường trú");
    citizen.get(&format!("/dossiers/{reference}")).await.hides("Hỏi lại nơi thường trú");

    let data = world.app.master_data();
    let procedure = data.procedure(PROCEDURE, world.app.now().date()).unwrap();
    let papers: Vec<_> = procedure.papers.iter().filter(|paper| !paper.is_note()).collect();
    assert!((2..=12).contains(&papers.len()), "{}", papers.len());
    let (first, second) = (&papers[0], &papers[1]);
    let bare = act(&mut counter, &reference, "look-up", &[("look-up-found", "yes")]).await;
    bare.is(StatusCode::UNPROCESSABLE_ENTITY);
    let look_up = [
        ("look-up-database", "civil-status"),
        ("look-up-found", "yes"),
        ("look-up-paper", first.id.as_str()),
        ("look-up-result", "KQ.G15.000031"),
    ];
    act(&mut counter, &reference, "look-up", &look_up).await.is(StatusCode::SEE_OTHER);
    let sentence = format!(
        "Tra cứu Cơ sở dữ liệu hộ tịch điện tử: có thông tin, thay cho giấy tờ “{}”",
        first.name.get(domain::Language::Vietnamese)
    );
    told(&mut citizen, &mut counter, &reference, &[&sentence]).await;
    let office = counter.get(&format!("/office/dossiers/{reference}")).await;
    office.shows("Khai thác từ cơ sở dữ liệu · KQ.G15.000031");
    citizen.get(&format!("/dossiers/{reference}")).await.shows("Khai thác từ cơ sở dữ liệu");

    let mut ask = vec![
        ("ask-completion-papers", first.id.as_str()),
        ("ask-completion-reason-code", "missing"),
        ("ask-completion-second-reason", "expired"),
        ("ask-completion-words", "Nộp lại bản còn hạn"),
    ];
    let half = act(&mut counter, &reference, "ask-completion", &ask).await;
    half.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Hãy chọn giấy tờ có lý do khác");
    ask[2] = ("ask-completion-second-papers", second.id.as_str());
    let half = act(&mut counter, &reference, "ask-completion", &ask).await;
    half.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Hãy chọn lý do khác cho các giấy tờ này");
    ask.push(("ask-completion-second-reason", "expired"));
    act(&mut counter, &reference, "ask-completion", &ask).await.is(StatusCode::SEE_OTHER);
    let own = citizen.get(&format!("/dossiers/{reference}")).await;
    own.shows(&format!("{} (giấy tờ hết hạn sử dụng)", second.name.get(domain::Language::Vietnamese)));

    let facts = facts(&world, &reference).await;
    let (means, reason_code) = (ContactMeans::Telephone, Some(ReasonCode::ToExplain));
    assert!(facts.contains(&Fact::Contacted { means, reason_code }));
    let fetched = facts.iter().find_map(|fact| match fact {
        Fact::LookedUp { database: StateDatabase::CivilStatus, found: true, paper } => paper.clone(),
        _ => None,
    });
    let fetched = fetched.expect("it stands in for a paper");
    assert_eq!((&fetched.paper, fetched.source), (&first.id, Some(PaperSource::Fetched)));
    assert_eq!(fetched.result, "KQ.G15.000031");
    let asked = facts.iter().find_map(Fact::request).expect("it was asked for");
    let own = PaperReason { paper: second.id.clone(), code: ReasonCode::Expired };
    assert_eq!((asked.reason_code, &asked.reasons), (Some(ReasonCode::Missing), &vec![own]));
    let app = world.app.clone();
    let report = tokio::task::spawn_blocking(move || app::verify::all(&app)).await.unwrap().unwrap();
    assert_eq!(report.findings, []);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_done_beside_requests_is_recorded_and_told() {
    for engine in engines() {
        recorded_and_told(engine).await;
    }
}
