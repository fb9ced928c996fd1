//! A list edited as rows of fields, without a script: adding, removing and moving a row are buttons of the form.

use super::text::Words;
use app::fold::fold;
use askama::Template;
use ui::field::Control;
use ui::part::{BackLink, ErrorSummary, Heading, Notice, Phrase};
use ui::submit::{ACTION, HtmlSafe, hidden_input};
use ui::{Chrome, Field, Fields, Form, FormParam, Markup, Posted};
use web::{Failure, RequestContext};

/// Maximum rows of a list, more than any list of the law has.
const ROWS_MAX: usize = 400;

/// Maximum letters of a line and of free text in a row.
pub const LINE_MAX: usize = 4_000;
pub const AREA_MAX: usize = 40_000;

/// Hidden inputs of a page of rows: the number of rows, the key of each, the version the page was opened on.
const COUNT: FormParam = FormParam("rows");
const ID: FormParam = FormParam("id");
pub const VERSION: FormParam = FormParam("version");
const FORM: &str = "rows-form";

/// The buttons of a page of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Submit {
    Save,
    Add,
    /// Moves the row at this place up.
    Up(usize),
    Remove(usize),
}

const SAVE: &str = "save";
const ADD: &str = "add";
const UP: &str = "up-";
const REMOVE: &str = "remove-";

impl Submit {
    fn key(self) -> String {
        match self {
            Submit::Save => SAVE.to_string(),
            Submit::Add => ADD.to_string(),
            Submit::Up(place) => format!("{UP}{place}"),
            Submit::Remove(place) => format!("{REMOVE}{place}"),
        }
    }

    fn parse(key: &str) -> Option<Submit> {
        let place = |start: &str| key.strip_prefix(start).and_then(|place| place.parse().ok());
        match key {
            SAVE => Some(Submit::Save),
            ADD => Some(Submit::Add),
            _ => place(UP).map(Submit::Up).or_else(|| place(REMOVE).map(Submit::Remove)),
        }
    }
}

impl std::fmt::Display for Submit {
    fn fmt(&self, to: &mut std::fmt::Formatter) -> std::fmt::Result {
        std::fmt::Display::fmt(&ACTION.with(self.key()), to)
    }
}

impl HtmlSafe for Submit {}

/// The rows of a list: as they are stored or as they came. A row is a form of its own, and what draws it reads it.
pub struct ListRows<'a> {
    context: &'a RequestContext,
    /// The rows that came, where any were sent.
    sent: Option<Vec<Posted>>,
    /// A row was added, moved or removed: the form is only shown again, nothing is saved.
    edited: bool,
    shown: Vec<ShownRow>,
    others: Vec<String>,
}

/// A row with its key, its fields, and the field that applicants will see, if it makes one.
struct ShownRow {
    id: String,
    fields: Fields,
    met: Option<Field>,
}

/// What a row is about.
pub struct RowSubject<'a, T> {
    /// The key it came with.
    pub id: &'a str,
    /// What is stored of it.
    pub known: Option<&'a T>,
}

impl<T> RowSubject<'_, T> {
    /// What is stored of it, in words.
    pub fn value<'v>(&'v self, read: impl FnOnce(&'v T) -> &'v str) -> &'v str {
        self.known.map(read).unwrap_or_default()
    }

    /// Its key: the one it has, or a new one made of its name, unlike `taken`, where it joins.
    pub fn key(&self, name: &str, taken: &mut Vec<String>) -> String {
        let key = key(self.id, name, taken);
        taken.push(key.clone());
        key
    }
}

