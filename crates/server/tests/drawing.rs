//! An official brings a process, has it checked, takes it into use, and officers work by it.

mod common;

use axum::http::StatusCode;
use common::steps::{act, act_from, apply_for, grant};
use common::{Engine, Part, Visitor, World, engines};

const PROCEDURE: &str = "2.000635";

fn path() -> String {
    format!("/office/administration/procedures/{PROCEDURE}/process")
}

/// Check, by its outcome once back to itself, then the signature.
fn drawing() -> String {
    let flow = |id: &str, from: &str, to: &str, inside: &str| {
        format!(
            "    <sequenceFlow id=\"{id}\" sourceRef=\"{from}\" targetRef=\"{to}\">{inside}</sequenceFlow>\r\n"
        )
    };
    let wrong = "<extensionElements><m:bound times=\"1\"/></extensionElements>\
                 <conditionExpression>steps.check.outcome = \"wrong\"</conditionExpression>";
    let flows = [
        flow("a", "begin", "merge", ""),
        flow("b", "merge", "check", ""),
        flow("c", "check", "how", ""),
        flow("back", "how", "merge", wrong),
        flow("on", "how", "sign", ""),
        flow("e", "sign", "end", ""),
    ];
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n\
         <definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:m=\"urn:motcua:process:1\">\r\n\
         <!-- Vẽ tay -->\r\n  <process id=\"main\" isExecutable=\"true\">\r\n    <startEvent id=\"begin\"/>\r\n\
         <exclusiveGateway id=\"merge\"/>\r\n    <userTask id=\"check\" name=\"Đối chiếu sổ gốc\"><extensionElements>\
         <m:step unit=\"administration\" role=\"officer\" time=\"2h\" english=\"Look it up\"><m:outcome key=\"fine\" name=\"Khớp\" english=\"It matches\"/>\
         <m:outcome key=\"wrong\" name=\"Chưa khớp\"/></m:step></extensionElements></userTask>\r\n\
         <exclusiveGateway id=\"how\" name=\"Khớp không?\" default=\"on\"/>\r\n\
         <userTask id=\"sign\" name=\"Ký bản sao\"><extensionElements><m:step unit=\"Lãnh đạo Sở\" role=\"agency-head\" time=\"1h\"/>\
         </extensionElements></userTask>\r\n    <endEvent id=\"end\"/>\r\n{}  </process>\r\n</definitions>\r\n",
        flows.concat()
    )
}

fn draft() -> String {
    format!("{}/draft", path())
}

/// Brings a file; what can be read becomes the draft, and its page is given.
async fn bring(admin: &mut Visitor, name: &str, content: &[u8]) -> common::Seen {
    let seen = admin.get(&path()).await.hidden("seen");
    let parts = [Part::Text("seen", &seen), Part::File("sheet", name, content), Part::Text("act", "bring")];
    let brought = admin.post_parts(&path(), &parts).await;
    if brought.status == StatusCode::SEE_OTHER { admin.follow(&brought).await } else { brought }
}

/// Publishes the draft a page shows, from today on.
async fn publish(admin: &mut Visitor, page: &common::Seen) -> common::Seen {
    let fields = ["seen", "from-day", "from-month", "from-year"].map(|name| (name, page.input(name)));
    let mut fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fields.push(("act", "publish"));
    admin.post(&draft(), &fields).await
}

