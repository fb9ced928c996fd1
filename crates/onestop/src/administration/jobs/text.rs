ui::words! {
    title = "Tác vụ chạy ngầm", "Background work";
    lead = "Những việc hệ thống tự làm sau mỗi thao tác: báo tin, gửi thư, chờ đến giờ, chuyển hồ sơ liên thông.", "What the system does by itself after an act: messages, letters, times that come, linked dossiers.";
    back = "Quay lại", "Back";
    waiting = "Đang chờ", "Waiting";
    nothing_waits = "Không có việc nào quá giờ.", "Nothing is overdue.";
    kind = "Việc", "Work";
    count = "Số lượng", "How many";
    since = "Việc lâu nhất từ", "The oldest since";
    destinations = "Nơi gửi đến", "Destinations";
    going(what: &str) = "{what}: đang chạy", "{what}: going on";
    stopped(what: &str) = "{what}: đang tạm giữ", "{what}: on hold";
    stopped_more = "Không có việc nào được gửi đi cho đến khi cho chạy tiếp.", "Nothing is sent until it goes on.";
    hold_all(what: &str) = "Tạm giữ: {what}", "Hold: {what}";
    release_all(what: &str) = "Cho chạy tiếp: {what}", "Let go on: {what}";
    inside = "Trong hệ thống", "Within the system";
    mail = "Thư điện tử", "E-mail";
    trouble = "Gặp trục trặc hoặc tạm giữ", "In trouble or on hold";
    no_trouble = "Không có việc nào gặp trục trặc.", "Nothing has failed.";
    why = "Lý do", "Reason";
    next_time = "Làm lại lúc", "Next time";
    tries(number: u32) = "đã thử {number} lần", "tried once" / "tried {number} times";
    given_up = "không thử nữa", "given up";
    held = "đang tạm giữ", "on hold";
    retry = "Thử lại", "Try again";
    hold = "Tạm giữ", "Hold";
    of_job(what: &str, kind: &str) = "{what}: {kind}", "{what}: {kind}";
    next = "Trang sau", "Next page";
    first = "Trang đầu", "First page";
    pages = "Trang", "Pages";
    unreachable = "Không kết nối được máy chủ thư, hoặc máy chủ không trả lời; không tính là một lần thử", "The mail server could not be reached or did not answer; this counts as no try";
    later = "Máy chủ thư tạm thời từ chối", "The mail server refused it for now";
    never = "Máy chủ thư từ chối hẳn, có thể do địa chỉ sai; không thử lại", "The mail server refused it for good, perhaps for a wrong address; not tried again";
    not_understood = "Không đọc được nội dung việc", "What is to be done cannot be read";
    fault = "Lỗi của hệ thống", "A fault of the system";
    fault_at(reference: &str) = "Lỗi của hệ thống, mã {reference} trong nhật ký", "A fault of the system, {reference} in the log";
    letter = "Báo tin trên Cổng", "Message on the portal";
    password = "Thư đặt lại mật khẩu", "Password letter";
    time = "Mốc giờ của quy trình", "Time of a process";
    link = "Hồ sơ liên thông", "Linked dossiers";
    batch = "Việc làm cho nhiều hồ sơ", "Act for many dossiers";
    process = "Chuyển sang phiên bản quy trình mới", "Move to a new process";
    recalculate = "Tính lại ngày hẹn", "Recount of dates";
    rows = "Ghi lại bảng việc", "Rows written anew";
    fold = "Ghi lại tên để tìm kiếm", "Names for search written anew";
    removal = "Xóa tệp đã bỏ", "Removal of dropped files";
    confirmation = "Thư xác nhận địa chỉ", "Letter to confirm an address";
    notice = "Thư thông báo tài khoản", "Account notice";
}

impl Words {
    /// A kind of job in words; one nobody knows by its key.
    pub fn of_kind(&self, key: &str) -> String {
        let words = match key {
            "letter" => self.letter(),
            "mail" => self.mail(),
            "password" => self.password(),
            "notice" => self.notice(),
            "confirmation" => self.confirmation(),
            "time" => self.time(),
            "link" => self.link(),
            "batch" => self.batch(),
            "process" => self.process(),
            "recalculate" => self.recalculate(),
            "rows" => self.rows(),
            "fold" => self.fold(),
            "removal" => self.removal(),
            other => return other.to_string(),
        };
        words.to_string()
    }
}
