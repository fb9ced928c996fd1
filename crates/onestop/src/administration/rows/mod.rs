//! A list edited as rows of fields, without a script: adding, removing and moving a row are buttons of the form.

mod span;
#[cfg(test)]
mod tests;

use super::text::Words;
use app::fold::fold;
use askama::Template;
pub use span::RowsQuery;
use span::{RowSpan, SPAN};
use ui::field::Control;
use ui::formats::beginning;
use ui::part::{BackLink, ErrorSummary, Heading, Notice, PageLink, Pages, Phrase};
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
    sent: Option<Vec<PostedRow>>,
    /// The stored rows they stand for.
    span: RowSpan,
    /// A row was added, moved or removed: the form is only shown again, nothing is saved.
    edited: bool,
    /// The row that was added or moved, or that took the place of a removed one: whoever edits goes on there.
    at: Option<usize>,
    shown: Vec<ShownRow>,
    /// How many are stored that are on other pages.
    others_stored: usize,
    others: Vec<String>,
}

/// A row of a form that came.
#[derive(Debug)]
enum PostedRow {
    Sent(Posted),
    /// It is as it is stored: another was moved before it, from the page that follows.
    Stored(usize),
}

impl Default for PostedRow {
    fn default() -> PostedRow {
        PostedRow::Sent(Posted::default())
    }
}

/// A row with its key, its fields, and the field that applicants will see, if it makes one.
struct ShownRow {
    id: String,
    fields: Fields,
    preview: Option<Field>,
}

/// What a row is about.
pub struct RowSubject<'a, T> {
    /// The key it came with.
    pub id: &'a str,
    /// What is stored of it.
    pub known: Option<&'a T>,
    /// Keys of rows on other pages.
    elsewhere: &'a [String],
}

impl<T> RowSubject<'_, T> {
    /// What is stored of it, in words.
    pub fn value<'v>(&'v self, read: impl FnOnce(&'v T) -> &'v str) -> &'v str {
        self.known.map(read).unwrap_or_default()
    }

    /// Its key: the one it has, or a new one made of its name, unlike `taken`, where it joins.
    pub fn key(&self, name: &str, taken: &mut Vec<String>) -> String {
        let all = [self.elsewhere, taken].concat();
        let key = key(self.id, name, &all);
        taken.push(key.clone());
        key
    }
}

