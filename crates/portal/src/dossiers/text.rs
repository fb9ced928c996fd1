ui::words! {
    title = "Hồ sơ của tôi", "My applications";
    drafts = "Đang làm dở", "Not yet sent";
    saved = "Lưu lúc", "Saved at";
    sent = "Hồ sơ đã nộp", "Sent";
    and_promised(left: &str, day: &str) = "{left} · hẹn lại {day}", "{left} · promised again for {day}";
    denied = "Không được chấp thuận", "Denied";
    sent_on = "Nộp", "Sent";
    older = "Cũ hơn", "Older";
    pages = "Trang", "Pages";
    empty = "Bạn chưa nộp hồ sơ nào", "You have not applied for anything yet";
    empty_more = "Hãy chọn một thủ tục để bắt đầu. Nếu đã nộp tại quầy, bạn có thể liên kết hồ sơ đó với tài khoản bằng mã dùng một lần trên giấy hẹn.", "Choose a procedure to begin. If you applied at a counter, link that application to your account by the one-time code on the receipt.";
    find = "Tìm thủ tục", "Find a procedure";
    join = "Liên kết hồ sơ đã nộp tại quầy", "Link an application handed in at the counter";
    join_lead(long: &str) = "Dùng mã hồ sơ và mã dùng một lần in trên giấy tiếp nhận. Mã dùng một lần dùng được trong {long}.", "Use the application code and the one-time code printed on the receipt. The one-time code works for {long}.";
    code = "Mã hồ sơ", "Application code";
    code_hint = "Ví dụ 000.00.20.H99-260302-0001", "Such as 000.00.20.H99-260302-0001";
    secret = "Mã dùng một lần", "One-time code";
    secret_hint = "10 chữ và số ở cuối giấy tiếp nhận", "10 letters and digits at the foot of the receipt";
    not_joined = "Mã hồ sơ hoặc mã dùng một lần chưa đúng, hoặc mã đã hết hạn. Bạn cũng có thể nhờ cán bộ tại quầy liên kết giúp.", "The code or the one-time code is not right, or it has expired. An officer at the counter can also link it for you.";
    submit = "Liên kết hồ sơ", "Link it";
    back = "Quay lại", "Back";
}
