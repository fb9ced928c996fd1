//! The names expressions may use.

use feel::{Expression, Problem, Trouble, Type};
use std::collections::BTreeMap;

/// Names with their types.
#[derive(Clone, Debug, Default)]
pub struct Names {
    pub types: BTreeMap<String, Type>,
    /// The texts some of them may hold, by their names with points: `steps.check.outcome`.
    pub choices: BTreeMap<String, Vec<String>>,
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

    /// The same, where some hold one of a few texts.
    pub fn with_choices(self, choices: BTreeMap<String, Vec<String>>) -> Names {
        Names { choices, ..self }
    }

    /// Reads an expression and checks it against the names.
    pub fn parse(&self, text: &str) -> Result<Expression, Vec<Problem>> {
        let names = self.types.keys().map(String::as_str);
        let expression = Expression::parse(text, names).map_err(|problem| vec![problem])?;
        let problems = feel::check(&expression, &self.types).err().unwrap_or_default();
        let mut problems = self.without_unknown(problems);
        problems.extend(feel::check_choices(&expression, &self.choices));
        if problems.is_empty() { Ok(expression) } else { Err(problems) }
    }

    /// What keeps an expression from being true or false.
    pub fn check_condition(&self, expression: &Expression) -> Vec<Problem> {
        self.known_problems(feel::check_condition(expression, &self.types))
    }

    /// What keeps an expression from being a list.
    pub fn check_list(&self, expression: &Expression) -> Vec<Problem> {
        self.known_problems(feel::check_list(expression, &self.types))
    }

    fn known_problems(&self, checked: Result<(), Vec<Problem>>) -> Vec<Problem> {
        let unknown = |problem: &Problem| matches!(problem.trouble, Trouble::UnknownName { .. });
        match checked {
            Ok(()) => Vec::new(),
            // Where a name is not known, neither is what the whole gives.
            Err(problems) if self.open && problems.iter().any(unknown) => Vec::new(),
            Err(problems) => self.without_unknown(problems),
        }
    }

    fn without_unknown(&self, problems: Vec<Problem>) -> Vec<Problem> {
        let unknown = |problem: &Problem| matches!(problem.trouble, Trouble::UnknownName { .. });
        problems.into_iter().filter(|problem| !(self.open && unknown(problem))).collect()
    }
}
