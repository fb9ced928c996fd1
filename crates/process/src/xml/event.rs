//! The triggers of events: timers, messages, signals, errors, escalations, conditions, returns.

use super::read::{ModelReader, name};
use super::{child, children, local, text, truth};
use crate::model::{Amount, End, SEVERAL_TIMES, TimerTrigger, Trigger};
use crate::problem::{Part, Reason, TimeForm, Trouble};
use crate::time::WorkingTime;
use crate::values::is_moment;
use roxmltree::Node;

/// What makes an event happen, or why it cannot be run.
pub(crate) enum Triggered {
    Plain,
    By(Trigger),
    Terminate,
    /// What it goes on at, or what goes on at it.
    Link {
        name: String,
    },
    Unsupported,
}

impl<'a, 'i> ModelReader<'a, 'i> {
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
            "timerEventDefinition" => Triggered::By(Trigger::Timer(self.timer(event, definition))),
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
            "escalationEventDefinition" => {
                let code = definition.attribute("escalationRef");
                let code = code.map(|_| self.named(event, definition, "escalationRef"));
                Triggered::By(Trigger::Escalation { code })
            }
            "conditionalEventDefinition" => Triggered::By(self.becomes_true(event, definition)),
            "compensateEventDefinition" => {
                let of = definition.attribute("activityRef").map(|id| local(id).to_string());
                if definition.attribute("waitForCompletion").is_some_and(|text| !truth(Some(text))) {
                    self.wrong(event, Trouble::ReturnIsAwaited);
                }
                Triggered::By(Trigger::Compensation { of: of.filter(|id| !id.is_empty()) })
            }
            // Many programs write the name at the event alone.
            "linkEventDefinition" => {
                match [name(definition), name(event)].into_iter().find(|name| !name.is_empty()) {
                    Some(name) => Triggered::Link { name },
                    None => {
                        self.wrong(event, Trouble::Incomplete { part: Part::LinkName });
                        Triggered::Unsupported
                    }
                }
            }
            "terminateEventDefinition" => Triggered::Terminate,
            kind => {
                let known = if kind == "cancelEventDefinition" { kind } else { event.tag_name().name() };
                let reason = Reason::Event(super::read::place(event));
                self.wrong(event, Trouble::NotExecutable { kind: known.to_string(), reason });
                Triggered::Unsupported
            }
        }
    }

    fn becomes_true(&mut self, event: Node<'a, 'i>, definition: Node<'a, 'i>) -> Trigger {
        let holder = child(definition, "condition");
        let words = holder.map(text).unwrap_or_default();
        let language = holder.and_then(|holder| holder.attribute("language")).unwrap_or_default();
        if words.is_empty() {
            self.wrong(event, Trouble::Incomplete { part: Part::Condition });
            return Trigger::Condition { condition: None, unread: words };
        }
        let condition = self.condition(event, &words, language);
        let unread = if condition.is_some() { String::new() } else { words };
        Trigger::Condition { condition, unread }
    }

    /// The name of what an event refers to, which is what tells two of them apart: its code, its name, its id; the
    /// event's own name where it refers to nothing.
    pub(crate) fn named(&mut self, event: Node<'a, 'i>, definition: Node<'a, 'i>, attribute: &str) -> String {
        let own = || event.attribute("name").or(event.attribute("id")).unwrap_or_default().to_string();
        let Some(to) = definition.attribute(attribute) else { return own() };
        match self.shared.get(local(to)) {
            Some(shared) => {
                let mut names = ["errorCode", "escalationCode", "name"].into_iter();
                let name = names.find_map(|name| shared.attribute(name)).unwrap_or_default();
                if name.is_empty() { local(to).to_string() } else { name.to_string() }
            }
            None => {
                self.wrong(event, Trouble::Dangling { to: to.to_string() });
                own()
            }
        }
    }

    fn timer(&mut self, event: Node<'a, 'i>, definition: Node<'a, 'i>) -> TimerTrigger {
        let part = |name: &str| children(definition).find(|child| child.tag_name().name() == name).map(text);
        let times = ["timeDate", "timeDuration", "timeCycle"].into_iter().filter_map(part);
        let times: Vec<String> = times.filter(|text| !text.is_empty()).collect();
        if times.len() > 1 {
            self.wrong(event, Trouble::SeveralTimes);
            return TimerTrigger::After(Amount::Text(times.join(SEVERAL_TIMES)));
        }
        if let Some(text) = part("timeDate") {
            return TimerTrigger::At(self.amount(event, &text, TimeForm::Moment));
        }
        let cycle = part("timeCycle");
        if let Some(text) = part("timeDuration") {
            // What is to come again says so, wherever it stands.
            if !begins_cycle(&text) {
                return TimerTrigger::After(self.amount(event, &text, TimeForm::Amount));
            }
            return self.every(event, &text);
        }
        match cycle {
            Some(text) => self.every(event, &text),
            None => TimerTrigger::After(self.amount(event, "", TimeForm::Amount)),
        }
    }

    fn every(&mut self, event: Node<'a, 'i>, text: &str) -> TimerTrigger {
        let Some((times, pause)) = cycle(text) else {
            self.wrong(event, Trouble::BadTime { text: text.to_string(), wanted: TimeForm::Cycle });
            return TimerTrigger::After(Amount::Text(text.to_string()));
        };
        // It is told whole.
        let found = self.findings();
        let pause = self.amount(event, pause, TimeForm::Cycle);
        self.tell_time(found, text);
        TimerTrigger::Every { times, pause }
    }

    /// A time as people or the standard write it, or an expression that gives one. What is none is found, and kept as it is
    /// written: who completes it knows where it stands.
    fn amount(&mut self, event: Node<'a, 'i>, text: &str, wanted: TimeForm) -> Amount {
        let (good, looks_like_one): (bool, fn(&str) -> bool) = match wanted {
            TimeForm::Moment => (is_moment(text), begins_time),
            TimeForm::Amount | TimeForm::Cycle => (WorkingTime::parse(text).is_some(), looks_like_amount),
        };
        if good {
            return Amount::Text(text.to_string());
        }
        let bad = Trouble::BadTime { text: text.to_string(), wanted };
        if looks_like_one(text) {
            self.wrong(event, bad);
            return Amount::Text(text.to_string());
        }
        let Some(expression) = self.expression(event, text, "") else {
            return Amount::Text(text.to_string());
        };
        if is_never(&expression, wanted) {
            self.wrong(event, bad);
        }
        Amount::Expression(expression)
    }

    /// Whether an event ends what it happens to: so it does if it does not say otherwise, and so does an error always.
    pub(crate) fn interrupting(&mut self, event: Node, says: &str, trigger: &Trigger) -> bool {
        let drawn = event.attribute(says).is_none_or(|text| truth(Some(text)));
        let error = matches!(trigger, Trigger::Error { .. });
        if error && !drawn {
            self.wrong(event, Trouble::ErrorInterrupts);
        }
        drawn || error
    }
}

