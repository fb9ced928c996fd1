//! What a file draws, as this program understands it: nodes, the flows between them, and the scopes they lie in.
//! Places in the three lists are only good inside one model; what is stored names elements by the ids of the file.

mod find;
mod meaning_words;
mod means;
mod returned;

pub use find::plain_name;
pub use means::Means;
pub(crate) use means::USED_UP;

use crate::layout::{Area, Spot};
use crate::mend::Mend;
use crate::problem::Finding;
use crate::time::WorkingTime;
use feel::Expression;
use language::Text;
use std::collections::HashMap;

pub type NodeIndex = usize;
pub type FlowIndex = usize;
pub type ScopeIndex = usize;

/// Maximum for how often a flow may go back.
pub const TIMES_MAX: u32 = 1_000;

/// Maximum for how many something is done at once or one after the other.
pub const INSTANCES_MAX: usize = 200;

#[derive(Clone, Debug, Default)]
pub struct Model {
    pub nodes: Vec<Node>,
    pub flows: Vec<Flow>,
    pub scopes: Vec<Scope>,
    pub lanes: Vec<Lane>,
    /// Places of nodes by id.
    pub(crate) nodes_by_id: HashMap<String, NodeIndex>,
    pub(crate) flows_by_id: HashMap<String, FlowIndex>,
    /// What was found wrong while reading.
    pub findings: Vec<Finding>,
    /// Where another program drew it.
    pub(crate) positions: Positions,
    /// What is drawn from element to element and is no flow.
    pub(crate) lines: Vec<DrawnLine>,
}

/// A line to a text, to data, or a message between pools.
#[derive(Clone, Debug)]
pub(crate) struct DrawnLine {
    pub ends: [String; 2],
    /// What stands at its ends, by its words.
    pub called: [String; 2],
}

/// Places in a picture by the ids of what stands there.
#[derive(Clone, Debug, Default)]
pub(crate) struct Positions {
    pub areas: HashMap<String, Area>,
    pub ways: HashMap<String, Vec<Spot>>,
}

/// A process, or the inside of a sub-process.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    /// Of the process or the sub-process.
    pub id: String,
    pub name: String,
    /// The sub-process it is the inside of; nothing for a process.
    pub owner: Option<NodeIndex>,
    /// Marked as executable where it was drawn.
    pub executable: bool,
    pub nodes: Vec<NodeIndex>,
    /// What was seen in the table it came of.
    pub remarks: Vec<TableRemark>,
    /// What was proposed for it and accepted, in that order.
    pub accepted: Vec<Accepted>,
    pub line: u32,
}

/// What was seen in a table, in Vietnamese and in English.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableRemark {
    pub text: Text,
    /// The step or the group it is about; empty where it is about the table.
    pub about: String,
}

/// A proposal that was accepted: what it said, and where that is changed later.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Accepted {
    /// An element or a way.
    pub element: String,
    /// What that was called.
    pub place: Text,
    pub told: Text,
    /// What went by it, where it can be put back.
    pub gone: Option<Gone>,
    /// It was proposed that it goes, and it stays.
    pub kept: bool,
    /// By which it is known whether the drawing still says so; older files have none.
    pub mend: Option<Mend>,
}

/// What went, and what stood before it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gone {
    pub after: String,
    pub name: String,
    pub english: String,
    pub unit: String,
    pub role: String,
    /// How long it took, or was waited for.
    pub time: String,
    pub product: String,
    pub product_english: String,
    pub kind: GoneKind,
    /// What a start event or an arrow led to, and what follows that where ways only meet there.
    pub before: Vec<String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GoneKind {
    #[default]
    Step,
    /// It was waited for a time.
    Wait,
    /// It began there: after a time, or by a message of its name.
    Start,
    /// It began there as a dossier is filed.
    PlainStart,
    Arrow,
    /// One of several processes was chosen to be run.
    Choice,
}

