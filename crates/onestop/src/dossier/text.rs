ui::words! {
    agency_turn = "Cơ quan đang xử lý", "The agency's turn";
    applicant_turn = "Đang chờ người nộp", "The applicant's turn";
    closed = "Đã kết thúc", "Closed";
    tasks = "Các bước", "Steps";
    hours(hours: u32) = "{hours} giờ", "{hours} hours";
    step_done(at: &str) = "Xong {at}", "Done {at}";
    step_due(at: &str) = "Hạn {at}", "Due {at}";
    step_to_come = "Chưa đến lượt", "To come";
    answers = "Nội dung đề nghị", "What is asked for";
    papers = "Giấy tờ", "Papers";
    counts(originals: u32, copies: u32) = "Bản giấy: chính {originals}, sao {copies}", "On paper: originals {originals}, copies {copies}";
    other_paper = "Giấy tờ khác", "Other papers";
    result = "Kết quả", "Result";
    dates = "Các mốc", "Key dates";
    submitted = "Nộp", "Handed in";
    accepted = "Tiếp nhận", "Accepted";
    promised = "Hẹn trả ban đầu", "Promised";
    due_now = "Hẹn trả hiện nay", "Due now";
    finished = "Xử lý xong", "Finished";
    returned = "Trả kết quả", "Returned";
    people = "Người và nơi", "People and places";
    owner = "Chủ hồ sơ", "Owner";
    submitter = "Người nộp thay", "Handed in by";
    account = "Tài khoản", "Account";
    assurance = "Mức xác thực khi nộp", "Assurance at filing";
    assurance_verified = "Cán bộ đã đối chiếu giấy tờ", "Papers seen by an officer";
    assurance_password = "Mật khẩu, danh tính chưa kiểm tra", "Password; identity not checked";
    assurance_claimed = "Chưa xác thực", "Not proved";
    receiving = "Nơi tiếp nhận", "Received at";
    competent = "Cơ quan giải quyết", "Decided by";
    unit = "Phòng đang giữ", "Division";
    assignee = "Phụ trách", "Assigned to";
    delivery = "Trả kết quả", "Delivery";
    why_date = "Ngày hẹn tính thế nào", "How the date is counted";
    acts = "Việc có thể làm", "What can be done";
    none = "Hiện bạn không có việc gì để làm với hồ sơ này.", "There is nothing for you to do with this dossier now.";
    effect = "Sẽ xảy ra", "What will follow";
    forbidden = "Việc chưa làm được và lý do", "What cannot be done now, and why";
    history = "Lịch sử", "History";
    readings = "Ai đã mở hồ sơ", "Who opened it";
    receipt = "In giấy tiếp nhận", "Print the receipt";
    system = "Hệ thống", "The system";
    applicant = "Người nộp", "The applicant";
    asked = "Đang yêu cầu người nộp", "Asked of the applicant";
    overtaken = "Hồ sơ vừa có thay đổi. Những gì bạn viết vẫn còn dưới đây; hãy xem thay đổi rồi làm lại nếu vẫn đúng.", "The dossier has just changed. What you wrote is still below; look at the change and do it again if it is still right.";
    since = "Vừa xảy ra", "What just happened";
    document = "Số văn bản", "Document number";
    document_missing = "Hãy ghi số văn bản kết quả", "Give the number of the decision";
    which_papers = "Giấy tờ nào?", "Which papers?";
    what_is_needed = "Cần bổ sung điều gì, vì sao", "What is needed, and why";
    by = "Bổ sung trước ngày", "To be sent before";
    reason = "Lý do", "Reason";
    officer = "Giao cho", "Give to";
    choose_officer = "Hãy chọn người phụ trách", "Choose an officer";
    remark = "Ghi chú", "Remark";
    outcome = "Kết quả giải quyết", "Outcome";
    granted = "Đồng ý", "Granted";
    denied = "Không đồng ý", "Denied";
    choose_outcome = "Hãy chọn kết quả giải quyết", "Choose the outcome";
    reason_if_denied = "Lý do, nếu không đồng ý", "Reason, if denied";
    result_file = "Tệp kết quả (PDF, JPG, PNG)", "Result file (PDF, JPG, PNG)";
    amount = "Số tiền (đồng)", "Amount (VND)";
    amount_wrong = "Hãy ghi số tiền bằng chữ số, ví dụ 150000", "Write the amount in digits, such as 150000";
    ground = "Khoản gì, theo văn bản nào", "For what, on which ground";
    scan = "Bản quét", "Scan";
    new_date = "Ngày hẹn mới", "New date";
    date_missing = "Hãy nhập ngày", "Enter the date";
    date_wrong = "Ngày phải có thật, ví dụ 24/2/2026", "The date must be real, such as 24/2/2026";
    apology = "Lý do và lời xin lỗi gửi người nộp", "Reason and apology to the applicant";
    how = "Trả bằng cách nào", "Returned how";
    choose_how = "Hãy chọn cách trả", "Choose how it is returned";
    recipient = "Họ tên người nhận", "Name of the recipient";
    login = "Tên đăng nhập của người nộp", "The applicant's user name";
    login_hint = "Chỉ làm khi bạn đã đối chiếu giấy tờ của người này", "Only after you have checked this person's papers";
    no_account = "Không có tài khoản người dân hoặc tổ chức nào tên này", "No person's or organisation's account has this name";
    withdraw_words = "Người nộp đề nghị rút bằng cách nào", "How the applicant asked for it";
    too_long = "Nội dung dài quá 4.000 ký tự", "The text is longer than 4,000 characters";
    accounts_yes = "Đã gắn với tài khoản", "Joined to an account";
    accounts_no = "Chưa gắn với tài khoản", "Not joined to an account";
    open_file = "Mở", "Open";
}

impl Words {
    pub fn account_is(&self, joined: bool) -> &'static str {
        if joined { self.accounts_yes() } else { self.accounts_no() }
    }
}
