//! A slip as an officer who may open the dossier prints it.

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
#[template(path = "slip/page.html")]
struct Page {
    chrome: Chrome,
    reference: String,
    slip: Printed,
    /// Whether its reader takes in dossiers, and the next person may be waiting.
    counter: bool,
    t: text::Words,
}

pub async fn show(context: RequestContext, Path((reference, sequence)): Path<(String, String)>) -> Answer {
    let t = text::Words(context.language);
    let reference = Reference::parse(&reference).ok_or(Failure::NotFound)?;
    let viewed =
        app::opening::for_officer(context.app(), reference, context.officer()?.clone(), context.renews)
            .await?;
    let sequence = sequence.parse().map_err(|_| Failure::NotFound)?;
    let slip = ui::slip::slip(&viewed, &context.app().master_data(), sequence, context.language);
    page(&Page {
        chrome: context.chrome(t.title()),
        reference: viewed.dossier.reference.to_string(),
        slip: slip.ok_or(Failure::NotFound)?,
        counter: context.officer()?.receives(),
        t,
    })
}
