//! A list edited as rows of fields, without a script: adding, removing and moving a row are buttons of the form.

use super::text::Words;
use app::fold::fold;
use askama::Template;
use ui::part::{Back, Heading, Notice, Problems};
use ui::press::{ACT, HtmlSafe, hidden};
use ui::{Chrome, Fields, Form, Markup, Posted, Tacit};
use web::{Ask, Failure};

/// More rows than any list of the law has.
const ROWS_MAX: usize = 400;

/// Letters of a line and of what is written freely in a row.
pub const LINE_MAX: usize = 4_000;
pub const AREA_MAX: usize = 40_000;

/// The hidden fields of a page of rows: how many there are, the key of each, on what it was opened.
const COUNT: Tacit = Tacit("rows");
const ID: Tacit = Tacit("id");
pub const VERSION: Tacit = Tacit("version");
const FORM: &str = "rows-form";

/// The buttons of a page of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Press {
    Save,
    Add,
    /// The row at this place.
    Up(usize),
    Remove(usize),
}

const SAVE: &str = "save";
const ADD: &str = "add";
const UP: &str = "up-";
const REMOVE: &str = "remove-";

impl Press {
    fn key(self) -> String {
        match self {
            Press::Save => SAVE.to_string(),
            Press::Add => ADD.to_string(),
            Press::Up(place) => format!("{UP}{place}"),
            Press::Remove(place) => format!("{REMOVE}{place}"),
        }
    }

    fn parse(key: &str) -> Option<Press> {
        let place = |start: &str| key.strip_prefix(start).and_then(|place| place.parse().ok());
        match key {
            SAVE => Some(Press::Save),
            ADD => Some(Press::Add),
            _ => place(UP).map(Press::Up).or_else(|| place(REMOVE).map(Press::Remove)),
        }
    }
}

impl std::fmt::Display for Press {
    fn fmt(&self, to: &mut std::fmt::Formatter) -> std::fmt::Result {
        std::fmt::Display::fmt(&ACT.with(self.key()), to)
    }
}

impl HtmlSafe for Press {}

/// The rows of a list: as they are stored or as they came. A row is a form of its own, and what draws it reads it.
pub struct Rows<'a> {
    ask: &'a Ask,
    /// The rows that came, where any were sent.
    sent: Option<Vec<Posted>>,
    /// Rows were added, moved or taken away, and are only shown.
    edited: bool,
    shown: Vec<(String, Fields)>,
    others: Vec<String>,
}

/// What a row is about.
pub struct Of<'a, T> {
    /// The key it came with.
    pub id: &'a str,
    /// What is stored of it.
    pub known: Option<&'a T>,
}

impl<T> Of<'_, T> {
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

impl<'a> Rows<'a> {
    pub fn stored(ask: &'a Ask) -> Rows<'a> {
        Rows { ask, sent: None, edited: false, shown: Vec::new(), others: Vec::new() }
    }

    /// As they came, with what the pressed button does to them.
    pub fn sent(ask: &'a Ask, posted: &Posted) -> Result<Rows<'a>, Failure> {
        let count = COUNT.of(posted).parse().ok().filter(|count| *count <= ROWS_MAX);
        let mut rows = posted.rows(count.ok_or(Failure::BadRequest)?);
        // A form that was held is only shown.
        let edited = posted.is_held() || pressed(ACT.of(posted), &mut rows).ok_or(Failure::BadRequest)?;
        Ok(Rows { sent: Some(rows), edited, ..Rows::stored(ask) })
    }

    /// Draws and reads every row. Of those that are stored nothing is read; of those that came, what is right.
    pub fn of<T>(
        &mut self,
        stored: &[T],
        id: impl Fn(&T) -> &str,
        mut row: impl FnMut(&mut Form, &Of<T>) -> Option<T>,
    ) -> Vec<T> {
        let language = self.ask.language;
        let Some(sent) = &self.sent else {
            for known in stored {
                let mut form = Form::blank(language);
                row(&mut form, &Of { id: id(known), known: Some(known) });
                self.shown.push((id(known).to_string(), form.drawn()));
            }
            return Vec::new();
        };
        let mut read = Vec::new();
        for posted in sent {
            let key = posted.text(ID.name());
            let known = stored.iter().find(|known| !key.is_empty() && id(known) == key);
            let mut form = Form::sent(language, posted);
            let item = row(&mut form, &Of { id: &key, known }).filter(|_| !form.any_wrong());
            let mut fields = form.drawn();
            // A row left wholly blank was not meant.
            let blank = key.is_empty() && fields.fields.iter().all(|field| field.value.trim().is_empty());
            if self.edited {
                fields.fields.iter_mut().for_each(|field| field.error.clear());
            } else if blank {
                continue;
            }
            self.shown.push((key, fields));
            read.extend(item);
        }
        read
    }

    /// Whether they are only to be shown.
    pub fn edited(&self) -> bool {
        self.edited
    }

    pub fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }

    /// Says what is wrong with the list as a whole.
    pub fn says(&mut self, sentence: impl Into<String>) {
        if self.sent.is_some() && !self.edited {
            self.others.push(sentence.into());
        }
    }

    pub fn any_wrong(&self) -> bool {
        !self.others.is_empty() || self.shown.iter().any(|(_, fields)| fields.any_wrong())
    }
}

/// Does what a button says to the rows: whether they are only to be shown, or nothing where no button says so.
fn pressed<T: Default>(act: &str, rows: &mut Vec<T>) -> Option<bool> {
    match Press::parse(act)? {
        Press::Save => return Some(false),
        Press::Add if rows.len() < ROWS_MAX => rows.push(T::default()),
        Press::Add => {}
        Press::Remove(place) if place < rows.len() => drop(rows.remove(place)),
        Press::Up(place) if place > 0 && place < rows.len() => rows.swap(place, place - 1),
        Press::Remove(_) | Press::Up(_) => return None,
    }
    Some(true)
}

/// A row as shown.
struct RowView {
    number: usize,
    heading: String,
    /// The stable key of what the row is about, as it is drawn, out of sight.
    id: Markup,
    fields: Fields,
}

/// The page of a list edited as rows.
#[derive(Template)]
#[template(path = "administration/rows/page.html")]
pub struct RowsPage {
    chrome: Chrome,
    about: About,
    summary: Problems,
    rows: Vec<RowView>,
    t: Words,
}

/// What the page is about.
pub struct About {
    pub back: String,
    pub over: String,
    pub heading: &'static str,
    pub note: &'static str,
    /// What the form was opened on, to notice a colleague's saving.
    pub version: String,
}

pub fn view(about: About, rows: Rows) -> RowsPage {
    let (ask, any_wrong) = (rows.ask, rows.any_wrong());
    let t = Words(ask.language);
    let view = |(place, (id, mut fields)): (usize, (String, Fields))| {
        for field in &mut fields.fields {
            field.name = format!("{}-{place}", field.name);
        }
        let id = hidden(&format!("{}-{place}", ID.name()), id);
        RowView { number: place, heading: t.row(place + 1), id, fields }
    };
    let views: Vec<RowView> = rows.shown.into_iter().enumerate().map(view).collect();
    let mut summary = Problems::of(ask.language, rows.others);
    for row in &views {
        for problem in row.fields.summary().problems {
            summary.at(problem.field, format!("{}: {}", row.heading, problem.sentence));
        }
    }
    RowsPage {
        chrome: ask.chrome(about.heading).with_problems(any_wrong).switching_for(FORM, &Press::Save.key()),
        about: About { version: ask.as_seen(VERSION, about.version), ..about },
        summary,
        rows: views,
        t,
    }
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
