//! For whom an officers' page is drawn. What a page says of a dossier is worked out of this and of the dossier alone, so that tests
//! draw it without a request and a database.

use app::master_data::MasterData;
use domain::Language;
use domain::officer::Officer;
use domain::time::Instant;
use std::sync::Arc;
use web::RequestContext;

/// Who reads it, in which language, when, and what names there are for what it holds.
pub struct OfficerReader {
    pub language: Language,
    pub now: Instant,
    pub data: Arc<MasterData>,
    /// None where no officer reads.
    pub officer: Option<Officer>,
}

impl OfficerReader {
    pub fn of(context: &RequestContext) -> OfficerReader {
        OfficerReader {
            language: context.language,
            now: context.now(),
            data: context.app().master_data(),
            officer: context.officer().ok().cloned(),
        }
    }
}

#[cfg(test)]
impl OfficerReader {
    /// An officer of the sample agency.
    pub fn sample(language: Language, role: domain::officer::Role, now: Instant) -> OfficerReader {
        let data = Arc::new(testkit::samples::master_data());
        OfficerReader { language, now, data, officer: Some(testkit::samples::officer(role)) }
    }
}
