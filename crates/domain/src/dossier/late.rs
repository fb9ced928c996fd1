use crate::Language;
use serde::{Deserialize, Serialize};

/// Why a step was finished after its time: asked once, of whoever finishes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LateCause {
    Workload,
    /// Another division of the agency was waited for.
    OtherDivision,
    OtherAgency,
    /// The applicant had to be reached or heard.
    Applicant,
    /// The matter is more difficult than most.
    Difficult,
    /// Who had it was absent.
    Absence,
    /// A system did not work.
    Systems,
    Other,
}

impl LateCause {
    pub const ALL: [LateCause; 8] = [
        LateCause::Workload,
        LateCause::OtherDivision,
        LateCause::OtherAgency,
        LateCause::Applicant,
        LateCause::Difficult,
        LateCause::Absence,
        LateCause::Systems,
        LateCause::Other,
    ];

    pub const fn key(self) -> &'static str {
        match self {
            LateCause::Workload => "workload",
            LateCause::OtherDivision => "other-division",
            LateCause::OtherAgency => "other-agency",
            LateCause::Applicant => "applicant",
            LateCause::Difficult => "difficult",
            LateCause::Absence => "absence",
            LateCause::Systems => "systems",
            LateCause::Other => "other",
        }
    }

    pub fn parse(key: &str) -> Option<LateCause> {
        LateCause::ALL.into_iter().find(|cause| cause.key() == key)
    }

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
