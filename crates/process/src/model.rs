//! What a file draws, as this program understands it: nodes, the flows between them, and the scopes they lie in.
//! Places in the three lists are only good inside one model; what is stored names elements by the ids of the file.

use crate::layout::{Area, Spot};
use crate::problem::Finding;
use crate::time::WorkingTime;
use feel::Expression;
use std::collections::{HashMap, HashSet};

pub type NodeIndex = usize;
pub type FlowIndex = usize;
pub type ScopeIndex = usize;

/// A way back is taken so often at most.
pub const TIMES_MAX: u32 = 1_000;

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
    /// What was seen in the table it came of, in Vietnamese and in English.
    pub remarks: Vec<(String, String)>,
    pub line: u32,
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
    /// Taken at most so often in the life of its scope: the bound of a loop that goes back over it.
    pub at_most: Option<u32>,
    /// Between two link events of one name: a file has no line for it.
    pub link: bool,
    pub line: u32,
}

#[derive(Clone, Debug)]
pub struct Node {
    pub id: String,
    pub name: String,
    pub kind: Kind,
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
    pub step: Step,
    pub documentation: String,
    /// As it is drawn, where it is not run; how it repeats, where that alone could not be read.
    pub drawn: String,
    pub line: u32,
}

#[derive(Clone, Debug)]
pub enum Kind {
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
    Timer(Timer),
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
pub enum Timer {
    /// At a moment: text of ISO 8601, or a value of the dossier.
    At(Amount),
    /// After so long.
    After(Amount),
    /// Again and again after so long each; so often, or without end.
    Every { times: Option<u32>, pause: Amount },
}

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
    /// Again while a condition holds, so often at most.
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
pub struct Step {
    pub responsible: Responsible,
    pub time: Option<WorkingTime>,
    /// What it produces.
    pub product: String,
    /// Its name in English.
    pub english: String,
    /// How it may turn out; none where it is just done.
    pub outcomes: Vec<Outcome>,
    /// Steps whose doer must be somebody else.
    pub apart_from: Vec<String>,
    /// For a business rule: the name its value gets, and the value.
    pub rule: Option<Rule>,
    /// Where another agency does it: which, and by what procedure of its own.
    pub linked: Option<Linked>,
}

/// Work of another agency, as a drawing names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Linked {
    pub agency: String,
    pub procedure: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    pub name: String,
    pub value: Expression,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    pub key: String,
    pub name: String,
    pub english: String,
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

impl Model {
    pub fn node(&self, id: &str) -> Option<&Node> {
        self.index(id).map(|index| &self.nodes[index])
    }

    pub fn index(&self, id: &str) -> Option<NodeIndex> {
        self.nodes_by_id.get(id).copied()
    }

    pub fn flow(&self, id: &str) -> Option<&Flow> {
        self.flows_by_id.get(id).map(|index| &self.flows[*index])
    }

    /// The processes of the file, without the insides of sub-processes.
    pub fn processes(&self) -> impl Iterator<Item = ScopeIndex> + '_ {
        (0..self.scopes.len()).filter(|scope| self.scopes[*scope].owner.is_none())
    }

    /// The processes that are meant to run: those marked so, or all where none is marked.
    pub fn running(&self) -> Vec<ScopeIndex> {
        let marked: Vec<ScopeIndex> =
            self.processes().filter(|scope| self.scopes[*scope].executable).collect();
        let drawn = || self.processes().filter(|scope| !self.scopes[*scope].nodes.is_empty()).collect();
        if marked.is_empty() { drawn() } else { marked }
    }

    /// The one that starts: the first meant to run that no other calls.
    pub fn main(&self) -> Option<ScopeIndex> {
        self.beginning().first().copied().or(self.running().first().copied())
    }

    /// Those meant to run that no other calls.
    pub fn beginning(&self) -> Vec<ScopeIndex> {
        let called = |scope: &ScopeIndex| {
            self.nodes.iter().any(|node| {
                matches!(&node.kind, Kind::Call { scope: Some(called), .. }
                if called == scope && self.process_of(node.scope) != *scope)
            })
        };
        self.running().into_iter().filter(|scope| !called(scope)).collect()
    }

    /// The process a scope lies in.
    pub fn process_of(&self, scope: ScopeIndex) -> ScopeIndex {
        let mut scope = scope;
        while let Some(owner) = self.scopes[scope].owner {
            scope = self.nodes[owner].scope;
        }
        scope
    }