async fn work_by_it(engine: Engine) {
    let world = World::new(engine);
    let mut admin = world.signed_in("admin").await;
    admin.get(&path()).await.is(StatusCode::OK).shows("Chưa có sơ đồ");

    // What does not hold is told where, and cannot be published.
    let nobody =
        drawing().replace("unit=\"administration\"", "unit=\"phòng Bay\"").replace(" default=\"on\"", "");
    let page = bring(&mut admin, "sai.bpmn", nobody.as_bytes()).await;
    page.is(StatusCode::OK)
        .shows("phòng Bay")
        .shows("Đối chiếu sổ gốc")
        .shows("<svg")
        .hides("value=\"publish\"");
    let unknown = drawing().replace("steps.check.outcome", "steps.chek.outcome");
    bring(&mut admin, "ten.bpmn", unknown.as_bytes()).await.is(StatusCode::OK).shows("“check”");
    let slow = drawing().replace("time=\"2h\"", "time=\"20 ngày\"");
    bring(&mut admin, "cham.bpmn", slow.as_bytes()).await.is(StatusCode::OK).shows("quá thời hạn");
    bring(&mut admin, "thu.bpmn", b"Dear all").await.is(StatusCode::UNPROCESSABLE_ENTITY).shows("XML");

    let source = drawing();
    let page = bring(&mut admin, "ban-sao.bpmn", source.as_bytes()).await;
    page.is(StatusCode::OK).shows("<svg").shows("Ký bản sao").shows("value=\"publish\"");
    publish(&mut admin, &page).await.is(StatusCode::SEE_OTHER);
    publish(&mut admin, &page).await.is(StatusCode::SEE_OTHER);
    assert_eq!(world.app.reference().processes(PROCEDURE).len(), 2, "a form sent twice publishes once");
    let file = admin.get(&format!("{}/file", path())).await;
    assert_eq!(String::from_utf8(file.body.clone()).unwrap(), source, "it comes back as it was brought");
    let steps = admin.get(&format!("/office/administration/procedures/{PROCEDURE}/parts/steps")).await;
    assert_eq!(steps.location, path(), "what is drawn is not edited as a list");

    let mut citizen = world.signed_in("citizen").await;
    let reference = apply_for(&world, &mut citizen, PROCEDURE).await;
    let mut counter = world.signed_in("counter").await;
    act(&mut counter, &reference, "accept", &[]).await.is(StatusCode::SEE_OTHER);
    act(&mut counter, &reference, "hand-over", &[]).await.is(StatusCode::SEE_OTHER);

    world.at("2026-03-02T09:30");
    let mut officer = world.signed_in("officer").await;
    let page = officer.get(&format!("/office/dossiers/{reference}")).await;
    page.shows("diagram__node--now").shows("Khớp").hides("/acts/decide\"");
    let outcome = page.choice("finish-step-outcome", "Chưa khớp");
    act(&mut officer, &reference, "finish-step", &[])
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .shows("Hãy chọn kết quả của bước này");
    act(&mut officer, &reference, "finish-step", &[("finish-step-outcome", &outcome)])
        .await
        .is(StatusCode::SEE_OTHER);
    // Back once; after that the only way is on, whatever is chosen.
    officer.get(&format!("/office/dossiers/{reference}")).await.shows("Chưa khớp");
    act(&mut officer, &reference, "finish-step", &[("finish-step-outcome", &outcome)])
        .await
        .is(StatusCode::SEE_OTHER);
    let page = citizen.get(&format!("/dossiers/{reference}")).await;
    page.shows("Ký bản sao").shows("<svg").hides("Chưa khớp").hides("Khớp không?");

    let mut head = world.signed_in("agency-head").await;
    let page = head.get(&format!("/office/dossiers/{reference}")).await;
    page.shows("/acts/decide\"").hides("/acts/finish-step\"").shows("diagram__node--passed");
    grant(&mut head, &reference).await;
    citizen.get(&format!("/dossiers/{reference}")).await.shows("Đã có kết quả");

    verified(&world).await;
}

async fn verified(world: &World) {
    let app = world.app.clone();
    let report = tokio::task::spawn_blocking(move || app.verify()).await.unwrap().unwrap();
    assert_eq!(report.findings, []);
}

/// The check and the opinion of a division at once, then the signature.
fn at_once() -> String {
    let step = |id: &str, name: &str, unit: &str, role: &str| {
        format!(
            "<userTask id=\"{id}\" name=\"{name}\"><extensionElements><m:step unit=\"{unit}\" role=\"{role}\" time=\"1h\"/>\
             </extensionElements></userTask>"
        )
    };
    let flows =
        [("begin", "both"), ("both", "check"), ("both", "opinion"), ("check", "join"), ("opinion", "join")];
    let flows = flows.into_iter().chain([("join", "sign"), ("sign", "end")]).enumerate();
    let flow = |(number, (from, to))| {
        format!("<sequenceFlow id=\"f{number}\" sourceRef=\"{from}\" targetRef=\"{to}\"/>")
    };
    format!(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:m=\"urn:motcua:process:1\">\
         <process id=\"main\"><startEvent id=\"begin\"/><parallelGateway id=\"both\"/>{}{}<parallelGateway id=\"join\"/>{}\
         <endEvent id=\"end\"/>{}</process></definitions>",
        step("check", "Đối chiếu sổ gốc", "administration", "officer"),
        step("opinion", "Cho ý kiến", "legislation", "officer"),
        step("sign", "Ký bản sao", "Lãnh đạo Sở", "agency-head"),
        flows.map(flow).collect::<String>()
    )
}

