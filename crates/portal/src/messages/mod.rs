//! What the portal told this person.

mod text;

use crate::dossiers::{Before, read_cursor};
use app::letters;
use askama::Template;
use domain::time::long_moment;
use ui::Chrome;
use ui::part::{Empty, Pager, Tag, TagKind};
use web::{Answer, Ask, Query, page};

const PAGE: u32 = 30;

#[derive(Template)]
#[template(path = "messages/page.html")]
struct Page {
    chrome: Chrome,
    rows: Vec<Row>,
    pager: Pager,
    t: text::Words,
}

struct Row {
    subject: String,
    sentence: String,
    at: String,
    reference: String,
    unread: Option<Tag>,
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
        .map(|message| Row {
            subject: letters::subject(message.notice, &message.particulars, ask.language),
            sentence: letters::sentence(message.notice, &message.particulars, ask.language),
            at: long_moment(message.at, ask.language),
            reference: message.particulars.reference,
            unread: (!message.read).then(|| Tag::new(TagKind::Info, t.unread())),
        })
        .collect();
    let next = next.map(|next| format!("/messages?before={next}"));
    let pager = Pager::new(t.pages()).next(next, t.older());
    page(&Page { chrome: ask.chrome(t.title()), rows, pager, t })
}