impl<'a> ListRows<'a> {
    pub fn stored(context: &'a RequestContext) -> ListRows<'a> {
        ListRows { context, sent: None, edited: false, shown: Vec::new(), others: Vec::new() }
    }

    /// The rows as posted, after what the pressed button does to them.
    pub fn sent(context: &'a RequestContext, posted: &Posted) -> Result<ListRows<'a>, Failure> {
        let count = COUNT.of(posted).parse().ok().filter(|count| *count <= ROWS_MAX);
        let mut rows = posted.rows(count.ok_or(Failure::BadRequest)?);
        // A held form is only shown again.
        let edited = posted.is_held() || pressed(ACTION.of(posted), &mut rows).ok_or(Failure::BadRequest)?;
        Ok(ListRows { sent: Some(rows), edited, ..ListRows::stored(context) })
    }

    /// Draws every row and reads those that were posted: returns what could be read of each without an error. Stored
    /// rows are only drawn, and yield nothing.
    pub fn of<T>(
        &mut self,
        stored: &[T],
        id: impl Fn(&T) -> &str,
        row: impl FnMut(&mut Form, &RowSubject<T>) -> Option<T>,
    ) -> Vec<T> {
        self.met(stored, id, |_| None, row)
    }

    /// The same of rows that become fields of the applicant's form.
    pub fn met<T>(
        &mut self,
        stored: &[T],
        id: impl Fn(&T) -> &str,
        met: impl Fn(&T) -> Option<Field>,
        mut row: impl FnMut(&mut Form, &RowSubject<T>) -> Option<T>,
    ) -> Vec<T> {
        let language = self.context.language;
        let Some(sent) = &self.sent else {
            for known in stored {
                let mut form = Form::blank(language);
                row(&mut form, &RowSubject { id: id(known), known: Some(known) });
                self.shown.push(ShownRow {
                    id: id(known).into(),
                    fields: form.into_fields(),
                    met: met(known),
                });
            }
            return Vec::new();
        };
        let mut read = Vec::new();
        for posted in sent {
            let key = posted.text(ID.name());
            let known = stored.iter().find(|known| !key.is_empty() && id(known) == key);
            let mut form = Form::sent(language, posted);
            let item = row(&mut form, &RowSubject { id: &key, known }).filter(|_| !form.any_wrong());
            let mut fields = form.into_fields();
            // A row left wholly blank was not meant.
            let blank = key.is_empty() && fields.fields.iter().all(|field| field.value.trim().is_empty());
            if self.edited {
                fields.fields.iter_mut().for_each(|field| field.error.clear());
            } else if blank {
                continue;
            }
            let met = item.as_ref().or(known).and_then(&met);
            self.shown.push(ShownRow { id: key, fields, met });
            read.extend(item);
        }
        read
    }

    /// Whether the rows are only to be shown again.
    pub fn edited(&self) -> bool {
        self.edited
    }

    pub fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }

    /// Adds an error about the list as a whole.
    pub fn add_error(&mut self, sentence: impl Into<String>) {
        if self.sent.is_some() && !self.edited {
            self.others.push(sentence.into());
        }
    }

    pub fn any_wrong(&self) -> bool {
        !self.others.is_empty() || self.shown.iter().any(|row| row.fields.any_wrong())
    }
}

/// Applies a button to the rows. Returns whether they are only to be shown again; `None` for an unknown button.
fn pressed<T: Default>(act: &str, rows: &mut Vec<T>) -> Option<bool> {
    match Submit::parse(act)? {
        Submit::Save => return Some(false),
        Submit::Add if rows.len() < ROWS_MAX => rows.push(T::default()),
        Submit::Add => {}
        Submit::Remove(place) if place < rows.len() => drop(rows.remove(place)),
        Submit::Up(place) if place > 0 && place < rows.len() => rows.swap(place, place - 1),
        Submit::Remove(_) | Submit::Up(_) => return None,
    }
    Some(true)
}

/// A row as shown.
struct RowView {
    number: usize,
    heading: String,
    /// What it is called, and what else was chosen of it: enough to know it without reading its fields.
    name: Phrase,
    gist: String,
    /// Hidden input with the stable key of the row's subject.
    id: Markup,
    fields: Fields,
    /// The field applicants will see, as a preview in which nothing can be typed.
    met: Option<Field>,
}

/// The page of a list edited as rows.
#[derive(Template)]
#[template(path = "administration/rows/page.html")]
pub struct RowsPage {
    chrome: Chrome,
    about: RowsIntro,
    error_summary: ErrorSummary,
    rows: Vec<RowView>,
    t: Words,
}

/// What the page is about.
pub struct RowsIntro {
    pub back: String,
    pub eyebrow: String,
    pub heading: &'static str,
    pub note: &'static str,
    /// What adding another is called.
    pub add: &'static str,
    /// The version the form was opened on, by which a colleague's saving is noticed.
    pub version: String,
}

pub fn view(about: RowsIntro, rows: ListRows) -> RowsPage {
    let (context, any_wrong) = (rows.context, rows.any_wrong());
    let t = Words(context.language);
    let view = |(place, ShownRow { id, mut fields, met }): (usize, ShownRow)| {
        let (name, gist) = told(&fields);
        for field in &mut fields.fields {
            field.name = format!("{}-{place}", field.name);
        }
        let id = hidden_input(&format!("{}-{place}", ID.name()), id);
        let met = met.map(|mut met| {
            met.name = format!("met-{place}");
            met
        });
        let name = Phrase::vietnamese(name, context.language);
        RowView { number: place, heading: t.row(place + 1), name, gist, id, fields, met }
    };
    let views: Vec<RowView> = rows.shown.into_iter().enumerate().map(view).collect();
    let mut summary = ErrorSummary::of(context.language, rows.others);
    for row in &views {
        for problem in row.fields.error_summary().problems {
            summary.at(problem.field, format!("{}: {}", row.heading, problem.sentence));
        }
    }
    RowsPage {
        chrome: context
            .chrome(about.heading)
            .with_problems(any_wrong)
            .switching_for(FORM, &Submit::Save.key()),
        about: RowsIntro { version: context.as_seen(VERSION, about.version), ..about },
        error_summary: summary,
        rows: views,
        t,
    }
}

/// Maximum letters of a name in the heading of a row.
const NAME_MAX: usize = 160;

/// What a row is called, by the first that is written in it, and what was chosen of it.
fn told(fields: &Fields) -> (String, String) {
    let written = fields.fields.iter().find(|field| {
        matches!(field.control, Control::Text { .. } | Control::Area { .. }) && !field.value.trim().is_empty()
    });
    let name = written.map(|field| field.value.chars().take(NAME_MAX).collect()).unwrap_or_default();
    let said = fields.fields.iter().filter_map(|field| match &field.control {
        Control::Select { choices } | Control::Checks { choices } | Control::Choices { choices } => {
            choices.iter().find(|choice| choice.chosen).map(|choice| choice.label.clone())
        }
        Control::Amount { .. } | Control::Text { mode: "numeric", .. } if !field.value.is_empty() => {
            Some(format!("{}: {}", field.label, field.value))
        }
        _ => None,
    });
    (name, said.collect::<Vec<_>>().join(" · "))
}

/// The key of a row: the one it has, or a new one made of its name, unlike `taken`.
fn key(kept: &str, name: &str, taken: &[String]) -> String {
    if super::is_slug(kept) && !taken.iter().any(|known| known == kept) {
        return kept.to_string();
    }
    fresh_key(name, taken)
}

pub fn fresh_key(name: &str, taken: &[String]) -> String {
    let folded: String = fold(name)
        .chars()
        .map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' })
        .take(40)
        .collect();
    let base = folded.trim_matches('-');
    let base = if base.is_empty() || base == "other" || base == "new" { "item" } else { base };
    let numbered = (2..).map(|number| format!("{base}-{number}"));
    std::iter::once(base.to_string())
        .chain(numbered)
        .find(|key| !taken.contains(key))
        .expect("numbers do not end")
}

#[cfg(test)]
mod tests {
    use super::*;
    use testkit::{render_both, snapshot};
    use ui::Language;
    use ui::field::option;

