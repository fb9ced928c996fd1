//! A field that is being declared: what it looks like, how it is read, what must hold of it.

use super::{ErrorTarget, Form};
use crate::field::{Control, Option_};
use crate::{Field, Posted};
use domain::Language;
use domain::dossier::RefusalTarget;
use forms::QuestionKind;

/// What was typed into a field.
pub(super) struct TypedEntry<'a> {
    pub posted: &'a Posted,
    pub field: &'a Field,
    pub language: Language,
}

impl TypedEntry<'_> {
    pub fn raw(&self) -> &str {
        self.posted.raw(&self.field.name)
    }

    /// The text as one line: the three boxes of a day are joined.
    pub fn text(&self) -> String {
        match self.field.control {
            Control::Date { .. } => self.posted.day(&self.field.name),
            _ => self.raw().to_string(),
        }
    }

    pub fn problem(&self, problem: forms::AnswerProblem) -> EntryError {
        EntryError::Said(problem.sentence(&self.field.label, self.language))
    }

    pub fn read(&self, kind: &QuestionKind, text: &str) -> Result<Option<String>, EntryError> {
        let read = kind.read(text).map_err(|problem| self.problem(problem))?;
        Ok(Some(read).filter(|read| !read.is_empty()))
    }
}

/// What is wrong with what was typed.
pub(super) enum EntryError {
    /// The value is none of the options.
    NotOffered,
    Said(String),
}

pub(super) type FieldReader<T> = Box<dyn FnOnce(&TypedEntry) -> Result<Option<T>, EntryError>>;
type Check<T> = Box<dyn Fn(&T) -> Option<String>>;

/// A field that is being declared; it joins its form when it is read.
#[must_use = "a field that is not read is not drawn"]
pub struct Entry<'f, 'p, T> {
    pub(super) form: &'f mut Form<'p>,
    pub(super) field: Field,
    pub(super) reader: FieldReader<T>,
    checks: Vec<Check<T>>,
    missing: Option<String>,
    not_offered: Option<String>,
    misread: Option<String>,
}

impl<'f, 'p, T> Entry<'f, 'p, T> {
    pub(super) fn of(form: &'f mut Form<'p>, field: Field, reader: FieldReader<T>) -> Entry<'f, 'p, T> {
        let (missing, not_offered, misread) = (None, None, None);
        Entry { form, field, reader, checks: Vec::new(), missing, not_offered, misread }
    }
}

impl<T> Entry<'_, '_, T> {
    /// It may be left blank.
    pub fn optional(mut self) -> Self {
        self.field.optional = true;
        self
    }

    /// It may be left blank but where something else is chosen, which its label says: `(bắt buộc khi …)`.
    pub fn needed_when(mut self, when: &str) -> Self {
        self.field.needed_when = when.into();
        self.optional()
    }

    pub fn hint(mut self, hint: &str) -> Self {
        self.field.hint = hint.into();
        self
    }

    /// It is folded under these words until it is filled in.
    pub fn folded(mut self, words: &str) -> Self {
        self.field.folded = words.into();
        self
    }

    /// Several files may be chosen at once.
    pub fn many(mut self) -> Self {
        self.field = self.field.many();
        self
    }

    pub fn rows(mut self, count: u8) -> Self {
        self.field = self.field.rows(count);
        self
    }

    pub fn wide(mut self, width: &'static str) -> Self {
        self.field = self.field.wide(width);
        self
    }

    pub fn complete(mut self, autocomplete: &'static str) -> Self {
        self.field.autocomplete = autocomplete;
        self
    }

    /// The value shown before anything is typed.
    pub fn value(mut self, value: &str) -> Self {
        self.field = self.field.value(value);
        self
    }

    /// Shows the sentences of refusals with this target at this field.
    pub fn on_refusal(self, about: RefusalTarget) -> Self {
        self.on(ErrorTarget::Law(about))
    }

    /// Shows errors with this target at this field.
    pub fn on(self, target: ErrorTarget) -> Self {
        self.form.targets.push((target, self.field.name.clone()));
        self
    }

    /// The error where it is required and blank.
    pub fn missing(mut self, sentence: &str) -> Self {
        self.missing = Some(sentence.into());
        self
    }

    /// The error where the value is none of the options.
    pub fn not_offered(mut self, sentence: impl Into<String>) -> Self {
        self.not_offered = Some(sentence.into());
        self
    }

    /// The error where the value is wrong by a further check.
    pub fn unless(mut self, wrong: impl Fn(&T) -> bool + 'static, sentence: impl Into<String>) -> Self {
        let sentence = sentence.into();
        self.checks.push(Box::new(move |value| wrong(value).then(|| sentence.clone())));
        self
    }

