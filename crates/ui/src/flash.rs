//! What was just done, in a sentence for the next page.

use crate::part::{Notice, Tone};
use domain::Language;

typed::keyed! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Flash {
        Saved = "saved",
        Sent = "sent",
        Recorded = "recorded",
        Received = "received",
        Withdrawn = "withdrawn",
        Joined = "joined",
        PasswordChanged = "password-changed",
        DraftGone = "draft-gone",
        Moving = "moving",
        Published = "published",
        EmailChanged = "email-changed",
        EmailConfirmed = "email-confirmed",
        LinkSent = "link-sent",
        SignedOutThere = "signed-out-there",
        HeldNoMore = "held-no-more",
        NotSent = "not-sent",
        Registered = "registered",
    }
}

impl Flash {
    /// How it is shown: not everything was done.
    pub fn tone(self) -> Tone {
        match self {
            Flash::HeldNoMore | Flash::DraftGone | Flash::NotSent => Tone::Warning,
            Flash::Moving
            | Flash::Registered
            | Flash::Published
            | Flash::Saved
            | Flash::Sent
            | Flash::Recorded
            | Flash::Received
            | Flash::Withdrawn
            | Flash::Joined
            | Flash::PasswordChanged
            | Flash::EmailChanged
            | Flash::EmailConfirmed
            | Flash::LinkSent
            | Flash::SignedOutThere => Tone::Success,
        }
    }

    /// As the next page shows it.
    pub fn notice(self, language: Language) -> Notice {
        Notice::new(self.tone(), self.sentence(language)).announced()
    }

    pub fn sentence(self, language: Language) -> &'static str {
        let (vi, en) = match self {
            Flash::Saved => ("Đã lưu thay đổi.", "Your changes were saved."),
            Flash::Sent => {
                ("Đã gửi. Cơ quan sẽ xem và trả lời bạn.", "Sent. The agency will look at it and answer.")
            }
            Flash::Recorded => ("Đã ghi vào hồ sơ.", "Recorded in the dossier."),
            Flash::Received => ("Bạn đã nhận kết quả.", "You have received the result."),
            Flash::Withdrawn => ("Bạn đã rút hồ sơ này.", "You have withdrawn this application."),
            Flash::Joined => {
                ("Hồ sơ đã liên kết với tài khoản của bạn.", "The application is now linked to your account.")
            }
            Flash::Moving => (
                "Hệ thống đang chuyển từng hồ sơ; hãy mở lại trang này sau ít phút.",
                "The dossiers are being moved one by one; open this page again in a few minutes.",
            ),
            Flash::Published => ("Đã công bố quy trình.", "The process is published."),
            Flash::EmailChanged => (
                "Đã lưu thay đổi. Hãy mở thư vừa gửi tới địa chỉ mới để xác nhận; địa chỉ cũ cũng nhận được thư thông báo.",
                "Your changes were saved. Open the letter sent to the new address to confirm it; the old one was told too.",
            ),
            Flash::EmailConfirmed => ("Thư điện tử này đã được xác nhận.", "This e-mail is confirmed."),
            Flash::LinkSent => (
                "Đường dẫn xác nhận đang được gửi tới thư điện tử của bạn.",
                "A link to confirm it is on its way to your e-mail.",
            ),
            Flash::SignedOutThere => ("Đã đăng xuất ở những nơi bạn chọn.", "Signed out where you asked."),
            Flash::HeldNoMore => (
                "Biểu mẫu gửi lúc phiên làm việc đã hết không còn được giữ: chỉ giữ ít lâu, cho đúng tài khoản đã điền.",
                "The form that came after the session had ended is no longer there: it is kept for a short while, for the account that filled it in.",
            ),
            Flash::NotSent => (
                "Phiên làm việc đã hết nên việc bạn vừa gửi chưa được làm. Hãy đăng nhập rồi làm lại.",
                "The session had ended, so what you just sent was not done. Sign in and do it again.",
            ),
            Flash::Registered => (
                "Đã tạo tài khoản, và bạn đã đăng nhập bằng tài khoản này.",
                "Your account is ready and you are signed in.",
            ),
            Flash::DraftGone => (
                "Bản nháp không còn: đã được công bố hoặc đã bỏ.",
                "The draft is no longer there: it was published or discarded.",
            ),
            Flash::PasswordChanged => (
                "Đã đổi mật khẩu. Mời bạn đăng nhập lại.",
                "Your password was changed. Please sign in again.",
            ),
        };
        language.pick(vi, en)
    }
}
