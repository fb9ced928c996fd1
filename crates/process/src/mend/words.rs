//! What a proposal says to who may accept it.

use super::Mend;
use crate::described::told_apart;
use crate::model::{Means, Model, NodeIndex};
use crate::problem::{Finding, Trouble, cut};
use crate::table::time_in_words;
use crate::time::WorkingTime;
use language::{Language, Text};

impl Mend {
    /// What it proposes, in Vietnamese and in English.
    pub fn sentences(&self, model: &Model) -> Text {
        let called =
            |id: &String| cut(&model.index(id).map_or(id.clone(), |node| model.called(node, false, false)));
        let pair = |vi: String, en: String| (vi, en);
        let pool = |id: &String| {
            let scope = model.scopes.iter().find(|scope| scope.id == *id);
            scope.map(|scope| &scope.name).filter(|name| !name.is_empty()).unwrap_or(id).clone()
        };
        let beside = |interrupting: bool| match interrupting {
            true => ("; mọi việc khác dừng lại.", ", and all else ends."),
            false => ("; các việc khác vẫn tiếp tục.", ", and the rest goes on."),
        };
        let in_words = |time: &String| {
            let words = |language| {
                WorkingTime::parse(time).map_or(time.clone(), |time| time_in_words(time, language))
            };
            (words(Language::Vietnamese), words(Language::English))
        };
        Text::from(match self {
            Mend::Answer { name, step, flow, means, .. } => {
                let name = cut(name);
                let (meant_vi, meant_en) = match means {
                    Means::Granted => (", nghĩa là đồng ý", ", which means it is granted"),
                    Means::Denied => (", nghĩa là từ chối", ", which means it is denied"),
                    Means::Neither => ("", ""),
                };
                let asked = model.flow(flow).map(|flow| model.nodes[flow.from].name.trim());
                let asked = asked.filter(|asked| !asked.is_empty()).map(cut);
                let (asked_vi, asked_en) = match asked {
                    Some(asked) => (format!(", câu hỏi “{asked}”:"), format!(", asked “{asked}”,")),
                    None => Default::default(),
                };
                let step = called(step);
                pair(
                    format!("Bước “{step}”{asked_vi} có kết quả “{name}”{meant_vi}, và đi theo nhánh này."),
                    format!(
                        "The step “{step}”{asked_en} may turn out “{name}”{meant_en}, and this way is taken then."
                    ),
                )
            }
            Mend::Condition { condition, flow } if condition.is_empty() => {
                let (vi, en) = written(model, flow);
                pair(
                    format!("Hãy ghi điều kiện để đi theo nhánh này{vi}."),
                    format!("Say on what condition this way is taken{en}."),
                )
            }
            Mend::Condition { condition, .. } => {
                let condition = cut(condition);
                pair(
                    format!("Đi theo nhánh này khi “{condition}”."),
                    format!("This way is taken where “{condition}” holds."),
                )
            }
            Mend::When { condition, element } if condition.is_empty() => {
                let (vi, en) = written(model, element);
                pair(
                    format!("Hãy ghi điều kiện làm sự kiện này xảy ra{vi}."),
                    format!("Say on what condition the event happens{en}."),
                )
            }
            Mend::When { condition, .. } => {
                let condition = cut(condition);
                pair(
                    format!("Sự kiện này xảy ra khi “{condition}” thành đúng."),
                    format!("The event happens when “{condition}” becomes true."),
                )
            }
            Mend::ReturnedBy { name, .. } => {
                let name = cut(name);
                pair(
                    format!("Thêm bước “{name}”, làm khi cần hoàn trả."),
                    format!("A step “{name}” is added, done where it is to be returned."),
                )
            }
            Mend::Signed { name, like, .. } => {
                let (name, like) = (cut(name), called(like));
                pair(
                    format!("Thêm bước “{name}” trên nhánh này; người làm và thời gian như bước “{like}”."),
                    format!("A step “{name}” is added on this way, by whom and for as long as “{like}”."),
                )
            }
            Mend::Otherwise { .. } => pair(
                "Đi theo nhánh này trong các trường hợp còn lại.".into(),
                "This way is taken in all other cases.".into(),
            ),
            Mend::UsedUp { flow, name, .. } if flow.is_empty() => {
                let name = cut(name);
                pair(
                    format!(
                        "Khi đã quay lại đủ số lần mà vẫn chưa được, hồ sơ bị từ chối: kết thúc “{name}”."
                    ),
                    format!("Once it has gone back as often as it may, it is denied and ends: “{name}”."),
                )
            }
            Mend::UsedUp { flow, .. } => {
                let to =
                    model.flow(flow).map_or(String::new(), |flow| cut(&model.called(flow.to, false, false)));
                pair(
                    format!("Khi đã quay lại đủ số lần, không quay lại nữa: đi tiếp đến “{to}”."),
                    format!("Once it has gone back as often as it may, it goes on to “{to}”."),
                )
            }
            Mend::AtMost { times, .. } => pair(
                format!("Quay lại nhiều nhất {times} lần."),
                format!("It goes back {times} times at most."),
            ),
            Mend::Rounds { condition: Some(condition), step, .. } if condition.is_empty() => {
                let (vi, en) = written(model, step);
                pair(
                    format!("Hãy ghi điều kiện để làm lại, và nhiều nhất mấy lần{vi}."),
                    format!("Say on what condition it is done again, and how often at most{en}."),
                )
            }
            Mend::Rounds { times, condition: Some(condition), .. } => {
                let condition = cut(condition);
                pair(
                    format!("Làm lại khi “{condition}”, nhiều nhất {times} lần."),
                    format!("It is done again where “{condition}” holds, {times} times at most."),
                )
            }
            Mend::Rounds { times, .. } => {
                pair(format!("Làm nhiều nhất {times} lần."), format!("It is done {times} times at most."))
            }
            Mend::Time { time, element } => {
                let ((vi, en), (was, before)) = (in_words(time), written(model, element));
                pair(format!("Thời gian là {vi}{was}."), format!("The time is {en}{before}."))
            }
            Mend::Each { count, .. } => pair(
                format!("Làm {count} lần, mỗi lần cho một đối tượng."),
                format!("It is done for each of {count}."),
            ),
            Mend::AsStep { name, .. } => {
                let name = cut(name);
                pair(
                    format!("“{name}” là một bước do người làm."),
                    format!("“{name}” is one step that somebody does."),
                )
            }
            Mend::LeftOut { step } => {
                let step = called(step);
                pair(
                    format!(
                        "Bỏ bước “{step}”: Một cửa tiếp nhận trước quy trình và trả kết quả sau quy trình."
                    ),
                    format!(
                        "“{step}” is left out: the counter receives before the process and hands out after it."
                    ),
                )
            }
            Mend::Start { .. } => {
                pair("Thêm sự kiện bắt đầu.".into(), "A start event is put before it.".into())
            }
            Mend::OneStart { keep, others } => {
                let starts = std::iter::once(keep).chain(others).filter_map(|id| model.index(id));
                let starts: Vec<NodeIndex> = starts.collect();
                let kept =
                    |language| told_apart(model, &starts, language).into_iter().next().unwrap_or_default();
                let (vi, en) = (kept(Language::Vietnamese), kept(Language::English));
                pair(format!("Chỉ giữ {vi}."), format!("Only {en} stays."))
            }
            Mend::OneProcess { keep, .. } => {
                let keep = pool(keep);
                pair(format!("Hồ sơ đi theo quy trình “{keep}”."), format!("Dossiers go by “{keep}”."))
            }
            Mend::End { .. } => pair("Thêm sự kiện kết thúc.".into(), "An end event is put after it.".into()),
            Mend::BegunBy { message, time, interrupting, .. } if time.is_empty() => {
                let message = cut(message);
                pair(
                    format!("Bắt đầu khi có thông điệp “{message}”{}", beside(*interrupting).0),
                    format!("It begins when the message “{message}” comes{}", beside(*interrupting).1),
                )
            }
            Mend::BegunBy { time, interrupting, .. } => {
                let (vi, en) = in_words(time);
                let (rest_vi, rest_en) = beside(*interrupting);
                pair(format!("Bắt đầu sau {vi}{rest_vi}"), format!("It begins after {en}{rest_en}"))
            }
            Mend::WithoutFlow { .. } => pair("Bỏ luồng này.".into(), "The flow is left out.".into()),
        })
    }
}

/// What stands in the file at an element and could not be read as it was meant.
fn written(model: &Model, id: &str) -> (String, String) {
    let text = |finding: &Finding| match &finding.trouble {
        Trouble::ForeignExpression { text, .. } | Trouble::BadExpression { text, .. } => Some(cut(text)),
        Trouble::BadTime { text, .. } if !text.is_empty() => Some(cut(text)),
        _ => None,
    };
    let mut found = model.findings.iter().filter(|finding| finding.element == id);
    let said = |text: String| (format!(" (trong tệp là “{text}”)"), format!(" (the file has “{text}”)"));
    found.find_map(text).map(said).unwrap_or_default()
}
