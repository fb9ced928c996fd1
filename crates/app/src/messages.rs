//! What the portal tells a person: their list of messages.

use crate::letters::Particulars;
use crate::{App, Fault};
use domain::dossier::Notice;
use domain::officer::AccountId;
use domain::time::Instant;

#[derive(Clone, Debug)]
pub struct Message {
    pub cursor: (i64, i64),
    pub notice: Notice,
    pub particulars: Particulars,
    pub at: Instant,
    pub read: bool,
}

/// A page of messages, newest first.
pub async fn list(
    app: &App,
    account: AccountId,
    before: Option<(i64, i64)>,
    limit: u32,
) -> Result<Vec<Message>, Fault> {
    let rows = app.store.read_once(move |tx| storage::message::list(tx, account, before, limit)).await?;
    let messages = rows.into_iter().filter_map(|row| {
        Some(Message {
            cursor: (row.at.millis(), row.id),
            notice: Notice::parse(&row.notice)?,
            particulars: serde_json::from_str(&row.body).ok()?,
            at: row.at,
            read: row.read,
        })
    });
    Ok(messages.collect())
}

pub async fn mark_read(app: &App, account: AccountId) -> Result<(), Fault> {
    let now = app.now();
    Ok(app.store.write(move |tx| storage::message::mark_read(tx, account, now)).await?)
}
