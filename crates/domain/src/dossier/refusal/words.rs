//! Each refusal in a sentence, in both languages.

use super::Refusal;
use crate::Language;
use crate::dossier::outcome::Outcome;
use crate::time::{long_date, long_moment, short_date};

impl Refusal {
    pub fn sentence(&self, language: Language) -> String {
        let (vi, en): (String, String) = match self {
            Refusal::WrongStage { stage } => (
                format!("Hồ sơ đang ở trạng thái “{}” nên không làm được việc này.", stage.name(Language::Vietnamese)),
                format!("This cannot be done while the dossier is “{}”.", stage.name(Language::English)),
            ),
            Refusal::NotYourRole { role } => (
                format!("Việc này dành cho vai trò {}.", role.name(Language::Vietnamese)),
                format!("Only the role {} can do this.", role.name(Language::English)),
            ),
            Refusal::NotYourAgency => (
                "Hồ sơ này thuộc cơ quan khác.".into(),
                "This dossier belongs to another agency.".into(),
            ),
            Refusal::NotYourUnit => (
                "Hồ sơ đang ở phòng khác.".into(),
                "Another division has this dossier now.".into(),
            ),
            Refusal::TakenByColleague => (
                "Một đồng nghiệp đang xử lý bước này.".into(),
                "A colleague is handling this step.".into(),
            ),
            Refusal::NobodyHasIt => (
                "Bước này chưa ai nhận.".into(),
                "Nobody has taken this step.".into(),
            ),
            Refusal::NothingRuns => (
                "Hiện không có bước nào để làm: hồ sơ đang chờ cơ quan khác hoặc chờ đến hạn.".into(),
                "There is no step to do now: another agency or a time is waited for.".into(),
            ),
            Refusal::StepNotRunning => (
                "Bước này không còn đang chạy; hãy xem lại các bước của hồ sơ.".into(),
                "This step is not running any more; look at the dossier's steps again.".into(),
            ),
            Refusal::DutiesApart { done } => (
                format!("Người đã làm bước “{}” không được làm bước này.", done.get(Language::Vietnamese)),
                format!("Whoever did the step “{}” must not do this one.", done.get(Language::English)),
            ),
            Refusal::OnlyTheApplicant => (
                "Chỉ người nộp hồ sơ làm được việc này.".into(),
                "Only the applicant can do this.".into(),
            ),
            Refusal::NotOnline => (
                "Thủ tục này chưa nhận hồ sơ trực tuyến ở cơ quan bạn chọn; mời bạn nộp tại quầy hoặc qua bưu chính."
                    .into(),
                "You cannot apply online to the agency you chose; please apply at its counter or by post."
                    .into(),
            ),
            Refusal::PapersMissing { papers } => (
                format!("Hồ sơ còn thiếu: {}.", papers.join("; ")),
                format!("These documents are still missing: {}.", papers.join("; ")),
            ),
            Refusal::LimitNotChosen => (
                "Thủ tục này có nhiều thời hạn; hãy chọn thời hạn áp dụng cho hồ sơ.".into(),
                "This procedure has several limits; choose the one that applies to the dossier.".into(),
            ),
            Refusal::ReasonMissing => ("Hãy viết rõ lý do.".into(), "Write down the reason.".into()),
            Refusal::NothingAsked => (
                "Hãy chọn giấy tờ cần bổ sung hoặc viết rõ cần bổ sung điều gì.".into(),
                "Choose the documents that are missing, or write what is needed.".into(),
            ),
            Refusal::NothingGiven => (
                "Hãy gửi ít nhất một giấy tờ hoặc viết lời giải thích.".into(),
                "Send at least one document, or write an explanation.".into(),
            ),
            Refusal::DocumentMissing => (
                "Hãy ghi số văn bản.".into(),
                "Give the number of the document.".into(),
            ),
            Refusal::AmountMissing => (
                "Hãy ghi số tiền phải nộp.".into(),
                "Give the amount to be paid.".into(),
            ),
            Refusal::AlreadyExtended { times } => (
                format!("Chỉ được hẹn lại {times} lần; hồ sơ này đã được hẹn lại."),
                format!("A new date may be set {}; this dossier has had one.", often(*times)),
            ),
            Refusal::NoDueDate => (
                "Thủ tục này không có ngày hẹn được tính sẵn để hẹn lại.".into(),
                "This procedure has no computed date to extend.".into(),
            ),
            Refusal::DateNotLater { current } => (
                format!("Ngày hẹn mới phải sau ngày hẹn hiện nay ({}).", long_moment(*current, Language::Vietnamese)),
                format!("The new date must be after the current one ({}).", long_moment(*current, Language::English)),
            ),
            Refusal::DateNotWorking => (
                "Ngày hẹn mới phải là ngày làm việc.".into(),
                "The new date must be a working day.".into(),
            ),
            Refusal::CompletionDatePast => (
                "Ngày hẹn bổ sung đã qua; hãy chọn từ hôm nay trở đi.".into(),
                "The day by which to complete it has passed: choose today or later.".into(),
            ),
            Refusal::CompletionDateOff { day, next } => (
                format!(
                    "{} là ngày nghỉ, người nộp không bổ sung được; ngày làm việc kế tiếp là {}.",
                    short_date(*day, Language::Vietnamese), long_date(*next, Language::Vietnamese)
                ),
                format!(
                    "{} is a day off, on which nothing can be handed in; the next working day is {}.",
                    short_date(*day, Language::English), long_date(*next, Language::English)
                ),
            ),
            Refusal::NotTheLastStep => (
                "Ở bước này chưa ra quyết định được. Hãy mở bước ra quyết định, hoặc làm xong các bước còn phải làm trước đó.".into(),
                "Nothing is decided at this step. Open the step that decides, or finish the steps that come before it.".into(),
            ),
            Refusal::OtherDecision { decided: Outcome::Granted } => (
                "Ở bước này quy trình chỉ kết thúc khi từ chối. Muốn đồng ý, hãy hoàn thành bước để hồ sơ đi tiếp tới bước quyết định.".into(),
                "Here the process ends only with a denial. To grant, finish the step so that the dossier goes on to where that is decided.".into(),
            ),
            Refusal::OtherDecision { decided: Outcome::Denied } => (
                "Ở bước này quy trình chỉ kết thúc khi đủ điều kiện giải quyết. Muốn từ chối, hãy hoàn thành bước hoặc trả lại để hồ sơ đi theo nhánh từ chối.".into(),
                "Here the process ends only when granted. To deny, finish the step or send it back, so that the dossier goes the way of a denial.".into(),
            ),
            Refusal::NoWayOn { at } => (
                format!("Tại {} không điều kiện nào đúng nên quy trình chưa đi tiếp được. Hãy báo người quản trị quy trình.", at.vi),
                format!("At {} no condition holds, so the process cannot go on. Tell whoever looks after it.", at.en),
            ),
            Refusal::ProcessStuck { at } => (
                format!("Quy trình chưa đi tiếp được tại {}: danh sách phải làm chưa xác định được. Hãy báo người quản trị quy trình.", at.vi),
                format!("The process cannot go on at {}: what it is to be done for is no list. Tell whoever looks after it.", at.en),
            ),
            Refusal::OutcomeNotChosen => (
                "Hãy chọn kết quả của bước này.".into(),
                "Choose how this step turned out.".into(),
            ),
            Refusal::CannotBeInvolved => (
                "Chỉ mời được cán bộ xử lý của cơ quan đang giải quyết hồ sơ, trừ người đang chủ trì.".into(),
                "Only officers of the agency that handles the dossier can be asked, and not who leads it.".into(),
            ),
            Refusal::OpinionMissing => ("Hãy viết ý kiến.".into(), "Write your opinion.".into()),
            Refusal::AnswerMissing => (
                "Hãy chọn cơ quan khác trả lời thế nào.".into(),
                "Choose what the other agency answered.".into(),
            ),
            Refusal::NotInvolved => (
                "Người này không phối hợp hay theo dõi hồ sơ.".into(),
                "This officer neither supports nor follows the dossier.".into(),
            ),
            Refusal::OfTheMainDossier => (
                "Đây là hồ sơ liên thông; việc này do cơ quan chủ trì làm ở hồ sơ chính.".into(),
                "This is a linked dossier: the agency that leads does this in the main one.".into(),
            ),
            Refusal::NotAwaited => (
                "Quy trình không chờ thông tin này từ bên ngoài, hoặc không còn chờ.".into(),
                "The process waits for nothing like this from outside, or no longer.".into(),
            ),
            Refusal::TimeUnclear { at } => (
                format!("Chưa tính được thời điểm của {} từ nội dung hồ sơ. Hãy báo người quản trị quy trình.", at.vi),
                format!("The moment of {} cannot be worked out from the dossier. Tell whoever looks after the process.", at.en),
            ),
            Refusal::LateCauseMissing => (
                "Bước này đã quá hạn; hãy chọn nguyên nhân.".into(),
                "This step is late: choose the cause.".into(),
            ),
            Refusal::FindingMissing => (
                "Hãy ghi nội dung ghi nhận: chuyện gì đã xảy ra.".into(),
                "Write what was found: what happened.".into(),
            ),
            Refusal::LateReasonMissing => (
                "Bước này quá hạn vì lý do khác; hãy ghi rõ lý do đó.".into(),
                "This step is late for another reason: write which.".into(),
            ),
            Refusal::Unplaced { why } => (
                format!("{}.", why.sentence(Language::Vietnamese)),
                format!("{}.", why.sentence(Language::English)),
            ),
            Refusal::NoStepBack => (
                "Không có bước nào trước đó để trả lại từ bước này.".into(),
                "There is no earlier step this one can be sent back to.".into(),
            ),
            Refusal::BackUsedUp { to, times } => (
                format!(
                    "Theo quy trình, hồ sơ đã quay lại bước “{}” đủ {times} lần. Trả lại thêm lần nữa do lãnh đạo quyết định.",
                    to.get(Language::Vietnamese)
                ),
                format!(
                    "By the process the dossier has gone back to “{}” as often as it may: {times}. Only a head may send it back once more.",
                    to.get(Language::English)
                ),
            ),
            Refusal::LastStepDecides => (
                "Đây là bước cuối, hãy ghi kết quả giải quyết để kết thúc.".into(),
                "This is the last step: record the decision to finish it.".into(),
            ),
            Refusal::CannotBeAssigned => (
                "Người được chọn không thuộc phòng đang giữ hồ sơ hoặc không có vai trò của bước này.".into(),
                "The chosen officer is not in the division or lacks the role of this step.".into(),
            ),
            Refusal::ResultFileMissing => (
                "Người nộp nhận kết quả trên Cổng; hãy đính kèm tệp kết quả.".into(),
                "The applicant receives the result on the portal; attach the result as a file.".into(),
            ),
            Refusal::NotDeliveredOnline => (
                "Kết quả của hồ sơ này không trả trên Cổng; mời bạn nhận tại quầy hoặc qua bưu chính.".into(),
                "This result is not returned on the portal; it is collected at the counter or comes by post.".into(),
            ),
            Refusal::RecipientMissing => (
                "Hãy ghi họ tên người nhận kết quả.".into(),
                "Give the name of the person who takes the result.".into(),
            ),
            Refusal::AlreadyJoined => (
                "Hồ sơ này đã liên kết với một tài khoản.".into(),
                "This dossier is already linked to an account.".into(),
            ),
            Refusal::NoProcess => (
                "Thủ tục này chưa có quy trình nội bộ nên chưa tiếp nhận được hồ sơ.".into(),
                "This procedure has no internal process yet, so no dossier can be accepted.".into(),
            ),
            Refusal::NoAgencyCode => (
                "Cơ quan tiếp nhận chưa có mã định danh hôm nay nên chưa cấp được mã hồ sơ; hãy báo quản trị.".into(),
                "The receiving agency has no code today, so no dossier code can be given; tell the administrator.".into(),
            ),
            Refusal::OnlyTheProgram => (
                "Ngày hẹn chỉ được hệ thống tính lại khi lịch làm việc thay đổi.".into(),
                "Dates are counted anew by the system only, when a calendar changed.".into(),
            ),
            Refusal::NoSuchParticular => (
                "Hồ sơ không có nội dung này để đính chính.".into(),
                "The dossier has nothing like this to correct.".into(),
            ),
            Refusal::NothingCorrected => (
                "Hãy ghi nội dung đúng, khác với nội dung đang có.".into(),
                "Write what is right: it must differ from what stands there.".into(),
            ),
            Refusal::NameAndNumber => (
                "Đã đính chính họ tên hoặc số định danh của người này; không đính chính cả hai, vì như vậy là đổi sang người khác. Hãy hướng dẫn người nộp lập hồ sơ mới."
                    .into(),
                "The name or the number of this person was corrected already; both together would make it somebody else. Help the applicant to file anew."
                    .into(),
            ),
            Refusal::NoNumber => (
                "Hồ sơ không có số định danh của người này; chỉ có họ tên cho biết là ai nên không đính chính được."
                    .into(),
                "The dossier has no number of this person: only the name says who it is, so neither can be corrected."
                    .into(),
            ),
            Refusal::OtherPaper => (
                "Số và loại giấy tờ phải khớp nhau; số và loại giấy tờ được đính chính riêng.".into(),
                "Number and kind of document must fit each other; each is corrected by itself.".into(),
            ),
            Refusal::PersonOrOrganisation => (
                "Không đính chính từ cá nhân sang tổ chức hoặc ngược lại; hãy hướng dẫn lập hồ sơ mới.".into(),
                "A person is not corrected into an organisation, nor the other way round; help them to file anew.".into(),
            ),
            Refusal::AnswerUsed => (
                "Quy trình đã đi theo câu trả lời này nên không đính chính được nữa.".into(),
                "The process has gone by this answer, so it can no longer be corrected.".into(),
            ),
            Refusal::AnswerSent => (
                "Cơ quan khác đã được hỏi theo các câu trả lời này nên không đính chính được nữa.".into(),
                "Another agency was asked by these answers, so they can no longer be corrected.".into(),
            ),
            Refusal::WhyAgainMissing { times } => (
                format!("Người nộp đã được yêu cầu hoàn thiện {times} lần; hãy viết rõ vì sao lần trước chưa yêu cầu đủ."),
                format!("The applicant has been asked to complete the file {}: write why not all of it was asked for before.", often(*times)),
            ),
            Refusal::NoObligation => (
                "Thủ tục này không có nghĩa vụ tài chính pháp luật buộc phải chờ; phí, lệ phí thông thường không phải lý do tạm dừng.".into(),
                "The law demands no financial obligation here that the handling waits for; the ordinary fee is no ground for a pause.".into(),
            ),
            Refusal::DenialFileMissing => (
                "Không đủ điều kiện giải quyết thì phải trả lời bằng văn bản; hãy đính kèm tệp văn bản.".into(),
                "A denial is answered in writing: attach the document as a file.".into(),
            ),
            Refusal::RequestNotChosen => (
                "Hãy chọn lần yêu cầu bổ sung.".into(),
                "Choose which request it is about.".into(),
            ),
            Refusal::RequestJudged => (
                "Lỗi của lần yêu cầu bổ sung này đã được ghi nhận.".into(),
                "Whose fault it was has been recorded.".into(),
            ),
            Refusal::OwnRequest => (
                "Người đã yêu cầu bổ sung không tự ghi nhận lỗi; việc này do người khác làm.".into(),
                "Whoever asked cannot record whose fault it was: somebody else does.".into(),
            ),
            Refusal::FaultNotChosen => (
                "Hãy chọn lỗi do bên nào.".into(),
                "Choose whose fault it was.".into(),
            ),
            Refusal::ProofMissing => (
                "Hãy ghi căn cứ: số văn bản hoặc giấy tờ chứng minh.".into(),
                "Name the proof: a document.".into(),
            ),
            Refusal::Several(parts) => {
                let each = |language| {
                    let sentences: Vec<String> = parts.iter().map(|part| part.sentence(language)).collect();
                    sentences.join(" ")
                };
                (each(Language::Vietnamese), each(Language::English))
            }
            Refusal::SameDate => (
                "Ngày hẹn tính lại vẫn như cũ.".into(),
                "The date comes out the same.".into(),
            ),
        };
        language.pick(vi, en)
    }
}

/// `once`, `twice`, `3 times`.
fn often(times: u32) -> String {
    match times {
        1 => "once".into(),
        2 => "twice".into(),
        times => format!("{times} times"),
    }
}
