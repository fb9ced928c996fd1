//! The way that was gone decides, and what a drawing has for acts that every dossier has anyway.

use super::deciding::{begun, decide, drawn, finish, granted_only_denied};
use super::*;

/// Ministries draw one signature for both papers: the way by which it was come to decides what may be signed.
#[test]
fn where_ways_meet_again_the_one_that_was_gone_decides() {
    let procedure = drawn(
        "<startEvent id=\"s\"/><task id=\"check\" name=\"Thẩm định\"/><exclusiveGateway id=\"g\"/>\
         <task id=\"draft\" name=\"Dự thảo giấy phép\"/><task id=\"refuse\" name=\"Soạn công văn\"/><exclusiveGateway id=\"m\"/>\
         <task id=\"sign\" name=\"Lãnh đạo ký\"/><endEvent id=\"e\"/>",
        &[
            ("s", "check", ""),
            ("check", "g", ""),
            ("g", "draft", "Đạt"),
            ("g", "refuse", "Không đạt"),
            ("draft", "m", ""),
            ("refuse", "m", ""),
            ("m", "sign", ""),
            ("sign", "e", ""),
        ],
    );
    let come = |way: &str, next: &str| {
        let checked = finish(&begun(procedure.clone()), "check", way).done();
        finish(&checked, next, "").done()
    };
    let refused = come("Không đạt", "refuse");
    decide(&refused, "sign", Outcome::Granted).refused(granted_only_denied(Outcome::Granted));
    decide(&refused, "sign", Outcome::Denied).done();
    let passed = come("Đạt", "draft");
    decide(&passed, "sign", Outcome::Granted).done();
}

/// What is sent goes to who applied, also where an officer was meant.
#[test]
fn a_message_meant_for_an_officer_is_remarked() {
    let flows = [("s", "tell", ""), ("tell", "check", ""), ("check", "e", "")];
    let remarked = |name: &str| {
        let inside = format!(
            "<startEvent id=\"s\"/><sendTask id=\"tell\" name=\"{name}\"/><task id=\"check\" name=\"Thẩm định\"/><endEvent id=\"e\"/>"
        );
        crate::adopt::steps_of_the_law(drawn(&inside, &flows).process.model()).len()
    };
    assert_eq!((remarked("Gửi thông báo nhắc việc"), remarked("Báo lãnh đạo Sở")), (1, 1));
    assert_eq!(remarked("Hồ sơ đang được thẩm định"), 0);
}

/// A withdrawal that is drawn ends all else, and grants nothing.
#[test]
fn what_is_drawn_as_a_withdrawal_grants_nothing() {
    let event = |name: &str, end: &str, interrupting: bool| {
        format!(
            "<startEvent id=\"s\"/><task id=\"check\" name=\"Thẩm định\"/><endEvent id=\"e\"/>\
             <subProcess id=\"w\" name=\"{name}\" triggeredByEvent=\"true\"><startEvent id=\"ws\" isInterrupting=\"{interrupting}\">\
             <messageEventDefinition/></startEvent><task id=\"back\" name=\"Trả giấy tờ\"/><endEvent id=\"we\" name=\"{end}\"/>\
             <sequenceFlow id=\"w1\" sourceRef=\"ws\" targetRef=\"back\"/><sequenceFlow id=\"w2\" sourceRef=\"back\" targetRef=\"we\"/></subProcess>"
        )
    };
    let flows = [("s", "check", ""), ("check", "e", "")];
    let means = |name: &str, end: &str, interrupting: bool| {
        let drawing = drawn(&event(name, end, interrupting), &flows).process.drawing;
        let node = drawing.model().index("we").unwrap();
        let found = crate::adopt::ends(&drawing).into_iter().find(|(end, _)| *end == node);
        (found.map(|(_, means)| means.key()), crate::adopt::steps_of_the_law(drawing.model()).len())
    };
    assert_eq!(means("Người nộp rút hồ sơ", "", true), (Some("denied"), 1));
    assert_eq!(means("Có thay đổi", "Đã rút hồ sơ", true), (Some("denied"), 0));
    assert_eq!(means("Có thay đổi", "", true), (Some("either"), 0));
    assert_eq!(means("Có thay đổi", "", false), (Some("nothing"), 0), "beside the rest nothing is decided");
}
