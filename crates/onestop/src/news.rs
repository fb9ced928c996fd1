//! What has changed, told to an officer's open pages as it happens: hints without content, as server-sent events.

use app::news::News;
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use domain::officer::Officer;
use futures_util::stream;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::time::Duration;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::time::{Instant, sleep, timeout_at};
use web::{Answer, Failure, Query, RequestContext};

/// Hints that come together are sent together.
const GATHER: Duration = Duration::from_millis(200);
/// A quiet line is kept open, and the right to it looked at again.
const QUIET: Duration = Duration::from_secs(20);
/// Minimum time between two looks at whether the listener may still know.
const LOOK: Duration = Duration::from_secs(1);
/// Time after which a browser whose connection broke tries again.
const AGAIN: Duration = Duration::from_secs(3);

struct Listener {
    app: app::App,
    session: String,
    officer: Officer,
    looked: Instant,
    news: Receiver<News>,
    ended: bool,
}

pub async fn stream(context: RequestContext) -> Result<Response, Failure> {
    let officer = context.officer()?.clone();
    let session = context.session.clone().ok_or(Failure::SignInFirst)?;
    let app = context.app().clone();
    let news = app.news.subscribe();
    let listener = Listener { app, session, officer, looked: Instant::now(), news, ended: false };
    // The first line says that the line is open.
    let first = stream::once(async { Ok::<_, Infallible>(Event::default().retry(AGAIN).comment("open")) });
    let rest = stream::unfold(listener, |mut listener| async {
        let event = listener.next().await?;
        Some((Ok::<_, Infallible>(event), listener))
    });
    Ok(Sse::new(stream::StreamExt::chain(first, rest)).into_response())
}

#[derive(Deserialize)]
pub struct NewsSince {
    #[serde(default)]
    mark: String,
}

/// What came after a page was read and before it listened: the dossiers with how many events they have, `all` where that
/// cannot be told, or nothing.
pub async fn since(context: RequestContext, Query(NewsSince { mark }): Query<NewsSince>) -> Answer {
    let officer = context.officer()?;
    let mut changed: BTreeMap<String, u32> = BTreeMap::new();
    for news in context.app().news.since(&mark) {
        match news {
            News::Changed(change) if change.concerns(officer) => {
                changed.insert(change.reference.clone(), change.sequence);
            }
            News::Changed(_) => {}
            News::Everything => return Ok("all".into_response()),
        }
    }
    Ok(written(&changed).into_response())
}

fn written(changed: &BTreeMap<String, u32>) -> String {
    let lines: Vec<String> =
        changed.iter().map(|(reference, sequence)| format!("{reference} {sequence}")).collect();
    lines.join("\n")
}

impl Listener {
    /// The next thing to say; nothing when the right to hear it is gone.
    async fn next(&mut self) -> Option<Event> {
        if self.ended {
            return None;
        }
        let quiet = Instant::now() + QUIET;
        loop {
            let mut changed: BTreeMap<String, u32> = BTreeMap::new();
            let mut everything = false;
            match timeout_at(quiet, self.news.recv()).await {
                Err(_) => {
                    if !self.may_hear(Duration::ZERO).await {
                        return Some(self.end());
                    }
                    return Some(Event::default().comment("quiet"));
                }
                Ok(Err(RecvError::Closed)) => return None,
                Ok(first) => {
                    everything |= self.note(first, &mut changed);
                    if !everything && changed.is_empty() {
                        continue;
                    }
                    sleep(GATHER).await;
                    while let Some(more) = self.waiting() {
                        everything |= self.note(more, &mut changed);
                    }
                }
            }
            if !self.may_hear(LOOK).await {
                return Some(self.end());
            }
            if everything {
                return Some(Event::default().event("everything").data("all"));
            }
            return Some(Event::default().event("changed").data(written(&changed)));
        }
    }

    /// What waits already.
    fn waiting(&mut self) -> Option<Result<News, RecvError>> {
        use tokio::sync::broadcast::error::TryRecvError;
        match self.news.try_recv() {
            Ok(news) => Some(Ok(news)),
            Err(TryRecvError::Lagged(missed)) => Some(Err(RecvError::Lagged(missed))),
            Err(TryRecvError::Empty | TryRecvError::Closed) => None,
        }
    }

    /// Notes what concerns this officer; whether something was missed.
    fn note(&self, news: Result<News, RecvError>, changed: &mut BTreeMap<String, u32>) -> bool {
        match news {
            Ok(News::Changed(change)) => {
                if change.concerns(&self.officer) {
                    changed.insert(change.reference.clone(), change.sequence);
                }
                false
            }
            Ok(News::Everything) | Err(_) => true,
        }
    }

    /// Whether the session still is this officer's, looked at unless that was done just now.
    async fn may_hear(&mut self, at_most_ago: Duration) -> bool {
        if self.looked.elapsed() < at_most_ago {
            return true;
        }
        self.looked = Instant::now();
        match app::sessions::look_at(&self.app, &self.session).await {
            Ok(Some(who)) => self.is_still(who.officer).await,
            Ok(None) => false,
            // What cannot be looked at now is looked at again soon.
            Err(_) => true,
        }
    }

    /// Whether the officer of the session has the division and roles the line was opened with: their own, or those of
    /// whom they stand in for.
    async fn is_still(&self, officer: Option<Officer>) -> bool {
        match (officer, self.officer.stands_for) {
            (None, _) => false,
            (Some(officer), None) => officer == self.officer,
            (Some(officer), Some(absent)) => {
                let place = app::substitutions::stand_in(&self.app, &officer, absent).await;
                place.map_or(true, |place| place.as_ref() == Some(&self.officer))
            }
        }
    }

    fn end(&mut self) -> Event {
        self.ended = true;
        Event::default().event("ended").data("ended")
    }
}
