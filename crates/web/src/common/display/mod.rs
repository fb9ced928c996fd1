//! How pages look for this person: text size, contrast, colours. Remembered in the browser only.

mod text;

use crate::cookies::set_taste;
use crate::{Answer, Ask, Sent, page};
use askama::Template;
use axum::http::header::SET_COOKIE;
use axum::response::{AppendHeaders, IntoResponse, Redirect};
use ui::field::option;
use ui::{Chrome, Field, Fields};

#[derive(Template)]
#[template(path = "common/display/page.html")]
struct Page {
    chrome: Chrome,
    fields: Fields,
    t: text::Words,
}

pub async fn show(ask: Ask) -> Answer {
    let t = text::Words(ask.language);
    let choice = |name, label, value: &Option<String>, choices: Vec<(&str, &str)>| {
        let choices = choices.into_iter().map(|(value, label)| option(value, label)).collect();
        Field::choices(ask.language, name, label, choices).value(value.as_deref().unwrap_or_default())
    };
    let fields = vec![
        choice("text", t.text(), &ask.text_size, vec![("", t.text_normal()), ("large", t.text_large())]),
        choice(
            "contrast",
            t.contrast(),
            &ask.contrast,
            vec![("", t.as_device()), ("more", t.contrast_more())],
        ),
        choice(
            "scheme",
            t.scheme(),
            &ask.scheme,
            vec![("", t.as_device()), ("light", t.light()), ("dark", t.dark())],
        ),
    ];
    let keys = Some("off".to_string()).filter(|_| ask.keys_off);
    let mut fields = fields;
    if ask.officer().is_ok() {
        let choices = vec![("", t.keys_on()), ("off", t.keys_off())];
        fields.push(choice("keys", t.keys(), &keys, choices));
    }
    page(&Page { chrome: ask.chrome(t.title()), fields: Fields::new(ask.language, fields), t })
}

pub async fn submit(ask: Ask, Sent(posted): Sent) -> Answer {
    let taste = |name: &str, accepted: &[&str]| {
        let value = posted.raw(name);
        let value = if accepted.contains(&value) { value } else { "" };
        (SET_COOKIE, set_taste(&ask.site, name, value))
    };
    let cookies = [
        taste("text", &["large"]),
        taste("contrast", &["more"]),
        taste("scheme", &["light", "dark"]),
        taste("keys", &["off"]),
    ];
    Ok((AppendHeaders(cookies), Redirect::to("/display")).into_response())
}
