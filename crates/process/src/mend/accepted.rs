//! What was accepted is kept with the process: it is told again, each with where it is changed, and what went can be put
//! back.

use super::Mend;
use crate::described::described;
use crate::engine::trigger_of;
use crate::model::{
    Accepted, Amount, End, Gone, GoneKind, Means, Model, NodeIndex, NodeKind, Over, Repeats, Task,
    TimerTrigger, Trigger,
};
use crate::time::WorkingTime;
use feel::Expression;
use language::{Language, Text};

/// So far is looked behind a start event for what is left of what it led to.
const FAR_MAX: usize = 8;
/// Proposals that are kept; the oldest go.
const KEPT_MAX: usize = 200;

impl Mend {
    /// What goes by it, each for itself, where that can be put back one by one.
    pub(crate) fn starts_gone(&self, model: &Model) -> Vec<Accepted> {
        match self {
            Mend::OneStart { others, .. } => others.iter().filter_map(|own| start_of(model, own)).collect(),
            _ => Vec::new(),
        }
    }

    /// What is kept of it, by the drawing before it is carried out.
    pub(crate) fn as_accepted(&self, model: &Model) -> Accepted {
        let element = self.settles().to_string();
        let node = model.index(&element).or(model.flow(&element).map(|flow| flow.from));
        let called = |language| node.map(|node| place_of(model, node, language)).unwrap_or_default();
        let gone = match self {
            Mend::LeftOut { .. } => node.and_then(|node| gone_of(model, node)),
            Mend::Undecided { step, .. } if step.is_empty() => node.and_then(|node| gone_of(model, node)),
            Mend::WithoutFlow { flow } => arrow_of(model, flow),
            Mend::OneProcess { keep, others } => Some(Gone {
                kind: GoneKind::Choice,
                before: others.iter().chain([keep]).cloned().collect(),
                ..Gone::default()
            }),
            _ => None,
        };
        Accepted {
            place: Text::new(called(Language::Vietnamese), called(Language::English)),
            told: self.told_later(model),
            gone,
            kept: matches!(self, Mend::Kept { .. }),
            mend: Some(self.clone()),
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
        // What is settled anew is told once.
        let again = |old: &Accepted| match (&old.mend, &accepted.mend) {
            (Some(old), Some(new)) => new.settles_the_same(old),
            _ => *old == accepted,
        };
        // Of what goes nothing else counts any more.
        let goes = |old: &Accepted| accepted.gone.is_some() && old.element == accepted.element;
        kept.retain(|old| !again(old) && !goes(old));
        kept.push(accepted);
        let over = kept.len().saturating_sub(KEPT_MAX);
        kept.drain(..over);
    }
}

impl Accepted {
    /// Whether the drawing still says what was accepted: it may have been changed since.
    pub fn holds(&self, model: &Model) -> bool {
        self.mend.as_ref().is_none_or(|mend| mend.holds(model))
    }
}

impl Mend {
    /// Whether another one was about the same matter: of the two the later one counts.
    fn settles_the_same(&self, old: &Mend) -> bool {
        let goes =
            |mend: &Mend| matches!(mend, Mend::LeftOut { .. } | Mend::Kept { .. } | Mend::Undecided { .. });
        let alike = match (self, old) {
            (Mend::Answer { flow, .. }, Mend::Answer { flow: other, .. }) => flow == other,
            (Mend::UsedUp { choice, .. }, Mend::UsedUp { choice: other, .. }) => return choice == other,
            (Mend::OneStart { keep, others }, Mend::OneStart { keep: old, others: before }) => {
                return others.contains(old) || before.contains(keep) || keep == old;
            }
            (Mend::OneProcess { .. }, Mend::OneProcess { .. }) => return true,
            _ => goes(self) && goes(old) || std::mem::discriminant(self) == std::mem::discriminant(old),
        };
        alike && self.settles() == old.settles()
    }

