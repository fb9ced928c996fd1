//! The receipt and appointment (form 01) as the counter prints it, with the one-time code.

mod text;

use askama::Template;
use axum::extract::Path;
use domain::dossier::Reference;
use ui::Chrome;
use ui::part::{Print, Printed};
use web::{Answer, Ask, Failure, page};

#[derive(Template)]
#[template(path = "receipt/page.html")]
struct Page {
    chrome: Chrome,
    reference: String,
    receipt: Printed,
    t: text::Words,
}

pub async fn show(ask: Ask, Path(reference): Path<String>) -> Answer {
    let t = text::Words(ask.language);
    let reference = Reference::parse(&reference).ok_or(Failure::NotFound)?;
    let viewed = app::opening::for_officer(ask.app(), reference, ask.officer()?.clone(), ask.renews).await?;
    let secret = match viewed.dossier.account {
        None => app::dossiers::receipt_code(ask.app(), viewed.dossier.id).await?,
        Some(_) => None,
    };
    let receipt = ui::receipt::receipt(&viewed, &ask.app().reference(), secret, ask.language);
    let receipt = receipt.ok_or(Failure::NotFound)?;
    page(&Page {
        chrome: ask.chrome(&receipt.title),
        reference: viewed.dossier.reference.to_string(),
        receipt,
        t,
    })
}
