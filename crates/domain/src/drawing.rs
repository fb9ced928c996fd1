//! The drawing of a process: the file as it was given, and what is understood of it.

mod again;
mod beside;
mod leads;

pub(crate) use leads::contrary;
pub use leads::{Leads, OutcomeLeads, RunSoFar, StepResult};

use crate::procedure::Step;
use leads::{Around, Meanings};
use process::{End, Means, Model, Names, NodeIndex, NodeKind, Task, Unreadable};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::sync::{Arc, LazyLock, OnceLock};

/// A BPMN file, kept to the letter, with its model.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Drawing {
    source: Arc<str>,
    model: Arc<Model>,
    /// Asked of each step for all the ways after it, and found out by words: so once for all.
    meanings: Arc<OnceLock<Meanings>>,
    /// Asked wherever a way ends or something is thrown.
    around: Arc<OnceLock<Around>>,
}

impl Drawing {
    /// Reads a file. What is wrong in it is in the findings of its model; `names` are those its expressions may use.
    pub fn read(source: &str, names: &Names) -> Result<Drawing, Unreadable> {
        let model = process::read(source.as_bytes(), names)?;
        Ok(Drawing::of(source.into(), model))
    }

    /// The drawing of a list, under a name: its steps are gone through one by one.
    pub fn of_list(name: &str, steps: &[Step]) -> Drawing {
        Drawing::of_model(model_of_list(name, steps))
    }

    /// With the file it is written as.
    pub fn of_model(model: Model) -> Drawing {
        Drawing::of(process::write(&model).into(), model)
    }

    fn of(source: Arc<str>, model: Model) -> Drawing {
        Drawing { source, model: Arc::new(model), meanings: Arc::default(), around: Arc::default() }
    }

    fn around(&self) -> &Around {
        self.around.get_or_init(|| Around::of(&self.model))
    }

    fn meanings(&self) -> &Meanings {
        self.meanings.get_or_init(|| Meanings::of(&self.model))
    }

    /// Nothing is drawn, not even where to begin.
    pub fn is_empty(&self) -> bool {
        self.model.nodes.is_empty()
    }

    /// The file, as it was given.
    pub fn source(&self) -> &str {
        &self.source
    }

    pub fn model(&self) -> &Model {
        &self.model
    }

    /// The work no way to the end avoids, from where tokens stand, or from the beginning where none does: to an end at which
    /// it is granted, while it can be.
    pub fn certain_steps(&self, at: &[&str]) -> HashSet<String> {
        let model = self.model();
        // What an event may begin beside them is no way of theirs.
        let beside = |node: &NodeIndex| matches!(model.nodes[*node].kind, NodeKind::EventSubProcess { .. });
        let mut from: Vec<NodeIndex> =
            at.iter().filter_map(|id| model.index(id)).filter(|node| !beside(node)).collect();
        // What is inside of an activity stands further on than at its beginning.
        let held: HashSet<NodeIndex> = from.iter().flat_map(|node| self.around_node(*node)).collect();
        from.retain(|node| !held.contains(node));
        if from.is_empty() {
            from = model.main().map(|main| model.entries(main)).unwrap_or_default();
        }
        let leads_to = self.leading_to();
        let denied: Vec<bool> =
            from.iter().map(|start| !at.is_empty() && self.standing(*start) == Means::Denied).collect();
        let comes = |without: Option<NodeIndex>, granted: bool| {
            let through = self.through_without(without, granted, &leads_to);
            let all_denied = denied.iter().all(|denied| *denied);
            from.iter()
                .zip(&denied)
                .all(|(start, denied)| through.from.contains(&(*start, *denied && granted)))
                && held.iter().all(|activity| through.is_left(*activity, all_denied && granted))
        };
        let granted = comes(None, true);
        let avoided = |step: NodeIndex| comes(Some(step), granted);
        let steps = model.works().into_iter().filter(|step| from.contains(step) || !avoided(*step));
        steps.map(|step| model.nodes[step].id.clone()).collect()
    }

