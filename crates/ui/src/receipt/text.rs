crate::words! {
    case = "Trường hợp", "Case";
    fees = "Phí, lệ phí", "Fees";
    code = "Mã hồ sơ", "Application code";
    owner = "Tiếp nhận hồ sơ của", "Received from";
    submitter = "Người nộp", "Handed in by";
    address = "Địa chỉ", "Address";
    phone = "Số điện thoại", "Telephone";
    what = "Nội dung yêu cầu giải quyết", "Matter";
    competent = "Cơ quan giải quyết", "Decided by";
    limit = "Thời gian giải quyết theo quy định", "Limit by law";
    received = "Thời gian nhận hồ sơ", "Received at";
    due = "Thời gian trả kết quả", "Result due at";
    delivery = "Đăng ký nhận kết quả", "Delivery of the result";
    papers = "Thành phần hồ sơ", "Documents";
    no_papers = "không kèm giấy tờ", "none were handed in";
    other_paper = "Giấy tờ khác", "Other document";
    secret = "Mã dùng một lần để theo dõi trên Cổng", "One-time code to follow it on the portal";
    secret_how = "Đăng nhập Cổng Dịch vụ công, chọn “Liên kết hồ sơ đã nộp tại quầy”, nhập mã hồ sơ và mã này. Giữ kín mã này.", "Sign in to the portal, choose “Link an application handed in at the counter” and enter its code and this code. Keep it to yourself.";
    lookup = "Ai có mã hồ sơ cũng tra cứu được mức độ hoàn thành tại Cổng Dịch vụ công, mục “Tra cứu hồ sơ”.", "Anybody with the application code can look up how far it is on the portal, under “Track an application”.";
    applicant_signs = "Người nộp hồ sơ", "Applicant";
    officer_signs = "Người tiếp nhận hồ sơ", "Receiving officer";
}
