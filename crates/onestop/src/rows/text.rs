ui::words! {
    code = "Mã", "Code";
    owner = "Người nộp", "Applicant";
    what = "Thủ tục", "Procedure";
    step = "Bước", "Step";
    left = "Thời hạn", "Time limit";
    sent_back = "Trả lại", "Sent back";
    ended = "Xong", "Finished";
    step_due(at: &str) = "Hạn {at}", "Due {at}";
    assignee = "Phụ trách", "Assigned to";
    sent = "Nộp lúc", "Handed in";
    choosing = "Chọn", "Choose";
    dates(legal: &str, promised: &str) = "Hạn theo quy định {legal}, hẹn lại {promised}", "By law {legal}, promised again for {promised}";
}
