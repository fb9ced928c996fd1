//! What is wrong, in sentences.

use super::{EventPlace, Reason, Trouble, cut};
use language::Text;

impl Trouble {
    /// A sentence in Vietnamese and in English; it says what, the finding says where.
    pub fn sentences(&self) -> Text {
        let pair = |vi: &str, en: &str| (vi.to_string(), en.to_string());
        Text::from(match &self.shortened() {
            Trouble::Unreadable(unreadable) => return unreadable.sentences(),
            Trouble::NotExecutable { kind, reason } => {
                let (vi, en) = reason.words();
                let (kind_vi, kind_en) = super::kind(kind);
                (
                    format!("Hệ thống không chạy được {kind_vi} này: {vi}."),
                    format!("This {kind_en} is not run here: {en}."),
                )
            }
            Trouble::Dangling { to } => (
                format!("Phần tử này chỉ tới “{to}”, nhưng trong tệp không có."),
                format!("It refers to “{to}”, which is not in the file."),
            ),
            Trouble::DanglingBeside { to } => (
                format!("Phần tử này nhắc đến “{to}”, nhưng trong tệp không có; khi chạy không cần đến."),
                format!("It speaks of “{to}”, which is not in the file; nothing that is run goes by it."),
            ),
            Trouble::BareWord { text } => (
                format!(
                    "Nên xem lại điều kiện này: “{text}” ở đây là tên của một giá trị. Chữ được viết trong ngoặc kép, đúng và sai viết là true và false; cách bước trước kết thúc là kết quả của bước đó."
                ),
                format!(
                    "Look at this condition again: “{text}” is the name of a value here. A text stands in quotes, and yes and no are true and false; how a step turned out is its outcome."
                ),
            ),
            Trouble::AcrossProcesses => pair(
                "Luồng này đi từ quy trình của một bên sang quy trình của bên khác. Giữa các bên hãy dùng luồng thông điệp, với sự kiện gửi và sự kiện nhận.",
                "The flow leads from the process of one pool into that of another. Between pools, use a message flow, with an event that sends and one that receives.",
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
            Trouble::TooCostly { text } => (
                format!(
                    "Không tính được “{text}”: biểu thức cần nhiều bước tính, hoặc ra nhiều chữ số, hơn mức cho phép."
                ),
                format!(
                    "“{text}” cannot be worked out: it takes more steps, or gives more digits, than an expression may."
                ),
            ),
            Trouble::NoTime { text, gave, wanted } => {
                let (vi, en) = wanted.examples();
                (
                    format!(
                        "“{text}” không cho ra thời gian: kết quả là “{gave}”. Hãy cho giá trị của các tên trong đó. Ví dụ: {}.",
                        vi.join("; ")
                    ),
                    format!(
                        "“{text}” gives no time: it gives “{gave}”. Say the values of its names. For example: {}.",
                        en.join("; ")
                    ),
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
                if crate::time::contradicts(text) {
                    return Text::from((
                        format!("“{text}” nói hai khoảng thời gian khác nhau; hãy ghi một."),
                        format!("“{text}” says two amounts that differ; write one."),
                    ));
                }
                (
                    format!("“{text}” không phải là thời gian đọc được ở đây. Ví dụ: {}.", vi.join("; ")),
                    format!("“{text}” is no time we can read here. For example: {}.", en.join("; ")),
                )
            }
            Trouble::BadPart { part, text } => part.unread(text),
            Trouble::NoStart => pair("Chưa có sự kiện bắt đầu.", "There is no start event."),
            Trouble::SeveralStarts => pair(
                "Có nhiều sự kiện bắt đầu; chỉ được có một.",
                "There are several start events; there must be one.",
            ),
            Trouble::NoEnd => pair("Chưa có sự kiện kết thúc.", "There is no end event."),
            Trouble::Unreachable => pair(
                "Không có đường nào đi được từ điểm bắt đầu đến đây, nên phần tử này không bao giờ được thực hiện.",
                "No way that can be taken leads here from the start, so this is never done.",
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
            Trouble::DeniedBelow { step } => (
                format!(
                    "Hồ sơ bị từ chối trên nhánh này sau bước “{step}”, không có lãnh đạo nào xem. Văn bản từ chối phải do người có thẩm quyền ký."
                ),
                format!(
                    "On this way it is denied after the step “{step}”, and no head looks at it. A denial has to be signed by somebody who may."
                ),
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
            Trouble::EdgeOfNone => pair(
                "Sự kiện này nằm ở viền của một phần tử không phải là công việc hay quy trình con, nên không có việc gì đang làm để nó xảy ra. Hãy đặt sự kiện ở viền của bước cần theo dõi.",
                "This event lies on the edge of what is neither a task nor a sub-process: nothing is done there while it could happen. Put it on the edge of the step it is about.",
            ),
            Trouble::ErrorInterrupts => pair(
                "Tệp vẽ là lỗi này không làm dừng việc đang làm; lỗi luôn làm dừng việc đang làm, nên hệ thống chạy như vậy.",
                "It is drawn as interrupting nothing; an error always interrupts, and here it does.",
            ),
            Trouble::StartNotAwaited => pair(
                "Hồ sơ bắt đầu khi được nộp hoặc khi bước gọi nó bắt đầu; điều mà sự kiện bắt đầu này chờ không được xét đến.",
                "It begins when a dossier is filed or what runs it begins; what this start event waits for is never looked at.",
            ),
            Trouble::SeveralTimes => pair(
                "Hẹn giờ này nói nhiều thời gian khác nhau; chỉ được có một: một ngày, một khoảng thời gian hoặc một chu kỳ.",
                "This timer says several times; it may have one: a day, an amount of time, or one that comes again.",
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
            Trouble::Incomplete { part } => part.missing(),
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
            | Trouble::DanglingBeside { to: text }
            | Trouble::BareWord { text }
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
            | Trouble::TooCostly { text }
            | Trouble::BadPart { text, .. } => vec![text],
            Trouble::Unclear { text, gave: other }
            | Trouble::NoTime { text, gave: other, .. }
            | Trouble::ForeignExpression { text, language: other, .. } => vec![text, other],
            _ => Vec::new(),
        }
    }
}

fn quoted(code: &str) -> String {
    if code.is_empty() { String::new() } else { format!(" “{code}”") }
}

impl EventPlace {
    /// What may stand there.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            EventPlace::Start => (
                "một quy trình chỉ bắt đầu bằng sự kiện thường hoặc thông điệp; lỗi và chuyển cấp trên chỉ bắt đầu quy trình con theo sự kiện",
                "a process begins with a plain event or a message; errors and escalations begin event sub-processes",
            ),
            EventPlace::Beside => (
                "quy trình con theo sự kiện bắt đầu bằng hẹn giờ, thông điệp, tín hiệu, lỗi, chuyển cấp trên hoặc điều kiện",
                "an event sub-process begins with a timer, a message, a signal, an error, an escalation or a condition",
            ),
            EventPlace::Waits => (
                "giữa quy trình chỉ chờ được hẹn giờ, thông điệp, tín hiệu, điều kiện hoặc liên kết",
                "what may be waited for there is a timer, a message, a signal, a condition or a link",
            ),
            EventPlace::Thrown => (
                "giữa quy trình chỉ phát được thông điệp, tín hiệu, chuyển cấp trên, hoàn trả hoặc liên kết",
                "what may be thrown there is a message, a signal, an escalation, a compensation or a link",
            ),
            EventPlace::Edge => (
                "ở viền chỉ có hẹn giờ, thông điệp, tín hiệu, lỗi, chuyển cấp trên, điều kiện hoặc hoàn trả",
                "on an edge there may be a timer, a message, a signal, an error, an escalation, a condition or a compensation",
            ),
            EventPlace::End => (
                "điểm kết thúc chỉ có thể dừng hẳn, hoặc phát thông điệp, tín hiệu, lỗi, chuyển cấp trên, hoàn trả",
                "an end may terminate, or throw a message, a signal, an error, an escalation or a compensation",
            ),
        }
    }
}

impl Reason {
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Reason::Script => (
                "hệ thống không chạy mã lệnh; hãy dùng công việc theo quy tắc với một biểu thức FEEL",
                "scripts are not run; use a business-rule task with a FEEL expression",
            ),
            Reason::Event(place) => place.words(),
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
