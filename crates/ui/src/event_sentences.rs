//! Telling an event in a sentence.

use crate::formats::money;
use app::master_data::MasterData;
use domain::Language;
use domain::dossier::{
    AtFault, Awaited, Delivery, Dossier, Fact, Identity, Involvement, Outcome, Particular, PartyPart,
    ReasonCode, Record,
};
use domain::procedure::{Channel, Procedure};
use domain::time::long_moment;
use process::{Model, NodeKind, Trigger};

/// How a step turned out, in the words of its process: for officers.
pub fn turned_out(record: &Record, procedure: &Procedure, language: Language) -> Option<String> {
    let Fact::StepFinished { step, outcome: Some(key), .. } = &record.event.fact else { return None };
    let named = procedure.process.outcomes(step).iter().find(|outcome| outcome.key == *key);
    Some(named.map_or_else(|| key.clone(), |outcome| outcome_name(outcome, language).to_string()))
}

/// The name of an outcome a process gives its steps.
pub fn outcome_name(outcome: &process::StepOutcome, language: Language) -> &str {
    let english = if outcome.english.is_empty() { &outcome.name } else { &outcome.english };
    let name = language.pick(&outcome.name, english);
    if name.is_empty() { &outcome.key } else { name }
}

/// What an element of the process is called.
pub fn event_name(procedure: &Procedure, id: &str, language: Language) -> String {
    let named = procedure.process.model().named(id).map(|node| {
        let english = if node.step.english.is_empty() { &node.name } else { &node.step.english };
        language.pick(&node.name, english).to_string()
    });
    named.filter(|name| !name.is_empty()).unwrap_or_else(|| id.to_string())
}

/// Whether an event is worth a line of its own: what only moves tokens is told by the steps around it.
pub fn is_told(record: &Record) -> bool {
    match &record.event.fact {
        Fact::ProcessMoved { .. } => false,
        Fact::Awaited { what, .. } => matches!(what, Awaited::Linked { .. }),
        _ => true,
    }
}

/// Who is told of an event, other than officers who have the dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outsider {
    Applicant,
    /// Another agency, of a dossier its own hangs together with.
    OtherAgency,
}

/// What happened, as somebody outside the agency is told: nothing of how colleagues share the work among themselves, nor of
/// what others found; nothing where that is all it was.
pub fn tell_outside(
    record: &Record,
    dossier: &Dossier,
    procedure: Option<&Procedure>,
    data: &MasterData,
    to: Outsider,
    language: Language,
) -> Option<String> {
    let event = |id: &str| procedure.map_or_else(|| id.to_string(), |of| event_name(of, id, language));
    let (vi, en) = match &record.event.fact {
        _ if !is_told(record) => return None,
        Fact::Involved { .. } | Fact::Uninvolved { .. } | Fact::Remarked {} => return None,
        // That it is late the applicant sees; what colleagues say of why is theirs.
        Fact::LateExplained { .. } => return None,
        // What it is, and neither as it was nor as it is.
        Fact::Corrected { what, .. } if to == Outsider::OtherAgency => {
            let what = particular(what, procedure, language);
            (format!("Đính chính “{what}”"), format!("“{what}” was corrected"))
        }
        Fact::Assigned { .. } | Fact::Released { .. } | Fact::AccountJoined { .. }
            if to == Outsider::OtherAgency =>
        {
            return None;
        }
        Fact::RequestJudged { .. } | Fact::Contacted { .. } if to == Outsider::OtherAgency => return None,
        Fact::LinkedAnswered { event: id, .. } => (
            format!("Cơ quan phối hợp đã trả lời “{}”", event(id)),
            format!("The other agency answered “{}”", event(id)),
        ),
        Fact::PausedForFee { .. } if to == Outsider::OtherAgency => (
            "Tạm dừng tính thời gian, chờ nghĩa vụ tài chính".into(),
            "The clock stopped for a payment".into(),
        ),
        _ => return Some(tell(record, dossier, procedure, data, language)),
    };
    Some(language.pick(vi, en))
}

