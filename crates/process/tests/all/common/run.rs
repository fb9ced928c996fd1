//! A process in a few lines, being run.

use super::model;
use process::{
    Due, EngineInput, Happening, Marking, Misfit, Model, Moved, State, Token, advance, from_json, undo, waits,
};
use std::collections::BTreeMap;

/// A process being run: every movement is kept, as a dossier keeps it.
pub struct TestRun {
    pub model: Model,
    pub values: feel::NamedValues,
    pub marking: Marking,
    pub moves: Vec<Moved>,
    pub due: Vec<Due>,
}

impl TestRun {
    pub fn of(lines: &str) -> TestRun {
        let (marking, values) = (Marking::default(), feel::NamedValues::new());
        TestRun { model: model(lines), values, marking, moves: Vec::new(), due: Vec::new() }
    }

    pub fn with(mut self, name: &str, value: serde_json::Value) -> TestRun {
        self.values.insert(name.into(), from_json(&value));
        self
    }

    pub fn start(self) -> TestRun {
        let mut run = self;
        run.happen(Happening::Start).expect("it starts");
        run
    }

    pub fn happen(&mut self, happening: Happening) -> Result<(), Misfit> {
        let nothing = BTreeMap::new();
        let world = EngineInput { values: &self.values, chosen: &nothing };
        let step = advance(&self.model, &self.marking, &happening, world)?;
        // What is stored leads to the same marking without the engine, also when read back.
        let text = serde_json::to_string(&step.moved).unwrap();
        let mut applied = self.marking.clone();
        let read: Vec<Moved> = serde_json::from_str(&text).unwrap();
        read.iter().for_each(|moved| applied.apply(moved));
        assert_eq!(applied, step.marking);
        self.marking = step.marking;
        self.moves.extend(step.moved);
        self.due = step.due;
        Ok(())
    }

    pub fn token(&self, at: &str) -> u32 {
        let waits = |token: &&process::Token| token.at == at && token.state == State::Waiting;
        self.marking
            .tokens
            .iter()
            .find(waits)
            .unwrap_or_else(|| panic!("nothing waits at {at}: {:?}", self.marking))
            .id
    }

    pub fn done(&mut self, at: &str) -> &mut TestRun {
        let token = self.token(at);
        self.happen(Happening::Done { token }).unwrap_or_else(|misfit| panic!("{at}: {misfit:?}"));
        self
    }

    pub fn time(&mut self, at: &str, event: &str) -> &mut TestRun {
        let token = self.marking.tokens.iter().find(|token| token.at == at).expect("a token is there").id;
        self.happen(Happening::Came { token, event: event.into() }).expect("the time may come");
        self
    }

    pub fn message(&mut self, name: &str) -> &mut TestRun {
        self.happen(Happening::Message { name: name.into() }).expect("it is waited for");
        self
    }

    /// What is known is otherwise, and is looked at.
    pub fn known(&mut self, name: &str, value: serde_json::Value) -> &mut TestRun {
        self.values.insert(name.into(), from_json(&value));
        self.happen(Happening::Looked).unwrap_or_else(|misfit| panic!("{name}: {misfit:?}"));
        self
    }

    /// Back to where a token stood.
    pub fn go_back(&mut self, token: u32) {
        let past: Vec<&Moved> = self.moves.iter().collect();
        let back = undo(&past, &self.marking, token).expect("it can be gone back to").moved;
        self.marking.apply(&back);
        self.moves.push(back);
    }

    pub fn passed(&self) -> Vec<&str> {
        self.moves.iter().flat_map(|moved| &moved.passed).map(String::as_str).collect()
    }

    /// Where work waits, in the order of the tokens.
    pub fn at(&self) -> Vec<&str> {
        let waits = |token: &&Token| token.state == State::Waiting && !self.model.listens(token);
        self.marking.tokens.iter().filter(waits).map(|token| token.at.as_str()).collect()
    }

    /// Events that are waited for.
    pub fn awaited(&self) -> Vec<&str> {
        waits(&self.model, &self.marking).into_iter().map(|wait| wait.event).collect()
    }

    pub fn ended(&self) -> bool {
        self.marking.has_ended()
    }
}
