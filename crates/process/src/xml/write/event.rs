//! What an event is triggered by, and how often something is done.

use super::Writer;
use super::shared::reference;
use crate::model::{Amount, Over, Repeats, TimerTrigger, Trigger};

impl Writer<'_> {
    pub(super) fn repeats(&mut self, repeats: &Repeats) {
        match repeats {
            Repeats::Once => {}
            Repeats::While { condition, test_before, at_most } => {
                let most = at_most.map(|most| most.to_string()).unwrap_or_default();
                let before = if *test_before { "true" } else { "" };
                self.open("standardLoopCharacteristics", &[("testBefore", before), ("loopMaximum", &most)]);
                if let Some(condition) = condition {
                    self.words("loopCondition", &[], &format!("={condition}"));
                }
                self.close("standardLoopCharacteristics");
            }
            Repeats::Each { over, sequential, until, name } => {
                let sequential = if *sequential { "true" } else { "false" };
                self.open("multiInstanceLoopCharacteristics", &[("isSequential", sequential)]);
                self.open("extensionElements", &[]);
                if let Over::List(list) = over {
                    self.empty("motcua:each", &[("over", &list.to_string()), ("name", name)]);
                } else {
                    self.empty("motcua:each", &[("name", name)]);
                }
                self.close("extensionElements");
                if let Over::Count(count) = over {
                    self.words("loopCardinality", &[], &format!("={count}"));
                }
                if let Some(until) = until {
                    self.words("completionCondition", &[], &format!("={until}"));
                }
                self.close("multiInstanceLoopCharacteristics");
            }
        }
    }

    pub(super) fn trigger(&mut self, trigger: &Trigger) {
        let refers = |writer: &mut Self, name: &str, attribute: &str, id: String| {
            writer.empty(name, &[(attribute, &id)]);
        };
        match trigger {
            Trigger::Message { name } => {
                refers(self, "messageEventDefinition", "messageRef", reference("message", name));
            }
            Trigger::Signal { name } => {
                refers(self, "signalEventDefinition", "signalRef", reference("signal", name));
            }
            Trigger::Error { code } => {
                let id = code.as_ref().map(|code| reference("error", code)).unwrap_or_default();
                refers(self, "errorEventDefinition", "errorRef", id);
            }
            Trigger::Escalation { code } => {
                let id = code.as_ref().map(|code| reference("escalation", code)).unwrap_or_default();
                refers(self, "escalationEventDefinition", "escalationRef", id);
            }
            Trigger::Condition { condition, unread } => {
                self.open("conditionalEventDefinition", &[]);
                let words = condition.as_ref().map_or(unread.clone(), |condition| format!("={condition}"));
                self.words("condition", &[("xsi:type", "bpmn:tFormalExpression")], &words);
                self.close("conditionalEventDefinition");
            }
            Trigger::Compensation { of } => {
                let of = of.clone().unwrap_or_default();
                self.empty("compensateEventDefinition", &[("activityRef", &of)]);
            }
            Trigger::Timer(timer) => {
                self.open("timerEventDefinition", &[]);
                let amount = |amount: &Amount| match amount {
                    Amount::Text(text) => text.clone(),
                    Amount::Expression(expression) => format!("={expression}"),
                };
                let (name, words) = match timer {
                    TimerTrigger::At(moment) => ("timeDate", amount(moment)),
                    TimerTrigger::After(time) => ("timeDuration", amount(time)),
                    TimerTrigger::Every { times, pause } => {
                        let times = times.map(|times| times.to_string()).unwrap_or_default();
                        ("timeCycle", format!("R{times}/{}", amount(pause)))
                    }
                };
                self.words(name, &[("xsi:type", "bpmn:tFormalExpression")], &words);
                self.close("timerEventDefinition");
            }
        }
    }
}
