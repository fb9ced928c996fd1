//! The papers: files for each paper of the procedure.

use super::text::Words;
use super::{FORM, Kept, Press};
use app::drafts::Opened;
use app::files::FileProblem;
use app::random;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use domain::procedure::Procedure;
use std::pin::Pin;
use ui::field::{DRAWN, Overwritten, option};
use ui::posted::file_sentence;
use ui::when::{file_size, media_name};
use ui::{Answer, Ask, Chrome, Failure, Field, Fields, Posted, page, page_again, page_with};

#[derive(Template)]
#[template(path = "draft/papers.html")]
struct Page {
    chrome: Chrome,
    token: String,
    overwritten: Overwritten,
    drawn: String,
    summary: ui::field::Summary,
    /// The choice of a case, where the procedure has several.
    case: Option<Field>,
    chosen: bool,
    tells_required: bool,
    papers: Vec<PaperView>,
    t: Words,
}

struct PaperView {
    /// The heading or case it stands under in the national record.
    over: String,
    name: String,
    lang: Option<&'static str>,
    hint: String,
    required: bool,
    files: Vec<FileView>,
    field: Field,
}

struct FileView {
    token: String,
    name: String,
    kind: &'static str,
    size: String,
}

fn view(ask: &Ask, opened: &Opened, procedure: &Procedure, wrong: &Fields) -> Page {
    let (t, language) = (Words(ask.language), ask.language);
    let papers = opened
        .papers(procedure)
        .into_iter()
        .map(|paper| PaperView {
            over: paper.case.clone(),
            name: paper.name.get(language).to_string(),
            lang: paper.name.untranslated(language).then_some("vi"),
            hint: paper.hint.get(language).to_string(),
            required: paper.required,
            files: opened
                .files
                .iter()
                .filter(|file| file.paper == paper.id)
                .map(|file| FileView {
                    token: file.token.clone(),
                    name: file.name.clone(),
                    kind: media_name(&file.media),
                    size: file_size(file.size, language),
                })
                .collect(),
            field: wrong
                .fields
                .iter()
                .find(|field| field.name == paper.id)
                .cloned()
                .unwrap_or_else(|| Field::file(language, &paper.id, t.choose_file())),
        })
        .collect();
    Page {
        chrome: Chrome::new(ask, t.papers()).with_problems(wrong.any_wrong()).switching(FORM),
        token: opened.draft.token.clone(),
        overwritten: Overwritten::none(language),
        drawn: wrong.drawn.clone().unwrap_or_default(),
        summary: wrong.summary(),
        case: wrong.fields.iter().find(|field| field.name == "case").cloned(),
        chosen: opened.case(procedure).is_some(),
        tells_required: procedure.tells_required(),
        papers,
        t,
    }
}

fn fields(ask: &Ask, opened: &Opened, procedure: &Procedure) -> Fields {
    let t = Words(ask.language);
    let files = procedure.papers.iter().map(|paper| Field::file(ask.language, &paper.id, t.choose_file()));
    Fields::new(ask.language, case(ask, opened, procedure).into_iter().chain(files).collect()).marked()
}

/// Which case it is; the last choice is for who is not sure.
fn case(ask: &Ask, opened: &Opened, procedure: &Procedure) -> Option<Field> {
    let t = Words(ask.language);
    let cases = procedure.cases();
    if cases.is_empty() {
        return None;
    }
    let named = cases.iter().map(|case| option(random::short(case), *case).lang("vi"));
    let choices = named.chain([option(UNSURE, t.case_unsure())]).collect();
    let value = match opened.case(procedure) {
        None => String::new(),
        Some(None) => UNSURE.into(),
        Some(Some(chosen)) => random::short(chosen),
    };
    Some(Field::choices(ask.language, "case", t.which_case(), choices).value(&value))
}

/// What the form says for no case in particular.
const UNSURE: &str = "unsure";

/// The case a form names.
fn read_case(posted: &Posted, procedure: &Procedure) -> Option<String> {
    match posted.raw("case") {
        UNSURE => Some(String::new()),
        key => procedure.cases().into_iter().find(|case| random::short(case) == key).map(str::to_string),
    }
}

pub async fn show(ask: Ask, Path(token): Path<String>) -> Answer {
    match super::open(&ask, token).await? {
        Err(elsewhere) => Ok(elsewhere),
        Ok((opened, procedure)) => {
            let fields = fields(&ask, &opened, &procedure);
            page(&view(&ask, &opened, &procedure, &fields))
        }
    }
}

