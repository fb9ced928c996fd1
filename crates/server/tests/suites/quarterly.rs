//! Filing the quarter, by the pages of both sides: what was sent stays what it was, whatever becomes of the figures since.

use crate::common::{Engine, FormPart, Visitor, World, engines};
use axum::http::StatusCode;
use domain::quarterly::ReportDue;
use domain::report::Quarter;
use storage::{StorageError, Tx};

const QUARTERS: &str = "/office/reports/quarters";
const JUSTICE: &str = "/office/reports/quarters/2025-4/II.06a/justice";
const PROVINCE: &str = "/office/reports/quarters/2025-4/II.06a/province";

/// Does an act as the page that is shown now offers it.
async fn act(visitor: &mut Visitor, page: &str, kind: &str, more: &[(&str, &str)]) -> crate::common::Seen {
    let seen = visitor.get(page).await.hidden("seen");
    let mut fields = vec![("act", kind), ("seen", seen.as_str())];
    fields.extend_from_slice(more);
    visitor.post(page, &fields).await
}

async fn done(visitor: &mut Visitor, page: &str, kind: &str, more: &[(&str, &str)]) {
    act(visitor, page, kind, more).await.is(StatusCode::SEE_OTHER);
}

async fn csv(visitor: &mut Visitor, page: &str, issue: u32) -> String {
    let seen = visitor.get(&format!("{page}/issues/{issue}/files/csv")).await;
    String::from_utf8(seen.is(StatusCode::OK).body.clone()).unwrap()
}

fn sql(world: &World, statement: &'static str) {
    let run = move |tx: &mut Tx| tx.execute(statement, &[]).map(|_| ());
    let ran: Result<(), StorageError> = tokio::task::block_in_place(|| world.app.store.write_now(run));
    ran.unwrap();
}

fn findings(world: &World) -> Vec<String> {
    let report = tokio::task::block_in_place(|| app::verify::all(&world.app)).unwrap();
    report.findings.into_iter().map(|finding| format!("{}: {}", finding.subject, finding.what)).collect()
}

fn rebuilt(world: &World) -> Result<(), usize> {
    let ran = tokio::task::block_in_place(|| app::rebuild::run(&world.app)).unwrap();
    ran.map(|_| ()).map_err(|against| against.len())
}

