//! What is wrong, in sentences.

use super::{Reason, Trouble, cut};
use language::Text;

impl Trouble {
    /// A sentence in Vietnamese and in English; it says what, the finding says where.
    pub fn sentences(&self) -> Text {
        let pair = |vi: &str, en: &str| (vi.to_string(), en.to_string());
        Text::from(match &self.shortened() {
            Trouble::Unreadable(unreadable) => return unreadable.sentences(),
            Trouble::NotExecutable { kind, reason } => {
                let (vi, en) = reason.words();
                (
                    format!("Hệ thống không chạy được phần tử loại “{kind}”: {vi}."),
                    format!("An element of the kind “{kind}” is not run here: {en}."),
                )
            }
            Trouble::Dangling { to } => (
                format!("Phần tử này chỉ tới “{to}”, nhưng trong tệp không có."),
                format!("It refers to “{to}”, which is not in the file."),
            ),
            Trouble::AcrossScopes => pair(
                "Luồng đi từ trong ra ngoài (hoặc từ ngoài vào trong) một quy trình con. Hãy dùng sự kiện ở viền hoặc ở cuối quy trình con.",
                "The flow crosses the edge of a sub-process. Use an event on the edge, or the end of the sub-process.",
            ),
            Trouble::BadExpression { text, problem } => {
                let Text { vi, en } = problem.sentences();
                let (vi, en) = (cut(&vi), cut(&en));
                (
                    format!("Biểu thức “{text}” chưa đúng: {vi}"),
                    format!("The expression “{text}” is not right: {en}"),
                )
            }
            Trouble::OddExpression { text, problem } => {
                let Text { vi, en } = problem.sentences();
                let (vi, en) = (cut(&vi), cut(&en));
                (
                    format!("Nên xem lại biểu thức “{text}”: {vi}"),
                    format!("Look at the expression “{text}” again: {en}"),
                )
            }
            Trouble::Unclear { text, gave } => (
                format!(
                    "Điều kiện “{text}” không đúng cũng không sai: kết quả là “{gave}”. Hãy cho giá trị của các tên trong đó, hoặc quyết định trong kịch bản."
                ),
                format!(
                    "The condition “{text}” is neither true nor false: it gives “{gave}”. Say the values of its names, or decide in the scenario."
                ),
            ),
            Trouble::ForeignExpression { text, language, instead } => {
                let (vi, en) = match instead.as_deref().map(cut) {
                    Some(instead) => {
                        (format!(" Có thể viết: “{instead}”."), format!(" It could be written: “{instead}”."))
                    }
                    None => Default::default(),
                };
                (
                    format!("Biểu thức “{text}” viết bằng {language}; hệ thống chỉ dùng FEEL.{vi}"),
                    format!("The expression “{text}” is written in {language}; only FEEL is run here.{en}"),
                )
            }
            Trouble::BadTime { text, wanted } => {
                let (vi, en) = wanted.examples();
                if text.is_empty() {
                    return Text::from((
                        format!("Chưa có thời gian. Ví dụ: {}.", vi.join("; ")),
                        format!("It has no time. For example: {}.", en.join("; ")),
                    ));
                }
                (
                    format!("“{text}” không phải là thời gian đọc được ở đây. Ví dụ: {}.", vi.join("; ")),
                    format!("“{text}” is no time we can read here. For example: {}.", en.join("; ")),
                )
            }
            Trouble::BadPart { part, text } => (
                format!("Không đọc được “{text}” ở “{part}”."),
                format!("“{text}” cannot be read as “{part}”."),
            ),
            Trouble::NoStart => pair("Chưa có sự kiện bắt đầu.", "There is no start event."),
            Trouble::SeveralStarts => pair(
                "Có nhiều sự kiện bắt đầu; chỉ được có một.",
                "There are several start events; there must be one.",
            ),
            Trouble::NoEnd => pair("Chưa có sự kiện kết thúc.", "There is no end event."),
            Trouble::Unreachable => pair(
                "Không có đường nào từ điểm bắt đầu đến đây, nên phần tử này không bao giờ được thực hiện.",
                "No way leads here from the start, so this is never done.",
            ),
            Trouble::DeadEnd => pair(
                "Từ đây không có đường đi tiếp và đây không phải là điểm kết thúc.",
                "Nothing leads on from here, and this is no end.",
            ),
            Trouble::NeverEnds => {
                pair("Từ đây không có đường nào đến được điểm kết thúc.", "No way leads from here to an end.")
            }
            Trouble::Deadlock => pair(
                "Tại đây có thể phải chờ mãi một nhánh không bao giờ tới.",
                "This may wait for ever for a branch that never comes.",
            ),
            Trouble::NotSynchronised => pair(
                "Hai nhánh chạy song song gặp nhau ở đây mà không được hợp lại, nên phần sau có thể bị làm hai lần.",
                "Two branches that run at once meet here without being joined, so what follows may be done twice.",
            ),
            Trouble::NoDefault => pair(
                "Có thể không điều kiện nào đúng. Hãy chọn một nhánh mặc định.",
                "It may be that no condition holds. Choose a default flow.",
            ),
            Trouble::NoCondition => pair(
                "Nhánh này ra khỏi một điểm lựa chọn nhưng chưa có điều kiện và không phải là nhánh mặc định.",
                "This flow leaves a choice without a condition, and is not the default.",
            ),
            Trouble::ConditionOnDefault => pair(
                "Nhánh mặc định có điều kiện, nhưng điều kiện đó không được xét đến.",
                "The default flow has a condition, which is never looked at.",
            ),
            Trouble::ConditionUnused => pair(
                "Điều kiện ở đây không được xét đến: nhánh này luôn được đi.",
                "The condition here is never looked at: this flow is always taken.",
            ),
            Trouble::Unbounded => pair(
                "Vòng lặp này chưa nói được lặp lại nhiều nhất bao nhiêu lần.",
                "This loop does not say how often it may be repeated at most.",
            ),
            Trouble::Endless => pair(
                "Trong vòng lặp này không có việc gì để làm hay để chờ, nên nó không bao giờ dừng.",
                "There is nothing to do or to wait for in this loop, so it never stops.",
            ),
            Trouble::NotAnEvent { target } => (
                format!("Sau điểm chờ sự kiện chỉ được là sự kiện; “{target}” thì không phải."),
                format!("Only events may follow an event-based choice; “{target}” is none."),
            ),
            Trouble::ErrorNotCaught { code } => {
                (format!("Không nơi nào đón lỗi “{code}”."), format!("Nothing catches the error “{code}”."))
            }
            Trouble::EscalationNotCaught { code } => {
                let code = quoted(code);
                (
                    format!("Không nơi nào đón việc chuyển cấp trên{code}; quy trình cứ đi tiếp."),
                    format!("Nothing catches the escalation{code}; the process just goes on."),
                )
            }
            Trouble::EscalationNotThrown { code } => {
                let code = quoted(code);
                (
                    format!(
                        "Không có việc chuyển cấp trên{code} nào đến được đây, nên việc này không bao giờ xảy ra."
                    ),
                    format!("No escalation{code} comes here from inside, so this never happens."),
                )
            }
            Trouble::NoTrigger => pair(
                "Quy trình con theo sự kiện này chưa nói bắt đầu khi nào: sự kiện bắt đầu của nó phải là hẹn giờ, thông điệp, tín hiệu, lỗi, chuyển cấp trên hoặc điều kiện.",
                "This event sub-process does not say what begins it: its start event must be a timer, a message, a signal, an error, an escalation or a condition.",
            ),
            Trouble::EndsAll => pair(
                "Khi sự kiện này xảy ra, mọi việc khác dừng lại và không ai làm gì tiếp.",
                "When this happens all else ends, and nobody does anything then.",
            ),
            Trouble::FlowBeside => pair(
                "Quy trình con theo sự kiện tự bắt đầu khi sự kiện xảy ra, nên không có luồng nào vào hoặc ra. Hãy bỏ luồng này.",
                "An event sub-process begins by its event, so no flow leads to it or from it. Leave this flow out.",
            ),
            Trouble::CallsItself => pair(
                "Quy trình này gọi lại chính nó, nên không bao giờ kết thúc.",
                "This process calls itself, so it never ends.",
            ),
            Trouble::UnknownProcess { called } => (
                format!("Không có quy trình “{called}” để gọi."),
                format!("There is no process “{called}” to call."),
            ),
            Trouble::FlowIntoEvent => pair(
                "Luồng này đi vào một sự kiện bắt đầu hoặc sự kiện ở viền, là nơi không thể đi vào. Hãy dẫn luồng tới bước cần làm.",
                "The flow leads into a start event or an event on an edge, which cannot be entered. Lead it to the step itself.",
            ),
            Trouble::FlowOutOfEnd => pair(
                "Luồng này đi ra từ một điểm kết thúc, nên không bao giờ được đi. Hãy thay điểm kết thúc bằng sự kiện trung gian, hoặc bỏ luồng.",
                "The flow leaves an end event, so it is never taken. Make the end an intermediate event, or leave the flow out.",
            ),
            Trouble::FlowAtLink => pair(
                "Hai sự kiện liên kết cùng tên đã thay cho một luồng, nên không vẽ luồng ra khỏi sự kiện đi hoặc vào sự kiện đến. Hãy bỏ luồng này.",
                "Two link events of one name stand for a flow: none is drawn out of the one it leaves at, or into the one it arrives at. Leave this flow out.",
            ),
            Trouble::LinkAlone { link } => (
                format!(
                    "Trong cùng quy trình hoặc quy trình con không có sự kiện liên kết thứ hai tên “{link}”."
                ),
                format!("There is no other half of the link “{link}” in the same process or sub-process."),
            ),
            Trouble::LinkTwice { link } => (
                format!(
                    "Có nhiều sự kiện nhận liên kết “{link}”, nên không biết đi tiếp ở đâu; chỉ được có một."
                ),
                format!(
                    "The link “{link}” arrives at several events, so nobody can say where it goes on; there must be one."
                ),
            ),
            Trouble::LooksAtClock { name } => (
                format!(
                    "Điều kiện này nhìn vào “{name}”, là thứ tự đổi theo thời gian, mà không có gì xảy ra để xét lại. Hãy dùng sự kiện hẹn giờ."
                ),
                format!(
                    "The condition looks at “{name}”, which changes by itself, and nothing happens then that it could be looked at again. Use a timer."
                ),
            ),
            Trouble::FlowAtReturn => pair(
                "Việc hoàn trả đứng ngoài luồng: không vẽ luồng vào hoặc ra khỏi đó, chỉ nối bằng đường liên kết (association) từ sự kiện ở viền. Hãy bỏ luồng này.",
                "What returns something is outside of the flow: only an association from the event on the edge leads to it. Leave this flow out.",
            ),
            Trouble::NoReturn => pair(
                "Chưa nói kết quả của bước này được hoàn trả, thu hồi bằng việc gì. Hãy nối sự kiện này với bước hoàn trả.",
                "Nothing says by what the result of this is returned. Connect the event to the step that does it.",
            ),
            Trouble::ReturnsNothing => pair(
                "Việc hoàn trả này chưa nối với bước nào, nên không bao giờ được làm.",
                "This returns nothing: no event on an edge is connected to it, so it is never done.",
            ),
            Trouble::NothingToReturn => pair(
                "Ở đây không có gì để hoàn trả: chưa bước nào nói kết quả của mình được thu hồi bằng việc gì. Quy trình đi tiếp ngay.",
                "There is nothing to return here: no activity says by what its result is returned. The process goes on at once.",
            ),
            Trouble::ReturnIsAwaited => pair(
                "Tệp vẽ là không chờ hoàn trả xong; hệ thống vẫn chờ, để mọi việc hoàn trả được ghi trước khi đi tiếp.",
                "It is drawn as not waiting until all is returned; here it waits all the same, so that it is recorded before anything goes on.",
            ),
            Trouble::NestedTooDeep => (
                format!(
                    "Các quy trình con lồng nhau quá sâu; nhiều nhất là {} lớp.",
                    crate::engine::DEPTH_MAX
                ),
                format!(
                    "Sub-processes lie inside each other too deeply; at most {} of them.",
                    crate::engine::DEPTH_MAX
                ),
            ),
            Trouble::TooManyAtOnce => (
                format!(
                    "Từ đây có quá nhiều nhánh chạy song song; nhiều nhất là {}.",
                    crate::engine::TOKENS_MAX
                ),
                format!("Too many ways are taken at once from here; at most {}.", crate::engine::TOKENS_MAX),
            ),
            Trouble::Incomplete { part } if part == "loopCardinality" => {
                pair("Chưa nói làm cho mấy đối tượng.", "It does not say for how many it is done.")
            }
            Trouble::Incomplete { part } => (format!("Còn thiếu “{part}”."), format!("“{part}” is missing.")),
            Trouble::NotProved { states: 0 } => pair(
                "Quy trình quá lớn để kiểm tra hết. Cần một người có thẩm quyền chịu trách nhiệm khi công bố.",
                "The process is too large to be checked whole. Somebody named must answer for publishing it.",
            ),
            Trouble::NotProved { states } => (
                format!(
                    "Quy trình quá rối để kiểm tra hết: đã xét {states} tình huống. Cần một người có thẩm quyền chịu trách nhiệm khi công bố."
                ),
                format!(
                    "The process is too tangled to be checked whole: {states} situations were looked at. Somebody named must answer for publishing it."
                ),
            ),
            Trouble::SeveralProcesses => pair(
                "Có nhiều quy trình cùng được vẽ để chạy; hồ sơ chỉ đi theo một, nay là quy trình này.",
                "Several processes are meant to run; a dossier goes by one of them, which is this one now.",
            ),
            Trouble::NotRun => pair(
                "Quy trình này chỉ được vẽ, không được chạy.",
                "This process is only drawn; it is not run.",
            ),
        })
    }
}

