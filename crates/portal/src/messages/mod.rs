//! What the portal told this person.

#[cfg(test)]
mod tests;
mod text;

use crate::dossiers::{Before, read_cursor};
use app::letters;
use askama::Template;
use domain::time::long_moment;
use ui::Chrome;
use ui::part::{Empty, Heading, Link, Links, Note, Pager, Tag};
use web::{Answer, Ask, Query, page};

const PAGE: u32 = 30;

#[derive(Template)]
#[template(path = "messages/page.html")]
struct Page {
    chrome: Chrome,
    rows: Links,
    pager: Pager,
    t: text::Words,
}

impl Page {
    fn empty(&self) -> Empty {
        Empty { title: self.t.empty().into(), text: self.t.empty_more().into(), link: None }
    }
}

pub async fn show(ask: Ask, Query(before): Query<Before>) -> Answer {
    let t = text::Words(ask.language);
    let account = ask.signed_in()?.id();
    let cursor = web::query::known(&before.before, read_cursor)?;
    let mut found = app::messages::list(ask.app(), account, cursor, PAGE + 1).await?;
    let more = found.len() as u32 > PAGE;
    found.truncate(PAGE as usize);
    let next = found.last().filter(|_| more).map(|last| format!("{}-{}", last.cursor.0, last.cursor.1));
    app::messages::mark_read(ask.app(), account).await?;
    let rows = found
        .into_iter()
        .map(|message| {
            let subject = letters::subject(message.notice, &message.particulars, ask.language);
            Link::new(format!("/dossiers/{}", message.particulars.reference), subject)
                .tagged((!message.read).then(|| Tag::info(t.unread())))
                .text(letters::sentence(message.notice, &message.particulars, ask.language))
                .note(Note::new(long_moment(message.at, ask.language)))
        })
        .collect();
    let next = next.map(|next| format!("/messages?before={next}"));
    let pager = Pager::new(t.pages()).next(next, t.older());
    page(&Page { chrome: ask.chrome(t.title()), rows: Links(rows), pager, t })
}
