//! Form fields: one value a field, one look for all forms.

mod choice;
mod date;
mod drawn;
mod fields;
mod file;
mod identity;
mod question;

pub use choice::{Option_, option};
pub use date::read_day;
pub use drawn::{DRAWN, Overwritten};
pub use fields::Fields;
pub use file::RetainedFile;
pub use identity::{AskedIdentity, IDENTITY_NUMBER, OTHER_PAPER, identity_sentence};

use crate::Posted;
use crate::layout_text::Words;
use crate::posted::LINE_SHOWN_MAX;
use askama::Template;
use askama::filters::HtmlSafe;
use domain::Language;

/// One field, ready to be shown: label, hint, error, what was typed.
#[derive(Clone, Debug, Template)]
#[template(path = "field/field.html")]
pub struct Field {
    pub name: String,
    pub label: String,
    /// Whether the label is in another language than the page.
    pub label_lang: Option<&'static str>,
    pub hint: String,
    pub error: String,
    pub optional: bool,
    /// When it must be filled in all the same, as its label says; empty where that hangs on nothing.
    pub needed_when: String,
    /// Whoever opens the page begins here.
    pub focus: bool,
    /// The words it is folded under until it is filled in; it stands open where they are empty.
    pub folded: String,
    pub control: Control,
    pub value: String,
    pub autocomplete: &'static str,
    /// What a list says while nothing of it is chosen.
    pub empty_label: &'static str,
    /// What may be meant while it is typed; anything else may be typed too.
    pub suggestions: Vec<Option_>,
    t: Words,
}

#[derive(Clone, Debug)]
pub enum Control {
    Text {
        kind: &'static str,
        mode: &'static str,
        width: &'static str,
    },
    Password,
    Area {
        rows: u8,
    },
    Date {
        day: String,
        month: String,
        year: String,
    },
    Choices {
        choices: Vec<Option_>,
    },
    Checks {
        choices: Vec<Option_>,
    },
    Select {
        choices: Vec<Option_>,
    },
    File {
        accept: &'static str,
        /// Whether several are chosen at once.
        many: bool,
        kept: Vec<RetainedFile>,
    },
    /// What was chosen before and goes along: how it is shown.
    Fixed {
        shown: String,
    },
    /// A number and what it is counted in.
    Amount {
        mode: &'static str,
        unit: String,
    },
}

impl Field {
    fn new(language: Language, name: &str, label: &str, control: Control) -> Field {
        Field {
            name: name.into(),
            label: label.into(),
            label_lang: None,
            hint: String::new(),
            error: String::new(),
            optional: false,
            needed_when: String::new(),
            focus: false,
            folded: String::new(),
            control,
            value: String::new(),
            autocomplete: "",
            empty_label: "",
            suggestions: Vec::new(),
            t: Words(language),
        }
    }

    pub fn text(language: Language, name: &str, label: &str) -> Field {
        Field::new(language, name, label, Control::Text { kind: "text", mode: "", width: "" })
    }

    pub fn number(language: Language, name: &str, label: &str) -> Field {
        Field::new(language, name, label, Control::Text { kind: "text", mode: "numeric", width: "input--10" })
    }

    pub fn email(language: Language, name: &str, label: &str) -> Field {
        Field::new(language, name, label, Control::Text { kind: "email", mode: "email", width: "" })
            .complete("email")
    }

    pub fn phone(language: Language, name: &str, label: &str) -> Field {
        Field::new(language, name, label, Control::Text { kind: "tel", mode: "tel", width: "input--20" })
            .complete("tel")
    }

    pub fn password(language: Language, name: &str, label: &str, complete: &'static str) -> Field {
        Field::new(language, name, label, Control::Password).complete(complete)
    }

    pub fn area(language: Language, name: &str, label: &str) -> Field {
        Field::new(language, name, label, Control::Area { rows: 4 })
    }

    pub fn hint(mut self, hint: &str) -> Field {
        self.hint = hint.into();
        self
    }

    pub fn optional(mut self) -> Field {
        self.optional = true;
        self
    }

    pub fn empty_label(mut self, words: &'static str) -> Field {
        self.empty_label = words;
        self
    }

    pub fn suggest(mut self, suggestions: Vec<Option_>) -> Field {
        self.suggestions = suggestions;
        self
    }

    pub fn complete(mut self, autocomplete: &'static str) -> Field {
        self.autocomplete = autocomplete;
        self
    }

    pub fn wide(mut self, width: &'static str) -> Field {
        if let Control::Text { width: old, .. } = &mut self.control {
            *old = width;
        }
        self
    }

    pub fn rows(mut self, count: u8) -> Field {
        if let Control::Area { rows } = &mut self.control {
            *rows = count;
        }
        self
    }

    /// Shows a stored or a typed value.
    pub fn value(mut self, value: &str) -> Field {
        self.value = value.to_string();
        match &mut self.control {
            Control::Date { day, month, year } => [*day, *month, *year] = date::boxes(value),
            Control::Choices { choices } | Control::Select { choices } => {
                choices.iter_mut().for_each(|choice| choice.chosen = choice.value == value);
            }
            Control::Checks { choices } => {
                let chosen: Vec<&str> = value.split(',').collect();
                choices.iter_mut().for_each(|choice| choice.chosen = chosen.contains(&choice.value.as_str()));
            }
            _ => {}
        }
        self
    }

    /// Shows what was just typed, right or wrong.
    pub fn typed(self, posted: &Posted) -> Field {
        let name = self.name.clone();
        match &self.control {
            Control::Date { .. } => self.typed_date(posted),
            Control::Checks { .. } => {
                let all = posted.all(&name).join(",");
                self.value(&all)
            }
            Control::File { .. } => self.keep(posted),
            Control::Password => self,
            Control::Area { .. } => self.value(posted.raw(&name)),
            _ => self.value(typed::first_letters(posted.raw(&name), LINE_SHOWN_MAX)),
        }
    }

    /// `Hãy điền “Địa chỉ”`, `Hãy chọn “Vai trò”`.
    pub fn missing_sentence(&self, language: Language) -> String {
        match self.control {
            Control::Choices { .. } | Control::Checks { .. } | Control::Select { .. } => {
                let label = &self.label;
                language.pick(format!("Hãy chọn “{label}”"), format!("Choose “{label}”"))
            }
            _ => forms::AnswerProblem::Missing.sentence(&self.label, language),
        }
    }

    pub fn error(mut self, error: &str) -> Field {
        self.error = error.into();
        self
    }

    /// What stands behind its label: that it may be left blank, or when it must not. A box alone says by itself that it need
    /// not be ticked.
    fn optional_mark(&self) -> &str {
        let alone = matches!(&self.control, Control::Checks { choices } if choices.len() == 1);
        match self.optional && !alone {
            true if self.needed_when.is_empty() => self.t.optional(),
            true => &self.needed_when,
            false => "",
        }
    }

    fn described_by(&self) -> String {
        let mut ids = Vec::new();
        if !self.hint.is_empty() {
            ids.push(format!("{}-hint", self.name));
        }
        if !self.error.is_empty() {
            ids.push(format!("{}-error", self.name));
        }
        ids.join(" ")
    }

    /// Where the link of the error summary goes.
    pub fn anchor(&self) -> String {
        match self.control {
            Control::Date { .. } => format!("{}-day", self.name),
            Control::Choices { .. } | Control::Checks { .. } => format!("{}-1", self.name),
            _ => self.name.clone(),
        }
    }
}

impl HtmlSafe for Field {}
