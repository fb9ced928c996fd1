//! An application in the making: about you, the questions, the papers, the check.

#[cfg(test)]
mod tests;

pub mod check;
mod form;
pub mod papers;
pub mod questions;
mod text;
pub mod you;

use app::drafts::{Draft, Opened, TypedDraft};
use axum::extract::Path;
use axum::http::{HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use domain::procedure::Procedure;
use text::Words;
use ui::field::Overwritten;
use ui::submit::ACTION;
use ui::switch::LANGUAGE;
use ui::{Fields, Posted};
use web::{Answer, Failure, RequestContext};

/// The draft of an address, with the procedure version it was started under; or where to go instead when it
/// was handed in already.
pub(crate) async fn open(
    context: &RequestContext,
    token: String,
) -> Result<Result<(Opened, Procedure), Response>, Failure> {
    let account = context.signed_in()?.id();
    let opened = app::drafts::open(context.app(), token, account).await?.ok_or(Failure::NotFound)?;
    if let Some(reference) = &opened.draft.submitted {
        return Ok(Err(web::see(&format!("/dossiers/{reference}/sent"))?));
    }
    let data = context.app().master_data();
    let procedure = data.procedure(&opened.draft.procedure, context.today()).ok_or(Failure::NotFound)?;
    Ok(Ok((opened, procedure.clone())))
}

/// Where one goes after a page: on, or back to the check.
pub(crate) fn next(opened: &Opened, to: &str) -> String {
    let part = opened.typed.unfinished().map_or(CHECK, |_| to);
    format!("/drafts/{}/{part}", opened.draft.token)
}

/// The part where all of it is read through.
const CHECK: &str = "check";

/// Where a draft that was left is taken up again: the first part that is not finished.
pub(crate) fn resumed(draft: &Draft) -> String {
    format!("/drafts/{}/{}", draft.token, TypedDraft::of(draft).unfinished().unwrap_or(CHECK))
}

/// The form of a step, as the page's other parts name it.
pub(crate) const FORM: &str = "step";

/// What a step is sent for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Submit {
    /// By its own buttons.
    On,
    /// By a page that saves itself while somebody types.
    Save,
    /// To go on in the other language.
    Language,
}

impl Submit {
    /// Another than there is is refused.
    pub fn of(context: &RequestContext, posted: &Posted) -> Result<Submit, Failure> {
        match ACTION.of(posted) {
            _ if context.saves => Ok(Submit::Save),
            LANGUAGE => Ok(Submit::Language),
            "" | "go-on" => Ok(Submit::On),
            _ => Err(Failure::BadRequest),
        }
    }
}

/// What became of a step that was to be kept.
pub(crate) enum SaveResult {
    Yes,
    /// Another window has saved what this one would overwrite, and it has not been seen here.
    Overtaken(Overwritten),
    /// It was handed in meanwhile.
    Elsewhere(Response),
}

/// Keeps a step as it was typed, right or wrong, over whatever else was saved meanwhile. `fields` draws the step of a draft.
pub(crate) async fn keep(
    context: &RequestContext,
    opened: &mut Opened,
    posted: &Posted,
    typed: &Fields,
    fields: impl Fn(&Opened) -> Fields,
    change: impl Fn(&mut TypedDraft),
) -> Result<SaveResult, Failure> {
    loop {
        let mut wished = opened.clone();
        change(&mut wished.typed);
        let lost = fields(opened).overwritten(&fields(&wished), typed, posted);
        if !lost.lines.is_empty() {
            return Ok(SaveResult::Overtaken(lost));
        }
        if app::drafts::save(context.app(), opened, wished.typed).await? {
            return Ok(SaveResult::Yes);
        }
        // Another window was faster: what it saved is looked at like anything else.
        match open(context, opened.draft.token.clone()).await? {
            Ok((fresh, _)) => *opened = fresh,
            Err(elsewhere) => return Ok(SaveResult::Elsewhere(elsewhere)),
        }
    }
}

/// What the page that saves itself hears: a sentence, and what its form is drawn from now.
pub(crate) fn saved(context: &RequestContext, kept: &SaveResult, stored: &Fields) -> Response {
    let t = Words(context.language);
    let time = domain::time::clock_time(context.now().civil().time());
    let drawn = stored.clone().with_baseline().drawn.unwrap_or_default();
    match kept {
        SaveResult::Yes => ([(HeaderName::from_static("x-drawn"), drawn)], t.saved_at(&time)).into_response(),
        SaveResult::Overtaken(_) | SaveResult::Elsewhere(_) => {
            (StatusCode::CONFLICT, t.not_saved()).into_response()
        }
    }
}

pub async fn delete(context: RequestContext, Path(token): Path<String>) -> Answer {
    match open(&context, token).await? {
        Err(elsewhere) => Ok(elsewhere),
        Ok((opened, _)) => {
            app::drafts::delete(context.app(), opened.draft.id).await?;
            web::see("/dossiers")
        }
    }
}
