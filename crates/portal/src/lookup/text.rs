ui::words! {
    title = "Tra cứu hồ sơ", "Track an application";
    lead = "Nhập mã hồ sơ in trên giấy hẹn. Ai có mã cũng xem được mức độ hoàn thành; trang này không hiện tên, ngày hay nơi giải quyết.", "Enter the code printed on the receipt. Anybody with the code sees how far it is; no name, date or place is shown here.";
    code = "Mã hồ sơ", "Application code";
    code_hint = "Ví dụ 000.00.20.H99-260302-0001. Mã nộp lúc gửi hồ sơ chỉ xem được khi đăng nhập, trong “Hồ sơ của tôi”.", "Such as 000.00.20.H99-260302-0001. What you sent but is not yet accepted is under “My applications” once you sign in.";
    missing = "Hãy điền mã hồ sơ", "Enter the application code";
    look = "Tra cứu", "Look up";
    unknown = "Không tìm thấy hồ sơ nào có mã này", "No application has this code";
    unknown_more = "Hãy so lại từng chữ số với giấy hẹn. Nếu vẫn không được, mời bạn gọi số hỗ trợ ở cuối trang.", "Compare each digit with your receipt. If it still does not work, call the number at the foot of the page.";
    reference = "Đây là mã nộp, chưa phải mã hồ sơ", "This is a submission reference, not an application code";
    reference_more = "Mã nộp chỉ người đã nộp xem được, sau khi đăng nhập. Mã hồ sơ để tra cứu ở đây có trên giấy hẹn, sau khi cơ quan tiếp nhận.", "Only whoever sent the application sees it by this, once signed in. The application code that is looked up here is on the receipt, once the agency has accepted it.";
    see_it = "Đăng nhập để xem", "Sign in to see it";
    stage = "Trạng thái", "Stage";
    steps(total: u32, done: u32) = "Đã xong {done} trên {total} bước", "{done} of {total} step done" / "{done} of {total} steps done";
    more = "Đăng nhập để xem hồ sơ của bạn chi tiết hơn: phòng đang giữ, ngày hẹn, việc bạn cần làm.", "Sign in to see your own application in detail: the division that has it, the dates, what you must do.";
    sign_in = "Xem hồ sơ của tôi", "See my applications";
}
