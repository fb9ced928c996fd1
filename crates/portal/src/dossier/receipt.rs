//! The receipt of one's own dossier, to be kept or printed.

use super::{DossierReader, open, text};
use app::opening::Viewed;
use app::public_figures::UsualTime;
use askama::Template;
use axum::extract::Path;
use ui::Chrome;
use ui::part::{Print, Printed};
use web::{Answer, Failure, RequestContext, page};

#[derive(Template)]
#[template(path = "dossier/receipt.html")]
pub(super) struct Page {
    chrome: Chrome,
    reference: String,
    receipt: Printed,
    t: text::Words,
}

pub async fn show(context: RequestContext, Path(reference): Path<String>) -> Answer {
    let viewed = open(&context, &reference).await?;
    let dossier = &viewed.dossier;
    let usual =
        app::public_figures::usual_time(context.app(), &dossier.pinned.procedure, Some(dossier.competent));
    let usual = usual.await?;
    let view = view(&DossierReader::of(&context), &viewed, usual.as_ref(), |title| context.chrome(title));
    page(&view.ok_or(Failure::NotFound)?)
}

/// Nothing where there is none yet.
pub(super) fn view(
    reader: &DossierReader,
    viewed: &Viewed,
    usual: Option<&UsualTime>,
    chrome: impl FnOnce(&str) -> Chrome,
) -> Option<Page> {
    let t = text::Words(reader.language);
    let receipt = ui::receipt::receipt(viewed, &reader.data, None, reader.language)?;
    let receipt =
        receipt.noting(usual.map(|usual| ui::usual_time::said(usual, &reader.data, reader.language)));
    let reference = viewed.dossier.reference.to_string();
    Some(Page { chrome: chrome(&receipt.title), reference, receipt, t })
}
