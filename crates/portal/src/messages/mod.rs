//! What the portal told this person, by the dossier it is about.

#[cfg(test)]
mod tests;
mod text;

use crate::dossiers::read_cursor;
use app::letters;
use app::messages::{Message, MessageThread};
use askama::Template;
use domain::dossier::Reference;
use domain::time::long_moment;
use ui::part::{Empty, Heading, Link, Pager, Phrase, Tag};
use ui::{Chrome, Language};
use web::query::PageCursor;
use web::{Answer, Query, RequestContext, page};

/// Dossiers on a page.
const PAGE: u32 = 12;

#[derive(Template)]
#[template(path = "messages/page.html")]
struct Page {
    chrome: Chrome,
    threads: Vec<Thread>,
    pager: Pager,
    t: text::Words,
}

/// What was told about one dossier.
struct Thread {
    procedure_link: Link,
    code: String,
    messages: Vec<MessageRow>,
    /// How many came before; empty where all are shown.
    earlier: String,
}

struct MessageRow {
    title: &'static str,
    new: Option<Tag>,
    /// What is said beyond the title; may be empty. Shown of the newest of each dossier only.
    text: String,
    at: String,
}

impl Page {
    fn empty(&self) -> Empty {
        Empty { title: self.t.empty().into(), text: self.t.empty_more().into(), link: None }
    }
}

fn thread(told: MessageThread, language: Language) -> Option<Thread> {
    let t = text::Words(language);
    let particulars = told.newest.first()?.particulars.clone();
    let row = |message: Message| MessageRow {
        title: letters::what(message.notice, language),
        new: (!message.read).then(|| Tag::info(t.unread())),
        text: letters::told(message.notice, &message.particulars, language),
        at: long_moment(message.at, language),
    };
    let about = Phrase::of(&particulars.procedure, language);
    let grouped = || Reference::parse(&particulars.reference).map(|reference| reference.grouped());
    Some(Thread {
        procedure_link: Link::new(format!("/dossiers/{}", particulars.reference), about),
        code: particulars.code.clone().or_else(grouped).unwrap_or_default(),
        messages: told.newest.into_iter().map(row).collect(),
        earlier: if told.earlier > 0 { t.earlier(told.earlier as usize) } else { String::new() },
    })
}

pub async fn show(context: RequestContext, Query(before): Query<PageCursor>) -> Answer {
    let t = text::Words(context.language);
    let account = context.signed_in()?.id();
    let cursor = web::query::known(&before.before, read_cursor)?;
    let mut found = app::messages::list(context.app(), account, cursor, PAGE + 1).await?;
    let more = found.len() as u32 > PAGE;
    found.truncate(PAGE as usize);
    let next = found.last().filter(|_| more).map(|last| format!("{}-{}", last.cursor.0, last.cursor.1));
    let mut chrome = context.chrome(t.title());
    // This page still marks these as new; from now on they are read.
    let left = app::messages::mark_shown(context.app(), account, &found).await?;
    chrome.unread = left.unwrap_or(chrome.unread);
    let threads = found.into_iter().filter_map(|told| thread(told, context.language)).collect();
    let next = next.map(|next| format!("/messages?before={next}"));
    let pager = Pager::new(t.pages()).next(next, t.older());
    page(&Page { chrome, threads, pager, t })
}
