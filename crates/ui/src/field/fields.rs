//! The fields of a form together: what was typed into them, what is wrong in them.

use super::{DRAWN, Field};
use crate::Posted;
use crate::layout_text::Words;
use crate::part::{ErrorSummary, FieldError};
use askama::Template;
use askama::filters::HtmlSafe;
use domain::Language;
use forms::QuestionKind;

/// The fields of a form, with what is wrong in them.
#[derive(Clone, Debug, Template)]
#[template(path = "field/fields.html")]
pub struct Fields {
    pub fields: Vec<Field>,
    /// What is wrong with the form as a whole, or with something that has no field here.
    pub others: Vec<String>,
    /// What they were drawn from, in digests, where nothing is to be overwritten unseen.
    pub drawn: Option<String>,
    /// They are of a form that was held: nothing is done with it before somebody has looked it over.
    pub(super) held: bool,
    pub(super) t: Words,
}

impl HtmlSafe for Fields {}

impl Fields {
    pub fn new(language: Language, fields: Vec<Field>) -> Fields {
        Fields { fields, others: Vec::new(), drawn: None, held: false, t: Words(language) }
    }

    /// Puts what was typed into every field.
    pub fn typed(mut self, posted: &Posted) -> Fields {
        self.fields = self.fields.into_iter().map(|field| field.typed(posted)).collect();
        self.held = posted.is_held();
        if self.held && self.drawn.is_some() {
            self.drawn = posted.find(DRAWN).map(str::to_string);
        }
        self
    }

    /// Whether they are of a form that was held.
    pub(crate) fn held(mut self, held: bool) -> Fields {
        self.held = held;
        self
    }

    /// Says what is wrong, at its field or on top.
    pub fn wrong(&mut self, name: &str, sentence: impl Into<String>) {
        let sentence = sentence.into();
        match self.fields.iter_mut().find(|field| field.name == name) {
            Some(field) => field.error = sentence,
            None => self.others.push(sentence),
        }
    }

    /// Says that a field must not be left blank, by its name.
    pub fn missing(&mut self, name: &str) {
        let Some(field) = self.fields.iter().find(|field| field.name == name) else { return };
        let sentence = field.missing_sentence(self.t.0);
        self.wrong(name, sentence);
    }

    /// Whether the form is to be shown again.
    pub fn any_wrong(&self) -> bool {
        self.held || !self.others.is_empty() || self.fields.iter().any(|field| !field.error.is_empty())
    }

    /// Reads the posted text of a field; what is wrong is said at it, and the text comes back as typed.
    pub fn read(&mut self, posted: &Posted, name: &str, kind: &QuestionKind, required: bool) -> String {
        let label =
            self.fields.iter().find(|field| field.name == name).map_or(String::new(), |f| f.label.clone());
        match kind.read(posted.raw(name)) {
            Ok(answer) if answer.is_empty() && required => {
                self.wrong(name, forms::AnswerProblem::Missing.sentence(&label, self.t.0));
                answer
            }
            Ok(answer) => answer,
            Err(problem) => {
                self.wrong(name, problem.sentence(&label, self.t.0));
                posted.text(name)
            }
        }
    }

    /// As typed so far: what is wrong is said once the form is sent in earnest, but for files that were not taken.
    pub(crate) fn without_errors(mut self, posted: &Posted) -> Fields {
        let language = self.t.0;
        self.others.clear();
        for field in &mut self.fields {
            field.error = posted.refused_sentence(&field.name, language).unwrap_or_default();
        }
        self
    }

    /// The summary that stands first in the page.
    pub fn error_summary(&self) -> ErrorSummary {
        let others =
            self.others.iter().map(|other| FieldError { field: String::new(), sentence: other.clone() });
        let at_fields = self.fields.iter().filter(|field| !field.error.is_empty());
        let at_fields =
            at_fields.map(|field| FieldError { field: field.anchor(), sentence: field.error.clone() });
        ErrorSummary::new(self.t.0, others.chain(at_fields).collect())
    }
}
