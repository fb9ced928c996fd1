//! The administrator's desk: where to go, what is in trouble, what was changed last.

use super::text::Words;
use askama::Template;
use axum::extract::Path;
use domain::time::short_moment;
use ui::{Answer, Ask, Chrome, Failure, page};

#[derive(Template)]
#[template(path = "administration/index.html")]
struct Page {
    chrome: Chrome,
    jobs: Vec<JobRow>,
    changes: Vec<String>,
    t: Words,
}

struct JobRow {
    id: String,
    kind: String,
    failure: String,
    given_up: bool,
}

pub async fn show(ask: Ask) -> Answer {
    let t = Words(ask.language);
    let jobs = ask.app().list_troubled_jobs().await?;
    let jobs = jobs
        .into_iter()
        .map(|(job, given_up)| JobRow {
            id: job.id.to_string(),
            kind: job.kind,
            failure: job.failure,
            given_up,
        })
        .collect();
    let changes = ask.app().list_audit(i64::MAX, 20).await?;
    let changes = changes
        .into_iter()
        .map(|row| format!("{} · {} · {}", short_moment(row.at), row.what, row.subject))
        .collect();
    page(&Page { chrome: Chrome::new(&ask, t.title()), jobs, changes, t })
}

pub async fn retry(ask: Ask, Path(id): Path<String>) -> Answer {
    let id = id.parse().map_err(|_| Failure::NotFound)?;
    if ask.app().retry_job(id).await? { ui::see("/office/administration") } else { Err(Failure::NotFound) }
}
