//! What is being typed stays: two windows of one application, a change of language, a page that saves itself, and where one
//! wanted to go before one registered.

mod kept;
mod language;
mod offered;
mod unknown;
mod windows;

use crate::common::{Seen, Visitor};

const ORDINARY: &str = "2.000635";

async fn begin(citizen: &mut Visitor) -> String {
    let start = citizen.post(&format!("/apply/{ORDINARY}"), &[("agency", "justice")]).await;
    start.location.trim_end_matches("/you").to_string()
}

fn you<'a>(name: &'a str, address: &'a str) -> Vec<(&'static str, &'a str)> {
    vec![
        ("whose", "mine"),
        ("name", name),
        ("identity", "099 190 000 001"),
        ("phone", "+84 900 000 101"),
        ("email", "chau@example.vn"),
        ("address", address),
        ("delivery", "online"),
    ]
}

/// Sends a step as the page it stands on would.
async fn send(visitor: &mut Visitor, page: &Seen, path: &str, mut fields: Vec<(&str, &str)>) -> Seen {
    let drawn = page.hidden("drawn-from");
    fields.push(("drawn-from", &drawn));
    visitor.post(path, &fields).await
}
