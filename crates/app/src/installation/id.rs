//! The id that stands in database, folder and keys.

use crate::random;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Names an installation; 160 bits nobody else has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InstallationId(pub(super) String);

impl InstallationId {
    pub fn fresh() -> InstallationId {
        InstallationId(random::token())
    }
}

impl fmt::Display for InstallationId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}
