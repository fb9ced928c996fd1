//! A slip of one's own dossier, to be kept or printed.

use super::{open, text};
use askama::Template;
use axum::extract::Path;
use ui::Chrome;
use ui::part::{Print, Printed};
use web::{Answer, Ask, Failure, page};

#[derive(Template)]
#[template(path = "dossier/slip.html")]
struct Page {
    chrome: Chrome,
    reference: String,
    slip: Printed,
    t: text::Words,
}

pub async fn show(ask: Ask, Path((reference, sequence)): Path<(String, String)>) -> Answer {
    let t = text::Words(ask.language);
    let viewed = open(&ask, &reference).await?;
    let sequence = sequence.parse().map_err(|_| Failure::NotFound)?;
    let slip = ui::slip::slip(&viewed, &ask.app().reference(), sequence, ask.language);
    page(&Page {
        chrome: ask.chrome(t.slip()),
        reference: viewed.dossier.reference.to_string(),
        slip: slip.ok_or(Failure::NotFound)?,
        t,
    })
}