    /// Where a scope begins: its start events, or, where it has none, what nothing leads to.
    pub fn entries(&self, scope: ScopeIndex) -> Vec<NodeIndex> {
        let starts = |index: &NodeIndex| matches!(self.nodes[*index].kind, Kind::Start(_));
        let nodes = &self.scopes[scope].nodes;
        let found: Vec<NodeIndex> = nodes.iter().copied().filter(starts).collect();
        if !found.is_empty() {
            return found;
        }
        let free = |index: &NodeIndex| {
            let node = &self.nodes[*index];
            let apart =
                matches!(node.kind, Kind::Boundary { .. } | Kind::Link { .. } | Kind::EventSubProcess { .. });
            node.incoming.is_empty() && !apart && !node.is_outside_flow()
        };
        nodes.iter().copied().filter(free).collect()
    }

    /// The activity that returns what another one did.
    pub fn returned_by(&self, activity: NodeIndex) -> Option<NodeIndex> {
        match self.nodes[self.nodes[activity].compensated?].kind {
            Kind::Compensation { by, .. } => by,
            _ => None,
        }
    }

    /// What an activity returns: the events that say so.
    pub(crate) fn returns(&self, activity: NodeIndex) -> impl Iterator<Item = NodeIndex> + '_ {
        let scope = self.nodes[activity].scope;
        let events = self.scopes[scope].nodes.iter().copied();
        events.filter(move |event| {
            matches!(self.nodes[*event].kind, Kind::Compensation { by: Some(by), .. } if by == activity)
        })
    }

    /// What of a scope can be returned: activities with what returns them, those inside of others too.
    pub fn returnable(&self, scope: ScopeIndex) -> Vec<(NodeIndex, NodeIndex)> {
        let (mut found, mut left, mut seen) = (Vec::new(), vec![scope], HashSet::new());
        while let Some(scope) = left.pop() {
            if !seen.insert(scope) {
                continue;
            }
            for node in &self.scopes[scope].nodes {
                found.extend(self.returned_by(*node).map(|by| (*node, by)));
                // What is returned as a whole is not returned part by part.
                left.extend(self.inside(*node).filter(|_| self.returned_by(*node).is_none()));
            }
        }
        found
    }

    /// An event that has something returned.
    pub fn gives_return(&self, event: NodeIndex) -> bool {
        matches!(
            self.nodes[event].kind,
            Kind::Throw(Some(Trigger::Compensation { .. }))
                | Kind::End(End::Throw(Trigger::Compensation { .. }))
        )
    }

    /// What an event may have returned: activities with what returns them.
    pub fn returned_at(&self, event: NodeIndex) -> Vec<(NodeIndex, NodeIndex)> {
        let (Kind::Throw(Some(Trigger::Compensation { of }))
        | Kind::End(End::Throw(Trigger::Compensation { of }))) = &self.nodes[event].kind
        else {
            return Vec::new();
        };
        let Some(of) = of else { return self.returnable(self.level(self.nodes[event].scope)) };
        let Some(activity) = self.index(of) else { return Vec::new() };
        match (self.returned_by(activity), self.inside(activity)) {
            (Some(by), _) => vec![(activity, by)],
            (None, Some(inside)) => self.returnable(inside),
            (None, None) => Vec::new(),
        }
    }

    /// The inside of an activity that has one.
    pub fn inside(&self, node: NodeIndex) -> Option<ScopeIndex> {
        match &self.nodes[node].kind {
            Kind::SubProcess(scope) | Kind::EventSubProcess { scope, .. } => Some(*scope),
            Kind::Call { scope, .. } => *scope,
            _ => None,
        }
    }

    /// What begins an event sub-process: its start event, and what that waits for.
    pub fn begun_by(&self, node: NodeIndex) -> Option<(NodeIndex, &Trigger)> {
        let Kind::EventSubProcess { scope, .. } = self.nodes[node].kind else { return None };
        self.scopes[scope].nodes.iter().find_map(|inner| match &self.nodes[*inner].kind {
            Kind::Start(Some(trigger)) => Some((*inner, trigger)),
            _ => None,
        })
    }

    /// The event sub-processes of a scope.
    pub fn beside(&self, scope: ScopeIndex) -> impl Iterator<Item = NodeIndex> + '_ {
        let nodes = self.scopes[scope].nodes.iter().copied();
        nodes.filter(|node| matches!(self.nodes[*node].kind, Kind::EventSubProcess { .. }))
    }

    /// Whether a scope is the inside of an event sub-process.
    pub fn is_beside(&self, scope: ScopeIndex) -> bool {
        let owner = self.scopes[scope].owner;
        owner.is_some_and(|owner| matches!(self.nodes[owner].kind, Kind::EventSubProcess { .. }))
    }

    /// The scope that what lies beside one belongs to.
    fn level(&self, scope: ScopeIndex) -> ScopeIndex {
        let owner = self.scopes[scope].owner.filter(|_| self.is_beside(scope));
        owner.map_or(scope, |owner| self.level(self.nodes[owner].scope))
    }

    /// The element whose name an element has: what begins an event sub-process is called by that, where it has no name.
    pub fn named(&self, id: &str) -> Option<&Node> {
        let node = self.node(id)?;
        let around = self.scopes[node.scope].owner.filter(|_| self.is_beside(node.scope));
        let begins = node.name.is_empty() && matches!(node.kind, Kind::Start(_));
        Some(around.filter(|_| begins).map_or(node, |around| &self.nodes[around]))
    }

    /// Whether an element lies somewhere inside an event sub-process.
    pub fn lies_beside(&self, node: NodeIndex) -> bool {
        let around = |node: &NodeIndex| self.scopes[self.nodes[*node].scope].owner;
        std::iter::successors(around(&node), around)
            .any(|owner| matches!(self.nodes[owner].kind, Kind::EventSubProcess { .. }))
    }

    /// What an element is called in one of the languages; a choice or an event without a name, and a link, after the
    /// nearest element before or after it that has one.
    pub fn called(&self, node: NodeIndex, english: bool, backwards: bool) -> String {
        let mut at = node;
        for _ in 0..20 {
            let found = &self.nodes[at];
            let own =
                if english && !found.step.english.is_empty() { &found.step.english } else { &found.name };
            let next = match backwards {
                true => found.incoming.first().map(|flow| self.flows[*flow].from),
                false => found.outgoing.first().map(|flow| self.flows[*flow].to),
            };
            let named = self.named(&found.id).filter(|named| named.id != found.id);
            if let Some(around) = named.filter(|around| !around.name.is_empty()) {
                let english = english && !around.step.english.is_empty();
                return if english { &around.step.english } else { &around.name }.clone();
            }
            match (own.is_empty() || found.is_link() && next.is_some(), next) {
                (false, _) => return own.clone(),
                (true, Some(next)) if !found.is_activity() => at = next,
                (true, _) => break,
            }
        }
        self.nodes[node].id.clone()
    }

    /// Who answers for a node: what it says itself, else its lane, whose name may be that of the unit.
    pub fn responsible(&self, node: NodeIndex) -> Responsible {
        let node = &self.nodes[node];
        let own = &node.step.responsible;
        let named = node.lane.map(|lane| &self.lanes[lane].name).filter(|name| !name.is_empty());
        let lane = node.lane.map(|lane| &self.lanes[lane].responsible);
        let or =
            |own: &Option<String>, lane: Option<&Option<String>>| own.clone().or(lane.cloned().flatten());
        Responsible {
            unit: or(&own.unit, lane.map(|lane| &lane.unit)).or(named.cloned()),
            role: or(&own.role, lane.map(|lane| &lane.role)),
            person: or(&own.person, lane.map(|lane| &lane.person)),
        }
    }
}

