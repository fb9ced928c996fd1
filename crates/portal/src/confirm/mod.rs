//! Confirming an address by the link that went to it. Programs that look through mail open links: opening it changes
//! nothing, the button does.

#[cfg(test)]
mod tests;
mod text;

use askama::Template;
use axum::extract::Path;
use ui::Chrome;
use ui::part::Heading;
use web::{Answer, Failure, RequestContext, page};

#[derive(Template)]
#[template(path = "confirm/page.html")]
struct Page {
    chrome: Chrome,
    done: bool,
    t: text::Words,
}

fn view(context: &RequestContext, done: bool) -> Page {
    let t = text::Words(context.language);
    let title = if done { t.done() } else { t.title() };
    Page { chrome: context.chrome(title), done, t }
}

pub async fn show(context: RequestContext, Path(secret): Path<String>) -> Answer {
    match app::profile::confirmation_is_good(context.app(), &secret).await? {
        true => page(&view(&context, false)),
        false => Err(Failure::NotFound),
    }
}

pub async fn submit(context: RequestContext, Path(secret): Path<String>) -> Answer {
    match app::profile::confirm_email(context.app(), &secret).await? {
        true => page(&view(&context, true)),
        false => Err(Failure::NotFound),
    }
}
