//! The administrator's desk: where to go, what is in trouble, what was changed last.

use super::text::Words;
use askama::Template;
use domain::time::short_moment;
use ui::{Answer, Ask, Chrome, page};

#[derive(Template)]
#[template(path = "administration/index.html")]
struct Page {
    chrome: Chrome,
    jobs: &'static str,
    changes: Vec<String>,
    t: Words,
}

pub async fn show(ask: Ask) -> Answer {
    let t = Words(ask.language);
    let troubled = !ask.app().list_troubled_jobs(i64::MAX, 1).await?.is_empty();
    let jobs = if troubled { t.some_jobs() } else { t.no_jobs() };
    let changes = ask.app().list_audit(i64::MAX, 20).await?;
    let changes = changes
        .into_iter()
        .map(|row| format!("{} · {} · {}", short_moment(row.at), row.what, row.subject))
        .collect();
    page(&Page { chrome: Chrome::new(&ask, t.title()), jobs, changes, t })
}
