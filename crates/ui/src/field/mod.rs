//! Form fields: one value a field, one look for all forms.

mod drawn;
mod identity;

pub use drawn::{DRAWN, Overwritten};
pub use identity::{AskedIdentity, IDENTITY_NUMBER, OTHER_PAPER, identity_sentence};

use crate::layout_text::Words;
use crate::markup::escaped;
use crate::part::{ErrorSummary, FieldError};
use crate::posted::{KEPT, file_sentence};
use crate::{Markup, Posted};
use app::files::{FILE_MAX, FileProblem};
use askama::Template;
use askama::filters::HtmlSafe;
use domain::Language;
use forms::{Dates, Question, QuestionKind};

/// One field, ready to be shown: label, hint, error, what was typed.
#[derive(Clone, Template)]
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
    pub control: Control,
    pub value: String,
    pub autocomplete: &'static str,
    /// What a list says while nothing of it is chosen.
    pub unset: &'static str,
    /// What may be meant while it is typed; anything else may be typed too.
    pub suggestions: Vec<Option_>,
    t: Words,
}

#[derive(Clone)]
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

/// A file that arrived with a form which did not go through: it need not be chosen again.
#[derive(Clone)]
pub struct RetainedFile {
    pub token: String,
    pub name: String,
}

/// The files papers come as.
const PAPERS: &str = ".pdf,.jpg,.jpeg,.png";

/// One thing to choose.
#[derive(Clone)]
pub struct Option_ {
    pub value: String,
    pub label: String,
    /// Where the label is in another language than the page.
    pub lang: Option<&'static str>,
    pub hint: String,
    pub chosen: bool,
    /// It cannot be chosen; the hint says why.
    pub closed: bool,
}

pub fn option(value: impl Into<String>, label: impl Into<String>) -> Option_ {
    let (value, label) = (value.into(), label.into());
    Option_ { value, label, lang: None, hint: String::new(), chosen: false, closed: false }
}

/// A day as its field says it.
pub fn read_day(posted: &Posted, name: &str) -> Option<jiff::civil::Date> {
    QuestionKind::Date(Dates::default()).read(&posted.day(name)).ok().and_then(|date| date.parse().ok())
}

impl Option_ {
    pub fn lang(mut self, lang: &'static str) -> Option_ {
        self.lang = Some(lang);
        self
    }

    pub fn hint(mut self, hint: impl Into<String>) -> Option_ {
        self.hint = hint.into();
        self
    }

    /// It is shown, with the reason why it cannot be chosen.
    pub fn closed(self, why: impl Into<String>) -> Option_ {
        Option_ { closed: true, ..self.hint(why) }
    }
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
            control,
            value: String::new(),
            autocomplete: "",
            unset: "",
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

    pub fn date(language: Language, name: &str, label: &str) -> Field {
        let blank = String::new;
        Field::new(language, name, label, Control::Date { day: blank(), month: blank(), year: blank() })
    }

    pub fn choices(language: Language, name: &str, label: &str, choices: Vec<Option_>) -> Field {
        Field::new(language, name, label, Control::Choices { choices })
    }

    pub fn checks(language: Language, name: &str, label: &str, choices: Vec<Option_>) -> Field {
        Field::new(language, name, label, Control::Checks { choices })
    }

    pub fn select(language: Language, name: &str, label: &str, choices: Vec<Option_>) -> Field {
        Field::new(language, name, label, Control::Select { choices })
    }

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

