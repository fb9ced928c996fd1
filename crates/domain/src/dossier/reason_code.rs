//! Why something ended or had to be asked for, as one of a few: what reports count by, beside the words that explain it to
//! the applicant. Which of them are offered for what is said by the rule pack.

use crate::Language;
use serde::{Deserialize, Serialize};

typed::keyed! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    pub enum ReasonCode {
        /// Another agency is competent.
        NotCompetent = "not-competent",
        /// The procedure is not for such applicants.
        NotForThem = "not-for-them",
        ConditionsNotMet = "conditions-not-met",
        /// A paper is not genuine, or was altered.
        NotGenuine = "not-genuine",
        /// What was asked for was not brought.
        NotCompleted = "not-completed",
        /// A financial obligation was not met.
        NotPaid = "not-paid",
        /// The same was filed before.
        FiledTwice = "filed-twice",
        /// Its owner died or was dissolved.
        OwnerGone = "owner-gone",
        /// Somebody disputes it, or a court or another body is dealing with it.
        Disputed = "disputed",
        LawChanged = "law-changed",
        NoLongerWanted = "no-longer-wanted",
        /// To be put right and filed anew.
        ToFileAnew = "to-file-anew",
        WrongPlace = "wrong-place",
        TakesTooLong = "takes-too-long",
        /// A paper is missing.
        Missing = "missing",
        Unreadable = "unreadable",
        /// What papers and declaration say is wrong, or differs.
        Contradictory = "contradictory",
        /// A form, a signature, a seal or a certification is lacking.
        WrongForm = "wrong-form",
        Expired = "expired",
        /// Something must be explained or proved besides.
        ToExplain = "to-explain",
        Other = "other",
    }
}

/// Why one paper of a request is asked for, where that is not why the rest is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct PaperReason {
    pub paper: String,
    pub code: ReasonCode,
}

impl ReasonCode {
    pub fn name(self, language: Language) -> &'static str {
        let (vi, en) = match self {
            ReasonCode::NotCompetent => ("Không thuộc thẩm quyền giải quyết", "Another agency is competent"),
            ReasonCode::NotForThem => {
                ("Không thuộc đối tượng thực hiện thủ tục", "The procedure is not for this applicant")
            }
            ReasonCode::ConditionsNotMet => {
                ("Không đáp ứng yêu cầu, điều kiện của thủ tục", "A condition of the procedure is not met")
            }
            ReasonCode::NotGenuine => {
                ("Giấy tờ giả mạo, bị tẩy xóa, sửa chữa", "A document is not genuine or was altered")
            }
            ReasonCode::NotCompleted => {
                ("Không bổ sung hồ sơ theo yêu cầu", "What was asked for was not brought")
            }
            ReasonCode::NotPaid => ("Không thực hiện nghĩa vụ tài chính", "A payment was not made"),
            ReasonCode::FiledTwice => ("Trùng với hồ sơ đã nộp", "The same was filed before"),
            ReasonCode::OwnerGone => {
                ("Chủ hồ sơ đã chết, giải thể hoặc ngừng hoạt động", "The owner died or was dissolved")
            }
            ReasonCode::Disputed => (
                "Có tranh chấp, hoặc vụ việc đang được nơi khác giải quyết",
                "Disputed, or dealt with elsewhere",
            ),
            ReasonCode::LawChanged => ("Quy định đã thay đổi", "The law has changed"),
            ReasonCode::NoLongerWanted => ("Không còn nhu cầu", "No longer wanted"),
            ReasonCode::ToFileAnew => ("Rút để sửa và nộp lại", "To be put right and filed anew"),
            ReasonCode::WrongPlace => {
                ("Nộp nhầm nơi hoặc nhầm thủ tục", "Filed at a wrong place or by mistake")
            }
            ReasonCode::TakesTooLong => ("Chờ giải quyết quá lâu", "It takes too long"),
            ReasonCode::Missing => ("Thiếu giấy tờ", "A document is missing"),
            ReasonCode::Unreadable => ("Giấy tờ mờ, không đọc được", "A document cannot be read"),
            ReasonCode::Contradictory => {
                ("Nội dung sai hoặc không khớp nhau", "Something is wrong or does not agree")
            }
            ReasonCode::WrongForm => (
                "Sai mẫu, thiếu chữ ký, dấu hoặc chứng thực",
                "Wrong form, or no signature, seal or certification",
            ),
            ReasonCode::Expired => ("Giấy tờ hết hạn sử dụng", "A document has expired"),
            ReasonCode::ToExplain => {
                ("Cần giải trình, chứng minh thêm", "Something must be explained or proved")
            }
            ReasonCode::Other => ("Lý do khác", "Another reason"),
        };
        language.pick(vi, en)
    }

    /// Of those a law offers; another is none.
    pub(super) fn among(code: Option<ReasonCode>, offered: &[ReasonCode]) -> Option<ReasonCode> {
        code.filter(|code| offered.contains(code))
    }
}
