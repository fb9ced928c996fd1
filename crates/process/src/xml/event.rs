//! The triggers of events: timers, messages, signals, errors.

use super::read::Reader;
use super::{children, local, text, truth};
use crate::model::{Amount, End, Timer, Trigger};
use crate::problem::{Reason, Trouble};
use roxmltree::Node;

/// What makes an event happen, or why it cannot be run.
pub(crate) enum Triggered {
    Plain,
    By(Trigger),
    Terminate,
    Unsupported,
}

impl<'a, 'i> Reader<'a, 'i> {
    pub(crate) fn triggered(&mut self, event: Node<'a, 'i>) -> Triggered {
        let mut definitions: Vec<Node> =
            children(event).filter(|child| child.tag_name().name().ends_with("EventDefinition")).collect();
        for reference in children(event).filter(|child| child.tag_name().name() == "eventDefinitionRef") {
            let to = text(reference);
            match self.shared.get(local(&to)).copied() {
                Some(definition) => definitions.push(definition),
                None => self.wrong(event, Trouble::Dangling { to }),
            }
        }
        let definition = match definitions.as_slice() {
            [] => return Triggered::Plain,
            [one] => *one,
            _ => {
                self.unsupported(event, Reason::SeveralTriggers);
                return Triggered::Unsupported;
            }
        };
        match definition.tag_name().name() {
            "timerEventDefinition" => match self.timer(event, definition) {
                Some(timer) => Triggered::By(Trigger::Timer(timer)),
                None => Triggered::Unsupported,
            },
            "messageEventDefinition" => {
                Triggered::By(Trigger::Message { name: self.named(event, definition, "messageRef") })
            }
            "signalEventDefinition" => {
                Triggered::By(Trigger::Signal { name: self.named(event, definition, "signalRef") })
            }
            "errorEventDefinition" => {
                let code =
                    definition.attribute("errorRef").map(|_| self.named(event, definition, "errorRef"));
                Triggered::By(Trigger::Error { code })
            }
            "terminateEventDefinition" => Triggered::Terminate,
            kind => {
                let kind = kind.trim_end_matches("EventDefinition").to_string();
                self.wrong(event, Trouble::NotExecutable { kind, reason: Reason::Event });
                Triggered::Unsupported
            }
        }
    }

    /// The name of what an event refers to, which is what tells two of them apart: its code, its name, its id; the
    /// event's own name where it refers to nothing.
    pub(crate) fn named(&mut self, event: Node<'a, 'i>, definition: Node<'a, 'i>, attribute: &str) -> String {
        let own = || event.attribute("name").or(event.attribute("id")).unwrap_or_default().to_string();
        let Some(to) = definition.attribute(attribute) else { return own() };
        match self.shared.get(local(to)) {
            Some(shared) => {
                let name = shared.attribute("errorCode").or(shared.attribute("name")).unwrap_or_default();
                if name.is_empty() { local(to).to_string() } else { name.to_string() }
            }
            None => {
                self.wrong(event, Trouble::Dangling { to: to.to_string() });
                own()
            }
        }
    }

    fn timer(&mut self, event: Node<'a, 'i>, definition: Node<'a, 'i>) -> Option<Timer> {
        let part = |name: &str| children(definition).find(|child| child.tag_name().name() == name).map(text);
        let bad = |reader: &mut Self, text: String| {
            reader.wrong(event, Trouble::BadTime { text });
            None
        };
        if let Some(text) = part("timeDate") {
            return self.amount(event, &text, is_moment).map(Timer::At);
        }
        if let Some(text) = part("timeDuration") {
            return self.amount(event, &text, is_duration).map(Timer::After);
        }
        let Some(text) = part("timeCycle") else { return bad(self, String::new()) };
        let Some((times, pause)) = text.split_once('/').filter(|(times, _)| times.starts_with(['R', 'r']))
        else {
            return bad(self, text);
        };
        let times = match &times[1..] {
            "" => None,
            number => match number.parse() {
                Ok(times) => Some(times),
                Err(_) => return bad(self, text),
            },
        };
        let pause = self.amount(event, pause, is_duration)?;
        Some(Timer::Every { times, pause })
    }

    /// A time as the standard writes it, or an expression that gives one.
    fn amount(&mut self, event: Node<'a, 'i>, text: &str, standard: fn(&str) -> bool) -> Option<Amount> {
        if standard(text) {
            return Some(Amount::Text(text.to_string()));
        }
        let looks_like_one =
            text.is_empty() || text.starts_with(|letter: char| letter.is_ascii_digit() || letter == 'P');
        if looks_like_one && !text.contains('(') {
            self.wrong(event, Trouble::BadTime { text: text.to_string() });
            return None;
        }
        self.expression(event, text, "").map(Amount::Expression)
    }

    pub(crate) fn interrupting(event: Node) -> bool {
        event.attribute("cancelActivity").is_none_or(|text| truth(Some(text)))
    }
}

/// What an end does by its trigger; nothing for one that cannot end anything.
pub(crate) fn end(triggered: &Triggered) -> Option<End> {
    match triggered {
        Triggered::Plain => Some(End::Plain),
        Triggered::Terminate => Some(End::Terminate),
        Triggered::By(Trigger::Error { code }) => Some(End::Error { code: code.clone().unwrap_or_default() }),
        Triggered::By(Trigger::Timer(_)) | Triggered::Unsupported => None,
        Triggered::By(trigger) => Some(End::Throw(trigger.clone())),
    }
}

fn value(literal: &str) -> Option<feel::Value> {
    let expression =
        feel::Expression::parse(&format!("@\"{}\"", literal.replace(['"', '\\'], "")), []).ok()?;
    expression.evaluate(&feel::Context::new(), feel::Budget::default()).ok()
}

fn is_moment(text: &str) -> bool {
    matches!(value(text), Some(feel::Value::DateTime(_) | feel::Value::Date(_)))
}

fn is_duration(text: &str) -> bool {
    text.starts_with('P') && matches!(value(text), Some(feel::Value::Duration(_) | feel::Value::Months(_)))
}