    /// The activities an element is inside of, the innermost first.
    fn around_node(&self, node: NodeIndex) -> impl Iterator<Item = NodeIndex> + '_ {
        let owner = |node: &NodeIndex| self.model().scopes[self.model().nodes[*node].scope].owner;
        std::iter::successors(owner(&node), move |node| owner(node))
    }

    /// The work that can still be come to from where tokens stand, or may have to be returned.
    pub fn possible_steps(&self, at: &[&str]) -> HashSet<String> {
        let model = self.model();
        let tokens: Vec<NodeIndex> = at.iter().filter_map(|id| model.index(id)).collect();
        let owner = |node: &NodeIndex| model.scopes[model.nodes[*node].scope].owner;
        // What is being gone through is not begun again, but where it is repeated.
        let held: HashSet<NodeIndex> = tokens.iter().flat_map(|token| self.around_node(*token)).collect();
        let again = |node: NodeIndex| !matches!(model.nodes[node].repeats, process::Repeats::Once);
        let begun = |node: &NodeIndex| (*node, !held.contains(node) || again(*node));
        let mut left: Vec<(NodeIndex, bool)> = tokens.iter().chain(&held).map(begun).collect();
        let mut seen = HashSet::new();
        while let Some((node, entered)) = left.pop() {
            if !seen.insert((node, entered)) {
                continue;
            }
            let found = &model.nodes[node];
            let mut next: Vec<NodeIndex> = found.outgoing.iter().map(|flow| model.flows[*flow].to).collect();
            next.extend(&found.boundary);
            next.extend(model.beside(found.scope));
            if found.is_link() {
                let nodes = model.scopes[found.scope].nodes.iter().copied();
                next.extend(nodes.filter(|node| model.nodes[*node].is_link()));
            }
            if let Some(inside) = model.inside(node).filter(|_| entered) {
                next.extend(model.entries(inside));
                next.extend(model.beside(inside));
            }
            left.extend(next.into_iter().map(|node| (node, true)));
            left.extend(owner(&node).map(|owner| (owner, again(owner))));
        }
        let possible = |step: &NodeIndex| seen.contains(&(*step, true)) || model.nodes[*step].compensates;
        let steps = model.works().into_iter().filter(|step| tokens.is_empty() || possible(step));
        steps.map(|step| model.nodes[step].id.clone()).collect()
    }

    /// The elements from which the end can be come to without one of them, each with whether what was found before it denies:
    /// any end, or only one at which it is granted. What parts into ways that are all gone needs all of them to come through.
    fn through_without(
        &self,
        without: Option<NodeIndex>,
        granted: bool,
        leads_to: &[Vec<NodeIndex>],
    ) -> Through<'_> {
        let model = self.model();
        let mut through = Through { drawing: self, granted, from: HashSet::new() };
        let both = |node: NodeIndex| [(node, false), (node, true)].into_iter().filter(|it| granted || !it.1);
        let mut left: Vec<(NodeIndex, bool)> = (0..model.nodes.len()).flat_map(both).collect();
        while let Some((node, denied)) = left.pop() {
            if Some(node) == without || through.from.contains(&(node, denied)) {
                continue;
            }
            let comes = |to: &NodeIndex| through.from.contains(&(*to, denied));
            let inside = model.inside(node).map(|scope| model.entries(scope)).unwrap_or_default();
            let is_through = match inside.iter().all(comes) {
                true => through.is_left(node, denied),
                false => through.is_cut_short(node, denied),
            };
            if is_through {
                through.from.insert((node, denied));
                left.extend(leads_to[node].iter().copied().flat_map(both));
            }
        }
        through
    }

    /// What leads to each element: by a flow, from its edge, or from around it.
    fn leading_to(&self) -> Vec<Vec<NodeIndex>> {
        let model = self.model();
        let mut found = vec![Vec::new(); model.nodes.len()];
        for flow in &model.flows {
            found[flow.to].push(flow.from);
        }
        for (place, node) in model.nodes.iter().enumerate() {
            if let NodeKind::Boundary { on, .. } = node.kind {
                found[place].push(on);
            }
            let entries = model.inside(place).map(|scope| model.entries(scope)).unwrap_or_default();
            entries.into_iter().for_each(|entry| found[entry].push(place));
        }
        found
    }
}

