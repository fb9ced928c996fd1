//! Doing a step for each of several.

use super::{CannotChange, Editor};
use crate::model::{NodeIndex, Over, Repeats};

impl Editor<'_> {
    /// Done for each of a list, or as often as a number says; what else was drawn of it stays.
    pub(super) fn each(&self, step: NodeIndex, said: &str, name: &str) -> Result<Repeats, CannotChange> {
        let expression = self.parse(said)?;
        let before = &self.model.nodes[step].repeats;
        let counted =
            matches!(before, Repeats::Each { over: Over::Count(count), .. } if *count == expression);
        let over = match counted || said.trim().parse::<i64>().is_ok() {
            true => Over::Count(expression),
            false => {
                let problems = self.names.check_list(&expression);
                if !problems.is_empty() {
                    return Err(CannotChange::BadExpression { text: said.trim().into(), problems });
                }
                Over::List(expression)
            }
        };
        let (sequential, until, called) = match before.clone() {
            Repeats::Each { sequential, until, name, .. } => (sequential, until, name),
            _ => (false, None, "item".into()),
        };
        let name = if name.trim().is_empty() { called } else { name.trim().to_string() };
        Ok(Repeats::Each { over, sequential, until, name })
    }

    pub(super) fn repeat(&mut self, step: NodeIndex, repeats: Repeats) {
        let node = &mut self.model.nodes[step];
        // What is done once is kept apart from nothing it is itself.
        if !matches!(repeats, Repeats::Each { .. }) {
            node.step.apart_from.retain(|id| *id != node.id);
        }
        (node.repeats, node.drawn) = (repeats, String::new());
    }
}
