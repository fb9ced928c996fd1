//! How pages look for this person: text size, contrast, colours. Remembered in the browser only.

mod text;

use crate::cookies::set_taste;
use crate::{Answer, RequestContext, Sent, page, page_with_errors};
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
fn form(form: &mut Form, context: &RequestContext) -> [(&'static str, &'static str); 4] {
    let t = text::Words(context.language);
    let mut one_of = |name: &'static str, label, now: Option<&str>, all: &[(&'static str, &str)]| {
        let all = all.iter().map(|(value, label)| (*value, option(*value, *label))).collect();
        (name, form.one_of(name, label, all).value(now.unwrap_or_default()).given().unwrap_or_default())
    };
    let keys = Some("off").filter(|_| context.keys_off);
    [
        one_of(
            "text",
            t.text(),
            context.text_size.as_deref(),
            &[("", t.text_normal()), ("large", t.text_large())],
        ),
        one_of(
            "contrast",
            t.contrast(),
            context.contrast.as_deref(),
            &[("", t.as_device()), ("more", t.contrast_more())],
        ),
        one_of(
            "scheme",
            t.scheme(),
            context.scheme.as_deref(),
            &[("", t.as_device()), ("light", t.light()), ("dark", t.dark())],
        ),
        match context.officer().is_ok() {
            true => one_of("keys", t.keys(), keys, &[("", t.keys_on()), ("off", t.keys_off())]),
            false => ("keys", keys.unwrap_or_default()),
        },
    ]
}

fn view(context: &RequestContext, form: Form) -> Page {
    let (t, fields) = (text::Words(context.language), form.into_fields());
    Page { chrome: context.chrome(t.title()).with_problems(fields.any_wrong()), fields, t }
}

pub async fn show(context: RequestContext) -> Answer {
    let mut form = Form::blank(context.language);
    self::form(&mut form, &context);
    page(&view(&context, form))
}

pub async fn submit(context: RequestContext, Sent(posted): Sent) -> Answer {
    let mut form = Form::sent(context.language, &posted);
    let chosen = self::form(&mut form, &context);
    if form.any_wrong() {
        return page_with_errors(&view(&context, form));
    }
    let cookies = chosen.map(|(name, value)| (SET_COOKIE, set_taste(&context.site, name, value)));
    Ok((AppendHeaders(cookies), Redirect::to("/display")).into_response())
}
