//! Parts of values by their names, and filters.

use super::Checker;
use crate::ast::ExpressionNode;
use crate::nearest::nearest;
use crate::parts;
use crate::problem::ExpressionTrouble;
use crate::types::Type;

impl Checker<'_> {
    pub(super) fn part(&mut self, node: &ExpressionNode, kind: &Type, name: &str) -> Type {
        let parts: &[(&str, Type)] = match kind {
            Type::Any | Type::Null | Type::Context(None) => return Type::Any,
            Type::Context(Some(parts)) => {
                if let Some(kind) = crate::named(parts, name) {
                    return kind.clone();
                }
                let like = nearest(name, parts.keys().map(String::as_str));
                self.wrong(node, ExpressionTrouble::UnknownPart { name: name.to_string(), like });
                return Type::Any;
            }
            Type::Made(parts) => return crate::named(parts, name).cloned().unwrap_or(Type::Null),
            Type::List(of) => return Type::list(self.part(node, &of.clone(), name)),
            Type::Date => &parts::DATE,
            Type::Time => &parts::TIME,
            Type::DateTime => &parts::DATE_TIME,
            Type::Duration => &parts::DURATION,
            Type::Months => &parts::MONTHS,
            Type::Range(of) => {
                return match name {
                    "start" | "end" => (**of).clone(),
                    "start included" | "end included" => Type::Bool,
                    _ => self.no_part(node, name, &["start", "end", "start included", "end included"]),
                };
            }
            Type::Bool | Type::Number | Type::Text | Type::Function(_) | Type::Unknown(_) => &[],
        };
        match parts.iter().find(|(known, _)| *known == name) {
            Some((_, kind)) => kind.clone(),
            None => {
                let known: Vec<&str> = parts.iter().map(|(known, _)| *known).collect();
                self.no_part(node, name, &known)
            }
        }
    }

    fn no_part(&mut self, node: &ExpressionNode, name: &str, known: &[&str]) -> Type {
        let like = nearest(name, known.iter().copied());
        self.wrong(node, ExpressionTrouble::UnknownPart { name: name.to_string(), like });
        Type::Any
    }

    pub(super) fn filter(&mut self, value: &ExpressionNode, filter: &ExpressionNode) -> Type {
        let of = match self.kind(value) {
            Type::List(of) => *of,
            other => other,
        };
        let mut names: Vec<(String, Type)> = Vec::new();
        if let Type::Context(Some(parts)) | Type::Made(parts) = &of {
            names.extend(parts.iter().map(|(name, kind)| (name.clone(), kind.clone())));
        }
        if !names.iter().any(|(name, _)| name == "item") {
            names.push(("item".into(), of.clone()));
        }
        // Parts of what is not known may be named in the filter: nothing can be said against it.
        let blind = matches!(of, Type::Any | Type::Null | Type::Context(None) | Type::Made(_));
        let before = self.problems.len();
        let kind = self.with(names, filter);
        if blind {
            self.problems.truncate(before);
        }
        match kind {
            Type::Number => of,
            Type::Bool => Type::list(of),
            kind if kind.open() => Type::Any,
            kind => {
                self.wrong(
                    filter,
                    ExpressionTrouble::WrongType { needed: Type::Bool.name(), found: kind.name() },
                );
                Type::Any
            }
        }
    }
}
