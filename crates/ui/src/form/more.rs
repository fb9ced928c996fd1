//! More kinds of fields, and forms that say what they were drawn from.

use super::entry::EntryError;
use super::{Entry, ErrorTarget, Form};
use crate::field::{Field, Fields, Overwritten, option};
use crate::posted::PostedSheet;

impl<'p> Form<'p> {
    /// One line that stands for something of its own; where it cannot be read as that, a sentence says how it is written.
    pub fn line_of<T>(
        &mut self,
        name: &str,
        label: &str,
        read: impl FnOnce(&str) -> Result<T, String> + 'static,
    ) -> Entry<'_, 'p, T> {
        let field = Field::text(self.language, &self.full(name), label);
        self.enter(field, move |typed| {
            let text = forms::tidy(typed.raw());
            if text.is_empty() {
                return Ok(None);
            }
            let wrong = |form| typed.problem(forms::AnswerProblem::NotOfItsKind { typed: text, form });
            read(typed.raw()).map(Some).map_err(wrong)
        })
    }

    /// A list, a line each.
    pub fn lines(&mut self, name: &str, label: &str) -> Entry<'_, 'p, Vec<String>> {
        let field = Field::area(self.language, &self.full(name), label).rows(3);
        self.enter(field, |typed| {
            let lines = typed.raw().lines().map(forms::tidy).filter(|line| !line.is_empty());
            Ok(Some(lines.collect::<Vec<_>>()).filter(|lines| !lines.is_empty()))
        })
    }

    /// One box, ticked or not.
    pub fn tick(&mut self, name: &str, label: &str, words: &str, set: bool) -> bool {
        self.ticked(name, label, words, set).read().is_some()
    }

    /// The same with a target.
    pub fn tick_on(&mut self, target: ErrorTarget, name: &str, label: &str, words: &str, set: bool) -> bool {
        self.ticked(name, label, words, set).on(target).read().is_some()
    }

    fn ticked(&mut self, name: &str, label: &str, words: &str, set: bool) -> Entry<'_, 'p, Vec<()>> {
        const TICKED: &str = "yes";
        let entry = self.any_of(name, label, vec![((), option(TICKED, words))]).optional();
        entry.value(if set { TICKED } else { "" })
    }

    /// A drawing or a table.
    pub fn sheet(&mut self, name: &str, label: &str) -> Entry<'_, 'p, PostedSheet> {
        let field = Field::sheet(self.language, &self.full(name), label);
        self.enter(field, |typed| Ok(typed.posted.sheet.clone()))
    }

    /// Adds an error at a target's field for a value that contradicts the others; does nothing on a blank form.
    pub fn clash(&mut self, target: ErrorTarget, sentence: impl Into<String>) {
        if self.posted.is_some() {
            self.wrong_about(Some(target), sentence.into());
        }
    }

    /// Adds the error of a missing value at a target's field, where only the other fields show that it is required.
    pub fn needs(&mut self, target: ErrorTarget) {
        let name = self.targets.iter().find(|(other, _)| *other == target).map(|(_, name)| name);
        let field = self.fields.iter().find(|field| Some(&field.name) == name);
        if let Some(sentence) = field.map(|field| field.missing_sentence(self.language)) {
            self.clash(target, sentence);
        }
    }

    /// The values that were stored since the form was drawn and that it would overwrite; `None` for a held form, which
    /// saves nothing.
    pub fn overwrites(&self, stored: &Fields) -> Option<Overwritten> {
        let posted = self.posted.filter(|posted| !posted.is_held())?;
        let lost = stored.overwritten_by(&Fields::new(self.language, self.fields.clone()), posted);
        Some(lost).filter(|lost| !lost.lines.is_empty())
    }
}

impl<T: 'static> Entry<'_, '_, T> {
    /// Accepts a value that is no longer offered, from a form that was opened when it was.
    pub fn formerly(mut self, key: &'static str, value: T) -> Self {
        let reader = self.reader;
        self.reader = Box::new(move |typed| match reader(typed) {
            Err(EntryError::NotOffered) if typed.raw() == key => Ok(Some(value)),
            read => read,
        });
        self
    }

    /// The value, required where `needed` is true.
    pub fn read_where(self, needed: bool) -> Option<T> {
        self.join(needed)
    }

    /// What was given, where the form that was sent had the field at all: one opened before it was there leaves the
    /// matter as it is.
    pub fn if_asked(self) -> Option<Option<T>> {
        let name = &self.field.name;
        let has = |posted: &crate::Posted| posted.has(name) || posted.has(&format!("{name}-day"));
        let asked = self.form.posted.is_some_and(has);
        let needed = asked && !self.field.optional;
        let read = self.join(needed);
        asked.then_some(read)
    }
}
