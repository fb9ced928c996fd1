//! What can be wrong with a process, each in a sentence for its author in both languages.

/// Why a file is no process at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It could not be opened.
    NoFile {
        words: String,
    },
    TooLarge {
        bytes: u64,
    },
    /// The encoding is not known, or the bytes are not in it.
    Encoding {
        name: String,
    },
    /// It declares a document type: the way entities multiply and other files are reached.
    Declarations,
    TooDeep,
    TooManyAttributes,
    TooManyElements,
    /// It breaks off, or a tag is not closed: where, and what the parser says.
    NotXml {
        line: u32,
        words: String,
    },
    /// XML of another kind.
    NotBpmn {
        root: String,
    },
    NoProcess,
    /// Two elements of one id.
    Twice {
        id: String,
        line: u32,
    },
}

/// Something found in a process, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub trouble: Trouble,
    /// The element it is about; empty where it is about the whole.
    pub element: String,
    /// Its name as drawn, if it has one.
    pub name: String,
    /// Its line in the file; 0 where there is none.
    pub line: u32,
}

/// How much a finding stands in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Good to know.
    Note,
    /// May be published where somebody named answers for it.
    NeedsApproval,
    /// Cannot be published.
    Error,
}

impl Weight {
    pub const fn key(self) -> &'static str {
        match self {
            Weight::Note => "note",
            Weight::NeedsApproval => "needs-approval",
            Weight::Error => "error",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    Unreadable(Unreadable),
    /// Drawn, but not run here.
    NotExecutable {
        kind: String,
        reason: Reason,
    },
    /// What it refers to is not there.
    Dangling {
        to: String,
    },
    /// A flow from one scope into another.
    AcrossScopes,
    BadExpression {
        text: String,
        problem: feel::Problem,
    },
    ForeignExpression {
        text: String,
        language: String,
        instead: Option<String>,
    },
    BadTime {
        text: String,
        wanted: Wanted,
    },
    /// An attribute or part of ours that cannot be read.
    BadPart {
        part: String,
        text: String,
    },
    NoStart,
    SeveralStarts,
    NoEnd,
    Unreachable,
    /// Nothing leads on, and it is no end.
    DeadEnd,
    /// What stands here can never reach an end.
    NeverEnds,
    /// A join waits for a way that is never taken.
    Deadlock,
    /// Two ways that run at once meet here without being joined: what follows is done twice.
    NotSynchronised,
    /// No condition may hold, and there is no default.
    NoDefault,
    /// A way out of a choice without a condition.
    NoCondition,
    /// The default way has a condition, which is never looked at.
    ConditionOnDefault,
    /// A condition where nothing looks at it.
    ConditionUnused,
    /// A loop that does not say how often at most.
    Unbounded,
    /// A loop in which nobody does anything.
    Endless,
    /// Only such events may follow an event-based choice.
    NotAnEvent {
        target: String,
    },
    ErrorNotCaught {
        code: String,
    },
    /// It is thrown, and nothing around it does anything then.
    EscalationNotCaught {
        code: String,
    },
    /// An escalation that nothing throws is waited for.
    EscalationNotThrown {
        code: String,
    },
    /// An event sub-process does not say what begins it.
    NoTrigger,
    /// An event ends all of the process, and nobody does anything then.
    EndsAll,
    /// A flow to or from an event sub-process.
    FlowBeside,
    CallsItself,
    UnknownProcess {
        called: String,
    },
    /// A flow into an event that begins by itself: at the start, or on the edge of an activity.
    FlowIntoEvent,
    FlowOutOfEnd,
    /// A flow out of a link event that goes on elsewhere, or into the one where it goes on.
    FlowAtLink,
    /// A link event without the other one of its name.
    LinkAlone {
        link: String,
    },
    /// A link could go on in several places.
    LinkTwice {
        link: String,
    },
    /// A condition that is waited for looks at what goes on by itself.
    LooksAtClock {
        name: String,
    },
    /// A flow to or from what returns something.
    FlowAtReturn,
    /// What is done can be returned, but nothing says by what.
    NoReturn,
    /// It returns something, but nothing says what.
    ReturnsNothing,
    /// There is nothing that could be returned.
    NothingToReturn,
    /// It is drawn as not waiting until what was done is returned.
    ReturnIsAwaited,
    /// Activities inside activities, deeper than they are run.
    NestedTooDeep,
    /// More ways are taken at once than the engine has places for.
    TooManyAtOnce,
    /// A service or rule without what it needs to run.
    Incomplete {
        part: String,
    },
    /// It would cost too much to look at all of it.
    NotProved {
        states: u32,
    },
    /// Called or drawn, but never run.
    NotRun,
    /// Others are meant to run beside this one, and a dossier goes by one.
    SeveralProcesses,
}

/// What kind of time is to be written somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    Amount,
    Moment,
    /// An amount again and again.
    Cycle,
}

