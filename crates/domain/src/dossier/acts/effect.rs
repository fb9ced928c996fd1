//! What each act will do, said before it is done.

use super::{Context, Kind, accept};
use crate::Language;
use crate::dossier::Dossier;
use crate::time::long_moment;

/// What will follow, named before it happens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    pub vietnamese: String,
    pub english: String,
}

impl Effect {
    pub fn text(&self, language: Language) -> &str {
        language.pick(&self.vietnamese, &self.english)
    }
}

pub(super) fn effect(kind: Kind, dossier: &Dossier, context: &Context, token: Option<u32>) -> Effect {
    let say =
        |vietnamese: &str, english: &str| Effect { vietnamese: vietnamese.into(), english: english.into() };
    match kind {
        Kind::Accept => {
            let limits = context.procedure.limits(dossier.channel);
            if limits.len() > 1 {
                return say(
                    "Hồ sơ được cấp mã và hẹn trả kết quả theo thời hạn bạn chọn. Người nộp được báo ngay.",
                    "The dossier gets its code and is due by the limit you choose. The applicant is told at once.",
                );
            }
            match limits.first().and_then(|limit| accept::dates(limit, context).0) {
                Some(due) => Effect {
                    vietnamese: format!(
                        "Hồ sơ được cấp mã và hẹn trả kết quả lúc {}. Người nộp được báo ngay.",
                        long_moment(due, Language::Vietnamese)
                    ),
                    english: format!(
                        "The dossier gets its code and is due at {}. The applicant is told at once.",
                        long_moment(due, Language::English)
                    ),
                },
                None => say(
                    "Hồ sơ được cấp mã; thủ tục này không có ngày hẹn tính sẵn. Người nộp được báo ngay.",
                    "The dossier gets its code; this procedure has no computed date. The applicant is told at once.",
                ),
            }
        }
        Kind::AskCompletion => say(
            "Hồ sơ chờ người nộp hoàn thiện; thời hạn giải quyết chưa tính. Người nộp được báo cần bổ sung gì.",
            "The dossier waits for the applicant; the limit does not run yet. The applicant is told what is missing.",
        ),
        Kind::Refuse => say(
            "Hồ sơ kết thúc, không cấp mã. Người nộp được báo lý do.",
            "The dossier ends without a code. The applicant is told why.",
        ),
        Kind::HandOver => {
            let unit =
                context.procedure.process.steps.first().map(|step| step.name.clone()).unwrap_or_default();
            Effect {
                vietnamese: format!("Bước “{}” bắt đầu tính giờ.", unit.get(Language::Vietnamese)),
                english: format!("The step “{}” starts to run.", unit.get(Language::English)),
            }
        }
        Kind::Assign => say(
            "Người được chọn thấy hồ sơ trong mục “Của tôi”.",
            "The chosen officer finds the dossier under “Mine”.",
        ),
        Kind::Release => say(
            "Không ai giữ bước này nữa; người làm được trong phòng có thể nhận.",
            "Nobody has this step any more; whoever can do it may take it.",
        ),
        Kind::Involve => say(
            "Người được mời thấy hồ sơ trong mục “Phối hợp, theo dõi”; người phối hợp ghi được ý kiến. Người phụ trách vẫn là người chủ trì.",
            "Whoever is asked finds the dossier under “Supported, followed”; who supports may write opinions. Whoever has the step still leads.",
        ),
        Kind::Remark => say(
            "Ý kiến ghi vào lịch sử hồ sơ, người nộp không thấy.",
            "The opinion goes into the history; the applicant does not see it.",
        ),
        Kind::FinishStep => {
            let process = &context.procedure.process;
            if process.drawing.is_some() {
                return say(
                    "Hồ sơ đi tiếp theo quy trình, tùy kết quả của bước này.",
                    "The dossier goes on by its process, as this step turns out.",
                );
            }
            let next = dossier
                .step(token)
                .and_then(|step| process.after(&step.id))
                .map(|step| step.name.clone())
                .unwrap_or_default();
            Effect {
                vietnamese: format!("Hồ sơ chuyển sang bước “{}”.", next.get(Language::Vietnamese)),
                english: format!("The dossier goes on to the step “{}”.", next.get(Language::English)),
            }
        }
        Kind::Decide if dossier.main.is_some() => say(
            "Kết quả chuyển về hồ sơ chính; hồ sơ liên thông này kết thúc.",
            "The result goes back to the main dossier, and this linked one ends.",
        ),
        Kind::Decide => say(
            "Hồ sơ có kết quả và chuyển về quầy trả kết quả. Người nộp được báo đến nhận.",
            "The dossier has its result and goes to the counter. The applicant is told.",
        ),
        Kind::Receive => say(
            "Hồ sơ đi tiếp theo quy trình; nội dung ghi nhận vào lịch sử.",
            "The dossier goes on by its process; what you record goes into the history.",
        ),
        Kind::SendBack => say(
            "Bước được chọn làm lại từ đầu, giao cho người đã làm. Những gì đã làm vẫn còn trong lịch sử.",
            "The chosen step is done again, by whoever did it. What was done stays in the history.",
        ),
        Kind::PauseForApplicant => say(
            "Thời hạn tạm dừng từ hôm nay cho đến khi người nộp bổ sung. Người nộp được báo cần bổ sung gì.",
            "The clock stops today until the applicant completes the file. The applicant is told what is needed.",
        ),
        Kind::PauseForFee => say(
            "Thời hạn tạm dừng từ hôm nay cho đến khi người nộp hoàn thành nghĩa vụ tài chính. Người nộp được báo.",
            "The clock stops today until the payment is made. The applicant is told.",
        ),
        Kind::Resume => say(
            "Thời hạn chạy tiếp từ bây giờ; ngày hẹn mới được tính lại và báo cho người nộp.",
            "The clock runs again from now; the new date is computed and the applicant is told.",
        ),
        Kind::Complete => say(
            "Giấy tờ được ghi vào hồ sơ, hồ sơ tiếp tục được xem xét.",
            "The papers are recorded and the dossier goes on.",
        ),
        Kind::Extend => say(
            "Ngày hẹn đổi sang ngày mới; người nộp nhận lời xin lỗi kèm lý do. Chỉ được làm một lần.",
            "The date moves; the applicant gets an apology with the reason. It can be done once only.",
        ),
        Kind::Return => say(
            "Hồ sơ kết thúc: kết quả đã đến tay người nhận.",
            "The dossier ends: the result has reached the recipient.",
        ),
        Kind::JoinAccount => say(
            "Người giữ tài khoản theo dõi được hồ sơ này trên Cổng.",
            "The account holder can follow this dossier on the portal.",
        ),
        Kind::Withdraw => {
            say("Hồ sơ kết thúc theo yêu cầu của người nộp.", "The dossier ends at the applicant's request.")
        }
        Kind::Stop => say(
            "Hồ sơ kết thúc, không có kết quả. Người nộp được báo lý do.",
            "The dossier ends without a result. The applicant is told why.",
        ),
    }
}
