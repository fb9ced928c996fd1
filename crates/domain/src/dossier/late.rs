use crate::Language;
use crate::officer::AccountId;
use crate::time::Instant;
use serde::{Deserialize, Serialize};

/// That a dossier became late, as it was noted on that day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lateness {
    /// By when the law wanted it.
    pub due: Instant,
    pub noted_at: Instant,
    /// What the program could tell of why.
    pub seen: Option<LateCause>,
    /// What somebody who had it said.
    pub explained: Option<Explained>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    pub cause: LateCause,
    pub at: Instant,
    pub by: Option<AccountId>,
}

impl Lateness {
    /// Why, as far as anybody said: who had it before the program.
    pub fn cause(&self) -> Option<LateCause> {
        self.explained.as_ref().map(|explained| explained.cause).or(self.seen)
    }
}

typed::keyed! {
    /// Why a step was finished after its time: asked once, of whoever finishes it.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    pub enum LateCause {
        Workload = "workload",
        /// Another division of the agency was waited for.
        OtherDivision = "other-division",
        OtherAgency = "other-agency",
        /// The applicant had to be reached or heard.
        Applicant = "applicant",
        /// The matter is more difficult than most.
        Difficult = "difficult",
        /// Who had it was absent.
        Absence = "absence",
        /// A system did not work.
        Systems = "systems",
        Other = "other",
    }
}

impl LateCause {
    pub fn name(self, language: Language) -> &'static str {
        let (vi, en) = match self {
            LateCause::Workload => ("Quá nhiều hồ sơ cùng lúc", "Too many dossiers at once"),
            LateCause::OtherDivision => ("Chờ phòng khác trong cơ quan", "Another division was waited for"),
            LateCause::OtherAgency => ("Chờ cơ quan khác trả lời", "Another agency was waited for"),
            LateCause::Applicant => ("Phải liên hệ, làm rõ với người nộp", "The applicant had to be heard"),
            LateCause::Difficult => ("Vụ việc phức tạp, cần xác minh thêm", "A difficult matter"),
            LateCause::Absence => ("Người phụ trách vắng mặt", "The officer in charge was absent"),
            LateCause::Systems => ("Phần mềm, đường truyền trục trặc", "A system did not work"),
            LateCause::Other => ("Lý do khác, ghi ở phần ghi chú", "Another cause, said in the remark"),
        };
        language.pick(vi, en)
    }
}