    /// Whether a drawing says it. Of what was only put there, or put elsewhere since, it is enough that it stands.
    fn holds(&self, model: &Model) -> bool {
        let is = |said: &Option<Expression>, wanted: &str| {
            said.as_ref().is_some_and(|said| said.to_string().trim() == wanted.trim())
        };
        let node = |id: &str| model.node(id);
        let rest = |choice: &str| node(choice).and_then(|choice| choice.default);
        match self {
            Mend::Answer { flow, step, name, means, .. } => {
                let outcomes = node(step).map(|step| step.step.outcomes.as_slice()).unwrap_or_default();
                let outcome = outcomes.iter().find(|outcome| outcome.name == name.trim());
                let Some((outcome, way)) = outcome.zip(model.flow(flow)) else { return false };
                let asked = Mend::turned_out(step, &outcome.key);
                let asks = way.condition.as_ref().is_some_and(|said| said.to_string().contains(&asked));
                let else_taken =
                    model.nodes[way.from].default.map(|rest| &model.flows[rest].id) == Some(flow);
                outcome.means == Some(*means) && (asks || else_taken)
            }
            Mend::Condition { flow, condition } => {
                model.flow(flow).is_some_and(|way| is(&way.condition, condition))
            }
            Mend::When { element, condition } => {
                let trigger = node(element).and_then(|node| trigger_of(&node.kind));
                matches!(trigger, Some(Trigger::Condition { condition: said, .. }) if is(said, condition))
            }
            Mend::UsedUp { choice, flow, .. } if flow.is_empty() => {
                rest(choice).is_some_and(|way| model.way_means(way) == Means::Denied)
            }
            Mend::Otherwise { choice, flow } | Mend::UsedUp { choice, flow, .. } => {
                rest(choice).is_some_and(|way| model.flows[way].id == *flow)
            }
            Mend::AtMost { flow, times } => model.flow(flow).and_then(|way| way.at_most) == Some(*times),
            Mend::Rounds { step, times, condition } => match node(step).map(|step| &step.repeats) {
                Some(Repeats::While { at_most, condition: said, .. }) => {
                    *at_most == Some(*times) && condition.as_ref().is_none_or(|wanted| is(said, wanted))
                }
                _ => false,
            },
            Mend::Each { step, count } => match node(step).map(|step| &step.repeats) {
                Some(Repeats::Each { over: Over::Count(said), .. }) => {
                    said.to_string().trim() == count.trim()
                }
                _ => false,
            },
            Mend::Time { element, time } => {
                let said = node(element).and_then(|node| match node.kind {
                    NodeKind::Task(_) => node.step.time,
                    _ => waited(trigger_of(&node.kind)),
                });
                said == WorkingTime::parse(time)
            }
            Mend::Told { element, name } => node(element).is_some_and(|node| node.name == name.trim()),
            Mend::BegunBy { element, message, time, interrupting } => {
                let begun = model.index(element).and_then(|node| model.begun_by(node));
                let interrupts = matches!(node(element).map(|node| &node.kind),
                    Some(NodeKind::EventSubProcess { interrupting: now, .. }) if now == interrupting);
                interrupts
                    && match begun {
                        Some((_, Trigger::Message { name })) => {
                            time.trim().is_empty() && name == message.trim()
                        }
                        Some((_, trigger)) => waited(Some(trigger)) == WorkingTime::parse(time),
                        None => false,
                    }
            }
            Mend::AsStep { element, .. } => {
                node(element).is_some_and(|node| matches!(node.kind, NodeKind::Task(Task::User)))
            }
            Mend::Kept { step } => node(step).is_some(),
            Mend::LeftOut { step } => node(step).is_none(),
            Mend::Undecided { event, step } => node(event).is_none() == step.trim().is_empty(),
            Mend::OneProcess { keep, .. } => model.main().is_some_and(|main| model.scopes[main].id == *keep),
            Mend::WithoutFlow { flow } => model.flow(flow).is_none(),
            Mend::OneStart { keep, .. } | Mend::PlainStart { start: keep } => node(keep).is_some(),
            Mend::ReturnedBy { event, .. } => node(event).is_some(),
            Mend::EndsThere { end, means } => model.index(end).is_some_and(|end| {
                let found = &model.nodes[end];
                let said = found.step.means.unwrap_or(Means::of_words(&found.name));
                matches!(found.kind, NodeKind::End(End::Terminate)) && said == *means
            }),
            Mend::Joined { .. }
            | Mend::OneWay { .. }
            | Mend::Signed { .. }
            | Mend::Start { .. }
            | Mend::End { .. } => true,
        }
    }
}

/// How long is waited, where that is an amount that is written.
fn waited(trigger: Option<&Trigger>) -> Option<WorkingTime> {
    match trigger {
        Some(Trigger::Timer(
            TimerTrigger::After(Amount::Text(time)) | TimerTrigger::Every { pause: Amount::Text(time), .. },
        )) => WorkingTime::parse(time),
        _ => None,
    }
}

/// By its name, or that of what comes before it; what has none near it by what it is.
fn place_of(model: &Model, node: NodeIndex, language: Language) -> String {
    let called = model.called(node, language == Language::English, true);
    let found = &model.nodes[node];
    if called == found.id && !found.is_activity() { described(model, node, language) } else { called }
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
        kind: if waited.is_some() { GoneKind::Wait } else { GoneKind::Step },
        time: waited.or(step.time.map(|time| time.standard())).unwrap_or_default(),
        product: step.product.clone(),
        product_english: step.product_english.clone(),
        before: Vec::new(),
    })
}

fn arrow_of(model: &Model, flow: &str) -> Option<Gone> {
    let way = model.flow(flow)?;
    Some(Gone {
        after: model.nodes[way.from].id.clone(),
        name: way.name.clone(),
        kind: GoneKind::Arrow,
        before: vec![model.nodes[way.to].id.clone()],
        ..Gone::default()
    })
}

/// A start event that went, by which it is drawn again: each is put back by itself.
fn start_of(model: &Model, start: &str) -> Option<Accepted> {
    let node = model.index(start)?;
    let found = &model.nodes[node];
    // Where ways meet goes with the last of them, and a step of the counter may go too.
    let next = |node: &NodeIndex| model.nodes[*node].outgoing.first().map(|flow| model.flows[*flow].to);
    let leads_to = std::iter::successors(next(&node), next).take(FAR_MAX);
    let leads_to = leads_to.map(|node| model.nodes[node].id.clone());
    let gone = Gone {
        name: found.name.clone(),
        english: found.step.english.clone(),
        time: waited(trigger_of(&found.kind)).map(|time| time.standard()).unwrap_or_default(),
        kind: if trigger_of(&found.kind).is_some() { GoneKind::Start } else { GoneKind::PlainStart },
        before: leads_to.collect(),
        ..Gone::default()
    };
    let told = Text::new("Bỏ chỗ bắt đầu này.", "This beginning is left out.");
    let place =
        Text::new(described(model, node, Language::Vietnamese), described(model, node, Language::English));
    Some(Accepted { element: start.into(), place, told, gone: Some(gone), ..Accepted::default() })
}
