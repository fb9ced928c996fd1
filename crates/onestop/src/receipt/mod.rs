//! The receipt and appointment (form 01) as the counter prints it, with the one-time code.

#[cfg(test)]
mod tests;
mod text;

use askama::Template;
use axum::extract::Path;
use domain::dossier::Reference;
use ui::Chrome;
use ui::part::{Print, Printed};
use web::{Answer, Failure, RequestContext, page};

#[derive(Template)]
#[template(path = "receipt/page.html")]
struct Page {
    chrome: Chrome,
    reference: String,
    receipt: Printed,
    t: text::Words,
}

pub async fn show(context: RequestContext, Path(reference): Path<String>) -> Answer {
    let t = text::Words(context.language);
    let reference = Reference::parse(&reference).ok_or(Failure::NotFound)?;
    let viewed =
        app::opening::for_officer(context.app(), reference, context.officer()?.clone(), context.renews)
            .await?;
    let secret = match viewed.dossier.account {
        None => app::dossiers::receipt_code(context.app(), viewed.dossier.id).await?,
        Some(_) => None,
    };
    let (data, dossier) = (context.app().master_data(), &viewed.dossier);
    let usual =
        app::public_figures::usual_time(context.app(), &dossier.pinned.procedure, Some(dossier.competent));
    let usual = usual.await?;
    let receipt = ui::receipt::receipt(&viewed, &data, secret, context.language).ok_or(Failure::NotFound)?;
    let receipt = receipt.noting(usual.map(|usual| ui::usual_time::said(&usual, &data, context.language)));
    page(&Page {
        chrome: context.chrome(&receipt.title),
        reference: viewed.dossier.reference.to_string(),
        receipt,
        t,
    })
}