/// What can be put right, by name.
pub fn particular(what: &Particular, procedure: Option<&Procedure>, language: Language) -> String {
    let whose =
        |vi: &str, en: &str, part: PartyPart| format!("{} ({})", part.name(language), language.pick(vi, en));
    match what {
        Particular::Owner(part) => whose("chủ hồ sơ", "owner", *part),
        Particular::Submitter(part) => whose("người nộp thay", "handed in by", *part),
        Particular::Answer { question } => {
            let asked = procedure.and_then(|of| of.form.questions.iter().find(|asked| asked.id == *question));
            asked.map_or_else(|| question.clone(), |asked| asked.label.get(language).to_string())
        }
    }
}

/// What stands there, as it is shown.
pub fn particular_value(
    what: &Particular,
    value: &str,
    procedure: Option<&Procedure>,
    language: Language,
) -> String {
    let asked = match what {
        Particular::Answer { question } => {
            procedure.and_then(|of| of.form.questions.iter().find(|asked| asked.id == *question))
        }
        Particular::Owner(_) | Particular::Submitter(_) => None,
    };
    match (asked, what) {
        (Some(asked), _) => crate::formats::answer(asked, value, language),
        (None, Particular::Owner(PartyPart::Paper) | Particular::Submitter(PartyPart::Paper)) => {
            Identity::paper_in_words(value, language)
        }
        (None, _) => value.to_string(),
    }
}

