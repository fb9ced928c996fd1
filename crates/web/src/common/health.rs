//! For whoever watches the program: whether it reads, and whether it keeps what it is told. No page, and nothing about
//! anybody.

use crate::{Answer, RequestContext, json};
use axum::http::StatusCode;
use axum::response::IntoResponse;

/// Whether it is alive: one that cannot write any more is not.
pub async fn alive(context: RequestContext) -> Answer {
    show(context).await
}

/// Whether requests may be sent to it.
pub async fn ready(context: RequestContext) -> Answer {
    show(context).await
}

async fn show(context: RequestContext) -> Answer {
    let health = app::health::look(context.app()).await;
    let good = health.reads && health.writes;
    let status = if good { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    if context.json {
        return json(status, &health);
    }
    let word = |good: bool| if good { "ok" } else { "failed" };
    let text = format!("reading {}\nwriting {}\n", word(health.reads), word(health.writes));
    Ok((status, text).into_response())
}
