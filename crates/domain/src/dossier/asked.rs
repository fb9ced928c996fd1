//! What the applicant was asked for, each time, and whose fault it was that it had to be asked.

use super::stage::Request;
use crate::Language;
use crate::officer::AccountId;
use crate::time::Instant;
use serde::{Deserialize, Serialize};

/// One request to complete the file, before acceptance or with a pause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompletionRequest {
    /// The first is 1.
    pub round: u32,
    pub at: Instant,
    /// Who asked, and in whose place.
    pub by: Option<AccountId>,
    pub stands_for: Option<AccountId>,
    pub request: Request,
    /// The number of the document that carries it; empty where it has none.
    pub document: String,
    /// With a pause of the clock.
    pub paused: bool,
    pub judged: Option<Judged>,
}

/// What a second person found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    pub fault: AtFault,
    /// What proves it. Empty when erased.
    pub proof: String,
    /// Why, in words. Empty when erased.
    pub words: String,
    pub at: Instant,
    pub by: Option<AccountId>,
}

typed::keyed! {
    /// Whose fault it was that the file was not whole, or not asked for as a whole.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    pub enum AtFault {
        Applicant = "applicant",
        Agency = "agency",
        /// What came up could be foreseen by neither.
        Nobody = "nobody",
    }
}

impl AtFault {
    pub fn name(self, language: Language) -> &'static str {
        let (vi, en) = match self {
            AtFault::Applicant => ("Do người nộp", "The applicant's"),
            AtFault::Agency => ("Do cơ quan", "The agency's"),
            AtFault::Nobody => ("Khách quan, không do bên nào", "Nobody's"),
        };
        language.pick(vi, en)
    }
}
