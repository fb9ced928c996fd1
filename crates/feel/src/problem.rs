/// Why an expression cannot be used, and where: a range of bytes of its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub at: std::ops::Range<usize>,
    pub trouble: ExpressionTrouble,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExpressionTrouble {
    /// The text ends where something more is expected.
    EndsTooEarly,
    /// This does not belong here.
    NotExpected { found: String },
    /// A text, a comment or a quoted part has no end.
    NotClosed,
    /// A number of more digits than are kept, or none.
    NotANumber { found: String },
    /// What stands after `@` is no date, time or duration.
    NotTemporal { found: String },
    /// What text is to be searched for is written as no pattern can be.
    NotAPattern { found: String },
    /// Parts inside parts, too deep.
    TooDeep,
    /// Nobody gives this name a value; a name that looks like it, if there is one.
    UnknownName { name: String, like: Option<String> },
    /// There is no such function.
    UnknownFunction { name: String, like: Option<String> },
    /// What it has does not include this.
    UnknownPart { name: String, like: Option<String> },
    /// There is no such type.
    UnknownType { name: String, like: Option<String> },
    /// What stands after `if` is of a type that is never true.
    NeverTrue { found: String },
    /// A function takes other arguments.
    WrongArguments { name: String },
    /// What it is compared with holds one of a few texts, and never this one.
    NotOneOf { text: String, known: Vec<String>, like: Option<String> },
    /// One type is needed, another stands there.
    WrongType { needed: String, found: String },
    /// The two sides can never be compared or joined.
    NeverFit { left: String, right: String },
}

impl Problem {
    pub fn new(at: std::ops::Range<usize>, trouble: ExpressionTrouble) -> Problem {
        Problem { at, trouble }
    }
}