/// What happened, without names of people; what was put right is told as it was and as it is.
pub fn tell(
    record: &Record,
    dossier: &Dossier,
    procedure: Option<&Procedure>,
    data: &MasterData,
    language: Language,
) -> String {
    let step = |id: &str| {
        procedure
            .and_then(|procedure| procedure.process.step(id))
            .map_or_else(|| id.to_string(), |step| step.name.get(language).to_string())
    };
    let event = |id: &str| procedure.map_or_else(|| id.to_string(), |of| event_name(of, id, language));
    let unit = |key: &domain::agency::UnitKey| {
        data.agency(dossier.competent)
            .and_then(|agency| agency.unit(key))
            .map_or_else(|| key.to_string(), |unit| unit.name.get(language).to_string())
    };
    let due = |at| long_moment(at, language);
    let agency = |id| data.agency(id).map(|agency| agency.name.get(language).to_string()).unwrap_or_default();
    let (vi, en) = match &record.event.fact {
        Fact::Submitted { main: Some(main), .. } => (
            format!("Mở hồ sơ liên thông cho hồ sơ chính {}", main.code),
            format!("A linked dossier was opened for the main dossier {}", main.code),
        ),
        Fact::Submitted { channel, .. } => {
            let (vi, en) = handed_in(*channel);
            (vi.into(), en.into())
        }
        Fact::CompletionAsked { request, .. } => {
            let (vi, en) = because(request.reason_code);
            (format!("Yêu cầu hoàn thiện hồ sơ{vi}"), format!("Missing documents were requested{en}"))
        }
        Fact::Completed { papers, .. } => (
            format!("Người nộp đã bổ sung ({} giấy tờ)", papers.len()),
            format!(
                "The applicant sent what was missing ({})",
                Language::English.counted(papers.len(), "", "document", "documents")
            ),
        ),
        Fact::Accepted { due: Some(at), .. } => {
            (format!("Hồ sơ được tiếp nhận, hẹn trả {}", due(*at)), format!("Accepted, due at {}", due(*at)))
        }
        Fact::Accepted { due: None, .. } => ("Hồ sơ được tiếp nhận".into(), "Accepted".into()),
        Fact::Numbered { code } => (format!("Cấp mã hồ sơ {code}"), format!("The code {code} was given")),
        Fact::Refused { reason_code, .. } => {
            let (vi, en) = because(*reason_code);
            (format!("Hồ sơ không được tiếp nhận{vi}"), format!("Not accepted{en}"))
        }
        Fact::HandedOver { to, .. } => {
            (format!("Chuyển đến {}", unit(to)), format!("Handed over to {}", unit(to)))
        }
        Fact::StepStarted { step: id, .. } => {
            (format!("Bắt đầu bước “{}”", step(id)), format!("The step “{}” began", step(id)))
        }
        Fact::StepFinished { step: id, .. } => {
            (format!("Hoàn thành bước “{}”", step(id)), format!("The step “{}” was finished", step(id)))
        }
        Fact::SentBack { step: id, to, undone, past, .. } => {
            let also = undone.iter().filter_map(|place| dossier.steps_done.get(*place as usize));
            let also: Vec<String> = also.filter(|done| done.id != *to).map(|done| step(&done.id)).collect();
            let more = |words: &str| match also.is_empty() {
                true => String::new(),
                false => format!("; {words}: {}", also.join(", ")),
            };
            (
                format!(
                    "Trả lại từ bước “{}” về bước “{}”{}{}",
                    step(id),
                    step(to),
                    more("phải làm lại cả"),
                    past.map(|times| format!(
                        "; quy trình chỉ cho quay lại {times} lần, lãnh đạo quyết định"
                    ))
                    .unwrap_or_default()
                ),
                format!(
                    "Sent back from “{}” to “{}”{}{}",
                    step(id),
                    step(to),
                    more("to be done again as well"),
                    past.map(|times| format!("; past the {times} times of the process, decided by a head"))
                        .unwrap_or_default()
                ),
            )
        }
        Fact::Awaited { event: id, what: Awaited::Time { due: at, .. }, .. } => (
            format!("Quy trình chờ đến {}: {}", due(*at), event(id)),
            format!("The process waits until {}: {}", due(*at), event(id)),
        ),
        Fact::Awaited { event: id, what: Awaited::Linked { agency: other, due: at, .. }, .. } => (
            format!("Đề nghị {} phối hợp: {}, trước {}", agency(*other), event(id), due(*at)),
            format!("{} was asked for: {}, by {}", agency(*other), event(id), due(*at)),
        ),
        Fact::LinkedAnswered { event: id, outcome, document, outside, .. } => {
            let (found_vi, found_en) = match outcome {
                Outcome::Granted => ("có kết quả", "found"),
                Outcome::Denied => ("không có thông tin", "no information"),
            };
            let (other_vi, other_en) = if *outside {
                (", nhận ngoài hệ thống", ", received outside the system")
            } else {
                ("", "")
            };
            (
                format!("Cơ quan phối hợp đã trả lời “{}”: {found_vi}, số {document}{other_vi}", event(id)),
                format!("The other agency answered “{}”: {found_en}, number {document}{other_en}", event(id)),
            )
        }
        Fact::LinkedRecalled { number } => {
            let asked = dossier.linked.iter().find(|linked| linked.number == *number);
            let name = asked.map(|linked| event(&linked.event)).unwrap_or_default();
            (
                format!("Không cần cơ quan khác làm “{name}” nữa"),
                format!("“{name}” is no longer needed from another agency"),
            )
        }
        Fact::Involved { how: Involvement::Support, .. } => {
            ("Phân công thêm người phối hợp".into(), "A colleague was asked to support".into())
        }
        Fact::Involved { how: Involvement::Follow, .. } => {
            ("Phân công thêm người theo dõi".into(), "A colleague was asked to follow".into())
        }
        Fact::Uninvolved { .. } => {
            ("Thôi phối hợp, theo dõi".into(), "A colleague no longer supports or follows".into())
        }
        Fact::MessageSent { event: id } => {
            (format!("Báo cho người nộp: {}", event(id)), format!("The applicant was told: {}", event(id)))
        }
        Fact::Remarked {} => ("Ghi ý kiến".into(), "An opinion was written".into()),
        Fact::Contacted { means, reason_code } => {
            let ((vi, en), how) = (because(*reason_code), |language| means.name(language).to_lowercase());
            (
                format!("Cơ quan liên hệ với người nộp ({}){vi}", how(Language::Vietnamese)),
                format!("The applicant was contacted ({}){en}", how(Language::English)),
            )
        }
        Fact::LookedUp { database, found, paper } => {
            let (vi, en) = match found {
                true => ("có thông tin", "found"),
                false => ("không có thông tin", "nothing found"),
            };
            let named = |id: &str| procedure.and_then(|of| of.paper(id)).map(|of| of.name.get(language));
            let name = paper.as_ref().map(|given| named(&given.paper).unwrap_or(&given.paper));
            let (paper_vi, paper_en) = name.map_or_else(Default::default, |name| {
                (format!(", thay cho giấy tờ “{name}”"), format!(", in place of “{name}”"))
            });
            (
                format!("Tra cứu {}: {vi}{paper_vi}", database.name(Language::Vietnamese)),
                format!("Looked up ({}): {en}{paper_en}", database.name(Language::English)),
            )
        }
        Fact::PassedOn {} => {
            ("Đã chuyển kết quả về hồ sơ chính".into(), "The result went back to the main dossier".into())
        }
        Fact::Recalled {} => (
            "Hồ sơ chính không còn cần; thôi xử lý".into(),
            "The main dossier no longer needs it; it ended".into(),
        ),
        Fact::Awaited { event: id, .. } => {
            (format!("Quy trình chờ: {}", event(id)), format!("The process waits for: {}", event(id)))
        }
        Fact::EventHappened { event: id, .. } => {
            let (vi, en) = happened(procedure.map(|of| of.process.model()), id);
            (format!("{vi}: {}", event(id)), format!("{en}: {}", event(id)))
        }
        Fact::StepDropped { step: id, .. } => (
            format!("Không cần làm tiếp bước “{}”", step(id)),
            format!("The step “{}” is no longer needed", step(id)),
        ),
        Fact::ProcessMoved { .. } => ("Quy trình đi tiếp".into(), "The process went on".into()),
        Fact::Assigned { .. } => ("Đã có người phụ trách".into(), "An officer took it".into()),
        Fact::Released { .. } => {
            ("Trả việc về phòng, chưa ai phụ trách".into(), "Given back: no officer has it".into())
        }
        Fact::PausedForApplicant { request, document, .. } => {
            let (vi, en) = because(request.reason_code);
            (
                format!("Tạm dừng tính thời gian, chờ bổ sung giấy tờ (văn bản {document}){vi}"),
                format!("Processing time was paused for more documents (document {document}){en}"),
            )
        }
        Fact::PausedForFee { amount, document, .. } => (
            format!("Tạm dừng tính thời gian, chờ nộp {} (văn bản {document})", money(*amount, language)),
            format!(
                "Processing time was paused for a payment of {} (document {document})",
                money(*amount, language)
            ),
        ),
        Fact::Resumed { from: Some(before), due: Some(at), .. } if before != at => (
            format!("Tiếp tục giải quyết, hẹn trả {} (trước khi tạm dừng: {})", due(*at), due(*before)),
            format!("Resumed, due at {} (before the pause: {})", due(*at), due(*before)),
        ),
        Fact::Resumed { due: Some(at), .. } => {
            (format!("Tiếp tục giải quyết, hẹn trả {}", due(*at)), format!("Resumed, due at {}", due(*at)))
        }
        Fact::Resumed { due: None, .. } => ("Tiếp tục giải quyết".into(), "Resumed".into()),
        Fact::RequestJudged { round, fault } => (
            format!(
                "Ghi nhận lần yêu cầu bổ sung thứ {round}: {}",
                fault.name(Language::Vietnamese).to_lowercase()
            ),
            format!("Request {round} was found to be {} fault", whose(*fault)),
        ),
        Fact::Extended { from, to, document, late } => {
            let (vi_of, en_of) = from.map_or_else(Default::default, |from| {
                (format!(" thay cho {}", due(from)), format!(" instead of {}", due(from)))
            });
            let note = if *late {
                language.pick(" (xin lỗi sau thời hạn quy định)", " (apologised after the time set for it)")
            } else {
                ""
            };
            (
                format!("Xin lỗi và hẹn lại {}{vi_of}, văn bản {document}{note}", due(*to)),
                format!("Apologised (document {document}); the new date is {}{en_of}{note}", due(*to)),
            )
        }
        Fact::BecameLate { due: at, cause } => {
            let told = |language| cause.map(|cause| format!(": {}", cause.name(language).to_lowercase()));
            (
                format!("Hồ sơ đã quá hạn {}{}", due(*at), told(Language::Vietnamese).unwrap_or_default()),
                format!("It became late, due at {}{}", due(*at), told(Language::English).unwrap_or_default()),
            )
        }
        Fact::LateExplained { cause } => (
            format!("Nguyên nhân quá hạn: {}", cause.name(Language::Vietnamese).to_lowercase()),
            format!("Why it is late: {}", cause.name(Language::English).to_lowercase()),
        ),
        Fact::DueRecalculated { to, .. } => (
            format!("Lịch làm việc thay đổi, hẹn trả {}", due(*to)),
            format!("The calendar changed; due at {}", due(*to)),
        ),
        Fact::OwnDatesRecalculated { .. } => (
            "Lịch làm việc thay đổi, các mốc nội bộ được tính lại".into(),
            "The calendar changed; the agency's own dates were counted anew".into(),
        ),
        Fact::ProcessChanged { version, .. } => (
            format!("Đi tiếp theo phiên bản {version} của quy trình"),
            format!("It goes on by version {version} of the process"),
        ),
        Fact::Decided { outcome, document, .. } => {
            let ((vi, en), told) = (numbered(document), |language| outcome.name(language));
            (
                format!("Đã có kết quả: {}{vi}", told(Language::Vietnamese)),
                format!("Decided: {}{en}", told(Language::English)),
            )
        }
        Fact::Returned { how: Delivery::Counter } => {
            ("Đã trả kết quả tại quầy".into(), "The result was returned at the counter".into())
        }
        Fact::Returned { how: Delivery::Post } => {
            ("Đã gửi kết quả qua bưu chính".into(), "The result was sent by post".into())
        }
        Fact::Returned { how: Delivery::Online } => {
            ("Đã nhận kết quả trên Cổng".into(), "The result was received on the portal".into())
        }
        Fact::Withdrawn { reason_code } => {
            let (vi, en) = because(*reason_code);
            (format!("Đã rút hồ sơ{vi}"), format!("Withdrawn{en}"))
        }
        Fact::Stopped { document, reason_code } => {
            let (vi, en) = because(*reason_code);
            (
                format!("Dừng giải quyết (văn bản {document}){vi}"),
                format!("Stopped (document {document}){en}"),
            )
        }
        Fact::Corrected { what, .. } => {
            let shown = |value: &str| particular_value(what, value, procedure, language);
            let corrected = record.event.private.corrected.as_ref();
            let corrected = corrected.map(|of| (shown(&of.before), shown(&of.after), &of.proof));
            let what = particular(what, procedure, language);
            match corrected {
                Some((before, after, proof)) => (
                    format!("Đính chính {what}: “{before}” thành “{after}”, căn cứ {proof}"),
                    format!("Corrected, {what}: “{before}” is “{after}”, shown by {proof}"),
                ),
                None => (format!("Đính chính {what}"), format!("Corrected: {what}")),
            }
        }
        Fact::AccountJoined { by_officer, .. } => {
            let how = if *by_officer {
                language.pick("cán bộ xác nhận", "an officer confirmed")
            } else {
                language.pick("mã dùng một lần", "by the one-time code")
            };
            (format!("Liên kết với tài khoản ({how})"), format!("Linked to an account ({how})"))
        }
    };
    language.pick(vi, en)
}

