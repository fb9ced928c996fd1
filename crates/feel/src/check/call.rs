//! Calls: which function is meant, what it is given, and what it gives.

use super::Checker;
use crate::ast::{CallArguments, ExpressionNode, SyntaxKind};
use crate::builtin::{self, BuiltIn, Parameter, ValueKind};
use crate::nearest::nearest;
use crate::problem::ExpressionTrouble;
use crate::types::{self, Type};
use crate::value::Value;

impl Checker<'_> {
    pub(super) fn call(
        &mut self,
        node: &ExpressionNode,
        callee: &ExpressionNode,
        arguments: &CallArguments,
    ) -> Type {
        let name = match &callee.kind {
            SyntaxKind::Name(name) => Some(name),
            _ => None,
        };
        let own = name.and_then(|name| self.lookup(name));
        // A name that is no function takes nothing from the function of the language that is called so.
        let hidden = own.is_none_or(|own| !own.open() && !matches!(own, Type::Function(_)));
        let Some(known) = name.filter(|_| hidden).and_then(|name| builtin::find(name)) else {
            return self.call_own(callee, name.filter(|name| self.lookup(name).is_none()), arguments);
        };
        let given = self.arguments(arguments);
        self.fit_arguments(node, known, arguments, &given);
        // Named arguments may stand in any order.
        let place = match arguments {
            CallArguments::Placed(_) => Some(0),
            CallArguments::Named(named) => known
                .parameters
                .first()
                .and_then(|first| named.iter().position(|(name, _)| name == first.name)),
        };
        let first = place.and_then(|place| given.get(place)).cloned().unwrap_or(Type::Any);
        types::given_type(known.gives, first)
    }

    /// A call of something that is no function of the language; `unknown` is a name nobody knows.
    fn call_own(
        &mut self,
        callee: &ExpressionNode,
        unknown: Option<&String>,
        arguments: &CallArguments,
    ) -> Type {
        if let Some(name) = unknown {
            let like = nearest(name, builtin::all().map(|function| function.name));
            self.wrong(callee, ExpressionTrouble::UnknownFunction { name: name.clone(), like });
            self.arguments(arguments);
            return Type::Any;
        }
        let kind = self.kind(callee);
        self.arguments(arguments);
        match kind {
            Type::Function(Some(signature)) => signature.gives,
            kind => {
                if !kind.fits(&Type::Function(None)) {
                    let needed = Type::Function(None).name();
                    self.wrong(callee, ExpressionTrouble::WrongType { needed, found: kind.name() });
                }
                Type::Any
            }
        }
    }

    fn arguments(&mut self, arguments: &CallArguments) -> Vec<Type> {
        match arguments {
            CallArguments::Placed(nodes) => nodes.iter().map(|node| self.kind(node)).collect(),
            CallArguments::Named(named) => named.iter().map(|(_, node)| self.kind(node)).collect(),
        }
    }

    fn fit_arguments(
        &mut self,
        node: &ExpressionNode,
        known: &BuiltIn,
        arguments: &CallArguments,
        given: &[Type],
    ) {
        let forms: Vec<Vec<ValueKind>> = match arguments {
            CallArguments::Placed(nodes) => {
                let enough = nodes.len() >= known.least;
                let few = known.many || nodes.len() <= known.parameters.len();
                let kind = |form: &[Parameter], place| form.get(place).or(form.last()).map(|one| one.kind);
                let kinds = |form| (0..nodes.len()).map(|place| kind(form, place)).collect();
                known.forms().filter(|_| enough && few).filter_map(kinds).collect()
            }
            CallArguments::Named(named) => {
                let form = known.form(named.iter().map(|(name, _)| name.as_str()));
                let kind = |form: &[Parameter], name: &str| {
                    form.iter().find(|parameter| parameter.name == name).map(|one| one.kind)
                };
                let kinds = |form| named.iter().map(|(name, _)| kind(form, name)).collect();
                let is_named = |parameter: &Parameter| named.iter().any(|(name, _)| name == parameter.name);
                let enough = |form: &&[Parameter]| {
                    let mut needed = form.iter().take(known.least);
                    needed.all(|parameter| is_named(parameter) || matches!(parameter.kind, ValueKind::Any))
                };
                form.filter(enough).and_then(kinds).into_iter().collect()
            }
        };
        // One value given again and again stands for the list of them.
        let alone = known.many && known.parameters.len() == 1;
        let fits = |form: &Vec<ValueKind>| {
            given.iter().zip(form).all(|(given, wanted)| alone || types::takes(*wanted, given))
        };
        if !forms.iter().any(fits) {
            self.wrong(node, ExpressionTrouble::WrongArguments { name: known.name.to_string() });
        }
        if ["matches", "replace", "split"].contains(&known.name) {
            self.pattern(known, arguments);
        }
    }

    /// A pattern that is written down and no pattern finds nothing, ever.
    fn pattern(&mut self, known: &BuiltIn, arguments: &CallArguments) {
        let given = |place: usize| match arguments {
            CallArguments::Placed(nodes) => nodes.get(place),
            CallArguments::Named(named) => {
                let name = known.parameters.get(place).map(|parameter| parameter.name);
                named.iter().find(|(own, _)| Some(own.as_str()) == name).map(|(_, node)| node)
            }
        };
        let written = |node: &ExpressionNode| match &node.kind {
            SyntaxKind::Literal(Value::Text(text)) => Some(text.to_string()),
            _ => None,
        };
        let flags = match given(known.parameters.len() - 1).filter(|_| known.parameters.len() > 2) {
            Some(node) => written(node),
            None => Some(String::new()),
        };
        let pattern = given(1).and_then(|node| Some((node, written(node)?)));
        if let (Some((node, text)), Some(flags)) = (pattern, flags)
            && !builtin::is_pattern(known.name, &text, &flags)
        {
            self.wrong(node, ExpressionTrouble::NotAPattern { found: text });
        }
    }
}
