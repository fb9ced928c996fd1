//! A dossier as a row of an officers' list.

#[cfg(test)]
mod tests;
mod text;

use crate::batch::ROW;
use crate::officer_reader::OfficerReader;
use app::inbox::{InboxPage, ListRow};
use domain::deadline::Timeliness;
use domain::dossier::{StageKind, WhoseClock};
use domain::time::{long_date, short_moment};
use ui::formats::time_left;
use ui::part::{Cell, Link, Phrase, Pick, Picking, Table, TableRow, Tag, TagKind};

/// The form the rows of a list are chosen for, by its id.
pub const CHOSEN: &str = "batch";

/// Columns by their places.
const STEP: usize = 3;
const ASSIGNEE: usize = 5;

/// `list` is the list they stand in, as the pairs of an address; nothing where they stand in none. Rows may be chosen where
/// something can be done to many.
pub fn table(reader: &OfficerReader, page: &InboxPage, list: &str, choosing: bool) -> Table {
    let t = text::Words(reader.language);
    let over = !page.rows.is_empty() && page.rows.iter().all(|row| row.finished_at.is_some());
    let left = if over { t.ended() } else { t.left() };
    let columns = [t.code(), t.owner(), t.what(), t.step(), left, t.assignee(), t.sent()];
    let picks = || page.rows.iter().map(|row| pick(t, row)).collect();
    let picking = choosing.then(|| Picking { label: t.choosing().into(), form: CHOSEN, picks: picks() });
    let lines = page.rows.iter().map(|row| view(reader, page, row, list)).collect();
    // A column that says of every row what the tab says, or nothing, is left out.
    let stages = || page.rows.iter().map(|row| row.stage);
    let steps = page.rows.iter().any(|row| row.step.is_some())
        || stages().any(|stage| Some(stage) != stages().next());
    let assigned = page.rows.iter().any(|row| row.assignee.is_some());
    let silent = [(STEP, steps), (ASSIGNEE, assigned)].into_iter().filter(|(_, says)| !says);
    silent
        .rev()
        .fold(Table { picking, ..Table::new(&columns, lines) }, |table, (column, _)| table.without(column))
}

/// A box names the dossier, the place of its step, and the step.
fn pick(t: text::Words, row: &ListRow) -> Pick {
    let pick = format!("{}.{}.{}", row.reference, row.cursor.place, row.step.as_deref().unwrap_or_default());
    Pick { attributes: ROW.with(pick), label: format!("{} {}", t.choosing(), code(row)) }
}

fn code(row: &ListRow) -> String {
    row.code.clone().unwrap_or_else(|| row.reference.grouped())
}

fn view(reader: &OfficerReader, page: &InboxPage, row: &ListRow, list: &str) -> TableRow {
    let (t, language) = (text::Words(reader.language), reader.language);
    let data = &reader.data;
    let procedure = data.procedure_any(&row.procedure);
    let step = row.step.as_ref().and_then(|step| data.step_name(&row.procedure, step));
    // Where an apology promised another date, both are said.
    let promised = row.due_current.filter(|promised| row.due_legal.is_some_and(|legal| legal != *promised));
    let dates = promised.zip(row.due_legal).map(|(promised, legal)| {
        let (legal, promised) = (short_moment(legal, language), short_moment(promised, language));
        t.dates(&legal, &promised)
    });
    let paused = matches!(row.stage, StageKind::PausedForApplicant | StageKind::PausedForFee);
    let name = |id| page.names.iter().find(|(known, _)| *known == id).map(|(_, name)| name.clone());
    let how = page.involved.iter().find(|(id, _)| id.0 == row.cursor.id).map(|(_, how)| how.name(language));
    let procedure =
        procedure.map_or_else(|| row.procedure.as_str().into(), |p| Phrase::of(&p.short_name, language));
    let mut running: Phrase =
        step.map_or_else(|| row.stage.told(row.outcome, language).into(), |name| Phrase::of(&name, language));
    if let Some((place, all)) = among_like(page, row) {
        running.text = format!("{} ({place}/{all})", running.text);
    }
    // While it is paused the time of a step stands still.
    let step_due = row
        .step_due
        .filter(|_| !paused)
        .map(|due| t.step_due(&short_moment(due, language)))
        .unwrap_or_default();
    // Who leads a whole agency is told with which division it lies.
    let leads = reader.officer.as_ref().is_some_and(|officer| officer.heads_agency());
    let unit = row.unit.as_ref().filter(|_| leads && row.step.is_some());
    let unit = unit.and_then(|unit| data.agency(row.competent)?.unit(unit));
    let unit = unit.map(|unit| unit.name.get(language).to_string()).unwrap_or_default();
    let where_and_when = [unit, step_due].into_iter().filter(|part| !part.is_empty());
    let where_and_when = where_and_when.collect::<Vec<_>>().join(" · ");
    let at = (domain::dossier::DossierId(row.cursor.id), row.cursor.place);
    let again = page.sent_back.contains(&at);
    let (day, tag) = left(reader, row);
    let left = Cell { tag, ..Cell::new(day) };
    let cells = vec![
        Cell::new(&row.owner),
        Cell::new(procedure),
        Cell {
            tag: again.then(|| Tag::new(TagKind::Warn, t.sent_back())),
            ..Cell::new(running).hint(where_and_when)
        },
        left.hint(dates.unwrap_or_default()),
        Cell::new(row.assignee.and_then(name).unwrap_or_default()),
        Cell::new(short_moment(row.submitted_at, language)).whole(),
    ];
    let head = Cell::link(crate::inbox::row_address(row, list), code(row)).code();
    TableRow { head: Cell { tag: how.map(Tag::neutral), ..head }, cells }
}

