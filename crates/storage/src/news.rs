//! Notifications between the nodes of one PostgreSQL database. They carry no personal data, and may be lost.

pub use crate::engine::listening::{Listening, listen};
use crate::{Result, Tx, params};

pub(crate) const CHANNEL: &str = "motcua_news";

/// Tells all that listen; outside of any writing transaction, or writers would wait for one another.
pub fn announce(tx: &mut Tx, text: &str) -> Result<()> {
    tx.query("select cast(1 as bigint) from pg_notify(?1, ?2)", params![CHANNEL, text]).map(|_| ())
}
