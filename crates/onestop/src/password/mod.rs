//! An officer's own password.

#[cfg(test)]
mod tests;
mod text;

use askama::Template;
use ui::part::Heading;
use ui::{Chrome, Fields, Flash};
use web::{Answer, RequestContext, Sent, page, page_with_errors, password, see_with_flash};

#[derive(Template)]
#[template(path = "password/page.html")]
struct Page {
    chrome: Chrome,
    fields: Fields,
    t: text::Words,
}

fn view(context: &RequestContext, fields: Fields) -> Page {
    let t = text::Words(context.language);
    Page { chrome: context.chrome(t.title()).with_problems(fields.any_wrong()), fields, t }
}

pub async fn show(context: RequestContext) -> Answer {
    page(&view(&context, password::blank(context.language)))
}

pub async fn submit(context: RequestContext, Sent(posted): Sent) -> Answer {
    match password::change(&context, &posted).await? {
        Ok(()) => see_with_flash(&context, "/office/sign-in", Flash::PasswordChanged),
        Err(fields) => page_with_errors(&view(&context, fields)),
    }
}
