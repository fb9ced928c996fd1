//! What a form asks of a person: how to reach them, and their password.

use super::{Entry, Form};
use crate::Field;
use forms::QuestionKind;

impl<'p> Form<'p> {
    pub fn phone(&mut self, name: &str, label: &str) -> Entry<'_, 'p, String> {
        self.answer(Field::phone(self.language, name, label), QuestionKind::Phone)
    }

    pub fn email(&mut self, name: &str, label: &str) -> Entry<'_, 'p, String> {
        self.answer(Field::email(self.language, name, label), QuestionKind::Email)
    }

    /// A password, letter for letter; it never comes back.
    pub fn password(&mut self, name: &str, label: &str, complete: &'static str) -> Entry<'_, 'p, String> {
        let field = Field::password(self.language, &self.full(name), label, complete);
        self.enter(field, |typed| Ok(Some(typed.raw().to_string()).filter(|password| !password.is_empty())))
    }
}