    /// The value; a required one that is missing is an error at the field.
    pub fn read(self) -> Option<T> {
        let required = !self.field.optional;
        self.join(required)
    }

    /// The value if one was given; whether it is required is left to the rules.
    pub fn given(self) -> Option<T> {
        self.join(false)
    }

    pub(super) fn join(mut self, required: bool) -> Option<T> {
        // What is demanded does not say that it may be left blank.
        self.field.optional &= !required;
        let Some(posted) = self.form.posted else {
            self.form.fields.push(self.field);
            return None;
        };
        let typed = TypedEntry { posted, field: &self.field, language: self.form.language };
        let mut read = (self.reader)(&typed);
        if let (Err(EntryError::Said(said)), Some(sentence)) = (&mut read, self.misread) {
            *said = sentence;
        }
        if let Ok(Some(value)) = &read
            && let Some(sentence) = self.checks.iter().find_map(|check| check(value))
        {
            read = Err(EntryError::Said(sentence));
        }
        if let Ok(None) = read
            && required
        {
            let missing = || self.field.missing_sentence(self.form.language);
            read = Err(EntryError::Said(self.missing.take().unwrap_or_else(missing)));
        }
        let mut field = self.field.typed(posted);
        let value = read.unwrap_or_else(|wrong| {
            field.error = match wrong {
                EntryError::Said(sentence) => sentence,
                EntryError::NotOffered => self.not_offered.unwrap_or_else(|| {
                    forms::AnswerProblem::NotInTheList.sentence(&field.label, self.form.language)
                }),
            };
            None
        });
        self.form.fields.push(field);
        value
    }

    /// The error where the text cannot be read.
    pub fn misread(mut self, sentence: impl Into<String>) -> Self {
        self.misread = Some(sentence.into());
        self
    }

    /// The words of a select while nothing is chosen.
    pub fn empty_label(mut self, words: &'static str) -> Self {
        self.field = self.field.empty_label(words);
        self
    }
}

impl Entry<'_, '_, String> {
    /// Suggestions while it is typed.
    pub fn suggest(mut self, suggestions: Vec<Option_>) -> Self {
        self.field = self.field.suggest(suggestions);
        self
    }

    /// Maximum letters.
    pub fn at_most(mut self, letters: usize) -> Self {
        self.reader = Box::new(text(letters));
        self
    }

    /// Reads the text as an answer to a question of this kind.
    pub fn accepts(mut self, kind: QuestionKind) -> Self {
        self.reader = Box::new(move |typed| typed.read(&kind, &typed.text()));
        self
    }

    /// Reads the text by a function, whose error is the sentence at the field.
    pub fn reads(mut self, read: impl FnOnce(&str) -> Result<String, String> + 'static) -> Self {
        self.reader = Box::new(move |typed| {
            let read = read(&forms::tidy(typed.raw())).map_err(EntryError::Said)?;
            Ok(Some(read).filter(|read| !read.is_empty()))
        });
        self
    }

    /// A further check, which returns the sentence of an error.
    pub fn checked(mut self, wrong: impl Fn(&str) -> Option<String> + 'static) -> Self {
        self.checks.push(Box::new(move |text: &String| wrong(text)));
        self
    }

    /// The text, required though the field is not marked so.
    pub fn needed(mut self, missing: &str) -> Option<String> {
        self.missing = Some(missing.into());
        self.join(true)
    }

    /// The text, empty where nothing was typed; whether it is required is left to the rules.
    pub fn written(self) -> String {
        self.given().unwrap_or_default()
    }
}

pub(super) fn text(length_max: usize) -> impl FnOnce(&TypedEntry) -> Result<Option<String>, EntryError> {
    move |typed| {
        let kind = match typed.field.control {
            Control::Area { .. } => QuestionKind::LongText { length_max },
            _ => QuestionKind::Text { length_max },
        };
        typed.read(&kind, typed.raw())
    }
}

pub(super) fn chosen<T>(
    values: Vec<T>,
    options: Vec<Option_>,
) -> impl FnOnce(&TypedEntry) -> Result<Option<T>, EntryError> {
    move |typed| {
        let key = typed.posted.text(&typed.field.name);
        if key.is_empty() {
            return Ok(None);
        }
        let found = values.into_iter().zip(&options).find(|(_, option)| option.value == key);
        match found {
            Some((_, option)) if option.closed => Err(EntryError::Said(option.hint.clone())),
            Some((value, _)) => Ok(Some(value)),
            None => Err(EntryError::NotOffered),
        }
    }
}