    fn page(language: Language, wrong: bool) -> RowsPage {
        let t = Words(language);
        let about = RowsIntro {
            back: "/office".into(),
            eyebrow: "1.001193".into(),
            heading: t.questions(),
            note: t.questions_note(),
            add: t.add_question(),
            version: "3".into(),
        };
        let row = |place: usize, name: &str| {
            let label = Field::text(language, "vi", t.question_vi()).value(name);
            let kinds = vec![option("text", t.kind_text()), option("date", t.kind_date())];
            let kind = Field::select(language, "kind", t.answer_kind(), kinds).value("date");
            let label = if wrong { label.error(t.no_steps()) } else { label };
            let mut fields = Fields::new(language, vec![label, kind]);
            let (name, gist) = told(&fields);
            fields.fields.iter_mut().for_each(|field| field.name = format!("{}-{place}", field.name));
            let met = Field::date(language, &format!("met-{place}"), &name);
            let id = hidden_input(&format!("id-{place}"), "born");
            let name = Phrase::vietnamese(name, language);
            RowView { number: place, heading: t.row(place + 1), name, gist, id, fields, met: Some(met) }
        };
        let rows = vec![row(0, "Ngày sinh"), row(1, "Ngày cấp")];
        let mut summary = ErrorSummary::of(language, Vec::new());
        rows.iter().for_each(|row| summary.append(row.fields.error_summary()));
        RowsPage {
            chrome: Chrome::anonymous(language, about.heading),
            about,
            error_summary: summary,
            rows,
            t,
        }
    }

