ui::words! {
    title = "Tra cứu hồ sơ", "Track a dossier";
    lead = "Nhập mã hồ sơ in trên giấy hẹn. Ai có mã cũng xem được mức độ hoàn thành; trang này không hiện tên, ngày hay nơi giải quyết.", "Enter the code printed on the receipt. Anybody with the code sees how far it is; no name, date or place is shown here.";
    code = "Mã hồ sơ", "Dossier code";
    code_hint = "Ví dụ 000.00.20.H99-260302-0001", "Such as 000.00.20.H99-260302-0001";
    look = "Tra cứu", "Look up";
    unknown = "Không tìm thấy hồ sơ nào có mã này", "No dossier has this code";
    unknown_more = "Hãy so lại từng chữ số với giấy hẹn. Nếu vẫn không được, mời bạn gọi số hỗ trợ ở cuối trang.", "Compare each digit with your receipt. If it still does not work, call the number at the foot of the page.";
    stage = "Trạng thái", "Stage";
    steps(done: u32, total: u32) = "Đã xong {done} trên {total} bước", "{done} of {total} steps done";
    more = "Đăng nhập để xem hồ sơ của bạn chi tiết hơn: phòng đang giữ, ngày hẹn, việc bạn cần làm.", "Sign in to see your own dossier in detail: the division that has it, the dates, what you must do.";
    sign_in = "Xem hồ sơ của tôi", "See my dossiers";
}
