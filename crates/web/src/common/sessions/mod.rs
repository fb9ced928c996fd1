//! Where somebody is signed in: since when, with which browser; each can be ended.

#[cfg(test)]
mod tests;
mod text;

use crate::{Answer, Failure, RequestContext, Sent, page, see_with_flash};
use app::sessions::OwnSession;
use askama::Template;
use domain::time::long_moment;
use ui::part::{Heading, Pair, SummaryList, Tag, TagKind};
use ui::{Chrome, Flash, FormParam, Language};

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
    times: SummaryList,
    /// Said of the one that asks; it is ended by signing out.
    this: Option<Tag>,
    /// What the button says to those who cannot see what it stands beside.
    end: String,
}

fn row(own: OwnSession, language: Language) -> SessionRow {
    let t = text::Words(language);
    let browser = if own.browser.is_empty() { t.unknown().to_string() } else { own.browser };
    let (since, seen) = (long_moment(own.since, language), long_moment(own.seen_at, language));
    SessionRow {
        key: own.key,
        end: t.end_of(&browser, &since),
        browser,
        times: SummaryList::narrow(vec![Pair::new(t.since(), since), Pair::new(t.seen(), seen)]),
        this: own.this.then(|| Tag::new(TagKind::Info, t.this())),
    }
}

/// Which of them is ended; or all but this one.
const SESSION: FormParam = FormParam("session");
const OTHERS: FormParam = FormParam("others");

pub async fn show(context: RequestContext) -> Answer {
    let t = text::Words(context.language);
    let secret = context.session.clone().unwrap_or_default();
    let own = app::sessions::list(context.app(), context.signed_in()?.id(), &secret).await?;
    let rows = own.into_iter().map(|own| row(own, context.language)).collect();
    page(&Page { chrome: context.chrome(t.title()), rows, path: path(&context), t })
}

pub async fn submit(context: RequestContext, Sent(posted): Sent) -> Answer {
    let (account, secret) = (context.signed_in()?.id(), context.session.clone().unwrap_or_default());
    match SESSION.of(&posted) {
        "" if OTHERS.is_in(&posted) => app::sessions::end_others(context.app(), account, &secret).await?,
        "" => return Err(Failure::BadRequest),
        key => {
            let there = app::sessions::end(context.app(), account, key).await?;
            there.then_some(()).ok_or(Failure::NotFound)?;
        }
    }
    see_with_flash(&context, path(&context), Flash::SignedOutThere)
}

fn path(context: &RequestContext) -> &'static str {
    if context.path.starts_with("/office") { "/office/sessions" } else { "/sessions" }
}
