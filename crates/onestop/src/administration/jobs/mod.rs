//! Background work: what waits, what failed and why, try again, hold. What a job says is not shown: it is about people.

#[cfg(test)]
mod tests;
mod text;

use app::jobs::{Destination, StoredFailure, TroubledJob};
use askama::Template;
use axum::extract::Path;
use domain::time::short_moment;
use text::Words;
use ui::part::{BackLink, Cell, Heading, Link, Pager, Table, TableRow};
use ui::{Chrome, Flash, FormParam};
use web::query::PageCursor;
use web::{Answer, Failure, Query, RequestContext, Sent, page, query, see_with_flash};

const HOME: &str = "/office/administration/jobs";
const PAGE: u32 = 50;

#[derive(Template)]
#[template(path = "administration/jobs/page.html")]
struct Page {
    chrome: Chrome,
    waiting: Table,
    destinations: Vec<DestinationRow>,
    troubled: Vec<TroubledRow>,
    pager: Pager,
    t: Words,
}

ui::submits! {
    enum Submit {
        Hold = "hold",
        Release = "release",
        Retry = "retry",
    }
}

const DESTINATION: FormParam = FormParam("destination");

struct DestinationRow {
    key: &'static str,
    stands: String,
    held: bool,
    submit: Submit,
    act: String,
}

struct TroubledRow {
    id: i64,
    kind: String,
    why: String,
    tries: String,
    next_time: String,
    can_hold: bool,
    retry_label: String,
    hold_label: String,
}

pub async fn show(context: RequestContext, Query(PageCursor { before }): Query<PageCursor>) -> Answer {
    let t = Words(context.language);
    let before = query::number(&before)?.unwrap_or(i64::MAX);
    let mut troubled = app::jobs::list_troubled(context.app(), before, PAGE + 1).await?;
    let more = troubled.len() > PAGE as usize;
    troubled.truncate(PAGE as usize);
    let next = troubled.last().filter(|_| more).map(|last| format!("{HOME}?before={}", last.id));
    let waiting = app::jobs::list_waiting(context.app()).await?.into_iter().map(|waiting| {
        TableRow::new(
            Cell::new(t.of_kind(&waiting.kind)),
            vec![
                Cell::new(waiting.count.to_string()),
                Cell::new(short_moment(waiting.since, context.language)),
            ],
        )
    });
    let held = app::jobs::list_held_destinations(context.app()).await?;
    let destinations = Destination::ALL.into_iter();
    let destinations = destinations.map(|to| destination_row(t, to, held.contains(&to)));
    page(&Page {
        chrome: context.chrome(t.title()),
        waiting: Table::new(&[t.kind(), t.count(), t.since()], waiting.collect()),
        destinations: destinations.collect(),
        troubled: troubled.into_iter().map(|job| row(t, job)).collect(),
        pager: Pager::new(t.pages()).onward(Link::new(HOME, t.first()), next, t.next()),
        t,
    })
}

fn name(t: Words, destination: Destination) -> &'static str {
    match destination {
        Destination::Inside => t.inside(),
        Destination::Mail => t.mail(),
    }
}

/// What goes to a destination goes on, or is held: the button does the other.
fn destination_row(t: Words, destination: Destination, held: bool) -> DestinationRow {
    let name = name(t, destination);
    DestinationRow {
        key: destination.key(),
        stands: if held { t.stopped(name) } else { t.going(name) },
        held,
        submit: if held { Submit::Release } else { Submit::Hold },
        act: if held { t.release_all(name) } else { t.hold_all(name) },
    }
}

fn row(t: Words, job: TroubledJob) -> TroubledRow {
    let kind = t.of_kind(&job.kind);
    let next_time = match (job.held, job.given_up) {
        (true, _) => t.held().to_string(),
        (false, true) => t.given_up().to_string(),
        (false, false) => short_moment(job.again_at, t.0),
    };
    TroubledRow {
        id: job.id,
        why: job.why.map(|why| because(t, &why)).unwrap_or_default(),
        tries: t.tries(job.tries),
        next_time,
        can_hold: !job.held && !job.given_up,
        retry_label: t.of_job(t.retry(), &kind),
        hold_label: t.of_job(t.hold(), &kind),
        kind,
    }
}

fn because(t: Words, why: &StoredFailure) -> String {
    let words = match why {
        StoredFailure::Unreachable => t.unreachable(),
        StoredFailure::Later => t.later(),
        StoredFailure::Never => t.never(),
        StoredFailure::NotUnderstood => t.not_understood(),
        StoredFailure::Fault { reference } if reference.is_empty() => t.fault(),
        StoredFailure::Fault { reference } => return t.fault_at(reference),
    };
    words.to_string()
}

/// Holds everything that goes somewhere, or lets it go on.
pub async fn submit(context: RequestContext, Sent(posted): Sent) -> Answer {
    let to = Destination::parse(DESTINATION.of(&posted)).ok_or(Failure::BadRequest)?;
    let hold = match Submit::of(&posted) {
        Some(Submit::Hold) => true,
        Some(Submit::Release) => false,
        Some(Submit::Retry) | None => return Err(Failure::BadRequest),
    };
    app::jobs::hold_destination(context.app(), context.signed_in()?.id(), to, hold).await?;
    see_with_flash(&context, HOME, Flash::Saved)
}

/// Tries one again, or holds it.
pub async fn submit_one(context: RequestContext, Path(id): Path<String>, Sent(posted): Sent) -> Answer {
    let id = id.parse().map_err(|_| Failure::NotFound)?;
    let by = context.signed_in()?.id();
    let done = match Submit::of(&posted) {
        Some(Submit::Retry) => app::jobs::retry(context.app(), by, id).await?,
        Some(Submit::Hold) => app::jobs::hold(context.app(), by, id).await?,
        Some(Submit::Release) | None => return Err(Failure::BadRequest),
    };
    if done { see_with_flash(&context, HOME, Flash::Saved) } else { Err(Failure::NotFound) }
}