impl Trouble {
    /// The same with no more of what the drawing says than a sentence can hold.
    fn shortened(&self) -> Trouble {
        let mut short = self.clone();
        for text in short.said() {
            *text = cut(text);
        }
        short
    }

    /// What stands in it as it was drawn.
    fn said(&mut self) -> Vec<&mut String> {
        match self {
            Trouble::NotExecutable { kind: text, .. }
            | Trouble::Dangling { to: text }
            | Trouble::BadExpression { text, .. }
            | Trouble::BadTime { text, .. }
            | Trouble::NotAnEvent { target: text }
            | Trouble::ErrorNotCaught { code: text }
            | Trouble::EscalationNotCaught { code: text }
            | Trouble::EscalationNotThrown { code: text }
            | Trouble::UnknownProcess { called: text }
            | Trouble::LinkAlone { link: text }
            | Trouble::LinkTwice { link: text }
            | Trouble::LooksAtClock { name: text }
            | Trouble::Incomplete { part: text } => vec![text],
            Trouble::Unclear { text, gave: other }
            | Trouble::ForeignExpression { text, language: other, .. }
            | Trouble::BadPart { part: other, text } => vec![text, other],
            _ => Vec::new(),
        }
    }
}

fn quoted(code: &str) -> String {
    if code.is_empty() { String::new() } else { format!(" “{code}”") }
}