/// What an end does by its trigger; nothing for one that cannot end anything.
pub(crate) fn end(triggered: &Triggered) -> Option<End> {
    match triggered {
        Triggered::Plain => Some(End::Plain),
        Triggered::Terminate => Some(End::Terminate),
        Triggered::By(Trigger::Error { code }) => Some(End::Error { code: code.clone().unwrap_or_default() }),
        Triggered::By(Trigger::Timer(_) | Trigger::Condition { .. }) => None,
        Triggered::Link { .. } | Triggered::Unsupported => None,
        Triggered::By(trigger) => Some(End::Throw(trigger.clone())),
    }
}

/// `R3/…`, `R/…`: how often, and what stands behind it.
fn cycle(text: &str) -> Option<(Option<u32>, &str)> {
    let (times, pause) = text.split_once('/')?;
    let times = times.trim().strip_prefix(['R', 'r'])?;
    let times = if times.is_empty() { None } else { Some(times.parse().ok()?) };
    Some((times, pause.trim()))
}

fn begins_cycle(text: &str) -> bool {
    let counted = text.strip_prefix(['R', 'r']).and_then(|text| text.split_once('/'));
    counted.is_some_and(|(times, _)| times.trim_start_matches('-').bytes().all(|byte| byte.is_ascii_digit()))
}

/// Rather a time with a slip in it than an expression.
fn begins_time(text: &str) -> bool {
    let unsigned = text.trim_start_matches(|letter: char| typed::is_dash(letter) || letter == '+');
    let signed = unsigned.len() < text.len() && unsigned.starts_with(['p', 'P']);
    let begins = signed || unsigned.starts_with(|letter: char| letter.is_numeric() || letter == 'P');
    text.is_empty() || begins && !text.contains('(')
}

fn looks_like_amount(text: &str) -> bool {
    let small = typed::one_line(text).to_lowercase();
    let ends = |unit: &str| small.strip_suffix(unit).is_some_and(|before| before.ends_with(' '));
    // `1 ngày (7 giờ)` too.
    let first = |unit: &str| small.split(' ').nth(1) == Some(unit) && small.starts_with(char::is_numeric);
    let units = ["ngày", "giờ", "phút", "tuần", "tháng", "năm"];
    begins_time(text) || units.into_iter().any(ends) || units.into_iter().any(first)
}

/// An expression that looks at nothing and gives no time that can come.
fn is_never(expression: &feel::Expression, wanted: TimeForm) -> bool {
    let value = expression.evaluate(&feel::NamedValues::new(), feel::Budget::default());
    let amount = |text: &str| WorkingTime::parse(text).is_some();
    match (value, wanted) {
        (Ok(feel::Value::Text(text)), TimeForm::Moment) => !is_moment(&text),
        (Ok(feel::Value::Text(text)), _) => !amount(&text),
        (Ok(value @ (feel::Value::Duration(_) | feel::Value::Months(_))), wanted) => {
            wanted == TimeForm::Moment || !amount(&value.to_string())
        }
        (Ok(feel::Value::Number(_) | feel::Value::Bool(_)), _) => true,
        (Ok(feel::Value::Date(_) | feel::Value::DateTime(_)), wanted) => wanted != TimeForm::Moment,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_sentences_offer_is_read() {
        for wanted in [TimeForm::Amount, TimeForm::Moment, TimeForm::Cycle] {
            let (vi, en) = wanted.examples();
            for text in vi.into_iter().chain(en) {
                let good = match wanted {
                    TimeForm::Amount => WorkingTime::parse(text).is_some(),
                    TimeForm::Moment => is_moment(text),
                    TimeForm::Cycle => {
                        cycle(text).is_some_and(|(_, pause)| WorkingTime::parse(pause).is_some())
                    }
                };
                assert!(good, "{text}");
            }
        }
    }
}
