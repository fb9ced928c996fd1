//! The drawing of a process: the file as it was given, and what is understood of it.

use process::{Model, Names, Unreadable};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A BPMN file, kept to the letter, with its model.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Drawing {
    source: Arc<str>,
    model: Arc<Model>,
}

impl Drawing {
    /// Reads a file. What is wrong in it is in the findings of its model; `names` are those its expressions may use.
    pub fn read(source: &str, names: &Names) -> Result<Drawing, Unreadable> {
        let model = process::read(source.as_bytes(), names)?;
        Ok(Drawing { source: source.into(), model: Arc::new(model) })
    }

    /// The file, as it was given.
    pub fn source(&self) -> &str {
        &self.source
    }

    pub fn model(&self) -> &Model {
        &self.model
    }
}

/// What was published had been checked against its names; a running dossier only needs to read it.
impl TryFrom<String> for Drawing {
    type Error = String;

    fn try_from(source: String) -> Result<Drawing, String> {
        Drawing::read(&source, &Names::open()).map_err(|unreadable| unreadable.sentences().1)
    }
}

impl From<Drawing> for String {
    fn from(drawing: Drawing) -> String {
        drawing.source.to_string()
    }
}

impl PartialEq for Drawing {
    fn eq(&self, other: &Drawing) -> bool {
        self.source == other.source
    }
}

impl Eq for Drawing {}
