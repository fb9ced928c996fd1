//! The names expressions may use.

use crate::model::{Model, Repeats};
use crate::simulate::Scenario;
use crate::values::from_json;
use feel::{Expression, ExpressionTrouble, Problem, Type};
use std::collections::{BTreeMap, BTreeSet};

/// Names with their types.
#[derive(Clone, Debug, Default)]
pub struct Names {
    pub types: BTreeMap<String, Type>,
    /// The texts some of them may hold, by their names with points: `steps.check.outcome`.
    pub choices: BTreeMap<String, Vec<String>>,
    /// What parts of values are called, beside those of the types: `person.last-name` is one.
    pub parts: BTreeSet<String>,
    /// Others may be there too: a file is looked at without the procedure it is for.
    pub open: bool,
}

impl Names {
    /// Whatever name an expression uses, it may.
    pub fn open() -> Names {
        Names { open: true, ..Names::default() }
    }

    pub fn known(types: BTreeMap<String, Type>) -> Names {
        Names { types, ..Names::default() }
    }

    /// Whatever name, and those of a scenario with their parts, which may have signs in them.
    pub fn of(scenario: &Scenario) -> Names {
        let steps = scenario.steps.values().flat_map(|outcomes| outcomes.as_slice());
        let given = scenario.values.iter().chain(steps.flat_map(|outcome| &outcome.values));
        let mut names = Names::open();
        for (name, json) in given {
            names.types.insert(name.clone(), Type::Any);
            names.parts.extend(from_json(json).part_names().into_iter().map(str::to_string));
        }
        names
    }

    /// The same, where some hold one of a few texts.
    pub fn with_choices(self, choices: BTreeMap<String, Vec<String>>) -> Names {
        Names { choices, ..self }
    }

    /// The same with what a model gives names to itself: what its rules work out, and what its activities are for.
    pub fn within(&self, model: &Model) -> Names {
        let rules =
            model.nodes.iter().filter_map(|node| node.step.rule.as_ref().map(|rule| rule.name.as_str()));
        let items = model.nodes.iter().filter_map(|node| match &node.repeats {
            Repeats::Each { name, .. } => Some(name.as_str()),
            _ => None,
        });
        self.with_made(rules.chain(items))
    }

    /// The same with names the process itself makes. What they hold is known when it runs.
    pub(crate) fn with_made<'a>(&self, made: impl Iterator<Item = &'a str>) -> Names {
        let counts = ["loopCounter", "nrOfInstances", "nrOfCompletedInstances", "nrOfActiveInstances"];
        let mut names = self.clone();
        let made = made.map(|name| (name, Type::Any)).chain(counts.map(|name| (name, Type::Number)));
        for (name, kind) in made.filter(|(name, _)| !name.trim().is_empty()) {
            names.types.entry(name.to_string()).or_insert(kind);
        }
        names
    }

    /// Reads an expression and checks it against the names.
    pub fn parse(&self, text: &str) -> Result<Expression, Vec<Problem>> {
        let names = self.types.keys().map(String::as_str);
        let parts =
            self.types.values().flat_map(Type::part_names).chain(self.parts.iter().map(String::as_str));
        let expression = Expression::parse_knowing(text, names, parts).map_err(|problem| vec![problem])?;
        let problems = feel::check(&expression, &self.types).err().unwrap_or_default();
        let mut problems = self.without_unknown(problems);
        problems.extend(feel::check_choices(&expression, &self.choices));
        if problems.is_empty() { Ok(expression) } else { Err(problems) }
    }

    /// What keeps an expression from being true or false.
    pub fn check_condition(&self, expression: &Expression) -> Vec<Problem> {
        self.known_problems(feel::check_condition(expression, &self.types))
    }

    /// What in it has an answer, and most likely another than its author thinks.
    pub fn remarks(&self, expression: &Expression) -> Vec<Problem> {
        feel::remarks(expression, &self.types)
    }

    /// What keeps an expression from being a list.
    pub fn check_list(&self, expression: &Expression) -> Vec<Problem> {
        self.known_problems(feel::check_list(expression, &self.types))
    }

    fn known_problems(&self, checked: Result<(), Vec<Problem>>) -> Vec<Problem> {
        let unknown = |problem: &Problem| matches!(problem.trouble, ExpressionTrouble::UnknownName { .. });
        match checked {
            Ok(()) => Vec::new(),
            // Where a name is not known, neither is what the whole gives.
            Err(problems) if self.open && problems.iter().any(unknown) => Vec::new(),
            Err(problems) => self.without_unknown(problems),
        }
    }

    fn without_unknown(&self, problems: Vec<Problem>) -> Vec<Problem> {
        let unknown = |problem: &Problem| matches!(problem.trouble, ExpressionTrouble::UnknownName { .. });
        problems.into_iter().filter(|problem| !(self.open && unknown(problem))).collect()
    }
}