/// An id as it may stand in an expression: letters, digits and lines below.
pub fn plain_name(id: &str) -> String {
    id.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '_' }).collect()
}

impl Node {
    /// Whether it takes the token of the activity on whose edge it lies.
    pub fn interrupts(&self) -> bool {
        matches!(self.kind, Kind::Boundary { interrupting: true, .. })
    }

    /// The activity on whose edge it lies.
    pub fn on(&self) -> Option<NodeIndex> {
        match self.kind {
            Kind::Boundary { on, .. } | Kind::Compensation { on, .. } => Some(on),
            _ => None,
        }
    }

    /// All that lies on its edge.
    pub fn edge(&self) -> impl Iterator<Item = NodeIndex> + '_ {
        self.boundary.iter().copied().chain(self.compensated)
    }

    pub fn is_activity(&self) -> bool {
        matches!(self.kind, Kind::Task(_) | Kind::SubProcess(_) | Kind::Call { .. })
    }

    /// People of the agency do it.
    pub fn is_step(&self) -> bool {
        matches!(self.kind, Kind::Task(Task::User | Task::Manual))
    }

    /// No token comes to it by a flow: it returns something, or says by what something is returned.
    pub fn is_outside_flow(&self) -> bool {
        self.compensates || matches!(self.kind, Kind::Compensation { .. })
    }

    /// Stands for a line that is not drawn.
    pub fn is_link(&self) -> bool {
        matches!(self.kind, Kind::Link { .. })
    }

    /// A link without the other event of its name.
    pub(crate) fn is_loose_link(&self) -> bool {
        match self.kind {
            Kind::Link { arrives: true, .. } => self.incoming.is_empty(),
            Kind::Link { arrives: false, .. } => self.outgoing.is_empty(),
            _ => false,
        }
    }

    /// Another agency does it.
    pub fn is_linked(&self) -> bool {
        matches!(self.kind, Kind::Task(Task::Service)) && self.step.linked.is_some()
    }

    /// Somebody does it, here or elsewhere.
    pub fn is_work(&self) -> bool {
        self.is_step() || self.is_linked()
    }
}
