//! Who searched for people, and when.

mod text;

use app::searches::By;
use askama::Template;
use domain::time::short_moment;
use serde::Deserialize;
use text::Words;
use ui::{Answer, Ask, Chrome, Query, page};

const HOME: &str = "/office/administration/searches";
const PAGE: u32 = 50;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Before {
    before: String,
}

#[derive(Template)]
#[template(path = "administration/searches/page.html")]
struct Page {
    chrome: Chrome,
    heads: [&'static str; 3],
    rows: Vec<[String; 3]>,
    next: Option<String>,
    t: Words,
}

pub async fn show(ask: Ask, Query(Before { before }): Query<Before>) -> Answer {
    let t = Words(ask.language);
    let before = before.parse().unwrap_or(i64::MAX);
    let mut found = ask.app().list_searches(before, PAGE + 1).await?;
    let more = found.len() > PAGE as usize;
    found.truncate(PAGE as usize);
    let next = found.last().filter(|_| more).map(|last| format!("{HOME}?before={}", last.id));
    let rows = found.into_iter().map(|searched| {
        let by = match searched.by {
            By::Identity(end) => t.by_identity(&end),
            By::Name => t.by_name().to_string(),
        };
        [short_moment(searched.at), searched.officer, by]
    });
    let heads = [t.at(), t.officer(), t.by()];
    page(&Page { chrome: Chrome::new(&ask, t.title()), heads, rows: rows.collect(), next, t })
}