impl GoneKind {
    pub(crate) const ALL: [(GoneKind, &'static str); 5] = [
        (GoneKind::Wait, "wait"),
        (GoneKind::Start, "start"),
        (GoneKind::PlainStart, "plain-start"),
        (GoneKind::Arrow, "arrow"),
        (GoneKind::Choice, "choice"),
    ];
}

/// Who answers for what lies in it: a unit or a role.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lane {
    pub id: String,
    pub name: String,
    pub responsible: Responsible,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Flow {
    pub id: String,
    pub name: String,
    /// The name in English.
    pub english: String,
    pub from: NodeIndex,
    pub to: NodeIndex,
    pub condition: Option<Expression>,
    /// A condition stands there, whether or not it could be read.
    pub conditional: bool,
    /// A condition that could not be read, as it is written.
    pub unread: String,
    /// A condition is drawn, and nothing is written in it. It is taken like one without; the check asks for what is
    /// missing where other ways lead on beside it.
    pub blank: bool,
    /// Maximum times it is taken in the life of its scope: the bound of a loop that goes back over it.
    pub at_most: Option<u32>,
    /// Between two link events of one name: a file has no line for it.
    pub link: bool,
    pub line: u32,
}

#[derive(Clone, Debug)]
pub struct Node {
    pub id: String,
    pub name: String,
    pub kind: NodeKind,
    pub scope: ScopeIndex,
    pub lane: Option<usize>,
    pub incoming: Vec<FlowIndex>,
    /// In the order they are listed in the file.
    pub outgoing: Vec<FlowIndex>,
    /// Taken where no condition holds.
    pub default: Option<FlowIndex>,
    /// Events on its edge.
    pub boundary: Vec<NodeIndex>,
    /// Of an activity whose result can be returned: the event on its edge that says by what.
    pub compensated: Option<NodeIndex>,
    /// It returns what another activity did, and is outside of the flow.
    pub compensates: bool,
    pub repeats: Repeats,
    pub step: TaskWork,
    pub documentation: String,
    /// As it is drawn, where it is not run; how it repeats, where that alone could not be read.
    pub drawn: String,
    pub line: u32,
}

#[derive(Clone, Debug)]
pub enum NodeKind {
    Start(Option<Trigger>),
    End(End),
    /// Waits for something to happen.
    Catch(Trigger),
    /// Makes something happen; nothing for an event that only marks a place.
    Throw(Option<Trigger>),
    /// Goes on at the event of the same name in its scope, or is where that goes on: a line that is not drawn.
    Link {
        name: String,
        arrives: bool,
    },
    Boundary {
        on: NodeIndex,
        interrupting: bool,
        trigger: Trigger,
    },
    /// On the edge of an activity: its result is returned by this one. No token comes here.
    Compensation {
        on: NodeIndex,
        by: Option<NodeIndex>,
    },
    Task(Task),
    SubProcess(ScopeIndex),
    /// A sub-process that no flow leads to: what its start event waits for begins it while its scope runs. One that
    /// interrupts ends all else in its scope.
    EventSubProcess {
        scope: ScopeIndex,
        interrupting: bool,
    },
    /// Another process of the same file, if it is there.
    Call {
        called: String,
        scope: Option<ScopeIndex>,
    },
    Gateway(Gateway),
    /// Drawn, but not run here. It is in the findings.
    Unsupported,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// Somebody does it here; a task of no kind is one too.
    User,
    /// Somebody does it outside of any system.
    Manual,
    /// A system does it, or another agency.
    Service,
    /// Its value is worked out and kept under a name.
    BusinessRule,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gateway {
    Exclusive,
    Parallel,
    Inclusive,
    EventBased,
}

#[derive(Clone, Debug, PartialEq)]
pub enum End {
    Plain,
    /// Everything else in its scope ends with it.
    Terminate,
    Error {
        code: String,
    },
    Throw(Trigger),
}

/// What starts, moves on, or is announced.
#[derive(Clone, Debug, PartialEq)]
pub enum Trigger {
    Timer(TimerTrigger),
    Message {
        name: String,
    },
    Signal {
        name: String,
    },
    /// Of this code; any where none is given.
    Error {
        code: Option<String>,
    },
    /// Of this code; any where none is given.
    Escalation {
        code: Option<String>,
    },
    /// It becomes true; one that could not be read, as it is written.
    Condition {
        condition: Option<Expression>,
        unread: String,
    },
    /// What was done is returned: by this activity, or by all of the scope.
    Compensation {
        of: Option<String>,
    },
}

impl Trigger {
    /// By work, for what lies around it; nothing from outside brings it.
    pub fn is_raised(&self) -> bool {
        matches!(self, Trigger::Error { .. } | Trigger::Escalation { .. } | Trigger::Compensation { .. })
    }
}

#[derive(Clone, Debug, PartialEq)]
pub enum TimerTrigger {
    /// At a moment: text of ISO 8601, or a value of the dossier.
    At(Amount),
    /// Once, after an amount of time.
    After(Amount),
    /// Repeated after each `pause`, `times` times or without end.
    Every { times: Option<u32>, pause: Amount },
}

impl TimerTrigger {
    /// Waits for this amount instead; gives what was written, where it was an amount. What comes again still does.
    pub(crate) fn replace(&mut self, amount: Amount) -> Option<String> {
        let before = match self {
            TimerTrigger::Every { pause, .. } | TimerTrigger::After(pause) => {
                std::mem::replace(pause, amount)
            }
            TimerTrigger::At(_) => {
                *self = TimerTrigger::After(amount);
                return None;
            }
        };
        match before {
            Amount::Text(text) => Some(text),
            Amount::Expression(_) => None,
        }
    }
}

/// Between several times that are written for one step: such a text is no time, and a person has to choose one.
pub(crate) const SEVERAL_TIMES: &str = "; ";

/// Written as it is, or worked out.
#[derive(Clone, Debug, PartialEq)]
pub enum Amount {
    Text(String),
    Expression(Expression),
}

/// How often an activity is done.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Repeats {
    #[default]
    Once,
    /// Again while a condition holds, at most `at_most` times.
    While { condition: Option<Expression>, test_before: bool, at_most: Option<u32> },
    /// For each of several, one after the other or at once.
    Each { over: Over, sequential: bool, until: Option<Expression>, name: String },
}

/// What the instances of an activity are for.
#[derive(Clone, Debug, PartialEq)]
pub enum Over {
    Count(Expression),
    List(Expression),
    /// Not said, or not read: done once, until somebody says how often.
    Open,
}

impl Over {
    pub fn expression(&self) -> Option<&Expression> {
        match self {
            Over::Count(expression) | Over::List(expression) => Some(expression),
            Over::Open => None,
        }
    }
}

/// What is known of the work of a task, by our own words in the file or by those of known modellers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TaskWork {
    pub responsible: Responsible,
    pub time: Option<WorkingTime>,
    /// What it produces.
    pub product: String,
    /// The same in English.
    pub product_english: String,
    /// Its name in English.
    pub english: String,
    /// How it may turn out; none where it is just done.
    pub outcomes: Vec<StepOutcome>,
    /// Steps whose doer must be somebody else.
    pub apart_from: Vec<String>,
    /// For a business rule: the name its value gets, and the value.
    pub rule: Option<Rule>,
    /// Where another agency does it: which, and by what procedure of its own.
    pub linked: Option<LinkedTask>,
    /// Of an end: what it means to who applied, where that is not said by its name.
    pub means: Option<Means>,
}

/// Work of another agency, as a drawing names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LinkedTask {
    pub agency: String,
    pub procedure: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    pub name: String,
    pub value: Expression,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StepOutcome {
    pub key: String,
    pub name: String,
    pub english: String,
    /// What it means to who applied, where that is said.
    pub means: Option<Means>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Responsible {
    pub unit: Option<String>,
    pub role: Option<String>,
    pub person: Option<String>,
}

impl Responsible {
    pub fn is_empty(&self) -> bool {
        *self == Responsible::default()
    }
}
