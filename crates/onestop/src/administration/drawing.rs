//! The electronic process of a procedure: looked at as a picture and as a table, brought as BPMN or as the official
//! table, checked, and taken into use.

use super::text::Words;
use askama::Template;
use axum::extract::Path;
use axum::http::header;
use axum::response::IntoResponse;
use domain::adopt::Adoption;
use domain::agency::UnitKey;
use domain::procedure::Procedure;
use process::{Finding, Model, Names, Row, Tongue, Weight};
use ui::diagram::{Marked, svg};
use ui::{Answer, Ask, Chrome, Failure, Field, Fields, Posted, Said, page, page_again, see_saying};

#[derive(Template)]
#[template(path = "administration/drawing.html")]
struct Page {
    chrome: Chrome,
    code: String,
    over: String,
    summary: ui::field::Summary,
    wrong: Vec<Line>,
    /// What was read may be used.
    good: bool,
    source: String,
    /// The lines of the file end as on some systems.
    crlf: bool,
    version: String,
    heading: &'static str,
    drawn: bool,
    in_use: bool,
    picture: String,
    rows: Vec<Row>,
    upload: Fields,
    t: Words,
}

/// Something that stands against it, and where.
struct Line {
    place: String,
    told: String,
}

/// What is shown: the process in use, or one that was just read.
enum Shown<'a> {
    InUse,
    Read { source: &'a str, adoption: &'a Adoption },
    Nothing { wrong: Vec<Line> },
}

fn wanted(ask: &Ask, code: &str) -> Result<Procedure, Failure> {
    Ok(ask.app().reference().procedure_any(code).ok_or(Failure::NotFound)?.clone())
}

fn upload(ask: &Ask) -> Fields {
    let t = Words(ask.language);
    let sheet = Field::sheet(ask.language, "sheet", t.drawing_sheet()).hint(t.drawing_sheet_hint());
    Fields::new(ask.language, vec![sheet])
}

fn view(ask: &Ask, procedure: &Procedure, shown: Shown, upload: Fields) -> Page {
    let t = Words(ask.language);
    let in_use = procedure.process.drawing.as_ref();
    let (source, wrong, good, model) = match &shown {
        Shown::InUse => ("", Vec::new(), false, in_use.map(|drawing| drawing.model())),
        Shown::Nothing { .. } => ("", Vec::new(), false, in_use.map(|drawing| drawing.model())),
        Shown::Read { source, adoption } => {
            let model = adoption.process.drawing.as_ref().map(|drawing| drawing.model());
            (*source, lines(adoption, ask), adoption.is_usable(), model)
        }
    };
    let wrong = if let Shown::Nothing { wrong } = shown { wrong } else { wrong };
    let read = !source.is_empty();
    let tongue = ask.language.pick(Tongue::Vietnamese, Tongue::English);
    let rows = |model: &Model| {
        let rows = model.main().map(|main| process::to_rows(model, main, tongue)).unwrap_or_default();
        rows.into_iter()
            .map(|row| Row { responsible: said(ask, procedure, row.responsible), ..row })
            .collect()
    };
    let heading = if read { t.drawing_read() } else { t.drawing_here() };
    Page {
        chrome: Chrome::new(ask, t.drawing()).with_problems(upload.any_wrong() || !wrong.is_empty()),
        code: procedure.code.to_string(),
        over: procedure.short_name.get(ask.language).to_string(),
        summary: upload.summary(),
        wrong,
        good,
        crlf: source.contains("\r\n"),
        source: if good { source.to_string() } else { String::new() },
        version: procedure.process.version.to_string(),
        heading,
        drawn: model.is_some(),
        in_use: !read && in_use.is_some(),
        picture: model.map(|model| svg(model, heading, &Marked::default())).unwrap_or_default(),
        rows: model.map(rows).unwrap_or_default(),
        upload,
        t,
    }
}

/// A division by its name, where the drawing has its key.
fn said(ask: &Ask, procedure: &Procedure, responsible: String) -> String {
    let data = ask.app().reference();
    let supplies = data.supplies(procedure.code.as_str(), ask.today());
    let agency = supplies.first().and_then(|supply| data.agency(supply.agency));
    let unit = agency.and_then(|agency| agency.unit(&UnitKey(responsible.clone())));
    unit.map_or(responsible, |unit| unit.name.get(ask.language).to_string())
}

fn lines(adoption: &Adoption, ask: &Ask) -> Vec<Line> {
    let t = Words(ask.language);
    let heavy = |finding: &&Finding| finding.trouble.weight() > Weight::Note;
    let found = adoption.findings.iter().filter(heavy).map(|finding| finding_line(finding, ask));
    let lacks = adoption.lacks.iter().map(|lack| Line {
        place: if lack.step.is_empty() { t.drawing_whole().into() } else { lack.step.clone() },
        told: lack.what.sentence(ask.language),
    });
    found.chain(lacks).collect()
}

fn finding_line(finding: &Finding, ask: &Ask) -> Line {
    let t = Words(ask.language);
    let (vi, en) = finding.trouble.sentences();
    let named = if finding.name.is_empty() { &finding.element } else { &finding.name };
    let place = match (named.as_str(), finding.line) {
        ("", 0) => String::new(),
        (named, 0) => named.to_string(),
        ("", line) => t.drawing_line(line),
        (named, line) => format!("{named} ({})", t.drawing_line(line)),
    };
    Line { place, told: ask.language.pick(vi, en) }
}

