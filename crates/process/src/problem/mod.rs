//! What can be wrong with a process, each in a sentence for its author in both languages.

mod kind;
mod part;
mod unreadable;
mod words;

pub(crate) use kind::kind;
pub use part::{Part, ROLES};
pub use unreadable::Unreadable;

/// Something found in a process, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub trouble: Trouble,
    /// The element it is about; empty where it is about the whole.
    pub element: String,
    /// Its name as drawn, if it has one; the beginning of a long one.
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
    /// A flow from one process into another.
    AcrossProcesses,
    /// What is drawn beside refers to what is not there; nothing goes by it.
    DanglingBeside {
        to: String,
    },
    /// A condition that is a bare word, which is a name here and most likely was meant for an answer.
    BareWord {
        text: String,
    },
    BadExpression {
        text: String,
        problem: feel::Problem,
    },
    /// It has an answer, and most likely another than its author thinks.
    OddExpression {
        text: String,
        problem: feel::Problem,
    },
    /// It could not be worked out: it costs more than any rule may.
    TooCostly {
        text: String,
    },
    /// It gave this where a time has to be.
    NoTime {
        text: String,
        gave: String,
        wanted: TimeForm,
    },
    /// A condition gave this where it has to be true or false.
    Unclear {
        text: String,
        gave: String,
    },
    ForeignExpression {
        text: String,
        language: String,
        instead: Option<String>,
    },
    BadTime {
        text: String,
        wanted: TimeForm,
    },
    /// An attribute or part of ours that cannot be read.
    BadPart {
        part: Part,
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
    /// A choice may lead back and on at once: what lies behind it is done several times.
    BackAndOn,
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
    /// It is denied by a way that no head has looked at, though heads do other steps: who does the step before.
    DeniedBelow {
        step: String,
    },
    /// A flow to or from an event sub-process.
    FlowBeside,
    CallsItself,
    UnknownProcess {
        called: String,
    },
    /// An event on the edge of what is no activity: nothing is done there that it could happen to.
    EdgeOfNone,
    /// An error is drawn as interrupting nothing, and it does.
    ErrorInterrupts,
    /// A dossier begins when it is filed, whatever its start event waits for.
    StartNotAwaited,
    /// One timer with several times.
    SeveralTimes,
    /// Waits for a day before any dossier: nothing is waited for.
    PastMoment {
        text: String,
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
        part: Part,
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
pub enum TimeForm {
    Amount,
    Moment,
    /// An amount again and again.
    Cycle,
}

impl TimeForm {
    /// What can be written there, in Vietnamese and in English.
    pub(crate) const fn examples(self) -> ([&'static str; 3], [&'static str; 3]) {
        match self {
            TimeForm::Amount => (["2 ngày", "4 giờ", "30 phút"], ["2 days", "4 hours", "30 minutes"]),
            TimeForm::Moment => {
                let examples = ["2026-03-02", "2026-03-02T14:00:00", "2026-03-02T14:00:00+07:00"];
                (examples, examples)
            }
            TimeForm::Cycle => (["R3/2 ngày", "R3/P1W", "R/PT16H"], ["R3/2 days", "R3/P1W", "R/PT16H"]),
        }
    }
}

/// Where an event stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventPlace {
    /// It begins a process or a sub-process.
    Start,
    /// It begins an event sub-process.
    Beside,
    Waits,
    Thrown,
    Edge,
    End,
}

/// Why something drawn is not run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Scripts are not run: what a process does must be readable and bounded.
    Script,
    /// A kind of event outside what is run there.
    Event(EventPlace),
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

/// A text out of a drawing as it may stand in a sentence: on one line, and no more of it than tells which it is.
pub fn cut(text: &str) -> String {
    const LETTERS_MAX: usize = 200;
    // No more is looked at than may be kept.
    let end = text.char_indices().nth(4 * LETTERS_MAX).map_or(text.len(), |(end, _)| end);
    let line = text[..end].split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LETTERS_MAX) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None if end < text.len() => format!("{line}…"),
        None => line,
    }
}

impl Finding {
    pub fn new(trouble: Trouble, element: &str, name: &str, line: u32) -> Finding {
        Finding { trouble, element: element.into(), name: cut(name), line }
    }

    pub fn whole(trouble: Trouble) -> Finding {
        Finding::new(trouble, "", "", 0)
    }
}

impl Trouble {
    /// A word for programs, stable.
    pub fn code(&self) -> &'static str {
        match self {
            Trouble::Unreadable(unreadable) => unreadable.code(),
            Trouble::NotExecutable { .. } => "not-executable",
            Trouble::Dangling { .. } => "dangling-reference",
            Trouble::AcrossScopes | Trouble::AcrossProcesses => "flow-across-scopes",
            Trouble::DanglingBeside { .. } => "dangling-reference",
            Trouble::BareWord { .. } => "odd-expression",
            Trouble::BadExpression { .. } => "bad-expression",
            Trouble::OddExpression { .. } => "odd-expression",
            Trouble::TooCostly { .. } => "too-costly",
            Trouble::NoTime { .. } => "no-time",
            Trouble::Unclear { .. } => "neither-yes-nor-no",
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
            Trouble::BackAndOn => "back-and-on",
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
            Trouble::DeniedBelow { .. } => "denied-below",
            Trouble::FlowBeside => "flow-at-event-sub-process",
            Trouble::CallsItself => "calls-itself",
            Trouble::UnknownProcess { .. } => "unknown-process",
            Trouble::EdgeOfNone => "edge-of-no-activity",
            Trouble::ErrorInterrupts => "error-interrupts",
            Trouble::StartNotAwaited => "start-not-awaited",
            Trouble::SeveralTimes => "several-times",
            Trouble::PastMoment { .. } => "past-moment",
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
            Trouble::SeveralProcesses | Trouble::OddExpression { .. } => Weight::Note,
            Trouble::EscalationNotCaught { .. } | Trouble::EscalationNotThrown { .. } | Trouble::EndsAll => {
                Weight::Note
            }
            Trouble::NothingToReturn | Trouble::ReturnIsAwaited => Weight::Note,
            Trouble::DeniedBelow { .. } | Trouble::BackAndOn => Weight::Note,
            Trouble::ErrorInterrupts | Trouble::StartNotAwaited | Trouble::PastMoment { .. } => Weight::Note,
            Trouble::DanglingBeside { .. } | Trouble::BareWord { .. } => Weight::Note,
            _ => Weight::Error,
        }
    }
}
