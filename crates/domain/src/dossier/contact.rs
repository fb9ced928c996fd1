//! Contacts with the applicant beside the requests for completion: each counts against whoever could have asked at once
//! (TT 01/2018 article 13).

use super::reason_code::ReasonCode;
use crate::Language;
use crate::agency::AgencyId;
use crate::officer::AccountId;
use crate::time::Instant;
use serde::{Deserialize, Serialize};

/// That an officer turned to the applicant, with no request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactMade {
    pub at: Instant,
    /// The agency that turned to the applicant.
    pub agency: Option<AgencyId>,
    pub by: Option<AccountId>,
    pub means: ContactMeans,
    /// About what, in one word.
    pub reason_code: Option<ReasonCode>,
    /// What was said. Empty when erased.
    pub words: String,
}

typed::keyed! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    pub enum ContactMeans {
        Telephone = "telephone",
        Letter = "letter",
        Email = "email",
        /// The applicant came, or was called upon.
        InPerson = "in-person",
    }
}

impl ContactMeans {
    pub fn name(self, language: Language) -> &'static str {
        let (vi, en) = match self {
            ContactMeans::Telephone => ("Điện thoại", "Telephone"),
            ContactMeans::Letter => ("Văn bản, thư", "Letter"),
            ContactMeans::Email => ("Thư điện tử", "E-mail"),
            ContactMeans::InPerson => ("Gặp trực tiếp", "In person"),
        };
        language.pick(vi, en)
    }
}
