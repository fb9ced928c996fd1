//! Where somebody is signed in: since when, with which browser; each can be ended.

mod text;

use crate::{Answer, Ask, Failure, Sent, page, see_saying};
use app::sessions::Own;
use askama::Template;
use domain::time::long_moment;
use ui::part::{Heading, Pair, Summary, Tag, TagKind};
use ui::{Chrome, Said, Tacit};

#[derive(Template)]
#[template(path = "common/sessions/page.html")]
struct Page {
    chrome: Chrome,
    rows: Vec<SessionRow>,
    /// Where this page is: the portal and the office have it each.
    path: &'static str,
    t: text::Words,
}

struct SessionRow {
    key: String,
    browser: String,
    times: Summary,
    /// Said of the one that asks; it is ended by signing out.
    this: Option<Tag>,
    /// What the button says to those who cannot see what it stands beside.
    end: String,
}

fn row(ask: &Ask, own: Own) -> SessionRow {
    let t = text::Words(ask.language);
    let browser = if own.browser.is_empty() { t.unknown().to_string() } else { own.browser };
    let (since, seen) = (long_moment(own.since, ask.language), long_moment(own.seen_at, ask.language));
    SessionRow {
        key: own.key,
        end: t.end_of(&browser, &since),
        browser,
        times: Summary::narrow(vec![Pair::new(t.since(), since), Pair::new(t.seen(), seen)]),
        this: own.this.then(|| Tag::new(TagKind::Info, t.this())),
    }
}

/// Which of them is ended; or all but this one.
const SESSION: Tacit = Tacit("session");
const OTHERS: Tacit = Tacit("others");

pub async fn show(ask: Ask) -> Answer {
    let t = text::Words(ask.language);
    let secret = ask.session.clone().unwrap_or_default();
    let own = app::sessions::list(ask.app(), ask.signed_in()?.id(), &secret).await?;
    let rows = own.into_iter().map(|own| row(&ask, own)).collect();
    page(&Page { chrome: ask.chrome(t.title()), rows, path: path(&ask), t })
}

pub async fn submit(ask: Ask, Sent(posted): Sent) -> Answer {
    let (account, secret) = (ask.signed_in()?.id(), ask.session.clone().unwrap_or_default());
    match SESSION.of(&posted) {
        "" if OTHERS.is_in(&posted) => app::sessions::end_others(ask.app(), account, &secret).await?,
        "" => return Err(Failure::BadRequest),
        key => {
            let there = app::sessions::end(ask.app(), account, key).await?;
            there.then_some(()).ok_or(Failure::NotFound)?;
        }
    }
    see_saying(&ask, path(&ask), Said::SignedOutThere)
}

fn path(ask: &Ask) -> &'static str {
    if ask.path.starts_with("/office") { "/office/sessions" } else { "/sessions" }
}