/// What is said of an element that was waited for, by what it waits for: only what comes from outside was received.
fn happened(model: Option<&Model>, id: &str) -> (&'static str, &'static str) {
    let trigger = model.and_then(|model| model.node(id)).and_then(|node| match &node.kind {
        NodeKind::Catch(trigger) | NodeKind::Boundary { trigger, .. } | NodeKind::Start(Some(trigger)) => {
            Some(trigger)
        }
        _ => None,
    });
    match trigger {
        Some(Trigger::Timer(_)) => ("Đến hạn", "Due"),
        Some(Trigger::Condition { .. }) => ("Đã đủ điều kiện", "Now the case"),
        Some(Trigger::Message { .. } | Trigger::Signal { .. }) => ("Đã nhận", "Received"),
        Some(Trigger::Error { .. } | Trigger::Escalation { .. } | Trigger::Compensation { .. }) | None => {
            ("Đã xảy ra", "Happened")
        }
    }
}

/// Why, in one word, where that was said and says something.
fn because(code: Option<ReasonCode>) -> (String, String) {
    let code = code.filter(|code| *code != ReasonCode::Other);
    let told =
        |language| code.map(|code| format!(": {}", code.name(language).to_lowercase())).unwrap_or_default();
    (told(Language::Vietnamese), told(Language::English))
}

