//! What the ways of a choice mean to who applied: that it is granted, that it is denied, or neither.

use super::meaning_words::{ASKS_FAULT, ASKS_PASSING};
use super::{FlowIndex, Model, Node, NodeIndex, NodeKind, StepOutcome, Trigger, plain_name};
use crate::check::asked_text;
use serde::{Deserialize, Serialize};

/// What the ids of ends begin with at which it ends as a way back is used up.
pub(crate) const USED_UP: &str = "used-up";

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Means {
    Granted,
    Denied,
    /// It says nothing of that.
    Neither,
}

impl Means {
    pub const ALL: [Means; 3] = [Means::Granted, Means::Denied, Means::Neither];

    /// As files and forms name it.
    pub fn key(self) -> &'static str {
        match self {
            Means::Granted => "granted",
            Means::Denied => "denied",
            Means::Neither => "neither",
        }
    }

    pub fn of_key(key: &str) -> Option<Means> {
        Means::ALL.into_iter().find(|means| means.key() == key)
    }
}

impl StepOutcome {
    /// What is said of it; the keys a decision has say it by themselves.
    fn said(&self) -> Option<Means> {
        self.means.or_else(|| Means::of_key(&self.key))
    }
}

impl Model {
    /// What a way means: as is said of how a step turns out where that is asked, else as it most likely is meant.
    pub fn way_means(&self, way: FlowIndex) -> Means {
        self.said_of(way).unwrap_or_else(|| self.likely_means(way))
    }

    /// What an end means: what is said of it, else what it is called by.
    pub fn end_means(&self, node: NodeIndex) -> Means {
        match &self.nodes[node] {
            Node { kind: NodeKind::End(_), name, step, scope, .. } => {
                let around = self.scopes[*scope].owner.filter(|_| self.is_beside(*scope) && name.is_empty());
                let name = around.map_or(name, |around| &self.nodes[around].name);
                step.means.unwrap_or(Means::of_end(name))
            }
            _ => Means::Neither,
        }
    }

    /// Whether an end is one at which a dossier is decided: not that of a part of the process, nor of what is done beside
    /// the rest. What ends all the rest, such as a withdrawal, is decided where it ends.
    pub fn is_deciding_end(&self, node: NodeIndex) -> bool {
        let found = &self.nodes[node];
        let instead = self.scopes[found.scope].owner.is_some_and(|owner| {
            let owner = &self.nodes[owner];
            matches!(owner.kind, NodeKind::EventSubProcess { interrupting: true, .. })
                && Some(owner.scope) == self.main()
        });
        matches!(found.kind, NodeKind::End(_)) && (instead || Some(found.scope) == self.main())
    }

    /// How a step turned out where a way is taken, if that is all it asks: the step and the key; where it asks nothing, the one
    /// that no other way of its choice asks.
    pub fn asks_outcome(&self, way: FlowIndex) -> Option<(NodeIndex, &StepOutcome)> {
        let flow = &self.flows[way];
        if let Some(condition) = &flow.condition {
            let (step, key) = self.outcome_of_step(&condition.to_string())?;
            return Some((step, self.nodes[step].step.outcomes.iter().find(|own| own.key == key)?));
        }
        let choice = Some(&self.nodes[flow.from]).filter(|choice| choice.default == Some(way))?;
        let others = choice.outgoing.iter().filter(|other| **other != way);
        let asked: Option<Vec<(NodeIndex, String)>> = others
            .map(|other| self.outcome_of_step(&self.flows[*other].condition.as_ref()?.to_string()))
            .collect();
        let asked = asked?;
        let step = asked.first()?.0;
        let named = |key: &String| asked.iter().any(|(of, asked)| *of == step && asked == key);
        let mut left = self.nodes[step].step.outcomes.iter().filter(|own| !named(&own.key));
        let only = left.next().filter(|_| asked.iter().all(|(of, _)| *of == step))?;
        left.next().is_none().then_some((step, only))
    }

    /// Of which step a condition asks how it turned out, and the key.
    pub(crate) fn outcome_of_step(&self, condition: &str) -> Option<(NodeIndex, String)> {
        let (term, text) = asked_text(condition)?;
        let step = term.strip_prefix("steps.")?.strip_suffix(".outcome")?;
        let known = |node: &Node| !node.step.outcomes.is_empty() && plain_name(&node.id) == step;
        Some((self.nodes.iter().position(known)?, text))
    }

