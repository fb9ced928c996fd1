ui::words! {
    title = "Việc cần làm", "Work";
    queues = "Hàng việc", "Queues";
    tab_intake = "Chờ tiếp nhận", "Waiting for intake";
    tab_hand_over = "Chờ chuyển", "To hand over";
    tab_mine = "Của tôi", "Mine";
    tab_unit = "Của phòng", "My division's";
    tab_applicant = "Chờ người nộp", "Waiting for the applicant";
    tab_soon = "Sắp đến hạn", "Due soon";
    tab_overdue = "Quá hạn", "Overdue";
    tab_return = "Chờ trả kết quả", "To be returned";
    tab_done = "Đã xong", "Done";
    procedure = "Thủ tục", "Procedure";
    filter = "Lọc", "Filter";
    code = "Mã", "Code";
    owner = "Người nộp", "Applicant";
    what = "Thủ tục", "Procedure";
    step = "Bước", "Step";
    left = "Còn lại", "Time left";
    assignee = "Phụ trách", "Assigned to";
    sent = "Nộp lúc", "Handed in";
    next = "Trang sau", "Next page";
    first = "Về trang đầu", "First page";
    pages = "Trang", "Pages";
    empty = "Không có hồ sơ nào ở đây", "Nothing is waiting here";
    empty_more = "Hàng việc này đang trống. Hãy xem các hàng khác ở trên.", "This queue is empty. Look at the others above.";
    shortcuts = "Tìm theo mã, tên hoặc số định danh", "Find by code, name or identity number";
}
