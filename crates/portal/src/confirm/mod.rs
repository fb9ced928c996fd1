//! Confirming an address by the link that went to it. Programs that look through mail open links: opening it changes
//! nothing, the button does.

#[cfg(test)]
mod tests;
mod text;

use askama::Template;
use axum::extract::Path;
use ui::Chrome;
use ui::part::Heading;
use web::{Answer, Ask, Failure, page};

#[derive(Template)]
#[template(path = "confirm/page.html")]
struct Page {
    chrome: Chrome,
    done: bool,
    t: text::Words,
}

fn view(ask: &Ask, done: bool) -> Page {
    let t = text::Words(ask.language);
    let title = if done { t.done() } else { t.title() };
    Page { chrome: ask.chrome(title), done, t }
}

pub async fn show(ask: Ask, Path(secret): Path<String>) -> Answer {
    match app::profile::confirmation_is_good(ask.app(), &secret).await? {
        true => page(&view(&ask, false)),
        false => Err(Failure::NotFound),
    }
}

pub async fn submit(ask: Ask, Path(secret): Path<String>) -> Answer {
    match app::profile::confirm_email(ask.app(), &secret).await? {
        true => page(&view(&ask, true)),
        false => Err(Failure::NotFound),
    }
}