    /// The field of a question of an e-form.
    pub fn question(language: Language, question: &Question) -> Field {
        let label = question.label.get(language);
        let id = question.id.as_str();
        let mut field = match &question.kind {
            QuestionKind::Text { .. } => Field::text(language, id, label),
            QuestionKind::LongText { .. } => Field::area(language, id, label),
            QuestionKind::Date(_) => Field::date(language, id, label),
            QuestionKind::Number { decimals, unit, .. } => {
                let mode = if *decimals > 0 { "decimal" } else { "numeric" };
                Field::new(language, id, label, Control::Amount { mode, unit: unit.clone() })
            }
            QuestionKind::Money => Field::new(
                language,
                id,
                label,
                Control::Amount { mode: "numeric", unit: language.pick("đồng", "VND").into() },
            ),
            QuestionKind::Choice { choices } => {
                let choices = choices
                    .iter()
                    .map(|choice| option(&choice.id, choice.label.get(language)))
                    .collect::<Vec<_>>();
                if choices.len() > 6 {
                    Field::select(language, id, label, choices)
                } else {
                    Field::choices(language, id, label, choices)
                }
            }
            QuestionKind::YesNo => {
                let t = Words(language);
                Field::choices(language, id, label, vec![option("yes", t.yes()), option("no", t.no())])
            }
            QuestionKind::Phone => Field::phone(language, id, label),
            QuestionKind::Email => Field::email(language, id, label),
            QuestionKind::IdentityNumber => Field::number(language, id, label).wide("input--20"),
        };
        // The answers are about the matter, not always about the person who types.
        field.autocomplete = "off";
        field.optional = !question.required;
        field.hint = question.hint.get(language).to_string();
        if matches!(question.kind, QuestionKind::Date(Dates { partial: true, .. })) && field.hint.is_empty() {
            field.hint = Words(language).partial_date().into();
        }
        field.label_lang = question.label.untranslated(language).then_some("vi");
        field
    }

    pub fn hint(mut self, hint: &str) -> Field {
        self.hint = hint.into();
        self
    }

    pub fn optional(mut self) -> Field {
        self.optional = true;
        self
    }

    pub fn unset(mut self, words: &'static str) -> Field {
        self.unset = words;
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
            Control::Date { day, month, year } => {
                // Typed as it stands, where it is no day; else the year, and month and day where they are known.
                let typed: Vec<&str> = value.split('/').collect();
                if let [d, m, y] = typed[..] {
                    (*day, *month, *year) = (d.into(), m.into(), y.into());
                } else {
                    let mut parts = value.split('-').map(|part| part.trim_start_matches('0').to_string());
                    let mut next = || parts.next().unwrap_or_default();
                    (*year, *month, *day) = (next(), next(), next());
                }
            }
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
            Control::Date { .. } => {
                let [day, month, year] = posted.boxes(&name);
                // In one line, as other programs post it.
                let line = posted.text(&name);
                if let Some(date) = forms::PartialDate::read(&line) {
                    return self.value(&date.to_string());
                }
                let day = if day.is_empty() { line } else { day };
                let typed = [&day, &month, &year].map(String::as_str);
                let written = typed.join("/");
                let mut field = self;
                field.value = match forms::PartialDate::read(&written) {
                    Some(date) => date.to_string(),
                    None if typed.iter().all(|part| part.is_empty()) => String::new(),
                    None => written,
                };
                field.control = Control::Date { day, month, year };
                field
            }
            Control::Checks { .. } => {
                let all = posted.all(&name).join(",");
                self.value(&all)
            }
            Control::File { .. } => self.keep(posted),
            Control::Password => self,
            _ => {
                let value = posted.raw(&name).to_string();
                self.value(&value)
            }
        }
    }

    /// By what a script says that a file will not be taken, before it travels.
    fn checked(&self) -> Markup {
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
    fn kept_as(&self, file: &RetainedFile) -> Markup {
        let (name, sent) = (format!("{KEPT}{}", self.name), format!("{} {}", file.token, file.name));
        crate::submit::hidden_input(&name, sent)
    }

    /// Keeps what arrived for it, so that it is sent along when the form is sent again.
    fn keep(mut self, posted: &Posted) -> Field {
        if let Control::File { kept, .. } = &mut self.control {
            let arrived = posted.files.iter().filter(|file| file.field == self.name);
            kept.extend(arrived.filter_map(|file| {
                let landed = file.landed.as_ref().ok()?;
                Some(RetainedFile { token: landed.token.clone(), name: file.name.clone() })
            }));
        }
        self
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
    fn aside(&self) -> &str {
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

/// The fields of a form, with what is wrong in them.
#[derive(Clone, Template)]
#[template(path = "field/fields.html")]
pub struct Fields {
    pub fields: Vec<Field>,
    /// What is wrong with the form as a whole, or with something that has no field here.
    pub others: Vec<String>,
    /// What they were drawn from, in digests, where nothing is to be overwritten unseen.
    pub drawn: Option<String>,
    /// They are of a form that was held: nothing is done with it before somebody has looked it over.
    held: bool,
    t: Words,
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
