//! What was accepted is kept with the process: it is told again, each with where it is changed, and what went can be put
//! back.

use super::Mend;
use crate::engine::trigger_of;
use crate::model::{Accepted, Amount, Gone, Model, NodeIndex, TimerTrigger, Trigger};
use language::Text;

/// Proposals that are kept; the oldest go.
const KEPT_MAX: usize = 200;

impl Mend {
    /// What is kept of it, by the drawing before it is carried out.
    pub(crate) fn as_accepted(&self, model: &Model) -> Accepted {
        let element = self.settles().to_string();
        let node = model.index(&element).or(model.flow(&element).map(|flow| flow.from));
        let called = |english| node.map(|node| model.called(node, english, true)).unwrap_or_default();
        let gone = match self {
            Mend::LeftOut { .. } => true,
            Mend::Undecided { step, .. } => step.is_empty(),
            _ => false,
        };
        Accepted {
            place: Text::new(called(false), called(true)),
            told: self.told_later(model),
            gone: node.filter(|_| gone).and_then(|node| gone_of(model, node)),
            kept: matches!(self, Mend::Kept { .. }),
            element,
        }
    }
}

impl Mend {
    /// What it settled; conditions are told where they stand.
    fn told_later(&self, model: &Model) -> Text {
        match self {
            Mend::Condition { .. } => Text::new(
                "Nhánh này đi theo điều kiện đã chọn.",
                "This way is taken by the condition that was chosen.",
            ),
            Mend::When { .. } => Text::new(
                "Điều này xảy ra theo điều kiện đã chọn.",
                "This happens by the condition that was chosen.",
            ),
            Mend::Rounds { times, condition: Some(_), .. } => Text::new(
                format!("Làm lại theo điều kiện đã chọn, nhiều nhất {times} lần."),
                format!("It is done again by the condition that was chosen, {times} times at most."),
            ),
            _ => self.sentences(model),
        }
    }
}

impl Model {
    /// Keeps it with the process that is run, and there what was kept with another before it was settled which one is.
    pub(crate) fn keep(&mut self, accepted: Accepted) {
        let Some(main) = self.main().or((!self.scopes.is_empty()).then_some(0)) else { return };
        let others = (0..self.scopes.len()).filter(|scope| *scope != main);
        let mut kept: Vec<Accepted> =
            others.flat_map(|scope| std::mem::take(&mut self.scopes[scope].accepted)).collect();
        kept.append(&mut self.scopes[main].accepted);
        self.scopes[main].accepted = kept;
        let kept = &mut self.scopes[main].accepted;
        if kept.last() != Some(&accepted) {
            kept.push(accepted);
        }
        let over = kept.len().saturating_sub(KEPT_MAX);
        kept.drain(..over);
    }
}

/// A step, or a wait for a time: what else went is drawn anew.
fn gone_of(model: &Model, node: NodeIndex) -> Option<Gone> {
    let found = &model.nodes[node];
    let after = found.incoming.first().map(|flow| model.nodes[model.flows[*flow].from].id.clone())?;
    let step = &found.step;
    let said = |part: &Option<String>| part.clone().unwrap_or_default();
    let waited = match trigger_of(&found.kind) {
        Some(Trigger::Timer(TimerTrigger::After(Amount::Text(time)))) => Some(time.clone()),
        Some(_) => return None,
        None => None,
    };
    let who = &step.responsible;
    Some(Gone {
        after,
        name: found.name.clone(),
        english: step.english.clone(),
        unit: said(&who.unit),
        role: said(&who.role),
        waits: waited.is_some(),
        time: waited.or(step.time.map(|time| time.standard())).unwrap_or_default(),
        product: step.product.clone(),
    })
}
