//! The parts of a procedure that are lists: each is edited as rows on a page of its own and saved as a new
//! version. A part is a value in a list; the page is the same for all.

mod basis;
mod fees;
mod obligations;
mod papers;
mod questions;
mod results;
mod steps;
pub mod ways;

use super::rows::{self, Pressed, Problems, Row, RowsPage};
use super::text::Words;
use axum::extract::Path;
use domain::Language;
use domain::procedure::Procedure;
use ui::{Answer, Ask, Failure, Field, Posted, Said, page, page_again, see_saying};

pub struct Part {
    pub key: &'static str,
    pub title: fn(&Words) -> &'static str,
    /// What an official should know before editing.
    note: fn(&Words) -> &'static str,
    columns: fn(&Ask, &Procedure) -> Vec<Field>,
    rows: fn(&Procedure) -> Vec<Row>,
    /// Puts the typed rows into the procedure, or says what is wrong with them.
    read: fn(&Ask, &mut Procedure, &[Row], &mut Problems),
}

impl Part {
    /// How much there is of it, for the list of parts.
    pub fn said(&self, procedure: &Procedure, language: Language) -> String {
        let rows = (self.rows)(procedure);
        match rows.len() {
            0 => language.pick("chưa có", "none yet").to_string(),
            1 => language.pick("1 dòng", "1 row").to_string(),
            count => language.pick(format!("{count} dòng"), format!("{count} rows")),
        }
    }
}

pub const PARTS: &[Part] = &[
    ways::PART,
    fees::PART,
    obligations::PART,
    papers::PART,
    questions::PART,
    results::PART,
    basis::PART,
    steps::PART,
];

fn part(key: &str) -> Result<&'static Part, Failure> {
    PARTS.iter().find(|part| part.key == key).ok_or(Failure::NotFound)
}

/// The newest version, in force or still to come: edits build on one another.
fn newest(ask: &Ask, code: &str) -> Result<Procedure, Failure> {
    Ok(ask.app().reference().procedure_any(code).ok_or(Failure::NotFound)?.clone())
}

/// The version a form was opened on: of the process for its steps, else of the procedure.
fn version(part: &Part, procedure: &Procedure) -> u32 {
    if part.key == steps::PART.key { procedure.process.version } else { procedure.version }
}

fn view(ask: &Ask, part: &Part, procedure: &Procedure, rows: &[Row], problems: &Problems) -> RowsPage {
    let t = Words(ask.language);
    let about = rows::About {
        back: format!("/office/administration/procedures/{}", procedure.code),
        over: format!("{} · {}", procedure.code, procedure.short_name.get(ask.language)),
        heading: (part.title)(&t),
        note: (part.note)(&t),
        version: version(part, procedure).to_string(),
    };
    rows::view(ask, about, &(part.columns)(ask, procedure), rows, problems)
}

/// Steps that are drawn are not edited as a list.
fn is_drawn(part: &Part, procedure: &Procedure) -> bool {
    part.key == steps::PART.key && procedure.process.drawing.is_some()
}

pub async fn show(ask: Ask, Path((code, key)): Path<(String, String)>) -> Answer {
    let (part, procedure) = (part(&key)?, newest(&ask, &code)?);
    if is_drawn(part, &procedure) {
        return ui::see(&format!("/office/administration/procedures/{code}/process"));
    }
    let rows = (part.rows)(&procedure);
    page(&view(&ask, part, &procedure, &rows, &Problems::default()))
}

pub async fn submit(ask: Ask, Path((code, key)): Path<(String, String)>, posted: Posted) -> Answer {
    let (part, procedure) = (part(&key)?, newest(&ask, &code)?);
    if is_drawn(part, &procedure) {
        return ui::see(&format!("/office/administration/procedures/{code}/process"));
    }
    let mut rows = rows::typed(&posted, &(part.columns)(&ask, &procedure));
    let mut problems = Problems::default();
    match rows::press(&posted, &mut rows) {
        Pressed::Nothing => return Err(Failure::BadRequest),
        Pressed::Edited => return page(&view(&ask, part, &procedure, &rows, &problems)),
        Pressed::Save => {}
    }
    // Somebody else may have saved since this page was opened: nobody's version is overwritten unseen.
    if posted.raw("version") != version(part, &procedure).to_string() {
        problems.say(usize::MAX, "", Words(ask.language).overtaken());
        return page_again(&view(&ask, part, &procedure, &rows, &problems));
    }
    let mut changed = procedure.clone();
    (part.read)(&ask, &mut changed, &rows, &mut problems);
    if !problems.0.is_empty() {
        return page_again(&view(&ask, part, &procedure, &rows, &problems));
    }
    let by = ask.signed_in()?.id();
    if part.key == steps::PART.key {
        changed.process.version += 1;
        ask.app().save_process(by, code.clone(), changed.process).await?;
    } else {
        changed.version += 1;
        let from = super::procedures::valid_from(&ask, &code);
        ask.app().save_procedure(by, changed, from).await?;
    }
    see_saying(&ask, &format!("/office/administration/procedures/{code}"), Said::Saved)
}