    /// What it means where a step turns out so.
    pub fn outcome_means(&self, step: NodeIndex, outcome: &StepOutcome) -> Means {
        outcome.said().unwrap_or_else(|| {
            let asks = |way: &FlowIndex| {
                self.asks_outcome(*way).is_some_and(|(of, asked)| of == step && asked.key == outcome.key)
            };
            let mut ways = (0..self.flows.len()).filter(asks).map(|way| self.likely_means(way));
            match ways.next() {
                None => Means::of_words(&outcome.name),
                Some(first) if ways.all(|other| other == first) => first,
                Some(_) => Means::Neither,
            }
        })
    }

    /// A way that is taken else and only says that a way back is used up: it leads to an end of its own, and each way the
    /// step turns out has another one.
    pub fn is_used_up_end(&self, way: FlowIndex) -> bool {
        let (from, to) = (&self.nodes[self.flows[way].from], &self.nodes[self.flows[way].to]);
        let end = matches!(to.kind, NodeKind::End(_)) && to.incoming.len() == 1;
        let others = || from.outgoing.iter().copied().filter(move |other| *other != way);
        let back = others().any(|other| self.flows[other].at_most.is_some());
        if !end || !back || from.default != Some(way) {
            return false;
        }
        let asked: Option<Vec<_>> = others().map(|other| self.asks_outcome(other)).collect();
        let asked = asked.unwrap_or_default();
        let named = |step: NodeIndex, key: &str| asked.iter().any(|(of, own)| *of == step && own.key == key);
        let all = |step: NodeIndex| self.nodes[step].step.outcomes.iter().all(|own| named(step, &own.key));
        to.id.starts_with(USED_UP) || asked.first().is_some_and(|(step, _)| all(*step))
    }

    /// An event that only leads out of a part of the process, as a way back inside is used up.
    pub fn is_used_up_edge(&self, node: NodeIndex) -> bool {
        let found = &self.nodes[node];
        let caught = matches!(found.kind, NodeKind::Boundary { trigger: Trigger::Error { .. }, .. });
        caught && found.id.starts_with(USED_UP)
    }

    /// What is said of how a step turns out, where a way asks that and nothing else.
    fn said_of(&self, way: FlowIndex) -> Option<Means> {
        self.asks_outcome(way)?.1.said()
    }

    /// What a way most likely means: what it is called by, unless it leads back to its choice, or its end is called otherwise.
    pub fn likely_means(&self, way: FlowIndex) -> Means {
        let by_end = self.end_means(self.flows[way].to);
        if by_end != Means::Neither {
            return by_end;
        }
        let called = match (self.called_so(way), self.at_a_denial(way)) {
            // What is good and leads to a denial nobody but a person knows.
            (Means::Granted, true) => Means::Neither,
            (_, true) => Means::Denied,
            (called, false) => called,
        };
        // A way back is another try.
        let back = called != Means::Neither && self.comes_to(self.flows[way].to, self.flows[way].from);
        if back { Means::Neither } else { called }
    }

    /// A way to a step that makes out a denial, or the one out of it.
    fn at_a_denial(&self, way: FlowIndex) -> bool {
        let denies = |node: NodeIndex| {
            let node = &self.nodes[node];
            let plain = node.step.outcomes.is_empty() && node.outgoing.len() < 2;
            node.is_work() && plain && Means::of_step(&node.name) == Means::Denied
        };
        denies(self.flows[way].to) || denies(self.flows[way].from)
    }

    fn called_so(&self, way: FlowIndex) -> Means {
        let flow = &self.flows[way];
        let called = match (flow.name.trim(), self.asks_outcome(way)) {
            ("", Some((_, outcome))) => outcome.name.as_str(),
            (name, _) => name,
        };
        let answers = ["có", "không", "yes", "no", "đúng", "sai", "right", "wrong"];
        // Whether yes is good depends on what is asked: “Đủ điều kiện?” asks whether it passes, “Có tranh chấp?” does not;
        // where nothing is asked, it is whether the step before passes.
        let asked = format!(" {} ", typed::key(&self.nodes[flow.from].name));
        let asked: String =
            asked.chars().map(|letter| if letter.is_alphanumeric() { letter } else { ' ' }).collect();
        let holds = |all: &[&str]| all.iter().any(|word| asked.contains(&format!(" {word} ")));
        let odd = !asked.trim().is_empty() && (!holds(&ASKS_PASSING) || holds(&ASKS_FAULT));
        match answers.contains(&typed::key(called).as_str()) && odd {
            true => Means::Neither,
            false => Means::of_words(called),
        }
    }
}
