//! An officer's own password.

mod text;

use askama::Template;
use ui::part::Heading;
use ui::{Chrome, Fields, Said};
use web::{Answer, Ask, Sent, page, page_again, password, see_saying};

#[derive(Template)]
#[template(path = "password/page.html")]
struct Page {
    chrome: Chrome,
    fields: Fields,
    t: text::Words,
}

fn view(ask: &Ask, fields: Fields) -> Page {
    let t = text::Words(ask.language);
    Page { chrome: ask.chrome(t.title()).with_problems(fields.any_wrong()), fields, t }
}

pub async fn show(ask: Ask) -> Answer {
    page(&view(&ask, password::blank(ask.language)))
}

pub async fn submit(ask: Ask, Sent(posted): Sent) -> Answer {
    match password::change(&ask, &posted).await? {
        Ok(()) => see_saying(&ask, "/office/sign-in", Said::PasswordChanged),
        Err(fields) => page_again(&view(&ask, fields)),
    }
}
