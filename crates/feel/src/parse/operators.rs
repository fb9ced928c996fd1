//! What binds two parts, from the loosest to the tightest.

use super::{NESTED_MAX, Parsed, Parser};
use crate::ast::{ExpressionNode, Operator, SyntaxKind, Test};
use crate::lex;
use crate::problem::{ExpressionTrouble, Problem};

impl Parser<'_> {
    pub(super) fn disjunction(&mut self) -> Parsed<ExpressionNode> {
        self.left_to_right(Self::conjunction, |parser| parser.take_words(&["or"]).then_some(Operator::Or))
    }

    pub(super) fn conjunction(&mut self) -> Parsed<ExpressionNode> {
        self.left_to_right(Self::comparison, |parser| parser.take_words(&["and"]).then_some(Operator::And))
    }

    pub(super) fn left_to_right(
        &mut self,
        part: fn(&mut Self) -> Parsed<ExpressionNode>,
        operator: fn(&mut Self) -> Option<Operator>,
    ) -> Parsed<ExpressionNode> {
        let mut left = part(self)?;
        while let Some(operator) = operator(self) {
            let right = part(self)?;
            let start = left.at.start;
            left = self.node(start, SyntaxKind::Binary(operator, Box::new(left), Box::new(right)))?;
        }
        Ok(left)
    }

    pub(super) fn comparison(&mut self) -> Parsed<ExpressionNode> {
        let mut left = self.addition()?;
        loop {
            let start = left.at.start;
            if let Some(operator) = self.take_comparison() {
                // `x = > 2` compares with a range that has one end; `x >> 2` is a slip.
                if self.is_doubled_sign() {
                    return Err(self.not_expected());
                }
                let right = self.addition()?;
                left = self.node(start, SyntaxKind::Binary(operator, Box::new(left), Box::new(right)))?;
            } else if self.take_words(&["between"]) {
                let low = self.addition()?;
                self.expect_word("and")?;
                let high = self.addition()?;
                left =
                    self.node(start, SyntaxKind::Between(Box::new(left), Box::new(low), Box::new(high)))?;
            } else if self.take_words(&["in"]) {
                let tests = self.in_tests()?;
                left = self.node(start, SyntaxKind::In(Box::new(left), tests))?;
            } else {
                return Ok(left);
            }
        }
    }

    /// A sign of comparison that touches the one before it.
    fn is_doubled_sign(&self) -> bool {
        let touches = self.here().start == self.tokens[self.place - 1].at.end;
        touches && matches!(self.sign_at(0), Some("=" | "!=" | "<" | "<=" | ">" | ">="))
    }

    pub(super) fn take_comparison(&mut self) -> Option<Operator> {
        let operator = match self.sign_at(0)? {
            "=" => Operator::Equal,
            "!=" => Operator::NotEqual,
            "<" => Operator::Less,
            "<=" => Operator::LessOrEqual,
            ">" => Operator::Greater,
            ">=" => Operator::GreaterOrEqual,
            _ => return None,
        };
        self.place += 1;
        Some(operator)
    }

    /// What stands after `in`: one test, or several in round brackets, which also begin a range.
    pub(super) fn in_tests(&mut self) -> Parsed<Vec<Test>> {
        let start = self.here().start;
        if !self.take_sign("(") {
            // `x in [1..5] and y`: what joins conditions binds looser than this.
            return Ok(vec![match self.take_comparison() {
                Some(operator) => Test::Compare(operator, self.addition()?),
                None => Test::Value(self.addition()?),
            }]);
        }
        let first = self.test()?;
        match (first, self.sign_at(0)) {
            (Test::Value(low), Some("..")) => {
                let range = self.range(start, low, false)?;
                Ok(vec![Test::Value(self.postfix_of(range)?)])
            }
            // `x in (day).year`: the brackets hold what the path begins with.
            (Test::Value(inner), Some(")")) => {
                self.place += 1;
                Ok(vec![Test::Value(self.postfix_of(inner)?)])
            }
            (first, _) => {
                let mut tests = vec![first];
                while self.take_sign(",") {
                    tests.push(self.test()?);
                }
                self.expect(")")?;
                Ok(tests)
            }
        }
    }

    pub(super) fn test_list(&mut self) -> Parsed<Vec<Test>> {
        let mut tests = vec![self.test()?];
        while self.take_sign(",") {
            tests.push(self.test()?);
        }
        Ok(tests)
    }

    pub(super) fn test(&mut self) -> Parsed<Test> {
        let alone =
            matches!(self.tokens.get(self.place + 1).map(|token| &token.kind), Some(lex::TokenKind::End))
                || matches!(self.sign_at(1), Some("," | ")"));
        if self.sign_at(0) == Some("-") && alone {
            self.place += 1;
            return Ok(Test::Any);
        }
        match self.take_comparison() {
            Some(operator) => Ok(Test::Compare(operator, self.addition()?)),
            None => Ok(Test::Value(self.expression()?)),
        }
    }

    pub(super) fn addition(&mut self) -> Parsed<ExpressionNode> {
        self.left_to_right(Self::multiplication, |parser| match parser.sign_at(0)? {
            "+" => parser.taken(Operator::Add),
            "-" => parser.taken(Operator::Subtract),
            _ => None,
        })
    }

    pub(super) fn multiplication(&mut self) -> Parsed<ExpressionNode> {
        self.left_to_right(Self::power, |parser| match parser.sign_at(0)? {
            "*" => parser.taken(Operator::Multiply),
            "/" => parser.taken(Operator::Divide),
            _ => None,
        })
    }

    pub(super) fn power(&mut self) -> Parsed<ExpressionNode> {
        self.left_to_right(Self::negation, |parser| match parser.sign_at(0)? {
            "**" => parser.taken(Operator::Power),
            _ => None,
        })
    }

    pub(super) fn taken(&mut self, operator: Operator) -> Option<Operator> {
        self.place += 1;
        Some(operator)
    }

    pub(super) fn negation(&mut self) -> Parsed<ExpressionNode> {
        let start = self.here().start;
        if !self.take_sign("-") {
            return self.instance();
        }
        self.nested += 1;
        if self.nested > NESTED_MAX {
            return Err(Problem::new(self.here(), ExpressionTrouble::TooDeep));
        }
        let inner = self.negation()?;
        self.nested -= 1;
        self.node(start, SyntaxKind::Negate(Box::new(inner)))
    }

    pub(super) fn instance(&mut self) -> Parsed<ExpressionNode> {
        let value = self.postfix()?;
        let start = value.at.start;
        if !self.take_words(&["instance", "of"]) {
            return Ok(value);
        }
        let kind = self.type_name()?;
        self.node(start, SyntaxKind::InstanceOf(Box::new(value), kind))
    }
}
