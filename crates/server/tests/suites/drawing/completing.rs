//! A drawing of another program is a draft to be completed: what it leaves open has a proposal each, to be looked at,
//! changed and accepted.

use super::*;
use crate::common::{Engine, Visitor, World, engines};
use axum::http::StatusCode;

fn flow(id: &str, from: &str, to: &str) -> String {
    format!("<sequenceFlow id=\"{id}\" sourceRef=\"{from}\" targetRef=\"{to}\"/>")
}

fn when(id: &str, from: &str, to: &str, condition: &str) -> String {
    format!(
        "<sequenceFlow id=\"{id}\" sourceRef=\"{from}\" targetRef=\"{to}\">\
         <conditionExpression>{condition}</conditionExpression></sequenceFlow>"
    )
}

fn step(id: &str, name: &str, inside: &str) -> String {
    format!("<userTask id=\"{id}\" name=\"{name}\">{inside}</userTask>")
}

const ENDS: &str = "<startEvent id=\"in\"/><endEvent id=\"out\"/>";

/// What programs of others draw: a word for it, the drawing, and the steps that are in it when it is completed.
fn drawings() -> Vec<(&'static str, String, Vec<&'static str>)> {
    let look = || step("look", "Xem xét", "");
    let choice = |ways: String| {
        let steps = [look(), step("good", "Lập tờ trình", ""), step("bad", "Trả lời", "")].concat();
        let flows = [flow("f1", "in", "look"), flow("f2", "look", "how"), ways];
        let ends = [flow("f5", "good", "out"), flow("f6", "bad", "out")].concat();
        format!("{ENDS}<exclusiveGateway id=\"how\"/>{steps}{}{ends}", flows.concat())
    };
    let named = |id: &str, to: &str, name: &str| {
        flow(id, "how", to).replace("<sequenceFlow", &format!("<sequenceFlow name=\"{name}\""))
    };
    let three = || vec!["look", "good", "bad"];
    let chain =
        |inside: &str| format!("{ENDS}{inside}{}{}", flow("f1", "in", "look"), flow("f2", "look", "out"));
    let gateways = "<exclusiveGateway id=\"again\"/><exclusiveGateway id=\"how\"/>";
    let looped = [
        flow("f1", "in", "again"),
        flow("f2", "again", "look"),
        flow("f3", "look", "how"),
        when("f4", "how", "again", "fine = false"),
        when("f5", "how", "out", "fine = true"),
    ];
    let starts = "<startEvent id=\"in\"/><startEvent id=\"mail\"><messageEventDefinition/></startEvent>\
                  <exclusiveGateway id=\"meet\"/><endEvent id=\"out\"/>";
    let started = [
        flow("f1", "in", "meet"),
        flow("f2", "mail", "meet"),
        flow("f3", "meet", "look"),
        flow("f4", "look", "out"),
    ];
    let meanwhile = "<subProcess id=\"slow\" name=\"Nhắc việc\" triggeredByEvent=\"true\"><startEvent id=\"due\">\
                     </startEvent>\
                     <endEvent id=\"told\"/><sequenceFlow id=\"g1\" sourceRef=\"due\" targetRef=\"told\"/></subProcess>";
    let late = "<boundaryEvent id=\"late\" name=\"Sau 30 phút\" attachedToRef=\"look\"><timerEventDefinition/>\
                </boundaryEvent><endEvent id=\"off\"/>";
    let timed = [look(), late.into(), step("hurry", "Đôn đốc", "")].concat();
    let hurried = [flow("f3", "late", "hurry"), flow("f4", "hurry", "off")].concat();
    let shut = "<subProcess id=\"look\" name=\"Xem xét\"/>";
    vec![
        (
            "flow names",
            choice([named("f3", "good", "Đạt"), named("f4", "bad", "Không đạt")].concat()),
            three(),
        ),
        (
            "conditions on what nobody knows",
            choice([when("f3", "how", "good", "fine"), when("f4", "how", "bad", "not(fine)")].concat()),
            three(),
        ),
        (
            "the same as an equation",
            choice(
                [when("f3", "how", "good", "fine = true"), when("f4", "how", "bad", "fine = false")].concat(),
            ),
            three(),
        ),
        ("a loop", format!("{ENDS}{gateways}{}{}", look(), looped.concat()), vec!["look"]),
        ("two starts", format!("{starts}{}{}", look(), started.concat()), vec!["look"]),
        (
            "no start",
            format!("{}{}{}", look(), step("sign", "Ký", ""), flow("f1", "look", "sign")),
            vec!["look", "sign"],
        ),
        ("an event sub-process", chain(&format!("{}{meanwhile}", look())), vec!["look"]),
        ("a timer without a time", chain(&format!("{timed}{hurried}")), vec!["look", "hurry"]),
        ("a sub-process drawn shut", chain(shut), vec!["look"]),
        ("no count", chain(&step("look", "Xem xét", "<multiInstanceLoopCharacteristics/>")), vec!["look"]),
    ]
}

