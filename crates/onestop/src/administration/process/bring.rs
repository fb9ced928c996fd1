//! What is brought as a process: a BPMN file as it is, the official table as it reads.

use super::text::Words;
use super::{Line, finding_line};
use app::fold::fold;
use domain::procedure::Procedure;
use process::Names;
use ui::Ask;
use ui::posted::Sheet;

/// Why what was brought is no process.
pub enum Unread {
    Field(String),
    Lines(Vec<Line>),
}

/// The source of a drawing that can be read, whatever may be wrong in it.
pub fn read(ask: &Ask, sheet: Option<&Sheet>, procedure: &Procedure) -> Result<String, Unread> {
    let t = Words(ask.language);
    let sheet = sheet.ok_or(Unread::Field(t.no_file().into()))?;
    let bytes = sheet.bytes.as_ref().ok_or(Unread::Field(t.too_large().into()))?;
    if bytes.is_empty() {
        return Err(Unread::Field(t.empty_file().into()));
    }
    // What is plainly something else is called so, and not looked for faults.
    let other = [&b"%PDF-"[..], b"\xff\xd8\xff", b"\x89PNG", b"\xd0\xcf\x11\xe0"]
        .iter()
        .any(|sign| bytes.starts_with(sign));
    let zipped = bytes.starts_with(b"PK\x03\x04") && !sheet.name.to_lowercase().ends_with(".xlsx");
    if other || zipped {
        return Err(Unread::Field(t.other_file().into()));
    }
    let unreadable =
        |unreadable: process::Unreadable| Unread::Lines(vec![finding_line(&unreadable.into(), ask)]);
    if !sheet.name.to_lowercase().ends_with(".xlsx") {
        let source = process::as_text(bytes).map_err(unreadable)?;
        process::read(source.as_bytes(), &Names::open()).map_err(unreadable)?;
        return Ok(source);
    }
    let cells = sheets::read(bytes).map_err(|unreadable| {
        let (vi, en) = unreadable.sentences();
        Unread::Field(ask.language.pick(vi, en).to_string())
    })?;
    let name = procedure.short_name.get(domain::Language::Vietnamese);
    // A step that is called as one in use is that one: running dossiers find their place by it.
    let known = |name: &str| {
        let steps = procedure.process.steps.iter();
        let same = |step: &&domain::procedure::Step| fold(&step.name.vi) == fold(name);
        steps.clone().find(same).map(|step| step.id.clone())
    };
    let model = process::rows(&cells)
        .map_err(|problem| vec![problem])
        .and_then(|rows| process::from_rows(&rows, "process", name, &Names::open(), &known))
        .map_err(|problems| {
            let line = |problem: process::TableProblem| {
                let (vi, en) = problem.sentences();
                Line { place: String::new(), told: ask.language.pick(vi, en) }
            };
            Unread::Lines(problems.into_iter().map(line).collect())
        })?;
    Ok(process::write(&model))
}