fn handed_in(channel: Channel) -> (&'static str, &'static str) {
    match channel {
        Channel::Direct => ("Đã nộp hồ sơ trực tiếp", "The dossier was handed in at a counter"),
        Channel::Online => ("Đã nộp hồ sơ trực tuyến", "The application was sent online"),
        Channel::Postal => ("Đã nộp hồ sơ qua bưu chính công ích", "The application was sent by public post"),
    }
}

fn whose(fault: AtFault) -> &'static str {
    match fault {
        AtFault::Applicant => "the applicant's",
        AtFault::Agency => "the agency's",
        AtFault::Nobody => "nobody's",
    }
}

/// The number of a document behind what is told of it, where it has one.
fn numbered(document: &str) -> (String, String) {
    match document {
        "" | "–" => Default::default(),
        document => (format!(", số {document}"), format!(", number {document}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_is_told_by_what_was_waited_for() {
        let event = |id: &str, waits: &str| {
            format!("<intermediateCatchEvent id=\"{id}\" name=\"{id}\">{waits}</intermediateCatchEvent>")
        };
        let time = "<timerEventDefinition><timeDuration>P2D</timeDuration></timerEventDefinition>";
        let truth = "<conditionalEventDefinition><condition>true</condition></conditionalEventDefinition>";
        let source = format!(
            "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\">\
             <task id=\"t\"/><boundaryEvent id=\"edge\" attachedToRef=\"t\" cancelActivity=\"false\">{time}</boundaryEvent>\
             <subProcess id=\"s\" triggeredByEvent=\"true\"><startEvent id=\"begin\">{time}</startEvent></subProcess>\
             {}{}{}{}</process></definitions>",
            event("timer", time),
            event("truth", truth),
            event("letter", "<messageEventDefinition/>"),
            event("sign", "<signalEventDefinition/>"),
        );
        let model = process::read(source.as_bytes(), &process::Names::open()).unwrap();
        for (id, vi, en) in [
            ("timer", "Đến hạn", "Due"),
            ("edge", "Đến hạn", "Due"),
            ("begin", "Đến hạn", "Due"),
            ("truth", "Đã đủ điều kiện", "Now the case"),
            ("letter", "Đã nhận", "Received"),
            ("sign", "Đã nhận", "Received"),
            ("unknown", "Đã xảy ra", "Happened"),
        ] {
            assert_eq!(happened(Some(&model), id), (vi, en), "{id}");
        }
        assert_eq!(happened(None, "timer"), ("Đã xảy ra", "Happened"));
    }
}
