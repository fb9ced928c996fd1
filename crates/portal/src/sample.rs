//! What tests of several pages begin with.

use domain::Text;
use domain::procedure::{Procedure, ProcedureCode};

/// A procedure that says nothing but its code.
pub fn procedure() -> Procedure {
    Procedure {
        code: ProcedureCode::parse("1.001193").expect("a code"),
        version: 1,
        name: Text::default(),
        short_name: Text::default(),
        summary: Text::default(),
        field: String::new(),
        audiences: Vec::new(),
        life_events: Vec::new(),
        steps: Vec::new(),
        conditions: Text::default(),
        methods: Vec::new(),
        papers: Vec::new(),
        results: Vec::new(),
        legal_basis: Vec::new(),
        obligations: None,
        keywords: Vec::new(),
        form: Default::default(),
        process: Default::default(),
        sets: None,
        sets_words: Text::default(),
        origin: None,
    }
}
