//! What the portal tells a person: their messages, by the dossier they are about.

use crate::letters::Particulars;
use crate::{App, Fault};
use domain::dossier::{ApplicantNotice, DossierId};
use domain::officer::AccountId;
use domain::time::Instant;
use storage::Tx;

#[derive(Clone, Debug)]
pub struct Message {
    pub notice: ApplicantNotice,
    pub particulars: Particulars,
    pub at: Instant,
    pub read: bool,
}

/// What was told about one dossier.
#[derive(Clone, Debug)]
pub struct MessageThread {
    /// Where the list goes on after it.
    pub cursor: (i64, i64),
    /// The newest first; never empty.
    pub newest: Vec<Message>,
    /// Those before them.
    pub earlier: u32,
    /// Whether any of it, shown or before, is new.
    pub unread: bool,
}

/// Messages of one dossier that are shown at once.
const EACH: u32 = 3;

fn message(row: &storage::message::StoredMessage) -> Option<Message> {
    Some(Message {
        notice: ApplicantNotice::parse(&row.notice)?,
        particulars: serde_json::from_str(&row.body).ok()?,
        at: row.at,
        read: row.read,
    })
}

/// A page of dossiers with what was told about them, the one told of last first.
pub async fn list(
    app: &App,
    account: AccountId,
    before: Option<(i64, i64)>,
    limit: u32,
) -> Result<Vec<MessageThread>, Fault> {
    let read = move |tx: &mut Tx| storage::message::list_told(tx, account, before, limit, EACH);
    let rows = app.store.read(read).await?;
    let told = rows.into_iter().filter_map(|row| {
        let head = row.newest.first()?;
        let (cursor, shown) = ((head.at.millis(), head.id), row.newest.len() as u32);
        let newest: Vec<Message> = row.newest.iter().filter_map(message).collect();
        let earlier = row.count.saturating_sub(shown);
        (!newest.is_empty()).then_some(MessageThread { cursor, newest, earlier, unread: row.unread })
    });
    Ok(told.collect())
}

pub async fn mark_read(app: &App, account: AccountId) -> Result<(), Fault> {
    let now = app.now();
    Ok(app.store.write(move |tx| storage::message::mark_read(tx, account, now)).await?)
}

/// What a page showed of what was told about some dossiers is read, with what came before it there: how many messages are
/// still new; nothing is written where none of it was new.
pub async fn mark_shown(
    app: &App,
    account: AccountId,
    shown: &[MessageThread],
) -> Result<Option<u32>, Fault> {
    if !shown.iter().any(|told| told.unread) {
        return Ok(None);
    }
    let (now, heads) = (app.now(), shown.iter().map(|told| told.cursor).collect::<Vec<_>>());
    let read = move |tx: &mut Tx| {
        storage::message::mark_read_with(tx, account, &heads, now)?;
        storage::message::count_unread(tx, account)
    };
    Ok(Some(app.store.write(read).await?))
}

/// What was told about a dossier is read by whoever opens it: how many messages about others are new then; nothing, and
/// nothing is written, where none was new.
pub async fn read_of(app: &App, account: AccountId, dossier: DossierId) -> Result<Option<u32>, Fault> {
    let unread = move |tx: &mut Tx| storage::message::is_unread_of(tx, account, dossier);
    if !app.store.read_once(unread).await? {
        return Ok(None);
    }
    let now = app.now();
    let read = move |tx: &mut Tx| {
        storage::message::mark_read_of(tx, account, dossier, now)?;
        storage::message::count_unread(tx, account)
    };
    Ok(Some(app.store.for_notes().write(read).await?))
}
