//! The receipt of one's own dossier, to be kept or printed.

use super::{open, text};
use askama::Template;
use axum::extract::Path;
use ui::Chrome;
use ui::part::{Print, Printed};
use web::{Answer, Failure, RequestContext, page};

#[derive(Template)]
#[template(path = "dossier/receipt.html")]
struct Page {
    chrome: Chrome,
    reference: String,
    receipt: Printed,
    t: text::Words,
}

pub async fn show(context: RequestContext, Path(reference): Path<String>) -> Answer {
    let t = text::Words(context.language);
    let viewed = open(&context, &reference).await?;
    let receipt = ui::receipt::receipt(&viewed, &context.app().master_data(), None, context.language);
    let receipt = receipt.ok_or(Failure::NotFound)?;
    page(&Page {
        chrome: context.chrome(&receipt.title),
        reference: viewed.dossier.reference.to_string(),
        receipt,
        t,
    })
}
