//! How pages look for this person: text size, contrast, colours. Remembered in the browser only.

mod text;

use crate::cookies::set_taste;
use crate::{Answer, Ask, Sent, page, page_again};
use askama::Template;
use axum::http::header::SET_COOKIE;
use axum::response::{AppendHeaders, IntoResponse, Redirect};
use ui::field::option;
use ui::part::Heading;
use ui::{Chrome, Fields, Form};

#[derive(Template)]
#[template(path = "common/display/page.html")]
struct Page {
    chrome: Chrome,
    fields: Fields,
    t: text::Words,
}

/// What is chosen, by the name it is remembered under; nothing is what the device or everybody has.
fn form(form: &mut Form, ask: &Ask) -> [(&'static str, &'static str); 4] {
    let t = text::Words(ask.language);
    let mut one_of = |name: &'static str, label, now: Option<&str>, all: &[(&'static str, &str)]| {
        let all = all.iter().map(|(value, label)| (*value, option(*value, *label))).collect();
        (name, form.one_of(name, label, all).value(now.unwrap_or_default()).given().unwrap_or_default())
    };
    let keys = Some("off").filter(|_| ask.keys_off);
    [
        one_of(
            "text",
            t.text(),
            ask.text_size.as_deref(),
            &[("", t.text_normal()), ("large", t.text_large())],
        ),
        one_of(
            "contrast",
            t.contrast(),
            ask.contrast.as_deref(),
            &[("", t.as_device()), ("more", t.contrast_more())],
        ),
        one_of(
            "scheme",
            t.scheme(),
            ask.scheme.as_deref(),
            &[("", t.as_device()), ("light", t.light()), ("dark", t.dark())],
        ),
        match ask.officer().is_ok() {
            true => one_of("keys", t.keys(), keys, &[("", t.keys_on()), ("off", t.keys_off())]),
            false => ("keys", keys.unwrap_or_default()),
        },
    ]
}

fn view(ask: &Ask, form: Form) -> Page {
    let (t, fields) = (text::Words(ask.language), form.drawn());
    Page { chrome: ask.chrome(t.title()).with_problems(fields.any_wrong()), fields, t }
}

pub async fn show(ask: Ask) -> Answer {
    let mut form = Form::blank(ask.language);
    self::form(&mut form, &ask);
    page(&view(&ask, form))
}

pub async fn submit(ask: Ask, Sent(posted): Sent) -> Answer {
    let mut form = Form::sent(ask.language, &posted);
    let chosen = self::form(&mut form, &ask);
    if form.any_wrong() {
        return page_again(&view(&ask, form));
    }
    let cookies = chosen.map(|(name, value)| (SET_COOKIE, set_taste(&ask.site, name, value)));
    Ok((AppendHeaders(cookies), Redirect::to("/display")).into_response())
}