/// Whether files may come, before any byte of them is kept: into the own draft, as much as it still holds.
pub fn may_bring(ask: Ask) -> Pin<Box<dyn Future<Output = Result<u64, Failure>> + Send>> {
    Box::pin(async move {
        match super::open(&ask, ask.segment(1).to_string()).await? {
            Ok(_) => Ok(ask.app().room_of_drafts(ask.signed_in()?.id()).await?),
            // It was sent meanwhile: the form is read, and leads there.
            Err(_) => Ok(0),
        }
    })
}

/// Takes the files that came along; then goes on, stays, or removes one, as the button says.
pub async fn submit(ask: Ask, Path(token): Path<String>, posted: Posted) -> Answer {
    let (mut opened, procedure) = match super::open(&ask, token.clone()).await? {
        Err(elsewhere) => return Ok(elsewhere),
        Ok(found) => found,
    };
    let t = Words(ask.language);
    let (press, case) = (Press::of(&ask, &posted), read_case(&posted, &procedure));
    let typed = fields(&ask, &opened, &procedure).typed(&posted);
    if posted.is_held() {
        opened.typed.case = case.or(opened.typed.case);
        return page_again(&view(&ask, &opened, &procedure, &typed));
    }
    let kept = super::keep(
        &ask,
        &mut opened,
        &posted,
        &typed,
        |opened| fields(&ask, opened, &procedure),
        |draft| {
            draft.case = case.clone().or(draft.case.take());
        },
    );
    match kept.await? {
        kept if press == Press::Save => {
            return Ok(super::saved(&ask, &kept, &fields(&ask, &opened, &procedure)));
        }
        Kept::Yes => {}
        Kept::Elsewhere(elsewhere) => return Ok(elsewhere),
        Kept::Overtaken(overwritten) => {
            let typed = typed.marked_as(&fields(&ask, &opened, &procedure));
            let page = Page { overwritten, ..view(&ask, &opened, &procedure, &typed) };
            return page_with(StatusCode::CONFLICT, &page);
        }
    }
    let mut wrong = fields(&ask, &opened, &procedure);
    if let Some(file) = posted.find("remove") {
        ask.app().drop_file(opened.draft.id, file.to_string()).await?;
    }
    let (mut taken, files_max) = (opened.files.len(), ask.app().bounds.files_of_draft);
    for file in &posted.files {
        if procedure.paper(&file.field).is_none() {
            continue;
        }
        match &file.landed {
            Ok(_) if taken >= files_max => wrong.wrong(&file.field, t.files_max(files_max)),
            Ok(landed) => {
                let row = ask.app().file_row(landed, &file.name, &file.field, Some(opened.draft.id));
                ask.app().add_file(opened.draft.id, row).await?;
                taken += 1;
            }
            Err(problem) => wrong.wrong(&file.field, sentence(&ask, *problem, &file.name)),
        }
    }
    let (fresh, procedure) = match super::open(&ask, token).await? {
        Err(elsewhere) => return Ok(elsewhere),
        Ok(found) => found,
    };
    opened = fresh;
    let goes_on = posted.raw("act") == "go-on" && !wrong.any_wrong();
    let asked = goes_on || posted.raw("act") == "case";
    if asked && opened.case(&procedure).is_none() {
        wrong.wrong("case", t.case_missing());
    }
    if goes_on {
        for paper in opened.missing_papers(&procedure) {
            wrong.wrong(&paper.id, t.paper_missing(paper.name.get(ask.language)));
        }
    }
    let (wrong_here, none) = (wrong.any_wrong(), Posted::default());
    let kept = super::keep(
        &ask,
        &mut opened,
        &none,
        &typed,
        |opened| fields(&ask, opened, &procedure),
        |draft| {
            if wrong_here {
                draft.passed.remove("papers");
            } else if goes_on {
                draft.passed.insert("papers".into());
            }
        },
    );
    if let Kept::Elsewhere(elsewhere) = kept.await? {
        return Ok(elsewhere);
    }
    if wrong_here {
        return page_again(&view(&ask, &opened, &procedure, &wrong));
    }
    if press == Press::Language {
        return ui::see(&ui::chrome::twin(&ask));
    }
    if !goes_on {
        return ui::see(&format!("/drafts/{}/papers", opened.draft.token));
    }
    ui::see(&format!("/drafts/{}/check", opened.draft.token))
}

fn sentence(ask: &Ask, problem: FileProblem, name: &str) -> String {
    file_sentence(problem, name, ask.language)
}
