//! A slip of one's own dossier, to be kept or printed.

use super::{DossierReader, open, text};
use app::opening::Viewed;
use askama::Template;
use axum::extract::Path;
use ui::Chrome;
use ui::part::{Print, Printed};
use web::{Answer, Failure, RequestContext, page};

#[derive(Template)]
#[template(path = "dossier/slip.html")]
pub(super) struct Page {
    chrome: Chrome,
    reference: String,
    slip: Printed,
    t: text::Words,
}

pub async fn show(context: RequestContext, Path((reference, sequence)): Path<(String, String)>) -> Answer {
    let viewed = open(&context, &reference).await?;
    let sequence = sequence.parse().map_err(|_| Failure::NotFound)?;
    let view = view(&DossierReader::of(&context), &viewed, sequence, |title| context.chrome(title));
    page(&view.ok_or(Failure::NotFound)?)
}

/// Nothing where that event left no slip.
pub(super) fn view(
    reader: &DossierReader,
    viewed: &Viewed,
    sequence: u32,
    chrome: impl FnOnce(&str) -> Chrome,
) -> Option<Page> {
    let t = text::Words(reader.language);
    let slip = ui::slip::slip(viewed, &reader.data, sequence, reader.language)?;
    let reference = viewed.dossier.reference.to_string();
    Some(Page { chrome: chrome(t.slip()), reference, slip, t })
}
