//! What is said of an element: its work, how often it is done, and expressions.

use super::super::{
    child,
    extension::{self, Extension},
    text, truth,
};
use super::ModelReader;
use super::foreign::foreign;
use crate::model::{LinkedTask, Over, Repeats, Rule, TaskWork};
use crate::problem::{Part, TimeForm, Trouble};
use crate::time::WorkingTime;
use feel::Expression;
use roxmltree::Node;

impl<'a, 'i> ModelReader<'a, 'i> {
    pub(super) fn step(&mut self, element: Node<'a, 'i>, extension: &mut Extension) -> TaskWork {
        let time = extension.take("time").and_then(|text| {
            let time = WorkingTime::of_step(&text);
            if time.is_none() {
                self.wrong(element, Trouble::BadTime { text, wanted: TimeForm::Amount });
            }
            time
        });
        let rule = extension.rule.take().and_then(|(name, value)| {
            let value = self.expression(element, &value, "")?;
            Some(Rule { name, value })
        });
        for text in std::mem::take(&mut extension.bad_means) {
            self.wrong(element, Trouble::BadPart { part: Part::Means, text });
        }
        let apart = extension.take("apart-from").unwrap_or_default();
        let linked = match (extension.take("agency"), extension.take("procedure")) {
            (None, None) => None,
            (agency, procedure) => Some(LinkedTask {
                agency: agency.unwrap_or_default(),
                procedure: procedure.unwrap_or_default(),
            }),
        };
        TaskWork {
            responsible: extension.responsible(),
            time,
            product: extension.take("product").unwrap_or_default(),
            product_english: extension.take("product-english").unwrap_or_default(),
            english: extension.take("english").unwrap_or_default(),
            outcomes: std::mem::take(&mut extension.outcomes),
            apart_from: apart.split_whitespace().map(str::to_string).collect(),
            rule,
            linked,
            means: extension.means,
        }
    }

    pub(super) fn repeats(&mut self, element: Node<'a, 'i>, extension: &mut Extension) -> Repeats {
        if let Some(each) = child(element, "multiInstanceLoopCharacteristics") {
            let mut own = extension::read(each);
            let mut said = |name: &str| own.take(name).or_else(|| extension.take(name));
            let name = said("name").unwrap_or_else(|| "item".into());
            let list = said("over").or_else(|| child(each, "loopDataInputRef").map(text));
            let expression = |reader: &mut Self, text: &str| reader.expression(element, text, "");
            let count = child(each, "loopCardinality").map(text).filter(|text| !text.is_empty());
            let over = match (list, count) {
                (Some(list), _) => {
                    let list = expression(self, &list);
                    for problem in list.iter().flat_map(|list| self.names.check_list(list)) {
                        let text = list.as_ref().map(ToString::to_string).unwrap_or_default();
                        self.wrong(element, Trouble::BadExpression { text, problem });
                    }
                    list.map(Over::List)
                }
                (None, Some(count)) => expression(self, &count).map(Over::Count),
                (None, None) => {
                    self.wrong(element, Trouble::Incomplete { part: Part::Count });
                    None
                }
            };
            let until = child(each, "completionCondition").map(text).filter(|text| !text.is_empty());
            let until = until.and_then(|until| expression(self, &until));
            let sequential = truth(each.attribute("isSequential"));
            let over = over.unwrap_or(Over::Open);
            return Repeats::Each { over, sequential, until, name };
        }
        if let Some(again) = child(element, "standardLoopCharacteristics") {
            let condition = child(again, "loopCondition").map(text).filter(|text| !text.is_empty());
            return Repeats::While {
                condition: condition.and_then(|condition| self.expression(element, &condition, "")),
                test_before: truth(again.attribute("testBefore")),
                at_most: again.attribute("loopMaximum").and_then(|text| {
                    let most = text.trim().parse().ok();
                    if most.is_none() {
                        let text = text.to_string();
                        self.wrong(element, Trouble::BadPart { part: Part::Rounds, text });
                    }
                    most
                }),
            };
        }
        Repeats::Once
    }

    /// Reads an expression; what is wrong with it becomes a finding at the element.
    pub(crate) fn expression(&mut self, element: Node, text: &str, language: &str) -> Option<Expression> {
        let text = text.trim();
        if let Some((language, instead)) = foreign(text, language, self.names) {
            let text = text.to_string();
            self.wrong(element, Trouble::ForeignExpression { text, language, instead });
            return None;
        }
        let text = text.strip_prefix('=').unwrap_or(text).trim();
        match self.names.parse(text) {
            Ok(expression) => {
                for problem in self.names.remarks(&expression) {
                    self.wrong(element, Trouble::OddExpression { text: text.to_string(), problem });
                }
                Some(expression)
            }
            Err(problems) => {
                for problem in problems {
                    self.wrong(element, Trouble::BadExpression { text: text.to_string(), problem });
                }
                None
            }
        }
    }

    /// The same for one that is to be true or false.
    pub(crate) fn condition(&mut self, element: Node, text: &str, language: &str) -> Option<Expression> {
        let expression = self.expression(element, text, language);
        if let Some(expression) = &expression {
            for problem in self.names.check_condition(expression) {
                self.wrong(element, Trouble::BadExpression { text: expression.to_string(), problem });
            }
        }
        expression
    }
}

/// What says of an element how often it is done.
pub(super) fn how_often<'a, 'i>(element: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    let each = || child(element, "multiInstanceLoopCharacteristics");
    each().or_else(|| child(element, "standardLoopCharacteristics"))
}
