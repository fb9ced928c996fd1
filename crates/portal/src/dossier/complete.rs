//! Answering a request: files for the papers asked for, and words.

use super::open;
use super::text::Words;
use app::dossiers::ActRequest;
use app::master_data::MasterData;
use app::opening::Viewed;
use app::{files, random};
use askama::Template;
use axum::extract::Path;
use domain::dossier::{ActKind, Command, Complete, PaperGiven, RefusalTarget};
use domain::time::long_date;
use std::collections::BTreeMap;
use std::pin::Pin;
use ui::formats::short_paper;
use ui::part::{BackLink, Heading, Phrase};
use ui::posted::{FILE_MEGABYTES, KEY, PostedFile};
use ui::{Chrome, Fields, Flash, Form};
use web::{Answer, Failure, RequestContext, Sent, page, page_with_errors, see_with_flash};

/// The form, as the page's other parts name it.
const FORM: &str = "completion";

#[derive(Template)]
#[template(path = "dossier/complete.html")]
pub(super) struct Page {
    chrome: Chrome,
    reference: String,
    procedure: Phrase,
    request: String,
    by: String,
    fields: Fields,
    key: String,
    t: Words,
}

/// The key of files that belong to no paper that was asked for.
const OTHER: &str = "other";

/// Files by their paper, and words.
pub(super) struct BroughtPapers {
    files: Vec<(String, PostedFile)>,
    words: String,
}

pub(super) fn form(form: &mut Form, data: &MasterData, viewed: &Viewed) -> BroughtPapers {
    let (t, language) = (Words(form.language()), form.language());
    let procedure = data.pinned(&viewed.dossier.pinned);
    let mut files = Vec::new();
    let mut bring = |paper: &str, given: Option<Vec<PostedFile>>| {
        files.extend(given.into_iter().flatten().map(|file| (paper.to_string(), file)));
    };
    for id in viewed.dossier.asked().map(|request| request.papers.clone()).unwrap_or_default() {
        let paper = procedure.as_ref().and_then(|procedure| procedure.paper(&id));
        let name = paper.map_or_else(|| id.clone(), |paper| short_paper(paper.name.get(language)));
        bring(&id, form.files(&id, &t.complete_file(&name)).many().given());
    }
    bring(OTHER, form.files(OTHER, t.complete_other()).many().optional().given());
    let words =
        form.area("words", t.complete_words()).rows(4).optional().on_refusal(RefusalTarget::Words).written();
    BroughtPapers { files, words }
}

fn view(context: &RequestContext, viewed: &Viewed, fields: Fields, key: String) -> Page {
    let chrome = context.chrome(Words(context.language).complete_title());
    draw(chrome, &context.app().master_data(), viewed, fields, key)
}

pub(super) fn draw(chrome: Chrome, data: &MasterData, viewed: &Viewed, fields: Fields, key: String) -> Page {
    let (t, language) = (Words(chrome.language), chrome.language);
    let procedure = data.pinned(&viewed.dossier.pinned);
    let procedure = procedure.map(|procedure| Phrase::of(&procedure.short_name, language));
    Page {
        procedure: procedure.unwrap_or_default(),
        chrome: chrome.with_problems(fields.any_wrong()).switching(FORM),
        reference: viewed.dossier.reference.to_string(),
        request: viewed.dossier.asked().map(|request| request.words.clone()).unwrap_or_default(),
        by: viewed
            .dossier
            .asked()
            .and_then(|request| request.by)
            .map(|by| t.complete_by(&long_date(by, language)))
            .unwrap_or_default(),
        fields,
        key,
        t,
    }
}

async fn may(context: &RequestContext, reference: &str) -> Result<Viewed, Failure> {
    let viewed = open(context, reference).await?;
    let data = context.app().master_data();
    let procedure = data.pinned(&viewed.dossier.pinned).ok_or(Failure::NotFound)?;
    ActKind::Complete
        .allowed(&viewed.dossier, &context.signed_in()?.applicant(), &procedure, None)
        .map_err(Failure::Refused)?;
    Ok(viewed)
}

pub async fn show(context: RequestContext, Path(reference): Path<String>) -> Answer {
    let viewed = may(&context, &reference).await?;
    let mut form = Form::blank(context.language);
    self::form(&mut form, &context.app().master_data(), &viewed);
    page(&view(&context, &viewed, form.into_fields(), random::key(context.app().now())))
}

/// Whether files may come, before any byte of them is kept: to the own dossier, while papers are asked for.
pub fn may_bring(context: RequestContext) -> Pin<Box<dyn Future<Output = Result<u64, Failure>> + Send>> {
    Box::pin(async move {
        let viewed = open(&context, context.segment(1)).await?;
        Ok(if viewed.dossier.asked().is_some() { FORM_BYTES_MAX } else { 0 })
    })
}

/// Maximum bytes of all files of one form.
const FORM_BYTES_MAX: u64 = 256 * 1024 * 1024;

pub async fn submit(context: RequestContext, Path(reference): Path<String>, Sent(posted): Sent) -> Answer {
    let viewed = open(&context, &reference).await?;
    let key = posted.key().unwrap_or_else(random::token);
    let mut form = Form::sent(context.language, &posted);
    let brought = self::form(&mut form, &context.app().master_data(), &viewed);
    if form.any_wrong() {
        return page_with_errors(&view(&context, &viewed, form.into_fields(), key));
    }
    let (mut papers, mut file_names, mut rows) = (Vec::new(), BTreeMap::new(), Vec::new());
    for (paper, file) in brought.files {
        let Ok(landed) = &file.landed else { continue };
        let row = app::files::row(context.app(), landed, &file.name, &paper, None);
        file_names.insert(row.id, row.name.clone());
        papers.push(PaperGiven::new(paper, 0, 1, Some(files::fact(&row))));
        rows.push(row);
    }
    let command = Command::Complete(Complete { papers, file_names, words: brought.words });
    let request = ActRequest {
        reference: viewed.dossier.reference.clone(),
        actor: context.signed_in()?.applicant(),
        command,
        key: key.clone(),
        seen: None,
    };
    match app::dossiers::perform_with_files(context.app(), request, rows).await {
        Ok(_) => see_with_flash(&context, &format!("/dossiers/{reference}"), Flash::Sent),
        // Whatever the reason, what was written and sent stays on the page.
        Err(app::dossiers::NotDone::Refused(refusal)) => {
            form.refused(&refusal);
            page_with_errors(&view(&context, &viewed, form.into_fields(), key))
        }
        Err(other) => Err(other.into()),
    }
}
