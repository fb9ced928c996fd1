//! The papers: files for each paper of the procedure.

#[cfg(test)]
mod tests;

use super::text::Words;
use super::{FORM, SaveResult, Submit};
use crate::naming::{only_in_a_case, says_when};
use app::drafts::Opened;
use app::files::StoredFile as File;
use app::random;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use domain::Language;
use domain::procedure::{Paper as ProcedurePaper, Procedure};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::pin::Pin;
use ui::field::{Overwritten, option};
use ui::form::ErrorTarget;
use ui::formats::{beginning, file_size, media_name};
use ui::part::{BackLink, Button, ButtonLook, Heading, Pager, PaperItem, PaperLook, Phrase};
use ui::portions::{PORTION, portions};
use ui::posted::FILE_MEGABYTES;
use ui::{Chrome, Field, Fields, Form, FormParam, Posted};
use web::{Answer, Failure, RequestContext, Sent, page, page_with, page_with_errors};

#[derive(Template)]
#[template(path = "draft/papers.html")]
struct Page {
    chrome: Chrome,
    token: String,
    overwritten: Overwritten,
    error_summary: ui::part::ErrorSummary,
    /// The choice of a case, where the procedure has several.
    case: Fields,
    case_chosen: bool,
    /// The record says of some papers that they must be there.
    says_required: bool,
    /// What is only said about papers.
    notes: Vec<Phrase>,
    papers: Vec<DraftPaper>,
    /// Those that may be left out, and are not touched yet: folded.
    optional_papers: Vec<DraftPaper>,
    /// Which portion of many papers this is, and the ways to the others; empty where all are here.
    portion: String,
    pager: Pager,
    t: Words,
}

struct DraftPaper {
    /// The heading or case it stands under in the national record.
    case_name: String,
    /// What it is, in few words, and its whole name where those leave something out.
    name: Phrase,
    whole: Phrase,
    hint: Phrase,
    required: bool,
    files: ui::part::Papers,
    field: Field,
}

impl DraftPaper {
    /// Whether it may be left out, and its own name does not say so.
    fn needs_optional_mark(&self) -> bool {
        !self.required && !says_when(&self.name.text) && !says_when(&self.whole.text)
    }

    /// Whether there is something to see of it.
    fn is_begun(&self) -> bool {
        !self.files.is_empty() || !self.field.error.is_empty() || self.field.has_kept()
    }
}

ui::submits! {
    /// The buttons of the papers.
    enum PapersSubmit {
        Case = "case",
        GoOn = "go-on",
        Upload = "upload",
        /// Only brings files: no button of the page, but what programs may say that send them.
        Stay = "stay",
    }
}

/// The file that is taken out again.
const REMOVED: FormParam = FormParam("remove");

/// Maximum letters of a paper's name at the field of its files.
const LABEL_LETTERS: usize = 60;
/// The largest picture that is shown small, in bytes: it travels whole.
const PICTURE_MAX: u64 = 5 * 1024 * 1024;

/// What is wrong with the files of a paper, by its id.
type FileErrors = BTreeMap<String, String>;

/// What came and was not taken, each by its name.
fn refused(context: &RequestContext, procedure: &Procedure, posted: &Posted) -> FileErrors {
    let papers = procedure.papers.iter().map(|paper| paper.id.clone());
    let refused = papers.map(|id| {
        let sentence = posted.refused_sentence(&id, context.language);
        (id, sentence)
    });
    refused.filter_map(|(id, sentence)| Some((id, sentence?))).collect()
}

/// A paper with what was sent of it, and the field for more.
fn paper_view(
    paper: &ProcedurePaper,
    files: &[File],
    language: Language,
    posted: &Posted,
    wrong: &str,
) -> DraftPaper {
    let t = Words(language);
    let sent = files.iter().filter(|file| file.paper == paper.id).map(|file| {
        let remove =
            Button::new(ButtonLook::Quiet, t.remove(), REMOVED.with(&file.token)).context(&file.name);
        let small = file.media.starts_with("image/") && file.size <= PICTURE_MAX;
        PaperItem {
            kind: media_name(&file.media).into(),
            name: file.name.as_str().into(),
            href: Some(format!("/files/{}", file.token)),
            meta: file_size(file.size, language),
            look: small.then(|| PaperLook::Picture(t.picture(&file.name).into())),
            act: Some(remove),
        }
    });
    let whole = Phrase::of(&paper.name, language);
    let name = Phrase::short_paper(&paper.name, language);
    let label = t.choose_files(&beginning(&name.text, LABEL_LETTERS));
    DraftPaper {
        case_name: paper.case.clone(),
        whole: if name == whole { Phrase::default() } else { whole },
        name,
        hint: Phrase::of(&paper.hint, language),
        required: paper.required,
        files: ui::part::Papers { papers: sent.collect(), ..ui::part::Papers::default() },
        field: Field::file(language, &paper.id, &label).many().typed(posted).error(wrong),
    }
}

