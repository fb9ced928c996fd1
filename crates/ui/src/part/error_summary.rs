//! All errors of a form, before the form: each line leads to its field.

use crate::layout_text::Words;
use askama::Template;
use domain::Language;

/// An error, and the field it is about.
#[derive(Clone, Debug)]
pub struct FieldError {
    /// The id of the field; empty where it is about none.
    pub field: String,
    pub sentence: String,
}

#[derive(Clone, Debug, Template)]
#[template(path = "part/error_summary.html")]
pub struct ErrorSummary {
    pub problems: Vec<FieldError>,
    t: Words,
}

impl ErrorSummary {
    pub fn new(language: Language, problems: Vec<FieldError>) -> ErrorSummary {
        ErrorSummary { problems, t: Words(language) }
    }

    /// Errors about the form as a whole.
    pub fn of(language: Language, sentences: Vec<String>) -> ErrorSummary {
        let whole = |sentence| FieldError { field: String::new(), sentence };
        ErrorSummary::new(language, sentences.into_iter().map(whole).collect())
    }

    /// Adds one at a field.
    pub fn at(&mut self, field: impl Into<String>, sentence: impl Into<String>) {
        self.problems.push(FieldError { field: field.into(), sentence: sentence.into() });
    }

    /// Adds the errors of another part of the form.
    pub fn append(&mut self, others: ErrorSummary) {
        self.problems.extend(others.problems);
    }

    pub fn is_empty(&self) -> bool {
        self.problems.is_empty()
    }
}
