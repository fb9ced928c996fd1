//! What was accepted to go stands again.

use super::mend::missing;
use super::{CannotChange, Editor, NewElement, StepDetails};
use crate::mend::Mend;
use crate::model::{Amount, Gateway, Gone, GoneKind, NodeIndex, NodeKind, TimerTrigger, Trigger};

impl Editor<'_> {
    /// What went stands again where it stood.
    pub(super) fn put_back(&mut self, place: usize) -> Result<(), CannotChange> {
        let gone = || CannotChange::NoSuch { id: place.to_string() };
        let main = self.model.main().ok_or_else(gone)?;
        let accepted = self.model.scopes[main].accepted.get(place).cloned().ok_or_else(gone)?;
        let went = accepted.gone.ok_or_else(gone)?;
        match went.kind {
            GoneKind::Arrow => {
                self.arrow_again(&went)?;
                self.model.scopes[main].accepted.remove(place);
            }
            GoneKind::Start | GoneKind::PlainStart => {
                let start = self.start_again(&accepted.element, &went)?;
                self.model.scopes[main].accepted.remove(place);
                // It begins at one: this one now, and no longer where it did.
                let nodes = &self.model.scopes[self.model.nodes[start].scope].nodes;
                let is_other = |node: &&NodeIndex| {
                    **node != start && matches!(self.model.nodes[**node].kind, NodeKind::Start(_))
                };
                let id = |node: &NodeIndex| self.model.nodes[*node].id.clone();
                let others: Vec<String> = nodes.iter().filter(is_other).map(id).collect();
                if !others.is_empty() {
                    self.accept(&Mend::OneStart { keep: id(&start), others })?;
                }
            }
            GoneKind::Choice => {
                self.model.scopes[main].accepted.remove(place);
                let kept = std::mem::take(&mut self.model.scopes[main].accepted);
                for scope in &mut self.model.scopes {
                    scope.executable |= scope.owner.is_none() && went.before.contains(&scope.id);
                }
                // Which one is run is asked again.
                let main = self.model.main().unwrap_or(main);
                self.model.scopes[main].accepted = kept;
            }
            GoneKind::Step | GoneKind::Wait => {
                let new = self.stand_again(&accepted.element, went)?;
                let kept = Mend::Kept { step: self.model.nodes[new].id.clone() };
                self.model.scopes[main].accepted[place] = kept.as_accepted(&self.model);
            }
        }
        Ok(())
    }

    /// A step or a wait, after what it stood behind.
    fn stand_again(&mut self, element: &str, went: Gone) -> Result<NodeIndex, CannotChange> {
        let Gone { after, name, english, unit, role, time, kind, .. } = went;
        let (product, product_english) = (went.product, went.product_english);
        let after = self.place(&after)?;
        let out = self.exit(after)?;
        let new = if kind == GoneKind::Wait {
            let (scope, id) = (self.model.nodes[after].scope, self.free(element));
            let trigger = Trigger::Timer(TimerTrigger::After(Amount::Text(time)));
            let wait = self.model.add_node(scope, &id, &name, NodeKind::Catch(trigger));
            self.model.nodes[wait].step.english = english;
            wait
        } else {
            let name = if name.is_empty() { element.to_string() } else { name };
            let about = StepDetails {
                name,
                english,
                unit,
                role,
                time,
                product,
                product_english,
                ..StepDetails::default()
            };
            self.new_step(after, &NewElement { id: element.to_string(), about })?
        };
        self.put_on(out, new);
        Ok(new)
    }

    /// The first that is left of what it led to.
    fn led_to(&self, went: &Gone) -> Result<NodeIndex, CannotChange> {
        let left = went.before.iter().find_map(|id| self.model.index(id));
        left.ok_or_else(|| missing(went.before.first().map_or("", String::as_str)))
    }

    fn arrow_again(&mut self, went: &Gone) -> Result<(), CannotChange> {
        let (from, to) = (self.place(&went.after)?, self.led_to(went)?);
        let way = self.model.add_flow(from, to);
        self.model.flows[way].name = went.name.clone();
        Ok(())
    }

    /// A start event before what it led to.
    fn start_again(&mut self, element: &str, went: &Gone) -> Result<NodeIndex, CannotChange> {
        let to = self.led_to(went)?;
        let trigger = match (went.kind, went.time.is_empty(), went.name.is_empty()) {
            (GoneKind::PlainStart, ..) | (_, true, true) => None,
            (_, false, _) => Some(Trigger::Timer(TimerTrigger::After(Amount::Text(went.time.clone())))),
            (_, true, false) => Some(Trigger::Message { name: went.name.clone() }),
        };
        let (scope, id) = (self.model.nodes[to].scope, self.free(element));
        let start = self.model.add_node(scope, &id, &went.name, NodeKind::Start(trigger));
        self.model.nodes[start].step.english = went.english.clone();
        let meets = matches!(self.model.nodes[to].kind, NodeKind::Gateway(_));
        let to = if meets { to } else { self.before(to, Gateway::Exclusive) };
        self.model.add_flow(start, to);
        Ok(start)
    }
}
