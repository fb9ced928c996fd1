//! The component page: every component in every state, what eyes and tests look at first.

mod text;

use crate::{Answer, Ask, Chrome, page};
use askama::Template;

#[derive(Template)]
#[template(path = "common/design/page.html")]
struct Page {
    chrome: Chrome,
    t: text::Words,
}

pub async fn show(ask: Ask) -> Answer {
    let t = text::Words(ask.language);
    page(&Page { chrome: Chrome::new(&ask, t.title()), t })
}
