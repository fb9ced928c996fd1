//! What is brought as a process: a BPMN file as it is, the official table as it reads; or what is in use, to begin with.

use super::found::{Objection, finding_line};
use super::text::Words;
use super::{VERSION, home, read_seen, requested, supplier, view};
use app::fold::fold;
use app::processes::NotKept;
use axum::extract::Path;
use domain::procedure::{Procedure, Process};
use process::Names;
use ui::form::ErrorTarget;
use ui::posted::PostedSheet;
use ui::{Flash, Form};
use web::{Answer, Failure, RequestContext, Sent, page_with_errors, see_with_flash};

ui::submits! {
    pub enum Submit {
        Drop = "drop",
        Begin = "begin",
        Bring = "bring",
    }
}

const SHEET: ErrorTarget = ErrorTarget::Named("sheet");

/// What is brought as a process.
pub fn upload(form: &mut Form, t: &Words) -> Option<PostedSheet> {
    form.sheet("sheet", t.sheet()).hint(t.sheet_hint()).on(SHEET).given()
}

/// The page again, with what is wrong with what was brought.
async fn again(
    context: &RequestContext,
    procedure: &Procedure,
    sent: Form<'_>,
    wrong: Vec<Objection>,
) -> Answer {
    page_with_errors(&view(context, procedure, None, sent.into_fields(), wrong).await?)
}

pub async fn submit(context: RequestContext, Path(code): Path<String>, Sent(posted): Sent) -> Answer {
    let t = Words(context.language);
    let procedure = requested(&context, &code)?;
    let mut sent = Form::sent(context.language, &posted);
    let sheet = upload(&mut sent, &t);
    let by = context.signed_in()?.id();
    let source = match Submit::of(&posted).ok_or(Failure::BadRequest)? {
        Submit::Drop => {
            // Only the version that the page showed is dropped, not one that was published since.
            let seen = VERSION.of(&posted);
            if !seen.is_empty() && seen != procedure.process.version.to_string() {
                sent.clash(SHEET, t.another_version());
                return again(&context, &procedure, sent, Vec::new()).await;
            }
            let name = procedure.short_name.get(domain::Language::Vietnamese);
            let steps = procedure.process.steps.clone();
            let process = Process::of_list(procedure.process.version, name, steps);
            app::processes::save(context.app(), by, code.clone(), process).await?;
            return see_with_flash(&context, &home(&code), Flash::Saved);
        }
        Submit::Begin => {
            // The version that was looked at; else the last published, though it may not be in use yet.
            let data = context.app().master_data();
            let process = match VERSION.of(&posted) {
                "" => data.processes(&code).first().map(|last| &last.process),
                version => {
                    let version = version.parse().map_err(|_| Failure::BadRequest)?;
                    let wished = data.process(&code, version).map(|dated| &dated.process);
                    let in_use = procedure.process.version == version;
                    Some(wished.or(in_use.then_some(&procedure.process)).ok_or(Failure::NotFound)?)
                }
            };
            process.unwrap_or(&procedure.process).drawing.source().to_string()
        }
        Submit::Bring => match read(&context, sheet.as_ref(), &procedure) {
            Ok(source) => source,
            Err(NotBrought::Field(sentence)) => {
                sent.clash(SHEET, sentence);
                return again(&context, &procedure, sent, Vec::new()).await;
            }
            Err(NotBrought::Lines(wrong)) => return again(&context, &procedure, sent, wrong).await,
        },
    };
    if supplier(&context, &code).is_none() {
        sent.clash(SHEET, t.no_offering());
        return again(&context, &procedure, sent, Vec::new()).await;
    }
    match app::processes::save_draft(context.app(), by, &code, source, read_seen(&posted)).await {
        Ok(()) => web::see(&format!("{}/draft", home(&code))),
        Err(NotKept::Overtaken) => {
            sent.clash(SHEET, t.overtaken());
            again(&context, &procedure, sent, Vec::new()).await
        }
        Err(NotKept::Unreadable(unreadable)) => {
            let wrong = vec![finding_line(&unreadable.into(), &context)];
            again(&context, &procedure, sent, wrong).await
        }
        Err(NotKept::Fault(fault)) => Err(fault.into()),
    }
}

/// Why an upload cannot become a draft: an error at the field, or findings.
enum NotBrought {
    Field(String),
    Lines(Vec<Objection>),
}

/// A sheet in the type that the reader of tables takes. It is converted here because `process` does not depend on
/// `sheets`.
pub fn as_filled_in(read: sheets::Sheet) -> process::TableSheet {
    let merged = |area: sheets::MergedCells| process::Merged { rows: area.rows, columns: area.columns };
    process::TableSheet {
        name: read.name,
        hidden: read.hidden,
        cells: read.rows,
        too_large: read.too_many,
        hidden_rows: read.hidden_rows,
        hidden_columns: read.hidden_columns,
        merged: read.merged.into_iter().map(merged).collect(),
    }
}

/// The source of a drawing that can be read, whatever may be wrong in it.
fn read(
    context: &RequestContext,
    sheet: Option<&PostedSheet>,
    procedure: &Procedure,
) -> Result<String, NotBrought> {
    let t = Words(context.language);
    let sheet = sheet.ok_or(NotBrought::Field(t.no_file().into()))?;
    let bytes = sheet.bytes.as_ref().ok_or(NotBrought::Field(t.too_large().into()))?;
    if bytes.is_empty() {
        return Err(NotBrought::Field(t.empty_file().into()));
    }
    // A PDF, a picture or an old Office file is refused by its first bytes, without being searched for faults.
    let other = [&b"%PDF-"[..], b"\xff\xd8\xff", b"\x89PNG", b"\xd0\xcf\x11\xe0"]
        .iter()
        .any(|sign| bytes.starts_with(sign));
    let zipped = bytes.starts_with(b"PK\x03\x04") && !sheet.name.to_lowercase().ends_with(".xlsx");
    if other || zipped {
        return Err(NotBrought::Field(t.other_file().into()));
    }
    let unreadable =
        |unreadable: process::Unreadable| NotBrought::Lines(vec![finding_line(&unreadable.into(), context)]);
    if !sheet.name.to_lowercase().ends_with(".xlsx") {
        let source = process::as_text(bytes).map_err(unreadable)?;
        process::read(source.as_bytes(), &Names::open()).map_err(unreadable)?;
        return Ok(source);
    }
    let sheets = sheets::read(bytes).map_err(|unreadable| {
        let (vi, en) = unreadable.sentences();
        NotBrought::Field(context.language.pick(vi, en).to_string())
    })?;
    let name = procedure.short_name.get(domain::Language::Vietnamese);
    // A step that is called as one in use is that one: running dossiers find their place by it.
    let known = |name: &str| {
        let steps = procedure.process.steps.iter();
        let same = |step: &&domain::procedure::Step| fold(&step.name.vi) == fold(name);
        steps.clone().find(same).map(|step| step.id.clone())
    };
    let sheets: Vec<process::TableSheet> = sheets.into_iter().map(as_filled_in).collect();
    let model = process::table(&sheets)
        .and_then(|table| process::from_table(&table, "process", name, &Names::open(), &known))
        .map_err(|problems| {
            let line =
                |problem: process::TableProblem| Objection::whole(problem.sentences().get(context.language));
            NotBrought::Lines(problems.into_iter().map(line).collect())
        })?;
    Ok(process::write(&model))
}
