//! For whoever watches the program: whether it reads, and whether it keeps what it is told. No page, and nothing about
//! anybody.

use crate::{Answer, Ask, json};
use axum::http::StatusCode;
use axum::response::IntoResponse;

/// Whether it is alive: one that cannot write any more is not.
pub async fn alive(ask: Ask) -> Answer {
    show(ask).await
}

/// Whether requests may be sent to it.
pub async fn ready(ask: Ask) -> Answer {
    show(ask).await
}

async fn show(ask: Ask) -> Answer {
    let health = app::health::look(ask.app()).await;
    let good = health.reads && health.writes;
    let status = if good { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    if ask.json {
        return json(status, &health);
    }
    let word = |good: bool| if good { "ok" } else { "failed" };
    let text = format!("reading {}\nwriting {}\n", word(health.reads), word(health.writes));
    Ok((status, text).into_response())
}
