//! A slip of one's own dossier, to be kept or printed.

use super::{open, text};
use askama::Template;
use axum::extract::Path;
use ui::Chrome;
use ui::part::{Print, Printed};
use web::{Answer, Failure, RequestContext, page};

#[derive(Template)]
#[template(path = "dossier/slip.html")]
struct Page {
    chrome: Chrome,
    reference: String,
    slip: Printed,
    t: text::Words,
}

pub async fn show(context: RequestContext, Path((reference, sequence)): Path<(String, String)>) -> Answer {
    let t = text::Words(context.language);
    let viewed = open(&context, &reference).await?;
    let sequence = sequence.parse().map_err(|_| Failure::NotFound)?;
    let slip = ui::slip::slip(&viewed, &context.app().master_data(), sequence, context.language);
    page(&Page {
        chrome: context.chrome(t.slip()),
        reference: viewed.dossier.reference.to_string(),
        slip: slip.ok_or(Failure::NotFound)?,
        t,
    })
}