impl Reason {
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Reason::Script => (
                "hệ thống không chạy mã lệnh; hãy dùng công việc theo quy tắc với một biểu thức FEEL",
                "scripts are not run; use a business-rule task with a FEEL expression",
            ),
            Reason::Event => (
                "chỉ có sự kiện hẹn giờ, thông điệp, tín hiệu, lỗi, chuyển cấp trên, điều kiện, hoàn trả, liên kết và \
                 dừng hẳn",
                "the events are timer, message, signal, error, escalation, condition, compensation, link and terminate",
            ),
            Reason::Gateway => (
                "chỉ có điểm rẽ nhánh loại trừ, song song, bao hàm và chờ sự kiện",
                "the gateways are exclusive, parallel, inclusive and event-based",
            ),
            Reason::SubProcess => (
                "chỉ có quy trình con thường, quy trình con theo sự kiện và gọi quy trình khác",
                "sub-processes are plain ones, those begun by an event, and calls of other processes",
            ),
            Reason::SeveralTriggers => {
                ("một sự kiện chỉ được có một nguyên nhân", "an event has one trigger")
            }
            Reason::SeveralReturns => (
                "mỗi bước chỉ có một sự kiện và một việc để hoàn trả",
                "an activity has one event and one activity by which it is returned",
            ),
            Reason::Activity => {
                ("đây không phải là công việc mà hệ thống biết", "it is no activity known here")
            }
        }
    }
}