impl Wanted {
    /// What can be written there, in Vietnamese and in English.
    pub(crate) const fn examples(self) -> ([&'static str; 3], [&'static str; 3]) {
        match self {
            Wanted::Amount => (["2 ngày", "4 giờ", "PT16H"], ["2 days", "4 hours", "PT16H"]),
            Wanted::Moment => {
                let examples = ["2026-03-02", "2026-03-02T14:00:00", "2026-03-02T14:00:00+07:00"];
                (examples, examples)
            }
            Wanted::Cycle => (["R3/2 ngày", "R3/P1W", "R/PT16H"], ["R3/2 days", "R3/P1W", "R/PT16H"]),
        }
    }
}

/// Why something drawn is not run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Scripts are not run: what a process does must be readable and bounded.
    Script,
    /// A kind of event outside what is run.
    Event,
    Gateway,
    /// Ad-hoc sub-processes and transactions.
    SubProcess,
    /// Several triggers of one event.
    SeveralTriggers,
    /// Several say by what one activity is returned.
    SeveralReturns,
    /// An activity of a kind not known.
    Activity,
}

impl Finding {
    pub fn new(trouble: Trouble, element: &str, name: &str, line: u32) -> Finding {
        Finding { trouble, element: element.into(), name: name.into(), line }
    }

    pub fn whole(trouble: Trouble) -> Finding {
        Finding::new(trouble, "", "", 0)
    }
}

impl From<Unreadable> for Finding {
    fn from(unreadable: Unreadable) -> Finding {
        let line = match &unreadable {
            Unreadable::NotXml { line, .. } | Unreadable::Twice { line, .. } => *line,
            _ => 0,
        };
        let element = match &unreadable {
            Unreadable::Twice { id, .. } => id.clone(),
            _ => String::new(),
        };
        Finding { trouble: Trouble::Unreadable(unreadable), element, name: String::new(), line }
    }
}

impl Trouble {
    /// A word for programs, stable.
    pub fn code(&self) -> &'static str {
        match self {
            Trouble::Unreadable(unreadable) => unreadable.code(),
            Trouble::NotExecutable { .. } => "not-executable",
            Trouble::Dangling { .. } => "dangling-reference",
            Trouble::AcrossScopes => "flow-across-scopes",
            Trouble::BadExpression { .. } => "bad-expression",
            Trouble::ForeignExpression { .. } => "foreign-expression",
            Trouble::BadTime { .. } => "bad-time",
            Trouble::BadPart { .. } => "bad-part",
            Trouble::NoStart => "no-start",
            Trouble::SeveralStarts => "several-starts",
            Trouble::NoEnd => "no-end",
            Trouble::Unreachable => "unreachable",
            Trouble::DeadEnd => "dead-end",
            Trouble::NeverEnds => "never-ends",
            Trouble::Deadlock => "deadlock",
            Trouble::NotSynchronised => "not-synchronised",
            Trouble::NoDefault => "no-default",
            Trouble::NoCondition => "no-condition",
            Trouble::ConditionOnDefault => "condition-on-default",
            Trouble::ConditionUnused => "condition-unused",
            Trouble::Unbounded => "loop-without-bound",
            Trouble::Endless => "endless-loop",
            Trouble::NotAnEvent { .. } => "not-an-event",
            Trouble::ErrorNotCaught { .. } => "error-not-caught",
            Trouble::EscalationNotCaught { .. } => "escalation-not-caught",
            Trouble::EscalationNotThrown { .. } => "escalation-not-thrown",
            Trouble::NoTrigger => "no-trigger",
            Trouble::EndsAll => "ends-all",
            Trouble::FlowBeside => "flow-at-event-sub-process",
            Trouble::CallsItself => "calls-itself",
            Trouble::UnknownProcess { .. } => "unknown-process",
            Trouble::FlowIntoEvent => "flow-into-event",
            Trouble::FlowOutOfEnd => "flow-out-of-end",
            Trouble::FlowAtLink => "flow-at-link",
            Trouble::LinkAlone { .. } => "link-alone",
            Trouble::LinkTwice { .. } => "link-twice",
            Trouble::LooksAtClock { .. } => "looks-at-clock",
            Trouble::FlowAtReturn => "flow-at-return",
            Trouble::NoReturn => "no-return",
            Trouble::ReturnsNothing => "returns-nothing",
            Trouble::NothingToReturn => "nothing-to-return",
            Trouble::ReturnIsAwaited => "return-is-awaited",
            Trouble::NestedTooDeep => "nested-too-deep",
            Trouble::TooManyAtOnce => "too-many-at-once",
            Trouble::Incomplete { .. } => "incomplete",
            Trouble::NotProved { .. } => "not-proved",
            Trouble::NotRun => "not-run",
            Trouble::SeveralProcesses => "several-processes",
        }
    }

    pub fn weight(&self) -> Weight {
        match self {
            Trouble::NotProved { .. } => Weight::NeedsApproval,
            Trouble::ConditionOnDefault | Trouble::ConditionUnused | Trouble::NotRun => Weight::Note,
            Trouble::SeveralProcesses => Weight::Note,
            Trouble::EscalationNotCaught { .. } | Trouble::EscalationNotThrown { .. } | Trouble::EndsAll => {
                Weight::Note
            }
            Trouble::NothingToReturn | Trouble::ReturnIsAwaited => Weight::Note,
            _ => Weight::Error,
        }
    }

    /// A sentence in Vietnamese and in English; it says what, the finding says where.
    pub fn sentences(&self) -> (String, String) {
        let pair = |vi: &str, en: &str| (vi.to_string(), en.to_string());
        match self {
            Trouble::Unreadable(unreadable) => unreadable.sentences(),
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
                let (vi, en) = problem.sentences();
                (
                    format!("Biểu thức “{text}” chưa đúng: {vi}"),
                    format!("The expression “{text}” is not right: {en}"),
                )
            }
            Trouble::ForeignExpression { text, language, instead } => {
                let (vi, en) = match instead {
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
                    return (
                        format!("Chưa có thời gian. Ví dụ: {}.", vi.join("; ")),
                        format!("It has no time. For example: {}.", en.join("; ")),
                    );
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
        }
    }
}

