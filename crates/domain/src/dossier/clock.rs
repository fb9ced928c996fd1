use crate::deadline::Limit;
use crate::time::Instant;
use serde::{Deserialize, Serialize};

/// The deadline ledger: original, current, and what the current date counts from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock {
    /// The limit of the procedure on this channel.
    pub limit: Limit,
    /// The date promised on the receipt.
    pub original: Option<Instant>,
    pub current: Option<Instant>,
    pub basis: Basis,
}

/// Where the current date comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "basis")]
pub enum Basis {
    /// So much counted from then.
    Counted { from: Instant, limit: Limit },
    /// A date set by hand, with an apology.
    Set,
}