/// What arrived for a paper and is not in the draft yet is in `posted`.
fn view(
    context: &RequestContext,
    opened: &Opened,
    procedure: &Procedure,
    (case, wrong): (Fields, &FileErrors),
    posted: &Posted,
) -> Page {
    let (t, language) = (Words(context.language), context.language);
    let problem = |id: &str| wrong.get(id).map_or("", String::as_str);
    let mut summary = case.error_summary();
    let mut all = opened.papers(procedure);
    // What everybody hands in comes before what only some do.
    for group in all.chunk_by_mut(|one, next| one.case == next.case) {
        group.sort_by_key(|paper| only_in_a_case(&paper.name.vi));
    }
    let portions = portions_of(&all, language);
    let at = portion_shown(context, &all, &portions, wrong);
    let here = portions.get(at - 1).map_or(&all[..], |here| &all[here.clone()]);
    let is_here = |id: &str| here.iter().any(|paper| paper.id == id);
    wrong.iter().filter(|(id, _)| is_here(id)).for_each(|(id, sentence)| summary.at(id, sentence));
    let address = |portion: usize| papers_address(&opened.draft.token, portion);
    let near = |portion: usize| (1..=portions.len()).contains(&portion).then(|| address(portion));
    let pager = Pager::new(t.papers())
        .previous(near(at - 1), t.portion_before())
        .next(near(at + 1), t.portion_after());
    let mut papers: Vec<DraftPaper> = here
        .iter()
        .map(|paper| paper_view(paper, &opened.files, language, posted, problem(&paper.id)))
        .collect();
    let says_required = procedure.tells_required();
    let optional_papers =
        papers.extract_if(.., |paper| says_required && !paper.required && !paper.is_begun()).collect();
    // A heading stands over the first paper of it.
    let mut case_name = String::new();
    for paper in &mut papers {
        let same = paper.case_name == case_name;
        case_name.clone_from(&paper.case_name);
        if same {
            paper.case_name.clear();
        }
    }
    Page {
        chrome: context.chrome(t.papers()).with_problems(case.any_wrong() || !wrong.is_empty()).saving(FORM),
        token: opened.draft.token.clone(),
        overwritten: Overwritten::none(language),
        error_summary: summary,
        case,
        case_chosen: opened.case(procedure).is_some(),
        says_required,
        notes: opened.notes(procedure).into_iter().map(|note| Phrase::of(&note.name, language)).collect(),
        papers,
        optional_papers,
        portion: if portions.len() > 1 { t.portion(at, portions.len()) } else { String::new() },
        pager,
        t,
    }
}

/// What is around a paper on the page, in bytes.
const AROUND: usize = 950;

/// The papers of each portion that fits a page.
fn portions_of(papers: &[&ProcedurePaper], language: Language) -> Vec<Range<usize>> {
    let size = |paper: &&ProcedurePaper| {
        AROUND + paper.name.get(language).len() + paper.hint.get(language).len() + paper.case.len()
    };
    portions(&papers.iter().map(size).collect::<Vec<_>>(), PORTION)
}

/// Which portion is shown, the first being 1: the first in which something is wrong, else the one the address names.
fn portion_shown(
    context: &RequestContext,
    papers: &[&ProcedurePaper],
    portions: &[Range<usize>],
    wrong: &FileErrors,
) -> usize {
    let is_wrong =
        |here: &Range<usize>| papers[here.clone()].iter().any(|paper| wrong.contains_key(&paper.id));
    let asked = || ui::query::given(&context.path, "page").and_then(|page| page.parse().ok()).unwrap_or(1);
    let at = portions.iter().position(is_wrong).map_or_else(asked, |place| place + 1);
    at.clamp(1, portions.len().max(1))
}

fn papers_address(token: &str, portion: usize) -> String {
    match portion {
        1 => format!("/drafts/{token}/papers"),
        portion => format!("/drafts/{token}/papers?page={portion}"),
    }
}

