//! An application in the making: about you, the questions, the papers, the check.

pub mod check;
pub mod papers;
pub mod questions;
mod text;
pub mod you;

use app::drafts::Opened;
use axum::extract::Path;
use axum::response::Response;
use domain::procedure::Procedure;
use ui::{Answer, Ask, Failure};

/// The draft of an address, with the procedure version it was started under; or where to go instead when it
/// was handed in already.
pub(crate) async fn open(ask: &Ask, token: String) -> Result<Result<(Opened, Procedure), Response>, Failure> {
    let account = ask.signed_in()?.id();
    let opened = ask.app().open_draft(token, account).await?.ok_or(Failure::NotFound)?;
    if let Some(reference) = &opened.draft.submitted {
        return Ok(Err(ui::see(&format!("/dossiers/{reference}/sent"))?));
    }
    let reference = ask.app().reference();
    let procedure = reference.procedure(&opened.draft.procedure, ask.today()).ok_or(Failure::NotFound)?;
    Ok(Ok((opened, procedure.clone())))
}

/// Where one goes after a page: on, or back to the check.
pub(crate) fn next(opened: &Opened, to: &str) -> String {
    let token = &opened.draft.token;
    let all = ["you", "questions", "papers"].iter().all(|page| opened.typed.passed.contains(*page));
    if all { format!("/drafts/{token}/check") } else { format!("/drafts/{token}/{to}") }
}

pub async fn delete(ask: Ask, Path(token): Path<String>) -> Answer {
    match open(&ask, token).await? {
        Err(elsewhere) => Ok(elsewhere),
        Ok((opened, _)) => {
            ask.app().delete_draft(opened.draft.id).await?;
            ui::see("/dossiers")
        }
    }
}