fn file(inside: &str) -> String {
    format!(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\">\
         <process id=\"theirs\" isExecutable=\"true\">{inside}</process></definitions>"
    )
}

async fn press(
    admin: &mut Visitor,
    page: &crate::common::Seen,
    act: &str,
    fields: &[(&str, &str)],
) -> crate::common::Seen {
    let seen = page.hidden("seen");
    let mut all = vec![("seen", seen.as_str()), ("act", act)];
    all.extend(fields);
    admin.post(&draft(), &all).await
}

async fn complete_them(engine: Engine) {
    let world = World::new(engine);
    let mut admin = world.signed_in("admin").await;
    for (what, inside, steps) in drawings() {
        let page = bring(&mut admin, "cua-ho.bpmn", file(&inside).as_bytes()).await;
        page.is(StatusCode::OK).shows("Nhận tất cả đề xuất").hides("value=\"publish\"");
        let accepted = press(&mut admin, &page, "accept-all", &[]).await;
        assert_eq!(accepted.location, draft(), "{what}: {}", accepted.text());
        let page = admin.get(&draft()).await;
        assert!(!page.text().contains("value=\"accept-all\""), "{what}: {}", page.text());
        // Who does it is for this agency to say, and is named as what is left.
        page.shows("Chưa công bố được");
        for step in steps {
            let said = [
                ("about-name", "Việc phải làm"),
                ("about-unit", "administration"),
                ("about-role", "officer"),
                ("about-time", "10 phút"),
            ];
            change(&mut admin, step, "describe", &said).await.is(StatusCode::SEE_OTHER);
        }
        let page = admin.get(&draft()).await;
        page.hides("= &#34;way-");
        assert!(page.text().contains("value=\"publish\""), "{what}: {}", page.text());
        publish(&mut admin, &page).await.is(StatusCode::SEE_OTHER);
    }
    assert_eq!(world.app.master_data().processes(PROCEDURE).len(), drawings().len() + 1);
    verified(&world).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_others_drew_is_completed_by_what_is_proposed_and_published() {
    for engine in engines() {
        complete_them(engine).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proposal_is_changed_before_it_is_accepted() {
    let world = World::new(Engine::Sqlite);
    let mut admin = world.signed_in("admin").await;
    let (_, timer, _) = drawings().into_iter().find(|(what, ..)| what.contains("timer")).unwrap();
    let page = bring(&mut admin, "hen-gio.bpmn", file(&timer).as_bytes()).await;
    assert_eq!(page.input("mend-0-time"), "30 phút", "its name says it");
    page.shows("Chưa có thời gian").shows("Thời gian là 30 phút");
    let key = page.hidden("proposal");
    let wrong = press(&mut admin, &page, "mend", &[("proposal", &key), ("mend-0-time", "lâu lắm")]).await;
    wrong.is(StatusCode::UNPROCESSABLE_ENTITY).shows("lâu lắm").shows("4 giờ");
    let old = [("seen", "1"), ("act", "mend"), ("proposal", key.as_str()), ("mend-0-time", "45 phút")];
    admin.post(&draft(), &old).await.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Có người vừa sửa");
    let right = press(&mut admin, &page, "mend", &[("proposal", &key), ("mend-0-time", "45 phút")]).await;
    assert_eq!(right.location, draft(), "{}", right.text());
    admin.get(&draft()).await.hides("value=\"accept-all\"").shows("sau 45 phút");
}

/// Lanes with names of its own, nobody named at a step, no times: as other programs draw.
fn in_lanes(first: &str, second: &str) -> String {
    let lane = |id: &str, name: &str, step: &str| {
        format!("<lane id=\"{id}\" name=\"{name}\"><flowNodeRef>{step}</flowNodeRef></lane>")
    };
    let lanes = [lane("l1", first, "look"), lane("l2", second, "sign")].concat();
    let steps = [step("look", "Tra sổ", ""), step("sign", "Ký bản sao", "")].concat();
    let flows = [flow("f1", "in", "look"), flow("f2", "look", "sign"), flow("f3", "sign", "out")].concat();
    file(&format!("<laneSet id=\"l\">{lanes}</laneSet>{ENDS}{steps}{flows}"))
}

async fn say_who(engine: Engine) {
    let world = World::new(engine);
    let mut admin = world.signed_in("admin").await;
    let drawn = in_lanes("Bàn giấy", "Lanh dao So");
    let page = bring(&mut admin, "lan.bpmn", drawn.as_bytes()).await;
    page.shows("2 bước chưa nói rõ ai làm").shows("Cơ quan không có phòng “Bàn giấy”");
    let proposed = page.input("who-0-time");
    assert!(!proposed.is_empty(), "the limit is shared out");
    assert_eq!(page.input("who-1-time"), proposed);
    let text = page.text();
    let chosen = |name: &str| {
        let list = text.split(&format!("name=\"{name}\"")).nth(1).and_then(|it| it.split("</select>").next());
        let option = list.unwrap().split("<option").find(|option| option.contains(" selected"));
        option.and_then(|option| option.split('"').nth(1)).unwrap_or_default().to_string()
    };
    assert_eq!((chosen("who-0-unit"), chosen("who-0-role")), ("".into(), "officer".into()));
    assert_eq!((chosen("who-1-unit"), chosen("who-1-role")), ("leadership".into(), "agency-head".into()));

    let said = |unit: &'static str, time: &'static str| {
        [
            ("who-0-unit", unit),
            ("who-0-role", "officer"),
            ("who-0-time", time),
            ("who-1-unit", "leadership"),
            ("who-1-role", "agency-head"),
            ("who-1-time", "1 giờ"),
        ]
    };
    let wrong = press(&mut admin, &page, "who", &said("administration", "lâu lắm")).await;
    wrong.is(StatusCode::UNPROCESSABLE_ENTITY).shows("lâu lắm").shows("Tra sổ: Hãy ghi thời gian");
    assert_eq!(wrong.input("who-1-time"), "1 giờ");
    let partly = press(&mut admin, &page, "who", &said("", "2 giờ")).await;
    assert_eq!(partly.location, draft(), "{}", partly.text());
    let page = admin.get(&draft()).await;
    page.shows("1 bước chưa nói rõ ai làm").hides("who-1-unit");
    assert_eq!(page.input("who-0-time"), "2 giờ", "what was said stays");
    let stale = [("seen", "1"), ("act", "who"), ("who-0-unit", "administration")];
    admin.post(&draft(), &stale).await.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Có người vừa sửa");
    let done = [("who-0-unit", "administration"), ("who-0-role", "officer"), ("who-0-time", "2 giờ")];
    press(&mut admin, &page, "who", &done).await.is(StatusCode::SEE_OTHER);
    let page = admin.get(&draft()).await;
    page.shows("value=\"publish\"").hides("who-0-unit");
    let kept = admin.get(&format!("{}/file?draft=yes", path())).await.text();
    assert!(kept.contains("<lane id=\"l1\" name=\"Bàn giấy\">"), "all else stays as it was drawn");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_does_each_step_and_how_long_is_said_in_one_form() {
    for engine in engines() {
        say_who(engine).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proposal_stands_on_the_page_of_its_element_too() {
    let world = World::new(Engine::Sqlite);
    let mut admin = world.signed_in("admin").await;
    let (_, names, _) = drawings().into_iter().find(|(what, ..)| *what == "flow names").unwrap();
    bring(&mut admin, "nhanh.bpmn", file(&names).as_bytes()).await;
    let way = admin.get(&format!("{}/f4", draft())).await;
    way.shows("có kết quả “Không đạt”").hides("có kết quả “Đạt”");
    assert_eq!(way.input("mend-1-name"), "Không đạt");
    let key = way.hidden("proposal");
    let fields = [("proposal", key.as_str()), ("mend-1-name", "Còn thiếu"), ("mend-1-english", "Incomplete")];
    let accepted = press(&mut admin, &way, "mend", &fields).await;
    assert_eq!(accepted.location, draft(), "{}", accepted.text());
    admin.get(&format!("{}/f4", draft())).await.hides("name=\"proposal\"");
    admin.get(&format!("{}/look", draft())).await.shows("Còn thiếu").shows("có kết quả “Đạt”");
}

/// Who answers for what is not certain, and why, are two questions; both stand with the version.
#[tokio::test(flavor = "multi_thread")]
async fn who_answers_for_what_is_not_certain_says_why() {
    for engine in engines() {
        let world = World::new(engine);
        let mut admin = world.signed_in("admin").await;
        // Supplied by several agencies, of which one alone has the division that does its first step.
        let (data, today) = (world.app.master_data(), world.app.now().date());
        let several = data.procedures(today).into_iter().find(|procedure| {
            data.offerings(procedure.code.as_str(), today).len() > 1 && !procedure.process.steps.is_empty()
        });
        let procedure = several.unwrap();
        let offering = data.offerings(procedure.code.as_str(), today)[0].agency;
        let mut agency = data.agency(offering).unwrap().clone();
        let name = domain::Text::new("Phòng Số hóa", "Digitisation");
        let key = domain::agency::UnitKey("digitisation".into());
        agency.units.push(domain::agency::Unit { key, name, intake: false });
        app::administration::save_agency(&world.app, domain::officer::AccountId(1), agency).await.unwrap();
        let path = format!("/office/administration/procedures/{}/process", procedure.code);
        let seen = admin.get(&path).await.hidden("seen");
        admin.post_parts(&path, &[FormPart::Text("seen", &seen), FormPart::Text("act", "begin")]).await;
        let draft = format!("{path}/draft");
        let first = format!("{draft}/{}", procedure.process.steps[0].id);
        let seen = admin.get(&first).await.hidden("seen");
        let said = [
            ("seen", seen.as_str()),
            ("act", "describe"),
            ("about-name", "Số hóa"),
            ("about-unit", "digitisation"),
            ("about-role", "agency-head"),
            ("about-time", "1 phút"),
        ];
        admin.post(&first, &said).await.is(StatusCode::SEE_OTHER);
        let page = admin.get(&draft).await;
        page.shows("name=\"approval-why\"");
        let days = ["seen", "from-day", "from-month", "from-year"].map(|name| (name, page.input(name)));
        let mut fields: Vec<(&str, &str)> =
            days.iter().map(|(name, value)| (*name, value.as_str())).collect();
        fields.extend([("act", "publish"), ("approval-why", "Xã mới lập, đang tuyển người")]);
        let nobody = admin.post(&draft, &fields).await;
        nobody.is(StatusCode::UNPROCESSABLE_ENTITY).shows("đang tuyển người").shows("Hãy ghi người chịu");
        fields.push(("approval", "Giám đốc Sở, 12/QĐ-STP"));
        admin.post(&draft, &fields).await.is(StatusCode::SEE_OTHER);
        let shown = admin.get(&path).await;
        shown.shows("Giám đốc Sở, 12/QĐ-STP").shows("Xã mới lập, đang tuyển người");
        verified(&world).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_begins_an_event_sub_process_is_said_in_its_form() {
    let world = World::new(Engine::Sqlite);
    let mut admin = world.signed_in("admin").await;
    let (_, beside, _) = drawings().into_iter().find(|(what, ..)| what.contains("sub-process")).unwrap();
    let page = bring(&mut admin, "theo-su-kien.bpmn", file(&beside).as_bytes()).await;
    assert_eq!((page.input("mend-0-name"), page.input("mend-0-time")), ("Nhắc việc".into(), String::new()));
    page.shows("Bắt đầu khi có “Nhắc việc” gửi đến; mọi việc khác dừng lại.");
    let key = page.hidden("proposal");
    let said = |name: &'static str, time: &'static str| {
        [("mend-0-name", name), ("mend-0-time", time), ("mend-0-then", "beside")]
    };
    for (name, time, wrong) in [("", "", "Hãy đặt tên"), ("", "lâu lắm", "4 giờ")] {
        let fields = [&[("proposal", key.as_str())][..], &said(name, time)].concat();
        let refused = press(&mut admin, &page, "mend", &fields).await;
        refused.is(StatusCode::UNPROCESSABLE_ENTITY).shows(wrong);
    }
    let fields = [&[("proposal", key.as_str())][..], &said("Đơn bổ sung", "")].concat();
    let right = press(&mut admin, &page, "mend", &fields).await;
    assert_eq!(right.location, draft(), "{}", right.text());
    admin.get(&draft()).await.hides("value=\"accept-all\"").shows("khi có “Nhắc việc”: làm thêm");
}

/// A check that goes back where it failed, as other programs draw it: nobody says how often, nor what follows then.
fn goes_back() -> String {
    let named = |id: &str, to: &str, name: &str| {
        flow(id, "how", to).replace("<sequenceFlow", &format!("<sequenceFlow name=\"{name}\""))
    };
    let steps = [step("look", "Thẩm định", ""), step("sign", "Ký", "")].concat();
    let flows = [
        flow("f1", "in", "again"),
        flow("f2", "again", "look"),
        flow("f3", "look", "how"),
        named("back", "again", "Không đạt"),
        named("on", "sign", "Đạt"),
        flow("f6", "sign", "out"),
    ];
    let gateways = "<exclusiveGateway id=\"again\"/><exclusiveGateway id=\"how\"/>";
    file(&format!("{ENDS}{gateways}{steps}{}", flows.concat()))
}

#[tokio::test(flavor = "multi_thread")]
async fn what_all_proposals_settle_is_told_before_and_after_and_changed_by_a_form() {
    let world = World::new(Engine::Sqlite);
    let mut admin = world.signed_in("admin").await;
    let page = bring(&mut admin, "quay-lai.bpmn", goes_back().as_bytes()).await;
    let denied = "hồ sơ bị từ chối: kết thúc “Từ chối”";
    page.shows("Nhận tất cả thì những điều sau cũng được quyết định").shows(denied);
    press(&mut admin, &page, "accept-all", &[]).await.is(StatusCode::SEE_OTHER);
    let page = admin.get(&draft()).await;
    page.hides("accept-all").shows("Quay lại “Thẩm định” nhiều nhất 3 lần; sau đó: Kết thúc: từ chối");
    page.shows("khi bước “Thẩm định” có kết quả “Không đạt” (nhiều nhất 3 lần)");

    // What follows is changed at the way there, by a form, and changed back.
    let way = |page: &crate::common::Seen| {
        let row = page.text().split("sau đó: ").nth(1).unwrap().to_string();
        let to = row.split("/process/draft/").nth(1).unwrap();
        to.split('"').next().unwrap().to_string()
    };
    let at = way(&page);
    let seen = admin.get(&format!("{}/{at}", draft())).await;
    seen.is(StatusCode::OK).shows("value=\"used-up\"").hides("value=\"remove-way\"");
    change(&mut admin, &at, "used-up", &[("used-up", "")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
    change(&mut admin, &at, "used-up", &[("used-up", "on")]).await.is(StatusCode::SEE_OTHER);
    let page = admin.get(&draft()).await;
    page.shows("sau đó: đi tiếp đến “Ký”").hides("sau đó: Kết thúc: từ chối");
    change(&mut admin, &way(&page), "used-up", &[("used-up", "-end-")]).await.is(StatusCode::SEE_OTHER);
    let page = admin.get(&draft()).await;
    page.shows("sau đó: Kết thúc: từ chối");

    // Any other way may be taken else, and no sentence speaks of steps at once where there are none.
    change(&mut admin, "on", "otherwise", &[]).await.is(StatusCode::SEE_OTHER);
    admin.get(&draft()).await.shows("sau đó: đi tiếp đến “Ký”");
    change(&mut admin, "back", "remove-way", &[]).await.is(StatusCode::SEE_OTHER);
    admin.get(&draft()).await.hides("sau đó:").hides("(nhiều nhất 3 lần)");
}

#[tokio::test(flavor = "multi_thread")]
async fn conditions_are_chosen_in_words_and_outcomes_named_in_fields() {
    let world = World::new(Engine::Sqlite);
    let mut admin = world.signed_in("admin").await;
    bring(&mut admin, "quay-lai.bpmn", goes_back().as_bytes()).await;
    let page = admin.get(&format!("{}/look", draft())).await;
    page.hides("about-outcomes\"");
    let said = [
        ("about-name", "Thẩm định"),
        ("about-unit", "administration"),
        ("about-new-1", "Cần khảo sát"),
        ("about-new-1-english", "Survey needed"),
        ("about-new-1-means", "neither"),
    ];
    change(&mut admin, "look", "describe", &said).await.is(StatusCode::SEE_OTHER);
    let page = admin.get(&format!("{}/look", draft())).await;
    assert_eq!(page.input("about-outcome-can-khao-sat"), "Cần khảo sát");
    assert_eq!(page.input("about-outcome-can-khao-sat-english"), "Survey needed");
    page.shows("khi bước “Thẩm định” có kết quả “Cần khảo sát”").shows("viết bằng biểu thức");
    let skip = [("leave-out-when", "steps.look.outcome = \"can-khao-sat\"")];
    change(&mut admin, "sign", "leave-out", &skip).await.is(StatusCode::SEE_OTHER);
    admin.get(&draft()).await.shows("khi bước “Thẩm định” có kết quả “Cần khảo sát”");
    let nothing = change(&mut admin, "sign", "leave-out", &[]).await;
    nothing.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Hãy chọn điều kiện");
    let unknown = [("leave-out-when", "made = \"up\"")];
    change(&mut admin, "sign", "leave-out", &unknown).await.is(StatusCode::UNPROCESSABLE_ENTITY);
    let two = [("about-name", "Thẩm định"), ("about-new-1", "cần khảo sát")];
    let twice = change(&mut admin, "look", "describe", &two).await;
    twice.is(StatusCode::UNPROCESSABLE_ENTITY).shows("có hai lần");
    let gone = [("about-name", "Thẩm định"), ("about-outcome-can-khao-sat", "")];
    change(&mut admin, "look", "describe", &gone).await.is(StatusCode::SEE_OTHER);
    admin.get(&format!("{}/look", draft())).await.hides("can-khao-sat-english");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_counter_does_is_proposed_to_be_left_out_of_a_table() {
    let world = World::new(Engine::Sqlite);
    let mut admin = world.signed_in("admin").await;
    let headings = ["STT", "Nội dung công việc", "Trách nhiệm", "Thời gian"];
    let row = |cells: [&str; 4]| cells.map(str::to_string).to_vec();
    let rows = [
        row(["1", "Tiếp nhận hồ sơ", "Bộ phận Một cửa", "2 giờ"]),
        row(["2", "Thẩm định", "Chuyên viên phòng Hành chính và Bổ trợ tư pháp", "2 giờ"]),
        row(["3", "Ký", "Lãnh đạo Sở", "1 giờ"]),
    ];
    let sheet = sheets::write("QUY TRÌNH NỘI BỘ", &headings, &rows);
    let page = bring(&mut admin, "bang.xlsx", &sheet).await;
    page.shows("Bỏ bước “Tiếp nhận hồ sơ”");
    press(&mut admin, &page, "accept-all", &[]).await.is(StatusCode::SEE_OTHER);
    let page = admin.get(&draft()).await;
    page.hides(">Tiếp nhận hồ sơ</a>").shows("value=\"publish\"").shows("value=\"put-back\"");
}

/// A step of the counter, a role for a lane, and a wait after which nobody would decide.
fn of_the_counter() -> String {
    let lane = |id: &str, name: &str, step: &str| {
        format!("<lane id=\"{id}\" name=\"{name}\"><flowNodeRef>{step}</flowNodeRef></lane>")
    };
    let lanes = [lane("l1", "Bộ phận Một cửa", "receive"), lane("l2", "CHUYÊN VIÊN", "look")].concat();
    let steps = [step("receive", "Tiếp nhận hồ sơ", ""), step("look", "Tra sổ", "")].concat();
    let wait = "<intermediateCatchEvent id=\"wait\" name=\"Chờ 1 ngày\"><timerEventDefinition/></intermediateCatchEvent>";
    let flows = [
        flow("f1", "in", "receive"),
        flow("f2", "receive", "look"),
        flow("f3", "look", "wait"),
        flow("f4", "wait", "out"),
    ];
    file(&format!("<laneSet id=\"l\">{lanes}</laneSet>{ENDS}{steps}{wait}{}", flows.concat()))
}

async fn leave_out_and_put_back(engine: Engine) {
    let world = World::new(engine);
    let mut admin = world.signed_in("admin").await;
    let page = bring(&mut admin, "mot-cua.bpmn", of_the_counter().as_bytes()).await;
    page.shows("Bỏ bước “Tiếp nhận hồ sơ”").shows("Bỏ “Chờ 1 ngày”");
    page.hides("who-0-unit").hides("chưa nói rõ ai làm");
    let accepted = press(&mut admin, &page, "accept-all", &[]).await;
    assert_eq!(accepted.location, draft(), "{}", accepted.text());
    let page = admin.get(&draft()).await;
    page.shows("Đã chấp nhận").shows("1 bước chưa nói rõ ai làm").hides("Cơ quan không có phòng");
    page.hides("value=\"accept-all\"").hides("Quy trình có thể kết thúc mà không ai");
    let text = page.text();
    let unit = text.split("name=\"who-0-unit\"").nth(1).and_then(|it| it.split("</select>").next()).unwrap();
    assert!(unit.contains(" selected"), "the division that does it today: {unit}");

    // What went is put back, and stays then.
    let stale = [("seen", "1"), ("act", "put-back"), ("accepted", "1")];
    admin.post(&draft(), &stale).await.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Có người vừa sửa");
    let back = press(&mut admin, &page, "put-back", &[("accepted", "1")]).await;
    assert_eq!(back.location, draft(), "{}", back.text());
    let page = admin.get(&draft()).await;
    page.shows("Giữ bước “Tiếp nhận hồ sơ”").shows("2 bước chưa nói rõ ai làm");
    page.hides("value=\"accept-all\"");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_counter_does_is_left_out_and_put_back() {
    for engine in engines() {
        leave_out_and_put_back(engine).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wait_after_which_nobody_decides_gets_a_step_instead() {
    let world = World::new(Engine::Sqlite);
    let mut admin = world.signed_in("admin").await;
    let page = bring(&mut admin, "cho.bpmn", of_the_counter().as_bytes()).await;
    let said = [("proposal", "lack wait"), ("mend-0-undecided", "decide"), ("mend-0-name", "Ký kết quả")];
    let accepted = press(&mut admin, &page, "mend", &said).await;
    assert_eq!(accepted.location, draft(), "{}", accepted.text());
    let page = admin.get(&draft()).await;
    page.shows("Ký kết quả").shows("Thời gian là 1 ngày");
    let kept = [("proposal", "left-out receive"), ("mend-1-counter", "keep")];
    press(&mut admin, &page, "mend", &kept).await.is(StatusCode::SEE_OTHER);
    admin.get(&draft()).await.shows("Giữ bước “Tiếp nhận hồ sơ”").hides("left-out receive");
}
