//! An official brings or designs a process, has it checked, takes it into use, and officers work by it.

mod again;
mod beside;
mod bringing;
mod completing;
mod designing;
mod kept;
mod listing;
mod moving;
mod returning;
mod running;

use crate::common::steps::{act, apply_for};
use crate::common::{FormPart, Visitor, World};
use axum::http::StatusCode;

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

/// A citizen applies, and the counter hands the dossier over: its process has begun.
async fn handed_over(world: &World) -> (Visitor, String) {
    let mut citizen = world.signed_in("citizen").await;
    let reference = apply_for(world, &mut citizen, PROCEDURE).await;
    let mut counter = world.signed_in("counter").await;
    for kind in ["accept", "hand-over"] {
        act(&mut counter, &reference, kind, &[]).await.is(StatusCode::SEE_OTHER);
    }
    (citizen, reference)
}

/// Brings a file; what can be read becomes the draft, and its page is given.
async fn bring(admin: &mut Visitor, name: &str, content: &[u8]) -> crate::common::Seen {
    let seen = admin.get(&path()).await.hidden("seen");
    let parts = [
        FormPart::Text("seen", &seen),
        FormPart::File("sheet", name, content),
        FormPart::Text("act", "bring"),
    ];
    let brought = admin.post_parts(&path(), &parts).await;
    if brought.status == StatusCode::SEE_OTHER { admin.follow(&brought).await } else { brought }
}

/// Publishes the draft a page shows, from today on.
async fn publish(admin: &mut Visitor, page: &crate::common::Seen) -> crate::common::Seen {
    let fields = ["seen", "from-day", "from-month", "from-year"].map(|name| (name, page.input(name)));
    let mut fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fields.push(("act", "publish"));
    admin.post(&draft(), &fields).await
}

async fn verified(world: &World) {
    let app = world.app.clone();
    let report = tokio::task::spawn_blocking(move || app::verify::all(&app)).await.unwrap().unwrap();
    assert_eq!(report.findings, []);
}

/// Makes a change of an element of the draft, with the form its page has.
async fn change(
    admin: &mut Visitor,
    element: &str,
    act: &str,
    fields: &[(&str, &str)],
) -> crate::common::Seen {
    let page = admin.get(&format!("{}/{element}", draft())).await;
    page.is(StatusCode::OK);
    let seen = page.hidden("seen");
    let mut all = vec![("seen", seen.as_str()), ("act", act)];
    all.extend(fields);
    admin.post(&format!("{}/{element}", draft()), &all).await
}