pub async fn show(ask: Ask, Path(code): Path<String>) -> Answer {
    let procedure = wanted(&ask, &code)?;
    page(&view(&ask, &procedure, Shown::InUse, upload(&ask)))
}

/// The drawing in use, as it was brought.
pub async fn file(ask: Ask, Path(code): Path<String>) -> Answer {
    let procedure = wanted(&ask, &code)?;
    let drawing = procedure.process.drawing.as_ref().ok_or(Failure::NotFound)?;
    let name = format!("attachment; filename=\"{}.bpmn\"", procedure.code);
    let headers = [
        (header::CONTENT_TYPE, "application/xml; charset=utf-8".to_string()),
        (header::CONTENT_DISPOSITION, name),
    ];
    Ok((headers, drawing.source().to_string()).into_response())
}

pub async fn submit(ask: Ask, Path(code): Path<String>, posted: Posted) -> Answer {
    let t = Words(ask.language);
    let procedure = wanted(&ask, &code)?;
    let mut fields = upload(&ask);
    let data = ask.app().reference();
    let supply = data.supplies(&code, ask.today()).first().map(|supply| supply.agency);
    let Some(agency) = supply.and_then(|agency| data.agency(agency)).cloned() else {
        fields.wrong("sheet", t.drawing_no_supply());
        return page_again(&view(&ask, &procedure, Shown::InUse, fields));
    };
    if posted.raw("act") != "check" && posted.raw("version") != procedure.process.version.to_string() {
        fields.wrong("sheet", t.overtaken());
        return page_again(&view(&ask, &procedure, Shown::InUse, fields));
    }
    let by = ask.signed_in()?.id();
    match posted.raw("act") {
        "drop" => {
            let mut process = procedure.process.clone();
            process.version += 1;
            process.drawing = None;
            ask.app().save_process(by, code.clone(), process).await?;
        }
        "use" => {
            // A form writes its lines with ends of its own: those of the file come back.
            let source = posted.raw("source").replace("\r\n", "\n");
            let source = if posted.has("crlf") { source.replace('\n', "\r\n") } else { source };
            let Ok(adoption) = ask.app().adopt(&procedure, &agency, source.clone()).await? else {
                return Err(Failure::BadRequest);
            };
            if !adoption.is_usable() {
                let shown = Shown::Read { source: &source, adoption: &adoption };
                return page_again(&view(&ask, &procedure, shown, fields));
            }
            ask.app().save_process(by, code.clone(), adoption.process).await?;
        }
        "check" => {
            let source = match read(&ask, &posted, &procedure) {
                Ok(source) => source,
                Err(Unread::Field(sentence)) => {
                    fields.wrong("sheet", sentence);
                    return page_again(&view(&ask, &procedure, Shown::InUse, fields));
                }
                Err(Unread::Lines(wrong)) => {
                    return page_again(&view(&ask, &procedure, Shown::Nothing { wrong }, fields));
                }
            };
            return match ask.app().adopt(&procedure, &agency, source.clone()).await? {
                Ok(adoption) => {
                    let shown = Shown::Read { source: &source, adoption: &adoption };
                    let view = view(&ask, &procedure, shown, fields);
                    if adoption.is_usable() { page(&view) } else { page_again(&view) }
                }
                Err(unreadable) => {
                    let wrong = vec![finding_line(&unreadable.into(), &ask)];
                    page_again(&view(&ask, &procedure, Shown::Nothing { wrong }, fields))
                }
            };
        }
        _ => return Err(Failure::BadRequest),
    }
    see_saying(&ask, &format!("/office/administration/procedures/{code}/process"), Said::Saved)
}

/// Why what was brought is no process.
enum Unread {
    Field(String),
    Lines(Vec<Line>),
}

/// What was brought as BPMN: a drawing as it is, a table as it reads.
fn read(ask: &Ask, posted: &Posted, procedure: &Procedure) -> Result<String, Unread> {
    let t = Words(ask.language);
    let sheet = posted.sheet.as_ref().ok_or(Unread::Field(t.drawing_no_file().into()))?;
    let bytes = sheet.bytes.as_ref().ok_or(Unread::Field(t.drawing_too_large().into()))?;
    if !sheet.name.to_lowercase().ends_with(".xlsx") {
        return process::as_text(bytes)
            .map_err(|unreadable| Unread::Lines(vec![finding_line(&unreadable.into(), ask)]));
    }
    let cells = sheets::read(bytes).map_err(|unreadable| {
        let (vi, en) = unreadable.sentences();
        Unread::Field(ask.language.pick(vi, en).to_string())
    })?;
    let name = procedure.short_name.get(domain::Language::Vietnamese);
    let model = process::rows(&cells)
        .map_err(|problem| vec![problem])
        .and_then(|rows| process::from_rows(&rows, "process", name, &Names::open()))
        .map_err(|problems| {
            let line = |problem: process::TableProblem| {
                let (vi, en) = problem.sentences();
                Line { place: String::new(), told: ask.language.pick(vi, en) }
            };
            Unread::Lines(problems.into_iter().map(line).collect())
        })?;
    Ok(process::write(&model))
}
