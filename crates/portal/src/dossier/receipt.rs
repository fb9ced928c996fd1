//! The receipt of one's own dossier, to be kept or printed.

use super::{open, text};
use askama::Template;
use axum::extract::Path;
use ui::Chrome;
use ui::part::{Print, Printed};
use web::{Answer, Ask, Failure, page};

#[derive(Template)]
#[template(path = "dossier/receipt.html")]
struct Page {
    chrome: Chrome,
    reference: String,
    receipt: Printed,
    t: text::Words,
}

pub async fn show(ask: Ask, Path(reference): Path<String>) -> Answer {
    let t = text::Words(ask.language);
    let viewed = open(&ask, &reference).await?;
    let receipt = ui::receipt::receipt(&viewed, &ask.app().reference(), None, ask.language);
    let receipt = receipt.ok_or(Failure::NotFound)?;
    page(&Page {
        chrome: ask.chrome(&receipt.title),
        reference: viewed.dossier.reference.to_string(),
        receipt,
        t,
    })
}