async fn filed(engine: Engine) {
    let world = World::lived(engine);
    let (mut head, mut office) =
        (world.signed_in("agency-head").await, world.signed_in("province.head").await);
    head.get(QUARTERS).await.is(StatusCode::OK).shows(JUSTICE);
    head.get(PROVINCE).await.is(StatusCode::NOT_FOUND);
    act(&mut head, JUSTICE, "send", &[("number", "1/BC")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
    let draft = office.get(JUSTICE).await;
    draft.is(StatusCode::OK).hides("class=\"figures\"");
    done(&mut office, JUSTICE, "remind", &[]).await;
    head.get(JUSTICE).await.shows("đã đôn đốc");
    done(&mut head, JUSTICE, "check", &[]).await;
    act(&mut head, JUSTICE, "send", &[("number", "")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
    done(&mut head, JUSTICE, "send", &[("number", "97/BC-STP")]).await;
    let first = csv(&mut head, JUSTICE, 1).await;
    assert_eq!(first, csv(&mut office, JUSTICE, 1).await, "both sides have the same file");
    done(&mut office, JUSTICE, "return", &[("remarks", "Cột 9 chưa khớp")]).await;
    head.get(JUSTICE).await.shows("Cột 9 chưa khớp");

    // The past moves: a dossier of the quarter is another agency's now.
    sql(
        &world,
        "delete from measure where dossier_id = (select min(dossier_id) from measure
            where competent_id = (select id from agency where slug = 'justice'))",
    );
    tokio::task::block_in_place(|| world.app.store.write_now(storage::tally::refill)).unwrap();
    done(&mut head, JUSTICE, "check", &[]).await;
    done(&mut head, JUSTICE, "send", &[("number", "98/BC-STP")]).await;
    assert_eq!(csv(&mut head, JUSTICE, 1).await, first, "what was sent stays");
    done(&mut office, JUSTICE, "receive", &[]).await;
    let second = csv(&mut office, JUSTICE, 2).await;
    let issue = office.get(&format!("{JUSTICE}/issues/2")).await;
    issue.is(StatusCode::OK).shows(if first == second { "Không có dòng nào" } else { " → " });
    assert!(rebuilt(&world).is_ok());
    assert_eq!(csv(&mut head, JUSTICE, 2).await, second);
    assert_eq!(findings(&world), Vec::<String>::new());

    // Rows of another system: a bad line is told by its number, a good file stands apart.
    let seen = office.get(PROVINCE).await.hidden("seen");
    let bring = async |office: &mut Visitor, text: String, seen: &str| {
        let parts = [
            FormPart::Text("act", "bring"),
            FormPart::Text("seen", seen),
            FormPart::Text("source", "Bảo hiểm xã hội"),
            FormPart::File("sheet", "so-lieu.csv", text.as_bytes()),
        ];
        office.post_parts(PROVINCE, &parts).await
    };
    let head_line = first.lines().next().unwrap();
    let good = format!("{head_line}\r\n1,'=Bảo hiểm,3,1,1,1,2,1,1,0,1,1,0\r\n");
    let bad = bring(&mut office, good.replace(",3,1,", ",4,1,"), &seen).await;
    bad.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Dòng 2").shows("3 = 4 + 5 + 6");
    bring(&mut office, good, &seen).await.is(StatusCode::SEE_OTHER);
    office.get(PROVINCE).await.shows("Ngoài hệ thống").shows("=Bảo hiểm");
    done(&mut office, PROVINCE, "check", &[]).await;
    done(&mut office, PROVINCE, "send", &[("number", "5/BC-UBND")]).await;
    let due = ReportDue {
        agency: world.app.master_data().agency_by_key("province").unwrap().id,
        report: "II.06a".into(),
        quarter: Quarter::parse("4/2025").unwrap(),
    };
    let sent = app::quarterly::issue(&world.app, &due, 1).await.unwrap().unwrap().frozen;
    assert_eq!(sent.recount(), Ok(()));
    assert_eq!((sent.parts.len(), sent.parts[0].issue), (1, 2), "what was received last is added up");
    assert_eq!((sent.sums.outside[0], sent.sums.total[0]), (3, sent.sums.inside[0] + 3));
    assert!(sent.sums.inside[0] > 0);

    // An old page does nothing.
    let old = [("act", "reopen"), ("seen", seen.as_str()), ("why", "Sót")];
    office.post(PROVINCE, &old).await.is(StatusCode::UNPROCESSABLE_ENTITY);

    // How reports stand follows from their events; the events and what was frozen stand for themselves.
    sql(&world, "update quarterly_report set body = '{}' where id = (select min(id) from quarterly_report)");
    assert!(findings(&world)[0].contains("how it stands"));
    assert!(rebuilt(&world).is_ok());
    assert_eq!(findings(&world), Vec::<String>::new());
    sql(&world, "update quarterly_issue set body = body || ' ' where issue = 2");
    assert!(findings(&world).iter().any(|found| found.contains("issue 2 froze is not what was sent")));
    assert!(rebuilt(&world).is_err(), "a changed record is not built upon");
    sql(&world, "update quarterly_event set facts = replace(facts, '97/BC', '96/BC')");
    assert!(findings(&world).iter().any(|found| found.contains("is not what was written")));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_sent_stays_and_what_was_received_is_added_up() {
    for engine in engines() {
        filed(engine).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_but_the_heads_of_both_sides_finds_a_report() {
    let world = World::new(Engine::Sqlite);
    for nobody in ["counter", "officer", "division-head", "admin", "citizen", "home-affairs.head"] {
        let mut nobody = world.signed_in(nobody).await;
        for path in [JUSTICE, &format!("{JUSTICE}/issues/1"), &format!("{JUSTICE}/issues/1/files/csv")] {
            nobody.get(path).await.is(StatusCode::NOT_FOUND);
        }
        nobody.post(JUSTICE, &[("act", "check"), ("seen", "0")]).await.is(StatusCode::NOT_FOUND);
    }
    let mut head = world.signed_in("agency-head").await;
    for path in [
        "2025-5/II.06a/justice",
        "2025-4/online/justice",
        "2025-4/II.06a/nobody",
        "2027-1/II.06a/justice",
        "x/y/z",
    ] {
        head.get(&format!("{QUARTERS}/{path}")).await.is(StatusCode::NOT_FOUND);
    }
    head.get(&format!("{QUARTERS}?quarter=9/2025")).await.is(StatusCode::NOT_FOUND);
}