impl<'a> ListRows<'a> {
    /// Those of a page, the first being 1.
    pub fn stored(context: &'a RequestContext, page: usize) -> ListRows<'a> {
        let span = RowSpan { page, ..RowSpan::default() };
        ListRows {
            context,
            sent: None,
            span,
            edited: false,
            at: None,
            shown: Vec::new(),
            others_stored: 0,
            others: Vec::new(),
        }
    }

    /// The rows as posted, after what the pressed button does to them.
    pub fn sent(context: &'a RequestContext, posted: &Posted) -> Result<ListRows<'a>, Failure> {
        let count = COUNT.of(posted).parse().ok().filter(|count| *count <= ROWS_MAX);
        let rows = posted.rows(count.ok_or(Failure::BadRequest)?);
        let mut rows: Vec<PostedRow> = rows.into_iter().map(PostedRow::Sent).collect();
        let mut span = RowSpan::parse(SPAN.of(posted))?;
        // A held form is only shown again.
        let done = match posted.is_held() {
            true => PressedButton::ShowsAgain { at: None },
            false => pressed(ACTION.of(posted), &mut rows, &mut span).ok_or(Failure::BadRequest)?,
        };
        let (edited, at) = match done {
            PressedButton::Saves => (false, None),
            PressedButton::ShowsAgain { at } => (true, at),
        };
        Ok(ListRows { sent: Some(rows), span, edited, at, ..ListRows::stored(context, 1) })
    }

    /// Draws every row of the page and reads those that were posted: returns what could be read of each without an error,
    /// between the stored rows before and after them. ListRows that are only drawn yield nothing.
    pub fn of<T: Clone>(
        &mut self,
        stored: &[T],
        id: impl Fn(&T) -> &str,
        row: impl FnMut(&mut Form, &RowSubject<T>) -> Option<T>,
    ) -> Vec<T> {
        self.with_previews(stored, id, |_| None, row)
    }

    /// The same of rows that become fields of the applicant's form.
    pub fn with_previews<T: Clone>(
        &mut self,
        stored: &[T],
        id: impl Fn(&T) -> &str,
        preview: impl Fn(&T) -> Option<Field>,
        mut row: impl FnMut(&mut Form, &RowSubject<T>) -> Option<T>,
    ) -> Vec<T> {
        let language = self.context.language;
        let mut elsewhere = self.elsewhere(stored, &id);
        let Some(sent) = &self.sent else {
            let drawn =
                stored.iter().map(|known| drawn(language, known, id(known), preview(known), &mut row));
            self.shown = drawn.collect();
            self.leave_page();
            return Vec::new();
        };
        let here = self.span.of(stored.len());
        let mut read = stored[..here.start].to_vec();
        for came in sent {
            let posted = match came {
                PostedRow::Sent(posted) => posted,
                PostedRow::Stored(place) => {
                    let Some(known) = stored.get(*place) else { continue };
                    elsewhere.push(id(known).into());
                    self.shown.push(drawn(language, known, id(known), preview(known), &mut row));
                    read.push(known.clone());
                    continue;
                }
            };
            let key = posted.text(ID.name());
            let known = stored.iter().find(|known| !key.is_empty() && id(known) == key);
            let mut form = Form::sent(language, posted);
            let item = row(&mut form, &RowSubject { id: &key, known, elsewhere: &elsewhere })
                .filter(|_| !form.any_wrong());
            let mut fields = form.into_fields();
            // A row left wholly blank was not meant.
            let blank = key.is_empty() && fields.fields.iter().all(|field| field.value.trim().is_empty());
            if self.edited {
                fields.fields.iter_mut().for_each(|field| field.error.clear());
            } else if blank {
                continue;
            }
            let preview = item.as_ref().or(known).and_then(&preview);
            self.shown.push(ShownRow { id: key, fields, preview });
            read.extend(item);
        }
        self.others_stored = stored.len() - here.len();
        read.extend_from_slice(&stored[here.end..]);
        read
    }

    /// Whether the rows are only to be shown again.
    pub fn edited(&self) -> bool {
        self.edited
    }

    pub fn is_empty(&self) -> bool {
        self.shown.is_empty() && self.others_stored == 0
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

/// A row as it is stored.
fn drawn<T>(
    language: ui::Language,
    known: &T,
    id: &str,
    preview: Option<Field>,
    row: &mut impl FnMut(&mut Form, &RowSubject<T>) -> Option<T>,
) -> ShownRow {
    let mut form = Form::blank(language);
    row(&mut form, &RowSubject { id, known: Some(known), elsewhere: &[] });
    ShownRow { id: id.into(), fields: form.into_fields(), preview }
}

/// What becomes of the rows by a button.
#[derive(Debug, PartialEq, Eq)]
enum PressedButton {
    Saves,
    /// They are only shown again, and somebody goes on at the row of this place.
    ShowsAgain {
        at: Option<usize>,
    },
}

/// Applies a button to the rows; nothing for an unknown one.
fn pressed(act: &str, rows: &mut Vec<PostedRow>, span: &mut RowSpan) -> Option<PressedButton> {
    let submit = Submit::parse(act)?;
    match submit {
        Submit::Save => return Some(PressedButton::Saves),
        Submit::Add if rows.len() < ROWS_MAX => rows.push(PostedRow::default()),
        Submit::Add => {}
        Submit::Remove(place) if place < rows.len() => drop(rows.remove(place)),
        Submit::Up(place) if place > 0 && place < rows.len() => rows.swap(place, place - 1),
        // Before the last row of the page before, which comes along.
        Submit::Up(0) if !rows.is_empty() => {
            let from = span.rows.as_mut().filter(|rows| rows.start > 0)?;
            from.start -= 1;
            rows.insert(1, PostedRow::Stored(from.start));
        }
        Submit::Remove(_) | Submit::Up(_) => return None,
    }
    let last = rows.len().checked_sub(1);
    let at = match submit {
        Submit::Up(place) => Some(place.saturating_sub(1)),
        Submit::Remove(place) => last.map(|last| place.min(last)),
        Submit::Save | Submit::Add => last,
    };
    Some(PressedButton::ShowsAgain { at })
}

/// A row as shown.
struct RowView {
    number: usize,
    /// Whether another comes before it in the list.
    has_before: bool,
    heading: String,
    /// What it is called, and what else was chosen of it: enough to know it without reading its fields.
    name: Phrase,
    summary: String,
    /// Hidden input with the stable key of the row's subject.
    id: Markup,
    fields: Fields,
    /// The field applicants will see, as a preview in which nothing can be typed.
    preview: Option<Field>,
}

/// The page of a list edited as rows.
#[derive(Template)]
#[template(path = "administration/rows/page.html")]
pub struct RowsPage {
    chrome: Chrome,
    about: RowsIntro,
    error_summary: ErrorSummary,
    rows: Vec<RowView>,
    span: RowSpan,
    /// The other pages of the list.
    pages: Pages,
    /// More may be added before these are saved.
    has_room: bool,
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
    let (context, any_wrong, has_room) = (rows.context, rows.any_wrong(), rows.has_room());
    let (t, span, at) = (Words(context.language), rows.span.clone(), rows.at);
    let view = |(place, ShownRow { id, mut fields, preview }): (usize, ShownRow)| {
        let RowTitle { name, summary } = titled(&fields);
        for field in &mut fields.fields {
            field.name = format!("{}-{place}", field.name);
        }
        let first = fields.fields.first_mut().filter(|_| at == Some(place));
        first.into_iter().for_each(|field| field.focus = true);
        let id = hidden_input(&format!("{}-{place}", ID.name()), id);
        let preview = preview.map(|mut preview| {
            preview.name = format!("preview-{place}");
            preview
        });
        let name = Phrase::vietnamese(name, context.language);
        let before = span.before() + place;
        RowView {
            number: place,
            has_before: before > 0,
            heading: t.row(before + 1),
            name,
            summary,
            id,
            fields,
            preview,
        }
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
        pages: pages(&span, &t),
        span,
        has_room,
        t,
    }
}

/// The ways to the pages of a long list.
fn pages(span: &RowSpan, t: &Words) -> Pages {
    let link = |number| PageLink { href: format!("?page={number}"), number, here: number == span.page };
    Pages { label: t.pages(), word: t.page(), pages: (1..=span.pages).map(link).collect() }
}

/// Maximum letters of a name in the heading of a row.
const NAME_MAX: usize = 160;

/// How a row is told from the others.
struct RowTitle {
    name: String,
    /// What was chosen of it beside its name.
    summary: String,
}

/// A row is called by the first that is written in it or, where it has no name, by what is chosen first.
fn titled(fields: &Fields) -> RowTitle {
    let chosen = |field: &Field| match &field.control {
        Control::Select { choices } | Control::Checks { choices } | Control::Choices { choices } => {
            choices.iter().find(|choice| choice.chosen).map(|choice| choice.label.clone())
        }
        _ => None,
    };
    let is_written = |field: &&Field| match field.control {
        Control::Text { mode: "numeric", .. } => false,
        Control::Text { .. } | Control::Area { .. } => !field.value.trim().is_empty(),
        _ => false,
    };
    let has_name = fields.fields.iter().any(|field| field.name == "vi");
    let first = fields.fields.first().filter(|_| !has_name).and_then(chosen);
    let rest = &fields.fields[usize::from(first.is_some())..];
    let written = || fields.fields.iter().find(is_written).map(|field| beginning(&field.value, NAME_MAX));
    let name = first.or_else(written).unwrap_or_default();
    let said = rest.iter().filter_map(|field| match &field.control {
        Control::Select { .. } | Control::Checks { .. } | Control::Choices { .. } => chosen(field),
        Control::Amount { .. } | Control::Text { mode: "numeric", .. } if !field.value.is_empty() => {
            Some(format!("{}: {}", field.label, field.value))
        }
        _ => None,
    });
    RowTitle { name, summary: said.collect::<Vec<_>>().join(" · ") }
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
