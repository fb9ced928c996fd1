//! Databases of the state that were asked about a dossier, so that the applicant need not bring what the state has.

use crate::Language;
use crate::officer::AccountId;
use crate::time::Instant;
use serde::{Deserialize, Serialize};

/// That an officer looked something up. What it was found instead of is among the papers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LookedUp {
    pub at: Instant,
    pub by: Option<AccountId>,
    pub database: StateDatabase,
    pub found: bool,
}

typed::keyed! {
    /// Which are offered is said by the rule pack.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    pub enum StateDatabase {
        Population = "population",
        CivilStatus = "civil-status",
        Enterprises = "enterprises",
        Land = "land",
        Insurance = "insurance",
        /// Where results of procedures are kept for whoever they are of.
        Results = "results",
        Other = "other",
    }
}

impl StateDatabase {
    pub fn name(self, language: Language) -> &'static str {
        let (vi, en) = match self {
            StateDatabase::Population => ("Cơ sở dữ liệu quốc gia về dân cư", "National population database"),
            StateDatabase::CivilStatus => ("Cơ sở dữ liệu hộ tịch điện tử", "Database of civil status"),
            StateDatabase::Enterprises => {
                ("Cơ sở dữ liệu quốc gia về đăng ký doanh nghiệp", "National register of enterprises")
            }
            StateDatabase::Land => ("Cơ sở dữ liệu đất đai", "Land database"),
            StateDatabase::Insurance => ("Cơ sở dữ liệu quốc gia về bảo hiểm", "National insurance database"),
            StateDatabase::Results => (
                "Kho kết quả giải quyết thủ tục hành chính, kho dữ liệu của tổ chức, cá nhân",
                "Store of results of procedures",
            ),
            StateDatabase::Other => ("Cơ sở dữ liệu khác", "Another database"),
        };
        language.pick(vi, en)
    }
}