fn quoted(code: &str) -> String {
    if code.is_empty() { String::new() } else { format!(" “{code}”") }
}

impl Unreadable {
    pub fn code(&self) -> &'static str {
        match self {
            Unreadable::NoFile { .. } => "no-file",
            Unreadable::TooLarge { .. } => "too-large",
            Unreadable::Encoding { .. } => "unreadable-encoding",
            Unreadable::Declarations => "document-type",
            Unreadable::TooDeep => "too-deep",
            Unreadable::TooManyAttributes => "too-many-attributes",
            Unreadable::TooManyElements => "too-many-elements",
            Unreadable::NotXml { .. } => "not-xml",
            Unreadable::NotBpmn { .. } => "not-bpmn",
            Unreadable::NoProcess => "no-process",
            Unreadable::Twice { .. } => "id-twice",
        }
    }

    pub fn sentences(&self) -> (String, String) {
        let pair = |vi: &str, en: &str| (vi.to_string(), en.to_string());
        match self {
            Unreadable::NoFile { words } => {
                (format!("Không mở được tệp: {words}."), format!("The file cannot be opened: {words}."))
            }
            Unreadable::TooLarge { bytes } => (
                format!(
                    "Tệp quá lớn ({} MB); nhiều nhất là {} MB.",
                    bytes.div_ceil(1 << 20),
                    crate::BYTES_MAX >> 20
                ),
                format!(
                    "The file is too large ({} MB); at most {} MB.",
                    bytes.div_ceil(1 << 20),
                    crate::BYTES_MAX >> 20
                ),
            ),
            Unreadable::Encoding { name } => (
                format!("Không đọc được chữ trong tệp theo bảng mã “{name}”. Hãy lưu lại bằng UTF-8."),
                format!("The letters of the file cannot be read as “{name}”. Save it as UTF-8."),
            ),
            Unreadable::Declarations => pair(
                "Tệp có phần khai báo kiểu tài liệu (DOCTYPE), là thứ có thể gây hại; tệp quy trình không cần phần này.",
                "The file declares a document type (DOCTYPE), which can do harm; a process needs none.",
            ),
            Unreadable::TooDeep => pair(
                "Các phần tử trong tệp lồng nhau quá sâu.",
                "The elements of the file lie inside each other too deeply.",
            ),
            Unreadable::TooManyAttributes => pair(
                "Một phần tử trong tệp có quá nhiều thuộc tính.",
                "An element of the file has too many attributes.",
            ),
            Unreadable::TooManyElements => {
                pair("Tệp có quá nhiều phần tử.", "The file has too many elements.")
            }
            Unreadable::NotXml { line, words } => (
                format!(
                    "Tệp không phải là XML đúng, từ dòng {line}. Có thể tệp bị cắt ngang hoặc thiếu dấu đóng."
                ),
                format!("The file is not well-formed XML, from line {line}: {words}."),
            ),
            Unreadable::NotBpmn { root } => (
                format!("Đây không phải là tệp BPMN 2.0: phần tử gốc là “{root}”."),
                format!("This is not a BPMN 2.0 file: its root is “{root}”."),
            ),
            Unreadable::NoProcess => {
                pair("Trong tệp không có quy trình nào.", "There is no process in the file.")
            }
            Unreadable::Twice { id, .. } => {
                (format!("Hai phần tử cùng mang mã “{id}”."), format!("Two elements have the id “{id}”."))
            }
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
