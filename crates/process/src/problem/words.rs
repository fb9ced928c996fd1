//! What is wrong, in sentences.

use super::{EventPlace, Reason, TimeForm, Trouble, cut};
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
                format!("Chỗ này dẫn đến “{to}”, nhưng trong bản vẽ không có."),
                format!("It leads to “{to}”, which is not in the drawing."),
            ),
            Trouble::DanglingBeside { to } => (
                format!("Chỗ này nhắc đến “{to}”, nhưng trong bản vẽ không có; hồ sơ không cần đến."),
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
                "Mũi tên này đi từ phần vẽ của một bên sang phần vẽ của bên khác. Giữa hai bên chỉ có thể gửi và nhận (mũi tên nét đứt): hãy bỏ mũi tên này, và vẽ việc của mỗi bên riêng.",
                "This arrow leads from what is drawn for one party into what is drawn for another. Between two parties something can only be sent and received (a dashed arrow): leave the arrow out, and draw what each of them does by itself.",
            ),
            Trouble::AcrossScopes => pair(
                "Mũi tên này đi xuyên qua khung của một nhóm bước (quy trình con). Hãy vẽ mũi tên từ cả nhóm, hoặc đến cả nhóm.",
                "This arrow crosses the frame of a group of steps (a sub-process). Draw it from the whole group, or to it.",
            ),
            Trouble::BadExpression { text, problem } => {
                let Text { vi, en } = problem.sentences();
                let (vi, en) = (cut(&vi), cut(&en));
                (
                    format!("Điều kiện hoặc công thức “{text}” chưa đúng: {vi}"),
                    format!("The condition or formula “{text}” is not right: {en}"),
                )
            }
            Trouble::OddExpression { text, problem } => {
                let Text { vi, en } = problem.sentences();
                let (vi, en) = (cut(&vi), cut(&en));
                (
                    format!("Nên xem lại điều kiện hoặc công thức “{text}”: {vi}"),
                    format!("Look at the condition or formula “{text}” again: {en}"),
                )
            }
            Trouble::TooCostly { text } => (
                format!(
                    "Không tính được “{text}”: công thức cần nhiều phép tính, hoặc ra nhiều chữ số, hơn mức cho phép."
                ),
                format!(
                    "“{text}” cannot be worked out: it takes more steps, or gives more digits, than a formula may."
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
                    Some(instead) => (
                        format!(" Ở đây có thể viết: “{instead}”."),
                        format!(" Here it could be written: “{instead}”."),
                    ),
                    None => Default::default(),
                };
                (
                    format!(
                        "Điều kiện “{text}” viết bằng ngôn ngữ của phần mềm khác ({language}), hệ thống không dùng được.{vi}"
                    ),
                    format!(
                        "“{text}” is written in the language of another program ({language}), which is not used here.{en}"
                    ),
                )
            }
            Trouble::BadTime { text, wanted } => {
                let (vi, en) = wanted.examples();
                if text.is_empty() {
                    return Text::from((
                        format!("Chưa có thời gian. Ví dụ: {}{}.", vi.join("; "), wanted.explained().0),
                        format!("It has no time. For example: {}{}.", en.join("; "), wanted.explained().1),
                    ));
                }
                if crate::time::contradicts(text) {
                    return Text::from((
                        format!("“{text}” nói hai khoảng thời gian khác nhau; hãy ghi một."),
                        format!("“{text}” says two amounts that differ; write one."),
                    ));
                }
                (
                    format!(
                        "“{text}” không phải là thời gian đọc được ở đây. Ví dụ: {}{}.",
                        vi.join("; "),
                        wanted.explained().0
                    ),
                    format!(
                        "“{text}” is no time we can read here. For example: {}{}.",
                        en.join("; "),
                        wanted.explained().1
                    ),
                )
            }
            Trouble::BadPart { part, text } => part.unread(text),
            Trouble::NoStart => pair(
                "Chưa rõ quy trình này bắt đầu khi nào: chưa vẽ chỗ bắt đầu.",
                "It is not clear when this begins: no beginning is drawn.",
            ),
            Trouble::SeveralStarts => pair(
                "Có nhiều chỗ bắt đầu; hồ sơ chỉ bắt đầu ở một chỗ.",
                "There are several beginnings; a dossier begins at one.",
            ),
            Trouble::NoEnd => pair(
                "Chưa rõ quy trình này kết thúc ở đâu: chưa vẽ chỗ kết thúc.",
                "It is not clear where this ends: no end is drawn.",
            ),
            Trouble::Unreachable => pair(
                "Không có đường nào đi được từ chỗ bắt đầu đến đây, nên việc này không bao giờ được làm.",
                "No way that can be taken leads here from the beginning, so this is never done.",
            ),
            Trouble::DeadEnd => pair(
                "Từ đây không có mũi tên đi tiếp, và đây cũng không phải chỗ kết thúc.",
                "Nothing leads on from here, and this is no end.",
            ),
            Trouble::NeverEnds => {
                pair("Từ đây không có đường nào đến được chỗ kết thúc.", "No way leads from here to an end.")
            }
            Trouble::Deadlock => pair(
                "Ở đây hồ sơ có thể phải chờ mãi: các nhánh gặp nhau phải đủ mới đi tiếp, mà có nhánh không bao giờ tới.",
                "A dossier may wait here for ever: it goes on once all branches have come, and one of them may never come.",
            ),
            Trouble::NotSynchronised => pair(
                "Hai nhánh làm cùng lúc gặp nhau ở đây mà không chờ nhau, nên phần sau có thể bị làm hai lần.",
                "Two branches done at the same time meet here and do not wait for each other, so what follows may be done twice.",
            ),
            Trouble::BackAndOn => pair(
                "Ở đây hồ sơ có thể vừa quay lại vừa đi tiếp cùng một lúc; mỗi lần như vậy các bước phía sau lại được làm thêm một lần. Nếu chỉ được chọn một trong hai, hãy đổi thành chỗ chọn một nhánh.",
                "From here a dossier may go back and on at the same time, and each time the steps behind are done once more. If only one of the two is meant, make this a place where one way is chosen.",
            ),
            Trouble::NoDefault => pair(
                "Có thể không điều kiện nào đúng, khi đó hồ sơ không biết đi đâu. Hãy chọn nhánh đi trong các trường hợp còn lại.",
                "It may be that no condition holds, and then nobody knows where it goes on. Choose the way taken in all other cases.",
            ),
            Trouble::NoCondition => pair(
                "Ở đây có nhiều nhánh để chọn, và chưa nói khi nào thì đi nhánh này.",
                "Several ways lead on from here, and nothing says when this one is taken.",
            ),
            Trouble::ConditionOnDefault => pair(
                "Nhánh này đi trong các trường hợp còn lại, nên điều kiện ghi ở nhánh không được xét đến.",
                "This way is taken in all other cases, so the condition written at it is never looked at.",
            ),
            Trouble::ConditionUnused => pair(
                "Điều kiện ở đây không được xét đến: nhánh này luôn được đi.",
                "The condition here is never looked at: this way is always taken.",
            ),
            Trouble::Unbounded => pair(
                "Hồ sơ có thể quay lại đây nhiều lần, và chưa nói nhiều nhất là mấy lần.",
                "A dossier may come back here again and again, and nothing says how often at most.",
            ),
            Trouble::Endless => pair(
                "Hồ sơ cứ quay vòng ở đây mà không có việc gì để làm hay để chờ, nên không bao giờ ra được.",
                "It goes round and round here with nothing to do or to wait for, so it never stops.",
            ),
            Trouble::NotAnEvent { target } => (
                format!(
                    "Ở đây hồ sơ chờ xem điều nào xảy ra trước, nên ngay sau đó phải là những điều được chờ (hẹn giờ, có gì gửi đến); “{target}” thì không phải."
                ),
                format!(
                    "Here it is waited to see which comes first, so what follows must be what is waited for (a time, something that is sent); “{target}” is not."
                ),
            ),
            Trouble::ErrorNotCaught { code } => (
                format!("Bản vẽ báo lỗi{} nhưng không nói khi đó làm gì.", quoted(code)),
                format!("The drawing raises an error{}, and nothing says what is done then.", quoted(code)),
            ),
            Trouble::EscalationNotCaught { code } => {
                let code = quoted(code);
                (
                    format!(
                        "Bản vẽ báo chuyển cấp trên{code} nhưng không nói khi đó làm gì; hồ sơ cứ đi tiếp."
                    ),
                    format!(
                        "The drawing hands something to a superior{code}, and nothing says what is done then; the dossier just goes on."
                    ),
                )
            }
            Trouble::EscalationNotThrown { code } => {
                let code = quoted(code);
                (
                    format!(
                        "Không có bước nào báo chuyển cấp trên{code} đến đây, nên việc này không bao giờ xảy ra."
                    ),
                    format!("No step hands anything to a superior{code} here, so this never happens."),
                )
            }
            Trouble::NoTrigger => pair(
                "Nhóm việc bên cạnh này (khung nét chấm) chưa nói bắt đầu khi nào: sau một thời gian, khi có gì gửi đến, hoặc khi một điều kiện đúng.",
                "What is done beside the rest (the dotted frame) does not say when it begins: after a time, when something is sent, or when a condition holds.",
            ),
            Trouble::EndsAll => pair(
                "Khi điều này xảy ra, mọi việc khác dừng lại và không ai làm gì tiếp.",
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
                "Nhóm việc bên cạnh (khung nét chấm) tự bắt đầu khi có việc xảy ra, nên không có mũi tên đi vào hoặc đi ra. Hãy bỏ mũi tên này.",
                "What is done beside the rest (the dotted frame) begins by itself, so no arrow leads to it or from it. Leave this arrow out.",
            ),
            Trouble::CallsItself => pair(
                "Quy trình này lại dùng chính nó làm một bước, nên không bao giờ kết thúc.",
                "This process has itself as a step, so it never ends.",
            ),
            Trouble::UnknownProcess { called } => (
                format!("Bước này dùng một quy trình khác tên “{called}”, nhưng trong tệp không có."),
                format!("This step uses another process, “{called}”, which is not in the file."),
            ),
            Trouble::EdgeOfNone => pair(
                "Điều được chờ này gắn vào chỗ không phải là một bước, nên không có việc gì đang làm để nó xảy ra. Hãy gắn nó vào bước cần theo dõi.",
                "What is waited for is attached to what is no step: nothing is done there while it could happen. Attach it to the step it is about.",
            ),
            Trouble::ErrorInterrupts => pair(
                "Tệp vẽ là lỗi này không làm dừng việc đang làm; lỗi luôn làm dừng việc đang làm, nên hệ thống chạy như vậy.",
                "It is drawn as interrupting nothing; an error always interrupts, and here it does.",
            ),
            Trouble::StartNotAwaited => pair(
                "Hồ sơ bắt đầu khi được nộp; điều mà chỗ bắt đầu này chờ không được xét đến.",
                "It begins when a dossier is filed; what is waited for at this beginning is never looked at.",
            ),
            Trouble::PastMoment { text } => (
                format!("Ngày “{text}” đã qua từ lâu, nên ở đây không chờ gì cả."),
                format!("The day “{text}” is long past, so nothing is waited for here."),
            ),
            Trouble::SeveralTimes => pair(
                "Hẹn giờ này nói nhiều thời gian khác nhau; chỉ được có một: một ngày, một khoảng thời gian hoặc một chu kỳ.",
                "This timer says several times; it may have one: a day, an amount of time, or one that comes again.",
            ),
            Trouble::FlowIntoEvent => pair(
                "Mũi tên này đi vào một chỗ bắt đầu, hoặc vào điều được chờ gắn ở một bước, là nơi không đi vào được. Hãy dẫn mũi tên đến bước cần làm.",
                "This arrow leads into a beginning, or into what is waited for at a step, which cannot be entered. Lead it to the step itself.",
            ),
            Trouble::FlowOutOfEnd => pair(
                "Mũi tên này đi ra từ một chỗ kết thúc, nên không hồ sơ nào đi theo. Hãy bỏ mũi tên.",
                "This arrow leads away from an end, so no dossier goes along it. Leave it out.",
            ),
            Trouble::FlowAtLink => pair(
                "Hai dấu nối trang cùng tên đã thay cho một mũi tên, nên không vẽ thêm mũi tên ở giữa. Hãy bỏ mũi tên này.",
                "Two connectors of one name stand for an arrow, so none is drawn between them. Leave this arrow out.",
            ),
            Trouble::LinkAlone { link } => (
                format!("Không có dấu nối trang thứ hai tên “{link}”, nên không biết đi tiếp ở đâu."),
                format!("There is no second connector called “{link}”, so nobody can say where it goes on."),
            ),
            Trouble::LinkTwice { link } => (
                format!(
                    "Có nhiều dấu nối trang “{link}” để đi tiếp, nên không biết đi tiếp ở đâu; chỉ được có một."
                ),
                format!(
                    "Several connectors called “{link}” lead on, so nobody can say where it goes on; there must be one."
                ),
            ),
            Trouble::LooksAtClock { name } => (
                format!(
                    "Điều kiện này dùng “{name}”, là thứ tự đổi theo thời gian, mà không có gì xảy ra để xét lại. Hãy hẹn một thời gian thay vào đó."
                ),
                format!(
                    "The condition looks at “{name}”, which changes by itself, and nothing happens then that it could be looked at again. Use a timer."
                ),
            ),
            Trouble::FlowAtReturn => pair(
                "Bước thu hồi kết quả chỉ làm khi cần, nên không có mũi tên đi vào hoặc đi ra. Hãy bỏ mũi tên này.",
                "A step that takes a result back is done only where needed, so no arrow leads to it or from it. Leave this arrow out.",
            ),
            Trouble::NoReturn => pair(
                "Chưa nói kết quả của bước này được thu hồi bằng việc gì.",
                "Nothing says by what the result of this step is taken back.",
            ),
            Trouble::ReturnsNothing => pair(
                "Việc hoàn trả này chưa nối với bước nào, nên không bao giờ được làm.",
                "This takes nothing back: it is connected to no step, so it is never done.",
            ),
            Trouble::NothingToReturn => pair(
                "Ở đây không có gì để hoàn trả: chưa bước nào nói kết quả của mình được thu hồi bằng việc gì. Quy trình đi tiếp ngay.",
                "There is nothing to take back here: no step says by what its result is taken back. The dossier goes on at once.",
            ),
            Trouble::ReturnIsAwaited => pair(
                "Tệp vẽ là không chờ hoàn trả xong; hệ thống vẫn chờ, để mọi việc hoàn trả được ghi trước khi đi tiếp.",
                "It is drawn as not waiting until all is returned; here it waits all the same, so that it is recorded before anything goes on.",
            ),
            Trouble::NestedTooDeep => (
                format!(
                    "Các nhóm bước (quy trình con) nằm trong nhau quá sâu; nhiều nhất là {} lớp.",
                    crate::engine::DEPTH_MAX
                ),
                format!(
                    "Groups of steps (sub-processes) lie inside each other too deeply; at most {} of them.",
                    crate::engine::DEPTH_MAX
                ),
            ),
            Trouble::TooManyAtOnce => (
                format!(
                    "Từ đây có quá nhiều nhánh làm cùng lúc; nhiều nhất là {}.",
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
            | Trouble::PastMoment { text }
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

impl TimeForm {
    /// What of the examples is no plain time.
    fn explained(self) -> (&'static str, &'static str) {
        match self {
            TimeForm::Cycle => (" (R3 là ba lần, R là mãi)", " (R3 is three times, R for ever)"),
            TimeForm::Amount | TimeForm::Moment => ("", ""),
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
            EventPlace::Start => ("hồ sơ chỉ bắt đầu khi được nộp", "a dossier begins only when it is filed"),
            EventPlace::Beside => (
                "việc bên cạnh bắt đầu sau một thời gian, khi có gì gửi đến, hoặc khi một điều kiện đúng",
                "what is done beside the rest begins after a time, when something is sent, or when a condition holds",
            ),
            EventPlace::Waits => (
                "giữa quy trình chỉ chờ được một thời gian, điều được gửi đến, hoặc một điều kiện",
                "what may be waited for there is a time, something that is sent, or a condition",
            ),
            EventPlace::Thrown => (
                "giữa quy trình chỉ báo được cho người nộp, chuyển lên cấp trên, hoặc thu hồi điều đã làm",
                "there the applicant can be told, a superior be called in, or what was done be taken back",
            ),
            EventPlace::Edge => (
                "ở một bước chỉ chờ được một thời gian, điều được gửi đến, một điều kiện, lỗi, hoặc việc chuyển lên cấp trên",
                "at a step may be waited for a time, something that is sent, a condition, an error, or a call for a superior",
            ),
            EventPlace::End => (
                "ở chỗ kết thúc chỉ có thể dừng hẳn, báo cho người nộp, báo lỗi, chuyển lên cấp trên, hoặc thu hồi điều đã làm",
                "at an end all may stop, the applicant be told, an error be raised, a superior be called in, or what was done be taken back",
            ),
        }
    }
}

impl Reason {
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Reason::Script => (
                "mã lệnh (script) không được chạy ở đây; người làm, hoặc một công thức, thay cho nó",
                "program code (a script) is not run here; somebody does it instead, or a formula",
            ),
            Reason::Event(place) => place.words(),
            Reason::Gateway => (
                "chỉ có: chọn một nhánh, làm mọi nhánh cùng lúc, làm những nhánh có điều kiện đúng, và chờ xem điều nào xảy ra trước",
                "there are: choosing one way, all ways at once, those ways whose conditions hold, and waiting to see what comes first",
            ),
            Reason::SubProcess => (
                "chỉ có nhóm bước thường, việc bên cạnh (khung nét chấm) và bước dùng một quy trình khác",
                "there are plain groups of steps, what is done beside the rest (a dotted frame), and steps that use another process",
            ),
            Reason::SeveralTriggers => {
                ("ở một chỗ chỉ chờ được một điều", "one thing is waited for at one place")
            }
            Reason::SeveralReturns => (
                "mỗi bước chỉ có một việc để thu hồi kết quả",
                "a step has one other step that takes its result back",
            ),
            Reason::Activity => ("hệ thống không biết loại việc này", "nobody knows this kind of work here"),
        }
    }
}
