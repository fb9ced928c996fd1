//! How a step turns out, as the ways out of a choice ask it.

use super::{CannotChange, Editor};
use crate::mend::Mend;
use crate::model::{FlowIndex, Means, Node, NodeIndex, StepOutcome};
use crate::names::Names;

impl Editor<'_> {
    /// Where a choice asks how a step turned out, what is taken else is such an answer too. It is not what follows a way
    /// back that is used up: that is for a person to say.
    pub(super) fn leave_open(&mut self, choice: NodeIndex) {
        let node = &self.model.nodes[choice];
        let Some(rest) = node.default.filter(|rest| self.model.flows[*rest].at_most.is_none()) else {
            return;
        };
        let back = node.outgoing.iter().any(|way| self.model.flows[*way].at_most.is_some());
        if !back || self.model.way_means(rest) == Means::Denied {
            return;
        }
        let Some((step, outcome)) = self.model.asks_outcome(rest) else { return };
        let asked = Mend::turned_out(&self.model.nodes[step].id, &outcome.key);
        if let Ok(condition) = Names::open().parse(&asked) {
            self.model.nodes[choice].default = None;
            self.set_condition(rest, condition);
        }
    }

    /// Two ways out of one choice are two answers: whoever chooses must be able to tell them apart.
    pub(super) fn alone_called_so(
        &self,
        way: FlowIndex,
        step: NodeIndex,
        name: &str,
    ) -> Result<(), CannotChange> {
        let small = typed::key(name);
        let choice = &self.model.nodes[self.model.flows[way].from];
        let asked = |other: &FlowIndex| {
            let said = self.model.flows[*other].condition.as_ref()?.to_string();
            let Node { id, step, .. } = &self.model.nodes[step];
            step.outcomes.iter().find(|own| said.contains(&Mend::turned_out(id, &own.key)))
        };
        let mut others = choice.outgoing.iter().filter(|other| **other != way).filter_map(asked);
        match others.any(|other| typed::key(&other.name) == small) {
            true => Err(CannotChange::SameAnswer { name: name.trim().into() }),
            false => Ok(()),
        }
    }

    /// The way that is taken else is a way the step turns out too, so that it can be chosen.
    pub(super) fn name_the_rest(&mut self, asking: FlowIndex, step: NodeIndex) {
        let choice = &self.model.nodes[self.model.flows[asking].from];
        let (Some(rest), ways) = (choice.default, choice.outgoing.len()) else { return };
        let name = match self.model.flows[rest].name.trim() {
            "" => crate::table::OTHERWISE,
            name => (name, ""),
        };
        let all_asked = choice.outgoing.iter().filter(|way| **way != rest).all(|way| {
            let condition = self.model.flows[*way].condition.as_ref();
            let asked = condition.and_then(|condition| self.model.outcome_of_step(&condition.to_string()));
            asked.is_some_and(|(of, _)| of == step)
        });
        let told = self.model.nodes[step].step.outcomes.len() >= ways;
        if !all_asked || told {
            return;
        }
        let (name, english) = (self.untold(step, name.0), name.1.to_string());
        let means = Some(self.model.likely_means(rest));
        self.outcome(step, StepOutcome { key: "other".into(), name, english, means });
    }

    /// A way a step may turn out: the one that is called so, or a new one; gives its key.
    pub(super) fn outcome(&mut self, step: NodeIndex, wanted: StepOutcome) -> String {
        let outcomes = &mut self.model.nodes[step].step.outcomes;
        let small = typed::key(&wanted.name);
        if let Some(known) = outcomes.iter_mut().find(|outcome| typed::key(&outcome.name) == small) {
            known.means = wanted.means.or(known.means);
            return known.key.clone();
        }
        let taken = |key: &String| outcomes.iter().any(|outcome| outcome.key == *key);
        let numbered = (2..).map(|number| format!("{}-{number}", wanted.key));
        let key = std::iter::once(wanted.key.clone()).chain(numbered).find(|key| !taken(key));
        let key = key.expect("numbers do not end");
        outcomes.push(StepOutcome { key: key.clone(), ..wanted });
        key
    }

    /// A name none of the outcomes of a step has: this one, or with a number.
    fn untold(&self, step: NodeIndex, name: &str) -> String {
        let outcomes = &self.model.nodes[step].step.outcomes;
        let free = |name: &String| !outcomes.iter().any(|own| typed::key(&own.name) == typed::key(name));
        let numbered = (2..).map(|number| format!("{name} ({number})"));
        std::iter::once(name.to_string()).chain(numbered).find(free).expect("numbers do not end")
    }
}