/// The place of a row among those of the same step of the same dossier, where there are several on a page.
fn among_like(page: &InboxPage, row: &ListRow) -> Option<(usize, usize)> {
    let like =
        |other: &&ListRow| row.step.is_some() && other.cursor.id == row.cursor.id && other.step == row.step;
    let mut places: Vec<_> = page.rows.iter().filter(like).map(|other| other.cursor.place).collect();
    places.sort_unstable();
    let place = places.iter().position(|place| *place == row.cursor.place)?;
    (places.len() > 1).then_some((place + 1, places.len()))
}

/// The day it ended, and how much time is left or how it ended.
fn left(reader: &OfficerReader, row: &ListRow) -> (String, Option<Tag>) {
    let language = reader.language;
    let data = &reader.data;
    let calendar = data.calendar(row.competent);
    let due = row.due.or(row.due_legal);
    let in_hours = data.procedure_any(&row.procedure).is_some_and(|found| found.is_in_hours(row.channel));
    let (tag, left) = match (row.finished_at, due, row.stage.whose_clock()) {
        (Some(finished), _, _) => {
            let judged = row.timeliness.map(|judged| Tag::new(tag_of(judged), judged.name(language)));
            return (long_date(finished.date(), language), judged);
        }
        (None, Some(due), WhoseClock::Agency) => {
            let left = ui::formats::left(row.stage, in_hours, calendar, (reader.now, due), language);
            (left.tag, left.words)
        }
        // It was late before it was paused.
        (None, _, WhoseClock::Applicant) if row.due.is_some_and(|due| due < reader.now) => {
            let left = time_left(calendar, reader.now, row.due.unwrap_or(reader.now), language);
            (left.tag, format!("{} · {}", row.stage.told(row.outcome, language), left.words))
        }
        // The applicant has the turn.
        (None, _, WhoseClock::Applicant) => (TagKind::Neutral, row.stage.told(row.outcome, language)),
        _ => (TagKind::Neutral, String::new()),
    };
    (String::new(), (!left.is_empty()).then(|| Tag::new(tag, left)))
}

/// A row of the narrow list beside a dossier: its code and owner, and how much time is left.
pub fn beside(reader: &OfficerReader, row: &ListRow, list: &str) -> Link {
    let data = &reader.data;
    let about = data.procedure_any(&row.procedure);
    let about = about.map(|procedure| procedure.short_name.get(reader.language).to_string());
    let (day, tag) = left(reader, row);
    let said = [row.owner.clone(), about.unwrap_or_default(), day];
    let said = said.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    Link::new(crate::inbox::row_address(row, list), code(row)).text(said).tagged(tag)
}

/// What is done is marked where it was done late, and nowhere else.
fn tag_of(judged: Timeliness) -> TagKind {
    if judged == Timeliness::Late { TagKind::Late } else { TagKind::Neutral }
}