async fn two_divisions_at_once(engine: Engine) {
    let world = World::new(engine);
    let mut admin = world.signed_in("admin").await;
    let page = bring(&mut admin, "cung-luc.bpmn", at_once().as_bytes()).await;
    page.is(StatusCode::OK);
    publish(&mut admin, &page).await.is(StatusCode::SEE_OTHER);
    let mut citizen = world.signed_in("citizen").await;
    let reference = apply_for(&world, &mut citizen, PROCEDURE).await;
    let mut counter = world.signed_in("counter").await;
    act(&mut counter, &reference, "accept", &[]).await.is(StatusCode::SEE_OTHER);
    act(&mut counter, &reference, "hand-over", &[]).await.is(StatusCode::SEE_OTHER);
    let dossier = format!("/office/dossiers/{reference}");

    // Each division finds its own step in its list; the head finds both.
    let (mut here, mut there) = (world.signed_in("officer").await, world.signed_in("justice.officer3").await);
    let mut head = world.signed_in("agency-head").await;
    let listed = |page: &common::Seen| page.text().matches(&format!("href=\"{dossier}?")).count();
    here.get("/office?tab=unit").await.shows("Đối chiếu sổ gốc").hides("Cho ý kiến");
    there.get("/office?tab=unit").await.shows("Cho ý kiến").hides("Đối chiếu sổ gốc");
    let both = head.get("/office?tab=unit").await;
    both.shows("Đối chiếu sổ gốc").shows("Cho ý kiến");
    assert_eq!(listed(&both), 2);

    // The page is about the officer's own step, and shows what else runs.
    let page = there.get(&dossier).await;
    page.shows("Các bước đang làm cùng lúc").shows("Đối chiếu sổ gốc");
    let others = page.text().split("class=\"branches__step\"").nth(1).unwrap().to_string();
    let others = others.split("?step=").nth(1).unwrap().split('"').next().unwrap().to_string();
    let page = there.get(&format!("{dossier}?step={others}")).await;
    page.hides("/acts/finish-step\"");
    act_from(&mut there, &page, &reference, "finish-step", [])
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .shows("phòng khác");

    // A pause stops both, and both go on.
    let pause = [("pause-for-applicant-document", "5/TB"), ("pause-for-applicant-words", "Thiếu bản chính")];
    act(&mut here, &reference, "pause-for-applicant", &pause).await.is(StatusCode::SEE_OTHER);
    there.get("/office?tab=applicant").await.shows("Cho ý kiến");
    assert_eq!(listed(&head.get("/office?tab=applicant").await), 1);
    act(&mut there, &reference, "resume", &[]).await.is(StatusCode::SEE_OTHER);
    verified(&world).await;

    act(&mut there, &reference, "assign", &[]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
    act(&mut there, &reference, "finish-step", &[]).await.is(StatusCode::SEE_OTHER);
    there.get("/office?tab=unit").await.hides("Cho ý kiến");
    head.get(&dossier).await.hides("/acts/decide\"");
    act(&mut here, &reference, "finish-step", &[]).await.is(StatusCode::SEE_OTHER);

    // The head sends one of them back: the other stays done.
    let page = head.get(&dossier).await;
    let to = page.choice("send-back-to", "Đối chiếu sổ gốc");
    let back = |words: &'static str| [("send-back-to", to.as_str()), ("send-back-words", words)];
    let again = act(&mut head, &reference, "send-back", &back("")).await;
    again.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Hãy viết rõ lý do");
    act(&mut head, &reference, "send-back", &back("Chưa ghi số trang")).await.is(StatusCode::SEE_OTHER);
    here.get("/office?tab=mine").await.shows("Đối chiếu sổ gốc");
    here.get(&dossier).await.shows("Trả lại từ bước “Ký bản sao” về bước “Đối chiếu sổ gốc”");
    citizen.get(&format!("/dossiers/{reference}")).await.hides("Chưa ghi số trang");
    verified(&world).await;
    act(&mut here, &reference, "finish-step", &[]).await.is(StatusCode::SEE_OTHER);
    grant(&mut head, &reference).await;
    citizen.get(&format!("/dossiers/{reference}")).await.shows("Đã có kết quả");
    verified(&world).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_drawn_at_once_runs_at_once_in_two_divisions() {
    for engine in engines() {
        two_divisions_at_once(engine).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_drawn_process_is_brought_checked_used_and_worked_by() {
    for engine in engines() {
        work_by_it(engine).await;
    }
}

/// An opinion, gone on without after two hours; then a reply from outside; then the signature.
fn with_times() -> String {
    at_once().replace(
        "<userTask id=\"opinion\"",
        "<boundaryEvent id=\"silent\" name=\"Hết hạn cho ý kiến\" attachedToRef=\"opinion\"><timerEventDefinition>\
         <timeDuration>PT2H</timeDuration></timerEventDefinition></boundaryEvent><exclusiveGateway id=\"heard\"/>\
         <intermediateCatchEvent id=\"reply\" name=\"Công văn trả lời\"><messageEventDefinition/></intermediateCatchEvent>\
         <sequenceFlow id=\"g1\" sourceRef=\"silent\" targetRef=\"heard\"/>\
         <sequenceFlow id=\"g2\" sourceRef=\"heard\" targetRef=\"join\"/>\
         <sequenceFlow id=\"g3\" sourceRef=\"reply\" targetRef=\"sign\"/><userTask id=\"opinion\"",
    )
    .replace("sourceRef=\"opinion\" targetRef=\"join\"", "sourceRef=\"opinion\" targetRef=\"heard\"")
    .replace("sourceRef=\"join\" targetRef=\"sign\"", "sourceRef=\"join\" targetRef=\"reply\"")
}

async fn times_come(engine: Engine) {
    let world = World::new(engine);
    let mut admin = world.signed_in("admin").await;
    let page = bring(&mut admin, "thoi-han.bpmn", with_times().as_bytes()).await;
    page.is(StatusCode::OK);
    publish(&mut admin, &page).await.is(StatusCode::SEE_OTHER);
    let mut citizen = world.signed_in("citizen").await;
    let reference = apply_for(&world, &mut citizen, PROCEDURE).await;
    let mut counter = world.signed_in("counter").await;
    act(&mut counter, &reference, "accept", &[]).await.is(StatusCode::SEE_OTHER);
    world.at("2026-03-02T09:00");
    act(&mut counter, &reference, "hand-over", &[]).await.is(StatusCode::SEE_OTHER);
    let dossier = format!("/office/dossiers/{reference}");
    let mut there = world.signed_in("justice.officer3").await;
    there.get(&dossier).await.shows("Hết hạn cho ý kiến (11:00 02/03/2026)");

    world.at("2026-03-02T10:59");
    world.app.run_due_jobs().await.unwrap();
    let mut there = world.signed_in("justice.officer3").await;
    there.get("/office?tab=unit").await.shows("Cho ý kiến");
    // Two nodes look for what is due at once: it happens once.
    world.at("2026-03-02T11:00");
    let (one, other) = tokio::join!(world.app.run_due_jobs(), world.app.run_due_jobs());
    one.and(other).unwrap();
    there.get("/office?tab=unit").await.hides("Cho ý kiến");
    let page = there.get(&dossier).await;
    page.shows("Không cần làm tiếp bước “Cho ý kiến”");
    assert_eq!(page.text().matches("Đã đến: Hết hạn cho ý kiến").count(), 1);
    world.app.run_due_jobs().await.unwrap();

    // What is late is listed as such, and says why when it is finished.
    let mut here = world.signed_in("officer").await;
    here.get("/office?tab=late-steps").await.shows("Đối chiếu sổ gốc");
    let late = act(&mut here, &reference, "finish-step", &[]).await;
    late.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Bước này đã quá hạn; hãy chọn nguyên nhân");
    let cause = [("finish-step-late", "other-division")];
    act(&mut here, &reference, "finish-step", &cause).await.is(StatusCode::SEE_OTHER);
    here.get(&dossier).await.shows("quá hạn: Chờ phòng khác trong cơ quan");
    citizen.get(&format!("/dossiers/{reference}")).await.hides("Chờ phòng khác");
    // Nothing is done any more, and the division still has it until the reply is there.
    here.get("/office?tab=unit").await.shows(&format!("href=\"{dossier}?"));
    let page = here.get(&dossier).await;
    page.shows("Quy trình đang chờ").shows("/acts/receive\"").hides("/acts/finish-step\"");
    verified(&world).await;
    let reply = page.choice("receive-event", "Công văn trả lời");
    let fields = [("receive-event", reply.as_str()), ("receive-words", "Số 15/UBND")];
    act(&mut here, &reference, "receive", &fields).await.is(StatusCode::SEE_OTHER);
    let mut head = world.signed_in("agency-head").await;
    head.get(&dossier).await.shows("Đã đến: Công văn trả lời").shows("Số 15/UBND");
    citizen.get(&format!("/dossiers/{reference}")).await.hides("Số 15/UBND");
    grant(&mut head, &reference).await;
    verified(&world).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn times_come_once_and_messages_are_recorded() {
    for engine in engines() {
        times_come(engine).await;
    }
}

/// Makes a change of an element of the draft, with the form its page has.
async fn change(admin: &mut Visitor, element: &str, act: &str, fields: &[(&str, &str)]) -> common::Seen {
    let page = admin.get(&format!("{}/{element}", draft())).await;
    page.is(StatusCode::OK);
    let seen = page.hidden("seen");
    let mut all = vec![("seen", seen.as_str()), ("act", act)];
    all.extend(fields);
    admin.post(&format!("{}/{element}", draft()), &all).await
}

async fn design(engine: Engine) {
    let world = World::new(engine);
    let mut admin = world.signed_in("admin").await;
    let begun = admin.post_parts(&path(), &[Part::Text("act", "begin")]).await;
    assert_eq!(begun.location, draft());
    let steps = world.app.reference().procedure_any(PROCEDURE).unwrap().process.steps.clone();
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
        page: &common::Seen,
        path: &str,
        act: &str,
        said: &[(&str, &str)],
    ) -> common::Seen {
        let moves = page.hidden_area("moves");
        let mut fields =
            vec![("start-day", "3"), ("start-month", "3"), ("start-year", "2026"), ("moves", moves.as_str())];
        fields.push(("act", act));
        fields.extend(said);
        admin.post(path, &fields).await
    }
    let page = admin.post(&trial, &[began[0], began[1], began[2], ("act", "begin")]).await;
    page.is(StatusCode::OK).shows("hạn 08:30 03/03/2026").shows("Hết hạn cho ý kiến");
    let step = |page: &common::Seen, name: &str| {
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
    page.is(StatusCode::OK).shows("Đã đến: Hết hạn cho ý kiến").shows("Ký bản sao");
    let page = next(&mut admin, &page, &trial, "undo", &[]).await;
    page.is(StatusCode::OK).hides("Đã đến: Hết hạn cho ý kiến").shows("Cho ý kiến");

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
    let process = |world: &World| world.app.reference().procedure_any(PROCEDURE).unwrap().process.clone();
    assert!(process(&world).drawing.is_none());
    world.at("2026-03-03T07:30");
    world.app.refresh_reference().await.unwrap();
    assert!(process(&world).drawing.is_some());
    let mut citizen = world.signed_in("citizen").await;
    let reference = apply_for(&world, &mut citizen, PROCEDURE).await;
    let mut counter = world.signed_in("counter").await;
    act(&mut counter, &reference, "accept", &[]).await.is(StatusCode::SEE_OTHER);
    act(&mut counter, &reference, "hand-over", &[]).await.is(StatusCode::SEE_OTHER);
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

async fn move_running(engine: Engine) {
    let world = World::new(engine);
    let mut citizen = world.signed_in("citizen").await;
    let mut counter = world.signed_in("counter").await;
    let mut officer = world.signed_in("officer").await;
    let mut references = Vec::new();
    for _ in 0..2 {
        let reference = apply_for(&world, &mut citizen, PROCEDURE).await;
        act(&mut counter, &reference, "accept", &[]).await.is(StatusCode::SEE_OTHER);
        act(&mut counter, &reference, "hand-over", &[]).await.is(StatusCode::SEE_OTHER);
        references.push(reference);
    }
    let pause = [("pause-for-applicant-document", "5/TB"), ("pause-for-applicant-words", "Thiếu bản chính")];
    act(&mut officer, &references[1], "pause-for-applicant", &pause).await.is(StatusCode::SEE_OTHER);
    let mut admin = world.signed_in("admin").await;
    admin.post_parts(&path(), &[Part::Text("act", "begin")]).await.is(StatusCode::SEE_OTHER);
    let page = admin.get(&draft()).await;
    publish(&mut admin, &page).await.is(StatusCode::SEE_OTHER);

    // What fits is shown before anything moves, and what does not stays.
    let running = format!("{}/running", path());
    let page = admin.get(&running).await;
    page.shows("Đứng ở cùng bước này").shows("Đang tạm dừng").shows("Chuyển 1 hồ sơ").hides("Trần Thị");
    let stale = [("version", "1"), ("act", "move")];
    admin.post(&running, &stale).await.is(StatusCode::SEE_OTHER);
    let version = page.hidden("version");
    admin.post(&running, &[("version", &version), ("act", "move")]).await.is(StatusCode::SEE_OTHER);
    world.app.run_due_jobs().await.unwrap();
    world.app.run_due_jobs().await.unwrap();
    let page = officer.get(&format!("/office/dossiers/{}", references[0])).await;
    page.shows("Đi tiếp theo phiên bản 2 của quy trình").shows("diagram__node--now");
    officer.get(&format!("/office/dossiers/{}", references[1])).await.hides("Đi tiếp theo phiên bản");
    admin.get(&running).await.shows("Đang tạm dừng").hides("Chuyển 1 hồ sơ");
    verified(&world).await;
    act(&mut officer, &references[0], "finish-step", &[]).await.is(StatusCode::SEE_OTHER);
    act(&mut officer, &references[1], "resume", &[]).await.is(StatusCode::SEE_OTHER);
    act(&mut officer, &references[1], "finish-step", &[]).await.is(StatusCode::SEE_OTHER);
    verified(&world).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn running_dossiers_move_to_a_new_version_by_a_plan() {
    for engine in engines() {
        move_running(engine).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_official_table_is_brought_as_a_spreadsheet() {
    let world = World::new(Engine::Sqlite);
    let mut admin = world.signed_in("admin").await;
    let headings = ["STT", "Nội dung công việc", "Trách nhiệm", "Thời gian", "Kết quả"];
    let rows = |who: &str| {
        let row = |cells: [&str; 5]| cells.map(str::to_string).to_vec();
        vec![
            row(["1", "Thẩm định", who, "2 giờ", "Phiếu trình"]),
            row(["2", "Ký", "Lãnh đạo Sở", "1 giờ", "Bản sao"]),
        ]
    };
    let sheet = sheets::write("QUY TRÌNH NỘI BỘ", &headings, &rows("Chuyên viên phòng Bay"));
    bring(&mut admin, "bang.xlsx", &sheet)
        .await
        .is(StatusCode::OK)
        .shows("phòng Bay")
        .hides("value=\"publish\"");
    let sheet =
        sheets::write("QUY TRÌNH NỘI BỘ", &headings, &rows("Chuyên viên phòng Hành chính và Bổ trợ tư pháp"));
    let page = bring(&mut admin, "bang.xlsx", &sheet).await;
    page.is(StatusCode::OK).shows("<svg").shows("Phiếu trình");
    publish(&mut admin, &page).await.is(StatusCode::SEE_OTHER);
    admin.get(&path()).await.shows("Quy trình đang dùng").shows("Thẩm định");
    // Without the drawing its steps are gone through one by one.
    let dropped = admin.post_parts(&path(), &[Part::Text("act", "drop")]).await;
    dropped.is(StatusCode::SEE_OTHER);
    admin.get(&path()).await.shows("Chưa có sơ đồ");
    assert_eq!(world.app.reference().procedure_any(PROCEDURE).unwrap().process.steps.len(), 2);
    let mut officer = world.signed_in("officer").await;
    officer.get(&path()).await.is(StatusCode::NOT_FOUND);
}
