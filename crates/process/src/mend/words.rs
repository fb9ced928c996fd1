//! What a proposal says to who may accept it.

use super::Mend;
use super::counter::is_clerical;
use crate::described::told_apart;
use crate::model::{Gateway, Means, Model, NodeIndex, NodeKind};
use crate::problem::{Finding, Trouble, cut};
use crate::table::time_in_words;
use crate::time::WorkingTime;
use language::{Language, Text};

impl Mend {
    /// What it proposes, in Vietnamese and in English, with what goes along by it.
    pub fn sentences(&self, model: &Model) -> Text {
        let Text { vi, en } = self.proposed(model);
        let ends = self.loose_ends(model);
        if ends.is_empty() {
            return Text::new(vi, en);
        }
        let all = ends.iter().map(|end| format!("“{}”", cut(end))).collect::<Vec<_>>().join(", ");
        Text::new(
            format!("{vi} Đường nối đến {all} cũng bỏ; những phần ấy vẫn còn."),
            format!("{en} The line to {all} goes along; what it leads to stays."),
        )
    }

    /// What lines lead to from what goes by it.
    fn loose_ends(&self, model: &Model) -> Vec<String> {
        let gone: Vec<&String> = match self {
            Mend::LeftOut { step } => vec![step],
            Mend::Undecided { event, step } if step.trim().is_empty() => vec![event],
            Mend::OneStart { others, .. } => others.iter().collect(),
            Mend::WithoutFlow { flow } => vec![flow],
            _ => return Vec::new(),
        };
        let mut ends: Vec<String> = Vec::new();
        for line in &model.lines {
            let at = line.ends.iter().position(|end| gone.contains(&end));
            let Some(other) = at.map(|at| &line.called[1 - at]).filter(|other| !other.is_empty()) else {
                continue;
            };
            // What returns something goes with it.
            let of_the_flow = at.is_some_and(|at| model.node(&line.ends[1 - at]).is_some());
            if !of_the_flow && !ends.contains(other) {
                ends.push(other.clone());
            }
        }
        ends
    }

