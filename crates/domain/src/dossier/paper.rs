//! Papers as handed in, and what the record keeps of their files.

use serde::{Deserialize, Serialize};

/// A paper as handed in: what it is of, how many, and the file if there is one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperGiven {
    /// The paper of the procedure it answers, or `other`.
    pub paper: String,
    pub originals: u32,
    pub copies: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<FileFact>,
}

/// What the record keeps of a stored file; its name is private and kept apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileFact {
    /// Our key of the stored file.
    pub id: i64,
    pub media: String,
    pub bytes: u64,
    /// SHA-256 of the content, in hexadecimal.
    pub sha256: String,
}