/// Which case it is; the last choice is for who is not sure, and chooses none in particular.
fn form(form: &mut Form, opened: &Opened, procedure: &Procedure) -> Option<String> {
    let t = Words(form.language());
    let cases = procedure.cases();
    if cases.is_empty() {
        return None;
    }
    let named = cases.iter().map(|case| (case.to_string(), option(random::short(case), *case).lang("vi")));
    let all = named.chain([(String::new(), option(UNSURE, t.case_unsure()))]).collect();
    let value = match opened.case(procedure) {
        None => String::new(),
        Some(None) => UNSURE.into(),
        Some(Some(chosen)) => random::short(chosen),
    };
    form.one_of("case", t.which_case(), all).value(&value).on(CASE).not_offered(t.case_missing()).given()
}

const CASE: ErrorTarget = ErrorTarget::Named("case");
/// What the form says for no case in particular.
const UNSURE: &str = "unsure";

/// As a draft is stored.
fn fields(context: &RequestContext, opened: &Opened, procedure: &Procedure) -> Fields {
    let mut form = Form::blank(context.language);
    self::form(&mut form, opened, procedure);
    form.into_fields().with_baseline()
}

pub async fn show(context: RequestContext, Path(token): Path<String>) -> Answer {
    match super::open(&context, token).await? {
        Err(elsewhere) => Ok(elsewhere),
        Ok((opened, procedure)) => {
            let fields = fields(&context, &opened, &procedure);
            page(&view(&context, &opened, &procedure, (fields, &FileErrors::new()), &Posted::default()))
        }
    }
}

/// Whether files may come, before any byte of them is kept: into the own draft, as much as it still holds.
pub fn may_bring(context: RequestContext) -> Pin<Box<dyn Future<Output = Result<u64, Failure>> + Send>> {
    Box::pin(async move {
        match super::open(&context, context.segment(1).to_string()).await? {
            Ok(_) => Ok(app::intake::room_of_drafts(context.app(), context.signed_in()?.id()).await?),
            // It was sent meanwhile: the form is read, and leads there.
            Err(_) => Ok(0),
        }
    })
}

/// Takes a file out again, where that is asked, and takes those in that came; what is too many is said in `wrong`.
async fn take(
    context: &RequestContext,
    opened: &Opened,
    procedure: &Procedure,
    posted: &Posted,
    wrong: &mut FileErrors,
) -> Result<(), Failure> {
    let (app, draft) = (context.app(), opened.draft.id);
    if REMOVED.is_in(posted) {
        app::drafts::drop_file(app, draft, REMOVED.of(posted).to_string()).await?;
    }
    let (mut taken, files_max) = (opened.files.len(), app.bounds.files_of_draft);
    let mut full = BTreeSet::new();
    for file in &posted.files {
        if procedure.paper(&file.field).is_none() {
            continue;
        }
        let Ok(landed) = &file.landed else { continue };
        if taken >= files_max {
            full.insert(file.field.clone());
            continue;
        }
        let row = app::files::row(app, landed, &file.name, &file.field, Some(draft));
        app::drafts::add_file(app, draft, row).await?;
        taken += 1;
    }
    let t = Words(context.language);
    for paper in full {
        let said = wrong.entry(paper).or_default();
        *said = [t.files_max(files_max).as_str(), said].join(". ").trim_end_matches(". ").into();
    }
    Ok(())
}

/// The first paper without a file, or else the first there is.
fn first_without(opened: &Opened, procedure: &Procedure) -> Option<String> {
    let papers = opened.papers(procedure);
    let without = papers.iter().find(|paper| !opened.files.iter().any(|file| file.paper == paper.id));
    without.or(papers.first()).map(|paper| paper.id.clone())
}

/// The portion of the papers a form was about.
struct Portion {
    /// Which it is, counted from 1.
    at: usize,
    papers: BTreeSet<String>,
    /// No other follows, or all were before whoever sent it.
    is_last: bool,
}

impl Portion {
    fn shown(context: &RequestContext, opened: &Opened, procedure: &Procedure, posted: &Posted) -> Portion {
        let papers = opened.papers(procedure);
        let portions = portions_of(&papers, context.language);
        let at = portion_shown(context, &papers, &portions, &FileErrors::new());
        let here: BTreeSet<String> = portions
            .get(at - 1)
            .filter(|_| at < portions.len())
            .map(|here| papers[here.clone()].iter().map(|paper| paper.id.clone()).collect())
            .unwrap_or_default();
        // Whoever sends files of other portions has them all before them, such as a program.
        let is_last = here.is_empty() || posted.files.iter().any(|file| !here.contains(&file.field));
        Portion { at, papers: here, is_last }
    }