    fn proposed(&self, model: &Model) -> Text {
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
            Mend::Joined { .. } => pair(
                "Ở đây hồ sơ chờ các nhánh còn đang làm rồi mới đi tiếp; nhánh nào không tới nữa thì không chờ.".into(),
                "Here a dossier waits for the branches that are still under way, and for no others, and then goes on.".into(),
            ),
            Mend::OneWay { .. } => pair(
                "Ở đây chỉ đi một nhánh: nhánh đầu tiên có điều kiện đúng.".into(),
                "One way only is taken here: the first whose condition holds.".into(),
            ),
            Mend::Answer { name, step, flow, means, also, .. } => {
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
                let step = [step].into_iter().chain(also).map(called).collect::<Vec<_>>().join("”, “");
                let choice = model.flow(flow).map(|flow| &model.nodes[flow.from].kind);
                // A step turns out in one way, and there several could be taken at once.
                let (only_vi, only_en) = match choice {
                    Some(NodeKind::Gateway(Gateway::Inclusive)) => (
                        " Chỗ này vẽ để đi được nhiều nhánh cùng lúc; bước chỉ có một kết quả nên mỗi lần chỉ đi một nhánh.",
                        " Several ways could be taken at once here; a step turns out in one way, so one is taken each time.",
                    ),
                    _ => ("", ""),
                };
                pair(
                    format!("Bước “{step}”{asked_vi} có kết quả “{name}”{meant_vi}, và đi theo nhánh này.{only_vi}"),
                    format!(
                        "The step “{step}”{asked_en} may turn out “{name}”{meant_en}, and this way is taken then.{only_en}"
                    ),
                )
            }
            Mend::Condition { condition, flow } if condition.is_empty() => {
                let (vi, en) = written(model, flow);
                pair(
                    format!("Hãy chọn điều kiện để đi theo nhánh này{vi}."),
                    format!("Choose on what condition this way is taken{en}."),
                )
            }
            Mend::Condition { condition, .. } => {
                let condition = cut(condition);
                pair(
                    format!("Đi theo nhánh này khi điều kiện “{condition}” đúng."),
                    format!("This way is taken where “{condition}” holds."),
                )
            }
            Mend::When { condition, element } if condition.is_empty() => {
                let (vi, en) = written(model, element);
                pair(
                    format!("Hãy chọn khi nào điều này xảy ra{vi}."),
                    format!("Choose on what condition this happens{en}."),
                )
            }
            Mend::When { condition, .. } => {
                let condition = cut(condition);
                pair(
                    format!("Điều này xảy ra khi điều kiện “{condition}” trở thành đúng."),
                    format!("This happens when “{condition}” becomes true."),
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
                    format!("Thêm bước “{name}” ở cuối nhánh này; người làm và thời gian như bước “{like}”."),
                    format!("A step “{name}” is added at the end of this way, by whom and for as long as “{like}”."),
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
                format!(
                    "Bước này làm {count} lần. Số lần là đoán, vì tệp không ghi; một người có thể làm cả mấy lần, trừ khi chọn “Không cùng người với” chính bước này."
                ),
                format!(
                    "It is done {count} times. That number is a guess, as the file has none; one person may do it each time, unless it is “Not by whoever did” itself."
                ),
            ),
            Mend::AsStep { name, .. } => {
                let name = cut(name);
                pair(
                    format!("“{name}” là một bước do người làm."),
                    format!("“{name}” is one step that somebody does."),
                )
            }
            Mend::LeftOut { step: id } if model.index(id).is_some_and(|step| is_clerical(model, step)) => {
                let step = called(id);
                pair(
                    format!(
                        "Bỏ bước “{step}”: đây là việc làm sau khi lãnh đạo đã quyết định, mà bước cuối của quy trình là bước ra quyết định."
                    ),
                    format!(
                        "“{step}” is left out: it is done after a head has decided, and the last step of a process is the one that decides."
                    ),
                )
            }
            Mend::LeftOut { step } => {
                let step = called(step);
                pair(
                    format!(
                        "Bỏ bước “{step}”: hệ thống đã làm việc này ở Một cửa, trước hoặc sau quy trình, nên không làm lại."
                    ),
                    format!(
                        "“{step}” is left out: the counter does it before or after the process, so it is not done again."
                    ),
                )
            }
            Mend::Kept { step } => {
                let step = called(step);
                pair(
                    format!("Giữ bước “{step}” trong quy trình."),
                    format!("The step “{step}” stays in the process."),
                )
            }
            Mend::Undecided { event, step } => {
                let (event, step) = (called(event), cut(step));
                match step.is_empty() {
                    true => pair(
                        format!("Bỏ “{event}”: không chờ điều này nữa; bước trước đó quyết định."),
                        format!(
                            "“{event}” is left out: it is no longer waited for, and the step before it decides."
                        ),
                    ),
                    false => pair(
                        format!("Giữ “{event}” và thêm sau đó bước “{step}” để quyết định hồ sơ."),
                        format!("“{event}” stays, and behind it a step “{step}” decides."),
                    ),
                }
            }
            Mend::PlainStart { .. } => pair(
                "Quy trình bắt đầu khi hồ sơ được nộp, không chờ điều gì khác.".into(),
                "It begins when a dossier is filed, and waits for nothing else.".into(),
            ),
            Mend::Told { name, .. } => {
                let name = cut(name);
                pair(
                    format!("Đến đây, người nộp được báo: “{name}”."),
                    format!("Here the applicant is told: “{name}”."),
                )
            }
            Mend::Start { before, .. } => {
                let first = before.first().map(called).unwrap_or_default();
                pair(
                    format!("Quy trình bắt đầu ở “{first}”: thêm chỗ bắt đầu trước đó."),
                    format!("It begins at “{first}”: a beginning is put before it."),
                )
            }
            Mend::OneStart { keep, others } => {
                let starts = std::iter::once(keep).chain(others).filter_map(|id| model.index(id));
                let starts: Vec<NodeIndex> = starts.collect();
                let kept =
                    |language| told_apart(model, &starts, language).into_iter().next().unwrap_or_default();
                let (vi, en) = (kept(Language::Vietnamese), kept(Language::English));
                pair(
                    format!("Quy trình bắt đầu ở một chỗ: {vi}; những chỗ bắt đầu khác bỏ đi."),
                    format!("Only {en} stays; the other beginnings go."),
                )
            }
            Mend::OneProcess { keep, .. } => {
                let keep = pool(keep);
                pair(
                    format!("Hồ sơ đi theo quy trình “{keep}”; phần vẽ của các bên khác chỉ để xem."),
                    format!("Dossiers go by “{keep}”; what is drawn for others is only looked at."),
                )
            }
            Mend::End { after, .. } => {
                let last = after.first().map(called).unwrap_or_default();
                pair(
                    format!("Quy trình kết thúc sau “{last}”: thêm chỗ kết thúc ở đó."),
                    format!("It ends after “{last}”: an end is put there."),
                )
            }
            Mend::BegunBy { message, time, interrupting, .. } if time.is_empty() => {
                let message = cut(message);
                pair(
                    format!("Bắt đầu khi có “{message}” gửi đến{}", beside(*interrupting).0),
                    format!("It begins when “{message}” comes{}", beside(*interrupting).1),
                )
            }
            Mend::BegunBy { time, interrupting, .. } => {
                let (vi, en) = in_words(time);
                let (rest_vi, rest_en) = beside(*interrupting);
                pair(format!("Bắt đầu sau {vi}{rest_vi}"), format!("It begins after {en}{rest_en}"))
            }
            Mend::EndsThere { means, .. } => {
                let (vi, en) = match means {
                    Means::Granted => ("hồ sơ được giải quyết", "it is granted"),
                    Means::Denied => ("hồ sơ bị từ chối", "it is denied"),
                    Means::Neither => ("hồ sơ kết thúc", "it ends"),
                };
                pair(
                    format!("Đến đây {vi}; các việc khác đang làm dừng lại."),
                    format!("Here {en}, and what else is under way stops."),
                )
            }
            Mend::WithoutFlow { .. } => pair(
                "Bỏ mũi tên này: hồ sơ không đi theo nó.".into(),
                "This arrow is left out: no dossier goes along it.".into(),
            ),
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
