//! The parts of a procedure that are lists: each is edited as rows on a page of its own and saved as a new
//! version. A part is a value in a list; the page is the same for all.

mod answer_kind;
mod basis;
mod fees;
mod obligations;
mod papers;
mod questions;
mod results;
mod steps;
pub mod ways;

use super::rows::{self, LINE_MAX, ListRows, RowsPage, RowsQuery, VERSION};
use super::text::Words;
use axum::extract::Path;
use domain::procedure::Procedure;
use domain::{Language, Text};
use ui::{Flash, Form};
use web::{Answer, Failure, Query, RequestContext, Sent, page, page_with_errors, see_with_flash};

pub struct ProcedurePart {
    pub key: &'static str,
    pub title: fn(&Words) -> &'static str,
    /// What an official should know before editing.
    note: fn(&Words) -> &'static str,
    /// What adding another row is called.
    add: fn(&Words) -> &'static str,
    count: fn(&Procedure) -> usize,
    /// Draws the rows; those that came are read into the procedure, or what is wrong with them is said.
    edit: fn(&RequestContext, &mut Procedure, &mut ListRows),
}

impl ProcedurePart {
    /// How much there is of it, for the list of parts.
    pub fn said(&self, procedure: &Procedure, language: Language) -> String {
        match (self.count)(procedure) {
            0 => language.pick("chưa có", "none yet").to_string(),
            count => language.counted(count, "mục", "entry", "entries"),
        }
    }
}

pub const PARTS: &[ProcedurePart] = &[
    ways::PART,
    fees::PART,
    obligations::PART,
    papers::PART,
    questions::PART,
    results::PART,
    basis::PART,
    steps::PART,
];

fn part(key: &str) -> Result<&'static ProcedurePart, Failure> {
    PARTS.iter().find(|part| part.key == key).ok_or(Failure::NotFound)
}

/// The newest version, in force or still to come: edits build on one another.
fn newest(context: &RequestContext, code: &str) -> Result<Procedure, Failure> {
    Ok(context.app().master_data().procedure_any(code).ok_or(Failure::NotFound)?.clone())
}

/// The version a form was opened on: of the process for its steps, else of the procedure.
fn version(part: &ProcedurePart, procedure: &Procedure) -> u32 {
    if part.key == steps::PART.key { procedure.process.version } else { procedure.version }
}

fn view(context: &RequestContext, part: &ProcedurePart, procedure: &Procedure, rows: ListRows) -> RowsPage {
    let t = Words(context.language);
    let about = rows::RowsIntro {
        back: format!("/office/administration/procedures/{}", procedure.code),
        eyebrow: format!("{} · {}", procedure.code, procedure.short_name.get(context.language)),
        heading: (part.title)(&t),
        note: (part.note)(&t),
        add: (part.add)(&t),
        version: version(part, procedure).to_string(),
    };
    rows::view(about, rows)
}

/// What something is called, in Vietnamese and perhaps in English.
fn text(form: &mut Form, label: &str, english: &str, known: Option<&Text>) -> Option<Text> {
    let field = form.line("vi", label).complete("off").at_most(LINE_MAX);
    let vietnamese = field.value(known.map_or("", |known| &known.vi)).read();
    let field = form.line("en", english).complete("off").at_most(LINE_MAX);
    let english = field.value(known.map_or("", |known| &known.en)).optional().written();
    Some(Text::new(vietnamese?, english))
}

/// Steps of which more is drawn than a list says are not edited as one.
fn is_drawn(part: &ProcedurePart, procedure: &Procedure) -> bool {
    part.key == steps::PART.key && !procedure.process.is_list()
}

pub async fn show(
    context: RequestContext,
    Path((code, key)): Path<(String, String)>,
    Query(at): Query<RowsQuery>,
) -> Answer {
    let (part, procedure) = (part(&key)?, newest(&context, &code)?);
    if is_drawn(part, &procedure) {
        return web::see(&format!("/office/administration/procedures/{code}/process"));
    }
    let mut rows = ListRows::stored(&context, at.number()?);
    (part.edit)(&context, &mut procedure.clone(), &mut rows);
    page(&view(&context, part, &procedure, rows))
}

pub async fn submit(
    context: RequestContext,
    Path((code, key)): Path<(String, String)>,
    Sent(posted): Sent,
) -> Answer {
    let (part, procedure) = (part(&key)?, newest(&context, &code)?);
    if is_drawn(part, &procedure) {
        return web::see(&format!("/office/administration/procedures/{code}/process"));
    }
    let (mut rows, mut changed) = (ListRows::sent(&context, &posted)?, procedure.clone());
    (part.edit)(&context, &mut changed, &mut rows);
    if rows.edited() {
        return page(&view(&context, part, &procedure, rows));
    }
    // Somebody else may have saved since this page was opened: nobody's version is overwritten unseen.
    if VERSION.of(&posted) != version(part, &procedure).to_string() {
        rows.add_error(Words(context.language).overtaken());
    }
    if rows.any_wrong() {
        return page_with_errors(&view(&context, part, &procedure, rows));
    }
    let by = context.signed_in()?.id();
    if part.key == steps::PART.key {
        app::processes::save(context.app(), by, code.clone(), changed.process).await?;
    } else {
        changed.version += 1;
        let from = super::procedures::valid_from(&context, &code);
        app::administration::save_procedure(context.app(), by, changed, from).await?;
    }
    let home = format!("/office/administration/procedures/{code}");
    see_with_flash(&context, &rows.after_saving(&home, &format!("parts/{key}")), Flash::Saved)
}
