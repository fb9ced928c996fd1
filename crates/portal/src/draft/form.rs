//! A step that is one form: its page, and what follows when it was sent.

use super::text::Words;
use super::{FORM, SaveResult, Submit};
use app::drafts::{Opened, TypedDraft};
use askama::Template;
use axum::http::StatusCode;
use ui::field::Overwritten;
use ui::part::{BackLink, Heading};
use ui::{Chrome, Fields, Posted};
use web::{Answer, RequestContext, page_with, page_with_errors};

#[derive(Template)]
#[template(path = "draft/form.html")]
pub(super) struct Page {
    chrome: Chrome,
    heading: String,
    eyebrow: String,
    back: String,
    overwritten: Overwritten,
    fields: Fields,
    nothing: &'static str,
    t: Words,
}

/// What the page of a step says besides its fields.
pub(super) struct Outline {
    pub heading: &'static str,
    pub number: usize,
    /// The page before.
    pub back: String,
    /// What it says where there is no field.
    pub nothing: &'static str,
}

pub(super) fn draw(chrome: Chrome, outline: Outline, fields: Fields, overwritten: Overwritten) -> Page {
    let t = Words(chrome.language);
    let wrong = fields.any_wrong() || !overwritten.lines.is_empty();
    Page {
        chrome: chrome.with_problems(wrong).saving(FORM),
        heading: outline.heading.into(),
        eyebrow: t.step(outline.number),
        back: outline.back,
        nothing: if fields.fields.is_empty() { outline.nothing } else { "" },
        overwritten,
        fields,
        t,
    }
}

/// A step as it was sent.
pub(super) struct SentStep<'a> {
    /// The part of the application it is, and the parts that are empty and passed with it.
    pub part: &'static str,
    pub passes: &'a [&'static str],
    pub posted: &'a Posted,
    pub typed: Fields,
    pub wrong: bool,
    /// The part after it.
    pub to: &'static str,
}

/// Keeps what was sent and goes on, or shows what stands against it. `fields` draws the step of a draft, `view` its page.
pub(super) async fn keep(
    context: &RequestContext,
    mut opened: Opened,
    step: SentStep<'_>,
    fields: impl Fn(&Opened) -> Fields,
    change: impl Fn(&mut TypedDraft),
    view: impl Fn(&Opened, Fields, Overwritten) -> Page,
) -> Answer {
    let none = Overwritten::none(context.language);
    let SentStep { posted, typed, wrong, .. } = step;
    if posted.is_held() {
        return page_with_errors(&view(&opened, typed, none));
    }
    let submit = Submit::of(context, posted)?;
    let passing = |draft: &mut TypedDraft| {
        change(draft);
        if wrong {
            draft.passed.remove(step.part);
        } else if submit == Submit::On {
            let passed = [step.part].into_iter().chain(step.passes.iter().copied());
            draft.passed.extend(passed.map(String::from));
        }
    };
    let kept = super::keep(context, &mut opened, posted, &typed, &fields, passing).await?;
    let stored = fields(&opened);
    match (kept, submit) {
        (kept, Submit::Save) => Ok(super::saved(context, &kept, &stored)),
        (SaveResult::Elsewhere(elsewhere), _) => Ok(elsewhere),
        (SaveResult::Overtaken(lost), _) => {
            page_with(StatusCode::CONFLICT, &view(&opened, typed.with_baseline_of(&stored), lost))
        }
        (SaveResult::Yes, Submit::Language) => web::see(&web::twin(context)),
        (SaveResult::Yes, Submit::On) if wrong => {
            page_with_errors(&view(&opened, typed.with_baseline_of(&stored), none))
        }
        (SaveResult::Yes, Submit::On) => web::see(&super::next(&opened, step.to)),
    }
}