/// The elements from which the end is come to, each with whether what was found before it denies.
struct Through<'a> {
    drawing: &'a Drawing,
    /// Only ends at which it is granted count.
    granted: bool,
    from: HashSet<(NodeIndex, bool)>,
}

impl Through<'_> {
    /// Whether what follows an element, once it is done, comes to the end.
    fn is_left(&self, node: NodeIndex, denied: bool) -> bool {
        let (model, meanings) = (self.drawing.model(), self.drawing.meanings());
        let goes = |flow: &process::FlowIndex| {
            self.from.contains(&(model.flows[*flow].to, self.after(meanings.ways[*flow], denied)))
        };
        let found = &model.nodes[node];
        let all = matches!(found.kind, NodeKind::Gateway(process::Gateway::Parallel));
        match found.outgoing.as_slice() {
            // What an end inside of an activity is called decides nothing.
            [] => model.main() != Some(found.scope) || !self.after(meanings.nodes[node], denied),
            out if all => out.iter().all(goes),
            out => out.iter().any(goes) || self.is_cut_short(node, denied),
        }
    }

    /// Whether what ends an element from its edge comes to the end. What happens beside a step does not lead past it.
    fn is_cut_short(&self, node: NodeIndex, denied: bool) -> bool {
        let nodes = &self.drawing.model().nodes;
        let cuts =
            |event: NodeIndex| matches!(nodes[event].kind, NodeKind::Boundary { interrupting: true, .. });
        nodes[node].boundary.iter().any(|event| cuts(*event) && self.from.contains(&(*event, denied)))
    }

    fn after(&self, means: Means, denied: bool) -> bool {
        match means {
            Means::Neither => denied,
            means => self.granted && means == Means::Denied,
        }
    }
}

/// Steps that are gone through one by one; nothing where there are none.
pub(crate) fn model_of_list(name: &str, steps: &[Step]) -> Model {
    let mut model = Model::default();
    if steps.is_empty() {
        return model;
    }
    // What stands around the steps keeps off their ids.
    let free = |id: &str| {
        let numbered = (2..).map(|number| format!("{id}-{number}"));
        let mut ids = std::iter::once(id.to_string()).chain(numbered);
        ids.find(|id| steps.iter().all(|step| step.id != *id)).expect("numbers do not end")
    };
    let scope = model.add_process(&free("process"), name);
    let mut chain = vec![model.add_node(scope, &free("begin"), "", NodeKind::Start(None))];
    for step in steps {
        let node = model.add_node(scope, &step.id, step.name.vi.trim(), NodeKind::Task(Task::User));
        let about = &mut model.nodes[node].step;
        about.responsible.unit = Some(step.unit.0.clone());
        about.responsible.role = Some(step.role.key().to_string());
        about.time = (step.hours > 0).then(|| process::WorkingTime::hours(step.hours));
        about.product = step.product.vi.trim().to_string();
        about.product_english = step.product.en.trim().to_string();
        about.english = step.name.en.trim().to_string();
        chain.push(node);
    }
    chain.push(model.add_node(scope, &free("end"), "", NodeKind::End(End::Plain)));
    for ends in chain.windows(2) {
        model.add_flow(ends[0], ends[1]);
    }
    model
}

impl Default for Drawing {
    fn default() -> Drawing {
        static EMPTY: LazyLock<Drawing> = LazyLock::new(|| Drawing::of_list("", &[]));
        EMPTY.clone()
    }
}

/// What was published had been checked against its names; a running dossier only needs to read it.
impl TryFrom<String> for Drawing {
    type Error = String;

    fn try_from(source: String) -> Result<Drawing, String> {
        Drawing::read(&source, &Names::open()).map_err(|unreadable| unreadable.sentences().en)
    }
}

impl From<Drawing> for String {
    fn from(drawing: Drawing) -> String {
        drawing.source.to_string()
    }
}

impl PartialEq for Drawing {
    fn eq(&self, other: &Drawing) -> bool {
        self.source == other.source
    }
}

impl Eq for Drawing {}
