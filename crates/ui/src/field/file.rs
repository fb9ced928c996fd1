//! Fields that take files: which, how many, and those that arrived already.

use super::{Control, Field};
use crate::markup::escaped;
use crate::posted::{KEPT, file_sentence};
use crate::{Markup, Posted};
use app::files::{FILE_MAX, FileProblem};
use domain::Language;

/// A file that arrived with a form which did not go through: it need not be chosen again.
#[derive(Clone, Debug)]
pub struct RetainedFile {
    pub token: String,
    pub name: String,
}

/// The files papers come as.
const PAPERS: &str = ".pdf,.jpg,.jpeg,.png";

impl Field {
    pub fn file(language: Language, name: &str, label: &str) -> Field {
        Field::new(language, name, label, Control::File { accept: PAPERS, many: false, kept: Vec::new() })
    }

    /// Several files may be chosen at once.
    pub fn many(mut self) -> Field {
        if let Control::File { many, .. } = &mut self.control {
            *many = true;
        }
        self
    }

    /// A drawing or a table.
    pub fn sheet(language: Language, name: &str, label: &str) -> Field {
        let control = Control::File { accept: ".bpmn,.xml,.xlsx", many: false, kept: Vec::new() };
        Field::new(language, name, label, control)
    }

    /// By what a script says that a file will not be taken, before it travels.
    pub(super) fn file_messages(&self) -> Markup {
        let Control::File { accept: PAPERS, .. } = &self.control else { return Markup::default() };
        let problems = [
            ("empty", FileProblem::Empty),
            ("too-large", FileProblem::TooLarge),
            ("wrong-type", FileProblem::WrongType),
        ];
        let said = problems.map(|(key, problem)| {
            format!(r#" data-{key}="{}""#, escaped(file_sentence(problem, "{}", self.t.0)))
        });
        Markup::written(format!(r#" data-max="{FILE_MAX}"{}"#, said.concat()))
    }

    /// Whether a file has arrived for it with the form as it was sent.
    pub fn has_kept(&self) -> bool {
        matches!(&self.control, Control::File { kept, .. } if !kept.is_empty())
    }

    /// How a file is sent along that arrived for it before.
    pub(super) fn kept_as(&self, file: &RetainedFile) -> Markup {
        let (name, sent) = (format!("{KEPT}{}", self.name), format!("{} {}", file.token, file.name));
        crate::submit::hidden_input(&name, sent)
    }

    /// Keeps what arrived for it, so that it is sent along when the form is sent again.
    pub(super) fn keep(mut self, posted: &Posted) -> Field {
        if let Control::File { kept, .. } = &mut self.control {
            let arrived = posted.files.iter().filter(|file| file.field == self.name);
            kept.extend(arrived.filter_map(|file| {
                let landed = file.landed.as_ref().ok()?;
                Some(RetainedFile { token: landed.token.clone(), name: file.name.clone() })
            }));
        }
        self
    }
}
