//! Answering a request: files for the papers asked for, and words.

use super::open;
use super::text::Words;
use app::dossiers::Wish;
use app::viewing::Viewed;
use app::{files, random};
use askama::Template;
use axum::extract::Path;
use domain::dossier::{Command, Complete, Kind, PaperGiven, Refusal};
use domain::time::long_date;
use std::collections::BTreeMap;
use std::pin::Pin;
use ui::posted::file_sentence;
use ui::{Answer, Ask, Chrome, Failure, Field, Fields, Posted, Said, page, page_again, see_saying};

const WORDS_MAX: usize = 4_000;

#[derive(Template)]
#[template(path = "dossier/complete.html")]
struct Page {
    chrome: Chrome,
    reference: String,
    request: String,
    by: String,
    fields: Fields,
    key: String,
    t: Words,
}

fn fields(ask: &Ask, viewed: &Viewed) -> Fields {
    let (t, language) = (Words(ask.language), ask.language);
    let data = ask.app().reference();
    let procedure = data.pinned(&viewed.dossier.pinned);
    let mut fields: Vec<Field> = Vec::new();
    for id in viewed.dossier.asked().map(|request| request.papers.clone()).unwrap_or_default() {
        let paper = procedure.as_ref().and_then(|procedure| procedure.paper(&id));
        let name = paper.map_or_else(|| id.clone(), |paper| paper.name.get(language).to_string());
        fields.push(Field::file(language, &id, &t.complete_file(&name)));
    }
    fields.push(Field::file(language, "other", t.complete_other()).optional());
    fields.push(Field::area(language, "words", t.complete_words()).optional());
    Fields::new(language, fields)
}

fn view(ask: &Ask, viewed: &Viewed, fields: Fields, key: String) -> Page {
    let t = Words(ask.language);
    Page {
        chrome: Chrome::new(ask, t.complete_title()).with_problems(fields.any_wrong()),
        reference: viewed.dossier.reference.to_string(),
        request: viewed.dossier.asked().map(|request| request.words.clone()).unwrap_or_default(),
        by: viewed
            .dossier
            .asked()
            .and_then(|request| request.by)
            .map(|by| t.complete_by(&long_date(by, ask.language)))
            .unwrap_or_default(),
        fields,
        key,
        t,
    }
}

async fn may(ask: &Ask, reference: &str) -> Result<Viewed, Failure> {
    let viewed = open(ask, reference).await?;
    let data = ask.app().reference();
    let procedure = data.pinned(&viewed.dossier.pinned).ok_or(Failure::NotFound)?;
    Kind::Complete
        .allowed(&viewed.dossier, &ask.signed_in()?.applicant(), &procedure, None)
        .map_err(Failure::Refused)?;
    Ok(viewed)
}

pub async fn show(ask: Ask, Path(reference): Path<String>) -> Answer {
    let viewed = may(&ask, &reference).await?;
    let fields = fields(&ask, &viewed);
    page(&view(&ask, &viewed, fields, random::token()))
}

/// Whether files may come, before any byte of them is kept: to the own dossier, while papers are asked for.
pub fn may_bring(ask: Ask) -> Pin<Box<dyn Future<Output = Result<u64, Failure>> + Send>> {
    Box::pin(async move {
        let viewed = open(&ask, ask.segment(1)).await?;
        Ok(if viewed.dossier.asked().is_some() { FORM_BYTES_MAX } else { 0 })
    })
}

/// So much comes with one form at most.
const FORM_BYTES_MAX: u64 = 256 * 1024 * 1024;

pub async fn submit(ask: Ask, Path(reference): Path<String>, posted: Posted) -> Answer {
    let viewed = open(&ask, &reference).await?;
    let key: String = posted.text("key").chars().take(64).collect();
    let mut fields = fields(&ask, &viewed).typed(&posted);
    let words = fields.read(&posted, "words", &forms::Kind::LongText { length_max: WORDS_MAX }, false);
    let mut papers = Vec::new();
    let mut file_names = BTreeMap::new();
    let mut rows = Vec::new();
    // Only what was asked for: a field's name is stored among the facts.
    let asked = viewed.dossier.asked().map(|request| request.papers.clone()).unwrap_or_default();
    for file in posted.files.iter().filter(|file| file.field == "other" || asked.contains(&file.field)) {
        match &file.landed {
            Ok(landed) => {
                let row = ask.app().file_row(landed, &file.name, &file.field, None);
                file_names.insert(row.id, row.name.clone());
                papers.push(PaperGiven {
                    paper: file.field.clone(),
                    originals: 0,
                    copies: 1,
                    file: Some(files::fact(&row)),
                });
                rows.push(row);
            }
            Err(problem) => fields.wrong(&file.field, file_sentence(*problem, &file.name, ask.language)),
        }
    }
    if fields.any_wrong() {
        return page_again(&view(&ask, &viewed, fields, key));
    }
    let command = Command::Complete(Complete { papers, file_names, words });
    let wish = Wish {
        reference: viewed.dossier.reference.clone(),
        actor: ask.signed_in()?.applicant(),
        command,
        key: if key.is_empty() { random::token() } else { key.clone() },
        seen: None,
    };
    match ask.app().perform_with_files(wish, rows).await {
        Ok(_) => see_saying(&ask, &format!("/dossiers/{reference}"), Said::Sent),
        // Whatever the reason, what was written and sent stays on the page.
        Err(app::dossiers::NotDone::Refused(refusal)) => {
            let field = if refusal == Refusal::NothingGiven { "words" } else { "" };
            fields.wrong(field, refusal.sentence(ask.language));
            page_again(&view(&ask, &viewed, fields, key))
        }
        Err(other) => Err(other.into()),
    }
}