    #[test]
    fn a_row_is_known_by_its_name_and_by_what_was_chosen_of_it() {
        for (html, language) in render_both(|language| page(language, false))
            .iter()
            .zip([Language::Vietnamese, Language::English])
        {
            let t = Words(language);
            let heading = html.one("#row-0").text();
            assert!(heading.contains("1") && heading.contains("Ngày sinh"), "{heading}");
            assert!(html.one("section:first-of-type .row-edit__gist").text().contains(t.kind_date()));
            assert_eq!(html.one("button[name=act][value=add]").text().trim(), t.add_question());
            assert!(!html.has(".error-summary"));
        }
    }

    #[test]
    fn what_an_applicant_will_meet_is_shown_and_takes_nothing() {
        for html in snapshot!(render_both(|language| page(language, false))) {
            assert_eq!(html.all("fieldset[disabled] input[name^='met-0']").len(), 3);
            let open = html.all("form input[name^='met-']").len();
            assert_eq!(html.all("form fieldset[disabled] input[name^='met-']").len(), open);
        }
    }

    #[test]
    fn the_first_row_does_not_move_up_and_a_fault_is_said_first() {
        for html in render_both(|language| page(language, true)) {
            assert!(!html.has("button[value=up-0]") && html.has("button[value=up-1]"));
            assert!(html.has("button[value=remove-0]"));
            assert_eq!(html.all(".error-summary a[href^='#vi-']").len(), 2);
        }
    }

    #[test]
    fn a_key_is_made_of_the_name_and_stays() {
        assert_eq!(key("", "Tờ khai đăng ký", &[]), "to-khai-dang-ky");
        assert_eq!(key("form", "Tờ khai đăng ký", &[]), "form");
        assert_eq!(key("form", "Bản vẽ", &["form".into(), "ban-ve".into()]), "ban-ve-2");
        assert_eq!(key("../x", "???", &[]), "item");
    }

    #[test]
    fn rows_move_and_a_button_nobody_offered_does_nothing() {
        let mut rows = vec!["a", "b", ""];
        assert_eq!(pressed("up-1", &mut rows), Some(true));
        assert_eq!(rows, ["b", "a", ""]);
        assert_eq!(pressed("remove-2", &mut rows), Some(true));
        for act in ["up-0", "up-9", "remove-2", "remove-", "burn", ""] {
            assert_eq!(pressed(act, &mut rows), None, "{act}");
        }
        assert_eq!(pressed("save", &mut rows), Some(false));
        assert_eq!(rows, ["b", "a"]);
    }
}