    fn asks(&self, paper: &String) -> bool {
        self.is_last || self.papers.contains(paper)
    }
}

/// Takes the files that came along; then goes on, stays, or removes one, as the button says.
pub async fn submit(context: RequestContext, Path(token): Path<String>, Sent(posted): Sent) -> Answer {
    let (mut opened, procedure) = match super::open(&context, token.clone()).await? {
        Err(elsewhere) => return Ok(elsewhere),
        Ok(found) => found,
    };
    let t = Words(context.language);
    let none = Posted::default();
    // Its own buttons say further down whether it goes on.
    let pressed = PapersSubmit::of(&posted);
    let submit = match Submit::of(&context, &posted) {
        Err(_) if pressed.is_some() => Submit::On,
        submit => submit?,
    };
    let mut form = Form::sent(context.language, &posted);
    let case = self::form(&mut form, &opened, &procedure);
    let typed = form.clone().into_fields_with_baseline(&fields(&context, &opened, &procedure));
    if posted.is_held() {
        opened.typed.case = case.or(opened.typed.case);
        let wrong = refused(&context, &procedure, &posted);
        return page_with_errors(&view(&context, &opened, &procedure, (typed, &wrong), &posted));
    }
    let kept = super::keep(
        &context,
        &mut opened,
        &posted,
        &typed,
        |opened| fields(&context, opened, &procedure),
        |draft| {
            draft.case = case.clone().or(draft.case.take());
        },
    );
    match kept.await? {
        kept if submit == Submit::Save => {
            return Ok(super::saved(&context, &kept, &fields(&context, &opened, &procedure)));
        }
        SaveResult::Yes => {}
        SaveResult::Elsewhere(elsewhere) => return Ok(elsewhere),
        SaveResult::Overtaken(overwritten) => {
            let typed = typed.with_baseline_of(&fields(&context, &opened, &procedure));
            let wrong = refused(&context, &procedure, &posted);
            let page = view(&context, &opened, &procedure, (typed, &wrong), &posted);
            let page = Page { overwritten, ..page };
            return page_with(StatusCode::CONFLICT, &page);
        }
    }
    let mut wrong = refused(&context, &procedure, &posted);
    take(&context, &opened, &procedure, &posted, &mut wrong).await?;
    let (mut opened, procedure) = match super::open(&context, token).await? {
        Err(elsewhere) => return Ok(elsewhere),
        Ok(found) => found,
    };
    let portion = Portion::shown(&context, &opened, &procedure, &posted);
    let goes_on = pressed == Some(PapersSubmit::GoOn) && wrong.is_empty() && !form.any_wrong();
    let asked = goes_on || pressed == Some(PapersSubmit::Case);
    if asked && opened.case(&procedure).is_none() {
        form.wrong_about(Some(CASE), t.case_missing().into());
    }
    if goes_on {
        // Of a portion before the last no more is asked than what stands there.
        let missing = opened.missing_papers(&procedure).into_iter();
        for paper in missing.filter(|paper| portion.asks(&paper.id)) {
            wrong.insert(paper.id.clone(), t.paper_missing(paper.name.get(context.language)));
        }
    }
    let wrong_here = form.any_wrong() || !wrong.is_empty();
    // It says where, but nothing about the papers is wrong.
    if pressed == Some(PapersSubmit::Upload) && posted.files.is_empty() {
        wrong.extend(first_without(&opened, &procedure).map(|paper| (paper, t.nothing_chosen().into())));
    }
    let kept = super::keep(
        &context,
        &mut opened,
        &none,
        &typed,
        |opened| fields(&context, opened, &procedure),
        |draft| {
            if wrong_here {
                draft.passed.remove("papers");
            } else if goes_on && portion.is_last {
                draft.passed.insert("papers".into());
            }
        },
    );
    if let SaveResult::Elsewhere(elsewhere) = kept.await? {
        return Ok(elsewhere);
    }
    if form.any_wrong() || !wrong.is_empty() {
        // Where the case is right it is as it was just stored.
        let stored = fields(&context, &opened, &procedure);
        let case = if form.any_wrong() { form.into_fields_with_baseline(&stored) } else { stored };
        return page_with_errors(&view(&context, &opened, &procedure, (case, &wrong), &none));
    }
    if submit == Submit::Language {
        return web::see(&web::twin(&context));
    }
    if !goes_on || !portion.is_last {
        let on = if goes_on { portion.at + 1 } else { portion.at };
        return web::see(&papers_address(&opened.draft.token, on));
    }
    web::see(&format!("/drafts/{}/check", opened.draft.token))
}
